"""A call in danger: made by the person or by a supporter for them, and paged until somebody takes it on (G5)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from bot.errors import Refused
from bot.handlers.danger.rules.duty import on_duty
from bot.handlers.danger.rules.moves import CALLING, CONFIRMED, FLOW, KIND, OPEN, UNANSWERED
from bot.rules.access import Act
from bot.rules.cases import Case, Count, Deadline, Decision, Notice, NoticeClass, Opening, Party, Purpose
from bot.rules.ledger import Ledger
from bot.rules.office import next_slot
from bot.rules.passed import Passed
from bot.rules.people import Role, holders

PAGE, REVIEW, FORGET = "page", "review", "forget"
CLOCK_GRAIN = 5  # minutes to which the timetable rounds up (E4): a promise must not be earlier


@dataclass(frozen=True)
class Call:
    """Who needs somebody: `about` the person, "" where unknown; `raiser` who calls for them, "" for themselves.

    `crime` and `services` are ticks: it has to do with a crime, and 119 or 110 have been called.
    """

    about: str
    raiser: str = ""
    crime: bool = False
    services: bool = False


def raised(request: str, raiser: str, ledger: Ledger, *, crime: bool = False, services: bool = False) -> Call:
    """The call of a supporter for the person of a case of any flow, who need not be known to the supporter."""
    case = ledger.case(request)
    return Call(case.requester if case else "", raiser, crime, services)


def open_call(call: Call, ledger: Ledger) -> str:
    """The id of the call that stands open about the same person already, "" for none."""
    party = (call.about, Purpose.REQUESTER) if call.about else (call.raiser, Purpose.RAISER)
    found = ledger.open_cases(*party, FLOW)
    return next((case.id for case in found if case.state in OPEN and case.requester == call.about), "")


def call(made: Call, case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """Somebody on duty is called at once (Yam 10(4)(2)); while one call is open, a second one is the same."""
    if not case.exists and open_call(made, ledger):
        return Refused("danger-already")
    new_raiser = bool(made.raiser) and made.raiser not in raisers_of(case)
    decision = Decision(
        act="join",
        body=_what(made, case, ledger, now),
        identity=_who(made, case),
        parties=(
            *((Party(made.about, Purpose.REQUESTER),) if made.about and not case.exists else ()),
            *((Party(made.raiser, Purpose.RAISER),) if new_raiser else ()),
        ),
        notices=_too_often(made.raiser, case, ledger, now) if new_raiser else (),
    )
    if case.state in {CALLING, CONFIRMED}:
        return decision
    if not case.exists:
        month = ledger.office.month(now)
        decision = replace(decision, opens=Opening(KIND), counts=(Count("danger.raised", month),))
    return _from_the_first(decision, case, ledger, now)


def call_again(case: Case, ledger: Ledger, now: datetime) -> Decision:
    """Who took it on has not been in touch, or nobody answered: everybody is paged anew."""
    identity = {**case.identity, "handlers": []}
    return _from_the_first(Decision(act="", body=case.body, identity=identity), case, ledger, now)


def give_phone(phone: str, case: Case) -> Decision:
    """The person says under which number to be reached; whoever takes it on sees it."""
    return Decision(act="give_phone", identity={**case.identity, "phone": phone})


def confirm(person: str, case: Case, ledger: Ledger, now: datetime) -> Decision:
    """Somebody on duty takes it on; the other pages stop, who called is told at once, another looks at it later."""
    first = not case.body["confirmed"]
    after = replace(case, identity={**case.identity, "handlers": [person]}, body={**case.body, "confirmed": True})
    return Decision(
        act="confirm",
        body=after.body,
        identity=after.identity,
        cancels=(PAGE,),
        notices=told_to_callers(after, f"confirmed-{case.rev}", CONFIRMED),
        deadlines=(_review_now(after, now),) if first else (),
        counts=(Count("danger.confirmed", ledger.office.month(now)),) if first else (),
    )


def on_page(case: Case, deadline: Deadline, ledger: Ledger, now: datetime) -> Decision | None:
    """Nobody has confirmed: the same again, then the next, round and round until the hours of the policy are over."""
    if case.state != CALLING:
        return None
    rule, day = ledger.policy.danger, ledger.office.day(now)
    listed = on_duty(case.requester, raisers_of(case), ledger, day)
    over = now >= datetime.fromisoformat(case.body["called_at"]) + timedelta(hours=rule.review_hours)
    if over or not listed:
        return Decision(
            act="give_up",
            notices=told_to_callers(case, f"unanswered-{deadline.period}", UNANSWERED),
            deadlines=(_review_now(case, now),),
        )
    person = listed[deadline.stage // rule.pages_each % len(listed)]
    return _paged(Decision(act="page"), case, person, deadline.stage, ledger, now)


def raisers_of(case: Case) -> tuple[str, ...]:
    """Who has called for somebody else."""
    return tuple(case.identity.get("raisers", ()))


def told_to_callers(case: Case, what: str, state: str) -> tuple[Notice, ...]:
    """News to who called, at any hour; the person hears of it only where they called themselves."""
    callers = (*((case.requester,) if case.body["by_person"] else ()), *raisers_of(case))
    return tuple(
        Notice(who, NoticeClass.DANGER, case.id, once=f"{case.id}:{what}:{who}", topic="page", while_in=(state,))
        for who in callers
        if who  # put back from an older copy, the call stands for a moment without whoever it was
    )


def _what(made: Call, case: Case, ledger: Ledger, now: datetime) -> Mapping[str, Any]:
    """What of a call names nobody; who called first is what the record will say."""
    before = case.body or {
        "month": ledger.office.month(now), "raised_by": "supporter" if made.raiser else "person",
        "by_person": False, "crime": False, "services": False, "confirmed": False, "turn": 0,
    }  # fmt: skip
    return {
        **before,
        "by_person": before["by_person"] or not made.raiser,
        "crime": before["crime"] or made.crime,
        "services": before["services"] or made.services,
    }


def _who(made: Call, case: Case) -> Mapping[str, Any]:
    before = case.identity or {"requester": made.about, "raisers": [], "handlers": [], "paged": [], "phone": ""}
    raisers = [*before["raisers"], *([made.raiser] if made.raiser else ())]
    return {**before, "raisers": list(dict.fromkeys(raisers))}


def _from_the_first(decision: Decision, case: Case, ledger: Ledger, now: datetime) -> Decision:
    """The paging begins with the first on the list; where nobody is on it, that is said at once."""
    rule, every = ledger.policy.danger, _every(ledger)
    after = replace(case, body=decision.body or {}, identity=decision.identity or {})
    listed = on_duty(after.requester, raisers_of(after), ledger, ledger.office.day(now))
    rounds = min(every * rule.pages_each * len(listed), timedelta(hours=rule.review_hours))
    turn = after.body["turn"] + 1
    new_use = turn == 1 or REVIEW in after.body  # what is called again after its review is looked at once more
    body = {**{key: value for key, value in after.body.items() if key != REVIEW}, "turn": turn}
    begun = replace(
        decision,
        act="call" if listed else "call_nobody",
        body={
            **body, "called_at": now.isoformat(), "listed": len(listed),
            "until": next_slot(now + rounds, CLOCK_GRAIN).isoformat(),
            "review_on": _review_on(ledger, now) if new_use else body["review_on"],
        },
        cancels=(PAGE, FORGET),
        deadlines=(
            Deadline(case.id, FORGET, now + timedelta(hours=rule.identity_hours), period=str(turn)),
            *(_reviews(case, turn, ledger, now) if new_use else ()),
            *(() if listed else (_review_now(replace(case, body=body), now),)),
        ),
    )  # fmt: skip
    if not listed:
        return begun
    return _paged(begun, replace(after, body=begun.body or {}), listed[0], 0, ledger, now)


def _review_now(case: Case, now: datetime) -> Deadline:
    """The review is asked for at once; the period is the turn, so that each can be looked at."""
    return Deadline(case.id, REVIEW, now, period=str(case.body["turn"]))


def _reviews(case: Case, turn: int, ledger: Ledger, now: datetime) -> tuple[Deadline, ...]:
    """Within the hours of the policy somebody else looks at it: half-way reminded, at the end another (G5)."""
    hours = timedelta(hours=ledger.policy.danger.review_hours)
    return tuple(Deadline(case.id, REVIEW, now + hours * n / 2, n, str(turn)) for n in (1, 2))


def _review_on(ledger: Ledger, now: datetime) -> str:
    return ledger.office.day(now + timedelta(hours=ledger.policy.danger.review_hours)).isoformat()


def _paged(decision: Decision, case: Case, person: str, stage: int, ledger: Ledger, now: datetime) -> Decision:
    """One message to one person on duty, and when it is looked at again; from then on they may take it on."""
    turn, again = str(case.body["turn"]), now + _every(ledger)
    paged = case.identity["paged"]
    notice = Notice(
        person, NoticeClass.DANGER, case.id, once=f"{case.id}:page:{turn}:{stage}", topic="page",
        due_on=ledger.office.day(now), not_after=again, while_in=(CALLING,),
    )  # fmt: skip
    decision = replace(
        decision,
        notices=(*decision.notices, notice),
        deadlines=(*decision.deadlines, Deadline(case.id, PAGE, again, stage + 1, turn)),
    )
    if person in paged:
        return decision
    return replace(
        decision,
        identity={**case.identity, "paged": [*paged, person]},
        parties=(*decision.parties, Party(person, Purpose.HANDLER)),
    )


def _every(ledger: Ledger) -> timedelta:
    return timedelta(minutes=ledger.policy.clocks["danger"].repeat_minutes or CLOCK_GRAIN)


def _too_often(raiser: str, case: Case, ledger: Ledger, now: datetime) -> tuple[Notice, ...]:
    """More uses by one supporter in a month than the policy has: the auditor hears that, and of no case (G5)."""
    month = ledger.office.month(now)
    before = [c for c in ledger.open_cases(raiser, Purpose.RAISER, FLOW) if c.opened_month == month and c.id != case.id]
    if len(before) + 1 <= ledger.policy.danger.reported_above:
        return ()
    day: date = ledger.office.day(now)
    return tuple(
        Notice(who, NoticeClass.NEWS, "", once=f"danger:often:{month}:{raiser}:{who}", topic="often")
        for who in holders(ledger.appointments(day), (Role.AUDITOR,), day)
    )


PASSED = {PAGE: Passed(Act.NOTIFY, "danger", on_page)}
