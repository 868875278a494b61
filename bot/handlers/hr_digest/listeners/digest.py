"""Opens a month's digest, from its message or from Home; every reading is in the audit log."""

from bot.casework import Casework, Door
from bot.errors import Refused
from bot.handlers.blocks import View
from bot.handlers.flow import Action, Answer, Click, Field, Show
from bot.handlers.hr_digest.rules.digest import latest
from bot.handlers.hr_digest.rules.moves import DIGEST, FLOW
from bot.handlers.hr_digest.views import digest as views
from bot.rules.access import Act
from bot.rules.cases import Case
from bot.rules.ledger import Ledger
from bot.rules.people import Role

READERS = (Role.DIGEST_READER, Role.WELFARE_HEAD, Role.AFFAIRS_HEAD)
SHOW, LATEST = "hr_digest.digest", "hr_digest.latest"


async def show(click: Click, casework: Casework) -> Answer:
    """The month whose message was opened."""
    return Show(await _screen(click, casework, click.row))


async def newest(click: Click, casework: Casework) -> Answer:
    """The last month that was published; who may read none learns nothing of whether there is one."""
    case_id = await casework.look(lambda ledger: latest(ledger, click.now))
    return Show(await _screen(click, casework, case_id))


async def _screen(click: Click, casework: Casework, case_id: str) -> View:
    def screen(case: Case, ledger: Ledger) -> View | Refused:
        return views.screen(click, case.body, ledger.policy) if case.exists else views.nothing_yet(click)

    kind = DIGEST.kind if case_id else ""
    return await casework.read(click, Door(FLOW, kind, READERS, Act.READ, "digest", case_id), screen)


ACTIONS: dict[str, Action] = {SHOW: show, LATEST: newest}
FORMS: dict[str, Action] = {}
FIELDS: tuple[Field, ...] = ()
