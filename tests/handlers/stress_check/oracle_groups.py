"""The group analysis once more, person by person, without the program's code or data; and towns to try it on.

The coefficients stand here as the sources have them; the risk is the technical note's formula. How units are pooled
is not computed here: what was pooled is checked against what Aku 15 says.
"""

from collections.abc import Iterable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from math import exp
from random import Random
from typing import Any, NamedTuple

from bot.rules.cases import Case

SCALES = ("quantity", "control", "supervisor", "coworker")
HALVES = {"a": ("quantity", "control"), "b": ("supervisor", "coworker")}
MEN = {"quantity": (8.7, 0.076), "control": (7.9, -0.089), "supervisor": (7.5, -0.097), "coworker": (8.1, -0.097)}
WOMEN = {"quantity": (7.9, 0.048), "control": (7.2, -0.056), "supervisor": (6.6, -0.097), "coworker": (8.2, -0.097)}


class Taker(NamedTuple):
    """Somebody who took it: where, of which sex ("" unsaid), the four scores."""

    division: str
    unit: str
    sex: str
    scores: tuple[int, int, int, int]

    def score(self, scale: str) -> int:
        return self.scores[SCALES.index(scale)]


def as_round(takers: Sequence[Taker], group_size: int = 5, **body: Any) -> Case:
    """The round that has gathered these."""
    tallies: dict[str, dict[str, Any]] = {}
    for one in takers:
        counted = tallies.setdefault(one.unit, {"division": one.division}).setdefault(one.sex, {})
        for scale in SCALES:
            histogram = counted.setdefault(scale, {})
            raw = str(one.score(scale))
            histogram[raw] = histogram.get(raw, 0) + 1
    held = {
        "opens_on": "2026-09-01", "closes_on": "2026-09-28", "group_size": group_size, "tallies": tallies,
        "takers": len(takers), "invited": [], "added_people": [],
    }  # fmt: skip
    return Case("r" * 32, "stress_check", "round", "told", 3, "2026-09", "v1", "2026", held | body)


def figures(groups: Sequence[Sequence[Taker]], k: int) -> dict[str, Any]:
    """What may be shown of these atoms together: means of the answers, and both risks with their product."""
    means = {scale: mean(groups, scale) for scale in SCALES}
    risks = {half: risk(groups, scales, k) for half, scales in HALVES.items()}
    a, b = risks["a"], risks["b"]
    risks["total"] = None if a is None or b is None else a * b / 100
    return {
        "means": {scale: None if one is None else float(rounded(one, "0.1")) for scale, one in means.items()},
        "risks": {key: None if one is None else int(rounded(one, "1")) for key, one in risks.items()},
    }


def mean(groups: Iterable[Sequence[Taker]], scale: str) -> Decimal | None:
    counted = [one.score(scale) for group in groups if differ(group, scale) for one in group]
    return Decimal(sum(counted)) / len(counted) if counted else None


def risk(groups: Sequence[Sequence[Taker]], scales: tuple[str, str], k: int) -> float | None:
    """Everybody in a group whose two means are shown; who stands for a small sex has the group's mean instead."""
    men: list[tuple[float, float]] = []
    women: list[tuple[float, float]] = []
    for group in groups:
        if not all(differ(group, scale) for scale in scales):
            continue
        own = own_sexes(group, scales, k)
        all_of_it = tuple(sum(one.score(scale) for one in group) / len(group) for scale in scales)
        for one in group:
            scores = tuple(float(one.score(scale)) for scale in scales) if own else all_of_it
            (women if one.sex == "female" else men).append(scores)  # type: ignore[arg-type]
    parts = [(len(found), of(found, scales, table)) for found, table in ((men, MEN), (women, WOMEN)) if found]
    return sum(n * one for n, one in parts) / sum(n for n, _ in parts) if parts else None


def of(
    found: Sequence[tuple[float, float]], scales: tuple[str, str], table: Mapping[str, tuple[float, float]]
) -> float:
    power = 0.0
    for place, scale in enumerate(scales):
        mean_of_all, weight = table[scale]
        power += (sum(one[place] for one in found) / len(found) - mean_of_all) * weight
    return 100 * exp(power)


def own_sexes(group: Sequence[Taker], scales: tuple[str, str], k: int) -> bool:
    """Whether men and women of a group are each a group."""
    women = [one for one in group if one.sex == "female"]
    men = [one for one in group if one.sex != "female"]
    return all(len(part) >= k and all(differ(part, scale) for scale in scales) for part in (men, women))


def differ(group: Sequence[Taker], scale: str) -> bool:
    return len({one.score(scale) for one in group}) > 1


def rounded(number: Decimal | float, to: str) -> Decimal:
    return Decimal(repr(number) if isinstance(number, float) else number).quantize(Decimal(to), ROUND_HALF_UP)


def a_town(random: Random) -> list[Taker]:
    """Up to four divisions of up to five units, many of them small; some answer all alike, some are one sex."""
    takers = []
    for division in "ABCD"[: random.randint(1, 4)]:
        for number in random.sample(range(9), random.randint(1, 5)):
            size = random.choice([1, 2, 3, 4, 5, 6, 9, 14, 22])
            women = random.choice([0.0, 0.1, 0.5, 1.0])
            alike = [random.random() < 0.15 for _ in SCALES]
            for _ in range(size):
                sex = "female" if random.random() < women else random.choice(["male", "male", ""])
                scores = tuple(8 if same else random.randint(3, 12) for same in alike)
                takers.append(Taker(division, f"{division}{number}", sex, scores))  # type: ignore[arg-type]
    return takers
