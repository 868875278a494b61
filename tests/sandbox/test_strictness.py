"""What Slack would refuse is refused here, and what it takes is taken."""

from typing import Any

import pytest

from bot.sandbox.strictness import Refusal, check_message, check_view
from tests.sandbox.echo import button, form, home, plain

SECTION = {"type": "section", "text": plain("x")}
DIVIDER = {"type": "divider"}


def mrkdwn(text: str) -> dict[str, Any]:
    return {"type": "mrkdwn", "text": text}


def option(value: str = "a", text: str = "A") -> dict[str, Any]:
    return {"text": plain(text), "value": value}


def asked(element: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"type": "input", "label": plain("L"), "element": element, **more}


def modal(*blocks: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"type": "modal", "title": plain("T"), "submit": plain("S"), "blocks": list(blocks), **more}


def acting(*elements: dict[str, Any]) -> dict[str, Any]:
    return {"type": "actions", "elements": list(elements)}


TEXT = {"type": "plain_text_input", "action_id": "t"}
TAKEN: list[dict[str, Any]] = [
    SECTION,
    {"type": "section", "fields": [plain("a"), mrkdwn("b")], "accessory": button("a", "A")},
    {"type": "section", "text": {**mrkdwn("x" * 3000), "verbatim": True}},
    {"type": "header", "text": plain("h" * 150)},
    {"type": "context", "elements": [mrkdwn("c"), plain("d")]},
    acting(*[button(f"b{n}", "B") for n in range(25)]),
    acting({**button("a", "A"), "style": "danger", "confirm": {
        "title": plain("Sure?"), "text": mrkdwn("Really"), "confirm": plain("Yes"), "deny": plain("No")}}),
    acting({"type": "overflow", "action_id": "o", "options": [option()]}),
    asked({**TEXT, "max_length": 3000, "multiline": True, "initial_value": "", "placeholder": plain("p")}),
    asked({"type": "radio_buttons", "options": [option(str(n)) for n in range(10)],
           "initial_option": option("3")}),
    asked({"type": "checkboxes", "options": [{**option(), "text": mrkdwn("*A*")}]}, optional=True),
    asked({"type": "static_select", "options": [option(str(n)) for n in range(100)]}, hint=plain("h")),
    asked({"type": "static_select", "option_groups": [{"label": plain("g"), "options": [option()]}]}),
    asked({"type": "multi_static_select", "options": [option("a"), option("b")],
           "initial_options": [option("b")], "max_selected_items": 1}),
    asked({"type": "users_select", "initial_user": "U0KATO"}),
    asked({"type": "datepicker", "initial_date": "2026-09-07"}),
    asked({"type": "timepicker", "initial_time": "09:50", "timezone": "Asia/Tokyo"}),
    asked({"type": "number_input", "is_decimal_allowed": False, "min_value": "1"}, dispatch_action=True),
    asked({"type": "email_text_input"}),
    {"type": "image", "image_url": "https://example.org/a.png", "alt_text": "a"},
]  # fmt: skip
REFUSED: list[tuple[str, dict[str, Any]]] = [
    ("unsupported block: carousel", {"type": "carousel"}),
    ("unsupported block: None", {}),
    ("unsupported element: slider", acting({"type": "slider"})),
    ("unsupported element: plain_text_input", acting(TEXT)),
    ("unsupported element: button", asked(button("a", "A"))),
    ("must have text or fields", {"type": "section"}),
    ("less than 3001 characters", {"type": "section", "text": mrkdwn("x" * 3001)}),
    ("more than 0 characters", {"type": "section", "text": plain("")}),
    ("unsupported text type: html", {"type": "section", "text": {"type": "html", "text": "x"}}),
    ("must be one of: plain_text", {"type": "header", "text": mrkdwn("x")}),
    ("must be an object", {"type": "header", "text": "x"}),
    ("invalid additional property: verbatim", {"type": "header", "text": {**plain("x"), "verbatim": True}}),
    ("invalid additional property: emoji", {"type": "section", "text": {**mrkdwn("x"), "emoji": True}}),
    ("less than 151 characters", {"type": "header", "text": plain("h" * 151)}),
    ("no more than 25 items", acting(*[button(f"b{n}", "B") for n in range(26)])),
    ("at least 1 items", acting()),
    ("no more than 10 items", {"type": "context", "elements": [plain("x")] * 11}),
    ("no more than 10 items", {"type": "section", "fields": [plain("x")] * 11}),
    ("less than 76 characters", acting(button("a", "A" * 76))),
    ("less than 2001 characters", acting(button("a", "A", "v" * 2001))),
    ("less than 256 characters", acting(button("a" * 256, "A"))),
    ("must be one of: primary, danger", acting({**button("a", "A"), "style": "default"})),
    ("invalid additional property: color", acting({**button("a", "A"), "color": "red"})),
    ("missing required field: deny", acting({**button("a", "A"), "confirm": {
        "title": plain("T"), "text": plain("x"), "confirm": plain("Y")}})),
    ("missing required field: label", {"type": "input", "element": TEXT}),
    ("action_id must be unique", acting(button("a", "A"), button("a", "B"))),
    ("no more than 10 items", asked({"type": "radio_buttons", "options": [option(str(n)) for n in range(11)]})),
    ("no more than 10 items", asked({"type": "checkboxes", "options": [option(str(n)) for n in range(11)]})),
    ("no more than 100 items", asked({"type": "static_select", "options": [option(str(n)) for n in range(101)]})),
    ("either options or option_groups", asked({"type": "static_select"})),
    ("must match one of the options", asked({"type": "radio_buttons", "options": [option()],
                                             "initial_option": option("z")})),
    ("must match one of the options", asked({"type": "checkboxes", "options": [option("a", "A")],
                                             "initial_options": [option("a", "Other")]})),
    ("less than 76 characters", asked({"type": "radio_buttons", "options": [option("a", "x" * 76)]})),
    ("less than 151 characters", asked({"type": "radio_buttons", "options": [option("v" * 151)]})),
    ("must be between 1 and 3000", asked({**TEXT, "max_length": 3001})),
    ("min_length must not be above", asked({**TEXT, "min_length": 9, "max_length": 3})),
    ("less than 151 characters", asked({**TEXT, "placeholder": plain("p" * 151)})),
    ("must match the required format", asked({"type": "datepicker", "initial_date": "7.9.2026"})),
    ("must match the required format", asked({"type": "timepicker", "initial_time": "25:00"})),
    ("missing required field: is_decimal_allowed", asked({"type": "number_input"})),
    ("missing required field: alt_text", {"type": "image", "image_url": "https://example.org/a.png"}),
    ("must have image_url or slack_file", {"type": "image", "alt_text": "a"}),
    ("must be a boolean", asked(TEXT, optional="yes")),
]  # fmt: skip


