"""The key directory is made whole or not at all, and a file that is not as it should be is refused by name."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.errors import KeyMissing, Misconfigured
from bot.store import keys
from bot.store.keyfiles import LASTING
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
    for name in ("peer.v01.key", "peer.v0.key", "peer.v2.key.bak", "other.v1.key", "peer.v２.key", "peer.lasting2.key"):
        put(directory, name, b"\x82" * 32)

    assert set(KeyRing.load(directory).check_values()) == {(domain, one) for domain in DOMAINS for one in (LASTING, 1)}
