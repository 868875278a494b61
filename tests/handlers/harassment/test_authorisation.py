"""Nobody may do with a consultation what the oracle forbids, nor is anybody kept from what it allows."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

import pytest
from hypothesis import Phase, given, seed, settings
from hypothesis import strategies as st

from bot.handlers.harassment.rules import circle
from bot.handlers.harassment.rules.moves import CONSULTATION
from bot.rules.access import MATRIX, Act, Standing, may
from bot.rules.cases import Case
from bot.rules.people import Appointment, Person, Principal, Role, roles_of
from tests import fakes
from tests.fakes import FakeLedger
from tests.handlers.harassment import oracle_harassment as oracle
from tests.handlers.harassment.cases import body_in

TODAY = fakes.OFFICE.day(fakes.NOW)
PEOPLE = tuple(f"U{n:02}" for n in range(8))
ROLES = (*oracle.HATS[1:], "administrator", "auditor")
LAST = date(2027, 3, 31)
TERMS = {  # term of office around the day of the question
    "in": (date(2026, 4, 1), LAST),
    "last day": (date(2026, 4, 1), TODAY),
    "first day": (TODAY, LAST),
    "before": (TODAY + timedelta(days=1), LAST),
    "after": (date(2025, 4, 1), TODAY - timedelta(days=1)),
}
CELLS = {
    hat: sorted(
        {(obj, act) for obj, wearer, act in oracle.CELLS if obj in oracle.OBJECTS and wearer == hat}
        | {(obj, act.value) for obj in oracle.OBJECTS for grant in MATRIX[obj].get(Role(hat), ()) for act in grant.acts}
    )
    for hat in oracle.HATS
}


def some(chance: Random, people: Sequence[str], most: int) -> frozenset[str]:
    return frozenset(chance.sample(sorted(people), min(chance.randint(0, most), len(people))))


def offices(chance: Random) -> Iterator[oracle.Office]:
    """Who holds what: each office by some of few people, so that many hold two, within and outside their term."""
    for role in ROLES:
        for person in some(chance, PEOPLE, 1 if role in oracle.WITHOUT_CASES else 3):
            since, until = TERMS[chance.choice(("in", "in", "in", *TERMS))]
            named = role == oracle.SECRETARY and chance.random() < 0.5
            basis = oracle.CLERK_OF_ONE_CASE if named else ""
            yield oracle.Office(person, role, since, until, basis, sworn=chance.random() < 0.8)


def matter_in(chance: Random, held: Sequence[oracle.Office]) -> oracle.Matter:
    """A consultation in any state; who has a part in it holds the office mostly, and may be kept out all the same."""

    def one(*roles: str) -> str:
        fitting = [office.person for office in held if office.role in roles]
        return chance.choice(fitting if fitting and chance.random() < 0.8 else PEOPLE)

    def maybe(person: str, often: float = 0.5) -> str:
        return person if chance.random() < often else ""

    return oracle.Matter(
        state=chance.choice((*CONSULTATION.states(), *sorted(oracle.OPEN))),
        requester=maybe(chance.choice(PEOPLE), 0.8),  # nobody's where somebody came by phone (G6)
        affected=maybe(chance.choice(PEOPLE), 0.3),
        named_out=some(chance, PEOPLE, 1),
        ticked=frozenset(chance.choices(("", "", "", *oracle.TICKS))) - {""},
        held_then=some(chance, PEOPLE, 1) if chance.random() < 0.2 else frozenset(),
        wished=some(chance, PEOPLE, 2),
        door=chance.choice(("desk", "counsellor")),
        receiver=one(oracle.COUNSELLOR),
        asked=frozenset({one(oracle.COUNSELLOR)} if chance.random() < 0.4 else ()),
        responders=frozenset({one(oracle.COUNSELLOR)} if chance.random() < 0.6 else ()),
        aside=some(chance, PEOPLE, 1) if chance.random() < 0.3 else frozenset(),
        recipient=one(oracle.HEAD, oracle.DEPUTY),
        nurse=maybe(one(oracle.NURSE)),
        nurse_agreed=chance.random() < 0.5,
        acting=maybe(one(oracle.MEMBER)),
        clerk=maybe(one(oracle.SECRETARY)),
        name_agreed=chance.random() < 0.5,
        ordered=chance.random() < 0.5,
    )


@dataclass(frozen=True)
class Town:
    """A town hall with one consultation in it, for the oracle and for the program."""

    truth: oracle.Oracle
    case: Case
    ledger: FakeLedger

    def standing(self, who: str, hat: Role, facts: Mapping[str, bool], *, code: bool) -> Standing:
        """What the house itself knows of somebody, and what the flow tells of this case."""
        held = self.ledger.appointments_of(who)
        under_hat = [a for a in held if a.role is hat]
        principal = Principal(who, fakes.TEAM, deleted=who in self.truth.gone)
        found: dict[str, Any] = {
            "roles": roles_of(held, who, TODAY), "oath_given": any(a.sworn_on for a in under_hat), "stepped_up": code,
        }  # fmt: skip
        return Standing(principal, hat, **(found | dict(facts)))


def town_hall(chance: Random) -> Town:
    """A town hall of its own for every number."""
    held = tuple(offices(chance))
    matter = matter_in(chance, held)
    above = {person: chance.choice(("", "", *PEOPLE)) for person in PEOPLE}
    gone = some(chance, PEOPLE, 1) if chance.random() < 0.3 else frozenset()
    truth = oracle.Oracle(matter, held, above, gone, TODAY)
    rows = [Person(p, p, "General", superior=above[p], left=p in gone) for p in PEOPLE]
    return Town(truth, stored(matter), FakeLedger(roster=[appointed(n, one) for n, one in enumerate(held)], rows=rows))


def appointed(number: int, office: oracle.Office) -> Appointment:
    sworn_on = office.since if office.sworn else None
    return Appointment(
        f"a{number}", office.person, Role(office.role), office.since, office.until, basis=office.basis,
        sworn_on=sworn_on,
    )  # fmt: skip


def stored(matter: oracle.Matter) -> Case:
    """The matter as the program keeps it."""
    identity = {
        "requester": matter.requester, "affected": matter.affected, "excluded": sorted(matter.named_out),
        "kept_out": sorted(matter.ticked), "kept_out_people": dict.fromkeys(matter.ticked, sorted(matter.held_then)),
        "wished": sorted(matter.wished), "door": matter.door, "receiver": matter.receiver,
        "asked": sorted(matter.asked), "responders": sorted(matter.responders), "stepped_aside": sorted(matter.aside),
        "recipient": matter.recipient, "nurse": matter.nurse, "acting_chair": matter.acting, "clerk": matter.clerk,
    }  # fmt: skip
    reported = {"reported_on": TODAY.isoformat()} if matter.state in oracle.REPORTED else {}
    ordered = {"ordered_on": TODAY.isoformat()} if matter.ordered else {}
    body = {k: v for k, v in body_in(matter.state, TODAY).items() if k not in {"reported_on", "ordered_on"}}
    body |= {**reported, **ordered, "name_agreed": matter.name_agreed, "nurse_agreed": matter.nurse_agreed}
    return Case("c0ffee" * 5 + "01", "harassment", "consultation", matter.state, 3, "2026-09", "v1", "", body, identity)


def agree(number: int) -> None:
    """The program and the oracle say the same of everybody under every hat of theirs, and of one without it."""
    chance = Random(number)  # noqa: S311 - a town hall, not a secret
    town, code = town_hall(chance), chance.random() < 0.7
    without = (chance.choice(PEOPLE), chance.choice(oracle.HATS[1:]))
    wearing = [(office.person, office.role) for office in town.truth.offices if office.role in oracle.HATS]
    themselves = [(who, oracle.EMPLOYEE) for who in chance.sample(PEOPLE, 3)]
    for who, hat in dict.fromkeys((*wearing, *themselves, without)):
        facts = circle.facts(town.case, who, Role(hat), town.ledger, fakes.NOW)
        standing = town.standing(who, Role(hat), facts, code=code)
        for obj, act in CELLS.get(hat, ()):
            expected = town.truth.may(who, hat, act, obj, code=code)
            assert may(standing, Act(act), obj) == expected, (who, hat, act, obj, town.truth)


@seed(4)
@settings(max_examples=250, deadline=None, database=None, phases=[Phase.generate])
@given(number=st.integers(0, 2**32))
def test_everybody_may_exactly_what_the_regulation_lets_them(number: int) -> None:
    agree(number)


@pytest.mark.long
@seed(5)
@settings(max_examples=6000, deadline=None, database=None, phases=[Phase.generate])
@given(number=st.integers(0, 2**32))
def test_everybody_may_exactly_what_the_regulation_lets_them_in_many_town_halls(number: int) -> None:
    agree(number)
