"""What is held about a person, flow by flow and page by page, as text that can be copied; the same for everybody."""

from collections.abc import Iterator, Sequence
from functools import partial

from bot.handlers import blocks
from bot.handlers.blocks import Block, View
from bot.handlers.flow import Click, Holding
from bot.rules.policy import Policy

SHORT = 300  # characters of a value that stands beside its label
PAGE = "page:"  # what the row of a button for another page begins with
SHOW, ASK = "own_records.show", "own_records.ask"
AFTERWARDS = ("end", "slack", "paper")


def records(click: Click, held: Sequence[Holding], policy: Policy, *, page: int) -> View:
    """All of it; every typed word whole, and last what stays afterwards and where it is given on paper."""
    say = click.say
    sections = [section for one in held for section in _sections(click, one)]
    pages = blocks.pages([*sections, *(blocks.section(words) for words in afterwards(click, policy))])
    page = min(page, len(pages) - 1)
    doors = [blocks.button(say("own_records-ask-button"), ASK, click.token_for(ASK))]
    if page + 1 < len(pages):
        token = click.token_for(SHOW, row=f"{PAGE}{page + 1}")
        doors.insert(0, blocks.button(say("own_records-next"), SHOW, token))
    body = [blocks.context(say("own_records-about")), *pages[page], blocks.actions(*doors)]
    return blocks.modal(say("own_records-title"), body, close=say("close-button"))


def page_in(row: str) -> int:
    """The page that a button leads to; the first one for any other row."""
    number = row.removeprefix(PAGE) if row.startswith(PAGE) else ""
    return int(number) if number.isdecimal() else 0


def afterwards(click: Click, policy: Policy) -> list[str]:
    """What stays after the end without a name, what Slack keeps, what goes when, and how to have it on paper."""
    retention = policy.retention["peer"]
    values = {
        "days": policy.sent_message_days,
        "years": retention.years or 0,
        "kept": policy.own_records.kept_days,
    }
    return [click.say(f"own_records-after-{one}", **values) for one in AFTERWARDS]


def _sections(click: Click, one: Holding) -> Iterator[Block]:
    say = click.say
    title = blocks.section(one.title)
    if one.action:
        opens = blocks.button(say("own_records-open"), one.action, click.token_for(one.action, row=one.row))
        title |= {"accessory": opens}
    yield title
    yield from told(click, one.lines) if one.lines else [blocks.section(say("own_records-none"))]


def told(click: Click, lines: Sequence[tuple[str, str]]) -> list[Block]:
    """Each label with its value; what was written at length stands below its label, so that it is whole."""
    words = partial(click.say, "own_records-line")
    body = blocks.sections(words(label=label, value=value) for label, value in lines if len(value) <= SHORT)
    for label, value in lines:
        if len(value) > SHORT:
            body.append(blocks.section(words(label=label, value="")))
            body += [blocks.section(value[at : at + blocks.TEXT]) for at in range(0, len(value), blocks.TEXT)]
    return body
