"""The clicks and forms around advice without identity, for the supporter and for the coordinator."""

from functools import partial

from bot.casework import Casework, Decide, Door
from bot.errors import Refused
from bot.handlers.blocks import View
from bot.handlers.flow import Action, Answer, Click, Field, Show
from bot.handlers.peer_support.listeners.case import name_of
from bot.handlers.peer_support.rules import advice as rules
from bot.handlers.peer_support.rules.moves import FLOW
from bot.handlers.peer_support.views import advice as views
from bot.handlers.peer_support.views.identifying import marks
from bot.handlers.peer_support.views.paging import number_in
from bot.handlers.peer_support.views.request import case_in, notice
from bot.rules.access import Act
from bot.rules.cases import Case
from bot.rules.ledger import Ledger
from bot.rules.people import SUPPORTERS, Appointment, Role

ASKING = tuple(sorted(SUPPORTERS))
ADVISING = (Role.COORDINATOR,)


async def start(click: Click, casework: Casework) -> Answer:
    """Home, or what else can be done with a request: the form, which is tied to no request."""
    return Show(await casework.look(partial(_ask_form, click, rules.GUIDANCE)), on_top=True)


async def load(click: Click, casework: Casework) -> Answer:
    """Home: it is becoming too much (Yam 4(2))."""
    return Show(await casework.look(partial(_ask_form, click, rules.LOAD)), on_top=True)


async def ask(click: Click, casework: Casework) -> Answer:
    """What would be sent is shown first, then it is sent as it was shown; nothing else is ever stored."""
    listed, people = await casework.look(lambda ledger: (_listed(click, ledger), ledger.people()))
    asking = views.read_asking(click.fields, [one.id for one in listed])
    preview = await _preview(click, casework, asking.text)
    if preview:
        return Show(views.ask_form(click, listed, people, purpose=asking.purpose, preview=preview))
    door = Door(FLOW, rules.ADVICE, ASKING, Act.CREATE, rules.ADVICE)
    outcome = await casework.act(click, door, partial(rules.ask, asking, click.who.person))
    if outcome.repeated:
        return Show(await _read(click, casework, outcome.case.id), refreshes_home=True)
    name = await casework.look(lambda ledger: name_of(ledger, outcome.case.handlers[0]))
    return Show(views.sent(click, name, outcome.answer["answer_by"]), refreshes_home=True)


async def show(click: Click, casework: Casework) -> Answer:
    """A notice or Home leads here: what was said, and room to add something."""
    return Show(await _read(click, casework, case_in(click.row), page=number_in(click.row)))


async def add(click: Click, casework: Casework) -> Answer:
    """The supporter adds something, which is shown first as it would be sent."""
    typed, case_id = views.read_text(click.fields), case_in(click.row)
    preview = await _preview(click, casework, typed)
    if preview:
        return Show(await _read(click, casework, case_id, preview=preview))
    await casework.act(click, _door(ASKING, Act.APPEND, case_id), _by_asker(click, partial(rules.add, typed)))
    return Show(await _read(click, casework, case_id), refreshes_home=True)


async def answer(click: Click, casework: Casework) -> Answer:
    """The coordinator answers (Yam 7(4))."""
    typed = views.read_text(click.fields)
    await casework.act(click, _door(ADVISING, Act.APPEND, click.row), _by_asked(click, partial(rules.answer, typed)))
    return Show(await _read(click, casework, click.row), refreshes_home=True)


async def other(click: Click, casework: Casework) -> Answer:
    """The supporter asks for the list of the other coordinators."""

    def form(case: Case, ledger: Ledger) -> View | Refused:
        if case.requester != click.who.person:
            return Refused("not-shown")
        return views.other_form(click, case, _listed(click, ledger), ledger.people())

    return Show(await casework.read(click, _door(ASKING, Act.READ, click.row), form), on_top=True)


async def ask_other(click: Click, casework: Casework) -> Answer:
    """Another coordinator is asked; the one before can no longer see it."""
    listed = await casework.look(partial(_listed, click))
    offer = views.read_other(click.fields, [one.id for one in listed])
    door = _door(ASKING, Act.APPEND, click.row, click.rev)
    await casework.act(click, door, _by_asker(click, partial(rules.ask_other, offer)))
    return Show(await _read(click, casework, click.row), refreshes_home=True)


