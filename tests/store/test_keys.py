"""The key ring: a process opens what it was given, old versions stay readable, every derived value is known."""

import hashlib
import hmac
import os
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from bot.errors import KeyMissing, Misconfigured, SealBroken
from bot.store import keys
from bot.store.keyfiles import LASTING
from bot.store.keys import CROCKFORD, KeyRing
from tests.store import by_hand
from tests.store.by_hand import hkdf_by_hand, length_prefixed, put, put_key

VECTORS = by_hand.VECTORS["ring"]


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    """A key directory as `keys init` makes it."""
    keys.create(tmp_path / "keys")
    return tmp_path / "keys"


@pytest.fixture
def known(tmp_path: Path) -> KeyRing:
    """The ring of the stored vectors."""
    folder = tmp_path / "known"
    folder.mkdir(mode=0o700)
    for domain, root in VECTORS["roots"].items():
        put_key(folder, domain, LASTING, bytes.fromhex(root))
        put_key(folder, domain, 1, bytes.fromhex(root))
    return KeyRing.load(folder)


def test_a_process_opens_only_the_domains_it_was_given(directory: Path) -> None:
    digest = KeyRing.load(directory, domains=["system"])
    _, wrapped, version = KeyRing.load(directory).new_data_key("peer", "key-1")

    assert len(digest.row_key("figure")) == 32
    for use, file in (
        (lambda: digest.unwrap("peer", "key-1", version, wrapped), "v1"),
        (lambda: digest.new_data_key("peer", "key-1"), "v1"),
        (lambda: digest.blind_index("peer", "party", "U1"), "lasting"),
        (lambda: digest.pseudonym("peer", "case"), "lasting"),
    ):
        with pytest.raises(KeyMissing, match=rf"peer\.{file}\.key"):
            use()


def test_a_process_is_not_stopped_by_keys_it_does_not_need(directory: Path) -> None:
    (directory / "peer.v1.key").unlink()

    ring = KeyRing.load(directory, domains=["system"])

    assert ring.mistakes(stored={("peer", 1): bytes(8)}, needed=[("peer", 1)]) == ()


def test_a_ring_shows_its_versions_and_never_a_byte(directory: Path) -> None:
    ring = KeyRing.load(directory)
    ring.row_key("outbox")

    assert repr(ring) == str(ring)
    assert str(ring).startswith("KeyRing(harassment.lasting, harassment.v1, peer.lasting, peer.v1, ")


def test_the_right_keys_agree_with_the_database(directory: Path) -> None:
    ring = KeyRing.load(directory)

    assert ring.mistakes(stored=ring.check_values(), needed=[("peer", 1), ("stress", 1)]) == ()
    assert {len(value) for value in ring.check_values().values()} == {8}


def test_a_sound_key_that_is_another_is_named_by_its_file(directory: Path) -> None:
    stored = KeyRing.load(directory).check_values()
    put_key(directory, "stress", 1, b"\x81" * 32)

    (mistake,) = KeyRing.load(directory).mistakes(stored=stored)

    assert "stress.v1.key is not the key that sealed the stored rows" in mistake
    assert stored["stress", 1].hex() not in mistake


def test_a_version_that_rows_need_is_named_when_it_is_missing(directory: Path) -> None:
    ring = KeyRing.load(directory)

    (mistake,) = ring.mistakes(stored=ring.check_values(), needed=[("harassment", 2), ("harassment", 2)])

    assert "harassment.v2.key is missing" in mistake


def test_the_newest_version_writes_and_older_ones_still_read(directory: Path) -> None:
    before = KeyRing.load(directory)
    secret, wrapped, version = before.new_data_key("peer", "key-1")
    put_key(directory, "peer", 2, b"\x82" * 32)
    put_key(directory, "peer", 10, b"\x8a" * 32)

    after = KeyRing.load(directory)

    assert version == 1
    assert after.unwrap("peer", "key-1", 1, wrapped) == secret
    assert after.new_data_key("peer", "key-2")[2] == 10
    with pytest.raises(SealBroken):
        after.unwrap("peer", "key-1", 2, wrapped)
    with pytest.raises(KeyMissing, match=r"peer\.v3\.key"):
        after.unwrap("peer", "key-1", 3, wrapped)


def test_a_new_version_moves_nothing_that_must_be_found_again(directory: Path) -> None:
    def found(ring: KeyRing) -> tuple[object, ...]:
        return (
            ring.blind_index("system", "party", "U1"), ring.case_id("system", "U1"), ring.mac("a", b"row"),
            ring.pseudonym("system", "c"), ring.row_key("outbox"), ring.audit_key(2026),
        )  # fmt: skip

    before = found(KeyRing.load(directory))
    keys.add_versions(directory, ["system"])
    assert found(KeyRing.load(directory)) == before

    keys.remove_version(directory, "system", 1)
    assert found(KeyRing.load(directory)) == before
    assert KeyRing.load(directory).newest("system") == 2


def test_a_data_key_can_be_wrapped_anew_and_then_outlives_the_old_version(directory: Path) -> None:
    secret, wrapped, _ = KeyRing.load(directory).new_data_key("peer", "key-1")
    keys.add_versions(directory, ["peer"])
    anew, version = KeyRing.load(directory).rewrap("peer", "key-1", 1, wrapped)
    keys.remove_version(directory, "peer", 1)

    ring = KeyRing.load(directory)
    assert ring.unwrap("peer", "key-1", version, anew) == secret
    with pytest.raises(KeyMissing, match=r"peer\.v1\.key"):
        ring.unwrap("peer", "key-1", 1, wrapped)


