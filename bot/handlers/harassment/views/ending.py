"""The screens of the end: what stays and what goes, said before the tap, and a copy of one's own words (G8, K8)."""

from collections.abc import Iterator

from bot.handlers import blocks
from bot.handlers.blocks import Block, View
from bot.handlers.flow import Click
from bot.handlers.harassment.rules import contact
from bot.handlers.harassment.views.case import day_in
from bot.rules.cases import Case
from bot.rules.ledger import Ledger
from bot.rules.policy_harassment import Harassment


def choices(click: Click, case: Case, ledger: Ledger) -> list[Block]:
    """To the person, when it is over: what each choice destroys, keeps and brings, and until when there is time."""
    if case.state != "closing":
        return []
    say = click.say
    days = [say("harassment-end-day", day=day) for day in contact.check_days(ledger, click.now)]
    return [
        blocks.section(say("harassment-end-choose", day=day_in(case, "forgotten_on"))),
        blocks.section(say("harassment-end-forget")),
        blocks.section(
            say("harassment-end-keep", day=contact.kept_until(ledger, click.now), days=say("harassment-and").join(days))
        ),
    ]


def copy(click: Click, case: Case, harassment: Harassment) -> View:
    """What the person told and what was written down of it, to be read and copied before it goes (K8)."""
    say = click.say
    told = [blocks.section(words) for words in _told(click, case, harassment)]
    body = [blocks.context(say("harassment-copy-about")), *(told or [blocks.section(say("harassment-copy-nothing"))])]
    return blocks.modal(say("harassment-copy-title"), body, close=say("close-button"))


def _told(click: Click, case: Case, harassment: Harassment) -> Iterator[str]:
    if story := case.body.get("story"):
        yield f"{click.say('harassment-copy-story')}\n{story}"
    for field in harassment.intake_sheet:
        if text := case.body.get("sheet", {}).get(field.key):
            yield f"{field.ja if click.language == 'ja' else field.en}\n{text}"
