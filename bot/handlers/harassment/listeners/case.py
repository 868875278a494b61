"""Opens a consultation: for the person where it stands, for everybody else what their part in it is."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from bot.casework import Casework, Door
from bot.errors import Refused
from bot.handlers.blocks import Block, View
from bot.handlers.flow import Action, Answer, Click, Field, Show
from bot.handlers.harassment.rules.circle import takes_part
from bot.handlers.harassment.rules.moves import FLOW
from bot.handlers.harassment.rules.notices import ALL_HATS
from bot.handlers.harassment.views import case as views
from bot.rules.access import Act
from bot.rules.cases import Case
from bot.rules.ledger import Ledger
from bot.rules.people import Role

KIND = "consultation"
ASKING = (Role.EMPLOYEE,)

Part = Callable[[Click, Case, Ledger], Sequence[Block]]
# What the acts add to the first screen of each hat, in this order.
PARTS: Mapping[Role, tuple[Part, ...]] = {}


async def open_case(click: Click, casework: Casework) -> Answer:
    """A notice or Home leads here."""
    return Show(await casework.read(click, door(ALL_HATS, Act.READ, "consultation", click), partial(screen, click)))


async def more(click: Click, casework: Casework) -> Answer:
    """The rest of what can be done, one screen further."""

    def show(case: Case, ledger: Ledger) -> View | Refused:
        hat = hat_of(click.who.person, case, ledger, click)
        return views.more(click, case, hat) if hat else Refused("not-shown")

    return Show(await casework.read(click, door(ALL_HATS, Act.READ, "consultation", click), show), on_top=True)


async def after(click: Click, casework: Casework, case_id: str) -> Answer:
    """The case as it stands after an act, for who did it."""
    opened = Door(FLOW, KIND, ALL_HATS, Act.READ, "consultation", case_id)
    return Show(await casework.read(click, opened, partial(screen, click)), refreshes_home=True)


def door(hats: Sequence[Role], act: Act, obj: str, click: Click | None = None) -> Door:
    """The consultation that a click is about, at the revision that was shown; without a click a new one."""
    token = click.token if click else None
    changes = act is not Act.READ
    return Door(FLOW, KIND, hats, act, obj, token.row if token else "", rev=token.rev if token and changes else 0)


def hat_of(person: str, case: Case, ledger: Ledger, click: Click) -> Role | None:
    """The hat under which somebody has a part in a case: the person first, then in the order of `takes_part`."""
    if person == case.requester:
        return Role.EMPLOYEE
    hands = takes_part(case, ledger, ledger.office.day(click.now))
    return next((hat for hat, people in hands.items() if person in people), None)


def screen(click: Click, case: Case, ledger: Ledger) -> View | Refused:
    """The first screen for whoever opens it."""
    hat = hat_of(click.who.person, case, ledger, click)
    if hat is None:
        return Refused("not-shown")
    parts = [block for part in PARTS.get(hat, ()) for block in part(click, case, ledger)]
    return views.screen(click, case, hat, parts)


ACTIONS: dict[str, Action] = {"harassment.case": open_case, "harassment.more": more}
FORMS: dict[str, Action] = {}
FIELDS: tuple[Field, ...] = ()
