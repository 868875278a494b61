"""The states of a consultation, the numbers of its regulation and policy, and what a message to the person is."""

from dataclasses import dataclass

from tests.year.townsfolk import Told

CASE, OVER, IDLE_OVER, CONTACT = "harassment.case", "harassment.over", "harassment.idle_over", "harassment.contact"
BEFORE_FORM_1 = ("received", "stranded", "arranging", "arranged", "met", "confirming", "held")
DECIDING = ("reported", "consent_held", "found")
AFTER_FORM_1 = (*DECIDING, "hearing", "referred", "proposed", "measures")
AFTER_MEETING = ("confirming", "held", *AFTER_FORM_1, "closing")
ENDED = ("withdrawn", "ended")
IDLE_DAYS, CHOICE_DAYS, CONSENT_DAYS, COMMITTEE_DAYS, CHECKS = 30, 14, 7, 60, (30, 90, 180)


@dataclass(frozen=True)
class Owed:
    """A message to the person, the states in which it is still true when it leaves (none: while it is not over)."""

    told: Told
    states: tuple[str, ...] = ()
    missed: bool = False
