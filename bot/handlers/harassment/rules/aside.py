"""Stepping aside in one tap at any state, and who takes the place of a responder that has gone (Aki 11)."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.errors import Refused
from bot.handlers.harassment.rules import meeting
from bot.handlers.harassment.rules.arranging import PAIR, RESPONDERS_FIELD, anew, candidates, stranded
from bot.handlers.harassment.rules.circle import joined, receivers, responders
from bot.handlers.harassment.rules.clocks import FORM_1, RESPONDERS, last_day
from bot.handlers.harassment.rules.moves import AFTER_MEETING, ARRANGED, ARRANGING, MET, RECEIVED
from bot.handlers.harassment.rules.notices import duty, news
from bot.rules.cases import Case, Decision
from bot.rules.ledger import Ledger

AGAIN = (ARRANGING, ARRANGED, MET)
"""Another pair must be found: nothing of what was said has been read back yet."""


def step_aside(person: str, case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """Somebody who has a part declares a conflict: no reason is asked for, and all access ends at once (Aki 11).

    Who alone knows of what came by phone cannot just go: the program cannot reach the caller, so a person must (G6).
    """
    if person not in case.handlers:
        return Refused("not-shown")
    out = {"stepped_aside": [*case.identity.get("stepped_aside", ()), person]}
    gone = replace(case, identity={**case.identity, **out})
    if not case.requester and case.state == RECEIVED and not receivers(gone, ledger, ledger.office.day(now)):
        return Refused("harassment-leave-caller")
    return without((person,), gone.identity, case, ledger, now)


def without(gone: tuple[str, ...], identity: Mapping[str, Any], case: Case, ledger: Ledger, now: datetime) -> Decision:
    """The case goes on without these people, in the way that its state asks for; `identity` names who stepped aside."""
    pair = tuple(case.identity.get("asked", ())) or responders(case)  # who was one of the two before does not count
    left: dict[str, Any] = {**identity, "responders": [who for who in responders(case) if who not in gone]}
    if identity.get("nurse") in gone:
        left["nurse"] = ""
    if identity.get("receiver") in gone:
        # who listens already was told with the person's knowledge; nobody else comes to know of it (K2)
        stay = [who for who in pair if who not in gone]
        left["receiver"] = next(iter(stay), "")
    if case.state in AGAIN and set(pair) & set(gone):
        decision = Decision(act="step_aside", identity=left, cancels=(meeting.MEETING, FORM_1))
        return anew(decision, case, ledger, now, promised=True)
    goes_on = _one_for_one if case.state in AFTER_MEETING else _without_arranger
    decision = goes_on(left, case, ledger, now)
    nurse_left = news(case, (case.requester,), "nurse_left") if left.get("nurse") != identity.get("nurse") else ()
    return replace(decision, notices=(*decision.notices, *nurse_left))


def _without_arranger(identity: Mapping[str, Any], case: Case, ledger: Ledger, now: datetime) -> Decision:
    """Others of the desk go on; where nobody is left the person chooses another door, or is told that there is none."""
    after = replace(case, identity=identity)
    act = "leave" if case.state in (RECEIVED, ARRANGING, ARRANGED) else "release"
    decision = Decision(act=act, identity=identity)
    if case.state != RECEIVED:
        return joined(decision, case, ledger, now, state=case.state)
    if len(candidates(after, ledger, now)) < PAIR:
        return stranded(decision, case, ledger, now)
    if not receivers(after, ledger, ledger.office.day(now)):
        told = news(case, (case.requester,), "no_receiver", while_in=(RECEIVED,))
        decision = replace(decision, cancels=(RESPONDERS,), notices=told)
    return joined(decision, case, ledger, now, state=RECEIVED)


def _one_for_one(identity: Mapping[str, Any], case: Case, ledger: Ledger, now: datetime) -> Decision:
    """Another responder must be found while the other acts; where nobody is left, person and head hear of it."""
    decision, after = Decision(act="pass_on", identity=identity), replace(case, identity=identity)
    if is_short(after):
        owe, due_on = pickers(after, ledger, now), last_day(RESPONDERS, ledger, now)
        head = () if owe else (str(identity.get("recipient", "")),)
        told = (*news(case, (case.requester, *head), "passed_on"), *duty(case, owe, "take_place", due_on))
        decision = replace(decision, notices=told)
    return joined(decision, case, ledger, now, state=case.state)


def is_short(case: Case) -> bool:
    """Whether a responder is missing after form 1 has been written."""
    return case.state in AFTER_MEETING and len(responders(case)) < PAIR


def substitutes(case: Case, ledger: Ledger, now: datetime) -> tuple[str, ...]:
    """The counsellors who can take a responder's place; the wished ones first (Aki 7(7))."""
    return tuple(who for who in candidates(case, ledger, now) if who not in responders(case))


def pickers(case: Case, ledger: Ledger, now: datetime) -> tuple[str, ...]:
    """Who finds the other responder: the one who is left, else who was told of it first."""
    if not is_short(case) or not substitutes(case, ledger, now):
        return ()
    return responders(case) or receivers(case, ledger, ledger.office.day(now))


def take_place(chosen: str, picker: str, case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """Another counsellor is named in the place of who has gone (Aki 7(6))."""
    if picker not in pickers(case, ledger, now):
        return Refused("not-shown")
    if chosen not in substitutes(case, ledger, now):
        return Refused("field-not-available", RESPONDERS_FIELD)
    due_on = last_day(RESPONDERS, ledger, now)
    decision = Decision(
        act="pass_on",
        identity={**case.identity, "responders": [*responders(case), chosen]},
        notices=(*duty(case, (chosen,), "taken_on", due_on), *news(case, (case.requester,), "taken_on")),
    )
    return joined(decision, case, ledger, now, state=case.state)
