"""What `backup`, `restore`, `drill` and `keys backup` do: a copy sealed to a key that lies offline, and back again."""

import tempfile
from contextlib import ExitStack, closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import BinaryIO

from bot.app import open_store
from bot.clock import Clock
from bot.commands.leftovers import private_folder
from bot.commands.stopped import while_stopped
from bot.errors import Misconfigured, SealBroken, Unpermitted
from bot.rules.people import Role
from bot.settings import Settings
from bot.store import audit, envelope, key_checks, migrate
from bot.store import backup as copies
from bot.store.backup import Progress, Recovery
from bot.store.engine import Database, connect, quick_check
from bot.store.keyfiles import READ_ONLY, new_file, new_files, read_private
from bot.store.keys import KeyRing
from bot.store.purge import anchor
from bot.store.unit import Store, Unit
from bot.store.witness import Witness

PURPOSE, PUBLIC = "backup", "backup.pub"
COPY, SEALED = "copy.db", "sealed"
_NO_WITNESS = (
    "{folder} holds no anchor, so nothing says what was destroyed after the backup: bring the newest copy of that "
    "folder. Only where every copy is lost: `--without-witness` lets what was destroyed come back."
)


# ---- the offline key ----


def make_key(key_directory: Path, private_file: Path) -> tuple[str, ...]:
    """A pair whose private half goes to `private_file`, the public one into the key directory; gives what to say.

    Raises Misconfigured where either is there already: older backups open with the older key only.
    """
    private, public = envelope.new_pair()
    pair = {private_file: READ_ONLY, key_directory / PUBLIC: READ_ONLY}
    with new_files(pair) as (mine, told):  # in this order: nothing is ever sealed to a key that is lost
        mine.write(private)
        told.write(public.hex().encode() + b"\n")
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
    with open_store(settings, clock) as store:
        with new_file(target) as sealed, private_folder(_beside(store.database, target.parent)) as folder:
            _seal_copy(store, folder / COPY, public, sealed, progress)
        store.run_now(lambda unit: _note(unit, "backup"))
    return target.stat().st_size


def _seal_copy(store: Store, copy: Path, public: bytes, sealed: BinaryIO, progress: Progress) -> None:
    copies.snapshot(store.database, copy, progress)
    with copy.open("rb") as source:
        envelope.seal_stream(source, sealed, public, PURPOSE)
    copy.unlink()


def _beside(database: Database, otherwise: Path) -> Path:
    """Where a copy that is not sealed lies meanwhile: with the database, never on the medium of the backups."""
    return database.file.parent if database.file is not None else otherwise


# ---- back ----


@dataclass(frozen=True)
class Restored(Recovery):
    """A recovery, and the days of the witness's newest anchor and of the copy's last audit line, None where none is."""

    witnessed_on: date | None
    written_on: date | None

    @property
    def outlived(self) -> bool:
        """Whether the copy was still written after the witness's last day: it cannot tell what was destroyed then."""
        return bool(self.witnessed_on and self.written_on and self.witnessed_on < self.written_on)


def restore(
    settings: Settings,
    clock: Clock,
    file: Path,
    private_file: Path,
    progress: Progress,
    *,
    without_witness: bool = False,
) -> Restored:
    """Put a backup where the settings say the database is, after it was made fit to serve; gives what that took.

    The program must be stopped. Raises Misconfigured where a database is there already, the backup does not open with
    this key, the program's own keys are missing or wrong, or no anchor says that this is its witness folder, unless
    `without_witness`: what was destroyed after the backup comes back then; StoreFailed.
    """
    witness = Witness(settings.witness_directory)
    if not (without_witness or witness.anchors()):
        raise Misconfigured([_NO_WITNESS.format(folder=witness.folder)])
    with closing(connect(settings.database_url)) as database, while_stopped(database):
        if database.file is not None and _is_there(database.file):
            raise Misconfigured([f"{database.file} is there already: move it away, with its -wal and -shm, first."])
        with private_folder(_beside(database, Path.cwd())) as private:
            recovery = _opened_and_recovered(settings, clock, file, private_file, private / COPY)
            if database.file is not None:
                (private / COPY).rename(database.file)
            else:
                with closing(connect(f"sqlite:///{private / COPY}")) as copy:
                    copies.copy_rows(copy, database, progress)
    with open_store(settings, clock) as store:  # what was noted of the lines that are lost counts no more
        here = store.run_now(lambda unit: anchor(unit, store.house.office.day(unit.now)))
    witness.drop_anchor(here)
    return recovery


def _is_there(file: Path) -> bool:
    """Whether a database, or the log of one, is left: an old log beside another file would damage it."""
    return bool(file.stat().st_size) or any(file.with_name(f"{file.name}-{end}").exists() for end in ("wal", "shm"))


def _opened_and_recovered(settings: Settings, clock: Clock, file: Path, private_file: Path, copy: Path) -> Restored:
    private = read_private(private_file)
    with file.open("rb") as sealed, new_file(copy) as out:
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


def _recovered(unit: Unit, witness: Witness) -> Restored:
    witnessed_on = max((one.day for one in witness.anchors()), default=None)
    last = audit.last_hour(unit.connection)
    done = copies.recover(unit, witness)
    _note(unit, "restore", "done" if witnessed_on else "without_witness")
    return Restored(**vars(done), witnessed_on=witnessed_on, written_on=unit.house.office.day(last) if last else None)


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
    with ExitStack() as held:
        store = held.enter_context(open_store(settings, clock))
        folder = held.enter_context(private_folder(_beside(store.database, Path(tempfile.gettempdir()))))
        with new_file(folder / SEALED) as sealed:
            _seal_copy(store, folder / COPY, public, sealed, progress)
        recovery = _opened_and_recovered(settings, clock, folder / SEALED, private_file, folder / COPY)
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
