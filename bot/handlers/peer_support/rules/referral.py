"""Hands a request on to one person, with the asker's consent only, and back again when that ends (Yam 10(2)(3))."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.errors import Refused
from bot.handlers.peer_support.rules import consents, idle, request
from bot.handlers.peer_support.rules.adviser_report import owed
from bot.handlers.peer_support.rules.choice import HANDLED, appointment_of, has_left
from bot.handlers.peer_support.rules.request import ANSWER, TERM_END
from bot.handlers.peer_support.rules.sight import REFERRAL, sight
from bot.rules.access import Act
from bot.rules.cases import Case, Deadline, Decision, Notice, NoticeClass, Party, Purpose
from bot.rules.consent import Consent, withdraw
from bot.rules.ledger import Ledger
from bot.rules.office import DAY
from bot.rules.passed import Passed
from bot.rules.people import GUEST_HATS, Appointment, Role
from bot.rules.slots import told_at

CONSENT_ENDS = "consent_end"
ADVISERS = frozenset({Role.EXTERNAL_ADVISER})
REACH: Mapping[Role, frozenset[Role]] = {
    Role.UNIT_SUPPORTER: ADVISERS | {Role.HQ_SUPPORTER},  # Yam 10(2)
    Role.HQ_SUPPORTER: ADVISERS,  # Yam 10(3)
}
KNOWN = (Role.HQ_SUPPORTER, Role.COORDINATOR, Role.EXTERNAL_ADVISER)
"""Whose names and contacts everybody is told anyway (Yam 4(3)(1))."""


@dataclass(frozen=True)
class Contact:
    """Somebody whom a supporter can name to the person: of the roster, or a line of the policy's contacts."""

    id: str
    appointment: Appointment | None = None


def reach(supporter: str, ledger: Ledger, today: date) -> tuple[Appointment, ...]:
    """To whom this supporter may hand a request on; an outsider only once the account is checked (Yam 10(2)(3), P2).

    The list is the same whoever the person is: what is missing from it would tell who keeps the name back.
    """
    hats = {a.role for a in ledger.appointments_of(supporter) if a.in_force(today)}
    roles = frozenset[Role]().union(*(REACH.get(hat, frozenset()) for hat in hats))
    here = (a for a in ledger.appointments(today) if not has_left(a.person, ledger))
    found = (a for a in here if a.role in roles and a.person != supporter)
    return tuple(a for a in found if a.role not in GUEST_HATS or a.checked_on)


