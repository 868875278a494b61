"""A month's digest as lines of text: what can be acted on first, then the counts, what was withheld and why (D1)."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from bot.handlers import blocks
from bot.handlers.blocks import View
from bot.handlers.flow import Click
from bot.handlers.hr_digest.rules.figures import HARASSMENT, PEER, SEVERAL
from bot.rules.policy import Policy

Say = Callable[..., str]
Body = Mapping[str, Any]
GROUPS = ("sexual", "power", "family", "customer", "other", SEVERAL)
"""Groups of Aki 2 that have words of their own; a group of the policy beside these is called by its first kind."""


def lines(say: Say, language: str, body: Body, policy: Policy) -> list[str]:
    """The whole text, line by line; what is hidden leaves the layout as it is."""
    first = date.fromisoformat(f"{body['month']}-01")
    return [
        say("hr_digest-heading", month=str(first.month), year=str(first.year)),
        "",
        say("hr_digest-leads"),
        *_rows(say, body["leads"], "hr_digest-no-leads", "due_on"),
        "",
        say("hr_digest-dates"),
        *_rows(say, body["dates"], "hr_digest-no-dates", "day"),
        "",
        say("hr_digest-counts"),
        *(line for one in body["flows"] for line in _flow(say, language, one, body, policy)),
        "",
        say("hr_digest-withheld", k=body["k"]),
    ]


def _rows(say: Say, rows: Sequence[Body], nothing: str, day: str) -> Iterator[str]:
    """Duties or dates, each in its own flow's words."""
    if not rows:
        yield say(nothing)
    for row in rows:
        words = say(row["key"], **row["values"])
        on = row[day]
        yield say("hr_digest-on", day=date.fromisoformat(on), words=words) if on else say("hr_digest-row", words=words)


def _flow(say: Say, language: str, one: Body, body: Body, policy: Policy) -> Iterator[str]:
    flow, total = one["flow"], one["total"]
    name = say(f"hr_digest-flow-{flow}")
    if total is None:
        yield say("hr_digest-hidden", flow=name)
        return
    yield say(f"hr_digest-total-{'entries' if flow == PEER else 'people'}", flow=name, n=total)
    named = labels(say, language, flow, policy)
    for key, n in one["cells"]:
        label = named.get(key, key)
        yield say("hr_digest-cell", label=label, n=n) if n is not None else say("hr_digest-cell-hidden", label=label)
    if not one["cells"]:
        known = flow in body["only_totals"]
        yield say("hr_digest-only-total" if known else "hr_digest-no-cells")
    for key, n in one["promises"]:
        yield say(f"hr_digest-promise-{key}", n=n)


def labels(say: Say, language: str, flow: str, policy: Policy) -> Mapping[str, str]:
    """What the categories of a flow are called."""
    if flow == PEER:
        return {topic.key: topic.ja if language == "ja" else topic.en for topic in policy.topics}
    if flow == HARASSMENT:
        own = {kind.group: kind.ja if language == "ja" else kind.en for kind in reversed(policy.harassment.kinds)}
        return own | {group: say(f"hr_digest-group-{group}") for group in GROUPS}
    return {key: say(f"hr_digest-request-{key}") for key in ("interview", "counselling", "clinic", "late")}


def screen(click: Click, body: Body, policy: Policy) -> View:
    """The same text as a screen."""
    found = lines(click.say, click.language, body, policy)
    parts = blocks.sections(line or " " for line in found)
    return blocks.modal(click.say("hr_digest-title"), parts, close=click.say("close-button"))


def nothing_yet(click: Click) -> View:
    """No month has been published."""
    words = blocks.section(click.say("hr_digest-none"))
    return blocks.modal(click.say("hr_digest-title"), [words], close=click.say("close-button"))
