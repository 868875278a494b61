"""Form 1 on its way: to the person, who reads it back, and from there to the section head (Aki 7(8), K4, K6)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from bot.errors import Refused
from bot.handlers.harassment.rules.asking import with_question
from bot.handlers.harassment.rules.circle import joined, recipient, responders
from bot.handlers.harassment.rules.clocks import FORM_1, HEAD_DECISION, last_day, last_stage, with_clock
from bot.handlers.harassment.rules.moves import CONFIRMING, HELD, MET, REPORTED
from bot.handlers.harassment.rules.notices import duty, news
from bot.handlers.harassment.rules.report import decides, frozen, may_send, outgoing
from bot.handlers.harassment.rules.sheet import LONGEST_LINE, written
from bot.rules.access import Act
from bot.rules.cases import Case, Deadline, Decision
from bot.rules.ledger import Ledger
from bot.rules.passed import Passed

SHEET_CONFIRM, LOOK_AGAIN = "sheet_confirm", "look_again"
LAST_DAY, OVER = 1, 2  # the stages of the days that the person has


# ---- to the person and back ----


def give(case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """The responders give form 1 to the person, who has the policy's office days to read it back (K4).

    Somebody without an account reads it back with the responders, whose clock therefore goes on (G6).
    """
    if not any(written(case).values()):
        return Refused("harassment-sheet-empty")
    office = ledger.office
    first = office.day(office.next_working(now))
    due = office.add_open_days(first, ledger.policy.harassment.form1_confirm_office_days)
    over = office.opening(office.add_open_days(due, 1))
    body = {key: value for key, value in case.body.items() if key not in {"correction", "sheet_late"}}
    decision = Decision(act="give_sheet", body=body)
    if case.requester:
        decision = Decision(
            act="give_sheet", body=body | {"sheet_due_on": due.isoformat()}, cancels=(FORM_1, SHEET_CONFIRM),
            deadlines=(
                Deadline(case.id, SHEET_CONFIRM, office.opening(due), LAST_DAY, str(case.rev), not_after=over),
                Deadline(case.id, SHEET_CONFIRM, over, OVER, str(case.rev)),
            ),
            notices=duty(case, (case.requester,), "sheet", due, while_in=(CONFIRMING,)),
        )  # fmt: skip
    return joined(decision, case, ledger, now, state=CONFIRMING)


def correct(words: str, person: str, case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """The person says what is to be put right; the responders write it anew, with a new clock."""
    if case.state != CONFIRMING or not decides(person, case):
        return Refused("harassment-correct-late", "words")
    if not words:
        return Refused("harassment-correct-empty", "words")
    kept = {key: value for key, value in case.body.items() if key not in {"sheet_due_on", "least_asked_on"}}
    decision = with_clock(
        Decision(act="correct_sheet", body=kept | {"correction": words}, cancels=(SHEET_CONFIRM,)),
        case, FORM_1, ledger, now,
    )  # fmt: skip
    others = (who for who in responders(case) if who != person)
    told = duty(case, others, "correct", last_day(FORM_1, ledger, now), while_in=(MET,))
    return joined(replace(decision, notices=told), case, ledger, now, state=MET)


def take_out(keys: Sequence[str], person: str, case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """The lines that the head shall not read, all of them anew; the head sees that the person took them out (K4)."""
    if not decides(person, case):
        return Refused("not-shown")
    out = [key for key in keys if written(case).get(key)]
    decision = Decision(act="take_out", body={**case.body, "left_out": out})
    return joined(decision, case, ledger, now, state=CONFIRMING)


def name(agreed: bool, person: str, case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """Whether the name goes with it: not unless the person says so (K4).

    Where the responders wrote none down, it is the one on the roster, which the person reads before it goes.
    """
    if not decides(person, case):
        return Refused("not-shown")
    there, row = written(case), ledger.person(case.requester)
    lines = [line.key for line in ledger.policy.harassment.intake_sheet if line.names]
    added = {}
    if agreed and row and lines and not any(there.get(key) for key in lines):
        added = {lines[0]: f"{row.name} {row.unit}".strip()[:LONGEST_LINE]}
    decision = Decision(act="name", body={**case.body, "name_agreed": agreed, "sheet": {**there, **added}})
    return joined(decision, case, ledger, now, state=CONFIRMING)


# ---- to the section head ----


def report(shown: str, person: str, case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """Let it go to whoever stood on the screen (`shown`, "" for nobody): the section head, else the deputy (K6).

    Where neither may receive it, it is held: nothing is sent, and both sides are told.
    """
    if not may_send(person, case):
        return Refused("not-shown")
    day = ledger.office.day(now)
    to = recipient(case, ledger, day)
    if to != shown:
        return Refused("harassment-report-other-recipient")
    if case.state == CONFIRMING and decides(person, case):
        case = replace(case, body={**case.body, "confirmed_on": day.isoformat()})
    if not to:
        return _held(person, case, ledger, now) if case.state == CONFIRMING else Refused("harassment-report-nobody")
    return _reported(to, person, case, ledger, now)


def _reported(to: str, person: str, case: Case, ledger: Ledger, now: datetime) -> Decision:
    sent, day = outgoing(person, case, ledger.policy), ledger.office.day(now)
    others = (who for who in (case.requester, *responders(case)) if who != person)
    due = last_day(HEAD_DECISION, ledger, now)
    decision = Decision(
        act="report",
        body={
            **case.body,
            "reported": frozen(sent),
            "reported_on": day.isoformat(),
            "name_agreed": sent.named,
            "head_due_on": due.isoformat(),
        },
        identity={**case.identity, "recipient": to},
        cancels=(FORM_1, SHEET_CONFIRM, LOOK_AGAIN),
        notices=(*duty(case, (to,), "reported", due, while_in=(REPORTED,)), *news(case, others, "reported")),
    )
    decision = with_question(with_clock(decision, case, HEAD_DECISION, ledger, now), case, ledger, now)
    return joined(decision, case, ledger, now, state=REPORTED)


def _held(person: str, case: Case, ledger: Ledger, now: datetime) -> Decision:
    others = (who for who in (case.requester, *responders(case)) if who != person)
    decision = Decision(
        act="hold", body=case.body, cancels=(FORM_1, SHEET_CONFIRM), deadlines=(_tomorrow(case, ledger, now),),
        notices=news(case, others, "held", while_in=(HELD,)),
    )  # fmt: skip
    return joined(decision, case, ledger, now, state=HELD)


# ---- what happens when time passes ----


def on_form_1(case: Case, deadline: Deadline, ledger: Ledger, now: datetime) -> Decision | None:
    """A stage of the clock of Aki 7(8): both responders are nudged, after its last one each office day.

    On the last one the person is told too (G13).
    """
    if not _owed(case):
        return None
    office = ledger.office
    today = office.on_or_after(office.day(now))
    notices = duty(case, responders(case), f"form1-{deadline.stage}", today, while_in=(case.state,))
    nudged = Decision(act="nudge_sheet", notices=notices)
    if deadline.stage >= last_stage(FORM_1, ledger):
        tomorrow = office.opening(office.add_open_days(office.day(now), 1))
        again = replace(deadline, due_at=tomorrow, stage=deadline.stage + 1, not_after=None)
        nudged = replace(nudged, deadlines=(again,))
    if case.state != MET or case.body.get("sheet_late") or not nudged.deadlines:
        return nudged
    told = news(case, (case.requester,), "sheet-late", while_in=(MET,))
    return replace(nudged, body={**case.body, "sheet_late": True}, notices=(*notices, *told))


def _owed(case: Case) -> bool:
    """Whether the next act is the responders'."""
    if case.state == CONFIRMING:
        return not case.requester or bool(case.body.get("least_asked_on"))
    return case.state == MET or (case.state == HELD and bool(case.body.get("receivable_on")))


