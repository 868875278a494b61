"""The timetable alone: `python -m scheduler`, for several machines or a bot started with --no-scheduler."""

import asyncio
import signal
import sys
from pathlib import Path

from bot import logs, settings
from bot.app import build
from bot.clock import SystemClock
from bot.errors import MadoguchiError, Misconfigured
from bot.handlers.failures import exit_code
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
    """Run with the .env of the folder; what stops it is printed and ends with its exit code."""
    logs.configure("INFO")
    try:
        asyncio.run(serve(settings.read(Path(sys.argv[1] if len(sys.argv) > 1 else ".env"))))
    except MadoguchiError as error:
        said = error.mistakes if isinstance(error, Misconfigured) else [f"{type(error).__name__}: {error}"]
        sys.stderr.write("\n".join(said) + "\n")
        sys.exit(exit_code(error))


if __name__ == "__main__":
    main()
