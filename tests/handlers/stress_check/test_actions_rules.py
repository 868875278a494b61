"""What is done after the group analysis: written down, asked about on its day, again until it is done (Aku 16(2))."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.errors import Refused
from bot.handlers.stress_check.rules import actions, analysis
from bot.handlers.stress_check.rules.actions import AGAIN, DONE, EVERYBODY, Followed, Planned
from bot.handlers.stress_check.rules.frozen import freeze
from bot.handlers.stress_check.views import actions as views
from bot.rules.cases import Case, Decision
from bot.rules.people import Role
from tests.fakes import NOW, FakeLedger, appointment, click
from tests.handlers.stress_check.oracle_groups import Taker, as_round

TODAY = date(2026, 9, 2)
TOWN = FakeLedger(roster=(appointment("U0AFFAIRS", Role.AFFAIRS_STAFF),))
TAKERS = [Taker("D", "A", "male", (3 + at % 5, 6, 7, 8 + at % 3)) for at in range(12)]
PLAN = Planned("group_0", "会議を1つ減らす", date(2026, 10, 1))


def provided(**body: object) -> Case:
    held = {**freeze(as_round(TAKERS, 10), TOWN), "provided_on": "2026-09-02", "published": False, "actions": []}
    return Case("a" * 32, "stress_check", "analysis", "provided", 1, "2026-09", "v1", "2026", held | body)


def done(decision: Decision | Refused, case: Case) -> Case:
    assert isinstance(decision, Decision)
    return replace(case, body=decision.body or case.body, rev=case.rev + 1)


def why(found: Decision | Refused) -> tuple[str, str | None]:
    assert isinstance(found, Refused)
    return found.reason, found.field


def test_one_is_written_down_with_the_morning_on_which_it_is_asked_about() -> None:
    decision = actions.add(PLAN, provided(), TOWN, NOW)

    assert isinstance(decision, Decision)
    (row,) = (decision.body or {})["actions"]
    assert row == {
        "id": "1", "group": "group_0", "text": "会議を1つ減らす", "follow_on": "2026-10-01", "done_on": "", "seen": "",
        "turn": 1,
    }  # fmt: skip
    (deadline,) = decision.deadlines
    assert (TOWN.office.day(deadline.due_at), deadline.period) == (date(2026, 10, 1), "1/1")


def test_a_closed_day_is_asked_about_before_it() -> None:
    decision = actions.add(replace(PLAN, follow_on=date(2026, 10, 4)), provided(), TOWN, NOW)  # a Sunday

    assert isinstance(decision, Decision)
    assert TOWN.office.day(decision.deadlines[0].due_at) == date(2026, 10, 2)


@pytest.mark.parametrize(
    ("planned", "reason"),
    [
        (replace(PLAN, text=""), ("stress-action-text-needed", "text")),
        (replace(PLAN, follow_on=None), ("stress-action-day", "follow_on")),
        (replace(PLAN, follow_on=TODAY), ("stress-action-day", "follow_on")),
    ],
)
def test_without_words_or_a_day_to_come_it_is_refused_at_its_field(
    planned: Planned, reason: tuple[str, str | None]
) -> None:
    assert why(actions.add(planned, provided(), TOWN, NOW)) == reason


def test_more_than_can_be_followed_are_not_begun() -> None:
    case = provided()
    for _ in range(actions.MOST):
        case = done(actions.add(PLAN, case, TOWN, NOW), case)

    assert why(actions.add(PLAN, case, TOWN, NOW)) == ("stress-action-many", "text")
    case = done(actions.follow("7", Followed(DONE, None, ""), case, TOWN, NOW), case)
    assert isinstance(actions.add(PLAN, case, TOWN, NOW), Decision)
    assert len(views.listed(click(), case, keeping=True)["blocks"]) < 100


def test_on_its_day_general_affairs_is_asked_and_again_until_it_is_followed() -> None:
    case = provided()
    decision = actions.add(PLAN, case, TOWN, NOW)
    case = done(decision, case)
    (deadline,) = decision.deadlines  # type: ignore[union-attr]

    asked = actions.on_day(case, deadline, TOWN, deadline.due_at)
    assert asked is not None
    assert [(one.recipient, one.topic, one.due_on) for one in asked.notices] == [
        ("U0AFFAIRS", "actions", date(2026, 10, 1))
    ]
    (again,) = asked.deadlines
    assert TOWN.office.day(again.due_at) == date(2026, 10, 15)
    later = actions.on_day(case, again, TOWN, again.due_at)
    assert later is not None
    assert {one.once for one in later.notices}.isdisjoint(one.once for one in asked.notices)

    case = done(actions.follow("1", Followed(AGAIN, date(2026, 11, 2), "少し減った"), case, TOWN, NOW), case)
    assert actions.on_day(case, again, TOWN, again.due_at) is None  # the old day asks nothing any more
    case = done(actions.follow("1", Followed(DONE, None, ""), case, TOWN, NOW), case)
    (row,) = case.body["actions"]
    assert (row["done_on"], row["seen"]) == ("2026-09-02", "少し減った")
    assert why(actions.follow("1", Followed(DONE, None, ""), case, TOWN, NOW))[0] == "stress-action-gone"
    assert actions.on_day(case, replace(deadline, period="1/2026-11-02"), TOWN, NOW) is None


def test_going_on_needs_another_day() -> None:
    case = provided()
    case = done(actions.add(PLAN, case, TOWN, NOW), case)

    assert why(actions.follow("1", Followed(AGAIN, None, ""), case, TOWN, NOW)) == ("stress-action-day", "follow_on")


def test_it_is_closed_when_nothing_is_open_by_hand_or_after_a_year() -> None:
    case = provided()
    close = (
        analysis.provide(replace(as_round(TAKERS), body=as_round(TAKERS, 10).body), TOWN, NOW).spawns[0].deadlines[0]
    )  # type: ignore[union-attr]
    assert close.due_at > NOW + timedelta(days=360)
    case = done(actions.add(PLAN, case, TOWN, NOW), case)

    assert why(actions.finish(case))[0] == "stress-analysis-open"
    waits = analysis.on_close(case, close, TOWN, close.due_at)
    assert waits is not None
    assert (waits.act, len(waits.deadlines)) == ("nudge_action", 1)
    case = done(actions.follow("1", Followed(DONE, None, ""), case, TOWN, NOW), case)
    closed = analysis.on_close(case, close, TOWN, close.due_at)
    assert closed is not None
    assert closed.act == "finish"
    assert isinstance(actions.finish(case), Decision)


def test_every_group_can_be_chosen_and_keeps_its_name() -> None:
    case = provided()
    keys = [key for key, _ in actions.places(case)]

    assert keys == [EVERYBODY, "group_0"]
    case = done(actions.add(PLAN, case, TOWN, NOW), case)
    told = str(views.listed(click(), case, keeping=True))
    assert "A（D）" in told
    assert "会議を1つ減らす" in told
    assert "stress_check.add_action" not in str(views.listed(click(), case, keeping=False))


def test_open_ones_come_first_by_their_day() -> None:
    case = provided()
    for day in (date(2026, 12, 1), date(2026, 10, 1), date(2026, 11, 2)):
        case = done(actions.add(replace(PLAN, follow_on=day), case, TOWN, NOW), case)
    case = done(actions.follow("2", Followed(DONE, None, ""), case, TOWN, NOW), case)

    assert [one["id"] for one in actions.actions_of(case)] == ["3", "1", "2"]
