"""`keys init` never endangers what is stored; `keys status` names every file that needs care."""

from pathlib import Path

import pytest

from bot.commands import keys as command
from bot.errors import Misconfigured
from bot.store.keys import KeyRing
from tests.store.by_hand import put_key


def test_init_reminds_of_the_offline_copies(tmp_path: Path) -> None:
    sentences = command.init(tmp_path / "keys", database_has_rows=False)

    assert "peer.v1.key" in sentences[0]
    assert any("offline" in sentence for sentence in sentences)


def test_init_makes_no_keys_for_a_database_that_has_rows(tmp_path: Path) -> None:
    with pytest.raises(Misconfigured, match="offline copy"):
        command.init(tmp_path / "keys", database_has_rows=True)

    assert not (tmp_path / "keys").exists()


def test_status_lists_every_file_with_its_state(tmp_path: Path) -> None:
    directory = tmp_path / "keys"
    command.init(directory, database_has_rows=False)
    stored = KeyRing.load(directory).check_values()
    put_key(directory, "peer", 2, b"\x82" * 32)
    put_key(directory, "stress", 1, b"\x81" * 32)
    (directory / "harassment.v1.key").chmod(0o444)

    rows = {name: (use, state) for name, use, state in command.status(directory, stored=stored, needed=[("system", 3)])}

    assert list(rows) == [
        "peer.lasting.key", "peer.v1.key", "peer.v2.key", "harassment.lasting.key", "harassment.v1.key",
        "stress.lasting.key", "stress.v1.key", "system.lasting.key", "system.v1.key", "system.v3.key",
    ]  # fmt: skip
    assert rows["peer.lasting.key"] == ("writing", "in order")
    assert rows["peer.v1.key"] == ("reading", "in order")
    assert rows["peer.v2.key"] == ("writing", "in order")
    assert "permissions" in rows["harassment.v1.key"][1]
    assert "not the key" in rows["stress.v1.key"][1]
    assert rows["system.v1.key"] == ("writing", "in order")
    assert "missing" in rows["system.v3.key"][1]
