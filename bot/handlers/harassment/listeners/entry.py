"""The clicks and forms of the way in: the short form, the draft page by page, the door, who has called (Aki 7)."""

from dataclasses import replace
from functools import partial

from bot.casework import Casework, Door
from bot.errors import Refused
from bot.handlers.blocks import View
from bot.handlers.fields import choice, text
from bot.handlers.flow import Action, Answer, Click, Field, Show
from bot.handlers.harassment.listeners.case import ASKING, KIND, after
from bot.handlers.harassment.rules import entry as rules
from bot.handlers.harassment.rules.circle import DESK
from bot.handlers.harassment.rules.doors import DOOR, choose_door, doors
from bot.handlers.harassment.rules.entry import Part
from bot.handlers.harassment.rules.moves import DRAFT, FLOW
from bot.handlers.harassment.views import entry as views
from bot.handlers.harassment.views import intake
from bot.handlers.harassment.views.case import notice
from bot.handlers.harassment.views.intake import KEPT_OUT, PAGES, STORY, Lists
from bot.handlers.harassment.views.told import read_back
from bot.rules.access import Act
from bot.rules.cases import Case
from bot.rules.ledger import Ledger
from bot.rules.people import Role

ENTERING = (Role.DESK_OFFICER, Role.COUNSELLOR)
READING = (*ASKING, *ENTERING, Role.RESPONSE_NURSE)


# ---- the short way ----


async def start(click: Click, casework: Casework) -> Answer:
    """Home: what was begun, otherwise the form with all that has to be known first."""
    draft = await casework.look(lambda ledger: rules.own_draft(click.who.person, ledger))
    if draft is not None:
        return await after(click, casework, draft.id)
    case = _nothing_yet(click)

    def form(ledger: Ledger) -> View:
        return views.start_form(click, case, lists_for(click, case, ledger), ledger)

    return Show(await casework.look(form))


async def begin(click: Click, casework: Casework) -> Answer:
    """What stands on the form is kept as a draft, for nobody but who writes it."""
    begun = partial(rules.begin, _short(click), click.who.person)
    outcome = await casework.act(click, _door(Act.CREATE), begun)
    return await after(click, casework, outcome.case.id)


async def send(click: Click, casework: Casework) -> Answer:
    """From Home to sent in three screens (G5)."""
    part, case = _short(click), _nothing_yet(click)
    return await _send(click, casework, part, replace(case, identity={**case.identity, **part.identity}))


async def send_draft(click: Click, casework: Casework) -> Answer:
    """The draft is sent."""
    draft = await casework.read(click, _door(Act.READ, click.row), lambda case, ledger: case)
    return await _send(click, casework, Part(), draft)


async def _send(click: Click, casework: Casework, part: Part, case: Case) -> Answer:
    """To the chosen door; where nobody is left that is said on top of the form, and what was typed stays (K6)."""
    lists = await casework.look(partial(lists_for, click, case))
    if lists.doors.closed:
        return Show(views.nobody(click, casework.policy), on_top=True)
    door = _chosen(click, lists)
    act = Act.CHANGE if case.exists else Act.CREATE
    sent = partial(rules.send, part, door, click.who.person)
    outcome = await casework.act(click, _door(act, case.id), sent)
    if outcome.repeated:
        return await after(click, casework, outcome.case.id)
    return Show(await casework.look(partial(views.sent, click, outcome.case)), refreshes_home=True)


# ---- the draft ----


async def page(click: Click, casework: Casework) -> Answer:
    """One page of a draft, in the place of the list of them."""
    case_id, _, name = click.row.partition(":")
    return Show(await _page(click, casework, case_id, name))


async def write(click: Click, casework: Casework) -> Answer:
    """A page is kept; the next one follows, after the last one the list of them."""
    case_id, _, name = click.row.partition(":")
    lists = await casework.read(click, _door(Act.READ, case_id), partial(lists_for, click))
    part = PAGES[name].read(click.fields, lists)
    await casework.act(click, _door(Act.CHANGE, case_id), partial(rules.write, part))
    following = [*PAGES][[*PAGES].index(name) + 1 :]
    if not following:
        return await after(click, casework, case_id)
    return Show(await _page(click, casework, case_id, following[0]), refreshes_home=True)


async def finish(click: Click, casework: Casework) -> Answer:
    """The last page: the door."""

    def form(case: Case, ledger: Ledger) -> View:
        return views.send_form(click, case, lists_for(click, case, ledger), ledger)

    return Show(await casework.read(click, _door(Act.READ, click.row), form), on_top=True)


async def throw_away(click: Click, casework: Casework) -> Answer:
    """Not needed: gone in one tap."""
    await casework.act(click, _door(Act.CLOSE, click.row), lambda case, ledger, now: rules.throw_away(case))
    return Show(notice(click, "harassment-thrown-title", click.say("harassment-thrown")), refreshes_home=True)


async def _page(click: Click, casework: Casework, case_id: str, name: str) -> View:
    def form(case: Case, ledger: Ledger) -> View | Refused:
        if case.state != DRAFT:
            return Refused("not-shown")
        return views.page_form(click, case, name, lists_for(click, case, ledger))

    return await casework.read(click, _door(Act.READ, case_id), form)


