"""docs/data-model.md declares every column, and says of each what it really is."""

import re
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Column, LargeBinary
from sqlmodel import SQLModel

from bot.store import models

PAGE = Path(__file__).parent.parent.parent / "docs" / "data-model.md"
TABLES = models.CaseRow.metadata.tables

ROW = re.compile(r"^\| `(?P<column>\w+)` \| (?P<kind>.+?) \| (?P<key>.+?) \| (?P<lives>.+?) \|$")
NO_KEY = "–"


class Declared(NamedTuple):
    """One line of the page."""

    kind: str
    key: str
    lives: str


def declared() -> dict[tuple[str, str], Declared]:
    found = {}
    for section in PAGE.read_text().split("\n## ")[1:]:
        heading, *lines = section.splitlines()
        for match in filter(None, map(ROW.match, lines)):
            found[heading.strip(), match["column"]] = Declared(match["kind"], match["key"], match["lives"])
    return found


def columns() -> dict[tuple[str, str], "Column[object]"]:
    return {(table.name, column.name): column for table in TABLES.values() for column in table.columns}


def test_every_column_is_declared_and_every_declared_column_exists() -> None:
    assert sorted(declared()) == sorted(columns())


def is_as_declared(column: "Column[object]", declaration: Declared) -> bool:
    if declaration.kind == "clear":
        return not isinstance(column.type, LargeBinary) and declaration.key == NO_KEY
    is_known = declaration.kind in ("sealed", "indexed", "hash")
    return is_known and isinstance(column.type, LargeBinary) and declaration.key != NO_KEY


def test_a_column_is_what_the_page_says() -> None:
    page = declared()

    assert [place for place, column in columns().items() if not is_as_declared(column, page[place])] == []


def test_columns_are_named_after_what_they_hold() -> None:
    """A column for a name, a text or a Slack id would be noticed here even if the page called it clear."""
    clear = {column for (_, column), declaration in declared().items() if declaration.kind == "clear"}

    assert clear.isdisjoint({"person", "user", "recipient", "text", "note", "unit", "topic", "team"})


def test_what_names_a_person_has_a_shorter_life_than_the_record() -> None:
    page = declared()

    assert page["case_file", "identity"].key != page["record", "body"].key
    assert "route ends" in page["case_file", "identity"].lives
    assert "route ends" in page["party", "bidx"].lives


def test_only_our_tables_are_known() -> None:
    rows = [value for value in vars(models).values() if isinstance(value, type) and issubclass(value, SQLModel)]

    assert {row.__tablename__ for row in rows if row is not SQLModel} == set(TABLES)
