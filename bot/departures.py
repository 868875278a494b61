"""Who has left, by the list of members: noted in the roster, and what waits for them is looked at again (Yam 6(6))."""

from dataclasses import replace

from bot.casework import Casework
from bot.effects import look_again
from bot.members import Members
from bot.rules.people import Person, Role
from bot.store.unit import Unit


async def keep_up(casework: Casework, members: Members) -> None:
    """Write into the roster whose account was closed or opened again since; nothing where nothing has changed.

    Raises Busy, StillSaving or StoreFailed.
    """

    def work(unit: Unit) -> None:
        changed = _changed(unit, members)
        unit.roster.save_people(changed)
        look_again(unit, casework.flows, {person.id for person in changed})
        unit.audit.append(
            actor=Role.SCHEDULER, hat=Role.SCHEDULER, act="roster.accounts", obj="roster",
            outcome="done", rev=0, digest=b"",
        )  # fmt: skip

    if await casework.store.read(lambda unit: _changed(unit, members)):
        await casework.store.run(work)


def _changed(unit: Unit, members: Members) -> list[Person]:
    """The rows of the roster that say something else than the workspace; of whom it does not know they stay."""
    told = ((person, members.has_left(person.id)) for person in unit.roster.people().values())
    return [replace(person, left=left) for person, left in told if left is not None and person.left != left]
