"""Form 1 as the two responders write it: page by page, each going on where the other stopped (Aki 7(8))."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.errors import Refused
from bot.handlers.harassment.rules.circle import joined
from bot.handlers.harassment.rules.moves import MET
from bot.rules.cases import Case, Decision
from bot.rules.ledger import Ledger
from bot.rules.policy import Policy
from bot.rules.policy_harassment import SheetField

ON_A_PAGE = 4  # lines: as many as one can look over on a phone
LONGEST, LONGEST_LINE = 2000, 200

Typed = Mapping[str, str]


def written(case: Case) -> Mapping[str, str]:
    """What stands in each line that was saved, "" for one that was left empty."""
    found: Mapping[str, str] = case.body.get("sheet", {})
    return found


def pages(policy: Policy) -> list[tuple[SheetField, ...]]:
    """The lines of the organisation's own form, a few on each page."""
    lines = policy.harassment.intake_sheet
    return [tuple(lines[start : start + ON_A_PAGE]) for start in range(0, len(lines), ON_A_PAGE)]


def next_page(case: Case, policy: Policy) -> int | None:
    """Where it was stopped: the first page that nobody has saved yet; None when all are."""
    there = written(case)
    return next((n for n, page in enumerate(pages(policy)) if any(line.key not in there for line in page)), None)


def write(typed: Typed, shown: int, case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """Save the lines of one page, which was shown at the revision `shown`, and leave all others alone.

    A line that the other responder has changed since is kept as it is stored and named in `answer["crossed"]`: it is
    shown with what was typed, and who typed decides.
    """
    if case.state != MET:
        return Refused("harassment-sheet-given-already")
    crossed = [key for key, text in typed.items() if _is_crossed(key, text, shown, case)]
    new = {key: text for key, text in typed.items() if key not in crossed and not _is_older(key, text, shown, case)}
    there = written(case)
    marks = {key: {"rev": case.rev + 1, "before": there.get(key, "")} for key in new if new[key] != there.get(key)}
    body = {**case.body, "sheet": {**there, **new}, "sheet_marks": {**case.body.get("sheet_marks", {}), **marks}}
    decision = Decision(act="write_sheet", body=body, answer={"crossed": crossed})
    return joined(decision, case, ledger, now, state=MET)


def _is_crossed(key: str, text: str, shown: int, case: Case) -> bool:
    """Whether both have written something else into the same line."""
    mark = _changed_since(key, shown, case)
    return bool(mark) and text not in {mark["before"], written(case)[key]}


def _is_older(key: str, text: str, shown: int, case: Case) -> bool:
    """Whether a line was left as it was shown, while the other one has changed it."""
    mark = _changed_since(key, shown, case)
    return bool(mark) and text == mark["before"]


def _changed_since(key: str, shown: int, case: Case) -> Mapping[str, Any]:
    """The mark of the last change of a line where it came after the revision `shown`, else nothing."""
    mark: Mapping[str, Any] = case.body.get("sheet_marks", {}).get(key, {})
    return mark if mark and mark["rev"] > shown else {}
