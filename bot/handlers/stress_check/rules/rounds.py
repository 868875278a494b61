"""The rounds there are, and how a check, its person and its round find each other; the id says nothing to others."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.handlers.stress_check.rules.moves import ANALYSIS, CHECK, FLOW, INTERVIEW, ROUND
from bot.rules.cases import Case, Count, Notice, NoticeClass
from bot.rules.ledger import Ledger
from bot.rules.people import Role, holders


@dataclass(frozen=True)
class Asked:
    """What a duty is about: the screen behind it, which occasion it is (`what`), until when, in which states."""

    topic: str
    what: str
    until: date | None
    while_in: tuple[str, ...] = ()


UNNAMED = "paper:"
"""Begins the key of an examinee without an account, under which the id of the check is found."""


def round_id(period: str, ledger: Ledger) -> str:
    """The id of the round of a year ("2026"), whether or not it exists yet."""
    return ledger.case_id_for(FLOW, ROUND.kind, "", period)


def round_of(period: str, ledger: Ledger) -> Case | None:
    """The round of a year."""
    return ledger.case(round_id(period, ledger))


def rounds(ledger: Ledger, now: datetime) -> Sequence[Case]:
    """The rounds that can still be of interest: this year's and the last one's, the newer first."""
    year = ledger.office.day(now).year
    found = (round_of(str(one), ledger) for one in (year, year - 1))
    return [case for case in found if case is not None]


def check_id(person: str, period: str, ledger: Ledger) -> str:
    """The id of somebody's check of a round; `person` is a Slack id, or `UNNAMED` and a key of one's own."""
    return ledger.case_id_for(FLOW, CHECK.kind, person, period)


def check_of(person: str, period: str, ledger: Ledger) -> Case | None:
    """Somebody's check of a round."""
    return ledger.case(check_id(person, period, ledger))


def interview_id(check: Case, ledger: Ledger) -> str:
    """The id of the interview that was applied for after a check."""
    return ledger.case_id_for(FLOW, INTERVIEW.kind, check.id, check.period)


def analysis_id(period: str, ledger: Ledger) -> str:
    """The id of a round's group analysis."""
    return ledger.case_id_for(FLOW, ANALYSIS.kind, "", period)


def counted(what: str, check: Case, ledger: Ledger, now: datetime) -> tuple[Count, ...]:
    """Who asks for something after a result counts once in the digest, under what was asked for first (D2)."""
    asked_before = bool(check.body.get("applications") or check.body.get("wishes"))
    return () if asked_before else (Count(f"request.{what}", ledger.office.month(now)),)


def name_of(case: Case, ledger: Ledger) -> str:
    """What the person of a check or an interview is called; who left the roster and has no account: "" ."""
    row = ledger.person(case.requester) if case.requester else None
    return row.name if row else str(case.identity.get("name", ""))


def office(roles: Iterable[Role], ledger: Ledger, now: datetime) -> tuple[str, ...]:
    """Who holds one of these offices today; a clerk with authority over personnel is none (Aku 5)."""
    today = ledger.office.day(now)
    found = holders(ledger.appointments(today), set(roles), today)
    return tuple(one for one in found if not (set(roles) == {Role.CLERK} and _has_authority(one, ledger)))


def duties(asked: Asked, roles: Iterable[Role], case: Case, ledger: Ledger, now: datetime) -> tuple[Notice, ...]:
    """The same duty to everybody in these offices."""
    return tuple(
        Notice(
            person, NoticeClass.DUTY, case.id, once=f"{case.id}:{asked.what}:{person}", topic=asked.topic,
            due_on=asked.until, while_in=asked.while_in,
        )
        for person in office(roles, ledger, now)
    )  # fmt: skip


def news(case: Case, what: str, topic: str = "case", *, while_in: tuple[str, ...] = ()) -> tuple[Notice, ...]:
    """News to the person whose case it is; to somebody without an account there is no message, only paper."""
    if not case.requester:
        return ()
    return (Notice(case.requester, NoticeClass.NEWS, case.id, f"{case.id}:{what}", topic, while_in=while_in),)


def _has_authority(person: str, ledger: Ledger) -> bool:
    row = ledger.person(person)
    return row is not None and row.personnel_authority
