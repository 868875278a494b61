"""The program stands still for an hour, days, months, and comes back; or its clock jumps. Nobody is told twice."""

from collections import Counter
from collections.abc import AsyncIterator
from datetime import date, time, timedelta
from pathlib import Path

import pytest

from bot.sandbox.server import Setup
from bot.sandbox.town import Town, connect_bot, open_town
from tests.journeys import people as p
from tests.year import office_days as office
from tests.year.house import DIGEST_READER, announcement
from tests.year.terms import Terms
from tests.year.townsfolk import Told, duty, news, told_by

TUESDAY = date(2026, 9, 29)
STOPS_AT = office.at(TUESDAY, time(15, 59))
SUPPORTERS = sorted(Terms().held)
UNANSWERED, LAST_MINUTE, ACCEPTED, WITHDRAWN, CLOSING = "U0ISHIKAWA", "U0KATO", "U0KONDO", "U0SAITO", "U0MAEDA"
HAYASHI, IKEDA, MORI, SHIMIZU, HASHIMOTO = "U0HAYASHI", "U0IKEDA", "U0MORI", "U0SHIMIZU", "U0HASHIMOTO"


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    opened = await open_town(tmp_path, setup=Setup(retry_seconds=(0.0, 0.05, 0.1)))
    yield opened
    await opened.sandbox.stop()


async def matters_in_every_state(town: Town) -> None:
    """On Tuesday morning: one unanswered, one accepted, one withdrawn, one that was ended; Hayashi has an entry."""
    await town.step(office.at(TUESDAY, time(10, 0)))
    for asker, supporter in ((UNANSWERED, "林"), (ACCEPTED, "森"), (WITHDRAWN, "清水"), (CLOSING, "橋本")):
        await p.ask(town, asker, supporter)
    await town.step_by(minutes=6)
    for supporter in (MORI, HASHIMOTO):
        await p.open_notice(town, supporter)
        await p.press(town, supporter, "peer_support.accept")
    await p.swear(town, HAYASHI)
    await p.record(town, HAYASHI)
    await town.step_by(minutes=6)
    await p.go_home(town, HASHIMOTO)
    await p.press(town, HASHIMOTO, "peer_support.case")
    await p.press(town, HASHIMOTO, "peer_support.end")
    await p.go_home(town, WITHDRAWN)
    await p.press(town, WITHDRAWN, "peer_support.case")
    await p.press(town, WITHDRAWN, "peer_support.withdraw")
    await town.step(office.at(TUESDAY, time(15, 58)))
    await p.ask(town, LAST_MINUTE, "池田")  # its notice would leave at 16:00
    town.clock.move_to(STOPS_AT)


async def stood_still(town: Town, span: timedelta) -> Town:
    """Switch the program off, let `span` go by, start it again and let it say what it has to say."""
    await town.disconnect()
    town.clock.move_by(span)
    again = await connect_bot(town.sandbox, town.clock, town.settings)
    await again.step(office.next_working(town.clock.now()) + timedelta(minutes=10))
    return again


def said_since(town: Town, before: Counter[str]) -> Counter[Told]:
    """Every message after so many by each person."""
    return Counter(
        told_by(town, person, message)
        for person, state in town.sandbox.workspace.states.items()
        for message in state.messages[before[person] :]
    )


def said_so_far(town: Town) -> Counter[str]:
    return Counter({person: len(state.messages) for person, state in town.sandbox.workspace.states.items()})


QUESTION_OF = {
    "2026-09": {who: duty(who, date(2026, 10, 10)) for who in SUPPORTERS},
    "2026-10": {who: duty(who, date(2026, 11, 10)) for who in SUPPORTERS},
    "2026-12": {who: duty(who, date(2027, 1, 10)) for who in SUPPORTERS},
}
TOLD_OF_SILENCE = [(UNANSWERED, news(UNANSWERED)), (LAST_MINUTE, news(LAST_MINUTE))]
OVERDUE = [(HAYASHI, news(HAYASHI))]  # names no day any more
DIGEST = (DIGEST_READER, news(DIGEST_READER))  # each month's, once; who has not sworn hears only that there is one
GOES_ON = [(ACCEPTED, news(ACCEPTED)), (MORI, news(MORI))]  # asked before it can end by itself, however long it was


