"""Carries the outbox to Slack: at most once, in order, never to somebody who may no longer have it."""

import asyncio
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from aiohttp import ClientConnectorError, ClientError
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot import logs
from bot.casework import Casework
from bot.clock import Clock
from bot.errors import SealBroken, Unpermitted
from bot.handlers.failures import Failure, Place, guarded
from bot.members import Members
from bot.notices import AT_ONCE
from bot.rules.office import next_slot
from bot.store.outbox import Letter
from bot.store.unit import Unit
from scheduler.letters import LetterWriter

METHODS = ("conversations.open", "conversations.history", "chat.postMessage", "users.info")

IN_FLIGHT = 16
LEASE = timedelta(seconds=60)  # three times the client's timeout and a little
LEASE_TRUSTED_SECONDS = 30.0  # a process that was frozen for longer lets others carry its letters
HISTORY_LIMIT = 100
PATIENCE_SECONDS = 60.0
TRIES = (timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=30), timedelta(hours=2), timedelta(hours=6))
PAUSE_AFTER_STOP = timedelta(minutes=10)
A_MINUTE = timedelta(minutes=1)
BETWEEN_TWO = timedelta(seconds=1)  # to one person (Slack: one message a second in a channel)
FAILURES = (TimeoutError, SlackApiError, ClientError, OSError)

log = logs.logger("courier")


class Fate(StrEnum):
    """What became of one attempt."""

    SENT = "sent"
    NOT_SENT = "not_sent"  # surely not: try again
    UNKNOWN = "unknown"  # perhaps: look into the history before any resend
    COVERED = "covered"  # perhaps, and nobody may look: the next stage covers a nudge
    LATER = "later"  # Slack asks us to slow down
    GONE = "gone"  # this receiver can never have it
    OURS = "ours"  # our own mistake: Slack will not take it however often
    STOP = "stop"  # the app itself may not speak any more


# Slack's error names and what they mean for one message (Slack: reference/methods/chat.postMessage, errors).
FATES: dict[str, Fate] = {
    "ratelimited": Fate.LATER,
    "rate_limited": Fate.LATER,
    "message_limit_exceeded": Fate.LATER,
    "internal_error": Fate.UNKNOWN,  # "possible some aspect of the operation succeeded"
    "fatal_error": Fate.UNKNOWN,
    "service_unavailable": Fate.UNKNOWN,
    "request_timeout": Fate.UNKNOWN,
    "channel_not_found": Fate.GONE,
    "user_not_found": Fate.GONE,
    "user_disabled": Fate.GONE,
    "cannot_dm_bot": Fate.GONE,
    "is_archived": Fate.GONE,
    "messages_tab_disabled": Fate.GONE,
    "not_in_channel": Fate.GONE,
    "restricted_action": Fate.GONE,
    "invalid_auth": Fate.STOP,
    "not_authed": Fate.STOP,
    "token_revoked": Fate.STOP,
    "token_expired": Fate.STOP,
    "account_inactive": Fate.STOP,
    "missing_scope": Fate.STOP,
    "invalid_blocks": Fate.OURS,
    "msg_too_long": Fate.OURS,
    "no_text": Fate.OURS,
    "invalid_arguments": Fate.OURS,
}
DOUBT_AFTER_RESTORE = timedelta(days=7)  # as long as sent messages are remembered (G9)
SETTLED = {Fate.SENT: "sent", Fate.COVERED: "dropped", Fate.GONE: "dead", Fate.OURS: "dead"}
PAUSING = frozenset({Fate.LATER, Fate.STOP})


@dataclass(frozen=True)
class Attempt:
    """A letter after an attempt; `wait` is what Slack asked for."""

    letter: Letter
    fate: Fate
    wait: timedelta = timedelta()


