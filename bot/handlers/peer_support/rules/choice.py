"""Whom a person may ask and in which order, whom they keep out, and who is asked where they leave it open (Yam 9)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from bot.handlers.peer_support.rules.moves import FLOW
from bot.rules.cases import Case, Purpose
from bot.rules.conflicts import Candidate, candidates
from bot.rules.ledger import Ledger
from bot.rules.people import GUEST_HATS, HANDLERS, SUPPORTERS, Appointment

FREE = "free"  # what stands in the place of an offer's id for "whoever is free" (P5)
HANDLED = frozenset({"requested", "unanswered", "accepted"})  # the states in which a supporter has something to do


@dataclass(frozen=True)
class Offer:
    """One supporter in the list that a person chooses from; `id` is opaque and says nothing in Slack.

    `away_until` is the last day of an absence that the supporter has told, None for who is there.
    """

    id: str
    candidate: Candidate
    away_until: date | None = None


def offers(person: str, ledger: Ledger, today: date, avoided: Collection[str] = ()) -> tuple[Offer, ...]:
    """Whom this person may ask directly today (Yam 9): nearest first, who is away after them, superiors last (P6)."""
    in_force = [
        a
        for a in ledger.appointments(today)
        if (a.role not in GUEST_HATS or a.checked_on) and not has_left(a.person, ledger)  # G6, P2
    ]
    held = {(a.person, a.role): a for a in in_force}
    found = candidates(person, ledger.people(), in_force, day=today, avoided=avoided)
    offered = ((held[c.person, c.role], c) for c in found)
    listed = [Offer(a.id, c, absent_until(a, today)) for a, c in offered]
    return tuple(sorted(listed, key=lambda offer: (offer.candidate.superior, offer.away_until is not None)))


def offered(offer_id: str, person: str, ledger: Ledger, today: date, avoided: Collection[str] = ()) -> Offer | None:
    """The offer with this id, if it still stands."""
    return next((offer for offer in offers(person, ledger, today, avoided) if offer.id == offer_id), None)


def is_free(offer: Offer) -> bool:
    """Whether an offer can be meant by "whoever is free": a supporter who is there and is no superior.

    An adviser from outside is for one field, and naming one is the consent to turn to the outside (Yam 8(1), 9).
    """
    candidate = offer.candidate
    return candidate.role in SUPPORTERS and not candidate.superior and offer.away_until is None


def free_one(case: Case, requester: str, ledger: Ledger, today: date, avoided: Collection[str] = ()) -> Offer | None:
    """Who is asked for "whoever is free" (P5): the nearest, then the smallest own load, then a fixed keyed order."""
    busy = asked_by(requester, ledger)
    able = [o for o in offers(requester, ledger, today, avoided) if is_free(o) and o.candidate.person not in busy]
    nearest = [offer for offer in able if offer.candidate.nearness is able[0].candidate.nearness]
    return min(nearest, key=lambda o: (_load(o, ledger), ledger.case_ref(case, o.candidate.person)), default=None)


def _load(offer: Offer, ledger: Ledger) -> int:
    """How many requests this supporter has to deal with."""
    own = ledger.open_cases(offer.candidate.person, Purpose.HANDLER, FLOW)
    return sum(case.kind == "request" and case.state in HANDLED for case in own)


def asked_by(requester: str, ledger: Ledger) -> frozenset[str]:
    """Whom this person waits for already, or talks to: one request to each is enough."""
    own = ledger.open_cases(requester, Purpose.REQUESTER, FLOW)
    return frozenset(s for case in own if case.kind == "request" and case.state in HANDLED for s in case.handlers)


def asked_before(case: Case) -> frozenset[str]:
    """The one who is asked now, and who has stepped aside (P4)."""
    return frozenset((*case.handlers, *case.identity.get("stepped_aside", ())))


def left_out(case: Case) -> frozenset[str]:
    """Whom "somebody else" cannot mean: who was asked before, and whom the person avoids (P6)."""
    return asked_before(case) | frozenset(case.identity.get("avoided", ()))


def appointment_of(supporter: str, ledger: Ledger, today: date) -> Appointment | None:
    """The appointment under which somebody can be asked today (Yam 9), the longest if there are several."""
    if has_left(supporter, ledger):
        return None
    held = [a for a in ledger.appointments_of(supporter) if a.in_force(today) and a.role in HANDLERS]
    return max(held, key=lambda a: a.last_day or date.max, default=None)


def has_left(person: str, ledger: Ledger) -> bool:
    """Whether the workspace no longer knows this person's account."""
    row = ledger.person(person)
    return row is not None and row.left


def absent_until(appointment: Appointment | None, today: date) -> date | None:
    """The last day of the absence that the holder has told; None when there is none, or when it is over."""
    until = appointment.away_until if appointment else None
    return until if until and until >= today else None
