"""The administrator's yearly duty leads here: how the keys are changed on the host (R3)."""

from bot.casework import Casework, Door
from bot.handlers import blocks
from bot.handlers.flow import Action, Answer, Click, Field, Show
from bot.handlers.roster.rules.key_change import KEY_CHANGE
from bot.handlers.roster.rules.moves import FLOW
from bot.rules.access import Act
from bot.rules.cases import Case
from bot.rules.ledger import Ledger
from bot.rules.people import Role


async def key_change(click: Click, casework: Casework) -> Answer:
    """The steps, in the order in which they are done; nothing of any matter."""
    days = casework.policy.backup_days

    def show(case: Case, ledger: Ledger) -> blocks.View:
        say = click.say
        steps = (say(f"roster-key-change-{step}", days=days) for step in ("about", "rotate", "drill", "destroy"))
        return blocks.modal(say("roster-key-change-title"), blocks.sections(steps), close=say("close-button"))

    door = Door(FLOW, KEY_CHANGE, (Role.ADMINISTRATOR,), Act.READ, KEY_CHANGE)
    return Show(await casework.read(click, door, show))


ACTIONS: dict[str, Action] = {f"{FLOW}.{KEY_CHANGE}": key_change}
FORMS: dict[str, Action] = {}
FIELDS: tuple[Field, ...] = ()
