"""The timetable alone: `python -m scheduler`, for several machines or a bot started with --no-scheduler."""

import asyncio
import signal
import sys
from pathlib import Path

from bot import logs, settings
from bot.app import build
from bot.clock import SystemClock
from bot.errors import Misconfigured
from bot.store.writer import role_lock
from scheduler.timetable import Timetable


async def serve(found: settings.Settings) -> None:
    """Tick until SIGTERM or Ctrl-C."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, stop.set)
    program = await build(found, SystemClock())
    with role_lock(program.store.database, "scheduler"):
        timetable = Timetable(program.ticks, program.clock)
        timetable.start()
        await stop.wait()
        await timetable.stop()
        await program.stop()


def main() -> None:
    """Run with the .env of the folder; mistakes are printed and end with exit code 2."""
    logs.configure("INFO")
    try:
        asyncio.run(serve(settings.read(Path(sys.argv[1] if len(sys.argv) > 1 else ".env"))))
    except Misconfigured as error:
        sys.stderr.write("\n".join(error.mistakes) + "\n")
        sys.exit(2)


if __name__ == "__main__":
    main()
