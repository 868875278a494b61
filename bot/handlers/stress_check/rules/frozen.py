"""The figures of every group, made once from the numbers of a round: none tells anybody's answers (Aku 15).

Every figure is of the takers of whole atoms. A sex counts for itself only where it is a group of its own inside its
atom, so that no figure rests on the answers of a few men or women; it is never shown.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from bot.handlers.stress_check.chart import NATIONAL, PAIRS, SCALES, chart, joint, tenths, whole
from bot.handlers.stress_check.questionnaire import Sex
from bot.rules.cases import Case
from bot.rules.disclosure_groups import Atom, Groups, counted_answers, figure_may_be_shown, groups, size_band
from bot.rules.ledger import Ledger

Tallies = Mapping[str, Mapping[str, Any]]
SEXES = {Sex.MALE: (Sex.MALE.value, ""), Sex.FEMALE: (Sex.FEMALE.value,)}
"""Under which keys the answers of those stand who are judged by a sex's coefficients; unsaid counts as the first."""


@dataclass(frozen=True)
class Answers:
    """What the takers of one atom answered: how many had which score of a scale, by the coefficients they go under."""

    by_sex: Mapping[Sex, Mapping[str, Counter[int]]]

    def of(self, scale: str) -> list[int]:
        """Every taker's score of a scale."""
        return [raw for sex in Sex for raw in sorted(self.by_sex[sex][scale].elements())]

    def takers(self, sex: Sex) -> int:
        """How many go under a sex's coefficients."""
        return self.by_sex[sex][SCALES[0]].total()

    @property
    def size(self) -> int:
        """How many took it."""
        return sum(self.takers(sex) for sex in Sex)


def group_size(round_: Case, ledger: Ledger) -> int:
    """So many takers a group must have: what was fixed with the round, and never less than the policy asks for now.

    Readers of these figures are given groups, not cases, so what one of them may know adds nothing to it: it is the
    round's own number, and stands with the figures.
    """
    return max(int(round_.body["group_size"]), ledger.policy.stress_check.smallest_group)


def freeze(round_: Case, ledger: Ledger) -> dict[str, Any]:
    """The figures of a round, alike each time: of each atom, of divisions with several of them, of the organisation.

    Nothing is compared with the last round: who joined a group and who left it is not kept, and without that a change
    may be the answers of a few (`change_may_be_shown`).
    """
    k, tallies = group_size(round_, ledger), round_.body["tallies"]
    found = groups(_divisions(round_, ledger), k)
    atoms = [(atom, _answers(tallies, atom.units)) for atom in found.atoms]
    return {
        "group_size": k,
        "groups": [_told(atom, [answers], k) for atom, answers in atoms],
        "divisions": list(_of_divisions(atoms, k)),
        "organisation": _of_everybody(found, [answers for _, answers in atoms], tallies, k),
        "hidden": [list(unit) for unit in found.hidden.units],
    }


def _divisions(round_: Case, ledger: Ledger) -> dict[str, dict[str, int]]:
    """The number of takers of each unit of each division; units that were asked and of which nobody took it too.

    Left out they would be told apart, and that nobody of them took it is the clerk's to know (Aku 7(4)).
    """
    found: dict[str, dict[str, int]] = {}
    tallies: Tallies = round_.body["tallies"]
    for unit, tally in tallies.items():
        found.setdefault(tally["division"] or unit, {})[unit] = _answers(tallies, (unit,)).size
    for unit, division in _asked(round_, ledger):
        if unit not in tallies:
            found.setdefault(division or unit, {}).setdefault(unit, 0)
    return found


def _asked(round_: Case, ledger: Ledger) -> Iterator[tuple[str, str]]:
    """The unit and division of everybody who was asked."""
    rows = ledger.people()
    for row in (rows[person] for person in round_.body.get("invited", ()) if person in rows):
        yield row.unit, row.division
    for one in round_.body.get("added_people", ()):
        yield one["unit"], one["division"]


