"""The only door from Slack: one listener per kind of payload, who is it, the flow's answer, what Slack is told."""

import asyncio
import re
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from slack_bolt.app.async_app import AsyncApp
from slack_bolt.response import BoltResponse
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot import departures, logs
from bot.casework import OATH_NEEDED, STEP_UP_NEEDED, Casework
from bot.errors import Conflict, Refused
from bot.handlers import apology, blocks, home, typed
from bot.handlers.arrivals import DEACTIVATED, Arrivals, admitted, refusal_of
from bot.handlers.blocks import View
from bot.handlers.failures import Failure, Kind, Place, failure, guarded
from bot.handlers.flow import Action, Answer, Click, Close, Flow, Onward, Show, Wrong
from bot.handlers.tasks import Tasks
from bot.members import Members
from bot.words import Words

EVENTS = ("app_home_opened", "message", "user_change", "team_join", "app_uninstalled", "tokens_revoked")
COMMANDS: tuple[str, ...] = ()
METHODS = ("views.open", "views.update", "views.push", "views.publish", "users.info")

FIRST = {OATH_NEEDED: home.OATH, STEP_UP_NEEDED: "step_up.ask"}  # what has to come before, by why it was refused
ANSWER_SECONDS = 2.7  # of the three that Slack waits
LOADING_SECONDS = 0.8  # a trigger lives three seconds: after this the modal opens empty and is filled later
ANY = re.compile("")

log = logs.logger("router")
Ack = Callable[..., Awaitable[Any]]
Body = Mapping[str, Any]


