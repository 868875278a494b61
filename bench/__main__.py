"""`python -m bench`: all targets in one run, in a table; `--quick` only shows that everything still runs."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from bench import courier, deadlines, dispatch, submissions
from bench.house import House, members, open_house, staff
from bench.measure import Figure
from bench.peer import peer


@dataclass(frozen=True)
class Size:
    """How much is measured: turns, and what each turn does."""

    runs: int
    requests: int
    taps: int
    letters: int
    due: int
    stored: tuple[int, int]
    staff: int


WHOLE = Size(runs=7, requests=200, taps=2000, letters=320, due=200, stored=(1_000_000, 10_000), staff=6000)
WIDTH = 120  # the same on a terminal and in a file
QUICK = Size(runs=1, requests=8, taps=20, letters=4, due=4, stored=(200, 100), staff=100)


async def figures(size: Size, folder: Path) -> AsyncIterator[Figure]:
    """Every figure, one after the other; the houses stand in `folder`, which must lie on a real disk."""
    async with AsyncExitStack() as stack:
        slack = await stack.enter_async_context(peer())
        askers = staff(size.staff)
        await slack.has_members(members(askers))

        async def opened(name: str) -> House:
            return await stack.enter_async_context(open_house(name, folder / name, slack, askers))

        house = await opened("ours")
        yield await submissions.one_at_a_time(house, requests=size.requests // 4, runs=size.runs)
        yield await submissions.at_once(house, requests=size.requests, runs=size.runs)
        with submissions.sealing_off():
            unsealed = await opened("unsealed")
        yield await submissions.sealed(house, unsealed, requests=size.requests, runs=size.runs)
        full, small = await opened("full"), await opened("small")
        yield await deadlines.tick(full, small, due=size.due, stored=size.stored, runs=size.runs)
        yield await dispatch.dispatch(house, taps=size.taps, runs=size.runs)
        yield await courier.courier(await opened("mail"), letters=size.letters, runs=size.runs)


def row(figure: Figure) -> tuple[str, ...]:
    """One figure as the table shows it."""
    target = figure.target
    return (
        target.number,
        f"{target.work}\nagainst {target.baseline}",
        f"{figure.value:.2f}",
        f"{min(figure.ratios):.2f} – {max(figure.ratios):.2f}",
        f"{'≤' if target.at_most else '≥'} {target.limit}",
        "met" if figure.met else "missed",
        f"{figure.ours:,.1f} / {figure.baseline:,.1f} {figure.unit}",
    )


def main(
    quick: Annotated[bool, typer.Option(help="Tiny numbers: shows that it runs, measures nothing.")] = False,
    folder: Annotated[Path, typer.Option(help="Where the databases are written; a real disk.")] = Path(),
) -> None:
    """Measure the program against the named baselines."""
    logging.disable(logging.WARNING)

    async def measure() -> None:
        size = QUICK if quick else WHOLE
        table = Table("", "what, against what", "ratio", "from – to", "target", "", "ours / baseline")
        table.title = f"Medians of {size.runs} turns"
        with TemporaryDirectory(dir=folder, prefix=".bench-", ignore_cleanup_errors=True) as disk:
            async for figure in figures(size, Path(disk)):
                table.add_row(*row(figure))
        Console(width=WIDTH).print(table)

    asyncio.run(measure())


if __name__ == "__main__":
    typer.run(main)
