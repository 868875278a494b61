"""A supporter's month: what was done is logged without identity, drafted on the 1st, sent by the 10th (Yam 11)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.errors import Refused
from bot.handlers.peer_support.rules import identifying
from bot.handlers.peer_support.rules.consents import SUBTOPIC, TEXT, may_record
from bot.handlers.peer_support.rules.moves import FLOW, MOVES
from bot.rules.access import Act
from bot.rules.cases import Case, Count, Deadline, Decision, Notice, NoticeClass, Opening, Record
from bot.rules.counted import still_counts
from bot.rules.deadlines import due, stages
from bot.rules.ledger import Ledger
from bot.rules.office import OfficeCalendar, first_of, next_month, previous_month
from bot.rules.passed import Passed
from bot.rules.people import SUPPORTERS, Role, held_in_month, holders
from bot.rules.policy import Policy

MONTH, DRAFT, REPORT, CLOSE = "month", "draft", "report", "close"
MONTHS_AHEAD = 12  # so many month ends are planned at once: a program that stood still for so long misses none
MONTHS_BACK = 12  # so far back Home looks for a month that was not sent


@dataclass(frozen=True)
class Entry:
    """What was done, in closed choices only: the record may not identify anybody (Yam 11(3), P7).

    `subtopic` and `text` are for what the person has agreed to have recorded, otherwise "".
    """

    activity: str
    topic: str
    means: str
    duration: str
    requester: str
    subtopic: str = ""
    text: str = ""

    @property
    def details(self) -> tuple[str, ...]:
        """Which of its fields need the person's consent."""
        return tuple(name for name in (SUBTOPIC, TEXT) if getattr(self, name))

    def as_record(self) -> Record:
        """What is stored: of the consent only that it was given (Yam 11(3))."""
        body = {name: value for name, value in vars(self).items() if value}
        return Record("activity", body | ({"consented": True} if self.details else {}))


def loggable_months(today: date, office: OfficeCalendar, policy: Policy) -> tuple[str, ...]:
    """The months an entry can be for: this one, and the last one while its report is not overdue (Yam 11(1))."""
    this = f"{today:%Y-%m}"
    last = previous_month(this)
    return (this, last) if today <= due("monthly_report", last, office, policy).due_day else (this,)


def months_of(supporter: str, ledger: Ledger, today: date) -> tuple[str, ...]:
    """Those of them in which this person was a supporter: who left on 31 March may still write March, and only that."""
    held = [a for a in ledger.appointments_of(supporter) if a.starts_on <= today]
    months = loggable_months(today, ledger.office, ledger.policy)
    return tuple(month for month in months if held_in_month(held, SUPPORTERS, month))


def unsent(supporter: str, ledger: Ledger, today: date) -> tuple[Case, ...]:
    """The drafted months of this person, the oldest first; a late one can be sent as well (Yam 11(1))."""
    held, month, found = ledger.appointments_of(supporter), f"{today:%Y-%m}", []
    for _ in range(MONTHS_BACK):
        month = previous_month(month)
        if held_in_month(held, SUPPORTERS, month):
            found.append(ledger.case(ledger.case_id_for(FLOW, MONTH, supporter, month)))
    return tuple(case for case in reversed(found) if case and case.state == "drafted")


def recordable(request: str, supporter: str, ledger: Ledger, now: datetime) -> frozenset[str]:
    """What the person of a request lets its supporter write into the record at this instant (Yam 11(3), P7)."""
    case = ledger.case(request) if request else None
    if case is None or case.kind != "request" or supporter not in case.handlers:
        return frozenset()
    return may_record(case, ledger, now)


def telling(entry: Entry, request: str, supporter: str, ledger: Ledger, now: datetime) -> tuple[str, ...]:
    """The words of an entry that may tell who it was, each once; none where words may not be recorded at all."""
    if TEXT not in recordable(request, supporter, ledger, now):
        return ()
    hits = identifying.found(entry.text, ledger.people(), ledger.policy)
    return tuple(dict.fromkeys(entry.text[hit.start : hit.end] for hit in hits))


