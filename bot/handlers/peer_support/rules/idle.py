"""A request in which nothing happens: it is asked whether it goes on, and later it ends by itself (G8)."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.handlers.peer_support.rules.adviser_report import owed
from bot.rules.access import Act
from bot.rules.cases import Case, Deadline, Decision, Notice, NoticeClass
from bot.rules.ledger import Ledger
from bot.rules.office import DAY
from bot.rules.passed import Passed

IDLE_ASK, IDLE_END = "idle_ask", "idle_end"
KINDS = (IDLE_ASK, IDLE_END)  # what an act of either side cancels, because the count begins anew
ASKED = "idle_until"  # in the body while that is asked: the last day on which somebody can still answer
WAITING = frozenset({"unanswered", "stepped_aside"})  # where it waits for the person's choice, and for nobody else
IDLE_STATES = WAITING | {"accepted"}


def touched(case: Case, ledger: Ledger, now: datetime) -> tuple[Deadline, ...]:
    """When a request that somebody has just acted on will have been idle for too long; whoever sets it cancels KINDS.

    The period is another one after every act, since an act raises the revision or adds a record.
    """
    idle_on = ledger.office.day(now) + timedelta(days=ledger.policy.peer_support.idle_asks_days)
    act = f"{case.rev}.{len(ledger.records(case.id))}"
    return (Deadline(case.id, IDLE_ASK, ledger.office.start_of(idle_on), period=act),)


def begun_anew(decision: Decision, case: Case, ledger: Ledger, now: datetime) -> Decision:
    """The same decision, with the count begun anew and the question taken back where it had been asked."""
    body = case.body if decision.body is None else decision.body
    asked = ASKED in body
    return replace(
        decision,
        body={key: value for key, value in body.items() if key != ASKED} if asked else decision.body,
        keeps_rev=decision.keeps_rev and not asked,
        cancels=(*decision.cancels, *KINDS),
        deadlines=(*decision.deadlines, *touched(case, ledger, now)),
    )


def carry_on(case: Case, ledger: Ledger, now: datetime) -> Decision:
    """Either side says that it goes on; nobody else need be told."""
    return begun_anew(Decision(act="carry_on"), case, ledger, now)


def is_asked(case: Case) -> bool:
    """Whether it has been asked if this goes on."""
    return case.state in IDLE_STATES and ASKED in case.body


def on_idle_ask(case: Case, deadline: Deadline, ledger: Ledger, now: datetime) -> Decision | None:
    """Nothing has happened for the policy's days: both sides are asked, or the person alone whose choice it waits for.

    The days until it ends are counted from here, so that after a standstill nothing ends before it was asked about.
    """
    if case.state not in IDLE_STATES:
        return None
    peer = ledger.policy.peer_support
    ends_on = ledger.office.day(now) + timedelta(days=peer.idle_ends_days - peer.idle_asks_days)
    question = tuple(
        Notice(who, NoticeClass.NEWS, case.id, once=f"{case.id}:idle:{deadline.period}:{who}", while_in=(case.state,))
        for who in (case.requester, *(case.handlers if case.state == "accepted" else ()))
    )
    return Decision(
        act="idle_ask",
        body={**case.body, ASKED: (ends_on - DAY).isoformat()},
        deadlines=(Deadline(case.id, IDLE_END, ledger.office.start_of(ends_on), period=deadline.period),),
        notices=question,
    )


def on_idle_end(case: Case) -> Decision | None:
    """Nobody has answered: the route ends. Both are told; the notices hang on no case, for there is none left."""
    if case.state not in IDLE_STATES:
        return None
    topic = "over" if case.state == "accepted" else "withdrawn"
    return Decision(act="idle_end", ends_route=True, notices=(idle_over(case), *over(case, topic)))


def idle_over(case: Case) -> Notice:
    """To the person: it has ended because nothing happened."""
    return Notice(case.requester, NoticeClass.NEWS, "", once=f"{case.id}:idle_over", topic="idle_over")


def over(case: Case, topic: str = "over") -> tuple[Notice, ...]:
    """To the supporter: what was taken on, or was still waiting there, is over, without a word of whose it was."""
    return tuple(
        Notice(supporter, NoticeClass.NEWS, "", once=f"{case.id}:over:{supporter}", topic=topic)
        for supporter in case.handlers
    )


PASSED = {
    IDLE_ASK: Passed(Act.NOTIFY, "request", on_idle_ask),
    IDLE_END: Passed(
        Act.CHANGE,
        "request",
        lambda case, deadline, ledger, now: (ended := on_idle_end(case)) and owed(ended, case, ledger, now),
    ),
}
