"""Small builders of Block Kit: everything people typed or were named is plain text, so nothing in it can act.

Limits are Slack's (reference: block-kit/blocks, surfaces/modals); the sandbox refuses what exceeds them.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

Block = dict[str, Any]
View = dict[str, Any]
Option = tuple[str, str]  # value, label

TITLE = 24
LABEL = 75
TEXT = 3000
FIELD = 2000
PAGE, PAGE_TEXT = 80, 50_000  # sections and characters of one page: below Slack's 100 blocks and 250,000 bytes
OPTIONS = 100  # in one group of a select; it has room for as many groups
INPUT = "input"  # the action_id of every input: the block id says which field it is


def plain(text: str, limit: int = TEXT) -> dict[str, Any]:
    """A plain text object; what is longer than Slack takes ends with an ellipsis."""
    return {
        "type": "plain_text",
        "text": text if len(text) <= limit else text[: limit - 1] + "…",
        "emoji": False,
    }


def header(text: str) -> Block:
    return {"type": "header", "text": plain(text, 150)}


def section(text: str) -> Block:
    return {"type": "section", "text": plain(text)}


def sections(lines: Iterable[str], *, again: str = "") -> list[Block]:
    """Lines below each other in as many sections as they need, so that nothing of them is cut off.

    Every section after the first begins with `again`, which says what goes on there.
    """
    texts: list[str] = []
    for line in lines:
        if not texts:
            texts.append(line)
        elif len(texts[-1]) + 1 + len(line) <= TEXT:
            texts[-1] += f"\n{line}"
        else:
            texts.append(f"{again}\n{line}" if again else line)
    return [section(text) for text in texts]


def pages(sections: Iterable[Block]) -> list[list[Block]]:
    """Sections in order, in as many pages as Slack's limits ask for; at least one."""
    made: list[list[Block]] = [[]]
    for one in sections:
        if len(made[-1]) == PAGE or sum(_length(other) for other in (*made[-1], one)) > PAGE_TEXT:
            made.append([])
        made[-1].append(one)
    return made


def _length(section: Block) -> int:
    return len(section["text"]["text"])


def pair(left: str, right: str) -> Block:
    """Two short texts side by side; on a phone one below the other."""
    return {"type": "section", "fields": [plain(left, FIELD), plain(right, FIELD)]}


def context(text: str) -> Block:
    return {"type": "context", "elements": [plain(text)]}


def divider() -> Block:
    return {"type": "divider"}


def button(
    text: str, action_id: str, value: str, *, style: str = "", confirm: dict[str, Any] | None = None
) -> dict[str, Any]:
    """A button; `style` is "", primary or danger; `confirm` is asked before anything happens."""
    made: dict[str, Any] = {"type": "button", "text": plain(text, LABEL), "action_id": action_id, "value": value}
    return made | ({"style": style} if style else {}) | ({"confirm": confirm} if confirm else {})


def confirmation(title: str, text: str, *, yes: str, no: str) -> dict[str, Any]:
    """The question before what cannot be taken back."""
    return {"title": plain(title, 100), "text": plain(text, 300), "confirm": plain(yes, 30), "deny": plain(no, 30)}


def actions(*buttons: dict[str, Any], block_id: str = "") -> Block:
    made: Block = {"type": "actions", "elements": list(buttons)}
    return made | ({"block_id": block_id} if block_id else {})


def text_input(
    block_id: str,
    label: str,
    *,
    hint: str = "",
    max_length: int = TEXT,
    initial: str = "",
    optional: bool = True,
) -> Block:
    """A field of several lines, which may stay empty unless it says otherwise."""
    element: dict[str, Any] = {
        "type": "plain_text_input", "action_id": INPUT, "multiline": True, "max_length": max_length,
    }  # fmt: skip
    if initial:
        element["initial_value"] = initial
    return _input(block_id, label, element, hint=hint, optional=optional)


def line_input(
    block_id: str,
    label: str,
    *,
    hint: str = "",
    max_length: int = LABEL,
    initial: str = "",
    optional: bool = False,
) -> Block:
    """A field of one line."""
    element: dict[str, Any] = {"type": "plain_text_input", "action_id": INPUT, "max_length": max_length}
    if initial:
        element["initial_value"] = initial
    return _input(block_id, label, element, hint=hint, optional=optional)


def radio(
    block_id: str,
    label: str,
    choices: Sequence[Option],
    *,
    initial: str = "",
    hint: str = "",
    optional: bool = False,
) -> Block:
    """A choice of one among at most ten."""
    return _input(block_id, label, _choice("radio_buttons", choices, initial), hint=hint, optional=optional)


