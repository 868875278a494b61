"""Every answer of Slack to a message: nothing lost, nothing doubled, and never sooner than Slack asks."""

import logging
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from bot.handlers.stress_check.flow import StressCheck
from bot.notices import post
from bot.rules.cases import Notice, NoticeClass
from bot.sandbox.server import Setup
from bot.sandbox.town import Town, open_town
from bot.sandbox.web_api import Credentials
from bot.store.health import health
from bot.store.outbox import Letter
from scheduler.courier import LEASE
from tests.journeys import people as p

POST, HISTORY, OPEN = "chat.postMessage", "conversations.history", "conversations.open"
WITHOUT_HISTORY = tuple(scope for scope in Credentials().scopes if scope != "im:history")
ABSURD = 10 * LEASE  # a lease that no clock can have given counts as run out


@pytest.fixture(autouse=True)
def nothing_else_to_say(monkeypatch: pytest.MonkeyPatch) -> None:
    """The planner is not asked for this year's round meanwhile."""
    monkeypatch.setattr(StressCheck, "plan", lambda *_: ())


@pytest.fixture
async def town(tmp_path: Path, sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Town]:
    monkeypatch.setattr("bot.app.BACKGROUND_SECONDS", 1.0)  # the timeouts of Slack need not last 15 s here
    opened = await open_town(tmp_path, database_url=sqlite_url)
    yield opened
    await opened.stop()


@pytest.fixture
async def strict(tmp_path: Path, sqlite_url: str) -> AsyncIterator[Town]:
    """A workspace of the strict profile: no im:history, no composer."""
    setup = Setup(credentials=Credentials(scopes=WITHOUT_HISTORY), composer=False)
    opened = await open_town(tmp_path, database_url=sqlite_url, setup=setup)
    yield opened
    await opened.stop()


async def queue(town: Town, *people: str, ends: timedelta | None = None, klass: NoticeClass = NoticeClass.DUTY) -> None:
    """Put one notice for each into the outbox, to leave at once; with `ends` it is a nudge."""
    now = town.clock.now()
    notices = [
        Notice(person, klass, "", once=f"{number}:{person}", not_after=now + ends if ends else None)
        for number, person in enumerate(people)
    ]
    await town.program.store.run(lambda unit: post(unit, "peer_support", notices))
    town.clock.move_by(timedelta(minutes=6))


def calls(town: Town, method: str = POST) -> int:
    return town.sandbox.web_api.calls.count(method)


def received(town: Town, person: str = p.SUPPORTER) -> int:
    return len(p.sentences(town, person))


async def left(town: Town) -> tuple[int, int]:
    """How many messages still wait, and how many were given up."""
    return await town.program.store.read(lambda unit: (len(unit.outbox.waiting()), health(unit.connection).dead))


@dataclass(frozen=True)
class Row:
    """A way in which one call goes wrong, and whether the message is looked for before it is sent again."""

    kind: str
    method: str = POST
    details: Mapping[str, Any] = field(default_factory=dict)
    looked_up: bool = True


def named(name: str, method: str = POST, *, looked_up: bool = True) -> Row:
    return Row("error", method, {"name": name}, looked_up)


RECOVERING = {
    "internal_error": named("internal_error"),
    "fatal_error": named("fatal_error"),
    "service_unavailable": named("service_unavailable"),
    "request_timeout": named("request_timeout"),
    "an error nobody knows": named("something_new"),
    "500": Row("server_error"),
    "503": Row("server_error", details={"status": 503}),
    "HTML with 200": Row("html"),
    "timeout before storing": Row("timeout_before"),
    "timeout after storing": Row("timeout_after"),
    "reset before storing": Row("reset_before"),
    "reset after storing": Row("reset_after"),
    "429": Row("rate_limited", details={"retry_after": 30}, looked_up=False),
    "429 by name": named("ratelimited", looked_up=False),
    "503 before the message was written": Row("server_error", OPEN, {"status": 503}, looked_up=False),
    "reset before the message was written": Row("reset_after", OPEN, looked_up=False),
    "timeout before the message was written": Row("timeout_before", OPEN, looked_up=False),
    "429 before the message was written": Row("rate_limited", OPEN, {"retry_after": 30}, looked_up=False),
}


@pytest.mark.parametrize("row", RECOVERING.values(), ids=RECOVERING)
async def test_a_failed_try_ends_with_exactly_one_message(town: Town, row: Row) -> None:
    await queue(town, p.SUPPORTER)
    town.sandbox.faults.add(row.method, row.kind, **row.details)
    await town.settle()
    await town.step_by(minutes=10)
    assert received(town) == 1
    assert await left(town) == (0, 0)
    assert bool(calls(town, HISTORY)) == row.looked_up


