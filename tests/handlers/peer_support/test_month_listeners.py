"""Who gets the form for one support: who was a supporter in a month that can still be written down, and nobody else."""

import pytest

from bot.casework import Casework
from bot.errors import Refused
from bot.handlers.peer_support.listeners import month as months
from tests import fakes
from tests.fakes import HEAD, SUPPORTER


async def test_who_is_no_supporter_is_led_to_no_form(casework: Casework) -> None:
    assert await months.record_form(fakes.click(HEAD), casework) is None  # as an adviser, whose report is another one
    with pytest.raises(Refused, match="not-shown"):
        await months.write_down(fakes.click(HEAD), casework)


async def test_a_supporter_is(casework: Casework) -> None:
    form = await months.record_form(fakes.click(SUPPORTER), casework)

    assert form is not None
    assert form["callback_id"] == "peer_support.record"
