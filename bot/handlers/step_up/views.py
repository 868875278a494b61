"""The one form of the second factor, and what somebody reads who has none yet."""

from bot.handlers import blocks
from bot.handlers.blocks import View
from bot.handlers.flow import Click, Holding
from bot.handlers.held import day
from bot.rules.ledger import Ledger
from bot.rules.step_up import CODE, FLOW

LONGEST = 40  # with room for spaces between the digits


def code_form(click: Click, way: str, rev: int, minutes: int, *, wrong: bool = False) -> View:
    """Asks for the code; `way` is where it leads on to. With `wrong` it says that the last one did not count."""
    say = click.say
    return blocks.modal(
        say("step_up-title"),
        [
            *([blocks.section(say("step_up-wrong"))] if wrong else []),
            blocks.section(say("step_up-about", minutes=minutes)),
            blocks.line_input(CODE, say("step_up-code"), hint=say("step_up-code-hint"), max_length=LONGEST),
            blocks.context(say("step_up-lost")),
        ],
        close=say("cancel-button"),
        submit=say("step_up-submit"),
        callback_id="step_up.enter",
        token=click.token_for("step_up.enter", row=way, rev=rev),
    )


def told(click: Click, sentence: str) -> View:
    """A screen that only says something."""
    return blocks.modal(click.say("step_up-title"), [blocks.section(sentence)], close=click.say("close-button"))


def held(click: Click, ledger: Ledger) -> list[Holding]:
    """Whether there is a secret and since when; never the secret."""
    say = click.say
    code = ledger.case(ledger.case_id_for(FLOW, CODE, click.who.person, CODE))
    if code is None:
        return [Holding(say("step_up-held"))]
    enrolled = (say("step_up-held-enrolled"), day(click, code.body["enrolled_on"]))
    return [Holding(say("step_up-held"), [enrolled, (say("step_up-held-secret"), say("step_up-held-where"))])]
