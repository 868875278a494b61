"""What stands outside the database: appended, never changed, private, and harmless when it stands there twice."""

from datetime import date
from pathlib import Path

import pytest

from bot.errors import Misconfigured
from bot.store.witness import ANCHORS, DISPOSALS, TOMBSTONES, Anchor, Certificate, Witness

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

    (tmp_path / "other" / ANCHORS).mkdir(parents=True)
    with pytest.raises(Misconfigured, match=ANCHORS):
        Witness(tmp_path / "other").anchors()
    (tmp_path / "other" / TOMBSTONES).symlink_to(tmp_path / "elsewhere")
    with pytest.raises(Misconfigured, match="other"):
        Witness(tmp_path / "other").bury(["a"])
    assert not (tmp_path / "elsewhere").exists()


@pytest.mark.parametrize("torn", [b"c" * 20, b"c" * 31, "cut ended 語".encode()[:-1], b"cut ended a,b " + b"c" * 31])
def test_a_line_that_was_cut_off_takes_no_other_with_it(tmp_path: Path, torn: bytes) -> None:
    witness = Witness(tmp_path)
    witness.bury(["a" * 32])
    with (tmp_path / TOMBSTONES).open("ab") as file:
        file.write(torn)  # killed here, or no room
    assert witness.buried() == {"a" * 32}
    witness.bury(["b" * 32, f"cut ended asked_on,kind {'d' * 32}", f"cut ended  {'e' * 32}"])

    lines = {"a" * 32, "b" * 32, f"cut ended asked_on,kind {'d' * 32}", f"cut ended  {'e' * 32}"}
    assert witness.buried() == lines
    assert witness.strange_lines() == 1


def test_anchors_and_certificates_go_on_after_a_line_that_was_cut_off(tmp_path: Path) -> None:
    witness, one = Witness(tmp_path), Certificate(date(2026, 11, 30), "peer", 3, "総第１号　\u3000a")
    witness.drop_anchor(MONDAY)
    witness.certify(one)
    for name, torn in (
        (ANCHORS, b"2026-09-08 15 00ff"),
        (DISPOSALS, b"2026-12-01 pe"),
        (ANCHORS, b"\n2026-99-01 1 " + b"0" * 64),
    ):
        with (tmp_path / name).open("ab") as file:
            file.write(torn)
    witness.drop_anchor(TUESDAY)
    witness.certify(one)

    assert witness.anchors() == [MONDAY, TUESDAY]
    assert witness.certificates() == [one, one]
    assert witness.strange_lines() == 3


@pytest.mark.parametrize("order", ["", " ", "1\n2026-01-01 peer 9 x", "1\u2028 2", "1\x85", "a\x00", "\ud800"])
def test_a_certificate_cannot_be_forged_by_the_name_of_an_order(tmp_path: Path, order: str) -> None:
    with pytest.raises(Misconfigured, match="one line of printable text"):
        Witness(tmp_path).certify(Certificate(date(2026, 11, 30), "peer", 3, order))
    assert Witness(tmp_path).certificates() == []
