"""Terms are reminded of 45, 14 and 3 days before, on office days, until it is decided; renewed without a gap (P3)."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.errors import Refused
from bot.handlers.roster.rules import terms
from bot.handlers.roster.rules.offices import decided_by
from bot.rules.cases import Case, Deadline, Decision
from bot.rules.people import Appointment, Role
from tests import fakes
from tests.fakes import FakeLedger
from tests.handlers.roster.test_naming_rules import CASE, NOW, PEOPLE, ROSTER, TAX_HEAD, UNIT_HEAD, held, ledger

END = date(2027, 3, 31)
FEBRUARY = datetime(2027, 2, 12, 1, 0, tzinfo=UTC)
NOTHING = Case("", "roster", "", "", 0, "2027-02", "v")


def planned(here: FakeLedger, now: datetime = NOW) -> list[Deadline]:
    return terms.plan(here, now)


def days(deadlines: list[Deadline]) -> list[str]:
    return [fakes.OFFICE.local(one.due_at).strftime("%m-%d %H:%M") for one in deadlines]


def test_every_term_with_an_end_is_reminded_of_three_times_on_office_days() -> None:
    found = planned(ledger(held()))

    assert days(found) == ["02-12 08:30", "03-17 08:30", "03-26 08:30"]  # two of them would be Sundays
    assert {(one.subject, one.kind, one.period) for one in found} == {(held().id, "term", "2027-03-31")}
    assert planned(ledger(held())) == found  # asking again is harmless


@pytest.mark.parametrize(
    "one",
    [
        held(ends_on=None),
        held(released_on=date(2026, 12, 1)),
        held(starts_on=date(2025, 4, 1), ends_on=date(2026, 3, 31)),
        held(role=Role.DESK_OFFICER),  # while in post (Aki 7(2))
    ],
)
def test_what_has_no_end_ahead_or_is_not_ours_is_not_planned(one: Appointment) -> None:
    assert planned(ledger(one)) == []


def test_who_is_named_on_the_20th_of_march_is_reminded_of_what_is_left() -> None:
    assert days(planned(ledger(held(starts_on=date(2027, 3, 20))))) == ["03-26 08:30"]


def reminded(
    here: FakeLedger, one: Appointment, now: datetime = FEBRUARY, period: str = "2027-03-31"
) -> Decision | None:
    deadline = Deadline(one.id, "term", now, 1, period)
    return terms.on_term(NOTHING, deadline, here, now)


@pytest.mark.parametrize(
    ("role", "recipient", "screen"),
    [
        (Role.UNIT_SUPPORTER, UNIT_HEAD, "unit"),
        (Role.HQ_SUPPORTER, fakes.HEAD, "overview"),
        (Role.COORDINATOR, fakes.HEAD, "overview"),
        (Role.EXTERNAL_ADVISER, fakes.HEAD, "overview"),
        (Role.COUNSELLOR, "U0AFFAIRS", "gaps"),  # Aki 7(4)
        (Role.COMMITTEE_MEMBER, "U0AFFAIRS", "gaps"),  # Aki 10
    ],
)
def test_the_appointing_person_is_reminded_with_the_last_day(role: Role, recipient: str, screen: str) -> None:
    affairs = held("U0AFFAIRS", role=Role.AFFAIRS_HEAD, ends_on=None)
    decision = reminded(ledger(held(role=role), affairs), held(role=role))

    assert decision is not None
    (notice,) = decision.notices
    assert (notice.recipient, notice.topic, notice.due_on, notice.about) == (recipient, screen, END, "")


def test_two_terms_that_end_on_one_day_are_one_message() -> None:
    one, other = held(), held("U0UPSTAIRS")
    here = ledger(one, other)

    keys = {reminded(here, a).notices[0].once for a in (one, other)}  # type: ignore[union-attr]
    assert len(keys) == 1


FOLLOWING = held(starts_on=date(2027, 4, 1), ends_on=date(2028, 3, 31))


@pytest.mark.parametrize(
    ("here", "one"),
    [
        (ledger(held(), FOLLOWING), held()),  # renewed
        (ledger(held(let_end=True)), held(let_end=True)),
        (ledger(held(released_on=date(2027, 3, 1))), held()),
        (ledger(held(ends_on=date(2027, 2, 28))), held()),  # a roster file has changed its last day
        (ledger(), held()),
    ],
)
def test_nobody_is_reminded_of_what_is_decided(here: FakeLedger, one: Appointment) -> None:
    assert reminded(here, one) is None


def test_nobody_is_reminded_after_the_term() -> None:
    assert reminded(ledger(held()), held(), datetime(2027, 4, 2, tzinfo=UTC)) is None


def test_a_reminder_that_could_not_leave_before_the_end_is_dropped() -> None:
    decision = reminded(ledger(held()), held())

    assert decision is not None
    assert decision.notices[0].not_after == datetime(2027, 3, 31, 15, tzinfo=UTC)


def renewed(one: Appointment, *more: Appointment, now: datetime = FEBRUARY) -> Decision | Refused:
    return terms.renew(UNIT_HEAD, replace(CASE, id=one.id), ledger(one, *more), now)


def test_a_renewal_is_the_next_term_of_the_same_person_from_the_day_after() -> None:
    one = held(room="1F", checked_on=date(2026, 4, 2))

    decision = renewed(one)
    assert isinstance(decision, Decision)
    (following,) = decision.appointments
    assert (following.starts_on, following.ends_on) == (date(2027, 4, 1), date(2028, 3, 31))
    assert (following.person, following.role, following.room) == (one.person, one.role, one.room)
    assert (following.sworn_on, following.checked_on) == (one.sworn_on, one.checked_on)  # the same office, no gap
    assert (following.id, following.entered_by) == ("", UNIT_HEAD)


@pytest.mark.parametrize(
    ("one", "more", "reason"),
    [
        (held(), (FOLLOWING,), "roster-renewed-already"),
        (held(), (replace(FOLLOWING, released_on=date(2027, 4, 1)),), None),  # what was stored was taken back
        (held(let_end=True), (), None),
        (held(released_on=date(2027, 3, 1)), (), "roster-renewed-already"),
        (held(ends_on=None), (), "roster-over-already"),
        (held(ends_on=date(2026, 12, 31)), (), "roster-over-already"),
    ],
)
def test_what_can_be_renewed(one: Appointment, more: tuple[Appointment, ...], reason: str | None) -> None:
    found = renewed(one, *more)

    assert (found.reason if isinstance(found, Refused) else None) == reason


def test_the_next_to_end_stands_first_and_only_what_is_near_is_due() -> None:
    near, later = held(), held("U0UPSTAIRS", ends_on=date(2027, 9, 30))
    here = ledger(later, near, held("U0TAX", unit="Tax"))

    mine = decided_by(UNIT_HEAD, Role.UNIT_HEAD, here, date(2027, 2, 12))
    assert mine == (near, later)
    assert terms.ending(mine, here, FEBRUARY) == (near,)
    assert terms.ending(mine, here, datetime(2027, 2, 10, tzinfo=UTC)) == ()


def test_a_unit_without_a_head_is_heard_of_by_the_head_of_welfare_on_the_own_screen() -> None:
    here = FakeLedger(roster=(ROSTER[2], held()), rows=PEOPLE)

    decision = reminded(here, held())
    assert decision is not None
    assert [(n.recipient, n.topic) for n in decision.notices] == [(fakes.HEAD, "overview")]


def test_letting_it_end_is_kept_with_the_appointment() -> None:
    decision = terms.let_end(replace(CASE, id=held().id), ledger(held()), FEBRUARY)

    assert isinstance(decision, Decision)
    assert decision.appointments == (held(let_end=True),)
    assert isinstance(terms.let_end(CASE, ledger(), FEBRUARY), Refused)


def test_a_head_of_another_unit_has_nothing_to_decide_here() -> None:
    assert decided_by(TAX_HEAD, Role.UNIT_HEAD, ledger(held()), date(2027, 2, 12)) == ()
