"""The key directory is made whole or not at all, and a file that is not as it should be is refused by name."""

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bot.errors import KeyMissing, Misconfigured
from bot.store import keys
from bot.store.keyfiles import LASTING, add_files, new_file, remove_files
from bot.store.keys import DOMAINS, KeyRing
from tests.store.by_hand import put


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    """A key directory as `keys init` makes it."""
    keys.create(tmp_path / "keys")
    return tmp_path / "keys"


def mistakes(directory: Path) -> str:
    with pytest.raises(KeyMissing) as refused:
        KeyRing.load(directory)
    return str(refused.value)


def test_init_makes_two_keys_with_their_check_values_for_each_domain(directory: Path) -> None:
    assert {path.name for path in directory.iterdir()} == {
        f"{domain}.{name}.{kind}" for domain in DOMAINS for name in ("lasting", "v1") for kind in ("key", "kcv")
    }
    assert directory.stat().st_mode & 0o7777 == 0o700
    assert {path.stat().st_mode & 0o7777 for path in directory.iterdir()} == {0o400}
    assert len({path.read_bytes() for path in directory.glob("*.key")}) == 2 * len(DOMAINS)


def test_init_never_writes_over_anything(directory: Path) -> None:
    before = {path.name: path.read_bytes() for path in directory.iterdir()}

    with pytest.raises(Misconfigured, match="exists already"):
        keys.create(directory)

    assert {path.name: path.read_bytes() for path in directory.iterdir()} == before
    assert os.listdir(directory.parent) == ["keys"]


@pytest.mark.parametrize("occupy", [Path.touch, lambda path: path.symlink_to(path.parent)], ids=["file", "link"])
def test_init_refuses_a_place_that_is_taken(tmp_path: Path, occupy: Callable[[Path], None]) -> None:
    occupy(tmp_path / "keys")

    with pytest.raises(Misconfigured):
        keys.create(tmp_path / "keys")

    assert os.listdir(tmp_path) == ["keys"]


def test_init_fills_an_empty_directory_and_makes_missing_parents(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir(mode=0o755)
    keys.create(tmp_path / "empty")
    keys.create(tmp_path / "a" / "b" / "keys")

    KeyRing.load(tmp_path / "empty")
    KeyRing.load(tmp_path / "a" / "b" / "keys")


def test_a_disk_that_fills_up_leaves_no_half_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[int] = []

    def fills_up(handle: int) -> None:
        written.append(handle)
        if len(written) == 3:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fills_up)
    with pytest.raises(Misconfigured, match="No space left"):
        keys.create(tmp_path / "keys")

    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (bytes(31), "holds 31 bytes"),
        (bytes(33), "holds 33 bytes"),
        (b"", "holds 0 bytes"),
        (bytes(5000), "holds 1024 bytes"),
        (b"\x80" * 32 + b"\n", "line break"),
        (b"a1" * 32, "holds text"),
        (b"a1" * 16, "holds text"),
        (b"a1" * 32 + b"\n", "holds 65 bytes"),
        (b"\x80" * 32, "not the key that peer.v1.kcv was made for"),
    ],
)
def test_a_file_that_is_no_key_is_refused_by_name(directory: Path, content: bytes, words: str) -> None:
    put(directory, "peer.v1.key", content)

    found = mistakes(directory)

    assert "peer.v1.key" in found
    assert words in found
    assert "harassment" not in found
    assert content.hex()[:16] not in found or not content


@pytest.mark.parametrize("name", ["peer.v1.key", "peer.v1.kcv"])
@pytest.mark.parametrize("mode", [0o600, 0o440, 0o404, 0o444, 0o644, 0o777])
def test_a_file_open_to_others_or_to_writing_is_refused(directory: Path, name: str, mode: int) -> None:
    (directory / name).chmod(mode)

    assert f"{name} must have the permissions 0400" in mistakes(directory)


@pytest.mark.parametrize("mode", [0o750, 0o705, 0o777, 0o500])
def test_a_directory_open_to_others_is_refused(directory: Path, mode: int) -> None:
    directory.chmod(mode)

    assert "must have the permissions 0700" in mistakes(directory)


def test_links_are_refused(directory: Path) -> None:
    (directory / "peer.v1.key").rename(directory.parent / "elsewhere")
    (directory / "peer.v1.key").symlink_to(directory.parent / "elsewhere")
    (directory.parent / "link").symlink_to(directory)

    assert "peer.v1.key is a symbolic link" in mistakes(directory)
    assert "is not a directory" in mistakes(directory.parent / "link")


def test_what_is_no_file_is_refused_without_waiting_for_it(directory: Path) -> None:
    (directory / "peer.v1.key").unlink()
    os.mkfifo(directory / "peer.v1.key", 0o400)

    assert "peer.v1.key is not a file" in mistakes(directory)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a file to somebody else")
