"""How supporters write down what they did, send the month or forget to; and what they are asked and reminded of."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from bot.sandbox.townhall import OUTSIDERS, STAFF
from tests.year import office_days as office
from tests.year.advisers import Advisers
from tests.year.terms import ADVISER, Terms
from tests.year.townsfolk import Told, Townsfolk, duty, news

MONTH, REPORTS = "peer_support.month", "peer_support.reports"
WELFARE_HEAD = "U0YAMAMOTO"
NUDGED_ON, LAST_DAY = (7, 9, 10), 10
ROSTER = {one.id: one for one in (*STAFF, *OUTSIDERS)}
TOPICS = ("work", "private", "other")


@dataclass
class Month:
    """One supporter's month as the ledger knows it: when each entry was written, its topic, when it was sent."""

    entries: list[tuple[datetime, str]] = field(default_factory=list)
    sent_at: datetime | None = None
    case_id: str = ""

    def has_entries(self, moment: datetime) -> bool:
        return any(at < moment for at, _ in self.entries)

    def is_sent(self, moment: datetime) -> bool:
        return self.sent_at is not None and self.sent_at < moment


class Months:
    """The behaviour around the monthly report, with its ledger."""

    def __init__(self, terms: Terms, advisers: Advisers, first: str, until: date) -> None:
        self._terms = terms
        self._advisers = advisers
        self._until = until
        self.months: dict[tuple[str, str], Month] = defaultdict(Month)
        self._sent: list[tuple[str, Month]] = []  # period and month in the order of sending, also within one moment
        self._periods: list[str] = []
        self.disposed: set[tuple[str, str]] = set()  # whose reports of which period have had their time
        day = office.first_after(first)
        while day <= until:
            self._periods.append(office.month_before(day))
            day = office.first_after(f"{day:%Y-%m}")

    def begin(self, folk: Townsfolk, until: datetime) -> None:
        folk.later(
            office.midnight(office.first_after(office.month_of(folk.now))) + timedelta(hours=1),
            lambda: self._new_month(folk),
        )
        self._plan_entries(folk, office.day_of(folk.now), office.last_of(office.month_of(folk.now)))

    async def _new_month(self, folk: Townsfolk) -> None:
        first = office.day_of(folk.now)
        self._plan_entries(folk, first, office.last_of(f"{first:%Y-%m}"))
        folk.later(
            office.midnight(office.first_after(f"{first:%Y-%m}")) + timedelta(hours=1), lambda: self._new_month(folk)
        )

    def _plan_entries(self, folk: Townsfolk, first: date, last: date) -> None:
        for supporter in self._terms.held_in(first, last):
            for _ in range(folk.random.choice((0, 0, 0, 1, 1, 2, 3))):
                moment = folk.some_time(first, last)
                folk.later(moment, lambda who=supporter: self._write_down(folk, who))

    def hears(self, folk: Townsfolk, told: Told) -> None:
        if told.screen == REPORTS:
            folk.later(folk.soon(), lambda: self._read_reports(folk, told))
            return
        period = office.month_before(office.day_of(told.at))
        self.months[told.person, period].case_id = told.about
        chance = folk.random.random()
        moment = folk.soon() if chance < 0.4 else folk.now + timedelta(days=folk.random.randrange(9, 18))
        if chance < 0.85:
            folk.later(moment, lambda: self._send(folk, told.person, period))

    # ---- acts ----

    async def _write_down(self, folk: Townsfolk, person: str) -> None:
        today = office.day_of(folk.now)
        if person in folk.gone or not self._terms.holds(person, today):
            return
        last = office.month_before(today)
        late = today.day <= LAST_DAY and self._terms.holds(person, office.last_of(last)) and folk.random.random() < 0.5
        if late and (last not in self._periods or self.months[person, last].sent_at):
            late = False
        period = last if late else f"{today:%Y-%m}"
        topic = folk.random.choice(TOPICS)
        values = {
            "month": period, "topic": topic,
            "activity": folk.random.choice(("noticing", "speaking_first", "listening", "advice")),
            "means": folk.random.choice(("in_person", "phone")),
            "duration": folk.random.choice(("up_to_15", "over_60")),
            "requester": folk.random.choice(("employee", "family")),
        }  # fmt: skip
        who = await folk.at_home(person)
        await folk.press(who, "peer_support.write_down")
        if "home.swear" not in str(who.modal):
            await folk.submit(who, values)
        if "home.swear" in str(who.modal):  # an office is sworn in before its first act
            await folk.press(who, "home.swear")
            await folk.at_home(person)
            await folk.press(who, "peer_support.write_down")
            await folk.submit(who, values)
        self.months[person, period].entries.append((folk.now, topic))
        folk.acts_done["write_down"] += 1

    async def _send(self, folk: Townsfolk, person: str, period: str) -> None:
        month = self.months[person, period]
        if person in folk.gone or month.sent_at:
            return
        who = await folk.open(person, MONTH, month.case_id)
        if who is None or (who.modal or {}).get("callback_id") != "peer_support.send":
            return
        assert month.entries
        await folk.submit(who, {})
        month.sent_at = folk.now
        self._sent.append((period, month))
        folk.acts_done["send" if office.day_of(folk.now).day <= LAST_DAY else "send_late"] += 1
        assert await folk.state_of(month.case_id) == "sent"

    async def _read_reports(self, folk: Townsfolk, told: Told) -> None:
        """The welfare head reads a month that was sent: by supporter and number, exactly the reports of that month."""
        who = await folk.open(told.person, REPORTS, told.about)
        assert who is not None
        period = next(period for period, month in self._sent if month.case_id == told.about)
        sent = {person: month for (person, of), month in self.months.items() if of == period and month.sent_at}
        lines = {
            f"{ROSTER[person].name}（{ROSTER[person].unit}）：{len(month.entries)}件" for person, month in sent.items()
        }
        if number := self._advisers.sent_by(period, folk.now):
            lines.add(f"{ROSTER[ADVISER].name}（{ROSTER[ADVISER].unit}）：{number}件")
        assert {line for line in who.text().splitlines() if line.endswith("件")} == lines
        folk.acts_done["read_reports"] += 1

    def dispose(self, period: str) -> int:
        """The reports of a period that were sent have had their time; gives how many."""
        self.disposed |= {key for key, month in self.months.items() if key[1] == period and month.sent_at}
        return len(self.disposed)

    # ---- the ledger ----

    def promised(self, until: datetime) -> Iterator[Told]:
        for period in self._periods:
            first = office.first_after(period)
            for person in self._asked(period):
                yield from self._asked_and_nudged(person, period, first)
        yield from self._reported()

    def _asked(self, period: str) -> list[str]:
        return self._terms.held_in(date.fromisoformat(f"{period}-01"), office.last_of(period))

    def _asked_and_nudged(self, person: str, period: str, first: date) -> Iterator[Told]:
        """The question of the 1st to everybody, nudges only to who has entries that are not sent (P9, Yam 11(1))."""
        month = self.months[person, period]
        words = duty(person, first.replace(day=LAST_DAY))
        yield Told(office.leaves(office.opening(first)), person, words, MONTH, month.case_id)
        for day in sorted({office.on_or_before(first.replace(day=n)) for n in NUDGED_ON}):
            leaves = office.leaves(office.opening(day))
            if month.has_entries(office.opening(day) + timedelta(seconds=1)) and not month.is_sent(leaves):
                yield Told(leaves, person, words, MONTH, month.case_id)

    def _reported(self) -> Iterator[Told]:
        """The welfare head hears of sent months: once a day for each month, however many came in."""
        seen = set()
        for period, month in self._sent:
            assert month.sent_at
            if (period, office.day_of(month.sent_at)) not in seen:
                seen.add((period, office.day_of(month.sent_at)))
                yield Told(office.leaves(month.sent_at), WELFARE_HEAD, news(WELFARE_HEAD), REPORTS, month.case_id)

    async def check(self, folk: Townsfolk) -> None:
        """Sent months hold what was written, empty ones are closed, and the counters are those of the sent ones."""
        for period in self._periods:
            counted: Counter[str] = Counter()
            for person in self._asked(period):
                month = self.months[person, period]
                records = await folk.topics_of(month.case_id) if month.case_id else None
                if month.sent_at and month.sent_at < office.digest_of(period):
                    counted.update(f"topic.{topic}" for _, topic in month.entries)
                    counted[f"share.{len(month.entries)}"] += 1
                if (person, period) in self.disposed:
                    assert not records, "its time is over"
                elif records is not None:
                    assert Counter(records) == Counter(topic for _, topic in month.entries)
                    assert await folk.state_of(month.case_id) == self._state(month, period, folk.now)
            counted.update(self._advisers.counted(period))
            assert Counter(await folk.figures_of("peer_support", period)) == counted

    def _state(self, month: Month, period: str, now: datetime) -> str:
        if month.sent_at:
            return "sent"
        closed = now >= office.midnight(office.first_after(period).replace(day=LAST_DAY + 1))
        return "drafted" if month.entries else "closed_empty" if closed else "asked"
