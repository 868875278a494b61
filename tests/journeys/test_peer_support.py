"""Peer support from the first tap to the sent monthly report, as the people of the town hall live it."""

from bot.sandbox.town import Town
from tests.journeys import people as p
from tests.journeys.test_directory import ANNOUNCED
from tests.journeys.watch import Watch


async def test_a_request_reaches_the_chosen_one_and_the_answer_comes_back(town: Town, watch: Watch) -> None:
    asker = await p.ask(town, message="相談したいことがあります")
    assert "送りました" in asker.text()
    assert "9月9日（水）まで" in asker.text()
    assert p.sentences(town, p.SUPPORTER) == []  # it leaves with the slot

    await town.step_by(minutes=6)
    assert p.sentences(town, p.SUPPORTER) == ["お願いがあります（9月9日まで）"]
    supporter = await p.open_notice(town, p.SUPPORTER)
    assert "石川 葵さん（市民課）" in supporter.text()
    assert "相談したいことがあります" in supporter.text()
    await p.press(town, p.SUPPORTER, "peer_support.accept")

    await town.step_by(minutes=6)
    assert p.sentences(town, p.ASKER) == ["お知らせがあります"]
    asker = await p.open_notice(town, p.ASKER)
    assert "林 さくらさんが引き受けました" in asker.text()
    await town.step_by(days=10)
    assert len(p.sentences(town, p.SUPPORTER)) == 1  # no nudge after the answer


async def test_the_year_of_a_month_ends_with_one_tap_to_the_welfare_head(town: Town, watch: Watch) -> None:
    await p.swear(town, p.SUPPORTER)
    done = await p.record(town, p.SUPPORTER)
    assert "記録しました" in done.text()

    await town.step(p.at(2026, 10, 1, 12, 0))
    assert p.sentences(town, p.SUPPORTER)[-1] == "お願いがあります（10月10日まで）"
    assert p.sentences(town, p.OTHER_SUPPORTER)[-1] == "お願いがあります（10月10日まで）"  # the same question to all
    supporter = await p.open_notice(town, p.SUPPORTER)
    assert "9月分は 1 件です" in supporter.text()

    await town.step(p.at(2026, 10, 9, 12, 0))
    assert len(p.sentences(town, p.SUPPORTER)) > 1
    assert p.sentences(town, p.OTHER_SUPPORTER) == [ANNOUNCED, p.duty("10月10日")]  # nothing to send, nothing owed
    supporter = await p.open_notice(town, p.SUPPORTER)
    await supporter.submit()
    await town.sandbox.quiet()
    assert "報告済み" in supporter.text()

    await town.step_by(hours=2)
    assert p.sentences(town, p.WELFARE_HEAD) == [ANNOUNCED, "お知らせがあります"]
    head = await p.open_notice(town, p.WELFARE_HEAD)
    assert "林 さくら（市民課）：1件" in head.text()
    assert "石川" not in head.text()


async def test_everything_but_the_receiver_may_be_left_open(town: Town) -> None:  # G5
    await p.go_home(town, p.ASKER)
    asker = await p.press(town, p.ASKER, "peer_support.start")
    await asker.fill({"supporter": p.option(asker.modal or {}, "supporter", "林 さくら")})
    await asker.submit()
    await town.sandbox.quiet()
    assert asker.errors == {}

    await town.step_by(minutes=6)
    supporter = await p.open_notice(town, p.SUPPORTER)
    assert "どんなこと：会ってから" in supporter.text()
    assert "希望の方法：特になし" in supporter.text()
    await p.press(town, p.SUPPORTER, "peer_support.accept")
    await town.step_by(minutes=6)
    asker = await p.open_notice(town, p.ASKER)
    assert "林 さくらさんが引き受けました。林 さくらさんから連絡があります。" in asker.text()
