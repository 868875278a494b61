"""The town hall's working days as a calendar on the wall shows them, typed by hand and apart from the program's own."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

TOKYO = ZoneInfo("Asia/Tokyo")
OPENS, CLOSES = time(8, 30), time(17, 15)
DAY, SLOT = timedelta(days=1), timedelta(minutes=5)

HOLIDAYS = frozenset(
    date.fromisoformat(day)
    for day in (
        "2026-09-21", "2026-09-22", "2026-09-23", "2026-10-12", "2026-11-03", "2026-11-23",
        "2027-01-01", "2027-01-11", "2027-02-11", "2027-02-23", "2027-03-22", "2027-04-29", "2027-05-03",
        "2027-05-04", "2027-05-05", "2027-07-19", "2027-08-11", "2027-09-20", "2027-09-23", "2027-10-11",
    )
)  # fmt: skip
NEW_YEAR = frozenset({(12, 29), (12, 30), (12, 31), (1, 1), (1, 2), (1, 3)})


def is_open(day: date) -> bool:
    """Whether anybody is at work on that day."""
    return day.weekday() < 5 and day not in HOLIDAYS and (day.month, day.day) not in NEW_YEAR


def on_or_after(day: date) -> date:
    while not is_open(day):
        day += DAY
    return day


def on_or_before(day: date) -> date:
    while not is_open(day):
        day -= DAY
    return day


def nth_after(day: date, n: int) -> date:
    """The n-th working day after `day`."""
    for _ in range(n):
        day = on_or_after(day + DAY)
    return day


def day_of(moment: datetime) -> date:
    return moment.astimezone(TOKYO).date()


def month_of(moment: datetime) -> str:
    return f"{day_of(moment):%Y-%m}"


def at(day: date, hour: time) -> datetime:
    return datetime.combine(day, hour, TOKYO).astimezone(UTC)


def opening(day: date) -> datetime:
    return at(day, OPENS)


def midnight(day: date) -> datetime:
    """The beginning of that day."""
    return at(day, time.min)


def is_working(moment: datetime) -> bool:
    there = moment.astimezone(TOKYO)
    return is_open(there.date()) and OPENS <= there.time() < CLOSES


def next_working(moment: datetime) -> datetime:
    """The moment itself while somebody is at work, otherwise the next opening."""
    if is_working(moment):
        return moment
    day = day_of(moment)
    return opening(on_or_after(day if moment < opening(day) else day + DAY))


def leaves(moment: datetime) -> datetime:
    """When a notice that is decided at `moment` reaches its receiver: at the end of a five-minute slot, at work."""
    slot = _next_slot(next_working(moment))
    return slot if is_working(slot) else _next_slot(next_working(slot))


def last_of(month: str) -> date:
    """The last day of "2026-09"."""
    return first_after(month) - DAY


def first_after(month: str) -> date:
    """The first day of the month after "2026-09"."""
    return (date.fromisoformat(f"{month}-01") + 31 * DAY).replace(day=1)


def digest_of(month: str) -> datetime:
    """When the digest of a month is published: what comes after it counts in none."""
    return opening(on_or_after(first_after(month).replace(day=11)))


def month_before(day: date) -> str:
    return f"{day.replace(day=1) - DAY:%Y-%m}"


def _next_slot(moment: datetime) -> datetime:
    midnight_utc = moment.replace(hour=0, minute=0, second=0, microsecond=0)
    return midnight_utc + ((moment - midnight_utc) // SLOT + 1) * SLOT
