"""What `backup`, `restore`, `drill` and `keys backup` do: a copy sealed to a key that lies offline, and back again."""

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.app import open_store
from bot.clock import Clock
from bot.commands.stopped import while_stopped
from bot.errors import Misconfigured, SealBroken, Unpermitted
from bot.rules.people import Role
from bot.settings import Settings
from bot.store import backup as copies
from bot.store import envelope, key_checks, migrate
from bot.store.backup import Progress, Recovery
from bot.store.engine import connect, quick_check
from bot.store.keyfiles import add_files, read_private
from bot.store.keys import KeyRing
from bot.store.purge import anchor
from bot.store.unit import Store, Unit
from bot.store.witness import Witness

PURPOSE, PUBLIC = "backup", "backup.pub"
COPY = "copy.db"


# ---- the offline key ----


def make_key(key_directory: Path, private_file: Path) -> tuple[str, ...]:
    """A pair whose private half goes to `private_file`, the public one into the key directory; gives what to say.

    Raises Misconfigured where either is there already: older backups open with the older key only.
    """
    private, public = envelope.new_pair()
    if private_file.exists():
        raise Misconfigured([f"{private_file} exists already; nothing in it was changed."])
    add_files(private_file.parent, {private_file.name: private})  # first: nothing is ever sealed to a key that is lost
    add_files(key_directory, {PUBLIC: public.hex().encode() + b"\n"})
    return (
        f"Backups are sealed to {PUBLIC} in {key_directory} from now on.",
        f"Take {private_file} off this machine now, to two media kept by two people: it alone opens the backups.",
        "It is not one of the program's keys. To read a restored database both are needed.",
    )


def _public(key_directory: Path) -> bytes:
    try:
        return bytes.fromhex(read_private(key_directory / PUBLIC).decode())
    except (Misconfigured, ValueError):
        raise Misconfigured(
            [f"{key_directory / PUBLIC} is missing or not fit for use: `python -m bot keys backup FILE` makes it."]
        ) from None


# ---- out ----


def make(settings: Settings, clock: Clock, target: Path, progress: Progress) -> int:
    """Copy the database while it is in use and seal the copy; gives the size of `target` in bytes.

    Raises Misconfigured where `target` exists or there is no offline key, StoreFailed. The key files are not in it.
    """
    public = _public(settings.key_directory)
    if target.exists():
        raise Misconfigured([f"{target} exists already; nothing in it was changed."])
    with open_store(settings, clock) as store, _private_folder(target.parent) as folder:
        _make(store, folder, public, folder / target.name, progress)
        (folder / target.name).rename(target)
        store.run_now(lambda unit: _note(unit, "backup"))
    return target.stat().st_size


def _make(store: Store, folder: Path, public: bytes, target: Path, progress: Progress) -> None:
    copies.snapshot(store.database, folder / COPY, progress)
    handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with (folder / COPY).open("rb") as source, os.fdopen(handle, "wb") as sealed:
        envelope.seal_stream(source, sealed, public, PURPOSE)
        sealed.flush()
        os.fsync(handle)
    (folder / COPY).unlink()


# ---- back ----


def restore(settings: Settings, clock: Clock, file: Path, private_file: Path, progress: Progress) -> Recovery:
    """Put a backup where the settings say the database is, after it was made fit to serve; gives what that took.

    The program must be stopped. Raises Misconfigured where a database is there already, the backup does not open with
    this key, or the program's own keys are missing or wrong; StoreFailed.
    """
    where = connect(settings.database_url)
    with closing(where) as database, while_stopped(database):
        if database.file is not None and _is_there(database.file):
            raise Misconfigured([f"{database.file} is there already: move it away, with its -wal and -shm, first."])
        folder = database.file.parent if database.file is not None else Path.cwd()
        with _private_folder(folder) as private:
            recovery = _opened_and_recovered(settings, clock, file, private_file, private / COPY)
            if database.file is not None:
                (private / COPY).rename(database.file)
            else:
                with closing(connect(f"sqlite:///{private / COPY}")) as copy:
                    copies.copy_rows(copy, database, progress)
    with open_store(settings, clock) as store:  # what was noted of the lines that are lost counts no more
        here = store.run_now(lambda unit: anchor(unit, store.house.office.day(unit.now)))
    Witness(settings.witness_directory).drop_anchor(here)
    return recovery


