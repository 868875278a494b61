"""What becomes of a request: taken on late, left to somebody else, unanswered over holidays, taken back, forgotten."""

from datetime import timedelta

from bot.sandbox.town import Town
from bot.store.models import DeadlineRow
from tests.journeys import people as p
from tests.journeys.test_directory import ANNOUNCED
from tests.journeys.test_living_roster import press_message, promised
from tests.journeys.watch import Watch


async def test_who_steps_aside_is_never_seen_to_refuse_and_loses_the_matter(town: Town, watch: Watch) -> None:
    await p.ask(town, message="まず聞いてください")
    await p.slot(town)
    supporter = await p.step_aside(town, p.SUPPORTER, "own_load")
    assert "この件は、もうあなたの画面には出ません" in supporter.text()
    await p.slot(town)

    assert p.sentences(town, p.ASKER) == [p.NEWS]
    asker = await p.open_notice(town, p.ASKER)
    assert "ほかの方をさがしています" in asker.text()
    await p.press(town, p.ASKER, "peer_support.choose")
    assert "林 さくら" not in asker.text()  # somebody else means somebody else
    await asker.close()
    asker = await p.choose(town, p.ASKER, "森 彩香")
    assert "森 彩香さんにお願いしています" in asker.text()
    reasons = [row.ja for row in town.program.casework.policy.step_aside_reasons]
    assert [reason for reason in reasons if reason in watch.text(p.ASKER)] == []

    await supporter.close()
    await p.press(town, p.SUPPORTER, "peer_support.accept")  # still in front of them
    assert p.NOT_SHOWN in supporter.text()
    assert p.NOT_SHOWN in (await p.open_notice(town, p.SUPPORTER)).text()
    assert "peer_support.case" not in str((await p.go_home(town, p.SUPPORTER)).home)

    await p.slot(town)
    other = await p.open_notice(town, p.OTHER_SUPPORTER)
    assert "石川 葵さん（市民課）" in other.text()
    assert "まず聞いてください" in other.text()
    await p.press(town, p.OTHER_SUPPORTER, "peer_support.accept")
    await p.slot(town)
    assert "森 彩香さんが引き受けました" in (await p.open_notice(town, p.ASKER)).text()
    assert len(p.sentences(town, p.SUPPORTER)) == 1


async def test_nudges_come_on_office_days_only_then_the_person_decides(town: Town, watch: Watch) -> None:
    """Saturday 19 September 2026 to Wednesday the 23rd are five closed days in a row; on the 18th all hear of G3."""
    await town.step(p.at(2026, 9, 17, 10, 0))
    asker = await p.ask(town)
    assert "9月24日（木）まで" in asker.text()
    await town.step(p.at(2026, 9, 25, 8, 0))
    assert p.arrived(town, p.SUPPORTER) == ["09-17 10:05", "09-18 08:35", "09-18 08:35", "09-24 08:35"]
    assert sorted(p.sentences(town, p.SUPPORTER)) == [*[p.duty("9月24日")] * 3, ANNOUNCED]
    assert (p.arrived(town, p.ASKER), p.sentences(town, p.ASKER)) == (["09-18 08:35"], [ANNOUNCED])

    await town.step(p.at(2026, 9, 25, 9, 0))
    assert p.arrived(town, p.ASKER)[1:] == ["09-25 08:35"]  # at the next opening hour, not in the evening (G13)
    assert p.sentences(town, p.ASKER)[1:] == [p.NEWS]
    asker = await p.open_notice(town, p.ASKER)
    assert "まだ返事がありません" in asker.text()
    assert town.program.casework.policy.contacts[0].phone in asker.text()

    asker = await p.press(town, p.ASKER, "peer_support.wait")
    assert "9月29日（火）までに連絡があります" in asker.text()
    await town.step(p.at(2026, 9, 30, 9, 0))
    assert p.arrived(town, p.SUPPORTER)[4:] == ["09-25 09:05", "09-28 08:35", "09-29 08:35"]
    assert p.sentences(town, p.SUPPORTER)[4:] == [p.duty("9月29日")] * 3
    assert p.arrived(town, p.ASKER)[2:] == ["09-30 08:35"]

    await p.accept(town, p.SUPPORTER)  # late, but before the person has chosen anything
    await town.step(p.at(2026, 9, 30, 17, 0))
    assert p.arrived(town, p.ASKER)[3:] == ["09-30 09:05"]
    assert "林 さくらさんが引き受けました" in (await p.open_notice(town, p.ASKER)).text()


@p.on_sqlite
async def test_an_unanswered_request_can_go_to_somebody_else_and_be_taken_back(town: Town, watch: Watch) -> None:
    await p.ask(town)
    await town.step_by(days=4)
    asker = await p.open_notice(town, p.ASKER)
    await p.press(town, p.ASKER, "peer_support.choose")
    assert "林 さくら" not in asker.text()
    await asker.close()
    await p.choose(town, p.ASKER, "森 彩香")
    assert p.NOT_SHOWN in (await p.open_notice(town, p.SUPPORTER)).text()
    await town.step_by(days=7)
    assert p.sentences(town, p.OTHER_SUPPORTER) == [*[p.duty("9月15日")] * 3, ANNOUNCED]
    assert p.sentences(town, p.SUPPORTER) == [*[p.duty("9月9日")] * 3, ANNOUNCED]  # no nudge after the choice

    await p.open_own(town, p.ASKER)
    asker = await p.press(town, p.ASKER, "peer_support.withdraw")
    assert "取りやめました" in asker.text()
    other = town.sandbox.person(p.OTHER_SUPPORTER)
    await press_message(town, other, p.duty("9月15日"))
    await promised(town, other)
    assert p.NOT_SHOWN in other.text()
    assert await p.route(town) == p.DESTROYED
    await p.slot(town)
    assert p.sentences(town, p.OTHER_SUPPORTER)[4:] == [p.NEWS]
    assert len(p.sentences(town, p.SUPPORTER)) == 4  # who has it no more hears nothing of it