async def close(click: Click, casework: Casework) -> Answer:
    """The supporter has done with it; nothing of it is kept."""
    door = _door(ASKING, Act.CLOSE, click.row)
    await casework.act(click, door, _by_asker(click, lambda case, ledger, now: rules.close(case)))
    done = notice(click, "peer_support-advice-closed-title", click.say("peer_support-advice-closed"))
    return Show(done, refreshes_home=True)


def _by_asker(click: Click, decide: Decide) -> Decide:
    """Only for who asked: a headquarters supporter is a coordinator too (Yam 5(5)) and may be the one who was asked."""
    return lambda case, ledger, now: (
        decide(case, ledger, now) if case.requester == click.who.person else Refused("not-shown")
    )


def _by_asked(click: Click, decide: Decide) -> Decide:
    """Only for who was asked: nobody answers a question of their own."""
    return lambda case, ledger, now: (
        decide(case, ledger, now) if click.who.person in case.handlers else Refused("not-shown")
    )


async def _preview(click: Click, casework: Casework, typed: str) -> views.Preview | None:
    """What is still to be looked at before it goes: everything once, and again where something is to be left out."""
    turn = number_in(click.row)
    found = await casework.look(lambda ledger: rules.checked(typed, marks(click), ledger))
    return views.Preview(found, turn + 1) if typed and (found.removed or not turn) else None


async def _read(
    click: Click, casework: Casework, case_id: str, *, page: int = 0, preview: views.Preview | None = None
) -> View:
    door = _door((*ADVISING, *ASKING), Act.READ, case_id)
    return await casework.read(click, door, partial(_screen, click, page=page, preview=preview))


def _screen(click: Click, case: Case, ledger: Ledger, *, page: int, preview: views.Preview | None) -> View | Refused:
    """The supporter's side of it or the coordinator's."""
    if not case.exists:
        return Refused("not-shown")
    viewer = click.who.person
    lines = rules.lines_of(viewer, case, ledger)
    if viewer != case.requester:
        supporter, mine = name_of(ledger, case.requester), ledger.case_ref(case, viewer)
        return views.inbox(click, case, lines, supporter, mine, page=page)
    coordinator, theirs = name_of(ledger, case.handlers[0]), ledger.case_ref(case, case.handlers[0])
    return views.thread(click, case, lines, coordinator, theirs, page=page, preview=preview)


def _ask_form(click: Click, purpose: str, ledger: Ledger) -> View:
    return views.ask_form(click, _listed(click, ledger), ledger.people(), purpose=purpose)


def _listed(click: Click, ledger: Ledger) -> tuple[Appointment, ...]:
    return rules.coordinators(click.who.person, ledger, ledger.office.day(click.now))


def _door(hats: tuple[Role, ...], act: Act, case_id: str, rev: int = 0) -> Door:
    """Mostly at whatever revision was shown: what somebody has typed is lost to no conflict."""
    return Door(FLOW, rules.ADVICE, hats, act, rules.ADVICE, case_id, rev=rev)


ACTIONS: dict[str, Action] = {
    "peer_support.advice": start,
    "peer_support.load": load,
    "peer_support.advice_case": show,
    "peer_support.advice_other": other,
    "peer_support.advice_close": close,
}
FORMS: dict[str, Action] = {
    "peer_support.ask_advice": ask,
    "peer_support.advice_add": add,
    "peer_support.advice_answer": answer,
    "peer_support.ask_other": ask_other,
}
FIELDS = (
    Field("peer_support.ask_advice", "coordinator", "identity"),
    Field("peer_support.ask_advice", "purpose", "body"),
    Field("peer_support.ask_advice", "text", "record"),
    Field("peer_support.ask_advice", "shown", "record"),
    Field("peer_support.advice_add", "text", "record"),
    Field("peer_support.advice_add", "shown", "record"),
    Field("peer_support.advice_answer", "text", "record"),
    Field("peer_support.advice_answer", "shown", "record"),
    Field("peer_support.ask_other", "coordinator", "identity"),
)
