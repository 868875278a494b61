"""Sealed values open where they belong and nowhere else; old ones stay readable."""

import inspect
import os
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import SealBroken, Unsealable
from bot.store.seal import SIZES, Place, joined, open_json, open_sealed, seal, seal_json, unwrap, wrap
from tests.store.by_hand import VECTORS, length_prefixed, sealed_by_hand, wrapped_by_hand

KEY = bytes(range(32))
PLACE = Place("peer", "record", "body", "row-1", "key-1", 3)
SAMPLE = "相談の記録".encode()


@pytest.mark.parametrize(
    ("plain", "bound", "tag"),
    [
        # Test cases 13, 14 and 16 of the GCM specification submitted to NIST (AES-256, nonce of 96 bits)
        ("", "", "530f8afbc74536b9a963b4f1c4cb738b"),
        ("00" * 16, "", "d0d1c8a799996bf0265b98b5d48ab919"),
        (
            "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
            "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39",
            "feedfacedeadbeeffeedfacedeadbeefabaddad2",
            "76fc6ece0f4e1768cddf8853bb2d551b",
        ),
    ],
)
def test_the_library_agrees_with_the_known_answers_for_gcm(plain: str, bound: str, tag: str) -> None:
    zero = not bound
    key = bytes(32) if zero else bytes.fromhex("feffe9928665731c6d6a8f9467308308" * 2)
    nonce = bytes(12) if zero else bytes.fromhex("cafebabefacedbaddecaf888")

    sealed = AESGCM(key).encrypt(nonce, bytes.fromhex(plain), bytes.fromhex(bound))

    assert sealed[-16:].hex() == tag


@pytest.mark.parametrize("vector", VECTORS["records"], ids=lambda vector: vector["name"])
def test_every_stored_vector_still_opens(vector: dict[str, Any]) -> None:
    blob = bytes.fromhex(vector["blob"])

    schema, value = open_json(bytes.fromhex(vector["key"]), blob, Place(*vector["place"]))

    assert sealed_by_hand(vector) == blob
    assert (schema, value) == (vector["schema"], vector["value"])


@pytest.mark.parametrize("vector", VECTORS["wraps"], ids=lambda vector: vector["name"])
def test_every_stored_wrapped_key_still_opens(vector: dict[str, Any]) -> None:
    blob = bytes.fromhex(vector["wrapped"])

    key = unwrap(bytes.fromhex(vector["kek"]), blob, vector["domain"], vector["key_id"], vector["version"])

    assert wrapped_by_hand(vector) == blob
    assert key.hex() == vector["data_key"]


def test_what_the_program_seals_opens_by_the_specification_alone() -> None:
    blob = seal(KEY, SAMPLE, PLACE)

    bound = length_prefixed("MG1", "rec", "peer", "record", "body", "row-1", "key-1", "3")
    padded = AESGCM(KEY).decrypt(blob[4:16], blob[16:], bound)
    assert padded == len(SAMPLE).to_bytes(4, "big") + SAMPLE + b"\0" * (252 - len(SAMPLE))


def test_every_changed_bit_is_found() -> None:
    blob = seal(KEY, SAMPLE, PLACE)

    for at in range(len(blob)):
        for bit in range(8):
            changed = bytearray(blob)
            changed[at] ^= 1 << bit
            with pytest.raises(SealBroken):
                open_sealed(KEY, bytes(changed), PLACE)


def test_every_shortened_or_lengthened_value_is_found() -> None:
    blob = seal(KEY, SAMPLE, PLACE)

    for wrong in [*(blob[:end] for end in range(len(blob))), blob + b"\0", blob + blob]:
        with pytest.raises(SealBroken):
            open_sealed(KEY, wrong, PLACE)


@pytest.mark.parametrize(
    "elsewhere",
    [
        replace(PLACE, domain="harassment"),
        replace(PLACE, table="consent"),
        replace(PLACE, column="identity"),
        replace(PLACE, row_id="row-2"),
        replace(PLACE, key_id="key-2"),
        replace(PLACE, rev=2),
    ],
    ids=["domain", "table", "column", "row", "key", "revision"],
)
def test_a_value_put_somewhere_else_does_not_open(elsewhere: Place) -> None:
    with pytest.raises(SealBroken):
        open_sealed(KEY, seal(KEY, SAMPLE, PLACE), elsewhere)


def test_another_key_does_not_open() -> None:
    with pytest.raises(SealBroken):
        open_sealed(bytes(32), seal(KEY, SAMPLE, PLACE), PLACE)


@pytest.mark.parametrize(("at", "value"), [(0, 0x50), (2, 2), (3, 2)], ids=["magic", "format", "algorithm"])
def test_a_format_of_the_future_is_not_guessed_at(at: int, value: int) -> None:
    blob = bytearray(seal(KEY, SAMPLE, PLACE))
    blob[at] = value

    with pytest.raises(SealBroken, match="known format"):
        open_sealed(KEY, bytes(blob), PLACE)


def test_a_schema_of_the_future_is_handed_back_so_that_its_row_can_be_skipped() -> None:
    assert open_json(KEY, seal_json(KEY, {"new": 1}, PLACE, 99), PLACE) == (99, {"new": 1})


@pytest.mark.parametrize(
    "plaintext",
    [b"", b"[]", b"{", b"\xff", b'{"value":{}}', b'{"schema":0,"value":{}}', b'{"schema":"1","value":{}}',
     b'{"schema":1,"value":[]}', b"[" * 5000],
)  # fmt: skip
def test_sealed_bytes_without_a_schema_are_broken(plaintext: bytes) -> None:
    with pytest.raises(SealBroken):
        open_json(KEY, seal(KEY, plaintext, PLACE), PLACE)


