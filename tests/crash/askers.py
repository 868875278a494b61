"""People who keep on submitting while the bot dies and comes back, and note what they were told."""

import asyncio
import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from bot.sandbox.persons import Driver
from bot.sandbox.server import Sandbox

FORM = "peer_support.request"
PATIENCE_SECONDS = 1.5
LOOK_SECONDS = 0.01


@dataclass
class Askers:
    """Everybody's requests by the random word in each, and which of them were confirmed on the screen."""

    sandbox: Sandbox
    seed: int
    confirmed: list[str] = field(default_factory=list)
    tries: int = 0
    asked: set[tuple[str, str]] = field(default_factory=set)  # by whom, whom: nobody is asked twice by the same person

    async def submit_all(self, people: Sequence[str], number: int) -> None:
        """All at once, each person one request after the other, until every one is confirmed."""
        dice = random.Random(self.seed)  # noqa: S311 - for words to find again, not for keys
        words = [f"CANARY{dice.getrandbits(64):016x}" for _ in range(number)]
        await asyncio.gather(
            *(self._submit(self.sandbox.person(who), words[n :: len(people)], n) for n, who in enumerate(people))
        )

    async def _submit(self, who: Driver, words: Sequence[str], n: int) -> None:
        dice = random.Random(self.seed * 1000 + n)  # noqa: S311
        for word in words:
            while not await self._one(who, word, dice):
                pass
            self.confirmed.append(word)

    async def _one(self, who: Driver, word: str, dice: random.Random) -> bool:
        """Fill the form in and submit it; whether the screen has said that it was sent.

        A form that was not answered stays open and is submitted again as it is, as people do.
        """
        await until(lambda: self.sandbox.socket.connections > 0)
        if not _is_form(who):
            await self._open_form(who)
            if not _is_form(who):
                return False
        if not _says(who, word):  # it may have come late, after somebody had stopped waiting for it
            element = next(b["element"] for b in (who.modal or {})["blocks"] if b.get("block_id") == "supporter")
            by_name = [g for g in element["option_groups"] if not re.search("上司|決められない", g["label"]["text"])]
            offers = [option["value"] for group in by_name for option in group["options"]]
            chosen = dice.choice([offer for offer in offers if (who.id, offer) not in self.asked])
            self.asked.add((who.id, chosen))
            await who.fill({"topic": "work", "means": "phone", "supporter": chosen, "message": word})
        self.tries += 1
        await who.submit()
        assert "supporter" not in who.errors, "nobody may be asked twice at a time: not a fault of the bot"
        if _is_form(who) or who.trouble is not None:
            await asyncio.sleep(LOOK_SECONDS)  # a connection that has just died is noticed meanwhile
            return False
        return True

    async def _open_form(self, who: Driver) -> None:
        if who.modal:
            await who.close(everything=True)
        if who.home is None:
            await who.open_home()
            await until(lambda: who.home is not None)
        if who.home is not None:
            await who.click("peer_support.start", where="home")
            await until(lambda: _is_form(who))


def _is_form(who: Driver) -> bool:
    return (who.modal or {}).get("callback_id") == FORM


def _says(who: Driver, word: str) -> bool:
    """Whether this word stands in the form already."""
    return any(entry.get("value") == word for entry in who.values["message"].values())


async def until(done: Callable[[], bool], patience_seconds: float = PATIENCE_SECONDS) -> None:
    """Wait for another process; give up after a moment, as it may be dead."""
    waited = 0.0
    while not done() and waited < patience_seconds:
        await asyncio.sleep(LOOK_SECONDS)
        waited += LOOK_SECONDS
