"""The one thread that writes: units of work one after the other, many of them in one durable commit."""

import asyncio
import fcntl
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event, Lock, Thread
from typing import Any, TypeVar

from sqlalchemy import Connection, func, select
from sqlalchemy.exc import SQLAlchemyError

from bot.clock import SystemClock
from bot.errors import Busy, Misconfigured, StillSaving, StoreFailed
from bot.store.engine import DESTROYED, Database, emptied_wal, failed, guarded
from bot.store.models import AuditHeadRow, table

T = TypeVar("T")

LONGEST_BATCH = 0.5  # seconds; nobody waits longer than this for the commit that saves them
RETRY_SECONDS = 1.0  # a reader can hold the WAL for a moment
LONGEST_POLITE_BATCH = 0.05  # E1, for every process but `run`


@dataclass
class _Unit:
    """Somebody's work and the promise of its value."""

    work: Callable[[Connection], Any]
    promise: "Future[Any]"
    value: Any = None
    begun: bool | None = None  # None as long as its caller can still take it back

    def begins(self) -> bool:
        """Mark it running, once; False when its caller has given up before."""
        if self.begun is None:
            self.begun = self.promise.set_running_or_notify_cancel()
        return self.begun

    def settle(self, failure: BaseException | None) -> None:
        """Tell its caller how it ended, if there is still one."""
        if not self.begins():
            return
        if failure is None:
            self.promise.set_result(self.value)
        else:
            self.promise.set_exception(failure)


@dataclass
class _Attempt:
    """One transaction: the units that it ran, and why it did not end well."""

    units: list[_Unit] = field(default_factory=list)
    failure: BaseException | None = None

    @property
    def failed_to_begin(self) -> bool:
        return self.failure is not None and not self.units

    def lost(self, kind: str = "lost") -> bool:
        return isinstance(self.failure, StoreFailed) and self.failure.kind == kind


