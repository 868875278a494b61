"""P5: a tick costs what is due, not what is stored."""

from datetime import timedelta
from time import perf_counter

from sqlalchemy import text

from bench.house import House
from bench.measure import Figure, Target, interleaved

DUE = 200
FULL, SMALL = 1_000_000, 10_000

# Pending ones of other cases over the next ten years.
FILL = text(
    """
    WITH RECURSIVE more (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM more WHERE n < :number)
    INSERT INTO deadline (id, flow, subject, kind, stage, period, due_at, state)
    SELECT lower(hex(randomblob(16))), 'peer_support', lower(hex(randomblob(16))), 'answer', 1, '1',
           strftime('%Y-%m-%d %H:%M:00.000000', '2027-01-01', (n % 5256000) || ' minutes'), 'pending' FROM more
    """
)
# The first nudge of each real request is due once more, and nothing else of it.
AGAIN = text(
    "UPDATE deadline SET state = CASE WHEN kind = 'answer' AND stage = 1 THEN 'pending' ELSE 'done' END "
    "WHERE subject IN (SELECT id FROM case_file)"
)


async def tick(full: House, small: House, *, due: int, stored: tuple[int, int], runs: int) -> Figure:
    """Milliseconds of one tick over as many due deadlines of real requests, each a nudge, in both tables."""
    target = Target(
        "P5", f"tick over {stored[0]:,} deadlines, {due} due", f"{stored[1]:,} deadlines, {due} due", 1.2, at_most=True
    )
    for house, number in ((full, stored[0]), (small, stored[1])):
        await _prepare(house, due, number)
    return await interleaved(target, lambda: _tick(full, due), lambda: _tick(small, due), runs=runs, unit="ms")


async def _prepare(house: House, due: int, stored: int) -> None:
    await house.submitted(await house.submissions(due), outstanding=10)
    await house.changed(FILL, number=stored - due)
    due_at = await house.program.store.read(lambda unit: unit.timetable.next_due())
    assert due_at is not None
    house.clock.move_to(due_at + timedelta(minutes=1))


async def _tick(house: House, due: int) -> float:
    await house.changed(AGAIN)
    begun = perf_counter()
    settled = await house.program.ticks.chase(house.clock.now())
    spent = perf_counter() - begun
    assert settled == due, f"{settled} deadlines were settled instead of {due}"
    return 1000 * spent
