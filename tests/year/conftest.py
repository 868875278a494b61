"""What every year needs: the same ids each time, so that a seed can be lived through twice."""

from random import Random
from uuid import UUID

import pytest

from bot import casework, effects
from bot.store import casebook, roster, timetable


@pytest.fixture(autouse=True)
def _the_same_ids_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is sorted by its id comes in the same order whenever a seed is run: a failure can be looked at twice."""
    ids = Random(1)  # noqa: S311 - for order, not for keys
    for module in (casework, effects, casebook, roster, timetable):
        monkeypatch.setattr(module, "uuid4", lambda: UUID(int=ids.getrandbits(128), version=4))
