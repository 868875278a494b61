"""Somebody typed into the DM, or put a file there: the neutral answer (G4). Nothing of it is read or kept."""

from collections.abc import Mapping
from typing import Any

from bot.notices import post
from bot.rules.cases import Notice, NoticeClass
from bot.rules.office import next_slot
from bot.store.unit import Unit

ONCE_IN_MINUTES = 10  # somebody who writes ten messages in a row gets one answer
FILE, TEXT = "file", "text"


def needs_answer(event: Mapping[str, Any]) -> bool:
    """Whether a person wrote this to us: not a bot, not an edit or a deletion (they come as subtypes)."""
    return (
        event.get("channel_type") == "im"
        and bool(event.get("user"))
        and not event.get("bot_id")
        and event.get("subtype") in {None, "file_share"}
    )


def answer(unit: Unit, event: Mapping[str, Any], event_id: str) -> None:
    """Queue the answer, once for an event however often it comes."""
    key = f"event:{event_id}"
    if unit.deliveries.seen(key)[0]:
        return
    topic = FILE if event.get("files") else TEXT
    person = str(event["user"])
    slot = next_slot(unit.now, ONCE_IN_MINUTES)
    notice = Notice(person, NoticeClass.ANSWER, "", once=f"typed:{topic}:{person}:{slot.isoformat()}", topic=topic)
    post(unit, "home", [notice])
    unit.deliveries.add(key, "", unit.house.office.day(unit.now))
