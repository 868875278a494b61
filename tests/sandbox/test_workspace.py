"""What outlives a restart, and the cast."""

import csv
import re
from datetime import date, datetime
from io import StringIO
from pathlib import Path

from slack_sdk.web.async_client import AsyncWebClient

from bot import roster_file
from bot.clock import MovableClock
from bot.sandbox.server import START, Sandbox
from bot.sandbox.townhall import COLUMNS, PEOPLE, roster_csv
from bot.sandbox.workspace import saved_moment
from tests.sandbox.echo import home

ASKER = "U0ISHIKAWA"


async def test_a_second_start_finds_messages_home_and_clock(tmp_path: Path) -> None:
    file = tmp_path / "workspace.json"
    assert saved_moment(file) is None
    first = Sandbox(saved_in=file)
    await first.start()
    client = AsyncWebClient(token=first.bot_token, base_url=first.api_url)
    told = await client.chat_postMessage(channel=ASKER, text="news")
    await client.chat_update(channel=told["channel"], ts=told["ts"], text="newer")
    await client.views_publish(user_id=ASKER, view=home())
    old_trigger = first.workspace.new_trigger(ASKER)
    assert isinstance(first.clock, MovableClock)
    first.clock.move_to(datetime.fromisoformat("2026-10-01T09:00:00+09:00"))
    await first.stop()

    moment = saved_moment(file)
    assert moment == datetime.fromisoformat("2026-10-01T09:00:00+09:00")
    second = Sandbox(MovableClock(moment), saved_in=file)
    await second.start()
    asker = second.person(ASKER)
    assert [(one.text, one.edited, len(one.past)) for one in asker.messages] == [("newer", True, 1)]
    assert asker.home is not None
    assert asker.notifications[0]["text"] == "news"
    assert second.workspace.new_trigger(ASKER) != old_trigger
    await second.stop()


def test_the_roster_has_a_row_for_each_person_and_each_appointment() -> None:
    rows = list(csv.DictReader(StringIO(roster_csv())))
    assert tuple(rows[0]) == COLUMNS
    people = {row["person"] for row in rows if not row["role"]}
    assert {row["person"] for row in rows} == people <= {member.id for member in PEOPLE}
    assert {row["superior"] for row in rows} - {""} <= people
    for row in rows:
        assert re.fullmatch(r"U[A-Z0-9]+", row["person"])
        if row["role"]:
            assert date.fromisoformat(row["starts_on"]) <= START.date()
        if row["ends_on"]:
            assert date.fromisoformat(row["ends_on"]) == date(2027, 3, 31)


def test_the_roster_is_read_without_a_mistake() -> None:
    rows = roster_file.read(roster_csv().encode())
    assert {row.person.id for row in rows} >= {"U0ISHIKAWA", "U0KIMURA"}


def test_the_town_hall_is_staffed_as_the_regulations_ask() -> None:
    rows = list(csv.DictReader(StringIO(roster_csv())))
    holders = {role: [row for row in rows if row["role"] == role] for role in {row["role"] for row in rows}}
    assert len(holders["counsellor"]) == 6  # Aki 7(3)
    assert len(holders["committee_member"]) == 6  # Aki 9(4)
    assert len(holders["response_nurse"]) == 1  # Aki 7(10)
    assert not any(row["personnel_authority"] for row in holders["clerk"])  # Aku 5
    rooms = {(row["unit"], row["room"]) for row in holders[""] if row["unit"]}
    covered = {(row["unit"], row["room"]) for row in holders["unit_supporter"]}
    assert covered < rooms  # gaps are part of the picture: Yam 6(2)


def test_the_cast_has_everybody_the_app_must_be_careful_with() -> None:
    assert len([member for member in PEOPLE if not member.deleted]) >= 30
    assert len([member for member in PEOPLE if member.locale.startswith("en")]) >= 2
    for trait in ("guest", "deleted", "is_bot", "stranger"):
        assert any(getattr(member, trait) for member in PEOPLE)
    assert len({member.id for member in PEOPLE}) == len(PEOPLE)
