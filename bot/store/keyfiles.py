"""The key directory: files that only the program's own user can read, made whole or not at all."""

import errno
import os
import re
import shutil
import stat
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from bot.errors import KeyMissing, Misconfigured

KeyName = tuple[str, int]  # domain, version; LASTING is the one that no rotation replaces
LASTING = 0

_UNREADABLE = {
    errno.ENOENT: "is missing",
    errno.ELOOP: "is a symbolic link; put the file itself there",
    errno.EACCES: "cannot be read by the user who runs the program",
}
_LARGEST = 1024


def file_name(domain: str, version: int) -> str:
    """The name of a key file: peer.v1.key, peer.lasting.key."""
    return f"{domain}.lasting.key" if version == LASTING else f"{domain}.v{version}.key"


def names_in(directory: Path, domains: Iterable[str]) -> list[KeyName]:
    """The keys of these domains that have a file, by domain as asked for and then by version."""
    there = [
        re.fullmatch(r"([a-z]+)\.(?:v([1-9][0-9]{0,3})|lasting)\.key", p.name, re.ASCII) for p in directory.iterdir()
    ]
    found = [(match[1], int(match[2] or LASTING)) for match in there if match]
    return [(domain, version) for domain in domains for version in sorted(v for d, v in found if d == domain)]


def check_directory(directory: Path) -> None:
    """Raises KeyMissing unless it is a directory of our own, not a link, with the permissions 0700."""
    try:
        info = directory.lstat()
    except OSError as error:
        raise KeyMissing([f"{directory} {_why(error)}: `python -m bot keys init` makes it."]) from None
    if not stat.S_ISDIR(info.st_mode):
        raise KeyMissing([f"{directory} is not a directory (a link to one does not count)."])
    _check_guarded(directory, info, 0o700)


def read_private(path: Path) -> bytes:
    """The bytes of a small file of our own, not a link, with the permissions 0400.

    Raises KeyMissing with one sentence that names the file.
    """
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except FileNotFoundError:
        raise KeyMissing([f"{path} is missing: bring it back from its offline copy."]) from None
    except OSError as error:
        raise KeyMissing([f"{path} {_why(error)}."]) from None
    with os.fdopen(handle, "rb") as file:
        info = os.fstat(handle)
        if not stat.S_ISREG(info.st_mode):
            raise KeyMissing([f"{path} is not a file."])
        _check_guarded(path, info, 0o400)
        return file.read(_LARGEST)


def write_new_directory(directory: Path, files: Mapping[str, bytes]) -> None:
    """Make `directory` with these files, safely on the disk, in one step; an empty one is replaced.

    Raises Misconfigured where anything is there already or the place cannot be written; nothing is left then.
    """
    try:
        directory.parent.mkdir(parents=True, exist_ok=True)
        draft = Path(tempfile.mkdtemp(prefix=f".{directory.name}-", dir=directory.parent))
        try:
            for name, content in files.items():
                _write_private(draft / name, content)
            _sync(draft)
            draft.rename(directory)  # fails unless the target is missing or an empty directory
        except OSError:
            shutil.rmtree(draft)
            raise
        _sync(directory.parent)
    except OSError as error:
        if error.errno in {errno.ENOTEMPTY, errno.EEXIST, errno.ENOTDIR}:
            raise Misconfigured([f"{directory} exists already; nothing in it was changed."]) from None
        raise Misconfigured([f"{directory} could not be made: {os.strerror(error.errno or 0)}."]) from None


def add_files(directory: Path, files: Mapping[str, bytes]) -> None:
    """Write new private files into a key directory, safely on the disk.

    Raises Misconfigured where one is there already, or the folder cannot be written; none of them is left then.
    """
    written: list[Path] = []
    try:
        for name, content in files.items():
            _write_private(directory / name, content)
            written.append(directory / name)
        _sync(directory)
    except OSError as error:
        for path in written:
            path.unlink()
        raise Misconfigured([f"{directory} could not be written: {os.strerror(error.errno or 0)}."]) from None


def remove_files(directory: Path, names: Iterable[str]) -> None:
    """Unlink these files of a key directory; one that is gone already is well. Raises Misconfigured."""
    try:
        for name in names:
            (directory / name).unlink(missing_ok=True)
        _sync(directory)
    except OSError as error:
        raise Misconfigured([f"{directory} could not be written: {os.strerror(error.errno or 0)}."]) from None


def _check_guarded(path: Path, info: os.stat_result, mode: int) -> None:
    if info.st_uid != os.geteuid():
        raise KeyMissing([f"{path} must belong to the user who runs the program."])
    if stat.S_IMODE(info.st_mode) != mode:
        raise KeyMissing([f"{path} must have the permissions {mode:04o}: `chmod {mode:o}` it."])


def _write_private(path: Path, content: bytes) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o400), "wb") as file:
        os.fchmod(file.fileno(), 0o400)  # whatever the umask was
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _sync(directory: Path) -> None:
    handle = os.open(directory, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _why(error: OSError) -> str:
    return _UNREADABLE.get(error.errno or 0, "cannot be read")
