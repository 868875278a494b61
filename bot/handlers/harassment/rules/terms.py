"""What the end of a term or of an account does to a consultation; a renewed term runs on (Aki 7(4), 10)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.handlers.harassment.rules.ahead import TERM_END, term_ends
from bot.handlers.harassment.rules.aside import without
from bot.handlers.harassment.rules.chair import chair_sought
from bot.handlers.harassment.rules.circle import eligible, joined, takes_part
from bot.handlers.harassment.rules.doors import COUNSELLOR
from bot.handlers.harassment.rules.moves import HANDLED, REFERRED
from bot.handlers.harassment.rules.notices import news
from bot.rules.access import Act
from bot.rules.cases import Case, Deadline, Decision
from bot.rules.ledger import Ledger
from bot.rules.passed import Passed
from bot.rules.people import Role


def on_term_end(case: Case, ledger: Ledger, now: datetime) -> Decision | None:
    """A term is over or the roster has changed: who may have no part any more leaves, everybody else goes on.

    The head of today takes the place of the one before (K6), as the members of the new year do (Aki 10): who comes in
    is told, and an acting chair is sought where nobody presides. A renewed term only has its new end in sight.
    """
    if case.state not in HANDLED:
        return None
    gone = lost(case, ledger, now)
    if gone:
        return _with_newcomers(without(gone, case.identity, case, ledger, now), case, ledger, now)
    released = joined(Decision(act="release"), case, ledger, now, state=case.state)
    return _with_newcomers(released, case, ledger, now)


def _with_newcomers(decision: Decision, case: Case, ledger: Ledger, now: datetime) -> Decision:
    told = {notice.recipient for notice in decision.notices}
    joining = (party.person for party in decision.parties if party.person not in told)
    told_too = replace(decision, notices=(*decision.notices, *news(case, joining, "joined")))
    after = replace(case, identity=decision.identity or {})
    return chair_sought(told_too, after, ledger, now) if case.state == REFERRED else told_too


def lost(case: Case, ledger: Ledger, now: datetime) -> tuple[str, ...]:
    """Who has a part by name and may not have it any more."""
    identity, today = case.identity, ledger.office.day(now)
    counsellors = (*identity.get("asked", ()), *identity.get("responders", ()))
    if identity.get("door") == COUNSELLOR:
        counsellors = (*counsellors, identity.get("receiver", ""))
    able = {hat: eligible(hat, case, ledger, today) for hat in (Role.COUNSELLOR, Role.RESPONSE_NURSE)}
    gone = [who for who in counsellors if who not in able[Role.COUNSELLOR]]
    gone += [who for who in (identity.get("nurse", ""),) if who not in able[Role.RESPONSE_NURSE]]
    return tuple(dict.fromkeys(who for who in gone if who))


def on_roster(case: Case, ledger: Ledger, now: datetime) -> Sequence[Deadline]:
    """The roster has changed for somebody who deals with it: it is looked at at once, and after each term.

    The moment is the period, so that two changes of one day are two.
    """
    if case.kind != "consultation" or case.state not in HANDLED:
        return ()
    today = ledger.office.day(now)
    hands = takes_part(case, ledger, today)
    at_once = Deadline(case.id, TERM_END, now, period=f"{case.rev}@{now:%Y-%m-%dT%H:%M}")
    return (at_once, *term_ends(case, hands, ledger, today))


PASSED = {
    TERM_END: Passed(Act.CHANGE, "consultation", lambda case, deadline, ledger, now: on_term_end(case, ledger, now))
}
