"""How a consultation ends: what was done is told, and the person chooses what is kept (G8, K8)."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.errors import Refused
from bot.handlers.harassment.rules.ahead import TERM_END
from bot.handlers.harassment.rules.asking import with_question
from bot.handlers.harassment.rules.circle import joined, recipient, responders
from bot.handlers.harassment.rules.clocks import COMMITTEE, FORM_2, HEAD_DECISION, MEASURES, awaiting_head
from bot.handlers.harassment.rules.contact import contact_of
from bot.handlers.harassment.rules.hearing import unreported
from bot.handlers.harassment.rules.moves import CLOSING, REPORTED
from bot.handlers.harassment.rules.notices import news
from bot.rules.access import Act
from bot.rules.cases import Case, Deadline, Decision, Party, Purpose
from bot.rules.ledger import Ledger
from bot.rules.office import DAY
from bot.rules.passed import Passed

FORGET, REOPENED, OUTCOME_LATE = "forget", "reopened", "outcome_late"
CHOOSING = (CLOSING, "stopped")
"""The states in which it is over and the person has not chosen yet."""

RECORD = (
    "reported", "reported_on", "hearing_agreed", "ordered_on", "order", "earlier_orders", "facts_on",
    "facts_reported", "affected_agreed", "committee_requested_on", "referred_on", "committee_due_on", "extended",
    "proposed_on", "committee_notice", "measures", "outcome", "outcome_told_on", "earlier",
)  # fmt: skip
"""What was reported, ordered, proposed and done: the record that stays until its retention is decided (K8)."""

LATEST = (
    "ordered_on", "order", "earlier_orders", "facts_on", "facts_reported", "committee_requested_on", "referred_on",
    "committee_due_on", "extended", "proposed_on", "committee_notice", "measures", "outcome", "outcome_due_on",
    "outcome_told_on",
)  # fmt: skip
"""What belongs to one round of dealing with it; reopened, it lies in `earlier` and another round begins."""

OF_ITS_DAYS = ("forgotten_on", "head_due_on", "head_late_on", "facts_late_on")
"""Days that mean nothing any more once another round begins."""


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


def forget(case: Case, ledger: Ledger, now: datetime) -> Decision:
    """The person's name and words are destroyed with their key; the record that was reported stays (G8, K8, G9).

    What was written into form 2 and never reported goes too.
    """
    kept = {key: case.body[key] for key in RECORD if key in case.body}
    forgotten = Decision(
        act=FORGET, body=kept, stays=RECORD, drops_records=unreported(case, ledger), ends_identity=True
    )
    ended = joined(forgotten, case, ledger, now, state="ended")
    asked = (Party(case.requester, Purpose.REQUESTER),) if case.requester else ()
    return replace(ended, drops_parties=(*ended.drops_parties, *asked))


def keep(case: Case, ledger: Ledger, now: datetime) -> Decision:
    """The same, and the person is asked later whether everything has been all right (Aki 4(2), 11)."""
    contact = contact_of(case, ledger, now)
    return replace(forget(case, ledger, now), act="keep", spawns=(contact,), answer={"contact": contact.id})


def on_forget(case: Case, ledger: Ledger, now: datetime) -> Decision | None:
    """Nothing was chosen within the days: forgotten (G8)."""
    return forget(case, ledger, now) if case.state in CHOOSING else None


def reopen(case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """The person wants it taken up again: it goes back to whoever receives the report, with the clock of Aki 8."""
    head = recipient(case, ledger, ledger.office.day(now))
    if not head:
        return Refused("harassment-reopen-nobody")
    latest = {key: case.body[key] for key in LATEST if key in case.body}
    body = {key: value for key, value in case.body.items() if key not in (*LATEST, *OF_ITS_DAYS)}
    if latest:
        body["earlier"] = [*case.body.get("earlier", ()), latest]
    decision = Decision(
        act="reopen", body=body, identity={**case.identity, "recipient": head}, cancels=(FORGET, OUTCOME_LATE),
        deadlines=(Deadline(case.id, TERM_END, now, period=f"{case.rev}@{REOPENED}"),),  # who has left since
        notices=news(case, responders(case), REOPENED, while_in=(REPORTED,)),
    )  # fmt: skip
    decision = awaiting_head(decision, head, REOPENED, case, ledger, now, while_in=(REPORTED,))
    return joined(with_question(decision, case, ledger, now), case, ledger, now, state=REPORTED)


PASSED = {FORGET: Passed(Act.CHANGE, "consultation", lambda case, deadline, ledger, now: on_forget(case, ledger, now))}
