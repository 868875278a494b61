"""Carries one act, one reading or one passed deadline through a unit of work: load, authorise, decide, apply."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Any, TypeVar
from uuid import uuid4

from bot.course import Course, Doer
from bot.effects import apply
from bot.errors import Conflict, Refused
from bot.rules.access import Act, Denial, may, may_be_told
from bot.rules.cases import Case, Decision
from bot.rules.ledger import Ledger
from bot.rules.people import Principal, Role, roles_of
from bot.standing import denial_of, offices_of, scheduler_standing, standing_of
from bot.store.audit import PSEUDONYM_BYTES
from bot.store.ledger import UnitLedger
from bot.store.outbox import Letter
from bot.store.timetable import DueDeadline
from bot.store.unit import Store, Unit

T = TypeVar("T")
Decide = Callable[[Case, Ledger, datetime], Decision | Refused]
Marks = Callable[[Case, Ledger, datetime], Decision | None]

OATH_NEEDED, STEP_UP_NEEDED = "oath-needed", "step-up-needed"
DENIED_AS = {  # what the person can do something about; every other denial looks like a case that does not exist
    Denial.UNSWORN: OATH_NEEDED,
    Denial.NOT_STEPPED_UP: STEP_UP_NEEDED,
}


@dataclass(frozen=True)
class Door:
    """What somebody wants to do to what: the hats that may, the act and object of the matrix, the case.

    The case is `case_id`, or with `period` the person's own case of that period; without either a new one.
    `rev` is the revision that the person saw, 0 where it does not matter. `authors` says that the rule behind it
    opens nothing of the object but what the person has written there, whoever's the case is. `about` is a case of any
    flow for whose sake it is done: who deals with that one, as its own flow tells, is assigned here.
    """

    flow: str
    kind: str
    hats: Sequence[Role]
    act: Act
    obj: str
    case_id: str = ""
    period: str = ""
    rev: int = 0
    authors: bool = False
    about: str = ""


@dataclass(frozen=True)
class Outcome:
    """What came of an act: the case after it, the rule's plain answer, and whether it had been done before."""

    case: Case
    answer: Mapping[str, Any]
    repeated: bool = False


