"""The receipt of a request: a code that proves that somebody asked on a day, without a name, while it exists (G8)."""

from datetime import date

from bot.handlers.peer_support.rules.moves import FLOW, MOVES
from bot.rules.cases import Case
from bot.rules.ledger import Ledger

RECEIPT, ASKED_ON = "receipt", "asked_on"
KINDS = ("request", "contact")  # what a receipt can be of
MISREAD = str.maketrans("OIL", "011")  # the code has none of these letters


def receipt(case: Case, ledger: Ledger) -> str:
    """The code of a request: a keyed hash that only this house can make. A contact keeps that of its request."""
    return str(case.body.get(RECEIPT) or ledger.case_ref(case, RECEIPT))


def asked_on(case: Case) -> date | None:
    """The day on which the person asked; None where somebody else wrote it down for them."""
    day = case.body.get(ASKED_ON)
    return date.fromisoformat(day) if day else None


def look_up(code: str, ledger: Ledger) -> date | None:
    """The day that a genuine code proves; None for any other and for what has been forgotten."""
    wanted = _signs(code)
    for kind in KINDS:
        for state in set(MOVES[kind].states()) - MOVES[kind].final():
            for case in ledger.listed(FLOW, kind, "", state):
                if _signs(receipt(case, ledger)) == wanted:
                    return asked_on(case)
    return None


def _signs(code: str) -> str:
    """The signs of a code as it was read aloud or copied by hand."""
    return "".join(sign for sign in code.upper().translate(MISREAD) if sign.isalnum())
