"""People act in the sandbox and a real Bolt app answers."""

import asyncio
from dataclasses import replace
from typing import Any

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from bot.sandbox.acts import Impossible, Tap
from bot.sandbox.persons import Driver
from bot.sandbox.server import Sandbox
from tests.sandbox.echo import Echo, actions, form, plain

ASKER = "U0ISHIKAWA"
OTHER = "U0HAYASHI"


async def opened(sandbox: Sandbox, person: str = ASKER) -> Driver:
    asker = sandbox.person(person)
    await asker.open_home()
    await sandbox.quiet()
    await asker.click("Ask")
    await sandbox.quiet()
    return asker


async def test_opening_home_lets_the_app_publish_it(sandbox: Sandbox, echo: Echo) -> None:
    asker = sandbox.person(ASKER)
    await asker.open_home()
    await sandbox.quiet()
    assert "Ask" in asker.text()
    event = echo.of("event_callback")[0]["event"]
    assert (event["type"], event["tab"], event["user"]) == ("app_home_opened", "home", ASKER)


async def test_a_typed_message_is_answered_and_rings_on_the_lock_screen(sandbox: Sandbox, echo: Echo) -> None:
    asker = sandbox.person(ASKER)
    await asker.type_message("a <b> & c")
    await sandbox.quiet()
    assert echo.of("event_callback")[0]["event"]["text"] == "a &lt;b&gt; &amp; c"
    assert [one.author for one in asker.messages] == ["person", "app"]
    assert [one["text"] for one in asker.notifications] == ["There is news"]
    await asker.click("Open", where="message")
    await sandbox.quiet()
    body = echo.of("block_actions")[0]
    assert body["container"]["type"] == "message"
    assert body["channel"]["id"] == body["container"]["channel_id"]
    assert body["message"]["ts"] == asker.messages[-1].ts
    assert asker.modal is not None


async def test_a_submission_carries_what_was_typed_and_closes(sandbox: Sandbox, echo: Echo) -> None:
    asker = await opened(sandbox)
    await asker.fill({"words": "hello", "colour": "Blue"})
    await asker.submit()
    values = echo.of("view_submission")[0]["view"]["state"]["values"]
    assert values["words"]["say"] == {"type": "plain_text_input", "value": "hello"}
    assert values["colour"]["pick"]["selected_option"]["value"] == "b"
    assert asker.modal is None


async def test_an_untouched_optional_choice_is_null(sandbox: Sandbox, echo: Echo) -> None:
    asker = await opened(sandbox)
    await asker.submit({"words": "x"})
    values = echo.of("view_submission")[0]["view"]["state"]["values"]
    assert values["colour"]["pick"] == {"type": "radio_buttons", "selected_option": None}


async def test_errors_stay_at_their_field_with_the_text_kept(sandbox: Sandbox, echo: Echo) -> None:
    asker = await opened(sandbox)
    echo.answer = {"response_action": "errors", "errors": {"words": "Too short"}}
    await asker.submit({"words": "hm"})
    assert asker.errors == {"words": "Too short"}
    assert asker.values["words"]["say"]["value"] == "hm"
    echo.answer = {}
    await asker.submit({"words": "longer"})
    assert asker.modal is None


async def test_an_error_at_an_unknown_block_is_trouble(sandbox: Sandbox, echo: Echo) -> None:
    asker = await opened(sandbox)
    echo.answer = {"response_action": "errors", "errors": {"say": "wrong key"}}
    await asker.submit({"words": "x"})
    assert "invalid_errors" in (asker.trouble or "")
    assert asker.modal is not None


async def test_a_text_answer_to_a_submission_is_trouble(sandbox: Sandbox, echo: Echo) -> None:
    asker = await opened(sandbox)
    echo.answer = {"response_action": "dance"}
    await asker.submit({"words": "x"})
    assert asker.trouble


