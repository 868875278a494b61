"""Background work that began with a tap: kept until it ends, so that a clean stop can wait for it."""

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

from bot.handlers.failures import Failure, Place, guarded

T = TypeVar("T")


class Tasks:
    """Starts coroutines whose failures have their own surface, and waits for all of them."""

    def __init__(self) -> None:
        self._running: set[asyncio.Task[Any]] = set()

    def start(self, work: Coroutine[Any, Any, T], place: Place) -> "asyncio.Task[T | Failure]":
        """Run `work` beside everything else; what it raises is logged as a failure in `place`, and given as one."""
        task = asyncio.get_running_loop().create_task(guarded(work, place))
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        return task

    async def settled(self) -> None:
        """Return when nothing that was started is still running."""
        while self._running:
            await asyncio.gather(*self._running)
