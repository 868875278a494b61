"""Imports the roster from CSV: shows what would change, and writes it when asked to."""

from collections.abc import Iterable, Iterator

from bot.effects import change_offices
from bot.handlers.registry import FLOWS
from bot.handlers.roster.rules.gaps import HEAD, OFFICE, ROOM, SEAT, SHORT, UNIT, Gap, gaps
from bot.roster_difference import Difference, difference
from bot.roster_file import RosterRow
from bot.rules.people import Role
from bot.store.ledger import UnitLedger
from bot.store.unit import Store, Unit

Line = tuple[str, str, str]
SAID = {
    UNIT: "no supporter", ROOM: "no supporter", HEAD: "no unit head", OFFICE: "too few", SHORT: "not all seats",
    SEAT: "empty seat",
}  # fmt: skip


def import_rows(store: Store, rows: tuple[RosterRow, ...], *, apply: bool) -> Difference:
    """The difference between the stored roster and `rows`, written in one unit with its audit row if `apply`.

    The host's operator acts (E4). Raises StoreFailed.
    """

    def work(unit: Unit) -> Difference:
        today = unit.house.office.day(unit.now)
        found = difference(rows, unit.roster.people().values(), unit.roster.appointments(), today=today)
        if apply and found.writes_anything:
            unit.roster.save_people(found.people)
            unit.roster.save_appointments(found.appointed)
            change_offices(unit, {flow.name: flow for flow in FLOWS}, (*found.altered, *found.ended))
            unit.audit.append(
                actor="operator", hat=Role.OPERATOR, act="roster.import", obj="roster",
                outcome="done", rev=0, digest=b"",
            )  # fmt: skip
        return found

    return store.run_now(work)


def table(found: Difference) -> Iterator[Line]:
    """What changes, for whom, and how, one line each."""
    for label, people in (("new", found.added), ("changed", found.changed), ("not in the file", found.gone)):
        for person in people:
            yield label, person.name, person.unit
    for label, appointments in (
        ("appointed", found.appointed),
        ("altered", found.altered),
        ("ends", found.ended),
        ("stays as in Slack", found.kept),
    ):
        for appointment in appointments:
            until = appointment.last_day or "while in post"
            who = found.names.get(appointment.person, appointment.person)
            yield label, who, f"{appointment.role}, {appointment.starts_on} – {until}"


def missing(store: Store) -> tuple[Gap, ...]:
    """Where a supporter or the holder of an office is missing today (Yam 4(2), 6(1)(2)), with an audit row.

    Raises StoreFailed.
    """

    def work(unit: Unit) -> tuple[Gap, ...]:
        unit.audit.append(
            actor="operator", hat=Role.OPERATOR, act="roster.gaps", obj="roster", outcome="done", rev=0, digest=b""
        )
        return gaps(UnitLedger(unit), unit.house.office.day(unit.now))

    return store.run_now(work)


def too_few(found: Iterable[Gap]) -> bool:
    """Whether work suffers: an office that is only not whole, or a single seat, is shown and counts for nothing."""
    return any(gap.kind not in {SHORT, SEAT} for gap in found)


def gap_lines(found: Iterable[Gap]) -> Iterator[Line]:
    """What is missing, in which unit and room or which office, and since when where the roster tells."""
    for gap in found:
        number = f"{gap.there} of {gap.seats}" if gap.seats else str(gap.seat or "")
        where = " ".join(part for part in (gap.unit, gap.room, gap.role, number) if part)
        yield SAID[gap.kind], where, str(gap.since or "")
