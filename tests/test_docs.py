"""What the pages for operators tell them to type works as it is written, as far as it needs no Slack account."""

import json
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

from bot.__main__ import app
from bot.clock import SystemClock
from bot.sandbox.server import Sandbox
from bot.sandbox.townhall import roster_csv
from tests.commands.test_cli import command
from tests.installation import ANSWERS, ROOT

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
HARDENED = ("NoNewPrivileges=yes", "ProtectSystem=strict", "LimitCORE=0", "MemorySwapMax=0", "UMask=0077")


def told(page: Path) -> Iterator[list[str]]:
    """Every `python -m bot ...` of a page, as words."""
    for line in re.findall(r"\bpython -m bot ([^`\n]+)", page.read_text(encoding="utf-8")):
        yield shlex.split(line)


def unknown(words: list[str]) -> list[str]:
    """What of a command the program does not know; COMMAND stands for any."""
    known: Any = typer.main.get_command(app)
    for position, word in enumerate(words):
        if word.startswith("-"):
            allowed = {"--help", *(name for one in known.params for name in (*one.opts, *one.secondary_opts))}
        elif hasattr(known, "commands"):
            allowed = {"COMMAND", *known.commands}
        else:
            continue  # an argument
        if word not in allowed:
            return words[position:]
        known = known if word.startswith("-") else getattr(known, "commands", {}).get(word, known)
    return []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_a_page_names_only_commands_and_options_that_exist(page: Path) -> None:
    assert [words for words in told(page) if unknown(words)] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_a_page_names_only_files_that_exist(page: Path) -> None:
    named = re.findall(r"`((?:bot|scheduler|tests|docs)/[\w/.-]+)`", page.read_text(encoding="utf-8"))

    assert [file for file in named if not (ROOT / file).exists()] == []


async def test_the_installation_goes_as_it_is_written(tmp_path: Path) -> None:
    slack = Sandbox(SystemClock())
    await slack.start()
    ours = {"SLACK_BOT_TOKEN": slack.bot_token, "SLACK_APP_TOKEN": slack.app_token, "SLACK_TEAM_ID": slack.team}
    (tmp_path / "answers.json").write_text(json.dumps(ANSWERS | ours))
    (tmp_path / "roster.csv").write_text(roster_csv(), encoding="utf-8")
    written = [" ".join(words) for words in told(ROOT / "docs/operating/install.md")]
    steps = ["migrate", "roster import roster.csv", "roster import roster.csv --apply", "doctor"]
    first = written.index(steps[0])
    assert written[first : first + len(steps)] == steps

    said = {}
    for line in ("init --answers answers.json", "keys status", *steps, "keys status --env .env"):
        if line == "doctor":
            with (tmp_path / ".env").open("a") as env:
                env.write(f"SLACK_API_URL={slack.api_url}\n")
        done = await command(*shlex.split(line), cwd=tmp_path)
        assert done.code == 0, (line, done.err, done.out)
        said[line] = done.out
    await slack.stop()

    assert said["keys status"].count("in order") == said["keys status --env .env"].count("in order") == 8
    assert "林 さくら" in said["roster import roster.csv"]
    assert "Nothing was written" in said["roster import roster.csv"]
    assert said["roster import roster.csv --apply"].endswith("Written.\n")


async def test_what_can_be_asked_without_an_installation(tmp_path: Path) -> None:
    (tmp_path / "policy.toml").write_text((ROOT / "policy.toml").read_text())

    strict, roles, deadline = [
        await command(*line.split(), cwd=tmp_path)
        for line in ("manifest --strict", "roster roles", "explain deadline monthly_report 2026-09")
    ]

    assert "im:history" not in strict.out
    assert "unit_supporter" in roles.out.split()
    assert json.loads(deadline.out)["due_day"] == "2026-10-10"


@pytest.mark.parametrize("unit", ["madoguchi.service", "madoguchi-scheduler.service"])
def test_a_unit_starts_what_exists_and_stays_hardened(unit: str) -> None:
    lines = (ROOT / "docs/operating" / unit).read_text(encoding="utf-8").splitlines()
    start = next(line for line in lines if line.startswith("ExecStart="))

    assert start.split("/bin/python ")[1] in {"-m bot run", "-m scheduler"}
    assert set(HARDENED) <= set(lines)
