"""The clicks and forms on the way to the committee and in it: asking, referring, electing, sitting, proposing."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from uuid import uuid4

from bot.casework import Casework, Door
from bot.errors import Refused
from bot.handlers.blocks import View
from bot.handlers.fields import choice
from bot.handlers.flow import Action, Answer, Click, Field, Show
from bot.handlers.harassment.listeners.agreement import NOTING, note
from bot.handlers.harassment.listeners.case import ASKING, after, door
from bot.handlers.harassment.rules import chair as chairs
from bot.handlers.harassment.rules import committee as rules
from bot.handlers.harassment.rules import sittings
from bot.handlers.harassment.rules.moves import REFERRED
from bot.handlers.harassment.views import committee as views
from bot.handlers.harassment.views import sittings as files
from bot.rules.access import Act
from bot.rules.cases import Case
from bot.rules.ledger import Ledger
from bot.rules.people import AFFAIRS_HEADS, Role, holders

PRESIDING = (Role.CHAIR, Role.COMMITTEE_MEMBER)  # the regular chair, or a member who is elected (Aki 9(6)(8))
WORKING = (*PRESIDING, Role.SECRETARIAT)
READING = (*ASKING, Role.COUNSELLOR)
REQUEST, FILE, NOTICE = "committee_request", "committee_file", "committee_notice"

Form = Callable[[Click, Case, Ledger], View]


# ---- asked for by the person, referred by the head (Aki 8(2)) ----


async def request_committee(click: Click, casework: Casework) -> Answer:
    """The person reads who sits there before asking for it."""
    opened = door(ASKING, Act.READ, REQUEST, click)
    return Show(await casework.read(click, opened, partial(views.request_form, click)), on_top=True)


async def ask_committee(click: Click, casework: Casework) -> Answer:
    """The person asks for the committee."""
    await casework.act(click, door(ASKING, Act.CREATE, REQUEST, click), rules.request)
    return await after(click, casework, click.row)


async def take_back_request(click: Click, casework: Casework) -> Answer:
    """The person would rather not."""
    await casework.act(click, door(ASKING, Act.CLOSE, REQUEST, click), rules.take_back)
    return await after(click, casework, click.row)


async def note_request(click: Click, casework: Casework) -> Answer:
    """A responder reads out who sits there to somebody who has no account (G6)."""
    opened = door(NOTING, Act.READ, REQUEST, click)
    return Show(await casework.read(click, opened, partial(views.request_form, click)), on_top=True)


async def refer(click: Click, casework: Casework) -> Answer:
    """The head passes it on to the committee."""
    await casework.act(click, door(AFFAIRS_HEADS, Act.CHANGE, REQUEST, click), rules.refer)
    return await after(click, casework, click.row)


# ---- the file and what is written into it ----


async def committee_file(click: Click, casework: Casework) -> Answer:
    """Who works on it reads the file."""
    opened = door(WORKING, Act.READ, FILE, click)
    return Show(await casework.read(click, opened, partial(files.file, click)), on_top=True)


async def sitting(click: Click, casework: Casework) -> Answer:
    """One sitting of the file."""
    case_id, _, place = click.row.partition(":")
    opened = replace(door(WORKING, Act.READ, FILE, click), case_id=case_id)
    number = int(place) if place.isdecimal() else 0
    return Show(
        await casework.read(click, opened, lambda case, ledger: files.sitting(click, case, number, ledger)), on_top=True
    )


async def sit(click: Click, casework: Casework) -> Answer:
    """The form for a sitting."""
    return await _form(click, casework, WORKING, files.sit_form)


async def sitting_written(click: Click, casework: Casework) -> Answer:
    """A member, the chair or who keeps the file writes a sitting into it."""
    written = files.read_sitting(click.fields, await _members(click, casework))
    await casework.act(click, _typed(click, WORKING, Act.APPEND, FILE), partial(sittings.sit, written))
    return await after(click, casework, click.row)


async def extend(click: Click, casework: Casework) -> Answer:
    """The form for more time."""
    return await _form(click, casework, PRESIDING, files.extend_form)


async def extended(click: Click, casework: Casework) -> Answer:
    """Who presides extends it, with the reason (Aki 9(3))."""
    reason, until = files.read_extension(click.fields)
    await casework.act(click, _typed(click, PRESIDING, Act.CREATE, NOTICE), partial(sittings.extend, reason, until))
    return await after(click, casework, click.row)


async def propose(click: Click, casework: Casework) -> Answer:
    """The form of the proposal."""
    return await _form(click, casework, PRESIDING, files.propose_form)


async def proposed(click: Click, casework: Casework) -> Answer:
    """Who presides makes the proposal to the mayor (Aki 9(2))."""
    text, told = files.read_proposal(click.fields)
    await casework.act(click, _typed(click, PRESIDING, Act.CREATE, FILE), partial(sittings.propose, text, told))
    return await after(click, casework, click.row)


async def committee_notice(click: Click, casework: Casework) -> Answer:
    """The person and the responders read that there is more time, or a proposal."""
    opened = door(READING, Act.READ, NOTICE, click)
    return Show(await casework.read(click, opened, partial(files.notice, click)), on_top=True)


# ---- who presides, who keeps the file, who leaves ----


async def elect(click: Click, casework: Casework) -> Answer:
    """The ballot of a member (Aki 9(8))."""
    return await _form(click, casework, (Role.COMMITTEE_MEMBER,), files.elect_form)


async def vote(click: Click, casework: Casework) -> Answer:
    """A member votes."""
    members = await _members(click, casework)
    chosen = choice(click.fields, files.CANDIDATE, members, gone="field-not-available")
    ballot = partial(chairs.elect, click.who.person, chosen)
    await casework.act(click, _typed(click, (Role.COMMITTEE_MEMBER,), Act.APPEND, FILE), ballot)
    return await after(click, casework, click.row)


async def name_clerk(click: Click, casework: Casework) -> Answer:
    """Who presides looks for another clerk (K6)."""
    opened = door(PRESIDING, Act.READ, FILE, click)
    return Show(await casework.read(click, opened, partial(files.clerk_form, click)), on_top=True)


async def clerk_named(click: Click, casework: Casework) -> Answer:
    """Who presides names the clerk."""
    everybody = await casework.look(lambda ledger: ledger.people())
    chosen = choice(click.fields, files.CLERK, everybody, gone="field-not-available")
    named = partial(chairs.name_clerk, chosen, uuid4().hex, click.who.person)
    await casework.act(click, door(PRESIDING, Act.CHANGE, FILE, click), named)
    return await after(click, casework, click.row)


async def recuse(click: Click, casework: Casework) -> Answer:
    """Somebody of the committee or the secretariat steps out of this case (Aki 11)."""
    await casework.act(click, door(WORKING, Act.APPEND, FILE, click), partial(rules.recuse, click.who.person))
    done = views.left(click)
    return Show(done, refreshes_home=True)


async def _form(click: Click, casework: Casework, hats: tuple[Role, ...], form: Form) -> Answer:
    """A form over the file, while the committee has the case; the code is asked before anything is typed."""

    def show(case: Case, ledger: Ledger) -> View | Refused:
        return form(click, case, ledger) if case.state == REFERRED else Refused("not-shown")

    return Show(await casework.read(click, door(hats, Act.READ, FILE, click), show), on_top=True)


async def _members(click: Click, casework: Casework) -> tuple[str, ...]:
    """Everybody who holds a seat; the rules ask who of them may sit on the case."""
    day = casework.office.day(click.now)
    return await casework.look(lambda ledger: holders(ledger.appointments(day), (Role.COMMITTEE_MEMBER,), day))


def _typed(click: Click, hats: tuple[Role, ...], act: Act, obj: str) -> Door:
    """Whatever revision was shown: what somebody has typed is lost to no conflict."""
    return replace(door(hats, act, obj, click), rev=0)


ACTIONS: dict[str, Action] = {
    "harassment.request_committee": request_committee,
    "harassment.take_back_request": take_back_request,
    "harassment.note_request": note_request,
    "harassment.note_request_back": partial(note, rules.take_back),
    "harassment.refer": refer,
    "harassment.committee_file": committee_file,
    "harassment.sitting": sitting,
    "harassment.sit": sit,
    "harassment.extend": extend,
    "harassment.propose": propose,
    "harassment.committee_notice": committee_notice,
    "harassment.elect": elect,
    "harassment.name_clerk": name_clerk,
    "harassment.recuse": recuse,
}
FORMS: dict[str, Action] = {
    "harassment.ask_committee": ask_committee,
    "harassment.note_committee": partial(note, rules.request),
    "harassment.sitting_written": sitting_written,
    "harassment.extended": extended,
    "harassment.proposed": proposed,
    "harassment.vote": vote,
    "harassment.clerk_named": clerk_named,
}
FIELDS = (
    *(Field("harassment.sitting_written", one, "record")
      for one in (files.HELD_ON, files.ATTENDED, files.HEARD, files.MINUTES)),
    *(Field("harassment.extended", one, "body") for one in (files.UNTIL, files.REASON)),
    Field("harassment.proposed", files.TEXT, "record"),
    Field("harassment.proposed", files.FOR_PERSON, "body"),
    Field("harassment.vote", files.CANDIDATE, "identity"),
    Field("harassment.clerk_named", files.CLERK, "identity"),
)  # fmt: skip
