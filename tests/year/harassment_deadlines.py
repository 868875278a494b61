"""Every deadline accounted for: each belongs to a state in which it runs, and nothing waits without its next one."""

from collections.abc import Mapping
from datetime import datetime

from bot.sandbox.town import Town
from tests.year.harassment_course import Consultation
from tests.year.harassment_owed import AFTER_FORM_1, BEFORE_FORM_1, DECIDING

HANDLED = (*BEFORE_FORM_1, *AFTER_FORM_1, "closing")
RUNS_IN: Mapping[str, tuple[str, ...]] = {  # kind of a deadline in the database -> the states in which it may wait
    "idle_ask": (*BEFORE_FORM_1, "consent_held"), "idle_end": BEFORE_FORM_1, "responders": ("received", "arranging"),
    "meeting": ("arranged",), "form1": ("met", "confirming", "held"), "sheet_confirm": ("confirming",),
    "look_again": ("held",), "consent_ask": ("reported",), "head_decision": DECIDING, "form2": ("hearing",),
    "committee": ("referred",), "committee_overdue": ("referred",), "election": ("referred",),
    "measures": ("proposed", "measures"), "follow_up": ("measures",), "outcome_late": ("closing",),
    "forget": ("closing", "stopped"), "term_end": HANDLED, "affected_ask_ends": HANDLED, "affected_answered": HANDLED,
}  # fmt: skip
COUNTS = {  # a count of the ledger -> the deadline by which the program keeps it
    "idle_ask": "idle_ask", "idle_end": "idle_end", "promise": "responders", "sheet": "form1", "last_day": "",
    "least": "sheet_confirm", "consent": "consent_ask", "affected": "affected_ask_ends", "answer": "affected_answered",
    "head": "head_decision", "facts": "form2", "overdue": "committee_overdue", "election": "election",
    "measures": "measures", "outcome": "outcome_late", "forget": "forget",
}  # fmt: skip


async def pending_of(town: Town, case_id: str) -> dict[str, datetime]:
    """The deadlines of a consultation that are still to come: kind -> the last one's moment."""
    found = await town.program.store.read(lambda unit: unit.timetable.pending(case_id))
    return {one.kind: one.due_at for one in found}


def amiss(case: Consultation, pending: Mapping[str, datetime]) -> list[str]:
    """What is not as it must be: a deadline too many, one at another moment, a promise that nothing watches over."""
    where = f"in {case.state} of {case.id[:6]}"
    too_many = [f"{kind} waits {where}" for kind in pending if case.state not in RUNS_IN.get(kind, ())]
    due = {kind: case.moment(count) for count, kind in COUNTS.items() if kind}
    another = [
        f"{kind} is at {pending.get(kind)} and not at {at} {where}"
        for kind, at in due.items()
        if at and case.state in RUNS_IN[kind] and pending.get(kind) != at
    ]
    wanted = awaited(case)
    nothing = [f"nothing watches {where}"] if wanted and not set(wanted) & pending.keys() else []
    return [*too_many, *another, *nothing]


def awaited(case: Consultation) -> tuple[str, ...]:
    """The deadlines of which one at least must be there, so that somebody hears when nothing is done."""
    if case.state in BEFORE_FORM_1:
        return ("idle_ask", "idle_end")
    return {
        "consent_held": ("idle_ask",),  # the head's clock stands still, and the head ends it in writing (K1)
        "reported": ("head_decision",), "found": ("head_decision",), "hearing": ("form2",),
        "referred": ("committee_overdue",), "proposed": ("measures",), "measures": ("measures", "follow_up"),
        "closing": ("forget",), "stopped": ("forget",),
    }.get(case.state, ())  # fmt: skip
