"""The front door: the Home tab, the help lines on every screen, the doors behind the answer to typed text, the oath."""

from collections.abc import Sequence

from bot.casework import Casework
from bot.handlers import blocks
from bot.handlers.blocks import Block, View
from bot.handlers.flow import Action, Answer, Click, Show
from bot.handlers.hats import card
from bot.rules.ledger import Ledger
from bot.rules.people import Role, roles_of
from bot.rules.policy import Policy

OPEN = "open"  # the only action id in messages; its token names the screen, so that an export learns nothing
HELP, DOORS, SWEAR, HATS = "home.help", "home.doors", "home.swear", "home.hats"


async def home_view(click: Click, casework: Casework) -> View:
    """The whole Home tab of one person, by the hats they wear today."""
    return blocks.home_tab(await casework.look(lambda ledger: _doors(click, casework, ledger)))


async def show_doors(click: Click, casework: Casework) -> Answer:
    """The same doors in a modal, for somebody who wrote into the DM (G4)."""
    body = await casework.look(lambda ledger: _doors(click, casework, ledger))
    return Show(blocks.modal(click.say("home-title"), body, close=click.say("close-button")))


async def show_help(click: Click, casework: Casework) -> Answer:
    """Help lines and contacts outside Slack; nothing is asked and nothing is kept (G5)."""
    return Show(help_view(click, casework.policy), on_top=True)


async def swear(click: Click, casework: Casework) -> Answer:
    """The oath of secrecy, before the first access of an office (Yam 13, Aki 11, Aku 20)."""
    await casework.swear(click)
    return Show(_told(click, "oath-done-title", click.say("oath-done")), refreshes_home=True)


async def show_oath(click: Click, casework: Casework) -> Answer:
    """What the office shows and what it promises, with the one button that promises it (G10, G11)."""
    hats = await casework.look(lambda ledger: _hats(click, ledger))
    swearing = blocks.button(click.say("oath-button"), SWEAR, click.token_for(SWEAR), style="primary")
    body = [*card(click, hats, casework.policy), blocks.divider(), blocks.section(click.say("oath-text"))]
    view = blocks.modal(click.say("oath-title"), [*body, blocks.actions(swearing)], close=click.say("close-button"))
    return Show(view)


async def show_hats(click: Click, casework: Casework) -> Answer:
    """The three lines of every hat worn today (G11)."""
    hats = await casework.look(lambda ledger: _hats(click, ledger))
    body = card(click, hats or {Role.EMPLOYEE}, casework.policy)
    return Show(blocks.modal(click.say("hat-title"), body, close=click.say("close-button")), on_top=True)


def help_view(click: Click, policy: Policy) -> View:
    """Danger first, then the lines of the policy with hours and day of checking, then the organisation's own."""
    say, ja = click.say, click.language == "ja"
    lines = [
        blocks.section(f"{line.ja if ja else line.en}\n{line.number}　{line.hours_ja if ja else line.hours_en}")
        for line in policy.help_lines
    ]
    contacts = [blocks.section(f"{c.ja if ja else c.en}\n{c.phone}　{c.mail}".rstrip()) for c in policy.contacts]
    checked_on = min(line.checked_on for line in policy.help_lines)
    return blocks.modal(
        say("help-title"),
        [
            blocks.section(say("help-danger")),
            blocks.header(say("help-contacts-heading")),
            *contacts,
            blocks.header(say("help-lines-heading")),
            *lines,
            blocks.context(say("help-lines-checked", checked_on=checked_on)),
        ],
        close=say("close-button"),
    )


def told(click: Click, sentence: str) -> View:
    """A screen with one sentence."""
    return _told(click, "home-title", sentence)


def plain_home(click: Click, sentence: str) -> View:
    """A Home tab that could not be made: one sentence and the help button."""
    help_button = blocks.button(click.say("help-button"), HELP, click.token_for(HELP))
    return blocks.home_tab([blocks.section(click.say(sentence)), blocks.actions(help_button)])


def _told(click: Click, title: str, sentence: str) -> View:
    return blocks.modal(click.say(title), [blocks.section(sentence)], close=click.say("close-button"))


def _doors(click: Click, casework: Casework, ledger: Ledger) -> Sequence[Block]:
    hats = _hats(click, ledger)
    if click.who.guest and not hats:
        return [blocks.section(click.say("refused-guest"))]
    body: list[Block] = [
        blocks.header(click.say("home-heading")),
        blocks.section(click.say("home-about")),
        blocks.actions(
            blocks.button(click.say("help-button"), HELP, click.token_for(HELP)),
            blocks.button(click.say("hat-button"), HATS, click.token_for(HATS)),
        ),
    ]
    for flow in casework.flows.values():
        body += [blocks.divider(), *flow.home(click, ledger, hats | {Role.EMPLOYEE})]
    return body


def _hats(click: Click, ledger: Ledger) -> frozenset[Role]:
    """The offices that this person holds today."""
    return roles_of(ledger.appointments_of(click.who.person), click.who.person, ledger.office.day(click.now))


ACTIONS: dict[str, Action] = {HELP: show_help, DOORS: show_doors, SWEAR: swear, HATS: show_hats}
