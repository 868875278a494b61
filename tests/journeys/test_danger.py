"""Danger as the town hall lives it (Yam 10(4)(2), G5): called, paged, taken on, reviewed, told, forgotten."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.rules.people import Role
from bot.sandbox.persons import Driver
from bot.sandbox.town import Town
from bot.store import models
from bot.store.unit import Unit
from tests.journeys import people as p
from tests.journeys.test_doors import home_words
from tests.journeys.watch import Watch, actions
from tests.year.townsfolk import Told, told_by

# Who is paged, in this order: two coordinators, one of them by office (Yam 5(5)), then the head of welfare.
FIRST, SECOND, THIRD = ON_DUTY = (p.COORDINATOR, p.HQ_SUPPORTER, p.WELFARE_HEAD)
DUTY = "お願いがあります"
CANARY = "とても言いにくいこと"
TAKEN = "さんが引き受けました"


async def call(town: Town, person: str = p.ASKER) -> Driver:
    """Home, the help button, one tap."""
    await p.go_home(town, person)
    await p.press(town, person, "home.help")
    who = await p.press(town, person, "danger.call")
    await town.settle()
    return who


async def with_code(town: Town, person: str, what: str) -> Driver:
    """Press, and give the oath and the code where they are asked for."""
    who = await p.press(town, person, what)
    if "home.swear" in str(who.modal):
        await p.press(town, person, "home.swear")
    if (who.modal or {}).get("callback_id") == "step_up.enter":
        await who.submit({"code": await who.code()})
        await town.sandbox.quiet()
    await town.settle()
    return who


async def take(town: Town, person: str) -> Driver:
    """Open the latest message and take it on."""
    await p.open_notice(town, person)
    return await with_code(town, person, "danger.confirm")


async def talk(town: Town) -> None:
    """A request that its supporter has taken on."""
    await p.ask(town, message=CANARY)
    await p.slot(town)
    await p.accept(town, p.SUPPORTER)


async def raise_form(town: Town) -> Driver:
    """The supporter opens the case and its button for danger."""
    await p.open_own(town, p.SUPPORTER)
    await p.press(town, p.SUPPORTER, "peer_support.more")
    return await p.press(town, p.SUPPORTER, "danger.raise")


async def raised(town: Town, ticks: Sequence[str] = ("danger",), services: Sequence[str] = ()) -> Driver:
    who = await raise_form(town)
    await who.submit({"ticks": list(ticks), "services": list(services)})
    await town.sandbox.quiet()
    await town.settle()
    return who


async def review(town: Town, person: str, **answers: str) -> Driver:
    """Home, the review, the answers."""
    await p.go_home(town, person)
    who = await with_code(town, person, "danger.review")
    await who.submit(answers)
    await town.sandbox.quiet()
    await town.settle()
    return who


def paged(town: Town) -> list[int]:
    """How many duties each of the three on duty has been told of."""
    return [sum(said.startswith(DUTY) for said in p.sentences(town, person)) for person in ON_DUTY]


def heard(town: Town, person: str) -> list[Told]:
    """Every message that somebody has got, with what its button leads to."""
    messages = town.sandbox.person(person).messages
    return [told_by(town, person, message) for message in messages if message.author == "app"]


async def page_rows(town: Town) -> list[models.CaseRow]:
    return await p.rows(town, models.CaseRow, flow="danger")


async def release(town: Town, *people: str) -> None:
    """These people hold no office any more."""

    def released(unit: Unit) -> None:
        day = unit.house.office.day(unit.now)
        held = [a for person in people for a in unit.roster.held_by(person)]
        unit.roster.save_appointments(replace(a, released_on=day) for a in held)

    await town.program.store.run(released)


async def test_two_taps_call_and_who_takes_it_on_is_named(town: Town, watch: Watch) -> None:
    asker = await call(town)
    assert "当番の3人に" in asker.text()
    assert paged(town) == [1, 0, 0]
    first = await p.open_notice(town, FIRST)
    assert "いま、助けを必要としている方がいます" in first.text()
    assert "石川" not in watch.text(FIRST)  # nothing of whom before the code
    assert "2202" not in watch.text(FIRST)

    first = await with_code(town, FIRST, "danger.confirm")
    assert "石川 葵さん（市民課）" in first.text()
    assert "名簿の番号：2202" in first.text()

    assert p.sentences(town, p.ASKER) == [p.NEWS]
    asker = await p.open_notice(town, p.ASKER)
    assert f"井上 直子{TAKEN}" in asker.text()
    assert "2102" in asker.text()
    await town.step_by(hours=3)
    assert len(p.sentences(town, SECOND)) == 0  # confirmed: nobody else is paged


@p.on_sqlite
async def test_from_any_modal_help_is_one_tap_and_calling_the_next(town: Town, watch: Watch) -> None:
    await p.go_home(town, p.ASKER)
    await p.press(town, p.ASKER, "peer_support.start")
    await p.press(town, p.ASKER, "home.help")
    asker = await p.press(town, p.ASKER, "danger.call")

    assert "当番に知らせました" in asker.text()
    assert [view["title"]["text"] for view in asker.modals] == ["話を聞いてもらう", "当番に知らせました"]


@p.on_sqlite
async def test_the_promise_is_the_time_by_which_everybody_has_been_told(town: Town) -> None:
    asker = await call(town)
    last = town.clock.now().astimezone(p.TOKYO) + timedelta(minutes=15 * 3 * 3)
    assert any(f"{last + timedelta(minutes=m):%-H:%M}までに" in asker.text() for m in range(6))
    assert "119番か110番" in asker.text()
    assert "内線 2000" in asker.text()  # the night duty room
    await town.step(last)
    assert min(paged(town)) >= 1


@p.on_sqlite
async def test_a_number_given_afterwards_reaches_whoever_takes_it_on(town: Town) -> None:
    asker = await call(town)
    await asker.submit({"phone": "090-0000-1111"})
    await town.sandbox.quiet()
    assert "あなたが書いた番号（090-0000-1111）" in asker.text()
    first = await take(town, FIRST)
    assert "ご本人が書いた番号：090-0000-1111" in first.text()


async def test_unanswered_it_goes_on_to_the_next_and_round_and_is_told_at_the_end(town: Town, watch: Watch) -> None:
    await call(town)
    began = town.clock.now()
    seen = []
    for n in range(12):
        await town.step(began + timedelta(minutes=5 + 15 * n))
        seen.append(paged(town))
    assert seen == [
        [1, 0, 0], [2, 0, 0], [3, 0, 0], [3, 1, 0], [3, 2, 0], [3, 3, 0],
        [3, 3, 1], [3, 3, 2], [3, 3, 3], [4, 3, 3], [5, 3, 3], [6, 3, 3],
    ]  # fmt: skip

    await town.step(began + timedelta(hours=23, minutes=40))
    assert p.sentences(town, p.ASKER) == []
    await town.step(began + timedelta(hours=24, minutes=20))
    assert p.sentences(town, p.ASKER) == [p.NEWS]
    asker = await p.open_notice(town, p.ASKER)
    assert "返事がありませんでした" in asker.text()
    assert "119番" in asker.text()
    assert "内線 2000" in asker.text()
    before = paged(town)
    await town.step_by(hours=6)
    assert paged(town) == before

    await p.press(town, p.ASKER, "danger.again")
    await town.settle()
    assert sum(paged(town)) == sum(before) + 1
    assert "石川 葵さん" in (await take(town, FIRST)).text()


@p.on_sqlite
async def test_who_was_paged_and_comes_late_reads_who_took_it_and_not_whom_it_is_about(
    town: Town, watch: Watch
) -> None:
    await call(town)
    await town.step_by(minutes=50)
    await p.open_notice(town, FIRST)  # still in front of the first when the second takes it on
    await take(town, SECOND)

    late = await with_code(town, FIRST, "danger.confirm")
    assert f"松本 正{TAKEN}" in late.text()
    await p.open_notice(town, FIRST)
    assert f"松本 正{TAKEN}" in late.text()
    assert "石川" not in watch.text(FIRST)
    await p.press_forged(town, FIRST, "danger.who", (await page_rows(town))[0].id)
    assert "石川" not in watch.text(FIRST)


@pytest.mark.parametrize("moment", [p.at(2026, 9, 9, 3, 0), p.at(2026, 9, 22, 13, 0)])  # at night, on a holiday
@p.on_sqlite
async def test_it_leaves_at_once_at_any_hour(town: Town, moment: object) -> None:
    await town.step(moment)  # type: ignore[arg-type]
    await call(town)
    assert paged(town) == [1, 0, 0]
    await take(town, FIRST)
    assert p.sentences(town, p.ASKER)[-1] == p.NEWS
    assert len(await page_rows(town)) == 1


@p.on_sqlite
async def test_a_second_call_is_the_same_call(town: Town, watch: Watch) -> None:
    await call(town)
    await town.step_by(minutes=2)
    again = await call(town)
    assert "当番の3人に" in again.text()
    assert paged(town) == [1, 0, 0]
    await take(town, FIRST)
    again = await call(town)
    assert f"井上 直子{TAKEN}" in again.text()
    assert len(await page_rows(town)) == 1

    await p.press(town, p.ASKER, "danger.again")  # nobody was in touch: everybody anew, the first one too
    await town.settle()
    assert paged(town) == [2, 0, 0]
    assert "石川 葵さん" in (await take(town, FIRST)).text()


@p.on_sqlite
async def test_who_is_on_duty_and_calls_is_not_paged_and_their_superior_comes_last(town: Town) -> None:
    caller = await call(town, FIRST)
    assert "上司にあたる方には、ほかの方から返事がないときだけ" in caller.text()  # 山本 is 井上's superior
    assert paged(town) == [0, 1, 0]
    await town.step_by(minutes=44)
    assert paged(town) == [0, 3, 0]
    await town.step_by(minutes=10)
    assert paged(town) == [0, 3, 1]


@p.on_sqlite
async def test_with_nobody_on_duty_that_is_said_at_once_with_the_numbers(town: Town) -> None:
    await release(town, *ON_DUTY)
    asker = await call(town)
    assert "いま、当番の方がいません" in asker.text()
    assert "119番" in asker.text()
    assert "内線 2000" in asker.text()
    assert paged(town) == [0, 0, 0]
    await town.step_by(hours=25)
    assert p.sentences(town, p.ASKER) == []


@p.on_sqlite
async def test_after_a_standstill_of_two_days_the_person_is_told_and_nobody_is_paged_for_nothing(town: Town) -> None:
    await call(town)
    town.clock.move_to(town.clock.now() + timedelta(days=2))
    await town.settle()
    await town.step_by(minutes=30)
    assert p.sentences(town, p.ASKER) == [p.NEWS]
    assert "返事がありませんでした" in (await p.open_notice(town, p.ASKER)).text()
    since = town.clock.now() - timedelta(days=1)
    late = [told for one in ON_DUTY for told in heard(town, one) if told.at > since]
    assert [told.screen for told in late if told.screen != "danger.review"] == []


@p.on_sqlite
async def test_after_a_standstill_of_two_hours_the_paging_goes_on(town: Town) -> None:
    await call(town)
    town.clock.move_to(town.clock.now() + timedelta(hours=2))
    await town.settle()
    assert sum(paged(town)) == 2
    assert p.sentences(town, p.ASKER) == []


@p.on_sqlite
async def test_the_card_for_crime_pages_nobody_unless_danger_is_ticked_too(town: Town, watch: Watch) -> None:
    await p.go_home(town, p.ASKER)
    await p.press(town, p.ASKER, "home.help")
    asker = await p.press(town, p.ASKER, "danger.crime")
    assert "110番" in asker.text()
    assert "#9110" in asker.text()
    await asker.submit({})
    await town.sandbox.quiet()
    assert "印をつけてください" in asker.text()
    await town.settle()
    assert paged(town) == [0, 0, 0]
    assert await page_rows(town) == []

    await asker.submit({"ticks": ["danger"]})
    await town.sandbox.quiet()
    await town.settle()
    assert paged(town) == [1, 0, 0]
    assert "犯罪に関わることが含まれています" in (await take(town, FIRST)).text()


async def test_a_supporter_calls_without_a_code_and_nothing_of_what_was_said_goes_along(
    town: Town, watch: Watch
) -> None:
    await talk(town)
    form = await raise_form(town)
    assert form.text().index("119番") < form.text().index("当番")  # the numbers first
    supporter = await raised(town, services=["called"])
    assert "当番に知らせました" in supporter.text()
    assert "認証アプリ" not in watch.text(p.SUPPORTER)
    assert paged(town) == [1, 0, 0]

    first = await take(town, FIRST)
    assert "石川 葵さん（市民課）" in first.text()
    assert "知らせた方：林 さくらさん（2201）" in first.text()
    assert "もう電話しています" in first.text()
    assert CANARY not in watch.text(FIRST)
    assert p.sentences(town, p.SUPPORTER)[-1] == p.NEWS
    assert f"井上 直子{TAKEN}" in (await p.open_notice(town, p.SUPPORTER)).text()
    await p.go_home(town, p.ASKER)
    assert "お願いした連絡" not in home_words(town, p.ASKER)  # that is for the review to decide


@p.on_sqlite
async def test_a_supporter_ticks_crime_alone_or_nothing_and_nobody_is_called(town: Town) -> None:
    await talk(town)
    supporter = await raised(town, ticks=())
    assert "いのちや身体に危険があるときです" in supporter.text()
    supporter = await raised(town, ticks=["crime"])
    assert "#9110" in supporter.text()
    assert "だれにも知らせていません" in supporter.text()
    assert paged(town) == [0, 0, 0]


@p.on_sqlite
async def test_the_person_and_the_supporter_make_one_call(town: Town, watch: Watch) -> None:
    await talk(town)
    await raised(town)
    asker = await call(town)
    assert "当番の3人に" in asker.text()
    assert "相談を受けた" not in watch.text(p.ASKER)
    assert paged(town) == [1, 0, 0]
    assert len(await page_rows(town)) == 1
    first = await take(town, FIRST)
    assert "ご本人が「連絡してほしい」" in first.text()
    assert "林 さくら" in first.text()
    assert p.sentences(town, p.ASKER)[-1] == p.NEWS


@p.on_sqlite
async def test_after_72_hours_nothing_that_names_anybody_is_left_but_the_bare_fact(town: Town) -> None:
    await call(town)
    await take(town, FIRST)
    (case,) = await page_rows(town)
    assert {key.purpose for key in await p.rows(town, models.CaseKeyRow, case_id=case.id)} == {"case", "identity"}

    await town.step_by(hours=71, minutes=50)
    assert (await page_rows(town))[0].identity is not None
    await town.step_by(minutes=20)

    (case,) = await page_rows(town)
    assert (case.identity, case.state) == (None, "past")
    assert {key.purpose for key in await p.rows(town, models.CaseKeyRow, case_id=case.id)} == {"case"}
    assert await p.rows(town, models.PartyRow, case_id=case.id) == []
    left = await p.rows(town, models.DeadlineRow, subject=case.id)
    assert {row.kind for row in left} == {"unlink"}  # those of the paging would tell to the minute when it was
    assert await p.rows(town, models.DeliveryRow, case_id=case.id) == []
    found, kept = await town.program.store.read(
        lambda unit: (unit.casebook.load(case.id), unit.casebook.records(case.id))
    )
    assert found is not None
    assert (dict(found.body), dict(found.identity)) == ({}, {})
    (record,) = kept
    assert record.body == {
        "month": "2026-09", "raised_by": "person", "crime": False, "confirmed": True, "told": "known",
    }  # fmt: skip
    for person, kind in ((FIRST, "danger.who"), (p.ASKER, "danger.page")):
        who = await p.press_forged(town, person, kind, case.id)
        assert "石川" not in who.text()
    counts = await town.program.store.read(lambda unit: unit.figures.of_month("danger", "2026-09"))
    assert counts == {"danger.raised": 1, "danger.confirmed": 1}


@p.on_sqlite
async def test_a_supporters_trace_is_kept_for_the_month_in_which_uses_are_counted(town: Town) -> None:
    await talk(town)
    await raised(town)
    await take(town, FIRST)
    await town.step_by(hours=80)
    (case,) = await page_rows(town)
    assert {row.purpose for row in await p.rows(town, models.PartyRow, case_id=case.id)} == {"raiser"}
    await town.step(p.at(2026, 10, 1, 9, 0))
    assert await p.rows(town, models.PartyRow, case_id=case.id) == []
    assert (await page_rows(town))[0].state == "closed"


@pytest.mark.parametrize(("telling", "heard"), [("told", True), ("unsafe", False)])
@p.on_sqlite
async def test_somebody_else_reviews_it_and_the_person_is_told_unless_that_is_unsafe(
    town: Town, watch: Watch, telling: str, heard: bool
) -> None:
    await talk(town)
    await raised(town)
    await take(town, FIRST)
    await p.slot(town)
    await p.slot(town)
    assert "お願いがあります（9月8日まで）" in p.sentences(town, THIRD)
    head = await p.open_notice(town, THIRD)
    assert "引き受けた方：井上 直子さん" in head.text()
    assert "石川" not in watch.text(THIRD)
    assert "林" not in watch.text(THIRD)
    before = len(p.sentences(town, p.ASKER))
    head = await review(town, THIRD, handled="yes", telling=telling)
    assert "記録しました" in head.text()
    await p.slot(town)

    assert len(p.sentences(town, p.ASKER)) == before + heard
    if heard:
        asker = await p.open_notice(town, p.ASKER)
        assert "あなたのいのちや身体が心配だとして" in asker.text()
    await town.step_by(days=4)
    (case,) = await page_rows(town)
    (record,) = await town.program.store.read(lambda unit: unit.casebook.records(case.id))
    assert (record.body["raised_by"], record.body["told"]) == ("supporter", telling)
    assert p.sentences(town, THIRD).count("お願いがあります（9月8日まで）") == 1  # done: no reminder


@p.on_sqlite
async def test_the_review_is_somebody_elses_who_had_no_part_in_it(town: Town) -> None:
    await call(town)
    await town.step_by(minutes=100)
    await take(town, THIRD)  # the head of welfare takes it on: a coordinator looks at it
    await town.step_by(minutes=15)
    case = (await page_rows(town))[0]
    head = await p.press_forged(town, THIRD, "danger.review", case.id)
    assert "確かめをお願いできません" in head.text()
    done = await review(town, FIRST, handled="no")
    assert "記録しました" in done.text()


@p.on_sqlite
async def test_a_review_that_nobody_makes_is_asked_for_again_and_then_of_another(town: Town) -> None:
    await call(town)
    await take(town, FIRST)
    await town.step_by(minutes=15)
    assert len(p.sentences(town, THIRD)) == 1
    await town.step_by(hours=12)
    assert (len(p.sentences(town, THIRD)), len(p.sentences(town, SECOND))) == (2, 0)
    await town.step_by(hours=12)
    assert (len(p.sentences(town, THIRD)), len(p.sentences(town, SECOND))) == (3, 1)


@p.on_sqlite
async def test_the_auditor_hears_of_the_third_use_in_a_month_and_of_no_case(town: Town, watch: Watch) -> None:
    await talk(town)
    for day, news in ((8, 0), (14, 0), (24, 1)):
        await town.step(p.at(2026, 9, day, 10, 0))
        await raised(town)
        await p.slot(town)
        assert p.sentences(town, p.AUDITOR).count(p.NEWS) == news
    assert len(await page_rows(town)) == 3
    auditor = await p.open_notice(town, p.AUDITOR)
    assert "2回より多く" in auditor.text()
    assert not any(name in auditor.text() for name in ("石川", "林", "井上"))


@p.on_sqlite
async def test_who_does_not_deal_with_the_case_calls_nobody_for_it(town: Town) -> None:
    await talk(town)
    await p.swear(town, p.OTHER_SUPPORTER)
    (request,) = await p.rows(town, models.CaseRow, kind="request")
    for row in (request.id, "0" * 32, ""):
        other = await p.press_forged(town, p.OTHER_SUPPORTER, "danger.raise", row)
        assert "石川" not in other.text()
        await other.submit({"ticks": ["danger"], "services": []})
        await town.sandbox.quiet()
        await town.settle()
        assert any(p.NOT_SHOWN in error for error in other.errors.values())
    assert paged(town) == [0, 0, 0]
    assert await page_rows(town) == []


@p.on_sqlite
async def test_who_is_not_on_duty_opens_nothing_of_a_call(town: Town) -> None:
    await call(town)
    (case,) = await page_rows(town)
    for person in (p.OTHER_SUPPORTER, p.SUPERIOR, p.DIGEST_READER, THIRD):  # the last one is not paged yet
        for kind in ("danger.confirm", "danger.who", "danger.again"):
            await p.press_forged(town, person, kind, case.id)
            who = town.sandbox.person(person)
            assert "石川" not in who.text()
            assert "2202" not in who.text()
    assert (await page_rows(town))[0].state == "calling"


@p.on_sqlite
async def test_home_shows_that_something_waits_and_no_name(town: Town, watch: Watch) -> None:
    await call(town)
    for person, words in ((p.ASKER, "お願いした連絡"), (FIRST, "急ぎのお願い")):
        who = await p.go_home(town, person)
        assert words in home_words(town, person)
        assert "danger.page" in actions(who.home or {"blocks": []})
        assert "石川" not in home_words(town, person)
    await take(town, FIRST)
    await p.go_home(town, FIRST)
    await p.press(town, FIRST, "danger.page")
    assert "石川 葵さん" in (await with_code(town, FIRST, "danger.who")).text()


@p.on_sqlite
async def test_an_english_reader_goes_the_whole_way_in_english(town: Town, watch: Watch) -> None:
    asker = await call(town, p.ASKER_IN_ENGLISH)
    await asker.submit({"phone": "090-0000-1111"})
    await p.go_home(town, p.ASKER_IN_ENGLISH)
    await p.press(town, p.ASKER_IN_ENGLISH, "home.help")
    await p.press(town, p.ASKER_IN_ENGLISH, "danger.crime")
    await take(town, FIRST)
    await p.open_notice(town, p.ASKER_IN_ENGLISH)
    await p.ask(town, p.ASKER, "David Abe")
    await p.slot(town)
    await p.accept(town, p.SUPPORTER_IN_ENGLISH)
    await p.open_own(town, p.SUPPORTER_IN_ENGLISH)
    await p.press(town, p.SUPPORTER_IN_ENGLISH, "peer_support.more")
    supporter = await p.press(town, p.SUPPORTER_IN_ENGLISH, "danger.raise")
    await supporter.submit({"ticks": ["danger", "crime"], "services": []})
    await town.sandbox.quiet()
    assert "They have been told" in supporter.text()


@p.on_sqlite
async def test_a_guest_is_served_by_telephone(town: Town) -> None:  # G6
    def confirmed(unit: Unit) -> None:
        held = [a for a in unit.roster.held_by(p.ADVISER) if a.role is Role.EXTERNAL_ADVISER]
        unit.roster.save_appointments(replace(a, checked_on=a.starts_on) for a in held)

    await town.program.store.run(confirmed)
    await p.go_home(town, p.ADVISER)
    guest = await p.press(town, p.ADVISER, "home.help")
    assert "119" in guest.text()
    assert "連絡してほしい" not in guest.text()
    await p.press_forged(town, p.ADVISER, "danger.call")
    await town.settle()
    assert paged(town) == [0, 0, 0]
