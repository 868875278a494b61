"""Handed on with the person's consent and back again, as the people of the town hall live it (Yam 10(2)(3))."""

from dataclasses import replace
from datetime import date

from bot.handlers.peer_support.rules.consents import may_record
from bot.sandbox.town import Town
from bot.store import models
from bot.store.ledger import UnitLedger
from bot.store.unit import Unit
from tests.journeys import people as p
from tests.journeys.watch import Watch


async def accepted(town: Town, message: str = "") -> None:
    """A request that the unit's supporter has taken on."""
    await p.ask(town, message=message)
    await p.slot(town)
    await p.accept(town, p.SUPPORTER)
    await p.slot(town)


async def ask_to_refer(town: Town, to: str, *fields: str, by: str = p.SUPPORTER) -> None:
    """The supporter asks the person whether it may be handed on."""
    await p.open_own(town, by)
    await p.press(town, by, "peer_support.more")
    who = await p.press(town, by, "peer_support.refer")
    recipient = p.option(who.modal or {}, "recipient", to)
    await who.submit({"recipient": recipient, "fields": list(fields)})
    await town.sandbox.quiet()


async def say_yes(town: Town, *fields: str, person: str = p.ASKER) -> None:
    """The person reads the question and agrees to these fields, or to all that were asked for."""
    await p.open_own(town, person)
    who = await p.press(town, person, "peer_support.question")
    await who.submit({"fields": list(fields)} if fields else {})
    await town.sandbox.quiet()


async def test_it_goes_on_when_the_person_agrees_and_only_what_they_agreed_to(town: Town, watch: Watch) -> None:
    await accepted(town, "お金のことで困っています")
    await ask_to_refer(town, "松本 正", "name", "topic", "message")
    await p.slot(town)
    assert p.sentences(town, p.ASKER)[-1] == p.NEWS
    asker = await p.open_notice(town, p.ASKER)
    assert "確かめたいことが一つあります" in asker.text()
    await p.press(town, p.ASKER, "peer_support.question")
    for words in ("林 さくらさんが", "松本 正さん（本部ピアサポーター）", "12月6日まで"):
        assert words in asker.text()
    assert p.sentences(town, p.HQ_SUPPORTER) == []  # nothing has moved yet
    await asker.submit({"fields": ["topic", "message"]})  # without the name
    await town.sandbox.quiet()
    assert "松本 正さんにお願いしています" in asker.text()

    await p.slot(town)
    recipient = await p.open_notice(town, p.HQ_SUPPORTER)
    assert "お金のことで困っています" in recipient.text()
    assert "石川" not in recipient.text()
    await p.press(town, p.HQ_SUPPORTER, "peer_support.accept")
    assert "石川" not in recipient.text()
    earlier = await p.open_notice(town, p.SUPPORTER)
    assert "ほかの方に取り次がれました" in earlier.text()


@p.on_sqlite
async def test_not_now_and_no_answer_move_nothing_and_read_the_same(town: Town, watch: Watch) -> None:
    await p.swear(town, p.HQ_SUPPORTER)
    await accepted(town)
    await ask_to_refer(town, "松本 正", "name")
    await p.open_own(town, p.ASKER)
    asker = await p.press(town, p.ASKER, "peer_support.question")
    await p.press(town, p.ASKER, "peer_support.not_now")
    assert "林 さくらさんが引き受けました" in asker.text()
    await p.slot(town)
    after_a_no = (await p.open_notice(town, p.SUPPORTER)).text()
    assert "取り次ぎは、今回は見送りになりました" in after_a_no

    await ask_to_refer(town, "松本 正", "name")
    assert "待ってください" in (await p.open_own(town, p.SUPPORTER)).text()
    await town.step_by(days=8)
    assert (await p.open_notice(town, p.SUPPORTER)).text() == after_a_no
    asker = await p.open_own(town, p.ASKER)
    assert "peer_support.question" not in str(asker.modal)
    await p.press_forged(town, p.HQ_SUPPORTER, "peer_support.case", await case_id(town))
    assert p.NOT_SHOWN in town.sandbox.person(p.HQ_SUPPORTER).text()
    assert p.sentences(town, p.HQ_SUPPORTER) == []


