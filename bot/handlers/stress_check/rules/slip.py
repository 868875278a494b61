"""The slip for being away from one's desk: the same for every health appointment, and nothing of it is kept (S9)."""

from dataclasses import dataclass
from datetime import date, time

from bot.errors import Refused


@dataclass(frozen=True)
class Slip:
    """When somebody is away, and where, if they like to say it."""

    day: date
    begins: time
    ends: time
    place: str = ""


def checked(slip: Slip) -> Slip:
    """The slip as it is. Raises Refused where it would end before it begins."""
    if slip.ends <= slip.begins:
        raise Refused("stress-slip-order", "ends")
    return slip
