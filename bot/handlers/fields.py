"""Reads the typed and chosen values of a form; what does not fit is refused at its field, never repaired silently."""

import unicodedata
from collections.abc import Collection, Mapping
from datetime import date, time
from typing import Any

from bot.errors import Refused

MOST_MARKS = 8  # combining marks on one character; real scripts stay well below
ALLOWED_CONTROLS = frozenset("\n\t")
# Format characters that turn text around, so that a reader sees other words than were typed (Unicode TR 9).
TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
VALUE_KEYS = ("value", "selected_date", "selected_time", "selected_user")

Fields = Mapping[str, str | list[str]]


def from_state(state: Mapping[str, Any]) -> dict[str, str | list[str]]:
    """Slack's `view.state` as block id -> value; a field left empty is ""."""
    read: dict[str, str | list[str]] = {}
    for block_id, elements in state.get("values", {}).items():
        for element in elements.values():
            if "selected_options" in element:
                read[block_id] = [option["value"] for option in element["selected_options"] or []]
            elif "selected_option" in element:
                read[block_id] = (element["selected_option"] or {}).get("value", "")
            else:
                read[block_id] = next((element[key] for key in VALUE_KEYS if element.get(key)), "")
    return read


def choice(fields: Fields, block_id: str, allowed: Collection[str], *, gone: str = "field-choose") -> str:
    """The chosen value of a field.

    Raises Refused when nothing was chosen, and with the sentence `gone` what was never offered or no longer is.
    """
    value = fields.get(block_id, "")
    if not isinstance(value, str) or value not in allowed:
        raise Refused(gone if value else "field-choose", block_id)
    return value


def choices(fields: Fields, block_id: str, allowed: Collection[str]) -> tuple[str, ...]:
    """The chosen values of a field in which any number may be chosen. Raises Refused for what was never offered."""
    values = fields.get(block_id, [])
    if not isinstance(values, list) or not set(values) <= set(allowed):
        raise Refused("field-not-available", block_id)
    return tuple(dict.fromkeys(values))


def day(fields: Fields, block_id: str) -> date | None:
    """The chosen day, None where none was chosen. Raises Refused for anything else."""
    value = fields.get(block_id, "")
    try:
        return date.fromisoformat(value) if value else None  # type: ignore[arg-type]
    except (TypeError, ValueError):
        raise Refused("field-choose", block_id) from None


def hour(fields: Fields, block_id: str) -> time:
    """The chosen hour of the day, written 14:00. Raises Refused for none and for anything else."""
    value = fields.get(block_id, "")
    try:
        found = time.fromisoformat(value)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        raise Refused("field-choose", block_id) from None
    if f"{found:%H:%M}" != value:
        raise Refused("field-choose", block_id)
    return found


def text(fields: Fields, block_id: str, *, max_length: int = 3000) -> str:
    """The typed text of a field, exactly as typed; "" when nothing visible was typed.

    Raises Refused when it is too long or holds characters that cannot be shown as they are.
    """
    value = fields.get(block_id, "")
    if not isinstance(value, str):
        raise Refused("field-unreadable", block_id)
    if len(value) > max_length:
        raise Refused("field-too-long", block_id, limit=max_length, length=len(value))
    if not _showable(value):
        raise Refused("field-unreadable", block_id)
    return value if any(_visible(character) for character in value) else ""


def _visible(character: str) -> bool:
    return not character.isspace() and unicodedata.category(character) not in {"Cf", "Cc", "Mn", "Zs"}


def _showable(value: str) -> bool:
    kinds = {character: unicodedata.category(character) for character in set(value)}
    for character, kind in kinds.items():
        if kind == "Cs" or (kind == "Cc" and character not in ALLOWED_CONTROLS) or character in TURNING:
            return False
    marks = 0
    for character in value:
        marks = marks + 1 if kinds[character] in {"Mn", "Me"} else 0
        if marks > MOST_MARKS:
            return False
    return True
