"""The pictures: the same bytes for the same figures, every character drawable, outward good, nothing that is hidden."""

import asyncio
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from itertools import combinations
from math import exp, log
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot import pictures
from bot.handlers.hr_digest.views import picture as digest
from bot.handlers.stress_check.chart import PAIRS, chart
from bot.handlers.stress_check.questionnaire import Sex, questionnaire
from bot.handlers.stress_check.rules.frozen import freeze
from bot.handlers.stress_check.views import picture as views
from bot.picture_text import LOST, drawable, folded
from bot.pictures import Bars, Picture, png
from bot.rules.cases import Case
from tests.fakes import POLICY, FakeLedger, click
from tests.handlers.stress_check.cases import check_case
from tests.handlers.stress_check.oracle_groups import Taker, as_round

LANGUAGES = ("ja", "en")
PNG = b"\x89PNG\r\n\x1a\n"
DIGEST: dict[str, Any] = {
    "month": "2026-08", "k": 10, "only_totals": [], "leads": [], "dates": [],
    "flows": [
        {"flow": "peer_support", "total": 34, "cells": [["work", 15], ["private", None]], "promises": []},
        {"flow": "harassment", "total": None, "cells": [], "promises": []},
        {"flow": "stress_check", "total": 21, "cells": [["interview", 11], ["clinic", None]], "promises": []},
    ],
}  # fmt: skip


def check(points: int = 3) -> Case:
    """A taken check, every scale at these points."""
    found = check_case("taken", FakeLedger(), date(2026, 9, 7))
    scales = {key: {**one, "points": points} for key, one in found.body["score"]["scales"].items()}
    return replace(found, body={**found.body, "score": {**found.body["score"], "scales": scales}})


def analysis() -> Case:
    """Groups of a round, one of them with a name that only the supplementary plane has."""
    sizes = (("市民部", "市民課", 14), ("総務部", "𠮷野分室", 12), ("建設部", "建設課", 4), ("教育$x$", "a_{b}課", 11))
    takers = [
        Taker(division, unit, "female" if at % 3 else "male", (5 + at % 7, 4 + at % 6, 6 + at % 5, 7 + at % 4))
        for division, unit, size in sizes
        for at in range(size)
    ]
    body = {**freeze(as_round(takers), FakeLedger()), "provided_on": "2026-12-01", "published": False, "actions": []}
    return Case("a1", "stress_check", "analysis", "provided", 1, "2026-12", "v1", "2026", body)


def specs(language: str) -> dict[str, Picture]:
    """Every kind of picture in a language."""
    reader = click(language=language)
    bars = digest.picture(reader.say, language, DIGEST, POLICY)
    assert bars is not None
    return {"own": views.own(reader, check()), "groups": views.groups(reader, analysis()), "digest": bars}


def words(part: object) -> Iterator[str]:
    """Every text of a picture."""
    if isinstance(part, str):
        yield part
    elif is_dataclass(part):
        for one in fields(part):
            yield from words(getattr(part, one.name))
    elif isinstance(part, list | tuple):
        for one in part:
            yield from words(one)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["own", "groups", "digest"])
def test_the_same_picture_has_the_same_bytes_and_holds_no_date(kind: str, language: str) -> None:
    drawn = png(specs(language)[kind])
    assert drawn == png(specs(language)[kind])
    assert drawn.startswith(PNG)
    assert not any(chunk in drawn for chunk in (b"tEXt", b"iTXt", b"tIME", b"matplotlib"))
    assert len(drawn) < 1_000_000


