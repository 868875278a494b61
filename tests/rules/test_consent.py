"""What a consent covers, and from when to when."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.errors import Refused
from bot.rules.consent import Consent, ConsentState, Disclosure, covers, deemed_consent, opened, state_of, withdraw
from bot.rules.office import OfficeCalendar
from bot.rules.people import Role

OFFICE = OfficeCalendar(
    zone=ZoneInfo("Asia/Tokyo"),
    opens=time(8, 30),
    closes=time(17, 15),
    closed_weekdays=frozenset({5, 6}),
    closed_yearly=frozenset(),
    closed_on=frozenset(),
    open_on=frozenset(),
    is_holiday=lambda day: False,
)
GIVEN = datetime(2026, 9, 1, 1, tzinfo=UTC)
LATER = GIVEN + timedelta(days=3)
YES = Consent("U2", "referral", frozenset({"name", "topic"}), GIVEN, expires_on=date(2026, 9, 30))
WANTED = Disclosure("U2", Role.HQ_SUPPORTER, "referral", frozenset({"name"}))


@pytest.mark.parametrize(
    ("change", "allowed"),
    [
        ({}, True),
        ({"fields": frozenset({"name", "topic"})}, True),
        ({"fields": frozenset({"name", "phone"})}, False),
        ({"fields": frozenset()}, False),
        ({"reader": "U3"}, False),
        ({"purpose": "advice"}, False),
        ({"hat": Role.EXTERNAL_ADVISER}, True),  # the person was named, not an office
    ],
)
def test_a_consent_covers_its_reader_purpose_and_fields_and_nothing_else(change, allowed):
    assert covers([YES], replace(WANTED, **change), LATER, OFFICE) is allowed


def test_a_consent_for_an_office_covers_whoever_wears_that_hat_and_no_other_hat():
    office = replace(YES, recipient=Role.WELFARE_HEAD)
    assert covers([office], replace(WANTED, hat=Role.WELFARE_HEAD), LATER, OFFICE)
    assert not covers([office], replace(WANTED, hat=Role.COORDINATOR), LATER, OFFICE)


def test_without_any_consent_nothing_is_covered():
    assert not covers([], WANTED, LATER, OFFICE)


def test_two_consents_add_up_only_while_both_live_and_for_the_same_purpose():
    more = replace(YES, fields=frozenset({"phone"}))
    both = replace(WANTED, fields=frozenset({"name", "phone"}))
    assert covers([YES, more], both, LATER, OFFICE)
    assert not covers([YES, withdraw(more, LATER)], both, LATER, OFFICE)
    assert not covers([YES, replace(more, purpose="advice")], both, LATER, OFFICE)


@pytest.mark.parametrize(
    ("moment", "state"),
    [
        (GIVEN - timedelta(seconds=1), ConsentState.NOT_YET),
        (GIVEN, ConsentState.LIVE),
        (datetime(2026, 9, 30, 14, 59, 59, tzinfo=UTC), ConsentState.LIVE),  # 23:59:59 in the office
        (datetime(2026, 9, 30, 15, tzinfo=UTC), ConsentState.EXPIRED),  # 1 October in the office
    ],
)
def test_a_consent_lives_from_its_moment_through_its_last_day_in_office_time(moment, state):
    assert state_of(YES, moment, OFFICE) is state


def test_a_consent_without_an_end_lives_on():
    assert state_of(replace(YES, expires_on=None), GIVEN + timedelta(days=4000), OFFICE) is ConsentState.LIVE


def test_a_withdrawal_counts_from_its_very_instant_and_its_first_moment_stays():
    gone = withdraw(YES, LATER)
    assert state_of(gone, LATER - timedelta(microseconds=1), OFFICE) is ConsentState.LIVE
    assert state_of(gone, LATER, OFFICE) is ConsentState.WITHDRAWN
    assert not covers([gone], WANTED, LATER, OFFICE)
    assert withdraw(gone, LATER + timedelta(days=1)) == gone


def test_an_application_is_consent_for_each_named_reader_to_the_result_and_never_the_answers():
    deemed = deemed_consent([Role.AFFAIRS_STAFF], GIVEN, None)
    wanted = Disclosure("U9", Role.AFFAIRS_STAFF, "interview", frozenset({"result"}))
    assert covers(deemed, wanted, LATER, OFFICE)
    assert not covers(deemed, replace(wanted, fields=frozenset({"answers"})), LATER, OFFICE)
    assert not covers(deemed, replace(wanted, hat=Role.AFFAIRS_HEAD), LATER, OFFICE)
    assert {c.article for c in deemed} == {"Aku 11(2)"}


def test_a_deemed_consent_can_be_taken_back_until_the_result_was_opened():
    (deemed,) = deemed_consent([Role.AFFAIRS_STAFF], GIVEN, None)
    assert state_of(withdraw(deemed, LATER), LATER, OFFICE) is ConsentState.WITHDRAWN
    with pytest.raises(Refused) as refusal:
        withdraw(opened(deemed, LATER), LATER)
    assert refusal.value.reason == "consent-already-opened"


def test_a_consent_that_was_asked_for_can_be_taken_back_even_after_reading():
    read = opened(YES, LATER)
    assert opened(read, LATER + timedelta(days=1)) == read
    assert withdraw(read, LATER + timedelta(days=1)).withdrawn_at is not None
