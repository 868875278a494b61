"""What a person has agreed to: which reader, what for, which fields, until when; and when that is over."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from bot.errors import Refused
from bot.rules.office import OfficeCalendar
from bot.rules.people import Role


class ConsentState(StrEnum):
    """Where a consent stands at a moment."""

    LIVE = "live"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"
    NOT_YET = "not_yet"


@dataclass(frozen=True)
class Consent:
    """One line of the ledger of consents.

    `recipient` is a person's id or an office (a `Role`). `expires_on` is the last office-time day on which it
    holds, None without an end. Moments are aware. `article` names the rule that counts an act as consent;
    "" where the person was asked and said yes. `opened_at`: when the recipient first read what it covers.
    """

    recipient: str
    purpose: str
    fields: frozenset[str]
    given_at: datetime
    expires_on: date | None = None
    withdrawn_at: datetime | None = None
    opened_at: datetime | None = None
    article: str = ""
    id: str = ""


DEEMED_ARTICLE = "Aku 11(2)"
DEEMED_PURPOSE = "interview"
DEEMED_FIELDS = frozenset({"result"})
"""Aku 11(2) hands over the result of the check; the raw answers are never part of it."""


def deemed_consent(readers: Iterable[Role], applied_at: datetime, expires_on: date | None) -> tuple[Consent, ...]:
    """What an application for the interview amounts to (Aku 11(2)): one consent for each named reader."""
    return tuple(
        Consent(reader, DEEMED_PURPOSE, DEEMED_FIELDS, applied_at, expires_on, article=DEEMED_ARTICLE)
        for reader in readers
    )


def state_of(consent: Consent, moment: datetime, office: OfficeCalendar) -> ConsentState:
    """Where `consent` stands at `moment`; a withdrawal counts from its very instant."""
    if moment < consent.given_at:
        return ConsentState.NOT_YET
    if consent.withdrawn_at is not None and consent.withdrawn_at <= moment:
        return ConsentState.WITHDRAWN
    if consent.expires_on is not None and office.day(moment) > consent.expires_on:
        return ConsentState.EXPIRED
    return ConsentState.LIVE


@dataclass(frozen=True)
class Disclosure:
    """What somebody would come to see: `reader` under `hat`, for `purpose`, these `fields`."""

    reader: str
    hat: Role
    purpose: str
    fields: frozenset[str]


def covers(consents: Iterable[Consent], wanted: Disclosure, moment: datetime, office: OfficeCalendar) -> bool:
    """Whether every wanted field is covered by a consent that is live at `moment`.

    A consent fits that names the reader or the office under whose hat the reader comes, and the same purpose.
    Nothing asked is nothing covered: without fields the answer is no.
    """
    allowed: set[str] = set()
    for consent in consents:
        fits = consent.recipient in (wanted.reader, wanted.hat) and consent.purpose == wanted.purpose
        if fits and state_of(consent, moment, office) is ConsentState.LIVE:
            allowed |= consent.fields
    return bool(wanted.fields) and wanted.fields <= allowed


def withdraw(consent: Consent, moment: datetime) -> Consent:
    """The consent, taken back at `moment`; one that was taken back before keeps its first moment.

    Raises Refused where the application counts as consent and its recipient has already opened the result:
    that can no longer be taken back (Aku 11(2)).
    """
    if consent.withdrawn_at is not None:
        return consent
    if consent.article == DEEMED_ARTICLE and consent.opened_at is not None and consent.opened_at <= moment:
        raise Refused("consent-already-opened")
    return replace(consent, withdrawn_at=moment)


def opened(consent: Consent, moment: datetime) -> Consent:
    """The consent, with the moment at which its recipient first read what it covers."""
    return consent if consent.opened_at is not None else replace(consent, opened_at=moment)