class Casework:
    """Joins rules and store; the only caller of `may`."""

    def __init__(self, store: Store, flows: Sequence[Course]) -> None:
        self.store = store
        self.policy = store.house.policy
        self.office = store.house.office
        self.flows: Mapping[str, Course] = {flow.name: flow for flow in flows}

    async def act(self, doer: Doer, door: Door, decide: Decide) -> Outcome:
        """Do one act of a person, once (E2): a second copy of the payload gets the first one's case.

        Raises Refused (also "not-shown" for denied and missing alike), Conflict for an old button, Busy or
        StillSaving.
        """
        return _raised(await self.store.run(partial(self._act, doer=doer, door=door, decide=decide)))

    async def read(
        self, doer: Doer, door: Door, show: Callable[[Case, Ledger], T | Refused], marks: Marks | None = None
    ) -> T:
        """Give what `show` makes of a case's content, after the audit row is written with it. Raises as `act`.

        `marks` decides what the opening itself leaves in the case, such as who has seen it; nothing by default.
        """
        return _raised(await self.store.run(partial(self._read, doer=doer, door=door, show=show, marks=marks)))

    async def read_listed(self, doer: Doer, door: Door, state: str, show: Callable[[Sequence[Case], Ledger], T]) -> T:
        """The same for all cases of `door.period` in a state that the person may read. Raises as `act`."""
        return _raised(await self.store.run(partial(self._read_listed, doer=doer, door=door, state=state, show=show)))

    async def swear(self, doer: Doer) -> None:
        """Note that this person has given the oath of secrecy for every office held today (G10). Raises as `act`.

        So may a supporter whose term is over with its last month still to be reported (Yam 11(1)).
        """
        _raised(await self.store.run(partial(self._swear, doer=doer)))

    async def look(self, show: Callable[[Ledger], T]) -> T:
        """Give what `show` makes of lists without content; beside the writer, without audit."""
        return await self.store.read(lambda unit: show(UnitLedger(unit)))

    def chase(self, unit: Unit, due: DueDeadline) -> str:
        """Ask the flow what a passed deadline means now and write it; gives done or skipped.

        After a standstill only the latest stage that is due speaks; the ones before it are skipped.
        """
        deadline = due.deadline
        if not unit.timetable.is_pending(due.id):
            return "done"
        if unit.timetable.later_stage_due(deadline, unit.now):
            unit.timetable.settle(due.id, "skipped")
            return "skipped"
        unit.timetable.settle(due.id, "done")
        flow = self.flows[due.flow]
        if not may(scheduler_standing(unit), *flow.scheduled[deadline.kind]):
            return "done"
        case = self._case(unit, Door(flow.name, "", (), *flow.scheduled[deadline.kind], deadline.subject), "")
        decision = flow.on_deadline(case, deadline, UnitLedger(unit), unit.now)
        if decision is not None and self._possible(flow, case, decision):
            after = apply(unit, self.flows, flow, case, decision)
            unit.audit.append(
                actor=Role.SCHEDULER, hat=Role.SCHEDULER, act=decision.act, obj=deadline.subject,
                outcome="done", rev=after.rev, digest=_digest(unit, after),
            )  # fmt: skip
        return "done"

    def may_receive(self, unit: Unit, who: Principal, letter: Letter, *, content: bool = False) -> bool:
        """Whether a message may still go to its receiver: a role or the case may have ended since it was decided.

        With `content`: whether what the case holds may go with it, to somebody who could open it at this moment.
        """
        if not letter.about:
            return not content
        told = self.flows[letter.flow].told.get(letter.topic) if letter.flow in self.flows else None
        case = unit.casebook.load(letter.about)
        if not told or not case or (letter.while_in and case.state not in letter.while_in):
            return False
        (hats, obj), own = told, _is_own(case, who)
        standings = (
            standing_of(unit, who, hat, case, own=own, facts=self._facts(unit, who.person, hat, case)) for hat in hats
        )
        if content:
            return any(denial_of(unit, standing, Act.READ, obj) is None for standing in standings)
        return any(may_be_told(standing, obj) for standing in standings)

    def _act(self, unit: Unit, doer: Doer, door: Door, decide: Decide) -> Outcome | Refused | Conflict:
        seen, case_id = unit.deliveries.seen(doer.key)
        if seen:
            return Outcome(self._case(unit, replace(door, case_id=case_id, period=""), ""), {}, repeated=True)
        flow = self.flows[door.flow]
        case = self._case(unit, door, doer.who.person)
        hat = self._hat(unit, doer, door, case)
        if not isinstance(hat, Role):
            return self._refused(unit, doer, door, case, hat)
        moved_on = Conflict(flow.screens.get(case.kind, ""), case.id)
        if door.rev and door.rev != case.rev:
            return moved_on
        decision = decide(case, UnitLedger(unit), unit.now)
        if isinstance(decision, Refused):
            return decision
        if not self._possible(flow, case, decision):
            return moved_on
        person = doer.who.person
        pseudonym = unit.casebook.pseudonym(case, person)  # its key may be destroyed by the act itself
        after = apply(unit, self.flows, flow, case, decision)
        unit.deliveries.add(doer.key, after.id, unit.house.office.day(unit.now))
        pseudonym = pseudonym or unit.casebook.pseudonym(after, person)
        _log(unit, doer, after, hat=hat, act=decision.act, pseudonym=pseudonym)
        return Outcome(after, decision.answer)

    def _read(
        self, unit: Unit, doer: Doer, door: Door, show: Callable[[Case, Ledger], T | Refused], marks: Marks | None
    ) -> T | Refused:
        case = self._case(unit, door, doer.who.person)
        hat = self._hat(unit, doer, door, case)
        if not isinstance(hat, Role):
            return self._refused(unit, doer, door, case, hat)
        _log(unit, doer, case, hat=hat, act="read", pseudonym=unit.casebook.pseudonym(case, doer.who.person))
        marked = marks(case, UnitLedger(unit), unit.now) if marks else None
        if marked:
            case = apply(unit, self.flows, self.flows[door.flow], case, marked)
        return show(case, UnitLedger(unit))

    def _read_listed(
        self, unit: Unit, doer: Doer, door: Door, state: str, show: Callable[[Sequence[Case], Ledger], T]
    ) -> T | Refused:
        today = unit.house.office.day(unit.now)
        if not roles_of(unit.roster.held_by(doer.who.person), doer.who.person, today) & set(door.hats):
            return self._refused(unit, doer, door, self._case(unit, door, ""), Denial.OUT_OF_OFFICE)
        allowed = []
        for case in unit.casebook.listed(door.flow, door.kind, door.period, state):
            hat = self._hat(unit, doer, door, case)
            if isinstance(hat, Role):
                _log(unit, doer, case, hat=hat, act="read")
                allowed.append(case)
            elif (refused := self._refused(unit, doer, door, case, hat)).reason in DENIED_AS.values():
                return refused
        return show(allowed, UnitLedger(unit))

    def _swear(self, unit: Unit, doer: Doer) -> Refused | None:
        today = unit.house.office.day(unit.now)
        nothing = self._case(unit, Door("", "", (), Act.CREATE, "oath"), doer.who.person)
        mine = offices_of(unit, doer.who, nothing)
        may_swear = [a for a, standing in mine if not a.sworn_on and may(standing, Act.CREATE, "oath")]
        if not may_swear and not (mine and all(a.sworn_on for a, _ in mine)):
            return Refused("not-shown")  # who has promised for everything already may press twice
        unit.roster.save_appointments(replace(a, sworn_on=today) for a in may_swear)
        for appointment in may_swear:
            _log(unit, doer, replace(nothing, id=appointment.id), hat=appointment.role, act="swear")
        return None

    def _hat(self, unit: Unit, doer: Doer, door: Door, case: Case) -> Role | Denial:
        """The first of the door's hats that may, one at a time and never merged; otherwise why not.

        Under several hats there are several reasons: one that the person can mend is named first. A door leads to
        cases of its own kind only: an act that another kind's table of moves does not know would be possible in it.
        A case that does not exist is refused like one that is somebody else's, after the same questions.
        """
        astray = bool(door.kind and door.case_id) and not (
            case.exists and (case.flow, case.kind) == (door.flow, door.kind)
        )
        own = _is_own(case, doer.who) if case.exists else bool(door.period) or door.act is Act.CREATE
        own = (own or door.authors) and not astray
        denials = []
        for hat in door.hats:
            facts = {} if astray else self._facts(unit, doer.who.person, hat, case)
            if door.about:
                facts = {**facts, "assigned": self._deals_with(unit, doer.who.person, hat, door.about)}
            standing = standing_of(unit, doer.who, hat, case, own=own, facts=facts)
            denial = denial_of(unit, standing, door.act, door.obj) or (Denial.UNRELATED if astray else None)
            if denial is None:
                return hat
            denials.append(denial)
        return next((denial for denial in denials if denial in DENIED_AS), denials[-1])

    def _deals_with(self, unit: Unit, person: str, hat: Role, case_id: str) -> bool:
        """Whether a case is in this person's hands now, as its own flow tells."""
        case = unit.casebook.load(case_id)
        return case is not None and self._facts(unit, person, hat, case).get("assigned", person in case.handlers)

    def _facts(self, unit: Unit, person: str, hat: Role, case: Case) -> Mapping[str, bool]:
        """What the flow of a case tells of somebody under a hat; of no case nothing."""
        flow = self.flows.get(case.flow)
        return flow.facts(case, person, hat, UnitLedger(unit), unit.now) if flow else {}

    def _refused(self, unit: Unit, doer: Doer, door: Door, case: Case, denial: Denial) -> Refused:
        """The sentence of a denial, which is the same as for a case that does not exist; the chain knows better.

        It knows that somebody was denied, not who: an old button pressed after the end would name its asker (G9).
        """
        nobody = unit.house.ring.blind_index("system", "denied", unit.house.office.month(unit.now))[:PSEUDONYM_BYTES]
        _log(unit, doer, case, hat=door.hats[0], act=door.act, outcome=f"denied:{denial}", pseudonym=nobody)
        return Refused(DENIED_AS.get(denial, "not-shown"))

    def _case(self, unit: Unit, door: Door, person: str) -> Case:
        """The case of a door, or an empty one under the id that it would have."""
        case_id = door.case_id
        if door.period and not case_id:
            case_id = unit.casebook.case_id_for(door.flow, door.kind, person, door.period)
        found = unit.casebook.load(case_id) if case_id else None
        return found or Case(
            id=case_id or uuid4().hex, flow=door.flow, kind=door.kind, state="", rev=0, period=door.period,
            opened_month=unit.house.office.month(unit.now), policy_version=unit.house.policy.version,
        )  # fmt: skip

    def _possible(self, flow: Course, case: Case, decision: Decision) -> bool:
        """Whether the table of moves lets the decision's act happen in the state that the case is in now."""
        kind = decision.opens.kind if decision.opens else case.kind
        table = flow.moves.get(kind)
        return table is None or not table.moves(decision.act) or table.target(case.state, decision.act) is not None


def _is_own(case: Case, who: Principal) -> bool:
    """A case is its requester's own; one that nobody asked for, such as a month, is its handler's."""
    return case.requester == who.person if case.requester else who.person in case.handlers


def _raised(result: T | Refused | Conflict) -> T:
    if isinstance(result, Refused | Conflict):
        raise result
    return result


def _log(
    unit: Unit, doer: Doer, case: Case, *, hat: Role, act: str, outcome: str = "done", pseudonym: bytes | None = None
) -> None:
    unit.audit.append(
        actor=doer.who.person, hat=hat, act=act, obj=case.id, outcome=outcome,
        rev=case.rev, digest=_digest(unit, case), actor_pseudonym=pseudonym,
    )  # fmt: skip


def _digest(unit: Unit, case: Case) -> bytes:
    """Ties the audit row to what the case was at that revision; keyed, so that nobody can find the case by trying."""
    return unit.house.ring.mac("audit-digest", case.id.encode(), str(case.rev).encode(), case.state.encode())
