"""The Web API as slack_sdk meets it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.clock import MovableClock
from bot.sandbox.kept import kept
from bot.sandbox.server import Sandbox, Setup
from bot.sandbox.web_api import Credentials
from tests.sandbox.echo import form, home

ASKER = "U0ISHIKAWA"
MOMENT = datetime(2026, 9, 7, 0, 50, tzinfo=UTC)


async def refused(call: Any) -> str:
    with pytest.raises(SlackApiError) as error:
        await call
    return str(error.value.response["error"])


async def test_the_token_is_checked(sandbox: Sandbox, client: AsyncWebClient) -> None:
    told = await client.auth_test()
    assert (told["team_id"], told["user_id"]) == (sandbox.team, "U0MADOGUCHI")
    assert "chat:write" in told.headers["x-oauth-scopes"]
    stranger = AsyncWebClient(base_url=sandbox.api_url, token="xoxb-wrong")
    assert await refused(stranger.auth_test()) == "invalid_auth"
    assert await refused(AsyncWebClient(base_url=sandbox.api_url).auth_test()) == "not_authed"
    app = AsyncWebClient(base_url=sandbox.api_url, token=sandbox.app_token)
    assert await refused(app.auth_test()) == "not_allowed_token_type"
    assert await refused(client.apps_connections_open(app_token=sandbox.bot_token)) == "not_allowed_token_type"
    assert await refused(client.api_call("chat.dance")) == "unknown_method"


async def test_a_missing_scope_is_named() -> None:
    credentials = Credentials(scopes=("chat:write",))
    sandbox = Sandbox(setup=Setup(credentials=credentials))
    await sandbox.start()
    client = AsyncWebClient(token=sandbox.bot_token, base_url=sandbox.api_url)
    with pytest.raises(SlackApiError) as error:
        await client.conversations_history(channel="D0ISHIKAWA")
    assert error.value.response["needed"] == "im:history"
    await sandbox.stop()


async def test_a_message_to_a_person_opens_their_dm(sandbox: Sandbox, client: AsyncWebClient) -> None:
    told = await client.chat_postMessage(channel=ASKER, text="There is news", unfurl_links=False)
    opened = await client.conversations_open(users=[ASKER])
    assert told["channel"] == opened["channel"]["id"]
    again = await client.chat_postMessage(channel=told["channel"], text="More news", metadata={
        "event_type": "x", "event_payload": {}})  # fmt: skip
    assert float(again["ts"]) > float(told["ts"])
    history = await client.conversations_history(channel=told["channel"])
    assert [one["text"] for one in history["messages"]] == ["More news", "There is news"]
    later = await client.conversations_history(channel=told["channel"], oldest=told["ts"])
    assert [one["text"] for one in later["messages"]] == ["More news"]
    assert sandbox.person(ASKER).messages[1].metadata == {"event_type": "x", "event_payload": {}}


async def test_timestamps_follow_the_clock(sandbox: Sandbox, client: AsyncWebClient) -> None:
    assert isinstance(sandbox.clock, MovableClock)
    sandbox.clock.move_to(MOMENT + timedelta(days=3))
    told = await client.chat_postMessage(channel=ASKER, text="x")
    assert datetime.fromtimestamp(float(told["ts"]), UTC) - MOMENT < timedelta(days=3, seconds=1)
    sandbox.clock.move_to(MOMENT)
    assert float((await client.chat_postMessage(channel=ASKER, text="x"))["ts"]) > float(told["ts"])


async def test_the_date_header_follows_the_clock_and_can_be_skewed(sandbox: Sandbox, client: AsyncWebClient) -> None:
    assert parsedate_to_datetime((await client.auth_test()).headers["Date"]) == MOMENT
    sandbox.web_api.date_skew = timedelta(minutes=6)
    skewed = parsedate_to_datetime((await client.auth_test()).headers["Date"])
    assert skewed - MOMENT == timedelta(minutes=6)


async def test_edits_and_deletions_reach_the_screen(sandbox: Sandbox, client: AsyncWebClient) -> None:
    told = await client.chat_postMessage(channel=ASKER, text="first")
    where = {"channel": told["channel"], "ts": told["ts"]}
    await client.chat_update(**where, text="second")
    assert [(one.text, one.edited) for one in sandbox.person(ASKER).messages] == [("second", True)]
    await client.chat_delete(**where)
    assert sandbox.person(ASKER).messages == []
    assert await refused(client.chat_update(**where, text="third")) == "message_not_found"
    assert await refused(client.chat_delete(**where)) == "message_not_found"


async def test_unreachable_people_are_named_as_slack_names_them(sandbox: Sandbox, client: AsyncWebClient) -> None:
    assert await refused(client.chat_postMessage(channel="C0NOWHERE", text="x")) == "channel_not_found"
    assert await refused(client.chat_postMessage(channel="U0NOBODY", text="x")) == "channel_not_found"
    assert await refused(client.chat_postMessage(channel="U0ROOMBOT", text="x")) == "cannot_dm_bot"
    assert await refused(client.conversations_open(users="U0NOBODY")) == "user_not_found"
    assert await refused(client.conversations_open(users="U0ROOMBOT")) == "cannot_dm_bot"
    assert await refused(client.conversations_open(users="U0NISHIMURA")) == "user_disabled"
    assert await refused(client.users_info(user="U0NOBODY")) == "user_not_found"
    assert await refused(client.views_publish(user_id="U0NOBODY", view=home())) == "user_not_found"
    assert await refused(client.conversations_history(channel="D0NOBODY")) == "channel_not_found"


async def test_an_invalid_message_says_where(client: AsyncWebClient) -> None:
    with pytest.raises(SlackApiError) as error:
        await client.chat_postMessage(channel=ASKER, text="x", blocks=[{"type": "carousel"}])
    assert error.value.response["error"] == "invalid_blocks"
    assert "/blocks/0" in error.value.response["response_metadata"]["messages"][0]


async def test_users_come_in_pages_with_their_locale(sandbox: Sandbox, client: AsyncWebClient) -> None:
    found: list[dict[str, Any]] = []
    async for page in await client.users_list(limit=15, include_locale=True):
        found += page["members"]
    assert {one["id"] for one in found} == set(sandbox.workspace.members)
    by_id = {one["id"]: one for one in found}
    assert by_id["U0OGAWA"]["locale"] == "en-US"
    assert by_id["U0GUEST"]["is_restricted"]
    assert by_id["U0NISHIMURA"]["deleted"]
    assert by_id["U0ROOMBOT"]["is_bot"]
    assert by_id["U0NEIGHBOUR"]["team_id"] != sandbox.team
    assert "locale" not in (await client.users_info(user=ASKER))["user"]
    assert await refused(client.users_list(cursor="%%%")) == "invalid_cursor"


async def test_a_trigger_works_once_and_for_three_seconds(client: AsyncWebClient) -> None:
    class Waited(MovableClock):
        waited = 0.0

        def monotonic(self) -> float:
            return super().monotonic() + self.waited

    clock = Waited(MOMENT)
    sandbox = Sandbox(clock)
    await sandbox.start()
    client = AsyncWebClient(token=sandbox.bot_token, base_url=sandbox.api_url)
    trigger = sandbox.workspace.new_trigger(ASKER)
    await client.views_open(trigger_id=trigger, view=form())
    assert await refused(client.views_open(trigger_id=trigger, view=form())) == "trigger_exchanged"
    late = sandbox.workspace.new_trigger(ASKER)
    clock.waited = 3.5
    assert await refused(client.views_open(trigger_id=late, view=form())) == "trigger_expired"
    assert await refused(client.views_open(trigger_id="12.34.56", view=form())) == "invalid_trigger_id"
    await sandbox.stop()


async def test_views_are_updated_by_id_or_external_id_and_hash(sandbox: Sandbox, client: AsyncWebClient) -> None:
    trigger = sandbox.workspace.new_trigger
    view = (await client.views_open(trigger_id=trigger(ASKER), view=form(external_id="one")))["view"]
    assert await refused(client.views_push(trigger_id=trigger(ASKER), view=form(external_id="one"))) == (
        "duplicate_external_id"
    )
    newer = (await client.views_update(view_id=view["id"], hash=view["hash"], view=form("B")))["view"]
    assert newer["id"] == view["id"]
    stale = client.views_update(view_id=view["id"], hash=view["hash"], view=form("C"))
    assert await refused(stale) == "hash_conflict"
    assert await refused(client.views_update(external_id="one", view=form("D"))) == "not_found"
    pushed = await client.views_push(trigger_id=trigger(ASKER), view=form(external_id="two"))
    assert pushed["view"]["previous_view_id"] == pushed["view"]["root_view_id"] == view["id"]
    await client.views_update(external_id="two", view=form("E", external_id="two"))
    await client.views_push(trigger_id=trigger(ASKER), view=form())
    too_deep = client.views_push(trigger_id=trigger(ASKER), view=form())
    assert await refused(too_deep) == "push_limit_reached"
    await sandbox.person(ASKER).close(everything=True)
    assert await refused(client.views_update(view_id=view["id"], view=form())) == "not_found"
    assert await refused(client.views_push(trigger_id=trigger(ASKER), view=form())) == "not_found"


async def test_home_is_published_with_hash(client: AsyncWebClient) -> None:
    first = (await client.views_publish(user_id=ASKER, view=home()))["view"]
    await client.views_publish(user_id=ASKER, view=home(), hash=first["hash"])
    stale = client.views_publish(user_id=ASKER, view=home(), hash=first["hash"])
    assert await refused(stale) == "hash_conflict"
    assert await refused(client.views_publish(user_id=ASKER, view=form())) == "invalid_arguments"


async def test_files_go_up_in_three_steps_and_stay_on_record_after_deletion(
    sandbox: Sandbox, client: AsyncWebClient
) -> None:
    channel = (await client.conversations_open(users=ASKER))["channel"]["id"]
    told = await client.files_upload_v2(filename="digest.png", content=b"12345", channel=channel)
    file_id = told["files"][0]["id"]
    assert (await client.files_info(file=file_id))["file"]["shared_with"] == [ASKER]
    await client.files_delete(file=file_id)
    assert await refused(client.files_info(file=file_id)) == "file_deleted"
    assert await refused(client.files_delete(file=file_id)) == "file_deleted"
    assert [(one["name"], one["deleted"]) for one in kept(sandbox.workspace)["files"]] == [("digest.png", True)]
    assert "content" not in sandbox.workspace.files[file_id]


async def put(client: AsyncWebClient, content: bytes = b"123", **more: str) -> tuple[str, int]:
    """The first two steps: the file's id, and how the upload was answered."""
    place = await client.files_getUploadURLExternal(filename="a.png", length=3, **more)
    async with aiohttp.ClientSession() as session, session.post(place["upload_url"], data=content) as answer:
        return place["file_id"], answer.status


