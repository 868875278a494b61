"""What is sealed to a key that lies offline opens with that key alone, whole, and for its own purpose."""

from io import BytesIO

import pytest

from bot.errors import SealBroken
from bot.store import envelope

PURPOSE = "backup"
PRIVATE, PUBLIC = envelope.new_pair()


def sealed(content: bytes) -> bytes:
    target = BytesIO()
    envelope.seal_stream(BytesIO(content), target, PUBLIC, PURPOSE)
    return target.getvalue()


def opened(raw: bytes, private: bytes = PRIVATE, purpose: str = PURPOSE) -> bytes:
    target = BytesIO()
    envelope.open_stream(BytesIO(raw), target, private, purpose)
    return target.getvalue()


@pytest.mark.parametrize("size", [0, 1, envelope.PIECE_BYTES - 1, envelope.PIECE_BYTES, 2 * envelope.PIECE_BYTES + 7])
def test_it_opens_as_it_was(size: int) -> None:
    content = bytes(n % 251 for n in range(1000)) * (size // 1000 + 1)
    assert opened(sealed(content[:size])) == content[:size]


def test_only_the_private_half_of_the_same_pair_opens_it() -> None:
    with pytest.raises(SealBroken):
        opened(sealed(b"content"), private=envelope.new_pair()[0])
    assert envelope.public_of(PRIVATE) == PUBLIC


def test_it_opens_for_no_other_purpose() -> None:
    with pytest.raises(SealBroken):
        opened(sealed(b"content"), purpose="return")


def test_nothing_of_the_content_can_be_seen() -> None:
    assert b"CANARY" not in sealed(b"CANARY" * 100)


def test_every_changed_byte_and_every_cut_is_found() -> None:
    raw = sealed(b"content")
    for at in range(len(raw)):
        with pytest.raises(SealBroken):
            opened(raw[:at] + bytes((raw[at] ^ 1,)) + raw[at + 1 :])
        with pytest.raises(SealBroken):
            opened(raw[:at])
    with pytest.raises(SealBroken):
        opened(raw + b"\0\0\0\0")


def test_a_missing_or_moved_piece_is_found() -> None:
    size, head = envelope.PIECE_BYTES, 4 + 80
    raw = sealed(b"a" * size + b"b" * size + b"c")
    pieces = [
        raw[head : head + size + 20],
        raw[head + size + 20 : head + 2 * (size + 20)],
        raw[head + 2 * (size + 20) :],
    ]
    for others in ((0, 1), (0, 2), (1, 0, 2), (0, 1, 1, 2)):
        with pytest.raises(SealBroken):
            opened(raw[:head] + b"".join(pieces[n] for n in others))
