"""What the harassment regulation leaves to the organisation: its lists, its two forms and its numbers."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from bot.rules.policy_rows import Row, list_mistakes

Inquired = Literal["affected", "respondent", "third_party"]
Told = Literal["name", "entry", "kinds", "places", "when", "story", "wanted"]  # what the person tells when entering


@dataclass(frozen=True)
class Kind:
    """One kind of harassment in the words of Aki 2(3)-(5); `group` joins the kinds of one item."""

    key: str
    ja: str
    en: str
    group: str
    article: str = ""


@dataclass(frozen=True)
class SheetField:
    """One line of form 1 or form 2, which the regulation gives as pictures only.

    `names` marks what tells who the person is: it goes to the section head with their agreement only (K4).
    `of` says for which person heard a line of form 2 is meant; empty for everybody. `begins_with` is what of the
    person's own entry stands in a line of form 1 before anybody has written there.
    """

    key: str
    ja: str
    en: str
    input: Literal["line", "text", "day"] = "text"
    names: bool = False
    of: tuple[Inquired, ...] = ()
    begins_with: tuple[Told, ...] = ()
    article: str = ""


@dataclass(frozen=True)
class Route:
    """A way outside the organisation, shown where nobody inside is left (K6); without a number the label says where."""

    key: str
    ja: str
    en: str
    phone: str = ""


@dataclass(frozen=True)
class Measure:
    """One kind of measure of Aki 12; `told` marks those that concern the person, who may read that they were taken."""

    key: str
    ja: str
    en: str
    article: str = ""
    told: bool = False


@dataclass(frozen=True)
class Harassment:
    """Lists, forms and days. `later_checks` are days after the end on which the person is asked (Aki 4(2), 11),
    `guideline_days` count from 1 April, `make_known_days` from the day on which the guideline was published (Aki 3).

    `draft_days`: how long a consultation that was begun and not sent is kept; `idle_asks_days` and `idle_ends_days`
    count before form 1 is reported; `end_choice_days`: how long the person may choose at the end (G8).
    `outcome_office_days`: how long a responder has to tell the person what came of it (K7).
    `election_office_days`: how long the members vote for an acting chair. `seats` stand in the order of their numbers.
    """

    draft_days: int
    form1_confirm_office_days: int
    meeting_reminder_office_days: int
    consent_ask_days: int
    idle_asks_days: int
    idle_ends_days: int
    outcome_office_days: int
    end_choice_days: int
    contact_days: int
    later_checks: tuple[int, ...]
    guideline_days: tuple[int, ...]
    make_known_days: tuple[int, ...]
    election_office_days: int
    entries: tuple[Row, ...]
    kinds: tuple[Kind, ...]
    places: tuple[Row, ...]
    wanted: tuple[Row, ...]
    sexes: tuple[Row, ...]
    refusals: tuple[Row, ...]
    seats: tuple[Row, ...]
    measures: tuple[Measure, ...]
    outside_routes: tuple[Route, ...]
    intake_sheet: tuple[SheetField, ...]
    fact_sheet: tuple[SheetField, ...]


LISTS = (
    "entries", "kinds", "places", "wanted", "sexes", "refusals", "seats", "measures", "outside_routes",
    "intake_sheet", "fact_sheet",
)  # fmt: skip


MOST_LINES = 24  # of a form: as many of 2000 characters each as one screen of Slack's can show


def mistakes(harassment: Harassment) -> Iterator[str]:
    """Every mistake in this part of the policy, each beginning with its key path."""
    for name in LISTS:
        yield from list_mistakes(f"harassment.{name}", getattr(harassment, name))
    for name in ("intake_sheet", "fact_sheet"):
        if len(getattr(harassment, name)) > MOST_LINES:
            yield f"harassment.{name}: must hold at most {MOST_LINES} lines"
    if harassment.idle_ends_days <= harassment.idle_asks_days:
        yield "harassment.idle_ends_days: must be more than harassment.idle_asks_days"
    checks = harassment.later_checks
    for name in ("later_checks", "guideline_days", "make_known_days"):
        days = getattr(harassment, name)
        if days and not (days[0] >= 1 and all(a < b for a, b in pairwise(days))):
            yield f"harassment.{name}: must be days that grow from 1 on"
    if any(day > harassment.contact_days for day in checks):
        yield "harassment.contact_days: must not be less than harassment.later_checks"
