"""Taken back by the person at any state: before form 1 everything is destroyed, afterwards the handling ends (K8)."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from bot.errors import Refused
from bot.handlers.harassment.rules.affected import ASK_ENDS
from bot.handlers.harassment.rules.agreement import CONSENT_ASK
from bot.handlers.harassment.rules.ahead import TERM_END
from bot.handlers.harassment.rules.chair import ELECTION
from bot.handlers.harassment.rules.circle import joined
from bot.handlers.harassment.rules.clocks import (
    COMMITTEE,
    FORM_1,
    FORM_2,
    HEAD_DECISION,
    MEASURES,
    RESPONDERS,
)
from bot.handlers.harassment.rules.committee import OVERDUE
from bot.handlers.harassment.rules.ending import FORGET
from bot.handlers.harassment.rules.measures import FOLLOW_UP
from bot.handlers.harassment.rules.moves import RECEIVED
from bot.rules.cases import Case, Deadline, Decision, Notice, NoticeClass
from bot.rules.ledger import Ledger
from bot.rules.office import DAY

OVER, STOPPED = "over", "stopped"
Ends = Callable[[Case, Ledger, datetime], Decision]
CLOCKS = (RESPONDERS, FORM_1, HEAD_DECISION, FORM_2, COMMITTEE, MEASURES)
OTHER_DAYS = (CONSENT_ASK, ASK_ENDS, OVERDUE, ELECTION, FOLLOW_UP, TERM_END)
"""What else is looked at on a day while somebody deals with it."""


def withdraw(case: Case, ledger: Ledger, now: datetime) -> Decision:
    """Before form 1 has been reported nothing of it is kept (G8).

    Who has it in hand is told that it is over, without a word of whose it was. Before their first notice has left
    there is nothing to take back: it is dropped with the case.
    """
    unread = case.state == RECEIVED and now < datetime.fromisoformat(case.body.get("told_at", now.isoformat()))
    return Decision(act="withdraw", ends_route=True, notices=() if unread else _over(case, case.handlers))


def stop(case: Case, ledger: Ledger, now: datetime) -> Decision:
    """After form 1 nothing more is done; what was reported stays (K8).

    Until the stated day the person can have it taken up again, then who it was is forgotten (G8).
    """
    last = ledger.office.day(now) + timedelta(days=ledger.policy.harassment.end_choice_days)
    stopped = Decision(
        act="stop",
        body={**case.body, "forgotten_on": last.isoformat()},
        cancels=(*CLOCKS, *OTHER_DAYS),
        deadlines=(Deadline(case.id, FORGET, ledger.office.start_of(last + DAY), 0, str(case.rev)),),
        notices=_over(case, case.handlers),
    )
    return joined(stopped, case, ledger, now, state=STOPPED)


def for_caller(ending: Ends, by: str, case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """Who has called takes it back: whoever has it in hand does it for them, and for nobody else (G6)."""
    if case.requester:
        return Refused("not-shown")
    ended = ending(case, ledger, now)
    return replace(ended, notices=tuple(notice for notice in ended.notices if notice.recipient != by))


def _over(case: Case, people: Iterable[str]) -> tuple[Notice, ...]:
    """That something they had in hand is over; the notice hangs on no case."""
    return tuple(
        Notice(who, NoticeClass.NEWS, "", once=f"{case.id}:{OVER}:{case.rev}:{who}", topic=OVER)
        for who in dict.fromkeys(people)
    )
