"""Which parts of a request the one who deals with it may see (Yam 9, 10(2)(3))."""

from datetime import datetime

from bot.rules.cases import Case
from bot.rules.consent import ConsentState, state_of
from bot.rules.ledger import Ledger

REFERRAL = "referral"  # the purpose of a consent to be handed on
NAME, TOPIC, MESSAGE, TALK = "name", "topic", "message", "talk"
PARTS = frozenset({NAME, TOPIC, MESSAGE, TALK})


def sight(case: Case, viewer: str, ledger: Ledger, now: datetime) -> frozenset[str]:
    """What `viewer` sees of a request at the moment `now`; nothing means that it is closed to them.

    Whom the person has chosen sees all of it, without the name where the person has kept it back (G7). To whom it
    was handed on sees what the person has agreed to, and nothing from the instant in which that ends (Yam 10(2)(3)).
    """
    if viewer not in case.handlers:
        return frozenset()
    seen = PARTS
    if case.identity.get("referred_from"):
        agreed = (
            consent.fields
            for consent in ledger.consents(case.id)
            if (consent.recipient, consent.purpose) == (viewer, REFERRAL)
            and state_of(consent, now, ledger.office) is ConsentState.LIVE
        )
        seen = PARTS & frozenset().union(*agreed)
    return seen if is_named(case) else seen - {NAME}


def is_named(case: Case) -> bool:
    """Whether the person lets the other side know who they are."""
    return bool(case.body.get("named", True))