# ---- another door, and what was told ----


async def open_doors(click: Click, casework: Casework) -> Answer:
    """The person would like another door."""

    def form(case: Case, ledger: Ledger) -> View:
        return views.door_form(click, case, lists_for(click, case, ledger), ledger.policy)

    return Show(await casework.read(click, _door(Act.READ, click.row), form), on_top=True)


async def through(click: Click, casework: Casework) -> Answer:
    """To another door, as it stands."""
    lists = await casework.read(click, _door(Act.READ, click.row), partial(lists_for, click))
    chosen = partial(choose_door, _chosen(click, lists))
    outcome = await casework.act(click, _door(Act.CHANGE, click.row), chosen)
    if outcome.repeated:
        return await after(click, casework, outcome.case.id)
    return Show(await casework.look(partial(views.sent, click, outcome.case)), refreshes_home=True)


async def told(click: Click, casework: Casework) -> Answer:
    """What was told, to its person and to who deals with it; to the nurse when the person has agreed to that too."""

    def show(case: Case, ledger: Ledger) -> View:
        return read_back(click, case, ledger, own=case.requester == click.who.person)

    return Show(
        await casework.read(click, replace(_door(Act.READ, click.row), hats=READING, obj="intake_sheet"), show),
        on_top=True,
    )


# ---- who has called (G6) ----


async def open_entering(click: Click, casework: Casework) -> Answer:
    """Home: the form of the desk and the counsellors."""
    case = replace(_nothing_yet(click), identity={})
    return Show(await casework.look(lambda ledger: views.enter_form(click, case, lists_for(click, case, ledger))))


async def enter(click: Click, casework: Casework) -> Answer:
    """It is written down, and who has written it is the door."""
    lists = await casework.look(partial(lists_for, click, replace(_nothing_yet(click), identity={})))
    parts = [held.read(click.fields, lists) for held in PAGES.values()]
    body = {key: value for part in parts for key, value in part.body.items()}
    identity = {key: value for part in parts for key, value in part.identity.items()}
    caller = text(click.fields, views.CALLER, max_length=views.LONGEST_CALLER)
    entered = partial(rules.enter, Part(body, identity), caller, click.who.person)
    outcome = await casework.act(click, replace(_door(Act.CREATE), hats=ENTERING), entered)
    return Show(await casework.look(partial(views.entered, click, outcome.case)), refreshes_home=True)


# ---- shared ----


def lists_for(click: Click, case: Case, ledger: Ledger) -> Lists:
    """What can be chosen for a case: nobody who has left, and not the person."""
    people = {row.id: row for row in ledger.people().values() if not row.left and row.id != case.requester}
    return Lists(ledger.policy, people, doors(case, ledger, ledger.office.day(click.now)))


def _nothing_yet(click: Click) -> Case:
    """The case that this person might open."""
    return Case("", FLOW, KIND, "", 0, "", "", identity={"requester": click.who.person})


def _short(click: Click) -> Part:
    """The ticks and the words of the short form."""
    return Part({STORY: text(click.fields, STORY)}, {KEPT_OUT: intake.read_ticks(click.fields)})


def _chosen(click: Click, lists: Lists) -> str:
    """The chosen door. Raises Refused at the field for one behind which nobody may be."""
    desk = {DESK} if lists.doors.desk else set()
    return choice(click.fields, DOOR, desk | set(lists.doors.counsellors), gone="harassment-door-closed")


def _door(act: Act, case_id: str = "") -> Door:
    """Typed text is never lost to a conflict, so the revision does not matter."""
    return Door(FLOW, KIND, ASKING, act, "intake", case_id)


ACTIONS: dict[str, Action] = {
    "harassment.start": start,
    "harassment.begin": begin,
    "harassment.page": page,
    "harassment.finish": finish,
    "harassment.throw_away": throw_away,
    "harassment.choose_door": open_doors,
    "harassment.told": told,
    "harassment.entering": open_entering,
}
FORMS: dict[str, Action] = {
    "harassment.send": send,
    "harassment.send_draft": send_draft,
    "harassment.write": write,
    "harassment.through": through,
    "harassment.enter": enter,
}
WHO = {intake.EXCLUDED, KEPT_OUT, intake.AFFECTED, intake.WISHED}
PAGE_FIELDS = [(name, "identity" if name in WHO else "body") for held in PAGES.values() for name in held.holds]
FIELDS = (
    Field("harassment.send", KEPT_OUT, "identity"),
    Field("harassment.send", DOOR, "identity"),
    Field("harassment.send", STORY, "body"),
    Field("harassment.send_draft", DOOR, "identity"),
    Field("harassment.through", DOOR, "identity"),
    *(Field("harassment.write", name, kept_in) for name, kept_in in PAGE_FIELDS),
    *(Field("harassment.enter", name, kept_in) for name, kept_in in PAGE_FIELDS),
    Field("harassment.enter", views.CALLER, "identity"),
)