async def test_taking_back_wins_over_taking_on_and_leaves_nothing(town: Town, watch: Watch) -> None:
    await p.ask(town, message="やはりやめます")
    await p.slot(town)
    supporter = await p.open_notice(town, p.SUPPORTER)
    assert await p.route(town) == {"party": 2, "case_key": 2, "record": 1, "sealed": 1}  # the record: it was opened
    await p.open_own(town, p.ASKER)
    await p.press(town, p.ASKER, "peer_support.withdraw")

    await p.press(town, p.SUPPORTER, "peer_support.accept")
    assert p.NOT_SHOWN in supporter.text()
    assert await p.route(town) == p.DESTROYED
    await town.step_by(days=5)
    assert p.sentences(town, p.SUPPORTER) == [p.duty("9月9日"), p.NEWS]
    assert p.sentences(town, p.ASKER) == []
    assert await p.rows(town, DeadlineRow, kind="answer") == []
    assert "peer_support.case" not in str((await p.go_home(town, p.ASKER)).home)


async def test_who_was_told_of_a_request_is_told_that_it_is_no_more_and_not_whose_it_was(
    town: Town, watch: Watch
) -> None:
    await p.ask(town)
    await p.slot(town)
    await p.accept(town, p.SUPPORTER)
    await p.slot(town)
    await p.open_own(town, p.ASKER)
    await p.press(town, p.ASKER, "peer_support.withdraw")
    await p.slot(town)

    assert p.sentences(town, p.SUPPORTER)[1:] == [p.NEWS]
    supporter = await p.open_notice(town, p.SUPPORTER)
    assert "届いていたお願いが一件、取り下げになりました。することはありません。" in supporter.text()
    assert [word for word in ("石川", "市民課", "職場のこと") if word in supporter.text()] == []
    assert "引き受けた件" not in str((await p.go_home(town, p.SUPPORTER)).home)


@p.on_sqlite
async def test_what_is_taken_back_before_its_notice_leaves_is_never_heard_of(town: Town, watch: Watch) -> None:
    await town.step(p.at(2026, 9, 7, 17, 12))  # its slot ends with the office day: it would leave on the next one
    await p.ask(town)
    await town.step(p.at(2026, 9, 8, 8, 34))
    await p.open_own(town, p.ASKER)
    await p.press(town, p.ASKER, "peer_support.withdraw")
    await town.step_by(days=4)
    assert p.sentences(town, p.SUPPORTER) == []


@p.on_sqlite
async def test_the_same_person_is_not_asked_twice_at_a_time(town: Town, watch: Watch) -> None:
    await p.ask(town)
    await p.slot(town)
    again = await p.ask(town, message="もう一度お願いします")
    assert list(again.errors) == ["supporter"]
    assert "もうお願いしています" in again.errors["supporter"]
    assert "お願いした件" in again.errors["supporter"]  # where it is found
    await again.submit({"supporter": p.option(again.modal or {}, "supporter", "森 彩香")})  # what was typed is kept
    await town.sandbox.quiet()
    assert "送りました" in again.text()
    await p.slot(town)
    assert len(p.sentences(town, p.SUPPORTER)) == 1
    assert "もう一度お願いします" in (await p.open_notice(town, p.OTHER_SUPPORTER)).text()

    await p.accept(town, p.SUPPORTER)
    await p.end(town, p.SUPPORTER)
    assert "送りました" in (await p.ask(town)).text()  # what has come to an end can begin anew


async def _supported(town: Town) -> None:
    """Asked, taken on, done; the person has been told."""
    await p.ask(town)
    await p.slot(town)
    await p.accept(town, p.SUPPORTER)
    supporter = await p.end(town, p.SUPPORTER)
    assert "記録しました" in supporter.text()
    await p.slot(town)


async def test_at_the_end_one_tap_forgets_who_asked_whom(town: Town, watch: Watch) -> None:
    await _supported(town)
    asker = await p.open_notice(town, p.ASKER)
    assert "9月14日（月）に消えます" in asker.text()
    await p.press(town, p.ASKER, "peer_support.forget")
    assert "この件は消しました" in asker.text()
    month = {"party": 0, "case_key": 2, "record": 1, "sealed": 1}  # what was done stays, without identity
    assert await p.route(town) == month
    assert p.NOT_SHOWN in (await p.open_notice(town, p.ASKER)).text()
    assert p.NOT_SHOWN in (await p.open_notice(town, p.SUPPORTER)).text()


@p.on_sqlite
async def test_without_a_choice_it_is_forgotten_after_the_days_of_the_policy(town: Town, watch: Watch) -> None:
    ended_on = town.clock.now().astimezone(p.TOKYO).date()
    await _supported(town)
    last = ended_on + timedelta(days=town.program.casework.policy.peer_support.end_choice_days)
    await town.step(p.at(last.year, last.month, last.day, 23, 55))
    assert (await p.route(town))["party"] == 2
    assert "いますぐ消すこともできます" in (await p.open_own(town, p.ASKER)).text()
    await town.step_by(minutes=10)
    assert (await p.route(town))["party"] == 0
    assert "peer_support.case" not in str((await p.go_home(town, p.ASKER)).home)