@pytest.mark.parametrize(
    ("span", "expected", "states"),
    [
        pytest.param(
            timedelta(hours=1), [(IKEDA, duty(IKEDA, date(2026, 10, 1)))], {}, marks=pytest.mark.long, id="an hour"
        ),
        pytest.param(
            timedelta(days=3),
            [*TOLD_OF_SILENCE, *QUESTION_OF["2026-09"].items()],
            {"2026-09": "asked"},
            id="three days",
        ),
        pytest.param(
            timedelta(days=40),
            [*TOLD_OF_SILENCE, *OVERDUE, *GOES_ON, *QUESTION_OF["2026-10"].items(), DIGEST],
            {"2026-09": "closed_empty", "2026-10": "asked"},
            id="forty days",
        ),
        pytest.param(
            timedelta(days=100),
            [*TOLD_OF_SILENCE, *OVERDUE, *GOES_ON, *QUESTION_OF["2026-12"].items(), *[DIGEST] * 3],
            {"2026-09": "closed_empty", "2026-10": "closed_empty", "2026-11": "closed_empty", "2026-12": "asked"},
            marks=pytest.mark.long,
            id="a hundred days",
        ),
    ],
)
async def test_after_a_standstill_everybody_hears_at_most_once_about_a_case(
    town: Town, span: timedelta, expected: list[tuple[str, str]], states: dict[str, str]
) -> None:
    await matters_in_every_state(town)
    before = said_so_far(town)
    again = await stood_still(town, span)
    heard = said_since(again, before)
    assert Counter((told.person, told.sentence) for told in heard.elements()) == Counter(expected)
    assert max(Counter((told.person, told.about) for told in heard.elements()).values()) == 1
    assert all(office.is_working(told.at) for told in heard)
    for month, state in states.items():
        for supporter in SUPPORTERS:
            has_entry = supporter == HAYASHI and month == "2026-09"
            assert await state_of_month(again, supporter, month) == ("drafted" if has_entry else state)
    await again.disconnect()


async def state_of_month(town: Town, supporter: str, month: str) -> str:
    """The state of somebody's month, or "" where no draft stands."""

    def state(unit):  # type: ignore[no-untyped-def]
        case = unit.casebook.load(unit.casebook.case_id_for("peer_support", "month", supporter, month))
        return case.state if case else ""

    return await town.program.store.read(state)


@pytest.mark.parametrize(
    ("jumps", "mornings"),
    [
        ((timedelta(days=1), timedelta(days=-1)), 2),
        ((timedelta(days=-1),), 2),
        ((timedelta(days=2), timedelta(days=-2)), 1),  # on the promised day the second nudge is stale
    ],
    ids=["a day forward and back", "a day back", "to the promised day and back"],
)
async def test_a_clock_that_is_set_wrong_and_right_again_doubles_no_nudge(
    town: Town, jumps: tuple[timedelta, ...], mornings: int
) -> None:
    await town.step(office.at(TUESDAY, time(10, 0)))
    await p.ask(town, UNANSWERED, "林")
    await town.step(office.at(date(2026, 9, 30), time(9, 0)))
    for jump in jumps:
        town.clock.move_by(jump)
        await town.settle()
        await town.step_by(minutes=10)
    await town.step(office.at(date(2026, 10, 2), time(12, 0)))
    nudges = Counter(p.sentences(town, HAYASHI))
    assert nudges[duty(HAYASHI, date(2026, 10, 1))] == 1 + mornings  # asked, then nudged
    assert nudges[duty(HAYASHI, date(2026, 10, 10))] == 1  # the month's question
    assert p.sentences(town, UNANSWERED) == [announcement(UNANSWERED), news(UNANSWERED)]
    await town.disconnect()


async def test_what_was_written_before_the_clock_was_set_back_still_opens(town: Town) -> None:
    await town.step(office.at(TUESDAY, time(10, 0)))
    await p.ask(town, UNANSWERED, "林")
    await town.step_by(minutes=6)
    town.clock.move_by(timedelta(days=-1))
    supporter = await p.open_notice(town, HAYASHI)
    await p.press(town, HAYASHI, "peer_support.accept")
    assert "引き受けました" in supporter.text()
    await town.step_by(minutes=6)
    assert p.sentences(town, UNANSWERED) == [announcement(UNANSWERED), news(UNANSWERED)]
    await town.disconnect()
