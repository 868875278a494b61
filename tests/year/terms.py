"""Who is a supporter from when to when, and the roster's file for the next year as the town hall would hand it in."""

import csv
from dataclasses import dataclass, field
from datetime import date
from io import StringIO

from bot import roster_file
from bot.commands import roster as roster_commands
from bot.sandbox.town import Town
from bot.sandbox.townhall import APPOINTMENTS, COLUMNS, roster_csv

SUPPORTER = "unit_supporter", "hq_supporter"
ADVISER = "U0KIMURA"
YEAR_END, NEXT_YEAR, NEXT_YEAR_END = date(2027, 3, 31), date(2027, 4, 1), date(2028, 3, 31)


@dataclass
class Terms:
    """First and last day of every supporter's term, as the papers say; `advises` are those of the adviser."""

    held: dict[str, list[tuple[date, date]]] = field(
        default_factory=lambda: {
            one.person: [(date.fromisoformat(one.starts_on), YEAR_END)] for one in APPOINTMENTS if one.role in SUPPORTER
        }
    )

    advises: list[tuple[date, date]] = field(
        default_factory=lambda: [
            (date.fromisoformat(one.starts_on), YEAR_END) for one in APPOINTMENTS if one.person == ADVISER
        ]
    )

    def holds(self, person: str, day: date) -> bool:
        return any(first <= day <= last for first, last in self.held.get(person, ()))

    def held_in(self, first: date, last: date) -> list[str]:
        """Everybody who was a supporter on any day from `first` to `last`."""
        return [who for who, terms in self.held.items() if any(a <= last and b >= first for a, b in terms)]

    def end_after(self, person: str, day: date) -> date | None:
        """The last day on which the person is a supporter without a gap from `day` on."""
        terms = self.advises if person == ADVISER else self.held.get(person, ())
        ends = sorted(last for first, last in terms if last >= day)
        return ends[-1] if ends else None

    def renew(self, town: Town, *, lapsing: frozenset[str], new: dict[str, str]) -> None:
        """Import next year's roster in advance: the same people but `lapsing`, and `new` supporters by unit."""
        rows = list(csv.DictReader(StringIO(roster_csv())))
        this_year = [row for row in rows if row["ends_on"] == YEAR_END.isoformat()]
        going_on = [row for row in this_year if row["person"] not in lapsing]
        model = next(row for row in going_on if row["role"] == "unit_supporter")
        of_a_role = {name: model[name] for name in ("role", "appointed_by", "document", "document_on")}
        named = [{**next(row for row in rows if row["person"] == who), **of_a_role} for who in new]
        next_year = {"starts_on": NEXT_YEAR.isoformat(), "ends_on": NEXT_YEAR_END.isoformat()}
        told = StringIO()
        file = csv.DictWriter(told, COLUMNS, lineterminator="\n")
        file.writeheader()
        file.writerows([*rows, *({**row, **next_year} for row in [*going_on, *named])])
        store = town.program.store
        roster_commands.import_rows(store, roster_file.read(told.getvalue().encode()), apply=True)
        for row in [*going_on, *named]:
            if row["role"] in SUPPORTER:
                self.held.setdefault(row["person"], []).append((NEXT_YEAR, NEXT_YEAR_END))
            if row["person"] == ADVISER:
                self.advises.append((NEXT_YEAR, NEXT_YEAR_END))
