"""Draws the states of every kind of matter as Mermaid diagrams, from the tables that the program itself obeys."""

from collections.abc import Iterable

from bot.handlers.registry import FLOWS
from bot.rules.cases import Move, Moves


def diagrams() -> str:
    """One headed diagram for each table of moves, as they stand in docs/states.md; each arrow names act and article.

    What leads from a state to itself is no arrow but stands below, state by state.
    """
    return "\n".join(_diagram(moves) for flow in FLOWS for moves in flow.moves.values())


def _diagram(moves: Moves) -> str:
    leading = [move for move in moves.table if move.source != move.target]
    staying = [move for move in moves.table if move.source == move.target]
    arrows = [f"    {m.source or '[*]'} --> {m.target}: {m.act} ({m.article})" for m in leading]
    ends = [f"    {state} --> [*]" for state in moves.states() if state in moves.final()]
    drawn = [f"## `{moves.flow}`: {moves.kind}", "", "```mermaid", "stateDiagram-v2", *arrows, *ends, "```", ""]
    return "\n".join([*drawn, *_staying(moves, staying)])


def _staying(moves: Moves, staying: Iterable[Move]) -> list[str]:
    """What can be done in each state without leaving it."""
    acts: dict[str, list[str]] = {}
    for move in staying:
        acts.setdefault(move.source, []).append(f"{move.act} ({move.article})")
    lines = [f"- stays `{state}`: {', '.join(acts[state])}" for state in moves.states() if state in acts]
    return [*lines, ""] if lines else []
