"""What the people of the town hall do, in the words of the tests."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import func, select

from bot.handlers.tokens import Token, new_nonce
from bot.sandbox.persons import Driver
from bot.sandbox.town import Town
from bot.store import models

ASKER, ASKER_IN_ENGLISH = "U0ISHIKAWA", "U0OGAWA"
SUPPORTER, OTHER_SUPPORTER, SUPPORTER_IN_ENGLISH = "U0HAYASHI", "U0MORI", "U0ABE"
HQ_SUPPORTER, WELFARE_HEAD = "U0MATSUMOTO", "U0YAMAMOTO"

COORDINATOR, DIGEST_READER, ADMINISTRATOR, AUDITOR = "U0INOUE", "U0FUJITA", "U0ENDO", "U0AOKI"
ADVISER, GUEST, DEACTIVATED, SUPERIOR = "U0KIMURA", "U0GUEST", "U0NISHIMURA", "U0FUKUDA"
SUPPORTERS = ("U0IKEDA", SUPPORTER, "U0SHIMIZU", "U0YAMAZAKI", OTHER_SUPPORTER, SUPPORTER_IN_ENGLISH, "U0HASHIMOTO",
              HQ_SUPPORTER)  # fmt: skip

NEWS = "お知らせがあります"
NOT_SHOWN = "この内容は、いまは表示できません。"
TOKYO = ZoneInfo("Asia/Tokyo")

on_sqlite = pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
"""For journeys whose database says nothing new: the core ones run on both."""


def at(*parts: int) -> datetime:
    """A moment of the office."""
    return datetime(*parts, tzinfo=TOKYO)  # type: ignore[arg-type,misc]


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


async def ask(town: Town, person: str = ASKER, supporter: str = "林 さくら", message: str = "", **other: str) -> Driver:
    """Home, the form, sent: three screens."""
    await go_home(town, person)
    who = await press(town, person, "peer_support.start")
    chosen = option(who.modal or {}, "supporter", supporter)
    await who.fill({"supporter": chosen, "topic": "work", "means": "phone", "message": message, **other})
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
        await press(town, person, "home.swear")  # leads straight on
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


def arrived(town: Town, person: str) -> list[str]:
    """When the bot's messages came, in office time, oldest first."""
    sent = (datetime.fromtimestamp(float(message.ts), TOKYO) for message in town.sandbox.person(person).messages)
    return [f"{moment:%m-%d %H:%M}" for moment in sent]


def duty(day: str) -> str:
    """The sentence of a duty."""
    return f"お願いがあります（{day}まで）"


async def slot(town: Town) -> None:
    """Let the shared slot pass in which notices leave (G2)."""
    await town.step_by(minutes=6)


async def accept(town: Town, person: str) -> Driver:
    """Open the notice and take it on."""
    await open_notice(town, person)
    return await press(town, person, "peer_support.accept")


async def step_aside(town: Town, person: str, reason: str) -> Driver:
    """Open the notice and leave it to somebody else."""
    await open_notice(town, person)
    who = await press(town, person, "peer_support.aside")
    await who.submit({"reason": reason})
    await town.sandbox.quiet()
    return who


async def choose(town: Town, person: str, supporter: str) -> Driver:
    """In one's own matter: ask somebody else."""
    who = await press(town, person, "peer_support.choose")
    await who.submit({"supporter": option(who.modal or {}, "supporter", supporter)})
    await town.sandbox.quiet()
    return who


async def open_own(town: Town, person: str) -> Driver:
    """Home, then one's own matter."""
    await go_home(town, person)
    return await press(town, person, "peer_support.case")


async def end(town: Town, person: str) -> Driver:
    """The supporter says that it is done, and writes it down."""
    await open_own(town, person)
    who = await press(town, person, "peer_support.end")
    await fill_record(who)
    await who.submit()
    await town.sandbox.quiet()
    return who


async def open_month(town: Town, person: str) -> Driver:
    """Home, then the summary of last month."""
    await go_home(town, person)
    return await press(town, person, "peer_support.month")


async def send_month(town: Town, person: str) -> Driver:
    """Open the month's notice and report with one tap."""
    who = await open_notice(town, person)
    await who.submit()
    await town.sandbox.quiet()
    return who


async def press_forged(town: Town, person: str, kind: str, row: str = "", rev: int = 0) -> Driver:
    """Press a button that this person should never have been given, genuine in everything else."""
    day = town.clock.now().astimezone(TOKYO).date().toordinal()
    token = town.program.tokens.write(Token(kind, row, person, rev, new_nonce(), day))
    button = {"type": "button", "text": {"type": "plain_text", "text": "."}, "action_id": kind, "value": token}
    view = {"type": "home", "blocks": [{"type": "actions", "elements": [button]}]}
    await town.program.background.views_publish(user_id=person, view=view)
    who = town.sandbox.person(person)
    if who.modal:
        await who.close(everything=True)
    await who.click(kind, where="home")
    await town.sandbox.quiet()
    return who


async def rows(town: Town, row: type[Any], **where: str) -> list[Any]:
    """The stored rows of a table, as the database has them."""
    table = models.table(row)
    wanted = select(table).where(*(table.c[name] == value for name, value in where.items()))
    return await town.program.store.read(lambda unit: list(unit.connection.execute(wanted).all()))


async def route(town: Town) -> dict[str, int]:
    """How much of who asked whom is still in the database; codes and digests are no part of it."""
    case = models.table(models.CaseRow)
    tables = [models.table(one) for one in (models.PartyRow, models.CaseKeyRow, models.RecordRow)]
    asked = {one.name: select(func.count()).join_from(one, case, one.c.case_id == case.c.id) for one in tables}
    asked["sealed"] = select(func.count()).where(case.c.body.is_not(None) | case.c.identity.is_not(None))
    counts = {name: count.where(case.c.flow.not_in(("step_up", "hr_digest"))) for name, count in asked.items()}
    return await town.program.store.read(
        lambda unit: {name: unit.connection.execute(count).scalar_one() for name, count in counts.items()}
    )


DESTROYED = {"party": 0, "case_key": 0, "record": 0, "sealed": 0}
