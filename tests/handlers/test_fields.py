"""What was typed is taken as it is or refused at its field; nothing is repaired silently."""

from datetime import time

import pytest

from bot.errors import Refused
from bot.handlers.fields import MOST_MARKS, choice, from_state, hour, text


@pytest.mark.parametrize(
    ("element", "value"),
    [
        ({"type": "plain_text_input", "value": "words"}, "words"),
        ({"type": "plain_text_input", "value": None}, ""),
        ({"type": "radio_buttons", "selected_option": {"value": "a"}}, "a"),
        ({"type": "radio_buttons", "selected_option": None}, ""),
        ({"type": "checkboxes", "selected_options": [{"value": "a"}, {"value": "b"}]}, ["a", "b"]),
        ({"type": "checkboxes", "selected_options": []}, []),
        ({"type": "datepicker", "selected_date": "2026-09-02"}, "2026-09-02"),
    ],
)
def test_a_field_is_read_whatever_kind_it_is(element: dict[str, object], value: object) -> None:
    assert from_state({"values": {"block": {"input": element}}}) == {"block": value}


def test_a_view_without_inputs_has_no_fields() -> None:
    assert from_state({}) == {}


@pytest.mark.parametrize(
    "typed", ["相談", "𠮷野家", "👩‍👩‍👧", "é", "e\u0301", "一行目\n二行目\t字下げ", "<@U1> *x*", "'; DROP TABLE"]
)
def test_words_are_kept_exactly(typed: str) -> None:
    assert text({"message": typed}, "message") == typed


@pytest.mark.parametrize("typed", ["", " ", "\u3000\n", "\u200b\u2060", "\u0301"])
def test_what_shows_nothing_is_nothing(typed: str) -> None:
    assert text({"message": typed}, "message") == ""


@pytest.mark.parametrize(
    "typed",
    ["a\u202eb", "\u2066x", "nul\x00", "\x1b[2J", "half\ud83d", "e" + "\u0301" * (MOST_MARKS + 1)],
)
def test_what_cannot_be_shown_as_it_is_is_refused(typed: str) -> None:
    with pytest.raises(Refused) as refused:
        text({"message": typed}, "message")

    assert (refused.value.reason, refused.value.field) == ("field-unreadable", "message")


def test_the_limit_is_said_with_the_length_and_never_with_the_words() -> None:
    assert text({"message": "x" * 3000}, "message")
    with pytest.raises(Refused) as refused:
        text({"message": "x" * 3001}, "message")

    assert refused.value.values == {"limit": 3000, "length": 3001}
    assert "xx" not in str(refused.value)


def test_a_list_where_words_belong_is_refused() -> None:
    with pytest.raises(Refused):
        text({"message": ["a"]}, "message")


@pytest.mark.parametrize("value", ["", "c", ["a"], "A"])
def test_only_what_was_offered_can_be_chosen(value: str | list[str]) -> None:
    assert choice({"topic": "a"}, "topic", {"a", "b"}) == "a"
    with pytest.raises(Refused) as refused:
        choice({"topic": value}, "topic", {"a", "b"})

    assert (refused.value.reason, refused.value.field) == ("field-choose", "topic")
    with pytest.raises(Refused):
        choice({}, "topic", {"a", "b"})


@pytest.mark.parametrize("value", ["", "soon", "25:00", "14", "14:00:30", ["14:00"]])
def test_an_hour_is_an_hour_of_the_day(value: str | list[str]) -> None:
    assert hour({"time": "14:00"}, "time") == time(14, 0)
    with pytest.raises(Refused) as refused:
        hour({"time": value}, "time")

    assert (refused.value.reason, refused.value.field) == ("field-choose", "time")
