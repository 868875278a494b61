"""What becomes of records that have been kept long enough: destroyed, or packed for whoever is to have them (Aku 17).

A class of the policy says which; without a decision, and under a legal hold, nothing happens (K8). Destroying a record
destroys its key, so that no copy of the database brings it back.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from bot.course import Course
from bot.effects import Courses
from bot.rules.cases import Case
from bot.rules.people import Role
from bot.rules.policy import RetentionRule
from bot.rules.retention import ended_by, is_held, last_of_year
from bot.store.consents import to_fields
from bot.store.forgetting import end_route
from bot.store.keeping import LongEnough
from bot.store.purge import to_certify
from bot.store.unit import Unit

AT_A_TIME = 20  # keeps a unit short (E1)
DESTROY = "destroy"
DISPOSE, PACK = "dispose", "pack"  # acts of the audit log


@dataclass(frozen=True)
class Standing:
    """How it stands with a class: what is kept, what of it has been kept long enough, and what stands against it."""

    name: str
    rule: RetentionRule
    kept: int
    over: int
    held: bool


def standings(unit: Unit, courses: Courses) -> list[Standing]:
    """Every class of the policy on this day."""
    today, found = unit.house.office.day(unit.now), []
    for name, rule in unit.house.policy.retention.items():
        long_enough = _long_enough(unit, name, today)
        numbers = [unit.keeping.numbers(*of, long_enough) for of in _kinds(courses, name)]
        kept, over = sum(kept for kept, _ in numbers), sum(over for _, over in numbers)
        found.append(Standing(name, rule, kept, over, is_held(rule, today)))
    return found


def decide(unit: Unit, courses: Courses) -> None:
    """Give a last day to records that ended before their class was decided, from the fiscal year in which they did.

    Of one of which nobody noted when, from today.
    """
    office = unit.house.office
    for name, rule in unit.house.policy.retention.items():
        if rule.years is not None:
            last = partial(last_of_year, rule, office=office)
            for of in _kinds(courses, name):
                unit.keeping.decide(*of, office.fiscal_year(office.day(unit.now)), last)


def by_itself(unit: Unit, courses: Courses) -> Mapping[str, int]:
    """Destroy some of what may go without anybody's order; gives how many of each class, {} when nothing is left.

    What the certificate must say is written with it, so that nothing is destroyed without one.
    """
    today = unit.house.office.day(unit.now)
    done = {
        name: len(destroyed(unit, courses, name, today, Role.SCHEDULER))
        for name, rule in unit.house.policy.retention.items()
        if rule.at_the_end == DESTROY and not is_held(rule, today)
    }
    done = {name: number for name, number in done.items() if number}
    for name, number in done.items():
        to_certify(unit, today, name, number)
    return done


def destroyed(unit: Unit, courses: Courses, name: str, before: date, by: Role) -> list[Case]:
    """Destroy at most `AT_A_TIME` records of a class whose last day was before `before`, each with its audit line."""
    gone = []
    for case in _over(unit, courses, name, before):
        end_route(unit, case)
        unit.audit.append(actor=by, hat=by, act=DISPOSE, obj=case.id, outcome=name, rev=case.rev, digest=b"")
        gone.append(case)
    return gone


def packed(unit: Unit, courses: Courses, name: str, before: date, after: str) -> tuple[str, list[str]]:
    """Some of the records of a class that have been kept long enough, each as a line of JSON with all that it holds.

    Those after the id `after`, "" for the first; gives the last id with them. Reading them leaves an audit line each.
    """
    lines = []
    for case in _over(unit, courses, name, before, after):
        after = case.id
        opened = unit.casebook.load(case.id)
        if opened is None:
            continue
        unit.audit.append(
            actor=Role.OPERATOR, hat=Role.OPERATOR, act=PACK, obj=case.id, outcome=name, rev=case.rev, digest=b""
        )
        lines.append(json.dumps(_whole(unit, opened), ensure_ascii=False, sort_keys=True))
    return after, lines


def _whole(unit: Unit, case: Case) -> dict[str, object]:
    return {
        "flow": case.flow, "kind": case.kind, "state": case.state, "opened": case.opened_month, "period": case.period,
        "body": dict(case.body), "identity": dict(case.identity),
        "records": [{"kind": record.kind, "fields": dict(record.body)} for record in unit.casebook.records(case.id)],
        "consents": [to_fields(consent) for consent in unit.casebook.consents(case.id)],
    }  # fmt: skip


def _over(unit: Unit, courses: Courses, name: str, before: date, after: str = "") -> list[Case]:
    kept = _long_enough(unit, name, before)
    if kept is None:
        return []
    found = [case for of in _kinds(courses, name) for case in unit.keeping.over(*of, kept, after, AT_A_TIME)]
    return sorted(found, key=lambda case: case.id)[:AT_A_TIME]


def _long_enough(unit: Unit, name: str, before: date) -> LongEnough | None:
    year = ended_by(unit.house.policy.retention[name], before, unit.house.office)
    return None if year is None else LongEnough(before, year)


def _kinds(courses: Courses, name: str) -> Iterator[tuple[str, str, frozenset[str]]]:
    """Flow, kind and final states of everything that belongs to a class."""
    for flow in courses.values():
        yield from ((flow.name, kind, _final(flow, kind)) for kind, of in flow.kept.items() if of == name)


def _final(flow: Course, kind: str) -> frozenset[str]:
    return frozenset(flow.moves[kind].final())
