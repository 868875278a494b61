"""An external adviser reports each time (Yam 11(2)): owed when a support ends, nudged, sent without identity."""

from dataclasses import replace
from datetime import date, datetime
from itertools import count

from bot.handlers.peer_support.rules.choice import has_left
from bot.handlers.peer_support.rules.moves import FLOW
from bot.rules.access import Act
from bot.rules.cases import (
    Case,
    Count,
    Deadline,
    Decision,
    Notice,
    NoticeClass,
    Opening,
    Party,
    Purpose,
    Record,
    Spawn,
)
from bot.rules.counted import still_counts
from bot.rules.deadlines import stages
from bot.rules.ledger import Ledger
from bot.rules.passed import Passed
from bot.rules.people import HANDLERS, Appointment, Role, holders

ADVISER_REPORT, NUDGE = "adviser_report", "adviser_nudge"


def owed(decision: Decision, case: Case, ledger: Ledger, now: datetime) -> Decision:
    """The decision by which a support ends or moves on; where an adviser gave it, a report of it is owed from now.

    The report is a matter of its own and leads back to no request: its id comes from the adviser, the month and how
    many there are. Its adviser finds it on Home and is nudged (Yam 11(2)). Where it is the office that has ended, the
    report is of its last month.
    """
    adviser, today = next(iter(case.handlers), ""), ledger.office.day(now)
    held = _office_of(adviser, ledger, today)
    if case.state != "accepted" or held is None or held.role is not Role.EXTERNAL_ADVISER:
        return decision
    month = f"{_last(held, today):%Y-%m}"
    ids = (ledger.case_id_for(FLOW, ADVISER_REPORT, adviser, f"{month}:{number}") for number in count(1))
    report = next(case_id for case_id in ids if ledger.case(case_id) is None)
    planned = stages(ledger.policy.clocks["adviser_report"], now, ledger.office)
    asked = Spawn(
        Opening(ADVISER_REPORT, period=month),
        act="owe",
        id=report,
        body={"due_on": ledger.office.day(planned[-1].at).isoformat()},
        identity={"handlers": [adviser]},
        parties=(Party(adviser, Purpose.HANDLER),),
        deadlines=tuple(Deadline(report, NUDGE, s.at, s.number, month, s.not_after) for s in planned),
    )
    return replace(decision, spawns=(*decision.spawns, asked), answer={**decision.answer, "report": report})


def _office_of(handler: str, ledger: Ledger, today: date) -> Appointment | None:
    """The office under which somebody deals with requests, or did last; None for an account that is closed."""
    held = [a for a in ledger.appointments_of(handler) if a.role in HANDLERS and a.starts_on <= _last(a, today)]
    mine = [] if has_left(handler, ledger) else held
    return max(mine, key=lambda a: (_last(a, today), a.role is Role.EXTERNAL_ADVISER), default=None)


def _last(held: Appointment, today: date) -> date:
    """The last day on which an office has been held so far."""
    return min(held.last_day or today, today)


def unreported(person: str, ledger: Ledger) -> tuple[Case, ...]:
    """The reports that this adviser still owes."""
    open_cases = ledger.open_cases(person, Purpose.HANDLER, FLOW)
    return tuple(case for case in open_cases if case.kind == ADVISER_REPORT and case.state == "owed")


def report(done: Record, case: Case, ledger: Ledger, now: datetime) -> Decision:
    """The adviser reports to the welfare head (Yam 11(2)); from here on it also counts in the digest.

    One adviser's reports of a month count as one contributor with so many entries, as a supporter's month does.
    """
    adviser, month, today = case.handlers[0], case.period, ledger.office.day(now)
    before = sum(adviser in sent.handlers for sent in ledger.listed(FLOW, ADVISER_REPORT, month, "sent"))
    share = [Count(f"share.{before + 1}", month), *([Count(f"share.{before}", month, -1)] if before else [])]
    counts = (Count(f"topic.{done.body['topic']}", month), *share) if still_counts(month, ledger, now) else ()
    heads = holders(ledger.appointments(today), {Role.WELFARE_HEAD}, today)
    news = (
        Notice(head, NoticeClass.NEWS, case.id, once=f"{case.id}:sent:{head}", topic="adviser_reports")
        for head in heads
    )
    return Decision(
        act="report",
        body={**case.body, "sent_on": today.isoformat()},
        records=(done,),
        drops_parties=(Party(adviser, Purpose.HANDLER),),
        counts=counts,
        notices=tuple(news),
    )


def due_on(case: Case) -> date:
    """The day by which the report is asked for; it can be sent later as well."""
    return date.fromisoformat(case.body["due_on"])


def on_nudge(case: Case, deadline: Deadline, ledger: Ledger, now: datetime) -> Decision | None:
    """A stage of the clock has passed without a report; after a standstill the nudge names no day that is over."""
    if case.state != "owed":
        return None
    late = ledger.office.day(now) > due_on(case)
    nudge = Notice(
        case.handlers[0], NoticeClass.NEWS if late else NoticeClass.DUTY, case.id,
        once=f"{case.id}:report:{deadline.stage}", topic="adviser_report", due_on=None if late else due_on(case),
        not_after=deadline.not_after, while_in=("owed",),
    )  # fmt: skip
    return Decision(act="nudge", notices=(nudge,))


PASSED = {NUDGE: Passed(Act.NOTIFY, "adviser_report", on_nudge)}
TOLD = {
    "adviser_report": ((Role.EXTERNAL_ADVISER,), "adviser_report"),
    "adviser_reports": ((Role.WELFARE_HEAD,), "adviser_report"),
}
