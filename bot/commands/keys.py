"""What `python -m bot keys init` and `keys status` do; the command line prints what they give."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from bot.errors import Misconfigured
from bot.store import keys
from bot.store.keyfiles import KeyName


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


def _use(key: keys.KeyState) -> str:
    if key.mistake:
        return "none"
    return "writing" if key.writes else "reading"
