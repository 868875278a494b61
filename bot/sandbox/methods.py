"""The Web API's methods, each: arguments in, Slack's answer out, or a Refusal."""

import json
from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from typing import Any

from bot.sandbox.payloads import told_message, user
from bot.sandbox.strictness import Refusal, check_message
from bot.sandbox.views import Views, named_blocks
from bot.sandbox.workspace import APP, BOT, BOT_USER, TEAM, Json, Member, Message, Workspace

ALT_TEXT = 1000  # Slack: the longest description of a picture


class Methods:
    """What an app may call; `address` is where this workspace answers."""

    def __init__(self, workspace: Workspace, views: Views, address: str) -> None:
        self._workspace = workspace
        self._views = views
        self._address = address

    def auth_test(self, _given: Json) -> Json:
        """Who the token is."""
        return {
            "url": f"{self._address}/",
            "team": self._workspace.name,
            "user": self._workspace.app_name,
            "team_id": TEAM,
            "user_id": BOT_USER,
            "bot_id": BOT,
            "app_id": APP,
            "is_enterprise_install": False,
        }

    def post_message(self, given: Json) -> Json:
        """chat.postMessage: into a DM, or to a person, which opens their DM."""
        person = self._receiver(given.get("channel"))
        check_message(given.get("text"), given.get("blocks"))
        blocks = named_blocks(self._workspace, given.get("blocks") or [])
        message = Message(self._workspace.next_ts(), "app", given["text"], blocks)
        message.metadata = given.get("metadata")
        message.unfurls = any(truth(given.get(name, True)) for name in ("unfurl_links", "unfurl_media"))
        self._workspace.post(person, message)
        channel = self._workspace.state(person).channel
        return {"channel": channel, "ts": message.ts, "message": told_message(message, person)}

    def update_message(self, given: Json) -> Json:
        """chat.update of an own message; without blocks the old ones go."""
        person, message = self._own_message(given)
        check_message(given.get("text"), given.get("blocks"))
        blocks = named_blocks(self._workspace, given.get("blocks") or [])
        self._workspace.rewrite(message, text=given["text"], blocks=blocks)
        told = {"channel": given["channel"], "ts": message.ts, "text": message.text}
        return told | {"message": told_message(message, person)}

    def delete_message(self, given: Json) -> Json:
        """chat.delete of an own message."""
        _person, message = self._own_message(given, "cant_delete_message")
        self._workspace.strike(message)
        return {"channel": given["channel"], "ts": message.ts}

    def open_conversation(self, given: Json) -> Json:
        """conversations.open: the DM with one person."""
        users = given.get("users") or ""
        asked = users if isinstance(users, list) else [one for one in str(users).split(",") if one]
        if not asked:
            raise Refusal("users_list_not_supplied")
        if len(asked) > 1:
            raise Refusal("method_not_supported_for_channel_type")
        member = self._member(asked[0])
        if member.is_bot:
            raise Refusal("cannot_dm_bot")
        if member.deleted:
            raise Refusal("user_disabled")
        return {"channel": {"id": self._workspace.state(member.id).channel}, "no_op": False}

    def history(self, given: Json) -> Json:
        """conversations.history of a DM, the newest first."""
        person = self._workspace.person_of_channel(str(given.get("channel")))
        if person is None:
            raise Refusal("channel_not_found")
        oldest, latest = numeric(given, "oldest", 0), numeric(given, "latest", float("inf"))
        inclusive = truth(given.get("inclusive"))
        found = [
            told_message(one, person)
            for one in reversed(self._workspace.state(person).messages)
            if not one.deleted and not one.ephemeral
            if oldest < float(one.ts) < latest or (inclusive and float(one.ts) in (oldest, latest))
        ]
        page, cursor = paged(found, given, 100)
        more = {"next_cursor": cursor} if cursor else {}
        return {"messages": page, "has_more": bool(cursor), "response_metadata": more}

    def user_info(self, given: Json) -> Json:
        """users.info."""
        return {"user": user(self._member(given.get("user")), locale=truth(given.get("include_locale")))}

    def user_list(self, given: Json) -> Json:
        """users.list, in pages; bots and deactivated people are in it."""
        locale = truth(given.get("include_locale"))
        everybody = [user(member, locale=locale) for member in self._workspace.members.values()]
        page, cursor = paged(everybody, given, 1000)
        now = int(self._workspace.clock.now().timestamp())
        return {"members": page, "cache_ts": now, "response_metadata": {"next_cursor": cursor}}

    def open_view(self, given: Json) -> Json:
        """views.open."""
        return {"view": self._views.open(needed(given, "trigger_id"), given.get("view"))}

    def push_view(self, given: Json) -> Json:
        """views.push."""
        return {"view": self._views.push(needed(given, "trigger_id"), given.get("view"))}

    def update_view(self, given: Json) -> Json:
        """views.update by `view_id` or `external_id`, perhaps with the `hash` it was seen with."""
        view_id, external_id = given.get("view_id") or "", given.get("external_id") or ""
        hash_ = given.get("hash") or ""
        updated = self._views.update(view_id=view_id, external_id=external_id, view=given.get("view"), hash_=hash_)
        return {"view": updated}

    def publish_view(self, given: Json) -> Json:
        """views.publish: somebody's Home tab."""
        member = self._member(needed(given, "user_id"))
        if member.is_bot:
            raise Refusal("not_enabled")
        return {"view": self._views.publish(member.id, given.get("view"), given.get("hash") or "")}

    def upload_address(self, given: Json) -> Json:
        """files.getUploadURLExternal: where to put so many bytes."""
        name, size = needed(given, "filename"), int(numeric(given, "length", 0))
        if size <= 0:
            raise Refusal("missing_argument")
        alt = str(given.get("alt_txt") or "")
        if len(alt) > ALT_TEXT:
            raise Refusal("alt_txt_too_large")
        file_id = self._workspace.next_id("F")
        self._workspace.files[file_id] = {
            "id": file_id,
            "name": name,
            "alt": alt,
            "size": size,
            "shared_with": [],
            "uploaded": 0,
            "complete": False,
            "deleted": False,
        }
        self._workspace.changed()
        return {"upload_url": f"{self._address}/upload/{file_id}", "file_id": file_id}

    def complete_upload(self, given: Json) -> Json:
        """files.completeUploadExternal, once for a file: it is shared into a DM with a message."""
        asked = given.get("files") or []
        if not isinstance(asked, list) or not asked or not all(isinstance(one, dict) for one in asked):
            raise Refusal("invalid_arguments", ["[ERROR] missing required field: files"])
        files = [self._file(one.get("id"), complete=False) for one in asked]
        if any(file["uploaded"] != file["size"] for file in files):
            raise Refusal("file_upload_size_restricted")
        channel = str(given.get("channel_id") or "")
        if channel in self._workspace.members:
            raise Refusal("invalid_arguments", ["[ERROR] failed to match the pattern of a channel: channel_id"])
        person = self._receiver(channel) if channel else ""
        for file, one in zip(files, asked, strict=True):
            file |= {"title": one.get("title") or file["name"], "complete": True}
            file["shared_with"] += [person] if person else []
        if person:
            message = Message(self._workspace.next_ts(), "app", str(given.get("initial_comment") or ""), [])
            message.files = [file["id"] for file in files]
            self._workspace.post(person, message)
        self._workspace.changed()
        return {"files": [{"id": one["id"], "title": one["title"]} for one in files]}

    def file_info(self, given: Json) -> Json:
        """files.info."""
        return {"file": shown(self._file(given.get("file")))}

    def delete_file(self, given: Json) -> Json:
        """files.delete: gone from the screen; that there was one stays in the workspace's records."""
        file = self._file(given.get("file"))
        file["deleted"] = True
        file.pop("content", None)
        self._workspace.changed()
        return {}

    def _member(self, person: Any) -> Member:
        member = self._workspace.members.get(str(person))
        if member is None:
            raise Refusal("user_not_found")
        return member

    def _receiver(self, channel: Any) -> str:
        person = self._workspace.person_of_channel(str(channel))
        if person is None and str(channel) in self._workspace.members:
            person = str(channel)
        if person is None:
            raise Refusal("channel_not_found")
        if self._workspace.members[person].is_bot:
            raise Refusal("cannot_dm_bot")
        return person

    def _own_message(self, given: Json, foreign: str = "cant_update_message") -> tuple[str, Message]:
        person = self._workspace.person_of_channel(str(given.get("channel")))
        if person is None:
            raise Refusal("channel_not_found")
        message = self._workspace.message(person, str(given.get("ts")))
        if message is None or message.ephemeral:
            raise Refusal("message_not_found")
        if message.author != "app":
            raise Refusal(foreign)
        return person, message

    def _file(self, file_id: Any, *, complete: bool = True) -> Json:
        """One that is there for the app: before its upload is completed it is for nothing else."""
        file = self._workspace.files.get(str(file_id))
        if file is None or file["complete"] is not complete:
            raise Refusal("file_not_found")
        if file["deleted"]:
            raise Refusal("file_deleted")
        return file


