"""What a Slack workspace holds: members, their DMs with the app, Home tabs, modals, files, triggers."""

import json
import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.clock import Clock

Json = dict[str, Any]

TEAM = "T0TOWNHALL"
APP = "A0MADOGUCHI"
BOT_USER = "U0MADOGUCHI"
BOT = "B0MADOGUCHI"
TRIGGER_SECONDS = 3.0  # Slack: a trigger_id lives three seconds and works once


@dataclass(frozen=True)
class Member:
    """A person (or bot) of the workspace as Slack knows them; `roles_note` is for the page only."""

    id: str
    name: str
    title: str = ""
    unit: str = ""
    locale: str = "ja-JP"
    guest: bool = False
    deleted: bool = False
    is_bot: bool = False
    stranger: bool = False
    roles_note: str = ""


@dataclass
class Message:
    """A message of a DM. `past` keeps what it was before each edit and its deletion, as an export would."""

    ts: str
    author: str  # "app" or "person"
    text: str
    blocks: list[Json]
    edited: bool = False
    deleted: bool = False
    ephemeral: bool = False
    metadata: Json | None = None
    unfurls: bool = False  # whether the app lets Slack follow the links in it
    files: list[str] = field(default_factory=list)
    past: list[Json] = field(default_factory=list)


@dataclass
class Modal:
    """One open view of a person's stack: what the app gave, what was typed, what was answered."""

    view: Json
    values: Json = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)
    trouble: str | None = None


@dataclass
class PersonState:
    """Everything one member has in front of them; `modals` is the stack, the last one on top."""

    channel: str
    messages: list[Message] = field(default_factory=list)
    home: Json | None = None
    modals: list[Modal] = field(default_factory=list)
    notifications: list[Json] = field(default_factory=list)
    trouble: str | None = None


@dataclass
class Trigger:
    """A short-lived right to open a modal for one person."""

    person: str
    born: float
    used: bool = False


class Workspace:
    """The state of one workspace with one app in it; says to its listeners whenever anything changed."""

    def __init__(self, clock: Clock, members: Iterable[Member], *, name: str, app_name: str) -> None:
        self.clock = clock
        self.name = name
        self.app_name = app_name
        self.members: dict[str, Member] = {member.id: member for member in members}
        self.states: dict[str, PersonState] = {}
        self.files: dict[str, Json] = {}
        self.changes = 0
        self.on_change: list[Callable[[], None]] = []
        self._triggers: dict[str, Trigger] = {}
        self._serial = 0
        self._last_ts = 0

    def changed(self) -> None:
        """Tell everybody who watches that something is different now."""
        self.changes += 1
        for listener in self.on_change:
            listener()

    def next_id(self, letter: str) -> str:
        """An identifier that this workspace never gave before, with Slack's first letter."""
        self._serial += 1
        return f"{letter}{self._serial:010d}"

    def next_ts(self) -> str:
        """A message timestamp from the clock, unique and growing even where the clock stands still."""
        now = self.clock.now()
        self._last_ts = max(self._last_ts + 1, int(now.timestamp()) * 1_000_000 + now.microsecond)
        return f"{self._last_ts // 1_000_000}.{self._last_ts % 1_000_000:06d}"

    def state(self, person: str) -> PersonState:
        """The state of a known member, made at the first question; raises KeyError for an unknown one."""
        if person not in self.states:
            self.states[person] = PersonState(channel=self._channel_of(self.members[person]))
        return self.states[person]

    def _channel_of(self, member: Member) -> str:
        return f"D{member.id[1:]}"

    def person_of_channel(self, channel: str) -> str | None:
        """Whose DM this is, or None."""
        return next((one for one, state in self.states.items() if state.channel == channel), None)

    def change_member(self, member: Member) -> None:
        """Add a member or replace what is known of one (a deactivation, another locale)."""
        self.members[member.id] = member
        self.changed()

    def post(self, person: str, message: Message) -> None:
        """Put a message into the person's DM; the app's own ones ring on the lock screen."""
        state = self.state(person)
        state.messages.append(message)
        if message.author == "app" and not message.ephemeral:
            state.notifications.append(
                {
                    "at": self.clock.now().isoformat(),
                    "title": self.app_name,
                    "text": message.text,
                    "ts": message.ts,
                }
            )
        self.changed()

    def message(self, person: str, ts: str) -> Message | None:
        """The message that stands at `ts` in the person's DM and is not deleted."""
        return next((one for one in self.state(person).messages if one.ts == ts and not one.deleted), None)

    def rewrite(self, message: Message, *, text: str, blocks: list[Json]) -> None:
        """Edit a message; what it said before stays in the workspace's records."""
        message.past.append(self._as_it_was(message, "edited"))
        message.text, message.blocks, message.edited = text, blocks, True
        self.changed()

    def strike(self, message: Message) -> None:
        """Delete a message from the screen; what it said stays in the workspace's records."""
        message.past.append(self._as_it_was(message, "deleted"))
        message.deleted = True
        self.changed()

    def _as_it_was(self, message: Message, what: str) -> Json:
        at = self.clock.now().isoformat()
        return {"what": what, "at": at, "text": message.text, "blocks": message.blocks}

    def new_trigger(self, person: str) -> str:
        """A trigger_id for something this person just did."""
        trigger_id = f"{self.next_id('9')}.{TEAM}.{person}"
        now = self.clock.monotonic()
        self._triggers = {key: one for key, one in self._triggers.items() if now - one.born < 600}
        self._triggers[trigger_id] = Trigger(person, now)
        return trigger_id

    def use_trigger(self, trigger_id: str) -> tuple[str, str]:
        """(person, "") when the trigger still works, which it does once; else ("", Slack's error name)."""
        trigger = self._triggers.get(trigger_id)
        if trigger is None:
            return "", "invalid_trigger_id"
        if trigger.used:
            return "", "trigger_exchanged"
        if self.clock.monotonic() - trigger.born > TRIGGER_SECONDS:
            return "", "trigger_expired"
        trigger.used = True
        return trigger.person, ""

    def views(self) -> list[tuple[str, Json]]:
        """Every view that is open anywhere, Home tabs included, with its person."""
        found = [(one, state.home) for one, state in self.states.items() if state.home is not None]
        return found + [(one, modal.view) for one, state in self.states.items() for modal in state.modals]

    def save(self, path: Path) -> None:
        """Write everything that outlives a restart: all but triggers and open modals."""
        told: Json = {
            "now": self.clock.now().isoformat(),
            "serial": self._serial,
            "last_ts": self._last_ts,
            "members": [asdict(member) for member in self.members.values()],
            "states": {one: {**asdict(state), "modals": []} for one, state in self.states.items()},
            "files": self.files,
        }
        beside = path.with_suffix(".new")
        beside.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
        os.replace(beside, path)

    def load(self, path: Path) -> None:
        """Read back what `save` wrote; members of the file replace members of the same id."""
        told: Mapping[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        self._serial, self._last_ts, self.files = told["serial"], told["last_ts"], told["files"]
        self.members.update({one["id"]: Member(**one) for one in told["members"]})
        for person, state in told["states"].items():
            messages = [Message(**one) for one in state.pop("messages")]
            self.states[person] = PersonState(**state, messages=messages)
        self.changed()


def saved_moment(path: Path) -> datetime | None:
    """Where the clock stood when the file was written, or None where there is no file."""
    if not path.exists():
        return None
    return datetime.fromisoformat(json.loads(path.read_text(encoding="utf-8"))["now"])
