"""A round from its plan to the implementer's desk: who is called and when, leave, the last day (Aku 2-8)."""

from dataclasses import replace
from datetime import date

import pytest

from bot.handlers.stress_check.rules.rounds import round_of
from bot.sandbox.persons import Driver
from bot.sandbox.town import Town
from bot.store.ledger import UnitLedger
from bot.store.models import CaseRow
from bot.store.unit import Unit
from tests.handlers.stress_check.cases import CLERK, IMPLEMENTER, PLANNER, check_now, in_office
from tests.journeys import people as p
from tests.journeys import sheets as s

GONE_ON_LEAVE, NEW = "U0KONDO", "U0YOSHINO"


async def swear_in(town: Town, person: str, action: str) -> Driver:
    """Through the oath to a screen of an office."""
    await p.go_home(town, person)
    who = await p.press(town, person, action)
    if "home.swear" in str(who.modal):
        who = await p.press(town, person, "home.swear")
    return who


async def plan(town: Town, first: str = "2026-09-14", last: str = "2026-10-09", **other: str) -> Driver:
    """The planner plans this year's round."""
    who = await swear_in(town, PLANNER, "stress_check.round")
    who = await p.press(town, PLANNER, "stress_check.plan")
    await who.submit({"opens_on": first, "closes_on": last, "method": "conversion", **other})
    await town.sandbox.quiet()
    return who


async def states(town: Town, kind: str = "check") -> dict[str, int]:
    found: dict[str, int] = {}
    for row in await p.rows(town, CaseRow, flow="stress_check", kind=kind):
        found[row.state] = found.get(row.state, 0) + 1
    return found


@p.on_sqlite
async def test_a_planned_round_opens_by_itself_and_calls_everybody_on_its_list(town: Town) -> None:
    planner = await plan(town)
    assert "計画ができています" in planner.text()
    assert "2026年9月14日" in planner.text()
    assert "和田 聡" in planner.text()
    assert await states(town) == {}
    await town.step(p.at(2026, 9, 14, 9, 0))
    assert await states(town) == {"invited": 33}  # everybody of the town hall, and none of the outsiders
    assert p.sentences(town, p.ASKER)[-1:] == [p.NEWS]
    assert p.NEWS not in p.sentences(town, IMPLEMENTER)
    asker = await p.open_notice(town, p.ASKER)
    assert "ストレスチェック" in asker.text()
    planner = await swear_in(town, PLANNER, "stress_check.round")
    assert "回答を受けつけています" in planner.text()
    assert "stress_check.plan" not in str(planner.modal)  # nothing can be changed any more


@p.on_sqlite
@pytest.mark.parametrize(
    ("first", "last", "says"),
    [("2026-08-31", "2026-10-02", "今日か"), ("2026-09-14", "2026-09-14", "初日より後"),
     ("2026-12-01", "2027-04-02", "次の年度")],
)  # fmt: skip
async def test_a_plan_that_cannot_be_held_is_refused_at_its_field(town: Town, first: str, last: str, says: str) -> None:
    assert says in str((await plan(town, first, last)).errors)
    assert await states(town, "round") == {}


@p.on_sqlite
async def test_outside_the_months_of_the_rule_there_is_a_warning_and_nothing_more(town: Town) -> None:
    planner = await plan(town, "2026-12-14", "2027-01-29")
    assert "9月から12月までに行うのが原則" in planner.text()
    planner = await plan(town, "2026-09-14", "2026-10-09")
    assert "9月から12月までに行うのが原則" not in planner.text()
    assert await states(town, "round") == {"prepared": 1}  # it was changed, and is the only one of the year


