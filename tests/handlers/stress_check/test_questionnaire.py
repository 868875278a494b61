"""The questionnaire's words and tables: the official form's to the letter, English for each, and no half-right data."""

from hashlib import sha256
from pathlib import Path

import pytest

from bot.errors import Misconfigured
from bot.handlers.stress_check.questionnaire import FILE, AreaKey, Sex, load, questionnaire
from tests.handlers.stress_check import oracle_stress as oracle

FORM = questionnaire()
# Of each area's name, lead, answers and items, in order. Only another official form may change them.
AS_PRINTED: dict[AreaKey, str] = {
    "A": "bb14e1afaafbac32407c6b3407aaba5f523a8751d9c89d0ae958edc1e421434f",
    "B": "38a684385236bb9a7955eddc0ef12feb516528f6e14475ac44fcbf9052e0d461",
    "C": "5025ccd759770ddb247f7ef4c7eb4c4da471062cfb14c6367c5a412765e28c45",
    "D": "41f1afb7f2a6779a8475bfbd61a325b39f43cb7a4a0ff8187e04dc1d51f61007",
}
SCALES_AS_PRINTED = "e10f9f135a7bcb1503a8a33735a5368001fec7cbf3eb483a6c8d74e12e29ed5f"
QUANTITY = "[[3, 5], [6, 7], [8, 9], [10, 11], [12, 12]]\nfemale = [[3, 4], [5, 6], [7, 9]"
A_SCALE_TOO_MANY = (
    '[[scales]]\nkey = "quantity"\nja = "x"\nen = "x"\narea = "A"\nbase = 1\nhigh = "good"\n'
    "male = [[1, 1], [], [], [], []]\nfemale = [[1, 1], [], [], [], []]\n"
)
WRONG = [
    ("[areas.D]", "[areas.E]", "areas.E"),
    ('en = "Job stressors"\n', "", "areas.A.en: "),
    ('en = "Job stressors"', 'en = "Job stressors"\nfr = "x"', "areas.A.fr: "),
    ('    { ja = "ちがう", en = "Not at all" },\n', "", "areas.A.answers"),
    ('    { key = "A2", ja', '    { key = "A1", ja', "areas.A.items: must be A1 to A17 in this order"),
    ('en = "I have felt sad"', 'en = " "', "areas.B.items.B18: must have words in both languages"),
    ('ja = "悲しいと感じる"', 'ja = ""', "areas.B.items.B18: must have words in both languages"),
    ('stem = "rely", ja = "上司"', 'stem = "trust", ja = "上司"', "areas.C.items.C4.stem: is not one of areas.C.stems"),
    ('en = "I have been lively", reversed = true', 'en = "I have been lively"', "scales.vigor.high: does not go with"),
    ('plus = ["B1", "B2", "B3"]\nhigh = "good"', 'plus = ["B1", "B2", "B3"]\nhigh = "bad"', "scales.9.high: "),
    ('plus = ["B1", "B2", "B3"]\nhigh = "good"', 'plus = ["B1", "B2", "B3"]\nhigh = "stressful"', "scales.vigor.high"),
    ('key = "quality"', 'key = "quantity"', "scales: must be 19, each with a key of its own"),
    ("[[scales]]", f"{A_SCALE_TOO_MANY}[[scales]]", "scales: must be 19, each with a key of its own"),
    ("male = [[], [1, 1]", "male = [[7], [1, 1]", "scales.physical.male: must cover 1 to 4 in order, each once"),
    ('minus = ["A7"]', 'minus = ["A8"]', "scales: A7 must stand in exactly one"),
    ('minus = ["A7"]', 'minus = ["A8"]', "scales: A8 must stand in exactly one"),
    ('minus = ["A7"]', 'minus = ["A18"]', "scales: A18 is not an item"),
    ('minus = ["A7"]', 'minus = ["C1"]', "scales.physical: C1 is not of area A"),
    ("base = 10\nplus", "base = 11\nplus", "scales.interpersonal.male: must cover 4 to 13 in order, each once"),
    (QUANTITY, QUANTITY.replace("[6, 7]", "[7, 7]"), "scales.quantity.male: must cover 3 to 12 in order"),  # a gap
    (QUANTITY, QUANTITY.replace("[6, 7]", "[5, 7]"), "scales.quantity.male: must cover 3 to 12 in order"),  # twice
    (QUANTITY, QUANTITY.replace("[12, 12]", "[]"), "scales.quantity.male: must cover 3 to 12 in order"),  # no end
    (QUANTITY, QUANTITY.replace("[12, 12]", "[12, 13]"), "scales.quantity.male: must cover 3 to 12 in"),  # too far
    (QUANTITY, QUANTITY.replace("[12, 12]", "[12]"), "scales.quantity.male: must cover 3 to 12 in order"),
    (QUANTITY, QUANTITY.replace("[7, 9]", "[7, 8]"), "scales.quantity.female: must cover 3 to 12 in order"),
    (QUANTITY, QUANTITY.replace(", [12, 12]", ""), "scales.0.male"),
    ("b_from = 77", "b_from = 63", "high_stress.sum.with_b_from: must be below b_from"),
    ("b_to = 12", "b_to = 17", "high_stress.conversion.with_b_to: must be above b_to"),
    ("b_to = 12", 'b_to = "twelve"', "high_stress.conversion.b_to: "),
    ("b_to = 12\n", "", "high_stress.conversion.b_to: "),
]  # fmt: skip