async def case_id(town: Town) -> str:
    """The only request there is."""
    (row,) = await p.rows(town, models.CaseRow, kind="request")
    return str(row.id)


async def referred(town: Town, *fields: str) -> None:
    """Handed on to head office, whose supporter has been told."""
    await accepted(town, "書いたこと")
    await ask_to_refer(town, "松本 正", *(fields or ("name", "topic", "message")))
    await say_yes(town)
    await p.slot(town)


@p.on_sqlite
async def test_taken_back_before_the_answer_it_is_closed_at_once_on_an_open_screen_too(
    town: Town, watch: Watch
) -> None:
    await referred(town)
    recipient = await p.open_notice(town, p.HQ_SUPPORTER)
    assert "書いたこと" in recipient.text()
    await p.open_own(town, p.ASKER)
    asker = await p.press(town, p.ASKER, "peer_support.take_back")  # one tap
    assert "林 さくらさんが引き受けました" in asker.text()

    for pressed in ("peer_support.accept", "peer_support.more"):  # on the screen that is still open
        await p.press(town, p.HQ_SUPPORTER, pressed)
        assert p.NOT_SHOWN in recipient.text()
        await recipient.close()
    await p.press(town, p.HQ_SUPPORTER, "peer_support.aside")  # a form without content; it leads nowhere
    await recipient.submit({"reason": "away"})
    await town.sandbox.quiet()
    assert p.NOT_SHOWN in recipient.text() + str(recipient.errors)
    assert p.NOT_SHOWN in (await p.open_notice(town, p.HQ_SUPPORTER)).text()
    await p.slot(town)
    assert "取り下げになりました" in (await p.open_notice(town, p.HQ_SUPPORTER)).text()
    assert "石川 葵さん" in (await p.open_notice(town, p.SUPPORTER)).text()  # back where it was


@p.on_sqlite
async def test_taken_back_after_it_was_accepted_from_the_list_of_consents(town: Town, watch: Watch) -> None:
    await referred(town)
    recipient = await p.accept(town, p.HQ_SUPPORTER)
    await p.open_own(town, p.ASKER)
    await p.press(town, p.ASKER, "peer_support.more")
    asker = await p.press(town, p.ASKER, "peer_support.consents")
    for words in ("取り次ぎ：松本 正さん", "お名前と所属、どんなこと", "最初に開かれた日：9月7日", "12月6日まで"):
        assert words in asker.text()
    await p.press(town, p.ASKER, "peer_support.take_back")
    assert "林 さくらさんが引き受けました" in asker.text()

    await p.open_own(town, p.ASKER)
    await p.press(town, p.ASKER, "peer_support.more")
    await p.press(town, p.ASKER, "peer_support.consents")
    assert "終わっています" in asker.text()
    assert "peer_support.take_back" not in str(asker.modal)
    await p.go_home(town, p.HQ_SUPPORTER)
    assert "peer_support.case" not in str(recipient.home)
    await p.press_forged(town, p.HQ_SUPPORTER, "peer_support.case", await case_id(town))
    assert p.NOT_SHOWN in recipient.text()


@p.on_sqlite
async def test_the_last_day_ends_the_access_by_itself_and_then_it_comes_back(town: Town) -> None:
    await p.swear(town, p.HQ_SUPPORTER)
    await referred(town)
    await town.step(p.at(2026, 10, 20, 10))
    await p.open_own(town, p.ASKER)
    await p.press(town, p.ASKER, "peer_support.carry_on")  # otherwise it would have ended unanswered (G8)
    await town.step(p.at(2026, 12, 6, 23, 50))
    assert "書いたこと" in (await p.open_own(town, p.HQ_SUPPORTER)).text()
    told = len(p.sentences(town, p.ASKER))

    town.clock.move_to(p.at(2026, 12, 7, 0, 1))  # nothing has ticked yet
    assert p.NOT_SHOWN in (await p.press(town, p.HQ_SUPPORTER, "peer_support.accept")).text()
    await p.press_forged(town, p.HQ_SUPPORTER, "peer_support.case", await case_id(town))
    assert p.NOT_SHOWN in town.sandbox.person(p.HQ_SUPPORTER).text()
    await town.step(p.at(2026, 12, 7, 9, 0))
    assert len(p.sentences(town, p.ASKER)) == told + 1
    assert "林 さくらさんが引き受けました" in (await p.open_notice(town, p.ASKER)).text()
    assert "石川 葵さん" in (await p.open_notice(town, p.SUPPORTER)).text()