def log(
    entry: Entry, supporter: str, month: str, case: Case, ledger: Ledger, now: datetime, *, request: str = ""
) -> Decision | Refused:
    """Write down one support; the month's case is opened by its first entry (Yam 11(1), 2, 6(4)).

    `request` is the matter that has just ended, if any: its person decides what may be said, and it is not kept here.
    """
    if month not in months_of(supporter, ledger, ledger.office.day(now)) or case.state in MOVES[MONTH].final():
        return Refused("peer_support-month-closed", "month")
    agreed = recordable(request, supporter, ledger, now)
    refused = next((name for name in entry.details if name not in agreed), "")
    if refused:
        return Refused("peer_support-record-not-agreed", refused)
    if entry.subtopic and entry.subtopic not in _subtopics_of(entry.topic, ledger.policy):
        return Refused("peer_support-record-other-group", SUBTOPIC)
    return Decision(
        act="log",
        opens=None if case.exists else Opening(MONTH, period=month),
        identity=None if case.exists else {"handlers": [supporter]},
        records=(entry.as_record(),),
        # who was named after the month's end, as of a day within it, was not asked on the 1st
        deadlines=() if case.exists or month == ledger.office.month(now) else (_draft(case.id, month, now),),
    )


def send(case: Case, records: Sequence[Record], ledger: Ledger, now: datetime) -> Decision:
    """One tap sends the month to the welfare head (Yam 11(1)); from here on it also counts in the digest.

    The counters hold each group of Yam 3, and how many supporters sent how many entries, so that the digest can ask
    whether one of them alone made the figure.
    """
    today = ledger.office.day(now)
    topics = [Count(f"topic.{record.body['topic']}", case.period) for record in records]
    share = Count(f"share.{len(records)}", case.period)
    counts = (*topics, share) if still_counts(case.period, ledger, now) else ()
    heads = holders(ledger.appointments(today), {Role.WELFARE_HEAD}, today)
    news = (
        Notice(head, NoticeClass.NEWS, case.id, once=f"{FLOW}:reports:{case.period}:{head}:{today}", topic="reports")
        for head in heads
    )
    return Decision(
        act="send", cancels=(REPORT, CLOSE), counts=counts, notices=tuple(news),
        body={**case.body, "sent_on": today.isoformat()},
    )  # fmt: skip


def plan(ledger: Ledger, now: datetime) -> list[Deadline]:
    """On the 1st each month is drafted; the next ones are planned ahead."""
    month = ledger.office.month(now)
    planned = []
    for _ in range(MONTHS_AHEAD):
        drafted_at = ledger.office.start_of(first_of(next_month(month)))
        planned.append(Deadline(FLOW, MONTH, drafted_at, period=month))
        month = next_month(month)
    return planned


def on_month(deadline: Deadline, ledger: Ledger, now: datetime) -> Decision:
    """A month is over: everybody who was a supporter in it gets a draft of their own (P9)."""
    asked = held_in_month(ledger.all_appointments(), SUPPORTERS, deadline.period)
    ids = (ledger.case_id_for(FLOW, MONTH, supporter, deadline.period) for supporter in asked)
    return Decision(act="plan_month", deadlines=tuple(_draft(case_id, deadline.period, now) for case_id in ids))


