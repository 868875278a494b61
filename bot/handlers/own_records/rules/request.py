"""A request to see, correct or stop the use of own records, and the clock that both sides are held to (Aku 18)."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from bot.errors import Refused
from bot.handlers.own_records.rules.desk import DESKS, answering
from bot.handlers.own_records.rules.moves import RECEIVED, REQUEST
from bot.rules.access import Act
from bot.rules.cases import Case, Deadline, Decision, Notice, NoticeClass, Opening, Party, Purpose
from bot.rules.deadlines import due, stages
from bot.rules.ledger import Ledger
from bot.rules.office import DAY
from bot.rules.passed import Passed
from bot.rules.people import Role

SEE, CORRECT, STOP = "see", "correct", "stop"
WHATS = (SEE, CORRECT, STOP)
"""What the law knows: disclosure, correction, an end of use."""

DONE, PARTLY, REFUSED, LONGER = "done", "partly", "refused", "longer"
OUTCOMES = (DONE, PARTLY, REFUSED)
CLOCK, LATE, FORGET = "own_request", "own_request_late", "own_request_forget"
PAPER = "paper"  # the subject of what was printed at the counter


@dataclass(frozen=True)
class Asked:
    """What the person has entered."""

    what: str
    subject: str
    text: str


def ask(asked: Asked, person: str, case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """The person asks; the office named for the subject hears that there is something to answer, and by when."""
    desk = next(row.answered_by for row in ledger.policy.own_records.subjects if row.key == asked.subject)
    today = ledger.office.day(now)
    if not asked.text:
        return Refused("own_records-text-needed", "text")
    if not answering(desk, person, ledger, today):
        return Refused("own_records-nobody", "subject")
    decision = Decision(
        act="ask",
        opens=Opening(REQUEST.kind),
        body={**asdict(asked), "answered_by": desk},
        identity={"requester": person},
        parties=(Party(person, Purpose.REQUESTER),),
    )
    return on_the_clock(decision, today, case, ledger, now)


def on_the_clock(decision: Decision, since: date, case: Case, ledger: Ledger, now: datetime) -> Decision:
    """The same request with its last day, counted from the day of asking; whoever answers hears of it."""
    until = due(CLOCK, since, ledger.office, ledger.policy).due_day
    body = {**(decision.body or {}), "asked_on": since.isoformat(), "due_on": until.isoformat()}
    opened = replace(case, body=body, identity=decision.identity or {})
    told = _duty(opened, "asked", until, ledger, now)
    return replace(decision, body=body, notices=told, deadlines=_clock(case.id, until, ledger, now))


def printed(person: str, case: Case, ledger: Ledger, now: datetime) -> Decision:
    """Their records were printed at the counter: it is in the log, and the person hears of it wherever they are."""
    today = ledger.office.day(now)
    said = {"outcome": DONE, "reason": "", "on": today.isoformat()}
    body = {
        "what": SEE, "subject": PAPER, "text": "", "answered_by": Role.OPERATOR.value,
        "asked_on": today.isoformat(), "due_on": today.isoformat(), "answer": said,
    }  # fmt: skip
    opened = replace(case, body=body, identity={"requester": person})
    return Decision(
        act="print",
        opens=Opening(REQUEST.kind),
        body=body,
        identity=opened.identity,
        parties=(Party(person, Purpose.REQUESTER),),
        deadlines=(_forgets(case.id, ledger, now),),
        notices=_news(opened, "printed"),
    )


def answer(outcome: str, reason: str, case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """Done, partly or refused, both with the reason that the person reads; or once more time, with its reason."""
    if outcome != DONE and not reason:
        return Refused("own_records-reason-needed", "reason")
    if outcome == LONGER:
        return _extended(reason, case, ledger, now)
    said = {"outcome": outcome, "reason": reason, "on": ledger.office.day(now).isoformat()}
    return Decision(
        act="answer",
        body={**case.body, "answer": said},
        cancels=(CLOCK, LATE),
        deadlines=(_forgets(case.id, ledger, now),),
        notices=_news(case, "answered"),
    )


def may_extend(case: Case, today: date) -> bool:
    """Once, and while the first days are not over (Act 83(2), 94(2), 102(2))."""
    return case.state == RECEIVED and "extended" not in case.body and today <= due_on(case)


def withdraw() -> Decision:
    """The person takes it back: nothing of it is left."""
    return Decision(act="withdraw", ends_route=True)


def forget() -> Decision:
    """The answer was read, or its days are over."""
    return Decision(act="forget", ends_route=True)


def due_on(case: Case) -> date:
    """Until when it is to be answered."""
    return date.fromisoformat(case.body["due_on"])


def on_stage(case: Case, deadline: Deadline, ledger: Ledger, now: datetime) -> Decision | None:
    """Whoever answers is reminded, on office days; after an extension only the new days count."""
    if case.state != RECEIVED or deadline.period != case.body["due_on"]:
        return None
    return Decision(act="nudge_desk", notices=_duty(case, f"stage-{deadline.stage}", due_on(case), ledger, now))


def on_late(case: Case, deadline: Deadline, ledger: Ledger, now: datetime) -> Decision | None:
    """The last day is over: the person is told once, whoever owes the answer again and again (G13)."""
    if case.state != RECEIVED or deadline.period != case.body["due_on"]:
        return None
    today, office = ledger.office.day(now), ledger.office
    every = ledger.policy.clocks[CLOCK].overdue_days or 1
    again = replace(deadline, due_at=office.opening(office.on_or_after(today + every * DAY)), stage=deadline.stage + 1)
    told = () if deadline.stage else _news(case, "missed")
    return Decision(
        act="miss_answer",
        body={**case.body, "missed_on": case.body.get("missed_on", today.isoformat())},
        deadlines=(again,),
        notices=(*told, *_duty(case, f"late-{deadline.stage}", today, ledger, now)),
    )


def on_forget(case: Case) -> Decision | None:
    """The days in which the answer could be read are over."""
    return forget() if case.exists and case.identity else None


def _extended(reason: str, case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    today = ledger.office.day(now)
    if not may_extend(case, today):
        return Refused("own_records-extend-late", "outcome")
    until = due_on(case) + timedelta(days=ledger.policy.own_records.extension_days)
    body = {**case.body, "due_on": until.isoformat(), "extended": {"on": today.isoformat(), "reason": reason}}
    return Decision(
        act="extend",
        body=body,
        cancels=(CLOCK, LATE),
        deadlines=_clock(case.id, until, ledger, now),
        notices=_news(case, "extended"),
    )


def _clock(case_id: str, until: date, ledger: Ledger, now: datetime) -> tuple[Deadline, ...]:
    """The reminders before the last day, and the first office morning after it; the day is their period."""
    office, period = ledger.office, until.isoformat()
    rule = replace(ledger.policy.clocks[CLOCK], limit="given")
    planned: Iterable[Any] = stages(rule, now, office, ends_on=until)
    return (
        *(Deadline(case_id, CLOCK, stage.at, stage.number, period, stage.not_after) for stage in planned),
        Deadline(case_id, LATE, office.opening(office.on_or_after(until + DAY)), 0, period),
    )


def _forgets(case_id: str, ledger: Ledger, now: datetime) -> Deadline:
    last = ledger.office.day(now) + timedelta(days=ledger.policy.own_records.kept_days)
    return Deadline(case_id, FORGET, ledger.office.start_of(last + DAY))


def _news(case: Case, what: str) -> tuple[Notice, ...]:
    """To the person; who has no account gets it on paper, and nobody else in their place."""
    once = f"{case.id}:{what}:{case.rev}"
    return (Notice(case.requester, NoticeClass.NEWS, case.id, once=once),) if case.requester else ()


def _duty(case: Case, what: str, until: date, ledger: Ledger, now: datetime) -> tuple[Notice, ...]:
    answers = answering(case.body["answered_by"], case.requester, ledger, ledger.office.day(now))
    return tuple(
        Notice(
            who, NoticeClass.DUTY, case.id, once=f"{case.id}:{what}:{case.body['due_on']}:{who}", due_on=until,
            while_in=(RECEIVED,),
        )
        for who in answers
    )  # fmt: skip


PASSED = {
    CLOCK: Passed(Act.NOTIFY, "own_request", on_stage),
    LATE: Passed(Act.NOTIFY, "own_request", on_late),
    FORGET: Passed(Act.DISPOSE, "own_request", lambda case, deadline, ledger, now: on_forget(case)),
}
TOLD = {"case": ((Role.EMPLOYEE, *DESKS), "own_request")}