def test_a_check_value_that_a_kill_has_left_without_its_key_stops_nothing(directory: Path) -> None:
    put(directory, "peer.v2.kcv", b"left over")

    assert keys.add_versions(directory, ["peer"]) == (("peer", 3),)
    assert KeyRing.load(directory).newest("peer") == 3
    assert (directory / "peer.v2.kcv").read_bytes() == b"left over"


def test_the_next_versions_of_all_domains_come_together_or_not_at_all(
    directory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, linked, link = sorted(os.listdir(directory)), [], os.link

    def no_room(source: str, target: str, **other: bool) -> None:
        linked.append(Path(target).name)
        if len(linked) == 6:
            raise OSError(28, "No space left on device")
        link(source, target, **other)

    monkeypatch.setattr(os, "link", no_room)
    with pytest.raises(Misconfigured, match="No space left"):
        keys.add_versions(directory)

    assert sorted(os.listdir(directory)) == before
    assert linked[:2] == ["peer.v2.kcv", "peer.v2.key"], "a key without its check value would stop every start"


@pytest.mark.parametrize("vector", VECTORS["values"], ids=lambda vector: f"{vector['call']} {vector['args']}")
def test_every_derived_value_is_the_stored_one(known: KeyRing, vector: dict[str, Any]) -> None:
    made = getattr(known, vector["call"])(*vector["args"])

    assert (made.hex() if isinstance(made, bytes) else made) == vector["value"]


def test_the_stored_values_follow_from_the_specification_alone() -> None:
    root = bytes.fromhex(VECTORS["roots"]["peer"])
    stored = {(vector["call"], *vector["args"]): vector["value"] for vector in VECTORS["values"]}
    parts = ["party", "2026", "T1", "U1"]

    index = hmac.digest(hkdf_by_hand(root, "peer/index"), length_prefixed("bidx1", "peer", *parts), hashlib.sha256)
    case = hmac.digest(hkdf_by_hand(root, "peer/case-id"), length_prefixed("case1", "peer", "U1"), hashlib.sha256)
    system = bytes.fromhex(VECTORS["roots"]["system"])

    assert stored["blind_index", "peer", *parts] == index[:16].hex()
    assert stored["case_id", "peer", "U1"] == case[:16].hex()
    assert stored["row_key", "token"] == hkdf_by_hand(system, "system/row/token").hex()
    assert stored["audit_key", 2026] == hkdf_by_hand(system, "system/audit/2026").hex()


def test_check_values_are_the_stored_ones(known: KeyRing) -> None:
    of_version_1 = {domain: value for (domain, version), value in known.check_values().items() if version == 1}
    assert {domain: value.hex() for domain, value in of_version_1.items()} == VECTORS["check_values"]


def test_indexes_cannot_be_joined_across_domains_purposes_or_parts(known: KeyRing) -> None:
    indexes = [
        known.blind_index("peer", "party", "requester", "U1"),
        known.blind_index("stress", "party", "requester", "U1"),
        known.blind_index("peer", "delivery", "requester", "U1"),
        known.blind_index("peer", "party", "requesterU1"),
        known.blind_index("peer", "party", "requester", "U", "1"),
        known.blind_index("peer", "party", "requester", "U2"),
    ]

    assert len(set(indexes)) == len(indexes)
    assert {len(index) for index in indexes} == {16}
    assert indexes[0] == known.blind_index("peer", "party", "requester", "U1")


def test_two_viewers_of_one_case_see_different_references(known: KeyRing) -> None:
    seen = {known.pseudonym("peer", "case-1", viewer) for viewer in ("requester", "U1", "U2", "coordinator")}

    assert len(seen) == 4


def is_a_reference(text: str) -> bool:
    """Crockford's own check, written for the test: the number mod 37 is the last sign."""
    body, check = text.replace("-", "")[:8], text[-1]
    number = 0
    for sign in body:
        number = number * 32 + CROCKFORD.index(sign)
    return (CROCKFORD + "*~$=U")[number % 37] == check


def test_a_reference_can_be_read_aloud_and_a_slip_shows(known: KeyRing) -> None:
    for number in range(200):
        text = known.pseudonym("peer", str(number))
        assert len(text) == 11
        assert (text[4], text[9]) == ("-", "-")
        assert is_a_reference(text)

    signs = text.replace("-", "")
    for at, sign in enumerate(signs[:8]):
        for other in set(CROCKFORD) - {sign}:
            assert not is_a_reference(signs[:at] + other + signs[at + 1 :])
    for at, (one, two) in enumerate(pairwise(signs[:8])):
        assert one == two or not is_a_reference(signs[:at] + two + one + signs[at + 2 :])


def test_subkeys_differ_by_label_year_and_domain(known: KeyRing) -> None:
    made = [known.row_key(label) for label in ("outbox", "person", "unit", "appointment", "token", "figure")]
    made += [known.audit_key(2026), known.audit_key(2027), known.mac("person", b"a"), known.mac("unit", b"a")]

    assert len(set(made)) == len(made)
    assert known.mac("person", b"a", b"b") != known.mac("person", b"ab")
