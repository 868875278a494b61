"""The other doors: counselling, a clinic, a late wish for the interview; asked, answered, taken back (Aku 11(3))."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.errors import Refused
from bot.handlers.stress_check.rules.doors import way, wish_of
from bot.handlers.stress_check.rules.moves import ASKED, FLOW, KEPT, READ, WISH
from bot.handlers.stress_check.rules.results import WINDOW
from bot.handlers.stress_check.rules.rounds import Asked, counted, duties, news, office
from bot.rules.access import Act
from bot.rules.cases import Case, Deadline, Decision, Notice, Opening, Party, Purpose, Spawn
from bot.rules.deadlines import stages
from bot.rules.ledger import Ledger
from bot.rules.office import DAY
from bot.rules.passed import Passed
from bot.rules.people import Role

COUNSELLING, CLINIC, LATE = "counselling", "clinic", "late"
WHATS = (COUNSELLING, CLINIC)
"""What the joint clerk arranges (Aku 11(3)); a late wish is the implementer's (S6)."""

CLOCK, NUDGE = "stress_wish", "wish"


@dataclass(frozen=True)
class Wished:
    """What somebody asks for, with a sentence that may be empty."""

    what: str
    text: str


def answering(what: str) -> Role:
    """Which office reads a wish and answers it; nobody else (Aku 11(3), S6)."""
    return Role.IMPLEMENTER if what == LATE else Role.JOINT_CLERK


def wish(wished: Wished, check: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """Somebody asks while the days of the application run: it is no consent to anything (Aku 11(3))."""
    refused = _refused(wished, check, ledger, now)
    if refused:
        return refused
    asked = int(check.body.get("wishes", 0))
    opened = _opened(wished, ledger.case_id_for(FLOW, WISH.kind, check.id, str(asked)), check, ledger, now)
    return Decision(
        act="wish",
        body={**check.body, "wish": opened.id, "wishes": asked + 1},
        cancels=(WINDOW,),
        spawns=(_spawn(opened, ledger, now),),
        notices=_duties(opened, "asked", ledger, now),
        counts=counted(wished.what, check, ledger, now),
    )


def wish_later(
    wished: Wished, person: str, check_id: str, case: Case, ledger: Ledger, now: datetime
) -> Decision | Refused:
    """The same after the last counted day: never a closed door (S6). `case` is the empty one of the new wish."""
    check = ledger.case(check_id)
    if check is None or check.state != KEPT or check.requester != person:
        return Refused("not-shown")
    refused = _refused(wished, check, ledger, now)
    if refused:
        return refused
    opened = _opened(wished, case.id, check, ledger, now)
    spawn = _spawn(opened, ledger, now)
    return Decision(
        act=spawn.act, opens=spawn.opening, body=spawn.body, identity=spawn.identity, parties=spawn.parties,
        deadlines=spawn.deadlines, notices=_duties(opened, "asked", ledger, now),
        counts=counted(wished.what, check, ledger, now),
    )  # fmt: skip


def may_answer(person: str, case: Case, ledger: Ledger, now: datetime) -> bool:
    """Whether a wish went to an office that this person holds."""
    return person in office((answering(case.body["what"]),), ledger, now)


def answer(reply: str, person: str, case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """Whoever the wish went to answers it in words that the person reads; then it is done."""
    if not may_answer(person, case, ledger, now):
        return Refused("not-shown")
    if not reply:
        return Refused("stress-wish-reply-needed", "reply")
    body = {**case.body, "reply": reply, "answered_on": ledger.office.day(now).isoformat()}
    return Decision(act="answer", body=body, cancels=(NUDGE,), notices=news(case, "answered", "wish_case"))


def withdraw(person: str, case: Case) -> Decision | Refused:
    """The person takes it back: nothing of it is left."""
    return Decision(act="withdraw", ends_route=True) if case.requester == person else Refused("not-shown")


def due_on(case: Case, ledger: Ledger) -> date:
    """By which day an answer is promised: the clock's last stage."""
    days = ledger.policy.clocks[CLOCK].stages["working_days"]
    return ledger.office.add_open_days(date.fromisoformat(case.body["on"]), days[-1])


def waiting(what_for: Role, ledger: Ledger) -> tuple[Case, ...]:
    """The wishes that an office has not answered yet, in an order that tells nothing."""
    found = ledger.listed(FLOW, WISH.kind, "", ASKED)
    return tuple(one for one in found if answering(one.body["what"]) is what_for)


def on_wish(case: Case, deadline: Deadline, ledger: Ledger, now: datetime) -> Decision | None:
    """Whoever owes the answer is reminded until it is given."""
    if case.state != ASKED:
        return None
    rule, calendar = ledger.policy.clocks[CLOCK], ledger.office
    again: tuple[Deadline, ...] = ()
    if rule.overdue_days and deadline.stage >= len(rule.stages["working_days"]):
        at = calendar.opening(calendar.on_or_after(calendar.day(now) + rule.overdue_days * DAY))
        again = (replace(deadline, due_at=at, stage=deadline.stage + 1, not_after=None),)
    return Decision(act="nudge_wish", deadlines=again, notices=_duties(case, f"nudge-{deadline.stage}", ledger, now))


def _refused(wished: Wished, check: Case, ledger: Ledger, now: datetime) -> Refused | None:
    found = way(check, ledger, now)
    if not found.advised or check.state not in (READ, KEPT) or (wished.what == LATE and found.in_time):
        return Refused("not-shown")
    if wish_of(check, ledger) is not None:
        return Refused("stress-wish-twice")
    if not office((answering(wished.what),), ledger, now):
        return Refused("stress-wish-nobody")
    return None


def _opened(wished: Wished, case_id: str, check: Case, ledger: Ledger, now: datetime) -> Case:
    body = {"what": wished.what, "text": wished.text, "on": ledger.office.day(now).isoformat()}
    return replace(
        check, id=case_id, kind=WISH.kind, state=ASKED, period="", body=body, identity={"requester": check.requester}
    )


def _spawn(opened: Case, ledger: Ledger, now: datetime) -> Spawn:
    planned = stages(ledger.policy.clocks[CLOCK], now, ledger.office)
    return Spawn(
        Opening(WISH.kind), "wish", id=opened.id, body=opened.body, identity=opened.identity,
        parties=(Party(opened.requester, Purpose.REQUESTER),),
        deadlines=tuple(Deadline(opened.id, NUDGE, one.at, one.number, not_after=one.not_after) for one in planned),
    )  # fmt: skip


def _duties(case: Case, what: str, ledger: Ledger, now: datetime) -> tuple[Notice, ...]:
    """To the one office alone, with the day by which the answer is promised; one that is over is today."""
    until = max(due_on(case, ledger), ledger.office.day(now))
    return duties(Asked("wish_case", what, until, (ASKED,)), (answering(case.body["what"]),), case, ledger, now)


PASSED = {NUDGE: Passed(Act.NOTIFY, "counselling_wish", on_wish)}
TOLD = {"wish_case": ((Role.EMPLOYEE, Role.JOINT_CLERK, Role.IMPLEMENTER), "counselling_wish")}
