"""One-time codes against the vectors of RFC 6238, and what counts as near enough."""

import base64
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from bot.store import codes

SECRET = base64.b32encode(b"12345678901234567890").decode()  # RFC 6238, appendix B
NOW = datetime(2026, 9, 7, 0, 50, tzinfo=UTC)


@pytest.mark.parametrize(
    ("second", "digits"),
    [
        (59, "94287082"),
        (1111111109, "07081804"),
        (1111111111, "14050471"),
        (1234567890, "89005924"),
        (2000000000, "69279037"),
        (20000000000, "65353130"),
    ],
)
def test_a_code_is_the_last_six_digits_of_the_vector(second: int, digits: str) -> None:
    moment = datetime.fromtimestamp(second, UTC)

    assert codes.code_at(SECRET, moment) == digits[-6:]
    assert codes.step_of(SECRET, digits[-6:], moment) == second // 30


@pytest.mark.parametrize(("seconds", "counts"), [(-60, False), (-30, True), (0, True), (30, True), (60, False)])
def test_a_phone_may_differ_by_one_step(seconds: int, counts: bool) -> None:
    shown = codes.code_at(SECRET, NOW + timedelta(seconds=seconds))

    expected = int(NOW.timestamp()) // 30 + seconds // 30 if counts else None
    assert codes.step_of(SECRET, shown, NOW) == expected


def test_a_code_may_be_typed_with_a_space_or_in_full_width() -> None:
    shown = codes.code_at(SECRET, NOW)
    full_width = "".join(chr(ord(digit) + 0xFEE0) for digit in shown)

    assert {codes.step_of(SECRET, typed, NOW) for typed in (f"{shown[:3]} {shown[3:]}", full_width)} == {
        int(NOW.timestamp()) // 30
    }


@pytest.mark.parametrize("typed", ["", "12345", "1234567", "abcdef", "一二三四五六", "\U0001f512"])
def test_anything_else_is_no_code(typed: str) -> None:
    assert codes.step_of(SECRET, typed, NOW) is None


def test_every_secret_is_another_and_fits_into_an_app() -> None:
    secrets = {codes.new_secret() for _ in range(50)}

    assert len(secrets) == 50
    assert {len(base64.b32decode(secret)) for secret in secrets} == {20}


def test_the_address_names_the_secret_the_person_and_who_asks() -> None:
    address = urlsplit(codes.address(SECRET, "U0HEAD", 'Midori "City" Hall'))

    assert (address.scheme, address.netloc) == ("otpauth", "totp")
    assert unquote(address.path).endswith('Midori "City" Hall:U0HEAD')
    assert parse_qs(address.query)["secret"] == [SECRET]
