"""Every short number that a comment cites stands in docs/decisions.md; nothing cites what a reader does not have."""

import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DECISIONS = ROOT / "docs" / "decisions.md"
CODE = sorted(
    path.relative_to(ROOT).as_posix()
    for folder in ("bot", "scheduler", "tests", "bench")
    for path in (ROOT / folder).rglob("*.py")
)
OTHERS = ["policy.toml", "manifest.yml", "Makefile", "tests/policies/company.toml"]
NUMBER = re.compile(r"(?<![\w.-])([GPKSDRE]\d{1,2})(?![\w-])")
ELSEWHERE = re.compile(r"§|\b[A-Z]{4,} [GPKSDRE]\d|\bfacts/\w|\bissue #")


def notes(source: str) -> Iterator[str]:
    """Comments and docstrings of a module; the comments of anything else."""
    text = (ROOT / source).read_text(encoding="utf-8")
    if not source.endswith(".py"):
        yield from re.findall(r"#.*", text)
        return
    before = tokenize.NEWLINE
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        begins = before in {tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT}
        if token.type == tokenize.COMMENT or (token.type == tokenize.STRING and begins):
            yield token.string
        if token.type not in {tokenize.COMMENT, tokenize.NL}:
            before = token.type


def decided() -> list[str]:
    return re.findall(r"^- \*\*(\w+)\*\* ", DECISIONS.read_text(encoding="utf-8"), re.MULTILINE)


def test_each_decision_has_one_number() -> None:
    assert len(decided()) == len(set(decided()))


@pytest.mark.parametrize("letter", "GPKSDRE")
def test_the_numbers_of_a_letter_have_no_gap(letter: str) -> None:
    numbers = [int(number[1:]) for number in decided() if number[0] == letter]

    assert numbers == list(range(1, len(numbers) + 1))


def test_what_a_comment_cites_is_here_to_be_read() -> None:
    cited = {source: "\n".join(notes(source)) for source in [*CODE, *OTHERS]}
    numbers = {source: set(NUMBER.findall(text)) for source, text in cited.items()}

    assert {source: found - set(decided()) for source, found in numbers.items() if found - set(decided())} == {}
    assert {source: found[0] for source, text in cited.items() if (found := ELSEWHERE.findall(text))} == {}
    assert {"G1", "P7", "K8", "S6", "D1", "R1", "E2"} <= set().union(*numbers.values())
