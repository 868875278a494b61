"""The nurse, who is there only when the person agrees (Aki 7(1)(10)): proposed or wished for, asked, taken back."""

from datetime import datetime

from bot.errors import Refused
from bot.handlers.harassment.rules.circle import eligible, joined, responders
from bot.handlers.harassment.rules.moves import HANDLED
from bot.handlers.harassment.rules.notices import news
from bot.rules.cases import Case, Decision
from bot.rules.ledger import Ledger
from bot.rules.people import Role

INVITED = "nurse_invited"  # in the body: the nurse about whom the person has not answered yet
DECLINED = "nurse_declined"  # in the body: the person has said no, and is not asked again
AGREED = "nurse_agreed"  # in the body: whether she may read the intake sheet too
SHEET, PRESENT, NO = "sheet", "present", "no"
ANSWERS = (SHEET, PRESENT, NO)
ANSWER = "answer"  # field of the form


def nurse_for(case: Case, ledger: Ledger, now: datetime) -> str:
    """The nurse who could be there: nobody who listens as a counsellor already; "" where there is none."""
    able = eligible(Role.RESPONSE_NURSE, case, ledger, ledger.office.day(now))
    taken = {*responders(case), *case.identity.get("asked", ())}
    return next((who for who in able if who not in taken), "")


def may_invite(case: Case) -> bool:
    """Whether the person can be asked about the nurse: she is not there, and they are asked once only."""
    is_open = case.state in HANDLED and not case.identity.get("nurse")
    return is_open and bool(case.requester) and not {INVITED, DECLINED} & case.body.keys()


def invite(case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """Somebody who deals with it proposes that the nurse is there: the person is asked, she is told of nothing yet."""
    nurse = nurse_for(case, ledger, now)
    if not nurse:
        return Refused("harassment-nurse-none")
    if not may_invite(case):
        return Refused("harassment-nurse-already")
    decision = Decision(
        act="invite_nurse",
        body={**case.body, INVITED: True},
        notices=news(case, (case.requester,), "nurse", while_in=(case.state,)),
    )
    return joined(decision, case, ledger, now, state=case.state)


def answer(chosen: str, case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """The person says whether she is there, and whether she reads the sheet; a no at any time takes it back."""
    nurse = str(case.identity.get("nurse", "")) or nurse_for(case, ledger, now)
    if chosen != NO and not nurse:
        return Refused("harassment-nurse-none", ANSWER)
    body = {key: value for key, value in case.body.items() if key not in {INVITED, DECLINED}}
    comes = nurse if chosen != NO else ""
    told = [who for who in (comes, *case.handlers) if who]
    decision = Decision(
        act="answer_nurse",
        body={**body, AGREED: chosen == SHEET, **({DECLINED: True} if chosen == NO else {})},
        identity={**case.identity, "nurse": comes},
        notices=news(case, told, "nurse_answered", while_in=(case.state,)),
    )
    return joined(decision, case, ledger, now, state=case.state)
