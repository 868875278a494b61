"""Explains how a deadline is counted, so that anybody can check the program with a calendar."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime

from bot.errors import Misconfigured
from bot.policy import office_calendar
from bot.rules.deadlines import Start, due
from bot.rules.policy import Policy

# ISO 8601 has more spellings than people write; these three are read and no other.
SHAPES: Mapping[str, Callable[[str], Start]] = {
    r"\d{4}-\d{2}": str,
    r"\d{4}-\d{2}-\d{2}": date.fromisoformat,
    r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?": datetime.fromisoformat,
}
YEARS = range(1950, 2100)  # the public holidays are known by law and formula for these


def deadline(rule: str, start: str, policy: Policy) -> dict[str, str]:
    """The counted deadline as the texts that the command line prints as JSON, in this order.

    `start` is "2026-10-05", "2026-10-05T09:00:00+09:00" or, for monthly_report, "2026-09".
    Raises Misconfigured with one sentence for an unknown rule or an unusable start.
    """
    counted = due(rule, _start(start), office_calendar(policy), policy)
    return {
        "counted_day": counted.counted_day.isoformat(),
        "due_day": counted.due_day.isoformat(),
        "expires_at": counted.expires_at.isoformat(),
        "last_office_day": counted.last_office_day.isoformat(),
        "article": counted.article,
        "reason": counted.reason,
    }


def _start(text: str) -> Start:
    """The written start as a moment, a day or a month; what it may be is for the rule to say."""
    read = next((read for shape, read in SHAPES.items() if re.fullmatch(shape, text, re.ASCII)), None)
    wrong = Misconfigured(["start: must be written 2026-10-05, 2026-10-05T09:00:00+09:00 or 2026-09"])
    if read is None:
        raise wrong
    if int(text[:4]) not in YEARS:
        raise Misconfigured([f"start: must lie in the years {YEARS[0]} to {YEARS[-1]}"])
    try:
        return read(text)
    except ValueError as error:  # no such day, hour or month
        raise wrong from error
