"""Who must not deal with a case, and whom a person may ask instead."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum

from bot.rules.cases import Case
from bot.rules.people import HANDLERS, Appointment, Person, Role, Scope, barred_with

NOBODY: frozenset[str] = frozenset()
SECTION_HATS = frozenset({Role.DESK_OFFICER, Role.SECRETARIAT})


@dataclass(frozen=True)
class Involved:
    """The people around one case, by id.

    affected         whom it is about, where somebody else asks
    excluded         respondents, and whoever the person wants to keep from knowing
    superiors        the person's chain of superiors (`superiors_of`)
    chosen           superiors whom the person chose all the same, by a second tap
    stepped_aside    who has declared a conflict, a shared household included
    section          the staff section that keeps desk and secretariat, with its head and the director
    named_clerks     clerks whom the chair named in the section's place
    acted_as         the hats under which somebody has already dealt with the case
    """

    requester: str
    affected: str = ""
    excluded: frozenset[str] = NOBODY
    superiors: frozenset[str] = NOBODY
    chosen: frozenset[str] = NOBODY
    stepped_aside: frozenset[str] = NOBODY
    section: frozenset[str] = NOBODY
    named_clerks: frozenset[str] = NOBODY
    acted_as: Mapping[str, frozenset[Role]] = field(default_factory=dict)


def conflicted(person: str, hat: Role, case: Involved) -> bool:
    """Whether `person` may have nothing to do with the case under `hat`.

    Under the employee's hat nobody is: that one opens only what is one's own. Under any other hat a person's
    own case is out of sight.
    """
    if hat is Role.EMPLOYEE:
        return False
    return (
        person in {case.requester, case.affected}
        or person in case.excluded
        or person in case.superiors - case.chosen  # Yam 9: the choice is free, Yam 10(4)(1): nothing else is
        or person in case.stepped_aside
        or bool(barred_with(hat, case.acted_as.get(person, frozenset()), Scope.SAME_CASE))
        or (hat in SECTION_HATS and person not in case.named_clerks and section_is_out(case))
    )


def kept_from(case: Case) -> frozenset[str]:
    """Whoever must never learn of a case: named by its person, or in an office when the person ticked it (Aki 11)."""
    then = case.identity.get("kept_out_people", {})
    ticked = (who for office in case.identity.get("kept_out", ()) for who in then.get(office, ()))
    return frozenset((*case.identity.get("excluded", ()), *ticked))


def section_is_out(case: Involved) -> bool:
    """Whether the desk's own section must leave the case, because one of it is kept out (Aki 7(2), 9(11))."""
    return bool(case.section & case.excluded)


def superiors_of(person: str, people: Mapping[str, Person]) -> tuple[str, ...]:
    """The chain of superiors, nearest first; a ring in the roster ends where it closes."""
    chain: dict[str, None] = {}
    row = people.get(person)
    while row and row.superior and row.superior not in chain and row.superior != person:
        chain[row.superior] = None
        row = people.get(row.superior)
    return tuple(chain)


def reports_to_any(person: str, respondents: Collection[str], people: Mapping[str, Person]) -> bool:
    """Whether a handler works directly under a respondent: no bar, but the person is told and decides."""
    row = people.get(person)
    return row is not None and row.superior in respondents


class Nearness(IntEnum):
    """Where a supporter stands from the person, in the order of the list."""

    OWN_ROOM = 1
    OWN_UNIT = 2
    OTHER_UNIT = 3
    HEAD_OFFICE = 4
    ADVISER = 5


@dataclass(frozen=True)
class Candidate:
    """Somebody the person may ask; `superior` is marked in the list and needs a second tap."""

    person: str
    role: Role
    nearness: Nearness
    superior: bool = False
    field: str = ""


def candidates(
    person: str,
    people: Mapping[str, Person],
    appointments: Iterable[Appointment],
    *,
    day: date,
    avoided: Collection[str] = NOBODY,
) -> tuple[Candidate, ...]:
    """Whom `person` may ask on `day` (Yam 9), nearest first, superiors last; each name once.

    Without a roster row the person's unit is unknown and nobody counts as near. `avoided` and lapsed or
    future terms are simply not there, and neither is the person.
    """
    row, above = people.get(person), set(superiors_of(person, people))
    found = [
        Candidate(a.person, a.role, _nearness(a, row, people), a.person in above, a.field)
        for a in appointments
        if a.role in HANDLERS and a.in_force(day) and a.person != person and a.person not in avoided
    ]
    found.sort(key=lambda c: (c.superior, c.nearness))
    once: dict[str, Candidate] = {}
    for candidate in found:
        once.setdefault(candidate.person, candidate)
    return tuple(once.values())


def _nearness(appointment: Appointment, person: Person | None, people: Mapping[str, Person]) -> Nearness:
    if appointment.role is Role.EXTERNAL_ADVISER:
        return Nearness.ADVISER
    if appointment.role is Role.HQ_SUPPORTER:
        return Nearness.HEAD_OFFICE
    supporter = people.get(appointment.person)
    unit = appointment.unit or (supporter.unit if supporter else "")
    room = appointment.room or (supporter.room if supporter else "")
    if person is None or not person.unit or person.unit != unit:
        return Nearness.OTHER_UNIT
    return Nearness.OWN_ROOM if person.room and person.room == room else Nearness.OWN_UNIT
