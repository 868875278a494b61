"""What stands in the inputs of a view: Slack's `state.values`, and the checks of Slack's own client."""

from collections.abc import Iterator, Mapping
from typing import Any

from bot.sandbox.strictness import choices, elements

Json = dict[str, Any]

# element type -> (field of its state, field of its first value, what stands there when it is empty)
STATE: Mapping[str, tuple[str, str, Any]] = {
    "plain_text_input": ("value", "initial_value", None),
    "number_input": ("value", "initial_value", None),
    "email_text_input": ("value", "initial_value", None),
    "url_text_input": ("value", "initial_value", None),
    "static_select": ("selected_option", "initial_option", None),
    "radio_buttons": ("selected_option", "initial_option", None),
    "multi_static_select": ("selected_options", "initial_options", []),
    "checkboxes": ("selected_options", "initial_options", []),
    "users_select": ("selected_user", "initial_user", None),
    "multi_users_select": ("selected_users", "initial_users", []),
    "datepicker": ("selected_date", "initial_date", None),
    "timepicker": ("selected_time", "initial_time", None),
    "datetimepicker": ("selected_date_time", "initial_date_time", None),
}


def stateful(blocks: list[Json]) -> Iterator[tuple[Json, Json]]:
    """Every (block, element) that has a value of its own."""
    for block in blocks:
        for element in elements(block):
            if element["type"] in STATE:
                yield block, element


def state_values(blocks: list[Json], typed: Json) -> Json:
    """`state.values` of these blocks: what was typed, else the first value, else empty."""
    values: Json = {}
    for block, element in stateful(blocks):
        name, initial, empty = STATE[element["type"]]
        entry = typed.get(block["block_id"], {}).get(element["action_id"], {})
        value = entry.get(name, element.get(initial, empty))
        told = {"type": element["type"], name: empty if value == "" else value}
        values.setdefault(block["block_id"], {})[element["action_id"]] = told
    return values


def carried_over(values: Json, blocks: list[Json]) -> Json:
    """The part of the old view's values that an update keeps: same block_id, action_id and type."""
    kept: Json = {}
    for block, element in stateful(blocks):
        entry = values.get(block["block_id"], {}).get(element["action_id"])
        if entry is not None and entry["type"] == element["type"]:
            kept.setdefault(block["block_id"], {})[element["action_id"]] = entry
    return kept


def client_errors(blocks: list[Json], values: Json) -> dict[str, str]:
    """What Slack's client says by itself before it sends a form: required fields and lengths."""
    errors: dict[str, str] = {}
    for block, element in stateful(blocks):
        if block["type"] != "input":
            continue
        name, _initial, empty = STATE[element["type"]]
        value = values[block["block_id"]][element["action_id"]][name]
        if value in (None, empty, ""):
            if not block.get("optional"):
                errors[block["block_id"]] = "Please complete this required field."
        elif element["type"] == "plain_text_input":
            longest, shortest = element.get("max_length", 3000), element.get("min_length", 0)
            if not shortest <= len(value) <= longest:
                errors[block["block_id"]] = f"Please use {shortest} to {longest} characters."
    return errors


def entered(element: Json, value: Any) -> Json:
    """The state entry for a value as a person means it: typed text, an option's value or label, or several.

    Raises ValueError when the element has no such option.
    """
    name = STATE[element["type"]][0]
    if name == "selected_option":
        return {"type": element["type"], name: None if value is None else _option(element, value)}
    if name == "selected_options":
        several = value if isinstance(value, list) else [value]
        return {"type": element["type"], name: [_option(element, one) for one in several]}
    if name == "selected_users":
        return {"type": element["type"], name: value if isinstance(value, list) else [value]}
    return {"type": element["type"], name: value}


def _option(element: Json, wanted: Any) -> Json:
    for option in choices(element):
        if wanted in (option["value"], option["text"]["text"], option):
            return option
    raise ValueError("there is no such option")
