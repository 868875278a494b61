"""Form 1 from the two who listened to the person and on to the section head, as each of them meets it (Aki 7(8))."""

from bot.handlers.harassment.rules.moves import CONFIRMING, MET, REPORTED
from bot.rules.cases import Case
from bot.sandbox.persons import Driver
from bot.sandbox.town import Town
from tests.fakes import POLICY
from tests.handlers.harassment.cases import (
    ASKER,
    ASKER_IN_ENGLISH,
    DEPUTY,
    DESK,
    HEAD,
    NURSE,
    ONE,
    THIRD,
    TWO,
    put,
    stored,
)  # fmt: skip
from tests.journeys import people as p
from tests.journeys.watch import Watch

pytestmark = p.on_sqlite

WAITING, MINE = "手元にある件", "自分の件を見る"
FACTS = "「やる気がないなら帰れ」と言われた"
WITNESS = "隣の席の人が聞いていた"


async def open_hers(town: Town, person: str, row: str = WAITING) -> Driver:
    """Home, the one matter there; the oath where it is asked."""
    await p.go_home(town, person)
    who = await p.press(town, person, row)
    if "home.swear" in str(who.modal):
        await p.press(town, person, "home.swear")
    return who


async def send(town: Town, who: Driver, values: dict[str, object] | None = None) -> None:
    await who.submit(values or {})
    await town.sandbox.quiet()


async def with_code(town: Town, person: str, what: str) -> Driver:
    """Press what is behind the second factor."""
    who = await p.press(town, person, what)
    if (who.modal or {}).get("callback_id") == "step_up.enter":
        await send(town, who, {"code": await who.code()})
    return who


async def now(town: Town, case: Case) -> Case:
    found = await stored(town, case.id)
    assert found is not None
    return found


async def given(town: Town, asker: str = ASKER, **identity: object) -> Case:
    """A sheet of two lines that is with the person."""
    case = await put(
        town, MET, body={"sheet": {"who": "who-canary", "facts": FACTS, "witnesses": WITNESS}},
        identity={"requester": asker, **identity},
    )  # fmt: skip
    who = await open_hers(town, ONE)
    await p.press(town, ONE, "harassment.sheet")
    while (who.modal or {}).get("callback_id") == "harassment.save_sheet":
        await send(town, who)
    await p.press(town, ONE, "harassment.give_sheet")
    await p.slot(town)
    return case


async def test_two_write_one_sheet_and_no_word_of_either_is_lost(town: Town) -> None:
    await put(town, MET, body={"sheet": {}})
    one = await open_hers(town, ONE)
    await p.press(town, ONE, "受付票を書く")
    await p.press(town, ONE, "聞くとき・書くときの手引き")
    assert "その場で「ハラスメントだ」" in one.text()
    await one.close()
    await send(town, one, {"line_0": "石川 葵・市民課"})
    assert "story-canary" in str(one.modal)  # in its line already
    two = await open_hers(town, TWO)
    await p.press(town, TWO, "受付票を書く")
    assert "受付票 2/4" in two.text()  # where the other one stopped
    await one.fill({"line_4": FACTS, "line_5": "6月から"})
    await send(town, two, {"line_4": "べつの言い方", "line_5": "6月から"})
    await send(town, one)
    assert "べつの言い方" in one.text()  # both are in sight
    assert FACTS in str(one.values)
    await send(town, one)
    await send(town, one, {"line_8": WITNESS})
    await send(town, one)
    for words in (FACTS, WITNESS, "6月から", "石川 葵・市民課"):
        assert words in one.text()
    await two.fill({"line_8": "おそく打った文"})
    await p.press(town, ONE, "本人に確かめてもらう")
    await send(town, two)
    assert "もう先へ進んでいます" in two.text()
    assert "おそく打った文" in str(two.values)
    assert p.sentences(town, ASKER) == []  # in its slot
    await p.slot(town)
    assert p.sentences(town, ASKER) == [p.duty("9月10日")]


