"""Disclosure control against readers who know the algorithm and every published number, and perhaps a case.

An oracle takes a rule and counts what it gives away (or hides without need). The real rule must pass every oracle;
each wrong rule must fail at least one, so that an oracle which sees nothing is seen. D2, D4, Aku 15.
"""

import json
import operator
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import cache
from itertools import combinations, permutations, product
from random import Random
from typing import Any, NamedTuple

import numpy
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from scipy.optimize import LinearConstraint, milp
from scipy.sparse import coo_array

from bot.rules.disclosure import HIDDEN, Shown, disclose, disclose_entries, enough_contributors, threshold
from bot.rules.disclosure_groups import (
    Atom,
    Divisions,
    Groups,
    change_may_be_shown,
    counted_answers,
    figure_may_be_shown,
    groups,
)
from tests.rules.conftest import Tell

Rule = Callable[[Mapping[str, int], int], Shown]
Table = tuple[int, ...]


class Found(NamedTuple):
    """What an oracle looked at, and how much of it a reader can see through."""

    looked_at: int
    violations: int


def together(found: Iterable[Found]) -> Found:
    all_found = list(found)
    return Found(sum(one.looked_at for one in all_found), sum(one.violations for one in all_found))


# The digest: oracles -------------------------------------------------------------------------------------------------


def named(table: Table) -> dict[str, int]:
    return dict(zip("abcdefgh", table, strict=False))


def as_bytes(shown: Shown) -> bytes:
    return json.dumps([shown.total, sorted(shown.cells.items())]).encode()


@cache
def tables(cells: int, most: int) -> list[Table]:
    """Every table with a sum up to `most`; for each total all of them, so that a reader's posterior is whole."""
    if cells == 0:
        return [()]
    return [(n, *rest) for n in range(most + 1) for rest in tables(cells - 1, most - n)]


def posterior(rule: Rule, k: int, cells: int, most: int, knows: Table = (), protects: int = 0) -> Found:
    """Every small cell, zero too, must still be possible as 0 and as one below the limit, given what is published.

    Who knows of some persons (`knows`, per category) subtracts them; the rest is protected up to `protects`.
    """
    knows, protects = knows or (0,) * cells, protects or k
    possible: dict[bytes, list[dict[int, int]]] = {}
    looked_at = 0
    for table in tables(cells, most):
        if any(n < known for n, known in zip(table, knows, strict=True)):
            continue
        looked_at += 1
        key = as_bytes(rule(named(table), k))
        counts = possible.setdefault(key, [defaultdict(int) for _ in range(cells)])
        for cell, n in enumerate(table):
            counts[cell][n - knows[cell]] += 1
    return Found(
        looked_at,
        sum(
            times
            for cell in (cell for counts in possible.values() for cell in counts)
            if not {0, protects - 1} <= cell.keys()
            for n, times in cell.items()
            if n < protects
        ),
    )


def partitions(total: int, parts: int, most: int | None = None) -> Iterator[Table]:
    """Every table with this sum, but only one of those that are alike save for the order of their categories."""
    if parts == 0:
        if total == 0:
            yield ()
        return
    for n in range(min(total, total if most is None else most), -1, -1):
        for rest in partitions(total - n, parts - 1, n):
            yield (n, *rest)


def posterior_by_kind(rule: Rule, k: int, cells: int, totals: Iterable[int]) -> Found:
    """The same for as many categories as a flow has: which of them a number belongs to makes no difference."""
    looked_at, violations = 0, 0
    for total in totals:
        possible: dict[tuple[int, ...] | None, set[int]] = defaultdict(set)
        small: dict[tuple[int, ...] | None, int] = defaultdict(int)
        for table in partitions(total, cells):
            looked_at += 1
            shown = rule(named(table), k)
            key = tuple(sorted(n for n in shown.cells.values() if n is not None)) if shown.cells else None
            unseen = [n for name, n in named(table).items() if shown.cells.get(name) is None]
            possible[key].update(unseen)
            small[key] += sum(n < k for n in unseen)
            violations += sum(n < k for n in table) - sum(n < k for n in unseen)
        if total >= k:
            violations += sum(small[key] for key, values in possible.items() if not {0, k - 1} <= values)
    return Found(looked_at, violations)


def insider(whole: Callable[[Mapping[str, int], int, int], Shown], minimum: int, known: int, cells: int) -> Found:
    """Who knows of up to `known` persons, and in which category each is, learns nothing of any further one."""
    k = minimum + known

    def rule(table: Mapping[str, int], _: int) -> Shown:
        return whole(table, minimum, known)

    return together(
        oracle(rule, k, cells, 5 * k, knows, minimum)
        for oracle in (posterior, subtraction)
        for knows in tables(cells, known)
    )


Cell = tuple[int, str, str]  # a month, a flow and a category of it: the smallest thing that a number can be of
Numbers = list[tuple[frozenset[Cell], int]]
Month = Mapping[tuple[int, str], Shown]


def numbers(published: Month, categories: Mapping[str, Sequence[str]]) -> Numbers:
    """Every published number with the cells that it is the sum of."""
    found: Numbers = []
    for (month, flow), shown in published.items():
        if shown.total is not None:
            found.append((frozenset((month, flow, name) for name in categories[flow]), shown.total))
        found += [(frozenset([(month, flow, name)]), n) for name, n in shown.cells.items() if n is not None]
    return found


def differences(found: Numbers) -> Iterator[tuple[frozenset[Cell], int]]:
    """What pairs and triples of published numbers tell about the cells that are left when one is taken from another."""
    bits = {cell: 1 << place for place, cell in enumerate(sorted({cell for cells, _ in found for cell in cells}))}
    known = [(sum(bits[cell] for cell in cells), cells, n) for cells, n in found]
    for mask, cells, n in known:
        yield cells, n
        inside = [one for one in known if one[0] & mask == one[0] != mask]
        for _, taken, m in inside:
            yield cells - taken, n - m
        for (mask_a, a, m), (mask_b, b, o) in combinations(inside, 2):
            if not mask_a & mask_b and mask_a | mask_b != mask:
                yield cells - a - b, n - m - o


