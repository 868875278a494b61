"""What an affected person is asked when somebody else has reported, and what the responders do about it (K5)."""

from collections.abc import Sequence
from datetime import date

from bot.handlers import blocks
from bot.handlers.blocks import Block, View
from bot.handlers.fields import Fields, choice
from bot.handlers.flow import Click
from bot.handlers.harassment.rules.affected import (
    ANSWERS,
    IN_PERSON,
    TALK,
    goes_on,
    reachable,
    to_ask,
)  # fmt: skip
from bot.handlers.harassment.views.case import button
from bot.rules.cases import Case
from bot.rules.ledger import Ledger

SCREEN = "harassment.affected"
ANSWER = "answer"


def mine(click: Click, case: Case) -> Block:
    """The way to it from Home, in words that say nothing."""
    token = click.token_for(SCREEN, row=case.id)
    return blocks.actions(blocks.button(click.say("harassment-mine"), SCREEN, token))


def question(click: Click, case: Case, ledger: Ledger) -> View:
    """Somebody is worried about you: never who. Three answers, none of them pressed for."""
    say = click.say
    if not goes_on(case, ledger):
        over = blocks.section(say("harassment-affected-over"))
        return blocks.modal(say("harassment-affected-title"), [over], close=say("close-button"))
    given = case.body.get(ANSWER)
    day = date.fromisoformat(case.body["answer_by"])
    said = say("harassment-affected-given", answer=_words(click, given)) if given else ""
    return blocks.modal(
        say("harassment-affected-title"),
        [
            blocks.section(say("harassment-affected-worried")),
            blocks.section(said or say("harassment-affected-until", day=day)),
            *(blocks.actions(_answer(click, case, one)) for one in ANSWERS if one != given),
            blocks.context(say("harassment-affected-secret")),
        ],
        close=say("close-button"),
    )


def said(click: Click, case: Case, ledger: Ledger) -> View:
    """For the responders: what the affected person has said, the way to ask, and what they heard in person."""
    say = click.say
    heard = case.body.get("affected_said", "unasked")
    asked = case.body.get("affected_due_on")
    unanswered = to_ask(case)
    waits = [blocks.context(say("harassment-affected-waits", day=date.fromisoformat(asked)))] if asked else []
    may_ask = not asked and unanswered and reachable(case, ledger, click.now)
    return blocks.modal(
        say("harassment-affected-said-title"),
        [
            blocks.section(say("harassment-affected-first")),
            blocks.section(say("harassment-affected-answer-is", answer=_words(click, heard))),
            *(_whom(click, case, ledger) if heard == TALK else ()),
            *(waits if unanswered else ()),
            *([blocks.actions(button(click, case, "ask_affected"))] if may_ask else []),
            blocks.radio(ANSWER, say("harassment-affected-in-person-label"), _choices(click), optional=True),
        ],
        close=say("close-button"),
        submit=say("harassment-affected-submit"),
        callback_id="harassment.note_affected",
        token=click.token_for("harassment.note_affected", row=case.id),
    )


def read_said(fields: Fields) -> str:
    """What the affected person said in person. Raises Refused where nothing was chosen."""
    return choice(fields, ANSWER, IN_PERSON)


def _choices(click: Click) -> list[tuple[str, str]]:
    return [(one, _words(click, one)) for one in IN_PERSON]


def _answer(click: Click, case: Case, one: str) -> dict[str, object]:
    kind = f"harassment.affected_{one}"
    return blocks.button(_words(click, one), kind, click.token_for(kind, case.id))


def _words(click: Click, one: str) -> str:
    return click.say(f"harassment-affected-{one.replace('_', '-')}")


def _whom(click: Click, case: Case, ledger: Ledger) -> Sequence[Block]:
    """Who wants to be called."""
    row = ledger.person(str(case.identity.get("affected", "")))
    return (blocks.pair(row.name, row.phone),) if row else ()
