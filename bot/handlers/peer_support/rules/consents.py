"""Asks the person for consent, takes the answer, ends it again: nothing moves without one (Yam 10(2)-(4), 11(3))."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from bot.errors import Refused
from bot.handlers.peer_support.rules import idle
from bot.handlers.peer_support.rules.sight import NAME, PARTS, REFERRAL
from bot.rules.access import Act
from bot.rules.cases import Case, Deadline, Decision, Notice, NoticeClass
from bot.rules.consent import Consent, ConsentState, Disclosure, covers, opened, state_of, withdraw
from bot.rules.ledger import Ledger
from bot.rules.office import DAY
from bot.rules.passed import Passed
from bot.rules.people import Role

SUPERIOR, RECORD = "superior", "record"  # purposes beside REFERRAL; the first is a recipient too: a word, never a name
CONTACT, SUBTOPIC, TEXT = "contact", "subtopic", "text"
ASKED_FOR: Mapping[str, frozenset[str]] = {
    REFERRAL: PARTS,  # Yam 10(2)(3): what the next one would see
    SUPERIOR: frozenset({CONTACT}),  # Yam 10(4)(1): a human makes the contact, the program knows no path to it (P8)
    RECORD: frozenset({SUBTOPIC, TEXT}),  # Yam 11(3): what the welfare head would read (P7)
}
ASK_ENDS = "consent_ask"


@dataclass(frozen=True)
class Ask:
    """One question to the person: who would read which fields, what for, until when. `answer_by` ends it."""

    purpose: str
    recipient: str
    fields: frozenset[str]
    expires_on: date
    answer_by: date
    number: int


def ask(purpose: str, recipient: str, fields: Iterable[str], case: Case, ledger: Ledger, now: datetime) -> (
    Decision | Refused
):  # fmt: skip
    """The supporter asks; one question at a time, and nothing moves by asking (Yam 10(2)).

    A person who keeps the name back is not asked for it. Raises nothing; gives Refused where nothing is asked for or
    a question is open already.
    """
    wanted = frozenset(fields) & allowed(purpose, case)
    if not wanted:
        return Refused("field-choose", "fields")
    if pending(case) is not None:
        return Refused("peer_support-consent-pending")
    today, policy = ledger.office.day(now), ledger.policy.peer_support
    number = case.body.get("asks", 0) + 1
    asked = {
        "purpose": purpose, "recipient": recipient, "fields": sorted(wanted), "asked_at": now.isoformat(),
        "expires_on": (today + timedelta(days=policy.consent_days)).isoformat(),
        "answer_by": (today + timedelta(days=policy.consent_ask_days)).isoformat(),
        "number": number, "round": case.body["round"],
    }  # fmt: skip
    ends_at = ledger.office.start_of(today + timedelta(days=policy.consent_ask_days) + DAY)
    decision = Decision(
        act="ask_consent",
        body={**case.body, "asked": asked, "asks": number, "answered": {}},
        deadlines=(Deadline(case.id, ASK_ENDS, ends_at, period=str(number)),),
        notices=(_news(case.requester, case, f"consent:{number}"),),
    )
    return idle.begun_anew(decision, case, ledger, now)


def allowed(purpose: str, case: Case) -> frozenset[str]:
    """What may be asked for: never the name of a person who keeps it back (G7)."""
    fields = ASKED_FOR[purpose]
    return fields if case.body.get("named", True) else fields - {NAME}


def pending(case: Case) -> Ask | None:
    """The question that waits for the person; it dies with the turn of the supporter who asked."""
    asked: Mapping[str, Any] = case.body.get("asked") or {}
    if case.state != "accepted" or not asked or asked["round"] != case.body["round"]:
        return None
    return Ask(
        asked["purpose"], asked["recipient"], frozenset(asked["fields"]), date.fromisoformat(asked["expires_on"]),
        date.fromisoformat(asked["answer_by"]), asked["number"],
    )  # fmt: skip


def answered(case: Case) -> Mapping[str, Any]:
    """How the last question of this turn was answered: `purpose` and `agreed`; empty where none was."""
    last: Mapping[str, Any] = case.body.get("answered") or {}
    return last if last and case.state == "accepted" and last["round"] == case.body["round"] else {}


def consent_to(question: Ask, fields: Iterable[str], now: datetime) -> Consent | Refused:
    """What a yes amounts to: the person may take fields away and never adds any (Yam 10(2), 11(3)).

    A single field cannot be taken away: that would be a no.
    """
    agreed = question.fields if len(question.fields) == 1 else frozenset(fields)
    if not agreed or not agreed <= question.fields:
        return Refused("field-choose", "fields")
    return Consent(question.recipient, question.purpose, agreed, now, question.expires_on)


def agree(fields: Iterable[str], case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """The person says yes to what moves nothing by itself: a contact by a human (P8), words in the record (P7)."""
    question = pending(case)
    if question is None or question.purpose == REFERRAL:
        return Refused("peer_support-consent-over")
    consent = consent_to(question, fields, now)
    if isinstance(consent, Refused):
        return consent
    agreed = replace(_closed("consent", case, question, agreed=True), consents=(consent,))
    return idle.begun_anew(agreed, case, ledger, now)


def not_now(case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """The person says no, for now: nothing moves and no reason is asked."""
    question = pending(case)
    if question is None:
        return Refused("peer_support-consent-over")
    return idle.begun_anew(_closed("not_now", case, question), case, ledger, now)


def on_ask_ends(case: Case, deadline: Deadline, ledger: Ledger, now: datetime) -> Decision | None:
    """No answer is no consent; the supporter reads the same as after a no."""
    question = pending(case) if case.exists else None
    if question is None or str(question.number) != deadline.period:
        return None
    return _closed("ask_ends", case, question)


def end_one(consent_id: str, case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """The person takes back a consent that moved nothing: from this instant it covers nothing (Yam 10(4)(1), 11(3))."""
    consent = find(consent_id, case, ledger)
    if consent is None:
        return Refused("peer_support-consent-over")
    return Decision(act="take_back_consent", consents=(withdraw(consent, now),))


def find(consent_id: str, case: Case, ledger: Ledger) -> Consent | None:
    """The line of the ledger whose id begins like this."""
    return next((c for c in ledger.consents(case.id) if consent_id and c.id.startswith(consent_id)), None)


def live(case: Case, ledger: Ledger, now: datetime) -> tuple[Consent, ...]:
    """Every consent of the case that holds at `now`."""
    return tuple(c for c in ledger.consents(case.id) if state_of(c, now, ledger.office) is ConsentState.LIVE)


def all_ended(case: Case, ledger: Ledger, now: datetime) -> tuple[Consent, ...]:
    """Every live consent, taken back: what was agreed with one supporter does not pass on to whom is chosen next."""
    return tuple(withdraw(consent, now) for consent in live(case, ledger, now))


def with_name(case: Case, ledger: Ledger, now: datetime) -> tuple[Consent, ...]:
    """The consent under which somebody has the request, widened by the person's own act of telling the name (G7)."""
    return tuple(
        replace(consent, fields=consent.fields | {NAME})
        for consent in live(case, ledger, now)
        if consent.purpose == REFERRAL and consent.recipient in case.handlers
    )