class Router:
    """Answers every payload itself, so that nothing is decided in two places."""

    def __init__(
        self, *, casework: Casework, flows: Iterable[Flow], arrivals: Arrivals, words: Words, members: Members,
        client: AsyncWebClient, tasks: Tasks,
    ) -> None:  # fmt: skip
        self._casework = casework
        self._arrivals = arrivals
        self._words = words
        self._members = members
        self._client = client
        self._tasks = tasks
        flows = tuple(flows)
        self._actions = _joined(home.ACTIONS, *(flow.actions for flow in flows))
        self._forms = _joined(*(flow.forms for flow in flows))

    def register(self, app: AsyncApp) -> None:
        """Register the one listener of each kind of payload."""
        app.action(ANY)(self.on_action)
        app.view_submission(ANY)(self.on_form)
        app.view_closed(ANY)(_only_ack)
        app.options(ANY)(_only_ack)
        app.shortcut(ANY)(_only_ack)
        app.command(ANY)(_only_ack)
        app.event("app_home_opened")(self.on_home)
        app.event("message")(self.on_message)
        for changed in ("user_change", "team_join"):
            app.event(changed)(self.on_member)
        for removed in ("app_uninstalled", "tokens_revoked"):
            app.event(removed)(self.on_removed)
        app.error(_on_error)

    async def on_action(self, ack: Ack, body: Body) -> None:
        """A button: acknowledged at once, answered from a task of its own."""
        await ack()
        action = body["actions"][0]
        if action.get("action_id") == home.OPEN or action.get("action_id") in self._actions:
            self._tasks.start(self._press(body, action), Place.BUTTON)

    async def on_form(self, ack: Ack, body: Body) -> None:
        """A submitted form: what became of it is in the acknowledgement (Slack: surfaces/modals)."""
        click = self._click(body)
        answer = await guarded(asyncio.wait_for(self._submit(click, body), ANSWER_SECONDS), Place.FORM)
        shown = self._at_the_form(click, answer, body["view"]) if isinstance(answer, Failure) else answer
        shown = _helpful(click, shown)
        await ack(**_response(shown, body["view"]))
        self._refresh(click, shown)

    async def on_home(self, event: Body, body: Body) -> None:
        """Somebody opened the Home tab (the event comes for the messages tab too)."""
        click = self._click({**body, "user": {"id": event["user"]}})
        if event.get("tab") == "home" and click is not None:
            self._tasks.start(self._publish(click), Place.HOME)

    async def on_message(self, event: Body, body: Body) -> None:
        """Somebody typed into the DM: a neutral answer, nothing kept (G4). Our own and edited messages are ignored."""
        click = self._click({**body, "user": {"id": event.get("user", "")}})
        if typed.needs_answer(event) and click is not None and refusal_of(click.who) != DEACTIVATED:
            await self._casework.store.run(lambda unit: typed.answer(unit, event, str(body["event_id"])))

    async def on_member(self, event: Body, body: Body) -> None:
        """A member joined, left, changed language: kept in memory; that somebody has left also in the roster."""
        if self._arrivals.team(body) == self._members.team:
            self._members.update(event["user"])
            await departures.keep_up(self._casework, self._members)

    async def on_removed(self) -> None:
        """The app was removed or its tokens were revoked: nothing can be sent until somebody acts."""
        log.event("app-removed")

    async def _press(self, body: Body, action: Body) -> None:
        click = self._click(body)
        opening = self._tasks.start(self._act(click, action), Place.BUTTON)
        view = body.get("view") or {}
        in_modal = view.get("type") == "modal"
        loading = "" if in_modal else await self._loading(click, opening, body)
        answer = await opening
        if isinstance(answer, Failure):
            answer = Show(self._apology(click, answer), on_top=True)
        answer = _helpful(click, answer)
        if isinstance(answer, Show):
            if loading:
                await self._client.views_update(view_id=loading, view=answer.view)
            elif not in_modal:
                await self._client.views_open(trigger_id=body["trigger_id"], view=answer.view)
            elif answer.on_top and blocks.has_room(view):
                await self._client.views_push(trigger_id=body["trigger_id"], view=answer.view)
            else:
                await self._replace(view, answer.view)
        self._refresh(click, answer)

    async def _loading(self, click: Click | None, opening: "asyncio.Future[Any]", body: Body) -> str:
        """Opens an empty modal when the answer takes longer than a trigger can wait; gives its id."""
        await asyncio.wait({opening}, timeout=LOADING_SECONDS)
        if opening.done() or click is None:
            return ""
        loading = home.with_help(click, home.told(click, click.say("loading")))
        opened = await guarded(self._client.views_open(trigger_id=body["trigger_id"], view=loading), Place.BUTTON)
        return "" if isinstance(opened, Failure) else str(opened["view"]["id"])

    async def _replace(self, shown: Body, view: View) -> None:
        """Put `view` in the place of the one that was clicked in, unless that was replaced or closed meanwhile."""
        try:
            await self._client.views_update(view_id=shown["id"], hash=shown["hash"], view=view)
        except SlackApiError as error:
            if error.response.get("error") not in {"hash_conflict", "not_found"}:
                raise

    async def _act(self, click: Click | None, action: Body) -> Answer:
        found = admitted(click)
        kind = "" if action["action_id"] == home.OPEN else action["action_id"]
        opened = self._arrivals.opened(found, str(action.get("value")), kind)
        assert opened.token is not None  # noqa: S101 - it has just been opened
        handler = self._actions.get(opened.token.kind)
        if handler is None:
            raise Refused("token-wrong")
        return await self._handled(handler, opened, Place.BUTTON)

    async def _submit(self, click: Click | None, body: Body) -> Answer:
        found = admitted(click)
        view = body["view"]
        handler = self._forms.get(view["callback_id"])
        if handler is None:
            raise Refused("token-wrong")
        opened = self._arrivals.opened(found, view["private_metadata"], view["callback_id"], form=True)
        return await self._handled(handler, opened, Place.FORM, typed_in=view if blocks.typed_into(view) else None)

    async def _handled(self, handler: Action, click: Click, place: Place, *, typed_in: Body | None = None) -> Answer:
        """The listener's answer; where an oath or a code has to come first it is asked for, and leads on from there.

        Where a case has moved on since it was shown, it is shown as it is now: on top of a form with somebody's words
        in it (`typed_in`), so that they can still be copied.
        """
        try:
            answer = await handler(click, self._casework)
            return await self._onward(click, answer) if isinstance(answer, Onward) else answer
        except Conflict as conflict:
            show = self._actions.get(conflict.screen)
            if show is None or click.token is None or (typed_in and not blocks.has_room(typed_in)):
                raise
            moved_on = click.say("conflict-kept" if typed_in else failure(conflict, place).surface.sentence)
            now = replace(click, token=replace(click.token, row=conflict.case_id))
        except Refused as refusal:
            if refusal.reason not in FIRST:
                raise
            pressed = click if place is Place.BUTTON else replace(click, token=None)  # a form waits below to be sent
            return await self._actions[FIRST[refusal.reason]](pressed, self._casework)
        return _headed(await show(now, self._casework), moved_on, on_top=bool(typed_in))

    async def _onward(self, click: Click, answer: Onward) -> Answer:
        """What was asked for before the oath or the code, in the place of the screen that came between."""
        kind, _, row = answer.way.partition(" ")
        handler = self._actions.get(kind)
        if handler is None:
            return Show(answer.done, refreshes_home=True)
        asked = self._arrivals.again(click, kind, row, answer.rev)
        shown = await guarded(self._handled(handler, asked, Place.BUTTON), Place.BUTTON)
        found = Show(self._apology(asked, shown)) if isinstance(shown, Failure) else shown
        return replace(found, on_top=False, refreshes_home=True) if isinstance(found, Show) else found

    def _click(self, body: Body) -> Click | None:
        click = self._arrivals.click(body)
        if click is None:
            self._tasks.start(self._meet(body["user"]["id"]), Place.EVENT)
        return click

    async def _meet(self, person: str) -> None:
        """Ask Slack about somebody new, after the fact: with the next press they are known."""
        if person:
            told = await self._client.users_info(user=person, include_locale=True)
            self._members.update(told["user"])

    async def _publish(self, click: Click) -> None:
        refusal = refusal_of(click.who)
        if refusal == DEACTIVATED:
            return  # Slack shows them nothing of ours
        if refusal:
            view: View | Failure = blocks.home_tab([blocks.section(click.say(refusal))])
        else:
            view = await guarded(home.home_view(click, self._casework), Place.HOME)
        if isinstance(view, Failure):
            view = home.plain_home(click, view.surface.sentence)
        await self._client.views_publish(user_id=click.who.person, view=view)

    def _refresh(self, click: Click | None, answer: Answer | Failure) -> None:
        if click is not None and isinstance(answer, Show | Close) and answer.refreshes_home:
            self._tasks.start(self._publish(click), Place.HOME)

    def _at_the_form(self, click: Click | None, failed: Failure, view: Body) -> Answer:
        return apology.at_the_form(click, failed, view) if click else Show(self._apology(None, failed), on_top=True)

    def _apology(self, click: Click | None, failed: Failure) -> View:
        return apology.screen(click, failed) if click else apology.to_a_stranger(self._words, self._casework.policy)


