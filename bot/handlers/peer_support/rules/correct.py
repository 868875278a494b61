"""The person puts right what they asked for, while nobody has taken it on (Yam 9)."""

from collections.abc import Mapping

from bot.errors import Refused
from bot.rules.cases import Case, Decision

CORRECTABLE = frozenset({"requested", "unanswered", "stepped_aside"})


def correct(asked: Mapping[str, str], case: Case) -> Decision | Refused:
    """`asked` holds topic, means and message; it replaces the first words, which are not kept.

    What comes too late is refused at the field, so that the typed words are not lost.
    """
    if case.state not in CORRECTABLE:
        return Refused("peer_support-correct-late", "message")
    return Decision(act="correct", body={**case.body, **asked})
