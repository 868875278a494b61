"""What a person sees when something was not done: the sentence at the field, or a screen with it."""

from collections.abc import Mapping
from typing import Any

from bot.handlers import blocks, home
from bot.handlers.blocks import View
from bot.handlers.failures import REASON, Failure
from bot.handlers.flow import Answer, Click, Show, Wrong
from bot.rules.policy import Policy
from bot.words import LANGUAGES, Words


def at_the_form(click: Click, failed: Failure, view: Mapping[str, Any]) -> Answer:
    """A form stays open with what was typed and says it at a field; what no field can mend stands on top of it.

    Where nothing more can lie on top, it is said at the first field all the same: the typed words are worth more.
    """
    inputs = [block["block_id"] for block in view["blocks"] if block["type"] == "input"]
    at_a_field = failed.surface.keeps_typed or not blocks.has_room(view)
    if not (at_a_field and inputs):
        return Show(screen(click, failed), on_top=True)
    field = failed.refusal.field if failed.refusal else ""
    return Wrong({field if field in inputs else inputs[0]: sentence(click, failed)})


def screen(click: Click, failed: Failure) -> View:
    """A screen with the sentence of the failure."""
    return home.told(click, sentence(click, failed))


def sentence(click: Click, failed: Failure) -> str:
    """The sentence of the table, or the refusal's own."""
    if failed.surface.sentence == REASON and failed.refusal:
        return click.say(failed.refusal.reason, **failed.refusal.values)
    return click.say(failed.surface.sentence)


def to_a_stranger(words: Words, policy: Policy) -> View:
    """For somebody this process has not met: the language is unknown too, so both are there."""
    sentences = [words.say("refused-unknown", tongue, phone=policy.contacts[0].phone) for tongue in LANGUAGES]
    body = [blocks.section(each) for each in sentences]
    return blocks.modal(policy.organisation.ja, body, close=words.say("close-button", "ja"))