def subtraction(rule: Rule, k: int, cells: int, most: int, knows: Table = (), protects: int = 0) -> Found:
    """No published number less any others, and less the persons whom the reader knows, is a small one."""
    names = list("abcdefgh"[:cells])
    of = named(knows or (0,) * cells)
    looked_at, violations = 0, 0
    for table in tables(cells, most):
        if any(n < of[name] for name, n in named(table).items()):
            continue
        looked_at += 1
        shown = rule(named(table), k)
        seen = [name for name, n in shown.cells.items() if n is not None]
        for times in range(len(seen) + 1) if shown.total is not None else ():
            for taken in combinations(seen, times):
                rest = [name for name in names if name not in taken]
                left = sum(named(table)[name] - of[name] for name in rest)
                violations += bool(rest) and left < (protects or k)
    return Found(looked_at, violations)


def unmoved(rule: Rule, k: int, cells: int, most: int) -> Found:
    """One person more in a small cell moves the total and nothing else, unless a limit is crossed.

    Other names change nothing but the names; and all that is too small looks exactly like nothing at all.
    """
    violations = 0
    nothing = as_bytes(rule(named((0,) * cells), k))
    for table in tables(cells, most):
        shown = rule(named(table), k)
        violations += sum(table) < k and as_bytes(shown) != nothing
        if table == tuple(sorted(table)):
            for order in permutations(range(cells)):
                moved = rule(named(tuple(table[place] for place in order)), k)
                places = {name: "abcdefgh"[place] for name, place in zip("abcdefgh", order, strict=False)}
                back = {places[name]: n for name, n in moved.cells.items()}
                violations += moved.total != shown.total or back != shown.cells
        for at, n in enumerate(table):
            more = (*table[:at], n + 1, *table[at + 1 :])
            if n + 1 < k and not crosses(table, more, k):
                after = rule(named(more), k)
                violations += after.cells != shown.cells
                violations += after.total != (None if shown.total is None else shown.total + 1)
    return Found(len(tables(cells, most)), violations)


def crosses(table: Table, more: Table, k: int) -> bool:
    """Whether the total or the sum of what is small reaches a limit with one person more."""
    before, after = (sum(n for n in one if n < k) for one in (table, more))
    small = sum(n < k for n in table)
    return sum(more) == k or after == k or before == (small - 1) * (k - 1)


def needless(rule: Rule, k: int, cells: int, most: int) -> Found:
    """What gives nobody away is shown: tried by filling the hidden cells in every way, not by the rule's formula."""
    violations = 0
    for table in tables(cells, most):
        shown = rule(named(table), k)
        small = [n for n in table if n < k]
        expected = sum(table) >= k
        violations += (shown.total is not None) is not expected
        breakdown = expected and (
            not small or (len(small) < cells and sum(small) >= k and fills(len(small), sum(small), k))
        )
        violations += bool(shown.cells) is not breakdown
    return Found(len(tables(cells, most)), violations)


@cache
def fills(hidden: int, remainder: int, k: int) -> bool:
    ways = [way for way in product(range(k), repeat=hidden) if sum(way) == remainder]
    return {0, k - 1} <= {way[0] for way in ways}


# The digest: the attacker who solves equations -----------------------------------------------------------------------


class Programme:
    """Whole-number unknowns and what is known of sums of them."""

    def __init__(self) -> None:
        self.top: list[int] = []
        self.rows: list[tuple[dict[int, int], float, float]] = []

    def unknown(self, top: int) -> int:
        self.top.append(top)
        return len(self.top) - 1

    def know(self, terms: Mapping[int, int], least: float = -numpy.inf, most: float = numpy.inf) -> None:
        self.rows.append((dict(terms), least, most))

    def bounds(self, unknowns: Iterable[int]) -> dict[int, tuple[int, int]]:
        """The least and the greatest value that each of these can have."""
        at = [(row, column, factor) for row, (terms, *_) in enumerate(self.rows) for column, factor in terms.items()]
        rows, columns, factors = (numpy.array(part) for part in zip(*at, strict=True))
        matrix = coo_array((factors, (rows, columns)), shape=(len(self.rows), len(self.top))).tocsr()
        known = LinearConstraint(matrix, [row[1] for row in self.rows], [row[2] for row in self.rows])
        return {one: (self._end(one, 1, known), self._end(one, -1, known)) for one in unknowns}

    def _end(self, one: int, sign: int, known: LinearConstraint) -> int:
        aim = numpy.zeros(len(self.top))
        aim[one] = sign
        solved = milp(aim, constraints=known, integrality=numpy.ones(len(self.top)), bounds=(0, numpy.array(self.top)))
        assert solved.status == 0, solved.message
        return round(sign * solved.fun)


def chance(seed: int) -> Random:
    return Random(seed)  # noqa: S311 - towns and months, not secrets


MOST = 60  # nobody expects more of one category in a month
FLOWS = {"peer": list("abc"), "harassment": list("abcdef"), "stress": list("abcd")}
Year = Mapping[tuple[int, str], Mapping[str, int]]


