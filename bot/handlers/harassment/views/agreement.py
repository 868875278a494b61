"""What the person reads about the hearing before it, and the question whether it may make them known (K1)."""

from collections.abc import Sequence

from bot.handlers import blocks
from bot.handlers.blocks import Block
from bot.handlers.flow import Click
from bot.handlers.harassment.rules.agreement import AGREED, OPEN, answer_by, is_open
from bot.handlers.harassment.rules.moves import HEARING, HELD
from bot.handlers.harassment.views.case import button
from bot.rules.cases import Case
from bot.rules.ledger import Ledger


def own_part(click: Click, case: Case, ledger: Ledger) -> Sequence[Block]:
    """The question with its two answers, or the answer that was given and what taking it back means."""
    say = click.say
    if case.state not in OPEN or (case.state == HELD and is_open(case)):  # where it was sent to nobody, nobody is heard
        return ()
    if not is_open(case):
        answered = "agreed" if case.body[AGREED] else "refused"
        return (blocks.context(say(f"harassment-hearing-{answered}")),)
    day = answer_by(case)
    if case.state == HEARING:
        until = say("harassment-hearing-hidden")
    else:
        until = say("harassment-hearing-until", day=day) if day else say("harassment-hearing-before")
    return (
        blocks.section(say("harassment-hearing-question")),
        blocks.actions(button(click, case, "consent_hearing"), button(click, case, "stop_hearing")),
        blocks.context(until),
    )
