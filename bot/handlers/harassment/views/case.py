"""The first screen of a consultation for each part somebody may have in it, with its buttons by state."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from bot.handlers import blocks
from bot.handlers.blocks import Block, View
from bot.handlers.flow import Click
from bot.handlers.harassment.rules.moves import AFTER_FORM_1, BEFORE_FORM_1
from bot.rules.cases import Case
from bot.rules.people import Role

Verbs = Mapping[str, tuple[str, ...]]


def _in(states: Sequence[str], *verbs: str) -> dict[str, tuple[str, ...]]:
    return dict.fromkeys(states, verbs)


# What can be done in each state, by hat: first what stands on the screen itself, then what is one screen further.
# A verb `x` is the action `harassment.x` and the sentence `harassment-x-button`.
VERBS: Mapping[Role, Verbs] = {
    Role.EMPLOYEE: {
        **_in(BEFORE_FORM_1, "withdraw"),
        **_in(AFTER_FORM_1, "stop"),
    },
    Role.DESK_OFFICER: {},
    Role.COUNSELLOR: {},
    Role.RESPONSE_NURSE: {},
    Role.AFFAIRS_HEAD: {},
    Role.AFFAIRS_DEPUTY: {},
    Role.COMMITTEE_MEMBER: {},
    Role.CHAIR: {},
    Role.SECRETARIAT: {},
}
MORE: Mapping[Role, Verbs] = {}
WHEN: Mapping[str, Callable[[Case], bool]] = {}  # a verb that is not always possible in these states
STYLES: Mapping[str, str] = {"withdraw": "danger", "stop": "danger"}
ELSEWHERE: Mapping[str, str] = {"danger": "danger.raise"}  # what another flow does, for the sake of this case
FOR_GOOD = frozenset({"withdraw", "stop"})  # asked once more: none of them can be taken back
FURTHER = "more"


def screen(click: Click, case: Case, hat: Role, parts: Sequence[Block]) -> View:
    """Where it stands for somebody under `hat`, what the acts add to it, and what can be done."""
    say = click.say
    side = "own" if hat is Role.EMPLOYEE else "handled"
    where = say(f"harassment-{side}-{case.state.replace('_', '-')}")
    return blocks.modal(
        say("harassment-case-title"),
        [blocks.section(where), *parts, *_buttons(click, case, hat)],
        close=say("close-button"),
    )


def more(click: Click, case: Case, hat: Role) -> View:
    """What else can be done, one button below the other."""
    body = [blocks.actions(button(click, case, verb)) for verb in possible(case, hat, MORE)]
    return blocks.modal(click.say("harassment-more-title"), body, close=click.say("close-button"))


def button(click: Click, case: Case, verb: str) -> dict[str, object]:
    """The button of one verb, bound to the case as it is shown."""
    say, kind = click.say, ELSEWHERE.get(verb, f"harassment.{verb}")
    key = verb.replace("_", "-")
    words, token = say(f"harassment-{key}-button"), click.token_for(kind, row=case.id, rev=case.rev)
    question = None
    if verb in FOR_GOOD:
        question = blocks.confirmation(words, say(f"harassment-{key}-sure"), yes=words, no=say("back-button"))
    return blocks.button(words, kind, token, style=STYLES.get(verb, ""), confirm=question)


def possible(case: Case, hat: Role, table: Mapping[Role, Verbs]) -> list[str]:
    """The verbs of a table that this hat can use in the state that the case is in."""
    verbs = table.get(hat, {}).get(case.state, ())
    return [verb for verb in verbs if verb not in WHEN or WHEN[verb](case)]


def notice(click: Click, title: str, *sentences: str) -> View:
    """A screen that only says something."""
    return blocks.modal(click.say(title), [blocks.section(s) for s in sentences], close=click.say("close-button"))


def day_in(case: Case, key: str) -> date:
    """A day that the case keeps in its body."""
    return date.fromisoformat(case.body[key])


def _buttons(click: Click, case: Case, hat: Role) -> list[Block]:
    found = [*possible(case, hat, VERBS), *([FURTHER] if possible(case, hat, MORE) else [])]
    shown = sorted(found, key=lambda verb: STYLES.get(verb) == "danger")  # what destroys is never in the first place
    return [blocks.actions(*(button(click, case, verb) for verb in shown))] if shown else []
