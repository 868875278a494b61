"""Somebody is kept out in the middle of it: what was on its way never arrives, what they had is gone (Aki 11)."""

from typing import Any

from bot.handlers.harassment.rules.moves import CONFIRMING, REFERRED, REPORTED
from bot.sandbox.persons import Driver
from bot.sandbox.town import Town
from tests.handlers.harassment.cases import (
    ASKER,
    CHAIR,
    DEPUTY,
    DESK,
    HEAD,
    MEMBERS,
    RESPONDENT,
    SECRETARY,
    put,
    stored,
)  # fmt: skip
from tests.journeys import people as p

pytestmark = p.on_sqlite

WAITING, MINE = "手元にある件", "自分の件を見る"
DUE = {"committee_due_on": "2026-11-06"}


async def keep_out(town: Town, *people: str, ticks: tuple[str, ...] = ()) -> Driver:
    """The person opens the own matter and names whom to keep out."""
    await p.go_home(town, ASKER)
    await p.press(town, ASKER, MINE)
    await p.press(town, ASKER, "harassment.more")
    asker = await p.press(town, ASKER, "harassment.exclude")
    fields: dict[str, Any] = {"excluded": list(people), "kept_out": list(ticks)}
    await asker.submit(fields)
    await town.sandbox.quiet()
    return asker


async def swear(town: Town, who: Driver) -> None:
    if "home.swear" in str(who.modal):
        await p.press(town, who.id, "home.swear")


async def test_kept_out_between_the_report_and_its_notice_the_head_never_hears_of_it(town: Town) -> None:
    case = await put(town, CONFIRMING)
    await p.go_home(town, ASKER)
    for what in (MINE, "harassment.read_sheet", "報告される形を見る", "このまま報告する"):
        asker = await p.press(town, ASKER, what)
    assert "受付票を報告しました" in asker.text()
    await keep_out(town, HEAD)
    await p.slot(town)

    assert p.sentences(town, HEAD) == []
    assert p.sentences(town, DEPUTY) == [p.NEWS]
    found = await stored(town, case.id)
    assert found is not None
    assert (found.identity["recipient"], HEAD in found.handlers) == (DEPUTY, False)
    assert WAITING not in str((await p.go_home(town, HEAD)).home)
    deputy = await p.open_notice(town, DEPUTY)
    assert "harassment.read_sheet" in str(deputy.modal)
    await town.step_by(days=10)  # long enough for every nudge, and before the month's letter to everybody (G3)
    for nobody in (HEAD, DESK, SECRETARY, RESPONDENT):  # with the head the section is out as well (K6)
        assert p.sentences(town, nobody) == [], nobody


async def test_what_a_head_has_on_the_screen_and_in_the_messages_is_worth_nothing_from_then_on(town: Town) -> None:
    await put(town, CONFIRMING)
    await p.go_home(town, ASKER)
    for what in (MINE, "harassment.read_sheet", "報告される形を見る", "このまま報告する"):
        await p.press(town, ASKER, what)
    await p.slot(town)
    head = await p.open_notice(town, HEAD)
    await swear(town, head)
    assert "harassment.read_sheet" in str(head.modal)
    await keep_out(town, HEAD)

    await p.press(town, HEAD, "harassment.read_sheet")
    assert p.NOT_SHOWN in head.text()
    again = await p.open_notice(town, HEAD)
    assert p.NOT_SHOWN in again.text()
    missing = await p.press_forged(town, HEAD, "harassment.case", "0" * 32)
    assert p.NOT_SHOWN in missing.text()
    assert WAITING not in str((await p.go_home(town, HEAD)).home)


async def test_without_head_and_deputy_nobody_has_it_and_the_person_reads_so(town: Town) -> None:
    case = await put(town, REPORTED)
    await keep_out(town, HEAD, DEPUTY)
    await town.step_by(days=1)
    found = await stored(town, case.id)
    assert found is not None
    assert found.identity["recipient"] == ""
    assert [p.sentences(town, who) for who in (HEAD, DEPUTY, CHAIR, DESK)] == [[], [], [], []]
    await p.go_home(town, ASKER)
    asker = await p.press(town, ASKER, MINE)
    assert "公平委員会" in asker.text()


async def test_a_head_who_is_too_close_to_it_steps_aside_in_one_tap_and_the_deputy_goes_on(town: Town) -> None:
    await put(town, REPORTED)
    head = await p.go_home(town, HEAD)
    await p.press(town, HEAD, WAITING)
    await swear(town, head)
    await p.press(town, HEAD, "harassment.more")
    await p.press(town, HEAD, "harassment.step_aside")
    assert "外れました" in str(head.modal)
    await p.slot(town)
    assert (p.sentences(town, HEAD), p.sentences(town, DEPUTY)) == ([], [p.NEWS])
    assert WAITING not in str((await p.go_home(town, HEAD)).home)
    assert "harassment.read_sheet" in str((await p.open_notice(town, DEPUTY)).modal)


async def test_with_the_chair_kept_out_the_others_elect_and_the_chair_reads_nothing(town: Town) -> None:
    await put(town, REFERRED, body=DUE)
    chair = await p.go_home(town, CHAIR)
    assert WAITING in str(chair.home)
    await keep_out(town, CHAIR)
    await p.slot(town)
    assert p.sentences(town, CHAIR) == []
    assert p.duty("9月10日") in p.sentences(town, MEMBERS[3])
    stale = await p.press(town, CHAIR, WAITING)  # Home as it stood
    await swear(town, stale)
    assert p.NOT_SHOWN in stale.text()
    assert WAITING not in str((await p.go_home(town, CHAIR)).home)
