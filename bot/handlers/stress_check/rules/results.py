"""How a result reaches its person: told alike to all, received on the screen or on paper, kept at the end (Aku 9, 17).

Nothing here asks what a result says: the same messages, the same days for every taker.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from bot.errors import Refused
from bot.handlers.stress_check.rules.moves import CHECK, FLOW, KEPT, OVER, READ, TAKEN
from bot.handlers.stress_check.rules.moves import TOLD as ROUND_TOLD
from bot.handlers.stress_check.rules.rounds import Asked, duties, news, round_of
from bot.rules.access import Act
from bot.rules.cases import Case, Deadline, Decision, Notice
from bot.rules.deadlines import due, stages
from bot.rules.ledger import Ledger
from bot.rules.office import DAY
from bot.rules.passed import Passed
from bot.rules.people import Role

TELLING, TELL, TO_PAPER, WINDOW, LAPSE = "telling", "tell", "to_paper", "window", "lapse"
CLOCK = "interview_request"
SCREEN, PAPER, IMPORT = "screen", "paper", "import"
"""How a result was received."""

PAPER_DAYS = 5
"""So many office days the joint clerk has to hand over what is on paper (*)."""


def is_open(check: Case, ledger: Ledger) -> bool:
    """Whether a result is its person's to see: from the instant of the order on (Aku 9), or once received (S8)."""
    if check.state in (READ, KEPT):
        return True
    round_ = round_of(check.period, ledger)
    return check.state == TAKEN and round_ is not None and round_.state in (ROUND_TOLD, OVER)


def is_advised(check: Case, round_: Case | None) -> bool:
    """Whether the interview is advised to somebody (Aku 10); the round knows it until the check does."""
    if "advised" in check.body or round_ is None:
        return check.body.get("advised") is True
    return round_.body.get("review", {}).get(check.id) is True


def on_telling(case: Case, deadline: Deadline, ledger: Ledger, now: datetime) -> Decision | None:
    """Some more takers are told, in the order of ids that tell nothing, within working hours.

    The cursor is written with the deadlines that it has passed: whatever stands still loses and doubles nobody.
    """
    if case.state != ROUND_TOLD or "told_after" not in case.body:
        return None
    minutes = ledger.policy.notice_slot_minutes
    limit = ledger.policy.stress_check.result_notices_per_minute * minutes
    after = case.body["told_after"]
    some = ledger.listed(FLOW, CHECK.kind, case.period, TAKEN, after=after, limit=limit)
    body = {**case.body}
    again: tuple[Deadline, ...] = ()
    if len(some) == limit:
        body["told_after"] = some[-1].id
        at = ledger.office.next_working(now + timedelta(minutes=minutes))
        again = (Deadline(case.id, TELLING, at, deadline.stage + 1),)
    else:
        del body["told_after"]
    return Decision(act="tell_some", body=body, deadlines=(*_tells(some, now), *again))


def on_tell(case: Case, deadline: Deadline, ledger: Ledger, now: datetime) -> Decision | None:
    """The one same message (Aku 9). Who has no account, or took it on paper, gets the sealed sheet at once (S3)."""
    round_ = round_of(case.period, ledger)
    if case.state != TAKEN or round_ is None or "told_on" in case.body:
        return None
    body = _told(case, round_, ledger)
    if not case.requester or case.body.get("paper"):
        return Decision(
            act="tell",
            body={**body, "to_paper_on": ledger.office.day(now).isoformat()},
            deadlines=reminder(case, _told_at(round_), ledger, now),
            notices=(*news(case, "result"), *_by_hand(round_, ledger, now)),
        )
    office, days = ledger.office, ledger.policy.stress_check.unopened_paper_days
    unopened = office.opening(office.on_or_after(date.fromisoformat(body["told_on"]) + days * DAY))
    return Decision(
        act="tell",
        body=body,
        deadlines=(Deadline(case.id, TO_PAPER, unopened), *reminder(case, _told_at(round_), ledger, now)),
        notices=news(case, "result"),
    )


def receive(case: Case, ledger: Ledger, now: datetime) -> Decision | None:
    """The first opening is the receipt, with which the days of the application begin (Aku 11(1), S5)."""
    round_ = round_of(case.period, ledger)
    if case.state != TAKEN or round_ is None or not is_open(case, ledger):
        return None
    return _received(case, round_, Receipt(ledger.office.day(now), SCREEN), ledger, now)


def on_to_paper(case: Case, deadline: Deadline, ledger: Ledger, now: datetime) -> Decision | None:
    """Not opened: the same result goes to its person on sealed paper (S5)."""
    round_ = round_of(case.period, ledger)
    if case.state != TAKEN or round_ is None:
        return None
    body = {**case.body, "to_paper_on": ledger.office.day(now).isoformat()}
    return Decision(act="to_paper", body=body, notices=_by_hand(round_, ledger, now))


