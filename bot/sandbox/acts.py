"""What a person can do in Slack's client: open Home, press, fill in, submit, close, type."""

from dataclasses import dataclass, field
from typing import Any, Literal

from bot.sandbox.forms import STATE, client_errors, state_values
from bot.sandbox.payloads import Payloads, typed_blocks
from bot.sandbox.socket_mode import SocketMode, Unanswered
from bot.sandbox.strictness import Refusal, elements
from bot.sandbox.views import Views
from bot.sandbox.workspace import Json, Message, Modal, Workspace

Where = Literal["message", "home", "modal"]


class Impossible(Exception):
    """Nobody can do this in Slack's client: no such button, no open modal, no composer."""


@dataclass(frozen=True)
class Tap:
    """A press or a choice: where, on what, and for inputs what was chosen (`{"selected_option": …}`).

    `values` are all typed values of the modal at that moment.
    """

    where: Where
    block_id: str
    action_id: str
    ts: str = ""
    chosen: Json = field(default_factory=dict)
    values: Json | None = None


class Acts:
    """Acts of members; each returns what went wrong in the person's eyes, or None.

    `composer` says whether people may type to the app (the strict profile switches it off).
    """

    def __init__(
        self, workspace: Workspace, views: Views, socket: SocketMode, payloads: Payloads, *, composer: bool
    ) -> None:
        self._workspace = workspace
        self._views = views
        self._socket = socket
        self._payloads = payloads
        self.composer = composer

    async def open_home(self, person: str) -> None:
        """Open the app's Home tab."""
        home = self._workspace.state(person).home
        told = self._views.payload(home) if home is not None else None
        self._clear(person)
        await self._socket.send_event(self._payloads.home_opened(person, "home", told)).wait()

    async def open_messages(self, person: str) -> None:
        """Open the DM with the app."""
        self._clear(person)
        await self._socket.send_event(self._payloads.home_opened(person, "messages", None)).wait()

    async def type(self, person: str, text: str) -> None:
        """Type words to the app and send them."""
        if not self.composer:
            raise Impossible("this app takes no messages")
        if not text:
            raise Impossible("Slack sends no empty message")
        escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        blocks = typed_blocks(self._workspace, text)
        message = Message(self._workspace.next_ts(), "person", escaped, blocks)
        self._workspace.post(person, message)
        self._clear(person)
        await self._socket.send_event(self._payloads.message(person, message)).wait()

    async def command(self, person: str, command: str, text: str = "") -> str | None:
        """Use a slash command; the app's direct answer is seen by this person only and not kept."""
        self._clear(person)
        try:
            answer = await self._socket.ask("slash_commands", self._payloads.command(person, command, text))
        except Unanswered as silence:
            return self._trouble(person, None, str(silence))
        if answer and (answer.get("text") or answer.get("blocks")):
            blocks = answer.get("blocks") or []
            words = answer.get("text") or ""
            shown = Message(self._workspace.next_ts(), "app", words, blocks, ephemeral=True)
            self._workspace.post(person, shown)
        return None

    async def shortcut(self, person: str, callback_id: str) -> str | None:
        """Use one of the app's global shortcuts."""
        self._clear(person)
        return await self._interact(person, None, self._payloads.shortcut(person, callback_id))

    async def click(self, person: str, tap: Tap) -> str | None:
        """Press a button or choose in an element that the app listens to."""
        self._clear(person)
        place, blocks, modal = self._place(person, tap)
        block, element = _find(blocks, tap)
        if modal is not None:
            modal.trouble = None
        if block["type"] == "input" and not block.get("dispatch_action"):
            return None  # the app hears of it when the form is submitted
        action = _action(block, element, tap.chosen)
        return await self._interact(person, modal, self._payloads.click(person, action, place))

    async def submit(self, person: str, values: Json | None = None, *, unchecked: bool = False) -> str | None:
        """Submit the modal on top with these typed values.

        Slack's client refuses empty required fields by itself; `unchecked` sends the form all the same,
        as somebody with a doctored client would.
        """
        modal = self._top(person)
        self._clear(person)
        modal.values |= values or {}
        modal.trouble = None
        blocks = modal.view["blocks"]
        modal.errors = {} if unchecked else client_errors(blocks, state_values(blocks, modal.values))
        self._workspace.changed()
        if modal.errors:
            return None
        told = self._views.payload(modal.view, modal.values)
        try:
            answer = await self._socket.ask("interactive", self._payloads.submission(person, told))
            self._views.answer(person, modal, answer)
        except Unanswered as silence:
            return self._trouble(person, modal, str(silence))
        except Refusal as refusal:
            words = "; ".join((refusal.error, *refusal.messages))
            return self._trouble(person, modal, f"Slack cannot use the app's answer: {words}")
        return None

    async def close(self, person: str, *, everything: bool = False) -> str | None:
        """Close the modal on top (Cancel), or with `everything` the whole stack (the cross)."""
        modal = self._top(person)
        stack = self._workspace.state(person).modals
        told = stack[0] if everything else modal
        everything = everything or bool(modal.view["clear_on_close"])
        del stack[0 if everything else -1 :]
        self._workspace.changed()
        if told.view["notify_on_close"]:
            view = self._views.payload(told.view, told.values)
            payload = self._payloads.closed(person, view, cleared=everything)
            return await self._interact(person, None, payload)
        return None

    def dismiss(self, person: str) -> None:
        """Wipe the lock screen."""
        self._workspace.state(person).notifications.clear()
        self._workspace.changed()

    async def _interact(self, person: str, modal: Modal | None, payload: Json) -> str | None:
        try:
            await self._socket.ask("interactive", payload)
        except Unanswered as silence:
            return self._trouble(person, modal, str(silence))
        return None

    def _place(self, person: str, tap: Tap) -> tuple[Json, list[Json], Modal | None]:
        if tap.where == "message":
            message = self._workspace.message(person, tap.ts)
            if message is None:
                raise Impossible("there is no such message")
            typed = (tap.values or {}) | _noted(message.blocks, tap, tap.values or {})
            place = self._payloads.in_message(person, message)
            place["state"] = {"values": state_values(message.blocks, typed)}
            return place, message.blocks, None
        modal = self._top(person) if tap.where == "modal" else None
        view = modal.view if modal is not None else self._workspace.state(person).home
        if view is None:
            raise Impossible("the Home tab is empty")
        typed = modal.values if modal is not None else {}
        typed |= tap.values or {}
        typed |= _noted(view["blocks"], tap, typed)
        told = self._views.payload(view, typed)
        container = {"type": "view", "view_id": view["id"]}
        return {"container": container, "view": told}, view["blocks"], modal

    def _top(self, person: str) -> Modal:
        stack = self._workspace.state(person).modals
        if not stack:
            raise Impossible("no modal is open")
        return stack[-1]

    def _clear(self, person: str) -> None:
        self._workspace.state(person).trouble = None
        self._workspace.changed()

    def _trouble(self, person: str, modal: Modal | None, words: str) -> str:
        if modal is not None:
            modal.trouble = words
        else:
            self._workspace.state(person).trouble = words
        self._workspace.changed()
        return words


