"""Who has opened a request and when: the mark that a supporter's opening leaves, and what the person sees of it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.rules.cases import Case, Decision, Record
from bot.rules.ledger import Ledger
from bot.rules.office import next_slot

LOOKED = "looked"  # kind of record: a supporter has opened the request
MARKS = frozenset({LOOKED, "opened"})  # the other one is written by the talk
OWN = "own"  # whom a mark of the talk means by the person


@dataclass(frozen=True)
class Opened:
    """Somebody has opened a request; `by` is "" where it can no longer be said who."""

    at: datetime
    by: str


def looked(viewer: str, case: Case, ledger: Ledger, now: datetime) -> Decision | None:
    """A supporter's opening leaves a mark for the person: one a day, and another one where something was new.

    The moment is the beginning of its shared slot: to the minute it would be nobody's business (G2).
    """
    if viewer not in case.handlers or viewer == case.requester:
        return None
    width = ledger.policy.notice_slot_minutes
    at = next_slot(now, width) - timedelta(minutes=width)
    records, by = ledger.records(case.id), ledger.case_ref(case, viewer)
    before = max((_moment(r) for r in records if r.kind == LOOKED and r.body["by"] == by), default=None)
    if before and ledger.office.day(before) == ledger.office.day(now):
        news = (r for r in records if r.kind not in MARKS and "at" in r.body)
        if not any(_moment(record) > before for record in news):
            return None
    return Decision(act="look", records=(Record(LOOKED, {"by": by, "at": at.isoformat()}),), keeps_rev=True)


def openings(case: Case, ledger: Ledger) -> tuple[Opened, ...]:
    """When which supporter has opened a request or its talk, the first time first."""
    identity = case.identity
    known = {*case.handlers, *identity.get("stepped_aside", ()), *identity.get("referred_from", ())}
    names = {ledger.case_ref(case, supporter): supporter for supporter in known}
    marks = (record.body for record in ledger.records(case.id) if record.kind in MARKS and record.body["by"] != OWN)
    found = {Opened(datetime.fromisoformat(body["at"]), names.get(body["by"], "")) for body in marks}
    return tuple(sorted(found, key=lambda opened: (opened.at, opened.by)))


def _moment(record: Record) -> datetime:
    return datetime.fromisoformat(record.body["at"])
