"""A consultation in which nothing happens: it is asked whether it goes on, before form 1 it ends later (G8)."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.handlers.harassment.rules.ahead import ASKED, IDLE_ASK, IDLE_END, RESTING
from bot.handlers.harassment.rules.circle import joined
from bot.handlers.harassment.rules.moves import BEFORE_FORM_1, CONSENT_HELD
from bot.handlers.harassment.rules.notices import ALL_HATS, news
from bot.rules.access import Act
from bot.rules.cases import Case, Deadline, Decision, Notice, NoticeClass
from bot.rules.ledger import Ledger
from bot.rules.office import DAY
from bot.rules.passed import Passed

IDLE_OVER = "idle_over"  # the screen behind the notice that hangs on no case, because there is none left


def is_asked(case: Case) -> bool:
    """Whether it has been asked if this goes on."""
    return case.state in BEFORE_FORM_1 and ASKED in case.body


def carry_on(case: Case, ledger: Ledger, now: datetime) -> Decision:
    """Either side says that it goes on; nobody else need be told."""
    body = {key: value for key, value in case.body.items() if key != ASKED}
    return joined(Decision(act="carry_on", body=body), case, ledger, now, state=case.state)


def on_idle_ask(case: Case, deadline: Deadline, ledger: Ledger, now: datetime) -> Decision | None:
    """Nothing has happened for the policy's days: the person and who deals with it are asked.

    The days until it ends are counted from here, so that after a standstill nothing ends before it was asked about.
    A hearing that is held (K1) does not end by itself, because the record stays (K8): it is asked about time and again.
    """
    if case.state not in RESTING:
        return None
    policy, asked = (
        ledger.policy.harassment,
        news(case, (case.requester, *case.handlers), "idle", while_in=(case.state,)),
    )
    if case.state == CONSENT_HELD:
        again = ledger.office.start_of(ledger.office.day(now) + timedelta(days=policy.idle_asks_days))
        asked = tuple(replace(one, once=f"{one.once}:{deadline.due_at:%Y%m%d}") for one in asked)
        period = f"{case.rev}:{again:%Y%m%d}"
        return Decision(act="idle_ask", deadlines=(Deadline(case.id, IDLE_ASK, again, period=period),), notices=asked)
    ends_on = ledger.office.day(now) + timedelta(days=policy.idle_ends_days - policy.idle_asks_days)
    return Decision(
        act="idle_ask",
        body={**case.body, ASKED: (ends_on - DAY).isoformat()},
        deadlines=(Deadline(case.id, IDLE_END, ledger.office.start_of(ends_on), period=deadline.period),),
        notices=asked,
    )


def on_idle_end(case: Case) -> Decision | None:
    """Nobody has answered: everything before form 1 is destroyed, and who knew of it reads that one has ended."""
    if not is_asked(case):
        return None
    told = tuple(
        Notice(who, NoticeClass.NEWS, "", once=f"{case.id}:{IDLE_OVER}:{who}", topic=IDLE_OVER)
        for who in dict.fromkeys((case.requester, *case.handlers))
        if who
    )
    return Decision(act="idle_end", ends_route=True, notices=told)


PASSED = {
    IDLE_ASK: Passed(Act.NOTIFY, "consultation", on_idle_ask),
    IDLE_END: Passed(Act.CHANGE, "consultation", lambda case, deadline, ledger, now: on_idle_end(case)),
}
TOLD = {IDLE_OVER: (ALL_HATS, "consultation")}
