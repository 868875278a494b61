"""The only door from Slack: one listener per kind of payload, who is it, the flow's answer, what Slack is told."""

import asyncio
import re
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from slack_bolt.app.async_app import AsyncApp
from slack_bolt.response import BoltResponse
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot import logs
from bot.casework import OATH_NEEDED, Casework
from bot.clock import Clock
from bot.errors import Refused
from bot.handlers import blocks, home, typed
from bot.handlers.blocks import View
from bot.handlers.failures import REASON, Failure, Kind, Place, failure, guarded
from bot.handlers.fields import from_state
from bot.handlers.flow import Action, Answer, Click, Close, Show, Wrong
from bot.handlers.tasks import Tasks
from bot.handlers.tokens import Token, TokenBox, new_nonce
from bot.members import Members
from bot.rules.people import Principal
from bot.words import LANGUAGES, Words, language_of

EVENTS = ("app_home_opened", "message", "user_change", "team_join", "app_uninstalled", "tokens_revoked")
COMMANDS: tuple[str, ...] = ()
METHODS = ("views.open", "views.update", "views.push", "views.publish")

ANSWER_SECONDS = 2.7  # of the three that Slack waits
LOADING_SECONDS = 0.8  # a trigger lives three seconds: after this the modal opens empty and is filled later
ANY = re.compile("")

log = logs.logger("router")
Ack = Callable[..., Awaitable[Any]]
Body = Mapping[str, Any]