async def test_a_file_comes_with_its_message_and_is_seen_by_its_person(
    sandbox: Sandbox, client: AsyncWebClient
) -> None:
    channel = (await client.conversations_open(users=ASKER))["channel"]["id"]
    file, status = await put(client, alt_txt="words")
    assert status == 200
    assert kept(sandbox.workspace)["files"] == []  # what is never completed is thrown away
    shared = {"files": [{"id": file, "title": "t"}], "channel_id": channel, "initial_comment": "News"}
    await client.files_completeUploadExternal(**shared)
    (message,) = sandbox.person(ASKER).messages
    assert (message.text, message.files) == ("News", [file])
    assert sandbox.person(ASKER).notifications[-1]["text"] == "News"
    (told,) = (await client.conversations_history(channel=channel))["messages"]
    assert told["files"] == [{"id": file}]
    assert [(one["title"], one["alt"], one["deleted"]) for one in kept(sandbox.workspace)["files"]] == [
        ("t", "words", False)
    ]
    assert await refused(client.files_completeUploadExternal(**shared)) == "file_not_found"  # once only
    async with aiohttp.ClientSession() as session:
        page = await (await session.get(f"{sandbox.address}/sandbox/person/{ASKER}")).json()
        assert [one["id"] for one in page["messages"][0]["files"]] == [file]
        assert "content" not in str(page)
        picture = f"{sandbox.address}/sandbox/files/{file}"
        assert await (await session.get(picture)).read() == b"123"
        await client.files_delete(file=file)
        assert (await session.get(picture)).status == 404


