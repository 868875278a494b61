"""Nobody is there: an absence before and after somebody is asked, a reminder put off, an account that is closed."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.sandbox.town import Town
from tests.journeys import people as p
from tests.journeys.test_choice import form, groups
from tests.journeys.watch import Watch


async def be_away(town: Town, person: str, until: str) -> None:
    """Home, the form, told; the oath comes first where it is asked."""
    for _ in range(2):
        await p.go_home(town, person)
        who = await p.press(town, person, "peer_support.away")
        await who.submit({"until": until})
        await town.sandbox.quiet()
        if "home.swear" not in str(who.modal):
            return
        await p.press(town, person, "home.swear")
    raise AssertionError("the oath was asked twice")


async def test_who_is_away_stands_last_and_marked_and_is_back_by_itself(town: Town, watch: Watch) -> None:
    await be_away(town, p.SUPPORTER, "2026-09-11")
    home = await p.go_home(town, p.SUPPORTER)
    assert "9月11日まで、名簿に「留守」と出ています" in home.text()
    asker = await form(town)
    found = groups(asker.modal)
    assert found["いま留守の方"] == ["林 さくら（市民課・所属ピアサポーター）（9月11日まで留守）"]
    assert list(found)[-1] == "いま留守の方"
    await asker.submit({"supporter": "free"})
    await town.sandbox.quiet()
    assert "林 さくら" not in asker.text()

    await town.step(p.at(2026, 9, 12, 0, 5))  # the day after: nobody had to do anything
    assert "いま留守の方" not in groups((await form(town)).modal)
    assert "peer_support.away" in str((await p.go_home(town, p.SUPPORTER)).home)


@p.on_sqlite
async def test_an_absence_can_be_ended_early_and_told_again_in_both_languages(town: Town, watch: Watch) -> None:
    for _ in range(2):
        await be_away(town, p.SUPPORTER_IN_ENGLISH, "2026-09-30")
        english = await p.go_home(town, p.SUPPORTER_IN_ENGLISH)
        assert "Until 30 September the list says that you are away" in english.text()
        assert "いま留守の方" in groups((await form(town)).modal)
        await english.click("I am back")
        await town.sandbox.quiet()
        assert "Welcome back" in english.text()
        assert "いま留守の方" not in groups((await form(town)).modal)


@p.on_sqlite
async def test_a_day_that_is_over_is_refused_at_its_field(town: Town, watch: Watch) -> None:
    await be_away(town, p.SUPPORTER, "2026-09-01")
    assert list(town.sandbox.person(p.SUPPORTER).errors) == ["until"]
    assert "いま留守の方" not in groups((await form(town)).modal)


async def test_who_waits_is_told_first_and_chooses_and_nothing_goes_on_silently(town: Town, watch: Watch) -> None:
    await p.ask(town, message="お話ししたいです")
    await p.slot(town)
    await be_away(town, p.SUPPORTER, "2026-09-18")
    await p.slot(town)
    assert p.sentences(town, p.ASKER) == [p.NEWS]
    asker = await p.open_notice(town, p.ASKER)
    assert "林 さくらさんは、9月18日（金）まで留守です" in asker.text()
    assert "さんにお願いする" in asker.text()
    await town.step_by(days=3)
    assert [person for person in p.SUPPORTERS if p.sentences(town, person)] == [p.SUPPORTER]
    assert len(p.sentences(town, p.SUPPORTER)) == 1  # and who is away is not reminded

    asker = await p.press(town, p.ASKER, "peer_support.wait")  # gladly: the promise begins when they are back
    assert "林 さくらさんにお願いしています" in asker.text()
    await town.step(p.at(2026, 9, 24, 8, 0))  # the 21st to the 23rd are holidays
    assert p.sentences(town, p.ASKER).count(p.NEWS) == 1
    await p.open_own(town, p.SUPPORTER)
    await p.press(town, p.SUPPORTER, "peer_support.accept")
    await town.step(p.at(2026, 9, 24, 9, 0))
    assert "引き受けました" in (await p.open_notice(town, p.ASKER)).text()


@p.on_sqlite
async def test_who_is_being_helped_reads_until_when_and_keeps_the_matter(town: Town, watch: Watch) -> None:
    await p.ask(town)
    await p.slot(town)
    await p.accept(town, p.SUPPORTER)
    await p.slot(town)
    await be_away(town, p.SUPPORTER, "2026-09-18")
    await p.slot(town)
    assert p.sentences(town, p.ASKER) == [p.NEWS, p.NEWS]
    asker = await p.open_notice(town, p.ASKER)
    assert "林 さくらさんが引き受けました" in asker.text()
    assert "9月18日（金）まで留守です" in asker.text()
    await be_away(town, p.SUPPORTER, "2026-09-18")  # told twice, heard once
    await town.step_by(days=2)
    assert p.sentences(town, p.ASKER).count(p.NEWS) == 2
    await be_away(town, p.SUPPORTER, "2026-09-25")  # longer than that is news again
    await p.slot(town)
    assert p.sentences(town, p.ASKER).count(p.NEWS) == 3
    assert "9月25日（金）まで留守です" in (await p.open_notice(town, p.ASKER)).text()


@p.on_sqlite
@pytest.mark.parametrize("out_of_hours", [False, True])
async def test_an_absence_told_in_the_evening_is_heard_at_the_next_opening(
    town: Town, watch: Watch, *, out_of_hours: bool
) -> None:  # G13
    await p.ask(town)
    await p.slot(town)
    if out_of_hours:
        await town.step(p.at(2026, 9, 7, 21, 0))
    await be_away(town, p.SUPPORTER, "2026-09-18")
    await town.step(p.at(2026, 9, 8, 9, 0))
    assert p.arrived(town, p.ASKER) == (["09-08 08:35"] if out_of_hours else ["09-07 10:00"])


@p.on_sqlite
async def test_a_reminder_is_put_off_by_a_morning_and_the_promise_stands(town: Town, watch: Watch) -> None:
    await p.ask(town)
    await p.slot(town)
    supporter = await p.open_notice(town, p.SUPPORTER)
    await p.press(town, p.SUPPORTER, "peer_support.snooze")
    assert "次のお知らせは、9月9日（水）の朝です" in supporter.text()
    assert "9月9日（水）まで）は、変わりません" in supporter.text()
    assert "peer_support.snooze" not in str(supporter.modal)
    await p.open_own(town, p.ASKER)
    asker = await p.press(town, p.ASKER, "peer_support.withdraw")  # nobody else's button was spoilt
    assert "取りやめました" in asker.text()

    await p.ask(town, supporter="森 彩香")
    await p.slot(town)
    await p.open_notice(town, p.OTHER_SUPPORTER)
    await p.press(town, p.OTHER_SUPPORTER, "peer_support.snooze")
    await town.step(p.at(2026, 9, 10, 9, 0))
    assert p.arrived(town, p.OTHER_SUPPORTER)[1:] == ["09-09 08:35"]  # not on the 8th, and on the 9th once
    assert p.arrived(town, p.ASKER) == ["09-10 08:35"]  # as promised


async def closed(town: Town, person: str, *, deleted: bool = True) -> None:
    """Somebody's account is closed, or opened again."""
    town.sandbox.change_member(replace(town.sandbox.workspace.members[person], deleted=deleted))
    await town.sandbox.quiet()


