"""The clicks with which form 1 is read back, put right, confirmed and let go, and how its receiver reads it (K4)."""

from collections.abc import Callable
from functools import partial

from bot.casework import Casework, Decide, Door
from bot.errors import Refused
from bot.handlers.blocks import View
from bot.handlers.fields import text
from bot.handlers.flow import Action, Answer, Click, Field, Show
from bot.handlers.harassment.listeners.case import ASKING, KIND, after, door, hat_of
from bot.handlers.harassment.rules import confirming as rules
from bot.handlers.harassment.rules.moves import AFTER_MEETING, FLOW
from bot.handlers.harassment.rules.notices import ALL_HATS
from bot.handlers.harassment.rules.report import decides, may_send
from bot.handlers.harassment.rules.sheet import LONGEST
from bot.handlers.harassment.views import report as views
from bot.handlers.harassment.views.sheet import case_in
from bot.rules.access import Act
from bot.rules.cases import Case
from bot.rules.ledger import Ledger
from bot.rules.people import Role
from bot.rules.policy_harassment import MOST_LINES

CONFIRMING = (*ASKING, Role.COUNSELLOR)  # the responders for somebody without an account, or once the days are over
RECEIVING = (Role.AFFAIRS_HEAD, Role.AFFAIRS_DEPUTY, Role.RESPONSE_NURSE)


async def read_sheet(click: Click, casework: Casework) -> Answer:
    """The person and the responders read what was written; the section head and the nurse what was reported."""

    def part_in(case: Case, ledger: Ledger) -> Role | Refused:
        return hat_of(click.who.person, case, ledger, click) or Refused("not-shown")

    hat = await casework.read(click, door(ALL_HATS, Act.READ, "consultation", click), part_in)
    receives = hat in RECEIVING

    def show(case: Case, ledger: Ledger) -> View | Refused:
        if receives:
            return views.reported(click, case, ledger) if case.body.get("reported") else Refused("not-shown")
        given = hat in CONFIRMING and case.state in AFTER_MEETING
        return views.read_back(click, case, ledger) if given else Refused("not-shown")

    return Show(await casework.read(click, _door((hat,), Act.READ, click.row), show))


async def preview(click: Click, casework: Casework) -> Answer:
    """As the section head will see it, for whoever may let it go."""

    def show(case: Case, ledger: Ledger) -> View | Refused:
        return views.preview(click, case, ledger) if may_send(click.who.person, case) else Refused("not-shown")

    return Show(await casework.read(click, _door(CONFIRMING, Act.READ, click.row), show))


async def report(click: Click, casework: Casework) -> Answer:
    """Let it go to whoever stood on the screen, or leave it with the responders where nobody may receive it."""
    shown, case_id = views.recipient_in(click.row), case_in(click.row)
    lets_go = partial(rules.report, shown, click.who.person)
    await casework.act(click, _door(CONFIRMING, Act.CHANGE, case_id, click.rev), lets_go)
    return await after(click, casework, case_id)


async def take_out(click: Click, casework: Casework) -> Answer:
    """The form with the parts that can be taken out."""
    return await _deciding(click, casework, partial(views.take_out_form, click))


async def save_take_out(click: Click, casework: Casework) -> Answer:
    """The ticked parts will not be read by the section head."""
    keys = await casework.look(partial(views.read_take_out, click.fields))
    return await _changed(click, casework, partial(rules.take_out, keys, click.who.person))


async def name_yes(click: Click, casework: Casework) -> Answer:
    """The name goes with it."""
    return await _named(click, casework, agreed=True)


async def name_no(click: Click, casework: Casework) -> Answer:
    """It goes without the name, as it would by itself."""
    return await _named(click, casework, agreed=False)


async def correct(click: Click, casework: Casework) -> Answer:
    """The form for what is to be put right."""
    return await _deciding(click, casework, lambda case, ledger: views.correct_form(click, case))


async def send_correction(click: Click, casework: Casework) -> Answer:
    """Back to the responders, with the person's words."""
    words = text(click.fields, views.WORDS, max_length=LONGEST)
    puts_right = partial(rules.correct, words, click.who.person)
    await casework.act(click, _door(CONFIRMING, Act.CHANGE, click.row), puts_right)
    return await after(click, casework, click.row)


async def _deciding(click: Click, casework: Casework, form: Callable[[Case, Ledger], View]) -> Answer:
    """A form for whoever confirms the sheet, and for nobody else."""

    def show(case: Case, ledger: Ledger) -> View | Refused:
        return form(case, ledger) if decides(click.who.person, case) else Refused("not-shown")

    return Show(await casework.read(click, _door(CONFIRMING, Act.READ, click.row), show))


async def _named(click: Click, casework: Casework, *, agreed: bool) -> Answer:
    return await _changed(click, casework, partial(rules.name, agreed, click.who.person))


async def _changed(click: Click, casework: Casework, decide: Decide) -> Answer:
    """What was decided about the sheet, and the sheet again."""
    await casework.act(click, _door(CONFIRMING, Act.CHANGE, click.row, click.rev), decide)
    shown = _door(CONFIRMING, Act.READ, click.row)
    return Show(await casework.read(click, shown, partial(views.read_back, click)))


def _door(hats: tuple[Role, ...], act: Act, case_id: str, rev: int = 0) -> Door:
    return Door(FLOW, KIND, hats, act, "intake_sheet", case_id, rev=rev)


ACTIONS: dict[str, Action] = {
    "harassment.read_sheet": read_sheet,
    "harassment.nurse_sheet": read_sheet,
    "harassment.preview": preview,
    views.SEND: report,
    "harassment.take_out": take_out,
    "harassment.name_yes": name_yes,
    "harassment.name_no": name_no,
    "harassment.correct": correct,
}
FORMS: dict[str, Action] = {
    "harassment.save_take_out": save_take_out,
    "harassment.send_correction": send_correction,
}
FIELDS = (
    *(Field("harassment.save_take_out", f"{views.OUT}_{n}", "body") for n in range(-(-MOST_LINES // views.IN_SIGHT))),
    Field("harassment.send_correction", views.WORDS, "body"),
)