def _is_there(file: Path) -> bool:
    """Whether a database, or the log of one, is left: an old log beside another file would damage it."""
    return bool(file.stat().st_size) or any(file.with_name(f"{file.name}-{end}").exists() for end in ("wal", "shm"))


def _opened_and_recovered(settings: Settings, clock: Clock, file: Path, private_file: Path, copy: Path) -> Recovery:
    private = read_private(private_file)
    with file.open("rb") as sealed, os.fdopen(os.open(copy, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
        try:
            envelope.open_stream(sealed, out, private, PURPOSE)
        except SealBroken as error:
            raise Misconfigured([f"{file} does not open with {private_file}: {error}."]) from None
    url = f"sqlite:///{copy}"
    with closing(connect(url)) as database:
        quick_check(database)
    migrate.upgrade(url)
    with closing(connect(url)) as database, database.write.begin() as connection:
        key_checks.forget_destroyed(connection, KeyRing.load(settings.key_directory))
    here = settings.model_copy(update={"database_url": url})
    with open_store(here, clock) as store:
        recovery = store.run_now(lambda unit: _recovered(unit, Witness(settings.witness_directory)))
    with closing(connect(url)) as database:
        raw = database.write.raw_connection()
        raw.cursor().execute("PRAGMA journal_mode=DELETE")  # one file again, to be moved
        raw.close()
    return recovery


def _recovered(unit: Unit, witness: Witness) -> Recovery:
    done = copies.recover(unit, witness)
    _note(unit, "restore")
    return done


# ---- rehearsed ----


@dataclass(frozen=True)
class Drill:
    """How a rehearsal came out: cases that opened, cases that should have and did not, and what recovery found."""

    readable: int
    unreadable: int
    recovery: Recovery

    @property
    def passed(self) -> bool:
        """Whether everything living opens, nothing destroyed does, and the audit chain is whole."""
        return not (self.unreadable or self.recovery.broken_at or self.recovery.astray)


def drill(settings: Settings, clock: Clock, private_file: Path, progress: Progress) -> Drill:
    """Back up, restore beside the living database, open every case there; the outcome goes into the audit log (R3).

    Nothing of the copy is left. Raises as `make` and `restore`.
    """
    public = _public(settings.key_directory)
    with open_store(settings, clock) as store, TemporaryDirectory(prefix="madoguchi-drill-") as name:
        folder = Path(name)
        _make(store, folder, public, folder / "sealed", progress)
        recovery = _opened_and_recovered(settings, clock, folder / "sealed", private_file, folder / COPY)
        here = settings.model_copy(update={"database_url": f"sqlite:///{folder / COPY}"})
        with open_store(here, clock) as copy:
            readable, unreadable = copy.run_now(_every_case)
        outcome = Drill(readable, unreadable, recovery)
        store.run_now(lambda unit: _note(unit, "drill", "passed" if outcome.passed else "failed"))
    return outcome


def _every_case(unit: Unit) -> tuple[int, int]:
    """How many cases with content open with all their entries, and how many do not."""
    readable = unreadable = 0
    for case_id in unit.casebook.living():
        try:
            unit.casebook.load(case_id)
            unit.casebook.records(case_id)
            unit.casebook.consents(case_id)
            readable += 1
        except (SealBroken, Unpermitted):
            unreadable += 1
    return readable, unreadable


def _note(unit: Unit, act: str, outcome: str = "done") -> None:
    unit.audit.append(actor="operator", hat=Role.OPERATOR, act=act, obj="database", outcome=outcome, rev=0, digest=b"")


@contextmanager
def _private_folder(beside: Path) -> Iterator[Path]:
    """A folder of our own on the same disk, gone afterwards with everything in it. Raises Misconfigured."""
    try:
        made = TemporaryDirectory(prefix=".madoguchi-", dir=beside)
    except OSError as error:
        raise Misconfigured([f"{beside} cannot be written: {os.strerror(error.errno or 0)}."]) from None
    with made as name:
        yield Path(name)
