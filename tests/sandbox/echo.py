"""An echoing app of the real framework, and the forms it shows."""

from dataclasses import dataclass, field
from typing import Any

from slack_bolt.async_app import AsyncApp


def plain(text: str) -> dict[str, Any]:
    return {"type": "plain_text", "text": text}


def button(action_id: str, text: str, value: str = "v") -> dict[str, Any]:
    return {"type": "button", "action_id": action_id, "text": plain(text), "value": value}


def actions(*elements: dict[str, Any]) -> dict[str, Any]:
    return {"type": "actions", "block_id": "buttons", "elements": list(elements)}


def form(title: str = "Form", **more: Any) -> dict[str, Any]:
    words = {"type": "plain_text_input", "action_id": "say"}
    option = {"type": "radio_buttons", "action_id": "pick", "options": [
        {"text": plain("Red"), "value": "r"}, {"text": plain("Blue"), "value": "b"}]}  # fmt: skip
    return {
        "type": "modal",
        "callback_id": "form",
        "title": plain(title),
        "submit": plain("Send"),
        "blocks": [
            {"type": "input", "block_id": "words", "label": plain("Words"), "element": words},
            {
                "type": "input",
                "block_id": "colour",
                "optional": True,
                "label": plain("Colour"),
                "element": option,
            },
            actions(button("again", "Open another"), button("renew", "Renew")),
        ],
        **more,
    }


def home(*blocks: dict[str, Any]) -> dict[str, Any]:
    return {"type": "home", "blocks": list(blocks) or [actions(button("ask", "Ask"))]}


@dataclass
class Echo:
    """What the app was told, and how it answers the next submission."""

    bodies: list[dict[str, Any]] = field(default_factory=list)
    retries: list[str] = field(default_factory=list)
    answer: dict[str, Any] = field(default_factory=dict)
    silent: bool = False

    def of(self, kind: str) -> list[dict[str, Any]]:
        return [body for body in self.bodies if body.get("type") == kind]


def listen(app: AsyncApp, told: Echo) -> None:  # noqa: C901 - one listener after the other
    @app.middleware
    async def note(body: Any, req: Any, next: Any) -> None:
        told.bodies.append(body)
        told.retries.extend(req.headers.get("x-slack-retry-num", []))
        if not told.silent:
            await next()

    @app.event("app_home_opened")
    async def opened(event: Any, client: Any) -> None:
        await client.views_publish(user_id=event["user"], view=home())

    @app.event("message")
    async def message(event: Any, client: Any) -> None:
        blocks = [actions(button("ask", "Open"))]
        await client.chat_postMessage(channel=event["channel"], text="There is news", blocks=blocks)

    @app.event("user_change")
    @app.event("team_join")
    async def people() -> None: ...

    @app.action("ask")
    async def ask(ack: Any, body: Any, client: Any) -> None:
        await ack()
        await client.views_open(trigger_id=body["trigger_id"], view=form(notify_on_close=True))

    @app.action("again")
    async def again(ack: Any, body: Any, client: Any) -> None:
        await ack()
        await client.views_push(trigger_id=body["trigger_id"], view=form("Second", notify_on_close=True))

    @app.action("renew")
    async def renew(ack: Any, body: Any, client: Any) -> None:
        await ack()
        view = body["view"]
        await client.views_update(view_id=view["id"], hash=view["hash"], view=form("Renewed"))

    @app.view("form")
    async def submitted(ack: Any) -> None:
        await ack(**told.answer)

    @app.action("choose")
    @app.view_closed("form")
    @app.shortcut("help")
    async def acked(ack: Any) -> None:
        await ack()

    @app.command("/madoguchi")
    async def command(ack: Any) -> None:
        await ack("Open the Home tab")
