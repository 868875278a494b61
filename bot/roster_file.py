"""Reads the roster's CSV and names every mistake by its line."""

import csv
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from io import StringIO

from bot.errors import Misconfigured
from bot.rules.people import (
    TERMS,
    UNAPPOINTED,
    Appointment,
    Person,
    Role,
    Scope,
    barred_with,
    may_be_clerk,
    term_end,
)

COLUMNS = (
    "person", "name", "unit", "division", "room", "employment", "phone", "superior", "personnel_authority",
    "role", "starts_on", "ends_on", "appointed_by", "document", "document_on", "field", "basis", "exception",
    "seat",
)  # fmt: skip
NEEDED = ("person", "name", "unit")
OF_A_ROLE = (
    "starts_on", "ends_on", "appointed_by", "document", "document_on", "field", "basis", "exception", "seat",
)  # fmt: skip
PERSON = re.compile(r"[UW][A-Z0-9]{2,20}")
SEAT = re.compile(r"[1-9][0-9]?")
APPOINTED = frozenset(role.value for role in Role if role not in UNAPPOINTED)
LONGEST = 200
FLAGS = {"": False, "no": False, "yes": True}
ONLY_FOR = {
    "basis": (Role.COUNSELLOR, Role.RESPONSE_NURSE),  # the item they are a member by, Aki 7(3)(10)
    "exception": (Role.COORDINATOR,),  # why somebody outside the welfare section, Yam 7(3)
    "field": (Role.EXTERNAL_ADVISER,),  # Yam 8(1)
    "seat": (Role.COMMITTEE_MEMBER, Role.CHAIR),  # Aki 9(4)
}
BY_UNIT = frozenset({Role.UNIT_SUPPORTER, Role.UNIT_HEAD})
"""Roles held for one unit: whoever moves to another holds a new one."""

Cells = Mapping[str, str]


@dataclass(frozen=True)
class RosterRow:
    """One line of the file: somebody, and the role they are appointed to, or None for everybody else."""

    line: int
    person: Person
    appointment: Appointment | None


def _date(cell: str) -> date | None:
    """A day of this century as ISO 8601 writes it, or None."""
    try:
        return date.fromisoformat(cell) if re.fullmatch(r"20[0-9]{2}-[0-9]{2}-[0-9]{2}", cell) else None
    except ValueError:
        return None


def _seat(cells: Cells) -> int:
    return int(cells["seat"]) if re.fullmatch(SEAT, cells["seat"]) else 0


FORMS: Mapping[str, tuple[Callable[[str], object], str]] = {
    "person": (PERSON.fullmatch, "is not a Slack user id (U and capitals or digits)"),
    "superior": (PERSON.fullmatch, "is not a Slack user id (U and capitals or digits)"),
    "personnel_authority": (lambda cell: cell.lower() in FLAGS, "is neither yes nor no"),
    "role": (APPOINTED.__contains__, "is not one that somebody is appointed to"),
    "starts_on": (_date, "is not a date like 2026-04-01"),
    "ends_on": (_date, "is not a date like 2026-04-01"),
    "document_on": (_date, "is not a date like 2026-04-01"),
    "seat": (SEAT.fullmatch, "is not a number from 1 to 99"),
}
"""What a filled cell must be, and what is said when it is not."""


def read(raw: bytes) -> tuple[RosterRow, ...]:
    """The rows of a CSV file with the columns of COLUMNS, in any order, in UTF-8 (Excel's mark is allowed).

    A term without `ends_on` ends where its regulation says. Raises Misconfigured with one sentence for
    every mistake; the sentences name lines and columns, never what stands there.
    """
    lines = _lines(raw)
    people = {cells["person"] for _, cells in lines}
    mistakes: list[str] = []
    rows = []
    for number, cells in lines:
        found = [f"line {number}: {mistake}" for mistake in _mistakes(cells)]
        mistakes += found
        if not found:
            rows.append(RosterRow(number, _person(cells), _appointment(cells)))
    mistakes += [f"line {line}: {mistake}" for line, mistake in _between(rows, people)]
    if mistakes:
        raise Misconfigured(sorted(mistakes, key=lambda mistake: int(re.findall(r"\d+", mistake)[0])))
    return tuple(rows)


def key_of(appointment: Appointment) -> tuple[str, Role, date, str, int]:
    """What makes two appointments the same one."""
    unit = appointment.unit if appointment.role in BY_UNIT else ""
    return appointment.person, appointment.role, appointment.starts_on, unit, appointment.seat


