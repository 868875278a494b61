"""The one table of failures: complete, sayable in both languages, and the same for Slack and the shell."""

from itertools import product
from zoneinfo import ZoneInfo

import pytest

from bot.errors import (
    Busy,
    Conflict,
    Disconnected,
    KeyMissing,
    MadoguchiError,
    Misconfigured,
    Refused,
    SealBroken,
    StillSaving,
    StoreFailed,
    Unpermitted,
    Unsealable,
)
from bot.handlers.failures import REASON, SURFACES, Failure, Kind, Place, exit_code, guarded, kind_of
from bot.words import LANGUAGES, Words

KINDS = [
    (Refused("not-shown"), Kind.REFUSED, 2),
    (Refused("token-wrong"), Kind.REFUSED, 2),
    (Refused("token-expired"), Kind.EXPIRED, 2),
    (Misconfigured(["x"]), Kind.SETUP, 2),
    (KeyMissing(["x"]), Kind.SETUP, 2),
    (Busy(), Kind.BUSY, 3),
    (Disconnected(), Kind.BUSY, 3),
    (StoreFailed("locked"), Kind.BUSY, 3),
    (StoreFailed("lost"), Kind.BUSY, 3),
    (StillSaving(), Kind.SAVING, 3),
    (StoreFailed("unknown"), Kind.SAVING, 3),
    (TimeoutError(), Kind.SAVING, 3),
    (Conflict(), Kind.CONFLICT, 3),
    (StoreFailed("full"), Kind.STORE, 4),
    (StoreFailed("corrupt"), Kind.STORE, 4),
    (StoreFailed("integrity"), Kind.STORE, 4),
    (StoreFailed("other"), Kind.STORE, 4),
    (SealBroken(), Kind.BUG, 1),
    (Unsealable("x"), Kind.BUG, 1),
    (Unpermitted(), Kind.BUG, 1),
    (MadoguchiError(), Kind.BUG, 1),
    (RuntimeError("x"), Kind.BUG, 1),
]
WAITED_FOR = {Place.FORM, Place.BUTTON, Place.HOME}


def test_every_way_of_failing_is_said_in_every_place() -> None:
    assert set(SURFACES) == set(product(Kind, Place))


@pytest.mark.parametrize(("error", "kind", "code"), KINDS, ids=lambda value: str(value)[:30])
def test_each_error_has_its_row_and_its_exit_code(error: Exception, kind: Kind, code: int) -> None:
    assert (kind_of(error), exit_code(error)) == (kind, code)


def test_every_kind_of_database_failure_and_every_error_of_ours_is_looked_at() -> None:
    ours = {type(error) for error, _, _ in KINDS if isinstance(error, MadoguchiError)}
    assert ours == {MadoguchiError, *all_of(MadoguchiError)}


def test_whoever_waits_reads_a_sentence_and_nobody_else_is_written_to() -> None:
    for (kind, place), surface in SURFACES.items():
        if place in WAITED_FOR:
            assert surface.sentence, (kind, place)
        if place in {Place.EVENT, Place.COURIER}:
            assert not surface.sentence, (kind, place)


def test_every_sentence_exists_in_both_languages() -> None:
    words = Words.load(ZoneInfo("Asia/Tokyo"))
    said = {one.sentence for one in SURFACES.values()} - {"", REASON}
    assert all(words.say(sentence, language, phone="1") for sentence in said for language in LANGUAGES)


def test_a_form_keeps_what_was_typed_wherever_sending_again_may_help() -> None:
    kept = {kind for kind in Kind if SURFACES[kind, Place.FORM].keeps_typed}
    assert kept == {Kind.REFUSED, Kind.BUSY, Kind.STORE, Kind.SETUP, Kind.BUG}


def test_the_shell_is_told_of_every_failure() -> None:
    assert all(SURFACES[kind, Place.COMMAND_LINE].exit_code for kind in Kind)


async def test_what_works_is_passed_on_and_what_fails_becomes_its_row() -> None:
    async def works() -> int:
        return 7

    async def fails() -> int:
        raise Busy

    assert await guarded(works(), Place.BUTTON) == 7
    assert await guarded(fails(), Place.BUTTON) == Failure(Kind.BUSY, SURFACES[Kind.BUSY, Place.BUTTON])


def all_of(kind: type[MadoguchiError]) -> set[type[MadoguchiError]]:
    """Every error below this one that the house itself defines."""
    below = {one for one in kind.__subclasses__() if one.__module__ == "bot.errors"}
    return below.union(*(all_of(one) for one in below))
