"""What a policy must fulfil beyond its types; every mistake begins with its key path and says what to do."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from itertools import pairwise
from operator import attrgetter
from typing import Any
from zoneinfo import available_timezones

from bot.rules import policy_harassment, policy_own, policy_stress
from bot.rules.policy import (
    ClockRule,
    Danger,
    Doubling,
    Identifying,
    OfficeHours,
    PeerSupport,
    RetentionRule,
    RoleRule,
    Roster,
    Topic,
)
from bot.rules.policy_rows import list_mistakes, row_mistakes

CLOCKS = frozenset({
    "request_answer", "advice_answer", "danger", "monthly_report", "adviser_report", "term_end", "gaps",
    "responders", "form1", "head_decision", "form2", "committee", "measures", "stress_taking",
    "stress_review", "interview_request", "stress_wish", "interview_delivery", "physician_opinion",
    "stress_measures", "stress_groups", "stress_improvement", "retention", "own_request",
})  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
COUNTED = {"days": 366, "months": 24, "years": 50, "day_of_next_month": 28}


Mistakes = Iterator[str]
Check = Callable[..., Mistakes]


def mistakes_in(sections: Mapping[str, Any]) -> list[str]:
    """One sentence for each mistake in these top-level keys of a policy; none for one that can be run.

    A key that is absent is passed over: what is wrong with its shape has been said already.
    """
    return [
        mistake
        for names, check in CHECKS
        if sections.keys() >= set(names)
        for mistake in check(*(sections[name] for name in names))
    ]


def month_and_day(text: str) -> tuple[int, int]:
    """ "12-29" as numbers; ValueError for anything else."""
    leap_day = date.fromisoformat(f"2028-{text}")  # a leap year, so that 02-29 is allowed
    return leap_day.month, leap_day.day


def _in_range(where: str, least: int, most: int) -> Check:
    """A check of the single number at a key path."""
    read = attrgetter(where.partition(".")[2]) if "." in where else int

    def check(section: Any) -> Mistakes:
        if not least <= read(section) <= most:
            yield f"{where}: must be a number from {least} to {most}"

    return check


def _endings(peer: PeerSupport) -> Mistakes:
    if peer.idle_ends_days <= peer.idle_asks_days:
        yield "peer_support.idle_ends_days: must be more than peer_support.idle_asks_days"
    if len(peer.later_checks) > 1:
        yield "peer_support.later_checks: must hold one day at most"
    if any(day > peer.contact_days for day in peer.later_checks):
        yield "peer_support.contact_days: must not be less than peer_support.later_checks"
    if peer.later_checks and not _ascending(peer.later_checks, least=1):
        yield "peer_support.later_checks: must be days that grow from 1 on"


def _roster(roster: Roster) -> Mistakes:
    for name in ("training_days_before", "qualification_days_before"):
        days = getattr(roster, name)
        if not _ascending(days[::-1], least=1):
            yield f"roster.{name}: must be days of 1 or more, the largest first"
    for name in ("thanks_on", "keys_on"):
        try:
            date.fromisoformat(f"2027-{getattr(roster, name)}")  # a day of every year
        except ValueError:
            yield f"roster.{name}: must be a month and a day, like 03-01"


def _identifying(identifying: Identifying) -> Mistakes:
    for place, row in enumerate(identifying.patterns):
        try:
            if re.compile(row.pattern).search(""):
                yield f"identifying.patterns.{place}.pattern: must not fit the empty text"
        except re.error as error:
            yield f"identifying.patterns.{place}.pattern: is not a regular expression ({error})"


def _danger(danger: Danger) -> Mistakes:
    if not danger.on_call or len(set(danger.on_call)) < len(danger.on_call):
        yield "danger.on_call: must name at least one office, and none twice"
    if danger.identity_hours < danger.review_hours:
        yield "danger.identity_hours: must not be less than danger.review_hours; after it nobody can be told"


def _office(office: OfficeHours) -> Mistakes:
    """Zone, hours and closed days."""
    if office.zone not in available_timezones():
        yield "office.zone: is not a known time zone; write one such as Asia/Tokyo"
    if office.opens >= office.closes:
        yield "office.closes: must be later than office.opens"
    if len(office.closed_weekdays) == len(WEEKDAYS):
        yield "office.closed_weekdays: must leave at least one weekday open"
    for place, text in enumerate(office.closed_yearly):
        try:
            month_and_day(text)
        except ValueError:
            yield f"office.closed_yearly.{place}: must be a month and a day such as 12-29"
    if office.closed_on & office.open_on:
        yield "office.open_on: holds a day that is also in office.closed_on; keep it in one of them"


def _clocks(clocks: Mapping[str, ClockRule]) -> Mistakes:
    """All clocks are there, and each one's stages lie before its limit."""
    for name in sorted(CLOCKS - clocks.keys()):
        yield f"clocks.{name}: is missing; add it"
    for name in sorted(clocks.keys() - CLOCKS):
        yield f"clocks.{name}: is not known; remove it or correct its name"
    for name, rule in clocks.items():
        yield from _clock(f"clocks.{name}", rule)


