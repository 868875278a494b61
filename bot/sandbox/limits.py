"""Slack's Block Kit as tables: which blocks, elements and views there are, their fields and their limits."""

from collections.abc import Mapping

from bot.sandbox.shapes import (
    Check,
    anything,
    by_type,
    flag,
    listing,
    number,
    one_of,
    pattern,
    plain,
    shape,
    string,
    words,
)

MESSAGE_TEXT = 4000  # Slack advises 4,000 and cuts at 40,000; what should be short is refused early here
MESSAGE_BLOCKS = 50
VIEW_BLOCKS = 100
VIEW_BYTES = 250_000
STACK_DEPTH = 3

ACTION_ID = string(255)
DATE = pattern(r"\d{4}-\d{2}-\d{2}")
TIME = pattern(r"([01]\d|2[0-3]):[0-5]\d")
PERSON = pattern(r"[UW][A-Z0-9]+")

CONFIRM = shape({"title": plain(100), "text": words(300), "confirm": plain(30), "deny": plain(30)},
                {"style": one_of("primary", "danger")})  # fmt: skip
OPTION = shape({"text": plain(75), "value": string(150)}, {"description": plain(75)})
RICH_OPTION = shape({"text": words(75), "value": string(150)}, {"description": words(75)})
GROUP = shape({"label": plain(75), "options": listing(OPTION, 100)})
DISPATCH = shape({"trigger_actions_on": listing(one_of("on_enter_pressed", "on_character_entered"), 2)})
IMAGE = {"alt_text": string(2000)}
IMAGE_SOURCE = {
    "image_url": string(3000),
    "slack_file": shape({}, {"id": string(255), "url": string(3000)}),
}


def _element(required: Mapping[str, Check], optional: Mapping[str, Check], kind: str) -> Check:
    always = {"action_id": ACTION_ID, "confirm": CONFIRM, "focus_on_load": flag}
    return shape({"type": one_of(kind), **required}, {**always, **optional})


_PLACEHOLDER = {"placeholder": plain(150)}
_CHOICE = {"options": listing(OPTION, 100), "option_groups": listing(GROUP, 100)}
_SEVERAL = {"max_selected_items": number(1, 100)}
_FIELDS: Mapping[str, tuple[Mapping[str, Check], Mapping[str, Check]]] = {
    "button": ({"text": plain(75)}, {"value": string(2000), "url": string(3000),
               "style": one_of("primary", "danger"), "accessibility_label": string(75)}),
    "overflow": ({"options": listing(shape({"text": plain(75), "value": string(150)},
                 {"description": plain(75), "url": string(3000)}), 5)}, {}),
    "static_select": ({}, {**_CHOICE, **_PLACEHOLDER, "initial_option": OPTION}),
    "multi_static_select": ({}, {**_CHOICE, **_PLACEHOLDER, **_SEVERAL,
                            "initial_options": listing(OPTION, 100)}),
    "users_select": ({}, {**_PLACEHOLDER, "initial_user": PERSON}),
    "multi_users_select": ({}, {**_PLACEHOLDER, **_SEVERAL, "initial_users": listing(PERSON, 100)}),
    "radio_buttons": ({"options": listing(RICH_OPTION, 10)}, {"initial_option": RICH_OPTION}),
    "checkboxes": ({"options": listing(RICH_OPTION, 10)}, {"initial_options": listing(RICH_OPTION, 10)}),
    "datepicker": ({}, {**_PLACEHOLDER, "initial_date": DATE}),
    "timepicker": ({}, {**_PLACEHOLDER, "initial_time": TIME, "timezone": string(100)}),
    "datetimepicker": ({}, {"initial_date_time": number(1_000_000_000, 9_999_999_999)}),
    "plain_text_input": ({}, {**_PLACEHOLDER, "initial_value": string(3000, 0), "multiline": flag,
                         "min_length": number(0, 3000), "max_length": number(1, 3000),
                         "dispatch_action_config": DISPATCH}),
    "number_input": ({"is_decimal_allowed": flag}, {**_PLACEHOLDER, "initial_value": string(100),
                     "min_value": string(100), "max_value": string(100), "dispatch_action_config": DISPATCH}),
    "email_text_input": ({}, {**_PLACEHOLDER, "initial_value": string(3000),
                         "dispatch_action_config": DISPATCH}),
    "url_text_input": ({}, {**_PLACEHOLDER, "initial_value": string(3000),
                       "dispatch_action_config": DISPATCH}),
}  # fmt: skip
ELEMENTS = {kind: _element(required, optional, kind) for kind, (required, optional) in _FIELDS.items()}

_TYPED = ("plain_text_input", "number_input", "email_text_input", "url_text_input")
IN_INPUT = {kind: check for kind, check in ELEMENTS.items() if kind not in ("button", "overflow")}
IN_ACTIONS = {kind: check for kind, check in ELEMENTS.items() if kind not in _TYPED}
IMAGE_ELEMENT = shape({"type": one_of("image"), **IMAGE}, IMAGE_SOURCE)
IN_SECTION = {**IN_ACTIONS, "image": IMAGE_ELEMENT}
IN_CONTEXT = {
    "image": IMAGE_ELEMENT,
    "plain_text": plain(3000),
    "mrkdwn": shape({"type": one_of("mrkdwn"), "text": string(3000)}, {"verbatim": flag}),
}

_BLOCK_FIELDS: Mapping[str, tuple[Mapping[str, Check], Mapping[str, Check]]] = {
    "section": ({}, {"text": words(3000), "fields": listing(words(2000), 10), "expand": flag,
                "accessory": by_type(IN_SECTION, "element")}),
    "header": ({"text": plain(150)}, {}),
    "divider": ({}, {}),
    "context": ({"elements": listing(by_type(IN_CONTEXT, "element"), 10)}, {}),
    "actions": ({"elements": listing(by_type(IN_ACTIONS, "element"), 25)}, {}),
    "input": ({"label": plain(2000), "element": by_type(IN_INPUT, "element")},
              {"hint": plain(2000), "optional": flag, "dispatch_action": flag}),
    "image": (IMAGE, {**IMAGE_SOURCE, "title": plain(2000)}),
    "rich_text": ({"elements": listing(anything, 100)}, {}),
}  # fmt: skip
BLOCKS = {
    kind: shape({"type": one_of(kind), **required}, {"block_id": string(255), **optional})
    for kind, (required, optional) in _BLOCK_FIELDS.items()
}
IN_MESSAGE = {
    **BLOCKS,
    "markdown": shape({"type": one_of("markdown"), "text": string(12_000)}, {"block_id": string(255)}),
}

_META = {"private_metadata": string(3000, 0), "callback_id": string(255), "external_id": string(255, 0)}
MODAL = shape(
    {"type": one_of("modal"), "title": plain(24), "blocks": listing(by_type(BLOCKS, "block"), VIEW_BLOCKS)},
    {**_META, "submit": plain(24), "close": plain(24), "clear_on_close": flag, "notify_on_close": flag},
)
HOME = shape(
    {"type": one_of("home"), "blocks": listing(by_type(BLOCKS, "block"), VIEW_BLOCKS, 0)},
    _META,
)
VIEWS = {"modal": MODAL, "home": HOME}
