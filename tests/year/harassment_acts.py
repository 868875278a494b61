"""What each act does to a consultation from the report of form 1 to its end, and the table of them all."""

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from tests.year import office_days as office
from tests.year.harassment_arranging import ARRANGING, inherits, presides
from tests.year.harassment_course import Consultation
from tests.year.harassment_owed import CHECKS, CHOICE_DAYS, COMMITTEE_DAYS, CONSENT_DAYS, CONTACT, DECIDING, ENDED, Owed
from tests.year.townsfolk import Told, news


def did(case: Consultation, act: str, **detail: Any) -> None:
    """Somebody has done something, now."""
    ACTS[act](case, case.now, **detail)
    case.touched(case.now)


def five_minutes(at: datetime) -> datetime:
    """The next full five minutes: what is to be done at once."""
    over = (at - at.replace(hour=0, minute=0, second=0, microsecond=0)) % office.SLOT
    return at + (office.SLOT - over) if over else at


# ---- the report ----


def _report(case: Consultation, at: datetime, by: str) -> None:
    case.void("last_day", "least", "sheet")
    case.recipient = case.circle.recipient
    if not case.recipient:
        case.turn(at, "held")
        if by != case.asker:
            case.tell(at, "held")
        return
    if by != case.asker:
        case.tell(at)
    _with_the_head(case, at)


def _with_the_head(case: Consultation, at: datetime) -> None:
    case.turn(at, "reported")
    case.head(at)
    if case.agrees:
        return
    no = case.agreed is False or (case.by_another and case.affected_agreed is False)
    case.timer(
        "consent", five_minutes(at) if no else office.midnight(office.day_of(at) + timedelta(days=CONSENT_DAYS + 1))
    )


# ---- what the head does, and what the person says to it ----


def _agree(case: Consultation, at: datetime) -> None:
    case.agreed = True
    if case.state == "consent_held" and not case.is_stopped:
        case.head(at)


def _disagree(case: Consultation, at: datetime) -> None:
    case.agreed = False
    if case.state in ("reported", "hearing"):
        case.hold(at, told=False)
    elif case.state == "consent_held" and not case.is_requested:
        case.void("head")


def _ask_affected(case: Consultation, at: datetime) -> None:
    case.asks_since = at
    case.timer("affected", office.midnight(office.day_of(at) + timedelta(days=CONSENT_DAYS + 1)))


def _affected_says(case: Consultation, at: datetime, *, yes: bool) -> None:
    """To the responders; by the bot it comes to them with the next full five minutes."""
    case.answer = yes
    case.on_answer(at)


def _affected_answers(case: Consultation, at: datetime, *, yes: bool) -> None:
    case.answer = yes
    case.timer("answer", five_minutes(at))


def _order(case: Consultation, at: datetime, *, danger: bool) -> None:
    case.danger = danger
    case.void("head", "consent")
    case.turn(at, "hearing")
    case.tell(at)
    case.timer("facts", case.days(at, 14))


def _report_facts(case: Consultation, at: datetime) -> None:
    case.void("facts")
    case.turn(at, "found")
    case.tell(at, "found")
    case.head(at)


def _close(case: Consultation, at: datetime) -> None:
    case.is_told = False
    due = office.nth_after(office.day_of(at), 3)
    case.timer("outcome", office.opening(office.on_or_after(due + office.DAY)))
    _over(case, at)


def _over(case: Consultation, at: datetime) -> None:
    case.void("head", "facts", "overdue", "measures", "consent")
    case.turn(at, "closing")
    case.tell(at, "closing")
    case.timer("forget", office.midnight(office.day_of(at) + timedelta(days=CHOICE_DAYS + 1)))


def _tell_outcome(case: Consultation, at: datetime, by: str) -> None:
    case.is_told = True
    case.void("outcome")
    case.tell(at, "closing")


# ---- the committee and the measures ----


def _request(case: Consultation, at: datetime) -> None:
    case.is_requested = True
    if case.state in DECIDING:
        case.head(at)


def _take_back(case: Consultation, at: datetime) -> None:
    case.is_requested = False
    if case.state == "consent_held" and case.is_stopped:
        case.void("head")


