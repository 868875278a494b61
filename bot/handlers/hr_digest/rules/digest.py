"""When the digest of a month is published, to whom it goes, and what is frozen in it (D1)."""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import date, datetime
from typing import Any

from bot.handlers.hr_digest.rules.figures import HARASSMENT, PEER, STRESS, of_month
from bot.handlers.hr_digest.rules.moves import DIGEST, FLOW
from bot.rules.cases import Deadline, Decision, Notice, NoticeClass, Opening
from bot.rules.counted import published_on
from bot.rules.disclosure import threshold
from bot.rules.duties import Dated, Duty
from bot.rules.ledger import Ledger
from bot.rules.office import DAY, first_of, next_month
from bot.rules.people import AFFAIRS_HEADS, Role, holders

PUBLISH = "digest"
MONTHS_AHEAD = 12  # so many are planned at once: a program that stood still for so long misses none
MONTHS_BACK = 3  # so far back the newest one is looked for
KNOWN_BY_OFFICE = {
    HARASSMENT: frozenset({*AFFAIRS_HEADS, Role.DESK_OFFICER, Role.COUNSELLOR, Role.SECRETARIAT}),
    STRESS: frozenset({Role.CLERK, Role.JOINT_CLERK, Role.IMPLEMENTER, Role.AFFAIRS_STAFF}),
    PEER: frozenset({Role.UNIT_SUPPORTER, Role.HQ_SUPPORTER, Role.COORDINATOR, Role.WELFARE_HEAD}),
}
"""Who knows single matters of a flow by office: a digest that they read gives its total only."""


def plan(ledger: Ledger, now: datetime) -> list[Deadline]:
    """The days of the next digests; one that is past is planned too, so that a standstill only delays it."""
    month, planned = _last_month(ledger, now), []
    for _ in range(MONTHS_AHEAD):
        at = ledger.office.opening(published_on(month, ledger.office, ledger.policy))
        planned.append(Deadline(digest_id(month, ledger), PUBLISH, at, period=month))
        month = next_month(month)
    return planned


def digest_id(month: str, ledger: Ledger) -> str:
    """The id of a month's digest."""
    return ledger.case_id_for(FLOW, DIGEST.kind, "", month)


def publish(month: str, duties: Sequence[Duty], dates: Sequence[Dated], ledger: Ledger, now: datetime) -> Decision:
    """Frozen now and never again changed; the readers of this day get it as one message."""
    readers = readers_of(ledger, now)
    news = tuple(
        Notice(
            reader, NoticeClass.ANNOUNCEMENT, digest_id(month, ledger), once=f"{FLOW}:{month}:{reader}", topic="digest"
        )
        for reader in readers
    )  # fmt: skip
    body = frozen(month, duties, dates, ledger, now)
    return Decision(act="publish", opens=Opening(DIGEST.kind, month), body=body, notices=news)


def frozen(month: str, duties: Sequence[Duty], dates: Sequence[Dated], ledger: Ledger, now: datetime) -> dict[str, Any]:
    """All that a digest says, as plain values; asked again with the same counters it is the same, byte for byte."""
    counted = {flow: ledger.counts(flow, month) for flow in (PEER, HARASSMENT, STRESS)}
    known = only_totals(ledger, now)
    return {
        "month": month,
        "k": threshold(ledger.policy.minimum_cell, ledger.policy.known_to_reader),
        "only_totals": sorted(known),
        "flows": [one.as_json() for one in of_month(counted, ledger.policy, only_totals=known)],
        "leads": [_plain(duty) for duty in duties if duty.leads],
        "dates": [_plain(one) for one in sorted(dates, key=lambda one: (one.day, one.key))],
    }


def readers_of(ledger: Ledger, now: datetime) -> tuple[str, ...]:
    """Who gets the digest on this day."""
    today = ledger.office.day(now)
    return holders(ledger.appointments(today), {Role.DIGEST_READER}, today)


def only_totals(ledger: Ledger, now: datetime) -> frozenset[str]:
    """Flows of which a reader of today knows single matters by another office (Aki 7(8), Aku 11(2))."""
    today, readers = ledger.office.day(now), set(readers_of(ledger, now))
    appointments = ledger.appointments(today)
    return frozenset(
        flow for flow, roles in KNOWN_BY_OFFICE.items() if readers & set(holders(appointments, roles, today))
    )


def days_ahead(month: str, ledger: Ledger) -> tuple[date, date]:
    """The days whose dates a digest tells: from the day after it until the end of the next month."""
    first = published_on(month, ledger.office, ledger.policy) + DAY
    return first, first_of(next_month(next_month(next_month(month)))) - DAY


def _plain(row: Duty | Dated) -> dict[str, Any]:
    """A row as JSON can hold it."""
    return {one.name: _value(getattr(row, one.name)) for one in fields(row)}


def _value(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {key: _value(one) for key, one in value.items()}
    return [_value(one) for one in value] if isinstance(value, tuple | list) else value


def latest(ledger: Ledger, now: datetime) -> str:
    """The id of the newest digest that has been published; "" for none in the last quarter."""
    month = _last_month(ledger, now)
    for _ in range(MONTHS_BACK):
        found = ledger.case(digest_id(month, ledger))
        if found is not None:
            return found.id
        month = f"{first_of(month) - DAY:%Y-%m}"
    return ""


def _last_month(ledger: Ledger, now: datetime) -> str:
    """The month before this one."""
    return f"{first_of(ledger.office.month(now)) - DAY:%Y-%m}"
