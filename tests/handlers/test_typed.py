"""Whoever types into the DM gets one neutral answer; what was typed is neither read nor kept (G4)."""

from datetime import timedelta
from typing import Any

import pytest

from bot.casework import Casework
from bot.handlers import typed
from bot.rules.cases import NoticeClass
from bot.store.outbox import Letter
from tests.fakes import ASKER, NOW

EVENT = {"type": "message", "channel_type": "im", "user": ASKER, "text": "canary"}


@pytest.mark.parametrize(
    ("change", "needed"),
    [
        ({}, True),
        ({"subtype": "file_share", "files": [{"id": "F1"}]}, True),
        ({"bot_id": "B1"}, False),
        ({"user": None}, False),
        ({"channel_type": "channel"}, False),
        ({"subtype": "message_changed"}, False),
        ({"subtype": "message_deleted"}, False),
    ],
)
def test_only_what_a_person_wrote_to_us_is_answered(change: dict[str, Any], needed: bool) -> None:
    assert typed.needs_answer({**EVENT, **change}) is needed


def answers(casework: Casework, *events: tuple[dict[str, Any], str]) -> list[Letter]:
    for event, event_id in events:
        casework.store.run_now(lambda unit, e=event, i=event_id: typed.answer(unit, e, i))  # type: ignore[misc]
    return casework.store.run_now(lambda unit: unit.outbox.claim(NOW, timedelta(minutes=1), 10))


def test_the_answer_leaves_at_once_and_holds_nothing_of_what_was_typed(casework: Casework) -> None:
    (letter,) = answers(casework, (EVENT, "Ev1"))

    assert (letter.recipient, letter.klass, letter.topic, letter.about) == (ASKER, NoticeClass.ANSWER, "text", "")
    assert "canary" not in str(letter)


def test_the_same_event_twice_and_ten_messages_in_a_row_are_one_answer(casework: Casework) -> None:
    assert len(answers(casework, (EVENT, "Ev1"), (EVENT, "Ev1"), (EVENT, "Ev2"), (EVENT, "Ev3"))) == 1


def test_a_file_has_an_answer_of_its_own(casework: Casework) -> None:
    letters = answers(casework, (EVENT, "Ev1"), ({**EVENT, "files": [{"id": "F1"}]}, "Ev2"))

    assert sorted(letter.topic for letter in letters) == ["file", "text"]
