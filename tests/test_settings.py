"""Settings are read whole or refused whole: every mistake at once, by key, and no value is ever repeated."""

import os
from pathlib import Path

import pytest

from bot.errors import Misconfigured
from bot.settings import KEYS, OAUTH, Settings, read

BOT = "xoxb-1111111111-CANARYbot"
APP = "xapp-1-A111-CANARYapp"
GOOD = f"SLACK_BOT_TOKEN={BOT}\nSLACK_APP_TOKEN={APP}\nSLACK_TEAM_ID=T0HOME\nKEY_DIRECTORY=keys\n"
EXAMPLE = Path(__file__).parent.parent / ".env.example"


def write(folder: Path, text: str | bytes, mode: int = 0o600) -> Path:
    path = folder / ".env"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    path.chmod(mode)
    return path


def mistakes(path: Path, environment: dict[str, str] | None = None) -> list[str]:
    with pytest.raises(Misconfigured) as caught:
        read(path, environment or {})
    found = list(caught.value.mistakes)
    assert "CANARY" not in "\n".join([*found, repr(caught.value), str(caught.value.__cause__)])
    return found


def test_four_lines_are_enough(tmp_path: Path) -> None:
    settings = read(write(tmp_path, GOOD), {})

    assert settings.slack_bot_token == BOT
    assert settings.key_directory == Path("keys")
    assert settings.database_url == "sqlite:///madoguchi.db"
    assert settings.policy_file == Path("policy.toml")
    assert settings.slack_api_url == "https://slack.com/api/"
    assert settings.log_level == "INFO"


def test_settings_are_frozen_and_do_not_show_their_tokens(tmp_path: Path) -> None:
    settings = read(write(tmp_path, GOOD), {})

    assert "CANARY" not in repr(settings) + str(settings)
    with pytest.raises(ValueError, match="frozen"):
        settings.log_level = "DEBUG"  # type: ignore[misc]


def test_the_environment_overrides_documented_keys_and_nothing_else(tmp_path: Path) -> None:
    settings = read(write(tmp_path, GOOD), {"SLACK_TEAM_ID": "T0OTHER", "PATH": "/bin", "slack_team_id": "T0LOWER"})

    assert settings.slack_team_id == "T0OTHER"


def test_reading_leaves_the_environment_alone(tmp_path: Path) -> None:
    before = dict(os.environ)

    read(write(tmp_path, GOOD), {})

    assert dict(os.environ) == before


def test_nothing_is_expanded(tmp_path: Path) -> None:
    settings = read(write(tmp_path, GOOD + "DATABASE_URL=sqlite:///${HOME}/a.db\n"), {"HOME": "/elsewhere"})

    assert settings.database_url == "sqlite:///${HOME}/a.db"


def test_every_missing_key_is_named_at_once(tmp_path: Path) -> None:
    found = mistakes(write(tmp_path, "# nothing here\n"))

    assert [m.split(":")[0] for m in found] == [
        "SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_TEAM_ID", "KEY_DIRECTORY",
    ]  # fmt: skip
    assert all("is missing" in m for m in found)


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("SLACK_BOT_TOKEN=xoxp-1111111111-CANARY", "SLACK_BOT_TOKEN"),  # a person's token
        ("SLACK_BOT_TOKEN=xoxe.xoxb-1-CANARY", "SLACK_BOT_TOKEN"),  # a rotating token
        ("SLACK_BOT_TOKEN=", "SLACK_BOT_TOKEN"),
        ("SLACK_BOT_TOKEN", "SLACK_BOT_TOKEN"),
        ("SLACK_BOT_TOKEN=“xoxb-1111111111-CANARY”", "SLACK_BOT_TOKEN"),  # typographic quotes
        ("SLACK_APP_TOKEN=xoxb-1111111111-CANARY", "SLACK_APP_TOKEN"),  # the other token
        ("SLACK_TEAM_ID=canary-workspace", "SLACK_TEAM_ID"),
        ("KEY_DIRECTORY=", "KEY_DIRECTORY"),
        ("DATABASE_URL=mysql://CANARY@host/db", "DATABASE_URL"),
        ("SLACK_API_URL=http://slack.example.test/api/", "SLACK_API_URL"),  # tokens in clear over the net
        ("SLACK_API_URL=https://slack.com/api", "SLACK_API_URL"),
        ("SLACK_API_URL=http://[CANARY/", "SLACK_API_URL"),
        ("LOG_LEVEL=CANARY", "LOG_LEVEL"),
        ("LOG_LEVEL=DEBUG", "LOG_LEVEL"),  # at the real Slack
    ],
)
def test_a_wrong_value_is_named_by_its_key(tmp_path: Path, line: str, key: str) -> None:
    others = "".join(row + "\n" for row in GOOD.splitlines() if not row.startswith(key))

    found = mistakes(write(tmp_path, others + line + "\n"))

    assert [m.split(":")[0] for m in found] == [key]


