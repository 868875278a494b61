"""The payloads that Slack sends to an app, in their real shapes."""

from typing import Any

from bot.sandbox.workspace import APP, BOT, BOT_USER, TEAM, Json, Member, Message, Workspace

_TEAM = {"id": TEAM, "domain": "townhall"}
_VERIFICATION = "sandbox-verification-token"


class Payloads:
    """Builds payloads for one workspace; `address` is where its server listens."""

    def __init__(self, workspace: Workspace, address: str) -> None:
        self._workspace = workspace
        self._address = address

    def _head(self, kind: str, person: str) -> Json:
        return {
            "type": kind,
            "user": self._who(person),
            "api_app_id": APP,
            "token": _VERIFICATION,
            "team": dict(_TEAM),
            "enterprise": None,
            "is_enterprise_install": False,
        }

    def _who(self, person: str) -> Json:
        member = self._workspace.members.get(person)
        name = person.lower()
        return {"id": person, "username": name, "name": name, "team_id": team_of(member)}

    def event(self, event: Json) -> Json:
        """An Events API callback around this event."""
        event_id = self._workspace.next_id("Ev")
        return {
            "token": _VERIFICATION,
            "team_id": TEAM,
            "context_team_id": TEAM,
            "context_enterprise_id": None,
            "api_app_id": APP,
            "event": event,
            "type": "event_callback",
            "event_id": event_id,
            "event_time": int(self._workspace.clock.now().timestamp()),
            "authorizations": [
                {
                    "enterprise_id": None,
                    "team_id": TEAM,
                    "user_id": BOT_USER,
                    "is_bot": True,
                    "is_enterprise_install": False,
                }
            ],
            "is_ext_shared_channel": False,
            "event_context": f"4-{event_id}",
        }

    def home_opened(self, person: str, tab: str, view: Json | None) -> Json:
        """`app_home_opened` for the Home tab ("home") or the DM ("messages")."""
        event: Json = {
            "type": "app_home_opened",
            "user": person,
            "channel": self._workspace.state(person).channel,
            "tab": tab,
            "event_ts": self._workspace.next_ts(),
        }
        return self.event(event | ({"view": view} if view is not None else {}))

    def message(self, person: str, message: Message) -> Json:
        """`message` of channel type `im`: something the person typed to the app."""
        return self.event(
            {
                "type": "message",
                "user": person,
                "client_msg_id": self._workspace.next_id("c"),
                "text": message.text,
                "blocks": message.blocks,
                "team": team_of(self._workspace.members.get(person)),
                "channel": self._workspace.state(person).channel,
                "channel_type": "im",
                "ts": message.ts,
                "event_ts": message.ts,
            }
        )

    def user_event(self, kind: str, person: str) -> Json:
        """`user_change` or `team_join`."""
        member = self._workspace.members[person]
        told = {"type": kind, "user": user(member, locale=True), "event_ts": self._workspace.next_ts()}
        return self.event(told)

    def click(self, person: str, action: Json, place: Json) -> Json:
        """`block_actions`; `place` holds what tells where it was: container, and message or view."""
        head = self._head("block_actions", person)
        action = {**action, "action_ts": self._workspace.next_ts()}
        head |= {"trigger_id": self._workspace.new_trigger(person), **place, "actions": [action]}
        if place["container"]["type"] == "message":
            head["response_url"] = self._response_url()
        return head

    def in_message(self, person: str, message: Message) -> Json:
        """The place of a click in a DM."""
        channel = self._workspace.state(person).channel
        container = {
            "type": "message",
            "message_ts": message.ts,
            "channel_id": channel,
            "is_ephemeral": message.ephemeral,
        }
        return {
            "container": container,
            "channel": {"id": channel, "name": "directmessage"},
            "message": told_message(message, person),
        }

    def submission(self, person: str, view: Json) -> Json:
        """`view_submission`."""
        trigger_id = self._workspace.new_trigger(person)
        head = self._head("view_submission", person)
        return head | {"trigger_id": trigger_id, "view": view, "response_urls": []}

    def closed(self, person: str, view: Json, *, cleared: bool) -> Json:
        """`view_closed`: it has no trigger."""
        return self._head("view_closed", person) | {"view": view, "is_cleared": cleared}

    def shortcut(self, person: str, callback_id: str) -> Json:
        """A global shortcut."""
        trigger_id = self._workspace.new_trigger(person)
        head = self._head("shortcut", person)
        action_ts = self._workspace.next_ts()
        return head | {"callback_id": callback_id, "trigger_id": trigger_id, "action_ts": action_ts}

    def command(self, person: str, command: str, text: str) -> Json:
        """A slash command, flat as it comes."""
        return {
            "token": _VERIFICATION,
            "team_id": team_of(self._workspace.members.get(person)),
            "team_domain": _TEAM["domain"],
            "channel_id": self._workspace.state(person).channel,
            "channel_name": "directmessage",
            "user_id": person,
            "user_name": person.lower(),
            "command": command,
            "text": text,
            "api_app_id": APP,
            "is_enterprise_install": "false",
            "response_url": self._response_url(),
            "trigger_id": self._workspace.new_trigger(person),
        }

    def _response_url(self) -> str:
        return f"{self._address}/actions/{TEAM}/{self._workspace.next_id('r')}"


def team_of(member: Member | None) -> str:
    """The team a person belongs to: a stranger of a shared channel has another one."""
    return "T0ELSEWHERE" if member is not None and member.stranger else TEAM


def told_message(message: Message, person: str) -> Json:
    """A message as the Web API and payloads tell it."""
    told: Json = {"type": "message", "ts": message.ts, "text": message.text, "blocks": message.blocks}
    if message.author == "app":
        told |= {"user": BOT_USER, "bot_id": BOT, "app_id": APP, "team": TEAM}
    else:
        told |= {"user": person, "team": TEAM}
    if message.files:
        told["files"] = [{"id": one} for one in message.files]
    if message.edited:
        told["edited"] = {"user": told["user"], "ts": message.ts}
    return told


def user(member: Member, *, locale: bool) -> Json:
    """A user object as `users.info`, `users.list` and events tell it."""
    profile: Json = {"real_name": member.name, "display_name": member.name, "title": member.title}
    profile |= {"api_app_id": APP} if member.id == BOT_USER else {}
    told: Json = {
        "id": member.id,
        "team_id": team_of(member),
        "name": member.id.lower(),
        "deleted": member.deleted,
        "real_name": member.name,
        "tz": "Asia/Tokyo",
        "tz_offset": 32400,
        "profile": profile,
        "is_bot": member.is_bot,
        "is_app_user": False,
        "updated": 1_780_000_000,
    }
    if not member.deleted:
        told |= {"is_admin": False, "is_owner": False, "is_restricted": member.guest}
        told |= {"is_ultra_restricted": False, "is_stranger": member.stranger}
    return told | ({"locale": member.locale} if locale else {})


def typed_blocks(workspace: Workspace, text: str) -> list[Any]:
    """The rich text block that Slack makes of typed words."""
    section = {"type": "rich_text_section", "elements": [{"type": "text", "text": text}]}
    return [{"type": "rich_text", "block_id": workspace.next_id("b"), "elements": [section]}]
