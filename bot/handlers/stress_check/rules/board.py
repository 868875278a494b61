"""How it stands with the year's round and with what follows it; of single checks and interviews at most "late".

What an insider could learn from a day's change is left out: uptake is told in whole tens of percent (Aku 19(1)).
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime

from bot.handlers.stress_check.rules import interview, opinion
from bot.handlers.stress_check.rules.figures import totals
from bot.handlers.stress_check.rules.moves import (
    ANALYSIS,
    CLOSING,
    FLOW,
    HELD,
    INTERVIEW,
    MOVES,
    OPEN,
    OVER,
    PREPARED,
    REVIEWING,
    TO_BE_HELD,
    TOLD,
)
from bot.handlers.stress_check.rules.planning import days_of, last_of
from bot.handlers.stress_check.rules.rounds import round_of
from bot.rules.cases import Case
from bot.rules.disclosure import disclose, threshold
from bot.rules.duties import Dated, Duty, State
from bot.rules.ledger import Ledger
from bot.rules.office import FISCAL_MONTH
from bot.rules.people import Role
from bot.rules.retention import disposal_days, ended_by, is_held

PLANS = (Role.PLANNER,)
CALLING = (Role.PLANNER, Role.CLERK)
REVIEWS = (Role.IMPLEMENTER,)
ARRANGES = (Role.CLERK, Role.JOINT_CLERK, Role.IMPLEMENTER, Role.AFFAIRS_STAFF)
OPINES = (Role.PHYSICIAN, Role.CLERK, Role.JOINT_CLERK)
ANALYSES = (Role.JOINT_CLERK, Role.IMPLEMENTER)

KEEPING = (  # a class of the policy, its article, who hands it back or has it destroyed
    ("stress_joint_clerk", "Aku 17(1)", (Role.JOINT_CLERK,)),
    ("stress_affairs", "Aku 17(3)", (Role.AFFAIRS_STAFF,)),
)
ROUND_STATES = {  # of this year's round: its sentence, how it stands
    PREPARED: ("stress-board-round-prepared", State.OPEN),
    OPEN: ("stress-board-round-open", State.OPEN),
    CLOSING: ("stress-board-round-held", State.MET),
    REVIEWING: ("stress-board-round-held", State.MET),
    TOLD: ("stress-board-round-held", State.MET),
    OVER: ("stress-board-round-held", State.MET),
}
REVIEW_STATES = {  # the same of the implementer's look at the results
    CLOSING: ("stress-board-review-waits", State.OPEN),
    REVIEWING: ("stress-board-review-waits", State.OPEN),
    TOLD: ("stress-board-review-done", State.MET),
    OVER: ("stress-board-review-done", State.MET),
}
NOT_YET = ("stress-board-not-yet", State.NOTHING_DUE)
TEN = 10


def duties(ledger: Ledger, now: datetime, kept: Mapping[str, str]) -> tuple[Duty, ...]:
    """How it stands today; `kept` says to which class of retention each kind of case belongs."""
    today = ledger.office.day(now)
    latest = _latest(ledger, today)
    return (
        _round(ledger, today),
        _uptake(latest, ledger),
        *_reviewed(latest),
        *_single_matters(ledger, today),
        _analysed(latest, ledger),
        *_keeping(ledger, today, kept),
        _form(ledger),
    )


def dates(ledger: Ledger, first: date, last: date) -> tuple[Dated, ...]:
    """The rounds that are planned, the months in which one is to be planned, and the day of each year's disposal."""
    gone = (
        Dated(day, f"stress-date-{name}", article, roles)
        for name, article, roles in KEEPING
        for day in disposal_days(ledger.policy.retention[name], first, last)
    )
    planned = [one for year in range(first.year, last.year + 1) for one in _of_year(year, ledger)]
    return (*(one for one in planned if first <= one.day <= last), *gone)


def _latest(ledger: Ledger, today: date) -> Case | None:
    """The newest round that has begun: what follows one goes on in the next year."""
    found = (round_of(str(year), ledger) for year in (today.year, today.year - 1))
    return next((case for case in found if case and case.state != PREPARED and days_of(case)[0] <= today), None)


def _round(ledger: Ledger, today: date) -> Duty:
    """One a year, in the months of the rule within this fiscal year (Aku 6); it leads in these months until held."""
    months = ledger.policy.stress_check.window
    year = ledger.office.fiscal_year(today) + (months[0] < FISCAL_MONTH)
    first, ends = date(year, months[0], 1), last_of(date(year, months[1], 1))
    case, in_window = round_of(str(year), ledger), first <= today <= ends
    if case is None:
        state = State.OPEN if in_window else State.LATE if today > ends else State.NOTHING_DUE
        due_on = ends if in_window else None
        return Duty("Aku 6", "stress-board-round-none", state, PLANS, due_on=due_on, leads=today >= first)
    key, state = ROUND_STATES[case.state]
    opens_on, closes_on = days_of(case)
    day = {PREPARED: opens_on, OPEN: closes_on}.get(case.state)
    return Duty("Aku 6", key, state, PLANS, due_on=day, leads=in_window and state is not State.MET)


