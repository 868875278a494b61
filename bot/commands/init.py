"""Sets a new installation up: asks only what has no legal default and writes .env, the policy and the keys (R1)."""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from bot import policy, settings
from bot.errors import Misconfigured
from bot.store import keys

SHIPPED = Path(__file__).resolve().parents[2] / "policy.toml"
ENV, POLICY, KEY_DIRECTORY = ".env", "policy.local.toml", "keys"
SECRET = ("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN")
TIME = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?")


@dataclass(frozen=True)
class Question:
    """One answer that only the organisation can give; `default` is offered, `secret` is not echoed."""

    key: str
    text: str
    default: str = ""
    secret: bool = False


Ask = Callable[[Sequence[Question]], Mapping[str, str]]


def questions() -> tuple[Question, ...]:
    """Everything that is asked: the settings without a default, then the policy's keys without a legal one."""
    needed = [
        Question(name.upper(), f"{name.upper()} {field.description}", secret=name.upper() in SECRET)
        for name, field in settings.Settings.model_fields.items()
        if field.is_required() and name.upper() != "KEY_DIRECTORY"
    ]
    shipped = SHIPPED.read_text(encoding="utf-8")
    ours = [Question(key, key, default=_value(shipped, key)) for key in sorted(policy.ASKED_BY_INIT)]
    return (*needed, *ours)


def init(folder: Path, ask: Ask, *, say: Callable[[str], None], again: bool = True) -> None:
    """Write .env, policy.local.toml and keys/ into `folder` from the answers of `ask`.

    Wrong answers are said with `say` and asked once more, unless `again` is False. Raises Misconfigured where
    anything is there already: nothing is ever written over; and for wrong answers. Then nothing is written.
    """
    taken = [name for name in (ENV, POLICY, KEY_DIRECTORY) if (folder / name).exists()]
    if taken:
        raise Misconfigured([f"{name}: is there already and is not written over" for name in taken])
    answers = dict(ask(questions()))
    while mistakes := _mistakes(answers):
        wrong = [q for q in questions() if any(m.startswith(f"{q.key}:") for m in mistakes)]
        if not (again and wrong):
            raise Misconfigured(mistakes)
        for mistake in mistakes:
            say(mistake)
        answers |= ask(wrong)
    _write(folder, answers)
    keys.create(folder / KEY_DIRECTORY)


def _write(folder: Path, answers: Mapping[str, str]) -> None:
    env = "".join(f"{key}={answers[key]}\n" for key in answers if key in settings.KEYS)
    env += f"KEY_DIRECTORY={KEY_DIRECTORY}\nPOLICY_FILE={POLICY}\n"
    policy_text = SHIPPED.read_text(encoding="utf-8")
    for key in policy.ASKED_BY_INIT & answers.keys():
        policy_text = _with_value(policy_text, key, answers[key])
    for name, text in ((ENV, env), (POLICY, policy_text)):
        path = folder / name
        path.touch(mode=0o600, exist_ok=False)
        path.write_text(text, encoding="utf-8")


def _mistakes(answers: Mapping[str, str]) -> list[str]:
    """What settings and policy say to the answers, tried out in a private folder."""
    mistakes = [f"{q.key}: needs one line of text" for q in questions() if not _one_line(answers.get(q.key, ""))]
    mistakes += [
        f"{key}: must be a time like 08:30"
        for key in policy.ASKED_BY_INIT & answers.keys()
        if key.startswith("office.") and key != "office.zone" and not TIME.fullmatch(answers[key])
    ]
    if mistakes:
        return mistakes
    with TemporaryDirectory() as name:
        _write(Path(name), answers)
        for read in (lambda: settings.read(Path(name, ENV), {}), lambda: policy.load(Path(name, POLICY))):
            try:
                read()
            except Misconfigured as error:
                mistakes += error.mistakes
    return mistakes


def _one_line(answer: str) -> bool:
    return bool(answer.strip()) and answer.isprintable()


def _place(text: str, key: str) -> re.Match[str]:
    """Where the value of a policy key stands: `section.key`, or `section.row.key` in a list of rows."""
    section, *row, name = key.split(".")
    head = rf'^{section} = \[(?:.|\n)*?key = "{row[0]}".*?' if row else rf"^\[{section}\](?:.|\n)*?^"
    found = re.search(rf'{head}\b{name} = ("(?:[^"\\]|\\.)*"|[0-9:]+)', text, re.MULTILINE)
    if found is None:
        raise Misconfigured([f"{key}: is not in the policy that came with the program"])
    return found


def _value(text: str, key: str) -> str:
    written = _place(text, key)[1]
    return str(json.loads(written)) if written.startswith('"') else written[:5]


def _with_value(text: str, key: str, value: str) -> str:
    place = _place(text, key)
    time = TIME.fullmatch(value)
    quoted = place[1].startswith('"') or time is None
    written = json.dumps(value, ensure_ascii=False) if quoted else f"{value[:5]}{(time and time[1]) or ':00'}"
    return text[: place.start(1)] + written + text[place.end(1) :]