async def test_files_are_refused_as_slack_refuses_them(sandbox: Sandbox, client: AsyncWebClient) -> None:
    await client.conversations_open(users=ASKER)
    assert await refused(client.files_getUploadURLExternal(filename="a", length=0)) == "missing_argument"
    assert await refused(client.files_getUploadURLExternal(filename="", length=1)) == "invalid_arguments"
    long = client.files_getUploadURLExternal(filename="a", length=1, alt_txt="x" * 1001)
    assert await refused(long) == "alt_txt_too_large"
    file, _ = await put(client)
    assert await refused(client.files_delete(file=file)) == "file_not_found"  # not before it is completed
    short, status = await put(client, b"12")
    assert status == 200
    for files, channel, error in (
        ([{"id": "F0"}], "", "file_not_found"),
        ([{"id": short}], "", "file_upload_size_restricted"),
        ([{"id": file}], "D0NOBODY", "channel_not_found"),
        ([{"id": file}], ASKER, "invalid_arguments"),  # a person's id is no channel
        ([], "", "invalid_arguments"),
    ):
        assert await refused(client.files_completeUploadExternal(files=files, channel_id=channel)) == error
    wrong = AsyncWebClient(token="xoxb-wrong", base_url=sandbox.api_url, timeout=1, retry_handlers=[])
    assert await refused(wrong.files_delete(file=file)) == "invalid_auth"
    async with aiohttp.ClientSession() as session:
        assert (await session.post(f"{sandbox.address}/upload/F0", data=b"1")).status == 404


