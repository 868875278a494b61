"""A request that nobody has made, for a supporter to practise with: nobody is told and nothing is counted (P11)."""

from datetime import date, datetime, timedelta

from bot.errors import Refused
from bot.handlers.peer_support.rules.moves import FLOW
from bot.rules.access import Act
from bot.rules.cases import Case, Deadline, Decision, Opening, Party, Purpose
from bot.rules.deadlines import stages
from bot.rules.ledger import Ledger
from bot.rules.office import DAY
from bot.rules.passed import Passed

PRACTICE, VANISH = "practice", "practice_over"


def open_one(supporter: str, ledger: Ledger) -> Case | None:
    """The practice case that this supporter has open, if any."""
    mine = ledger.open_cases(supporter, Purpose.HANDLER, FLOW)
    return next((case for case in mine if case.kind == PRACTICE and supporter in case.handlers), None)


def practise(supporter: str, case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """A supporter begins one, at any time; one at a time is enough.

    It promises the day that a request of this moment would promise. No notice leaves, for there is nobody to tell.
    """
    if open_one(supporter, ledger):
        return Refused("peer_support-practice-open")
    office = ledger.office
    planned = stages(ledger.policy.clocks["request_answer"], now, office)
    promise = office.on_or_before(office.day(planned[-1].at) - DAY)
    last = office.day(now) + timedelta(days=ledger.policy.peer_support.practice_days)
    return Decision(
        act="practise",
        opens=Opening(PRACTICE),
        body={"promised_on": promise.isoformat(), "vanishes_on": last.isoformat()},
        identity={"handlers": [supporter]},
        parties=(Party(supporter, Purpose.HANDLER),),
        deadlines=(Deadline(case.id, VANISH, office.start_of(last)),),
    )


def accept() -> Decision:
    """Taking it on, as one would a request (Yam 10(1))."""
    return Decision(act="accept")


def over(act: str) -> Decision:
    """Stepping aside from it, ending it or letting its days run out: nothing of it is left."""
    return Decision(act=act, ends_route=True)


def vanishes_on(case: Case) -> date:
    """The day on which it goes by itself."""
    return date.fromisoformat(case.body["vanishes_on"])


PASSED = {VANISH: Passed(Act.DISPOSE, PRACTICE, lambda case, deadline, ledger, now: over("vanish"))}
