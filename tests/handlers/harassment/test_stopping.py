"""Taken back in every state, in a real database: what is destroyed and what stays (K8, G8)."""

import pytest

from bot.handlers.harassment.rules.moves import AFTER_FORM_1, BEFORE_FORM_1
from bot.sandbox.town import Town
from tests.handlers.harassment.cases import ASKER, ASKER_IN_ENGLISH, ONE, put, stored
from tests.journeys import people as p


async def test_before_form_1_nothing_is_left_of_it_in_any_state(town: Town) -> None:
    for place, state in enumerate(BEFORE_FORM_1):
        case = await put(town, state, case_id=f"{place:032x}")
        who = await p.press_forged(town, ASKER, "harassment.withdraw_now", case.id, case.rev)
        assert "取り下げました" in who.text(), state
        assert await p.route(town) == p.DESTROYED, state


async def test_after_form_1_the_record_stays_and_nobody_opens_it_any_more(town: Town) -> None:
    for place, state in enumerate(AFTER_FORM_1):
        case = await put(town, state, case_id=f"{place:032x}")
        who = await p.press_forged(town, ASKER, "harassment.stop_now", case.id, case.rev)
        assert "対応を止めました" in who.text(), state
        after = await stored(town, case.id)
        assert after is not None, state
        assert (after.state, after.handlers) == ("stopped", ()), state
        assert after.body["sheet"] == case.body["sheet"], state
    assert "手元にある件" not in str((await p.go_home(town, ONE)).home)


@pytest.mark.parametrize(("verb", "state"), [("withdraw_now", "reported"), ("stop_now", "received")])
async def test_neither_is_done_in_the_place_of_the_other(town: Town, verb: str, state: str) -> None:
    case = await put(town, state)
    await p.press_forged(town, ASKER, f"harassment.{verb}", case.id, case.rev)
    after = await stored(town, case.id)
    assert after is not None
    assert (after.state, after.handlers) == (state, case.handlers)


@pytest.mark.parametrize("verb", ["withdraw_now", "caller_withdraws", "told", "exclude", "choose_door"])
async def test_nobody_else_takes_it_back_or_reads_it(town: Town, verb: str) -> None:
    case = await put(town, "received")
    for other in (ASKER_IN_ENGLISH, ONE, "U0ENDO"):
        await p.press_forged(town, other, f"harassment.{verb}", case.id, case.rev)
        assert await stored(town, case.id) == case, other
        assert "story-canary" not in town.sandbox.person(other).text(), other
