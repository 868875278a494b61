"""How everything here is measured: sides take turns in one run, and the median of the turns' ratios is what counts."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from statistics import median
from time import perf_counter

Side = Callable[[], Awaitable[float]]


@dataclass(frozen=True)
class Target:
    """One line of the table: what is measured against what, and the ratio to reach."""

    number: str
    work: str
    baseline: str
    limit: float
    at_most: bool = False  # a cost, where less is better; otherwise a speed


@dataclass(frozen=True)
class Figure:
    """What came out of it: the ratio of each turn, and the medians of both sides in `unit`."""

    target: Target
    ratios: tuple[float, ...]
    ours: float
    baseline: float
    unit: str

    @property
    def value(self) -> float:
        return median(self.ratios)

    @property
    def met(self) -> bool:
        return self.value <= self.target.limit if self.target.at_most else self.value >= self.target.limit


async def interleaved(target: Target, ours: Side, baseline: Side, *, runs: int, unit: str) -> Figure:
    """Measure both sides by turns, each first as often as the other, after one turn that only warms up."""
    await baseline()
    await ours()
    pairs = []
    for run in range(runs):
        if run % 2:
            theirs = await baseline()
            mine = await ours()
        else:
            mine = await ours()
            theirs = await baseline()
        pairs.append((mine, theirs))
    ratios = tuple(mine / theirs for mine, theirs in pairs)
    return Figure(target, ratios, median(m for m, _ in pairs), median(t for _, t in pairs), unit)


async def seconds(work: Awaitable[object]) -> float:
    """How long `work` takes."""
    begun = perf_counter()
    await work
    return perf_counter() - begun
