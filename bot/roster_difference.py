"""What a roster file would change: who is new, who moved, whose term ends; pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date

from bot.roster_file import RosterRow, key_of
from bot.rules.people import Appointment, Person

OURS = frozenset({"id", "checked_on", "sworn_on", "away_until"})
"""What the program knows of an appointment and the file does not."""


@dataclass(frozen=True)
class Difference:
    """What an import writes. Nobody is deleted; the terms of whoever is no longer named end (P14).

    `gone` are persons of the roster whom the file does not name: their row stays, their roles end.
    `names` are those of everybody, by id, to show the difference with.
    """

    added: tuple[Person, ...] = ()
    changed: tuple[Person, ...] = ()
    gone: tuple[Person, ...] = ()
    appointed: tuple[Appointment, ...] = ()
    altered: tuple[Appointment, ...] = ()
    ended: tuple[Appointment, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict, compare=False)

    @property
    def people(self) -> tuple[Person, ...]:
        """The persons to write."""
        return self.added + self.changed

    @property
    def appointments(self) -> tuple[Appointment, ...]:
        """The appointments to write; new ones have no id yet."""
        return self.appointed + self.altered + self.ended

    @property
    def writes_anything(self) -> bool:
        """Whether an import would write a row."""
        return bool(self.people or self.appointments)


def difference(
    rows: Iterable[RosterRow], people: Iterable[Person], appointments: Iterable[Appointment], *, today: date
) -> Difference:
    """From the roster as it stands (`people`, `appointments`) to the file's `rows`.

    `today` is the office's day: an appointment that the file leaves out is released on it, or never begins.
    """
    rows = tuple(rows)
    known = {person.id: person for person in people}
    wanted = {row.person.id: _as_known(row.person, known) for row in rows}
    stored = {key_of(appointment): appointment for appointment in appointments}
    named = {key_of(row.appointment): row.appointment for row in rows if row.appointment}
    kept = {key: _brought_up(stored[key], named[key]) for key in named.keys() & stored.keys()}
    return Difference(
        added=tuple(person for key, person in wanted.items() if key not in known),
        changed=tuple(person for key, person in wanted.items() if key in known and known[key] != person),
        gone=tuple(person for key, person in known.items() if key not in wanted),
        appointed=tuple(appointment for key, appointment in named.items() if key not in stored),
        altered=tuple(kept[key] for key in named if key in kept and kept[key] != stored[key]),
        ended=tuple(
            replace(appointment, released_on=max(today, appointment.starts_on))
            for key, appointment in stored.items()
            if key not in named and (appointment.last_day is None or appointment.last_day >= today)
        ),
        names={key: person.name for key, person in (known | wanted).items()},
    )


def _as_known(person: Person, known: Mapping[str, Person]) -> Person:
    """The person of the file with what only the workspace says."""
    return replace(person, left=known[person.id].left) if person.id in known else person


def _brought_up(stored: Appointment, named: Appointment) -> Appointment:
    """The stored appointment with all that the file says; what only the program knows stays."""
    said = {f.name: getattr(named, f.name) for f in fields(Appointment) if f.name not in OURS}
    return replace(stored, **said)
