"""Records die on time: after the last day of keeping the key is destroyed, a class without a decision stays (K8)."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.sandbox.town import Town
from bot.store import models
from bot.store.audit import verify
from bot.store.witness import Certificate, Witness
from tests.handlers.harassment.cases import put
from tests.journeys import people as p

LAST_DAY = date(2032, 3, 31)  # sent on 9 October 2026: five years from the 1 April after it (Aku 17, Civil Code 143)


async def month_sent(town: Town) -> models.CaseRow:
    """A supporter's month with one entry, reported on 9 October 2026."""
    await p.swear(town, p.SUPPORTER)
    await p.record(town, p.SUPPORTER)
    await town.step(p.at(2026, 10, 9, 12, 0))
    supporter = await p.open_notice(town, p.SUPPORTER)
    await supporter.submit()
    await town.sandbox.quiet()
    (row,) = await p.rows(town, models.CaseRow, flow="peer_support", kind="month", state="sent")
    found: models.CaseRow = row
    return found


async def until(town: Town, moment: datetime) -> None:
    """As if the program had been switched off until then."""
    town.clock.move_to(moment)
    await town.settle()


def in_any_file(town: Town, secrets: set[bytes]) -> list[str]:
    """The files beside the database in which one of these stands."""
    file = town.program.store.database.file
    around = file.parent.rglob("*") if file else ()
    return [one.name for one in around if one.is_file() and any(secret in one.read_bytes() for secret in secrets)]


async def secrets_of(town: Town, case_id: str) -> set[bytes]:
    """Every sealed value and wrapped key of a case, as they lie in the database."""
    keys = [row.wrapped for row in await p.rows(town, models.CaseKeyRow, case_id=case_id)]
    records = [row.body for row in await p.rows(town, models.RecordRow, case_id=case_id)]
    (case,) = await p.rows(town, models.CaseRow, id=case_id)
    return {secret for secret in (*keys, *records, case.body, case.identity) if secret}


async def test_a_reported_month_is_destroyed_after_its_last_day_and_an_undecided_class_stays(town: Town) -> None:
    month = await month_sent(town)
    assert month.retention_until == LAST_DAY
    undecided = await put(town, "ended", identity={})
    witness, secrets = Witness(town.settings.witness_directory), await secrets_of(town, month.id)
    assert len(secrets) >= 3

    await until(town, p.at(2032, 3, 20, 9, 0))  # some office days before, so that the clock is believed
    await until(town, p.at(2032, 3, 31, 23, 50))
    assert await secrets_of(town, month.id) == secrets, "still there on its last day"
    await until(town, p.at(2032, 4, 1, 0, 10))

    assert await secrets_of(town, month.id) == set()
    gone = [one for one in witness.certificates() if one.name == "peer"]
    assert [(one.day, one.number) for one in gone] == [(date(2032, 4, 1), 1)]
    assert len(witness.buried()) >= 1
    (stays,) = await p.rows(town, models.CaseRow, id=undecided.id)
    assert (stays.body is not None, stays.retention_until) == (True, None)
    lines = await p.rows(town, models.AuditRow, act="dispose")
    assert [(line.hat, line.outcome) for line in lines] == [("scheduler", "peer")]
    store = town.program.store
    assert await store.read(lambda unit: verify(unit.connection, unit.house.ring)) is None

    if store.database.is_sqlite:
        await town.disconnect()
        assert in_any_file(town, secrets) == [], "neither key nor ciphertext is left in any file"
        from bot.sandbox.town import connect_bot

        await connect_bot(town.sandbox, town.clock, town.settings)  # for the fixture to stop


async def test_the_same_day_twice_destroys_and_certifies_once(town: Town) -> None:
    await month_sent(town)
    await until(town, p.at(2032, 3, 20, 9, 0))
    await until(town, p.at(2032, 4, 1, 0, 10))
    await until(town, p.at(2032, 4, 1, 9, 0))
    await until(town, p.at(2032, 4, 2, 9, 0))
    found = Witness(town.settings.witness_directory).certificates()
    assert [(one.name, one.number) for one in found] == [("peer", 1)]


async def test_a_clock_that_is_years_ahead_destroys_nothing_before_somebody_can_see_it(town: Town) -> None:
    month = await month_sent(town)
    there = await secrets_of(town, month.id)
    thursday = p.at(2032, 4, 1, 0, 10)
    for moment in (thursday, thursday + timedelta(hours=1), p.at(2032, 4, 6, 23, 50)):  # Friday, Monday, Tuesday
        await until(town, moment)
        assert await secrets_of(town, month.id) == there
    await until(town, p.at(2032, 4, 7, 0, 10))
    assert await secrets_of(town, month.id) == set(), "an honest standstill only delays it"


@pytest.mark.parametrize(("year", "last"), [(2026, LAST_DAY), (None, date(2033, 3, 31))])
async def test_what_ended_before_a_class_was_decided_is_kept_from_its_end_or_from_when_it_is_noticed(
    town: Town, year: int | None, last: date
) -> None:
    row = models.table(models.CaseRow)
    month = await month_sent(town)

    def as_before(unit: object) -> None:
        unit.connection.execute(row.update().values(retention_until=None, ended_year=year))  # type: ignore[attr-defined]

    await town.program.store.run(as_before)  # as if peer had been undecided then
    await until(town, town.clock.now() + timedelta(days=400))
    await until(town, town.clock.now() + timedelta(days=10))
    noted = await town.program.store.read(
        lambda unit: unit.connection.execute(select(row.c.retention_until).where(row.c.id == month.id)).scalar_one()
    )
    assert noted == last


def test_a_certificate_is_read_as_it_was_written(tmp_path: Path) -> None:
    one = Certificate(date(2026, 11, 30), "stress_affairs", 12, "総第123号 of 2026-11-30")
    Witness(tmp_path).certify(one)
    assert Witness(tmp_path).certificates() == [one]