def ask(appointment_id: str, fields: Iterable[str], case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """The supporter asks whether the request may be handed on to this one person (Yam 10(2)(3))."""
    supporter = next(iter(case.handlers), "")
    found = (a for a in reach(supporter, ledger, ledger.office.day(now)) if a.id == appointment_id)
    recipient = next(found, None)
    if recipient is None:
        return Refused("field-not-available", "recipient")
    return consents.ask(REFERRAL, recipient.person, fields, case, ledger, now)


def refer(fields: Iterable[str], case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """The person says yes: only now it goes on, as a new request with its own promise (Yam 10(1)(2)(3)).

    The earlier supporter is told that it was handed on and gets it back if this one cannot take it.
    """
    question = consents.pending(case)
    if question is None or question.purpose != REFERRAL:
        return Refused("peer_support-consent-over")
    earlier, recipient = case.handlers[0], question.recipient
    today = ledger.office.day(now)
    if recipient == case.requester or recipient not in {a.person for a in reach(earlier, ledger, today)}:
        return Refused("peer_support-consent-gone")
    consent = consents.consent_to(question, fields, now)
    if isinstance(consent, Refused):
        return consent
    turn = case.body["round"] + 1
    referred = Decision(
        act="refer",
        body={**case.body, "asked": {}, "answered": {}, "round": turn, "told_at": told_at(ledger, now)},
        identity={**case.identity, "handlers": [recipient], "referred_from": [*earlier_ones(case), earlier]},
        drops_parties=(Party(earlier, Purpose.HANDLER),),
        parties=(Party(recipient, Purpose.HANDLER),),
        cancels=(ANSWER, TERM_END, consents.ASK_ENDS),
        consents=(*_ended(case, ledger, now, recipient), consent),
    )
    asked = request.with_promise(referred, case, recipient, turn, ledger, now)
    ends_at = ledger.office.start_of(question.expires_on + DAY)
    return replace(
        asked,
        deadlines=(*asked.deadlines, Deadline(case.id, CONSENT_ENDS, ends_at, period=str(turn))),
        notices=(*asked.notices, _word(earlier, case, "handed_on")),
    )


def take_back(case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """The person takes back the consent under which the request lies with somebody now (Yam 10(2)(3))."""
    if not earlier_ones(case) or case.state not in HANDLED:
        return Refused("peer_support-consent-over")
    return _back("take_back", case, ledger, now)


def take_back_one(consent_id: str, case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """The person takes back one line of the ledger; the request comes back where it was the one that had moved it."""
    consent = consents.find(consent_id, case, ledger)
    moved_it = consent is not None and consent.purpose == REFERRAL and consent.recipient in case.handlers
    if moved_it and earlier_ones(case) and case.state in HANDLED:
        return take_back(case, ledger, now)
    return consents.end_one(consent_id, case, ledger, now)


def step_aside(case: Case, reason: str, ledger: Ledger, now: datetime) -> Decision:
    """Whom it was handed on to cannot: it goes back to the earlier supporter; otherwise as for everybody (P4)."""
    if not earlier_ones(case):
        return request.pass_on(case, reason, ledger, now)
    aside = request.step_aside(case, reason, ledger, now)
    back = _back("hand_back", case, ledger, now)
    before = [*case.identity.get("stepped_aside", ()), *case.handlers]
    return replace(
        back,
        body={**(back.body or {}), "stepped_aside": (aside.body or {})["stepped_aside"]},
        identity={**(back.identity or {}), "stepped_aside": sorted(set(before))},  # not offered again (P4)
        notices=tuple(notice for notice in back.notices if notice.recipient not in case.handlers),
    )


def on_term_end(case: Case, ledger: Ledger, now: datetime) -> Decision | None:
    """The office of whom it was handed on to has ended: back to the earlier supporter (Yam 6(5)(6))."""
    decision = request.on_term_end(case, ledger, now)
    if decision is None or decision.act != "release":
        return decision
    return _back("hand_back", case, ledger, now) if earlier_ones(case) else owed(decision, case, ledger, now)


def on_consent_ends(case: Case, ledger: Ledger, now: datetime) -> Decision | None:
    """The consent has ended by its date; the access ended with it, and now the request moves back too."""
    if not earlier_ones(case) or case.state not in HANDLED or sight(case, case.handlers[0], ledger, now):
        return None
    return _back("hand_back", case, ledger, now)


def contacts(ledger: Ledger, today: date) -> tuple[Contact, ...]:
    """Whom a supporter can introduce: what everybody may know, so no consent is needed (Yam 10(3), 4(3)(1))."""
    named = (Contact(a.id, a) for a in ledger.appointments(today) if a.role in KNOWN)
    return (*named, *(Contact(row.key) for row in ledger.policy.contacts))


def introduce(contact_id: str, case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """The person is handed a contact and decides alone what to do with it (Yam 10(3))."""
    if contact_id not in {contact.id for contact in contacts(ledger, ledger.office.day(now))}:
        return Refused("field-not-available", "contact")
    introduced = dict.fromkeys([*case.body.get("introduced", ()), contact_id])
    handed = Decision(
        act="introduce",
        body={**case.body, "introduced": list(introduced)},
        notices=(request.news(case, "introduced", "accepted"),),
    )
    return idle.begun_anew(handed, case, ledger, now)


def introduced(case: Case, ledger: Ledger, today: date) -> tuple[Contact, ...]:
    """The contacts that the person was handed and that still exist."""
    return tuple(contact for contact in contacts(ledger, today) if contact.id in case.body.get("introduced", ()))


def earlier_ones(case: Case) -> tuple[str, ...]:
    """Who had the request before it was handed on, the first one first."""
    return tuple(case.identity.get("referred_from", ()))


def _back(act: str, case: Case, ledger: Ledger, now: datetime) -> Decision:
    """It returns to the last earlier supporter who may have it; without one the person chooses anew.

    Whoever it leaves reads the same as when a request is taken back, unless they had not heard of it yet.
    """
    leaving, turn = case.handlers[0], case.body["round"] + 1
    chain = _still_there(case, ledger, now)
    to, before = (chain[-1], chain[:-1]) if chain else ("", ())
    held = appointment_of(to, ledger, ledger.office.day(now)) if to else None
    told = case.state != "requested" or now >= datetime.fromisoformat(case.body["told_at"])
    back = replace(case, identity={**case.identity, "handlers": [to] if to else [], "referred_from": list(before)})
    moved = Decision(
        act=act if to else "leave_open",
        body={**case.body, "round": turn},
        identity=back.identity,
        drops_parties=(Party(leaving, Purpose.HANDLER),),
        parties=(Party(to, Purpose.HANDLER),) if to else (),
        cancels=(ANSWER, TERM_END, CONSENT_ENDS, consents.ASK_ENDS),
        consents=_ended(case, ledger, now, leaving),
        deadlines=(*(request.term_ends(case, held.last_day, turn, ledger) if held else ()), *_ends(back, ledger, now)),
        notices=(
            *([_word(leaving, case, "withdrawn")] if told else []),
            *([_word(to, case, "case")] if to else []),
            *([] if act == "take_back" else [request.news(case, "back", "accepted" if to else "stepped_aside")]),
        ),
    )  # fmt: skip
    moved = owed(moved, case, ledger, now)
    return idle.begun_anew(moved, case, ledger, now)


def _still_there(case: Case, ledger: Ledger, now: datetime) -> tuple[str, ...]:
    """The earlier supporters up to the last who is in office and, where it was handed on to them, may still read."""
    chain = earlier_ones(case)
    while chain:
        last = replace(case, identity={**case.identity, "handlers": [chain[-1]], "referred_from": list(chain[:-1])})
        in_office = appointment_of(chain[-1], ledger, ledger.office.day(now)) is not None
        if in_office and sight(last, chain[-1], ledger, now):
            return chain
        chain = chain[:-1]
    return ()


def _ends(case: Case, ledger: Ledger, now: datetime) -> tuple[Deadline, ...]:
    """The end of the consent under which the one who has it back holds it, where it was handed on to them too."""
    lines = [c for c in consents.live(case, ledger, now) if c.purpose == REFERRAL and c.recipient in case.handlers]
    last = max((c.expires_on for c in lines if c.expires_on), default=None)
    if last is None:
        return ()
    turn = case.body["round"] + 1
    return (Deadline(case.id, CONSENT_ENDS, ledger.office.start_of(last + DAY), period=str(turn)),)


def _ended(case: Case, ledger: Ledger, now: datetime, reader: str) -> tuple[Consent, ...]:
    """What ends when the request moves: every consent to this reader, and those that belong to the talk till now."""
    live = consents.live(case, ledger, now)
    return tuple(withdraw(c, now) for c in live if c.purpose != REFERRAL or c.recipient == reader)


def _word(to: str, case: Case, topic: str) -> Notice:
    """News to a supporter: about the case for who has it now, about none for who has it no more."""
    now_theirs = topic == "case"
    return Notice(
        to, NoticeClass.NEWS, case.id if now_theirs else "", once=f"{case.id}:{topic}:{case.rev}:{to}", topic=topic,
        while_in=("accepted",) if now_theirs else (),
    )  # fmt: skip


PASSED = {
    TERM_END: Passed(Act.CHANGE, "request", lambda case, deadline, ledger, now: on_term_end(case, ledger, now)),
    CONSENT_ENDS: Passed(Act.CHANGE, "request", lambda case, deadline, ledger, now: on_consent_ends(case, ledger, now)),
}
