"""Once a month everybody gets the same notice: what there is, how to use it, whom to reach (Yam 4(3)(1), G3)."""

from datetime import date, datetime

from bot.handlers.roster.rules.moves import FLOW
from bot.rules.access import Act
from bot.rules.cases import Case, Count, Deadline, Decision, Notice, NoticeClass
from bot.rules.ledger import Ledger
from bot.rules.office import first_of, next_month
from bot.rules.passed import Passed

ANNOUNCEMENT, ANNOUNCED = "announcement", "announced"
MONTHS_AHEAD = 12  # so many are planned at once: a program that stood still for so long misses none
AT_A_TIME = 200  # people in one unit of work; the rest follow in the next


def plan(ledger: Ledger, now: datetime) -> list[Deadline]:
    """This month's day, unless it is past, and the next ones'."""
    month, planned = ledger.office.month(now), []
    for _ in range(MONTHS_AHEAD):
        at = ledger.office.opening(announced_on(month, ledger))
        if at > now:
            planned.append(Deadline(FLOW, ANNOUNCEMENT, at, period=month))
        month = next_month(month)
    return planned


def on_announcement(case: Case, deadline: Deadline, ledger: Ledger, now: datetime) -> Decision | None:
    """To everybody on the roster in the same words, so that having a message from here says nothing about anybody.

    After a standstill only the month that it still is is announced.
    """
    if deadline.period != ledger.office.month(now):
        return None
    everybody = sorted(person.id for person in ledger.people().values() if not person.left)
    first = deadline.stage * AT_A_TIME
    over = ledger.office.start_of(first_of(next_month(deadline.period)))
    notices = (
        Notice(
            person, NoticeClass.ANNOUNCEMENT, "", once=f"{FLOW}:{ANNOUNCEMENT}:{deadline.period}:{person}",
            topic="directory", not_after=over,
        )
        for person in everybody[first : first + AT_A_TIME]
    )  # fmt: skip
    rest = Deadline(FLOW, ANNOUNCEMENT, now, deadline.stage + 1, deadline.period)
    if len(everybody) > first + AT_A_TIME:
        return Decision(act="announce", notices=tuple(notices), deadlines=(rest,))
    return Decision(act="announce", notices=tuple(notices), counts=(Count(ANNOUNCED, deadline.period),))


def announced_in(month: str, ledger: Ledger) -> bool:
    """Whether everybody has got the notice of this month."""
    return ledger.counts(FLOW, month).get(ANNOUNCED, 0) > 0


def announced_on(month: str, ledger: Ledger) -> date:
    """The day on which everybody gets the notice of a month."""
    first = first_of(month)
    return ledger.office.on_or_before(first.replace(day=ledger.policy.roster.announcement_day))


PASSED = {ANNOUNCEMENT: Passed(Act.NOTIFY, "directory", on_announcement)}
