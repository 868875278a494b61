"""Every sentence exists in both languages with the same variables; what the code names exists."""

import ast
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from bot.words import FOLDER, LANGUAGES, Words, language_of

ROOT = Path(__file__).parent.parent
TOKYO = ZoneInfo("Asia/Tokyo")
# Slack's limits: a modal's title and its buttons 24 characters, any other button 75.
LIMITS = {"title": 24, "submit": 24, "close-button": 24, "cancel-button": 24, "button": 75}
SENTENCES = ("busy-", "bug-")  # what is said when a button fails, not what stands on it
FORBIDDEN = {"ja": ("匿名",), "en": ("anonym",)}  # G7


class References(Visitor):
    """Collects the variables and the other sentences that a sentence uses."""

    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.messages: set[str] = set()
        self.moments: set[str] = set()

    def visit_FunctionReference(self, node: ftl.FunctionReference) -> None:
        if node.id.name in {"DAY", "DATE", "TIME"}:
            self.moments |= {v.id.name for v in node.arguments.positional if isinstance(v, ftl.VariableReference)}
        self.generic_visit(node)

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:
        self.variables.add(node.id.name)

    def visit_MessageReference(self, node: ftl.MessageReference) -> None:
        self.messages.add(node.id.name)


def sentences(language: str) -> dict[str, References]:
    found = {}
    for file in sorted(FOLDER.rglob(f"*.{language}.ftl")):
        for entry in FluentParser().parse(file.read_text()).body:
            if isinstance(entry, ftl.Message):
                found[entry.id.name] = references = References()
                references.visit(entry)
    for references in found.values():
        for other in references.messages & found.keys():
            references.variables |= found[other].variables
            references.moments |= found[other].moments
    return found


def sources() -> Iterator[ast.AST]:
    for folder in ("bot", "scheduler"):
        for file in sorted((ROOT / folder).rglob("*.py")):
            yield from ast.walk(ast.parse(file.read_text()))


def named_in_sheets() -> set[str]:
    """Sentence keys that stand in say() in what is printed."""
    sheets = (file.read_text() for file in sorted((ROOT / "bot/prints").glob("*.html")))
    return {key for sheet in sheets for key in re.findall(r'say\("([^"]+)"', sheet)}


def named_in_code() -> set[str]:
    """Sentence keys that stand as the first argument of say() or Refused()."""
    return named_in_sheets() | {
        node.args[0].value
        for node in sources()
        if isinstance(node, ast.Call)
        and node.args
        and isinstance(node.args[0], ast.Constant)
        and isinstance(node.args[0].value, str)
        and (getattr(node.func, "attr", "") == "say" or getattr(node.func, "id", "") == "Refused")
    }


def pattern(node: ast.JoinedStr) -> str:
    """What a key that is put together in the code can look like."""
    return "".join(re.escape(v.value) if isinstance(v, ast.Constant) else ".+" for v in node.values)


def write(folder: Path, language: str, text: str, inside: str = "") -> None:
    (folder / inside).mkdir(exist_ok=True)
    (folder / inside / f"words.{language}.ftl").write_text(text)


def test_both_languages_have_the_same_sentences_with_the_same_variables() -> None:
    japanese, english = (
        {key: found.variables for key, found in sentences(language).items()} for language in ("ja", "en")
    )

    assert japanese == english


def test_every_sentence_that_the_code_names_exists() -> None:
    assert named_in_code() - sentences("ja").keys() == set()


def test_no_sentence_is_idle() -> None:
    nodes = list(sources())
    texts = {n.value for n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, str)}
    made = {pattern(n) for n in nodes if isinstance(n, ast.JoinedStr) and isinstance(n.values[0], ast.Constant)}
    used_by_others = set[str]().union(*(found.messages for found in sentences("ja").values()))

    named = texts | used_by_others | named_in_sheets()

    assert {key for key in sentences("ja").keys() - named if not any(re.fullmatch(p, key) for p in made)} == set()


def test_every_sentence_can_be_said() -> None:
    words = Words.load(TOKYO)
    for language in LANGUAGES:
        for key, found in sentences(language).items():
            moments = dict.fromkeys(found.moments, datetime(2026, 9, 10, tzinfo=UTC))
            assert words.say(key, language, **(dict.fromkeys(found.variables, 3) | moments))


