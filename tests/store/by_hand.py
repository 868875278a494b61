"""The formats of sealed values and keys written a second time, without the program; tests/vectors/seals.json
was made by these functions once, and old vectors are never removed from it."""

import hmac
import json
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

VECTORS = json.loads((Path(__file__).parents[1] / "vectors" / "seals.json").read_text(encoding="utf-8"))


def length_prefixed(*parts: str) -> bytes:
    """The specification's LP, written a second time and without the program."""
    return b"".join(len(raw).to_bytes(4, "big") + raw for raw in (part.encode() for part in parts))


def sealed_by_hand(vector: dict[str, Any]) -> bytes:
    """How the stored vectors were made: the record format of the specification with the library alone."""
    body = json.dumps(
        {"schema": vector["schema"], "value": vector["value"]},
        ensure_ascii=False, sort_keys=True, separators=(",", ":"),
    ).encode()  # fmt: skip
    size = next(size for size in (256, 1024, 4096, 16384, 65536) if size >= len(body) + 4)
    padded = len(body).to_bytes(4, "big") + body + b"\0" * (size - 4 - len(body))
    nonce = bytes.fromhex(vector["nonce"])
    bound = length_prefixed("MG1", "rec", *map(str, vector["place"]))
    return b"MG\x01\x01" + nonce + AESGCM(bytes.fromhex(vector["key"])).encrypt(nonce, padded, bound)


def wrapped_by_hand(vector: dict[str, Any]) -> bytes:
    """The wrap format of the specification with the library alone."""
    nonce, version = bytes.fromhex(vector["nonce"]), vector["version"]
    bound = length_prefixed("MG1", "wrap", vector["domain"], vector["key_id"], str(version))
    cipher = AESGCM(bytes.fromhex(vector["kek"]))
    sealed = cipher.encrypt(nonce, bytes.fromhex(vector["data_key"]), bound)
    return b"\x01\x01" + version.to_bytes(2, "big") + nonce + sealed


def hkdf_by_hand(root: bytes, info: str) -> bytes:
    """RFC 5869 for one block, with the standard library alone: how the stored vectors were made."""
    extracted = hmac.digest(b"madoguchi/v1", root, "sha256")
    return hmac.digest(extracted, info.encode() + b"\x01", "sha256")


def put(directory: Path, name: str, content: bytes, mode: int = 0o400) -> None:
    path = directory / name
    path.unlink(missing_ok=True)
    path.write_bytes(content)
    path.chmod(mode)


def put_key(directory: Path, domain: str, version: int, root: bytes) -> None:
    check = hmac.digest(hkdf_by_hand(root, f"{domain}/kek"), b"kcv", "sha256")[:8]
    name = f"{domain}.v{version}" if version else f"{domain}.lasting"
    put(directory, f"{name}.key", root)
    put(directory, f"{name}.kcv", check.hex().encode() + b"\n")
