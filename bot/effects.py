"""Writes everything that one decision asks for, in the transaction of its unit of work."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from uuid import uuid4

from bot.course import Course
from bot.notices import post
from bot.rules.cases import Case, Decision, Purpose, Spawn
from bot.rules.people import Appointment
from bot.rules.retention import kept_until
from bot.store.forgetting import end_identity, end_route
from bot.store.ledger import UnitLedger
from bot.store.unit import Unit

Courses = Mapping[str, Course]


def apply(unit: Unit, courses: Courses, flow: Course, case: Case, decision: Decision) -> Case:
    """Write `decision` about `case` and give the case as it is afterwards."""
    after = _write_case(unit, flow, case, decision) if decision.opens or case.exists else case
    for record in decision.records:
        unit.casebook.add_record(after, record)
    for consent in decision.consents:
        unit.casebook.save_consent(after, consent)
    _end(unit, flow, after, decision)
    _keep(unit, flow, after, decision)
    for spawn in decision.spawns:
        _bring_into_being(unit, flow, spawn)
    unit.timetable.set(flow.name, decision.deadlines)
    unit.figures.add(flow.name, decision.counts)
    post(unit, flow.name, decision.notices)
    change_offices(unit, courses, decision.appointments)
    return after


def change_offices(unit: Unit, courses: Courses, appointments: Iterable[Appointment]) -> None:
    """Write appointments; an open case whose handler's office ends on another day now is looked at again (P14)."""
    changed = tuple(appointments)
    if not changed:
        return
    unit.roster.save_appointments(changed)
    look_again(unit, courses, {appointment.person for appointment in changed})


def look_again(unit: Unit, courses: Courses, people: Iterable[str]) -> None:
    """Ask every flow what the open cases of these handlers have before them, after the roster has changed."""
    ledger = UnitLedger(unit)
    for person in sorted(people):
        for flow in courses.values():
            for case in ledger.open_cases(person, Purpose.HANDLER, flow.name):
                unit.timetable.set(flow.name, flow.on_roster(case, ledger, unit.now))


def _write_case(unit: Unit, flow: Course, case: Case, decision: Decision) -> Case:
    """The case in its next state, which follows from the act by the flow's table of moves."""
    if decision.opens:
        case = replace(case, kind=decision.opens.kind, period=decision.opens.period)
    changed = replace(
        case,
        state=flow.moves[case.kind].target(case.state, decision.act) or case.state,
        body=case.body if decision.body is None else decision.body,
        identity=case.identity if decision.identity is None else decision.identity,
    )
    if decision.opens:
        return unit.casebook.open(changed, decision.parties)
    unit.casebook.drop_parties(changed, decision.drops_parties)
    unit.casebook.add_parties(changed, decision.parties)
    is_news = changed != case or bool(decision.records or decision.consents)
    return unit.casebook.save(changed) if is_news and not decision.keeps_rev else case


def _end(unit: Unit, flow: Course, case: Case, decision: Decision) -> None:
    """Cancel what is owed no more, and destroy what the decision ends."""
    if case.exists and case.state in flow.moves[case.kind].final():
        unit.timetable.cancel(case.id)
    elif decision.cancels:
        unit.timetable.cancel(case.id, decision.cancels)
    if decision.drops_records:
        unit.casebook.drop_records(case, decision.drops_records)
    if decision.ends_identity:
        end_identity(unit, case, decision.stays)  # what still comes is set after this
    if decision.ends_route:
        end_route(unit, case)


def _keep(unit: Unit, flow: Course, case: Case, decision: Decision) -> None:
    """When a case is over whose record stays, the days begin for which it must be kept (Aku 17, K8)."""
    if case.kind not in flow.kept or decision.ends_route or case.state not in flow.moves[case.kind].final():
        return
    rule, office = unit.house.policy.retention[flow.kept[case.kind]], unit.house.office
    today = office.day(unit.now)
    unit.keeping.until(case, kept_until(rule, today, office), office.fiscal_year(today))


def _bring_into_being(unit: Unit, flow: Course, spawn: Spawn) -> None:
    kind = spawn.opening.kind
    case = Case(
        id=spawn.id or uuid4().hex, flow=flow.name, kind=kind, state=flow.moves[kind].target("", spawn.act) or "",
        rev=0, opened_month=unit.house.office.month(unit.now), policy_version=unit.house.policy.version,
        period=spawn.opening.period, body=spawn.body, identity=spawn.identity,
    )  # fmt: skip
    opened = unit.casebook.open(case, spawn.parties)
    for consent in spawn.consents:
        unit.casebook.save_consent(opened, consent)
    unit.timetable.set(flow.name, spawn.deadlines)
