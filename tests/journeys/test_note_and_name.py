"""What belongs to one side of a talk alone: the supporter's private note, and the name that is kept back (G7)."""

from bot.sandbox.kept import kept
from bot.sandbox.town import Town
from bot.store.models import RecordRow
from tests.journeys import people as p
from tests.journeys.test_talk import CANARY, case_of, open_talk, say, taken_on
from tests.journeys.watch import Watch, actions


async def test_a_supporters_note_is_for_their_eyes_only_and_ends_with_the_matter(town: Town, watch: Watch) -> None:
    await taken_on(town)
    await p.open_own(town, p.SUPPORTER)
    await p.press(town, p.SUPPORTER, "peer_support.more")
    supporter = await p.press(town, p.SUPPORTER, "peer_support.note")
    await supporter.submit({"text": f"次は体調を聞く {CANARY}"})
    await town.sandbox.quiet()
    assert CANARY in supporter.text()
    await p.press(town, p.SUPPORTER, "peer_support.note")
    assert CANARY in supporter.text()

    case_id = await case_of(town)
    await p.ask(town, p.ASKER_IN_ENGLISH, "森 彩香")
    await p.slot(town)
    await p.open_notice(town, p.OTHER_SUPPORTER)  # has given the oath, and has a request of their own
    for person, kind in ((p.ASKER, "peer_support.note"), (p.OTHER_SUPPORTER, "peer_support.note")):
        who = await p.press_forged(town, person, kind, row=case_id)
        assert CANARY not in who.text()
        assert p.NOT_SHOWN in who.text()
    assert CANARY not in (await open_talk(town, p.ASKER)).text()
    assert CANARY not in str(kept(town.sandbox.workspace))

    await p.open_own(town, p.ASKER)
    await p.press(town, p.ASKER, "peer_support.withdraw")
    assert await p.rows(town, RecordRow, kind="note") == []


async def test_a_name_that_is_kept_back_is_nowhere_until_the_person_tells_it(town: Town, watch: Watch) -> None:
    await p.go_home(town, p.ASKER)
    asker = await p.press(town, p.ASKER, "peer_support.start")
    chosen = p.option(asker.modal or {}, "supporter", "林 さくら")
    await asker.submit({"supporter": chosen, "named": "hidden"})
    await town.sandbox.quiet()
    await p.slot(town)
    await p.accept(town, p.SUPPORTER)
    asker = await say(town, p.ASKER, "名前を出さずに話したいです")
    assert "あなたの名前は、林 さくらさんの画面に出ていません" in asker.text()
    assert "わかることがあります" in asker.text()
    await p.slot(town)
    supporter = await p.open_notice(town, p.SUPPORTER)
    await say(town, p.SUPPORTER, "だいじょうぶです")
    await p.open_own(town, p.SUPPORTER)
    assert "お名前を出していない方（" in watch.text(p.SUPPORTER)
    assert "石川" not in watch.text(p.SUPPORTER)
    assert "市民課" not in supporter.text()

    await open_talk(town, p.ASKER)
    await p.press(town, p.ASKER, "peer_support.reveal")
    await p.slot(town)
    assert p.sentences(town, p.SUPPORTER)[-1] == p.NEWS
    supporter = await p.open_notice(town, p.SUPPORTER)
    assert "石川 葵さん・9月7日" in supporter.text()
    assert "peer_support.reveal" not in actions((await open_talk(town, p.ASKER)).modal or {})