@pytest.mark.parametrize("block", TAKEN)
def test_a_good_block_is_taken_in_messages_and_modals(block: dict[str, Any]) -> None:
    check_message("news", [block])
    check_view(modal(block))
    check_view(home(block), ("home",))


@pytest.mark.parametrize(("words", "block"), REFUSED)
def test_a_bad_block_is_refused_with_its_place(words: str, block: dict[str, Any]) -> None:
    with pytest.raises(Refusal) as message:
        check_message("news", [DIVIDER, block])
    assert message.value.error == "invalid_blocks"
    assert any(words in one and "/blocks/1" in one for one in message.value.messages)
    with pytest.raises(Refusal) as view:
        check_view(modal(block))
    assert view.value.error == "invalid_arguments"
    assert any(words in one and "/view/blocks/0" in one for one in view.value.messages)


@pytest.mark.parametrize(
    ("error", "text", "blocks"),
    [
        ("no_text", None, [SECTION]),
        ("no_text", "", [SECTION]),
        ("no_text", " ", None),
        ("msg_too_long", "x" * 4001, None),
        ("invalid_blocks", "x", [DIVIDER] * 51),
        ("invalid_blocks", "x", "[]"),
        ("invalid_blocks", "x", [{**SECTION, "block_id": "b"}, {**DIVIDER, "block_id": "b"}]),
    ],
)
def test_a_bad_message_is_refused_by_name(error: str, text: Any, blocks: Any) -> None:
    with pytest.raises(Refusal) as refusal:
        check_message(text, blocks)
    assert refusal.value.error == error


def test_messages_at_the_limits_are_taken() -> None:
    check_message("x" * 4000, None)
    check_message("x", [DIVIDER] * 50)
    check_message("x", [{"type": "markdown", "text": "*x*"}])
    check_message("x", [])


@pytest.mark.parametrize(
    ("error", "view"),
    [
        ("invalid_arguments", None),
        ("invalid_arguments", "{}"),
        ("invalid_arguments", home()),
        ("invalid_arguments", modal(DIVIDER, title=plain("t" * 25))),
        ("invalid_arguments", modal(DIVIDER, submit=plain("t" * 25))),
        ("invalid_arguments", modal(DIVIDER, close=plain("t" * 25))),
        ("invalid_arguments", modal(DIVIDER, title=mrkdwn("t"))),
        ("invalid_arguments", modal(DIVIDER, private_metadata="m" * 3001)),
        ("invalid_arguments", modal(DIVIDER, callback_id="c" * 256)),
        ("invalid_arguments", modal(DIVIDER, colour="red")),
        ("invalid_arguments", modal(*[DIVIDER] * 101)),
        ("invalid_arguments", modal()),
        ("invalid_arguments", {"type": "modal", "blocks": [DIVIDER]}),
        ("invalid_arguments", {"type": "modal", "title": plain("T"), "blocks": [asked(TEXT)]}),
        ("invalid_arguments", modal({"type": "markdown", "text": "x"})),
        ("invalid_arguments", modal(asked({**TEXT, "focus_on_load": True}),
                                    asked({"type": "datepicker", "focus_on_load": True}))),
        ("view_too_large", modal(*[{"type": "section", "text": plain("漢" * 3000)}] * 30)),
    ],
)  # fmt: skip
def test_a_bad_modal_is_refused_by_name(error: str, view: Any) -> None:
    with pytest.raises(Refusal) as refusal:
        check_view(view)
    assert refusal.value.error == error


def test_views_at_the_limits_are_taken() -> None:
    check_view(modal(*[DIVIDER] * 100, title=plain("t" * 24), close=plain("c" * 24), private_metadata="m" * 3000))
    check_view(form())
    check_view(home(*[DIVIDER] * 100), ("home",))
    check_view({"type": "home", "blocks": []}, ("home",))


def test_a_home_tab_has_no_submit() -> None:
    with pytest.raises(Refusal):
        check_view({**home(), "submit": plain("S")}, ("home",))
