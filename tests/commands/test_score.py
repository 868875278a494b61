"""`score` on the host: every person or nobody, each mistake by line, person and item, and no answer in any of them."""

import json
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.commands.score import results
from bot.errors import Misconfigured
from bot.handlers.stress_check.scoring import Method
from tests.handlers.stress_check.oracle_stress import NUMBER_OF_ITEMS, expected
from tests.installation import program

KEYS = [f"{area}{number}" for area, count in NUMBER_OF_ITEMS.items() for number in range(1, count + 1)]
HEADER = ",".join(["id", "sex", *KEYS])
FIRST = {area: [1] * count for area, count in NUMBER_OF_ITEMS.items()}

sheets = st.fixed_dictionaries(
    {area: st.lists(st.integers(1, 4), min_size=count, max_size=count) for area, count in NUMBER_OF_ITEMS.items()}
)
sexes = st.sampled_from(["male", "female", None])


def as_json(answers: object = FIRST, sex: object = "male", **more: object) -> bytes:
    return json.dumps({"sex": sex, "answers": answers, **more}).encode()


def line(name: str = "P1", sex: str = "female", **cells: str) -> str:
    return ",".join([name, sex, *({key: "2" for key in KEYS} | cells).values()])


def as_csv(*lines: str, header: str = HEADER) -> bytes:
    return "\n".join([header, *lines, ""]).encode()


MARK = b"\xef\xbb\xbf"  # which Excel puts before UTF-8
NAN = float("nan")
LISTED = b"[" + as_json() + b"]"
FOUR_LISTS = "answers: must be an object of the lists A, B, C, D, and nothing else"
NOT_UTF8 = "line 1: the file is not UTF-8; save it as `CSV UTF-8` or as JSON in UTF-8"


def mistakes(raw: bytes) -> list[str]:
    with pytest.raises(Misconfigured) as caught:
        results(raw, Method.SUM)
    assert "SECRET" not in str(caught.value)
    return list(caught.value.mistakes)


@given(sheets, sexes, st.sampled_from(Method))
def test_one_person_in_json_scores_as_the_manual_says(
    sheet: dict[str, list[int]], sex: str | None, method: Method
) -> None:
    (found,) = results(as_json(sheet, sex), method)

    assert json.loads(found) == expected(sheet, sex, method)


@given(st.lists(st.tuples(sheets, sexes), min_size=1, max_size=4), st.sampled_from(Method))
def test_many_in_csv_score_as_each_alone(people: list[tuple[dict[str, list[int]], str | None]], method: Method) -> None:
    lines = [
        ",".join([f"P{at}", sex or "", *(str(one) for area in NUMBER_OF_ITEMS for one in sheet[area])])
        for at, (sheet, sex) in enumerate(people)
    ]

    assert results(as_csv(*lines), method) == [results(as_json(sheet, sex), method)[0] for sheet, sex in people]


def test_the_object_has_its_keys_in_order() -> None:
    found = json.loads(results(as_json(), Method.CONVERSION)[0])

    assert list(found) == ["sums", "scales", "points", "high_stress", "verdict"]
    assert list(found["sums"]) == list(found["points"]) == ["A", "B", "C"]
    assert list(found["high_stress"]) == ["sum", "conversion"]
    assert found["scales"]["quantity"] == {"raw": 12, "level": 5, "points": 1}
    assert len(found["scales"]) == 19


@pytest.mark.parametrize("sex", ["", "null"])
def test_who_would_rather_not_say_has_no_conversion(sex: str) -> None:
    assert results(as_csv(line(sex=sex)), Method.CONVERSION) == results(
        as_json({area: [2] * count for area, count in NUMBER_OF_ITEMS.items()}, None), Method.CONVERSION
    )


