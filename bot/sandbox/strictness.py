"""Refuses what Slack would refuse: messages and views are held against the tables and against themselves."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.sandbox import limits
from bot.sandbox.shapes import by_type, listing, mistake

Json = dict[str, Any]


@dataclass(eq=False)
class Refusal(Exception):
    """Slack's answer to a payload it does not take: its error name and what it says about where."""

    error: str
    messages: Sequence[str] = ()
    extra: Json = field(default_factory=dict)


def elements(block: Json) -> list[Json]:
    """The interactive elements of a block that passed the tables."""
    found = [*block.get("elements", ()), block.get("accessory"), block.get("element")]
    return [one for one in found if isinstance(one, dict) and one.get("type") in limits.ELEMENTS]


def check_message(text: Any, blocks: Any) -> None:
    """Raise Refusal unless the message has a fallback text within limits and blocks that Slack takes."""
    if not isinstance(text, str) or not text.strip():
        raise Refusal("no_text", ["[ERROR] the top-level `text` is what notifications and screen readers say"])
    if len(text) > limits.MESSAGE_TEXT:
        raise Refusal("msg_too_long")
    if blocks is None:
        return
    found = list(listing(by_type(limits.IN_MESSAGE, "block"), limits.MESSAGE_BLOCKS, 0)(blocks, "/blocks"))
    found = found or list(_against_itself(blocks, "/blocks"))
    if found:
        raise Refusal("invalid_blocks", found)


def check_view(view: Any, kinds: Sequence[str] = ("modal",)) -> None:
    """Raise Refusal unless Slack would take this view; `kinds` are the types that fit the method."""
    if not isinstance(view, dict) or view.get("type") not in kinds:
        raise Refusal("invalid_arguments", [mistake(f"must be one of: {', '.join(kinds)}", "/view/type")])
    if len(json.dumps(view, ensure_ascii=False).encode("utf-8", "surrogatepass")) > limits.VIEW_BYTES:
        raise Refusal("view_too_large")
    found = list(limits.VIEWS[view["type"]](view, "/view"))
    found = found or [*_against_itself(view["blocks"], "/view/blocks"), *_needs_submit(view)]
    if found:
        raise Refusal("invalid_arguments", found)


def _needs_submit(view: Json) -> Iterator[str]:
    has_input = any(block["type"] == "input" for block in view["blocks"])
    if view["type"] == "modal" and has_input and not view.get("submit"):
        yield mistake("missing required field: submit", "/view")


def _against_itself(blocks: Sequence[Json], place: str) -> Iterator[str]:
    named = Counter(block["block_id"] for block in blocks if "block_id" in block)
    for index, block in enumerate(blocks):
        here = f"{place}/{index}"
        if named[block.get("block_id", "")] > 1:
            yield mistake("block_id must be unique", f"{here}/block_id")
        actions = Counter(one["action_id"] for one in elements(block) if "action_id" in one)
        if any(count > 1 for count in actions.values()):
            yield mistake("action_id must be unique within its block", here)
        if block["type"] == "section" and not block.get("text") and not block.get("fields"):
            yield mistake("must have text or fields", here)
        if block["type"] == "image" and ("image_url" in block) == ("slack_file" in block):
            yield mistake("must have image_url or slack_file", here)
        for element in elements(block):
            yield from _element_against_itself(element, here)
    focused = [one for block in blocks for one in elements(block) if one.get("focus_on_load")]
    if len(focused) > 1:
        yield mistake("only one element may have focus_on_load", place)


def _element_against_itself(element: Json, place: str) -> Iterator[str]:
    if element["type"].endswith("static_select") and ("options" in element) == ("option_groups" in element):
        yield mistake("must have either options or option_groups", place)
    options = choices(element)
    initial = [*element.get("initial_options", ()), *filter(None, [element.get("initial_option")])]
    if any(one not in options for one in initial):
        yield mistake("initial option must match one of the options", place)
    if len(initial) > element.get("max_selected_items", 100):
        yield mistake("more initial options than max_selected_items", place)
    if element.get("min_length", 0) > element.get("max_length", 3000):
        yield mistake("min_length must not be above max_length", place)


def choices(element: Json) -> list[Json]:
    """Every option of a selecting element, from its groups too."""
    grouped = [one for group in element.get("option_groups", ()) for one in group["options"]]
    return [*element.get("options", ()), *grouped]
