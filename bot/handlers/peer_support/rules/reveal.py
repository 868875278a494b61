"""The name that the person had kept back, told by their own act (Yam 9, G7)."""

from datetime import datetime

from bot.handlers.peer_support.rules.consents import with_name
from bot.handlers.peer_support.rules.idle import begun_anew
from bot.handlers.peer_support.rules.talk import news, reader
from bot.rules.cases import Case, Decision
from bot.rules.ledger import Ledger


def reveal(case: Case, ledger: Ledger, now: datetime) -> Decision:
    """From now on the other side sees the name; what was seen cannot be taken back, so there is no way back."""
    told = news(reader(case, ledger, now), case, ledger, now)
    named = {**case.body, "named": True}
    revealed = Decision(act="reveal", body=named, consents=with_name(case, ledger, now), notices=told)
    return begun_anew(revealed, case, ledger, now) if case.state == "accepted" else revealed
