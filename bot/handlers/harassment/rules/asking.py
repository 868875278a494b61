"""With the report two answers are waited for: the person's (K1) and, where another reports, the affected one's (K5)."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.handlers.harassment.rules.affected import agreed_first
from bot.handlers.harassment.rules.affected import refused as affected_refused
from bot.handlers.harassment.rules.agreement import AGREED, CONSENT_ASK, held
from bot.handlers.harassment.rules.moves import REPORTED
from bot.rules.access import Act
from bot.rules.cases import Case, Deadline, Decision
from bot.rules.ledger import Ledger
from bot.rules.office import DAY
from bot.rules.passed import Passed


def with_question(decision: Decision, case: Case, ledger: Ledger, now: datetime) -> Decision:
    """The decision that leads to the head, which also counts the days in which both can answer.

    Where one of them has said no already, it is looked at at once: the head's clock does not run against that.
    """
    body = case.body if decision.body is None else decision.body
    after = replace(case, body=body)
    if agrees(after):
        return decision
    last = ledger.office.day(now) + timedelta(days=ledger.policy.harassment.consent_ask_days)
    at = now if refused(after) else ledger.office.start_of(last + DAY)
    return replace(
        decision,
        body={**body, "consent_due_on": last.isoformat()},
        cancels=(*decision.cancels, CONSENT_ASK),
        deadlines=(*decision.deadlines, Deadline(case.id, CONSENT_ASK, at, 0, str(case.rev))),
    )


def agrees(case: Case) -> bool:
    """Whether everybody who is asked has said yes."""
    return case.body.get(AGREED) is True and agreed_first(case)


def refused(case: Case) -> bool:
    """Whether one of them has said no."""
    return case.body.get(AGREED) is False or affected_refused(case)


def on_consent_ask(case: Case, ledger: Ledger, now: datetime) -> Decision | None:
    """No answer within the policy's days is no consent (K1, K5); both can still agree."""
    if case.state != REPORTED or agrees(case):
        return None
    body = {**case.body, AGREED: case.body.get(AGREED, False)}
    return held(Decision(act="hold_hearing", body=body), case, ledger, now)


PASSED = {
    CONSENT_ASK: Passed(
        Act.CHANGE, "consultation", lambda case, deadline, ledger, now: on_consent_ask(case, ledger, now)
    )
}
