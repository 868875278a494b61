"""Who presides over a case and who keeps its file, where the regular ones may not: an acting chair, another clerk."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from bot.errors import Refused
from bot.handlers.harassment.rules.circle import (
    chair,
    committee,
    involved,
    joined,
    responders,
    secretariat,
)
from bot.handlers.harassment.rules.moves import REFERRED
from bot.handlers.harassment.rules.notices import duty, news
from bot.rules.access import Act
from bot.rules.cases import Case, Deadline, Decision, Party, Purpose
from bot.rules.conflicts import conflicted, superiors_of
from bot.rules.ledger import Ledger
from bot.rules.passed import Passed
from bot.rules.people import FOR_ONE_CASE, GUEST_HATS, Appointment, Role, Scope, barred_with, holders, roles_of

DUE = "committee_due_on"
ACTING, VOTES, CLERK, CLERK_TERM = "acting_chair", "votes", "clerk", "clerk_term"
ELECTION = "election"


def in_charge(case: Case, ledger: Ledger, day: date) -> tuple[str, ...]:
    """Everybody who works on a referred case: the chair, the members, who keeps the file."""
    people = (chair(case, ledger, day), *committee(case, ledger, day), *secretariat(case, ledger, day))
    return tuple(dict.fromkeys(who for who in people if who))


def due_on(case: Case, day: date) -> date:
    """By when the committee's work is asked for: its last day, or today where that has passed."""
    return max(day, date.fromisoformat(case.body[DUE]))


# ---- the acting chair (Aki 9(8)) ----


def chair_sought(decision: Decision, case: Case, ledger: Ledger, now: datetime, *, turn: int = 0) -> Decision:
    """The decision, which also asks the members to elect an acting chair where nobody presides.

    `case` is the one after the decision, `turn` counts how often they were asked in vain. They have the policy's
    office days for it; how many take part blocks nothing.
    """
    office = ledger.office
    day = office.day(now)
    electors = committee(case, ledger, day)
    if chair(case, ledger, day) or not electors:
        return decision
    last = office.add_open_days(day, ledger.policy.harassment.election_office_days)
    closes = Deadline(case.id, ELECTION, office.opening(office.add_open_days(last, 1)), turn, str(case.rev))
    return replace(
        decision,
        cancels=(*decision.cancels, ELECTION),
        deadlines=(*decision.deadlines, closes),
        notices=(*decision.notices, *duty(case, electors, f"elect-{turn}", last, while_in=(REFERRED,))),
    )


def winner(votes: Mapping[str, str], electors: Sequence[str], *, closed: bool) -> str:
    """Whom the members have elected, "" while it is open.

    Plurality of the votes of those who may sit, for one of those who may sit. It is over once more than half
    of them are for one, once everybody has voted, or when the time is up (`closed`); of equals the lowest seat
    presides. `electors` stand in the order of their seats.
    """
    cast = [choice for who, choice in votes.items() if who in electors and choice in electors]
    if not cast:
        return ""
    counted = Counter(cast)
    first = max(electors, key=lambda who: counted[who])  # of equals the first, the lowest seat
    over = closed or len(cast) == len(electors) or counted[first] * 2 > len(electors)
    return first if over else ""