def _answers(tallies: Tallies, units: Sequence[str]) -> Answers:
    """The answers of several units together."""
    by_sex = {sex: {scale: Counter[int]() for scale in SCALES} for sex in Sex}
    for tally in (tallies[unit] for unit in units if unit in tallies):
        for sex, keys in SEXES.items():
            for histograms in (tally[key] for key in keys if key in tally):
                for scale in SCALES:
                    by_sex[sex][scale].update({int(raw): n for raw, n in histograms[scale].items()})
    return Answers(by_sex)


def _of_divisions(atoms: Sequence[tuple[Atom, Answers]], k: int) -> Iterator[dict[str, Any]]:
    """One figure over the atoms of a division; where it has but one, that one is the division's."""
    for division in sorted({atom.division for atom, _ in atoms}):
        inside = [(atom, answers) for atom, answers in atoms if atom.division == division]
        if len(inside) > 1:
            takers = sum(atom.takers for atom, _ in inside)
            yield {"division": division, **_figures([answers for _, answers in inside], takers, k)}


def _of_everybody(found: Groups, atoms: list[Answers], tallies: Tallies, k: int) -> dict[str, Any]:
    """Over all atoms, with the hidden units where they are enough together; {} where there is nothing to give."""
    takers = sum(atom.takers for atom in found.atoms)
    if found.hidden.counted:
        atoms = [*atoms, _answers(tallies, [unit for _, unit in found.hidden.units])]
        takers += found.hidden.takers
    return _figures(atoms, takers, k) if atoms else {}


def _told(atom: Atom, answers: list[Answers], k: int) -> dict[str, Any]:
    return {"division": atom.division, "units": list(atom.units), **_figures(answers, atom.takers, k)}


def _figures(atoms: Sequence[Answers], takers: int, k: int) -> dict[str, Any]:
    """The band of its size, its four means and its risks; None for what may not be shown."""
    means = {scale: counted_answers(answers.of(scale) for answers in atoms) for scale in SCALES}
    exact = {half: _risk(atoms, scales, k) for half, scales in PAIRS.items()}
    a, b = exact.values()
    risks = {**exact, "total": a * b / NATIONAL if a is not None and b is not None else None}
    return {
        "band": list(size_band(takers)),
        "means": {
            scale: tenths(Fraction(int(sum(all_)), len(all_))) if all_ else None for scale, all_ in means.items()
        },
        "risks": {key: None if risk is None else whole(risk) for key, risk in risks.items()},
    }


def _risk(atoms: Sequence[Answers], scales: tuple[str, str], k: int) -> float | None:
    """The risk over the atoms that have both means; men and women by their own coefficients, weighted by takers."""
    shown = [one for one in atoms if all(figure_may_be_shown(one.of(scale)) for scale in scales)]
    parts = []
    for sex in Sex:
        takers = sum(one.takers(sex) for one in shown)
        if takers:
            means = {scale: sum((_sum_of(one, sex, scale, scales, k) for one in shown), Fraction()) / takers
                     for scale in scales}  # fmt: skip
            parts.append((Fraction(takers), chart().risk(sex, means)))
    return joint(parts) if parts else None


def _sum_of(atom: Answers, sex: Sex, scale: str, scales: tuple[str, str], k: int) -> Fraction:
    """The sum of a sex's scores in an atom; where a sex is no group of its own, as if each had the atom's mean."""
    if _apart(atom, scales, k):
        return Fraction(sum(atom.by_sex[sex][scale].elements()))
    every = atom.of(scale)
    return Fraction(sum(every) * atom.takers(sex), len(every))


def _apart(atom: Answers, scales: tuple[str, str], k: int) -> bool:
    """Whether each sex could be shown as a group: enough takers, and not all alike."""
    return all(
        atom.takers(sex) >= k and all(figure_may_be_shown(atom.by_sex[sex][scale]) for scale in scales) for sex in Sex
    )