@p.on_sqlite
async def test_who_is_on_leave_drops_out_and_comes_back_by_date_and_nobody_learns_why(town: Town) -> None:
    await plan(town)
    clerk = await swear_in(town, CLERK, "stress_check.people")
    clerk = await p.press(town, CLERK, "stress_check.add_leave")
    assert "理由は聞かず" in clerk.text()
    await clerk.submit({"person": GONE_ON_LEAVE, "first": "2026-09-01", "last": "2026-09-17"})
    await town.sandbox.quiet()
    assert "近藤 陸：2026年9月1日" in clerk.text()
    await town.step(p.at(2026, 9, 14, 9, 0))
    assert await states(town) == {"invited": 32}

    clerk = await swear_in(town, CLERK, "stress_check.people")
    clerk = await p.press(town, CLERK, "stress_check.add_leave")
    await clerk.submit({"person": p.ASKER, "first": "2026-09-16", "last": "2026-09-20"})
    await town.step(p.at(2026, 9, 16, 9, 0))
    assert await states(town) == {"invited": 31, "away": 1}
    asker = await p.go_home(town, p.ASKER)
    assert "stress_check.case" not in str(asker.home)
    told = len(p.sentences(town, p.ASKER))
    await town.step(p.at(2026, 9, 18, 9, 0))
    assert await states(town) == {"invited": 32, "away": 1}  # the first one is called on the first day back
    assert p.sentences(town, GONE_ON_LEAVE).count(p.NEWS) == 1
    await town.step(p.at(2026, 9, 21, 9, 0))
    assert await states(town) == {"invited": 33}
    await town.step(p.at(2026, 9, 24, 9, 0))  # three holidays, then the next office morning
    assert len(p.sentences(town, p.ASKER)) > told


@p.on_sqlite
async def test_somebody_without_an_account_is_added_with_a_reason_and_gets_no_message(town: Town) -> None:
    await plan(town)
    clerk = await swear_in(town, CLERK, "stress_check.people")
    clerk = await p.press(town, CLERK, "stress_check.add_person")
    await clerk.submit({"name": "外山 実", "unit": "建設課", "reason": ""})
    assert "加える理由" in str(clerk.errors)
    await clerk.submit({"name": "外山 実", "unit": "建設課", "reason": "長く働いているため"})
    await town.sandbox.quiet()
    assert "建設課　外山 実" in clerk.text()
    await town.step(p.at(2026, 9, 14, 9, 0))
    assert await states(town) == {"invited": 34}
    clerk = await swear_in(town, CLERK, "stress_check.taken_list")
    assert "外山 実" in clerk.text()


@p.on_sqlite
async def test_after_the_last_day_nothing_of_the_unanswered_is_left_and_the_implementer_is_asked(town: Town) -> None:
    await in_office(town, IMPLEMENTER)
    await plan(town)
    await town.step(p.at(2026, 9, 14, 9, 0))
    who = await s.start(town, p.ASKER)
    await p.press(town, p.ASKER, s.OPEN_PAGE)
    await s.answer_pages(town, who)
    await s.send(town, who)
    other = await s.start(town, "U0GOTO")
    await p.press(town, "U0GOTO", s.OPEN_PAGE)
    await s.answer_page(town, other)
    await town.step(p.at(2026, 10, 10, 12, 0))
    assert await states(town) == {"untaken": 32, "taken": 1}
    assert await states(town, "round") == {"reviewing": 1}
    untaken = [row for row in await p.rows(town, CaseRow, flow="stress_check", kind="check") if row.state == "untaken"]
    assert all((row.body, row.identity) == (None, None) for row in untaken)
    found = await town.program.store.read(lambda unit: round_of("2026", UnitLedger(unit)))
    assert found is not None
    check = await check_now(town)
    assert found.body["takers"] == 1
    assert list(found.body["review"]) == ([check.id] if check.body["verdict"] is not False else [])
    await town.step(p.at(2026, 10, 13, 12, 0))
    assert [word for word in p.sentences(town, IMPLEMENTER) if word.startswith("お願いがあります")]


@p.on_sqlite
async def test_a_round_needs_an_implementer_and_says_who_is_missing(town: Town) -> None:
    def release(unit: Unit) -> None:
        held = unit.roster.held_by(IMPLEMENTER)
        unit.roster.save_appointments(replace(one, released_on=date(2026, 9, 1)) for one in held)

    await town.program.store.run(release)
    planner = await swear_in(town, PLANNER, "stress_check.round")
    assert "まだ任命されていない役割があります：実施者" in planner.text()
    planner = await plan(town)
    assert "そろってから" in str(planner.errors)


@p.on_sqlite
async def test_in_english_and_only_the_office_may(town: Town) -> None:
    await plan(town)
    for action in ("stress_check.round", "stress_check.people"):
        stranger = await p.press_forged(town, p.ASKER_IN_ENGLISH, action)
        assert "stress_check" not in str((stranger.modal or {}).get("blocks"))
    await town.step(p.at(2026, 9, 14, 9, 0))
    reader = await p.go_home(town, p.ASKER_IN_ENGLISH)
    assert "Answer the stress check (by" in str(reader.home)
