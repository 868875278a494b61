"""The key ring: root keys of each domain, from files outside the database, and every key that follows from them.

    root of a version --HKDF-SHA256(salt "madoguchi/v1", info "<domain>/kek")--> wraps data keys
    lasting root      --HKDF-SHA256(salt "madoguchi/v1", info "<domain>/<label>")--> index, row/..., mac/...

A data key is wrapped by the newest version and opened by the version written beside it; an old version can be
destroyed once nothing is wrapped under it (what an older backup holds dies with it).
What must come out the same again (row keys, blind indexes, pseudonyms, ids, MACs, the audit chain) stands on the
lasting root of the domain, which opens no data key and is not rotated.
"""

import hmac
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from bot.errors import KeyMissing
from bot.store.keyfiles import (
    LASTING,
    KeyName,
    add_files,
    check_directory,
    file_name,
    names_in,
    read_private,
    remove_files,
    write_new_directory,
)
from bot.store.seal import KEY_BYTES, joined, unwrap, wrap

DOMAINS = ("peer", "harassment", "stress", "system")
CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # no I, L, O, U: read aloud and copied by hand without doubt


class KeyRing:
    """The root keys of the domains a process was given; shows its versions, never a byte of them."""

    def __init__(self, directory: Path, roots: Mapping[KeyName, bytes]) -> None:
        self._directory = directory
        self._roots = dict(roots)
        self._derived: dict[tuple[str, int, str], bytes] = {}

    @classmethod
    def load(cls, directory: Path, domains: Iterable[str] = DOMAINS) -> "KeyRing":
        """The ring of `domains` only: what a process was not given, it cannot open.

        Raises KeyMissing with one sentence for each file that is missing or not fit for use.
        """
        roots, mistakes = _survey(directory, tuple(domains))
        if mistakes:
            raise KeyMissing(list(mistakes.values()))
        return cls(directory, roots)

    def __repr__(self) -> str:
        names = (file_name(*name).removesuffix(".key") for name in sorted(self._roots))
        return f"KeyRing({', '.join(names)})"

    def newest(self, domain: str) -> int:
        """The version that wraps new data keys of a domain."""
        return self._versions(domain)[-1]

    def check_values(self) -> dict[KeyName, bytes]:
        """For each key 8 bytes that tell it from any other and reveal nothing of it."""
        return {name: check_value(root, name[0]) for name, root in self._roots.items()}

    def mistakes(self, *, stored: Mapping[KeyName, bytes], needed: Iterable[KeyName] = ()) -> tuple[str, ...]:
        """What the database says against this ring, one sentence per file; empty when all is well.

        `stored` are the check values the database remembers, `needed` the versions its rows are sealed under.
        Domains that were not loaded are not judged.
        """
        given = {domain for domain, _ in self._roots}
        found = _against(self._directory, self.check_values(), stored, needed)
        return tuple(sentence for (domain, _), sentence in found.items() if domain in given)

    def new_data_key(self, domain: str, key_id: str) -> tuple[bytes, bytes, int]:
        """A new random data key, the same wrapped for the row `key_id`, and the version that wrapped it."""
        secret, version = os.urandom(KEY_BYTES), self.newest(domain)
        return secret, self._wrapped(domain, key_id, version, secret), version

    def unwrap(self, domain: str, key_id: str, version: int, wrapped: bytes) -> bytes:
        """The data key that `new_data_key` wrapped.

        Raises SealBroken, or KeyMissing for a version or domain that this process was not given.
        """
        return unwrap(self._derive(domain, version, "kek"), wrapped, domain, key_id, version)

    def rewrap(self, domain: str, key_id: str, version: int, wrapped: bytes) -> tuple[bytes, int]:
        """The same data key wrapped by the newest version, and that version. Raises as `unwrap`."""
        newest = self.newest(domain)
        return self._wrapped(domain, key_id, newest, self.unwrap(domain, key_id, version, wrapped)), newest

    def blind_index(self, domain: str, purpose: str, *parts: str) -> bytes:
        """16 bytes by which equal parts are found again under one domain and purpose, and nowhere else."""
        return self._hash(domain, "index", "bidx1", domain, purpose, *parts)[:16]

    def case_id(self, domain: str, *parts: str) -> str:
        """32 hexadecimal digits, always the same for the same parts and telling nothing of them."""
        return self._hash(domain, "case-id", "case1", domain, *parts)[:16].hex()

    def pseudonym(self, domain: str, *parts: str) -> str:
        """A reference like 7K3M-Q2XD-5 for people.

        The parts are the case and the viewer, so that two viewers cannot join their notes by it. The last
        sign is Crockford's check sign (mod 37): one wrong sign or two swapped neighbours show. Where it would
        be one of his five odd signs, the next code of the same parts is taken.
        """
        hashes = (self._hash(domain, "pseudonym", "ref1", domain, turn, *parts) for turn in count())
        numbers = (int.from_bytes(raw[:5]) for raw in hashes)
        number = next(number for number in numbers if number % 37 < len(CROCKFORD))
        signs = "".join(CROCKFORD[number >> shift & 31] for shift in range(35, -1, -5))
        return f"{signs[:4]}-{signs[4:]}-{CROCKFORD[number % 37]}"

    def row_key(self, label: str) -> bytes:
        """The system key that seals one kind of row: outbox, person, unit, appointment, token, figure."""
        return self._lasting("system", f"row/{label}")

    def mac(self, label: str, *parts: bytes) -> bytes:
        """32 bytes that only this ring can make for these parts under this label."""
        return self._hash("system", f"mac/{label}", "mac1", label, *parts)

    def audit_key(self, fiscal_year: int) -> bytes:
        """The key of the audit chain in one fiscal year."""
        return self._lasting("system", f"audit/{fiscal_year}")

    def _hash(self, domain: str, label: str, *parts: str | bytes | int) -> bytes:
        return hmac.digest(self._lasting(domain, label), joined(*parts), "sha256")

    def _lasting(self, domain: str, label: str) -> bytes:
        return self._derive(domain, LASTING, label)

    def _wrapped(self, domain: str, key_id: str, version: int, secret: bytes) -> bytes:
        return wrap(self._derive(domain, version, "kek"), secret, domain, key_id, version)

    def _versions(self, domain: str) -> list[int]:
        versions = sorted(version for name, version in self._roots if name == domain and version != LASTING)
        return versions or [1]  # a domain that was not given: `_derive` names its file

    def _derive(self, domain: str, version: int, label: str) -> bytes:
        known = (domain, version, label)
        if known not in self._derived:
            root = self._roots.get((domain, version))
            if root is None:
                raise KeyMissing([f"{self._directory / file_name(domain, version)} was not given to this process."])
            self._derived[known] = _expand(root, domain, label)
        return self._derived[known]


