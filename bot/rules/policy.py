"""The organisation's policy as frozen values: every number, each with the article it comes from.

Field names are the keys of policy.toml; bot/policy.py reads and checks the file.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Literal

from bot.rules.policy_harassment import Harassment
from bot.rules.policy_own import OwnRecords
from bot.rules.policy_rows import Row
from bot.rules.policy_stress import StressCheck

Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
Limit = Literal["days", "months", "years", "day_of_next_month", "given", "promptly", "none"]
Counting = Literal[
    "minutes",
    "working_hours",
    "working_days",
    "days",
    "days_left",
    "window_percent",
    "day_of_next_month",
]
Term = Literal["fiscal_year", "one_year", "in_post", "contract", "none"]
AtTheEnd = Literal["destroy", "return", "by_order", "undecided"]
OnCall = Literal["coordinator", "welfare_head", "affairs_head", "implementer"]  # who may learn whom a call is about


@dataclass(frozen=True)
class Topic:
    """A group of matters that peer support is for (Yam 3), with what is named by consent only (P7)."""

    key: str
    ja: str
    en: str
    article: str
    subtopics: tuple[Row, ...] = ()


@dataclass(frozen=True)
class Organisation:
    """Its name in both languages."""

    ja: str
    en: str


@dataclass(frozen=True)
class OfficeHours:
    """When the office is open. `closed_yearly` holds "12-29"; `open_on` wins over every other rule."""

    article: str
    zone: str
    opens: time
    closes: time
    closed_weekdays: frozenset[Weekday]
    public_holidays: Literal["japan", "none"]
    closed_yearly: tuple[str, ...] = ()
    closed_on: frozenset[date] = frozenset()
    open_on: frozenset[date] = frozenset()


@dataclass(frozen=True)
class ClockRule:
    """One deadline: how its last day is counted, when it reminds and whom.

    `limit` "given" takes the last day from the case (a term, a round); "promptly" and "none" have none.
    `length` is the number of days, months or years, or the day of the next month.
    `last_day` "moves" to the next office day when it is closed, or "stays".
    `stages` holds the reminders by the way they are counted; their numbers run from 1 in this order.
    `repeat_minutes` repeats the last stage, `overdue_days` the nudge after the limit, until the act is done.
    """

    article: str
    limit: Limit
    nudges: tuple[str, ...]
    stages: Mapping[Counting, tuple[int, ...]]
    length: int | None = None
    last_day: Literal["moves", "stays"] = "stays"
    repeat_minutes: int | None = None
    overdue_days: int | None = None


@dataclass(frozen=True)
class RoleRule:
    """One office: how long it lasts, how many sit in it and how few it works with (R2).

    `seats` is the exact number the regulation names, `smallest` the number below which there is a gap.
    """

    ja: str
    en: str
    article: str
    term: Term
    smallest: int = 0
    per: Literal["organisation", "unit"] = "organisation"
    seats: int | None = None


@dataclass(frozen=True)
class Doubling:
    """Two offices that one person may hold together."""

    roles: tuple[str, str]
    article: str


@dataclass(frozen=True)
class HelpLine:
    """A telephone number that helps at once, as its source printed it on the day it was checked."""

    key: str
    ja: str
    en: str
    number: str
    hours_ja: str
    hours_en: str
    source: str
    checked_on: date


@dataclass(frozen=True)
class Contact:
    """A way to reach somebody without Slack."""

    key: str
    ja: str
    en: str
    phone: str
    mail: str = ""


@dataclass(frozen=True)
class RetentionRule:
    """How long a class of records is kept and what happens then; without `years` nothing is disposed of.

    Until `hold_until` nothing of it is disposed of either, by the order `hold_order` (a legal hold).
    """

    article: str
    at_the_end: AtTheEnd
    years: int | None = None
    hold_until: date | None = None
    hold_order: str = ""


@dataclass(frozen=True)
class PeerSupport:
    """How a peer-support request ends (G8, P13), and how long consents, questions for them, drafts and replies take."""

    end_choice_days: int
    idle_asks_days: int
    idle_ends_days: int
    contact_days: int
    consent_days: int
    consent_ask_days: int
    reply_office_days: int
    draft_days: int
    practice_days: int
    later_checks: tuple[int, ...]


@dataclass(frozen=True)
class Danger:
    """What follows a cry for help (G5); its repeat interval stands with the clock.

    `on_call` are the offices that are paged, in this order, each holder `pages_each` times before the next.
    """

    on_call: tuple[OnCall, ...]
    pages_each: int
    review_hours: int
    identity_hours: int
    reported_above: int


@dataclass(frozen=True)
class StepUp:
    """How long a one-time code is good for, and how many wrong ones make somebody wait."""

    minutes: int
    wrong_codes: int
    wrong_minutes: int


IdentifyingKind = Literal[
    "name", "mention", "unit", "room", "employment", "when", "phone", "mail", "number"
]  # fmt: skip


@dataclass(frozen=True)
class EmploymentWords:
    """What a class of employment of the roster (`key`) is called in a text."""

    key: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class IdentifyingPattern:
    """How something that identifies is written; a regular expression over half-width lower-case text."""

    kind: IdentifyingKind
    pattern: str


@dataclass(frozen=True)
class Identifying:
    """What in a text may tell who somebody is, beside the roster's own words (Yam 10(2), 11(3)).

    `titles` follow a name; each text of `alike` holds characters that count as one.
    """

    article: str
    titles: tuple[str, ...]
    alike: tuple[str, ...]
    employment: tuple[EmploymentWords, ...]
    patterns: tuple[IdentifyingPattern, ...]


@dataclass(frozen=True)
class Roster:
    """What keeps the roster alive (Yam 4(3), 7(4), 14): days of the month, days before, a month and day."""

    announcement_day: int
    training_days_before: tuple[int, ...]
    qualification_days_before: tuple[int, ...]
    thanks_on: str
    keys_on: str


@dataclass(frozen=True)
class Policy:
    """All of it; `version` names the file's bytes and is stored with every case (G12)."""

    version: str
    notice_slot_minutes: int
    minimum_cell: int
    known_to_reader: int
    minimum_contributors: int
    digest_after_day: int
    sent_message_days: int
    backup_days: int
    step_up_codes: bool
    step_up: StepUp
    organisation: Organisation
    office: OfficeHours
    clocks: Mapping[str, ClockRule]
    terms: Mapping[Term, str]
    roles: Mapping[str, RoleRule]
    doublings: tuple[Doubling, ...]
    topics: tuple[Topic, ...]
    step_aside_reasons: tuple[Row, ...]
    means: tuple[Row, ...]
    durations: tuple[Row, ...]
    activities: tuple[Row, ...]
    requesters: tuple[Row, ...]
    adviser_fields: tuple[Row, ...]
    release_reasons: tuple[Row, ...]
    exemption_reasons: tuple[Row, ...]
    help_lines: tuple[HelpLine, ...]
    contacts: tuple[Contact, ...]
    retention: Mapping[str, RetentionRule]
    peer_support: PeerSupport
    harassment: Harassment
    stress_check: StressCheck
    danger: Danger
    roster: Roster
    own_records: OwnRecords
    identifying: Identifying