def on_draft(case: Case, deadline: Deadline, ledger: Ledger, now: datetime) -> Decision | None:
    """The month's draft stands and its supporter is asked the same question as all the others (P9, G14).

    After a standstill the question stands for the nudges that are past; when the 10th is past too it is not asked
    any more, and only who has entries is told that they are overdue. Nobody is asked who, by a roster that was
    corrected since the 1st, was no supporter in that month.
    """
    month = deadline.period
    supporter = case.handlers[0] if case.exists else _whose(case.id, month, ledger)
    if not supporter:
        return None
    last_day = due("monthly_report", month, ledger.office, ledger.policy)
    planned = stages(ledger.policy.clocks["monthly_report"], month, ledger.office)
    question, nudges = planned[0], planned[1:]
    overdue = now >= last_day.expires_at
    ahead = nudges[-1:] if overdue else [stage for stage in nudges if stage.at > now]
    asks = Notice(
        supporter, NoticeClass.DUTY, case.id, once=f"{case.id}:question", topic="month",
        due_on=last_day.due_day, not_before=question.at, not_after=last_day.expires_at,
    )  # fmt: skip
    return Decision(
        act="ask",
        opens=None if case.exists else Opening(MONTH, period=month),
        identity=None if case.exists else {"handlers": [supporter]},
        deadlines=(
            *(Deadline(case.id, REPORT, s.at, s.number, month, s.not_after) for s in ahead),
            Deadline(case.id, CLOSE, last_day.expires_at, period=month),
        ),
        notices=() if overdue else (asks,),
    )


def on_report(case: Case, deadline: Deadline, ledger: Ledger, now: datetime) -> Decision | None:
    """A nudge before the 10th, only to who has entries to send: a month without any owes nothing (Yam 11(1)).

    Where a standstill has let the 10th pass it names no day any more.
    """
    if case.state != "drafted":
        return None
    last_day = due("monthly_report", case.period, ledger.office, ledger.policy)
    overdue = now >= last_day.expires_at
    nudge = Notice(
        case.handlers[0], NoticeClass.NEWS if overdue else NoticeClass.DUTY, case.id,
        once=f"{case.id}:report:{deadline.stage}", topic="month", due_on=None if overdue else last_day.due_day,
        not_after=None if overdue else deadline.not_after or last_day.expires_at, while_in=("drafted",),
    )  # fmt: skip
    return Decision(act="nudge", notices=(nudge,))


def on_close(case: Case) -> Decision | None:
    """After the 10th an empty month closes itself (Yam 11(1)); one with entries stays to be sent late."""
    return Decision(act="close_empty") if case.state == "asked" else None


def _subtopics_of(topic: str, policy: Policy) -> set[str]:
    return {row.key for group in policy.topics if group.key == topic for row in group.subtopics}


def _draft(case_id: str, month: str, now: datetime) -> Deadline:
    return Deadline(case_id, DRAFT, now, period=month)


def _whose(case_id: str, month: str, ledger: Ledger) -> str:
    """The supporter whose month has this id, or ""; ids are keyed hashes, so each candidate is tried."""
    asked = held_in_month(ledger.all_appointments(), SUPPORTERS, month)
    return next((person for person in asked if ledger.case_id_for(FLOW, MONTH, person, month) == case_id), "")


def overdue_since(case: Case, ledger: Ledger, now: datetime) -> date | None:
    """The last day of a month that has passed with its entries unsent, otherwise None (Yam 11(1))."""
    last = due("monthly_report", case.period, ledger.office, ledger.policy)
    return last.due_day if case.state == "drafted" and now >= last.expires_at else None


def last_day_of(month: str, office: OfficeCalendar, policy: Policy) -> date:
    """The day by which a month is reported, which does not move (Yam 11(1))."""
    return due("monthly_report", month, office, policy).due_day


PASSED = {
    MONTH: Passed(Act.CREATE, "monthly_report", lambda case, deadline, ledger, now: on_month(deadline, ledger, now)),
    DRAFT: Passed(Act.CREATE, "monthly_report", on_draft),
    REPORT: Passed(Act.NOTIFY, "monthly_report", on_report),
    CLOSE: Passed(Act.CLOSE, "monthly_report", lambda case, deadline, ledger, now: on_close(case)),
}
TOLD = {
    "month": (tuple(sorted(SUPPORTERS)), "monthly_report"),
    "reports": ((Role.WELFARE_HEAD,), "monthly_report"),
}