async def test_update_replaces_push_stacks_and_clear_closes_all(sandbox: Sandbox, echo: Echo) -> None:
    asker = await opened(sandbox)
    echo.answer = {"response_action": "update", "view": form("Page 2")}
    await asker.submit({"words": "kept"})
    assert [view["title"]["text"] for view in asker.modals] == ["Page 2"]
    assert asker.values["words"]["say"]["value"] == "kept"  # same ids: the typed words stay
    echo.answer = {"response_action": "push", "view": form("Page 3")}
    await asker.submit()
    assert [view["title"]["text"] for view in asker.modals] == ["Page 2", "Page 3"]
    echo.answer = {"response_action": "clear"}
    await asker.submit({"words": "x"})
    assert asker.modals == []


async def test_an_invalid_view_in_an_answer_is_trouble(sandbox: Sandbox, echo: Echo) -> None:
    asker = await opened(sandbox)
    echo.answer = {"response_action": "update", "view": form("A title of more than 24 characters")}
    await asker.submit({"words": "x"})
    assert "less than 25 characters" in (asker.trouble or "")


async def test_the_stack_is_three_deep_and_belongs_to_one_person(sandbox: Sandbox, echo: Echo) -> None:
    asker = await opened(sandbox)
    for _push in range(3):
        await asker.click("Open another")
        await sandbox.quiet()
    assert len(asker.modals) == 3
    other = await opened(sandbox, OTHER)
    assert len(other.modals) == 1
    await asker.close()
    assert len(asker.modals) == 2


async def test_updating_a_modal_keeps_what_was_typed(sandbox: Sandbox, echo: Echo) -> None:
    asker = await opened(sandbox)
    await asker.fill({"words": "typed"})
    await asker.click("Renew")
    await sandbox.quiet()
    assert asker.modal is not None
    assert asker.modal["title"]["text"] == "Renewed"
    assert asker.values["words"]["say"]["value"] == "typed"
    assert echo.of("block_actions")[-1]["view"]["state"]["values"]["words"]["say"]["value"] == "typed"


async def test_cancel_tells_of_one_view_and_the_cross_of_the_root(sandbox: Sandbox, echo: Echo) -> None:
    asker = await opened(sandbox)
    await asker.click("Open another")
    await sandbox.quiet()
    root, top = asker.modals
    await asker.close()
    assert (echo.of("view_closed")[0]["view"]["id"], echo.of("view_closed")[0]["is_cleared"]) == (
        top["id"],
        False,
    )
    await asker.click("Open another")
    await sandbox.quiet()
    await asker.close(everything=True)
    assert (echo.of("view_closed")[1]["view"]["id"], echo.of("view_closed")[1]["is_cleared"]) == (
        root["id"],
        True,
    )
    assert asker.modals == []


async def test_the_client_itself_asks_for_a_required_field(sandbox: Sandbox, echo: Echo) -> None:
    asker = await opened(sandbox)
    await asker.submit()
    assert set(asker.errors) == {"words"}
    assert echo.of("view_submission") == []
    await asker.submit(unchecked=True)
    assert len(echo.of("view_submission")) == 1


async def test_commands_and_shortcuts_reach_the_app(sandbox: Sandbox, echo: Echo) -> None:
    asker = sandbox.person(ASKER)
    await asker.command("/madoguchi", "help")
    assert asker.messages[-1].text == "Open the Home tab"
    assert asker.messages[-1].ephemeral
    assert next(body for body in echo.bodies if "command" in body)["text"] == "help"
    await asker.shortcut("help")
    assert echo.of("shortcut")[0]["trigger_id"]
    assert asker.trouble is None


async def test_an_app_that_does_not_answer_is_trouble_to_the_person(sandbox: Sandbox, echo: Echo) -> None:
    asker = await opened(sandbox)
    echo.silent = True
    await asker.submit({"words": "x"})
    assert asker.trouble == "the app did not answer in time"
    assert asker.modal is not None
    await asker.close(everything=True)
    await asker.click("Ask")
    assert asker.trouble == "the app did not answer in time"


async def test_without_an_app_there_is_trouble_at_once(sandbox: Sandbox) -> None:
    asker = sandbox.person(ASKER)
    await asker.command("/madoguchi")
    assert asker.trouble == "the app is not connected"


