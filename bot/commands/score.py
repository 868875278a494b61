"""Reads filled-in questionnaires from JSON or CSV, whole or not at all, and writes what they score (Aku 8).

A refusal names line, person and item, never an answer.
"""

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from io import StringIO
from typing import Any

from bot.errors import Misconfigured
from bot.handlers.stress_check.questionnaire import HIGHEST, LOWEST, Questionnaire, Sex, questionnaire
from bot.handlers.stress_check.rules.sheets import as_json
from bot.handlers.stress_check.scoring import Method, Sheet, score, unanswered, unusable

NUMBERS = {str(number): number for number in range(LOWEST, HIGHEST + 1)}
SEXES = {sex.value: sex for sex in Sex}
UNSAID = {"", "null"}
"""What stands in a CSV's `sex` for who would rather not say it (S4)."""
LONGEST_ID = 100


@dataclass(frozen=True)
class Line:
    """Somebody in a CSV: at which line, under which id, with what beside the form's own items."""

    number: int
    id: str
    sheet: Sheet
    extra: Mapping[str, int] = field(default_factory=dict)


def results(raw: bytes, method: Method) -> list[str]:
    """One JSON object for each person of the file, in its order.

    Raises Misconfigured with a sentence for every mistake; then nobody has a result.
    """
    form = questionnaire()
    found = (score(sheet, form, method) for sheet in read(raw, form))
    return [json.dumps(as_json(one) | {"verdict": one.verdict}) for one in found]


def read(raw: bytes, form: Questionnaire) -> tuple[Sheet, ...]:
    """The sheets of a file in UTF-8 (Excel's mark is allowed): one as JSON, or one in each line of CSV.

    Raises Misconfigured with a sentence for every mistake.
    """
    text = _text(raw)
    if text.lstrip().startswith(("{", "[")):
        return (_from_json(text, form),)
    return tuple(line.sheet for line in _from_csv(text, form))


def read_lines(raw: bytes, form: Questionnaire, added: Sequence[str]) -> tuple[Line, ...]:
    """The lines of a CSV in UTF-8 with the columns `added` after the form's own; no mistake says anybody's id.

    Raises Misconfigured with a sentence for every mistake.
    """
    return _from_csv(_text(raw), form, added, named=False)


def _text(raw: bytes) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Misconfigured(["line 1: the file is not UTF-8; save it as `CSV UTF-8` or as JSON in UTF-8"]) from None


