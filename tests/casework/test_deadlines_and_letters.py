"""What a passed deadline means now, and who may still receive a message that was decided earlier."""

from dataclasses import replace
from datetime import timedelta
from functools import partial

from bot.casework import Casework
from bot.handlers.peer_support.rules import request as rules
from bot.rules.cases import Case, Deadline, NoticeClass
from bot.store.outbox import Letter
from tests import fakes
from tests.desk import (
    FLOW,
    accept,
    ask,
    outcomes,
    read,
    waiting,
)
from tests.fakes import ASKER, HEAD, NOW, OTHER, SUPPORTER


class TestDeadlines:
    async def test_after_a_standstill_only_the_latest_stage_speaks(self, casework: Casework) -> None:
        asked = await ask(casework)
        later = NOW + timedelta(days=2, hours=3)
        casework.store._clock.move_to(later)  # type: ignore[attr-defined]
        due = casework.store.run_now(lambda unit: unit.timetable.due(later, 10))

        said = [casework.store.run_now(partial(casework.chase, due=found)) for found in due]

        assert [found.deadline.stage for found in due] == [1, 2]
        assert said == ["skipped", "done"]
        assert waiting(casework) == 2  # the request itself and one nudge
        assert outcomes(casework)[-1] == ("nudge", "done")
        assert asked.case.state == "requested"

    async def test_a_deadline_that_was_cancelled_since_it_was_seen_says_nothing(self, casework: Casework) -> None:
        asked = await ask(casework)
        due = casework.store.run_now(lambda unit: unit.timetable.due(NOW + timedelta(days=2), 10))
        await accept(casework, asked.case)

        assert {casework.store.run_now(partial(casework.chase, due=found)) for found in due} == {"done"}
        assert outcomes(casework)[-1] == ("accept", "done")

    async def test_an_act_of_the_clock_that_no_longer_fits_the_state_is_not_done(self, casework: Casework) -> None:
        asked = await ask(casework)
        await accept(casework, asked.case)
        late = Deadline(asked.case.id, rules.ANSWER, NOW, 3, "9")
        casework.store.run_now(lambda unit: unit.timetable.set(FLOW, [late]))
        (due,) = casework.store.run_now(lambda unit: unit.timetable.due(NOW, 10))

        assert casework.store.run_now(partial(casework.chase, due=due)) == "done"
        assert await read(casework, asked.case.id, ASKER) == "accepted"


class TestMayReceive:
    def letter(self, case: Case, recipient: str, topic: str = "case") -> Letter:
        return Letter(
            "l", NoticeClass.NEWS, recipient, FLOW, case.id, topic, None, NOW, None, 1, "pending", ("requested",)
        )

    def may(self, casework: Casework, letter: Letter, **other: bool) -> bool:
        who = replace(fakes.click(letter.recipient).who, **other)
        return casework.store.run_now(lambda unit: casework.may_receive(unit, who, letter))

    async def test_both_sides_may_and_nobody_else(self, casework: Casework) -> None:
        case = (await ask(casework)).case

        told = {who: self.may(casework, self.letter(case, who)) for who in (ASKER, SUPPORTER, OTHER, HEAD)}
        assert told == {ASKER: True, SUPPORTER: True, OTHER: False, HEAD: False}

    async def test_not_once_it_is_over_or_the_role_is(self, casework: Casework) -> None:
        case = (await ask(casework)).case
        assert not self.may(casework, self.letter(replace(case, id="0" * 32), SUPPORTER))
        assert not self.may(casework, self.letter(case, SUPPORTER), guest=True)

        released = replace(fakes.APPOINTMENTS[0], released_on=fakes.OFFICE.day(NOW))
        casework.store.run_now(lambda unit: unit.roster.save_appointments([released]))

        assert not self.may(casework, self.letter(case, SUPPORTER))

    async def test_not_once_the_act_it_asks_for_is_done(self, casework: Casework) -> None:
        case = (await ask(casework)).case
        await accept(casework, case)

        assert not self.may(casework, self.letter(case, SUPPORTER))

    async def test_what_is_about_no_case_may_always_go(self, casework: Casework) -> None:
        nobodys = replace(self.letter((await ask(casework)).case, OTHER), about="")

        assert self.may(casework, nobodys)
