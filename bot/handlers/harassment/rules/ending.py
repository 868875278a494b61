"""How a consultation ends: what was done is told, and the person chooses what is kept (G8)."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.handlers.harassment.rules.circle import joined
from bot.handlers.harassment.rules.clocks import COMMITTEE, FORM_2, HEAD_DECISION, MEASURES
from bot.handlers.harassment.rules.moves import CLOSING
from bot.handlers.harassment.rules.notices import news
from bot.rules.cases import Case, Deadline, Decision
from bot.rules.ledger import Ledger
from bot.rules.office import DAY

FORGET = "forget"


def closing(decision: Decision, case: Case, ledger: Ledger, now: datetime) -> Decision:
    """The decision that ends the handling: the person is told, and has the policy's days to choose (G8)."""
    last = ledger.office.day(now) + timedelta(days=ledger.policy.harassment.end_choice_days)
    ended = replace(
        decision,
        body={**(case.body if decision.body is None else decision.body), "forgotten_on": last.isoformat()},
        cancels=(*decision.cancels, HEAD_DECISION, FORM_2, COMMITTEE, MEASURES),
        deadlines=(
            *decision.deadlines,
            Deadline(case.id, FORGET, ledger.office.start_of(last + DAY), 0, str(case.rev)),
        ),
        notices=(*decision.notices, *news(case, (case.requester,), "closing", while_in=(CLOSING,))),
    )
    return joined(ended, case, ledger, now, state=CLOSING)
