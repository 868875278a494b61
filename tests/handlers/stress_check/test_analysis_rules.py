"""Group analysis: the right numbers over the right people, and none that gives somebody's answers away (Aku 15, 16)."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import Misconfigured, Refused
from bot.handlers.stress_check import chart as charts
from bot.handlers.stress_check.questionnaire import Sex, questionnaire
from bot.handlers.stress_check.rules import analysis, frozen
from bot.handlers.stress_check.rules.frozen import freeze, group_size
from bot.handlers.stress_check.views import analysis as views
from bot.rules.cases import Case, Decision
from bot.rules.people import Person, Role
from tests.fakes import NOW, POLICY, FakeLedger, appointment, click
from tests.handlers.stress_check import oracle_groups as oracle
from tests.handlers.stress_check.oracle_groups import SCALES, Taker, a_town, as_round

K = 5
DECIDED = replace(POLICY, stress_check=replace(POLICY.stress_check, group_decision="2026-05-01 no. 3"))
LEDGER = FakeLedger(policy=DECIDED)
SEEDS = st.integers(min_value=0, max_value=2**32)


def random(seed: int) -> Random:
    return Random(seed)  # noqa: S311 - it makes towns, no secrets


def unit(name: str, scores: Sequence[Sequence[int]], sex: str = "male", division: str = "D") -> list[Taker]:
    return [Taker(division, name, sex, tuple(one)) for one in scores]  # type: ignore[arg-type]


def mixed(size: int) -> list[tuple[int, int, int, int]]:
    """So many takers who did not all answer alike."""
    return [(5 + at % 3, 6 + at % 4, 7 + at % 2, 8 + at % 5) for at in range(size)]


def frozen_of(takers: Sequence[Taker], k: int = K) -> dict[str, Any]:
    return freeze(as_round(takers, k), LEDGER)


def as_bytes(body: Any) -> str:
    return json.dumps(body, sort_keys=True)


def atoms(body: dict[str, Any], takers: Sequence[Taker]) -> list[list[Taker]]:
    return [[one for one in takers if one.unit in row["units"]] for row in body["groups"]]


def hidden(body: dict[str, Any], takers: Sequence[Taker]) -> list[Taker]:
    units = {name for _, name in body["hidden"]}
    return [one for one in takers if one.unit in units]


def same_groups(body: dict[str, Any], takers: Sequence[Taker]) -> Iterator[list[Taker]]:
    yield from atoms(body, takers)
    yield hidden(body, takers)


# ---- the numbers ----


@settings(max_examples=120, deadline=None)
@given(SEEDS)
def test_every_figure_is_what_the_published_formula_gives_person_by_person(seed: int) -> None:
    takers = a_town(random(seed))
    body = frozen_of(takers)

    found = atoms(body, takers)
    for row, group in zip(body["groups"], found, strict=True):
        assert {name: row[name] for name in ("means", "risks")} == oracle.figures([group], K)
    for row in body["divisions"]:
        inside = [group for group in found if group[0].division == row["division"]]
        assert {name: row[name] for name in ("means", "risks")} == oracle.figures(inside, K)
    rest = hidden(body, takers)
    whole = [*found, *([rest] if len(rest) >= K else [])]
    everybody = body["organisation"]
    assert bool(everybody) is bool(whole)
    if whole:
        assert {name: everybody[name] for name in ("means", "risks")} == oracle.figures(whole, K)


@settings(max_examples=120, deadline=None)
@given(SEEDS)
def test_units_stand_alone_or_together_inside_their_division_or_are_hidden(seed: int) -> None:
    takers = a_town(random(seed))
    body = frozen_of(takers)

    sizes = {name: sum(one.unit == name for one in takers) for name in {one.unit for one in takers}}
    home = {one.unit: one.division for one in takers}
    given_units = [name for row in body["groups"] for name in row["units"]]
    assert sorted([*given_units, *(name for _, name in body["hidden"])]) == sorted(sizes)
    for row in body["groups"]:
        assert {home[name] for name in row["units"]} == {row["division"]}
        assert sum(sizes[name] for name in row["units"]) >= K
        assert sum(sizes[name] >= K for name in row["units"]) <= 1
        least, most = row["band"]
        assert least <= sum(sizes[name] for name in row["units"]) <= (most or 10**6)
    for division, _ in body["hidden"]:
        assert sum(n for name, n in sizes.items() if home[name] == division) < K


def test_one_group_by_hand() -> None:
    body = frozen_of([*unit("U", [(12, 3, 3, 3), (11, 4, 4, 4), (10, 5, 5, 5), (9, 6, 6, 6), (8, 7, 7, 7)])])

    (row,) = body["groups"]
    assert row["means"] == {"quantity": 10.0, "control": 5.0, "supervisor": 5.0, "coworker": 5.0}
    assert row["risks"] == {"a": 143, "b": 172, "total": 246}  # exp(1.3*.076+2.9*.089), exp((2.5+3.1)*.097)
    assert row["band"] == [5, 9]
    assert body["divisions"] == []  # it would be the same figure twice


def test_the_national_means_are_a_hundred_for_both_sexes() -> None:
    chart = charts.chart()
    for sex in Sex:
        for pair in charts.PAIRS.values():
            means = {key: charts.Fraction(repr(chart.factors(sex)[key].mean)) for key in pair}
            assert charts.whole(chart.risk(sex, means)) == charts.NATIONAL


def test_the_coefficients_are_those_of_the_sources() -> None:
    for sex, table in ((Sex.MALE, oracle.MEN), (Sex.FEMALE, oracle.WOMEN)):
        read = {key: (one.mean, one.weight) for key, one in charts.chart().factors(sex).items()}
        assert read == table


def test_the_four_scales_are_scored_as_the_chart_wants_them() -> None:
    scales = {one.key: one for one in questionnaire().scales}
    for key in SCALES:
        assert list(scales[key].reach()) == list(range(charts.LOWEST, charts.HIGHEST + 1))
        assert (scales[key].base, scales[key].plus) == (15, ())  # the sum of five less each answer


@pytest.mark.parametrize(
    ("old", "new", "path"),
    [
        ("[female]", "[women]", "female"),
        ("weight = 0.076", "weight = 'x'", "male.quantity.weight"),
        ("noticed_above = 120", "", "noticed_above"),
        ("coworker = { mean = 8.1, weight = -0.097 }\n", "", "male"),
    ],
)
def test_a_broken_table_is_named_by_its_place(tmp_path: Any, old: str, new: str, path: str) -> None:
    text = charts.FILE.read_text(encoding="utf-8")
    assert old in text
    broken = tmp_path / "chart.toml"
    broken.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(Misconfigured) as raised:
        charts.load(broken)
    assert any(mistake.startswith(path) for mistake in raised.value.mistakes)


# ---- what nobody can work out ----


def shuffled(group: Sequence[Taker], chance: Random) -> list[Taker]:
    """The same answers to each question, at other people of the group."""
    columns = [chance.sample(column, len(column)) for column in zip(*(one.scores for one in group), strict=True)]
    return [one._replace(scores=scores) for one, scores in zip(group, zip(*columns, strict=True), strict=True)]  # type: ignore[arg-type]


def parts_nobody_sees_into(body: dict[str, Any], takers: Sequence[Taker]) -> Iterator[list[Taker]]:
    """The groups, or the sexes inside them where both are groups; the hidden units together."""
    for group in same_groups(body, takers):
        women = [one for one in group if one.sex == "female"]
        men = [one for one in group if one.sex != "female"]
        yield from (men, women) if min(len(men), len(women)) >= K else (group,)


def tells_apart(takers: Sequence[Taker], seed: int) -> bool:
    """Whether any figure changes when people inside such a part have each other's answers."""
    body, chance = frozen_of(takers), random(seed)
    after = [one for part in parts_nobody_sees_into(body, takers) for one in shuffled(part, chance)]
    return as_bytes(frozen_of(after)) != as_bytes(body)


