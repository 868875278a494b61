"""What a command leaves behind when it is stopped: nothing; what a killed one has left, the next one sweeps away."""

import fcntl
import os
import shutil
import signal
import stat
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from tempfile import mkdtemp
from types import FrameType
from typing import NoReturn

from bot.errors import Misconfigured

PREFIX = ".madoguchi-"
STOPPING = (signal.SIGTERM, signal.SIGHUP)


def end_cleanly() -> None:
    """From now on SIGTERM and SIGHUP end this process the way an error does: whatever must be tidied up, is."""
    for number in STOPPING:
        if signal.getsignal(number) is not signal.SIG_IGN:  # under nohup nobody means to stop it
            signal.signal(number, _leave)


def _leave(number: int, _: FrameType | None) -> NoReturn:
    for one in STOPPING:
        signal.signal(one, signal.SIG_IGN)  # a second one must not interrupt the tidying up
    raise SystemExit(128 + number)


@contextmanager
def private_folder(beside: Path) -> Iterator[Path]:
    """A folder of our own in `beside`, gone afterwards with everything in it. Raises Misconfigured.

    It is locked for as long as its process lives; what a killed one has left is known by its open lock, and is swept
    away first.
    """
    with ExitStack() as held:
        try:
            with _locked(beside):  # one at a time makes or sweeps: no new folder is ever seen before it is locked
                _sweep(beside)
                made = Path(mkdtemp(prefix=PREFIX, dir=beside))
                held.enter_context(_locked(made))
        except OSError as error:
            raise Misconfigured([f"{beside} cannot be written: {os.strerror(error.errno or 0)}."]) from None
        held.callback(shutil.rmtree, made)
        yield made


def _sweep(beside: Path) -> None:
    for left in beside.glob(f"{PREFIX}*"):
        with suppress(BlockingIOError, FileNotFoundError):  # its process lives, or has just tidied up itself
            info = left.lstat()
            if stat.S_ISDIR(info.st_mode) and info.st_uid == os.geteuid():
                with _locked(left, fcntl.LOCK_NB):
                    shutil.rmtree(left)


@contextmanager
def _locked(folder: Path, how: int = 0) -> Iterator[None]:
    """Hold a folder that nobody else holds, until the end of the block or of the process. Raises OSError."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | how)
        yield
    finally:
        os.close(handle)
