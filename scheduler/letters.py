"""Writes a message: one of the two fixed sentences and a button, the same for every flow (G1); or an announcement."""

from datetime import datetime
from typing import Any

from bot.clock import Clock
from bot.handlers import blocks
from bot.handlers.home import DOORS, OPEN
from bot.handlers.tokens import Token, TokenBox, new_nonce
from bot.handlers.typed import FILE
from bot.members import Member
from bot.rules.cases import NoticeClass
from bot.rules.office import OfficeCalendar
from bot.store.outbox import Letter
from bot.words import Words, language_of


class LetterWriter:
    """Turns a letter into Slack's text and blocks in the receiver's language."""

    def __init__(self, words: Words, tokens: TokenBox, office: OfficeCalendar, clock: Clock) -> None:
        self._words = words
        self._tokens = tokens
        self._office = office
        self._clock = clock

    def write(self, letter: Letter, receiver: Member | None) -> tuple[str, list[dict[str, Any]]]:
        """The fallback text, which is what a lock screen shows, and the blocks, which say the same."""
        language = language_of(receiver.locale if receiver else None)
        sentence, button, screen = self._parts(letter, language)
        return sentence, [
            blocks.section(sentence),
            blocks.actions(
                blocks.button(button, OPEN, self._token(letter, screen, self._clock.now())), block_id=letter.id
            ),
        ]

    def _parts(self, letter: Letter, language: str) -> tuple[str, str, str]:
        say = self._words.say
        if letter.klass == NoticeClass.ANSWER:
            sentence = say("typed-file" if letter.topic == FILE else "typed-here", language)
            return sentence, say("typed-open", language), DOORS
        screen = f"{letter.flow}.{letter.topic}"
        if letter.klass == NoticeClass.ANNOUNCEMENT:
            return say(f"announcement-{letter.topic}", language), say("announcement-open", language), screen
        if letter.due_on is not None:
            due_on = max(letter.due_on, self._office.day(self._clock.now()))  # decided last evening: nobody is late yet
            return say("notice-duty", language, due_on=due_on), say("notice-open", language), screen
        return say("notice-news", language), say("notice-open", language), screen

    def _token(self, letter: Letter, screen: str, now: datetime) -> str:
        day = self._office.day(now).toordinal()
        return self._tokens.write(Token(screen, letter.about, letter.recipient, 0, new_nonce(), day))
