"""A message is one of the fixed sentences and a button in the receiver's language, the same for every flow."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.clock import MovableClock
from bot.handlers.home import DOORS, OPEN
from bot.handlers.tokens import TokenBox
from bot.members import Member
from bot.rules.cases import NoticeClass
from bot.sandbox.strictness import check_message
from bot.store.keys import KeyRing
from bot.store.outbox import Letter
from scheduler.letters import LetterWriter
from tests import fakes
from tests.fakes import ASKER, NOW, OFFICE, POLICY, WORDS

LETTER = Letter("0" * 32, NoticeClass.NEWS, ASKER, "peer_support", "c1", "case", None, NOW, None, 1, "pending")
DUTY = replace(LETTER, klass=NoticeClass.DUTY, due_on=date(2026, 9, 10))


@pytest.fixture
def writer(house_keys: KeyRing) -> LetterWriter:
    return LetterWriter(WORDS, TokenBox(house_keys), POLICY, OFFICE, MovableClock(NOW))


def member(locale: str) -> Member:
    return Member(ASKER, fakes.TEAM, "Asker", locale, guest=False, bot=False, deleted=False)


@pytest.mark.parametrize(
    ("letter", "locale", "sentence"),
    [
        (LETTER, "ja-JP", "お知らせがあります"),
        (LETTER, "en-US", "There is news for you"),
        (DUTY, "ja-JP", "お願いがあります（9月10日まで）"),
        (DUTY, "en-GB", "There is a request for you (by 10 September)"),
        (replace(DUTY, flow="another", topic="month"), "ja-JP", "お願いがあります（9月10日まで）"),
        (replace(DUTY, due_on=NOW.date() - timedelta(days=3)), "ja-JP", f"お願いがあります（9月{NOW.day}日まで）"),
    ],
)
def test_one_of_two_sentences_in_the_readers_language(
    writer: LetterWriter, letter: Letter, locale: str, sentence: str
) -> None:
    text, blocks = writer.write(letter, member(locale))

    check_message(text, blocks)
    assert text == sentence
    assert blocks[0]["text"]["text"] == sentence


def test_somebody_who_is_not_known_any_more_gets_it_in_english(writer: LetterWriter) -> None:
    assert writer.write(LETTER, None)[0] == "There is news for you"


def test_the_button_is_the_same_for_all_and_opens_the_screen_for_its_receiver_only(
    writer: LetterWriter, house_keys: KeyRing
) -> None:
    _, (_, actions) = writer.write(LETTER, member("ja-JP"))
    (button,) = actions["elements"]
    token = TokenBox(house_keys).read(button["value"], today=OFFICE.day(NOW), person=ASKER)

    assert (button["action_id"], actions["block_id"]) == (OPEN, LETTER.id)
    assert (token.kind, token.row, token.person, token.rev) == ("peer_support.case", "c1", ASKER, 0)


@pytest.mark.parametrize(("topic", "sentence"), [("text", "typed-here"), ("file", "typed-file")])
def test_who_typed_gets_the_neutral_answer_and_the_doors(
    writer: LetterWriter, house_keys: KeyRing, topic: str, sentence: str
) -> None:
    answer = replace(LETTER, klass=NoticeClass.ANSWER, flow="home", about="", topic=topic)
    text, (_, actions) = writer.write(answer, member("ja-JP"))
    token = TokenBox(house_keys).read(actions["elements"][0]["value"], today=OFFICE.day(NOW), person=ASKER)

    assert text == WORDS.say(sentence, "ja")
    assert token.kind == DOORS
