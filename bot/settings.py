"""Reads .env into frozen Settings, the only reader of the environment; names every mistake, never a value."""

import os
import re
import stat
from collections import Counter
from collections.abc import Mapping
from io import StringIO
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit

from dotenv import dotenv_values
from dotenv.parser import parse_stream
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
)

from bot.errors import Misconfigured

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
PLACEHOLDER = re.compile(r"your[-_]|change[-_]?me|placeholder|x{6}|\.\.\.|…|[<>]", re.IGNORECASE)
HOLDS_A_KEY = re.compile(r"KEY|SECRET|PASSWORD|PASSPHRASE", re.IGNORECASE)
# Bolt would take these two from the environment, switch to OAuth with a file store and drop the bot token.
OAUTH = ("SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET")


def is_loopback(url: str) -> bool:
    """Whether `url` stays on this machine."""
    return urlsplit(url).hostname in LOOPBACK


def _private(url: str) -> str:
    """The address of a Web API that tokens may be sent to: encrypted, or on this machine."""
    parts = urlsplit(url)
    if not url.endswith("/") or not (parts.scheme == "https" or (parts.scheme == "http" and is_loopback(url))):
        raise ValueError
    return url


def _plain(path: str | Path) -> str | Path:
    """A path that is neither empty nor has control characters from an unclosed quote."""
    if not str(path).isprintable() or not str(path):
        raise ValueError
    return path


class Settings(BaseModel):
    """What the program must know before it starts; a field's description is what is said when it is wrong."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    slack_bot_token: Annotated[str, StringConstraints(pattern=r"^xoxb-[A-Za-z0-9-]{8,}$")] = Field(
        repr=False, description="starts with xoxb- (Slack: OAuth & Permissions, Bot User OAuth Token)"
    )
    slack_app_token: Annotated[str, StringConstraints(pattern=r"^xapp-[A-Za-z0-9-]{8,}$")] = Field(
        repr=False,
        description="starts with xapp- (Slack: Basic Information, App-Level Tokens, connections:write)",
    )
    slack_team_id: Annotated[str, StringConstraints(pattern=r"^[TE][A-Z0-9]{2,}$")] = Field(
        repr=False,
        description="the id of the one home workspace, T and capitals or digits (in its web address)",
    )
    slack_api_url: Annotated[str, AfterValidator(_private)] = Field(
        "https://slack.com/api/", description="https, or http on this machine only, and ends with /"
    )
    database_url: Annotated[str, StringConstraints(pattern=r"^(sqlite:///|postgresql(\+psycopg)?://)[^\s]+$")] = Field(
        "sqlite:///madoguchi.db",
        repr=False,
        description="sqlite:///FILE or postgresql://USER@HOST/DATABASE",
    )
    key_directory: Annotated[Path, BeforeValidator(_plain)] = Field(
        description="the folder of the key files, on another disk than the backups of the database"
    )
    witness_directory: Annotated[Path, BeforeValidator(_plain)] = Field(
        Path("witness"), description="a folder that the program may write, for what must outlive a restore"
    )
    policy_file: Annotated[Path, BeforeValidator(_plain)] = Field(
        Path("policy.toml"), description="the file with the organisation's numbers"
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field("INFO", description="DEBUG, INFO, WARNING or ERROR")


KEYS = tuple(name.upper() for name in Settings.model_fields)


def read(path: Path, environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings of the file at `path`; `environment` overrides the documented keys only.

    Relative paths inside count from where the program is started. Raises Misconfigured with one sentence
    for every mistake; the sentences name keys and lines, never values.
    """
    text = _text(path)
    mistakes = _mistakes_of_form(text, environment)
    values = dict(dotenv_values(stream=StringIO(text), interpolate=False))
    values |= {key: environment[key] for key in KEYS if key in environment}
    known = {key.lower(): value for key, value in values.items() if key in KEYS}
    mistakes += [
        f"{key.upper()}: still the placeholder of .env.example; {Settings.model_fields[key].description}"
        for key, value in known.items()
        if value and PLACEHOLDER.search(value)
    ]
    try:
        settings = Settings.model_validate(known)
    except ValidationError as error:
        mistakes += _mistakes_of_value(error, known)
        raise Misconfigured(list(dict.fromkeys(mistakes))) from None
    if settings.log_level == "DEBUG" and not is_loopback(settings.slack_api_url):
        mistakes.append("LOG_LEVEL: DEBUG is for a Slack on this machine (SLACK_API_URL), never for the real one")
    if mistakes:
        raise Misconfigured(mistakes)
    return settings


def _text(path: Path) -> str:
    """The file's text. Raises Misconfigured when others could read it or it is not plain UTF-8 lines."""
    try:
        mode = path.stat().st_mode
        raw = path.read_bytes()
    except OSError:
        raise Misconfigured([f"{path.name}: not found or not readable; `python -m bot init` writes it"]) from None
    mistakes = []
    if stat.S_IMODE(mode) & 0o077:
        mistakes.append(f"{path.name}: others on this machine may open it; run `chmod 600 {path.name}`")
    if raw.startswith(b"\xef\xbb\xbf"):
        mistakes.append(f"{path.name}: starts with a byte order mark; save it as UTF-8 without BOM")
    if b"\r" in raw:
        mistakes.append(f"{path.name}: has Windows line ends; save it with Unix line ends (LF)")
    try:
        text = raw.decode()
    except UnicodeDecodeError:
        mistakes.append(f"{path.name}: is not UTF-8; save it as UTF-8 without BOM")
    if mistakes:
        raise Misconfigured(mistakes)
    return text


def _mistakes_of_form(text: str, environment: Mapping[str, str]) -> list[str]:
    """Lines that cannot be read, keys that stand twice, are unknown, or have no business here."""
    bindings = list(parse_stream(StringIO(text)))
    mistakes = [f"line {b.original.line}: cannot be read as KEY=value" for b in bindings if b.error]
    times = Counter(b.key for b in bindings if b.key)
    mistakes += [f"{_shown(key)}: stands {n} times; keep one" for key, n in times.items() if n > 1]
    for key in (key for key in times if key not in KEYS):
        if key in OAUTH:
            continue
        if HOLDS_A_KEY.search(key):
            mistakes.append(f"{_shown(key)}: keys never stand in this file; they are files in KEY_DIRECTORY")
        else:
            mistakes.append(f"{_shown(key)}: is not a key of this program")
    mistakes += [
        f"{key}: must not be set, neither here nor in the environment; Bolt would drop the bot token for it"
        for key in OAUTH
        if key in environment or key in times
    ]
    return mistakes


def _mistakes_of_value(error: ValidationError, known: Mapping[str, str | None]) -> list[str]:
    """pydantic's findings in our own sentences, so that no value is repeated."""
    mistakes = []
    for finding in error.errors(include_input=False, include_url=False, include_context=False):
        name = str(finding["loc"][0])
        state = "is not right" if known.get(name) else "is missing"
        mistakes.append(f"{name.upper()}: {state}; {Settings.model_fields[name].description}")
    return mistakes


def _shown(key: str) -> str:
    """A key as it may be printed: a token pasted in front of the = is not."""
    return key if re.fullmatch(r"[A-Za-z_][A-Za-z_0-9]{0,39}", key) else "a key that is no name"