class Courier:
    """One per process; several may work on one outbox, because letters are leased."""

    def __init__(
        self, casework: Casework, members: Members, writer: LetterWriter, client: AsyncWebClient, clock: Clock
    ) -> None:
        self._casework = casework
        self._members = members
        self._writer = writer
        self._client = client
        self._clock = clock
        self._store = casework.store
        self._channels: dict[str, str] = {}
        self._paused_until: datetime | None = None
        self._claimed_at = clock.monotonic()
        self._unmet: set[str] = set()
        self._nobody: set[str] = set()
        self._looks_first = False  # soon after a restore: what is due now may have left before it

    async def deliver(self, now: datetime) -> int:
        """Send everything that may leave at `now`; gives the number of messages sent."""
        sent = 0
        while self._paused_until is None or now >= self._paused_until:
            self._claimed_at = self._clock.monotonic()
            letters = await self._store.run(self._claim, PATIENCE_SECONDS)
            if letters is None:
                break
            await asyncio.gather(*(self._meet(person) for person in self._unmet))
            attempts = await asyncio.gather(*(self._attempt(letter) for letter in letters))
            await self._store.run(lambda unit, done=attempts: self._settle(unit, done), PATIENCE_SECONDS)  # type: ignore[misc]
            sent += sum(attempt.fate is Fate.SENT for attempt in attempts)
        return sent

    def earliest(self, moment: datetime) -> datetime:
        """`moment`, or the end of the pause that Slack has asked for."""
        return max(moment, self._paused_until or moment)

    def _claim(self, unit: Unit) -> list[Letter] | None:
        """The next letters that may go to their receivers now, one each; None when nothing is left to do."""
        claimed = unit.outbox.claim(unit.now, LEASE, IN_FLIGHT)
        self._looks_first = bool(claimed) and unit.timetable.restored_since(unit.now - DOUBT_AFTER_RESTORE)
        leaving: dict[str, Letter] = {}
        self._unmet.clear()
        for letter in claimed:
            verdict = self._verdict(unit, letter)
            if verdict is None and letter.recipient not in leaving:
                leaving[letter.recipient] = letter
            elif verdict is None:
                unit.outbox.put_off(letter, _as_before(letter), unit.now + BETWEEN_TWO, tried=False)
            elif isinstance(verdict, datetime):
                unit.outbox.put_off(letter, _as_before(letter), verdict, tried=False)
            else:
                unit.outbox.settle(letter, verdict, unit.house.office.day(unit.now))
        return list(leaving.values()) if claimed else None

    def _verdict(self, unit: Unit, letter: Letter) -> datetime | str | None:
        """None: it may leave; a moment: not before then; a state: never."""
        if letter.not_after is not None and unit.now > letter.not_after:
            return "dropped"
        who = self._members.principal(letter.recipient, unit.house.team)
        if who is None:
            self._unmet.add(letter.recipient)  # joined since the list of members was read
            return "dead" if letter.recipient in self._nobody else unit.now + A_MINUTE
        try:
            allowed = self._members.can_receive(letter.recipient) and self._casework.may_receive(unit, who, letter)
        except (SealBroken, Unpermitted):
            return "dead"  # its case cannot be read; that must not hold back the others
        if not allowed:
            return "dropped"
        office = unit.house.office
        if letter.klass in AT_ONCE or office.is_working(unit.now):
            return None
        return next_slot(office.next_working(unit.now), unit.house.policy.notice_slot_minutes)

    async def _meet(self, person: str) -> None:
        """Ask Slack about a receiver whom this process has not met; who is nobody there can receive nothing."""
        try:
            told = await self._client.users_info(user=person, include_locale=True)
        except FAILURES as error:
            if isinstance(error, SlackApiError) and FATES.get(_name(error)) is Fate.GONE:
                self._nobody.add(person)
        else:
            self._members.update(told["user"])

    async def _attempt(self, letter: Letter) -> Attempt:
        result = await guarded(self._send(letter), Place.COURIER)
        attempt = Attempt(letter, Fate.UNKNOWN) if isinstance(result, Failure) else result
        if attempt.fate in PAUSING:
            until = self._clock.now() + attempt.wait
            self._paused_until = max(self._paused_until or until, until)
        return attempt

    async def _send(self, letter: Letter) -> Attempt:
        """One try, in up to three calls; none is made any more once Slack has asked to wait."""
        try:
            if held := self._held(letter):
                return held
            channel = await self._channel(letter.recipient)
        except FAILURES as error:
            return _judged(letter, error, before_sending=True)
        try:
            if held := self._held(letter):
                return held
            if letter.state != "pending" or self._looks_first:
                found = await self._found(channel, letter.id)
                doubtful = letter.state != "pending"  # after a restore alone it is sent rather than lost
                if found or (found is None and doubtful and letter.not_after is not None):
                    return Attempt(letter, Fate.SENT if found else Fate.COVERED)
            text, blocks = self._writer.write(letter, self._members.get(letter.recipient))
            if held := self._held(letter):
                return held
            response = await self._client.chat_postMessage(
                channel=channel, text=text, blocks=blocks, unfurl_links=False, unfurl_media=False
            )
        except FAILURES as error:
            return _judged(letter, error)
        return Attempt(letter, Fate.SENT if isinstance(response.get("ts"), str) else Fate.UNKNOWN)

    def _held(self, letter: Letter) -> Attempt | None:
        """None while this letter may go on its way: Slack has not asked to wait, and the lease is surely ours."""
        now = self._clock.now()
        if self._clock.monotonic() - self._claimed_at > LEASE_TRUSTED_SECONDS:
            return Attempt(letter, Fate.NOT_SENT)
        if self._paused_until is None or now >= self._paused_until:
            return None
        return Attempt(letter, Fate.LATER, self._paused_until - now)

    async def _channel(self, person: str) -> str:
        if person not in self._channels:
            opened = await self._client.conversations_open(users=person)
            self._channels[person] = str(opened["channel"]["id"])
        return self._channels[person]

    async def _found(self, channel: str, token: str) -> bool | None:
        """Whether Slack has the message already: its block id is the letter's own id.

        None where this app may not look: the strict profile goes without im:history.
        """
        try:
            history = await self._client.conversations_history(channel=channel, limit=HISTORY_LIMIT)
        except SlackApiError as error:
            if _name(error) == "missing_scope":
                return None
            raise
        messages: Sequence[dict[str, Any]] = history.get("messages") or ()
        return any(block.get("block_id") == token for m in messages for block in m.get("blocks") or ())

    def _settle(self, unit: Unit, attempts: Sequence[Attempt]) -> None:
        today = unit.house.office.day(unit.now)
        for attempt in attempts:
            letter, fate = attempt.letter, attempt.fate
            if fate in SETTLED:
                unit.outbox.settle(letter, SETTLED[fate], today)
            elif fate in PAUSING:
                until = max(self._paused_until or unit.now, unit.now)
                unit.outbox.put_off(letter, _as_before(letter), until, tried=False)
            elif letter.attempt > len(TRIES):
                unit.outbox.settle(letter, "dead", today)
            else:
                state = "unknown" if fate is Fate.UNKNOWN else _as_before(letter)
                unit.outbox.put_off(letter, state, unit.now + TRIES[letter.attempt - 1])
            level = logging.ERROR if fate in {Fate.STOP, Fate.OURS} else logging.INFO
            log.event("attempt", level=level, outcome=fate, attempt=letter.attempt, kind=letter.klass)


