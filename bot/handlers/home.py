"""The front door: the Home tab, the help lines on every screen, the doors behind the answer to typed text, the oath."""

from collections.abc import Sequence
from typing import Any

from bot.casework import Casework
from bot.handlers import blocks
from bot.handlers.blocks import Block, View
from bot.handlers.danger.views.call import call_door, crime_door
from bot.handlers.flow import Action, Answer, Click, Onward, Show, way_of
from bot.handlers.hats import card
from bot.handlers.registry import FLOWS
from bot.rules.ledger import Ledger
from bot.rules.people import GUEST_HATS, Role, roles_of
from bot.rules.policy import Policy

OPEN = "open"  # the only action id in messages; its token names the screen, so that an export learns nothing
ROWS = 30  # of what waits for somebody, and of their own: with all doors below Slack's 100 blocks
HELP, DOORS, OATH, SWEAR, HATS = "home.help", "home.doors", "home.oath", "home.swear", "home.hats"


async def home_view(click: Click, casework: Casework) -> View:
    """The whole Home tab of one person, by the hats they wear today."""
    return blocks.home_tab(await casework.look(lambda ledger: _doors(click, ledger)))


async def show_doors(click: Click, casework: Casework) -> Answer:
    """The same doors in a modal, for somebody who wrote into the DM (G4)."""
    body = await casework.look(lambda ledger: _doors(click, ledger))
    return Show(blocks.modal(click.say("home-title"), body, close=click.say("close-button")))


async def show_help(click: Click, casework: Casework) -> Answer:
    """Help lines and contacts outside Slack; nothing is asked and nothing is kept (G5)."""
    return Show(help_view(click, casework.policy), on_top=True)


async def swear(click: Click, casework: Casework) -> Answer:
    """The oath of secrecy, before the first access of an office (Yam 13, Aki 11, Aku 20)."""
    await casework.swear(click)
    return Onward(click.row, click.rev, _told(click, "oath-done-title", click.say("oath-done")))


async def show_oath(click: Click, casework: Casework) -> Answer:
    """What the office shows and what it promises, with the one button that promises it (G10, G11)."""
    hats = await casework.look(lambda ledger: _hats(click, ledger))
    token = click.token_for(SWEAR, row=way_of(click), rev=click.rev)
    swearing = blocks.button(click.say("oath-button"), SWEAR, token, style="primary")
    body = [*card(click, hats, casework.policy), blocks.divider(), blocks.section(click.say("oath-text"))]
    view = blocks.modal(click.say("oath-title"), [*body, blocks.actions(swearing)], close=click.say("close-button"))
    return Show(view, on_top=True)  # a form below keeps what was typed


async def show_hats(click: Click, casework: Casework) -> Answer:
    """The three lines of every hat worn today (G11)."""
    hats = await casework.look(lambda ledger: _hats(click, ledger))
    body = card(click, hats or {Role.EMPLOYEE}, casework.policy)
    return Show(blocks.modal(click.say("hat-title"), body, close=click.say("close-button")), on_top=True)


def help_view(click: Click, policy: Policy) -> View:
    """Danger first, with the tap that calls somebody; the organisation's own numbers, the lines, crime (G5)."""
    say, ja = click.say, click.language == "ja"
    lines = [
        blocks.pair(line.ja if ja else line.en, f"{line.number}\n{line.hours_ja if ja else line.hours_en}")
        for line in policy.help_lines
    ]
    contacts = [blocks.pair(c.ja if ja else c.en, f"{c.phone}\n{c.mail}".rstrip()) for c in policy.contacts]
    checked_on = min(line.checked_on for line in policy.help_lines)
    shown = blocks.modal(
        say("help-title"),
        [
            blocks.section(say("help-danger")),
            *call_door(click, policy),
            blocks.header(say("help-contacts-heading")),
            *contacts,
            blocks.header(say("help-lines-heading")),
            *lines,
            blocks.context(say("help-lines-checked", checked_on=checked_on, year=str(checked_on.year))),
            *crime_door(click),
        ],
        close=say("close-button"),
    )
    return shown | {"callback_id": HELP}


def with_help(click: Click, view: View) -> View:
    """The modal with the ever-present button (G5), unless it has one or is the help itself."""
    buttons = {element.get("action_id") for block in view["blocks"] for element in block.get("elements", ())}
    if HELP in buttons | {view.get("callback_id")}:
        return view
    return view | {"blocks": [*view["blocks"], blocks.actions(_help_button(click))]}


def told(click: Click, sentence: str) -> View:
    """A screen with one sentence."""
    return _told(click, "home-title", sentence)


def plain_home(click: Click, sentence: str) -> View:
    """A Home tab that could not be made: one sentence and the help button."""
    return blocks.home_tab([blocks.section(click.say(sentence)), blocks.actions(_help_button(click))])


def _help_button(click: Click) -> dict[str, Any]:
    return blocks.button(click.say("help-button"), HELP, click.token_for(HELP))


def _told(click: Click, title: str, sentence: str) -> View:
    return blocks.modal(click.say(title), [blocks.section(sentence)], close=click.say("close-button"))


def _doors(click: Click, ledger: Ledger) -> Sequence[Block]:
    hats = _hats(click, ledger)
    hats = hats & GUEST_HATS if click.who.guest else hats | {Role.EMPLOYEE}  # G6: a guest acts under that hat only
    if not hats:
        return _waiting(click, ledger, hats) or [blocks.section(click.say("refused-guest"))]  # what is still owed
    body: list[Block] = [
        blocks.header(click.say("home-heading")),
        blocks.section(click.say("home-about")),
        blocks.actions(
            _help_button(click),
            blocks.button(click.say("hat-button"), HATS, click.token_for(HATS)),
        ),
        *_waiting(click, ledger, hats),
    ]
    for flow in FLOWS:
        doors = flow.home(click, ledger, hats)
        body += [blocks.divider(), *doors] if doors else []
    return body


def _waiting(click: Click, ledger: Ledger, hats: frozenset[Role]) -> list[Block]:
    """What waits for this person, of all flows together: first what others wait for, then their own matters."""
    found = [flow.waiting(click, ledger, hats) for flow in FLOWS]
    duties = [row for waiting in found for row in waiting.duties]
    own = [row for waiting in found for row in waiting.own]
    return [*_listed(click, "home-duties-heading", duties), *_listed(click, "home-mine-heading", own)]


def _listed(click: Click, heading: str, rows: Sequence[Block]) -> list[Block]:
    """The first rows under their heading, and how many more there are: Slack refuses a Home that is too long."""
    rest = len(rows) - ROWS
    more = [blocks.context(click.say("home-more", count=rest))] if rest > 0 else []
    return [blocks.header(click.say(heading)), *rows[:ROWS], *more] if rows else []


def _hats(click: Click, ledger: Ledger) -> frozenset[Role]:
    """The offices that this person holds today."""
    return roles_of(ledger.appointments_of(click.who.person), click.who.person, ledger.office.day(click.now))


ACTIONS: dict[str, Action] = {
    HELP: show_help, DOORS: show_doors, OATH: show_oath, SWEAR: swear, HATS: show_hats,
}  # fmt: skip
