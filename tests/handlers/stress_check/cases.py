"""Rounds, checks, interviews and wishes for tests: in any state, over the sandbox's town hall or only for a rule.

`round_case`, `check_case`, `interview_case`, `wish_case` make one; `put_round` and so on put it into a running town,
with its parties and without telling anybody. `body` and `identity` change what is there by default.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from bot.handlers.stress_check.questionnaire import questionnaire
from bot.handlers.stress_check.rules.moves import (
    APPLIED,
    ARRANGED,
    ASKED,
    CLOSING,
    FLOW,
    HANDED_IN,
    HELD,
    INVITED,
    KEPT,
    MEASURED,
    OPEN,
    OVER,
    PREPARED,
    PROPOSED,
    READ,
    REPORTED,
    REVIEWING,
    TAKEN,
    TOLD,
    UNTAKEN,
)
from bot.handlers.stress_check.rules.rounds import UNNAMED, check_id, interview_id, round_id
from bot.handlers.stress_check.rules.sheets import scored
from bot.rules.cases import Case, Deadline, Party, Purpose
from bot.rules.consent import Consent
from bot.rules.ledger import Ledger
from bot.rules.people import Role
from bot.sandbox.town import Town
from bot.store.ledger import UnitLedger
from bot.store.unit import Unit

PERIOD = "2026"
EXAMINEE, EXAMINEE_IN_ENGLISH, OTHER = "U0ISHIKAWA", "U0OGAWA", "U0GOTO"
ON_PAPER = f"{UNNAMED}0123456789abcdef"
PLANNER, CLERK, JOINT_CLERK, IMPLEMENTER, PHYSICIAN = "U0YOSHIDA", "U0KATO", "U0WADA", "U0SASAKI", "U0SASAKI"
AFFAIRS, BOSS, ADMINISTRATOR = "U0KOBAYASHI", "U0FUKUDA", "U0ENDO"

Clock = Sequence[Deadline] | Callable[[Case, Ledger, datetime], Sequence[Deadline]]
"""What is due for a case that is put into a town, or what tells it from the case."""

_ENDED = (CLOSING, REVIEWING, TOLD, OVER)
_ANSWERED = (TAKEN, READ, KEPT)
_DAY = timedelta(days=1)


def answers(*, high: bool) -> dict[str, int]:
    """A whole sheet at the side of stress (high by both methods) or at the other."""
    return {item.key: 1 if item.reversed is high else 4 for item in questionnaire().items}


# ---- rounds ----


def round_body(state: str, day: date) -> dict[str, Any]:
    """What a round holds: open ones began a week ago, those after it closed five days ago."""
    first = day + 7 * _DAY if state == PREPARED else day - (40 if state in _ENDED else 7) * _DAY
    last = day - 5 * _DAY if state in _ENDED else first + 27 * _DAY
    body: dict[str, Any] = {
        "opens_on": first.isoformat(), "closes_on": last.isoformat(), "method": "conversion",
        "questionnaire": "bjsq57", "added": [], "employment": ["regular", "fiscal_year"], "group_size": 10,
        "invited": [], "added_people": [], "leave": {}, "leaves": 0, "turn": 1,
    }  # fmt: skip
    if state in _ENDED:
        body |= {"review": {}, "tallies": {}, "takers": 0, "closed_on": (last + _DAY).isoformat()}
    if state == CLOSING:
        body |= {"cursor": ""}
    if state in (TOLD, OVER):
        body |= {"told_at": f"{day.isoformat()}T09:00:00+09:00"}
    return body


def round_case(
    state: str, ledger: Ledger, day: date, *, period: str = PERIOD, body: Mapping[str, Any] | None = None
) -> Case:
    """The round of a year."""
    return _case(round_id(period, ledger), "round", state, period, round_body(state, day) | dict(body or {}), {})


# ---- checks ----


def check_body(state: str, day: date, *, high: bool = False, sex: str = "female") -> dict[str, Any]:
    """What a check holds: whoever has answered is under high stress or not."""
    body: dict[str, Any] = {"unit": "市民課", "division": "市民部"}
    if state == HANDED_IN:
        body |= {"paper": True, "handed_in_on": day.isoformat()}
    if state in _ANSWERED:
        body |= {"answers": answers(high=high), "extra": {}, "sex": sex, "taken_on": (day - 10 * _DAY).isoformat()}
        body |= scored(body, "conversion")
    if state in (READ, KEPT):
        body |= {
            "advised": high, "told_on": day.isoformat(), "received_on": day.isoformat(), "receipt": "screen",
            "apply_by": (day + 30 * _DAY).isoformat(),
        }  # fmt: skip
    return body


def check_case(
    state: str, ledger: Ledger, day: date, *, person: str = EXAMINEE, period: str = PERIOD, high: bool = False,
    sex: str = "female", body: Mapping[str, Any] | None = None, name: str = "山田 花子",
) -> Case:  # fmt: skip
    """Somebody's check; a `person` that begins with `UNNAMED` has no account, and is called `name`."""
    unnamed = person.startswith(UNNAMED)
    identity = {"requester": "", "name": name, "key": person} if unnamed else {"requester": person}
    held = {} if state == UNTAKEN else check_body(state, day, high=high, sex=sex) | dict(body or {})
    return _case(check_id(person, period, ledger), "check", state, period, held, {} if state == UNTAKEN else identity)


