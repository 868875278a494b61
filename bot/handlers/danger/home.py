"""Danger on Home: what waits for me, in words that a glance over the shoulder may see; the door is the help button."""

from datetime import date

from bot.handlers import blocks
from bot.handlers.blocks import Block
from bot.handlers.danger.rules.call import raisers_of
from bot.handlers.danger.rules.duty import ON_DUTY, REVIEWERS, reviewers
from bot.handlers.danger.rules.fact import RAISERS
from bot.handlers.danger.rules.moves import CALLING, CONFIRMED, FLOW, KIND, OPEN, UNANSWERED
from bot.handlers.flow import Click, Holding, Waiting
from bot.rules.cases import Case, Purpose
from bot.rules.ledger import Ledger
from bot.rules.people import Role

PAGE, REVIEW = "danger.page", "danger.review"


def waiting(click: Click, ledger: Ledger, hats: frozenset[Role]) -> Waiting:
    """Calls to take on or taken on, uses to review; one's own calls while somebody can still answer."""
    return Waiting([*_paged(click, ledger, hats), *_reviews(click, ledger, hats)], _own(click, ledger, hats))


def _paged(click: Click, ledger: Ledger, hats: frozenset[Role]) -> list[Block]:
    if not hats & set(ON_DUTY):
        return []
    me = click.who.person
    found = ledger.open_cases(me, Purpose.HANDLER, FLOW)
    return [
        *(_row(click, PAGE, case, "danger-waiting") for case in found if case.state == CALLING),
        *(_row(click, PAGE, case, "danger-taken") for case in found if case.state == CONFIRMED and me in case.handlers),
    ]


def _reviews(click: Click, ledger: Ledger, hats: frozenset[Role]) -> list[Block]:
    if not hats & set(REVIEWERS):
        return []
    day = ledger.office.day(click.now)
    over = [case for state in (CONFIRMED, UNANSWERED) for case in ledger.listed(FLOW, KIND, "", state)]
    mine = [c for c in over if "review" not in c.body and click.who.person in reviewers(c, ledger, day)[:1]]
    return [
        _row(click, REVIEW, case, "danger-to-review", day=date.fromisoformat(case.body["review_on"])) for case in mine
    ]


def _own(click: Click, ledger: Ledger, hats: frozenset[Role]) -> list[Block]:
    me = click.who.person
    own = ledger.open_cases(me, Purpose.REQUESTER, FLOW)
    raised = ledger.open_cases(me, Purpose.RAISER, FLOW) if hats & set(RAISERS) else ()
    return [
        *(_row(click, PAGE, case, "danger-mine") for case in own if case.state in OPEN and case.body["by_person"]),
        *(_row(click, PAGE, case, "danger-raised") for case in raised if case.state in OPEN and me in raisers_of(case)),
    ]


def _row(click: Click, action: str, case: Case, words: str, **values: object) -> Block:
    return blocks.actions(blocks.button(click.say(words, **values), action, click.token_for(action, row=case.id)))


def held(click: Click, ledger: Ledger) -> list[Holding]:
    """One's own calls; a call that somebody else has made for a person is theirs to speak of."""
    say = click.say
    own = [c for c in ledger.open_cases(click.who.person, Purpose.REQUESTER, FLOW) if c.body.get("by_person")]
    told = [
        Holding(
            say("danger-held"),
            [(say("danger-held-state"), say("danger-held-open" if case.state in OPEN else "danger-held-over"))],
            PAGE,
            case.id,
        )
        for case in own
    ]
    return told or [Holding(say("danger-held"))]
