"""What the people of the town hall do, in the words of the tests."""

from typing import Any

from bot.sandbox.persons import Driver
from bot.sandbox.town import Town

ASKER, ASKER_IN_ENGLISH = "U0ISHIKAWA", "U0OGAWA"
SUPPORTER, OTHER_SUPPORTER, SUPPORTER_IN_ENGLISH = "U0HAYASHI", "U0MORI", "U0ABE"
HQ_SUPPORTER, WELFARE_HEAD = "U0MATSUMOTO", "U0YAMAMOTO"

MINUTES_OF_A_SLOT = 6


async def press(town: Town, person: str, what: str) -> Driver:
    """Press a button by its words or action and wait until everything has settled."""
    who = town.sandbox.person(person)
    await who.click(what)
    await town.sandbox.quiet()
    return who


async def go_home(town: Town, person: str) -> Driver:
    """Close whatever is open and look at the Home tab."""
    who = town.sandbox.person(person)
    if who.modal:
        await who.close(everything=True)
    await who.open_home()
    await town.sandbox.quiet()
    return who


def option(modal: dict[str, Any], block_id: str, words: str) -> str:
    """The value of the choice whose label has these words."""
    element = next(block["element"] for block in modal["blocks"] if block.get("block_id") == block_id)
    choices = element.get("options") or [o for group in element["option_groups"] for o in group["options"]]
    return str(next(choice["value"] for choice in choices if words in choice["text"]["text"]))


async def ask(town: Town, person: str = ASKER, supporter: str = "林 さくら", message: str = "") -> Driver:
    """Home, the form, sent: three screens."""
    await go_home(town, person)
    who = await press(town, person, "peer_support.start")
    chosen = option(who.modal or {}, "supporter", supporter)
    await who.fill({"topic": "work", "supporter": chosen, "means": "phone", "message": message})
    await who.submit()
    await town.sandbox.quiet()
    return who


async def open_notice(town: Town, person: str) -> Driver:
    """Press the button of the latest message; the oath is given where it is asked."""
    who = town.sandbox.person(person)
    if who.modal:
        await who.close(everything=True)
    await who.click("open", where="message")
    await town.sandbox.quiet()
    if "home.swear" in str(who.modal):
        await press(town, person, "home.swear")
        await who.close(everything=True)
        await who.click("open", where="message")
        await town.sandbox.quiet()
    return who


async def swear(town: Town, person: str) -> None:
    """Give the oath of an office by opening something of it."""
    await go_home(town, person)
    who = await press(town, person, "peer_support.write_down")
    await fill_record(who)
    await who.submit()
    await town.sandbox.quiet()
    if "home.swear" in str(who.modal):
        await press(town, person, "home.swear")
        await who.close(everything=True)


async def fill_record(who: Driver, **other: str) -> None:
    """Choose something in every field of the record."""
    chosen = {
        "activity": "listening", "topic": "work", "means": "in_person",
        "duration": "up_to_30", "requester": "employee",
    }  # fmt: skip
    await who.fill({**chosen, **other})


async def record(town: Town, person: str, **other: str) -> Driver:
    """Write down one support from Home."""
    await go_home(town, person)
    who = await press(town, person, "peer_support.write_down")
    await fill_record(who, **other)
    await who.submit()
    await town.sandbox.quiet()
    return who


def sentences(town: Town, person: str) -> list[str]:
    """What the bot has written to somebody, oldest first."""
    return [message.text for message in town.sandbox.person(person).messages]