class Router:
    """Answers every payload itself, so that nothing is decided in two places."""

    def __init__(
        self, *, casework: Casework, words: Words, tokens: TokenBox, members: Members, client: AsyncWebClient,
        clock: Clock, tasks: Tasks,
    ) -> None:  # fmt: skip
        self._casework = casework
        self._words = words
        self._tokens = tokens
        self._members = members
        self._client = client
        self._clock = clock
        self._tasks = tasks
        self._actions = _joined(home.ACTIONS, *(flow.actions for flow in casework.flows.values()))
        self._forms = _joined(*(flow.forms for flow in casework.flows.values()))

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
        shown = self._form_failure(click, answer, body["view"]) if isinstance(answer, Failure) else answer
        await ack(**_response(shown))
        self._refresh(click, shown)

    async def on_home(self, event: Body, body: Body) -> None:
        """Somebody opened the Home tab (the event comes for the messages tab too)."""
        click = self._click({"user": {"id": event["user"]}, "team_id": body.get("team_id", "")})
        if event.get("tab") == "home" and click is not None:
            self._tasks.start(self._publish(click), Place.HOME)

    async def on_message(self, event: Body, body: Body) -> None:
        """Somebody typed into the DM: a neutral answer, nothing kept (G4). Our own and edited messages are ignored."""
        click = self._click({"user": {"id": event.get("user", "")}, "team_id": body.get("team_id", "")})
        if typed.needs_answer(event) and click is not None and _refusal(click.who) is None:
            await self._casework.store.run(lambda unit: typed.answer(unit, event, str(body["event_id"])))

    async def on_member(self, event: Body) -> None:
        """A member joined, left, changed language: kept in memory only."""
        self._members.update(event["user"])

    async def on_removed(self) -> None:
        """The app was removed or its tokens were revoked: nothing can be sent until somebody acts."""
        log.event("app-removed")

    async def _press(self, body: Body, action: Body) -> None:
        click = self._click(body)
        opening = asyncio.ensure_future(guarded(self._act(click, action), Place.BUTTON))
        view = body.get("view") or {}
        in_modal = view.get("type") == "modal"
        loading = "" if in_modal else await self._loading(click, opening, body)
        answer = await opening
        if isinstance(answer, Failure):
            answer = Show(self._failure_view(click, answer), on_top=True)
        if isinstance(answer, Show):
            if loading:
                await self._client.views_update(view_id=loading, view=answer.view)
            elif not in_modal:
                await self._client.views_open(trigger_id=body["trigger_id"], view=answer.view)
            elif answer.on_top:
                await self._client.views_push(trigger_id=body["trigger_id"], view=answer.view)
            else:
                await self._replace(view, answer.view)
        self._refresh(click, answer)

    async def _loading(self, click: Click | None, opening: "asyncio.Future[Any]", body: Body) -> str:
        """Opens an empty modal when the answer takes longer than a trigger can wait; gives its id."""
        await asyncio.wait({opening}, timeout=LOADING_SECONDS)
        if opening.done() or click is None:
            return ""
        opened = await self._client.views_open(
            trigger_id=body["trigger_id"], view=home.told(click, click.say("loading"))
        )
        return str(opened["view"]["id"])

    async def _replace(self, shown: Body, view: View) -> None:
        """Put `view` in the place of the one that was clicked in, unless that one has been replaced already."""
        try:
            await self._client.views_update(view_id=shown["id"], hash=shown["hash"], view=view)
        except SlackApiError as error:
            if error.response.get("error") != "hash_conflict":
                raise

    async def _act(self, click: Click | None, action: Body) -> Answer:
        found = self._admitted(click)
        kind = "" if action["action_id"] == home.OPEN else action["action_id"]
        opened = self._with_token(found, action.get("value", ""), kind)
        assert opened.token is not None  # noqa: S101 - _with_token has put it there
        handler = self._actions.get(opened.token.kind)
        if handler is None:
            raise Refused("token-wrong")
        return await self._handled(handler, opened)

    async def _submit(self, click: Click | None, body: Body) -> Answer:
        found = self._admitted(click)
        view = body["view"]
        handler = self._forms.get(view["callback_id"])
        if handler is None:
            raise Refused("token-wrong")
        opened = self._with_token(found, view["private_metadata"], view["callback_id"])
        return await self._handled(handler, opened)

    async def _handled(self, handler: Action, click: Click) -> Answer:
        """The listener's answer; an office that has not promised secrecy yet is asked for that first."""
        try:
            return await handler(click, self._casework)
        except Refused as refusal:
            if refusal.reason != OATH_NEEDED:
                raise
        return await home.show_oath(click, self._casework)

    def _click(self, body: Body) -> Click | None:
        """Who acts, from the payload that Slack vouches for; None for somebody this process has not met."""
        person = body["user"]["id"]
        who = self._members.principal(person, _team(body))
        if who is None:
            return None
        member = self._members.get(person)
        language = language_of(member.locale if member else None)
        policy = self._casework.policy
        organisation = policy.organisation.ja if language == "ja" else policy.organisation.en
        phone = policy.contacts[0].phone
        now = self._clock.now()

        def say(key: str, **values: object) -> str:
            return self._words.say(key, language, **({"organisation": organisation, "phone": phone} | values))

        def token_for(kind: str, row: str = "", rev: int = 0) -> str:
            day = self._casework.office.day(now).toordinal()
            return self._tokens.write(Token(kind, row, person, rev, new_nonce(), day))

        state = (body.get("view") or {}).get("state") or {}
        return Click(who, language, now, "", say, token_for, None, from_state(state))

    def _admitted(self, click: Click | None) -> Click:
        if click is None:
            raise Refused("refused-unknown")
        refusal = _refusal(click.who)
        if refusal:
            raise Refused(refusal)
        return click

    def _with_token(self, click: Click, text: str, kind: str) -> Click:
        """The click with its token opened and its key of idempotency (E2)."""
        today = self._casework.office.day(click.now)
        token = self._tokens.read(text, today=today, person=click.who.person, expected_kind=kind)
        is_form = kind in self._forms
        key = f"form:{token.nonce}" if is_form else f"button:{token.kind}:{token.row}:{token.rev}:{click.who.person}"
        return Click(click.who, click.language, click.now, key, click.say, click.token_for, token, click.fields)

    async def _publish(self, click: Click) -> None:
        refusal = _refusal(click.who)
        if refusal:
            return
        view = await guarded(home.home_view(click, self._casework), Place.HOME)
        if isinstance(view, Failure):
            view = home.plain_home(click, view.surface.sentence)
        await self._client.views_publish(user_id=click.who.person, view=view)

    def _refresh(self, click: Click | None, answer: Answer | Failure) -> None:
        if click is not None and isinstance(answer, Show | Close) and answer.refreshes_home:
            self._tasks.start(self._publish(click), Place.HOME)

    def _form_failure(self, click: Click | None, failed: Failure, view: Body) -> Answer:
        """A form stays open with what was typed and says it at a field; what cannot be mended there replaces it."""
        inputs = [block["block_id"] for block in view["blocks"] if block["type"] == "input"]
        if click is None or not (failed.surface.keeps_typed and inputs):
            return Show(self._failure_view(click, failed))
        field = failed.refusal.field if failed.refusal else ""
        return Wrong({field if field in inputs else inputs[0]: _sentence(click, failed)})

    def _failure_view(self, click: Click | None, failed: Failure) -> View:
        if click is None:
            return self._unmet()
        return home.told(click, _sentence(click, failed))

    def _unmet(self) -> View:
        """For somebody this process has not met: the language is unknown too, so both are there."""
        policy = self._casework.policy
        sentences = [self._words.say("refused-unknown", tongue, phone=policy.contacts[0].phone) for tongue in LANGUAGES]
        title = policy.organisation.ja
        return blocks.modal(title, [blocks.section(s) for s in sentences], close=self._words.say("close-button", "ja"))


def _sentence(click: Click, failed: Failure) -> str:
    if failed.surface.sentence == REASON and failed.refusal:
        return click.say(failed.refusal.reason, **failed.refusal.values)
    return click.say(failed.surface.sentence)


def _refusal(who: Principal) -> str | None:
    """Who is never served here; a guest's hats are casework's question (G6)."""
    if who.deleted or who.bot:
        return "refused-deactivated"
    return "refused-stranger" if who.external else None


def _team(body: Body) -> str:
    """The actor's team: the user's own in interactions, otherwise the event's (org-wide installs name none)."""
    return str(body["user"].get("team_id") or body.get("team_id") or (body.get("team") or {}).get("id") or "")


def _response(answer: Answer) -> dict[str, Any]:
    if isinstance(answer, Wrong):
        return {"response_action": "errors", "errors": dict(answer.errors)}
    if isinstance(answer, Show):
        return {"response_action": "push" if answer.on_top else "update", "view": answer.view}
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
