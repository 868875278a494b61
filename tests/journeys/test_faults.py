"""A busy or full database, a Slack that misbehaves, presses and events that come twice: nothing lost or doubled."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import select

from bot.commands.run import connect, until_stopped
from bot.errors import Disconnected
from bot.rules.cases import Purpose
from bot.sandbox.town import Town, connect_bot
from bot.store.engine import connect as open_database
from bot.store.models import AuditHeadRow, table
from tests.handlers import forged
from tests.journeys import people as p
from tests.journeys.test_danger import page_rows, paged
from tests.journeys.test_talk import open_talk, records, taken_on

BUSY_FORM = "混み合っています。まだ送信されていません。書いた内容はこのまま残っています。"
BUSY_BUTTON = "混み合っています。まだ何も変わっていません。"
AS_MANY_PAGES_AS_IT_LIKES = 1_073_741_823


@contextmanager
def somebody_else_writing(town: Town) -> Iterator[None]:
    """Another connection holds the write lock, as a backup or a second program would."""
    database = open_database(town.settings.database_url)
    with database.write.connect() as connection:
        connection.begin()
        if not database.is_sqlite:
            connection.execute(select(table(AuditHeadRow).c.id).with_for_update())
        yield
    database.close()


async def form(town: Town, message: str = "とっておきたい文") -> Any:
    await p.go_home(town, p.ASKER)
    asker = await p.press(town, p.ASKER, "peer_support.start")
    chosen = p.option(asker.modal or {}, "supporter", "林 さくら")
    await asker.fill({"topic": "work", "supporter": chosen, "means": "phone", "message": message})
    return asker


async def asked(town: Town) -> Any:
    """A request lies open in front of its supporter."""
    await p.swear(town, p.SUPPORTER)
    await p.ask(town)
    await p.go_home(town, p.SUPPORTER)
    return await p.press(town, p.SUPPORTER, "peer_support.case")


async def the_case(town: Town) -> Any:
    (case,) = await forged.cases_of(town, p.SUPPORTER, Purpose.HANDLER)
    return case


async def test_while_the_database_is_held_the_form_stays_open_and_later_works_once(town: Town) -> None:
    asker = await form(town)
    with somebody_else_writing(town):
        await asker.submit()
        assert asker.trouble is None  # Slack had its answer in time
        assert list(asker.errors.values()) == [BUSY_FORM + "少し待って、もう一度送信してください。"]
        assert asker.values["message"]["input"]["value"] == "とっておきたい文"
    assert await forged.cases_of(town, p.ASKER) == []
    await asker.submit()
    assert "送りました" in asker.text()
    await town.step_by(minutes=6)
    assert len(await forged.cases_of(town, p.ASKER)) == 1
    assert len(p.sentences(town, p.SUPPORTER)) == 1


async def test_while_the_database_is_held_a_button_says_so_and_later_works_once(town: Town) -> None:
    supporter = await asked(town)
    with somebody_else_writing(town):
        await p.press(town, p.SUPPORTER, "peer_support.accept")
        assert BUSY_BUTTON in supporter.text()
    assert (await the_case(town)).state == "requested"
    await supporter.close()
    await p.press(town, p.SUPPORTER, "peer_support.accept")
    assert (await the_case(town)).state == "accepted"


@p.on_sqlite
async def test_while_the_database_is_held_an_event_is_not_acknowledged_and_slack_sends_it_again(town: Town) -> None:
    asker = town.sandbox.person(p.ASKER)
    with somebody_else_writing(town):
        await asker.type_message("こんにちは")  # comes back after the first attempt, which has failed
    await town.sandbox.quiet()
    await town.step_by(minutes=30)
    assert len([one for one in asker.messages if one.author == "app"]) == 1


@p.on_sqlite
async def test_a_full_disk_keeps_the_form_and_needs_no_restart(town: Town) -> None:
    asker = await form(town, "あ" * 3000)

    def room(pages: int) -> None:
        pragma = f"PRAGMA max_page_count={pages}"
        town.program.store.writer.submit(lambda connection: connection.exec_driver_sql(pragma).scalar()).result()

    await asyncio.to_thread(room, 1)  # SQLite takes no less than there is
    await asker.submit()
    (sentence,) = asker.errors.values()
    assert "送信できませんでした。書いた内容はこのまま残っています。" in sentence
    assert asker.values["message"]["input"]["value"] == "あ" * 3000
    await asyncio.to_thread(room, AS_MANY_PAGES_AS_IT_LIKES)
    assert await forged.cases_of(town, p.ASKER) == []
    assert await forged.waiting(town) == 0
    await asker.submit()
    assert "送りました" in asker.text()
    assert len(await forged.cases_of(town, p.ASKER)) == 1


async def test_two_identical_forms_at_once_and_a_third_later_are_one_request(town: Town) -> None:
    await form(town)
    payload = forged.submission(town, p.ASKER)
    answers = await asyncio.gather(forged.send(town, payload), forged.send(town, payload))
    later = await forged.send(town, payload)
    assert all(answer["response_action"] == "update" for answer in (*answers, later))
    assert "林 さくらさんにお願いしています" in str(later)  # what was stored the first time
    await town.step_by(minutes=6)
    assert len(await forged.cases_of(town, p.ASKER)) == 1
    assert len(p.sentences(town, p.SUPPORTER)) == 1


@p.on_sqlite
async def test_a_form_refused_for_one_field_can_still_be_sent_once(town: Town) -> None:
    await form(town)
    payload = forged.submission(town, p.ASKER)
    wrong = payload["view"]["state"]["values"] | {"topic": {}}
    await forged.send(town, payload | {"view": payload["view"] | {"state": {"values": wrong}}})
    await forged.send(town, payload)
    assert len(await forged.cases_of(town, p.ASKER)) == 1


async def test_a_double_click_accepts_once(town: Town) -> None:
    supporter = await asked(town)
    value = forged.value_of(supporter.modal, "peer_support.accept")
    view = town.sandbox.views.payload(supporter.modal)
    place = {"container": {"type": "view", "view_id": view["id"]}, "view": view}
    action = {"type": "button", "block_id": "b", "action_id": "peer_support.accept", "value": value}
    presses = [town.sandbox.payloads.click(p.SUPPORTER, action, place) for _ in range(2)]
    await asyncio.gather(*(forged.send(town, press) for press in presses))
    case = await the_case(town)
    assert (case.state, case.rev) == ("accepted", 2)
    assert len(supporter.modals) == 1  # no complaint on top
    await town.step_by(minutes=6)
    assert p.sentences(town, p.ASKER) == [p.NEWS]


@p.on_sqlite
async def test_a_double_click_on_the_oath_is_one_oath_and_no_complaint(town: Town) -> None:
    await p.go_home(town, p.SUPPORTER)
    supporter = await p.press(town, p.SUPPORTER, "peer_support.write_down")
    await p.fill_record(supporter)
    await supporter.submit()
    value = forged.value_of(supporter.modal or {}, "home.swear")
    view = town.sandbox.views.payload(supporter.modal or {})
    place = {"container": {"type": "view", "view_id": view["id"]}, "view": view}
    action = {"type": "button", "block_id": "b", "action_id": "home.swear", "value": value}
    presses = [town.sandbox.payloads.click(p.SUPPORTER, action, place) for _ in range(2)]
    await asyncio.gather(*(forged.send(town, press) for press in presses))
    assert "約束を受け取りました" in supporter.text()


@p.on_sqlite
async def test_the_same_press_from_a_second_device_shows_what_the_first_one_did(town: Town) -> None:
    supporter = await asked(town)
    value = forged.value_of(supporter.modal, "peer_support.accept")
    await p.press(town, p.SUPPORTER, "peer_support.accept")
    await p.go_home(town, p.SUPPORTER)
    await forged.send(town, forged.press(town, p.SUPPORTER, "peer_support.accept", value))
    assert "ひと区切りついた" in supporter.text()
    assert (await the_case(town)).rev == 2


@p.on_sqlite
@pytest.mark.parametrize("name", ["trigger_expired", "trigger_exchanged", "internal_error"])
async def test_a_modal_that_could_not_be_opened_changes_nothing_and_opens_with_the_next_press(
    town: Town, name: str
) -> None:
    asker = await p.go_home(town, p.ASKER)
    town.sandbox.faults.add("views.open", "error", name=name)
    await p.press(town, p.ASKER, "peer_support.start")
    assert asker.modal is None
    await p.press(town, p.ASKER, "peer_support.start")
    assert asker.modal is not None


@p.on_sqlite
@pytest.mark.parametrize("kind", ["server_error", "html", "rate_limited", "reset_before", "reset_after"])
async def test_a_screen_that_could_not_be_replaced_leaves_the_act_done_once(town: Town, kind: str) -> None:
    supporter = await asked(town)
    town.sandbox.faults.add("views.update", kind)
    await p.press(town, p.SUPPORTER, "peer_support.accept")
    assert (await the_case(town)).state == "accepted"
    if "peer_support.accept" in str(supporter.modal):  # the old screen is still there: pressed again
        await p.press(town, p.SUPPORTER, "peer_support.accept")
    assert "引き受け" in supporter.text()
    assert (await the_case(town)).rev == 2
    await town.step_by(minutes=6)
    assert p.sentences(town, p.ASKER) == [p.NEWS]


@p.on_sqlite
async def test_a_view_that_was_replaced_meanwhile_is_not_overwritten(town: Town) -> None:
    supporter = await asked(town)
    view = town.sandbox.views.payload(supporter.modal)
    place = {"container": {"type": "view", "view_id": view["id"]}, "view": view | {"hash": "older"}}
    value = forged.value_of(supporter.modal, "peer_support.accept")
    action = {"type": "button", "block_id": "b", "action_id": "peer_support.accept", "value": value}
    before = supporter.text()
    await forged.send(town, town.sandbox.payloads.click(p.SUPPORTER, action, place))
    assert supporter.text() == before
    assert (await the_case(town)).state == "accepted"


@p.on_sqlite
async def test_duplicate_and_late_events_have_one_effect(town: Town) -> None:
    asker = town.sandbox.person(p.ASKER)
    town.sandbox.faults.duplicate_events = 1
    await asker.type_message("一つ目")
    town.sandbox.faults.late_events = 1
    await asker.type_message("二つ目")
    await town.step_by(minutes=30)
    town.sandbox.socket.release_late_events()
    await town.sandbox.quiet()
    await town.step_by(minutes=30)
    assert len([one for one in asker.messages if one.author == "app"]) == 2


@p.on_sqlite
async def test_an_acknowledgement_that_got_lost_leaves_one_request(town: Town) -> None:
    asker = await form(town)
    town.sandbox.faults.lost_acks = 1
    await asker.submit()
    assert asker.trouble is not None  # Slack's client complains, so the person sends it again
    await asker.submit()
    assert "林 さくらさんにお願いしています" in asker.text()
    await town.step_by(minutes=6)
    assert len(await forged.cases_of(town, p.ASKER)) == 1
    assert len(p.sentences(town, p.SUPPORTER)) == 1


async def test_words_of_a_talk_outlive_a_held_database_and_a_lost_acknowledgement_and_stand_there_once(
    town: Town,
) -> None:
    await taken_on(town)
    asker = await open_talk(town, p.ASKER)
    with somebody_else_writing(town):
        await asker.submit({"text": "とっておきたい文"})
        assert list(asker.errors.values()) == [BUSY_FORM + "少し待って、もう一度送信してください。"]
    assert await records(town, "message") == []
    town.sandbox.faults.lost_acks = 1
    await asker.submit()
    assert asker.trouble is not None
    assert asker.values["text"]["input"]["value"] == "とっておきたい文"
    await asker.submit()
    (said,) = await records(town, "message")
    assert said.body["text"] == "とっておきたい文"
    await p.slot(town)
    assert p.sentences(town, p.SUPPORTER)[1:] == [p.NEWS]


@p.on_sqlite
async def test_a_call_that_could_not_be_written_says_so_and_the_next_tap_calls_once(town: Town) -> None:
    await p.go_home(town, p.ASKER)
    await p.press(town, p.ASKER, "home.help")
    with somebody_else_writing(town):
        asker = await p.press(town, p.ASKER, "danger.call")
        assert BUSY_BUTTON in asker.text()
    await asker.close()
    await asyncio.gather(*(p.press(town, p.ASKER, "danger.call") for _ in range(2)))  # in a hurry
    await town.settle()
    assert paged(town) == [1, 0, 0]
    assert len(await page_rows(town)) == 1


@p.on_sqlite
async def test_a_refreshed_connection_serves_on(town: Town) -> None:
    asker = await form(town)
    await town.sandbox.socket.disconnect()
    await _connected(town)
    await asker.submit()
    assert "送りました" in asker.text()


@p.on_sqlite
async def test_a_dead_ticket_ends_the_process_and_a_new_one_finds_everything(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    await p.ask(town)
    town.sandbox.faults.dead_tickets = 1000
    await town.sandbox.socket.disconnect()
    monkeypatch.setattr("bot.commands.run.WATCH_SECONDS", 0.02)
    with pytest.raises(Disconnected):  # the service manager starts the program again
        await asyncio.wait_for(until_stopped(town.handler), 20)
    town.sandbox.faults.clear()
    await town.disconnect()
    again = await connect_bot(town.sandbox, town.clock, town.settings)
    try:
        await again.step_by(minutes=6)
        assert len(p.sentences(again, p.SUPPORTER)) == 1
        await p.go_home(again, p.ASKER)
        await p.press(again, p.ASKER, "peer_support.case")
        assert "林 さくらさんにお願いしています" in again.sandbox.person(p.ASKER).text()
    finally:
        await again.disconnect()
        town.handler = connect(town.program, town.settings)


async def _connected(town: Town) -> None:
    """Let the client come back: its old socket is closed before the new one opens, and it tells nobody."""
    async with asyncio.timeout(10):
        while town.sandbox.socket.connections != 1 or not await town.handler.client.is_connected():  # noqa: ASYNC110
            await asyncio.sleep(0)
