"""What a roster file would change: who is new, who moved, whose term ends; pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date

from bot.roster_file import BY_UNIT, RosterRow, key_of
from bot.rules.people import Appointment, Person

OURS = frozenset({"id", "checked_on", "sworn_on", "away_until", "entered_by", "release_reason", "let_end"})
"""What the program knows of an appointment and the file does not."""


@dataclass(frozen=True)
class Difference:
    """What an import writes. Nobody is deleted; the terms of whoever is no longer named end (P14).

    `gone` are persons of the roster whom the file does not name: their row stays, their roles end.
    `kept` is what was named or released in Slack and stays so, although the file says otherwise: a file that was
    written before the act does not know of it. Only who left the file or moved to another unit loses such a naming.
    `names` are those of everybody, by id, to show the difference with.
    """

    added: tuple[Person, ...] = ()
    changed: tuple[Person, ...] = ()
    gone: tuple[Person, ...] = ()
    appointed: tuple[Appointment, ...] = ()
    altered: tuple[Appointment, ...] = ()
    ended: tuple[Appointment, ...] = ()
    kept: tuple[Appointment, ...] = ()
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
    stored = {key_of(held): held for held in sorted(appointments, key=lambda held: held.released_on is None)}
    named = {key_of(row.appointment): row.appointment for row in rows if row.appointment}
    same = {key: _brought_up(stored[key], named[key]) for key in named.keys() & stored.keys()}
    unnamed = [held for key, held in stored.items() if key not in named and not _is_past(held, today)]
    of_slack = [held for held in unnamed if _stays(held, wanted)]
    return Difference(
        added=tuple(person for key, person in wanted.items() if key not in known),
        changed=tuple(person for key, person in wanted.items() if key in known and known[key] != person),
        gone=tuple(person for key, person in known.items() if key not in wanted),
        appointed=tuple(appointment for key, appointment in named.items() if key not in stored),
        altered=tuple(same[key] for key in named if key in same and same[key] != stored[key]),
        ended=tuple(replace(a, released_on=max(today, a.starts_on)) for a in unnamed if a not in of_slack),
        kept=(*of_slack, *(same[key] for key in named if key in same and same[key].release_reason)),
        names={key: person.name for key, person in (known | wanted).items()},
    )


def _as_known(person: Person, known: Mapping[str, Person]) -> Person:
    """The person of the file with what only the workspace says."""
    return replace(person, left=known[person.id].left) if person.id in known else person


def _brought_up(stored: Appointment, named: Appointment) -> Appointment:
    """The stored appointment with all that the file says; what only the program knows stays."""
    ours = OURS | ({"released_on"} if stored.release_reason else frozenset())  # Yam 6(6): released in Slack stays so
    said = {f.name: getattr(named, f.name) for f in fields(Appointment) if f.name not in ours}
    return replace(stored, **said)


def _stays(held: Appointment, wanted: Mapping[str, Person]) -> bool:
    """Whether a naming that the file does not have stands all the same: made in Slack, and nobody moved."""
    person = wanted.get(held.person)
    moved = person is not None and held.role in BY_UNIT and person.unit != held.unit
    return bool(held.entered_by) and person is not None and not moved


def _is_past(held: Appointment, today: date) -> bool:
    return held.last_day is not None and held.last_day < today