def _lines(raw: bytes) -> list[tuple[int, Cells]]:
    """Line numbers and trimmed cells by column. Raises Misconfigured when the file is no such table."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Misconfigured(["line 1: the file is not UTF-8; save it as `CSV UTF-8`"]) from None
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    mistakes: list[str] = []
    lines: list[tuple[int, Cells]] = []
    try:
        header = [cell.strip() for cell in next(reader, [])]
        _check_header(header)
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) != len(header):
                mistakes.append(f"line {reader.line_num}: has {len(cells)} cells instead of {len(header)}")
                continue
            row = dict.fromkeys(COLUMNS, "") | {c: v.strip() for c, v in zip(header, cells, strict=True)}
            lines.append((reader.line_num, row))
    except csv.Error:
        mistakes.append(f"line {reader.line_num}: cannot be read; is a quotation mark not closed?")
    if mistakes:
        raise Misconfigured(mistakes)
    return lines


def _check_header(header: list[str]) -> None:
    mistakes = [f"line 1: the column {column} is missing" for column in NEEDED if column not in header]
    unknown = [place for place, column in enumerate(header, start=1) if column not in COLUMNS]
    mistakes += [f"line 1: column {place} is not one of {', '.join(COLUMNS)}" for place in unknown]
    mistakes += [f"line 1: the column {name} stands twice" for name in COLUMNS if header.count(name) > 1]
    if mistakes:
        raise Misconfigured(mistakes)


def _mistakes(cells: Cells) -> Iterator[str]:
    """What is wrong within one line."""
    yield from (f"{column} is empty" for column in NEEDED if not cells[column])
    for column, cell in cells.items():
        if len(cell) > LONGEST or not cell.isprintable():
            yield f"{column} is too long or has characters that cannot be shown"
        elif cell and (rule := FORMS.get(column)) and not rule[0](cell):
            yield f"{column} {rule[1]}"
    if cells["superior"] and cells["superior"] == cells["person"]:
        yield "superior is the person's own id"
    if cells["role"] in APPOINTED:
        yield from _mistakes_of_role(cells, Role(cells["role"]))
    elif not cells["role"]:
        yield from (f"{column} stands without a role" for column in OF_A_ROLE if cells[column])


def _mistakes_of_role(cells: Cells, role: Role) -> Iterator[str]:
    starts_on, ends_on = _date(cells["starts_on"]), _date(cells["ends_on"])
    if not cells["starts_on"]:
        yield "starts_on is empty"
    if starts_on and ends_on:
        last = term_end(role, starts_on, seat=_seat(cells))
        if ends_on < starts_on:
            yield "ends_on is before starts_on"
        if last and ends_on > last:
            yield f"ends_on is after {last}, the end of the term ({TERMS[role].article})"
    for column, roles in ONLY_FOR.items():
        if cells[column] and role not in roles:
            yield f"{column} is only for {' and '.join(roles)}"


def _between(rows: list[RosterRow], people: set[str]) -> Iterator[tuple[int, str]]:
    """What is wrong from one line to another."""
    first: dict[str, RosterRow] = {}
    keys: dict[object, int] = {}
    for row in rows:
        before = first.setdefault(row.person.id, row)
        if before.person != row.person:
            yield row.line, f"tells of the same person otherwise than line {before.line}"
        if row.person.superior and row.person.superior not in people:
            yield row.line, "superior is not a person of this file"
        if row.appointment and row.appointment.role is Role.CLERK and not may_be_clerk(row.person):
            yield row.line, "a clerk has no authority over personnel (Aku 5)"
        key = key_of(row.appointment) if row.appointment else row.person.id
        if keys.setdefault(key, row.line) != row.line:
            yield row.line, f"says the same as line {keys[key]}"
    yield from _barred(rows)


def _barred(rows: list[RosterRow]) -> Iterator[tuple[int, str]]:
    """Roles that one person may not hold at the same time."""
    held = [(row.line, row.appointment) for row in rows if row.appointment]
    for at, (line, one) in enumerate(held):
        for other_line, other in held[:at]:
            together = one.person == other.person and _overlap(one, other)
            if together and barred_with(one.role, {other.role}, Scope.ALWAYS):
                yield line, f"{one.role} cannot be held together with {other.role} (line {other_line})"


def _overlap(one: Appointment, other: Appointment) -> bool:
    return one.in_force(other.starts_on) or other.in_force(one.starts_on)


def _person(cells: Cells) -> Person:
    return Person(
        id=cells["person"],
        name=cells["name"],
        unit=cells["unit"],
        room=cells["room"],
        employment=cells["employment"],
        personnel_authority=FLAGS[cells["personnel_authority"].lower()],
        superior=cells["superior"],
        phone=cells["phone"],
        division=cells["division"],
    )


def _appointment(cells: Cells) -> Appointment | None:
    starts_on = _date(cells["starts_on"])
    if starts_on is None:
        return None
    role, seat = Role(cells["role"]), _seat(cells)
    return Appointment(
        id="",
        person=cells["person"],
        role=role,
        starts_on=starts_on,
        ends_on=_date(cells["ends_on"]) or term_end(role, starts_on, seat=seat),
        unit=cells["unit"],
        room=cells["room"],
        field=cells["field"],
        document=cells["document"],
        document_on=_date(cells["document_on"]),
        basis=cells["basis"] or cells["exception"],
        seat=seat,
        appointed_by=cells["appointed_by"],
    )
