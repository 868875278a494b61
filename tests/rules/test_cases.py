"""A case moves only along its table, and every arrow of every table can be walked and names its article."""

import re

import pytest

from bot.handlers.registry import FLOWS
from bot.rules.cases import Case, Move, Moves

TABLES = [table for flow in FLOWS for table in flow.moves.values()]
ENDLESS = {
    ("step_up", "code"),  # an authenticator app is only ever replaced by another one
    ("roster", "learning"),  # what somebody has learned is added to
    ("harassment", "guideline"),  # it is published anew, and never without one (Aki 3(1))
    ("roster", "exemption"),  # a room may need a supporter again and again; each fiscal year begins anew
}
DECIDED = {"step_up"}  # no regulation speaks of a second factor: its arrows name the decision instead
DOOR = Moves(
    "house",
    "door",
    (
        Move("", "build", "open", "Yam 1"),
        Move("open", "shut", "shut", "Yam 2"),
        Move("shut", "open", "open", "Yam 2"),
        Move("open", "brick_up", "walled", "Yam 3"),
    ),
)


@pytest.mark.parametrize(
    ("state", "act", "target"),
    [
        ("", "build", "open"),
        ("open", "shut", "shut"),
        ("shut", "open", "open"),
        ("open", "build", None),  # it stands already
        ("shut", "brick_up", None),
        ("walled", "open", None),
        ("nowhere", "shut", None),
    ],
)
def test_an_act_is_possible_only_where_the_table_has_an_arrow(state: str, act: str, target: str | None) -> None:
    assert DOOR.target(state, act) == target


def test_a_table_knows_its_states_its_ends_and_its_acts() -> None:
    assert DOOR.states() == ("open", "shut", "walled")
    assert DOOR.final() == {"walled"}
    assert DOOR.moves("shut")
    assert not DOOR.moves("paint")


@pytest.mark.parametrize("table", TABLES, ids=lambda table: f"{table.flow}-{table.kind}")
class TestEveryTable:
    def test_an_act_leads_to_one_state(self, table: Moves) -> None:
        arrows = [(move.source, move.act) for move in table.table]

        assert len(arrows) == len(set(arrows))

    def test_every_state_is_reached_from_the_start(self, table: Moves) -> None:
        reached = {""}
        for _ in table.table:
            reached |= {move.target for move in table.table if move.source in reached}

        assert set(table.states()) <= reached

    def test_an_end_is_reached_from_every_state(self, table: Moves) -> None:
        ending = set(table.final())
        for _ in table.table:
            ending |= {move.source for move in table.table if move.target in ending}

        if (table.flow, table.kind) in ENDLESS:
            assert not ending
        else:
            assert ending
            assert set(table.states()) <= ending

    def test_every_arrow_names_its_article(self, table: Moves) -> None:
        named = r"G\d+$" if table.flow in DECIDED else r"(Yam|Aki|Aku) \d+"

        assert all(re.match(named, move.article) for move in table.table)


def test_a_case_without_identity_has_neither_requester_nor_handlers() -> None:
    shell = Case("c1", "house", "door", "open", 1, "2026-09", "v1")

    assert shell.exists
    assert (shell.requester, shell.handlers) == ("", ())
    assert not Case("c1", "house", "door", "", 0, "2026-09", "v1").exists