def check_value(root: bytes, domain: str) -> bytes:
    """8 bytes that tell a wrong key file from changed data."""
    return hmac.digest(_expand(root, domain, "kek"), b"kcv", "sha256")[:8]


def create(directory: Path, domains: Iterable[str] = DOMAINS) -> tuple[str, ...]:
    """Make the directory with the first keys and their check values for each domain; gives the names of the keys.

    Raises Misconfigured where anything is there already: a key is never written over.
    """
    files: dict[str, bytes] = {}
    for domain in domains:
        files |= _new_files(domain, LASTING) | _new_files(domain, 1)
    write_new_directory(directory, files)
    return tuple(name for name in files if name.endswith(".key"))


def add_versions(directory: Path, domains: Iterable[str] = DOMAINS) -> tuple[KeyName, ...]:
    """The next version of each domain's key beside the ones that are there, all or none; gives their names.

    Raises Misconfigured.
    """
    files: dict[str, bytes] = {}
    made = [(domain, _next_version(directory, domain)) for domain in domains]
    for domain, version in made:
        # the check value first: one without a key is left alone, a key without one would stop every start
        files |= dict(reversed(_new_files(domain, version).items()))
    add_files(directory, files)
    return tuple(made)


def _next_version(directory: Path, domain: str) -> int:
    newest = max((version for _, version in names_in(directory, [domain])), default=LASTING)
    return next(one for one in count(newest + 1) if not (directory / _check_file(domain, one)).exists())


def remove_version(directory: Path, domain: str, version: int) -> None:
    """Destroy the file of one version and its check value. Raises Misconfigured."""
    remove_files(directory, (file_name(domain, version), _check_file(domain, version)))


