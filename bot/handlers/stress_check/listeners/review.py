"""The implementer's clicks: the list, one person after the other, and the order that opens all results (Aku 9, 10)."""

from functools import partial

from bot.casework import Casework, Door
from bot.errors import Refused
from bot.handlers.blocks import View
from bot.handlers.flow import Action, Answer, Click, Field, Show
from bot.handlers.stress_check.rules import review as rules
from bot.handlers.stress_check.rules.moves import CHECK, FLOW, ROUND
from bot.handlers.stress_check.rules.rounds import round_id, round_of
from bot.handlers.stress_check.views import review as views
from bot.rules.access import Act
from bot.rules.cases import Case
from bot.rules.ledger import Ledger
from bot.rules.people import Role

IMPLEMENTER = (Role.IMPLEMENTER,)


async def review(click: Click, casework: Casework) -> Answer:
    """Home, the notice and every page lead here: how far it has come."""
    round_, _, page = click.row.partition(".")
    return Show(await _overview(click, casework, round_, int(page or 0)))


async def review_one(click: Click, casework: Casework) -> Answer:
    """One person's profile, each a reading of its own."""
    return Show(await _entry(click, casework, click.row))


async def advise(click: Click, casework: Casework) -> Answer:
    """The interview is advised to this person."""
    return await _decided(click, casework, advised=True)


async def spare(click: Click, casework: Casework) -> Answer:
    """It is not."""
    return await _decided(click, casework, advised=False)


async def order(click: Click, casework: Casework) -> Answer:
    """All results are opened, at one instant."""
    door = Door(FLOW, ROUND.kind, IMPLEMENTER, Act.NOTIFY, "result", click.row)
    await casework.act(click, door, rules.open_results)
    return Show(views.ordered(click), refreshes_home=True)


async def _decided(click: Click, casework: Casework, *, advised: bool) -> Answer:
    """Written into the round; then whoever is still to be looked at, or that all are done."""
    round_ = await casework.look(partial(_round_id, click.row))
    door = Door(FLOW, ROUND.kind, IMPLEMENTER, Act.CREATE, "interview_eligible", round_)
    done = await casework.act(click, door, partial(rules.decide, click.row, advised))
    left = rules.undecided(done.case)
    return Show(await (_entry(click, casework, left[0]) if left else _overview(click, casework, round_, 0)))


async def _overview(click: Click, casework: Casework, round_: str, page: int) -> View:
    def show(case: Case, ledger: Ledger) -> View:
        return views.overview(click, case, page, ledger)

    door = Door(FLOW, ROUND.kind, IMPLEMENTER, Act.READ, "interview_eligible", round_)
    return await casework.read(click, door, show)


async def _entry(click: Click, casework: Casework, check: str) -> View:
    def show(case: Case, ledger: Ledger) -> View | Refused:
        round_ = round_of(case.period, ledger)
        if round_ is None or case.id not in rules.entries(round_):
            return Refused("not-shown")  # nobody looks at a result that needs no decision
        return views.entry(click, round_, case, ledger)

    return await casework.read(click, Door(FLOW, CHECK.kind, IMPLEMENTER, Act.READ, "result", check), show)


def _round_id(check: str, ledger: Ledger) -> str:
    found = ledger.case(check)
    return round_id(found.period, ledger) if found else check


ACTIONS: dict[str, Action] = {
    views.REVIEW: review,
    views.ENTRY: review_one,
    views.YES: advise,
    views.NO: spare,
    views.ORDER: order,
}
FORMS: dict[str, Action] = {}
FIELDS: tuple[Field, ...] = ()