def _from_json(text: str, form: Questionnaire) -> Sheet:
    try:
        found = json.loads(text, object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        raise Misconfigured([f"line {error.lineno}: is not valid JSON"]) from None
    except (ValueError, RecursionError):
        raise Misconfigured(["the file is not valid JSON, or a key stands twice in it"]) from None
    if not isinstance(found, dict) or found.keys() != {"sex", "answers"}:
        raise Misconfigured(["the file must be one object with sex and answers, and nothing else"])
    mistakes = []
    if found["sex"] is not None and not (isinstance(found["sex"], str) and found["sex"] in SEXES):
        mistakes.append('sex: must be "male", "female" or null')
    answers, wrong = _by_item(found["answers"], form)
    if mistakes := [*mistakes, *wrong]:
        raise Misconfigured(mistakes)
    return Sheet(SEXES.get(found["sex"]), answers)


def _once(pairs: list[tuple[str, object]]) -> Mapping[str, object]:
    """An object whose keys differ; JSON itself would let the last one win."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError
    return found


def _by_item(areas: Any, form: Questionnaire) -> tuple[dict[str, Any], list[str]]:
    """The answers of the four lists by their items' keys, and what is wrong with them."""
    if not isinstance(areas, dict) or areas.keys() != form.areas.keys():
        return {}, [f"answers: must be an object of the lists {', '.join(form.areas)}, and nothing else"]
    answers: dict[str, Any] = {}
    mistakes: list[str] = []
    for name, area in form.areas.items():
        keys = [item.key for item in area.items]
        given = areas[name]
        if not isinstance(given, list):
            mistakes.append(f"answers.{name}: must be a list of {len(keys)} numbers")
        elif len(given) != len(keys):
            mistakes.append(f"answers.{name}: has {len(given)} numbers instead of {len(keys)}")
        else:
            answers |= zip(keys, given, strict=True)
    return answers, mistakes or list(_mistakes(answers, form))


def _mistakes(answers: Mapping[str, object], form: Questionnaire) -> Iterator[str]:
    if missing := unanswered(answers, form):
        yield f"{', '.join(missing)}: no answer"
    if wrong := unusable(answers, form):
        yield f"{', '.join(wrong)}: not a whole number from {LOWEST} to {HIGHEST}"


def _from_csv(text: str, form: Questionnaire, added: Sequence[str] = (), *, named: bool = True) -> tuple[Line, ...]:
    items = [item.key for item in form.items]
    header = ["id", "sex", *items, *added]
    rows, stopped = _rows(text, header)
    lines: list[Line] = []
    mistakes: list[str] = []
    first: dict[str, int] = {}
    for line, row in rows:
        given: dict[str, Any] = {
            key: NUMBERS.get(cell, cell or None) for key, cell in zip(header[2:], row[2:], strict=False)
        }
        found = list(_of_line(row, header, given, form))
        if _is_id(row[0]) and first.setdefault(row[0], line) != line:
            found.append(f"the id stands in line {first[row[0]]} already")
        mistakes += [f"{_place(line, row[0] if named else '')}: {mistake}" for mistake in found]
        if not found:
            sheet = Sheet(SEXES.get(row[1]), {key: given[key] for key in items})
            lines.append(Line(line, row[0], sheet, {key: given[key] for key in added}))
    if mistakes := [*mistakes, *stopped]:
        raise Misconfigured(mistakes)
    if not lines:
        raise Misconfigured(["line 2: there is nobody in the file"])
    return tuple(lines)


def _rows(text: str, header: list[str]) -> tuple[list[tuple[int, list[str]]], list[str]]:
    """The trimmed cells of every line that is not empty, with its number, and why reading stopped, if it did.

    Raises Misconfigured when the header is another.
    """
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    rows = []
    try:
        _check_header([cell.strip() for cell in next(reader, [])], header)
        for cells in reader:
            if cells:
                rows.append((reader.line_num, [cell.strip() for cell in cells]))
    except csv.Error:
        return rows, [f"line {reader.line_num}: cannot be read; is a quotation mark not closed?"]
    return rows, []


def _check_header(found: list[str], wanted: list[str]) -> None:
    if found == wanted:
        return
    mistakes = [f"line 1: the column {name} is missing" for name in wanted if name not in found]
    mistakes += [f"line 1: the column {name} stands twice" for name in wanted if found.count(name) > 1]
    mistakes += [f"line 1: column {at} is not known" for at, name in enumerate(found, start=1) if name not in wanted]
    raise Misconfigured(mistakes or [f"line 1: the columns must stand as id, sex, {wanted[2]} to {wanted[-1]}"])


def _of_line(row: list[str], header: list[str], answers: Mapping[str, object], form: Questionnaire) -> Iterator[str]:
    """What is wrong within one line."""
    if not _is_id(row[0]):
        yield f"id must be a text of 1 to {LONGEST_ID} characters that can be shown"
    if len(row) != len(header):
        yield f"has {len(row)} cells instead of {len(header)}"
        return
    if row[1] not in SEXES and row[1] not in UNSAID:
        yield "sex must be male, female or empty"
    yield from _mistakes(answers, form)
    wrong = [key for key in header[2 + len(form.items) :] if answers[key] not in NUMBERS.values()]
    if wrong:
        yield f"{', '.join(wrong)}: not a whole number from {LOWEST} to {HIGHEST}"


def _is_id(cell: str) -> bool:
    return 0 < len(cell) <= LONGEST_ID and cell.isprintable()


def _place(line: int, name: str) -> str:
    return f"line {line}, {name}" if _is_id(name) else f"line {line}"
