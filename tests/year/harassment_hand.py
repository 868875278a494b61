"""Somebody who has a consultation open in front of them: what is there, and what they press and fill in."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.sandbox.persons import Driver
from bot.sandbox.strictness import choices, elements
from tests.year import office_days as office
from tests.year.harassment_acts import did
from tests.year.harassment_course import Consultation
from tests.year.townsfolk import Townsfolk


async def give_oath_and_code(folk: Townsfolk, who: Driver) -> None:
    """Once for an office; and what the phone shows, where it is asked."""
    if "home.swear" in str(who.modal):
        await folk.press(who, "home.swear")
    if str((who.modal or {}).get("callback_id", "")).startswith("step_up."):
        await who.submit({"code": await who.code()})
        await folk.quiet()
        assert not who.errors, who.errors


@dataclass
class Hand:
    """Somebody who has a consultation open in front of them."""

    folk: Townsfolk
    who: Driver
    case: Consultation

    @property
    def me(self) -> str:
        return self.who.id

    def buttons(self) -> set[str]:
        """What can be pressed, without the flow's name."""
        found = [one for block in (self.who.modal or {"blocks": []})["blocks"] for one in elements(block)]
        return {one["action_id"].removeprefix("harassment.") for one in found}

    def offered(self, block_id: str) -> dict[str, str]:
        """What a list offers: label -> value."""
        blocks = (self.who.modal or {"blocks": []})["blocks"]
        (element,) = [block["element"] for block in blocks if block.get("block_id") == block_id]
        return {one["text"]["text"]: one["value"] for one in choices(element)}

    async def press(self, verb: str) -> None:
        await self.folk.press(self.who, f"harassment.{verb}")
        await give_oath_and_code(self.folk, self.who)
        assert not self.who.trouble, self.who.trouble

    async def submit(self, **values: Any) -> None:
        await self.folk.submit(self.who, values)

    def did(self, act: str, **detail: Any) -> None:
        did(self.case, act, **detail)
        self.folk.acts_done[act] += 1

    def canary(self) -> str:
        return f"CANARY{self.folk.random.getrandbits(64):x}"

    def coming_day(self) -> date:
        return office.nth_after(office.day_of(self.folk.now), self.folk.random.randrange(2, 8))


Does = Callable[[Hand], Awaitable[None]]


def plain(verb: str, act: str = "", **detail: Any) -> Does:
    """One press, and it is done."""

    async def done(hand: Hand) -> None:
        await hand.press(verb)
        hand.did(act or verb, **detail)

    return done


def by_me(*verbs: str, act: str) -> Does:
    """So many presses, and the ledger notes who."""

    async def done(hand: Hand) -> None:
        for verb in verbs:
            await hand.press(verb)
        hand.did(act, by=hand.me)

    return done


def after_question(verb: str, now: str) -> Does:
    async def done(hand: Hand) -> None:
        await hand.press(verb)
        await hand.press(now)
        hand.did(verb)

    return done
