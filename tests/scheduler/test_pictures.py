"""A picture goes to who asked for it, and goes away again: whatever fails, and wherever the process dies."""

import logging
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.handlers.hr_digest.flow import HrDigest
from bot.handlers.stress_check.flow import StressCheck
from bot.handlers.stress_check.rules.picture import OWN
from bot.notices import post
from bot.rules.cases import Case, Notice, NoticeClass
from bot.sandbox.server import Setup
from bot.sandbox.town import Town, connect_bot, open_town
from bot.sandbox.web_api import Credentials
from bot.store.health import health
from bot.store.ledger import UnitLedger
from bot.store.models import OutboxRow
from bot.store.unit import Unit
from scheduler import pictures
from scheduler.courier import LEASE
from tests.handlers.stress_check.cases import EXAMINEE, OTHER, in_office, put_check
from tests.journeys import people as p
from tests.test_pictures import DIGEST

ADDRESS, UPLOAD, COMPLETE, DELETE = (
    "files.getUploadURLExternal",
    "upload",
    "files.completeUploadExternal",
    "files.delete",
)
MINUTES = 60
PNG = "iVBORw0KGgo"  # the beginning of every PNG in base64
ABSURD = 10 * LEASE  # a lease that no clock can have given counts as run out


@pytest.fixture(autouse=True)
def nothing_else_to_say(monkeypatch: pytest.MonkeyPatch) -> None:
    """The planner is not asked for this year's round meanwhile; drawing, shown elsewhere, takes no time here."""
    monkeypatch.setattr(StressCheck, "plan", lambda *_: ())
    monkeypatch.setattr("scheduler.pictures.png", lambda _: b"\x89PNG\r\n\x1a\n drawn")


@pytest.fixture
async def town(tmp_path: Path, sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Town]:
    monkeypatch.setattr("bot.app.BACKGROUND_SECONDS", 0.6)
    opened = await open_town(tmp_path, database_url=sqlite_url)
    yield opened
    await opened.stop()


async def asked(town: Town, person: str = EXAMINEE) -> Case:
    """Somebody has their result and has asked for the picture of it."""
    case = await put_check(town, "read", person=person)
    await queue(town, case, person)
    return case


async def queue(town: Town, case: Case, person: str, **other: Any) -> None:
    now = town.clock.now()
    notice = Notice(
        person, NoticeClass.PICTURE, case.id, f"{case.id}:{now.isoformat()}", topic=OWN,
        not_after=now + timedelta(minutes=MINUTES),
    )  # fmt: skip
    await town.program.store.run(lambda unit: post(unit, "stress_check", [replace(notice, **other)]))


def files(town: Town) -> list[dict[str, Any]]:
    """Everything that stands in Slack as a file, deleted or not."""
    return [one for one in town.sandbox.workspace.files.values() if one["complete"]]


def there(town: Town) -> list[dict[str, Any]]:
    return [one for one in files(town) if not one["deleted"]]


def calls(town: Town, method: str) -> int:
    return town.sandbox.web_api.calls.count(method)


async def letters(town: Town) -> list[str]:
    """The classes of what is still to be done, as the database has them."""
    return [row.klass for row in await p.rows(town, OutboxRow) if row.state not in {"sent", "dropped", "dead"}]


async def left(town: Town) -> tuple[int, int]:
    """How many letters still wait, and how many were given up."""
    given_up = await town.program.store.read(lambda unit: health(unit.connection).dead)
    return len(await letters(town)), given_up


async def test_it_comes_at_once_into_the_own_dm_and_goes_after_the_minutes(town: Town) -> None:
    await asked(town)
    await town.settle()
    (file,) = there(town)
    assert (file["name"], file["title"], file["shared_with"]) == ("chart.png", "chart.png", [EXAMINEE])
    assert file["content"].startswith(PNG)
    assert file["alt"] == ""  # with a description Slack may take it and yet show it to nobody
    (message,) = town.sandbox.person(EXAMINEE).messages
    assert (message.text, message.files) == (p.NEWS, [file["id"]])
    assert await town.program.store.read(lambda unit: unit.outbox.waiting()) == []  # a promise is no message
    await town.step_by(minutes=MINUTES - 1)
    assert there(town)
    await town.step_by(minutes=2)
    assert there(town) == []
    assert files(town)[0]["deleted"]
    assert await left(town) == (0, 0)


