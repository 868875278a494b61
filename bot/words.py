"""Renders the program's own sentences in the reader's language, from <act>.<language>.ftl files."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_time
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast

FOLDER = Path(__file__).parent / "handlers"
LANGUAGES = ("ja", "en")
LOCALE = {"ja": "ja", "en": "en_GB"}


def language_of(locale: str | None) -> str:
    """The language for a Slack locale ("ja-JP", "en-US", None): Japanese for ja, English for all others."""
    return "ja" if (locale or "").lower().startswith("ja") else "en"


class Words:
    """Every sentence in every language."""

    def __init__(self, bundles: Mapping[str, FluentBundle], zone: ZoneInfo) -> None:
        self._bundles = bundles
        self._zone = zone

    @classmethod
    def load(cls, zone: ZoneInfo, folder: Path = FOLDER) -> "Words":
        """Read every *.<language>.ftl under `folder`; times will be told in `zone`, the office's.

        Raises ValueError naming the file for a sentence that cannot be read or stands twice.
        """
        return cls({language: _bundle(folder, language) for language in LANGUAGES}, zone)

    def say(self, key: str, language: str, **values: object) -> str:
        """The sentence `key` in `language` ("ja" or "en") with its variables filled in.

        Aware datetimes are told in office time. Raises LookupError for a sentence that does not exist and
        ValueError for a variable that is missing or cannot be told; neither repeats a value.
        """
        bundle = self._bundles[language]
        if not bundle.has_message(key):
            raise LookupError(f"no sentence {key} in {language}")
        sentence = bundle.get_message(key).value
        if sentence is None:
            raise LookupError(f"no sentence {key} in {language}")
        text, errors = bundle.format_pattern(sentence, {name: self._told(value) for name, value in values.items()})
        if errors:
            raise ValueError(f"the sentence {key} in {language} cannot be filled in") from None
        return str(text)

    def _told(self, value: object) -> Any:
        if not isinstance(value, datetime):
            return value
        if value.tzinfo is None:
            raise ValueError("a moment needs its time zone")
        return value.astimezone(self._zone)


def _bundle(folder: Path, language: str) -> FluentBundle:
    """One language. In its sentences DAY() tells a date with its weekday, DATE() without, TIME() the time."""

    def dated(key: str) -> Callable[[date], str]:
        def tell(day: date) -> str:
            # the pattern is a sentence too, since each language orders a date in its own way
            pattern = bundle.get_message(key).value
            return format_date(day, str(pattern and bundle.format_pattern(pattern)[0]), locale=LOCALE[language])

        return tell

    def clock(moment: datetime) -> str:
        return format_time(time(moment.hour, moment.minute), "H:mm", locale=LOCALE[language])

    functions: dict[str, Any] = {"DAY": dated("pattern-day"), "DATE": dated("pattern-date"), "TIME": clock}
    bundle = FluentBundle([LOCALE[language]], functions=functions, use_isolating=False)
    seen: set[str] = set()
    for file in sorted(folder.rglob(f"*.{language}.ftl")):
        resource = _parsed(file.read_text(encoding="utf-8"))
        for entry in resource.body:
            _check(entry, seen, f"{file.parent.name}/{file.name}")
        bundle.add_resource(resource)
    return bundle


@cache  # reading is the slowest part of a start, and one process may build the program many times
def _parsed(text: str) -> ast.Resource:
    return FluentResource(text)


def _check(entry: ast.EntryType, seen: set[str], file: str) -> None:
    """Fluent passes over what it cannot read and keeps the first of two: here both stop the start."""
    if isinstance(entry, ast.Junk):
        raise ValueError(f"{file}: a sentence cannot be read")
    if isinstance(entry, ast.Message | ast.Term):
        if entry.id.name in seen:
            raise ValueError(f"{file}: {entry.id.name} stands twice")
        seen.add(entry.id.name)
