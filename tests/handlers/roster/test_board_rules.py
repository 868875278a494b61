"""The board's rows of offices, terms, the notice, thanks and training, and the days they bring."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.handlers.roster.rules import announcement, board, thanks
from bot.rules.cases import Case, Count, Deadline
from bot.rules.duties import Dated, Duty, State
from bot.rules.people import FOR_ONE_CASE, Appointment, Person, Role
from tests import fakes
from tests.fakes import FakeLedger, appointment
from tests.handlers.roster.test_gap_rules import TODAY, WHOLE, town

NOW = datetime(TODAY.year, TODAY.month, TODAY.day, 1, 0, tzinfo=UTC)


def row(ledger: FakeLedger, key: str, now: datetime = NOW, **values: object) -> Duty:
    """The one duty with this sentence and these values."""
    [found] = [
        duty for duty in board.duties(ledger, now)
        if duty.key == key and values.items() <= dict(duty.values).items()
    ]  # fmt: skip
    return found


def days(ledger: FakeLedger, key: str, first: date, last: date) -> list[Dated]:
    return [one for one in board.dates(ledger, first, last) if one.key == key]


def session(on: str, state: str = "announced", audience: str = "support") -> Case:
    body = {"title": "CANARY", "on": on, "place": "CANARY", "audience": audience}
    return Case(f"s-{on}-{audience}", "roster", "training", state, 1, "2026-09", "v1", "2026", body)


# ---- who is missing ----


def test_a_unit_without_a_supporter_is_late_and_leads() -> None:  # Yam 6(1), D1
    whole = row(town(*WHOLE), "roster-board-units")
    assert (whole.state, whole.values, whole.leads) == (State.MET, {"n": 0}, False)
    short = row(town(*(one for one in WHOLE if one.person != "U0TAX")), "roster-board-units")
    assert (short.article, short.state, short.values, short.leads) == ("Yam 6(1)", State.LATE, {"n": 1}, True)
    room = row(town(*(one for one in WHOLE if one.person != "U0UPSTAIRS")), "roster-board-rooms")
    assert (room.article, room.state, room.values) == ("Yam 6(2)", State.LATE, {"n": 1})


def counsellors(number: int) -> list[Appointment]:
    return [appointment(f"U0C{n}", Role.COUNSELLOR) for n in range(number)]


@pytest.mark.parametrize(("there", "state"), [(6, State.MET), (5, State.OPEN), (2, State.OPEN), (1, State.LATE)])
def test_six_counsellors_are_asked_for_and_two_are_needed(there: int, state: State) -> None:  # Aki 7(3)
    duty = row(town(*WHOLE, *counsellors(there)), "roster-board-office", office="counsellor")
    assert (duty.article, duty.state, duty.leads) == ("Aki 7(3)", state, state is not State.MET)
    assert (duty.values["there"], duty.values["seats"]) == (there, 6)


def test_who_left_who_serves_one_case_and_who_decides_on_personnel_fills_no_office() -> None:  # K6, Aku 5
    people = (Person("U0A", "A", "Tax", left=True), Person("U0B", "B", "Tax", personnel_authority=True))
    held = (
        appointment("U0A", Role.PLANNER),
        appointment("U0B", Role.CLERK),
        appointment("U0C", Role.SECRETARIAT, basis=FOR_ONE_CASE),
    )
    ledger = FakeLedger(rows=people, roster=held)
    for office in ("planner", "clerk", "secretariat"):
        assert row(ledger, "roster-board-office", office=office).values["there"] == 0


# ---- terms ----


def test_a_term_that_nears_its_end_undecided_leads_with_its_day() -> None:  # P3
    march = datetime(2027, 3, 20, 1, 0, tzinfo=UTC)
    held = tuple(replace(one, ends_on=date(2027, 3, 31)) for one in WHOLE if one.role is Role.UNIT_SUPPORTER)
    duty = row(town(*held), "roster-board-terms", march, office="unit_supporter")
    assert (duty.state, duty.values["n"], duty.due_on) == (State.OPEN, len(held), date(2027, 3, 31))
    assert duty.leads
    decided = town(*(replace(one, let_end=True) for one in held))
    quiet = row(decided, "roster-board-terms", march, office="unit_supporter")
    assert (quiet.state, quiet.due_on, quiet.leads) == (State.MET, None, False)


def test_terms_that_end_on_a_day_are_one_date_with_their_number() -> None:
    held = tuple(one for one in WHOLE if one.role is Role.UNIT_SUPPORTER)
    released = replace(held[0], id="r", released_on=date(2026, 10, 1))
    [found] = days(town(*held, released), "roster-date-terms", date(2027, 3, 1), date(2027, 3, 31))
    assert (found.day, found.roles) == (date(2027, 3, 31), (Role.UNIT_HEAD,))
    assert found.values == {"office": "unit_supporter", "n": len(held)}
    assert days(town(*held), "roster-date-terms", date(2027, 4, 1), date(2028, 3, 30)) == []


# ---- the notice and the thanks ----


def announced(*months: str) -> dict[tuple[str, str], dict[str, int]]:
    return {("roster", month): {announcement.ANNOUNCED: 1} for month in months}


@pytest.mark.parametrize(
    ("day", "months", "state"),
    [(2, ("2026-08",), State.OPEN), (18, ("2026-08",), State.OPEN), (21, ("2026-08",), State.LATE),
     (21, ("2026-08", "2026-09"), State.MET)],
)  # fmt: skip
def test_the_monthly_notice_counts_as_sent_when_it_was_sent(day: int, months: tuple[str, ...], state: State) -> None:
    ledger = FakeLedger(counted=announced(*months, "2026-03"))
    duty = row(ledger, "roster-board-announcement", datetime(2026, 9, day, 3, 0, tzinfo=UTC))
    assert (duty.state, duty.values) == (state, {"n": len(months)})


def test_that_it_was_sent_is_written_when_the_last_has_got_it() -> None:
    people = tuple(Person(f"U{n:03}", "N", "A") for n in range(announcement.AT_A_TIME + 1))
    ledger, case = FakeLedger(rows=people), Case("c", "roster", "", "", 0, "2026-09", "v1")
    first = announcement.on_announcement(case, Deadline("roster", "announcement", NOW, 0, "2026-09"), ledger, NOW)
    last = announcement.on_announcement(case, Deadline("roster", "announcement", NOW, 1, "2026-09"), ledger, NOW)
    assert first is not None
    assert last is not None
    assert (first.counts, last.counts) == ((), (Count("announced", "2026-09"),))


def test_thanks_are_given_once_in_the_fiscal_year() -> None:  # Yam 4(3)(2)
    case = Case("c", "roster", "", "", 0, "2026-09", "v1")
    assert thanks.thank(case, FakeLedger(), NOW).counts == (Count("thanked", f"{TODAY:%Y-%m}"),)
    assert row(FakeLedger(), "roster-board-thanks").due_on == date(2027, 3, 31)
    before = FakeLedger(counted={("roster", "2026-03"): {"thanked": 1}})
    assert row(before, "roster-board-thanks").state is State.OPEN
    done = FakeLedger(counted={("roster", "2026-05"): {"thanked": 1}})
    assert row(done, "roster-board-thanked").state is State.MET


# ---- training ----


def test_training_is_met_when_one_was_held_and_never_told_by_its_title() -> None:  # Yam 7(4), Aki 6(2)
    cases = [session("2026-06-01", "held"), session("2026-10-01"), session("2026-11-01", audience="everybody"),
             session("2026-11-02", audience="Tax"), session("2026-11-03", "called_off")]  # fmt: skip
    ledger = FakeLedger(cases=cases)
    support, staff = (row(ledger, f"roster-board-training-{what}") for what in ("support", "staff"))
    assert (support.state, support.values) == (State.MET, {"held": 1, "ahead": 1})
    assert (staff.state, staff.values) == (State.OPEN, {"held": 0, "ahead": 2})
    found = [one for one in board.dates(ledger, date(2026, 9, 1), date(2026, 12, 31)) if "training" in one.key]
    assert [(one.day.day, one.key.rsplit("-", 1)[1]) for one in found] == [(1, "support"), (1, "staff"), (2, "unit")]
    assert found[1].roles == ()
    assert Role.UNIT_HEAD in found[2].roles
    assert "CANARY" not in str([*found, *board.duties(ledger, NOW)])


def test_the_days_of_notice_keys_and_thanks_lie_within_what_was_asked() -> None:
    first, last = date(2026, 9, 18), date(2027, 4, 15)
    found = board.dates(fakes.FakeLedger(roster=()), first, last)
    assert [one.day for one in found if one.key == "roster-date-keys"] == [date(2027, 4, 15)]
    assert [one.day for one in found if one.key == "roster-date-thanks"] == [date(2027, 3, 1)]
    notices = [one.day for one in found if one.key == "roster-date-announcement"]
    assert (notices[0], len(notices)) == (date(2026, 9, 18), 7)
