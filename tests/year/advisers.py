"""The adviser from outside reports each time (Yam 11(2)): owed when a support ends, asked for twice, sent or not."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from bot.sandbox.town import Town
from bot.store.unit import Unit
from tests.year import office_days as office
from tests.year.requests import Requests
from tests.year.terms import ADVISER
from tests.year.townsfolk import Told, Townsfolk, duty, news

REPORT, REPORTED = "peer_support.adviser_report", "peer_support.adviser_reports"
WELFARE_HEAD = "U0YAMAMOTO"
ASKED_AFTER_DAYS = (3, 7)
TOPICS = ("work", "private", "other")


def check_account(town: Town) -> None:
    """The second person has looked at the adviser's account (P2), also at the one for next year."""

    def checked(unit: Unit) -> None:
        held = unit.roster.held_by(ADVISER)
        unit.roster.save_appointments(replace(a, checked_on=date(2026, 9, 1)) for a in held)

    town.program.store.run_now(checked)


@dataclass
class Advisers:
    """The behaviour around reports, with its ledger: which report is for which end of a support, and when it came."""

    requests: Requests
    owed_since: dict[str, datetime] = field(default_factory=dict)
    sent: dict[str, tuple[datetime, str]] = field(default_factory=dict)

    def begin(self, folk: Townsfolk, until: datetime) -> None:
        check_account(folk.town)

    def hears(self, folk: Townsfolk, told: Told) -> None:
        if told.screen == REPORTED:
            return
        if told.about not in self.owed_since:
            self.owed_since[told.about] = next(
                since
                for since in self.requests.reports_owed(folk.now)
                if since not in self.owed_since.values() and told._replace(about="") in _asked(since)
            )
        if folk.random.random() < 0.7:
            folk.later(folk.soon(), lambda: self._report(folk, told.about))

    async def _report(self, folk: Townsfolk, report: str) -> None:
        who = await folk.open(ADVISER, REPORT, report)
        if report in self.sent or who is None:
            return
        topic = folk.random.choice(TOPICS)
        chosen = {"activity": "listening", "topic": topic, "means": "phone", "duration": "up_to_30"}
        await folk.submit(who, {**chosen, "requester": "employee"})
        self.sent[report] = (folk.now, topic)
        folk.acts_done["report"] += 1
        assert await folk.state_of(report) == "sent"

    def counted(self, period: str) -> Counter[str]:
        """The figures of one month: each report's topic, and the adviser once, with so many reports."""
        last = office.digest_of(period)
        topics = [topic for report, (at, topic) in self.sent.items() if self._month_of(report) == period and at < last]
        return Counter([*(f"topic.{topic}" for topic in topics), *([f"share.{len(topics)}"] if topics else [])])

    def sent_by(self, period: str, moment: datetime) -> int:
        """How many reports of a month the head of welfare had by then."""
        return sum(at <= moment and self._month_of(report) == period for report, (at, _) in self.sent.items())

    def _month_of(self, report: str) -> str:
        return office.month_of(self.owed_since[report])

    def promised(self, until: datetime) -> Iterator[Told]:
        reports = {since: report for report, since in self.owed_since.items()}
        for since in self.requests.reports_owed(until):
            report = reports.get(since, "")
            sent_at = self.sent[report][0] if report in self.sent else None
            for told in _asked(since):
                if sent_at is None or told.at < sent_at:
                    yield told._replace(about=report)
            if sent_at:
                yield Told(office.leaves(sent_at), WELFARE_HEAD, news(WELFARE_HEAD), REPORTED, report)

    async def check(self, folk: Townsfolk) -> None:
        """A report is owed until it is sent."""
        for report in self.owed_since:
            assert await folk.state_of(report) == ("sent" if report in self.sent else "owed")


def _asked(since: datetime) -> list[Told]:
    """The two reminders of a report that is owed since then; the second one's day is the day that both name."""
    first, last = (_morning(office.day_of(since), days) for days in ASKED_AFTER_DAYS)
    mornings = [last] if first == last else [first, last]
    found = [Told(office.leaves(office.opening(day)), ADVISER, duty(ADVISER, last), REPORT, "") for day in mornings]
    return [told for told in found if told is found[-1] or told.at <= office.opening(last)]


def _morning(day: date, days: int) -> date:
    """The office day by then; where that is no later than `day` itself, the day that was counted."""
    counted = day + timedelta(days=days)
    by = office.on_or_before(counted)
    return by if by > day else counted
