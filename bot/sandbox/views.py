"""The life of views: opened, pushed, updated, published, answered; one stack of modals per person."""

import copy
from typing import Any

from bot.sandbox import limits
from bot.sandbox.forms import carried_over, state_values, stateful
from bot.sandbox.strictness import Refusal, check_view, elements
from bot.sandbox.workspace import APP, BOT, TEAM, Json, Modal, Workspace


class Views:
    """Every act on views, by the Web API or by the answer to a submission; mistakes are Refusals."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def open(self, trigger_id: str, view: Any) -> Json:
        """A new modal for the trigger's person, in place of whatever stack was open."""
        check_view(view)
        self._check_external_id(view)
        person = self._person_of(trigger_id)
        finished = self._finished(view)
        finished["root_view_id"] = finished["id"]
        self._workspace.state(person).modals = [Modal(finished)]
        self._workspace.changed()
        return finished

    def push(self, trigger_id: str, view: Any) -> Json:
        """A modal on top of the stack of the trigger's person."""
        check_view(view)
        self._check_external_id(view)
        return self.push_for(self._person_of(trigger_id), view)

    def push_for(self, person: str, view: Any) -> Json:
        """Push a view that passed the checks (also: the answer `push` to a submission)."""
        stack = self._workspace.state(person).modals
        if not stack:
            raise Refusal("not_found", ["[ERROR] there is no open modal to push on"])
        if len(stack) >= limits.STACK_DEPTH:
            raise Refusal("push_limit_reached")
        below = stack[-1].view
        finished = self._finished(view)
        finished |= {"root_view_id": below["root_view_id"], "previous_view_id": below["id"]}
        stack.append(Modal(finished))
        self._workspace.changed()
        return finished

    def update(self, *, view_id: str, external_id: str, view: Any, hash_: str) -> Json:
        """Put another view in the place of an open one, found by its id or its external_id."""
        check_view(view, ("modal", "home"))
        for person, current in self._workspace.views():
            if (view_id and current["id"] == view_id) or (external_id and current["external_id"] == external_id):
                return self._replace(person, current, view, hash_)
        raise Refusal("not_found")

    def publish(self, person: str, view: Any, hash_: str) -> Json:
        """The person's Home tab."""
        check_view(view, ("home",))
        current = self._workspace.state(person).home
        if current is not None:
            return self._replace(person, current, view, hash_)
        if hash_:
            raise Refusal("hash_conflict")
        self._check_external_id(view)
        finished = self._finished(view)
        finished["root_view_id"] = finished["id"]
        self._workspace.state(person).home = finished
        self._workspace.changed()
        return finished

    def modal(self, person: str, view_id: str) -> Modal | None:
        """The open modal of this id, or None when it was closed meanwhile."""
        return next((one for one in self._workspace.state(person).modals if one.view["id"] == view_id), None)

    def payload(self, view: Json, values: Json | None = None) -> Json:
        """The view as it stands in a payload to the app, with `state.values`."""
        told = copy.deepcopy(view)
        told["state"] = {"values": state_values(view["blocks"], values or {})}
        return told

    def answer(self, person: str, modal: Modal, response: Json | None) -> None:
        """Do what the app answered to a submission; raise Refusal for an answer that Slack cannot use."""
        stack = self._workspace.state(person).modals
        told: Json = response or {}
        action = told.get("response_action")
        if modal not in stack:
            return
        if action == "errors":
            modal.errors = self._checked_errors(modal, told.get("errors"))
        elif action == "clear":
            stack.clear()
        elif action in ("update", "push"):
            view: Any = told.get("view")
            check_view(view)
            self._check_external_id(view, but=modal.view["id"] if action == "update" else "")
            if action == "update":
                self._replace(person, modal.view, view, "")
            else:
                self.push_for(person, view)
        elif told:
            raise Refusal("unknown_response_action")
        else:
            del stack[stack.index(modal) :]
        self._workspace.changed()

    def _checked_errors(self, modal: Modal, errors: Any) -> dict[str, str]:
        inputs = {block["block_id"] for block in modal.view["blocks"] if block["type"] == "input"}
        if not isinstance(errors, dict) or not errors or not set(errors) <= inputs:
            raise Refusal("invalid_errors", ["[ERROR] errors must name input blocks of the submitted view"])
        if not all(isinstance(words, str) and words for words in errors.values()):
            raise Refusal("invalid_errors", ["[ERROR] each error must be a sentence"])
        return dict(errors)

    def _person_of(self, trigger_id: str) -> str:
        person, refused = self._workspace.use_trigger(trigger_id)
        if refused:
            raise Refusal(refused)
        return person

    def _check_external_id(self, view: Json, but: str = "") -> None:
        wanted = view.get("external_id")
        if wanted and any(
            one["external_id"] == wanted and one["id"] != but for _person, one in self._workspace.views()
        ):
            raise Refusal("duplicate_external_id")

    def _replace(self, person: str, current: Json, view: Json, hash_: str) -> Json:
        if hash_ and hash_ != current["hash"]:
            raise Refusal("hash_conflict")
        if view["type"] != current["type"]:
            raise Refusal("invalid_arguments", ["[ERROR] the type of a view cannot change"])
        self._check_external_id(view, but=current["id"])
        finished = self._finished(view)
        finished |= {key: current[key] for key in ("id", "root_view_id", "previous_view_id")}
        state = self._workspace.state(person)
        if current is state.home:
            state.home = finished
        else:
            modal = next(one for one in state.modals if one.view is current)
            shown = state_values(current["blocks"], modal.values)
            modal.view, modal.errors, modal.trouble = finished, {}, None
            modal.values = carried_over(shown, finished["blocks"])
        self._workspace.changed()
        return finished

    def _finished(self, view: Json) -> Json:
        """What Slack makes of a view: its own ids, a hash, and ids for blocks that have none."""
        made: Json = {"title": None, "submit": None, "close": None, "private_metadata": "", "callback_id": ""}
        made |= {"external_id": "", "clear_on_close": False, "notify_on_close": False}
        made |= copy.deepcopy(view)
        made["blocks"] = named_blocks(self._workspace, made["blocks"])
        view_id = self._workspace.next_id("V")
        return made | {
            "id": view_id,
            "team_id": TEAM,
            "app_id": APP,
            "bot_id": BOT,
            "app_installed_team_id": TEAM,
            "previous_view_id": None,
            "root_view_id": None,
            "hash": f"{self._workspace.next_ts()}.{view_id}",
            "state": {"values": state_values(made["blocks"], {})},
        }


def named_blocks(workspace: Workspace, blocks: list[Json]) -> list[Json]:
    """The blocks with an id for each block and element that came without one, as Slack gives them."""
    named = copy.deepcopy(blocks)
    for block in named:
        block.setdefault("block_id", workspace.next_id("b"))
        for element in elements(block):
            element.setdefault("action_id", workspace.next_id("a"))
    return named


def inputs_by_block(view: Json) -> dict[str, Json]:
    """The stateful element of each block of a view, for filling a form in."""
    return {block["block_id"]: element for block, element in stateful(view["blocks"])}
