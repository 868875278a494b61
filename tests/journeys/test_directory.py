"""The list for everybody, the monthly announcement, training and thanks, as people meet them."""

from datetime import timedelta

import pytest

from bot.sandbox.town import Town
from tests.journeys.people import (
    ASKER,
    ASKER_IN_ENGLISH,
    COORDINATOR,
    SUPPORTER,
    SUPPORTERS,
    WELFARE_HEAD,
    at,
    go_home,
    on_sqlite,
    open_notice,
    option,
    press,
    sentences,
)  # fmt: skip

ANNOUNCED = "話を聞いてもらえる人と、使い方のご案内です。月に一度、みなさんにお送りしています。"
ANNOUNCED_IN_ENGLISH = "Who will listen, and how to reach them. Everybody gets this once a month."


@on_sqlite
@pytest.mark.parametrize(
    ("person", "heading"), [(ASKER, "本部のピアサポーター"), (ASKER_IN_ENGLISH, "Headquarters supporters")]
)
async def test_everybody_finds_who_will_listen_with_telephone_numbers(town: Town, person: str, heading: str) -> None:
    await go_home(town, person)
    who = await press(town, person, "roster.directory")

    assert heading in who.text()
    assert "林 さくら" in who.text()
    assert "2201" in who.text()
    assert "木村 奈緒" in who.text()


@on_sqlite
async def test_once_a_month_everybody_gets_the_same_words_on_the_same_day(town: Town) -> None:
    staff = sorted(await town.program.store.read(lambda unit: unit.roster.people()))
    await town.step(at(2026, 11, 25, 12))

    heard = {person: sentences(town, person) for person in staff}
    japanese = [person for person in staff if ANNOUNCED_IN_ENGLISH not in heard[person]]
    for person in staff:
        words = ANNOUNCED if person in japanese else ANNOUNCED_IN_ENGLISH
        expected = 0 if person in {"U0NISHIMURA"} else 3  # whose account is gone receives nothing
        assert heard[person].count(words) == expected, person
    assert len(japanese) > len(staff) / 2
    who = await open_notice(town, ASKER)
    assert "林 さくら" in who.text()


@on_sqlite
async def test_after_a_standstill_only_the_month_that_it_is_is_announced(town: Town) -> None:
    await town.settle()  # the timetable has run before it stood still
    town.clock.move_to(at(2026, 12, 24, 10))
    await town.step(at(2026, 12, 24, 10, 30))

    assert sentences(town, ASKER).count(ANNOUNCED) == 1


@on_sqlite
async def test_a_coordinator_holds_a_session_from_the_announcement_to_who_came(town: Town) -> None:
    await go_home(town, COORDINATOR)
    await press(town, COORDINATOR, "roster.training")
    if "home.swear" in str(town.sandbox.person(COORDINATOR).modal):
        await press(town, COORDINATOR, "home.swear")
        await go_home(town, COORDINATOR)
        await press(town, COORDINATOR, "roster.training")
    who = await press(town, COORDINATOR, "roster.hold")
    await who.fill({"title": "聴き方の研修", "on": "2026-09-24", "place": "第一会議室"})
    await who.submit()
    await town.sandbox.quiet()
    await town.step(at(2026, 9, 7, 17))
    for person in SUPPORTERS:
        assert sum("お知らせ" in words or "news" in words for words in sentences(town, person)) == 1, person

    await town.step(at(2026, 9, 23, 17))
    assert len(sentences(town, SUPPORTER)) >= 3  # a week before, and on the office day before
    await town.step(at(2026, 9, 25, 12))
    who = await open_notice(town, COORDINATOR)
    who = await press(town, COORDINATOR, "roster.came")
    await who.fill({"came": [option(who.modal or {}, "came", "林 さくら")]})
    await who.submit()
    await town.sandbox.quiet()

    await go_home(town, SUPPORTER)
    who = await open_training(town, SUPPORTER)
    assert "（参加しました）" in who.text()


async def open_training(town: Town, person: str):  # type: ignore[no-untyped-def]
    await go_home(town, person)
    who = await press(town, person, "roster.training")
    if "home.swear" in str(who.modal):
        await press(town, person, "home.swear")
        await go_home(town, person)
        who = await press(town, person, "roster.training")
    return who


@on_sqlite
async def test_a_qualification_is_seen_by_its_holder_alone_and_announces_its_end(town: Town) -> None:
    await open_training(town, SUPPORTER)
    who = await press(town, SUPPORTER, "roster.learn")
    await who.fill({"title": "産業カウンセラー", "on": "2021-11-30", "until": "2026-11-30"})
    await who.submit()
    await town.sandbox.quiet()
    who = await open_training(town, SUPPORTER)
    assert "産業カウンセラー" in who.text()
    for other in (COORDINATOR, "U0MORI"):
        assert "産業カウンセラー" not in (await open_training(town, other)).text()

    await town.step(at(2026, 11, 16, 17))
    reminded = [words for words in sentences(town, SUPPORTER) if "11月30日" in words]
    assert len(reminded) == 2  # sixty and fourteen days before


@on_sqlite
async def test_the_welfare_head_thanks_by_years_and_training_and_nobody_learns_how_often_anybody_helped(
    town: Town,
) -> None:
    await town.step(at(2027, 3, 1, 12))
    assert any("3月31日" in words for words in sentences(town, WELFARE_HEAD))
    await go_home(town, WELFARE_HEAD)
    who = await press(town, WELFARE_HEAD, "roster.thanks")
    if "home.swear" in str(who.modal):
        await press(town, WELFARE_HEAD, "home.swear")
        await go_home(town, WELFARE_HEAD)
        who = await press(town, WELFARE_HEAD, "roster.thanks")
    assert "林 さくら（市民課）　1年目、研修 0 回" in who.text()
    before = {person: len(sentences(town, person)) for person in SUPPORTERS}
    await press(town, WELFARE_HEAD, "roster.thank")
    await town.step(town.clock.now() + timedelta(minutes=30))
    assert all(len(sentences(town, person)) == before[person] + 1 for person in SUPPORTERS)

    who = await open_notice(town, SUPPORTER)
    assert "1年目" in who.text()
    assert "件" not in who.text()