async def test_the_person_decides_what_goes_and_the_head_reads_exactly_that(town: Town, watch: Watch) -> None:
    case = await given(town)
    asker = await p.open_notice(town, ASKER)
    assert "9月10日（木）までに" in asker.text()
    await p.press(town, ASKER, "受付票を読む")
    for words in (FACTS, WITNESS, "who-canary"):
        assert words in asker.text()
    await p.press(town, ASKER, "一部を外す")
    await send(town, asker, {"out_0": ["witnesses"]})
    assert "外したところです" in asker.text()
    await p.press(town, ASKER, "報告される形を見る")
    assert "総務課長の中村 由紀子さん" in asker.text()
    seen = asker.text()
    assert p.sentences(town, HEAD) == []
    await p.press(town, ASKER, "このまま報告する")
    assert "受付票を報告しました" in asker.text()
    await p.slot(town)

    head = await p.open_notice(town, HEAD)
    assert FACTS not in head.text()  # not before the code
    await with_code(town, HEAD, "受付票を読む")
    for words in (seen, head.text()):
        assert FACTS in words
        assert "（本人の希望により省略）" in words
        assert all(kept not in words for kept in (WITNESS, "who-canary", "石川", "story-canary"))
    assert (await now(town, case)).identity["recipient"] == HEAD
    assert p.sentences(town, TWO) == [p.NEWS]
    for nobody in (THIRD, DESK, DEPUTY):
        who = await p.press_forged(town, nobody, "harassment.read_sheet", case.id)
        if "home.swear" in str(who.modal):
            await p.press(town, nobody, "home.swear")
        assert p.NOT_SHOWN in who.text()


async def test_in_english_something_is_put_right_the_name_is_given_and_the_deputy_reads_it(
    town: Town, watch: Watch
) -> None:
    sheet = {line.key: "" for line in POLICY.harassment.intake_sheet} | {"who": "who-canary", "facts": "facts-canary"}
    who = {"requester": ASKER_IN_ENGLISH, "excluded": [HEAD]}
    case = await put(town, CONFIRMING, body={"sheet": sheet}, identity=who)
    asker = await open_hers(town, ASKER_IN_ENGLISH, "Look at my matter")
    await p.press(town, ASKER_IN_ENGLISH, "Read the intake sheet")
    await p.press(town, ASKER_IN_ENGLISH, "Something is not right")
    await send(town, asker, {"words": " "})
    assert "Please write what should be put right" in asker.text()
    await send(town, asker, {"words": "correct-canary"})
    await p.slot(town)

    one = await p.open_notice(town, ONE)
    await p.press(town, ONE, "受付票を書く")
    assert "correct-canary" in one.text()
    await p.press(town, ONE, "本人に確かめてもらう")
    await p.slot(town)
    await p.open_notice(town, ASKER_IN_ENGLISH)
    await p.press(town, ASKER_IN_ENGLISH, "Read the intake sheet")
    await p.press(town, ASKER_IN_ENGLISH, "Give my name")
    await p.press(town, ASKER_IN_ENGLISH, "See it as it will be reported")
    assert "山本 恵" in asker.text()
    assert "who-canary" in asker.text()
    await p.press(town, ASKER_IN_ENGLISH, "Report it like this")
    await p.slot(town)

    assert p.sentences(town, HEAD) == []
    deputy = await p.open_notice(town, DEPUTY)
    await with_code(town, DEPUTY, "受付票を読む")
    assert "who-canary" in deputy.text()
    head = await p.press_forged(town, HEAD, "harassment.read_sheet", case.id)
    await p.press(town, HEAD, "home.swear")  # as for a case that does not exist
    assert p.NOT_SHOWN in head.text()


