"""Carries the outbox to Slack: at most once, in order, never to somebody who may no longer have it."""

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot import logs
from bot.casework import Casework
from bot.clock import Clock
from bot.errors import SealBroken, Unpermitted
from bot.handlers.failures import Failure, Place, guarded
from bot.members import Members
from bot.notices import AT_ONCE
from bot.rules.cases import Case, NoticeClass
from bot.rules.office import next_slot
from bot.rules.people import Principal
from bot.store.outbox import Letter
from bot.store.unit import Unit
from scheduler import pictures
from scheduler.fates import A_MINUTE, FAILURES, FATES, PAUSING, Attempt, Fate, judged, name_of
from scheduler.letters import LetterWriter
from scheduler.pictures import Pictures

METHODS = ("conversations.open", "conversations.history", "chat.postMessage", "users.info", *pictures.METHODS)

IN_FLIGHT = 16
LEASE = timedelta(seconds=60)  # three times the client's timeout and a little
LEASE_TRUSTED_SECONDS = 30.0  # a process that was frozen for longer lets others carry its letters
HISTORY_LIMIT = 100
PATIENCE_SECONDS = 60.0
TRIES = (timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=30), timedelta(hours=2), timedelta(hours=6))
BETWEEN_TWO = timedelta(seconds=1)  # to one person (Slack: one message a second in a channel)

DOUBT_AFTER_RESTORE = timedelta(days=7)  # as long as sent messages are remembered (G9)
SETTLED = {Fate.SENT: "sent", Fate.COVERED: "dropped", Fate.GONE: "dead", Fate.OURS: "dead"}

log = logs.logger("courier")