@pytest.mark.parametrize(
    "name",
    ["channel_not_found", "user_not_found", "user_disabled", "cannot_dm_bot", "is_archived", "messages_tab_disabled"],
)
async def test_who_can_never_receive_it_is_tried_once_and_the_others_go_on(town: Town, name: str) -> None:
    await queue(town, p.SUPPORTER, p.OTHER_SUPPORTER)
    town.sandbox.faults.add(POST, "error", name=name)
    await town.settle()
    await town.step_by(days=1)
    assert received(town) + received(town, p.OTHER_SUPPORTER) == 1
    assert calls(town) == 2
    assert await left(town) == (0, 1)


@pytest.mark.parametrize("name", ["invalid_blocks", "msg_too_long", "no_text"])
async def test_our_own_mistake_is_given_up_with_an_alarm(
    town: Town, name: str, caplog: pytest.LogCaptureFixture
) -> None:
    await queue(town, p.SUPPORTER)
    town.sandbox.faults.add(POST, "error", name=name)
    await town.settle()
    assert await left(town) == (0, 1)
    assert alarms(caplog) == 1


@pytest.mark.parametrize("name", ["invalid_auth", "token_revoked", "account_inactive", "missing_scope"])
async def test_an_app_that_may_not_speak_stops_with_an_alarm_and_keeps_everything(
    town: Town, name: str, caplog: pytest.LogCaptureFixture
) -> None:
    await queue(town, p.SUPPORTER)
    town.sandbox.faults.add(POST, "error", name=name, times=1000)
    await town.settle()
    assert alarms(caplog) == 1
    await queue(town, p.OTHER_SUPPORTER)
    await town.settle()
    assert calls(town) == 1  # nothing more is tried for a while, for nobody
    await town.step_by(hours=4)
    assert await left(town) == (2, 0)
    town.sandbox.faults.clear()
    await town.step_by(minutes=11)
    assert (received(town), received(town, p.OTHER_SUPPORTER)) == (1, 1)


async def test_the_hours_without_a_token_do_not_count_as_tries(town: Town) -> None:
    await queue(town, p.SUPPORTER)
    town.sandbox.faults.add(POST, "error", name="token_revoked", times=1000)
    await town.step_by(hours=1, minutes=39)
    town.sandbox.faults.clear()
    town.sandbox.faults.add(POST, "server_error")
    await town.step_by(hours=1)
    assert received(town) == 1
    assert await left(town) == (0, 0)


async def test_slack_is_never_called_before_the_time_it_named(town: Town) -> None:
    everybody = (p.SUPPORTER, p.OTHER_SUPPORTER, p.HQ_SUPPORTER, p.WELFARE_HEAD, "U0IKEDA", "U0SHIMIZU")
    await queue(town, *everybody)
    town.sandbox.faults.add(POST, "rate_limited", retry_after=300)
    await town.settle()
    tried, all_calls = calls(town), len(town.sandbox.web_api.calls)
    await queue(town, "U0KONDO")
    town.clock.move_by(timedelta(minutes=-6))
    await town.step_by(seconds=299)
    assert town.sandbox.web_api.calls[all_calls:] == []
    await town.step_by(seconds=2)
    assert calls(town) > tried
    await town.step_by(minutes=6)
    assert [received(town, person) for person in (*everybody, "U0KONDO")] == [1] * 7


@pytest.mark.parametrize("header", ["soon", "", "²"])
async def test_an_unreadable_retry_after_is_a_minute(town: Town, header: str) -> None:
    await queue(town, p.SUPPORTER)
    town.sandbox.faults.add(POST, "rate_limited", retry_after=header)
    await town.settle()
    await town.step_by(seconds=59)
    assert calls(town) == 1
    await town.step_by(seconds=2)
    assert received(town) == 1


async def test_one_person_gets_at_most_one_message_a_second(town: Town) -> None:
    await queue(town, *[p.SUPPORTER] * 4)
    await town.settle()
    assert received(town) == 1
    await town.step_by(seconds=1)
    assert received(town) == 2
    await town.step_by(seconds=5)
    assert received(town) == 4
    moments = [float(message.ts) for message in town.sandbox.person(p.SUPPORTER).messages]
    assert all(later - earlier >= 1 for earlier, later in pairwise(moments))


async def test_danger_goes_before_everything_else(town: Town) -> None:
    await queue(town, *[p.SUPPORTER] * 20)
    await queue(town, p.OTHER_SUPPORTER, klass=NoticeClass.DANGER)
    town.sandbox.faults.add(POST, "rate_limited", times=100, retry_after=600)
    claimed = await town.program.store.run(lambda unit: unit.outbox.claim(unit.now, LEASE, 3))
    assert [letter.klass for letter in claimed].index(NoticeClass.DANGER) == 0


