"""Everybody else's result stays unreadable for general affairs, by keys and by authorisation (Aku 11(4))."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from bot.handlers.registry import FLOWS
from bot.sandbox.town import Town
from bot.store.audit import AuditChain
from bot.store.keys import KeyRing
from bot.store.models import CaseKeyRow, CaseRow
from tests.handlers.stress_check.cases import (
    AFFAIRS,
    EXAMINEE,
    EXAMINEE_IN_ENGLISH,
    check_now,
    in_office,
    put_check,
    put_interview,
    put_round,
)
from tests.journeys import people as p
from tests.journeys.test_stress_doors import CALM, CASE, TALK, apply, told


@contextmanager
def unwrapped(monkeypatch: pytest.MonkeyPatch) -> Iterator[set[str]]:
    """The ids of the data keys that are opened meanwhile."""
    found: set[str] = set()
    original = KeyRing.unwrap

    def noting(self: KeyRing, domain: str, key_id: str, *rest: object) -> bytes:
        found.add(key_id)
        return original(self, domain, key_id, *rest)  # type: ignore[arg-type]

    with monkeypatch.context() as patched:
        patched.setattr(KeyRing, "unwrap", noting)
        yield found


@p.on_sqlite
async def test_whatever_general_affairs_opens_no_key_of_a_result_is_touched_but_of_who_applied(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By keys: every screen of that office is opened, and only cases that were applied for are ever unsealed."""
    await told(town)
    await apply(town, EXAMINEE)
    for person in (EXAMINEE_IN_ENGLISH, CALM):
        await p.go_home(town, person)
        await p.press(town, person, CASE)
    await p.slot(town)
    with unwrapped(monkeypatch) as keys:
        await p.go_home(town, AFFAIRS)
        home = town.sandbox.person(AFFAIRS).home
        for action in sorted(_stress_actions(home)):
            await p.go_home(town, AFFAIRS)
            await p.press(town, AFFAIRS, action)
    opened = {row.case_id for row in await p.rows(town, CaseKeyRow) if row.id in keys}
    kinds = {row.id: row.kind for row in await p.rows(town, CaseRow, flow="stress_check")}
    assert {kinds[one] for one in opened if one in kinds} <= {"round", "interview", "analysis"}
    assert (await check_now(town)).body["application"] in opened  # there was something to open


@p.on_sqlite
async def test_by_authorisation_too_no_state_and_no_screen_gives_general_affairs_anything(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every button of the flow is pressed on checks of every state and on an application without its consent."""
    await in_office(town, AFFAIRS)
    await put_round(town, "told")
    states = ("taken", "read", "kept")
    checks = [await put_check(town, one, person=f"U0NOBODY{n}", high=True) for n, one in enumerate(states)]
    unconsented = await put_interview(town, checks[1], "applied")
    done: set[str] = set()
    append = AuditChain.append

    def noting(self: AuditChain, **line: Any) -> None:
        done.update([line["obj"]] if line["outcome"] == "done" else [])
        append(self, **line)

    monkeypatch.setattr(AuditChain, "append", noting)
    kinds = [kind for flow in FLOWS for kind in flow.actions if kind.startswith("stress_check.")]
    assert TALK in kinds
    for kind in kinds:
        for case in checks:
            who = await p.press_forged(town, AFFAIRS, kind, case.id)
            assert [word for word in ("■", "負担あり", "すすめ") if word in who.text()] == [], kind
        who = await p.press_forged(town, AFFAIRS, kind, unconsented.id)
        assert [word for word in ("■", "負担あり") if word in who.text()] == [], kind
    assert not done & {one.id for one in checks}


def _stress_actions(home: object) -> set[str]:
    found: set[str] = set()

    def walk(value: object) -> None:
        if isinstance(value, dict):
            action = str(value.get("action_id", ""))
            if action.startswith("stress_check."):
                found.add(action)
            for one in value.values():
                walk(one)
        elif isinstance(value, list):
            for one in value:
                walk(one)

    walk(home)
    return found
