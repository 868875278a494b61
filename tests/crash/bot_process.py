"""The bot as a process of its own, connected to the sandbox of the test that started it; it may be killed at any time.

Reads its settings, its first moment and the speed of its clock as JSON from the command line, says `ready` when it is
connected, and ends cleanly on SIGTERM.
"""

import asyncio
import json
import signal
import sys
import time
from datetime import UTC, datetime, timedelta

from bot import logs
from bot.app import build
from bot.commands.run import connect
from bot.settings import Settings

PAUSE_SECONDS = 0.02


class RacingClock:
    """A clock that goes on by itself, so many times faster than the machine's."""

    def __init__(self, start: datetime, speed: float) -> None:
        self._start, self._speed, self._since = start, speed, time.monotonic()

    def now(self) -> datetime:
        return self._start + timedelta(seconds=(time.monotonic() - self._since) * self._speed)

    def monotonic(self) -> float:
        return time.monotonic()


async def serve(settings: Settings, clock: RacingClock) -> None:
    """Serve taps and tick without a pause until SIGTERM."""
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    program = await build(settings, clock)
    handler = connect(program, settings)
    await handler.connect_async()
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    while not stop.is_set():
        await program.ticks.all(clock.now())
        await asyncio.wait({asyncio.ensure_future(stop.wait())}, timeout=PAUSE_SECONDS)
    await handler.close_async()
    await program.stop()


def main() -> None:
    told = json.loads(sys.argv[1])
    logs.configure("INFO")
    clock = RacingClock(datetime.fromisoformat(told["start"]).astimezone(UTC), told["speed"])
    asyncio.run(serve(Settings(**told["settings"]), clock))


if __name__ == "__main__":
    main()
