"""What is left of a request where the person keeps a contact: with whom, until when, and one later check (G8, P13)."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.handlers.peer_support.rules import idle
from bot.handlers.peer_support.rules.choice import Offer, offers
from bot.handlers.peer_support.rules.moves import CONTACT, FLOW
from bot.handlers.peer_support.rules.receipt import ASKED_ON, RECEIPT, receipt
from bot.handlers.peer_support.rules.request import end
from bot.rules.access import Act
from bot.rules.cases import Case, Deadline, Decision, Notice, NoticeClass, Opening, Party, Purpose, Spawn
from bot.rules.ledger import Ledger
from bot.rules.office import DAY
from bot.rules.passed import Passed
from bot.rules.people import Role

CHECK, EXPIRE = "check", "expire"
CHECK_ASKED = "check_asked"  # in the body from the check's day until it is answered


def finish(case: Case, ledger: Ledger, now: datetime) -> Decision:
    """The person says that it is done: the same choice as when the supporter says so, who is told neutrally (G8)."""
    return replace(end(case, ledger, now), act="finish", notices=idle.over(case))


def kept_until(ledger: Ledger, now: datetime) -> date:
    """The last day of a contact that is kept now."""
    return ledger.office.day(now) + timedelta(days=ledger.policy.peer_support.contact_days)


def keep(case: Case, ledger: Ledger, now: datetime) -> Decision:
    """The person keeps a contact, under keys of its own; of the request itself nothing is left (G8, Yam 11(3)).

    The supporter is not a party to it and learns nothing of it.
    """
    contact = ledger.case_id_for(FLOW, CONTACT.kind, case.requester, case.id)
    until = kept_until(ledger, now)
    kept = Spawn(
        Opening(CONTACT.kind), "keep", contact,
        body={
            "until": until.isoformat(),
            RECEIPT: receipt(case, ledger),
            ASKED_ON: case.body.get(ASKED_ON, ""),
        },
        identity={"requester": case.requester, "supporter": case.handlers[0]},
        parties=(Party(case.requester, Purpose.REQUESTER),),
        deadlines=(
            *_checks(contact, ledger, now),
            Deadline(contact, EXPIRE, ledger.office.start_of(until + DAY)),
        ),
    )  # fmt: skip
    return Decision(act="keep", ends_route=True, spawns=(kept,), answer={"contact": contact})


def _checks(contact: str, ledger: Ledger, now: datetime) -> tuple[Deadline, ...]:
    """The later check, on an office day at or before its own (P13)."""
    today, office = ledger.office.day(now), ledger.office
    days = (office.on_or_before(today + timedelta(days=n)) for n in ledger.policy.peer_support.later_checks)
    return tuple(Deadline(contact, CHECK, office.opening(day), stage) for stage, day in enumerate(days, start=1))


def on_check(case: Case) -> Decision:
    """The person is asked once whether there has been any disadvantage (Yam 12, P13)."""
    asks = Notice(
        case.requester, NoticeClass.NEWS, case.id, once=f"{case.id}:check", topic="contact", while_in=("kept",)
    )
    return Decision(act="ask_check", body={**case.body, CHECK_ASKED: True}, notices=(asks,))


def check(case: Case) -> Decision:
    """The person has answered. The answer itself is written nowhere: "worse" is for them to tell whom they choose."""
    return Decision(act="check", body={key: value for key, value in case.body.items() if key != CHECK_ASKED})


def is_checked(case: Case) -> bool:
    """Whether the later check waits for an answer."""
    return CHECK_ASKED in case.body


def forget_contact(case: Case) -> Decision:
    """The person has it erased now: no reopening, no later check, no look-up of the receipt (G8)."""
    return Decision(act="forget_contact", ends_route=True)


def on_expire(case: Case) -> Decision:
    """The stated day is over."""
    return Decision(act="expire", ends_route=True)


def supporter_of(case: Case) -> str:
    """With whom the contact was kept."""
    return str(case.identity["supporter"])


def offer_of(case: Case, ledger: Ledger, today: date) -> Offer | None:
    """The offer under which the same supporter can be asked again today; None where that office or account is over."""
    found = offers(case.requester, ledger, today)
    return next((offer for offer in found if offer.candidate.person == supporter_of(case)), None)


PASSED = {
    CHECK: Passed(Act.NOTIFY, "contact", lambda case, deadline, ledger, now: on_check(case)),
    EXPIRE: Passed(Act.DISPOSE, "contact", lambda case, deadline, ledger, now: on_expire(case)),
}
TOLD = {"contact": ((Role.EMPLOYEE,), "contact")}
