"""What the committee does with a case: its sittings, its 60 days, an extension with both notices, the proposal."""

from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, timedelta

from bot.errors import Refused
from bot.handlers.harassment.rules.chair import DUE, ELECTION, in_charge
from bot.handlers.harassment.rules.circle import chair, committee, joined, keepers, responders, secretariat
from bot.handlers.harassment.rules.clocks import COMMITTEE, MEASURES, last_day, with_clock
from bot.handlers.harassment.rules.committee import OVERDUE, overdue_from
from bot.handlers.harassment.rules.moves import PROPOSED, REFERRED
from bot.handlers.harassment.rules.notices import duty, news
from bot.rules.access import Act
from bot.rules.cases import Case, Deadline, Decision, Record
from bot.rules.ledger import Ledger
from bot.rules.passed import Passed

SITTING, PROPOSAL = "sitting", "proposal"
MEASURES_LATE = "measures_late_on"  # in the body while the mayor's decision is late: since when
TOLD = "committee_notice"
"""In the body: what the committee lets the person and the responders read of its proposal (Aki 9(2))."""


@dataclass(frozen=True)
class Sitting:
    """One sitting: its day, the members who were there, who else was heard (Aki 9(5)), and what was said."""

    held_on: date
    attended: tuple[str, ...]
    heard: str
    minutes: str


def sit(sitting: Sitting, case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """Writes a sitting into the committee's file; how many were there blocks nothing."""
    day = ledger.office.day(now)
    if sitting.held_on > day:
        return Refused("harassment-sit-later", "held_on")
    if not sitting.attended or not set(sitting.attended) <= set(committee(case, ledger, day)):
        return Refused("harassment-sit-nobody", "attended")
    kept = asdict(sitting) | {"held_on": sitting.held_on.isoformat(), "attended": list(sitting.attended)}
    return Decision(act="sit", records=(Record(SITTING, kept),))


def extend(reason: str, until: date, case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """More time, with its reason; the person and both responders hear of it at once (Aki 9(3))."""
    day = ledger.office.day(now)
    if not reason:
        return Refused("harassment-extend-reason-needed", "reason")
    if until <= max(day, date.fromisoformat(case.body[DUE])):
        return Refused("harassment-extend-too-soon", "until")
    extended = {"on": day.isoformat(), "until": until.isoformat(), "reason": reason}
    decision = Decision(
        act="extend",
        body={**case.body, DUE: until.isoformat(), "extended": extended},
        cancels=(OVERDUE,),
        deadlines=(overdue_from(case, until, ledger),),
        notices=news(case, (case.requester, *responders(case)), "extended", while_in=(REFERRED,)),
    )
    return with_clock(decision, case, COMMITTEE, ledger, now, until=until)


def propose(text: str, told: str, case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """The proposal to the mayor; the person and both responders hear that it was made (Aki 9(2)).

    `told` is what those three may read of it, "" for the fact alone.
    """
    day = ledger.office.day(now)
    if not text:
        return Refused("harassment-propose-text-needed", "text")
    decision = Decision(
        act="propose",
        body={key: value for key, value in case.body.items() if key != MEASURES_LATE}
        | {"proposed_on": day.isoformat(), TOLD: told},
        records=(Record(PROPOSAL, {"on": day.isoformat(), "text": text}),),
        cancels=(COMMITTEE, OVERDUE, ELECTION),
        notices=(
            *news(case, (case.requester, *responders(case)), "proposed"),
            *duty(case, keepers(case, ledger, day), "measures", last_day(MEASURES, ledger, now), while_in=(PROPOSED,)),
        ),
    )
    return joined(with_clock(decision, case, MEASURES, ledger, now), case, ledger, now, state=PROPOSED)


def on_committee(case: Case, deadline: Deadline, ledger: Ledger, now: datetime) -> Decision | None:
    """The days of Aki 9(3) are running out: the chair and the secretariat hear it, without a chair the members."""
    until = date.fromisoformat(case.body[DUE]) if case.state == REFERRED else None
    if until is None or ledger.office.day(now) > until:  # after a standstill: `on_overdue` speaks
        return None
    return _nudged(f"committee-{deadline.period}-{deadline.stage}", until, case, ledger, now)


def on_overdue(case: Case, deadline: Deadline, ledger: Ledger, now: datetime) -> Decision | None:
    """The limit has passed without a proposal or an extension: daily for who owes it, once for the person (G13)."""
    if case.state != REFERRED or deadline.period != case.body[DUE]:
        return None
    office, day = ledger.office, ledger.office.day(now)
    every = timedelta(days=ledger.policy.clocks[COMMITTEE].overdue_days or 1)
    again = office.opening(office.on_or_after(day + every))
    told = news(case, (case.requester,), "overdue", while_in=(REFERRED,)) if deadline.stage == 0 else ()
    decision = _nudged(f"overdue-{deadline.period}-{deadline.stage}", day, case, ledger, now)
    later = Deadline(case.id, OVERDUE, again, deadline.stage + 1, deadline.period)
    return replace(decision, deadlines=(*decision.deadlines, later), notices=(*told, *decision.notices))


def _nudged(what: str, by: date, case: Case, ledger: Ledger, now: datetime) -> Decision:
    day = ledger.office.day(now)
    head = chair(case, ledger, day)
    owing = (head, *secretariat(case, ledger, day)) if head else in_charge(case, ledger, day)
    return Decision(act="nudge_committee", notices=duty(case, owing, what, by, while_in=(REFERRED,)))


PASSED = {
    COMMITTEE: Passed(Act.NOTIFY, "committee_file", on_committee),
    OVERDUE: Passed(Act.NOTIFY, "committee_file", on_overdue),
}
