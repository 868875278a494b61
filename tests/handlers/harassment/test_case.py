"""The first screen of a consultation: who sees where it stands, and who learns nothing at all."""

import pytest

from bot.handlers.harassment.rules.moves import DRAFT, HANDLED, HEARING, REFERRED, REPORTED
from bot.sandbox.town import Town
from tests.handlers.harassment.cases import (
    ASKER,
    CHAIR,
    COUNSELLORS,
    DEPUTY,
    DESK,
    HEAD,
    MEMBERS,
    ONE,
    RESPONDENT,
    SECRETARY,
    THIRD,
    put,
)  # fmt: skip
from tests.journeys.people import go_home, press

MINE, WAITING, DRAFT_ROW = "自分の件を見る", "手元にある件", "書きかけを続ける"


@pytest.mark.parametrize("state", HANDLED)
async def test_the_person_reads_where_it_stands_in_every_state(town: Town, state: str) -> None:
    await put(town, state)
    await go_home(town, ASKER)
    who = await press(town, ASKER, MINE)
    assert "いまの状況" in str(who.modal)


@pytest.mark.parametrize(
    ("state", "person", "sees"),
    [
        (REPORTED, HEAD, True),
        (REPORTED, DEPUTY, False),
        (REPORTED, ONE, True),
        (REPORTED, THIRD, False),
        (REPORTED, DESK, False),
        (REPORTED, CHAIR, False),
        (HEARING, MEMBERS[2], False),
        (REFERRED, MEMBERS[2], True),
        (REFERRED, CHAIR, True),
        (REFERRED, SECRETARY, True),
        (REFERRED, DESK, False),
        (DRAFT, ONE, False),
    ],
)
async def test_only_who_has_it_in_hand_finds_it_on_home(town: Town, state: str, person: str, sees: bool) -> None:
    await put(town, state)
    who = await go_home(town, person)
    assert (WAITING in str(who.home)) is sees


async def test_nobody_kept_out_finds_it_anywhere(town: Town) -> None:
    await put(town, REFERRED, identity={"excluded": [RESPONDENT, HEAD, ONE], "recipient": DEPUTY})
    for person in (RESPONDENT, HEAD, ONE, DESK, SECRETARY, *COUNSELLORS[2:]):  # the section of the head is out as well
        who = await go_home(town, person)
        assert WAITING not in str(who.home), person
    assert WAITING in str((await go_home(town, MEMBERS[2])).home)