async def test_at_night_and_on_a_holiday_it_comes_and_goes_all_the_same(town: Town) -> None:
    await town.step(p.at(2026, 9, 20, 22, 30))
    await asked(town)
    await town.settle()
    assert there(town)
    await town.step_by(minutes=MINUTES + 1)
    assert there(town) == []


async def test_the_promise_is_written_before_the_first_byte_leaves(town: Town) -> None:
    await asked(town)
    town.sandbox.faults.add(UPLOAD, "server_error", times=1)
    await town.settle()
    assert files(town) == []
    waiting = await letters(town)
    assert sorted(waiting) == ["erase", "picture"]


WAYS: dict[str, tuple[str, str, dict[str, Any]]] = {
    f"{method}: {kind}": (method, kind, {"seconds": 0.9} if kind.startswith("timeout") else {})
    for method in (ADDRESS, UPLOAD, COMPLETE)
    for kind in ("server_error", "html", "timeout_before", "timeout_after", "reset_before", "reset_after")
    if (method, kind) != (UPLOAD, "html")  # whatever page answers with 200, the next call finds no file
} | {
    f"{method}: {name}": (method, "error", {"name": name})
    for method in (ADDRESS, COMPLETE)
    for name in ("internal_error", "fatal_error", "file_not_found", "something_new")
}


@pytest.mark.parametrize(("method", "kind", "details"), WAYS.values(), ids=WAYS)
async def test_every_failure_ends_with_a_picture_that_goes_away(
    town: Town, method: str, kind: str, details: dict[str, Any]
) -> None:
    await asked(town)
    town.sandbox.faults.add(method, kind, **details)
    await town.settle()
    await town.step_by(minutes=8)
    assert len(there(town)) == 1
    assert {one["shared_with"][0] for one in files(town)} == {EXAMINEE}
    await town.step_by(minutes=MINUTES + 1)
    assert there(town) == []
    assert await left(town) == (0, 0)


async def test_after_an_unknown_outcome_the_second_file_replaces_the_first(town: Town) -> None:
    await asked(town)
    town.sandbox.faults.add(COMPLETE, "reset_after", times=2)
    await town.settle()
    await town.step_by(minutes=10)
    assert [one["deleted"] for one in files(town)] == [True, True, False]
    await town.step_by(minutes=MINUTES + 10)
    assert there(town) == []
    assert await left(town) == (0, 0)


async def test_where_the_first_cannot_be_deleted_at_once_it_has_a_promise_of_its_own(town: Town) -> None:
    await asked(town)
    town.sandbox.faults.add(COMPLETE, "reset_after")
    town.sandbox.faults.add(DELETE, "server_error")
    await town.settle()
    await town.step_by(minutes=3)
    assert len(there(town)) == 2
    await town.step_by(minutes=MINUTES + 3)
    assert there(town) == []
    assert await left(town) == (0, 0)


async def test_it_goes_although_the_program_was_off_at_that_minute(town: Town) -> None:
    await asked(town)
    await town.settle()
    await town.disconnect()
    town.clock.move_by(timedelta(days=3))
    assert there(town)
    again = await connect_bot(town.sandbox, town.clock, town.settings)
    await again.settle()
    assert there(town) == []
    assert await left(again) == (0, 0)
    town.program, town.handler = again.program, again.handler  # for whoever tidies up


async def test_slack_asks_to_wait_and_nothing_is_called_before(town: Town) -> None:
    await asked(town)
    town.sandbox.faults.add(COMPLETE, "rate_limited", retry_after=300)
    await town.settle()
    tried = len(town.sandbox.web_api.calls)
    await town.step_by(seconds=290)
    assert len(town.sandbox.web_api.calls) == tried
    await town.step_by(seconds=20)
    assert len(there(town)) == 1
    await town.step_by(minutes=MINUTES + 1)
    assert there(town) == []


@pytest.mark.parametrize("name", ["missing_scope", "file_uploads_disabled", "file_type_not_allowed"])
async def test_where_no_files_may_be_sent_everything_else_still_leaves(
    town: Town, name: str, caplog: pytest.LogCaptureFixture
) -> None:
    await asked(town)
    town.sandbox.faults.add("files.*", "error", name=name, times=100)
    await town.settle()
    assert any(one.levelno == logging.ERROR for one in caplog.records)
    await town.program.store.run(
        lambda unit: post(unit, "peer_support", [Notice(OTHER, NoticeClass.ANSWER, "", "x", topic="text")])
    )
    await town.settle()
    assert len(p.sentences(town, OTHER)) == 1
    assert await left(town) == (0, 1)