async def test_not_confirmed_in_time_the_head_gets_the_least_and_neither_story_nor_name(town: Town) -> None:
    case = await given(town)
    early = await open_hers(town, TWO)
    assert "報告される形を見る" not in early.text()
    await town.step(p.at(2026, 9, 10, 10, 0))
    assert p.sentences(town, ASKER) == [p.duty("9月10日")] * 2  # given, and on the last day
    assert p.sentences(town, ONE) == []
    await town.step(p.at(2026, 9, 11, 8, 31))
    await p.slot(town)
    assert p.sentences(town, ONE)[-1] == p.duty("9月14日")
    assert "9月10日（木）を過ぎた" in (await open_hers(town, ASKER, MINE)).text()

    two = await p.open_notice(town, TWO)
    await p.press(town, TWO, "報告される形を見る")
    await p.press(town, TWO, "このまま報告する")
    await p.slot(town)
    assert (await now(town, case)).state == REPORTED
    assert two.trouble is None
    assert p.sentences(town, ASKER)[-1] == p.NEWS
    head = await p.open_notice(town, HEAD)
    await with_code(town, HEAD, "受付票を読む")
    assert "最小限のことだけの報告です" in head.text()
    for words in (FACTS, WITNESS, "who-canary", "story-canary", "石川"):
        assert words not in head.text()


async def test_where_nobody_may_receive_it_nothing_is_sent_and_everybody_is_told_plainly(town: Town) -> None:
    case = await given(town, excluded=[HEAD, DEPUTY])
    asker = await open_hers(town, ASKER, MINE)
    await p.press(town, ASKER, "受付票を読む")
    await p.press(town, ASKER, "報告される形を見る")
    assert "受け取れる人が組織の中にいません" in asker.text()
    await p.press(town, ASKER, "確かめたと伝える")
    assert "だれにも送っていません" in asker.text()
    assert "公平委員会" in asker.text()
    await p.slot(town)
    assert p.sentences(town, ONE)[-1] == p.NEWS
    assert "受け取れる人がいないため" in (await p.open_notice(town, ONE)).text()
    await town.step(p.at(2026, 9, 8, 10, 0))
    assert (p.sentences(town, HEAD), p.sentences(town, DEPUTY)) == ([], [])

    await p.press_forged(town, ASKER, "harassment.exclude", case.id)
    await send(town, asker, {"excluded": [HEAD]})
    assert "総務課長の代理の山本 恵さん" in (await open_hers(town, ASKER, MINE)).text()
    await town.step(p.at(2026, 9, 9, 8, 31))
    await p.slot(town)
    assert p.sentences(town, ONE)[-1] == p.duty("9月10日")
    one = await p.open_notice(town, ONE)
    await p.press(town, ONE, "報告される形を見る")
    assert FACTS in one.text()  # the person has confirmed all of it
    await p.press(town, ONE, "このまま報告する")
    await p.slot(town)
    assert p.sentences(town, HEAD) == []
    assert len(p.sentences(town, DEPUTY)) == 1


async def test_the_nurse_reads_what_was_reported_only_where_the_person_has_agreed(town: Town) -> None:
    for agreed in (False, True):
        body = {"nurse_agreed": agreed, "left_out": ["wishes"]}
        case = await put(town, REPORTED, body=body, identity={"nurse": NURSE}, case_id=f"{agreed:032x}")
        who = await p.press_forged(town, NURSE, "harassment.case", case.id)
        if "home.swear" in str(who.modal):
            await p.press(town, NURSE, "home.swear")
        assert ("受付票を読む" in who.text()) is agreed
        await p.press_forged(town, NURSE, "harassment.nurse_sheet", case.id)
        assert ("facts-canary" in who.text()) is agreed
        assert "who-canary" not in who.text()


async def test_for_somebody_without_an_account_the_responders_note_each_answer(town: Town) -> None:
    case = await given(town, "", caller="caller-canary")
    assert p.sentences(town, ONE) == []
    one = await open_hers(town, ONE)
    assert "この方にはSlackでお見せできません" in one.text()
    await p.press(town, ONE, "受付票を読む")
    await p.press(town, ONE, "名前を添える")
    await p.press(town, ONE, "一部を外す")
    await send(town, one, {"out_0": ["witnesses"]})
    await p.press(town, ONE, "報告される形を見る")
    assert "who-canary" in one.text()
    assert WITNESS not in one.text()
    await p.press(town, ONE, "このまま報告する")
    await p.slot(town)
    assert (await now(town, case)).state == REPORTED
    assert p.sentences(town, HEAD) == [p.duty("9月9日")]