def lets_out_the_small(takers: Sequence[Taker], seed: int) -> bool:
    """Whether any figure changes with the answers of hidden units that are too few even together."""
    body, chance = frozen_of(takers), random(seed)
    small = hidden(body, takers)
    if len(small) >= K:
        return False
    others = [one for one in takers if one not in small]
    after = [*others, *(one._replace(scores=tuple(chance.randint(3, 12) for _ in SCALES)) for one in small)]  # type: ignore[arg-type]
    return as_bytes(frozen_of(after)) != as_bytes(body)


def lets_out_the_alike(takers: Sequence[Taker]) -> bool:
    """Whether any figure changes with the one answer that all of a group gave."""
    body = frozen_of(takers)
    for group in same_groups(body, takers):
        for at, scale in enumerate(SCALES):
            if group and not oracle.differ(group, scale):
                inside = {one.unit for one in group}
                after = [
                    one._replace(scores=(*one.scores[:at], 11, *one.scores[at + 1 :])) if one.unit in inside else one
                    for one in takers
                ]  # type: ignore[arg-type]
                if as_bytes(frozen_of(after)) != as_bytes(body):
                    return True
    return False


@settings(max_examples=150, deadline=None)
@given(SEEDS)
def test_no_figure_and_no_difference_of_figures_depends_on_who_in_a_group_answered_what(seed: int) -> None:
    takers = a_town(random(seed))

    assert not tells_apart(takers, seed)
    assert not lets_out_the_small(takers, seed)
    assert not lets_out_the_alike(takers)


