"""What heads hear of the roster in a year: terms that end, supporters that are missing. Nobody acts on it here."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from bot.sandbox.townhall import APPOINTMENTS, STAFF
from tests.year import office_days as office
from tests.year.terms import NEXT_YEAR, YEAR_END, Terms
from tests.year.townsfolk import Told, Townsfolk, duty, news

UNIT, OVERVIEW, GAPS = "roster.unit", "roster.overview", "roster.gaps"
WELFARE_HEAD, AFFAIRS_HEAD = "U0YAMAMOTO", "U0NAKAMURA"
DAYS_BEFORE, DAYS_AFTER = (45, 14, 3), (3, 14, 45)
BY_CHIEF = ("hq_supporter", "coordinator", "external_adviser")
BY_MAYOR = ("counsellor", "committee_member")  # Aki 7(3), 9(9)
UNIT_OF = {one.id: one.unit for one in STAFF}
ROOM_OF = {one.id: (one.unit, one.room) for one in STAFF}
HEAD_OF = {UNIT_OF[one.person]: one.person for one in APPOINTMENTS if one.role == "unit_head"}
TO_THE_MINUTE = timedelta(minutes=5)  # the first slot of a morning


@dataclass
class Namings:
    """The ledger of the reminders; `renewed_on` is the day of the import that renews terms, None for never."""

    terms: Terms
    renewed_on: date | None = None
    lapsing: frozenset[str] = frozenset()
    gone: dict[str, datetime] = field(default_factory=dict)

    def begin(self, folk: Townsfolk, until: datetime) -> None:
        self.gone = folk.gone

    def hears(self, folk: Townsfolk, told: Told) -> None:
        """They read it and leave it."""

    def promised(self, until: datetime) -> Iterator[Told]:
        for days in DAYS_BEFORE:
            day = office.on_or_before(YEAR_END - timedelta(days=days))
            yield from (_told(day, head, duty(head, YEAR_END), screen) for head, screen in self._reminded(day))
        for days in DAYS_AFTER:
            day = office.on_or_before(NEXT_YEAR + timedelta(days=days))
            yield from (_told(day, head, news(head), screen) for head, screen in self._missing(day))

        for who, moment in self.gone.items():
            if who in self.terms.held:
                yield from self._left(who, office.day_of(moment))

    async def check(self, folk: Townsfolk) -> None:
        """It keeps nothing of its own."""

    def _reminded(self, day: date) -> Iterator[tuple[str, str]]:
        """Who decides on a term that is not renewed on that day."""
        renewed = self.renewed_on is not None and day >= self.renewed_on
        ending = [one for one in APPOINTMENTS if not renewed or one.person in self.lapsing]
        heads = {HEAD_OF[UNIT_OF[one.person]] for one in ending if one.role == "unit_supporter"}
        yield from ((head, UNIT) for head in sorted(heads))
        if any(one.role in BY_CHIEF for one in ending):
            yield WELFARE_HEAD, OVERVIEW
        if any(one.role in BY_MAYOR and one.ends_on for one in ending):
            yield AFFAIRS_HEAD, GAPS

    def _left(self, who: str, gone_on: date) -> Iterator[Told]:
        """A supporter's account is closed: the head of the unit hears of it, at last the head of welfare too."""
        head = HEAD_OF[UNIT_OF[who]]
        for days in DAYS_AFTER:
            day = office.on_or_before(gone_on + timedelta(days=days))
            yield _told(day, head, news(head), UNIT)
            if days == DAYS_AFTER[-1]:
                yield _told(day, WELFARE_HEAD, news(WELFARE_HEAD), GAPS)

    def _missing(self, day: date) -> Iterator[tuple[str, str]]:
        """The heads of units in which a room, or the whole unit, has nobody on that day."""
        there = [ROOM_OF[who] for who in self.terms.held if self._serves(who, day)]
        without = {unit for unit, room in ROOM_OF.values() if (unit, room) not in there}
        yield from ((HEAD_OF[unit], UNIT) for unit in sorted(without))
        yield WELFARE_HEAD, GAPS
        if self.renewed_on is None:
            yield AFFAIRS_HEAD, GAPS  # no counsellors and no committee any more (Aki 7(4), 10)

    def _serves(self, who: str, day: date) -> bool:
        hq = any(one.person == who and one.role == "hq_supporter" for one in APPOINTMENTS)
        return not hq and who not in self.gone and self.terms.holds(who, day)


def _told(day: date, head: str, sentence: str, screen: str) -> Told:
    return Told(office.opening(day) + TO_THE_MINUTE, head, sentence, screen, "")
