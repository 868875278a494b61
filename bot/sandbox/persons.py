"""A member's hands and eyes for tests: press what is visible, fill forms in, read what is in front."""

from collections.abc import Awaitable, Callable, Iterator, Mapping
from typing import Any

from bot.sandbox.acts import Acts, Impossible, Tap, Where
from bot.sandbox.forms import entered, state_values
from bot.sandbox.strictness import choices, elements
from bot.sandbox.views import inputs_by_block
from bot.sandbox.words_seen import words_in
from bot.sandbox.workspace import Json, Message, Modal, Workspace

Codes = Callable[[str], Awaitable[str]]  # person -> what the authenticator app shows


class Driver:
    """One member; every act returns once the app has acknowledged it (or did not, see `trouble`)."""

    def __init__(self, workspace: Workspace, acts: Acts, person: str, codes: Codes) -> None:
        self._workspace = workspace
        self._acts = acts
        self._codes = codes
        self.id = person

    async def open_home(self) -> None:
        """Open the app's Home tab; the app publishes it in its own time (`sandbox.quiet`)."""
        await self._acts.open_home(self.id)

    async def click(self, what: str, *, where: Where | None = None, choose: Any = None) -> None:
        """Press the button (or choose in the element) with this action_id or visible text.

        Without `where` it is looked for in the modal on top, else in Home, else in the messages, the latest
        first. `choose` is an option's value or label, or a plain value, for elements other than buttons.
        """
        for tap, element in self._taps(where):
            if what in (tap.action_id, element.get("text", {}).get("text")):
                chosen = {} if choose is None else self._chosen(element, choose)
                exact = Tap(tap.where, tap.block_id, tap.action_id, ts=tap.ts, chosen=chosen)
                await self._acts.click(self.id, exact)
                return
        raise Impossible("there is no such button in front of this person")

    def _chosen(self, element: Json, choose: Any) -> Json:
        if element["type"] == "overflow":
            for option in choices(element):
                if choose in (option["value"], option["text"]["text"]):
                    return {"selected_option": option}
            raise ValueError("there is no such option")
        entry = entered(element, choose)
        return {name: value for name, value in entry.items() if name != "type"}

    async def fill(self, values: Mapping[str, Any]) -> None:
        """Type or choose, by block_id: text, an option's value or label, or a list of them.

        Raises Impossible for a block that is not there, ValueError for an option that is not offered.
        """
        modal = self._top()
        inputs = inputs_by_block(modal.view)
        for block_id, value in values.items():
            if block_id not in inputs:
                raise Impossible(f"there is no input in block {block_id}")
            element = inputs[block_id]
            modal.values[block_id] = {element["action_id"]: entered(element, value)}
        self._workspace.changed()

    async def submit(self, values: Mapping[str, Any] | None = None, *, unchecked: bool = False) -> None:
        """Submit the modal on top, after filling `values` in; `unchecked` skips the client's own checks."""
        await self.fill(values or {})
        await self._acts.submit(self.id, unchecked=unchecked)

    async def close(self, *, everything: bool = False) -> None:
        """Close the modal on top, or the whole stack."""
        await self._acts.close(self.id, everything=everything)

    async def type_message(self, text: str) -> None:
        """Type into the DM."""
        await self._acts.type(self.id, text)

    async def command(self, command: str, text: str = "") -> None:
        """Use a slash command."""
        await self._acts.command(self.id, command, text)

    async def shortcut(self, callback_id: str) -> None:
        """Use a global shortcut."""
        await self._acts.shortcut(self.id, callback_id)

    async def code(self) -> str:
        """What the authenticator app on this person's phone shows now, "" for who has none."""
        return await self._codes(self.id)

    @property
    def modal(self) -> Json | None:
        """The view on top of the stack."""
        modals = self._workspace.state(self.id).modals
        return modals[-1].view if modals else None

    @property
    def modals(self) -> list[Json]:
        """The whole stack, the last one on top."""
        return [modal.view for modal in self._workspace.state(self.id).modals]

    @property
    def values(self) -> Json:
        """What stands in the inputs of the modal on top, as Slack's `state.values`."""
        modal = self._top()
        return state_values(modal.view["blocks"], modal.values)

    @property
    def home(self) -> Json | None:
        """The Home tab."""
        return self._workspace.state(self.id).home

    @property
    def messages(self) -> list[Message]:
        """What the DM shows, the oldest first."""
        return [one for one in self._workspace.state(self.id).messages if not one.deleted]

    @property
    def notifications(self) -> list[Json]:
        """What the lock screen shows."""
        return self._workspace.state(self.id).notifications

    @property
    def errors(self) -> dict[str, str]:
        """The sentences at the fields of the modal on top."""
        modals = self._workspace.state(self.id).modals
        return modals[-1].errors if modals else {}

    @property
    def trouble(self) -> str | None:
        """What Slack's client complains about: the app did not answer, or nonsense."""
        state = self._workspace.state(self.id)
        return (state.modals[-1].trouble if state.modals else None) or state.trouble

    def text(self) -> str:
        """Every word in front of the person: the modal if one is open, else Home and messages."""
        modal = self.modal
        if modal is not None:
            head = [modal["title"]["text"]]
            foot = [modal[name]["text"] for name in ("submit", "close") if modal[name]]
            return "\n".join([*head, *words_in(modal["blocks"]), *foot, *self.errors.values()])
        home = words_in(self.home["blocks"]) if self.home else iter(())
        said = [word for one in self.messages for word in (list(words_in(one.blocks)) or [one.text])]
        return "\n".join([*home, *said])

    def _top(self) -> Modal:
        modals = self._workspace.state(self.id).modals
        if not modals:
            raise Impossible("no modal is open")
        return modals[-1]

    def _taps(self, where: Where | None) -> Iterator[tuple[Tap, Json]]:
        places: list[tuple[Where, str, list[Json]]] = []
        if self.modal is not None:
            places.append(("modal", "", self.modal["blocks"]))
        if self.home is not None:
            places.append(("home", "", self.home["blocks"]))
        places += [("message", one.ts, one.blocks) for one in reversed(self.messages)]
        for place, ts, blocks in places:
            if where in (None, place):
                for block in blocks:
                    for element in elements(block):
                        yield Tap(place, block["block_id"], element["action_id"], ts=ts), element