def test_what_excel_writes_is_read() -> None:
    windows = MARK + as_csv(line(), line("P2", A5=" 3 ")).replace(b"\n", b"\r\n") + b"\r\n\r\n"

    assert len(results(windows, Method.SUM)) == 2
    assert results(MARK + b" \n" + as_json(), Method.SUM) == results(as_json(), Method.SUM)


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (as_json(FIRST | {"A": [1] * 16}), ["answers.A: has 16 numbers instead of 17"]),
        (as_json(FIRST | {"B": [1] * 30}), ["answers.B: has 30 numbers instead of 29"]),
        (as_json(FIRST | {"C": [], "D": [1]}), [
            "answers.C: has 0 numbers instead of 9", "answers.D: has 1 numbers instead of 2",
        ]),
        (as_json(FIRST | {"D": "11"}), ["answers.D: must be a list of 2 numbers"]),
        (as_json(FIRST | {"D": None}), ["answers.D: must be a list of 2 numbers"]),
        (as_json(FIRST | {"D": [1, None]}), ["D2: no answer"]),
        *(
            (as_json(FIRST | {"D": [wrong, 1]}), ["D1: not a whole number from 1 to 4"])
            for wrong in (0, 5, -1, 2.5, 2.0, True, False, "2", "", "SECRET", [2], {}, 10**30, NAN, float("inf"))
        ),
        (as_json(FIRST | {"D": [0, None]}), ["D2: no answer", "D1: not a whole number from 1 to 4"]),
        *(
            (as_json(wrong), [FOUR_LISTS])
            for wrong in ([], None, "SECRET", {}, FIRST | {"SECRET": [1]}, {"A": [1] * 17})
        ),
        *(
            (as_json(sex=wrong), ['sex: must be "male", "female" or null'])
            for wrong in ("", "Male", "男", "SECRET", 1, True, [], {})
        ),
        (as_json(sex="SECRET", answers=[]), ['sex: must be "male", "female" or null', FOUR_LISTS]),
        *(
            (wrong, ["the file must be one object with sex and answers, and nothing else"])
            for wrong in (b"{}", b"[]", b'{"answers": {}}', b'{"sex": null}', as_json(SECRET=1), LISTED)
        ),
        (b'{"sex": null,\n "answers": SECRET}', ["line 2: is not valid JSON"]),
        (as_json()[:-1], ["line 1: is not valid JSON"]),
        (as_json() + as_json(), ["line 1: is not valid JSON"]),
        *(
            (wrong, ["the file is not valid JSON, or a key stands twice in it"])
            for wrong in (b'{"sex": null, ' + as_json()[1:], b"[" * 100_000, b"[" + b"1" * 5000 + b"]")
        ),
        (as_json().decode().encode("utf-16"), [NOT_UTF8]),
    ],
)  # fmt: skip
def test_a_json_with_a_mistake_is_refused_by_its_place(raw: bytes, told: list[str]) -> None:
    assert mistakes(raw) == told


NOT_A_NUMBER = ("0", "5", "-1", "2.5", "2.0", "1e0", "01", "+1", "true", "１", "②", "二", "SECRET", "1 2", "=1")


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (as_csv(line(B7="")), ["line 2, P1: B7: no answer"]),
        (as_csv(line(B7=" ", D2="\u3000")), ["line 2, P1: B7, D2: no answer"]),
        *((as_csv(line(B7=wrong)), ["line 2, P1: B7: not a whole number from 1 to 4"]) for wrong in NOT_A_NUMBER),
        (as_csv(line(B7="null")), ["line 2, P1: B7: not a whole number from 1 to 4"]),
        (as_csv(line(A1="", A3="SECRET", C9="9")), [
            "line 2, P1: A1: no answer", "line 2, P1: A3, C9: not a whole number from 1 to 4",
        ]),
        (as_csv(line() + ",2"), ["line 2, P1: has 60 cells instead of 59"]),
        (as_csv(line()[:-2]), ["line 2, P1: has 58 cells instead of 59"]),
        (as_csv("SECRET" * 99), ["line 2: id must be a text of 1 to 100 characters that can be shown",
                                 "line 2: has 1 cells instead of 59"]),
        *((as_csv(line(sex=wrong)), ["line 2, P1: sex must be male, female or empty"])
          for wrong in ("Male", "M", "男", "1", "SECRET", "None")),
        *((as_csv(line(wrong)), ["line 2: id must be a text of 1 to 100 characters that can be shown"])
          for wrong in ("", "  ", "\x1b[2JSECRET", "SECRET" * 17, '"SEC\tRET"', "SECRET\x00", "SECRET\u202e")),
        (as_csv(line(), line("P2"), line("P1")), ["line 4, P1: the id stands in line 2 already"]),
        (as_csv(line(" 佐藤"), "", line("佐藤 ")), ["line 4, 佐藤: the id stands in line 2 already"]),
        (as_csv(line(""), line("")), [
            f"line {at}: id must be a text of 1 to 100 characters that can be shown" for at in (2, 3)
        ]),
        (as_csv(line(A1="9"), line("P2", sex="x"), line("P1", D2="")), [
            "line 2, P1: A1: not a whole number from 1 to 4", "line 3, P2: sex must be male, female or empty",
            "line 4, P1: D2: no answer", "line 4, P1: the id stands in line 2 already",
        ]),
        (as_csv(line(A1="9"), '"SECRET'), [
            "line 2, P1: A1: not a whole number from 1 to 4", "line 3: cannot be read; is a quotation mark not closed?",
        ]),
        (as_csv(line(), "," * 58), [  # what a spreadsheet leaves behind might also be somebody
            "line 3: id must be a text of 1 to 100 characters that can be shown",
            f"line 3: {', '.join(KEYS)}: no answer",
        ]),
        (as_csv(), ["line 2: there is nobody in the file"]),
        (as_csv(line(), header=HEADER.replace("A3,", "")), ["line 1: the column A3 is missing"]),
        (as_csv(line(), header=HEADER.replace(",A3,", ",SECRET,")), [
            "line 1: the column A3 is missing", "line 1: column 5 is not known",
        ]),
        (as_csv(line(), header=HEADER.replace(",A3,", ",A2,")), [
            "line 1: the column A3 is missing", "line 1: the column A2 stands twice",
        ]),
        (as_csv(line(), header=HEADER.replace("A2,A3", "A3,A2")), [
            "line 1: the columns must stand as id, sex, A1 to D2",
        ]),
        (as_csv(line(), header=HEADER + ",E1"), ["line 1: column 60 is not known"]),
        (as_csv(line(), header=HEADER.lower()), [
            *(f"line 1: the column {key} is missing" for key in KEYS),
            *(f"line 1: column {at} is not known" for at in range(3, 60)),
        ]),
        (MARK * 2 + as_csv(line()), ["line 1: the column id is missing", "line 1: column 1 is not known"]),
        (b"", [f"line 1: the column {key} is missing" for key in HEADER.split(",")]),
        (as_csv(line("佐藤")).decode().encode("shift_jis"), [NOT_UTF8]),
        (as_csv(line()).decode().encode("utf-16"), [NOT_UTF8]),
    ],
)  # fmt: skip
def test_a_csv_with_a_mistake_is_refused_by_line_person_and_item(raw: bytes, told: list[str]) -> None:
    assert mistakes(raw) == told


