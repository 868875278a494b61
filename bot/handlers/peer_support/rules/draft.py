"""A private draft to one's superior: only its writer sees it, sends it and throws it away (Yam 10(4)(1), P8)."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.errors import Refused
from bot.handlers.peer_support.rules.moves import FLOW
from bot.rules.access import Act
from bot.rules.cases import Case, Deadline, Decision, Opening, Party, Purpose
from bot.rules.ledger import Ledger
from bot.rules.office import DAY
from bot.rules.passed import Passed

DRAFT_KIND, DRAFT_ENDS = "draft", "draft_end"


def own(person: str, ledger: Ledger) -> Case | None:
    """The draft that this person has, if any: there is one at most."""
    found = ledger.open_cases(person, Purpose.REQUESTER, FLOW)
    return next((case for case in found if case.kind == DRAFT_KIND and case.state == "kept"), None)


def keep(text: str, writer: str, case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """Keep what was written, for as long as the policy says; nobody else is told and no way leads to anybody."""
    if not text:
        return Refused("peer_support-draft-empty", "text")
    if case.exists:
        return Decision(act="keep", body={**case.body, "text": text})
    if own(writer, ledger) is not None:
        return Refused("peer_support-draft-exists", "text")
    last = ledger.office.day(now) + timedelta(days=ledger.policy.peer_support.draft_days)
    return Decision(
        act="keep",
        opens=Opening(DRAFT_KIND),
        body={"text": text, "kept_until": last.isoformat()},
        identity={"requester": writer},
        parties=(Party(writer, Purpose.REQUESTER),),
        deadlines=(Deadline(case.id, DRAFT_ENDS, ledger.office.start_of(last + DAY)),),
    )


def throw_away(case: Case) -> Decision:
    """Sent by the person's own hand, or not needed: nothing of it stays."""
    return Decision(act="throw_away", ends_route=True)


def on_draft_ends(case: Case) -> Decision | None:
    """Nobody came back to it: it deletes itself."""
    return replace(throw_away(case), act="run_out") if case.state == "kept" else None


def kept_until(case: Case) -> date:
    """The last day of a draft."""
    return date.fromisoformat(case.body["kept_until"])


PASSED = {DRAFT_ENDS: Passed(Act.DISPOSE, "draft", lambda case, deadline, ledger, now: on_draft_ends(case))}