class Writer:
    """Runs units of work in the order they came.

    A unit commits nothing, swallows no database error, does no other I/O, lasts at most 50 ms and may be run
    a second time.
    With `pause_seconds` (at least 0.02 beside a running bot) others get their turn between short batches.
    """

    def __init__(self, database: Database, *, batch_limit: int = 200, pause_seconds: float = 0.0) -> None:
        self._database = database
        self._batch_limit = batch_limit
        self._pause_seconds = pause_seconds
        self._longest_batch = LONGEST_POLITE_BATCH if pause_seconds else LONGEST_BATCH
        self._monotonic = SystemClock().monotonic
        self._queue: SimpleQueue[_Unit | None] = SimpleQueue()
        self._door = Lock()
        self._stopping = Event()
        self._destroyed = False  # something that must not be found in the WAL either
        self._thread = Thread(target=self._serve, name="writer", daemon=True)

    def start(self) -> None:
        """Begin to work; what was submitted before is done first."""
        self._thread.start()

    def stop(self) -> None:
        """Take nothing more, finish what was submitted, and come back when that is done."""
        with self._door:
            if not self._stopping.is_set():
                self._stopping.set()
                self._queue.put(None)
        if self._thread.is_alive():
            self._thread.join()

    def submit(self, work: Callable[[Connection], T]) -> "Future[T]":
        """Queue `work`. The future gives its value after the commit, or raises its error or StoreFailed.

        Raises Busy when the writer has stopped.
        """
        promise: Future[T] = Future()
        with self._door:
            if self._stopping.is_set():
                raise Busy
            self._queue.put(_Unit(work, promise))
        return promise

    async def run(self, work: Callable[[Connection], T], patience_seconds: float = 2.3) -> T:
        """Queue `work` and wait for its commit, but no longer than Slack does.

        Raises Busy when it had not begun by then (nothing is saved), StillSaving when it had,
        StoreFailed when the database failed, and whatever the unit raised.
        """
        promise = self.submit(work)
        waiter = asyncio.wrap_future(promise)
        waiter.add_done_callback(_seen)
        try:
            await asyncio.wait({waiter}, timeout=patience_seconds)
        except asyncio.CancelledError:
            if promise.cancel():
                raise Busy from None  # the caller gave up in time, and may say so: nothing is saved
            raise
        if promise.cancel():
            raise Busy
        if not promise.done():
            raise StillSaving
        return promise.result()

    def _serve(self) -> None:
        while (unit := self._next()) is not None:
            if not unit.promise.cancelled():
                self._save(unit)
                if self._pause_seconds:
                    self._stopping.wait(self._pause_seconds)

    def _next(self) -> "_Unit | None":
        """The next unit; meanwhile what was destroyed is taken out of the WAL, again and again until it is gone."""
        while self._destroyed and self._queue.empty():
            self._destroyed = not emptied_wal(self._database)
            if self._destroyed:
                with suppress(Empty):
                    return self._queue.get(timeout=RETRY_SECONDS)
        return self._queue.get()

    def _save(self, first: _Unit) -> None:
        """One batch; if it fails, each of its units alone, so that a failure stays with who caused it."""
        batch = self._attempt(self._next_units(first))
        if batch.failed_to_begin and not batch.lost():
            first.settle(batch.failure)
        elif batch.failure is None or batch.lost("unknown") or (len(batch.units) == 1 and not batch.lost()):
            for unit in batch.units:
                unit.settle(batch.failure)
        else:
            self._save_one_by_one(batch.units or [first])

    def _save_one_by_one(self, units: Iterable[_Unit]) -> None:
        gone: BaseException | None = None
        for unit in units:  # whoever comes after a database that is away need not wait for it too
            if gone is None:
                alone = self._attempt(each for each in (unit,) if each.begins())
                gone = alone.failure if alone.failed_to_begin else None
                unit.settle(alone.failure)
            else:
                unit.settle(gone)

    def _next_units(self, first: _Unit) -> Iterator[_Unit]:
        """`first` and what else is waiting, as long as the batch stays short."""
        ends_at = self._monotonic() + self._longest_batch
        unit: _Unit | None = first
        taken = 0
        while unit is not None:
            if unit.begins():
                taken += 1
                yield unit
            if taken == self._batch_limit or self._queue.empty() or self._monotonic() >= ends_at:
                return
            unit = self._queue.get()
            if unit is None:
                self._queue.put(None)  # stop() said so: this batch is finished first

    def _attempt(self, units: Iterable[_Unit]) -> _Attempt:
        """Run `units` in one transaction."""
        attempt = _Attempt()
        committing = False
        try:
            with self._database.write.connect() as connection:
                self._lock_first(connection)
                for unit in units:
                    attempt.units.append(unit)
                    unit.value = unit.work(connection)
                committing = True
                connection.commit()
                self._destroyed |= bool(connection.info.pop(DESTROYED, False))
        except SQLAlchemyError as error:
            attempt.failure = failed(error)
        except BaseException as error:  # whatever a unit raises is its caller's; the thread lives on
            attempt.failure = error
        if attempt.lost():
            self._database.write.dispose()
            if committing:
                attempt.failure = StoreFailed("unknown")
        return attempt

    def _lock_first(self, connection: Connection) -> None:
        """Writers of other processes wait here, before they hold anything: nobody can block each other."""
        connection.begin()
        if not self._database.is_sqlite:  # there BEGIN IMMEDIATE has already done it
            connection.execute(select(table(AuditHeadRow).c.id).with_for_update())


def _seen(waiter: "asyncio.Future[Any]") -> None:
    """Look at the outcome, so that asyncio does not complain when nobody waits for it any more."""
    if not waiter.cancelled():
        waiter.exception()


@contextmanager
def role_lock(database: Database, name: str) -> Iterator[None]:
    """Hold the role `name` (run, scheduler) on this database, for as long as the block lasts.

    Raises Misconfigured when another process holds it. It is let go when this process dies.
    """
    held = _file_lock(database.file, name) if database.file else _advisory_lock(database, name)
    with held as is_ours:
        if not is_ours:
            raise Misconfigured([f"another process is already the `{name}` of this database; stop it first"])
        yield


@contextmanager
def _file_lock(file: Path, name: str) -> Iterator[bool]:
    with file.with_name(f"{file.name}.{name}.lock").open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True


@contextmanager
def _advisory_lock(database: Database, name: str) -> Iterator[bool]:
    key = func.hashtext(f"madoguchi {name}")
    connection = guarded(lambda: database.write.connect().execution_options(isolation_level="AUTOCOMMIT"))
    with connection:
        is_ours = guarded(lambda: connection.execute(select(func.pg_try_advisory_lock(key))).scalar_one())
        try:
            yield is_ours
        finally:
            with suppress(SQLAlchemyError):  # a connection that was lost has let go already
                connection.execute(select(func.pg_advisory_unlock(key)))