async def test_where_an_account_is_closed_the_person_is_told_and_chooses_anew(town: Town, watch: Watch) -> None:
    await p.ask(town)
    await p.ask(town, "U0KONDO", supporter="林 さくら")
    await p.slot(town)
    await p.open_notice(town, p.SUPPORTER)
    supporter = await p.press(town, p.SUPPORTER, "peer_support.accept")
    await supporter.close(everything=True)
    await closed(town, p.SUPPORTER)
    await p.slot(town)

    for person in (p.ASKER, "U0KONDO"):
        asker = await p.open_notice(town, person)
        assert "ほかの方をさがしています" in asker.text()
        await p.press(town, person, "peer_support.choose")
        assert "林 さくら" not in asker.text()
    assert "林 さくら" not in (await form(town)).text()
    await closed(town, p.SUPPORTER, deleted=False)
    assert "林 さくら" in (await form(town)).text()


@p.on_sqlite
async def test_an_account_that_was_closed_unheard_is_noticed_in_the_night(town: Town, watch: Watch) -> None:
    await p.ask(town)
    await p.slot(town)
    gone = replace(town.sandbox.workspace.members[p.SUPPORTER], deleted=True)
    town.sandbox.workspace.change_member(gone)  # the event has been lost
    await town.step_by(minutes=10)
    before = await town.program.store.read(lambda unit: unit.roster.person(p.SUPPORTER))
    assert before is not None
    assert not before.left
    town.clock.move_to(town.clock.now() + timedelta(days=1))  # a standstill over the night
    await town.settle()
    await p.slot(town)
    assert p.sentences(town, p.ASKER) == [p.NEWS]
    assert "ほかの方をさがしています" in (await p.open_notice(town, p.ASKER)).text()
    chain = await town.program.store.read(lambda unit: unit.roster.person(p.SUPPORTER))
    assert chain is not None
    assert chain.left
