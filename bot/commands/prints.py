"""Prints on the host: HTML into a folder that only its owner reads, with a line in the audit log for each sheet."""

import os
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
from bot.store.ledger import UnitLedger
from bot.store.unit import Store, Unit
from bot.words import Words

OWNER_ONLY, OWNER_FILE = 0o700, 0o600
Say = Callable[..., str]


def print_directory(store: Store, folder: Path, language: str) -> Path:
    """The list of everybody who can be asked, for the wall and for families (P12). Gives the file's path.

    Raises Misconfigured when the folder can be read by others, StoreFailed.
    """
    _make_private(folder)
    policy, office = store.house.policy, store.house.office
    say = partial(_say, Words.load(office.zone), language, policy)

    def work(unit: Unit) -> tuple[tuple[Entry, ...], date]:
        unit.audit.append(
            actor="operator", hat=Role.OPERATOR, act="print", obj="directory", outcome="done", rev=0, digest=b""
        )
        today = office.day(unit.now)
        return directory(UnitLedger(unit), today), today

    entries, today = store.run_now(work)
    sheet = prints.render(
        "directory", language, say, groups=list(_groups(entries, say)), contacts=policy.contacts,
        help_lines=policy.help_lines, day=today,
    )  # fmt: skip
    return _write(folder, f"directory-{today.isoformat()}-{language}.html", sheet)


def _groups(entries: Sequence[Entry], say: Say) -> Iterator[tuple[str, list[Entry]]]:
    for role, found in groupby(entries, key=lambda entry: entry.role):
        yield say(f"print-directory-{role.value.replace('_', '-')}"), list(found)


def _say(words: Words, language: str, policy: Policy, key: str, **values: object) -> str:
    organisation = policy.organisation.ja if language == "ja" else policy.organisation.en
    phone = policy.contacts[0].phone
    return words.say(key, language, **({"organisation": organisation, "phone": phone} | values))


def _make_private(folder: Path) -> None:
    folder.mkdir(mode=OWNER_ONLY, parents=True, exist_ok=True)
    if folder.stat().st_mode & 0o077:
        raise Misconfigured([f"{folder.name}: others can read this folder; make it private (chmod 700) first"])


def _write(folder: Path, name: str, sheet: str) -> Path:
    path = folder / name
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, OWNER_FILE), "w", encoding="utf-8") as file:
        file.write(sheet)
    return path
