"""What the house says: the same notice to all each month (G3), a word to thank (P10), the guideline each April."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from bot.sandbox.townhall import APPOINTMENTS, OUTSIDERS, STAFF
from tests.year import office_days as office
from tests.year.terms import YEAR_END, Terms
from tests.year.townsfolk import ENGLISH, Told, Townsfolk, duty, news

DIRECTORY, THANKS, THANKED = "roster.directory", "roster.thanks", "roster.thanked"
KEY_CHANGE, KEYS_ON = "roster.key_change", date(2027, 4, 15)  # R3
ANNOUNCED_ON, THANKS_ON = 20, date(2027, 3, 1)
GUIDELINE, GUIDELINE_DAYS, NEW_YEAR = "harassment.guideline", (7, 21, 45), date(2027, 4, 1)  # Aki 3(1)
WELFARE_HEAD, AFFAIRS_HEAD = "U0YAMAMOTO", "U0NAKAMURA"
COORDINATORS = [one.person for one in APPOINTMENTS if one.role == "coordinator"]

ROUND, PLANNER, WINDOW = "stress_check.round", "U0YOSHIDA", (date(2027, 9, 1), date(2027, 12, 31))  # Aku 6
DIGEST, DIGEST_READER = "hr_digest.digest", "U0FUJITA"


def announcement(person: str) -> str:
    """The sentence that everybody gets once a month."""
    if person in ENGLISH:
        return "Who will listen, and how to reach them. Everybody gets this once a month."
    return "話を聞いてもらえる人と、使い方のご案内です。月に一度、みなさんにお送りしています。"


@dataclass
class House:
    """The ledger of both; the head of welfare really thanks, some people really look at the list."""

    terms: Terms
    starts_at: datetime | None = None
    thanked_at: datetime | None = None
    _thanked: list[str] = field(default_factory=list)
    _digests: list[str] = field(default_factory=list)

    def begin(self, folk: Townsfolk, until: datetime) -> None:
        self.starts_at = folk.now

    def hears(self, folk: Townsfolk, told: Told) -> None:
        if told.screen == THANKS:
            folk.later(folk.soon(), lambda: self._thank(folk))
        if told.screen == DIGEST:
            self._digests.append(told.about)
        if told.screen == DIRECTORY and folk.random.random() < 0.03:
            folk.later(folk.soon(), lambda: self._look(folk, told))

    async def _look(self, folk: Townsfolk, told: Told) -> None:
        """The list names everybody who can be asked today, and nobody who has left."""
        if told.person in folk.gone:
            return
        who = await folk.open(told.person, DIRECTORY, "")
        assert who is not None
        names = {one.id: one.name for one in STAFF}
        today, shown = office.day_of(folk.now), who.text()
        for person in self.terms.held:
            there = self.terms.holds(person, today) and person not in folk.gone
            assert (names[person] in shown) == there, person
        folk.acts_done["look_at_list"] += 1

    async def _thank(self, folk: Townsfolk) -> None:
        who = await folk.open(WELFARE_HEAD, THANKS, "")
        assert who is not None
        await folk.press(who, "roster.thank")
        today = office.day_of(folk.now)
        self.thanked_at = folk.now
        self._thanked = [person for person in {*self.terms.held, *COORDINATORS} if self._serves(person, today)]
        folk.acts_done["thank"] += 1

    def _serves(self, person: str, today: date) -> bool:
        return person in COORDINATORS or self.terms.holds(person, today)

    def promised(self, until: datetime) -> Iterator[Told]:
        assert self.starts_at
        first = office.day_of(self.starts_at).replace(day=1)
        while first <= office.day_of(until):
            morning = office.opening(office.on_or_before(first.replace(day=ANNOUNCED_ON)))
            if morning > self.starts_at:
                for one in (*STAFF, *OUTSIDERS):
                    yield Told(office.leaves(morning), one.id, announcement(one.id), DIRECTORY, "")
            first = office.first_after(f"{first:%Y-%m}")
        morning = office.opening(office.on_or_before(THANKS_ON))
        yield Told(office.leaves(morning), WELFARE_HEAD, duty(WELFARE_HEAD, YEAR_END), THANKS, "")
        called = [office.on_or_after(NEW_YEAR + timedelta(days=days)) for days in GUIDELINE_DAYS]
        for day in called:  # nobody publishes one here
            told = duty(AFFAIRS_HEAD, called[-1])
            yield Told(office.leaves(office.opening(day)), AFFAIRS_HEAD, told, GUIDELINE, "")
        changing = office.on_or_before(KEYS_ON)
        for one in (held for held in APPOINTMENTS if held.role == "administrator"):
            told = duty(one.person, changing + timedelta(days=30))
            yield Told(office.leaves(office.opening(changing)), one.person, told, KEY_CHANGE, "")
        yield from self._published(until)
        wanted = office.opening(office.on_or_after(WINDOW[0]))  # this year's had its day before the year begins
        yield Told(office.leaves(wanted), PLANNER, duty(PLANNER, WINDOW[1]), ROUND, "")
        for person in self._thanked:
            assert self.thanked_at
            yield Told(office.leaves(self.thanked_at), person, news(person), THANKED, "")

    def _published(self, until: datetime) -> Iterator[Told]:
        """Every month's digest on its day; its reader has not sworn, so they are only told that there is something."""
        assert self.starts_at
        month, number = office.month_before(office.day_of(self.starts_at)), 0
        while (morning := office.digest_of(month)) <= until:
            if morning > self.starts_at:
                about = self._digests[number] if number < len(self._digests) else ""
                yield Told(office.leaves(morning), DIGEST_READER, news(DIGEST_READER), DIGEST, about)
                number += 1
            month = f"{office.first_after(month):%Y-%m}"

    async def check(self, folk: Townsfolk) -> None:
        """It keeps nothing of its own."""
