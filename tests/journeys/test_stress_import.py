"""Sheets of paper from a file: all of them or none, every mistake by its line and without a name (S3)."""

from typing import Any

import pytest

from bot.commands.stress_import import import_sheets
from bot.errors import Misconfigured
from bot.sandbox.town import Town
from bot.store.models import AuditRow
from tests.handlers.stress_check.cases import EXAMINEE, ON_PAPER, OTHER, answers, check_now, put_check, put_round
from tests.journeys import people as p

ADDED = [{"key": "overtime", "ja": "残業が多い", "en": "I often work late"}]
KEYS = [*answers(high=True), "overtime"]


def file(*rows: tuple[str, str, dict[str, Any]], keys: list[str] = KEYS) -> bytes:
    """A CSV: everybody under high stress but where something else is said."""
    cells = [(name, sex, answers(high=True) | {"overtime": 2} | other) for name, sex, other in rows]
    lines = [",".join([name, sex, *(str(given[key]) for key in keys)]) for name, sex, given in cells]
    return "\n".join([",".join(["id", "sex", *keys]), *lines, ""]).encode()


async def prepared(town: Town) -> None:
    """One envelope of somebody without an account, one of somebody with; one who is still asked; one who is not."""
    await put_round(town, body={"added": ADDED})
    await put_check(town, "handed_in", person=ON_PAPER)
    await put_check(town, "handed_in", person=OTHER, body={"answers": {"A1": 4}, "entry": {"answers": {"A2": 4}}})
    await put_check(town, "invited", person=EXAMINEE)
    await put_check(town, "taken", person="U0KONDO")


@p.on_sqlite
async def test_everybody_in_the_file_is_entered_and_each_of_them_audited(town: Town) -> None:
    await prepared(town)

    count = import_sheets(town.program.store, file((ON_PAPER, "", {}), (OTHER, "male", {}), (EXAMINEE, "female", {})))

    assert count == 3
    checks = [await check_now(town, person) for person in (ON_PAPER, OTHER, EXAMINEE)]
    assert [(one.state, one.body["sex"], one.body["verdict"]) for one in checks] == [
        ("taken", "", None), ("taken", "male", True), ("taken", "female", True),
    ]  # fmt: skip
    assert all(one.body["answers"] == answers(high=True) for one in checks)
    assert all(one.body["extra"] == {"overtime": 2} and "entry" not in one.body for one in checks)
    acts = [row.act for row in await p.rows(town, AuditRow, hat="operator")]
    assert sorted(act for act in acts if act in ("enter", "hand_in")) == ["enter", "enter", "enter", "hand_in"]
    who = await p.go_home(town, EXAMINEE)
    assert "回答を受けとりました" in str(who.home)


@p.on_sqlite
async def test_one_mistake_and_nobody_is_entered_and_nobody_is_named(town: Town) -> None:
    await prepared(town)
    good: tuple[str, str, dict[str, Any]] = (ON_PAPER, "", {})

    def mistakes(raw: bytes) -> list[str]:
        with pytest.raises(Misconfigured) as caught:
            import_sheets(town.program.store, raw)
        said = " ".join(caught.value.mistakes)
        assert [name for name in (ON_PAPER, OTHER, EXAMINEE, "U0") if name in said] == []
        return list(caught.value.mistakes)

    assert mistakes(file(good, ("U0KONDO", "", {}), ("U0NOBODY", "", {}))) == [
        "line 3: is nobody of this round whose sheet is awaited",
        "line 4: is nobody of this round whose sheet is awaited",
    ]
    assert mistakes(file(good, (OTHER, "x", {"A1": "", "B2": 5, "overtime": ""}), (OTHER, "", {}))) == [
        "line 3: sex must be male, female or empty",
        "line 3: A1: no answer",
        "line 3: B2: not a whole number from 1 to 4",
        "line 3: overtime: not a whole number from 1 to 4",
        "line 4: the id stands in line 3 already",
    ]
    assert mistakes(file(good, keys=KEYS[:-1])) == ["line 1: the column overtime is missing"]
    assert mistakes(b'{"sex": null, "answers": {}}')[0] == "line 1: the column id is missing"
    assert (await check_now(town, ON_PAPER)).state == "handed_in"


@p.on_sqlite
async def test_without_a_round_that_waits_for_sheets_there_is_nothing_to_enter(town: Town) -> None:
    await put_round(town, "reviewing")
    await put_check(town, "handed_in", person=ON_PAPER)

    with pytest.raises(Misconfigured, match="no round"):
        import_sheets(town.program.store, file((ON_PAPER, "", {}), keys=KEYS[:-1]))


@p.on_sqlite
async def test_after_the_last_day_only_envelopes_that_came_in_time_are_entered(town: Town) -> None:
    await put_round(town, "closing")
    await put_check(town, "handed_in", person=ON_PAPER)
    await put_check(town, "invited", person=EXAMINEE)

    with pytest.raises(Misconfigured, match="line 3"):
        import_sheets(town.program.store, file((ON_PAPER, "", {}), (EXAMINEE, "", {}), keys=KEYS[:-1]))
    assert import_sheets(town.program.store, file((ON_PAPER, "", {}), keys=KEYS[:-1])) == 1
