"""Prints on the host: HTML into a folder that only its owner reads, with a line in the audit log for each sheet."""

import secrets
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from itertools import groupby
from pathlib import Path

from bot import prints
from bot.errors import Misconfigured
from bot.handlers.roster.rules.directory import Entry, directory
from bot.rules.people import Role
from bot.rules.policy import Policy
from bot.store.keyfiles import new_file
from bot.store.ledger import UnitLedger
from bot.store.unit import Store, Unit
from bot.words import Words

OWNER_ONLY = 0o700
ONE_OF = 4  # bytes of what tells apart the sheets of one day that are about different people
Say = Callable[..., str]


def print_directory(store: Store, folder: Path, language: str) -> Path:
    """The list of everybody who can be asked, for the wall and for families (P12). Gives the file's path.

    Raises Misconfigured when the folder can be read by others, StoreFailed.
    """
    make_private(folder)
    policy, office = store.house.policy, store.house.office
    say = partial(say_in, Words.load(office.zone), language, policy)

    def work(unit: Unit) -> tuple[tuple[Entry, ...], date]:
        noted(unit, "directory")
        today = office.day(unit.now)
        return directory(UnitLedger(unit), today), today

    entries, today = store.run_now(work)
    sheet = prints.render(
        "directory", language, say, groups=list(_groups(entries, say)), contacts=policy.contacts,
        help_lines=policy.help_lines, day=today,
    )  # fmt: skip
    return write(folder, file_name("directory", today, language), sheet)


def _groups(entries: Sequence[Entry], say: Say) -> Iterator[tuple[str, list[Entry]]]:
    for role, found in groupby(entries, key=lambda entry: entry.role):
        yield say(f"print-directory-{role.value.replace('_', '-')}"), list(found)


def say_in(words: Words, language: str, policy: Policy, key: str, /, **values: object) -> str:
    """A sentence of the program, with what every sentence may name."""
    organisation = policy.organisation.ja if language == "ja" else policy.organisation.en
    phone = policy.contacts[0].phone
    return words.say(key, language, **({"organisation": organisation, "phone": phone} | values))


def noted(unit: Unit, what: str) -> None:
    """The line of the audit log for one sheet."""
    unit.audit.append(actor="operator", hat=Role.OPERATOR, act="print", obj=what, outcome="done", rev=0, digest=b"")


def make_private(folder: Path) -> None:
    """Make the folder where it is missing. Raises Misconfigured when others can read it."""
    folder.mkdir(mode=OWNER_ONLY, parents=True, exist_ok=True)
    if folder.stat().st_mode & 0o077:
        raise Misconfigured([f"{folder.name}: others can read this folder; make it private (chmod 700) first"])


def file_name(what: str, day: date, language: str, one_of: int = 0) -> str:
    """The name of a sheet: never anybody's; `one_of` adds so many random bytes."""
    parts = [what, day.isoformat(), *([secrets.token_hex(one_of)] if one_of else []), language]
    return f"{'-'.join(parts)}.html"


def write(folder: Path, name: str, sheet: str) -> Path:
    """Write a sheet that only its owner reads; gives its path. Raises Misconfigured."""
    path = folder / name
    with new_file(path, over=True) as file:  # the sheet of the same day is replaced
        file.write(sheet.encode())
    return path