@pytest.mark.parametrize("kind", ["static_select", "overflow"])
async def test_a_choice_outside_a_form_is_told_at_once(
    sandbox: Sandbox, echo: Echo, client: AsyncWebClient, kind: str
) -> None:
    options = [{"text": plain("Red"), "value": "r"}, {"text": plain("Blue"), "value": "b"}]
    chooser = {"type": kind, "action_id": "choose", "options": options}
    await client.chat_postMessage(channel=ASKER, text="x", blocks=[actions(chooser)])
    await sandbox.person(ASKER).click("choose", choose="Blue")
    (action,) = echo.of("block_actions")[0]["actions"]
    assert (action["type"], action["selected_option"]) == (kind, options[1])


async def test_an_input_tells_the_app_only_where_it_asked_for_it(
    sandbox: Sandbox, echo: Echo, client: AsyncWebClient
) -> None:
    def asked(dispatch: bool) -> dict[str, Any]:
        element = {"type": "datepicker", "action_id": "choose"}
        block = {"type": "input", "block_id": "day", "label": plain("Day"), "element": element}
        return form(blocks=[{**block, "dispatch_action": dispatch}])

    asker = sandbox.person(ASKER)
    for dispatch, told in ((False, 0), (True, 1)):
        await client.views_open(trigger_id=sandbox.workspace.new_trigger(ASKER), view=asked(dispatch))
        await asker.click("choose", choose="2026-10-01")
        assert len(echo.of("block_actions")) == told
        assert asker.values["day"]["choose"]["selected_date"] == "2026-10-01"


async def test_two_presses_at_once_are_two_payloads(sandbox: Sandbox, echo: Echo) -> None:
    asker = await opened(sandbox)
    await asker.fill({"words": "x"})
    await asyncio.gather(asker.submit(), asker.submit())
    assert len(echo.of("view_submission")) == 2
    assert asker.modals == []


async def test_what_is_not_there_cannot_be_pressed(sandbox: Sandbox, echo: Echo) -> None:
    asker = await opened(sandbox)
    with pytest.raises(Impossible):
        await asker.click("No such button")
    with pytest.raises(Impossible):
        await asker.fill({"nowhere": "x"})
    with pytest.raises(ValueError, match="no such option"):
        await asker.fill({"colour": "Green"})
    with pytest.raises(KeyError):
        sandbox.person("U0NOBODY")


async def test_a_button_seen_before_the_app_published_anew_is_still_pressed(sandbox: Sandbox, echo: Echo) -> None:
    asker = sandbox.person(ASKER)
    client = AsyncWebClient(sandbox.bot_token, sandbox.api_url)
    button = {"type": "button", "text": plain("Ask"), "action_id": "ask"}
    home = {"type": "home", "blocks": [{"type": "actions", "elements": [button]}]}  # without a block id, as ours are
    await client.views_publish(user_id=ASKER, view=home)
    seen = sandbox.workspace.state(ASKER).home["blocks"][0]["block_id"]
    await client.views_publish(user_id=ASKER, view=home)
    assert sandbox.workspace.state(ASKER).home["blocks"][0]["block_id"] != seen
    await sandbox.acts.click(ASKER, Tap("home", seen, "ask"))
    await sandbox.quiet()
    assert asker.modal is not None


async def test_a_changed_member_is_told_to_the_app(sandbox: Sandbox, echo: Echo) -> None:
    member = sandbox.workspace.members[ASKER]
    sandbox.change_member(replace(member, deleted=True))
    await sandbox.quiet()
    event = echo.of("event_callback")[0]["event"]
    assert (event["type"], event["user"]["deleted"]) == ("user_change", True)


async def test_quiet_also_waits_for_what_the_bot_has_under_way(sandbox: Sandbox) -> None:
    done = asyncio.Event()
    sandbox.busy.append(lambda: asyncio.wait_for(done.wait(), 1))
    asyncio.get_running_loop().call_later(0.05, done.set)
    await sandbox.quiet()
    assert done.is_set()
