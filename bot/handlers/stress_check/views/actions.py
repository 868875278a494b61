"""What is done in the workplaces after the group analysis: the list, the form of a new one, what came of one."""

from collections.abc import Mapping
from typing import Any

from bot.handlers import blocks
from bot.handlers.blocks import Block, View
from bot.handlers.fields import Fields, choice, day, text
from bot.handlers.flow import Click
from bot.handlers.held import day as dated
from bot.handlers.held import joined
from bot.handlers.stress_check.rules.actions import AGAIN, DONE, Followed, Planned, actions_of, places
from bot.handlers.stress_check.rules.moves import PROVIDED
from bot.handlers.stress_check.views.analysis import ANALYSIS, name_of
from bot.rules.cases import Case

ADD, SAVE = "stress_check.add_action", "stress_check.save_action"
FOLLOW, SAVE_FOLLOWED = "stress_check.follow_action", "stress_check.save_followed"
FINISH = "stress_check.finish_analysis"
GROUP, TEXT, FOLLOW_ON, HOW, SEEN = "group", "text", "follow_on", "how", "seen"
SHOWN = 60  # the open ones all stand on the screen, with the latest of the others
LONGEST_TEXT = 800


def listed(click: Click, case: Case, *, keeping: bool) -> View:
    """All of them with their days; whoever keeps them adds one, follows one, and closes it when nothing is open."""
    say, found = click.say, actions_of(case)
    is_open = case.state == PROVIDED
    body: list[Block] = [blocks.section(say("stress-actions-about"))]
    rows = [_told(click, case, one, keeping=keeping and is_open) for one in found[:SHOWN]]
    body += rows or [blocks.section(say("stress-actions-none"))]
    if len(found) > SHOWN:
        body.append(blocks.context(say("home-more", count=len(found) - SHOWN)))
    doors = [blocks.button(say("stress-actions-back"), ANALYSIS, click.token_for(ANALYSIS, row=case.id))]
    if keeping and is_open:
        token = click.token_for(ADD, row=case.id, rev=case.rev)
        doors.insert(0, blocks.button(say("stress-actions-add"), ADD, token, style="primary"))
        if found and all(one["done_on"] for one in found):
            doors.append(_finishing(click, case))
    return blocks.modal(say("stress-actions-title"), [*body, blocks.actions(*doors)], close=say("close-button"))


def form(click: Click, case: Case) -> View:
    """Where, what, and when to look at it again."""
    say = click.say
    choices = [(key, name_of(click, row)) for key, row in places(case)]
    return blocks.modal(
        say("stress-actions-title"),
        [
            blocks.section(say("stress-action-form-about")),
            blocks.select(GROUP, say("stress-action-group"), [(say("stress-action-groups"), choices)]),
            blocks.text_input(
                TEXT, say("stress-action-text"), hint=say("stress-action-text-hint"), max_length=LONGEST_TEXT,
                optional=False,
            ),
            blocks.day_input(FOLLOW_ON, say("stress-action-follow-on"), hint=say("stress-action-follow-on-hint")),
        ],
        close=say("cancel-button"), submit=say("stress-action-save"), callback_id=SAVE,
        token=click.token_for(SAVE, row=case.id, rev=case.rev),
    )  # fmt: skip


def read_form(fields: Fields, case: Case) -> Planned:
    """Raises Refused at the field that does not fit."""
    group = choice(fields, GROUP, dict(places(case)).keys())
    return Planned(group, text(fields, TEXT, max_length=LONGEST_TEXT), day(fields, FOLLOW_ON))


def follow_form(click: Click, case: Case, one: Mapping[str, Any]) -> View:
    """Done, or another day; in a few words what was seen."""
    say = click.say
    came = [(how, say(f"stress-action-how-{how}")) for how in (DONE, AGAIN)]
    return blocks.modal(
        say("stress-actions-title"),
        [
            blocks.section(_words(click, case, one)),
            blocks.radio(HOW, say("stress-action-how"), came),
            blocks.day_input(FOLLOW_ON, say("stress-action-again"), optional=True),
            blocks.text_input(
                SEEN, say("stress-action-seen"), hint=say("stress-action-text-hint"), max_length=LONGEST_TEXT
            ),
        ],
        close=say("cancel-button"), submit=say("stress-action-save"), callback_id=SAVE_FOLLOWED,
        token=click.token_for(SAVE_FOLLOWED, row=f"{case.id}:{one['id']}", rev=case.rev),
    )  # fmt: skip


def read_followed(fields: Fields) -> Followed:
    """Raises Refused at the field that does not fit."""
    how = choice(fields, HOW, (DONE, AGAIN))
    return Followed(how, day(fields, FOLLOW_ON), text(fields, SEEN, max_length=LONGEST_TEXT))


def _told(click: Click, case: Case, one: Mapping[str, Any], *, keeping: bool) -> Block:
    section = blocks.section(_words(click, case, one))
    if one["done_on"] or not keeping:
        return section
    token = click.token_for(FOLLOW, row=f"{case.id}:{one['id']}", rev=case.rev)
    return section | {"accessory": blocks.button(click.say("stress-action-follow"), FOLLOW, token)}


def _words(click: Click, case: Case, one: Mapping[str, Any]) -> str:
    say = click.say
    row = dict(places(case))[one["group"]]
    state = "stress-action-done" if one["done_on"] else "stress-action-open"
    when = say(state, day=dated(click, one["done_on"] or one["follow_on"]))
    lines = [joined(click, (name_of(click, row), when)), one["text"]]
    if one["seen"]:
        lines.append(say("stress-action-was-seen", seen=one["seen"]))
    return "\n".join(lines)


def _finishing(click: Click, case: Case) -> dict[str, Any]:
    words = click.say("stress-actions-finish")
    sure = blocks.confirmation(
        words, click.say("stress-actions-finish-sure"), yes=click.say("stress-analysis-yes"),
        no=click.say("back-button"),
    )  # fmt: skip
    return blocks.button(words, FINISH, click.token_for(FINISH, row=case.id, rev=case.rev), confirm=sure)