def test_two_thousand_people_take_no_time() -> None:
    raw = as_csv(*(line(f"P{at}", ("male", "female", "")[at % 3], A1=str(at % 4 + 1)) for at in range(2000)))
    begun = time.process_time()

    assert len(results(raw, Method.CONVERSION)) == 2000
    assert time.process_time() - begun < 10


def test_it_needs_no_installation_and_prints_a_line_for_each(tmp_path: Path) -> None:
    (tmp_path / "round.csv").write_bytes(as_csv(line(), line("P2", sex=""), line("P3", sex="male")))

    by_sum, by_default = [program("score", "round.csv", *how, cwd=tmp_path) for how in (("--method", "sum"), ())]

    assert (by_sum.returncode, by_sum.stderr) == (by_default.returncode, by_default.stderr) == (0, "")
    assert [json.loads(one)["verdict"] for one in by_sum.stdout.splitlines()] == [False, False, False]
    assert [json.loads(one)["verdict"] for one in by_default.stdout.splitlines()] == [False, None, False]
    assert [path.name for path in tmp_path.iterdir()] == ["round.csv"]


def test_json_through_the_command_line(tmp_path: Path) -> None:
    (tmp_path / "one").write_bytes(as_json())

    done = program("score", "one", "--method", "conversion", cwd=tmp_path)

    found: dict[str, Any] = json.loads(done.stdout)
    assert (done.returncode, found) == (0, expected(FIRST, "male", "conversion"))


def test_one_mistake_and_nobody_has_a_result(tmp_path: Path) -> None:
    (tmp_path / "round.csv").write_bytes(as_csv(line("P1", A1="4"), line("P2", B7="", C1="7"), line("P3")))

    done = program("score", "round.csv", cwd=tmp_path)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines() == [
        "line 3, P2: B7: no answer", "line 3, P2: C1: not a whole number from 1 to 4",
    ]  # fmt: skip


@pytest.mark.parametrize("wrong", [("nowhere.csv",), (".",), ("round.csv", "--method", "both")])
def test_what_cannot_be_asked_ends_with_two(tmp_path: Path, wrong: tuple[str, ...]) -> None:
    (tmp_path / "round.csv").write_bytes(as_csv(line()))

    done = program("score", *wrong, cwd=tmp_path)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr
