"""Seals a stream to a public key whose private half lies offline: backups, and what is handed back at the end.

    envelope = "MGE" | format 1 | HPKE(public key, data key, info "madoguchi/envelope/<purpose>") (80) | piece...
    piece    = length (4) | AES-256-GCM(data key, nonce = number of the piece, piece, AAD = number | "more" or "last")

HPKE is RFC 9180 with X25519, HKDF-SHA256 and AES-256-GCM. Pieces carry their number and the last one says so: what
was cut off, reordered or changed does not open.
"""

from collections.abc import Iterator
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from bot.errors import SealBroken

PIECE_BYTES = 1 << 20
KEY_BYTES = 32
_HEADER = b"MGE\x01"
_WRAPPED_BYTES = 80  # 32 of the sender's key, 32 of the data key, 16 of tag
_SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)


def new_pair() -> tuple[bytes, bytes]:
    """A new private key and its public one, 32 bytes each."""
    private = X25519PrivateKey.generate()
    return private.private_bytes_raw(), private.public_key().public_bytes_raw()


def public_of(private: bytes) -> bytes:
    """The public key that belongs to a private one."""
    return X25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


def seal_stream(source: BinaryIO, target: BinaryIO, public: bytes, purpose: str) -> None:
    """Everything that `source` still holds, sealed to `public` (32 bytes) for one purpose."""
    data_key = AESGCM.generate_key(256)
    receiver = X25519PublicKey.from_public_bytes(public)
    target.write(_HEADER + _SUITE.encrypt(data_key, receiver, info=_info(purpose)))
    cipher = AESGCM(data_key)
    piece = source.read(PIECE_BYTES)
    number, last = 0, False
    while not last:
        following = source.read(PIECE_BYTES)
        last = not following
        sealed = cipher.encrypt(number.to_bytes(12), piece, _bound(number, last=last))
        target.write(len(sealed).to_bytes(4) + sealed)
        number, piece = number + 1, following


def open_stream(source: BinaryIO, target: BinaryIO, private: bytes, purpose: str) -> None:
    """What `seal_stream` was given. Raises SealBroken for another key or purpose, and for anything that was changed.

    Each piece is written as soon as it is known to be whole, so `target` is to be trusted only afterwards.
    """
    header, wrapped = source.read(len(_HEADER)), source.read(_WRAPPED_BYTES)
    if header != _HEADER:
        raise SealBroken("not an envelope of a known format")
    try:
        data_key = _SUITE.decrypt(wrapped, X25519PrivateKey.from_private_bytes(private), info=_info(purpose))
        for piece in _opened(source, AESGCM(data_key)):
            target.write(piece)
    except (InvalidTag, ValueError):
        raise SealBroken("sealed to another key, or changed since") from None


def _opened(source: BinaryIO, cipher: AESGCM) -> Iterator[bytes]:
    number, last = 0, False
    ahead = source.read(4)
    while not last:
        length = int.from_bytes(ahead)
        sealed, ahead = source.read(length), source.read(4)
        last = not ahead
        if len(sealed) != length or len(ahead) not in (0, 4):
            raise InvalidTag
        yield cipher.decrypt(number.to_bytes(12), sealed, _bound(number, last=last))
        number += 1


def _bound(number: int, *, last: bool) -> bytes:
    return number.to_bytes(12) + (b"last" if last else b"more")


def _info(purpose: str) -> bytes:
    return f"madoguchi/envelope/{purpose}".encode()