def may_record(case: Case, ledger: Ledger, now: datetime) -> frozenset[str]:
    """Which of SUBTOPIC and TEXT the person lets into the record for the welfare head, at this instant (Yam 11(3))."""
    lines, head = ledger.consents(case.id), Role.WELFARE_HEAD
    return frozenset(
        one
        for one in ASKED_FOR[RECORD]
        if covers(lines, Disclosure("", head, RECORD, frozenset({one})), now, ledger.office)
    )


def on_opening(viewer: str, case: Case, ledger: Ledger, now: datetime) -> Decision | None:
    """Who was given a case by consent opens it for the first time: the person can see since when."""
    if viewer not in case.handlers:
        return None
    fresh = tuple(
        opened(consent, now)
        for consent in live(case, ledger, now)
        if (consent.recipient, consent.purpose) == (viewer, REFERRAL) and consent.opened_at is None
    )
    return Decision(act="open_consented", consents=fresh, keeps_rev=True) if fresh else None


def _closed(act: str, case: Case, question: Ask, *, agreed: bool = False) -> Decision:
    """The question is answered, or over; the supporter who asked is told that there is news."""
    last = {"purpose": question.purpose, "agreed": agreed, "round": case.body["round"]}
    return Decision(
        act=act,
        body={**case.body, "asked": {}, "answered": last},
        cancels=(ASK_ENDS,),
        notices=tuple(_news(handler, case, f"answer:{question.number}") for handler in case.handlers),
    )


def _news(to: str, case: Case, what: str) -> Notice:
    return Notice(to, NoticeClass.NEWS, case.id, once=f"{case.id}:{what}:{case.rev}", while_in=("accepted",))


PASSED = {ASK_ENDS: Passed(Act.CHANGE, "request", on_ask_ends)}
