"""Where somebody is missing: a unit or room without a supporter, an office with too few (Yam 4(2), 6; P1, K10)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.errors import Refused
from bot.handlers.roster.rules.moves import EXEMPTION, FLOW
from bot.handlers.roster.rules.offices import AGAINST_HARASSMENT, heads_of, room_of, units_headed, welfare_heads
from bot.rules.access import Act
from bot.rules.cases import Case, Deadline, Decision, Notice, NoticeClass, Opening
from bot.rules.deadlines import stages
from bot.rules.ledger import Ledger
from bot.rules.office import DAY
from bot.rules.passed import Passed
from bot.rules.people import (
    FOR_ONE_CASE,
    GUEST_HATS,
    Appointment,
    Person,
    Role,
    end_of_fiscal_year,
    fiscal_year,
    holders,
)
from bot.rules.policy import Policy

GAP, YEAR = "gap", "gaps_of_year"
UNIT, ROOM, HEAD, OFFICE = "unit", "room", "head", "office"  # what can be missing
SHORT, SEAT = "short", "seat"  # fewer than the regulation names, an empty seat of the committee (Aki 9(4))
YEARS_AHEAD = 2  # so many 1 Aprils are planned at once


@dataclass(frozen=True)
class Gap:
    """One place where somebody is missing. `since`: the first day of it, where the roster tells.

    `left` is the first appointment of a supporter who still serves but has no account any more. `there` of `seats`
    are filled in an office that can do its work and is not whole; `seat` is the number of one on the committee.
    """

    kind: str
    unit: str = ""
    room: str = ""
    role: str = ""
    since: date | None = None
    left: str = ""
    there: int = 0
    seats: int = 0
    seat: int = 0

    @property
    def period(self) -> str:
        """What makes it another gap than the one before in the same place; "" where it is not known to be new."""
        return self.left or (self.since.isoformat() if self.since else "")


@dataclass(frozen=True)
class _Unit:
    """A unit with its rooms, whoever was ever named in it, and how many supporters it needs at least."""

    name: str
    rooms: Sequence[str]
    named: Sequence[Appointment]
    people: Mapping[str, Person]
    smallest: int


@dataclass(frozen=True)
class Exempted:
    """A room of which the unit head has found that it needs no supporter of its own (Yam 6(2))."""

    unit: str
    room: str
    reason: str
    rev: int


def gaps(ledger: Ledger, today: date) -> tuple[Gap, ...]:
    """Every gap on `today`, unit by unit, then the offices. It never says who asked for anything, nor how often."""
    rooms, people = _rooms(ledger, today), ledger.people()
    without = {(one.unit, one.room) for one in exempted(ledger, today)}
    named: dict[str, list[Appointment]] = defaultdict(list)
    for held in ledger.all_appointments():
        if held.role in {Role.UNIT_SUPPORTER, Role.UNIT_HEAD}:
            named[held.unit].append(held)
    smallest = max(ledger.policy.roles[Role.UNIT_SUPPORTER].smallest, 1)
    units = (_Unit(unit, there, named[unit], people, smallest) for unit, there in rooms.items())
    found = [gap for unit in units for gap in _of_unit(unit, without, today)]
    here = [held for held in ledger.appointments(today) if held.person not in people or not people[held.person].left]
    return (*found, *of_offices(here, ledger.policy, today))


def of_units(units: Sequence[str], ledger: Ledger, today: date) -> tuple[Gap, ...]:
    """The gaps that the head of these units can close."""
    return tuple(gap for gap in gaps(ledger, today) if gap.kind in {UNIT, ROOM} and gap.unit in units)


def exempted(ledger: Ledger, today: date) -> tuple[Exempted, ...]:
    """The rooms that are exempt this fiscal year."""
    cases = ledger.listed(FLOW, EXEMPTION.kind, fiscal_year(today), "exempt")
    return tuple(Exempted(case.body["unit"], case.body["room"], case.body["reason"], case.rev) for case in cases)


def exemption_id(unit: str, room: str, ledger: Ledger, today: date) -> str:
    """The id of this room's exemption; a keyed hash, so that it names no room."""
    return ledger.case_id_for(FLOW, EXEMPTION.kind, f"{unit}\n{room}", fiscal_year(today))


