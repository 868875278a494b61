"""What `python -m bot keys init|status|rotate|rewrap|destroy` do; the command line prints what they give."""

from collections.abc import Iterable, Mapping
from datetime import timedelta
from pathlib import Path

from bot.app import open_store
from bot.clock import Clock
from bot.commands.stopped import while_stopped
from bot.errors import Misconfigured
from bot.rules.people import Role
from bot.settings import Settings
from bot.store import audit, key_checks, keys
from bot.store.keyfiles import LASTING, KeyName, file_name
from bot.store.keys import DOMAINS
from bot.store.unit import Store, Unit

ROWS_AT_A_TIME = 200  # keeps a unit short (E1)


def init(directory: Path, database_has_rows: bool) -> tuple[str, ...]:
    """Make the key directory; gives the sentences to print, with the reminder of the offline copies.

    Raises Misconfigured where keys are there already, or where sealed rows wait for keys that are not.
    """
    if database_has_rows:
        raise Misconfigured(
            [
                f"The database holds sealed rows already, and new keys in {directory} would not open them: "
                "bring the keys back from their offline copy."
            ]
        )
    names = keys.create(directory)
    return (
        f"Made {', '.join(names)} in {directory}.",
        "Copy this directory now to two media that stay offline, kept by two people in two places.",
        "Without these keys nobody can ever open the records again, and no backup of the database helps.",
        "Never keep them beside a backup of the database: whoever has both can read everything.",
    )


def status(
    directory: Path, *, stored: Mapping[KeyName, bytes], needed: Iterable[KeyName]
) -> list[tuple[str, str, str]]:
    """One row for each key file: its name, what it is used for (writing or reading), and how it stands.

    `stored` are the check values and `needed` the versions that the database knows. Raises KeyMissing where
    the directory is missing or open to others.
    """
    found = keys.status(directory, stored=stored, needed=needed)
    return [(key.file, _use(key), key.mistake or "in order") for key in found]


def rotate(settings: Settings, clock: Clock) -> tuple[str, ...]:
    """A new version of every domain's key, and every data key wrapped by it; gives the names of the new keys.

    The program must be stopped, because it reads its keys at the start. Killed halfway, `rewrap` goes on.
    Raises Misconfigured, KeyMissing, StoreFailed.
    """
    with open_store(settings, clock) as store, while_stopped(store.database):
        made = keys.add_versions(settings.key_directory)
    with open_store(settings, clock) as store, while_stopped(store.database):
        for name in made:
            store.run_now(lambda unit, name=name: _note(unit, "rotate_key", name))  # type: ignore[misc]
        _rewrap(store)
    return tuple(file_name(*name) for name in made)


def rewrap(settings: Settings, clock: Clock) -> int:
    """Wrap every data key by the newest version of its domain; gives how many were not yet. Raises as `rotate`."""
    with open_store(settings, clock) as store, while_stopped(store.database):
        return _rewrap(store)


def _rewrap(store: Store) -> int:
    done, ring = 0, store.house.ring
    for domain in DOMAINS:
        while some := store.run_now(lambda unit, domain=domain: _rewrap_some(unit, domain)):  # type: ignore[misc]
            done += some
        newest = (domain, ring.newest(domain))
        store.run_now(lambda unit, name=newest: _note(unit, "rewrap_keys", name))  # type: ignore[misc]
    return done


def _rewrap_some(unit: Unit, domain: str) -> int:
    ring = unit.house.ring
    rows = key_checks.wrapped_before(unit.connection, domain, ring.newest(domain), ROWS_AT_A_TIME)
    key_checks.wrap_anew(unit.connection, ring, rows)
    return len(rows)


def destroy(settings: Settings, clock: Clock, domain: str, version: int) -> str:
    """Destroy an old version of a key: whatever only it opens, in any backup, is gone for good; gives its name.

    Refused (Misconfigured, with everything that is missing) before nothing is wrapped by it, the policy's days of
    backups are over since then, and a restore has been rehearsed after that (R3).
    """
    name = file_name(domain, version)
    with open_store(settings, clock) as store, while_stopped(store.database):
        if version == LASTING or (domain, version) not in store.house.ring.check_values():
            raise Misconfigured([f"{name} is not a key that can be destroyed: `python -m bot keys status` lists them."])
        missing = store.run_now(lambda unit: _missing(unit, domain, version))
        if missing:
            raise Misconfigured([f"{name} stays: {one}" for one in missing])
        store.run_now(lambda unit: _destroyed(unit, domain, version))
    keys.remove_version(settings.key_directory, domain, version)
    return name


def _missing(unit: Unit, domain: str, version: int) -> list[str]:
    """What must be done before this key may go."""
    ring, newest = unit.house.ring, unit.house.ring.newest(domain)
    if version == newest:
        return ["it wraps every new matter; `python -m bot keys rotate` makes the next one."]
    if key_checks.wrapped_before(unit.connection, domain, version + 1, 1):
        return ["living matters need it; `python -m bot keys rewrap` wraps them anew."]
    replaced = audit.last_line(unit.connection, ring, "rewrap_keys", file_name(domain, newest))
    if replaced is None:
        return ["nothing says when the others were wrapped anew; `python -m bot keys rewrap` notes it."]
    over = replaced.hour + timedelta(days=unit.house.policy.backup_days)
    drilled = audit.last_line(unit.connection, ring, "drill", "database", "passed")
    found = [f"backups made before it was replaced are kept until {over:%Y-%m-%d}."] if unit.now < over else []
    if drilled is None or drilled.seq < replaced.seq:
        found.append("no restore has been rehearsed since it was replaced; `python -m bot drill` does that (R3).")
    return found


def _destroyed(unit: Unit, domain: str, version: int) -> None:
    key_checks.forget(unit.connection, domain, version)
    _note(unit, "destroy_key", (domain, version))


def _note(unit: Unit, act: str, name: KeyName) -> None:
    unit.audit.append(
        actor="operator", hat=Role.OPERATOR, act=act, obj=file_name(*name), outcome="done", rev=0, digest=b""
    )


def _use(key: keys.KeyState) -> str:
    if key.mistake:
        return "none"
    return "writing" if key.writes else "reading"