def elect(person: str, candidate: str, case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """A member votes, once; also for oneself, as the members elect from among themselves (Aki 9(8), K13)."""
    day = ledger.office.day(now)
    electors, votes = committee(case, ledger, day), case.identity.get(VOTES, {})
    if chair(case, ledger, day):
        return Refused("harassment-chair-there")
    if person not in electors:
        return Refused("not-shown")
    if candidate not in electors:
        return Refused("field-not-available", "candidate")
    if votes.get(person) in electors:  # a vote for somebody who has left the committee may be cast anew
        return Refused("harassment-vote-cast")
    return _counted({**votes, person: candidate}, case, ledger, now, closed=False)


def on_election(case: Case, deadline: Deadline, ledger: Ledger, now: datetime) -> Decision | None:
    """The time is up: the votes that were cast decide; where there are none the members are asked again."""
    if case.state != REFERRED or chair(case, ledger, ledger.office.day(now)):
        return None
    decision = _counted(case.identity.get(VOTES, {}), case, ledger, now, closed=True)
    if VOTES not in (decision.identity or {}):
        return decision
    return chair_sought(Decision(act="nudge_committee"), case, ledger, now, turn=deadline.stage + 1)


def _counted(votes: Mapping[str, str], case: Case, ledger: Ledger, now: datetime, *, closed: bool) -> Decision:
    day = ledger.office.day(now)
    elected = winner(votes, committee(case, ledger, day), closed=closed)
    identity: dict[str, Any] = {**case.identity, VOTES: dict(votes)}
    if elected:
        del identity[VOTES]
        identity[ACTING] = elected
    decision = joined(Decision(act="elect", identity=identity), case, ledger, now, state=case.state)
    if not elected:
        return decision
    others = [who for who in in_charge(case, ledger, day) if who != elected]
    told = (
        *duty(case, (elected,), "presides", due_on(case, day), while_in=(REFERRED,)),
        *news(case, others, "elected", while_in=(REFERRED,)),
    )
    return replace(decision, cancels=(*decision.cancels, ELECTION), notices=(*decision.notices, *told))


# ---- another clerk (K6) ----


def clerks(case: Case, ledger: Ledger, day: date) -> tuple[str, ...]:
    """Whom the (acting) chair may name in the section's place: nobody of it, nobody under somebody who is kept out."""
    people, in_force = ledger.people(), ledger.appointments(day)
    around = replace(involved(case, Role.SECRETARIAT, ledger, day), named_clerks=frozenset(people))
    busy = {*around.section, *committee(case, ledger, day), *responders(case), *holders(in_force, GUEST_HATS, day)}
    return tuple(
        who
        for who, row in people.items()
        if not row.left
        and who not in busy
        and not conflicted(who, Role.SECRETARIAT, around)
        and not around.excluded & set(superiors_of(who, people))
        and not barred_with(Role.SECRETARIAT, roles_of(in_force, who, day), Scope.ALWAYS)
    )


def name_clerk(clerk: str, term: str, by: str, case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """Who keeps the file in the section's place, from today until the case leaves the committee (K6).

    `term` is the id of the appointment that is written. Refused while somebody of the section keeps the file.
    """
    day, named = ledger.office.day(now), ledger.person(clerk)
    if secretariat(case, ledger, day):
        return Refused("harassment-clerk-there")
    if named is None or clerk not in clerks(case, ledger, day):
        return Refused("field-not-available", "clerk")
    made = Appointment(
        term, clerk, Role.SECRETARIAT, day, None, unit=named.unit, room=named.room, basis=FOR_ONE_CASE, entered_by=by
    )
    before = [a for a in ledger.appointments(day) if a.id == case.identity.get(CLERK_TERM)]
    decision = Decision(
        act="name_clerk",
        identity={**case.identity, CLERK: clerk, CLERK_TERM: term},
        appointments=(made, *(replace(a, released_on=day) for a in before)),
        notices=duty(case, (clerk,), "clerk", due_on(case, day)),
    )
    return _with_hands(clerk, joined(decision, case, ledger, now, state=case.state), case)


def _with_hands(clerk: str, decision: Decision, case: Case) -> Decision:
    """The roster does not know of the appointment before it is written, so the clerk's part is added here.

    Whoever keeps the file of another case as well is known to it already, and has the part.
    """
    identity, mine = decision.identity or {}, Party(clerk, Purpose.HANDLER)
    party = () if clerk in case.handlers or mine in decision.parties else (mine,)
    kept = tuple(one for one in decision.drops_parties if one.person != clerk)
    hands = [*(who for who in identity["handlers"] if who != clerk), clerk]
    return replace(
        decision, identity={**identity, "handlers": hands}, parties=(*decision.parties, *party), drops_parties=kept
    )


# ---- somebody of the committee has left the case ----


def filled_again(decision: Decision, before: Case, after: Case, ledger: Ledger, now: datetime) -> Decision:
    """The decision, which also asks for an acting chair and another clerk where it has left the committee without."""
    day = ledger.office.day(now)
    if secretariat(before, ledger, day) and not secretariat(after, ledger, day):
        asked = duty(after, (chair(after, ledger, day),), "name-clerk", due_on(after, day))
        decision = replace(decision, notices=(*decision.notices, *asked))
    lost = after.state == REFERRED and chair(before, ledger, day) != chair(after, ledger, day)
    return chair_sought(decision, after, ledger, now) if lost else decision


PASSED = {ELECTION: Passed(Act.CHANGE, "consultation", on_election)}