def everything_counts(groups_answers: Any) -> tuple[float, ...]:
    return tuple(answer for answers in groups_answers for answer in answers)


REAL_GROUPS = frozen.groups


def counts_all(divisions: Any, k: int) -> Any:
    found = REAL_GROUPS(divisions, k)
    return replace(found, hidden=replace(found.hidden, counted=True))


WRONG: dict[str, dict[str, Callable[..., Any]]] = {
    "men and women apart, however few": {"_apart": lambda atom, scales, k: True},
    "totals over all that answered alike": {"counted_answers": everything_counts},
    "a risk where a mean is hidden": {"figure_may_be_shown": lambda answers: True},
    "small units count in the whole": {"groups": counts_all},
    "groups that are too small": {"groups": lambda divisions, k: REAL_GROUPS(divisions, k - 2)},
}


def too_small(takers: Sequence[Taker]) -> bool:
    return any(len(group) < K for group in atoms(frozen_of(takers), takers))


@pytest.mark.parametrize("wrong", WRONG)
def test_every_wrong_way_is_caught(wrong: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, put in WRONG[wrong].items():
        monkeypatch.setattr(frozen, name, put)

    towns = [a_town(random(seed)) for seed in range(60)]
    assert any(
        tells_apart(takers, seed) or lets_out_the_small(takers, seed) or lets_out_the_alike(takers) or too_small(takers)
        for seed, takers in enumerate(towns)
    )


@settings(max_examples=60, deadline=None)
@given(SEEDS)
def test_it_is_the_same_bytes_whatever_the_order_and_however_often(seed: int) -> None:
    chance = random(seed)
    takers = a_town(chance)
    body = frozen_of(takers)

    assert json.dumps(frozen_of(takers)) == json.dumps(body)
    assert json.dumps(frozen_of(chance.sample(takers, len(takers)))) == json.dumps(body)


def test_there_are_no_counts_no_sexes_and_no_verdicts_in_it() -> None:
    body = frozen_of(a_town(random(3)))

    def keys(value: Any) -> Iterator[str]:
        if isinstance(value, dict):
            yield from value
            yield from (key for one in value.values() for key in keys(one))
        if isinstance(value, list):
            yield from (key for one in value for key in keys(one))

    assert set(keys(body)) == {
        "group_size", "groups", "divisions", "organisation", "hidden", "division", "units", "band", "means", "risks",
        "a", "b", "total", *SCALES,
    }  # fmt: skip
    bands = [tuple(row["band"]) for row in [*body["groups"], *body["divisions"], body["organisation"]]]
    assert set(bands) <= {(5, 9), (10, 19), (20, 49), (50, None)}


# ---- small units, sizes, who was asked ----


def test_small_units_are_put_together_and_the_rest_of_a_small_division_is_hidden() -> None:
    takers = [
        *unit("A", mixed(3)), *unit("B", mixed(4)), *unit("C", mixed(8)), *unit("X", mixed(2), division="E"),
        *unit("Y", mixed(1), division="E"),
    ]  # fmt: skip
    body = frozen_of(takers)

    assert [row["units"] for row in body["groups"]] == [["A", "B"], ["C"]]
    assert body["hidden"] == [["E", "X"], ["E", "Y"]]
    assert [row["division"] for row in body["divisions"]] == ["D"]
    assert body["divisions"][0]["means"] == body["organisation"]["means"]  # without the three who are hidden


def test_a_group_that_answered_alike_has_no_mean_no_risk_and_is_in_no_other_figure() -> None:
    alike = [(9, *one[1:]) for one in mixed(6)]
    body = frozen_of([*unit("A", alike), *unit("B", mixed(7))])

    first, second = body["groups"]
    assert first["means"]["quantity"] is None
    assert (first["risks"]["a"], first["risks"]["total"]) == (None, None)
    assert first["risks"]["b"] is not None
    assert body["divisions"][0]["means"]["quantity"] == second["means"]["quantity"]
    assert body["divisions"][0]["risks"]["a"] == second["risks"]["a"]


def test_below_ten_only_by_the_committees_decision_and_never_less_than_the_round_fixed() -> None:
    takers = unit("A", mixed(7))
    for policy, fixed, size in ((DECIDED, 5, 5), (DECIDED, 10, 10), (POLICY, 5, 10), (POLICY, 12, 12)):
        ledger = FakeLedger(policy=policy)
        assert group_size(as_round(takers, fixed), ledger) == size
        assert bool(freeze(as_round(takers, fixed), ledger)["groups"]) is (size <= 7)


def test_a_unit_of_which_nobody_took_it_is_not_told_apart() -> None:
    rows = [Person("U1", "One", "A", division="D"), Person("U2", "Two", "Q", division="D")]
    ledger = replace(LEDGER, rows=rows)
    asked = {"invited": ["U1", "U2", "paper:1"], "added_people": [{"key": "paper:1", "unit": "Z", "division": "F"}]}
    body = freeze(as_round(unit("A", mixed(7)), **asked), ledger)

    assert [row["units"] for row in body["groups"]] == [["A", "Q"]]
    assert body["hidden"] == [["F", "Z"]]
    alone = freeze(as_round(unit("A", mixed(7))), ledger)
    assert [(row["means"], row["risks"], row["band"]) for row in body["groups"]] == [
        (row["means"], row["risks"], row["band"]) for row in alone["groups"]
    ]


def test_a_unit_without_a_division_is_one_of_its_own() -> None:
    body = frozen_of([*unit("A", mixed(3), division=""), *unit("B", mixed(3), division="")])

    assert body["groups"] == []
    assert body["hidden"] == [["A", "A"], ["B", "B"]]
    assert body["organisation"]["band"] == [5, 9]  # together they are enough


def test_a_round_that_nobody_took_has_nothing_to_show() -> None:
    body = frozen_of([])

    assert (body["groups"], body["organisation"]) == ([], {})
    assert analysis.nothing_shown(body)


# ---- ordered, provided, read ----


def why(found: Decision | Refused) -> str:
    return found.reason if isinstance(found, Refused) else ""


OFFICES = (
    appointment("U0IMPLEMENTER", Role.IMPLEMENTER), appointment("U0JOINT", Role.JOINT_CLERK),
    appointment("U0AFFAIRS", Role.AFFAIRS_STAFF), appointment("U0DIGEST", Role.DIGEST_READER),
)  # fmt: skip
TOWN = replace(LEDGER, roster=OFFICES)


def ordered(round_: Case) -> Case:
    decision = analysis.order(round_, TOWN, NOW)
    assert isinstance(decision, Decision)
    assert decision.body is not None
    return replace(round_, body=decision.body)


def test_the_order_is_a_duty_of_the_joint_clerk_with_its_reminders() -> None:
    round_ = as_round(unit("A", mixed(12)))
    decision = analysis.order(round_, TOWN, NOW)

    assert isinstance(decision, Decision)
    assert (decision.body or {})["analysis_ordered_on"] == "2026-09-02"
    assert [(notice.recipient, notice.topic) for notice in decision.notices] == [("U0JOINT", "preview_analysis")]
    assert [deadline.kind for deadline in decision.deadlines] == ["stress_groups"] * 2
    assert why(analysis.order(ordered(round_), TOWN, NOW)) == "stress-analysis-ordered-already"
    assert why(analysis.order(replace(round_, state="over"), TOWN, NOW)) == "stress-analysis-late"


def test_not_provided_the_joint_clerk_is_asked_again_and_again_provided_never() -> None:
    round_ = ordered(as_round(unit("A", mixed(12))))
    first, second = analysis.order(as_round([]), TOWN, NOW).deadlines  # type: ignore[union-attr]

    reminded = analysis.on_stage(round_, first, TOWN, NOW)
    assert reminded is not None
    assert [notice.recipient for notice in reminded.notices] == ["U0JOINT"]
    assert reminded.deadlines == ()
    again = analysis.on_stage(round_, second, TOWN, NOW)
    assert again is not None
    assert [deadline.stage for deadline in again.deadlines] == [3]
    there = Case("stress_check/analysis//2026", "stress_check", "analysis", "provided", 1, "2026-09", "v1", "2026")
    assert analysis.on_stage(round_, second, replace(TOWN, cases=[there]), NOW) is None


def test_it_is_provided_once_as_it_was_frozen_and_both_readers_hear_of_it() -> None:
    round_ = ordered(as_round(unit("A", mixed(12))))
    decision = analysis.provide(round_, TOWN, NOW)

    assert isinstance(decision, Decision)
    (given_,) = decision.spawns
    later = {"provided_on": "2026-09-02", "published": False, "actions": []}
    assert given_.body == {**freeze(round_, TOWN), **later}
    assert decision.cancels == ("stress_groups",)
    assert {(notice.recipient, notice.topic) for notice in decision.notices} == {
        ("U0AFFAIRS", "analysis"), ("U0DIGEST", "analysis"),
    }  # fmt: skip
    there = Case(given_.id, "stress_check", "analysis", "provided", 1, "2026-09", "v1", "2026", given_.body)
    assert why(analysis.provide(round_, replace(TOWN, cases=[there]), NOW)) == "stress-analysis-there"
    assert analysis.facts(there, TOWN, NOW) == {"ordered": True, "submitted": True, "published": False}
    published = analysis.publish(True, there)
    assert isinstance(published, Decision)
    assert analysis.facts(replace(there, body=published.body or {}), TOWN, NOW)["published"]
    assert why(analysis.publish(False, there)) == "stress-analysis-as-it-is"


def test_only_an_order_of_the_round_makes_it_ordered() -> None:
    round_ = as_round([])

    assert analysis.facts(round_, TOWN, NOW) == {"ordered": False}
    assert analysis.facts(ordered(round_), TOWN, NOW) == {"ordered": True}
    assert analysis.facts(replace(round_, kind="check"), TOWN, NOW) == {}


# ---- as text ----


def test_every_group_is_told_in_numbers_and_words_and_hidden_ones_with_their_reason() -> None:
    takers = [*unit("市民課", mixed(12)), *unit("税務課", mixed(3)), *unit("建設課", mixed(2), division="E")]
    body = freeze(as_round(takers, 10), FakeLedger())
    case = Case("a" * 32, "stress_check", "analysis", "provided", 1, "2026-09", "v1", "2026",
                {**body, "provided_on": "2026-10-01", "published": False, "actions": []})  # fmt: skip
    told = json.dumps(views.shown(click(), case, 0, office=True, keeping=True), ensure_ascii=False)

    for words in ("市民課、税務課を合わせた集まり", "10人から19人", "仕事の量：", "総合のリスク：", "全国の平均",
                  "部門の中で合わせても10人に届かない", "・E 建設課", "参考値",
                  "stress_check.group_picture"):  # fmt: skip
        assert words in told, words
    assert [word for word in ("男", "女", "高ストレス", "12人", "15人") if word in told] == []


def test_where_nothing_may_be_shown_there_is_a_sentence_and_no_picture() -> None:
    body = freeze(as_round(unit("A", mixed(4)), 10), FakeLedger())
    case = Case("a" * 32, "stress_check", "analysis", "provided", 1, "2026-09", "v1", "2026",
                {**body, "provided_on": "2026-10-01", "published": True, "actions": []})  # fmt: skip
    for language, words in (("ja", "示せる数がありません"), ("en", "There is no figure that can be shown")):
        told = json.dumps(
            views.shown(click(language=language), case, 0, office=False, keeping=False), ensure_ascii=False
        )
        assert words in told
        assert "group_picture" not in told


def test_a_hundred_groups_with_long_names_are_turned_page_by_page_within_slacks_limits() -> None:
    takers = [
        one for n in range(120) for one in unit(f"{n:03}" + "長い名前の所属" * 20, mixed(10), division=f"D{n:03}")
    ]
    body = freeze(as_round(takers, 10), FakeLedger())
    case = Case("a" * 32, "stress_check", "analysis", "provided", 1, "2026-09", "v1", "2026",
                {**body, "provided_on": "2026-10-01", "published": False, "actions": []})  # fmt: skip
    first, second = (views.shown(click(), case, page, office=True, keeping=True) for page in (0, 1))
    for view in (first, second):
        assert len(view["blocks"]) <= 100
        assert all(len(block["text"]["text"]) < 3000 for block in view["blocks"] if block["type"] == "section")
    told = [json.dumps(view, ensure_ascii=False) for view in (first, second)]
    assert sum(f"{n:03}長" in told[0] for n in range(120)) + sum(f"{n:03}長" in told[1] for n in range(120)) == 120


@pytest.mark.parametrize(("mean", "full"), [(3.0, 0), (12.0, 10), (7.5, 5), (3.4, 0), (11.9, 10)])
def test_the_bar_says_what_the_number_says(mean: float, full: int) -> None:
    assert views.bar(mean) == "■" * full + "□" * (10 - full)
