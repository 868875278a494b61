"""Whom the person keeps out, at any time: it takes effect at once, and where nobody is left that is said (Aki 11)."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.handlers.harassment.rules.arranging import stranded
from bot.handlers.harassment.rules.aside import without
from bot.handlers.harassment.rules.chair import filled_again
from bot.handlers.harassment.rules.circle import REFERRED_STATES, joined, kept_out, takes_part
from bot.handlers.harassment.rules.doors import doors
from bot.handlers.harassment.rules.moves import (
    ARRANGED,
    ARRANGING,
    MET,
    RECEIVED,
    STRANDED,
)
from bot.handlers.harassment.rules.notices import news
from bot.rules.cases import Case, Decision
from bot.rules.ledger import Ledger

SINGLE = ("recipient", "clerk", "acting_chair")  # receiver and nurse go with `without`
TO_BE_SETTLED = (RECEIVED, ARRANGING, ARRANGED, MET)
"""Where two responders still have to be there: without counsellors nothing can go on."""


def exclude(excluded: Sequence[str], ticks: Sequence[str], case: Case, ledger: Ledger, now: datetime) -> Decision:
    """Nobody of these, and nobody of the ticked offices, has any part in it from now on.

    Who is left out is told nothing; whoever comes in for them is told that there is news. The person reads it on the
    screen (G2).
    """
    changed = {**case.identity, "excluded": list(excluded), "kept_out": list(ticks)}
    day = ledger.office.day(now)
    identity = _cleared(kept_out(replace(case, identity=changed), ledger, day), changed)
    after = replace(case, identity=identity)
    decided = _decided(after, case, ledger, now)
    told = {notice.recipient for notice in decided.notices}
    joining = (party.person for party in decided.parties if party.person not in told)
    decided = replace(decided, notices=(*decided.notices, *news(case, joining, "kept_out")))
    if case.state in REFERRED_STATES:
        decided = filled_again(decided, case, replace(case, identity=decided.identity or {}), ledger, now)
    return replace(decided, notices=tuple(one for one in decided.notices if one.recipient != case.requester))


def left_alone(case: Case) -> bool:
    """Whether it stands at a door behind which nobody is left: the person chooses another one."""
    return case.state == STRANDED or (case.state == RECEIVED and not case.handlers)


def _decided(after: Case, case: Case, ledger: Ledger, now: datetime) -> Decision:
    """Stranded where nobody is left; otherwise it goes on without them in the way that its state asks for."""
    day = ledger.office.day(now)
    if case.state in TO_BE_SETTLED and doors(after, ledger, day).closed:
        return stranded(Decision(act="strand", identity=after.identity), case, ledger, now)
    staying = {who for people in takes_part(after, ledger, day).values() for who in people}
    gone = tuple(who for who in case.handlers if who not in staying)
    if gone:
        return without(gone, after.identity, case, ledger, now)
    return joined(Decision(act="exclude", identity=after.identity), case, ledger, now, state=case.state)


def _cleared(people: Collection[str], identity: Mapping[str, Any]) -> dict[str, Any]:
    """The same circle with these people in no part of it; who is asked or listens goes by the rule of its state."""
    left = {"wished": [who for who in identity.get("wished", ()) if who not in people]}
    return {**identity, **left, **{key: "" for key in SINGLE if identity.get(key, "") in people}}
