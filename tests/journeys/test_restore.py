"""The drill: backed up, something disposed of, fifty messages sent, put back: nothing readable again, nothing twice."""

import asyncio
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import Any

from bot.commands import backup
from bot.handlers.harassment.rules.hearing import SHEET, Sheet
from bot.handlers.harassment.rules.moves import CLOSING
from bot.rules.cases import Record
from bot.sandbox.town import Town, connect_bot
from bot.store import models
from bot.store.engine import connect
from bot.store.unit import Unit
from tests.commands.test_backup import quietly
from tests.handlers.harassment.cases import put, stored
from tests.journeys import people as p
from tests.journeys import test_danger as danger
from tests.journeys.test_harassment_after import open_mine
from tests.journeys.test_harassment_entry import start, submit

CANARY, ASKERS = "とても言いにくいこと", ("U0KONDO", "U0FUKUDA")


def told(town: Town) -> dict[str, list[tuple[str, str]]]:
    """Every message that the app has put into the workspace, by whom it is for."""
    states = town.sandbox.workspace.states.items()
    return {who: [(m.ts, m.text) for m in state.messages if m.author == "app"] for who, state in states}


def number(town: Town) -> int:
    return sum(len(messages) for messages in told(town).values())


def away(town: Town) -> None:
    """The database is lost; what the copy would have to be put over is not there any more."""
    if (file := town.program.store.database.file) is not None:
        for one in file.parent.glob(f"{file.name}*"):
            one.unlink()
        return
    with closing(connect(town.settings.database_url)) as database, database.write.begin() as connection:
        for table in reversed(models.CaseRow.metadata.sorted_tables):
            connection.execute(table.delete())


async def restored(town: Town, file: Path, offline: Path) -> tuple[Town, Any]:
    """The bot is switched off, its database lost and put back, and the bot started again."""
    await town.disconnect()
    await asyncio.to_thread(away, town)
    recovery = await asyncio.to_thread(backup.restore, town.settings, town.clock, file, offline, quietly)
    again = await connect_bot(town.sandbox, town.clock, town.settings)
    await again.step_by(minutes=11)  # what is due anew would leave in the next shared slot
    return again, recovery


async def test_nothing_disposed_comes_back_and_nothing_is_sent_twice(town: Town, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir(mode=0o700)
    backup.make_key(town.settings.key_directory, stick / "backup.key")
    await p.ask(town, message=CANARY)
    for asker in ASKERS:
        await p.ask(town, asker, "森 彩香", CANARY)
    who = await start(town, "U0MIURA")
    await submit(town, who, door="desk", story=CANARY)
    await p.slot(town)
    await asyncio.to_thread(backup.make, town.settings, town.clock, tmp_path / "monday", quietly)
    before = number(town)

    await p.open_own(town, p.ASKER)
    await p.press(town, p.ASKER, "peer_support.withdraw")
    (gone,) = [row.id for row in await p.rows(town, models.CaseRow, flow="peer_support", state="withdrawn")]
    await town.step_by(days=17)  # nudges, lapses, missed promises, the monthly word to everybody
    sent = told(town)
    assert number(town) - before >= 50

    town, recovery = await restored(town, tmp_path / "monday", stick / "backup.key")
    try:
        assert (recovery.destroyed, recovery.broken_at, recovery.astray) == (2, None, False)
        assert told(town) == sent
        case = await town.program.store.read(lambda unit: unit.casebook.load(gone))
        assert case is not None
        assert (case.body, case.identity) == ({}, {})
        assert await p.rows(town, models.PartyRow, case_id=gone) == []
        assert await p.rows(town, models.OutboxRow, state="unknown") == []
        await town.step_by(days=20)
        assert all(messages[: len(sent[who])] == sent[who] for who, messages in told(town).items())
        assert number(town) > sum(len(messages) for messages in sent.values()), "the house goes on"
    finally:
        await town.disconnect()
        await connect_bot(town.sandbox, town.clock, town.settings)  # for the fixture to stop


async def backed_up(town: Town, folder: Path) -> tuple[Path, Path]:
    """A backup of this moment, and the offline key that opens it."""
    (folder / "stick").mkdir(mode=0o700)
    key = folder / "stick" / "backup.key"
    backup.make_key(town.settings.key_directory, key)
    await asyncio.to_thread(backup.make, town.settings, town.clock, folder / "monday", quietly)
    return folder / "monday", key


async def test_what_a_person_had_forgotten_does_not_come_back_and_what_was_reported_does(
    town: Town, tmp_path: Path
) -> None:
    case = await put(town, CLOSING, body={"reported": "reported-canary", "facts_reported": {"1": 1}})

    def sheets(unit: Unit) -> None:
        for number, said in ((1, "handed-canary"), (2, "draft-canary")):
            unit.casebook.add_record(case, Record(SHEET, asdict(Sheet(number, 1, "affected", lines={"said": said}))))

    await town.program.store.run(sheets)
    await open_mine(town)  # the key of this payload says whose matter was looked at
    file, key = await backed_up(town, tmp_path)
    await p.press(town, "U0ISHIKAWA", "harassment.forget")
    await town.step_by(hours=2)
    forgotten = await stored(town, case.id)

    town, recovery = await restored(town, file, key)
    try:
        assert recovery.destroyed == 3  # whose it was, the sheet that was never handed on, the words
        found = await stored(town, case.id)
        assert found is not None
        assert forgotten is not None
        assert (found.state, found.body, found.identity) == ("ended", forgotten.body, {})
        assert found.body["reported"] == "reported-canary"
        kept = str(await town.program.store.read(lambda unit: unit.casebook.records(case.id)))
        assert ("handed-canary" in kept, "draft-canary" in kept) == (True, False)
        for table, column in (
            (models.PartyRow, "case_id"),
            (models.DeadlineRow, "subject"),
            (models.DeliveryRow, "case_id"),
        ):
            assert await p.rows(town, table, **{column: case.id}) == [], table.__name__
        assert "harassment.case" not in str((await p.go_home(town, "U0ISHIKAWA")).home)
    finally:
        await town.disconnect()
        await connect_bot(town.sandbox, town.clock, town.settings)  # for the fixture to stop


async def test_a_call_in_danger_comes_back_as_the_bare_fact(town: Town, tmp_path: Path) -> None:
    await danger.call(town)
    await danger.take(town, danger.FIRST)
    file, key = await backed_up(town, tmp_path)
    await town.step_by(days=5)
    sent = told(town)

    town, _ = await restored(town, file, key)
    try:
        (row,) = await danger.page_rows(town)
        assert (row.state, row.identity) == ("past", None)
        (fact,) = await town.program.store.read(lambda unit: unit.casebook.records(row.id))
        assert (fact.body["raised_by"], fact.body["confirmed"]) == ("person", True)
        assert await p.rows(town, models.PartyRow, case_id=row.id) == []
        assert all(messages[: len(sent[who])] == sent[who] for who, messages in told(town).items())
        assert await p.rows(town, models.OutboxRow, state="dead") == []
    finally:
        await town.disconnect()
        await connect_bot(town.sandbox, town.clock, town.settings)