@pytest.mark.parametrize("name", ["", "peer.v1.key", "peer.v1.kcv"])
def test_what_belongs_to_somebody_else_is_refused(directory: Path, name: str) -> None:
    os.chown(directory / name, 12345, -1)

    assert "must belong to the user who runs the program" in mistakes(directory)


def test_every_mistake_is_named_at_once(directory: Path) -> None:
    (directory / "peer.v1.key").unlink()
    (directory / "stress.v1.kcv").unlink()
    put(directory, "system.v1.key", bytes(7))

    found = mistakes(directory).splitlines()

    assert len(found) == 3
    for name in ("peer.v1.key", "stress.v1.kcv", "system.v1.key"):
        assert any(name in line for line in found)


def test_a_missing_directory_says_how_to_make_one(tmp_path: Path) -> None:
    assert "python -m bot keys init" in mistakes(tmp_path / "nowhere")


def test_a_file_with_another_name_is_not_a_key(directory: Path) -> None:
    for name in (
        "peer.v01.key",
        "peer.v0.key",
        "peer.v2.key.bak",
        "peer.v2.key.part",
        "other.v1.key",
        "peer.v２.key",
        "peer.lasting2.key",
    ):
        put(directory, name, b"\x82" * 32)

    assert set(KeyRing.load(directory).check_values()) == {(domain, one) for domain in DOMAINS for one in (LASTING, 1)}


# ---- new files ----


NEW = {"peer.v2.kcv": b"x" * 17, "peer.v2.key": b"y" * 32}


def test_a_new_file_is_whole_or_not_there_at_every_moment(directory: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[dict[str, int]] = []

    def look() -> None:
        seen.append({name: (directory / name).stat().st_size for name in NEW if (directory / name).exists()})

    for name in ("fchmod", "fsync", "link"):
        monkeypatch.setattr(os, name, spied(getattr(os, name), look))
    add_files(directory, NEW)

    whole = {name: len(content) for name, content in NEW.items()}
    assert all(there.items() <= whole.items() for there in seen)
    assert seen[-1] == whole
    assert {(directory / name).stat().st_mode & 0o7777 for name in NEW} == {0o400}
    assert sorted(path.name for path in directory.glob("peer.v2.*")) == sorted(NEW)


def spied(real: Callable[..., Any], look: Callable[[], None]) -> Callable[..., Any]:
    def called(*arguments: Any, **named: Any) -> Any:
        look()
        return real(*arguments, **named)

    return called


@pytest.mark.parametrize("at", range(1, 5))
def test_a_disk_that_fills_up_leaves_nothing_of_new_files(
    directory: Path, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    before, synced = sorted(os.listdir(directory)), []

    def fills_up(handle: int) -> None:
        synced.append(handle)
        if len(synced) == at:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", fills_up)
    with pytest.raises(Misconfigured, match="No space left"):
        add_files(directory, NEW)

    assert sorted(os.listdir(directory)) == before


def test_what_stops_the_writing_leaves_nothing(tmp_path: Path) -> None:
    def stopped() -> None:
        with new_file(tmp_path / "sealed") as file:
            file.write(b"half of it")
            raise SystemExit(143)

    with pytest.raises(SystemExit):
        stopped()
    assert os.listdir(tmp_path) == []


def refused(*_: object, **__: object) -> None:
    raise PermissionError(errno.EPERM, "Operation not permitted")


@pytest.mark.parametrize(
    ("name", "instead"),
    [("fchmod", refused), ("fchmod", lambda handle, _, real=os.fchmod: real(handle, 0o755)), ("link", refused)],
    ids=["refuses permissions", "forgets permissions", "knows no links"],
)
def test_a_stick_that_keeps_nothing_private_is_refused_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, instead: Callable[..., None]
) -> None:
    monkeypatch.setattr(os, name, instead)
    with pytest.raises(Misconfigured, match="write to a disk of this machine first and copy it from there"):
        add_files(tmp_path, {"backup.key": bytes(32)})

    assert os.listdir(tmp_path) == []


def test_nothing_is_written_over_and_no_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("mine")
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    for name in ("taken", "link"):
        with pytest.raises(Misconfigured, match=f"{name} exists already"):
            add_files(tmp_path, {"a": b"new", name: b"new"})
    with new_file(tmp_path / "link", over=True) as file:
        file.write(b"new")

    assert (tmp_path / "taken").read_text() == "mine"
    assert (tmp_path / "link").read_bytes() == b"new"
    assert sorted(os.listdir(tmp_path)) == ["link", "taken"]


def test_what_a_kill_has_left_is_named_and_is_destroyed_with_its_key(directory: Path) -> None:
    put(directory, "peer.v2.key.part", b"y" * 32)
    with pytest.raises(Misconfigured, match=r"peer\.v2\.key\.part is there: .* delete it"):
        add_files(directory, NEW)

    remove_files(directory, NEW)
    assert list(directory.glob("peer.v2.*")) == []
