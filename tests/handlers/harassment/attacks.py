"""Every action and form of the flow in the hands of somebody whose case it is not, without Slack between."""

import json
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import event

from bot.errors import Conflict, Refused
from bot.handlers.arrivals import Arrivals
from bot.handlers.flow import Show
from bot.handlers.harassment.flow import Harassment
from bot.handlers.tokens import Token, new_nonce
from bot.sandbox.town import Town
from bot.store.unit import Unit

FLOW = Harassment()
VERBS = tuple(sorted({*FLOW.actions, *FLOW.forms}))
MISSING = "0" * 32
SECRET = re.compile(r'"(?:value|private_metadata)": "[^"]*"|[0-9a-f]{32}')


@dataclass(frozen=True)
class Met:
    """What somebody met: the sentence or screen without its tokens, and how often the database was asked."""

    plain: str
    statements: int


async def send(town: Town, who: str, verb: str, row: str, rev: int = 0, **fields: Any) -> Met:
    """Press or submit with a token that the house itself could have made out for this person."""
    program = town.program
    door = Arrivals(program.casework, program.words, program.tokens, program.members, town.clock)
    member = town.sandbox.workspace.members[who]
    click = door.click(
        {"user": {"id": who, "team_id": "T0ELSEWHERE" if member.stranger else program.casework.store.house.team}}
    )
    assert click is not None
    form = verb in FLOW.forms
    day = program.casework.office.day(click.now).toordinal()
    token = program.tokens.write(Token(verb, row, who, rev, new_nonce(), day))
    opened = replace(door.opened(click, token, verb, form=form), fields=fields)
    with counted(town) as asked:
        plain = await _answered(town, FLOW.forms[verb] if form else FLOW.actions[verb], opened)
    return Met(SECRET.sub("", plain), len(asked))


async def _answered(town: Town, action: Any, click: Any) -> str:
    try:
        answer = await action(click, town.program.casework)
    except Refused as refused:
        return f"{refused.reason} {refused.field} {refused.values}"
    except Conflict:
        return "conflict"
    return json.dumps(answer.view, ensure_ascii=False) if isinstance(answer, Show) else type(answer).__name__


@contextmanager
def counted(town: Town) -> Iterator[Sequence[str]]:
    """The statements that reach the database in a block."""
    asked: list[str] = []
    database = town.program.store.database
    engines = {database.write, database.read}

    def note(_: Any, __: Any, statement: str, *___: Any) -> None:
        asked.append(statement)

    for engine in engines:
        event.listen(engine, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        for engine in engines:
            event.remove(engine, "before_cursor_execute", note)


async def sworn_in(town: Town) -> None:
    """Everybody has given the oath of every office, so that nothing is refused for its sake."""

    def work(unit: Unit) -> None:
        today = unit.house.office.day(unit.now)
        unit.roster.save_appointments([replace(held, sworn_on=today) for held in unit.roster.appointments()])

    await town.program.store.run(work)