def test_titles_and_buttons_fit_into_slack() -> None:
    words = Words.load(TOKYO)
    labels = {k for k, found in sentences("ja").items() if not found.variables and not k.startswith(SENTENCES)}
    for key in labels:
        limit = next((n for ending, n in LIMITS.items() if key.endswith(ending)), 3000)
        assert all(len(words.say(key, language)) <= limit for language in LANGUAGES), key


def test_nobody_is_promised_anonymity() -> None:
    for language in LANGUAGES:
        for file in FOLDER.rglob(f"*.{language}.ftl"):
            assert not any(word in file.read_text().lower() for word in FORBIDDEN[language])


def test_the_two_sentences_of_a_dm_name_no_flow() -> None:
    words = Words.load(TOKYO)

    assert words.say("notice-news", "ja") == "お知らせがあります"
    assert words.say("notice-duty", "ja", due_on=date(2026, 9, 10)) == "お願いがあります（9月10日まで）"
    assert words.say("notice-duty", "en", due_on=date(2026, 9, 10)) == "There is a request for you (by 10 September)"


def test_denied_and_missing_read_the_same() -> None:
    words = Words.load(TOKYO)

    for language in LANGUAGES:
        assert words.say("token-wrong", language, phone="1") == words.say("not-shown", language, phone="1")


def test_days_and_times_are_told_in_office_time(tmp_path: Path) -> None:
    write(tmp_path, "ja", "pattern-day = M月d日（E）\nsince = { DAY($at) } { TIME($at) }\n")
    write(tmp_path, "en", "pattern-day = EEEE d MMMM\nsince = { DAY($at) } { TIME($at) }\n")
    words = Words.load(TOKYO, tmp_path)
    moment = datetime(2026, 9, 9, 16, 5, tzinfo=UTC)

    assert words.say("since", "ja", at=moment) == "9月10日（木） 1:05"
    assert words.say("since", "en", at=moment) == "Thursday 10 September 1:05"


def test_values_stay_as_they_are_typed(tmp_path: Path) -> None:
    write(tmp_path, "ja", "echo = 「{ $text }」\n")

    assert Words.load(TOKYO, tmp_path).say("echo", "ja", text="{ $x } 𠮷") == "「{ $x } 𠮷」"


@pytest.mark.parametrize(
    ("key", "values"),
    [
        ("missing", {}),
        ("greets", {}),  # its variable is missing
        ("points", {}),  # it uses a sentence that is not there
        ("dated", {"on": "CANARY"}),  # not a date
        ("dated", {"on": datetime(2026, 9, 10)}),  # noqa: DTZ001 - a moment without its zone is the case
    ],
)
def test_a_sentence_that_cannot_be_told_whole_is_not_told_at_all(
    tmp_path: Path, key: str, values: dict[str, object]
) -> None:
    write(tmp_path, "ja", "pattern-day = d\ngreets = { $name }\npoints = { nowhere }\ndated = { DAY($on) }\n")
    words = Words.load(TOKYO, tmp_path)

    with pytest.raises((LookupError, ValueError)) as caught:
        words.say(key, "ja", **values)
    assert "CANARY" not in str(caught.value)


@pytest.mark.parametrize("text", ["good = a\nbroken\n", "same = a\nsame = b\n"])
def test_a_broken_file_stops_the_start(tmp_path: Path, text: str) -> None:
    write(tmp_path, "ja", text)

    with pytest.raises(ValueError, match=r"words\.ja\.ftl"):
        Words.load(TOKYO, tmp_path)


def test_two_flows_cannot_have_one_sentence(tmp_path: Path) -> None:
    write(tmp_path, "ja", "same = a\n", "one")
    write(tmp_path, "ja", "same = b\n", "two")

    with pytest.raises(ValueError, match="same stands twice"):
        Words.load(TOKYO, tmp_path)


@pytest.mark.parametrize(
    ("locale", "language"),
    [
        ("ja-JP", "ja"),
        ("ja", "ja"),
        ("en-US", "en"),
        ("en-GB", "en"),
        ("de-DE", "en"),
        ("", "en"),
        (None, "en"),
    ],
)
def test_the_readers_slack_chooses_the_language(locale: str | None, language: str) -> None:
    assert language_of(locale) == language
