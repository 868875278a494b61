"""The clicks around an external adviser's report (Yam 11(2))."""

from collections.abc import Sequence
from datetime import datetime

from bot.casework import Casework, Door
from bot.handlers.blocks import Block, View
from bot.handlers.flow import Action, Answer, Click, Field, Show
from bot.handlers.peer_support.listeners.month import reports
from bot.handlers.peer_support.rules import adviser_report as rules
from bot.handlers.peer_support.rules.moves import FLOW
from bot.handlers.peer_support.views import adviser_report as views
from bot.handlers.peer_support.views.month import read_entry
from bot.rules.access import Act
from bot.rules.cases import Case, Decision
from bot.rules.ledger import Ledger
from bot.rules.people import Role


async def open_report(click: Click, casework: Casework) -> Answer:
    """A notice or Home leads to the form, or to what was sent."""
    return Show(await report_screen(click, casework, click.row))


async def report_screen(click: Click, casework: Casework, case_id: str, *, before: Sequence[Block] = ()) -> View:
    """The form of a report that is owed, otherwise what was reported."""

    def show(case: Case, ledger: Ledger) -> View:
        if case.state == "owed":
            return views.report_form(click, case, ledger.policy, before=before)
        return views.reported(click, ledger.records(case.id), ledger.policy)

    return await casework.read(click, _door(Act.READ, case_id), show)


async def send(click: Click, casework: Casework) -> Answer:
    """One support is reported, each time (Yam 11(2))."""
    entry = read_entry(click.fields, casework.policy)

    def reported(case: Case, ledger: Ledger, now: datetime) -> Decision:
        return rules.report(entry.as_record(), case, ledger, now)

    await casework.act(click, _door(Act.CLOSE, click.row, click.rev), reported)
    return Show(await report_screen(click, casework, click.row), refreshes_home=True)


def _door(act: Act, case_id: str, rev: int = 0) -> Door:
    return Door(FLOW, rules.ADVISER_REPORT, (Role.EXTERNAL_ADVISER,), act, "adviser_report", case_id, rev=rev)


ACTIONS: dict[str, Action] = {
    "peer_support.adviser_report": open_report,
    "peer_support.adviser_reports": reports,  # the welfare head's news of one
}
FORMS: dict[str, Action] = {"peer_support.report_support": send}
FIELDS = tuple(
    Field("peer_support.report_support", name, "record")
    for name in ("activity", "topic", "means", "duration", "requester")
)
