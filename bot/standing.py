"""Gathers the facts about one person, one hat and one case on which `may()` decides."""

from collections.abc import Mapping
from typing import Any

from bot.rules.access import Standing
from bot.rules.cases import Case
from bot.rules.people import BY_OFFICE, Principal, Role, may_still_report, roles_of
from bot.store.unit import Unit


def standing_of(unit: Unit, who: Principal, hat: Role, case: Case, *, own: bool, facts: Mapping[str, bool]) -> Standing:
    """How `who`, wearing `hat`, stands to `case` at the unit's moment.

    `own` says that the matter is this person's own; `facts` are the fields of Standing that only the case's flow
    can tell, such as `submitted`; they stand above what is found here.
    """
    today = unit.house.office.day(unit.now)
    held = unit.roster.held_by(who.person)
    mine = [a for a in held if a.in_force(today)]
    late = may_still_report(held, who.person, case.period, today) if case.period else False
    under_hat = [a for a in held if hat in {a.role, BY_OFFICE.get(a.role)}]
    person = unit.roster.person(who.person)
    found: dict[str, Any] = {
        "roles": roles_of(mine, who.person, today),
        "checked": any(a.checked_on for a in under_hat if a.in_force(today)),
        "oath_given": any(a.sworn_on for a in under_hat),  # once for an office, also when it is renewed (P3)
        "personnel_authority": bool(person and person.personnel_authority),
        "conflicted": bool(case.requester) and who.person == case.requester,  # one's own is not under another hat
        "own": own,
        "assigned": who.person in case.handlers,
        "report_only": late,
    }
    return Standing(who, hat, **(found | dict(facts)))


def scheduler_standing(unit: Unit) -> Standing:
    """How the program itself stands when a deadline has passed."""
    return Standing(Principal("", unit.house.team), Role.SCHEDULER, roles=frozenset({Role.SCHEDULER}))