def _refer(case: Consultation, at: datetime) -> None:
    case.void("head", "facts", "consent")
    case.acting, case.clerk, case.votes = "", "", {}  # a clerk of the time before was one until it left the committee
    case.turn(at, "referred")
    case.tell(at)
    case.referred_on = office.day_of(at)
    _until(case, case.referred_on + timedelta(days=COMMITTEE_DAYS))  # Civil Code 140: that day itself does not count
    case.seek_chair(at)


def _until(case: Consultation, day: date) -> None:
    case.due_on = day
    case.timer("overdue", office.opening(office.on_or_after(day + office.DAY)))


def _extend(case: Consultation, at: datetime, until: date) -> None:
    case.tell(at, "referred")
    _until(case, until)


def _elect(case: Consultation, at: datetime, by: str, candidate: str) -> None:
    case.votes[by] = candidate
    votes = [case.votes[who] for who in case.circle.members if case.votes.get(who) in case.circle.members]
    most = max(Counter(votes).values())
    if most * 2 > len(case.circle.members) or len(votes) == len(case.circle.members):
        case.on_election(at)
        case.void("election")


def _name_clerk(case: Consultation, at: datetime, clerk: str) -> None:
    case.clerk = clerk


def _recuse(case: Consultation, at: datetime, by: str) -> None:
    presided = case.chair
    case.circle.aside.add(by)
    inherits(case, at)
    presides(case, at, presided)


def _propose(case: Consultation, at: datetime) -> None:
    case.void("overdue", "election")
    case.turn(at, "proposed")
    case.tell(at)
    case.timer("measures", case.days(at, 30))


def _decide(case: Consultation, at: datetime, kinds: int) -> None:
    case.void("measures")
    case.open_measures += kinds
    case.turn(at, "measures")
    case.tell(at, "proposed", "measures")


def _follow_up(case: Consultation, at: datetime, done: int) -> None:
    case.open_measures -= done


def _close_measures(case: Consultation, at: datetime) -> None:
    case.is_told = True
    _over(case, at)


# ---- the end ----


def _withdraw(case: Consultation, at: datetime) -> None:
    case.ends.append((office.leaves(at), frozenset(case.hands)))
    case.turn(at, "withdrawn")


def _stop(case: Consultation, at: datetime) -> None:
    case.ends.append((office.leaves(at), frozenset(case.hands)))
    case.turn(at, "stopped")
    case.void("head", "facts", "overdue", "measures", "consent", "election", "affected")
    case.timer("forget", office.midnight(office.day_of(at) + timedelta(days=CHOICE_DAYS + 1)))


def _reopen(case: Consultation, at: datetime) -> None:
    case.void("forget", "outcome")
    case.is_requested, case.open_measures, case.recipient = False, 0, case.circle.recipient
    _with_the_head(case, at)


def _forget(case: Consultation, at: datetime) -> None:
    case.void("forget", "outcome")
    case.turn(at, "ended")


def _keep(case: Consultation, at: datetime, contact: str) -> None:
    _forget(case, at)
    for n in CHECKS:
        moment = office.leaves(case.days(at, n))
        case.owed.append(Owed(Told(moment, case.asker, news(case.asker), CONTACT, contact), ENDED))


ACTS: Mapping[str, Callable[..., None]] = {
    **ARRANGING,
    "report": _report, "consent_hearing": _agree, "stop_hearing": _disagree, "ask_affected": _ask_affected,
    "affected_says": _affected_says, "affected_answers": _affected_answers, "order": _order,
    "report_facts": _report_facts, "close": _close, "tell_outcome": _tell_outcome, "request_committee": _request,
    "take_back_request": _take_back, "refer": _refer, "extend": _extend, "elect": _elect, "name_clerk": _name_clerk,
    "recuse": _recuse, "propose": _propose, "decide": _decide, "follow_up": _follow_up,
    "close_measures": _close_measures, "withdraw": _withdraw, "caller_withdraws": _withdraw, "stop": _stop,
    "reopen": _reopen, "forget": _forget, "keep": _keep,
}  # fmt: skip
