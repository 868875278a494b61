"""The list of everybody who can be asked, as everybody sees it."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from bot.handlers import blocks
from bot.handlers.blocks import Block, View
from bot.handlers.flow import Click
from bot.handlers.roster.rules.directory import Entry

Page = Sequence[Block]


def directory(click: Click, pages: Sequence[Page], number: int) -> View:
    """One page of the list, with a button to the next."""
    say = click.say
    body: list[Block] = []
    if number == 0:
        body += [blocks.section(say("roster-directory-about")), blocks.context(say("roster-directory-families"))]
    body += pages[number]
    if number + 1 < len(pages):
        action = "roster.directory_page"
        following = blocks.button(say("roster-next"), action, click.token_for(action, row=str(number + 1)))
        body.append(blocks.actions(following))
    return blocks.modal(say("roster-directory-title"), body, close=say("close-button"))


def pages(click: Click, entries: Sequence[Entry]) -> list[list[Block]]:
    """The whole list, group by group, in as many pages as Slack's limits ask for."""
    if not entries:
        return [[blocks.section(click.say("roster-directory-nobody"))]]
    return blocks.pages(_sections(click, entries))


def _sections(click: Click, entries: Sequence[Entry]) -> Iterator[Block]:
    for (role, unit), found in groupby(entries, key=lambda entry: (entry.role, entry.unit)):
        heading = click.say(f"roster-directory-{role.value.replace('_', '-')}", unit=unit)
        lines = [heading, *(_line(click, entry) for entry in found)]
        yield from blocks.sections(lines, again=heading)


def _line(click: Click, entry: Entry) -> str:
    what = "field" if entry.field else "room" if entry.room else "plain"
    return click.say(
        f"roster-directory-line-{what}", name=entry.name, field=entry.field, room=entry.room, phone=entry.phone or "—"
    )
