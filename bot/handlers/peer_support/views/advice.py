"""The screens of advice without identity: asking, looking at what will be sent, the talk with the coordinator."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.errors import Refused
from bot.handlers import blocks
from bot.handlers.blocks import Block, View
from bot.handlers.fields import Fields, choice, text
from bot.handlers.flow import Click
from bot.handlers.peer_support.rules.advice import (
    COORDINATOR,
    GUIDANCE,
    LOAD,
    OWN,
    PURPOSES,
    TEXT,
    Asking,
    Checked,
    Line,
)  # fmt: skip
from bot.handlers.peer_support.views.identifying import left_out
from bot.handlers.peer_support.views.paging import page_of, row_of
from bot.rules.cases import Case
from bot.rules.people import Appointment, Person

PURPOSE, SHOWN = "purpose", "shown"
LONGEST = 2000  # a line and whose it is fit into one section
LINES_SHOWN = 20  # on one page: so much of the longest lines still fits into a view
SCREEN = "peer_support.advice_case"


@dataclass(frozen=True)
class Preview:
    """What will be sent, for the `turn`-th time: a text that was changed is looked at again."""

    checked: Checked
    turn: int


def read_asking(fields: Fields, offer_ids: Sequence[str]) -> Asking:
    """What was chosen and typed. Raises Refused at the field that does not fit."""
    purpose = choice(fields, PURPOSE, PURPOSES)
    return Asking(
        offer=choice(fields, COORDINATOR, set(offer_ids), gone="field-not-available"),
        purpose=purpose,
        text=read_text(fields, needed=purpose == GUIDANCE),
    )


def read_other(fields: Fields, offer_ids: Sequence[str]) -> str:
    """The coordinator that was chosen instead. Raises Refused at the field."""
    return choice(fields, COORDINATOR, set(offer_ids), gone="field-not-available")


def read_text(fields: Fields, *, needed: bool = True) -> str:
    """What was typed, in the form or in the preview. Raises Refused at the field that does not fit."""
    block_id = SHOWN if SHOWN in fields else TEXT
    typed = text(fields, block_id, max_length=LONGEST)
    if needed and not typed:
        raise Refused("peer_support-advice-empty", block_id)
    return typed


def ask_form(
    click: Click,
    listed: Sequence[Appointment],
    people: Mapping[str, Person],
    *,
    purpose: str = GUIDANCE,
    preview: Preview | None = None,
) -> View:
    """Choosing a coordinator and writing; with `preview` what is left of the text, and what was left out."""
    say = click.say
    if not listed:
        return blocks.modal(
            say("peer_support-advice-title"), [blocks.section(say("peer_support-nobody"))], close=say("close-button")
        )
    load = [blocks.section(say("peer_support-care-text"))] if purpose == LOAD and not preview else []
    purposes = [(one, say(f"peer_support-advice-purpose-{one}")) for one in PURPOSES]
    chosen = str(click.fields.get(COORDINATOR, listed[0].id))
    return blocks.modal(
        say("peer_support-advice-title"),
        [
            *load,
            *_about(click, preview),
            *_typed(click, preview),
            blocks.select(
                COORDINATOR, say("peer_support-advice-coordinator"),
                [(say("peer_support-advice-coordinators"), [(one.id, _name(people, one.person)) for one in listed])],
                initial=chosen,
            ),
            blocks.radio(PURPOSE, say("peer_support-advice-purpose"), purposes,
                         initial=str(click.fields.get(PURPOSE, purpose))),
        ],
        close=say("cancel-button"),
        submit=say("peer_support-advice-send" if preview else "peer_support-advice-look"),
        callback_id="peer_support.ask_advice",
        token=click.token_for("peer_support.ask_advice", row=_row("", preview)),
    )  # fmt: skip


def other_form(click: Click, case: Case, listed: Sequence[Appointment], people: Mapping[str, Person]) -> View:
    """Turning to another coordinator with what was written already."""
    say = click.say
    others = [one for one in listed if one.person not in case.handlers]
    if not others:
        return blocks.modal(
            say("peer_support-advice-title"), [blocks.section(say("peer_support-nobody"))], close=say("close-button")
        )
    rows = [(one.id, _name(people, one.person)) for one in others]
    return blocks.modal(
        say("peer_support-advice-other-title"),
        [blocks.select(COORDINATOR, say("peer_support-advice-coordinator"),
                       [(say("peer_support-advice-coordinators"), rows)])],
        close=say("cancel-button"),
        submit=say("peer_support-advice-send"),
        callback_id="peer_support.ask_other",
        token=click.token_for("peer_support.ask_other", row=case.id, rev=case.rev),
    )  # fmt: skip


def sent(click: Click, coordinator: str, by: date) -> View:
    """It is on its way; when an answer can be expected."""
    say = click.say
    return blocks.modal(
        say("peer_support-advice-sent-title"),
        [blocks.section(say("peer_support-advice-sent", name=coordinator, day=by))],
        close=say("close-button"),
    )


def thread(
    click: Click, case: Case, lines: Sequence[Line], coordinator: str, theirs: str, *,
    page: int = 0, preview: Preview | None = None,
) -> View:  # fmt: skip
    """The talk as the supporter sees it; `theirs` is the reference of the coordinator who can read it now."""
    say = click.say
    day = date.fromisoformat(case.body["answer_by"])
    return blocks.modal(
        say("peer_support-advice-title"),
        [
            blocks.section(say(f"peer_support-advice-{case.state}", name=coordinator, day=day)),
            *_lines(click, case, lines, {OWN: say("peer_support-advice-me"), theirs: coordinator}, page),
            blocks.divider(),
            *_about(click, preview),
            *_typed(click, preview),
            blocks.actions(_button(click, case, "other"), _button(click, case, "close", asks=True)),
            blocks.context(say("peer_support-advice-kept", day=date.fromisoformat(case.body["ends_on"]))),
        ],
        close=say("close-button"),
        submit=say("peer_support-advice-send" if preview else "peer_support-advice-look"),
        callback_id="peer_support.advice_add",
        token=click.token_for("peer_support.advice_add", row=_row(case.id, preview)),
    )


def inbox(click: Click, case: Case, lines: Sequence[Line], supporter: str, mine: str, *, page: int = 0) -> View:
    """The same as the coordinator sees it: what it is about, never whom; `mine` is their own reference."""
    say = click.say
    asked = "peer_support-advice-from-load" if case.body["purpose"] == LOAD else "peer_support-advice-from"
    names = {OWN: supporter, mine: say("peer_support-advice-me")}
    return blocks.modal(
        say("peer_support-advice-title"),
        [
            blocks.section(say(asked, name=supporter)),
            *_lines(click, case, lines, names, page),
            blocks.divider(),
            blocks.text_input(_empty(lines), say("peer_support-advice-answer"), max_length=LONGEST),
            blocks.context(say("peer_support-advice-nameless")),
        ],
        close=say("close-button"),
        submit=say("peer_support-form-submit"),
        callback_id="peer_support.advice_answer",
        token=click.token_for("peer_support.advice_answer", row=case.id),
    )


def _button(click: Click, case: Case, verb: str, *, asks: bool = False) -> dict[str, Any]:
    say, kind = click.say, f"peer_support.advice_{verb}"
    words = say(f"peer_support-advice-{verb}-button")
    sure = say("peer_support-advice-close-sure")
    question = blocks.confirmation(words, sure, yes=words, no=say("back-button")) if asks else None
    return blocks.button(words, kind, click.token_for(kind, row=case.id, rev=case.rev), confirm=question)


def _row(case_id: str, preview: Preview | None) -> str:
    return row_of(case_id, preview.turn) if preview else case_id


def _about(click: Click, preview: Preview | None) -> list[Block]:
    """Before the text: how it is meant, or what has become of it."""
    say = click.say
    if preview is None:
        return [blocks.context(say("peer_support-advice-about"))]
    few = [blocks.section(say("peer_support-advice-few"))] if preview.checked.few else []
    nothing = [] if preview.checked.removed else [blocks.context(say("peer_support-advice-nothing-left-out"))]
    return [
        blocks.header(say("peer_support-advice-preview")),
        *left_out(click, preview.checked.removed),
        *nothing,
        *few,
    ]


def _typed(click: Click, preview: Preview | None) -> list[Block]:
    """The text: Slack keeps what was typed in a block of the same name, so a preview has another one each time."""
    say = click.say
    if preview is None:
        return [blocks.text_input(TEXT, say("peer_support-advice-text"), hint=say("peer_support-advice-text-hint"),
                                  max_length=LONGEST)]  # fmt: skip
    block_id = SHOWN if preview.turn % 2 else TEXT
    return [blocks.text_input(block_id, say("peer_support-advice-as-sent"), max_length=LONGEST,
                              initial=preview.checked.text)]  # fmt: skip


def _empty(lines: Sequence[Line]) -> str:
    """A field that does not still hold what was sent with the last line: Slack keeps it in a block of the same name."""
    return TEXT if len(lines) % 2 else SHOWN


def _lines(click: Click, case: Case, lines: Sequence[Line], names: Mapping[str, str], number: int) -> list[Block]:
    """One page of what was said; a button leads to the pages beside it."""
    say, page = click.say, page_of(lines, number, LINES_SHOWN)
    earlier = say("peer_support-advice-earlier")
    turns = [
        blocks.button(
            say(f"peer_support-advice-{which}-page-button"),
            SCREEN,
            click.token_for(SCREEN, row=row_of(case.id, beside)),
        )
        for which, beside in (("earlier", page.earlier), ("later", page.later))
        if beside is not None
    ]
    said = [blocks.section(f"{names.get(line.by, earlier)}\n{line.text}") for line in page.items]
    return [*([blocks.actions(*turns)] if turns else []), *said]


def _name(people: Mapping[str, Person], person: str) -> str:
    return people[person].name if person in people else person
