"""Sends a picture as a file into one DM, and keeps the promise to delete it (Aku 8(1), 15; D3).

The promise is in the database before the first byte leaves. A try whose outcome nobody knows may be made again: the
second file has a promise of its own, and a promise about a file that never came is kept by finding none. Once the
second one is there, the first goes at once; only where the process died between the two it stays for its minutes.
"""

import asyncio
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import timedelta

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.clock import Clock
from bot.handlers.flow import Click
from bot.handlers.hr_digest.views import picture as digests
from bot.handlers.stress_check.rules import picture as stress
from bot.handlers.stress_check.rules.moves import FLOW as STRESS_CHECK
from bot.handlers.stress_check.views import picture as profiles
from bot.members import Member
from bot.pictures import FILE_NAME, TITLE, Picture, png
from bot.rules.cases import Case, NoticeClass
from bot.rules.people import Principal
from bot.rules.policy import Policy
from bot.store.outbox import Letter
from bot.store.unit import Store, Unit
from bot.words import Words, language_of
from scheduler.fates import FAILURES, PAUSING, Attempt, Fate, judged, name_of
from scheduler.letters import DIGEST, speaker

METHODS = ("files.getUploadURLExternal", "files.completeUploadExternal", "files.delete")
PATIENCE_SECONDS = 10.0  # to write a promise; the lease of the letter goes on meanwhile
NO_SCOPE = "missing_scope"  # stops pictures, and nothing else
GONE = frozenset({"file_not_found", "file_deleted"})

DRAWN: Mapping[tuple[str, str], Callable[[Click, Case, Policy], Picture | None]] = {
    (STRESS_CHECK, stress.OWN): lambda click, case, _: profiles.own(click, case),
    (STRESS_CHECK, stress.GROUPS): lambda click, case, _: profiles.groups(click, case),
    DIGEST: lambda click, case, policy: digests.picture(click.say, click.language, case.body, policy),
}
"""What is drawn, by the flow and topic of a letter."""
STAYING = frozenset({DIGEST})  # for the office, not for one person


def shows(letter: Letter) -> bool:
    """Whether a letter shows what its case holds, as a picture or in its own words."""
    return letter.klass == NoticeClass.PICTURE or (letter.flow, letter.topic) == DIGEST


def follows(letter: Letter, case: Case) -> bool:
    """Whether a picture comes after this message: after a digest in which anything may be read (D3)."""
    return letter.klass == NoticeClass.ANNOUNCEMENT and digests.has_one(case.body)


class Pictures:
    """Draws when a letter is delivered, from the case as it is then."""

    def __init__(self, store: Store, words: Words, client: AsyncWebClient, clock: Clock) -> None:
        self._store = store
        self._words = words
        self._client = client
        self._clock = clock
        self._policy = store.house.policy
        self._doubtful: dict[str, list[str]] = {}  # by letter: files that may have come, or not

    async def send(
        self, letter: Letter, case: Case, receiver: Member | None, channel: str, held: Callable[[], Attempt | None]
    ) -> Attempt:
        """One try, in three calls; `held` says before each whether it may still be made."""
        language = language_of(receiver.locale if receiver else None)
        content = await asyncio.to_thread(self._drawn, letter, case, language)
        if content is None:
            return Attempt(letter, Fate.COVERED)
        try:
            if stopped := held():
                return stopped
            # Without alt_txt: a file with it may be taken with "ok" and yet never shared (python-slack-sdk issue 1818).
            place = await self._client.files_getUploadURLExternal(filename=FILE_NAME, length=len(content))
            file = str(place["file_id"])
            if (letter.flow, letter.topic) not in STAYING:
                await self._store.run(lambda unit: self._promise(unit, letter.flow, file), PATIENCE_SECONDS)
            if stopped := held():
                return stopped
            await self._upload(str(place["upload_url"]), content)
        except FAILURES as error:
            return _judged(letter, error, before_sending=True)
        attempt = await self._share(letter, file, channel, self._words.say("notice-news", language), held)
        await self._only_one(attempt, file, held)
        return attempt

    async def _share(
        self, letter: Letter, file: str, channel: str, words: str, held: Callable[[], Attempt | None]
    ) -> Attempt:
        """The last of the calls: from here on the file may be there."""
        if stopped := held():
            return stopped
        try:
            await self._client.files_completeUploadExternal(
                files=[{"id": file, "title": TITLE}], channel_id=channel, initial_comment=words
            )  # fmt: skip
        except FAILURES as error:
            return _judged(letter, error)
        return Attempt(letter, Fate.SENT)

    async def _only_one(self, attempt: Attempt, file: str, held: Callable[[], Attempt | None]) -> None:
        """After a picture has come: without the ones of earlier tries, if they came too."""
        if attempt.fate is Fate.UNKNOWN:
            self._doubtful.setdefault(attempt.letter.id, []).append(file)
        if attempt.fate is Fate.SENT:
            for earlier in self._doubtful.pop(attempt.letter.id, ()):
                with suppress(*FAILURES):  # what cannot be deleted now goes as promised
                    if not held():
                        await self._client.files_delete(file=earlier)

    async def erase(self, letter: Letter) -> Attempt:
        """Delete the file; whatever else is wrong, it is tried again."""
        try:
            await self._client.files_delete(file=letter.topic)
        except FAILURES as error:
            name = name_of(error) if isinstance(error, SlackApiError) else ""
            attempt = judged(letter, error, before_sending=True)
            if name in GONE:
                return Attempt(letter, Fate.SENT)
            return attempt if attempt.fate in PAUSING and name != NO_SCOPE else Attempt(letter, Fate.NOT_SENT)
        return Attempt(letter, Fate.SENT)

    def _promise(self, unit: Unit, flow: str, file: str) -> None:
        """From now on the file will be deleted, whatever becomes of this try and of this process."""
        minutes = timedelta(minutes=self._policy.stress_check.picture_minutes)
        erasing = Letter(
            id="", klass=NoticeClass.ERASE, recipient="", flow=flow, about="", topic=file, due_on=None,
            not_before=unit.now + minutes, not_after=None, attempt=0, state="pending",
        )  # fmt: skip
        unit.outbox.add(erasing, f"erase:{file}")

    async def _upload(self, address: str, content: bytes) -> None:
        """The bytes alone, without the token: the address itself is the permission."""
        session = self._client.session
        if session is None:
            raise ConnectionError("the client has no session")
        async with session.post(address, data=content) as answer:
            answer.raise_for_status()

    def _drawn(self, letter: Letter, case: Case, language: str) -> bytes | None:
        who = Principal(letter.recipient, self._store.house.team)
        say = speaker(self._words, language, self._policy)
        reader = Click(who, language, self._clock.now(), "", say, lambda *_, **__: "")
        picture = DRAWN[letter.flow, letter.topic](reader, case, self._policy)
        return png(picture) if picture else None


def _judged(letter: Letter, error: Exception, *, before_sending: bool = False) -> Attempt:
    """As for a message; but an app that may not send files may still send everything else."""
    if isinstance(error, SlackApiError) and name_of(error) == NO_SCOPE:
        return Attempt(letter, Fate.OURS)
    return judged(letter, error, before_sending=before_sending)
