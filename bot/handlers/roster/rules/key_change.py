"""Once a year, after the records of the past year had their time, the administrators change the keys (Aku 17, R3)."""

from datetime import date, datetime, timedelta

from bot.handlers.roster.rules.moves import FLOW
from bot.rules.access import Act
from bot.rules.cases import Case, Deadline, Decision, Notice, NoticeClass
from bot.rules.ledger import Ledger
from bot.rules.passed import Passed
from bot.rules.people import Role, holders

KEY_CHANGE = "key_change"
YEARS_AHEAD = 2
DAYS_FOR_IT = timedelta(days=30)


def plan(ledger: Ledger, now: datetime) -> list[Deadline]:
    """One reminder on the policy's day of this year and the next, or the office day before it."""
    office, this = ledger.office, ledger.office.day(now).year
    days = (date.fromisoformat(f"{year}-{ledger.policy.roster.keys_on}") for year in range(this, this + YEARS_AHEAD))
    planned = ((day, office.opening(office.on_or_before(day))) for day in days)
    return [Deadline(FLOW, KEY_CHANGE, at, period=str(day.year)) for day, at in planned if at > now]


def on_key_change(case: Case, deadline: Deadline, ledger: Ledger, now: datetime) -> Decision:
    """Everybody who administers is asked once; who has done it has nothing more to do."""
    today = ledger.office.day(now)
    once, due_on = f"{FLOW}:{KEY_CHANGE}:{deadline.period}", today + DAYS_FOR_IT
    people = holders(ledger.appointments(today), {Role.ADMINISTRATOR}, today)
    notices = (Notice(p, NoticeClass.DUTY, "", f"{once}:{p}", KEY_CHANGE, due_on=due_on) for p in people)
    return Decision(act="remind", notices=tuple(notices))


PASSED = {KEY_CHANGE: Passed(Act.NOTIFY, KEY_CHANGE, on_key_change)}
