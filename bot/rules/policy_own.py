"""What the organisation decides about requests to see, correct or stop the use of one's own records (Aku 18)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from bot.rules.policy_rows import list_mistakes

Desk = Literal["administrator", "joint_clerk", "welfare_head", "affairs_staff"]  # who may be named to answer
MOST_SUBJECTS = 10  # Slack: as many as a choice in sight can hold


@dataclass(frozen=True)
class Subject:
    """What a request can be about, and which office answers it."""

    key: str
    ja: str
    en: str
    answered_by: Desk
    article: str = ""


@dataclass(frozen=True)
class OwnRecords:
    """`extension_days`: so much more time may be taken, once and with its reason; the first days stand with the clock.

    `kept_days`: how long an answered request stays to be read before it is destroyed.
    """

    extension_days: int
    kept_days: int
    subjects: tuple[Subject, ...]


def mistakes(own: OwnRecords) -> Iterator[str]:
    """Every mistake in this part of the policy, each beginning with its key path."""
    yield from list_mistakes("own_records.subjects", own.subjects)
    if len(own.subjects) > MOST_SUBJECTS:
        yield f"own_records.subjects: must hold at most {MOST_SUBJECTS} rows"