def on_confirm_passed(case: Case, deadline: Deadline, ledger: Ledger, now: datetime) -> Decision | None:
    """On the last day the person is reminded; once it is over the responders are asked to send the minimum (K4).

    Until they do, the person can still confirm all of it.
    """
    if case.state != CONFIRMING:
        return None
    day = ledger.office.day(now)
    if deadline.stage == LAST_DAY:
        reminded = duty(case, (case.requester,), "sheet-today", day, while_in=(CONFIRMING,))
        return Decision(act="nudge_sheet", notices=reminded)
    asked = Decision(
        act="nudge_sheet", body={**case.body, "least_asked_on": day.isoformat()},
        notices=duty(case, responders(case), "least", last_day(FORM_1, ledger, now), while_in=(CONFIRMING,)),
    )  # fmt: skip
    return with_clock(asked, case, FORM_1, ledger, now)


def on_look_again(case: Case, ledger: Ledger, now: datetime) -> Decision | None:
    """Each office day while it is held: once somebody may receive it, the responders are asked to send it (K6)."""
    if case.state != HELD:
        return None
    day = ledger.office.day(now)
    again, to = (_tomorrow(case, ledger, now),), recipient(case, ledger, day)
    if bool(to) == bool(case.body.get("receivable_on")):
        return Decision(act="look_again", deadlines=again, keeps_rev=True)
    body = {key: value for key, value in case.body.items() if key != "receivable_on"}
    if not to:
        return Decision(act="look_again", body=body, cancels=(FORM_1,), deadlines=again)
    asked = Decision(
        act="look_again", body=body | {"receivable_on": day.isoformat()}, deadlines=again,
        notices=(
            *duty(case, responders(case), "receivable", last_day(FORM_1, ledger, now), while_in=(HELD,)),
            *news(case, (case.requester,), "receivable", while_in=(HELD,)),
        ),
    )  # fmt: skip
    return with_clock(asked, case, FORM_1, ledger, now)


def _tomorrow(case: Case, ledger: Ledger, now: datetime) -> Deadline:
    """The next look at a sheet that is held: when the next office day opens."""
    day = ledger.office.add_open_days(ledger.office.day(now), 1)
    return Deadline(case.id, LOOK_AGAIN, ledger.office.opening(day), 0, day.isoformat())


def due_on(case: Case) -> date | None:
    """The day by which the person is asked to read it back, None where no day runs."""
    return date.fromisoformat(case.body["sheet_due_on"]) if case.body.get("sheet_due_on") else None


PASSED = {
    FORM_1: Passed(Act.NOTIFY, "intake_sheet", on_form_1),
    SHEET_CONFIRM: Passed(Act.NOTIFY, "intake_sheet", on_confirm_passed),
    LOOK_AGAIN: Passed(
        Act.NOTIFY, "intake_sheet", lambda case, deadline, ledger, now: on_look_again(case, ledger, now)
    ),
}