@p.on_sqlite
async def test_who_steps_aside_gives_it_back_and_is_not_the_next_choice(town: Town, watch: Watch) -> None:
    await referred(town)
    await p.step_aside(town, p.HQ_SUPPORTER, "own_load")
    await p.slot(town)
    assert "石川 葵さん" in (await p.open_notice(town, p.SUPPORTER)).text()
    assert "林 さくらさんが引き受けました" in (await p.open_notice(town, p.ASKER)).text()
    await p.press_forged(town, p.HQ_SUPPORTER, "peer_support.case", await case_id(town))
    assert p.NOT_SHOWN in town.sandbox.person(p.HQ_SUPPORTER).text()


@p.on_sqlite
async def test_without_an_answer_the_person_takes_it_back_or_asks_somebody_else(town: Town, watch: Watch) -> None:
    await referred(town)
    await town.step_by(days=5)
    asker = await p.open_notice(town, p.ASKER)
    assert "松本 正さんから、まだ返事がありません" in asker.text()
    await p.press(town, p.ASKER, "peer_support.take_back")
    assert "林 さくらさんが引き受けました" in asker.text()

    await ask_to_refer(town, "松本 正", "topic")
    await say_yes(town)
    await town.step_by(days=5)
    await p.open_notice(town, p.ASKER)
    asker = await p.choose(town, p.ASKER, "森 彩香")
    await p.slot(town)
    assert (
        "書いたこと" in (await p.open_notice(town, p.OTHER_SUPPORTER)).text()
    )  # chosen by the person: no consent needed
    await p.open_own(town, p.ASKER)
    assert "peer_support.take_back" not in str(asker.modal)


@p.on_sqlite
async def test_where_the_earlier_supporter_has_left_the_person_chooses(town: Town, watch: Watch) -> None:
    await referred(town)

    def release(unit: Unit) -> None:
        (held,) = unit.roster.held_by(p.SUPPORTER)
        unit.roster.save_appointments([replace(held, released_on=date(2026, 9, 7))])

    await town.program.store.run(release)
    await p.open_own(town, p.ASKER)
    asker = await p.press(town, p.ASKER, "peer_support.take_back")
    assert "ほかの方をさがしています" in asker.text()
    asker = await p.choose(town, p.ASKER, "森 彩香")
    await p.slot(town)
    assert "書いたこと" in (await p.open_notice(town, p.OTHER_SUPPORTER)).text()


@p.on_sqlite
async def test_an_adviser_from_outside_is_reached_once_the_account_is_checked(town: Town, watch: Watch) -> None:
    await accepted(town)
    await p.open_own(town, p.SUPPORTER)
    await p.press(town, p.SUPPORTER, "peer_support.more")
    supporter = await p.press(town, p.SUPPORTER, "peer_support.refer")
    assert "木村" not in supporter.text()

    def check(unit: Unit) -> None:
        (held,) = unit.roster.held_by(p.ADVISER)
        unit.roster.save_appointments([replace(held, checked_on=date(2026, 9, 7))])

    await town.program.store.run(check)
    await ask_to_refer(town, "松本 正", "name", "topic")
    await say_yes(town)
    await p.slot(town)
    await p.accept(town, p.HQ_SUPPORTER)
    await ask_to_refer(town, "木村 奈緒", "topic", by=p.HQ_SUPPORTER)  # Yam 10(3)
    await say_yes(town)
    await p.slot(town)
    adviser = await p.open_notice(town, p.ADVISER)
    assert "石川" not in adviser.text()
    assert "どんなこと：職場のこと" in adviser.text()
    await p.press(town, p.ADVISER, "peer_support.accept")
    await p.open_own(town, p.ADVISER)
    await p.press(town, p.ADVISER, "peer_support.more")
    await p.press(town, p.ADVISER, "peer_support.refer")
    assert "取り次げる方がいません" in adviser.text()

    await p.open_own(town, p.ASKER)
    await p.press(town, p.ASKER, "peer_support.take_back")
    assert "石川 葵さん" in (await p.open_own(town, p.HQ_SUPPORTER)).text()  # back by one, not to the first
    await p.open_own(town, p.ASKER)
    asker = await p.press(town, p.ASKER, "peer_support.take_back")
    assert "林 さくらさんが引き受けました" in asker.text()


