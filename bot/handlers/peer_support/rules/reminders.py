"""The days before a promise: the supporter is reminded, may put the next reminder off, and then the person is told."""

from datetime import date, datetime

from bot.errors import Refused
from bot.handlers.peer_support.rules import idle
from bot.handlers.peer_support.rules.request import ANSWER, news
from bot.rules.access import Act
from bot.rules.cases import Case, Deadline, Decision, Notice, NoticeClass, Record
from bot.rules.counted import with_promise_counted
from bot.rules.ledger import Ledger
from bot.rules.passed import Passed

SNOOZE = "snooze"  # the kind of the mark and of the reminder that comes instead


def on_answer(case: Case, deadline: Deadline, ledger: Ledger, now: datetime) -> Decision | None:
    """A stage without an answer: the supporter is nudged; at the last one the person is told and chooses."""
    last = sum(map(len, ledger.policy.clocks["request_answer"].stages.values()))
    if deadline.stage >= last:
        lapsed = Decision(act="lapse", notices=(news(case, f"lapsed-{deadline.period}", "unanswered"),))
        counted = with_promise_counted(lapsed, case, case.opened_month, ledger, now, kept=False)
        return idle.begun_anew(counted, case, ledger, now)
    until = put_off_until(case, ledger)
    if until and ledger.office.day(now) < until:
        return None
    return _nudge(case, f"{ANSWER}:{deadline.period}:{deadline.stage}", deadline.not_after)


def next_reminder(case: Case, ledger: Ledger, now: datetime) -> datetime | None:
    """When the next reminder would come if it were put off to the office morning after it.

    None where there is none to put off: once in a round, and never past the promised day, which does not move.
    """
    coming = [moment for moment in _reminders(case) if moment > now]
    if case.state != "requested" or not coming or put_off_until(case, ledger):
        return None
    day = ledger.office.add_open_days(ledger.office.day(coming[0]), 1)
    return ledger.office.opening(day) if day <= date.fromisoformat(case.body["promised_on"]) else None


def put_off_until(case: Case, ledger: Ledger) -> date | None:
    """The morning to which the supporter has put reminders of this round off, None for no."""
    marks = (record.body for record in ledger.records(case.id) if record.kind == SNOOZE)
    return next((date.fromisoformat(mark["until"]) for mark in marks if mark["round"] == case.body["round"]), None)


def snooze(case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """The supporter puts the next reminder off by an office morning; it ends by itself, the person's promise stands."""
    morning = next_reminder(case, ledger, now)
    if morning is None:
        return Refused("peer_support-snooze-late")
    turn = case.body["round"]
    mark = Record(SNOOZE, {"round": turn, "until": ledger.office.day(morning).isoformat()})
    instead = () if morning in _reminders(case) else (Deadline(case.id, SNOOZE, morning, period=str(turn)),)
    return Decision(act="snooze", records=(mark,), deadlines=instead, keeps_rev=True)


def on_snooze(case: Case, deadline: Deadline) -> Decision | None:
    """The reminder that was put off, where the round is still the same one."""
    if case.state != "requested" or deadline.period != str(case.body["round"]):
        return None
    return _nudge(case, f"{SNOOZE}:{deadline.period}", None)


def _reminders(case: Case) -> list[datetime]:
    return [datetime.fromisoformat(moment) for moment in case.body.get("reminders", ())]


def _nudge(case: Case, what: str, not_after: datetime | None) -> Decision:
    notice = Notice(
        case.handlers[0], NoticeClass.DUTY, case.id, once=f"{case.id}:{what}",
        due_on=date.fromisoformat(case.body["promised_on"]), not_after=not_after, while_in=("requested",),
    )  # fmt: skip
    return Decision(act="nudge", notices=(notice,))


PASSED = {
    ANSWER: Passed(Act.NOTIFY, "request", on_answer),
    SNOOZE: Passed(Act.NOTIFY, "request", lambda case, deadline, ledger, now: on_snooze(case, deadline)),
}