def _uptake(case: Case | None, ledger: Ledger) -> Duty:
    """How many of ten have taken it, while the round is open; hidden where it could tell of one person."""
    found = totals(case, ledger) if case and case.state == OPEN else None
    if found is None:
        return Duty("Aku 7(4)", "stress-board-uptake-none", State.NOTHING_DUE, CALLING)
    taken = found.taken + found.on_paper
    k = threshold(ledger.policy.minimum_cell, ledger.policy.known_to_reader)
    shown = disclose({"taken": taken, "not_yet": found.not_yet}, k)
    if not shown.cells or None in shown.cells.values():
        return Duty("Aku 7(4)", "stress-board-uptake-hidden", State.OPEN, CALLING, leads=True)
    percent = TEN * taken // found.examinees * TEN
    return Duty("Aku 7(4)", "stress-board-uptake", State.OPEN, CALLING, {"percent": percent}, leads=True)


def _reviewed(case: Case | None) -> Iterator[Duty]:
    """Whether results wait for the implementer's look and order; how many, is told on the implementer's own screen."""
    key, state = REVIEW_STATES.get(case.state, NOT_YET) if case else NOT_YET
    for article in ("Aku 9", "Aku 10"):
        yield Duty(article, key, state, REVIEWS, reserved=True)


def _single_matters(ledger: Ledger, today: date) -> Iterator[Duty]:
    """Late or not, for those alone who arrange interviews or write opinions: not even how many there are."""
    periods = (str(today.year), str(today.year - 1))
    waiting = [one for state in TO_BE_HELD for one in _in_state(state, periods, ledger)]
    late = any(interview.last_day(one) < today for one in waiting)
    yield _late_or_met("Aku 12(1)", "interviews", ARRANGES, late=late)
    late = any(opinion.last_day(one) < today for one in _in_state(HELD, periods, ledger))
    yield _late_or_met("Aku 13", "opinions", OPINES, late=late)


def _in_state(state: str, periods: tuple[str, ...], ledger: Ledger) -> Iterator[Case]:
    return (case for period in periods for case in ledger.listed(FLOW, INTERVIEW.kind, period, state))


def _late_or_met(article: str, what: str, holders: tuple[Role, ...], *, late: bool) -> Duty:
    state = State.LATE if late else State.MET
    return Duty(article, f"stress-board-{what}-{state.value}", state, holders, reserved=True)


def _analysed(case: Case | None, ledger: Ledger) -> Duty:
    """Whether the city has been given the figures of the groups (Aku 16(1))."""
    if case is None or case.state not in (TOLD, OVER):
        return Duty("Aku 16(1)", NOT_YET[0], NOT_YET[1], ANALYSES)
    given = bool(ledger.tally(FLOW, ANALYSIS.kind, case.period))
    key = "stress-board-analysis-given" if given else "stress-board-analysis-waits"
    return Duty("Aku 16(1)", key, State.MET if given else State.OPEN, ANALYSES)


def _keeping(ledger: Ledger, today: date, kept: Mapping[str, str]) -> Iterator[Duty]:
    """Whether the years are decided; what has been kept long enough, for those alone who keep it (Aku 17)."""
    for name, article, roles in KEEPING:
        rule = ledger.policy.retention[name]
        year = ended_by(rule, today, ledger.office)
        if year is None:
            yield Duty(article, "stress-board-undecided", State.OPEN, roles)
            continue
        yield Duty(article, "stress-board-kept", State.MET, roles, {"years": rule.years})
        kinds = [kind for kind, of in kept.items() if of == name]
        n = sum(ledger.kept_long_enough(FLOW, kind, MOVES[kind].final(), today, year) for kind in kinds)
        state = State.OPEN if n and not is_held(rule, today) else State.NOTHING_DUE
        yield Duty(article, "stress-board-long-enough", state, roles, {"n": n}, reserved=True)


def _form(ledger: Ledger) -> Duty:
    """Answering here instead of on paper needs a decision (Aku 21, S1)."""
    decided = bool(ledger.policy.stress_check.electronic_form_decision.strip())
    key = "stress-board-form-decided" if decided else "stress-board-form-undecided"
    return Duty("Aku 21", key, State.MET if decided else State.OPEN, PLANS)


def _of_year(year: int, ledger: Ledger) -> Iterator[Dated]:
    """The first and the last day of a year's round; before it is planned, when to plan it."""
    case = round_of(str(year), ledger)
    if case is None:
        month = ledger.policy.stress_check.window[0]
        yield Dated(ledger.office.on_or_after(date(year, month, 1)), "stress-date-plan", "Aku 6", PLANS)
        return
    opens_on, closes_on = days_of(case)
    yield Dated(opens_on, "stress-date-opens", "Aku 6")
    yield Dated(closes_on, "stress-date-closes", "Aku 6")