def select(
    block_id: str,
    label: str,
    groups: Sequence[tuple[str, Sequence[Option]]],
    *,
    initial: str = "",
    hint: str = "",
    optional: bool = False,
) -> Block:
    """A choice of one among groups, each under its heading; a long group goes on under the same heading."""
    made = [
        (plain(heading, LABEL), [_option(option) for option in options[start : start + OPTIONS]])
        for heading, options in groups
        for start in range(0, len(options), OPTIONS)
    ]
    element: dict[str, Any] = {
        "type": "static_select",
        "action_id": INPUT,
        "option_groups": [{"label": heading, "options": options} for heading, options in made],
    }
    chosen = next((option for _, options in made for option in options if option["value"] == initial), None)
    return _input(
        block_id, label, element | ({"initial_option": chosen} if chosen else {}), hint=hint, optional=optional
    )


def checkboxes(
    block_id: str, label: str, choices: Sequence[Option], *, initial: Sequence[str] = (), hint: str = ""
) -> Block:
    """A choice of any number among at most ten, all of them in sight."""
    options = [_option(choice) for choice in choices]
    element: dict[str, Any] = {"type": "checkboxes", "action_id": INPUT, "options": options}
    chosen = [option for option in options if option["value"] in initial]
    first = {"initial_options": chosen} if chosen else {}
    return _input(block_id, label, element | first, hint=hint, optional=True)


def several(
    block_id: str,
    label: str,
    groups: Sequence[tuple[str, Sequence[Option]]],
    *,
    initial: Sequence[str] = (),
    hint: str = "",
    optional: bool = True,
) -> Block:
    """A choice of any number among groups, each under its heading; none is a choice too unless it says otherwise."""
    made = select(block_id, label, groups)["element"]
    element = made | {"type": "multi_static_select"}
    chosen = [one for group in element["option_groups"] for one in group["options"] if one["value"] in initial]
    first = {"initial_options": chosen[:OPTIONS]} if chosen else {}
    return _input(block_id, label, element | first, hint=hint, optional=optional)


def day_input(block_id: str, label: str, *, initial: str = "", hint: str = "", optional: bool = False) -> Block:
    """A day of the calendar; `initial` is written 2026-09-10."""
    element: dict[str, Any] = {"type": "datepicker", "action_id": INPUT}
    return _input(
        block_id, label, element | ({"initial_date": initial} if initial else {}), hint=hint, optional=optional
    )


def time_input(block_id: str, label: str, *, initial: str = "", hint: str = "") -> Block:
    """An hour of the day; `initial` is written 14:00."""
    element: dict[str, Any] = {"type": "timepicker", "action_id": INPUT}
    return _input(block_id, label, element | ({"initial_time": initial} if initial else {}), hint=hint)


def modal(
    title: str,
    blocks: Iterable[Block],
    *,
    close: str,
    callback_id: str = "",
    submit: str = "",
    token: str = "",
) -> View:
    """A modal; with `submit` it is a form, and `token` comes back with it."""
    made: View = {
        "type": "modal",
        "title": plain(title, TITLE),
        "close": plain(close, TITLE),
        "blocks": list(blocks),
    }
    if submit:
        made |= {"submit": plain(submit, TITLE), "callback_id": callback_id, "private_metadata": token}
    return made


def has_room(shown: Mapping[str, Any]) -> bool:
    """Whether another view can lie on the one that is shown: Slack takes three (surfaces/modals)."""
    return shown.get("previous_view_id") in (None, shown.get("root_view_id"))


def typed_into(form: Mapping[str, Any]) -> bool:
    """Whether somebody's own words stand in a form that was sent."""
    stated = (form.get("state") or {}).get("values") or {}
    values = (entry for block in stated.values() for entry in block.values())
    return any(entry.get("type") == "plain_text_input" and (entry.get("value") or "").strip() for entry in values)


def home_tab(blocks: Iterable[Block]) -> View:
    return {"type": "home", "blocks": list(blocks)}


def _choice(kind: str, choices: Sequence[Option], initial: str) -> dict[str, Any]:
    options = [_option(choice) for choice in choices]
    element: dict[str, Any] = {"type": kind, "action_id": INPUT, "options": options}
    chosen = next((option for option in options if option["value"] == initial), None)
    return element | ({"initial_option": chosen} if chosen else {})


def _option(option: Option) -> dict[str, Any]:
    value, label = option
    return {"text": plain(label, LABEL), "value": value}


def _input(block_id: str, label: str, element: dict[str, Any], *, hint: str = "", optional: bool = False) -> Block:
    made: Block = {
        "type": "input", "block_id": block_id, "label": plain(label, 2000), "element": element, "optional": optional,
    }  # fmt: skip
    return made | ({"hint": plain(hint, 2000)} if hint else {})
