"""What is kept where somebody wants to be asked later: a name and a few days, nothing of any matter (Aki 4(2), 11)."""

from datetime import date, datetime, timedelta
from typing import Any

from bot.errors import Refused
from bot.handlers.harassment.rules.moves import CONTACT, FLOW
from bot.rules.access import Act
from bot.rules.cases import Case, Deadline, Decision, Notice, NoticeClass, Opening, Party, Purpose, Spawn
from bot.rules.ledger import Ledger
from bot.rules.office import DAY
from bot.rules.passed import Passed
from bot.rules.people import Role

CHECK, EXPIRE = "contact_check", "contact_expire"
CHECK_ASKED = "check_asked"  # in the body from a check's day until it is answered
KEPT = "kept"


def kept_until(ledger: Ledger, now: datetime) -> date:
    """The last day of a contact that is kept now."""
    return ledger.office.day(now) + timedelta(days=ledger.policy.harassment.contact_days)


def check_days(ledger: Ledger, now: datetime) -> tuple[date, ...]:
    """On which office days somebody who keeps a contact now is asked."""
    today, office = ledger.office.day(now), ledger.office
    return tuple(office.on_or_before(today + timedelta(days=n)) for n in ledger.policy.harassment.later_checks)


def contact_of(case: Case, ledger: Ledger, now: datetime) -> Spawn:
    """The contact that the person of a matter keeps at its end, under keys of its own; it does not name the matter."""
    contact = ledger.case_id_for(FLOW, CONTACT.kind, case.requester, case.id)
    return Spawn(Opening(CONTACT.kind), "keep", contact, **_kept(contact, case.requester, ledger, now))


def keep_as_witness(person: str, case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """Somebody who was heard keeps the same contact by themselves: helping brings no disadvantage either (Aki 4(2)).

    It leads to no matter and to nobody who heard them (K11). Refused while one is kept already.
    """
    if any(one.kind == CONTACT.kind for one in ledger.open_cases(person, Purpose.REQUESTER, FLOW)):
        return Refused("harassment-witness-already")
    return Decision(act="keep", opens=Opening(CONTACT.kind), **_kept(case.id, person, ledger, now))


def _kept(contact: str, person: str, ledger: Ledger, now: datetime) -> dict[str, Any]:
    until, office = kept_until(ledger, now), ledger.office
    checks = (
        Deadline(contact, CHECK, office.opening(day), stage)
        for stage, day in enumerate(check_days(ledger, now), start=1)
    )
    return {
        "body": {"until": until.isoformat()},
        "identity": {"requester": person},
        "parties": (Party(person, Purpose.REQUESTER),),
        "deadlines": (*checks, Deadline(contact, EXPIRE, office.start_of(until + DAY))),
    }


def on_check(case: Case, deadline: Deadline) -> Decision | None:
    """Whoever kept a contact is asked whether everything has been all right (Aki 4(2), 11)."""
    if case.state != KEPT:
        return None
    asks = Notice(
        case.requester, NoticeClass.NEWS, case.id, once=f"{case.id}:check:{deadline.stage}", topic="contact",
        while_in=(KEPT,),
    )  # fmt: skip
    return Decision(act="ask_check", body={**case.body, CHECK_ASKED: True}, notices=(asks,))


def check(case: Case) -> Decision:
    """It was answered. The answer is written nowhere: what is worse the person tells whom they choose."""
    return Decision(act="check", body={key: value for key, value in case.body.items() if key != CHECK_ASKED})


def is_checked(case: Case) -> bool:
    """Whether a check waits for an answer."""
    return CHECK_ASKED in case.body


def forget_contact(case: Case) -> Decision:
    """The person has it erased now: nobody asks any more (G8)."""
    return Decision(act="forget_contact", ends_route=True)


def on_expire(case: Case) -> Decision | None:
    """The stated day is over."""
    return Decision(act="expire", ends_route=True) if case.state == KEPT else None


PASSED = {
    CHECK: Passed(Act.NOTIFY, "harassment_contact", lambda case, deadline, ledger, now: on_check(case, deadline)),
    EXPIRE: Passed(Act.DISPOSE, "harassment_contact", lambda case, deadline, ledger, now: on_expire(case)),
}
TOLD = {"contact": ((Role.EMPLOYEE,), "harassment_contact")}