def attack(
    year: Year,
    published: Month,
    k: int,
    sums: Iterable[tuple[frozenset[Cell], int]] = (),
    *,
    of: Iterable[int] | None = None,
) -> Found:
    """Take every published number as an equation; each small cell must still be possible as 0 and as k - 1.

    The attacker knows the algorithm: what is hidden is small, and a breakdown left out had a reason. Of peer support
    it may be hidden because of few contributors, so nothing follows from that. `of` are the months attacked.
    """
    programme = Programme()
    unknown = {(*key, name): programme.unknown(MOST) for key, cells in year.items() for name in cells}
    for (month, flow), shown in published.items():
        cells = [unknown[month, flow, name] for name in year[month, flow]]
        if shown.total is None and flow != "peer":
            programme.know(dict.fromkeys(cells, 1), most=k - 1)
        elif shown.total is not None:
            programme.know(dict.fromkeys(cells, 1), shown.total, shown.total)
            if not shown.cells:
                left_out(programme, cells, k)
        for name, n in shown.cells.items():
            programme.know({unknown[month, flow, name]: 1}, 0 if n is None else n, k - 1 if n is None else n)
    for summed, n in sums:
        programme.know({unknown[cell]: 1 for cell in summed}, n, n)
    attacked = None if of is None else set(of)
    protected = [
        unknown[*key, name]
        for key, cells in year.items()
        for name, n in cells.items()
        if n < k and (attacked is None or key[0] in attacked)
    ]
    found = programme.bounds(protected)
    return Found(len(found), sum(least > 0 or most < k - 1 for least, most in found.values()))


def left_out(programme: Programme, cells: Sequence[int], k: int) -> None:
    """Why a breakdown was left out: every cell is small; or some are and their sum is small, or too great."""
    small, part = [], []
    for cell in cells:
        is_small, counted = programme.unknown(1), programme.unknown(k - 1)
        programme.know({cell: 1, is_small: MOST}, most=k - 1 + MOST)
        programme.know({cell: 1, is_small: k}, least=k)
        programme.know({counted: 1, is_small: 1 - k}, most=0)
        programme.know({counted: 1, cell: -1}, most=0)
        programme.know({counted: 1, cell: -1, is_small: -MOST}, least=-MOST)
        small.append(is_small)
        part.append(counted)
    every, few, many = (programme.unknown(1) for _ in range(3))
    far = len(cells) * k
    programme.know({every: 1, few: 1, many: 1}, least=1)
    programme.know(dict.fromkeys(small, 1) | {every: -len(cells)}, least=0)
    programme.know(dict.fromkeys(small, 1) | {few: -1}, least=0)
    programme.know(dict.fromkeys(small, 1) | {many: -1}, least=0)
    programme.know(dict.fromkeys(part, 1) | {few: far}, most=k - 1 + far)
    programme.know(dict.fromkeys(part, 1) | dict.fromkeys(small, 1 - k) | {many: -far}, least=1 - (k - 1) - far)


def a_year(random: Random, months: int) -> tuple[Year, dict[int, list[int]]]:
    """Of a town hall, as quiet or as busy as it comes; and in peer support what each of eight supporters entered."""
    year: dict[tuple[int, str], dict[str, int]] = {}
    entries = {}
    for month, (flow, names) in product(range(months), FLOWS.items()):
        usual = random.choice([0, 1, 2, 4, 6, 9])
        cells = {name: min(MOST, int(random.expovariate(1 / usual))) if usual else 0 for name in names}
        year[month, flow] = cells
        if flow == "peer":
            helpers = [random.randrange(8) for _ in range(sum(cells.values()))]
            entries[month] = [helpers.count(one) for one in range(8)]
    return year, entries


def digests(year: Year, entries: Mapping[int, Sequence[int]], rule: Rule, k: int) -> Month:
    return {
        (month, flow): HIDDEN if flow == "peer" and not enough_contributors(entries[month], 3) else rule(cells, k)
        for (month, flow), cells in year.items()
    }


def solved(rule: Rule, k: int) -> Found:
    """The attacker on a few small months, for wrong rules: what a wrong rule leaves out says nothing here."""
    found = []
    for table in tables(4, 3 * k):
        if table == tuple(sorted(table)):
            key = (0, "stress")
            shown = rule(named(table), k)
            if shown.cells:
                found.append(attack({key: named(table)}, {key: shown}, k))
    return together(found)


# The digest: wrong rules ---------------------------------------------------------------------------------------------


def variant(
    *,
    total: Callable[[int, int], bool] = operator.ge,
    cell: Callable[[int, int], bool] = operator.ge,
    least: Callable[[int], int] = lambda k: k,
    most: Callable[[int, int], int] = lambda hidden, k: (hidden - 1) * (k - 1),
    single: bool = False,
    zero: bool = False,
    all_hidden: bool = False,
    quiet: Shown = HIDDEN,
) -> Rule:
    """The rule said once more, so that it can be said wrongly in one place."""

    def rule(cells: Mapping[str, int], k: int) -> Shown:
        reached = sum(cells.values())
        if not total(reached, k):
            return quiet if reached == 0 else HIDDEN
        small = [n for n in cells.values() if not cell(n, k)]
        fits = (single and len(small) == 1) or least(k) <= sum(small) <= most(len(small), k)
        if (small and not fits) or (len(small) == len(cells) and not all_hidden):
            return Shown(reached, {})
        return Shown(reached, {name: n if cell(n, k) or (zero and n == 0) else None for name, n in cells.items()})

    return rule


def hides_small_only(cells: Mapping[str, int], k: int) -> Shown:
    return Shown(sum(cells.values()), {name: n if n >= k else None for name, n in cells.items()})


def shows_everything(cells: Mapping[str, int], k: int) -> Shown:
    return Shown(sum(cells.values()), cells)


def shows_nothing(cells: Mapping[str, int], k: int) -> Shown:
    return HIDDEN


def hides_the_next_smallest_too(cells: Mapping[str, int], k: int) -> Shown:
    """Complementary suppression as the textbooks have it."""
    if sum(cells.values()) < k:
        return HIDDEN
    hidden = {name for name, n in cells.items() if n < k}
    if len(hidden) == 1:
        hidden.add(min((n, name) for name, n in cells.items() if name not in hidden)[1])
    return Shown(sum(cells.values()), {name: None if name in hidden else n for name, n in cells.items()})


