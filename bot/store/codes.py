"""One-time codes: the secret that somebody's phone shares with this program, and the code of a moment (RFC 6238)."""

import base64
import hmac
import os
import unicodedata
from datetime import datetime

from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.totp import TOTP

STEP_SECONDS, DIGITS = 30, 6  # what every authenticator app takes without being told
SECRET_BYTES = 20  # as long as the hash (RFC 4226, 4)
NEAR = (-1, 0, 1)  # a phone's clock may differ by one step


def new_secret() -> str:
    """A random secret in Base32, as authenticator apps take it."""
    return base64.b32encode(os.urandom(SECRET_BYTES)).decode()


def address(secret: str, person: str, issuer: str) -> str:
    """The otpauth address that puts `secret` into an authenticator app, under the names of person and issuer."""
    return _totp(secret).get_provisioning_uri(person, issuer)


def code_at(secret: str, now: datetime) -> str:
    """The six digits that the app shows at `now` (aware)."""
    return _of_step(_totp(secret), _step(now))


def step_of(secret: str, typed: str, now: datetime) -> int | None:
    """The number of the half minute whose code was typed, None for any but those next to `now`.

    Spaces and full-width digits are taken as what they stand for.
    """
    given = unicodedata.normalize("NFKC", typed).replace(" ", "").encode()
    totp, here = _totp(secret), _step(now)
    found = [here + near for near in NEAR if hmac.compare_digest(_of_step(totp, here + near).encode(), given)]
    return found[0] if found else None


def _totp(secret: str) -> TOTP:
    return TOTP(base64.b32decode(secret), DIGITS, SHA1(), STEP_SECONDS)  # noqa: S303 - what the RFC and the apps use


def _step(now: datetime) -> int:
    return int(now.timestamp()) // STEP_SECONDS


def _of_step(totp: TOTP, step: int) -> str:
    return totp.generate(step * STEP_SECONDS).decode()
