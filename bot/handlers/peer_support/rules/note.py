"""The supporter's private note: its author alone reads it and adds to it; it ends with the matter (Yam 11(3), 13)."""

from datetime import datetime

from bot.errors import Refused
from bot.handlers.peer_support.rules.idle import begun_anew
from bot.rules.cases import Case, Decision, Record
from bot.rules.ledger import Ledger

NOTE = "note"


def notes_of(author: str, case: Case, ledger: Ledger) -> tuple[str, ...]:
    """What this supporter has noted in this matter, in order; nobody else's."""
    by = ledger.case_ref(case, author)
    mine = [record.body for record in ledger.records(case.id) if record.kind == NOTE and record.body["by"] == by]
    return tuple(body["text"] for body in sorted(mine, key=lambda body: body["number"]))


def note(text: str, author: str, case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """The supporter adds something for themselves. It is no news to anybody else's screen, and no moment is kept."""
    if not text:
        return Refused("peer_support-note-empty", "text")
    entry = {"by": ledger.case_ref(case, author), "number": len(notes_of(author, case, ledger)) + 1, "text": text}
    noted = Decision(act="note", records=(Record(NOTE, entry),), keeps_rev=True)
    return begun_anew(noted, case, ledger, now) if case.state == "accepted" else noted