def minds_the_order(cells: Mapping[str, int], k: int) -> Shown:
    shown = disclose(cells, k)
    return shown if cells["a"] >= cells["b"] else Shown(shown.total, {})


def leaves_out_empty_categories(cells: Mapping[str, int], k: int) -> Shown:
    shown = disclose(cells, k)
    return Shown(shown.total, {name: n for name, n in shown.cells.items() if cells[name]})


DIGEST_ORACLES: dict[str, Callable[[Rule], Found]] = {
    "posterior": lambda rule: together(posterior(rule, 3, cells, 13) for cells in (2, 3, 4)),
    "subtraction": lambda rule: together(subtraction(rule, 3, cells, 12) for cells in (2, 3, 4)),
    "equations": lambda rule: solved(rule, 3),
    "unmoved": lambda rule: together(unmoved(rule, 3, cells, 12) for cells in (2, 3, 4)),
    "needless": lambda rule: together(needless(rule, 3, cells, 12) for cells in (2, 3, 4)),
}
WRONG_RULES: dict[str, Rule] = {
    "total above k": variant(total=operator.gt),
    "total from k - 1": variant(total=lambda n, k: n >= k - 1),
    "total always": variant(total=lambda n, k: True),
    "cell above k": variant(cell=operator.gt),
    "cell from k - 1": variant(cell=lambda n, k: n >= k - 1),
    "a single hidden cell": variant(single=True),
    "zero shown": variant(zero=True),
    "an empty month says so": variant(quiet=Shown(0, {})),
    "all hidden told apart from no breakdown": variant(all_hidden=True),
    "remainder from 0": variant(least=lambda k: 0),
    "remainder from k - 1": variant(least=lambda k: k - 1),
    "remainder above k": variant(least=lambda k: k + 1),
    "remainder without end": variant(most=lambda hidden, k: 1000),
    "remainder to s (k - 1)": variant(most=lambda hidden, k: hidden * (k - 1)),
    "remainder one too far": variant(most=lambda hidden, k: (hidden - 1) * (k - 1) + 1),
    "remainder one too short": variant(most=lambda hidden, k: (hidden - 1) * (k - 1) - 1),
    "hides small cells only": hides_small_only,
    "shows everything": shows_everything,
    "shows nothing": shows_nothing,
    "hides the next smallest too": hides_the_next_smallest_too,
    "the order of the categories matters": minds_the_order,
    "leaves out empty categories": leaves_out_empty_categories,
}


@pytest.mark.parametrize("oracle", DIGEST_ORACLES)
def test_no_oracle_sees_through_the_digest(oracle: str) -> None:
    found = DIGEST_ORACLES[oracle](disclose)

    assert found.looked_at > 40
    assert found.violations == 0


@pytest.mark.parametrize("wrong", WRONG_RULES)
def test_every_wrong_rule_of_the_digest_is_caught(wrong: str) -> None:
    assert any(oracle(WRONG_RULES[wrong]).violations for oracle in DIGEST_ORACLES.values())


def test_the_wrong_rules_are_wrong_in_one_place_only() -> None:
    assert all(variant()(named(table), 3) == disclose(named(table), 3) for table in tables(4, 13))


# The digest: what a reader knows, who contributed ---------------------------------------------------------------------

WRONG_THRESHOLDS: dict[str, Callable[[Mapping[str, int], int, int], Shown]] = {
    "known_to_reader forgotten": lambda cells, minimum, known: disclose(cells, minimum),
    "known_to_reader for totals only": lambda cells, minimum, known: (
        disclose(cells, minimum) if sum(cells.values()) >= minimum + known else HIDDEN
    ),
    "known_to_reader for cells only": lambda cells, minimum, known: (
        disclose(cells, minimum + known)
        if sum(cells.values()) >= minimum + known or sum(cells.values()) < minimum
        else Shown(sum(cells.values()), {})
    ),
    "known_to_reader subtracted": lambda cells, minimum, known: disclose(cells, minimum - known),
}


def real(cells: Mapping[str, int], minimum: int, known: int) -> Shown:
    return disclose(cells, threshold(minimum, known))


@pytest.mark.parametrize(("minimum", "known", "cells"), [(2, 1, 3), (3, 1, 3), (2, 2, 3), (2, 1, 4)])
def test_who_knows_a_case_learns_nothing_of_another(minimum: int, known: int, cells: int) -> None:
    assert insider(real, minimum, known, cells).violations == 0


@pytest.mark.parametrize("wrong", WRONG_THRESHOLDS)
def test_every_wrong_threshold_is_caught(wrong: str) -> None:
    assert insider(WRONG_THRESHOLDS[wrong], 3, 1, 3).violations > 0


def contributors(enough: Callable[[Sequence[int], int], bool]) -> Found:
    """Three helped, and nobody did more than all the others together: said in shares, for up to four supporters."""
    looked_at, violations = 0, 0
    for entries in product(range(7), repeat=4):
        shares = [Fraction(n, sum(entries)) for n in entries if n]
        looked_at += 1
        violations += enough(entries, 3) is not (len(shares) >= 3 and all(share <= Fraction(1, 2) for share in shares))
    return Found(looked_at, violations)


WRONG_CONTRIBUTORS: dict[str, Callable[[Sequence[int], int], bool]] = {
    "two are enough": lambda entries, minimum: enough_contributors(entries, minimum - 1),
    "four are needed": lambda entries, minimum: enough_contributors(entries, minimum + 1),
    "counts who entered nothing": lambda entries, minimum: (
        len(entries) >= minimum and any(entries) and 2 * max(entries) <= sum(entries)
    ),
    "half is too much": lambda entries, minimum: (
        enough_contributors(entries, minimum) and 2 * max(entries) < sum(entries)
    ),
    "anybody may have more than half": lambda entries, minimum: sum(n > 0 for n in entries) >= minimum,
}


