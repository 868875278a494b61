"""Slack takes three views on top of each other: on the third one, too, help opens and no answer is lost."""

from dataclasses import replace

import pytest

from bot.errors import Busy, Refused, StillSaving
from bot.handlers import apology, blocks
from bot.handlers.failures import Place, failure
from bot.handlers.flow import Show, Wrong
from bot.handlers.harassment.rules.moves import PROPOSED, RECEIVED, REFERRED
from bot.sandbox.town import Town
from tests.fakes import click
from tests.handlers.harassment.cases import ASKER, CHAIR, put
from tests.journeys.people import go_home, press
from tests.journeys.test_danger import with_code

FIRST = {"id": "V1", "root_view_id": "V1", "previous_view_id": None}
SECOND = {"id": "V2", "root_view_id": "V1", "previous_view_id": "V1"}
THIRD = {"id": "V3", "root_view_id": "V1", "previous_view_id": "V2"}
WORDS = [{"type": "input", "block_id": "story"}]


async def test_help_opens_in_the_place_of_a_third_view(town: Town) -> None:
    await put(town, RECEIVED)
    await go_home(town, ASKER)
    for tap in ("harassment.case", "harassment.more", "harassment.told"):
        who = await press(town, ASKER, tap)
    assert len(who.modals) == 3
    await press(town, ASKER, "home.help")
    assert (len(who.modals), who.trouble) == (3, None)
    assert "119" in str(who.modal)


@pytest.mark.parametrize(("view", "room"), [(FIRST, True), (SECOND, True), (THIRD, False), ({}, True)])
def test_only_the_third_view_has_no_room(view: dict[str, str | None], room: bool) -> None:
    assert blocks.has_room(view) is room


@pytest.mark.parametrize("error", [Busy(), StillSaving(), Refused("not-shown")])
def test_on_a_third_view_a_form_keeps_what_was_typed_whatever_went_wrong(error: Exception) -> None:
    failed = failure(error, Place.FORM)

    assert isinstance(apology.at_the_form(click(), failed, THIRD | {"blocks": WORDS}), Wrong)
    assert isinstance(apology.at_the_form(click(), failed, THIRD | {"blocks": []}), Show)


async def test_where_a_case_has_moved_on_meanwhile_the_typed_words_stay_underneath(town: Town) -> None:
    case = await put(town, REFERRED)
    await go_home(town, CHAIR)
    who = await with_code(town, CHAIR, "harassment.case")
    await with_code(town, CHAIR, "harassment.propose")
    await who.fill({"text": "提言の下書き"})
    await town.program.store.run(lambda unit: unit.casebook.save(replace(case, state=PROPOSED)))
    below = len(who.modals)
    await who.submit()
    await town.sandbox.quiet()

    assert "書いた内容は、この画面の下にそのまま残っています" in who.text()
    assert len(who.modals) == below + 1
    await who.close()
    assert "提言の下書き" in str(who.values)
