"""Ways in which Slack misbehaves, to be had on demand: a queue per method, and counters for Socket Mode."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from fnmatch import fnmatchcase
from typing import Any

KINDS = (
    "rate_limited",
    "server_error",
    "html",
    "timeout_before",
    "timeout_after",
    "reset_before",
    "reset_after",
    "error",
)


@dataclass
class Fault:
    """The next `times` calls of a method matching `method` (shell pattern) go wrong in this way."""

    method: str
    kind: str
    times: int = 1
    retry_after: int = 30
    status: int = 500
    seconds: float = 30.0
    name: str = "internal_error"


class Faults:
    """What goes wrong next. The four numbers are counted down by Socket Mode as it uses them up."""

    def __init__(self) -> None:
        self._queue: list[Fault] = []
        self.duplicate_events = 0  # so many next events are delivered twice
        self.late_events = 0  # so many next events are held back until `release_late_events`
        self.dead_tickets = 0  # so many next Socket Mode addresses refuse the connection
        self.lost_acks = 0  # so many next acknowledgements are treated as never received

    def add(self, method: str, kind: str, *, times: int = 1, **details: Any) -> None:
        """Queue a fault. `details`: retry_after, status, seconds or name; ValueError for an unknown kind."""
        if kind not in KINDS:
            raise ValueError(f"unknown fault, known are {', '.join(KINDS)}")
        self._queue.append(Fault(method, kind, times, **details))

    def take(self, method: str) -> Fault | None:
        """The fault that befalls this call, used up by it."""
        fault = next((one for one in self._queue if fnmatchcase(method, one.method)), None)
        if fault is not None:
            fault.times -= 1
            if fault.times <= 0:
                self._queue.remove(fault)
        return fault

    def spend(self, counter: str) -> bool:
        """Use up one of the Socket Mode counters; whether there was one."""
        left: int = getattr(self, counter)
        setattr(self, counter, max(0, left - 1))
        return left > 0

    def clear(self) -> None:
        """Behave from now on."""
        self._queue.clear()
        self.set_counters(dict.fromkeys(self.counters(), 0))

    def counters(self) -> dict[str, int]:
        """The Socket Mode counters by name."""
        return {
            "duplicate_events": self.duplicate_events,
            "late_events": self.late_events,
            "dead_tickets": self.dead_tickets,
            "lost_acks": self.lost_acks,
        }

    def set_counters(self, numbers: Mapping[str, int]) -> None:
        """Set Socket Mode counters; KeyError for an unknown one."""
        for name, number in numbers.items():
            if name not in self.counters():
                raise KeyError(name)
            setattr(self, name, int(number))

    def told(self) -> dict[str, Any]:
        """Everything that is still to go wrong, for the page."""
        return {"faults": [asdict(one) for one in self._queue], **self.counters()}
