"""Forgets what has had its time: used keys of idempotency, settled messages; notes outside what was destroyed."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import delete, select, update

from bot.rules.office import OfficeCalendar
from bot.store import audit
from bot.store.health import health
from bot.store.models import DisposalRow, table
from bot.store.tombstones import TOMBSTONE
from bot.store.unit import Unit
from bot.store.witness import Anchor, Certificate

DISPOSAL = table(DisposalRow)
AT_A_TIME = 500  # keeps a unit short (E1)
PURGE, STEADY = "purge", "steady"  # beats: when it was last purged, and since when the clock has run without a leap
LEAP = timedelta(days=40)  # longer than any office closes and a machine waits for repair; shorter than what harms
TO_NOTICE = 3  # office days after a leap on which somebody can see what the clock says


# ---- what has had its time ----


def purge(unit: Unit) -> None:
    """Remove what no copy can come for any more and what was sent long enough ago (G9)."""
    today = unit.house.office.day(unit.now)
    unit.deliveries.forget_expired(today)
    unit.outbox.forget_settled(today - timedelta(days=unit.house.policy.sent_message_days))


def believes_clock(unit: Unit, now: datetime) -> bool:
    """Whether the clock may say that years are over. After a leap it must first run for some office days.

    A wrong clock is noticed in that time; after an honest standstill it only delays.
    """
    beats = health(unit.connection).beats
    if _has_leapt(beats, now):
        unit.timetable.beat(STEADY, now)
    return waits_until(beats, unit.house.office, now) is None


def waits_until(beats: Mapping[str, datetime], office: OfficeCalendar, now: datetime) -> date | None:
    """The last day on which nothing is disposed of because the clock has leapt, None where it has not."""
    since = now if _has_leapt(beats, now) else beats.get(STEADY)
    last = office.add_open_days(office.day(since), TO_NOTICE) if since else None
    return last if last and office.day(now) <= last else None


def _has_leapt(beats: Mapping[str, datetime], now: datetime) -> bool:
    """Far ahead of the last sign of life; or back to before the last leap, which was a wrong one then."""
    return now - beats.get(PURGE, now) > LEAP or beats.get(STEADY, now) > now


# ---- what stands outside ----


def unburied(unit: Unit) -> Sequence[str]:
    """What was destroyed and is not yet noted outside the database, as the lines of `tombstones.py`."""
    return unit.connection.execute(select(TOMBSTONE.c.line).limit(AT_A_TIME)).scalars().all()


def noted(unit: Unit, lines: Sequence[str]) -> None:
    """These are noted now, and the database need not remember them."""
    unit.connection.execute(delete(TOMBSTONE).where(TOMBSTONE.c.line.in_(lines)))


def to_certify(unit: Unit, day: date, name: str, number: int) -> None:
    """So many more records of a class were destroyed on this day, in this transaction."""
    of_it = (DISPOSAL.c.day == day) & (DISPOSAL.c.name == name)
    values = {"policy_version": unit.house.policy.version, "audit_seq": audit.head(unit.connection)[0]}
    more = update(DISPOSAL).where(of_it).values(number=DISPOSAL.c.number + number, **values)
    if not unit.connection.execute(more).rowcount:
        unit.connection.execute(DISPOSAL.insert(), {"day": day, "name": name, "number": number, **values})


def uncertified(unit: Unit) -> list[Certificate]:
    """The certificates that do not stand outside yet; the audit line of the last record tells them apart."""
    rows = unit.connection.execute(select(DISPOSAL).order_by(DISPOSAL.c.day, DISPOSAL.c.name))
    return [
        Certificate(row.day, row.name, row.number, f"policy {row.policy_version}, audit line {row.audit_seq}")
        for row in rows
    ]


def certified(unit: Unit, certificates: Iterable[Certificate]) -> None:
    """These stand outside now."""
    for one in certificates:
        unit.connection.execute(delete(DISPOSAL).where(DISPOSAL.c.day == one.day, DISPOSAL.c.name == one.name))


def anchor(unit: Unit, day: date) -> Anchor:
    """The end of the audit chain, as it is on this day."""
    return Anchor(day, *audit.head(unit.connection))