async def test_several_at_once_are_drawn_alike() -> None:
    picture = specs("ja")["own"]
    drawn = await asyncio.gather(*(asyncio.to_thread(png, picture) for _ in range(3)))
    assert set(drawn) == {png(picture)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_font_has_every_character_of_every_label(language: str) -> None:
    for picture in specs(language).values():
        assert [text for text in words(picture) if drawable(text) != text] == []
    scales = " ".join(scale.ja + scale.en for scale in questionnaire().scales)
    assert drawable(scales) == scales


def test_rare_names_are_drawn_and_what_no_font_has_is_marked() -> None:
    assert drawable("𠮷野家") == "𠮷野家"
    assert drawable("a\U0001f600b") == f"a{LOST}b"
    assert png(Bars("\U0001f600", "$x^", [("𠮷", [("\\alpha$", 3)])])).startswith(
        PNG
    )  # neither a warning nor a formula


def test_neutral_in_name_and_title_and_without_anybody_s_name() -> None:
    assert pictures.FILE_NAME == pictures.TITLE == "chart.png"
    assert not any("石川" in text or "U0" in text for picture in specs("ja").values() for text in words(picture))


def test_a_profile_has_all_scales_once_with_the_points_of_the_words() -> None:
    picture = views.own(click(), check(points=5))
    spokes = [spoke for area in picture.areas for spoke in area.spokes]
    assert [name for name, _ in spokes] == [scale.ja for scale in questionnaire().scales]
    assert {points for _, points in spokes} == {5}
    assert (picture.levels[0], picture.levels[-1]) == ("負担あり", "良好")
    assert "外側ほど良好" in picture.caption


def test_hidden_groups_are_not_in_the_chart_and_every_letter_is_told() -> None:
    body = analysis().body
    picture = views.groups(click(), analysis())
    told = dict(picture.legend)
    assert len(told) == len(body["groups"]) + 1
    assert not any("建設課" in text for text in words(picture))
    assert all({letter for letter, *_ in half.spots} <= told.keys() for half in picture.halves)
    assert "𠮷野分室" in " ".join(told.values())


def test_a_line_joins_what_has_the_risk_it_names() -> None:
    """Independent of the drawing: along a line the middle of both sexes' risks is the number at its end."""
    picture = views.groups(click(), analysis())
    for half, (across, up) in zip(picture.halves, PAIRS.values(), strict=True):
        for slope in half.slopes:
            x = 7.0
            y = (slope.at - slope.across * x) / slope.up
            risks = [chart().risk(sex, {across: x, up: y}) for sex in Sex]  # type: ignore[dict-item]
            assert exp(sum(log(risk) for risk in risks) / len(risks)) == pytest.approx(float(slope.name))


def test_a_digest_with_nothing_to_read_has_no_picture() -> None:
    hidden = {**DIGEST, "flows": [{**one, "total": None, "cells": []} for one in DIGEST["flows"]]}
    assert digest.picture(click().say, "ja", hidden, POLICY) is None
    assert not digest.has_one(hidden)
    assert digest.has_one(DIGEST)


def test_hidden_cells_are_in_no_bar() -> None:
    picture = specs("ja")["digest"]
    assert isinstance(picture, Bars)
    assert [(heading, [n for _, n in counts]) for heading, counts in picture.groups] == [
        ("ピアサポート", [34, 15]),
        ("健康についての面談などの希望", [21, 11]),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["own", "groups", "digest"])
def test_no_words_leave_the_sheet_or_lie_on_each_other(
    kind: str, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure
    from matplotlib.text import Text

    drawn: list[Figure] = []
    monkeypatch.setattr(Figure, "savefig", lambda figure, *_, **__: drawn.append(figure))
    png(specs(language)[kind])
    (figure,) = drawn
    FigureCanvasAgg(figure).draw()
    texts = [one for one in figure.findobj(Text) if one.get_visible() and one.get_text().strip()]
    boxes = [(one.get_text(), one.get_window_extent()) for one in texts]
    sheet = figure.bbox
    assert [words for words, box in boxes if min(box.min) < 0 or box.x1 > sheet.x1 or box.y1 > sheet.y1] == []
    assert [(a, b) for (a, one), (b, other) in combinations(boxes, 2) if one.overlaps(other)] == []


@pytest.mark.parametrize("places", [14, 20])
def test_a_word_that_fits_a_line_is_not_broken(places: int) -> None:
    for scale in questionnaire().scales:
        assert folded(scale.en, places).replace("-\n", "-").replace("\n", " ") == scale.en
    assert folded("家族・友人からのサポート", 14).split("\n") == ["家族・", "友人からの", "サポート"]
    assert folded("自覚的な身体的負担度", 14).split("\n") == ["自覚的な", "身体的負担度"]


@settings(max_examples=60)
@given(text=st.text("ab c-（）。アイ漢字𠮷", max_size=40), places=st.integers(2, 30))
def test_folding_loses_no_character(text: str, places: int) -> None:
    assert "".join(folded(text, places).split()) == "".join(text.split())


def test_nothing_of_the_library_is_loaded_before_something_is_drawn() -> None:
    program = "import sys, bot.app, scheduler.pictures; print([m for m in sys.modules if 'matplotlib' in m])"
    root = Path(__file__).parent.parent
    run = subprocess.run([sys.executable, "-c", program], cwd=root, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_it_draws_where_no_home_can_be_written(tmp_path: Path) -> None:
    program = "from bot.pictures import Bars, png; print(len(png(Bars('t', 'c', [('h', [('w', 3)])]))))"
    root = Path(__file__).parent.parent
    nowhere = {"HOME": "/proc/none", "TMPDIR": str(tmp_path), "PATH": "/usr/bin:/bin"}
    command = [sys.executable, "-c", program]
    run = subprocess.run(command, cwd=root, env=nowhere, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr) == (0, "")
