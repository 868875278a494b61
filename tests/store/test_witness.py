"""What stands outside the database: appended, never changed, private, and harmless when it stands there twice."""

from datetime import date
from pathlib import Path

import pytest

from bot.errors import Misconfigured
from bot.store.witness import ANCHORS, TOMBSTONES, Anchor, Witness

MONDAY = Anchor(date(2026, 9, 7), 12, bytes(range(32)))
TUESDAY = Anchor(date(2026, 9, 8), 15, bytes(32))


def test_it_remembers_in_private_files(tmp_path: Path) -> None:
    witness = Witness(tmp_path / "witness")
    assert (witness.buried(), witness.anchors()) == (frozenset(), [])
    witness.bury(["a" * 32, "b" * 32])
    witness.bury(["a" * 32])
    witness.drop_anchor(MONDAY)
    witness.drop_anchor(TUESDAY)

    again = Witness(tmp_path / "witness")
    assert again.buried() == {"a" * 32, "b" * 32}
    assert again.anchors() == [MONDAY, TUESDAY]
    assert (tmp_path / "witness").stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in (tmp_path / "witness").iterdir()} == {0o600}


def test_what_cannot_be_written_or_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "witness").write_text("a file where the folder should be")
    with pytest.raises(Misconfigured, match="witness"):
        Witness(tmp_path / "witness").bury(["a"])

    (tmp_path / "other").mkdir()
    (tmp_path / "other" / ANCHORS).write_text("nonsense\n")
    with pytest.raises(Misconfigured, match=ANCHORS):
        Witness(tmp_path / "other").anchors()
    (tmp_path / "other" / TOMBSTONES).symlink_to(tmp_path / "elsewhere")
    with pytest.raises(Misconfigured, match="other"):
        Witness(tmp_path / "other").bury(["a"])
    assert not (tmp_path / "elsewhere").exists()
