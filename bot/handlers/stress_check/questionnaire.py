"""The questionnaire of the stress check as data, read from bjsq57.toml and checked as a whole (Aku 7(1), 8)."""

import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Literal

from bot.errors import Misconfigured

FILE = Path(__file__).with_name("bjsq57.toml")
ITEMS = {"A": 17, "B": 29, "C": 9, "D": 2}
"""How many items each area has in the manual's form of 57."""
SCALES = 19
LOWEST, HIGHEST = 1, 4
"""The numbers of the leftmost and of the rightmost answer, in every area."""

AreaKey = Literal["A", "B", "C", "D"]
Band = tuple[int, ...]
Mistakes = Iterator[str]


class Sex(StrEnum):
    """By which column of the conversion table somebody is judged."""

    MALE = "male"
    FEMALE = "female"


@dataclass(frozen=True)
class Text:
    """Words of the form, and what they mean in English (a reference translation)."""

    ja: str
    en: str


@dataclass(frozen=True)
class Item:
    """One statement; `reversed` in the sums of the first method only. `stem` names the question it completes."""

    key: str
    ja: str
    en: str
    reversed: bool = False
    stem: str = ""


@dataclass(frozen=True)
class Area:
    """One of the form's four parts, with its four answers from left to right."""

    ja: str
    en: str
    lead: Text
    answers: tuple[Text, Text, Text, Text]
    items: tuple[Item, ...]
    stems: Mapping[str, Text] = field(default_factory=dict)


@dataclass(frozen=True)
class Scale:
    """One row of the conversion table: how the raw score is made, and the five columns of each sex."""

    key: str
    ja: str
    en: str
    area: AreaKey
    base: int
    high: Literal["stressful", "good"]
    male: tuple[Band, Band, Band, Band, Band]
    female: tuple[Band, Band, Band, Band, Band]
    plus: tuple[str, ...] = ()
    minus: tuple[str, ...] = ()

    def bands(self, sex: Sex) -> tuple[Band, ...]:
        """From and to of each column, () where nothing leads to one."""
        return self.male if sex is Sex.MALE else self.female

    def reach(self) -> range:
        """Every raw score that answers can make."""
        lowest = self.base + LOWEST * len(self.plus) - HIGHEST * len(self.minus)
        highest = self.base + HIGHEST * len(self.plus) - LOWEST * len(self.minus)
        return range(lowest, highest + 1)


@dataclass(frozen=True)
class SumLimits:
    """The manual's first example: high from so many points of the sums on."""

    b_from: int
    a_and_c_from: int
    with_b_from: int


@dataclass(frozen=True)
class ConversionLimits:
    """The manual's second example: high up to so many evaluation points."""

    b_to: int
    a_and_c_to: int
    with_b_to: int


@dataclass(frozen=True)
class HighStress:
    """Where high stress begins, by each of the two methods (Aku 8(2))."""

    sum: SumLimits
    conversion: ConversionLimits


@dataclass(frozen=True)
class Questionnaire:
    """All that is needed to ask and to score; `translation` says what its English is."""

    translation: Text
    areas: Mapping[AreaKey, Area]
    scales: tuple[Scale, ...]
    high_stress: HighStress

    @property
    def items(self) -> tuple[Item, ...]:
        """Every item in the form's order."""
        return tuple(chain.from_iterable(area.items for area in self.areas.values()))


@cache
def questionnaire() -> Questionnaire:
    """The one that comes with the program."""
    return load(FILE)


def load(path: Path) -> Questionnaire:
    """The questionnaire in the file at `path`.

    Raises Misconfigured with one sentence for every mistake, each beginning with its key path.
    """
    from pydantic import ConfigDict, TypeAdapter, ValidationError

    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise Misconfigured([f"{path.name}: cannot be read; check that it exists and is readable"]) from error
    except ValueError as error:  # neither UTF-8 nor TOML
        raise Misconfigured([f"{path.name}: is not valid TOML in UTF-8: {error}"]) from error
    try:
        (read,) = TypeAdapter(tuple[Questionnaire], config=ConfigDict(extra="forbid")).validate_python((content,))
    except ValidationError as error:
        found = error.errors(include_input=False)
        raise Misconfigured([f"{'.'.join(map(str, one['loc'][1:]))}: {one['msg']}" for one in found]) from error
    if mistakes := [*_of_areas(read), *_of_scales(read), *_of_limits(read.high_stress)]:
        raise Misconfigured(mistakes)
    return read


def _of_areas(read: Questionnaire) -> Mistakes:
    """Aku 7(1): the manual's 57 items, in its order, each with words in both languages."""
    if list(read.areas) != list(ITEMS):
        yield f"areas: must be {', '.join(ITEMS)} in this order"
    for name, area in read.areas.items():
        wanted = [f"{name}{number}" for number in range(1, ITEMS[name] + 1)]
        if [item.key for item in area.items] != wanted:
            yield f"areas.{name}.items: must be {wanted[0]} to {wanted[-1]} in this order"
        for item in area.items:
            if not item.ja.strip() or not item.en.strip():
                yield f"areas.{name}.items.{item.key}: must have words in both languages"
            if item.stem and item.stem not in area.stems:
                yield f"areas.{name}.items.{item.key}.stem: is not one of areas.{name}.stems"


def _of_scales(read: Questionnaire) -> Mistakes:
    """Aku 8(1): every item belongs to one scale of its own area, every raw score to one column for each sex."""
    keys = {scale.key for scale in read.scales}
    used = Counter(key for scale in read.scales for key in (*scale.plus, *scale.minus))
    if len(keys) != SCALES or len(read.scales) != SCALES:
        yield f"scales: must be {SCALES}, each with a key of its own"
    for item in read.items:
        if used.pop(item.key, 0) != 1:
            yield f"scales: {item.key} must stand in exactly one"
    yield from (f"scales: {key} is not an item" for key in used)
    turned = {item.key for item in read.items if item.reversed}
    for scale in read.scales:
        yield from _of_scale(scale, turned)


def _of_scale(scale: Scale, turned: set[str]) -> Mistakes:
    """A scale and the first method must agree about which end of an item's answers is the side of stress."""
    path = f"scales.{scale.key}"
    for key in (*scale.plus, *scale.minus):
        if not key.startswith(scale.area):
            yield f"{path}: {key} is not of area {scale.area}"
        if (key in turned) is not ((key in scale.minus) is (scale.high == "stressful")):
            yield f"{path}.high: does not go with whether {key} is reversed"
    for sex in Sex:
        bands = scale.bands(sex)
        covered = [raw for band in bands if len(band) == 2 for raw in range(band[0], band[1] + 1)]
        if any(len(band) not in {0, 2} for band in bands) or covered != list(scale.reach()):
            yield f"{path}.{sex}: must cover {scale.reach()[0]} to {scale.reach()[-1]} in order, each once"


def _of_limits(limits: HighStress) -> Mistakes:
    """Aku 8(2): B alone asks for more than B together with A and C."""
    if limits.sum.with_b_from >= limits.sum.b_from:
        yield "high_stress.sum.with_b_from: must be below b_from"
    if limits.conversion.with_b_to <= limits.conversion.b_to:
        yield "high_stress.conversion.with_b_to: must be above b_to"
