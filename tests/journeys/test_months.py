"""A supporter's month: written down without identity, asked of all alike, sent with one tap, closed when empty."""

import pytest

from bot.sandbox.persons import Driver
from bot.sandbox.town import Town
from bot.store.models import CaseRow
from tests.journeys import people as p
from tests.journeys.test_directory import ANNOUNCED
from tests.journeys.watch import Watch

MONTH = "2026-09"


async def counters(town: Town, month: str = MONTH) -> dict[str, int]:
    """What the digest will be made of."""
    found = await town.program.store.read(lambda unit: unit.figures.of_month("peer_support", month))
    return {key: n for key, n in found.items() if not key.startswith("promise.")}  # those are counted when they are due


async def states(town: Town, month: str = MONTH) -> list[str]:
    """The states of everybody's month, in no telling order."""
    return sorted(row.state for row in await p.rows(town, CaseRow, kind="month", period=month))


async def test_a_month_is_asked_nudged_sent_once_and_read_by_the_welfare_head_alone(town: Town, watch: Watch) -> None:
    await p.ask(town, message="だれにも知られたくない")
    await p.swear(town, p.SUPPORTER)
    await p.record(town, p.SUPPORTER)
    await p.record(town, p.SUPPORTER, topic="private", requester="family")
    assert await states(town) == ["collecting"]

    await town.step(p.at(2026, 10, 1, 9, 0))
    assert await states(town) == ["asked"] * 7 + ["drafted"]
    question = p.duty("10月10日")
    readers = [person for person in p.SUPPORTERS if person != p.SUPPORTER_IN_ENGLISH]
    latest = {person: (p.sentences(town, person)[-1], p.arrived(town, person)[-1]) for person in readers}
    assert set(latest.values()) == {(question, "10-01 08:35")}  # the same to who has entries and who has none (P9)
    assert p.sentences(town, p.ADVISER) == p.sentences(town, p.COORDINATOR) == [ANNOUNCED]  # as everybody (G3)
    assert await counters(town) == {}
    assert "9月分の報告は、まだありません" in (await reports(town)).text()

    await town.step(p.at(2026, 10, 9, 9, 0))
    assert p.arrived(town, p.SUPPORTER)[-3:] == ["10-01 08:35", "10-07 08:35", "10-09 08:35"]
    assert p.arrived(town, p.OTHER_SUPPORTER) == ["09-18 08:35", "10-01 08:35"]  # the announcement, the question
    supporter = await p.open_notice(town, p.SUPPORTER)
    assert "9月分は 2 件です" in supporter.text()
    await supporter.submit()
    await town.sandbox.quiet()
    assert "報告済み" in supporter.text()
    sent = {"topic.work": 1, "topic.private": 1, "share.2": 1}
    assert await counters(town) == sent
    await p.slot(town)
    assert p.sentences(town, p.WELFARE_HEAD) == [ANNOUNCED, p.NEWS]
    head = await p.open_notice(town, p.WELFARE_HEAD)
    assert "林 さくら（市民課）：2件" in head.text()
    assert "傾聴・私生活のこと・対面・30分まで（家族）" in head.text()
    assert [word for word in ("石川", "知られたくない") if word in watch.text(p.WELFARE_HEAD)] == []

    await town.step(p.at(2026, 10, 11, 0, 10))
    assert await states(town) == ["closed_empty"] * 7 + ["sent"]
    assert await counters(town) == sent
    assert p.sentences(town, p.OTHER_SUPPORTER) == [ANNOUNCED, question]


async def reports(town: Town) -> Driver:
    """What the welfare head finds behind the door on Home."""
    await p.go_home(town, p.WELFARE_HEAD)
    return await p.press(town, p.WELFARE_HEAD, "peer_support.reports")


def form_row(town: Town, form: dict[str, str]) -> str:
    """The case that a form is about."""
    today = town.clock.now().astimezone(p.TOKYO).date()
    return town.program.tokens.read(form["private_metadata"], today=today, person=p.SUPPORTER).row


@p.on_sqlite
async def test_the_month_opens_to_nobody_but_its_supporter_and_once_sent_the_welfare_head(town: Town) -> None:
    await p.swear(town, p.SUPPORTER)
    await p.record(town, p.SUPPORTER)
    await town.step(p.at(2026, 10, 1, 9, 0))
    supporter = await p.open_notice(town, p.SUPPORTER)
    month = form_row(town, dict(supporter.modal or {}))
    for person in (p.WELFARE_HEAD, p.COORDINATOR, p.DIGEST_READER, p.OTHER_SUPPORTER):
        await give_oath(town, person)
    others = (p.WELFARE_HEAD, p.COORDINATOR, p.DIGEST_READER, p.ADMINISTRATOR, p.AUDITOR, p.OTHER_SUPPORTER, p.ASKER)
    for person in others:
        assert p.NOT_SHOWN in (await p.press_forged(town, person, "peer_support.month", month)).text()

    await supporter.submit()
    await town.sandbox.quiet()
    for person in others:
        assert p.NOT_SHOWN in (await p.press_forged(town, person, "peer_support.month", month)).text()
        reports = (await p.press_forged(town, person, "peer_support.reports")).text()
        assert ("林 さくら" in reports) == (person == p.WELFARE_HEAD)


