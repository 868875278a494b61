"""Gathers the facts about one person, one hat and one case on which `may()` decides."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.rules.access import Act, Denial, Standing, why_not
from bot.rules.cases import Case
from bot.rules.people import BY_OFFICE, Appointment, Principal, Role, may_still_report, roles_of
from bot.rules.step_up import CODE, FLOW, stepped_up
from bot.store.unit import Unit


def standing_of(unit: Unit, who: Principal, hat: Role, case: Case, *, own: bool, facts: Mapping[str, bool]) -> Standing:
    """How `who`, wearing `hat`, stands to `case` at the unit's moment.

    `own` says that the matter is this person's own; `facts` are the fields of Standing that only the case's flow
    can tell, such as `submitted`; they stand above what is found here.
    """
    today = unit.house.office.day(unit.now)
    held = unit.roster.held_by(who.person)
    mine = [a for a in held if a.in_force(today)]
    under_hat = [a for a in held if hat in {a.role, BY_OFFICE.get(a.role)}]
    late = bool(under_hat and case.period) and may_still_report(held, who.person, hat, case.period, today)
    person = unit.roster.person(who.person)
    found: dict[str, Any] = {
        "roles": roles_of(mine, who.person, today),
        "checked": any(a.checked_on for a in under_hat if late or a.in_force(today)),
        "oath_given": any(a.sworn_on for a in under_hat),  # once for an office, also when it is renewed (P3)
        "personnel_authority": bool(person and person.personnel_authority),
        "conflicted": bool(case.requester) and who.person == case.requester,  # one's own is not under another hat
        "own": own,
        "assigned": who.person in case.handlers,
        "report_only": late,
    }
    return Standing(who, hat, **(found | dict(facts)))


def offices_of(unit: Unit, who: Principal, case: Case) -> list[tuple[Appointment, Standing]]:
    """The offices for which `who` can give the oath, each with how they stand under it: those held today.

    So can a supporter or adviser whose term is over while something of it is still to be reported (Yam 11, 6(5)).
    """
    today, found = unit.house.office.day(unit.now), []
    for held in unit.roster.held_by(who.person):
        last = held.last_day or today
        late = not held.in_force(today) and may_still_report([held], who.person, held.role, f"{last:%Y-%m}", today)
        if late or held.in_force(today):
            facts = {"report_only": late}
            found.append((held, standing_of(unit, who, held.role, case, own=True, facts=facts)))
    return found


def denial_of(unit: Unit, standing: Standing, act: Act, obj: str) -> Denial | None:
    """The first reason against it, or None; whether a code was shown is looked up where nothing else is missing."""
    denial = why_not(standing, act, obj)
    if denial is Denial.NOT_STEPPED_UP and _has_stepped_up(unit, standing.principal.person):
        return why_not(replace(standing, stepped_up=True), act, obj)
    return denial


def _has_stepped_up(unit: Unit, person: str) -> bool:
    """Whether this person has shown a code not too long ago, or the policy asks for none (G5)."""
    if not unit.house.policy.step_up_codes:
        return True
    found = unit.casebook.load(unit.casebook.case_id_for(FLOW, CODE, person, CODE))
    return found is not None and stepped_up(found, unit.now)


def scheduler_standing(unit: Unit) -> Standing:
    """How the program itself stands when a deadline has passed."""
    return Standing(Principal("", unit.house.team), Role.SCHEDULER, roles=frozenset({Role.SCHEDULER}))