def _find(blocks: list[Json], tap: Tap) -> tuple[Json, Json]:
    """What was pressed; where the app has published anew meanwhile, the one button that is still the same."""
    acting = [(block, element) for block in blocks for element in elements(block)]
    same_action = [found for found in acting if found[1]["action_id"] == tap.action_id]
    exact = [found for found in same_action if found[0]["block_id"] == tap.block_id]
    if not exact and len(same_action) == 1:
        exact = same_action
    if not exact:
        raise Impossible("there is no such button")
    return exact[0]


def _noted(blocks: list[Json], tap: Tap, typed: Json) -> Json:
    """The choice itself as part of the view's values."""
    block, element = _find(blocks, tap)
    if element["type"] not in STATE or not tap.chosen:
        return {}
    entry = {"type": element["type"], **tap.chosen}
    return {block["block_id"]: {**typed.get(block["block_id"], {}), tap.action_id: entry}}


def _action(block: Json, element: Json, chosen: Json) -> Json:
    told: dict[str, Any] = {"type": element["type"], "block_id": block["block_id"]}
    told["action_id"] = element["action_id"]
    if element["type"] == "button":
        return told | {key: element[key] for key in ("text", "value", "style", "url") if key in element}
    if element["type"] in STATE:
        name = STATE[element["type"]][0]
        return told | {name: chosen.get(name)}
    return told | chosen