class Courier:
    """One per process; several may work on one outbox, because letters are leased."""

    def __init__(
        self, casework: Casework, members: Members, writer: LetterWriter, pictures: Pictures, client: AsyncWebClient,
        clock: Clock,
    ) -> None:  # fmt: skip
        self._casework = casework
        self._members = members
        self._writer = writer
        self._pictures = pictures
        self._client = client
        self._clock = clock
        self._store = casework.store
        self._channels: dict[str, str] = {}
        self._paused_until: datetime | None = None
        self._claimed_at = clock.monotonic()
        self._unmet: set[str] = set()
        self._nobody: set[str] = set()
        self._cases: dict[str, Case] = {}  # what the letters under way show, for as long as they are
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
        self._cases.clear()
        for letter in claimed:
            verdict = self._verdict(unit, letter)
            receiver = letter.recipient or letter.id  # files are deleted side by side
            if verdict is None and receiver not in leaving:
                leaving[receiver] = letter
            elif verdict is None:
                unit.outbox.put_off(letter, _as_before(letter), unit.now + BETWEEN_TWO, tried=False)
            elif isinstance(verdict, datetime):
                unit.outbox.put_off(letter, _as_before(letter), verdict, tried=False)
            else:
                unit.outbox.settle(letter, verdict, unit.house.office.day(unit.now))
        return list(leaving.values()) if claimed else None

    def _verdict(self, unit: Unit, letter: Letter) -> datetime | str | None:
        """None: it may leave; a moment: not before then; a state: never."""
        if letter.klass == NoticeClass.ERASE:
            return None  # whoever has left, and at any hour
        if letter.not_after is not None and unit.now > letter.not_after:
            return "dropped"
        who = self._members.principal(letter.recipient, unit.house.team)
        if who is None:
            self._unmet.add(letter.recipient)  # joined since the list of members was read
            return "dead" if letter.recipient in self._nobody else unit.now + A_MINUTE
        try:
            allowed = self._members.can_receive(letter.recipient) and self._allowed(unit, who, letter)
        except (SealBroken, Unpermitted):
            return "dead"  # its case cannot be read; that must not hold back the others
        if not allowed:
            return "dropped"
        office = unit.house.office
        if letter.klass in AT_ONCE or office.is_working(unit.now):
            return None
        return next_slot(office.next_working(unit.now), unit.house.policy.notice_slot_minutes)

    def _allowed(self, unit: Unit, who: Principal, letter: Letter) -> bool:
        """Whether this receiver may still have it; what it shows is taken out now, under the same question."""
        if not self._casework.may_receive(unit, who, letter):
            return False
        if pictures.shows(letter) and self._casework.may_receive(unit, who, letter, content=True):
            found = unit.casebook.load(letter.about)
            self._cases |= {letter.id: found} if found else {}
        return letter.klass != NoticeClass.PICTURE or letter.id in self._cases

    async def _meet(self, person: str) -> None:
        """Ask Slack about a receiver whom this process has not met; who is nobody there can receive nothing."""
        try:
            told = await self._client.users_info(user=person, include_locale=True)
        except FAILURES as error:
            if isinstance(error, SlackApiError) and FATES.get(name_of(error)) is Fate.GONE:
                self._nobody.add(person)
        else:
            self._members.update(told["user"])

    async def _attempt(self, letter: Letter) -> Attempt:
        work = self._erase(letter) if letter.klass == NoticeClass.ERASE else self._send(letter)
        result = await guarded(work, Place.COURIER)
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
            return judged(letter, error, before_sending=True)
        receiver, case = self._members.get(letter.recipient), self._cases.get(letter.id)
        if letter.klass == NoticeClass.PICTURE and case:
            return await self._pictures.send(letter, case, receiver, channel, lambda: self._held(letter))
        try:
            if held := self._held(letter):
                return held
            if known := await self._known(channel, letter):
                return known
            text, blocks = self._writer.write(letter, receiver, case)
            if held := self._held(letter):
                return held
            response = await self._client.chat_postMessage(
                channel=channel, text=text, blocks=blocks, unfurl_links=False, unfurl_media=False
            )
        except FAILURES as error:
            return judged(letter, error)
        return Attempt(letter, Fate.SENT if isinstance(response.get("ts"), str) else Fate.UNKNOWN)

    async def _erase(self, letter: Letter) -> Attempt:
        return self._held(letter) or await self._pictures.erase(letter)

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

    async def _known(self, channel: str, letter: Letter) -> Attempt | None:
        """How it ended already, where it may have left before; None: it is to be sent."""
        if letter.state == "pending" and not self._looks_first:
            return None
        found = await self._found(channel, letter.id)
        doubtful = letter.state != "pending"  # after a restore alone it is sent rather than lost
        if found or (found is None and doubtful and letter.not_after is not None):
            return Attempt(letter, Fate.SENT if found else Fate.COVERED)
        return None

    async def _found(self, channel: str, token: str) -> bool | None:
        """Whether Slack has the message already: its block id is the letter's own id.

        None where this app may not look: the strict profile goes without im:history.
        """
        try:
            history = await self._client.conversations_history(channel=channel, limit=HISTORY_LIMIT)
        except SlackApiError as error:
            if name_of(error) == "missing_scope":
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
            elif letter.attempt > len(TRIES) and letter.klass != NoticeClass.ERASE:
                unit.outbox.settle(letter, "dead", today)
            else:  # a promise to delete a file is never given up
                state = "unknown" if fate is Fate.UNKNOWN else _as_before(letter)
                unit.outbox.put_off(letter, state, unit.now + TRIES[min(letter.attempt, len(TRIES)) - 1])
            if fate is Fate.SENT:
                self._follow(unit, letter)
            level = logging.ERROR if _alarms(attempt) else logging.INFO
            log.event("attempt", level=level, outcome=fate, attempt=letter.attempt, kind=letter.klass)

    def _follow(self, unit: Unit, letter: Letter) -> None:
        """The picture that comes after a message, in a letter of its own."""
        case = self._cases.get(letter.id)
        if case is not None and pictures.follows(letter, case):
            after = replace(letter, klass=NoticeClass.PICTURE, not_before=unit.now)
            unit.outbox.add(after, f"{letter.id}:picture")


def _alarms(attempt: Attempt) -> bool:
    """Whether somebody has to see to it: nothing leaves, ours is refused, or a file stays that should be gone."""
    stays = attempt.letter.klass == NoticeClass.ERASE and attempt.letter.attempt > len(TRIES)
    return attempt.fate in {Fate.STOP, Fate.OURS} or (stays and attempt.fate is not Fate.SENT)


def _as_before(letter: Letter) -> str:
    """The state of a letter about which nothing new is known."""
    return "pending" if letter.state == "pending" else "unknown"