def test_peer_figures_are_of_three_supporters_and_of_none_mostly() -> None:
    assert contributors(enough_contributors).violations == 0


@pytest.mark.parametrize("wrong", WRONG_CONTRIBUTORS)
def test_every_wrong_count_of_contributors_is_caught(wrong: str) -> None:
    assert contributors(WRONG_CONTRIBUTORS[wrong]).violations > 0


@pytest.mark.parametrize("entries", [[], [3], [9, 9], [9, 4, 4], [30, 1, 1]])
def test_too_few_contributors_look_like_an_empty_month(entries: list[int]) -> None:
    cells = {"a": sum(entries), "b": 0, "c": 0}

    assert as_bytes(disclose_entries(cells, entries, 6, 3)) == as_bytes(disclose_entries(named((0, 0, 0)), [], 6, 3))


# The digest: two years -----------------------------------------------------------------------------------------------

TWO_YEARS = st.fixed_dictionaries(
    {
        (month, flow): st.fixed_dictionaries({name: st.integers(0, 5) | st.integers(6, 20) for name in names})
        for month, (flow, names) in product(range(24), FLOWS.items())
    }
)


def subtract_over_months(year: Year, k: int, sums: Iterable[tuple[frozenset[Cell], int]] = ()) -> Found:
    found = list(differences([*numbers({key: disclose(cells, k) for key, cells in year.items()}, FLOWS), *sums]))
    truth = {(*key, name): n for key, cells in year.items() for name, n in cells.items()}
    assert all(sum(truth[cell] for cell in cells) == n for cells, n in found)
    return Found(len(found), sum(n < k for _, n in found))


def test_no_difference_of_two_years_numbers_is_small() -> None:
    @settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
    @given(TWO_YEARS)
    def check(year: Year) -> None:
        assert subtract_over_months(year, 6).violations == 0

    check()


def test_the_attacker_learns_nothing_from_a_year() -> None:
    year, entries = a_year(chance(4), 12)

    assert attack(year, digests(year, entries, disclose, 6), 6, of=range(4)).violations == 0


@pytest.mark.parametrize("total", range(6, 25))
def test_the_attacker_knows_why_a_breakdown_was_left_out(total: int) -> None:
    """Were the equations too weak the attacker would find nothing: they tell exactly what trying every table tells."""
    alike = [table for table in tables(4, 24) if sum(table) == total and not disclose(named(table), 4).cells]
    programme = Programme()
    cells = [programme.unknown(MOST) for _ in range(4)]
    programme.know(dict.fromkeys(cells, 1), total, total)
    left_out(programme, cells, 4)

    found = programme.bounds(cells[:1])[cells[0]]

    assert found == (min(table[0] for table in alike), max(table[0] for table in alike))


def test_the_sum_of_two_months_would_give_a_hidden_month_away() -> None:
    year = {(0, "stress"): dict.fromkeys("abcd", 9), (1, "stress"): {"a": 1, "b": 0, "c": 0, "d": 2}}
    both = [(frozenset((*key, name) for key, cells in year.items() for name in cells), 39)]

    assert subtract_over_months(year, 6).violations == 0
    assert subtract_over_months(year, 6, both).violations > 0


def test_a_year_s_total_would_give_a_hidden_month_away() -> None:
    busy, quiet = {"a": 7, "b": 8, "c": 9, "d": 6}, {"a": 1, "b": 0, "c": 0, "d": 2}
    year = {(month, "stress"): quiet if month == 5 else busy for month in range(12)}
    published = {key: disclose(cells, 6) for key, cells in year.items()}
    total = [(frozenset((*key, name) for key, cells in year.items() for name in cells), 11 * 30 + 3)]

    assert attack(year, published, 6).violations == 0
    assert attack(year, published, 6, total).violations == 4


# Groups: oracles -----------------------------------------------------------------------------------------------------

Member = tuple[str, str]  # a unit of a division
Figures = Callable[[Divisions, int], list[frozenset[Member]]]  # the sets of units of which figures are given
Answers = Mapping[Member, int]  # how many takers of each unit are under high stress


def given_by(found: Groups) -> list[frozenset[Member]]:
    """Each atom, each division as its atoms together, and the organisation."""
    atoms = [(atom.division, frozenset((atom.division, unit) for unit in atom.units)) for atom in found.atoms]
    divisions = [frozenset().union(*(units for of, units in atoms if of == name)) for name in {of for of, _ in atoms}]
    whole = frozenset().union(*divisions, found.hidden.units if found.hidden.counted else ())
    return [*(units for _, units in atoms), *divisions, whole]


def real_figures(town: Divisions, k: int) -> list[frozenset[Member]]:
    return given_by(groups(town, k))


def row_space(figures: Figures, town: Divisions, k: int) -> Found:
    """No adding and subtracting of figures, however often and by whatever factor, leaves a few people alone."""
    takers = {(division, unit): n for division, units in town.items() for unit, n in units.items() if n}
    order = sorted(takers)
    basis = reduced([[Fraction(unit in figure) for unit in order] for figure in figures(town, k)])
    few = list(subsets(order, takers, k - 1))
    return Found(len(few), sum(spanned([Fraction(unit in one) for unit in order], basis) for one in few))


def subsets(order: Sequence[Member], takers: Mapping[Member, int], most: int) -> Iterator[frozenset[Member]]:
    """Every set of units with a taker and no more than `most`."""
    for at, unit in enumerate(order):
        if takers[unit] <= most:
            yield frozenset([unit])
            for more in subsets(order[at + 1 :], takers, most - takers[unit]):
                yield more | {unit}


