"""What people have done with their requests, and what a request's way depends on beside that."""

from dataclasses import dataclass, field
from datetime import date, datetime

from tests.year import office_days as office
from tests.year.terms import Terms


@dataclass(frozen=True)
class Done:
    """One act: when, what, by whom; and what it names: a supporter who is asked, or a contact that is kept."""

    at: datetime
    act: str
    by: str = ""
    names: str = ""
    free: bool = False  # it was left open who is asked


@dataclass
class Matter:
    """A request as the ledger knows it: the id, whose it is, and what was done with it."""

    id: str
    asker: str
    done: list[Done] = field(default_factory=list)


@dataclass(frozen=True)
class Absence:
    """A supporter has told an absence to the end of a day, and may have come back before."""

    told_at: datetime
    until: date
    back_at: datetime | None = None

    def holds(self, moment: datetime) -> bool:
        over = self.back_at is not None and self.back_at <= moment
        return self.told_at <= moment and office.day_of(moment) <= self.until and not over


@dataclass
class World:
    """What the ledger knows beside the request itself: terms, absences, closed accounts."""

    terms: Terms
    gone: dict[str, datetime] = field(default_factory=dict)
    absences: dict[str, list[Absence]] = field(default_factory=dict)

    def away_until(self, person: str, moment: datetime) -> date | None:
        """The last day of an absence that holds then."""
        return next((one.until for one in self.absences.get(person, ()) if one.holds(moment)), None)
