"""When somebody else reports: the affected person is asked first, and can stop the hearing and the referral (K5)."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.errors import Refused
from bot.handlers.harassment.rules.agreement import AFFECTED_AGREED as AGREED
from bot.handlers.harassment.rules.agreement import UNDER_WAY, held, quiet, resumed
from bot.handlers.harassment.rules.circle import joined, kept_out, responders
from bot.handlers.harassment.rules.entry import FOR_OTHERS
from bot.handlers.harassment.rules.moves import AFFECTED, CLOSING, CONSENT_HELD, FLOW, HANDLED, HEARING
from bot.handlers.harassment.rules.notices import news
from bot.rules.access import Act
from bot.rules.cases import Case, Deadline, Decision, Notice, NoticeClass, Opening, Party, Purpose, Spawn
from bot.rules.ledger import Ledger
from bot.rules.office import DAY
from bot.rules.passed import Passed
from bot.rules.people import Role

KIND = AFFECTED.kind
OBJECT = "affected_consent"
GO_ON, STOP, TALK, SILENT = "go_on", "stop", "talk", "silent"
ANSWERS = (GO_ON, STOP, TALK)
IN_PERSON = (*ANSWERS, SILENT)  # what the responders write down; the last one: could not be asked
ANSWERED, ASK_ENDS, LOOK = "affected_answered", "affected_ask_ends", "affected_look"


def by_another(case: Case) -> bool:
    """Whether somebody other than the affected person has reported it (Aki 5(2))."""
    return case.body.get("entry") in FOR_OTHERS or bool(case.identity.get("affected"))


def agreed_first(case: Case) -> bool:
    """Whether hearing and referral may go on as far as the affected person is concerned (K5)."""
    return not by_another(case) or case.body.get(AGREED) is True


def refused(case: Case) -> bool:
    """Whether the affected person has said that it shall not go on."""
    return by_another(case) and case.body.get(AGREED) is False


def to_ask(case: Case) -> bool:
    """Whether the affected person's answer is still to be found out."""
    return by_another(case) and AGREED not in case.body


def reachable(case: Case, ledger: Ledger, now: datetime) -> bool:
    """Whether the bot can ask them: they are named, on the roster, and nobody wants them kept out."""
    affected = str(case.identity.get("affected", ""))
    row = ledger.person(affected) if affected else None
    out = kept_out(case, ledger, ledger.office.day(now))
    return row is not None and not row.left and affected not in out and affected != case.requester


def asking(case: Case, ledger: Ledger) -> str:
    """The id of the case in which the affected person answers, whether or not it exists."""
    return ledger.case_id_for(FLOW, KIND, str(case.identity.get("affected", "")), case.id)


def ask(case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """The responders ask the affected person, in a case of their own that does not say who is worried (K5)."""
    if not to_ask(case) or "affected_due_on" in case.body:
        return Refused("harassment-affected-asked")
    if not reachable(case, ledger, now):
        return Refused("harassment-affected-in-person")
    person, own = str(case.identity["affected"]), asking(case, ledger)
    last = ledger.office.day(now) + timedelta(days=ledger.policy.harassment.consent_ask_days)
    question = Spawn(
        Opening(KIND),
        "ask_affected",
        own,
        body={"about": case.id, "answer_by": last.isoformat()},
        identity={"requester": person},
        parties=(Party(person, Purpose.REQUESTER),),
        deadlines=(_look(own, ledger, now),),
    )
    asks = Decision(
        act="ask_affected",
        body={**case.body, "affected_due_on": last.isoformat()},
        spawns=(question,),
        deadlines=(Deadline(case.id, ASK_ENDS, ledger.office.start_of(last + DAY), 0, str(case.rev)),),
        notices=(Notice(person, NoticeClass.NEWS, own, once=f"{own}:asked", topic=KIND),),
    )
    return joined(asks, case, ledger, now, state=case.state)


def answer(chosen: str, case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """The affected person answers, or changes an answer. The consultation is told by a deadline that is due at once."""
    if chosen not in ANSWERS:
        return Refused("field-choose", "answer")
    if not goes_on(case, ledger):
        return Refused("harassment-affected-over")
    return Decision(
        act="answer_affected",
        body={**case.body, "answer": chosen},
        deadlines=(Deadline(case.body["about"], ANSWERED, now, 0, str(case.rev)),),
    )


def goes_on(case: Case, ledger: Ledger) -> bool:
    """Whether the consultation that an affected person was asked about is still dealt with."""
    about = ledger.case(case.body["about"])
    return about is not None and about.state in HANDLED and about.state != CLOSING


def heard(chosen: str, case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """What the affected person said counts from here on: a no stops the hearing, except in danger (K5)."""
    if chosen not in IN_PERSON:
        return Refused("field-choose", "answer")
    if not by_another(case):
        return Refused("not-shown")
    said = Decision(
        act="hear_affected",
        body={**case.body, AGREED: chosen == GO_ON, "affected_said": chosen},
        cancels=(ASK_ENDS,),
    )
    in_danger = case.state == HEARING and case.body.get("order", {}).get("danger")
    if chosen != GO_ON and case.state in UNDER_WAY and not in_danger:
        return held(said, case, ledger, now)
    told = replace(said, notices=news(case, responders(case), f"affected:{chosen}"))
    if chosen == GO_ON:
        told = resumed(told, case, ledger, now)
    elif case.state == CONSENT_HELD:
        told = quiet(told, case)
    return joined(told, case, ledger, now, state=case.state)


def on_answered(case: Case, ledger: Ledger, now: datetime) -> Decision | None:
    """The answer of the affected person reaches the consultation."""
    own = ledger.case(asking(case, ledger))
    chosen = str(own.body.get("answer", "")) if own else ""
    if case.state not in HANDLED or chosen not in ANSWERS:
        return None
    decided = heard(chosen, case, ledger, now)
    return None if isinstance(decided, Refused) else decided


def on_ask_ends(case: Case, ledger: Ledger, now: datetime) -> Decision | None:
    """No answer within the policy's days is no consent (K5); they can still answer."""
    if case.state not in HANDLED or not to_ask(case):
        return None
    decided = heard(SILENT, case, ledger, now)
    return None if isinstance(decided, Refused) else decided


def on_look(case: Case, ledger: Ledger, now: datetime) -> Decision | None:
    """Nothing is kept of an affected person once the consultation is over (Aki 11)."""
    if not case.exists or not case.requester:
        return None
    if not goes_on(case, ledger):
        return Decision(act="end_affected", ends_route=True)
    return Decision(act="look_affected", deadlines=(_look(case.id, ledger, now),), keeps_rev=True)


def _look(case_id: str, ledger: Ledger, now: datetime) -> Deadline:
    day = ledger.office.day(now) + timedelta(days=ledger.policy.harassment.idle_asks_days)
    return Deadline(case_id, LOOK, ledger.office.start_of(day), 0, day.isoformat())


PASSED = {
    ANSWERED: Passed(Act.CHANGE, OBJECT, lambda case, deadline, ledger, now: on_answered(case, ledger, now)),
    ASK_ENDS: Passed(Act.CHANGE, OBJECT, lambda case, deadline, ledger, now: on_ask_ends(case, ledger, now)),
    LOOK: Passed(Act.DISPOSE, OBJECT, lambda case, deadline, ledger, now: on_look(case, ledger, now)),
}
TOLD = {KIND: ((Role.EMPLOYEE,), OBJECT)}