async def give_oath(town: Town, person: str) -> None:
    """Swear for every office held, as any first access asks."""
    who = await p.press_forged(town, person, "home.swear")
    assert "約束を受け取りました" in who.text()


@p.on_sqlite
async def test_a_report_can_be_sent_after_the_10th_and_only_once(town: Town, watch: Watch) -> None:
    await p.swear(town, p.SUPPORTER)
    await p.record(town, p.SUPPORTER)
    await town.step(p.at(2026, 10, 13, 10, 0))
    assert await states(town) == ["closed_empty"] * 7 + ["drafted"]
    assert p.arrived(town, p.SUPPORTER)[-1] == "10-09 08:35"  # nobody is chased after the last day
    supporter = await p.open_month(town, p.SUPPORTER)
    assert "10日を過ぎましたが、いまからでも報告できます" in supporter.text()
    old = await p.press_forged(town, p.SUPPORTER, "peer_support.month", form_row(town, dict(supporter.modal or {})))
    await supporter.submit()
    await town.sandbox.quiet()
    assert "報告済み" in old.text()
    assert await counters(town) == {}  # the digest of September has been published: it never changes (D1)
    await p.slot(town)
    assert p.sentences(town, p.WELFARE_HEAD) == [ANNOUNCED, p.NEWS]


@p.on_sqlite
async def test_an_old_form_sends_nothing_a_second_time(town: Town, watch: Watch) -> None:
    await p.swear(town, p.SUPPORTER)
    await p.record(town, p.SUPPORTER)
    await town.step(p.at(2026, 10, 1, 9, 0))
    forms = []
    for _ in range(2):  # as on two devices
        supporter = await p.open_notice(town, p.SUPPORTER)
        forms.append(dict(supporter.modal or {}))
    await supporter.submit()
    await town.sandbox.quiet()
    shown = town.sandbox.workspace.state(p.SUPPORTER).modals[-1]
    for form in forms:
        shown.view = form
        await supporter.submit()
        await town.sandbox.quiet()
    assert await counters(town) == {"topic.work": 1, "share.1": 1}
    await p.slot(town)
    assert p.sentences(town, p.WELFARE_HEAD) == [ANNOUNCED, p.NEWS]


@p.on_sqlite
async def test_an_entry_added_from_a_summary_goes_into_that_month(town: Town, watch: Watch) -> None:
    await p.swear(town, p.SUPPORTER)
    await town.step(p.at(2026, 10, 2, 9, 0))
    supporter = await p.open_notice(town, p.SUPPORTER)
    assert "9月に、気付きや声掛け" in supporter.text()
    await p.press(town, p.SUPPORTER, "peer_support.write_down")
    await p.fill_record(supporter)
    await supporter.submit()
    await town.sandbox.quiet()
    assert "9月分に記録しました" in supporter.text()
    supporter = await p.open_month(town, p.SUPPORTER)
    assert "9月分は 1 件です" in supporter.text()
    await supporter.submit()
    await town.sandbox.quiet()
    assert await counters(town) == {"topic.work": 1, "share.1": 1}


@pytest.mark.parametrize("person", [p.OTHER_SUPPORTER])
@p.on_sqlite
async def test_an_office_swears_once_before_its_first_access(town: Town, watch: Watch, person: str) -> None:
    await p.ask(town, supporter="森 彩香", message="約束のあとで読む")
    await p.slot(town)
    who = town.sandbox.person(person)
    await p.press(town, person, "open")
    assert "秘密を守る約束" in who.text()
    assert "約束のあとで読む" not in watch.text(person)
    await p.press(town, person, "home.swear")
    assert "約束のあとで読む" in who.text()  # it leads straight on to what was asked for
    assert len(who.modals) == 1
    await p.record(town, person)
    assert "記録しました" in who.text()
    await town.step(p.at(2026, 10, 1, 9, 0))
    await who.close(everything=True)
    await p.press(town, person, "open")
    assert "9月分は 1 件です" in who.text()
    assert watch.titles(person).count("秘密を守る約束") == 1