def _clock(where: str, rule: ClockRule) -> Mistakes:
    most = COUNTED.get(rule.limit)
    if most is None and rule.length is not None:
        yield f'{where}.length: must be left out where limit is "{rule.limit}"'
    if most is not None and not 1 <= (rule.length or 0) <= most:
        yield f'{where}.length: must be a number from 1 to {most} where limit is "{rule.limit}"'
    for name in ("repeat_minutes", "overdue_days"):
        if getattr(rule, name) is not None and getattr(rule, name) < 1:
            yield f"{where}.{name}: must be at least 1"
    for counting, numbers in rule.stages.items():
        yield from _stages(f"{where}.stages.{counting}", rule, counting, numbers)


def _stages(where: str, rule: ClockRule, counting: str, numbers: tuple[int, ...]) -> Mistakes:
    in_order = numbers[::-1] if counting == "days_left" else numbers
    if not _ascending(in_order, least=0 if counting in ("minutes", "days_left") else 1):
        yield f"{where}: must not be empty, repeat a number or go back in time"
    elif counting in ("days_left", "window_percent") and rule.limit in ("promptly", "none"):
        yield f'{where}: cannot be counted where limit is "{rule.limit}"'
    elif in_order[-1] > _reach(rule, counting):
        yield f"{where}: reaches past the limit; make it smaller"


def _reach(rule: ClockRule, counting: str) -> float:
    """The largest number that a stage may have without passing the limit."""
    if counting == "window_percent":
        return 99
    if counting == "day_of_next_month":
        return rule.length if rule.limit == "day_of_next_month" and rule.length else 28
    days = {"days": 1, "months": 28, "years": 365}.get(rule.limit)
    if counting not in ("days", "working_days", "days_left") or days is None or rule.length is None:
        return float("inf")
    return rule.length * days - (counting == "days_left")


def _rows(where: str) -> Check:
    """A check of one closed list: unique keys, texts that Slack can show."""
    return lambda rows: list_mistakes(where, rows)


def _subtopics(topics: tuple[Topic, ...]) -> Mistakes:
    for place, topic in enumerate(topics):
        yield from row_mistakes(f"topics.{place}.subtopics", topic.subtopics)


def _roles(roles: Mapping[str, RoleRule], terms: Mapping[str, str]) -> Mistakes:
    """Every term has its article, every number of seats makes sense."""
    for name, role in roles.items():
        if role.term not in terms:
            yield f"roles.{name}.term: has no article; add it to [terms]"
        if role.smallest < 0:
            yield f"roles.{name}.smallest: must not be negative"
        if role.seats is not None and role.seats < max(role.smallest, 1):
            yield f"roles.{name}.seats: must be at least 1 and not below smallest"


def _seats(harassment: policy_harassment.Harassment, roles: Mapping[str, RoleRule]) -> Mistakes:
    """Aki 9(4): each seat of the committee has its kind."""
    member = roles.get("committee_member")
    if member is not None and member.seats != len(harassment.seats):
        yield "harassment.seats: must hold a row for each of roles.committee_member.seats"


