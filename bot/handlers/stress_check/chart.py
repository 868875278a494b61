"""The job-stress chart as numbers: the coefficients of chart.toml, and the risk of a group from its means (Aku 15)."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from math import exp, floor
from pathlib import Path

from bot.errors import Misconfigured
from bot.handlers.stress_check.questionnaire import Sex

FILE = Path(__file__).with_name("chart.toml")
SCALES = ("quantity", "control", "supervisor", "coworker")
"""The four scales of the chart, by their keys in the questionnaire; each has a score of LOWEST to HIGHEST."""
PAIRS: Mapping[str, tuple[str, str]] = {"a": ("quantity", "control"), "b": ("supervisor", "coworker")}
"""The two halves of the chart, each with the scales from which its risk follows."""
LOWEST, HIGHEST = 3, 12
NATIONAL = 100
"""The risk of the national mean."""


@dataclass(frozen=True)
class Factor:
    """The national mean of a scale, and how much a point more of it moves the risk."""

    mean: float
    weight: float


@dataclass(frozen=True)
class Chart:
    """The coefficients of each sex by scale, and the risk above which something usually shows."""

    male: Mapping[str, Factor]
    female: Mapping[str, Factor]
    noticed_above: int

    def factors(self, sex: Sex) -> Mapping[str, Factor]:
        """The coefficients of one sex."""
        return self.male if sex is Sex.MALE else self.female

    def risk(self, sex: Sex, means: Mapping[str, Fraction]) -> float:
        """The technical note's formula over the scales of `means`, one of PAIRS; 100 is the national mean."""
        factors = self.factors(sex)
        apart = ((float(mean) - factors[key].mean) * factors[key].weight for key, mean in means.items())
        return NATIONAL * exp(sum(apart))


@cache
def chart() -> Chart:
    """The one that comes with the program."""
    return load(FILE)


def load(path: Path) -> Chart:
    """The chart in the file at `path`. Raises Misconfigured with one sentence for every mistake."""
    from pydantic import ConfigDict, TypeAdapter, ValidationError

    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise Misconfigured([f"{path.name}: cannot be read; check that it exists and is readable"]) from error
    except ValueError as error:  # neither UTF-8 nor TOML
        raise Misconfigured([f"{path.name}: is not valid TOML in UTF-8: {error}"]) from error
    try:
        (read,) = TypeAdapter(tuple[Chart], config=ConfigDict(extra="forbid")).validate_python((content,))
    except ValidationError as error:
        found = error.errors(include_input=False)
        raise Misconfigured([f"{'.'.join(map(str, one['loc'][1:]))}: {one['msg']}" for one in found]) from error
    wrong = [sex.value for sex in Sex if sorted(read.factors(sex)) != sorted(SCALES)]
    if wrong:
        raise Misconfigured([f"{sex}: must hold {', '.join(SCALES)}" for sex in wrong])
    return read


def joint(parts: Iterable[tuple[Fraction, float]]) -> float:
    """The risk of several parts of a group together, each weighted by its takers."""
    whole = [(float(takers), risk) for takers, risk in parts]
    return sum(takers * risk for takers, risk in whole) / sum(takers for takers, _ in whole)


def tenths(mean: Fraction) -> float:
    """A mean with one decimal, halves up."""
    return floor(mean * 10 + Fraction(1, 2)) / 10


def whole(risk: float) -> int:
    """A risk as a whole number, halves up."""
    return floor(risk + 0.5)