Basis = dict[int, list[Fraction]]


def reduced(rows: Iterable[list[Fraction]]) -> Basis:
    basis: Basis = {}
    for row in rows:
        rest = remainder(row, basis)
        lead = next((at for at, n in enumerate(rest) if n), None)
        if lead is not None:
            basis[lead] = [n / rest[lead] for n in rest]
    return basis


def remainder(row: Sequence[Fraction], basis: Basis) -> list[Fraction]:
    rest = list(row)
    for lead in range(len(rest)):
        if rest[lead] and lead in basis:
            rest = [n - rest[lead] * m for n, m in zip(rest, basis[lead], strict=True)]
    return rest


def spanned(row: Sequence[Fraction], basis: Basis) -> bool:
    return not any(remainder(row, basis))


def pooled_rightly(pool: Callable[[Divisions, int], Groups], town: Divisions, k: int) -> Found:
    """What Aku 15 says of units: few are pooled within the division, or hidden; whoever has enough stands alone."""
    found = pool(town, k)
    units = [(atom.division, unit) for atom in found.atoms for unit in atom.units]
    if sorted([*units, *found.hidden.units]) != sorted((d, unit) for d in town for unit in town[d]):
        return Found(1, 1)
    shuffled = {division: dict(reversed(town[division].items())) for division in reversed(town)}
    reached = {division for division in town if sum(town[division].values()) >= k}
    wrong = [
        {division for division, _ in units} != reached,
        any(atom.takers != sum(town[atom.division][unit] for unit in atom.units) for atom in found.atoms),
        any(atom.takers < k for atom in found.atoms),
        any(sum(town[atom.division][unit] >= k for unit in atom.units) > 1 for atom in found.atoms),
        any(needless_pool([town[atom.division][unit] for unit in atom.units], k) for atom in found.atoms),
        found.hidden.takers != sum(town[d][unit] for d, unit in found.hidden.units),
        found.hidden.counted is not (found.hidden.takers >= k),
        pool(shuffled, k) != found,
    ]
    return Found(1, sum(wrong))


def needless_pool(sizes: Sequence[int], k: int) -> bool:
    """Whether the greatest of the units could go and leave enough twice over: more than a leftover was added."""
    return len(sizes) > 1 and max(sizes) >= k and sum(sizes) - max(sizes) >= k


def a_town(random: Random) -> dict[str, dict[str, int]]:
    """Up to four divisions with up to five units each; many are small, some have nobody who took it."""
    return {
        "ABCD"[division]: {
            f"{unit}": random.choice([0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 6, 9])
            for unit in random.sample(range(9), random.randint(1, 5))
        }
        for division in range(random.randint(1, 4))
    }  # fmt: skip


def towns(first: int, count: int) -> Iterator[dict[str, dict[str, int]]]:
    return (a_town(chance(seed)) for seed in range(first, first + count))


def a_town_hall(random: Random) -> dict[str, dict[str, int]]:
    """Of real size: twelve divisions, some hundred units, about a thousand takers."""
    return {
        f"{division}": {
            f"{unit}": random.choice([0, 1, 2, 3, 4, 6, 9, 14, 30]) for unit in range(random.randint(1, 14))
        }
        for division in range(12)
    }


def all_alike(shares: Callable[[Divisions, Answers, int], object], town: Divisions, k: int) -> Found:
    """Over every way in which the town can have answered: no unit is ever known to be all well, or all under stress."""
    takers = {(division, unit): n for division, units in town.items() for unit, n in units.items() if n}
    possible: dict[object, list[set[int]]] = {}
    looked_at = 0
    for counts in product(*(range(n + 1) for n in takers.values())):
        looked_at += 1
        key = shares(town, dict(zip(takers, counts, strict=True)), k)
        for unit, n in zip(possible.setdefault(key, [set() for _ in takers]), counts, strict=True):
            unit.add(n)
    known = [(values, n) for units in possible.values() for values, n in zip(units, takers.values(), strict=True)]
    return Found(looked_at, sum(values in ({0}, {n}) for values, n in known))


def published_shares(
    town: Divisions,
    answers: Answers,
    k: int,
    *,
    may: Callable[[Sequence[int]], bool] = figure_may_be_shown,
    over: Callable[[list[list[int]]], Sequence[float]] = counted_answers,
) -> object:
    """How many are under high stress, of each atom, each division and the organisation: more than a share tells."""
    found = groups(town, k)

    def of(units: Iterable[Member]) -> list[int]:
        return [n for unit in units for n in ones(town[unit[0]][unit[1]], answers.get(unit, 0))]

    atoms = [(atom.division, of((atom.division, unit) for unit in atom.units)) for atom in found.atoms]
    every = [each for _, each in atoms] + ([of(found.hidden.units)] if found.hidden.counted else [])
    return (
        tuple(sum(each) if may(each) else None for _, each in atoms),
        tuple(total(over([each for of, each in atoms if of == name])) for name in sorted({of for of, _ in atoms})),
        total(over(every)),
    )


def ones(takers: int, count: int) -> list[int]:
    return [1] * count + [0] * (takers - count)


def total(answers: Sequence[float]) -> float | None:
    return sum(answers) if answers else None


def few_moved(may: Callable[[int, int, int], bool]) -> Found:
    """If who stayed answers as before, a change is the sum of who joined less that of who left: of a few, or not."""
    grid = list(product(range(13), repeat=2))
    return Found(len(grid), sum(may(*moved, 5) is any(0 < n < 5 for n in moved) for moved in grid))


# Groups: wrong rules -------------------------------------------------------------------------------------------------


def every_unit(town: Divisions) -> frozenset[Member]:
    return frozenset((division, unit) for division, units in town.items() for unit in units)