async def test_an_upload_can_be_made_to_fail_like_a_method(sandbox: Sandbox, client: AsyncWebClient) -> None:
    sandbox.faults.add("upload", "server_error", status=503)
    assert (await put(client))[1] == 503
    sandbox.faults.add("upload", "reset_after")
    with pytest.raises(aiohttp.ClientError):
        await put(client)
    assert [one["uploaded"] for one in sandbox.workspace.files.values()] == [0, 3]
    assert sandbox.web_api.calls.count("upload") == 2


async def test_form_bodies_and_broken_json_are_read_as_slack_reads_them(sandbox: Sandbox) -> None:
    head = {"Authorization": f"Bearer {sandbox.bot_token}"}
    url = f"{sandbox.api_url}chat.postMessage"
    async with aiohttp.ClientSession(headers=head) as session:
        written = {"channel": ASKER, "text": "x", "blocks": '[{"type": "divider"}]'}
        told = await (await session.post(url, data=written)).json()
        assert told["message"]["blocks"][0]["type"] == "divider"
        broken = {"Content-Type": "application/json"}
        told = await (await session.post(url, data="{", headers=broken)).json()
        assert told["error"] == "invalid_json"
        foreign = await session.post(url, headers={"Host": "evil.example"})
        assert foreign.status == 403


async def test_a_deactivated_person_still_has_a_dm_but_no_new_one(sandbox: Sandbox, client: AsyncWebClient) -> None:
    await client.chat_postMessage(channel=ASKER, text="x")
    sandbox.workspace.change_member(replace(sandbox.workspace.members[ASKER], deleted=True))
    assert (await client.chat_postMessage(channel=ASKER, text="y"))["ok"]
    assert await refused(client.conversations_open(users=ASKER)) == "user_disabled"
