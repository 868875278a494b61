"""Seals bytes to the one place in the database where they belong, and opens them only there.

    blob  = "MG" | format 1 | algorithm 1 | nonce (12) | AES-256-GCM(key, nonce, padded, AAD)
    AAD   = joined("MG1", "rec", domain, table, column, row_id, key_id, rev)
    wrap  = format 1 | algorithm 1 | version (2) | nonce (12) | AES-256-GCM(kek, nonce, data key, AAD)
    AAD   = joined("MG1", "wrap", domain, key_id, version)

No caller ever gives a nonce, and no error carries a word of what was sealed.
"""

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from bot.errors import SealBroken, Unsealable

SIZES = (256, 1024, 4096, 16384, 65536)  # the length of a stored text tells only its class
KEY_BYTES = 32
WRAP_BYTES = 64  # 4 of header, 12 of nonce, 32 of key, 16 of tag

_FORMAT = 1
_AES_GCM = 1  # also the wrapping algorithm; 2 and 3 are kept free for HPKE and a key service
_HEADER = b"MG" + bytes((_FORMAT, _AES_GCM))
_NONCE_BYTES = 12
_TAG_BYTES = 16
_LENGTH_BYTES = 4


@dataclass(frozen=True)
class Place:
    """Where a sealed value stands: what is opened anywhere else, or at another revision, is broken.

    `key_id` names the data key, or the label of the system key. Raises Unsealable where a part is empty.
    """

    domain: str
    table: str
    column: str
    row_id: str
    key_id: str
    rev: int

    def __post_init__(self) -> None:
        if "" in self._parts():
            raise Unsealable("a place needs all of its parts")

    def bound(self) -> bytes:
        """The associated data that ties a ciphertext to this place."""
        return joined("MG1", "rec", *self._parts())

    def _parts(self) -> tuple[str | int, ...]:
        return self.domain, self.table, self.column, self.row_id, self.key_id, self.rev


def joined(*parts: str | bytes | int) -> bytes:
    """Parts as one byte string, each behind its 4-byte length: different parts never give the same bytes.

    Numbers are written in decimal. Raises Unsealable for text that is not valid Unicode.
    """
    return b"".join(len(raw).to_bytes(4) + raw for raw in map(_as_bytes, parts))


def seal(key: bytes, plaintext: bytes, place: Place, *, sizes: Sequence[int] = SIZES) -> bytes:
    """`plaintext` padded to a size class and sealed under `key` (32 bytes) to `place`.

    Raises Unsealable for more than the largest class holds.
    """
    return _HEADER + _encrypt(key, _padded(plaintext, sizes), place.bound())


def open_sealed(key: bytes, blob: bytes, place: Place, *, sizes: Sequence[int] = SIZES) -> bytes:
    """What `seal` was given with the same key, place and sizes. Raises SealBroken for everything else."""
    if blob[: len(_HEADER)] != _HEADER:
        raise SealBroken("not a sealed value of a known format")
    return _unpadded(_decrypt(key, blob[len(_HEADER) :], place.bound()), sizes)


def seal_json(key: bytes, value: Mapping[str, Any], place: Place, schema: int) -> bytes:
    """`value` as canonical JSON with its schema number (from 1), sealed to `place`.

    Raises Unsealable for what JSON cannot hold (half a character, NaN, an object) and for over 65,532 bytes.
    """
    if schema < 1:
        raise Unsealable("schemas are numbered from 1")
    return seal(key, _canonical({"schema": schema, "value": dict(value)}), place)


def open_json(key: bytes, blob: bytes, place: Place) -> tuple[int, dict[str, Any]]:
    """The schema number and the value that `seal_json` was given; the caller judges the schema.

    Raises SealBroken.
    """
    plaintext = open_sealed(key, blob, place)
    try:
        match json.loads(plaintext):
            case {"schema": int(schema), "value": dict(value)} if schema >= 1:
                return schema, value
    except (ValueError, RecursionError):
        pass  # answered below: the decoder's own error would carry the plaintext
    raise SealBroken("sealed bytes hold no value with a schema number")


def wrap(wrapping_key: bytes, data_key: bytes, domain: str, key_id: str, version: int) -> bytes:
    """A data key (32 bytes) sealed under version `version` of the domain's wrapping key; 64 bytes."""
    header = _wrap_header(version)
    return header + _encrypt(wrapping_key, data_key, joined("MG1", "wrap", domain, key_id, version))


def unwrap(wrapping_key: bytes, wrapped: bytes, domain: str, key_id: str, version: int) -> bytes:
    """The data key that `wrap` was given. Raises SealBroken for another way of wrapping, version or place."""
    header = _wrap_header(version)
    if len(wrapped) != WRAP_BYTES or wrapped[: len(header)] != header:
        raise SealBroken("not a wrapped key of this version")
    return _decrypt(wrapping_key, wrapped[len(header) :], joined("MG1", "wrap", domain, key_id, version))


def _as_bytes(part: str | bytes | int) -> bytes:
    if isinstance(part, bytes):
        return part
    try:
        return str(part).encode()
    except UnicodeEncodeError:
        pass  # answered below: the encoder's own error would carry the text
    raise Unsealable("text with half a character cannot be bound to anything")


def _canonical(value: Mapping[str, Any]) -> bytes:
    try:
        text = json.dumps(value, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"))
        return text.encode()
    except (TypeError, ValueError, RecursionError):
        pass  # answered below: the encoder's own error would carry the text
    raise Unsealable("this value cannot be written as JSON")


def _wrap_header(version: int) -> bytes:
    return bytes((_FORMAT, _AES_GCM)) + version.to_bytes(2)


def _cipher(key: bytes) -> AESGCM:
    if len(key) != KEY_BYTES:  # AESGCM would take 16 bytes too and be another cipher
        raise ValueError("a key has 32 bytes")
    return AESGCM(key)


def _encrypt(key: bytes, plaintext: bytes, bound: bytes) -> bytes:
    nonce = os.urandom(_NONCE_BYTES)
    return nonce + _cipher(key).encrypt(nonce, plaintext, bound)


def _decrypt(key: bytes, blob: bytes, bound: bytes) -> bytes:
    if len(blob) < _NONCE_BYTES + _TAG_BYTES:
        raise SealBroken("too short for a sealed value")
    try:
        return _cipher(key).decrypt(blob[:_NONCE_BYTES], blob[_NONCE_BYTES:], bound)
    except InvalidTag:
        raise SealBroken("changed, moved, or sealed under another key") from None


def _padded(plaintext: bytes, sizes: Sequence[int]) -> bytes:
    needed = _LENGTH_BYTES + len(plaintext)
    size = next((size for size in sizes if size >= needed), None)
    if size is None:
        raise Unsealable("too large to be sealed")
    return (len(plaintext).to_bytes(_LENGTH_BYTES) + plaintext).ljust(size, b"\0")


def _unpadded(padded: bytes, sizes: Sequence[int]) -> bytes:
    end = _LENGTH_BYTES + int.from_bytes(padded[:_LENGTH_BYTES])
    if len(padded) not in sizes or end > len(padded) or padded.count(0, end) != len(padded) - end:
        raise SealBroken("the padding is not as it was written")
    return padded[_LENGTH_BYTES:end]
