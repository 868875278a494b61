"""The front door: the Home tab, the help lines on every screen, the doors behind the answer to typed text, the oath."""

from collections.abc import Sequence

from bot.casework import Casework
from bot.handlers import blocks
from bot.handlers.blocks import Block, View
from bot.handlers.flow import Action, Answer, Click, Show
from bot.rules.ledger import Ledger
from bot.rules.people import Role, roles_of
from bot.rules.policy import Policy

OPEN = "open"  # the only action id in messages; its token names the screen, so that an export learns nothing
HELP, DOORS, SWEAR = "home.help", "home.doors", "home.swear"


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


ACTIONS: dict[str, Action] = {HELP: show_help, DOORS: show_doors, SWEAR: swear}


def oath_view(click: Click) -> View:
    """What the office promises, with the one button that promises it."""
    return blocks.modal(
        click.say("oath-title"),
        [
            blocks.section(click.say("oath-text")),
            blocks.actions(blocks.button(click.say("oath-button"), SWEAR, click.token_for(SWEAR), style="primary")),
        ],
        close=click.say("close-button"),
    )


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
    hats = roles_of(ledger.appointments_of(click.who.person), click.who.person, ledger.office.day(click.now))
    if click.who.guest and not hats:
        return [blocks.section(click.say("refused-guest"))]
    body: list[Block] = [
        blocks.header(click.say("home-heading")),
        blocks.section(click.say("home-about")),
        blocks.actions(blocks.button(click.say("help-button"), HELP, click.token_for(HELP))),
    ]
    for flow in casework.flows.values():
        body += [blocks.divider(), *flow.home(click, ledger, hats | {Role.EMPLOYEE})]
    return body