def shown(file: Json) -> Json:
    """A file as Slack tells it: without its bytes."""
    return {name: value for name, value in file.items() if name != "content"}


def needed(given: Json, name: str) -> str:
    """An argument that must be there; Refusal otherwise."""
    value = given.get(name)
    if value in (None, ""):
        raise Refusal("invalid_arguments", [f"[ERROR] missing required field: {name}"])
    return str(value)


def numeric(given: Json, name: str, usual: float) -> float:
    """A number as forms and JSON write it; Refusal for anything else."""
    try:
        return float(given.get(name) or usual)
    except (ValueError, TypeError) as strange:
        raise Refusal("invalid_arguments", [f"[ERROR] must be a number: {name}"]) from strange


def truth(value: Any) -> bool:
    """A boolean argument as forms and JSON write it."""
    return value in (True, 1, "1", "true", "True")


def paged(found: list[Json], given: Json, usual: int) -> tuple[list[Json], str]:
    """One page of a list and the cursor of the next, "" at the end; Refusal for a strange cursor."""
    limit = min(int(numeric(given, "limit", usual)), 1000)
    try:
        start = int(json.loads(b64decode(given["cursor"], validate=True))) if given.get("cursor") else 0
    except (NotBase64, ValueError, TypeError) as strange:
        raise Refusal("invalid_cursor") from strange
    end = start + limit
    cursor = b64encode(str(end).encode()).decode() if end < len(found) else ""
    return found[start:end], cursor