@pytest.mark.parametrize("size", SIZES)
def test_the_stored_length_tells_only_the_size_class(size: int) -> None:
    fullest = b"x" * (size - 4)
    smallest = next((s for s in reversed(SIZES) if s < size), 4) - 3

    assert len(seal(KEY, fullest, PLACE)) == len(seal(KEY, b"x" * smallest, PLACE)) == size + 32
    assert open_sealed(KEY, seal(KEY, fullest, PLACE), PLACE) == fullest


def test_more_than_the_largest_class_holds_is_refused() -> None:
    with pytest.raises(Unsealable):
        seal(KEY, b"x" * 65533, PLACE)


@pytest.mark.parametrize(
    "padded",
    [
        (3).to_bytes(4) + b"abc" + b"\0" * 248 + b"\1",
        (253).to_bytes(4) + b"\0" * 252,
        (2**32 - 1).to_bytes(4) + b"\0" * 252,
        b"\0" * 255,
        b"",
    ],
    ids=["a byte in the padding", "one too long", "far too long", "no size class", "nothing"],
)
def test_padding_is_checked_even_under_the_right_key(padded: bytes) -> None:
    nonce = bytes(12)
    blob = b"MG\x01\x01" + nonce + AESGCM(KEY).encrypt(nonce, padded, PLACE.bound())

    with pytest.raises(SealBroken):
        open_sealed(KEY, blob, PLACE)


def test_the_same_text_never_gives_the_same_bytes() -> None:
    assert len({seal(KEY, SAMPLE, PLACE) for _ in range(100)}) == 100


@pytest.mark.parametrize("public", [seal, open_sealed, seal_json, open_json, wrap, unwrap])
def test_no_caller_can_choose_a_nonce(public: Callable[..., object]) -> None:
    assert not {"nonce", "iv", "aad"} & set(inspect.signature(public).parameters)


def test_a_place_has_all_of_its_parts() -> None:
    for part in ("domain", "table", "column", "row_id", "key_id"):
        with pytest.raises(Unsealable):
            replace(PLACE, **{part: ""})


def test_a_key_has_32_bytes() -> None:
    for length in (0, 16, 24, 31, 33):
        with pytest.raises(ValueError, match="32 bytes"):
            seal(os.urandom(length), SAMPLE, PLACE)


def test_parts_cannot_be_shifted_into_each_other() -> None:
    joins = {joined(*parts) for parts in [("ab", "c"), ("a", "bc"), ("abc",), ("abc", ""), ("", "abc"), ()]}

    assert len(joins) == 6


WRAPPED: dict[str, Any] = {"domain": "peer", "key_id": "key-1", "version": 1}


def test_a_wrapped_key_has_64_bytes_and_every_change_of_it_is_found() -> None:
    wrapped = wrap(KEY, bytes(32), **WRAPPED)
    assert len(wrapped) == 64

    for at in range(64):
        changed = bytearray(wrapped)
        changed[at] ^= 1
        for wrong in (bytes(changed), wrapped[:at]):
            with pytest.raises(SealBroken):
                unwrap(KEY, wrong, **WRAPPED)


@pytest.mark.parametrize("other", [{"domain": "stress"}, {"key_id": "key-2"}, {"version": 2}])
def test_a_wrapped_key_put_somewhere_else_does_not_open(other: dict[str, Any]) -> None:
    with pytest.raises(SealBroken):
        unwrap(KEY, wrap(KEY, bytes(32), **WRAPPED), **(WRAPPED | other))


@pytest.mark.parametrize("way", [0, 2, 3, 255])
def test_an_unknown_way_of_wrapping_is_refused(way: int) -> None:
    wrapped = bytearray(wrap(KEY, bytes(32), **WRAPPED))
    wrapped[1] = way

    with pytest.raises(SealBroken):
        unwrap(KEY, bytes(wrapped), **WRAPPED)


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=50)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=8,
)


@given(st.dictionaries(TEXT, JSON, max_size=5), st.integers(1, 1000))
def test_any_json_comes_back_exactly(value: dict[str, Any], schema: int) -> None:
    assert open_json(KEY, seal_json(KEY, value, PLACE, schema), PLACE) == (schema, value)


@pytest.mark.parametrize(
    "text",
    [
        "👨‍👩‍👧‍👦🏳️‍🌈",
        "𠮷野家・髙島・\ue000",
        "ｶﾞｷﾞ１２３",
        "e\u0301 é",
        "\u202e\u200b\ufeff",
        "\0\x1b",
        "'; DROP TABLE {0} %s",
    ],
)
def test_every_sign_that_people_type_comes_back_exactly(text: str) -> None:
    assert open_json(KEY, seal_json(KEY, {text: text}, PLACE, 1), PLACE) == (1, {text: text})


@pytest.mark.parametrize(
    "value",
    [{"a": "canary\ud800"}, {"canary\udfff": 1}, {"a": float("nan")}, {"a": object()}, {"a": b"canary"}],
)
def test_what_json_cannot_hold_is_refused_without_a_word_of_it(value: dict[str, Any]) -> None:
    with pytest.raises(Unsealable) as refused:
        seal_json(KEY, value, PLACE, 1)

    assert "canary" not in str(refused.value)
    assert refused.value.__cause__ is None
    assert refused.value.__context__ is None


def test_a_broken_value_is_reported_without_its_text() -> None:
    blob = seal(KEY, b'{"canary', PLACE)

    with pytest.raises(SealBroken) as broken:
        open_json(KEY, blob, PLACE)

    assert "canary" not in str(broken.value)
    assert broken.value.__context__ is None
