"""Opaque tokens for `value`, `private_metadata` and `external_id`: all of one length, bound to one person."""

import base64
import json
import re
import secrets
from dataclasses import dataclass
from datetime import date

from bot.errors import Refused, SealBroken, Unsealable
from bot.store.keys import KeyRing
from bot.store.seal import Place, open_sealed, seal

VALID_DAYS = 31
LENGTH = 200  # always: a length of its own would tell an export which flow a button belongs to

_SIZES = (118,)  # with header, nonce and tag 150 bytes, in base64 exactly LENGTH characters
_TEXT = re.compile(rf"[A-Za-z0-9_-]{{{LENGTH}}}", re.ASCII)


@dataclass(frozen=True)
class Token:
    """What a button or a form stands for.

    `row` is the id of the case or of whatever `kind` speaks of, `rev` the revision that was shown, `nonce`
    new for every rendered form, `day` the ordinal (date.toordinal) of the office day on which it was written.
    """

    kind: str
    row: str
    person: str
    rev: int
    nonce: str
    day: int


class TokenBox:
    """Writes and reads tokens under the system's token key."""

    def __init__(self, ring: KeyRing) -> None:
        self._ring = ring

    def write(self, token: Token) -> str:
        """The token as 200 characters that are safe in every field of Slack's.

        Raises Unsealable when kind, row and nonce together have more than about 90 characters.
        """
        fields = (token.kind, token.row, token.rev, token.nonce, token.day)
        plaintext = json.dumps(fields, separators=(",", ":")).encode()
        blob = seal(self._ring.row_key("token"), plaintext, _place(token.person), sizes=_SIZES)
        return base64.urlsafe_b64encode(blob).decode()

    def read(self, text: str, *, today: date, person: str, expected_kind: str = "") -> Token:
        """The token that was written for `person`, on whose office day `today` it is read.

        Raises Refused("token-wrong") for anything that is not one of ours, is another person's, or is not of
        `expected_kind` (where given); Refused("token-expired") after 31 days.
        """
        try:
            token = self._open(text, person)
        except (SealBroken, Unsealable):
            raise Refused("token-wrong") from None
        if expected_kind not in {"", token.kind}:
            raise Refused("token-wrong")
        if today.toordinal() - token.day > VALID_DAYS:
            raise Refused("token-expired")
        return token

    def _open(self, text: str, person: str) -> Token:
        if not _TEXT.fullmatch(text):
            raise SealBroken("not a token")
        blob = base64.urlsafe_b64decode(text)
        plaintext = open_sealed(self._ring.row_key("token"), blob, _place(person), sizes=_SIZES)
        kind, row, rev, nonce, day = json.loads(plaintext)
        return Token(kind, row, person, rev, nonce, day)


def new_nonce() -> str:
    """16 random hexadecimal digits for the next rendered form."""
    return secrets.token_hex(8)


def _place(person: str) -> Place:
    return Place("system", "token", "token", person, "token", 1)