async def test_killed_between_two_steps_it_is_begun_again_and_no_file_stays(town: Town) -> None:
    for stop_after in (ADDRESS, UPLOAD, COMPLETE):
        await killed_after(town, stop_after)
    await town.step_by(minutes=10)
    assert there(town)
    await town.step_by(minutes=2 * MINUTES)
    assert there(town) == []
    assert (await left(town))[0] == 0


async def killed_after(town: Town, method: str) -> None:
    """The process dies after this call, with its letter under way; its lease runs out."""
    case = await put_check(town, "read", person=EXAMINEE, period=str(2000 + len(town.sandbox.web_api.calls)))
    await queue(town, case, EXAMINEE)
    (letter,) = await town.program.store.run(lambda unit: unit.outbox.claim(unit.now, ABSURD, 1))
    parts = pictures.Pictures(
        town.program.store, town.program.words, town.program.background, town.program.clock
    )  # fmt: skip
    channel = town.sandbox.workspace.state(EXAMINEE).channel
    before = calls(town, method)

    def dead() -> None:
        if calls(town, method) > before:
            raise Died

    try:
        await parts.send(letter, case, None, channel, dead)
    except Died:
        return
    assert method == COMPLETE  # it was sent, and nobody knows


class Died(Exception):
    """The process is no more."""


NAMES = ("internal_error", "cant_delete_file", "missing_scope", "token_revoked")


@pytest.mark.parametrize(
    ("kind", "details"),
    [
        ("server_error", {}), ("html", {}), ("reset_before", {}), ("reset_after", {}),
        ("timeout_after", {"seconds": 0.9}), ("rate_limited", {"retry_after": 60}),
        *(("error", {"name": name}) for name in NAMES),
    ],
)  # fmt: skip
async def test_deleting_is_tried_again_until_it_is_done(town: Town, kind: str, details: dict[str, Any]) -> None:
    await asked(town)
    await town.settle()
    town.sandbox.faults.add(DELETE, kind, **details)
    await town.step_by(minutes=MINUTES + 1)
    await town.step_by(minutes=15)
    assert there(town) == []
    assert await left(town) == (0, 0)


async def test_the_promise_is_never_given_up_and_somebody_is_called(
    town: Town, caplog: pytest.LogCaptureFixture
) -> None:
    await asked(town)
    await town.settle()
    town.sandbox.faults.add(DELETE, "error", name="cant_delete_file", times=12)
    await town.step_by(days=1)
    assert there(town)
    assert any(one.levelno == logging.ERROR for one in caplog.records)
    await town.step_by(days=2)
    assert there(town) == []
    assert await left(town) == (0, 0)


async def test_it_goes_although_its_person_has_left_and_the_case_is_gone(town: Town) -> None:
    await asked(town)
    await town.settle()
    member = town.sandbox.workspace.members[EXAMINEE]
    town.sandbox.change_member(replace(member, deleted=True))
    await town.sandbox.quiet()
    await town.step_by(minutes=MINUTES + 1)
    assert there(town) == []


@pytest.mark.parametrize("who", [OTHER, p.SUPERIOR, "U0KOBAYASHI", "U0KATO"])
async def test_to_nobody_else_whatever_the_letter_says(town: Town, who: str) -> None:
    case = await put_check(town, "read", person=EXAMINEE)
    await queue(town, case, who)
    await town.settle()
    assert town.sandbox.workspace.files == {}
    assert await left(town) == (0, 0)


async def test_what_could_not_be_sent_in_its_time_is_not_sent_late(town: Town) -> None:
    await asked(town)
    town.sandbox.faults.add(ADDRESS, "server_error", times=100)
    await town.step_by(hours=3)
    town.sandbox.faults.clear()
    await town.step_by(hours=5)
    assert files(town) == []
    assert (await left(town))[0] == 0