def on_paper(round_: Case, ledger: Ledger) -> tuple[Case, ...]:
    """The checks whose result is to be handed over as a sealed sheet, in an order that tells nothing."""
    found = ledger.listed(FLOW, CHECK.kind, round_.period, TAKEN)
    return tuple(one for one in found if "to_paper_on" in one.body)


def deliver(day: date, case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """The joint clerk notes on which day the sheet was handed over: with it the days begin (S5)."""
    round_ = round_of(case.period, ledger)
    if case.state != TAKEN or round_ is None or not is_open(case, ledger):
        return Refused("stress-deliver-moved")
    if day > ledger.office.day(now):
        return Refused("stress-day-future", "day")
    if day < ledger.office.day(_told_at(round_)):
        return Refused("stress-deliver-early", "day")
    return _received(case, round_, Receipt(day, PAPER), ledger, now)


def on_window(case: Case, deadline: Deadline, ledger: Ledger, now: datetime) -> Decision | None:
    """The one reminder, at one moment to all; nothing more to who has said no, applied or wished (S6)."""
    if case.state not in (TAKEN, READ) or {"declined", "application", "wish"} & case.body.keys():
        return None
    return Decision(act="remind_window", notices=news(case, "window"))


def on_lapse(case: Case, deadline: Deadline, ledger: Ledger, now: datetime) -> Decision | None:
    """The last day of the application is over; the record stays, and so does the door (Aku 17, S6)."""
    return Decision(act="lapse") if case.state == READ else None


@dataclass(frozen=True)
class Receipt:
    """When and how a result came into its person's hands."""

    on: date
    how: str


def counted(check_id: str, receipt: Receipt, ledger: Ledger) -> tuple[dict[str, Any], Deadline]:
    """What a receipt leaves in a check, and the midnight at which the application's days are over (Aku 11(1))."""
    last = due(CLOCK, receipt.on, ledger.office, ledger.policy).due_day
    body = {"received_on": receipt.on.isoformat(), "receipt": receipt.how, "apply_by": last.isoformat()}
    return body, Deadline(check_id, LAPSE, ledger.office.start_of(last + DAY))


def reminder(check: Case, told: datetime, ledger: Ledger, now: datetime) -> tuple[Deadline, ...]:
    """The one reminder of the application's days, counted from the telling: the same moment for all (S6)."""
    planned = stages(ledger.policy.clocks[CLOCK], told, ledger.office)
    return tuple(Deadline(check.id, WINDOW, one.at, one.number) for one in planned if one.at >= now)


def _received(case: Case, round_: Case, receipt: Receipt, ledger: Ledger, now: datetime) -> Decision:
    begun, lapse = counted(case.id, receipt, ledger)
    return Decision(
        act="receive" if receipt.how == SCREEN else "deliver",
        body=_told(case, round_, ledger) | begun,
        cancels=(TO_PAPER,),
        deadlines=(lapse, *reminder(case, _told_at(round_), ledger, now)),
    )


def _told(case: Case, round_: Case, ledger: Ledger) -> dict[str, Any]:
    """What the check takes over from its round: whether the interview is advised, and the day of the telling."""
    told_on = ledger.office.day(_told_at(round_)).isoformat()
    return {**case.body, "advised": is_advised(case, round_), "told_on": told_on}


def _told_at(round_: Case) -> datetime:
    return datetime.fromisoformat(round_.body["told_at"])


def _tells(some: Iterable[Case], now: datetime) -> tuple[Deadline, ...]:
    return tuple(Deadline(one.id, TELL, now) for one in some)


def _by_hand(round_: Case, ledger: Ledger, now: datetime) -> tuple[Notice, ...]:
    """One duty a day for the joint clerks, however many sheets there are: print and hand over."""
    today = ledger.office.day(now)
    until = ledger.office.add_open_days(today, PAPER_DAYS)
    asked = Asked("paper_list", f"paper-{today.isoformat()}", until, (ROUND_TOLD, OVER))
    return duties(asked, (Role.JOINT_CLERK,), round_, ledger, now)


PASSED = {
    TELLING: Passed(Act.NOTIFY, "result", on_telling),
    TELL: Passed(Act.NOTIFY, "result", on_tell),
    TO_PAPER: Passed(Act.NOTIFY, "result", on_to_paper),
    WINDOW: Passed(Act.NOTIFY, "interview_eligible", on_window),
    LAPSE: Passed(Act.CHANGE, "result", on_lapse),
}
TOLD = {"paper_list": ((Role.JOINT_CLERK,), "result")}
