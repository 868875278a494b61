"""Draws the pictures: a profile as radar charts, the job-stress chart, the counts of a digest as bars.

What is drawn is the same for the same words and numbers, byte for byte, on every machine: the font comes with the
program, and the file holds neither a date nor a name. The library is loaded by the first picture only.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from math import ceil, cos, dist, floor, pi, sin
from threading import Lock
from typing import Any

from bot.picture_text import INK, QUIET, folded, font, write

FILE_NAME = TITLE = "chart.png"
"""The name and the title of every picture: neutral, because Slack keeps them and shows them."""

DOTS_PER_INCH = 150
GRID, FILL = "#c9ced6", "#1264a3"
LEVELS = 5
AWAY = 0.035  # a letter from its mark, as part of the panel
PAPER = {"facecolor": "white", "edgecolor": "none", "alpha": 0.75, "pad": 0.6}
SPOKE, LEGEND, CAPTION = 14, 126, 12  # half-width places of a line; of a caption for each inch

_one_at_a_time = Lock()  # the library is not made for several threads


@dataclass(frozen=True)
class Radar:
    """One area of a profile: its scales around, each with its points from 1 (inside) to 5 (outside)."""

    title: str
    spokes: Sequence[tuple[str, int]]


@dataclass(frozen=True)
class Radars:
    """A profile, its areas side by side; `levels` are the words for the rings, from the inside out."""

    title: str
    caption: str
    levels: Sequence[str]
    areas: Sequence[Radar]


@dataclass(frozen=True)
class Slope:
    """A line of equal risk: the points with across * x + up * y = at."""

    name: str
    across: float
    up: float
    at: float


@dataclass(frozen=True)
class Panel:
    """One half of a job-stress chart; `spots` are letters with their place, `mean` is the national one."""

    title: str
    across: str
    up: str
    slopes: Sequence[Slope]
    spots: Sequence[tuple[str, float, float]]
    mean: tuple[str, float, float]


@dataclass(frozen=True)
class Panels:
    """A job-stress chart: its halves side by side, and below them what each letter is; scores reach `within`."""

    title: str
    caption: str
    halves: Sequence[Panel]
    legend: Sequence[tuple[str, str]]
    within: tuple[int, int]


@dataclass(frozen=True)
class Bars:
    """Counts under headings, each with its words; "" as words of a count makes it the heading's own."""

    title: str
    caption: str
    groups: Sequence[tuple[str, Sequence[tuple[str, int]]]]


Picture = Radars | Panels | Bars


def png(picture: Picture) -> bytes:
    """The picture as a PNG file. Takes a moment, the first one more than a second: call it in a thread."""
    with _one_at_a_time:
        font()  # before anything else of the library, so that it says nothing of where it may not write
        figure = _DRAWN[type(picture)](picture)
        made = BytesIO()
        # Slack shows it on white and on dark ground alike
        figure.savefig(made, format="png", facecolor="white", metadata={"Software": None})
        return made.getvalue()