def test_debug_is_allowed_with_a_slack_on_this_machine(tmp_path: Path) -> None:
    local = "LOG_LEVEL=DEBUG\nSLACK_API_URL=http://127.0.0.1:4390/api/\n"

    assert read(write(tmp_path, GOOD + local), {}).log_level == "DEBUG"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (GOOD + f"SLACK_BOT_TOKEN={BOT}\n", "SLACK_BOT_TOKEN: stands 2 times"),
        (GOOD + "SLACK_COLOUR=CANARY\n", "SLACK_COLOUR: is not a key of this program"),
        (GOOD + "slack_team_id=T0CANARY\n", "slack_team_id: is not a key of this program"),
        (GOOD + "PEER_KEY=CANARY\n", "PEER_KEY: keys never stand in this file"),
        (GOOD + "DATA_SECRET=CANARY\n", "DATA_SECRET: keys never stand in this file"),
        (GOOD + "xoxb-CANARY=1\n", "a key that is no name: is not a key"),
        (GOOD + "SLACK_CLIENT_ID=CANARY\n", "SLACK_CLIENT_ID: must not be set"),
        (GOOD + 'LOG_LEVEL="INFO\n', "line 5: cannot be read"),
        (GOOD + "=CANARY\n", "line 5: cannot be read"),
        (b"\xef\xbb\xbf" + GOOD.encode(), ".env: starts with a byte order mark"),
        (GOOD.replace("\n", "\r\n"), ".env: has Windows line ends"),
        (GOOD.encode("utf-16"), ".env: is not UTF-8"),
        (GOOD.replace(BOT, "xoxb-your-bot-token"), "SLACK_BOT_TOKEN: still the placeholder"),
        (GOOD.replace(BOT, "<xoxb token>"), "SLACK_BOT_TOKEN: still the placeholder"),
    ],
)
def test_a_careless_file_is_refused_with_a_sentence(tmp_path: Path, text: str | bytes, said: str) -> None:
    assert any(m.startswith(said) for m in mistakes(write(tmp_path, text)))


@pytest.mark.parametrize("mode", [0o604, 0o640, 0o644, 0o660])
def test_a_file_that_others_may_open_is_refused(tmp_path: Path, mode: int) -> None:
    assert "chmod 600" in mistakes(write(tmp_path, GOOD, mode))[0]


def test_a_missing_file_says_how_to_make_it(tmp_path: Path) -> None:
    assert "python -m bot init" in mistakes(tmp_path / ".env")[0]


@pytest.mark.parametrize("key", OAUTH)
def test_variables_that_turn_bolt_to_oauth_stop_the_start(tmp_path: Path, key: str) -> None:
    assert mistakes(write(tmp_path, GOOD), {key: "CANARY"})[0].startswith(f"{key}: must not be set")


def test_many_mistakes_are_told_together(tmp_path: Path) -> None:
    found = mistakes(write(tmp_path, "SLACK_BOT_TOKEN=CANARY\nNONSENSE=CANARY\nLOG_LEVEL=CANARY\nbroken line\n"))

    assert len(found) >= 6


def test_the_example_names_every_key_and_is_itself_refused(tmp_path: Path) -> None:
    text = EXAMPLE.read_text()

    assert all(f"{key}=" in text for key in KEYS)
    assert len([m for m in mistakes(write(tmp_path, text)) if "still the placeholder" in m]) == 3


def test_every_key_says_what_is_right() -> None:
    assert all(field.description for field in Settings.model_fields.values())
