"""A month's digest as bars: only what may be read of it, and nothing at all where that is nothing (D3)."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from bot.handlers.hr_digest.views.digest import labels, lines
from bot.pictures import Bars
from bot.rules.policy import Policy

Say = Callable[..., str]
Body = Mapping[str, Any]


def picture(say: Say, language: str, body: Body, policy: Policy) -> Bars | None:
    """The totals and cells that are shown; None where none is (D3)."""
    groups = [(say(f"hr_digest-flow-{one['flow']}"), list(_counts(say, language, one, policy))) for one in _shown(body)]
    if not groups:
        return None
    title = lines(say, language, body, policy)[0]
    return Bars(title=title, caption=say("hr_digest-picture-caption"), groups=groups)


def has_one(body: Body) -> bool:
    """Whether there is anything to draw."""
    return any(True for _ in _shown(body))


def _shown(body: Body) -> Iterator[Body]:
    return (one for one in body["flows"] if one["total"] is not None)


def _counts(say: Say, language: str, one: Body, policy: Policy) -> Iterator[tuple[str, int]]:
    yield say("hr_digest-picture-total"), one["total"]
    named = labels(say, language, one["flow"], policy)
    for key, n in one["cells"]:
        if n is not None:
            yield named.get(key, key), n