async def test_the_log_tells_nothing_of_it(town: Town, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    case = await asked(town)
    await town.settle()
    await town.step_by(minutes=MINUTES + 1)
    written = " ".join(str(one.__dict__.get("line", "")) for one in caplog.records)
    assert "kind=picture" in written
    assert not any(secret in written for secret in (EXAMINEE, case.id, files(town)[0]["id"], "chart"))


async def test_in_the_strict_profile_it_comes_once_and_goes(
    tmp_path: Path, sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.app.BACKGROUND_SECONDS", 0.6)
    scopes = tuple(scope for scope in Credentials().scopes if scope != "im:history")
    setup = Setup(credentials=Credentials(scopes=scopes), composer=False)
    strict = await open_town(tmp_path, database_url=sqlite_url, setup=setup)
    try:
        await asked(strict)
        strict.sandbox.faults.add(COMPLETE, "reset_after")
        await strict.settle()
        await strict.step_by(minutes=3)
        assert len(there(strict)) == 1
        assert calls(strict, "conversations.history") == 0
        await strict.step_by(minutes=MINUTES + 3)
        assert there(strict) == []
        assert await left(strict) == (0, 0)
    finally:
        await strict.stop()


async def test_an_app_without_the_scope_draws_nothing_for_anybody(tmp_path: Path, sqlite_url: str) -> None:
    without = tuple(scope for scope in Credentials().scopes if not scope.startswith("files:"))
    opened = await open_town(
        tmp_path, database_url=sqlite_url, setup=Setup(credentials=Credentials(scopes=without))
    )  # fmt: skip
    try:
        await asked(opened)
        await opened.settle()
        assert opened.sandbox.workspace.files == {}
        assert await left(opened) == (0, 1)
    finally:
        await opened.stop()


# ---- the digest: its words, then its picture ----


@pytest.fixture
async def office(tmp_path: Path, sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Town]:
    """A town whose house knows the digest."""
    from bot.handlers import registry

    if not any(flow.name == "hr_digest" for flow in registry.FLOWS):
        monkeypatch.setattr("bot.app.FLOWS", (*registry.FLOWS, HrDigest(registry.ALL_BUT_OWN)))
    monkeypatch.setattr(HrDigest, "plan", lambda *_: ())
    opened = await open_town(tmp_path, database_url=sqlite_url)
    yield opened
    await opened.stop()


async def publish(town: Town, body: dict[str, Any], reader: str = p.DIGEST_READER) -> None:
    def work(unit: Unit) -> None:
        ledger = UnitLedger(unit)
        case = Case(
            ledger.case_id_for("hr_digest", "digest", "", body["month"]), "hr_digest", "digest", "published", 0,
            "2026-09", "v1", body["month"], body,
        )  # fmt: skip
        unit.casebook.open(case, ())
        news = Notice(reader, NoticeClass.ANNOUNCEMENT, case.id, f"digest:{reader}", topic="digest")
        post(unit, "hr_digest", [news])

    await town.program.store.run(work)


async def sworn(town: Town) -> None:
    await in_office(town, p.DIGEST_READER)


async def test_the_digest_comes_in_words_with_its_heading_alone_as_the_fallback(office: Town) -> None:
    await sworn(office)
    await publish(office, DIGEST)
    await p.slot(office)
    await office.step_by(minutes=1)
    words, picture = office.sandbox.person(p.DIGEST_READER).messages
    assert words.text == "月次のまとめ（2026年8月分）"
    shown = str(words.blocks)
    assert "ピアサポート：支援の記録 34件" in shown
    assert "少数のため表示しません" in shown
    assert words.blocks[-1]["elements"][0]["action_id"] == "open"
    assert picture.text == p.NEWS
    await office.step_by(days=2)
    assert len(there(office)) == 1  # it is for the office, and stays


async def test_without_anything_to_read_there_is_no_picture(office: Town) -> None:
    await sworn(office)
    await publish(office, {**DIGEST, "flows": [{**one, "total": None, "cells": []} for one in DIGEST["flows"]]})
    await p.slot(office)
    await office.step_by(minutes=5)
    assert len(office.sandbox.person(p.DIGEST_READER).messages) == 1
    assert office.sandbox.workspace.files == {}


async def test_before_the_oath_the_digest_is_only_news(office: Town) -> None:
    await publish(office, DIGEST)
    await p.slot(office)
    await office.step_by(minutes=5)
    assert p.sentences(office, p.DIGEST_READER) == [p.NEWS]
    assert "34" not in str(office.sandbox.person(p.DIGEST_READER).messages[0].blocks)
    assert office.sandbox.workspace.files == {}


async def test_a_lost_answer_to_the_digest_sends_its_picture_once(office: Town) -> None:
    await sworn(office)
    await publish(office, DIGEST)
    office.sandbox.faults.add("chat.postMessage", "reset_after")
    await p.slot(office)
    await office.step_by(minutes=10)
    assert p.sentences(office, p.DIGEST_READER) == ["月次のまとめ（2026年8月分）", p.NEWS]
    assert len(there(office)) == 1
