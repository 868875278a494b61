"""The screen of a supporter's private note."""

from collections.abc import Sequence

from bot.handlers import blocks
from bot.handlers.blocks import Block, View
from bot.handlers.flow import Click
from bot.handlers.peer_support.views.case import case_button
from bot.handlers.peer_support.views.paging import page_of, row_of
from bot.rules.cases import Case

TEXT, LONGEST = "text", 2000
SHOWN = 20  # on one page


def note(click: Click, case: Case, notes: Sequence[str], *, page: int = 0) -> View:
    """What the supporter has noted, newest last, and room for more."""
    say = click.say
    field = blocks.text_input(TEXT, say("peer_support-note-text"), max_length=LONGEST)
    return blocks.modal(
        say("peer_support-note-title"),
        [*_noted(click, case, notes, page), field, blocks.actions(case_button(click, case, "case"))],
        close=say("close-button"), submit=say("peer_support-note-submit"),
        callback_id="peer_support.add_note", token=click.token_for("peer_support.add_note", row=case.id),
    )  # fmt: skip


def saved(click: Click, case: Case, notes: Sequence[str]) -> View:
    """The same just after adding, without the form, so that nothing that was typed stands there twice."""
    said = blocks.context(click.say("peer_support-note-saved"))
    on = blocks.actions(case_button(click, case, "note"), case_button(click, case, "case"))
    title, close = click.say("peer_support-note-title"), click.say("close-button")
    return blocks.modal(title, [*_noted(click, case, notes, 0), said, on], close=close)


def _noted(click: Click, case: Case, notes: Sequence[str], number: int) -> list[Block]:
    page, kind = page_of(notes, number, SHOWN), "peer_support.note"
    turns = [
        blocks.button(click.say(f"peer_support-talk-{which}-button"), kind,
                      click.token_for(kind, row=row_of(case.id, to)))
        for which, to in (("earlier", page.earlier), ("later", page.later))
        if to is not None
    ]  # fmt: skip
    about = blocks.section(click.say("peer_support-note-about"))
    return [about, *(blocks.actions(turn) for turn in turns), *map(blocks.section, page.items)]
