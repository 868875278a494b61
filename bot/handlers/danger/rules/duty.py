"""Who is on duty for a call, in which order they are paged, and who may look at it afterwards (Yam 10(4)(2), G5)."""

from datetime import date

from bot.rules.cases import Case, Purpose
from bot.rules.conflicts import kept_from, superiors_of
from bot.rules.ledger import Ledger
from bot.rules.people import Role, holders

ON_DUTY = (Role.COORDINATOR, Role.WELFARE_HEAD, Role.AFFAIRS_HEAD, Role.IMPLEMENTER)
"""The offices that a policy may put on its list; only these are shown who it is."""

REVIEWERS = (Role.WELFARE_HEAD, Role.COORDINATOR, Role.AUDITOR)
"""Who looks at a use afterwards, the first of them who had no part in it (G5)."""


SHIELDED = "harassment"
"""The flow whose people say who must never learn of it (Aki 11)."""


def on_duty(about: str, raisers: tuple[str, ...], ledger: Ledger, day: date) -> tuple[str, ...]:
    """Whom a call about somebody reaches that day, in the policy's order of offices.

    Neither the person nor who called for them. Who has told of an absence comes late, and a superior of the person
    last of all: Yam 10(4)(1) keeps superiors out, but where nobody else answers, a superior is safer than nobody.
    Nobody is reached whom the person keeps out of a consultation: it may be about them.
    """
    in_force, people = ledger.appointments(day), ledger.people()
    listed = dict.fromkeys(
        who for role in ledger.policy.danger.on_call for who in holders(in_force, (Role(role),), day)
    )
    gone = {row.id for row in people.values() if row.left}
    away = {a.person for a in in_force if a.away_until and day <= a.away_until}
    above = superiors_of(about, people)
    reached = [who for who in listed if who not in {about, *raisers, *gone, *kept_out(about, ledger)}]
    return tuple(sorted(reached, key=lambda who: (who in above, who in away)))


def kept_out(about: str, ledger: Ledger) -> frozenset[str]:
    """Whom somebody wants to keep from knowing, in a consultation that is open now."""
    cases = ledger.open_cases(about, Purpose.REQUESTER, SHIELDED) if about else ()
    return frozenset(who for case in cases for who in kept_from(case))


def involved(case: Case) -> frozenset[str]:
    """Who had a part in a call: whom it is about, who called, who took it on."""
    return frozenset((case.requester, *case.identity.get("raisers", ()), *case.handlers)) - {""}


def reviewers(case: Case, ledger: Ledger, day: date) -> tuple[str, ...]:
    """Who may review a use, in order: never somebody who had a part in it (G5), nor whom the person keeps out."""
    in_force, out = ledger.appointments(day), involved(case) | kept_out(case.requester, ledger)
    found = dict.fromkeys(who for role in REVIEWERS for who in holders(in_force, (role,), day))
    return tuple(who for who in found if who not in out)
