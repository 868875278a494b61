"""The examinee's part: page by page, on any day of the round, sent when it is whole; reminded or not (Aku 7, 19(1))."""

from datetime import date, datetime

from bot.errors import Refused
from bot.handlers.stress_check.rules.moves import INVITED, OPEN
from bot.handlers.stress_check.rules.rounds import Asked, check_id, duties, news, round_of, rounds
from bot.handlers.stress_check.rules.sheets import Part, open_items, scored, with_part
from bot.rules.access import Act
from bot.rules.cases import Case, Deadline, Decision
from bot.rules.deadlines import stages
from bot.rules.ledger import Ledger
from bot.rules.passed import Passed
from bot.rules.people import Role

TAKING, CLOCK = "taking", "stress_taking"
QUIET, PAPER = "quiet", "paper"
PAPER_DAYS = 3
"""So many office days the clerk has to bring the form (*)."""


def reminders(subject: str, closes_on: date, ledger: Ledger, now: datetime) -> tuple[Deadline, ...]:
    """When somebody who is invited now is reminded, at the policy's stages and never after them (Aku 7(4))."""
    rule = ledger.policy.clocks[CLOCK]
    planned = stages(rule, now, ledger.office, ends_on=closes_on)
    return tuple(Deadline(subject, TAKING, one.at, one.number, not_after=one.not_after) for one in planned)


def save_page(part: Part, case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """What is chosen on a page is kept; what is not chosen there takes nothing away (Aku 7(1))."""
    found = _taken_part_in(case, ledger)
    if isinstance(found, Refused):
        return found
    return Decision(act="save_page", body=with_part(case.body, part, found.body["added"]))


def stop_reminding(case: Case, ledger: Ledger, now: datetime) -> Decision:
    """No more reminders: no reason is asked, nobody else sees it (Aku 7(2), 19(1))."""
    return Decision(act="stop_reminding", body={**case.body, QUIET: True})


def ask_paper(case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """Rather on paper: the clerk brings a form with its envelope (Aku 7(1), S3)."""
    found = _taken_part_in(case, ledger)
    if isinstance(found, Refused):
        return found
    until = ledger.office.add_open_days(ledger.office.day(now), PAPER_DAYS)
    asked = Asked("taken_list", f"paper:{case.id}", until, (OPEN,))
    told = () if case.body.get(PAPER) else duties(asked, (Role.CLERK,), found, ledger, now)
    return Decision(act="ask_paper", body={**case.body, PAPER: True}, notices=told)


def submit(case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """Sent: scored by the method that was fixed for the round, and changed no more (Aku 7(3), 8)."""
    found = _taken_part_in(case, ledger)
    if isinstance(found, Refused):
        return found
    if open_items(case.body, found.body["added"]):
        return Refused("stress-taking-open-items")
    kept = {key: value for key, value in case.body.items() if key not in (QUIET, PAPER)}
    taken = {**kept, **scored(kept, found.body["method"]), "taken_on": ledger.office.day(now).isoformat()}
    return Decision(act="submit", body=taken, cancels=(TAKING,))


def own_check(person: str, ledger: Ledger, now: datetime) -> str:
    """The id that somebody's check of the newest round has, whether or not there is one."""
    newest = next(iter(rounds(ledger, now)), None)
    return check_id(person, newest.period if newest else str(ledger.office.day(now).year), ledger)


def on_taking(case: Case, deadline: Deadline, ledger: Ledger, now: datetime) -> Decision | None:
    """A reminder, to who has not answered and still wants to be reminded; never to anybody else (Aku 7(4))."""
    if case.state != INVITED or case.body.get(QUIET):
        return None
    return Decision(act="remind", notices=news(case, f"taking-{deadline.stage}", while_in=(INVITED,)))


def _taken_part_in(case: Case, ledger: Ledger) -> Case | Refused:
    """The round of a check, while answers are taken; what a check's own state allows is the table's question."""
    found = round_of(case.period, ledger)
    if found is None or found.state != OPEN:
        return Refused("stress-taking-over")
    return found


PASSED = {TAKING: Passed(Act.NOTIFY, "taken", on_taking)}
TOLD = {
    "case": ((Role.EMPLOYEE,), "taken"),  # whatever a check has to say stands behind one and the same door
    "taken_list": ((Role.CLERK,), "taken"),
}
