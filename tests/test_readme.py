"""The README says what the program does: its tables, diagrams, links and, step by step, its tour of the sandbox."""

import re
from collections.abc import AsyncIterator, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import typer

from bot.__main__ import app
from bot.commands.states import diagrams
from bot.handlers.failures import SURFACES, Place
from bot.sandbox.persons import Driver
from bot.sandbox.server import Setup
from bot.sandbox.town import Town, open_town
from bot.sandbox.townhall import STAFF
from tests.journeys import people

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
TOUR_ENDS = datetime.fromisoformat("2026-10-01T08:35:00+09:00")
A_RECORD = {"activity": "listening", "topic": "work", "means": "phone", "duration": "up_to_30", "requester": "employee"}


def part(heading: str) -> str:
    """The text under a heading of the second level."""
    return README.split(f"\n## {heading}\n")[1].split("\n## ")[0]


def first_cells(heading: str) -> list[str]:
    return re.findall(r"^\| `?(.+?)`? \|", part(heading), re.MULTILINE)


def commands(group: Any, *above: str) -> Iterator[str]:
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from commands(command, *above, name)
        else:
            yield " ".join([*above, name])


def test_it_fits() -> None:
    assert README.count("\n") <= 300


def test_the_states_are_those_that_the_program_obeys() -> None:
    shown = (ROOT / "docs/states.md").read_text(encoding="utf-8")

    assert shown.endswith(f"\n\n{diagrams()}"), "paste what `python -m bot explain states` prints below the first lines"


def test_every_command_is_listed_and_no_other() -> None:
    listed = first_cells("Commands")

    assert set(commands(typer.main.get_command(app))) <= set(listed)
    assert {cell for cell in listed if not cell.isdigit()} - {"Command", "---", "Exit code"} == set(
        commands(typer.main.get_command(app))
    )


def test_every_exit_code_is_listed_and_no_other() -> None:
    listed = {int(cell) for cell in first_cells("Commands") if cell.isdigit()}

    assert listed == {
        0,
        *(surface.exit_code for (_, place), surface in SURFACES.items() if place is Place.COMMAND_LINE),
    }


def test_every_word_of_the_glossary_stands_in_the_code() -> None:
    code = "\n".join(path.read_text() for folder in ("bot", "scheduler") for path in (ROOT / folder).rglob("*.py"))
    words = [cell for cell in first_cells("Words") if cell not in {"In the code", "---"}]

    assert len(words) > 15
    assert [word for word in words if not re.search(rf"\b{word}\b", code)] == []


def test_every_make_target_is_there() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))

    assert {"demo", "test", "help"} <= set(re.findall(r"(?:`|^)make ([a-z-]+)", README, re.MULTILINE)) <= targets


@pytest.mark.parametrize(
    "page", ["README.md", *(f"docs/{p.relative_to(ROOT / 'docs')}" for p in (ROOT / "docs").rglob("*.md"))]
)
def test_every_link_leads_somewhere(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if target.startswith("https://"):
            continue
        file, _, anchor = target.partition("#")
        there = (ROOT / page).parent / file if file else ROOT / page
        assert there.exists(), target
        if anchor:
            headings = re.findall(r"^#+ (.+)$", there.read_text(encoding="utf-8"), re.MULTILINE)
            assert anchor in {re.sub(r"[^\w\- ]", "", h.lower()).replace(" ", "-") for h in headings}, target


class Visitor:
    """Follows the tour and notes what is pressed."""

    def __init__(self, town: Town) -> None:
        self.town = town
        self.pressed: list[str] = []
        self.who: Driver = town.sandbox.person(people.ASKER)

    async def be(self, name: str) -> None:
        self.pressed.append(name)
        self.who = self.town.sandbox.person(next(one.id for one in STAFF if one.name == name))
        await self.who.open_home()
        await self.town.sandbox.quiet()

    async def press(self, words: str) -> None:
        self.pressed.append(words)
        if self.who.modal and (self.who.modal.get("submit") or {}).get("text") == words:
            await self.who.submit()
        else:
            await self.who.click(words)
        await self.town.sandbox.quiet()

    async def next(self, until: datetime | None = None) -> None:
        self.pressed.append("次の予定まで")
        while True:
            due = await self.town.ticks.next_due()
            assert due is not None
            await self.town.step(due)
            if until is None or self.town.clock.now() >= until:
                return

    async def write_down(self, activity: str) -> None:
        await self.who.fill({**A_RECORD, "activity": activity})
        await self.press("記録する")
        assert "9月分に記録しました" in self.who.text()
        await self.who.close(everything=True)

    async def promise(self) -> None:
        await self.press("約束します")


@pytest.fixture
async def visitor(tmp_path: Path) -> AsyncIterator[Visitor]:
    town = await open_town(tmp_path, setup=Setup(retry_seconds=(0.0, 0.05, 0.1)))
    yield Visitor(town)
    await town.stop()


async def test_the_tour_goes_as_it_is_written(visitor: Visitor) -> None:
    v = visitor
    await v.be("石川 葵")
    await v.press("話を聞いてもらう")
    chosen = people.option(v.who.modal or {}, "supporter", "林 さくら（市民課")
    await v.who.fill({"topic": "work", "supporter": chosen, "means": "phone"})
    await v.press("送る")
    assert "9月9日（水）まで" in v.who.text()
    assert v.who.messages == []

    await v.be("林 さくら")
    await v.next()
    assert [one["text"] for one in v.who.notifications] == ["お願いがあります（9月9日まで）"]
    await v.press("開く")
    await v.promise()
    await v.press("引き受ける")
    await v.who.close(everything=True)
    await v.press("開く")
    await v.press("ひと区切りついた")
    await v.write_down("listening")
    await v.press("記録する")
    await v.write_down("noticing")

    await v.next(until=TOUR_ENDS)
    assert v.town.clock.now() - TOUR_ENDS < timedelta(minutes=1)
    await v.press("開く")
    await v.press("報告する")
    assert "9月分は報告済みです" in v.who.text()

    await v.be("山本 恵")
    await v.next()
    await v.press("開く")
    await v.promise()
    assert "林 さくら（市民課）：2件" in v.who.text()
    assert "石川" not in v.who.text()

    written = re.findall(r"\*\*(.+?)\*\*", part("Ten minutes to a sent monthly report"))
    assert [*v.pressed, "Slack に残るもの"] == written