def _doublings(doublings: tuple[Doubling, ...], roles: Mapping[str, RoleRule]) -> Mistakes:
    for place, doubling in enumerate(doublings):
        if not set(doubling.roles) <= roles.keys():
            yield f"doublings.{place}.roles: names an office that is not in [roles]"


def _retention(retention: Mapping[str, RetentionRule]) -> Mistakes:
    """Years are given exactly where the organisation has decided (K8)."""
    for name, rule in retention.items():
        if (rule.years is None) != (rule.at_the_end == "undecided"):
            yield f'retention.{name}.years: must be given, or at_the_end be "undecided"'
        if rule.years is not None and not 1 <= rule.years <= 50:
            yield f"retention.{name}.years: must be a number from 1 to 50"
        if (rule.hold_until is None) != (not rule.hold_order):
            yield f"retention.{name}.hold_order: a hold needs both its last day and the number of its order"


def _ascending(numbers: tuple[int, ...], *, least: int) -> bool:
    return bool(numbers) and numbers[0] >= least and all(a < b for a, b in pairwise(numbers))


RANGES = (
    ("notice_slot_minutes", 1, 60),
    ("minimum_cell", 2, 100),
    ("known_to_reader", 0, 10),
    ("minimum_contributors", 1, 100),
    ("digest_after_day", 1, 28),
    ("sent_message_days", 1, 366),
    ("backup_days", 1, 366),
    ("peer_support.end_choice_days", 1, 366),
    ("peer_support.idle_asks_days", 1, 366),
    ("peer_support.contact_days", 1, 366),
    ("peer_support.consent_days", 1, 366),
    ("peer_support.consent_ask_days", 1, 90),
    ("peer_support.reply_office_days", 1, 30),
    ("peer_support.draft_days", 1, 90),
    ("peer_support.practice_days", 1, 31),
    ("roster.announcement_day", 1, 28),
    ("harassment.draft_days", 1, 366),
    ("harassment.form1_confirm_office_days", 1, 30),
    ("harassment.meeting_reminder_office_days", 1, 14),
    ("harassment.consent_ask_days", 1, 90),
    ("harassment.idle_asks_days", 1, 366),
    ("harassment.end_choice_days", 1, 366),
    ("harassment.contact_days", 1, 366),
    ("harassment.election_office_days", 1, 30),
    ("own_records.extension_days", 1, 366),
    ("own_records.kept_days", 1, 366),
    ("stress_check.group_size", 2, 1000),
    ("stress_check.unopened_paper_days", 1, 366),
    ("stress_check.result_notices_per_minute", 1, 300),
    ("stress_check.picture_minutes", 1, 1440),
    ("danger.pages_each", 1, 20),
    ("danger.review_hours", 1, 168),
    ("danger.identity_hours", 1, 720),
    ("step_up.minutes", 1, 480),
    ("step_up.wrong_codes", 1, 100),
    ("step_up.wrong_minutes", 1, 1440),
    ("danger.reported_above", 1, 100),
)
LISTS = (
    "topics",
    "step_aside_reasons",
    "means",
    "durations",
    "activities",
    "requesters",
    "adviser_fields",
    "release_reasons",
    "exemption_reasons",
    "help_lines",
    "contacts",
)
# Which top-level keys each check reads.
CHECKS: tuple[tuple[tuple[str, ...], Check], ...] = (
    *(((where.partition(".")[0],), _in_range(where, least, most)) for where, least, most in RANGES),
    *(((name,), _rows(name)) for name in LISTS),
    (("topics",), _subtopics),
    (("office",), _office),
    (("clocks",), _clocks),
    (("roles", "terms"), _roles),
    (("doublings", "roles"), _doublings),
    (("retention",), _retention),
    (("peer_support",), _endings),
    (("harassment",), policy_harassment.mistakes),
    (("harassment", "roles"), _seats),
    (("identifying",), _identifying),
    (("roster",), _roster),
    (("own_records",), policy_own.mistakes),
    (("stress_check",), policy_stress.mistakes),
    (("danger",), _danger),
)