async def test_a_message_that_never_gets_through_is_given_up_after_six_tries_and_stops_nobody(town: Town) -> None:
    await queue(town, p.SUPPORTER)
    town.sandbox.faults.add(POST, "server_error", times=100)
    await town.step_by(days=2)
    assert await left(town) == (0, 1)
    assert calls(town) == 6
    town.sandbox.faults.clear()
    await queue(town, p.OTHER_SUPPORTER)
    await town.settle()
    assert received(town, p.OTHER_SUPPORTER) == 1


async def taken_by_a_process_that_died(town: Town) -> Letter:
    """A letter whose sender died with it, and whose lease has run out."""
    (letter,) = await town.program.store.run(lambda unit: unit.outbox.claim(unit.now, ABSURD, 1))
    return letter


async def test_after_a_crash_before_sending_it_is_looked_for_and_then_sent(town: Town) -> None:
    await queue(town, p.SUPPORTER)
    await taken_by_a_process_that_died(town)
    await town.settle()
    assert received(town) == 1
    assert [call for call in town.sandbox.web_api.calls if call in {HISTORY, POST}] == [HISTORY, POST]


async def test_after_a_crash_between_sending_and_noting_it_is_found_and_not_sent_again(town: Town) -> None:
    await queue(town, p.SUPPORTER)
    letter = await taken_by_a_process_that_died(town)
    blocks = [{"type": "divider", "block_id": letter.id}]
    await town.program.background.chat_postMessage(channel=p.SUPPORTER, text="お知らせがあります", blocks=blocks)
    await town.settle()
    await town.step_by(days=1)
    assert received(town) == 1
    assert calls(town) == 1
    assert await left(town) == (0, 0)


async def test_who_lost_the_lease_can_no_longer_say_how_it_ended(town: Town) -> None:
    await queue(town, p.SUPPORTER)
    late = await taken_by_a_process_that_died(town)
    town.sandbox.faults.add(POST, "rate_limited", retry_after=60)
    await town.settle()
    today = town.program.casework.office.day(town.clock.now())
    await town.program.store.run(lambda unit: unit.outbox.claim(unit.now + timedelta(hours=1), ABSURD, 1))
    assert not await town.program.store.run(lambda unit: unit.outbox.settle(late, "dead", today))
    await town.step_by(hours=2)
    assert received(town) == 1


@pytest.mark.parametrize("lost", ["server_error", "reset_before"])
async def test_without_history_a_nudge_is_dropped_and_the_next_stage_covers_it(strict: Town, lost: str) -> None:
    await queue(strict, p.SUPPORTER, ends=timedelta(days=1))
    strict.sandbox.faults.add(POST, lost)
    await strict.settle()
    await strict.step_by(hours=2)
    assert received(strict) == 0
    assert calls(strict) == 1
    assert await left(strict) == (0, 0)
    await queue(strict, p.OTHER_SUPPORTER)
    await strict.settle()
    assert received(strict, p.OTHER_SUPPORTER) == 1  # a missing scope for the history stops nothing else


async def test_without_history_what_no_later_stage_covers_is_sent_again(strict: Town) -> None:
    await queue(strict, p.SUPPORTER)
    strict.sandbox.faults.add(POST, "server_error")
    await strict.settle()
    await strict.step_by(minutes=10)
    assert received(strict) == 1
    assert await left(strict) == (0, 0)


async def test_a_nudge_that_surely_was_not_sent_is_sent_also_without_history(strict: Town) -> None:
    await queue(strict, p.SUPPORTER, ends=timedelta(days=1))
    strict.sandbox.faults.add(OPEN, "server_error")
    strict.sandbox.faults.add(POST, "rate_limited")
    await strict.settle()
    await strict.step_by(minutes=10)
    assert received(strict) == 1


async def test_a_slack_that_nobody_can_reach_is_tried_again_without_looking_for_anything(town: Town) -> None:
    await queue(town, p.SUPPORTER)
    client, there = town.program.background, town.program.background.base_url
    client.base_url = "http://127.0.0.1:9/api/"
    await town.settle()
    client.base_url = there
    await town.step_by(minutes=2)
    assert received(town) == 1
    assert calls(town, HISTORY) == 0


async def test_after_a_storm_of_every_fault_each_person_has_each_message_once(town: Town) -> None:
    everybody = [*p.SUPPORTERS, p.WELFARE_HEAD, p.ASKER]
    await queue(town, *everybody, *everybody)
    for row in RECOVERING.values():
        if not row.kind.startswith("timeout"):
            town.sandbox.faults.add(row.method, row.kind, **row.details)
    await town.step_by(hours=9)
    await town.step_by(days=1)
    assert {person: received(town, person) for person in everybody} == dict.fromkeys(everybody, 2)
    assert await left(town) == (0, 0)


def alarms(caplog: pytest.LogCaptureFixture) -> int:
    """How often the courier asked for somebody's attention."""
    return sum(one.levelno == logging.ERROR and one.name.endswith("courier") for one in caplog.records)