def enough_alone(town: Divisions, k: int) -> list[frozenset[Member]]:
    return [frozenset([unit]) for unit in every_unit(town) if town[unit[0]][unit[1]] >= k]


def enough_divisions(town: Divisions, k: int) -> list[frozenset[Member]]:
    whole = [frozenset((division, unit) for unit in units) for division, units in town.items()]
    return [units for units in whole if sum(town[d][unit] for d, unit in units) >= k]


WRONG_FIGURES: dict[str, Figures] = {
    "no pooling, but totals": lambda town, k: [*enough_alone(town, k), *enough_divisions(town, k), every_unit(town)],
    "division totals without pooling": lambda town, k: [*enough_alone(town, k), *enough_divisions(town, k)],
    "the organisation has hidden units in it": lambda town, k: [*real_figures(town, k), every_unit(town)],
    "hidden units are a figure": lambda town, k: [*real_figures(town, k), frozenset(groups(town, k).hidden.units)],
    "the limit is one too low": lambda town, k: real_figures(town, k - 1),
    "units with enough are shown beside their atom": lambda town, k: [*real_figures(town, k), *enough_alone(town, k)],
}


def one_pool(town: Divisions, k: int) -> Groups:
    found = groups({division: {"all": sum(units.values())} for division, units in town.items()}, k)
    atoms = tuple(Atom(atom.division, tuple(sorted(town[atom.division])), atom.takers) for atom in found.atoms)
    return Groups(atoms, groups(town, k).hidden)


def forgets_the_leftover(town: Divisions, k: int) -> Groups:
    found = groups(town, k)
    atoms = tuple(
        Atom(atom.division, units, sum(town[atom.division][unit] for unit in units))
        for atom in found.atoms
        for units in [tuple(unit for unit in atom.units if len(atom.units) == 1 or town[atom.division][unit] != 1)]
    )
    return Groups(atoms, found.hidden)


def pools_across_divisions(town: Divisions, k: int) -> Groups:
    return groups({"A": {f"{d}{unit}": n for d, units in town.items() for unit, n in units.items()}}, k)


def counts_hidden_always(town: Divisions, k: int) -> Groups:
    found = groups(town, k)
    return Groups(found.atoms, replace(found.hidden, counted=True))


WRONG_POOLS: dict[str, Callable[[Divisions, int], Groups]] = {
    "limit one too high": lambda town, k: groups(town, k + 1),
    "limit one too low": lambda town, k: groups(town, k - 1),
    "a division is one pool": one_pool,
    "forgets the leftover": forgets_the_leftover,
    "pools across divisions": pools_across_divisions,
    "hidden units always count": counts_hidden_always,
}
WRONG_SHARES: dict[str, dict[str, Any]] = {
    "shows 0 % and 100 %": {"may": bool},
    "shows 100 %": {"may": any},
    "shows 0 %": {"may": lambda answers: not all(answers)},
    "totals over every group": {"over": lambda each: [n for answers in each for n in answers]},
    "totals over groups below 100 %": {
        "over": lambda each: [n for answers in each if not all(answers) for n in answers]
    },
}
WRONG_CHANGES: dict[str, Callable[[int, int, int], bool]] = {
    "joined and left together": lambda joined, left, k: joined + left == 0 or joined + left >= k,
    "either is enough": lambda joined, left, k: joined == left == 0 or max(joined, left) >= k,
    "above k": lambda joined, left, k: all(n == 0 or n > k for n in (joined, left)),
    "from k - 1": lambda joined, left, k: all(n == 0 or n >= k - 1 for n in (joined, left)),
    "only who joined": lambda joined, left, k: joined == 0 or joined >= k,
    "only the number": lambda joined, left, k: joined == left or abs(joined - left) >= k,
    "never": lambda joined, left, k: False,
}
SMALL_TOWNS: list[tuple[Divisions, int]] = [
    ({"A": {"1": 3}, "B": {"1": 2, "2": 2}, "C": {"1": 1}, "D": {"1": 2}}, 3),
    ({"A": {"1": 3, "2": 4}, "B": {"1": 1}}, 3),
    ({"A": {"1": 2, "2": 1, "3": 1, "4": 3}, "B": {"1": 3}}, 3),
    ({"A": {"1": 5, "2": 5}, "B": {"1": 2}, "C": {"1": 3}}, 5),
]
BIGGER_TOWNS: list[tuple[Divisions, int]] = [
    ({"A": {"1": 5, "2": 3, "3": 3}, "B": {"1": 2}, "C": {"1": 3}, "D": {"1": 4, "2": 4}}, 5),
    ({"A": {"1": 3, "2": 3}, "B": {"1": 3, "2": 2, "3": 1}, "C": {"1": 2}, "D": {"1": 2}, "E": {"1": 1, "2": 1}}, 3),
]


def test_adding_and_subtracting_groups_leaves_nobody_alone() -> None:
    found = together(row_space(real_figures, town, 5) for town in towns(0, 400))

    assert found.looked_at > 4_000
    assert found.violations == 0


@pytest.mark.parametrize("wrong", WRONG_FIGURES)
def test_every_wrong_set_of_figures_is_caught(wrong: str) -> None:
    assert any(row_space(WRONG_FIGURES[wrong], town, 5).violations for town in towns(0, 100))


def test_units_are_pooled_as_the_article_says() -> None:
    assert together(pooled_rightly(groups, town, 5) for town in towns(0, 500)).violations == 0


@pytest.mark.parametrize("wrong", WRONG_POOLS)
def test_every_wrong_way_of_pooling_is_caught(wrong: str) -> None:
    assert any(pooled_rightly(WRONG_POOLS[wrong], town, 5).violations for town in towns(0, 200))


