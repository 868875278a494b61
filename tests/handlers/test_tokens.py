"""A token opens for the person, the kind and the days it was written for; everything else is one refusal."""

import base64
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import Refused
from bot.handlers.tokens import LENGTH, Token, TokenBox, new_nonce
from bot.store import keys
from bot.store.keys import KeyRing
from bot.store.seal import Place, seal

WRITTEN = date(2026, 9, 1)
TOKEN = Token("peer_support.request", "0f" * 16, "U012ABCDEF9", 3, "a1b2c3d4e5f60718", WRITTEN.toordinal())


@pytest.fixture(scope="module")
def ring(tmp_path_factory: pytest.TempPathFactory) -> KeyRing:
    directory = tmp_path_factory.mktemp("house") / "keys"
    keys.create(directory)
    return KeyRing.load(directory, domains=["system"])


@pytest.fixture(scope="module")
def box(ring: KeyRing) -> TokenBox:
    return TokenBox(ring)


def refusal(box: TokenBox, text: str, *, today: date = WRITTEN, person: str = TOKEN.person, kind: str = "") -> str:
    with pytest.raises(Refused) as refused:
        box.read(text, today=today, person=person, expected_kind=kind)
    assert refused.value.__context__ is None or refused.value.__suppress_context__
    return refused.value.reason


def test_a_token_comes_back_as_it_was_written(box: TokenBox) -> None:
    assert box.read(box.write(TOKEN), today=WRITTEN, person=TOKEN.person) == TOKEN
    assert box.read(box.write(TOKEN), today=WRITTEN, person=TOKEN.person, expected_kind=TOKEN.kind) == TOKEN


@pytest.mark.parametrize(
    ("days", "reason"), [(0, ""), (1, ""), (30, ""), (31, ""), (32, "token-expired"), (400, "token-expired")]
)
def test_a_token_is_valid_for_31_days(box: TokenBox, days: int, reason: str) -> None:
    text, today = box.write(TOKEN), WRITTEN + timedelta(days=days)

    if reason:
        assert refusal(box, text, today=today) == reason
    else:
        assert box.read(text, today=today, person=TOKEN.person) == TOKEN


def test_a_clock_that_was_set_back_loses_nobodys_button(box: TokenBox) -> None:
    assert box.read(box.write(TOKEN), today=WRITTEN - timedelta(days=1), person=TOKEN.person) == TOKEN


@pytest.mark.parametrize("person", ["U012ABCDEF8", "u012ABCDEF9", "U012ABCDEF", "", "\ud800"])
def test_another_persons_token_is_refused(box: TokenBox, person: str) -> None:
    assert refusal(box, box.write(TOKEN), person=person) == "token-wrong"


def test_a_token_for_another_act_is_refused(box: TokenBox) -> None:
    assert refusal(box, box.write(TOKEN), kind="peer_support.report") == "token-wrong"


def test_another_persons_old_token_tells_nothing_but_that_it_is_wrong(box: TokenBox) -> None:
    long_after = WRITTEN + timedelta(days=99)

    assert refusal(box, box.write(TOKEN), today=long_after, person="U2") == "token-wrong"


def test_a_token_of_another_house_is_refused(box: TokenBox, tmp_path: Path) -> None:
    keys.create(tmp_path / "keys")
    elsewhere = TokenBox(KeyRing.load(tmp_path / "keys"))

    assert refusal(box, elsewhere.write(TOKEN)) == "token-wrong"


def test_a_sealed_row_is_no_token(box: TokenBox, ring: KeyRing) -> None:
    place = Place("system", "outbox", "payload", "row", "outbox", 1)
    row = seal(ring.row_key("outbox"), b"{}", place)

    assert refusal(box, base64.urlsafe_b64encode(row).decode()) == "token-wrong"
    assert refusal(box, base64.urlsafe_b64encode(row[:150]).decode()) == "token-wrong"


def test_every_changed_or_cut_character_is_found(box: TokenBox) -> None:
    text = box.write(TOKEN)

    for at, sign in enumerate(text):
        other = "A" if sign != "A" else "B"
        assert refusal(box, text[:at] + other + text[at + 1 :]) == "token-wrong"
        assert refusal(box, text[:at]) == "token-wrong"
        assert refusal(box, text[:at] + "\n" + text[at:]) == "token-wrong"


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "open",
        "A" * LENGTH,
        "=" * LENGTH,
        "+" * LENGTH,
        "Ａ" * LENGTH,
        "A" * 100_000,
        "\0" * LENGTH,
        "\ud800" * LENGTH,
    ],
    ids=[
        "empty",
        "space",
        "word",
        "letters",
        "padding",
        "other alphabet",
        "wide",
        "huge",
        "zeros",
        "half signs",
    ],
)
def test_anything_else_is_one_and_the_same_refusal(box: TokenBox, text: str) -> None:
    assert refusal(box, text) == "token-wrong"
    assert refusal(box, box.write(TOKEN) + text + "x") == "token-wrong"


@given(text=st.text(max_size=300))
def test_random_text_is_never_another_error(box: TokenBox, text: str) -> None:
    assert refusal(box, text) == "token-wrong"


def test_the_length_tells_nothing_and_fits_everywhere(box: TokenBox) -> None:
    others = [
        TOKEN,
        replace(TOKEN, kind="home", row="", rev=0, nonce=""),
        replace(TOKEN, kind="stress_check.interview_application_form", person="W" + "9" * 20, rev=10**6),
    ]

    assert {len(box.write(token)) for token in others} == {LENGTH}
    assert LENGTH <= 255  # Slack's limit for external_id, the shortest of the three fields


def test_the_text_shows_nothing_of_what_it_means(box: TokenBox) -> None:
    raw = base64.urlsafe_b64decode(box.write(TOKEN))

    for canary in (TOKEN.kind, TOKEN.row, TOKEN.person, TOKEN.nonce):
        assert canary.encode() not in raw
    assert box.write(TOKEN) != box.write(TOKEN)


def test_every_rendered_form_has_a_nonce_of_its_own() -> None:
    assert len({new_nonce() for _ in range(1000)}) == 1000
