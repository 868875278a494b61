"""What `python -m bot stress figures` does: the fields of the law's yearly report of one round, for whoever reports."""

from functools import partial

from bot.commands.prints import say_in
from bot.errors import Misconfigured
from bot.handlers.stress_check.rules.figures import Yearly, yearly
from bot.handlers.stress_check.rules.rounds import round_of
from bot.handlers.stress_check.views.figures import report_lines
from bot.rules.people import Role
from bot.store.ledger import UnitLedger
from bot.store.unit import Store, Unit
from bot.words import Words


def figures(store: Store, year: str, language: str) -> list[str]:
    """The report's lines with a line in the audit log; the interviews so far once the results are told.

    Raises Misconfigured for a year without a round, StoreFailed.
    """

    def work(unit: Unit) -> Yearly | None:
        ledger = UnitLedger(unit)
        found = round_of(year, ledger)
        if found is None:
            return None
        unit.audit.append(
            actor="operator", hat=Role.OPERATOR, act="figures", obj=found.id, outcome="done", rev=found.rev, digest=b""
        )
        return yearly(found, ledger, so_far=True)

    found = store.run_now(work)
    if found is None:
        raise Misconfigured([f"YEAR: there is no round of {year}"])
    say = partial(say_in, Words.load(store.house.office.zone), language, store.house.policy)
    addressee = say(f"stress-addressee-{found.report.addressee.replace('_', '-')}")
    return [say("stress-figures-report", addressee=addressee), *report_lines(say, found), say("stress-figures-look")]