@pytest.mark.parametrize(("town", "k"), SMALL_TOWNS)
def test_no_group_is_known_to_have_answered_alike(town: Divisions, k: int) -> None:
    assert all_alike(published_shares, town, k).violations == 0


@pytest.mark.parametrize("wrong", WRONG_SHARES)
def test_every_wrong_way_of_showing_shares_is_caught(wrong: str) -> None:
    def shares(town: Divisions, answers: Answers, k: int) -> object:
        return published_shares(town, answers, k, **WRONG_SHARES[wrong])

    assert any(all_alike(shares, town, k).violations for town, k in SMALL_TOWNS)


def test_a_change_is_never_that_of_a_few() -> None:
    assert few_moved(change_may_be_shown).violations == 0


@pytest.mark.parametrize("wrong", WRONG_CHANGES)
def test_every_wrong_rule_for_changes_is_caught(wrong: str) -> None:
    assert few_moved(WRONG_CHANGES[wrong]).violations > 0


def test_groups_depend_on_sizes_alone() -> None:
    for town in towns(0, 200):
        renamed = {division: {f"unit {unit}": n for unit, n in units.items()} for division, units in town.items()}
        sizes = [(atom.division, atom.takers) for atom in groups(town, 5).atoms]

        assert sorted(sizes) == sorted((atom.division, atom.takers) for atom in groups(renamed, 5).atoms)


# The long run --------------------------------------------------------------------------------------------------------


def report(tell: Tell, what: str, found: Found) -> None:
    tell(f"disclosure control, {what}: {found.looked_at:,} looked at, {found.violations} violations")
    assert found.looked_at > 0
    assert found.violations == 0


@pytest.mark.long
def test_every_small_table(tell: Tell) -> None:
    sizes = [(k, cells) for k in range(2, 8) for cells in (1, 2, 3, 4)]

    report(tell, "every table of up to 4 categories up to 5 k, k 2 to 7",
           together(posterior(disclose, k, cells, 5 * k) for k, cells in sizes))  # fmt: skip
    report(tell, "every difference inside a month, the same tables up to 4 k",
           together(subtraction(disclose, k, cells, 4 * k) for k, cells in sizes))  # fmt: skip
    report(tell, "hidden without need, the same tables up to 4 k",
           together(needless(disclose, k, cells, 4 * k) for k, cells in sizes))  # fmt: skip
    report(tell, "one person more, other names, empty months, the same tables up to 3 k",
           together(unmoved(disclose, k, cells, 3 * k) for k, cells in sizes))  # fmt: skip


@pytest.mark.long
def test_every_table_of_a_real_flow(tell: Tell) -> None:
    few = [(k, cells, 12 * k) for k in range(2, 8) for cells in (2, 3, 4)]
    many = [(k, cells, 7 * k) for k in (5, 6) for cells in (5, 6)]

    report(tell, "every table but for the order of its categories, 2 to 4 below 12 k, 5 and 6 below 7 k",
           together(posterior_by_kind(disclose, k, cells, range(below)) for k, cells, below in few + many))  # fmt: skip


@pytest.mark.long
def test_every_insider(tell: Tell) -> None:
    report(tell, "readers who know 1 or 2 cases, minimum 2 to 5",
           together(insider(real, minimum, known, 3) for minimum in range(2, 6) for known in (1, 2)))  # fmt: skip
    report(tell, "the same with 4 categories, minimum 3, 1 case", insider(real, 3, 1, 4))


@pytest.mark.long
def test_whole_numbers_against_two_years(tell: Tell) -> None:
    found = []
    for seed in range(8):
        year, entries = a_year(chance(seed), 24)
        published = digests(year, entries, disclose, 6)
        found.append(attack(year, published, 6))
    report(tell, "small cells of 24 months, 3 flows, solved as integer programmes, 8 histories", together(found))


@pytest.mark.long
def test_differences_over_two_years(tell: Tell) -> None:
    found: list[Found] = []

    @settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
    @given(TWO_YEARS)
    def check(year: Year) -> None:
        found.append(subtract_over_months(year, 6))

    check()
    report(tell, f"differences of pairs and triples over 24 months, {len(found)} histories", together(found))


@pytest.mark.long
def test_groups_of_many_towns(tell: Tell) -> None:
    report(tell, "sets of fewer than 5 takers in 5,000 towns, row space of all group figures",
           together(row_space(real_figures, town, 5) for town in towns(10_000, 5_000)))  # fmt: skip
    report(tell, "sets of fewer than 10 takers in 300 towns, the same",
           together(row_space(real_figures, town, 10) for town in towns(50_000, 300)))  # fmt: skip
    report(tell, "sets of fewer than 5 takers in 20 town halls of real size, the same",
           together(row_space(real_figures, a_town_hall(chance(seed)), 5) for seed in range(20)))  # fmt: skip
    report(tell, "pooling in 20,000 towns", together(pooled_rightly(groups, town, 5) for town in towns(90_000, 20_000)))
    report(tell, "answers of whole towns, groups that answered alike",
           together(all_alike(published_shares, town, k) for town, k in [*SMALL_TOWNS, *BIGGER_TOWNS]))  # fmt: skip


@pytest.mark.long
def test_who_catches_which_wrong_rule(tell: Tell) -> None:
    caught = {
        wrong: [name for name, oracle in DIGEST_ORACLES.items() if oracle(rule).violations]
        for wrong, rule in WRONG_RULES.items()
    }
    for wrong, names in caught.items():
        tell(f"disclosure control, wrong rule '{wrong}' caught by: {', '.join(names)}")
    others = (WRONG_THRESHOLDS, WRONG_CONTRIBUTORS, WRONG_FIGURES, WRONG_POOLS, WRONG_SHARES, WRONG_CHANGES)
    tell(f"disclosure control, wrong rules tried: {len(caught)} of the digest, {sum(map(len, others))} others")

    assert all(caught.values())
