"""Opens a consultation: for the person where it stands, for everybody else what their part in it is."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from bot.casework import Casework, Door
from bot.errors import Refused
from bot.handlers.blocks import Block, View
from bot.handlers.flow import Action, Answer, Click, Field, Show
from bot.handlers.harassment.rules.circle import hats_in
from bot.handlers.harassment.rules.moves import FLOW
from bot.handlers.harassment.rules.notices import ALL_HATS
from bot.handlers.harassment.views import agreement as agreements
from bot.handlers.harassment.views import arranging as arrangements
from bot.handlers.harassment.views import case as views
from bot.handlers.harassment.views import committee as committees
from bot.handlers.harassment.views import ending as endings
from bot.handlers.harassment.views import entry as entries
from bot.handlers.harassment.views import head as heads
from bot.handlers.harassment.views import measures
from bot.handlers.harassment.views import report as reports
from bot.handlers.harassment.views import stopping as stops
from bot.rules.access import Act
from bot.rules.cases import Case
from bot.rules.ledger import Ledger
from bot.rules.people import Role

KIND = "consultation"
ASKING = (Role.EMPLOYEE,)

Part = Callable[[Click, Case, Ledger], Sequence[Block]]
# Who works on a referred case does so whatever other hat they wear in it (Aki 9, 12).
WORKING: tuple[Part, ...] = (committees.committee_part, measures.measures_part)
# What the acts add to the first screen of each hat, in this order.
PARTS: Mapping[Role, tuple[Part, ...]] = {
    Role.EMPLOYEE: (
        entries.draft_part,
        entries.door_part,
        stops.stopped_part,
        arrangements.own_part,
        reports.own_part,
        agreements.own_part,
        heads.own_part,
        committees.own_part,
        endings.choices,
    ),
    Role.DESK_OFFICER: (arrangements.handled_part, *WORKING),
    Role.COUNSELLOR: (
        arrangements.handled_part,
        reports.responder_part,
        heads.responders_part,
        committees.responders_part,
    ),
    **dict.fromkeys(
        (Role.AFFAIRS_HEAD, Role.AFFAIRS_DEPUTY),
        (arrangements.head_part, heads.head_part, committees.head_part, *WORKING),
    ),
    **dict.fromkeys((Role.COMMITTEE_MEMBER, Role.CHAIR, Role.SECRETARIAT), WORKING),
}


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
    """The hat under which somebody has a part in a case: the person first, then the first one they are sworn in for."""
    if person == case.requester:
        return Role.EMPLOYEE
    sworn = {held.role for held in ledger.appointments_of(person) if held.sworn_on}
    return next((hat for hat in hats_in(person, case, ledger, click.now) if hat in sworn), None)


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