def _as_before(letter: Letter) -> str:
    """The state of a letter about which nothing new is known."""
    return "pending" if letter.state == "pending" else "unknown"


def _judged(letter: Letter, error: Exception, *, before_sending: bool = False) -> Attempt:
    """What an error of one call means. Before the message itself was written to the socket, nothing was sent."""
    surely_not = before_sending or isinstance(error, ClientConnectorError)
    fate, wait = Fate.UNKNOWN, timedelta()
    if isinstance(error, SlackApiError):
        fate = FATES.get(_name(error), Fate.UNKNOWN)
        if getattr(error.response, "status_code", 0) == 429:
            fate, wait = Fate.LATER, timedelta(seconds=_seconds(error.response.headers))
        elif fate in PAUSING:
            wait = A_MINUTE if fate is Fate.LATER else PAUSE_AFTER_STOP
    return Attempt(letter, Fate.NOT_SENT if surely_not and fate is Fate.UNKNOWN else fate, wait)


def _name(error: SlackApiError) -> str:
    """Slack's name for an error; "" where the body was none of Slack's."""
    data = getattr(error.response, "data", None)
    return str(data.get("error", "")) if isinstance(data, dict) else ""


def _seconds(headers: Mapping[str, str]) -> int:
    """Slack's Retry-After, or a minute where it is missing or no number."""
    value = next((v for k, v in headers.items() if k.lower() == "retry-after"), "")
    return int(value) if value.isdecimal() else 60
