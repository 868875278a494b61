"""The board of duties and the calendar of the year: who may read them, in both languages, and what stays reserved."""

from collections.abc import AsyncIterator
from datetime import date, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.handlers import registry
from bot.handlers.hr_digest.flow import HrDigest
from bot.handlers.hr_digest.listeners.board import READERS
from bot.rules.people import Appointment, Role
from bot.sandbox.persons import Driver
from bot.sandbox.server import Setup
from bot.sandbox.town import Town, open_town
from bot.sandbox.townhall import APPOINTMENTS, OUTSIDERS, STAFF
from bot.store.audit import AUDIT
from tests.journeys import people as p
from tests.journeys.watch import Watch

BOARD, CALENDAR = "hr_digest.board", "hr_digest.calendar"
READING = sorted({one.person for one in APPOINTMENTS if one.role in set(READERS)})
RESERVED = "担当の方だけに見えます"
LATE = datetime.fromisoformat("2026-10-12T09:00:00+09:00")


@pytest.fixture
async def town(tmp_path: Path, sqlite_town_url: str, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Town]:
    """The town hall, whose house knows the digest also before it is in the registry."""
    if not any(flow.name == "hr_digest" for flow in registry.FLOWS):
        flows = (*registry.FLOWS, HrDigest(registry.FLOWS))
        monkeypatch.setattr("bot.app.FLOWS", flows)
        monkeypatch.setattr("bot.handlers.home.FLOWS", flows)
    opened = await open_town(
        tmp_path, database_url=sqlite_town_url, setup=Setup(retry_seconds=(0.0, 0.05, 0.1))
    )  # fmt: skip
    yield opened
    await opened.stop()


@pytest.fixture
async def watch(town: Town) -> AsyncIterator[Watch]:
    watching = Watch(town)
    yield watching
    assert watching.without_help() == []
    assert watching.in_another_language() == []


async def open_from_home(town: Town, person: str, action: str = BOARD) -> Driver:
    await p.go_home(town, person)
    who = await p.press(town, person, action)
    if "home.swear" in str(who.modal):
        who = await p.press(town, person, "home.swear")
    return who


async def turn_to(town: Town, person: str, words: str) -> str:
    """The board's page of another regulation."""
    who = town.sandbox.person(person)
    await who.click(words)
    await town.sandbox.quiet()
    return who.text()


def article(text: str, number: str) -> str:
    """What the board says of one article."""
    return next(part for part in text.split("\n第") if part.startswith(f"{number}　"))


async def test_its_readers_see_every_article_of_each_regulation(town: Town, watch: Watch) -> None:
    who = await open_from_home(town, p.DIGEST_READER)
    text = who.text()
    assert "ピアサポーターのいない部屋が" in article(text, "6条第2項") or "みな、います" in article(text, "6条第2項")
    assert "いま2人（必要なのは1人）" in article(text, "7条第1項")  # Yam 5(5): by office too
    text = await turn_to(town, p.DIGEST_READER, "ハラスメント防止要綱")
    assert "いま6人（必要なのは6人）" in article(text, "7条第3項")
    assert "まだ公表されていません" in article(text, "3条第1項")
    text = await turn_to(town, p.DIGEST_READER, "ストレスチェック要綱")
    assert "まだ計画されていません" in article(text, "6条")
    for person in READING:
        who = await open_from_home(town, person)
        assert "要綱の取り組み一覧" in watch.titles(person)
    assert len(READING) == 6


async def test_nobody_else_has_the_door_or_gets_in_by_a_forged_one(town: Town, watch: Watch) -> None:
    for person in (p.ASKER, p.SUPPORTER, p.COORDINATOR, p.SUPERIOR, "U0KATO"):
        who = await p.go_home(town, person)
        assert BOARD not in str(who.home)
        await p.press_forged(town, person, BOARD, row="yam")
        assert "第6条" not in watch.text(person)
    await open_from_home(town, p.ADMINISTRATOR)
    who = await p.press_forged(town, p.ADMINISTRATOR, BOARD, row="hr")
    assert "第6条第1項" not in who.text()


async def test_a_late_report_is_seen_by_the_head_of_welfare_and_by_no_other_reader(town: Town, watch: Watch) -> None:
    await p.record(town, p.SUPPORTER)
    if "home.swear" in str(town.sandbox.person(p.SUPPORTER).modal):
        await p.press(town, p.SUPPORTER, "home.swear")
        await p.record(town, p.SUPPORTER)
    others = [person for person in READING if person != p.WELFARE_HEAD]
    before = {person: article((await open_from_home(town, person)).text(), "11条第1項") for person in others}
    assert all(RESERVED in text for text in before.values())
    town.clock.move_to(LATE)
    await town.step_by(minutes=1)
    after = {person: article((await open_from_home(town, person)).text(), "11条第1項") for person in others}
    assert after == before
    text = article((await open_from_home(town, p.WELFARE_HEAD)).text(), "11条第1項")
    assert "【まだできていません】" in text
    assert "まだ報告されていない月の記録が1あります" in text


async def test_every_reading_of_the_board_is_in_the_audit_log(town: Town) -> None:
    await open_from_home(town, p.AUDITOR)
    rows = await town.program.store.read(
        lambda unit: unit.connection.execute(select(AUDIT.c.hat, AUDIT.c.act).order_by(AUDIT.c.seq)).all()
    )
    assert ("auditor", "read") in [(row.hat, row.act) for row in rows]


async def test_the_calendar_shows_everybodys_days_and_those_of_ones_own_offices(town: Town, watch: Watch) -> None:
    text = (await open_from_home(town, p.ASKER, CALENDAR)).text()
    assert "2026年9月" in text
    assert text.count("全員への月ごとの案内をお送りします") == 12
    assert "任期" not in text
    assert "鍵" not in text
    assert "鍵を取り替える日" in (await open_from_home(town, p.ADMINISTRATOR, CALENDAR)).text()
    text = (await open_from_home(town, p.SUPERIOR, CALENDAR)).text()
    assert "3月31日（水）　所属ピアサポーター：7人の任期が終わる日です" in text
    text = (await open_from_home(town, p.ADVISER, CALENDAR)).text()  # a guest acts under that hat only
    assert "案内" not in text


async def test_in_english_the_calendar_and_the_board_read_in_english(town: Town, watch: Watch) -> None:
    text = (await open_from_home(town, p.ASKER_IN_ENGLISH, CALENDAR)).text()
    assert text.count("The monthly notice goes to everybody") == 12
    reader = Appointment("english", p.ASKER_IN_ENGLISH, Role.DIGEST_READER, date(2026, 4, 1), None)
    await town.program.store.run(lambda unit: unit.roster.save_appointments([reader]))
    text = (await open_from_home(town, p.ASKER_IN_ENGLISH)).text()
    assert "6(1)  Have a peer supporter in every unit" in text
    assert "Seen by its holders only (Head of welfare, Coordinator)" in text
    assert "Have six counsellors appointed" in await turn_to(town, p.ASKER_IN_ENGLISH, "Harassment Prevention Rules")


async def test_no_screen_of_the_board_names_anybody(town: Town, watch: Watch) -> None:
    names = {one.name for one in (*STAFF, *OUTSIDERS)}
    for words in ("", "ハラスメント防止要綱", "ストレスチェック要綱"):
        text = (
            await turn_to(town, p.WELFARE_HEAD, words) if words else (await open_from_home(town, p.WELFARE_HEAD)).text()
        )
        assert not [name for name in names if name in text]