@dataclass(frozen=True)
class KeyState:
    """How it stands with one key file; `mistake` is one sentence, or "" when it is fit for use."""

    file: str
    domain: str
    version: int
    writes: bool  # the newest of its domain, or the lasting one
    mistake: str


def status(
    directory: Path,
    domains: Iterable[str] = DOMAINS,
    *,
    stored: Mapping[KeyName, bytes] | None = None,
    needed: Iterable[KeyName] = (),
) -> list[KeyState]:
    """Every key file that is there or should be, by domain and version.

    `stored` and `needed` are what the database says, as in `KeyRing.mistakes`.
    Raises KeyMissing only where the directory itself is missing or open to others.
    """
    wanted = tuple(domains)
    check_directory(directory)
    roots, unfit = _survey(directory, wanted)
    present = {name: check_value(root, name[0]) for name, root in roots.items()}
    mistakes = _against(directory, present, stored or {}, needed) | unfit
    names = sorted({*roots, *mistakes}, key=lambda name: (wanted.index(name[0]) if name[0] in wanted else 99, name))
    newest = dict(sorted(roots))
    writing = {*newest.items(), *((domain, LASTING) for domain in newest)}
    return [KeyState(file_name(*n), *n, n in writing, mistakes.get(n, "")) for n in names]


def _survey(directory: Path, domains: tuple[str, ...]) -> tuple[dict[KeyName, bytes], dict[KeyName, str]]:
    """The root keys that are fit for use, and a sentence for each that is not."""
    check_directory(directory)
    names = names_in(directory, domains)
    versions = {domain for domain, version in names if version != LASTING}
    absent = [(domain, LASTING) for domain in domains if (domain, LASTING) not in names]
    absent += [(domain, 1) for domain in domains if domain not in versions]
    roots: dict[KeyName, bytes] = {}
    mistakes: dict[KeyName, str] = {}
    for name in [*names, *absent]:
        try:
            roots[name] = _read_root(directory, *name)
        except KeyMissing as error:
            mistakes[name] = error.mistakes[0]
    return roots, mistakes


def _read_root(directory: Path, domain: str, version: int) -> bytes:
    path = directory / file_name(domain, version)
    root = read_private(path)
    if root and root.isascii() and root.decode().isprintable():
        raise KeyMissing([f"{path} holds text; it must hold {KEY_BYTES} random bytes as they are."])
    if len(root) == KEY_BYTES + 1 and root.endswith(b"\n"):
        raise KeyMissing([f"{path} ends with a line break that does not belong to the key."])
    if len(root) != KEY_BYTES:
        raise KeyMissing([f"{path} holds {len(root)} bytes; it must hold {KEY_BYTES}."])
    check = directory / _check_file(domain, version)
    if not hmac.compare_digest(read_private(check), _check_text(root, domain)):
        raise KeyMissing([f"{path} is not the key that {check.name} was made for."])
    return root


def _against(
    directory: Path,
    present: Mapping[KeyName, bytes],
    stored: Mapping[KeyName, bytes],
    needed: Iterable[KeyName],
) -> dict[KeyName, str]:
    """What the database misses among the check values that are present."""
    found = {}
    for name in sorted({*stored, *needed}):
        path = directory / file_name(*name)
        if name not in present:
            found[name] = f"{path} is missing, and stored rows need it: bring it back from its offline copy."
        elif name in stored and not hmac.compare_digest(present[name], stored[name]):
            found[name] = f"{path} is not the key that sealed the stored rows: bring back the right one."
    return found


def _new_files(domain: str, version: int) -> dict[str, bytes]:
    root = os.urandom(KEY_BYTES)
    return {file_name(domain, version): root, _check_file(domain, version): _check_text(root, domain)}


def _check_file(domain: str, version: int) -> str:
    return file_name(domain, version).removesuffix("key") + "kcv"


def _check_text(root: bytes, domain: str) -> bytes:
    return check_value(root, domain).hex().encode() + b"\n"


def _expand(root: bytes, domain: str, label: str) -> bytes:
    info = f"{domain}/{label}".encode()
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=b"madoguchi/v1", info=info).derive(root)
