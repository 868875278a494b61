"""The form of whom to keep out, at any time after it was sent (Aki 11)."""

from bot.handlers import blocks
from bot.handlers.blocks import View
from bot.handlers.flow import Click
from bot.handlers.harassment.views.intake import Lists, told, who_inputs
from bot.rules.cases import Case


def form(click: Click, case: Case, lists: Lists) -> View:
    """The people and the ticks as they stand."""
    say = click.say
    return blocks.modal(
        say("harassment-page-who"),
        [*who_inputs(click, told(case), lists), blocks.context(say("harassment-exclude-at-once"))],
        close=say("cancel-button"),
        submit=say("harassment-exclude-submit"),
        callback_id="harassment.keep_out",
        token=click.token_for("harassment.keep_out", row=case.id),
    )