def _figure(width: float, height: float, title: str, caption: str) -> Any:
    """An empty sheet with a title and what is to be known when reading it."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(width, height), dpi=DOTS_PER_INCH)
    write(figure, 0.5, 1 - 0.28 / height, title, size=14, ha="center", va="center")
    write(
        figure, 0.5, 0.12 / height, folded(caption, int(CAPTION * width)), size=9, color=QUIET, ha="center", va="bottom"
    )
    return figure


def _room(caption: str, width: float) -> float:
    """The inches that a caption needs at the foot of a sheet."""
    return 0.3 + 0.19 * (folded(caption, int(CAPTION * width)).count("\n") + 1)


# ---- a profile ----


def _radars(picture: Radars) -> Any:
    """Outward is good, so that a full shape is one without strain (Aku 8(1))."""
    count = len(picture.areas)
    width, height = 4.3 * count, 5.4
    figure = _figure(width, height, picture.title, picture.caption)
    for number, area in enumerate(picture.areas):
        axes = figure.add_axes((number / count + 0.075 / count * 3, 0.2, 0.55 / count, 0.55), projection="polar")
        _radar(axes, area, picture.levels)
    return figure


def _radar(axes: Any, area: Radar, levels: Sequence[str]) -> None:
    turns = [2 * pi * number / len(area.spokes) for number in range(len(area.spokes))]
    points = [points for _, points in area.spokes]
    axes.set_theta_zero_location("N")
    axes.set_theta_direction(-1)
    axes.set_ylim(0, LEVELS)
    axes.set_xticks(turns, [""] * len(turns))
    axes.set_yticks(range(1, LEVELS + 1), [""] * LEVELS)
    axes.grid(color=GRID, linewidth=0.7)
    axes.spines["polar"].set_color(GRID)
    axes.fill(turns, points, color=FILL, alpha=0.18)
    axes.plot(
        [*turns, turns[0]], [*points, points[0]], color=FILL, linewidth=1.8, marker="o", markersize=4, clip_on=False
    )
    for turn, (name, _) in zip(turns, area.spokes, strict=True):
        side = "center" if turn in (0, pi) else "left" if turn < pi else "right"
        edge = "bottom" if turn == 0 else "top" if abs(turn - pi) < 0.01 else "center"
        write(axes, turn, LEVELS + 0.45, folded(name, SPOKE), size=8.5, ha=side, va=edge)
    between = turns[1] / 2
    for level, words in enumerate(levels, start=1):
        write(axes, between, level, words, size=6.5, color=QUIET, ha="center", va="center", bbox=PAPER)
    write(axes, 0.5, 1.32, area.title, size=11, ha="center", va="bottom", transform=axes.transAxes)


# ---- the job-stress chart ----


def _panels(picture: Panels) -> Any:
    """Groups as letters, so that nobody has to read names across each other (Aku 15)."""
    legend = "\n".join(folded(f"{letter}　{words}", LEGEND) for letter, words in picture.legend)
    below = _room(picture.caption, 11) + 0.185 * (legend.count("\n") + 1) + 0.2
    height = 0.6 + 4.4 + 0.75 + below
    figure = _figure(11, height, picture.title, picture.caption)
    places = [(x, y) for half in picture.halves for _, x, y in (*half.spots, half.mean)]
    lowest, highest = _reach((at for place in places for at in place), picture.within)
    for number, half in enumerate(picture.halves):
        axes = figure.add_axes((0.07 + 0.49 * number, (below + 0.75) / height, 0.4, 4.1 / height))
        axes.set_xlim(lowest, highest)
        axes.set_ylim(lowest, highest)
        _panel(axes, half, lowest, highest)
    write(figure, 0.05, (below - 0.1) / height, legend, size=9, ha="left", va="top", linespacing=1.3)
    return figure


def _reach(values: Iterable[float], within: tuple[int, int]) -> tuple[int, int]:
    """The whole numbers around these with some room, within what a score can be."""
    found = list(values)
    return max(within[0], floor(min(found) - 0.5)), min(within[1], ceil(max(found) + 0.5))


def _panel(axes: Any, half: Panel, lowest: int, highest: int) -> None:
    axes.set_xticks(range(lowest, highest + 1))
    axes.set_yticks(range(lowest, highest + 1))
    for label in (*axes.get_xticklabels(), *axes.get_yticklabels()):
        label.set_fontproperties(font())
        label.set_color(QUIET)
    axes.grid(color=GRID, linewidth=0.4)
    write(axes, 0.5, 1.03, half.title, size=11, ha="center", va="bottom", transform=axes.transAxes)
    write(axes, 0.5, -0.1, half.across, size=9.5, ha="center", va="top", transform=axes.transAxes)
    write(axes, -0.09, 0.5, half.up, size=9.5, ha="right", va="center", rotation=90, transform=axes.transAxes)
    for slope in half.slopes:
        _slope(axes, slope, lowest, highest)
    taken = [(x, y) for _, x, y in half.spots]
    taken += _mean(axes, half, lowest, highest)
    for letters, x, y in _together(half.spots):
        axes.plot(x, y, marker="o", color=FILL, markersize=5)
        taken.append(_beside(x, y, taken, AWAY * (highest - lowest)))
        write(axes, *taken[-1], letters, size=11, color=FILL, ha="center", va="center")


def _mean(axes: Any, half: Panel, lowest: int, highest: int) -> list[tuple[float, float]]:
    """The national mean, its words on that side of its line of risk where the panel has more room; what they take."""
    name, x, y = half.mean
    axes.plot(x, y, marker="D", color="white", markeredgecolor=INK, markersize=7)
    to_the_right = x < (lowest + highest) / 2
    rises = any(slope.across * slope.up < 0 for slope in half.slopes)
    across = AWAY * (highest - lowest) * (1 if to_the_right else -1)
    up = across * (-1 if rises else 1)
    sides = {"ha": "left" if to_the_right else "right", "va": "bottom" if up > 0 else "top"}
    write(axes, x + across, y + up, name, size=7.5, color=QUIET, bbox=PAPER, **sides)
    return [(x, y), *((x + across * part, y + up * 1.3) for part in (1, 3))]


def _slope(axes: Any, slope: Slope, lowest: int, highest: int) -> None:
    """The line as far as it runs through the panel, its number where it leaves on the right or above."""
    ends = [
        *((x, (slope.at - slope.across * x) / slope.up) for x in (lowest, highest)),
        *(((slope.at - slope.up * y) / slope.across, y) for y in (lowest, highest)),
    ]
    inside = sorted(end for end in ends if all(lowest - 1e-9 <= at <= highest + 1e-9 for at in end))
    if len(inside) < 2 or inside[0] == inside[-1]:
        return
    (x0, y0), (x1, y1) = inside[0], inside[-1]
    axes.plot((x0, x1), (y0, y1), color=QUIET, linewidth=0.9, linestyle=(0, (4, 3)))
    write(axes, x1, y1, slope.name, size=7.5, color=QUIET, ha="right", va="center", bbox=PAPER)


def _beside(x: float, y: float, taken: Sequence[tuple[float, float]], away: float) -> tuple[float, float]:
    """Where a letter stands beside its mark: of eight places the one with most room around it."""
    turns = [pi / 4 * number for number in range(1, 9)]
    places = [(x + away * cos(turn), y + away * sin(turn)) for turn in turns]
    return max(places, key=lambda place: round(min(dist(place, other) for other in taken), 6))


def _together(spots: Sequence[tuple[str, float, float]]) -> list[tuple[str, float, float]]:
    """Groups at the same place share one mark."""
    found: dict[tuple[float, float], list[str]] = {}
    for letter, x, y in spots:
        found.setdefault((x, y), []).append(letter)
    return [(" ".join(letters), x, y) for (x, y), letters in found.items()]


# ---- the digest ----


def _bars(picture: Bars) -> Any:
    """One bar a count, the number at its end; under each heading what may be read of it (D3)."""
    rows: list[tuple[str, int | None]] = []
    for heading, counts in picture.groups:
        rows += [(heading, None), *counts]
    caption = _room(picture.caption, 8)
    height = 0.7 + 0.34 * len(rows) + caption
    figure = _figure(8, height, picture.title, picture.caption)
    axes = figure.add_axes((0.4, caption / height, 0.54, 0.34 * len(rows) / height))
    most = max(n for _, n in rows if n is not None)
    axes.set_xlim(0, most * 1.12)
    axes.set_ylim(len(rows) - 0.5, -0.5)
    axes.set_axis_off()
    for at, (words, n) in enumerate(rows):
        if n is None:
            write(axes, -0.7, at, words, size=10.5, ha="left", va="center", transform=_by_row(axes))
            continue
        axes.barh(at, n, height=0.62, color=FILL)
        write(axes, -0.02, at, words, size=9, ha="right", va="center", transform=_by_row(axes))
        write(axes, n + most * 0.015, at, str(n), size=9, ha="left", va="center")
    return figure


def _by_row(axes: Any) -> Any:
    """Places across in parts of the width, down in rows."""
    return axes.get_yaxis_transform()


_DRAWN: Mapping[type[Picture], Any] = {Radars: _radars, Panels: _panels, Bars: _bars}
