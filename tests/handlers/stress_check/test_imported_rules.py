"""What another vendor's check opens here: the same doors from the day of its notice, and no message (S8)."""

from dataclasses import replace
from datetime import date

import pytest

from bot.commands.stress_advised import read
from bot.errors import Misconfigured
from bot.handlers.stress_check.rules import doors, imported
from bot.handlers.stress_check.rules.imported import Notified
from bot.handlers.stress_check.views import doors as door_views
from bot.handlers.stress_check.views import results as views
from bot.rules.cases import Case, Decision
from bot.rules.people import Person
from bot.sandbox.strictness import check_view
from tests.fakes import NOW, FakeLedger, click
from tests.handlers.stress_check.cases import EXAMINEE

NOBODY = FakeLedger()
ROW = Person(EXAMINEE, "石川 葵", "市民課", division="市民部")
EMPTY = Case("e" * 32, "stress_check", "check", "", 0, "2026-09", "v1", "2026")


def brought(*, advised: bool = True, reminds: bool = False) -> tuple[Decision, Case]:
    found = imported.bring_in(Notified(EXAMINEE, date(2026, 8, 31), advised), ROW, reminds, EMPTY, NOBODY, NOW)
    assert found.body
    return found, replace(EMPTY, state="read", rev=1, body=found.body, identity=found.identity or {})


def test_the_days_run_from_the_day_of_the_notice() -> None:
    found, check = brought()
    assert {key: check.body[key] for key in ("told_on", "received_on", "apply_by", "receipt")} == {
        "told_on": "2026-08-31", "received_on": "2026-08-31", "apply_by": "2026-09-30", "receipt": "import",
    }  # fmt: skip
    assert [one.kind for one in found.deadlines] == ["lapse"]
    assert found.notices == ()


def test_one_reminder_only_where_it_singles_nobody_out() -> None:
    assert [one.kind for one in brought(reminds=True)[0].deadlines] == ["lapse", "window"]
    day = date(2026, 8, 31)
    assert not imported.names_nobody([Notified("U0A", day), Notified("U0B", day)])
    assert imported.names_nobody([Notified("U0A", day), Notified("U0B", day, advised=False)])


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("advised", [True, False])
def test_the_doors_work_without_a_result_and_without_a_round(language: str, advised: bool) -> None:
    _, check = brought(advised=advised)
    ledger = replace(NOBODY, cases=(check,))
    view = views.own(click(EXAMINEE, language), check, None, ledger)
    check_view(view)
    assert views.TALK in str(view)
    assert views.PICTURE not in str(view)
    behind = door_views.talk(click(EXAMINEE, language), check, doors.way(check, ledger, NOW))
    assert (door_views.APPLY in str(behind)) is advised
    assert isinstance(doors.apply(check, ledger, NOW), Decision) is advised


# ---- the file ----

GOOD = "person,notified_on\nU0A,2026-09-01\nU0B,2026-09-02\n"


def test_lines_are_read_with_and_without_the_third_column_in_any_order() -> None:
    assert list(read(GOOD.encode()).values()) == [
        Notified("U0A", date(2026, 9, 1)), Notified("U0B", date(2026, 9, 2)),
    ]  # fmt: skip
    other = "﻿notified_on, advised ,person\r\n2026-09-01,no,U0A\r\n"
    assert list(read(other.encode()).values()) == [Notified("U0A", date(2026, 9, 1), advised=False)]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("person\nU0A\n", ["line 1"]),
        ("person,notified_on,name\nU0A,2026-09-01,Ann\n", ["line 1"]),
        ("person,notified_on\n", ["line 2"]),
        ("person,notified_on\nU0A,1 September\nU0B\nU0C,2026-09-01,x\n", ["line 2", "line 3", "line 4"]),
        ("person,notified_on,advised\nU0A,2026-09-01,perhaps\n", ["line 2"]),
        ('person,notified_on\n"U0A,2026-09-01\n', ["the file"]),
    ],
)
def test_every_mistake_is_named_by_its_line_and_names_nobody(text: str, lines: list[str]) -> None:
    with pytest.raises(Misconfigured) as caught:
        read(text.encode())
    assert [mistake.startswith(line) for mistake, line in zip(caught.value.mistakes, lines, strict=True)] == [
        True for _ in lines
    ]
    assert "U0" not in str(caught.value)


def test_another_encoding_is_refused() -> None:
    with pytest.raises(Misconfigured):
        read("person,notified_on\n木村,2026-09-01\n".encode("cp932"))
