"""Draws the states of every kind of matter as Mermaid diagrams, from the tables that the program itself obeys."""

from bot.handlers.registry import FLOWS
from bot.rules.cases import Moves


def diagrams() -> str:
    """One headed diagram for each table of moves, as they stand in the README; each arrow names act and article."""
    return "\n".join(_diagram(moves) for flow in FLOWS for moves in flow.moves.values())


def _diagram(moves: Moves) -> str:
    arrows = [f"    {m.source or '[*]'} --> {m.target}: {m.act} ({m.article})" for m in moves.table]
    ends = [f"    {state} --> [*]" for state in moves.states() if state in moves.final()]
    return "\n".join([f"`{moves.flow}`: {moves.kind}", "", "```mermaid", "stateDiagram-v2", *arrows, *ends, "```", ""])