def exempt(reason: str, by: str, case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """The unit head finds that a room needs no supporter of its own; the unit still needs one (Yam 6(1)(2), P1)."""
    today = ledger.office.day(now)
    mine = of_units(units_headed(by, ledger, today), ledger, today)
    gap = next((g for g in mine if g.room and exemption_id(g.unit, g.room, ledger, today) == case.id), None)
    if gap is None:
        return Refused("roster-no-gap")
    return Decision(
        act="exempt",
        opens=None if case.exists else Opening(EXEMPTION.kind, fiscal_year(today)),
        body={"unit": gap.unit, "room": gap.room, "reason": reason, "on": today.isoformat()},
        identity={"by": by},
    )


def lift(case: Case) -> Decision:
    """The room needs a supporter after all."""
    return Decision(act="lift")


def plan(ledger: Ledger, now: datetime) -> list[Deadline]:
    """The stages after each 1 April, and those after a supporter was missed within the year (Yam 6(1)(2))."""
    today, rule, office = ledger.office.day(now), ledger.policy.clocks["gaps"], ledger.office
    planned = []
    for years in range(YEARS_AHEAD):
        end = end_of_fiscal_year(today)
        first = end.replace(year=end.year + years) + DAY
        planned += [
            Deadline(FLOW, YEAR, s.at, s.number, str(first.year), s.not_after) for s in stages(rule, first, office)
        ]
    for gap in gaps(ledger, today):
        if gap.left or (gap.since and gap.since > _year_start(today)):
            began = today if gap.left else gap.since or today  # an account is found gone: the first finding counts
            planned += [
                Deadline(_subject(gap, ledger), GAP, s.at, s.number, gap.period, s.not_after)
                for s in stages(rule, began, office)
            ]
    return planned


def on_gap(case: Case, deadline: Deadline, ledger: Ledger, now: datetime) -> Decision | None:
    """Somebody is still missing: the unit head hears of it, at the last stage the head of welfare too (Yam 4(2))."""
    today = ledger.office.day(now)
    gap = next((g for g in gaps(ledger, today) if _subject(g, ledger) == deadline.subject), None)
    if gap is None or gap.period != deadline.period:
        return None
    once = f"{deadline.subject}:{deadline.period}:{deadline.stage}"
    upward = _is_last(deadline, ledger) or not heads_of(gap.unit, ledger, today)
    heads = welfare_heads(ledger, today) if upward else ()
    return Decision(
        act="remind",
        notices=(
            *(_news(head, once, "unit") for head in heads_of(gap.unit, ledger, today)),
            *(_news(head, once, "gaps") for head in heads),
        ),
    )


def on_year(case: Case, deadline: Deadline, ledger: Ledger, now: datetime) -> Decision | None:
    """After 1 April every unit head with a gap hears of it at each stage, the head of welfare where there is any.

    The head of general affairs hears where somebody is missing for Aki 7 or 9 (K10).
    """
    today = ledger.office.day(now)
    found = gaps(ledger, today)
    if not found or fiscal_year(today) != deadline.period:
        return None
    once = f"{FLOW}:{YEAR}:{deadline.period}:{deadline.stage}"
    units = dict.fromkeys(gap.unit for gap in found if gap.kind in {UNIT, ROOM})
    heads = dict.fromkeys(head for unit in units for head in heads_of(unit, ledger, today))
    concerned = any(gap.kind == OFFICE and gap.role in AGAINST_HARASSMENT for gap in found)
    affairs = holders(ledger.appointments(today), {Role.AFFAIRS_HEAD}, today) if concerned else ()
    return Decision(
        act="remind",
        notices=(
            *(_news(head, once, "unit") for head in heads),
            *(_news(head, once, "gaps") for head in dict.fromkeys((*welfare_heads(ledger, today), *affairs))),
        ),
    )


def _news(head: str, once: str, topic: str) -> Notice:
    return Notice(head, NoticeClass.NEWS, "", f"{once}:{topic}:{head}", topic)


def _is_last(deadline: Deadline, ledger: Ledger) -> bool:
    return deadline.stage >= sum(map(len, ledger.policy.clocks["gaps"].stages.values()))


def _subject(gap: Gap, ledger: Ledger) -> str:
    return ledger.case_id_for(FLOW, GAP, f"{gap.unit}\n{gap.room}", gap.kind)


def _year_start(today: date) -> date:
    end = end_of_fiscal_year(today)
    return end.replace(year=end.year - 1) + DAY


def _rooms(ledger: Ledger, today: date) -> Mapping[str, Sequence[str]]:
    """The rooms of each unit in which somebody works; a unit of outsiders alone is none of ours."""
    outside = set(holders(ledger.appointments(today), GUEST_HATS, today))
    rooms: dict[str, dict[str, None]] = defaultdict(dict)
    for person in ledger.people().values():
        if not person.left and person.id not in outside:
            rooms[person.unit].update({person.room: None} if person.room else {})
    return {unit: tuple(there) for unit, there in rooms.items()}


def _of_unit(unit: _Unit, without: set[tuple[str, str]], today: date) -> Iterator[Gap]:
    supporters = [a for a in unit.named if a.role is Role.UNIT_SUPPORTER]
    there = [a for a in supporters if a.in_force(today) and _has_account(a, unit.people)]
    if not any(a.role is Role.UNIT_HEAD and a.in_force(today) for a in unit.named):
        yield Gap(HEAD, unit.name)
    if len(there) < unit.smallest:
        yield _missing(UNIT, unit, "", supporters, today)
        return  # what is missing in its rooms shows when somebody is named
    served = {room_of(a, unit.people) for a in there}
    for room in unit.rooms:
        if room not in served and (unit.name, room) not in without:
            before = [a for a in supporters if room_of(a, unit.people) == room]
            yield _missing(ROOM, unit, room, before, today)


def _missing(kind: str, unit: _Unit, room: str, before: Sequence[Appointment], today: date) -> Gap:
    """The gap, with what is known of its beginning from whoever was there `before`."""
    gone = {a.person for a in before if a.in_force(today) and not _has_account(a, unit.people)}
    first = min((a for a in before if a.person in gone), key=lambda a: a.starts_on, default=None)  # also when renewed
    return Gap(kind, unit.name, room, since=_since(before, today), left=first.id if first else "")


def _has_account(appointment: Appointment, people: Mapping[str, Person]) -> bool:
    person = people.get(appointment.person)
    return person is not None and not person.left


def _since(named: Iterable[Appointment], today: date) -> date | None:
    """The day after the last of these terms, None where nobody was ever named."""
    over = [a.last_day for a in named if a.last_day and a.last_day < today and a.starts_on <= a.last_day]
    return max(over) + DAY if over else None


def of_offices(held: Sequence[Appointment], policy: Policy, today: date) -> Iterator[Gap]:
    """Offices with fewer people than they work with (R2), or than the regulation has seats for; empty seats (Aki 9(4)).

    Those of a unit are counted unit by unit.
    """
    known = {role.value for role in Role}
    held = [a for a in held if a.basis != FOR_ONE_CASE]  # a clerk of one case keeps no file of the house
    for name, rule in policy.roles.items():
        if name not in known or rule.per != "organisation":
            continue
        there, seats = len(holders(held, {Role(name)}, today)), rule.seats or 0
        if there < rule.smallest:
            yield Gap(OFFICE, role=name)
        elif there < seats:
            yield Gap(SHORT, role=name, there=there, seats=seats)
    taken = {a.seat for a in held if a.role is Role.COMMITTEE_MEMBER and a.in_force(today)}
    numbers = range(1, len(policy.harassment.seats) + 1)
    yield from (Gap(SEAT, role=Role.COMMITTEE_MEMBER, seat=number) for number in numbers if number not in taken)


PASSED = {
    GAP: Passed(Act.NOTIFY, "gaps", on_gap),
    YEAR: Passed(Act.NOTIFY, "gaps", on_year),
}
