"""Opens a request: for the person where it stands, for the supporter what is asked, with what each act adds to it."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from bot.casework import Casework, Door
from bot.errors import Refused
from bot.handlers.blocks import Block, View
from bot.handlers.flow import Action, Answer, Click, Field, Show
from bot.handlers.peer_support.rules.choice import HANDLED
from bot.handlers.peer_support.rules.consents import on_opening
from bot.handlers.peer_support.rules.moves import FLOW
from bot.handlers.peer_support.rules.own import looked
from bot.handlers.peer_support.rules.sight import NAME, sight
from bot.handlers.peer_support.views import away, choice, consent, referral
from bot.handlers.peer_support.views import case as views
from bot.handlers.peer_support.views import request as request_views
from bot.handlers.peer_support.views.contact import going_on, what_keeping_means
from bot.handlers.peer_support.views.talk import line_on_request
from bot.rules.access import Act
from bot.rules.cases import Case, Decision
from bot.rules.ledger import Ledger
from bot.rules.people import HANDLERS, Role

ASKING = (Role.EMPLOYEE,)
HANDLING = tuple(sorted(HANDLERS))

Part = Callable[[Click, Case, Ledger], Sequence[Block]]
# What the acts add to the person's screen and to the supporter's, in this order.
OWN_PARTS: tuple[Part, ...] = (
    choice.who_is_next,
    away.absence,
    consent.own_part,
    referral.own_part,
    going_on,
    line_on_request,
    what_keeping_means,
)
HANDLED_PARTS: tuple[Part, ...] = (consent.handled_part, going_on, line_on_request)

Mark = Callable[[str, Case, Ledger, datetime], Decision | None]
OPENING: tuple[Mark, ...] = (on_opening, looked)  # what opening a request leaves in it, by whoever opens it


async def open_case(click: Click, casework: Casework) -> Answer:
    """A notice or Home leads here: the person sees where it stands, the supporter what is asked."""
    opened = door((*ASKING, *HANDLING), Act.READ, click)
    marks = partial(_marks, click.who.person)
    return Show(await casework.read(click, opened, partial(screen, click), marks=marks))


async def more(click: Click, casework: Casework) -> Answer:
    """The rest of what can be done with a request, one screen further."""

    def show(case: Case, ledger: Ledger) -> View | Refused:
        own = case.requester == click.who.person
        return views.more(click, case, own=own) if own or case.state in HANDLED else Refused("not-shown")

    return Show(await casework.read(click, door((*ASKING, *HANDLING), Act.READ, click), show), on_top=True)


async def handled_case(click: Click, casework: Casework, show: Callable[[Case, Ledger], View]) -> Answer:
    """What the supporter opens from a request; after the end there is nothing to do, and nothing is shown any more."""

    def shown(case: Case, ledger: Ledger) -> View | Refused:
        return show(case, ledger) if case.state in HANDLED else Refused("not-shown")

    return Show(await casework.read(click, door(HANDLING, Act.READ, click), shown))


async def own_case(click: Click, casework: Casework, case_id: str) -> Answer:
    """The person's case as it stands after an act of theirs."""
    own = Door(FLOW, "request", ASKING, Act.READ, "request", case_id)
    return Show(await casework.read(click, own, partial(screen, click)), refreshes_home=True)


def door(hats: tuple[Role, ...], act: Act, click: Click | None = None, obj: str = "request") -> Door:
    """The request that a click is about, at the revision that was shown; without a click a new one."""
    token = click.token if click else None
    changes = act is not Act.READ
    case_id = request_views.case_in(token.row) if token else ""
    return Door(FLOW, "request", hats, act, obj, case_id, rev=token.rev if token and changes else 0)


def _marks(viewer: str, case: Case, ledger: Ledger, now: datetime) -> Decision | None:
    """Everything that this opening leaves, together; it is no news to anybody's screen."""
    if case.state not in HANDLED:
        return None
    found = [made for rule in OPENING if (made := rule(viewer, case, ledger, now)) is not None]
    records = tuple(record for made in found for record in made.records)
    consents = tuple(line for made in found for line in made.consents)
    return Decision(act="look", records=records, consents=consents, keeps_rev=True) if found else None


def screen(click: Click, case: Case, ledger: Ledger) -> View | Refused:
    """The screen of a request for whoever opens it."""
    own = case.requester == click.who.person
    if not own and case.state not in HANDLED:
        return Refused("not-shown")
    parts = [block for part in (OWN_PARTS if own else HANDLED_PARTS) for block in part(click, case, ledger)]
    return (
        views.own_case(click, case, _shown_to_person(click, case, ledger), parts)
        if own
        else views.handled_case(
            click, case, _shown_to_supporter(click, case, ledger), parts, below=away.reminder(click, case, ledger)
        )
    )


def _shown_to_person(click: Click, case: Case, ledger: Ledger) -> views.Shown:
    """The supporter, and what that one sees of the person."""
    supporter = next(iter(case.handlers), "")
    return _shown(supporter, case, ledger, sight(case, supporter, ledger, click.now))


def _shown_to_supporter(click: Click, case: Case, ledger: Ledger) -> views.Shown:
    """Of the person nothing but what this supporter may see."""
    seen = sight(case, click.who.person, ledger, click.now)
    return _shown(case.requester if NAME in seen else "", case, ledger, seen, ledger.case_ref(case, click.who.person))


def _shown(other: str, case: Case, ledger: Ledger, seen: frozenset[str] = frozenset(), ref: str = "") -> views.Shown:
    person = ledger.person(other)
    return views.Shown(
        other=name_of(ledger, other),
        other_unit=person.unit if person else "",
        other_phone=person.phone if person else "",
        policy=ledger.policy,
        seen=seen,
        ref=ref,
    )


def name_of(ledger: Ledger, person: str) -> str:
    """The name on the roster, "" for whom it does not know."""
    row = ledger.person(person)
    return row.name if row else ""


ACTIONS: dict[str, Action] = {"peer_support.case": open_case, "peer_support.more": more}
FORMS: dict[str, Action] = {}
FIELDS: tuple[Field, ...] = ()
