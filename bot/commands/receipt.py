"""Looks up a receipt on the host: genuine and of which day, or unknown; never whose it is or what it was about (G8)."""

from datetime import date

from bot.handlers.peer_support.rules import receipt
from bot.rules.people import Role
from bot.store.ledger import UnitLedger
from bot.store.unit import Store, Unit


def look_up(store: Store, code: str) -> date | None:
    """The day on which the request of this receipt was made, or None; the look-up itself stands in the audit log.

    Raises StoreFailed.
    """

    def work(unit: Unit) -> date | None:
        day = receipt.look_up(code, UnitLedger(unit))
        unit.audit.append(
            actor="operator", hat=Role.OPERATOR, act="receipt.look_up", obj="receipt",
            outcome="genuine" if day else "unknown", rev=0, digest=b"",
        )  # fmt: skip
        return day

    return store.run_now(work)


def answer(day: date | None) -> str:
    """What the command line says."""
    if day is None:
        return "unknown: mistyped, not ours, or of something that has been erased"
    return f"genuine: somebody asked for support on {day.isoformat()}"
