"""The manifest asks for what the code uses, for nothing more, and Slack will take it."""

import re
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from bot.commands import manifest

# What each call and each event needs (docs.slack.dev/reference/methods and /events); None: no bot scope.
SCOPE_OF_METHOD = {
    "auth.test": None,
    "apps.connections.open": None,  # the app-level token's connections:write
    "chat.postMessage": "chat:write",
    "chat.update": "chat:write",
    "chat.delete": "chat:write",
    "conversations.open": "im:write",
    "conversations.history": "im:history",
    "files.getUploadURLExternal": "files:write",
    "files.completeUploadExternal": "files:write",
    "files.delete": "files:write",
    "users.info": "users:read",
    "users.list": "users:read",
    "views.open": None,
    "views.push": None,
    "views.update": None,
    "views.publish": None,
}
SCOPE_OF_EVENT = {
    "app_home_opened": None,
    "app_uninstalled": None,
    "tokens_revoked": None,
    "message.im": "im:history",
    "user_change": "users:read",
    "team_join": "users:read",
}
# Slack's published limits (docs.slack.dev/reference/app-manifest), for what this manifest holds; no other key.
TEXT = {"type": "string", "minLength": 1}
FLAG = {"type": "boolean"}


def exactly(**properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
        "required": list(properties),
    }


def names(most: int) -> dict[str, Any]:
    return {"type": "array", "items": TEXT, "minItems": 1, "maxItems": most, "uniqueItems": True}


LIMITS = exactly(
    _metadata=exactly(major_version={"enum": [1, 2]}, minor_version={"type": "integer"}),
    display_information=exactly(
        name=TEXT | {"maxLength": 35},
        description=TEXT | {"maxLength": 140},
        background_color=TEXT | {"pattern": "^#([0-9a-f]{3}|[0-9a-f]{6})$"},
    ),
    features=exactly(
        app_home=exactly(home_tab_enabled=FLAG, messages_tab_enabled=FLAG, messages_tab_read_only_enabled=FLAG),
        bot_user=exactly(display_name=TEXT | {"maxLength": 80, "pattern": "^[a-z0-9._-]+$"}, always_online=FLAG),
    ),
    oauth_config=exactly(scopes=exactly(bot=names(255))),
    settings=exactly(
        event_subscriptions=exactly(bot_events=names(100)),
        interactivity=exactly(is_enabled=FLAG),
        org_deploy_enabled=FLAG,
        socket_mode_enabled=FLAG,
        token_rotation_enabled=FLAG,
    ),
)
TELLING = ("相談", "ハラスメント", "ストレス", "ピア", "support", "harass", "stress", "peer", "mental")


def methods_in_use() -> set[str]:
    from bot.handlers import router
    from scheduler import courier

    return {*router.METHODS, *courier.METHODS}


def events_in_use() -> set[str]:
    from bot.handlers import router

    return {"message.im" if event == "message" else event for event in router.EVENTS}


@pytest.mark.parametrize("strict", [False, True])
def test_slack_takes_it(strict: bool) -> None:
    written = yaml.safe_load(manifest.text(strict=strict))

    assert [error.message for error in Draft7Validator(LIMITS).iter_errors(written)] == []


def test_it_asks_for_each_scope_that_the_code_uses_and_for_no_other() -> None:
    needed = {SCOPE_OF_METHOD[method] for method in methods_in_use()}
    needed |= {SCOPE_OF_EVENT[event] for event in events_in_use()}

    assert manifest.scopes() == needed - {None}


def test_it_subscribes_to_the_events_that_are_heard_and_to_no_other() -> None:
    assert set(manifest.read()["settings"]["event_subscriptions"]["bot_events"]) == events_in_use()


def test_it_declares_the_commands_that_are_answered() -> None:
    from bot.handlers import router

    declared = {command["command"] for command in manifest.read()["features"].get("slash_commands", [])}
    assert declared == set(router.COMMANDS)


def test_every_scope_gives_its_reason() -> None:
    text = manifest.FILE.read_text()

    assert all(re.search(rf"- {scope} +# .{{10,}}", text) for scope in manifest.scopes())


def test_its_name_tells_a_lock_screen_nothing() -> None:  # G1
    shown = yaml.safe_dump([manifest.read()["display_information"], manifest.read()["features"]], allow_unicode=True)

    assert not any(word in shown.lower() for word in TELLING)


def test_modals_work_over_the_socket_and_tokens_do_not_rotate() -> None:
    settings = manifest.read()["settings"]

    assert settings["interactivity"]["is_enabled"]
    assert settings["socket_mode_enabled"]
    assert not settings["token_rotation_enabled"]


def test_in_the_strict_form_nobody_types_and_nothing_is_read_back() -> None:
    strict = yaml.safe_load(manifest.text(strict=True))

    assert strict["features"]["app_home"]["messages_tab_read_only_enabled"]
    assert set(strict["oauth_config"]["scopes"]["bot"]) == manifest.scopes() - {"im:history"}
    assert "message.im" not in strict["settings"]["event_subscriptions"]["bot_events"]


def test_the_ordinary_form_is_the_file_with_its_reasons() -> None:
    assert manifest.text(strict=False) == manifest.FILE.read_text()