# ---- after the result ----


def interview_body(state: str, day: date, check: Case) -> dict[str, Any]:
    """What an application holds: applied for today, to be held within 30 days."""
    found = check.body["score"]
    body: dict[str, Any] = {
        "result": {"scales": found["scales"], "points": found["points"], "sums": found["sums"]},
        "applied_on": day.isoformat(), "readers": [Role.AFFAIRS_STAFF.value],
        "hold_by": (day + 30 * _DAY).isoformat(),
    }  # fmt: skip
    later = (ARRANGED, HELD, REPORTED, MEASURED, OVER)
    if state in (PROPOSED, *later):
        body["slot"] = {"day": (day + 7 * _DAY).isoformat(), "time": "14:00", "place": "第2会議室"}
    if state in later[1:]:
        body["held_on"] = (day + 7 * _DAY).isoformat()
        body["opinion_by"] = (day + 37 * _DAY).isoformat()
    return body


def interview_case(
    state: str, ledger: Ledger, day: date, check: Case, *, body: Mapping[str, Any] | None = None,
    handlers: Sequence[str] = (PHYSICIAN,), name: str = "石川 葵",
) -> Case:  # fmt: skip
    """The interview that was applied for after a check that has its result."""
    identity = {"requester": check.requester, "handlers": list(handlers), "name": name}
    held = interview_body(state, day, check) | dict(body or {})
    return _case(interview_id(check, ledger), "interview", state, check.period, held, identity)


def wish_case(
    state: str = ASKED, *, person: str = EXAMINEE, what: str = "counselling", day: date,
    body: Mapping[str, Any] | None = None, case_id: str = "f1" * 16,
) -> Case:  # fmt: skip
    """A wish for counselling, a clinic, or (late) the interview."""
    held = {"what": what, "text": "wish-canary", "on": day.isoformat()} | dict(body or {})
    return _case(case_id, "wish", state, "", held, {"requester": person})


def _case(
    case_id: str, kind: str, state: str, period: str, body: Mapping[str, Any], identity: Mapping[str, Any]
) -> Case:
    return Case(case_id, FLOW, kind, state, 1, "2026-09", "v1", period, body, identity)


# ---- the same in the database of a running town ----


async def put_round(town: Town, state: str = OPEN, *, deadlines: Clock = (), **changed: Any) -> Case:
    """The round of this year."""
    return await _put(town, lambda ledger, day: round_case(state, ledger, day, **changed), deadlines)


async def put_check(town: Town, state: str = INVITED, *, deadlines: Clock = (), **changed: Any) -> Case:
    """Somebody's check (`person`, `high`, `sex`, `body`, `period`, `name`); its round is put by `put_round`."""
    return await _put(town, lambda ledger, day: check_case(state, ledger, day, **changed), deadlines)


async def put_interview(
    town: Town, check: Case, state: str = APPLIED, *, deadlines: Clock = (),
    consents: Sequence[Consent] = (), **changed: Any,
) -> Case:  # fmt: skip
    """The interview after `check`, with the consents that its application amounts to, where they are given."""
    return await _put(
        town, lambda ledger, day: interview_case(state, ledger, day, check, **changed), deadlines, consents
    )


async def put_wish(town: Town, state: str = ASKED, *, deadlines: Clock = (), **changed: Any) -> Case:
    """A wish (`person`, `what`, `body`, `case_id`)."""
    return await _put(town, lambda _, day: wish_case(state, day=day, **changed), deadlines)


async def in_office(town: Town, *people: str) -> None:
    """These people have given the oath, and their accounts were looked at: guests can do nothing without (G6, G10)."""

    def work(unit: Unit) -> None:
        held = [one for person in people for one in unit.roster.held_by(person)]
        since = unit.house.office.day(unit.now)
        unit.roster.save_appointments(replace(one, checked_on=since, sworn_on=since) for one in held)

    await town.program.store.run(work)


async def stored(town: Town, case_id: str) -> Case | None:
    """The case as it stands in the database now."""
    return await town.program.store.read(lambda unit: unit.casebook.load(case_id))


async def check_now(town: Town, person: str = EXAMINEE, period: str = PERIOD) -> Case:
    """Somebody's check as it stands in the database now."""
    found = await town.program.store.read(lambda unit: unit.casebook.load(check_id(person, period, UnitLedger(unit))))
    assert found is not None
    return found


async def _put(town: Town, make: Any, deadlines: Clock, consents: Sequence[Consent] = ()) -> Case:
    def work(unit: Unit) -> Case:
        case = make(UnitLedger(unit), unit.house.office.day(unit.now))
        asker = (Party(case.requester, Purpose.REQUESTER),) if case.requester else ()
        opened = unit.casebook.open(
            replace(case, rev=0), (*asker, *(Party(who, Purpose.HANDLER) for who in case.handlers))
        )
        for consent in consents:
            unit.casebook.save_consent(opened, consent)
        planned = deadlines(opened, UnitLedger(unit), unit.now) if callable(deadlines) else deadlines
        unit.timetable.set(FLOW, planned)
        return opened

    return await town.program.store.run(work)
