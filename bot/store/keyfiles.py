"""The key directory, and every other file that only the program's own user can read: made whole or not at all."""

import errno
import os
import re
import shutil
import stat
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import BinaryIO

from bot.errors import KeyMissing, Misconfigured

KeyName = tuple[str, int]  # domain, version; LASTING is the one that no rotation replaces
LASTING = 0

_UNREADABLE = {
    errno.ENOENT: "is missing",
    errno.ELOOP: "is a symbolic link; put the file itself there",
    errno.EACCES: "cannot be read by the user who runs the program",
}
_LARGEST = 1024
READ_ONLY, OWNER_ONLY = 0o400, 0o600
_DRAFT = ".part"  # stands behind the name of what is not whole yet; visible, so that what a kill leaves is found


class _Lax(OSError):
    """The disk keeps no permissions, or gives no file a second name: FAT, some network disks."""


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
        with ExitStack() as undo:
            undo.callback(shutil.rmtree, draft)
            _write_all({draft / name: content for name, content in files.items()})
            draft.rename(directory)  # fails unless the target is missing or an empty directory
            undo.pop_all()
        _sync(directory.parent)
    except OSError as error:
        if error.errno in {errno.ENOTEMPTY, errno.EEXIST, errno.ENOTDIR}:
            raise Misconfigured([f"{directory} exists already; nothing in it was changed."]) from None
        raise Misconfigured([_not_written(directory, error)]) from None


def add_files(directory: Path, files: Mapping[str, bytes]) -> None:
    """Write new files into a key directory, safely on the disk; they appear in the order given.

    Raises Misconfigured as `new_files`; none of them is left then.
    """
    try:
        _write_all({directory / name: content for name, content in files.items()})
    except OSError as error:
        raise Misconfigured([_not_written(directory, error)]) from None


@contextmanager
def new_file(path: Path, mode: int = OWNER_ONLY, *, over: bool = False) -> Iterator[BinaryIO]:
    """One new file, as `new_files`; `over` puts it in the place of one that is there."""
    with new_files({path: mode}, over=over) as (file,):
        yield file


@contextmanager
def new_files(modes: Mapping[Path, int], *, over: bool = False) -> Iterator[list[BinaryIO]]:
    """New files with these permissions, to be written in the block; they appear, in this order, when it has ended well.

    Whatever stops the program, each is whole and safely on the disk or not there; when anything fails, none is left.
    Raises Misconfigured where one is there already, or its folder cannot be written or keeps no permissions.
    """
    try:
        with _whole(modes, over=over) as opened:
            yield opened
    except OSError as error:
        where = ", ".join(str(one) for one in dict.fromkeys(path.parent for path in modes))
        raise Misconfigured([_not_written(where, error)]) from None


def remove_files(directory: Path, names: Iterable[str]) -> None:
    """Unlink these files of a key directory; one that is gone already is well. Raises Misconfigured.

    What a kill has left of writing one may hold the same bytes, and goes with it.
    """
    try:
        for name in names:
            (directory / name).unlink(missing_ok=True)
            _draft_of(directory / name).unlink(missing_ok=True)
        _sync(directory)
    except OSError as error:
        raise Misconfigured([_not_written(directory, error)]) from None


def _check_guarded(path: Path, info: os.stat_result, mode: int) -> None:
    if info.st_uid != os.geteuid():
        raise KeyMissing([f"{path} must belong to the user who runs the program."])
    if stat.S_IMODE(info.st_mode) != mode:
        raise KeyMissing([f"{path} must have the permissions {mode:04o}: `chmod {mode:o}` it."])


def _write_all(files: Mapping[Path, bytes]) -> None:
    with _whole(dict.fromkeys(files, READ_ONLY)) as opened:
        for file, content in zip(opened, files.values(), strict=True):
            file.write(content)


@contextmanager
def _whole(modes: Mapping[Path, int], *, over: bool = False) -> Iterator[list[BinaryIO]]:
    """As `new_files`. Raises OSError, and Misconfigured where a file or what a kill left of one is there."""
    taken = [path for path in modes if os.path.lexists(path) and not over]
    if taken:
        raise Misconfigured([f"{path} exists already; nothing in it was changed." for path in taken])
    with ExitStack() as drafts:
        opened = []
        for path, mode in modes.items():
            file = drafts.enter_context(_new_draft(_draft_of(path)))
            drafts.callback(_draft_of(path).unlink, missing_ok=True)
            _guard(file.fileno(), mode)
            opened.append(file)
        yield opened
        for file in opened:
            file.flush()
            os.fsync(file.fileno())
        with ExitStack() as undo:
            for path in modes:
                _appear(path, over=over)
                undo.callback(path.unlink)
                _sync(path.parent)
            undo.pop_all()


def _new_draft(draft: Path) -> BinaryIO:
    try:
        return os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, OWNER_ONLY), "wb")
    except FileExistsError:
        said = f"{draft} is there: another command writes it, or one was killed. When none runs, delete it; try again."
        raise Misconfigured([said]) from None


def _appear(path: Path, *, over: bool) -> None:
    """Give a draft its own name, in one step; only `over` does so where there is a file."""
    if over:
        _draft_of(path).replace(path)
        return
    try:
        path.hardlink_to(_draft_of(path))
    except FileExistsError:
        raise Misconfigured([f"{path} exists already; nothing in it was changed."]) from None
    except OSError as error:
        if error.errno in {errno.EPERM, errno.ENOTSUP, errno.ENOSYS}:
            raise _Lax from None
        raise


def _guard(handle: int, mode: int) -> None:
    """Set the permissions, whatever the umask was. Raises _Lax where the disk refuses, or does not do it."""
    try:
        os.fchmod(handle, mode)
    except PermissionError:
        raise _Lax from None
    if stat.S_IMODE(os.fstat(handle).st_mode) != mode:
        raise _Lax


def _draft_of(path: Path) -> Path:
    return path.with_name(f"{path.name}{_DRAFT}")


def _not_written(where: Path | str, error: OSError) -> str:
    if isinstance(error, _Lax):
        return (
            f"{where} is on a disk that cannot keep a file private (FAT, say): "
            "write to a disk of this machine first and copy it from there."
        )
    return f"{where} could not be written: {os.strerror(error.errno or 0)}."


def _sync(directory: Path) -> None:
    handle = os.open(directory, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _why(error: OSError) -> str:
    return _UNREADABLE.get(error.errno or 0, "cannot be read")