def digest(lines: list[str]) -> str:
    return sha256("\n".join(lines).encode()).hexdigest()


@pytest.mark.parametrize("name", AS_PRINTED)
def test_the_japanese_is_the_official_forms(name: AreaKey) -> None:
    area = FORM.areas[name]
    stems = {key: stem.ja for key, stem in area.stems.items()} | {"": ""}
    items = [f"{item.key} {stems[item.stem]} {item.ja}" for item in area.items]

    assert digest([area.ja, area.lead.ja, *(answer.ja for answer in area.answers), *items]) == AS_PRINTED[name]


def test_the_scales_have_the_official_names() -> None:
    assert digest([f"{scale.key} {scale.ja}" for scale in FORM.scales]) == SCALES_AS_PRINTED


def test_everything_has_an_english_text_that_says_what_it_is() -> None:
    areas = list(FORM.areas.values())
    texts = [*areas, *FORM.items, *FORM.scales]
    texts += [text for area in areas for text in (area.lead, *area.answers, *area.stems.values())]

    assert (FORM.translation.ja, FORM.translation.en) == ("参考訳", "reference translation")
    assert [text for text in texts if not text.en.strip() or not text.en.isascii()] == []
    assert len({(item.stem, item.en) for item in FORM.items}) == 57


def test_its_items_are_those_of_the_manual() -> None:
    turned = {f"{area}{number}" for area, numbers in oracle.TURNED.items() for number in numbers}

    assert {name: len(area.items) for name, area in FORM.areas.items()} == oracle.NUMBER_OF_ITEMS
    assert {item.key for item in FORM.items if item.reversed} == turned
    assert {item.key for item in FORM.items if item.stem} == {f"C{number}" for number in range(1, 10)}


def test_its_scales_are_those_of_the_manual_and_each_raw_score_has_one_column_for_each_sex() -> None:
    assert [scale.key for scale in FORM.scales] == list(oracle.MADE_OF)
    for scale in FORM.scales:
        area, *numbers = oracle.MADE_OF[scale.key]
        assert (scale.area, {*scale.plus, *scale.minus}) == (area, {f"{area}{number}" for number in numbers})
        assert (scale.high == "good") is (scale.key in oracle.MUCH_IS_GOOD)
        for sex, columns in zip(Sex, oracle.COLUMNS[scale.key], strict=True):
            assert len(scale.reach()) == len(columns)
            for raw in scale.reach():
                holding = [
                    at for at, band in enumerate(scale.bands(sex), start=1) if band and band[0] <= raw <= band[1]
                ]
                assert holding == [oracle.column(scale.key, sex, raw)], (scale.key, sex, raw)


@pytest.mark.parametrize(("right", "wrong", "told"), WRONG)
def test_wrong_data_are_refused_by_their_key_path(tmp_path: Path, right: str, wrong: str, told: str) -> None:
    text = FILE.read_text(encoding="utf-8")
    assert right in text
    (tmp_path / "form.toml").write_text(text.replace(right, wrong, 1), encoding="utf-8")

    with pytest.raises(Misconfigured) as caught:
        load(tmp_path / "form.toml")
    assert any(mistake.startswith(told) for mistake in caught.value.mistakes), caught.value.mistakes


def test_an_area_that_is_not_there_is_named(tmp_path: Path) -> None:
    before, rest = FILE.read_text(encoding="utf-8").split("[areas.D]")
    (tmp_path / "form.toml").write_text(before + rest[rest.index("[[scales]]") :], encoding="utf-8")

    with pytest.raises(Misconfigured) as caught:
        load(tmp_path / "form.toml")
    assert caught.value.mistakes == (
        "areas: must be A, B, C, D in this order", "scales: D1 is not an item", "scales: D2 is not an item",
    )  # fmt: skip


def test_every_mistake_is_named_at_once(tmp_path: Path) -> None:
    text = FILE.read_text(encoding="utf-8").replace("b_from = 77", "b_from = 1").replace("b_to = 12", "b_to = 99")
    (tmp_path / "form.toml").write_text(text.replace('en = "I have felt sad"', 'en = ""'), encoding="utf-8")

    with pytest.raises(Misconfigured) as caught:
        load(tmp_path / "form.toml")
    assert len(caught.value.mistakes) == 3


@pytest.mark.parametrize("content", [None, b"\xff", b"areas = ["])
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "form.toml").write_bytes(content)

    with pytest.raises(Misconfigured, match=r"^form\.toml: "):
        load(tmp_path / "form.toml")
