"""The part of the story in which a supporter asks coordinators for advice, and practises."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from bot.sandbox.town import Town
from tests.journeys import people as p

Send = Callable[[Any, Mapping[str, str]], Awaitable[Any]]
UNSPECIFIC = {"peer_support.ask_advice/purpose"}  # one of two words of the program's own


async def ask(town: Town, supporter: str, send: Send) -> None:
    """One is asked, answers twice, more is added, somebody else is asked; a practice request is stepped aside from."""
    await p.go_home(town, supporter)
    who = await p.press(town, supporter, "peer_support.advice")
    first = {"coordinator": p.option(who.modal or {}, "coordinator", "井上 直子")}
    await send(who, first)  # what is typed is shown first
    await send(who, first)
    await p.slot(town)
    answering = await p.open_notice(town, p.COORDINATOR)
    await send(answering, {})
    await send(answering, {})  # once more, into the empty field beside the first one
    await p.go_home(town, supporter)
    await p.press(town, supporter, "peer_support.advice_case")
    await send(who, {})
    await send(who, {})
    await p.press(town, supporter, "peer_support.advice_other")
    await send(who, {})
    await p.slot(town)
    await p.go_home(town, supporter)
    await p.press(town, supporter, "peer_support.practise")
    await send(await p.press(town, supporter, "peer_support.practice_aside"), {})
