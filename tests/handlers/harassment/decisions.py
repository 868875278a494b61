"""What a rule has answered, for tests to look at."""

from typing import Any

from bot.errors import Refused
from bot.rules.cases import Decision, NoticeClass

Found = Decision | Refused | None


def decided(found: Found) -> Decision:
    """The decision; a refusal fails the test."""
    assert isinstance(found, Decision), found
    return found


def body_of(found: Found) -> dict[str, Any]:
    """The body that it writes."""
    return dict(decided(found).body or {})


def told(found: Found) -> dict[str, NoticeClass]:
    """Who is told, and whether as news or as a duty."""
    return {notice.recipient: notice.klass for notice in decided(found).notices}


def refusal(found: Found) -> tuple[str, str]:
    """The sentence of a refusal and its field; a decision has none."""
    return (found.reason, found.field) if isinstance(found, Refused) else ("", "")