def _headed(answer: Answer, sentence: str, *, on_top: bool) -> Answer:
    """The screen with a sentence above it."""
    if not isinstance(answer, Show):
        return answer
    body = [blocks.section(sentence), *answer.view["blocks"]]
    return replace(answer, view=answer.view | {"blocks": body}, refreshes_home=True, on_top=on_top)


def _helpful(click: Click | None, answer: Answer) -> Answer:
    """Every modal that somebody is shown has the help button (G5)."""
    if click is None or not isinstance(answer, Show):
        return answer
    return replace(answer, view=home.with_help(click, answer.view))


def _response(answer: Answer, shown: Body) -> dict[str, Any]:
    if isinstance(answer, Wrong):
        return {"response_action": "errors", "errors": dict(answer.errors)}
    if isinstance(answer, Show):
        on_top = answer.on_top and blocks.has_room(shown)
        return {"response_action": "push" if on_top else "update", "view": answer.view}
    return {"response_action": "clear"}


def _joined(*tables: Mapping[str, Action]) -> dict[str, Action]:
    joined: dict[str, Action] = {}
    for table in tables:
        twice = joined.keys() & table.keys()
        if twice:
            raise ValueError(f"two listeners for {sorted(twice)}")
        joined |= table
    return joined


async def _only_ack(ack: Ack) -> None:
    """Something this app does not use: acknowledged, so that the person sees no error."""
    await ack()


async def _on_error(error: Exception) -> BoltResponse:
    """A listener failed. Slack sends an event again after a 500; a tap is simply made again."""
    failed = failure(error, Place.EVENT)
    return BoltResponse(status=200 if failed.kind is Kind.REFUSED else 500)
