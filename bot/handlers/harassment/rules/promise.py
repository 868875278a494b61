"""The clock of "promptly" in Aki 7(6): who is reminded, what the person is told when it runs out, and the ways on."""

from datetime import date, datetime

from bot.errors import Refused
from bot.handlers.harassment.rules.arranging import (
    MISSED,
    PAIR,
    candidates,
    promised_on,
    stranded,
    unconfirmed,
    with_promise,
)
from bot.handlers.harassment.rules.circle import joined, receivers
from bot.handlers.harassment.rules.clocks import RESPONDERS, is_last
from bot.handlers.harassment.rules.moves import ARRANGING, RECEIVED
from bot.handlers.harassment.rules.notices import duty, news
from bot.rules.access import Act
from bot.rules.cases import Case, Deadline, Decision
from bot.rules.counted import with_promise_counted
from bot.rules.ledger import Ledger
from bot.rules.passed import Passed


def owing(case: Case, ledger: Ledger, day: date) -> tuple[str, ...]:
    """Whose act is awaited by the clock: who arranges, or whichever of the two has not said yes; never the person."""
    if case.state == RECEIVED:
        return receivers(case, ledger, day)
    return tuple(who for who in unconfirmed(case) if who != case.requester) if case.state == ARRANGING else ()


def on_responders(case: Case, deadline: Deadline, ledger: Ledger, now: datetime) -> Decision | None:
    """A stage has passed: whoever owes the act is reminded; on the last one the person is told first (G13).

    Where only the person's own yes is awaited nothing is owed, and nobody presses them.
    """
    today = ledger.office.day(now)
    if case.state == RECEIVED and len(candidates(case, ledger, now)) < PAIR:
        return stranded(Decision(act="strand"), case, ledger, now)
    owe = owing(case, ledger, today)
    if case.state not in (RECEIVED, ARRANGING) or (case.state == ARRANGING and not owe):
        return None
    once, states = f"responders:{deadline.stage}", (RECEIVED, ARRANGING)
    if is_last(RESPONDERS, deadline.stage, ledger):
        told = (
            *news(case, (case.requester,), "missed", while_in=states),
            *duty(case, owe, once, today, while_in=(case.state,)),
        )
        missed = Decision(act="miss_promise", body={**case.body, MISSED: today.isoformat()}, notices=told)
        return with_promise_counted(missed, case, case.body["sent_on"][:7], ledger, now, kept=False)
    due_on = promised_on(case.body, ledger, now)
    return Decision(act="nudge_responders", notices=duty(case, owe, once, due_on, while_in=(case.state,)))


def is_missed(case: Case) -> bool:
    """Whether the person has been told that the promise was not kept, and nothing has come of it since."""
    return case.state in (RECEIVED, ARRANGING) and MISSED in case.body


def wait(case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """The person gives it more time: the clock begins anew."""
    if not is_missed(case):
        return Refused("not-shown")
    return joined(with_promise(Decision(act="wait"), case, ledger, now), case, ledger, now, state=case.state)


PASSED = {RESPONDERS: Passed(Act.NOTIFY, "intake", on_responders)}
