"""Writes a message: a fixed sentence and a button, the same for every flow (G1); an announcement; or the digest."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from bot.clock import Clock
from bot.handlers import blocks
from bot.handlers.home import DOORS, OPEN
from bot.handlers.hr_digest.rules.moves import FLOW as HR_DIGEST
from bot.handlers.hr_digest.views import digest
from bot.handlers.tokens import Token, TokenBox, new_nonce
from bot.handlers.typed import FILE
from bot.members import Member
from bot.rules.cases import Case, NoticeClass
from bot.rules.office import OfficeCalendar
from bot.rules.policy import Policy
from bot.store.outbox import Letter
from bot.words import Words, language_of

DIGEST = (HR_DIGEST, "digest")
"""The flow and topic of the one message that tells what its case holds."""


class LetterWriter:
    """Turns a letter into Slack's text and blocks in the receiver's language."""

    def __init__(
        self, words: Words, tokens: TokenBox, policy: Policy, office: OfficeCalendar, clock: Clock
    ) -> None:  # fmt: skip
        self._words = words
        self._tokens = tokens
        self._policy = policy
        self._office = office
        self._clock = clock

    def write(
        self, letter: Letter, receiver: Member | None, case: Case | None = None
    ) -> tuple[str, list[dict[str, Any]]]:
        """The fallback text, which is what a lock screen shows, and the blocks, which say the same.

        `case` is what the message itself may tell: only of a digest, whose fallback text is its heading alone (D1).
        """
        language = language_of(receiver.locale if receiver else None)
        sentence, button, screen = self._parts(letter, language)
        said = [blocks.section(sentence)]
        if case is not None and (letter.flow, letter.topic) == DIGEST:
            found = digest.lines(speaker(self._words, language, self._policy), language, case.body, self._policy)
            sentence, said = found[0], blocks.sections(line or " " for line in found)
        token = self._token(letter, screen, self._clock.now())
        return sentence, [*said, blocks.actions(blocks.button(button, OPEN, token), block_id=letter.id)]

    def _parts(self, letter: Letter, language: str) -> tuple[str, str, str]:
        say = self._words.say
        if letter.klass == NoticeClass.ANSWER:
            sentence = say("typed-file" if letter.topic == FILE else "typed-here", language)
            return sentence, say("typed-open", language), DOORS
        screen = f"{letter.flow}.{letter.topic}"
        if letter.klass == NoticeClass.ANNOUNCEMENT and (letter.flow, letter.topic) != DIGEST:
            return say(f"announcement-{letter.topic}", language), say("announcement-open", language), screen
        if letter.due_on is not None:
            due_on = max(letter.due_on, self._office.day(self._clock.now()))  # decided last evening: nobody is late yet
            return say("notice-duty", language, due_on=due_on), say("notice-open", language), screen
        return say("notice-news", language), say("notice-open", language), screen

    def _token(self, letter: Letter, screen: str, now: datetime) -> str:
        day = self._office.day(now).toordinal()
        return self._tokens.write(Token(screen, letter.about, letter.recipient, 0, new_nonce(), day))


def speaker(words: Words, language: str, policy: Policy) -> Callable[..., str]:
    """Says sentences in one language, with what every screen may name: the organisation, its first contact."""
    organisation = policy.organisation.ja if language == "ja" else policy.organisation.en

    def say(key: str, **values: object) -> str:
        named = {"organisation": organisation, "phone": policy.contacts[0].phone}
        return words.say(key, language, **(named | values))

    return say