@p.on_sqlite
async def test_a_contact_is_handed_over_without_a_question(town: Town, watch: Watch) -> None:  # Yam 10(3)
    await accepted(town)
    await p.open_own(town, p.SUPPORTER)
    await p.press(town, p.SUPPORTER, "peer_support.more")
    supporter = await p.press(town, p.SUPPORTER, "peer_support.introduce")
    await supporter.submit({"contact": p.option(supporter.modal or {}, "contact", "木村 奈緒")})
    await town.sandbox.quiet()
    assert "ご本人の画面に出しました" in supporter.text()
    await p.slot(town)
    asker = await p.open_notice(town, p.ASKER)
    assert "木村 奈緒（部外相談員・臨床心理）電話 0800-000-0001" in asker.text()
    assert p.sentences(town, p.ADVISER) == []
    assert await p.rows(town, models.ConsentRow) == []


@p.on_sqlite
async def test_words_in_the_record_need_a_yes_that_can_be_taken_back(town: Town, watch: Watch) -> None:  # Yam 11(3)
    await accepted(town)
    await p.open_own(town, p.SUPPORTER)
    await p.press(town, p.SUPPORTER, "peer_support.more")
    supporter = await p.press(town, p.SUPPORTER, "peer_support.record_consent")
    await supporter.submit({"fields": ["subtopic", "text"]})
    await town.sandbox.quiet()
    await p.open_own(town, p.ASKER)
    asker = await p.press(town, p.ASKER, "peer_support.question")
    assert "山本 恵さん（厚生課長）" in asker.text()
    await asker.submit({"fields": ["subtopic"]})
    await town.sandbox.quiet()
    await p.slot(town)
    assert "記録に書くことに、ご本人が同意しています（くわしい分類" in (await p.open_notice(town, p.SUPPORTER)).text()
    assert await recordable(town) == {"subtopic"}

    await p.open_own(town, p.ASKER)
    await p.press(town, p.ASKER, "peer_support.more")
    await p.press(town, p.ASKER, "peer_support.consents")
    await p.press(town, p.ASKER, "peer_support.take_back")
    assert await recordable(town) == set()
    assert "林 さくらさんが引き受けました" in asker.text()  # the talk goes on


async def recordable(town: Town) -> frozenset[str]:
    """What the record of the only request may hold at this moment."""
    request, now = await case_id(town), town.clock.now()

    def look(unit: Unit) -> frozenset[str]:
        ledger = UnitLedger(unit)
        case = ledger.case(request)
        assert case is not None
        return may_record(case, ledger, now)

    return await town.program.store.read(look)


@p.on_sqlite
async def test_the_same_in_english(town: Town, watch: Watch) -> None:
    await p.ask(town, p.ASKER_IN_ENGLISH, "David Abe")
    await p.slot(town)
    await p.accept(town, p.SUPPORTER_IN_ENGLISH)
    await ask_to_refer(town, "松本 正", "name", by=p.SUPPORTER_IN_ENGLISH)
    supporter = await p.open_own(town, p.SUPPORTER_IN_ENGLISH)
    assert "Please do not hurry them" in supporter.text()
    await say_yes(town, person=p.ASKER_IN_ENGLISH)
    await p.open_own(town, p.ASKER_IN_ENGLISH)
    await p.press(town, p.ASKER_IN_ENGLISH, "peer_support.more")
    asker = await p.press(town, p.ASKER_IN_ENGLISH, "peer_support.consents")
    assert "It holds until 6 December" in asker.text()
    await p.press(town, p.ASKER_IN_ENGLISH, "peer_support.take_back")
    assert "David Abe has taken it on" in asker.text()
