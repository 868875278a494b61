"""The drill: backed up, something disposed of, fifty messages sent, put back: nothing readable again, nothing twice."""

import asyncio
from contextlib import closing
from pathlib import Path
from typing import Any

from bot.commands import backup
from bot.sandbox.town import Town, connect_bot
from bot.store import models
from bot.store.engine import connect
from tests.commands.test_backup import quietly
from tests.journeys import people as p
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
