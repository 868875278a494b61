"""Choosing whom to talk to: who would read it, whoever is free, whom to avoid, a name kept back, other words."""

from dataclasses import replace
from datetime import date
from typing import Any

from bot.rules.people import Role
from bot.sandbox.town import Town
from bot.sandbox.words_seen import words_in
from bot.store.unit import Unit
from tests.journeys import people as p
from tests.journeys.watch import Watch


async def form(town: Town, person: str = p.ASKER) -> Any:
    """The open form of a request."""
    await p.go_home(town, person)
    return await p.press(town, person, "peer_support.start")


def groups(modal: dict[str, Any] | None, block_id: str = "supporter") -> dict[str, list[str]]:
    """The labels of a list by their headings."""
    element = next(block["element"] for block in (modal or {})["blocks"] if block.get("block_id") == block_id)
    return {g["label"]["text"]: [o["text"]["text"] for o in g["options"]] for g in element["option_groups"]}


async def check_adviser(town: Town, field: str = "") -> None:
    """The second look at the account of the adviser from outside; perhaps for another field."""

    def check(unit: Unit) -> None:
        held = [a for a in unit.roster.held_by(p.ADVISER) if a.role is Role.EXTERNAL_ADVISER]
        unit.roster.save_appointments(replace(a, checked_on=date(2026, 9, 1), field=field or a.field) for a in held)

    await town.program.store.run(check)


@p.on_sqlite
async def test_the_form_says_who_would_read_it_before_the_first_word(town: Town, watch: Watch) -> None:
    asker = await form(town)
    blocks = [block.get("block_id", block["type"]) for block in (asker.modal or {})["blocks"]]
    assert blocks.index("supporter") < blocks.index("topic") < blocks.index("message")
    found = groups(asker.modal)
    assert found["同じ部屋"] == ["林 さくら（市民課・所属ピアサポーター）"]
    assert found["本部"] == ["松本 正（厚生課・本部ピアサポーター）"]
    assert list(found)[-1] == "決められないとき"
    for words in ("読むのは、上で選んだ一人だけ", "不利な扱いを受けることはありません", "ご家族の方や、Slackを"):
        assert words in asker.text()
    assert "総務課（ハラスメント相談窓口） 内線 2012" in asker.text()
    assert groups(asker.modal, "topic") == {
        "職場のこと": ["職場のこと（くわしくは会ってから）", "人間関係", "勤務環境", "職場のその他のこと"],
        "私生活のこと": [
            "私生活のこと（くわしくは会ってから）", "家庭", "健康", "金銭", "異性関係", "私生活のその他のこと",
        ],
        "そのほかのこと": ["そのほかのこと（くわしくは会ってから）"],
    }  # fmt: skip
    assert "匿名" not in asker.text()
    await asker.submit({"supporter": p.option(asker.modal or {}, "supporter", "林 さくら")})
    await town.sandbox.quiet()
    assert watch.titles(p.ASKER)[-1] == "送りました"  # nothing else had to be said


@p.on_sqlite
async def test_the_form_speaks_english_too(town: Town, watch: Watch) -> None:
    asker = await form(town, p.ASKER_IN_ENGLISH)
    found = groups(asker.modal)
    assert found["Your room"] == ["林 さくら (市民課, Unit supporter)"]
    assert list(found)[-1] == "If you cannot decide"
    await p.press(town, p.ASKER_IN_ENGLISH, "peer_support.avoid")
    assert "Nobody sees what you choose here" in asker.text()
    hayashi = p.option(asker.modal or {}, "avoid", "林 さくら")
    await asker.submit({"supporter": "free", "topic": "health", "named": "hidden", "avoid": [hayashi]})
    await town.sandbox.quiet()
    assert "one at a time" in asker.text()
    assert "林 さくら" not in asker.text()
    await p.slot(town)
    assert p.sentences(town, p.SUPPORTER) == []


async def test_whoever_is_free_is_asked_one_at_a_time_and_the_person_is_told_who(town: Town, watch: Watch) -> None:
    await p.ask(town, supporter="いまお願いできる方に", message="20:30")
    asker = town.sandbox.person(p.ASKER)
    assert "林 さくらさんにお願いしました" in asker.text()  # the nearest, named on the screen
    assert "一人ずつ聞きます" in asker.text()
    await p.slot(town)
    told = [person for person in p.SUPPORTERS if p.sentences(town, person)]
    assert told == [p.SUPPORTER]  # never a broadcast (P5)

    await p.step_aside(town, p.SUPPORTER, "own_load")
    await p.slot(town)
    (second,) = [person for person in p.SUPPORTERS if p.sentences(town, person) and person != p.SUPPORTER]
    name = town.sandbox.workspace.members[second].name
    assert p.sentences(town, p.ASKER) == [p.NEWS]
    asker = await p.open_notice(town, p.ASKER)
    assert f"{name}さんにお願いしています" in asker.text()
    assert [word for word in ("断", "余裕がない") if word in asker.text()] == []
    assert p.NOT_SHOWN in (await p.open_notice(town, p.SUPPORTER)).text()
    assert "20:30" in (await p.open_notice(town, second)).text()

    await town.step_by(days=5)  # the second one does not answer: now the person chooses, as always
    assert sum(bool(p.sentences(town, person)) for person in p.SUPPORTERS) == 2
    assert "まだ返事がありません" in (await p.open_notice(town, p.ASKER)).text()


@p.on_sqlite
async def test_the_next_one_is_who_has_least_to_do(town: Town, watch: Watch) -> None:
    for number, person in enumerate(("U0OKADA", "U0INOUE", "U0YAMAMOTO"), start=1):  # all units are equally far to them
        await p.ask(town, person, supporter="いまお願いできる方に")
        await p.slot(town)
        asked = {one for one in p.SUPPORTERS if p.sentences(town, one)}
        assert len(asked) == number  # who has been asked already has more to do than the others
        assert p.HQ_SUPPORTER not in asked  # head office comes after the units


async def test_whom_to_avoid_is_folded_away_and_never_asked_by_any_way(town: Town, watch: Watch) -> None:
    asker = await form(town)
    assert "avoid" not in [block.get("block_id") for block in (asker.modal or {})["blocks"]]
    hayashi, mori = (p.option(asker.modal or {}, "supporter", name) for name in ("林 さくら", "森 彩香"))
    await asker.fill({"supporter": hayashi, "topic": "money", "means": "chat", "message": "とっておく言葉"})
    await p.press(town, p.ASKER, "peer_support.avoid")
    assert asker.values["message"]["input"]["value"] == "とっておく言葉"
    assert asker.values["topic"]["input"]["selected_option"]["value"] == "money"
    assert "だれにも見えません" in asker.text()

    await asker.submit({"avoid": [hayashi]})
    await town.sandbox.quiet()
    assert asker.errors == {"supporter": "この方は、避けたい方に選ばれています。どちらかを選び直してください。"}
    await asker.submit({"supporter": mori})
    await town.sandbox.quiet()
    assert "森 彩香さんにお願いしました" in asker.text()
    await p.slot(town)
    supporter = await p.open_notice(town, p.OTHER_SUPPORTER)
    assert [word for word in ("林 さくら", "避け") if word in supporter.text()] == []
    await p.press(town, p.OTHER_SUPPORTER, "peer_support.aside")
    await supporter.submit({"reason": "away"})
    await p.slot(town)

    asker = await p.open_notice(town, p.ASKER)
    assert "林 さくら" not in asker.text()  # not proposed either
    await p.press(town, p.ASKER, "peer_support.choose")
    names = [name for group in groups(asker.modal).values() for name in group]
    assert [name for name in names if "林 さくら" in name or "森 彩香" in name] == []
    await asker.submit({"supporter": "free"})
    await p.slot(town)
    assert p.sentences(town, p.SUPPORTER) == []


@p.on_sqlite
async def test_a_substitute_is_proposed_and_one_tap_asks_them(town: Town, watch: Watch) -> None:
    await p.ask(town)
    await town.step_by(days=4)
    asker = await p.open_notice(town, p.ASKER)
    (proposed,) = [words for words in words_in((asker.modal or {})["blocks"]) if words.endswith("さんにお願いする")]
    assert "林" not in proposed
    (second,) = [m.id for m in town.sandbox.workspace.members.values() if proposed.startswith(m.name)]
    assert p.sentences(town, second) == []  # nothing goes to anybody by itself
    await p.press(town, p.ASKER, "peer_support.substitute")
    assert proposed.replace("お願いする", "お願いしています") in asker.text()
    await p.slot(town)
    assert len(p.sentences(town, second)) == 1
    assert p.NOT_SHOWN in (await p.open_notice(town, p.SUPPORTER)).text()


@p.on_sqlite
async def test_a_name_that_is_kept_back_is_read_nowhere_on_the_other_side(town: Town, watch: Watch) -> None:  # G7
    asker = await p.ask(town, named="hidden", topic="health")
    await p.slot(town)
    supporter = await p.open_notice(town, p.SUPPORTER)
    assert "健康" in supporter.text()
    await p.press(town, p.SUPPORTER, "peer_support.accept")
    assert "引き受けたことだけをお知らせします" in supporter.text()
    await p.open_own(town, p.SUPPORTER)
    for word in ("石川", "市民課 ", asker.id):
        assert word not in watch.text(p.SUPPORTER)
    await p.slot(town)
    assert "引き受けました" in (await p.open_notice(town, p.ASKER)).text()


@p.on_sqlite
async def test_what_was_written_can_be_put_right_while_nobody_has_taken_it_on(town: Town, watch: Watch) -> None:
    await p.ask(town, message="はじめの言葉")
    await p.slot(town)
    supporter = await p.open_notice(town, p.SUPPORTER)
    await p.open_own(town, p.ASKER)
    await p.press(town, p.ASKER, "peer_support.more")
    asker = await p.press(town, p.ASKER, "peer_support.correct")
    assert "はじめの言葉" in asker.text()
    await p.press(town, p.ASKER, "home.help")  # still one tap away
    await asker.close()
    await asker.submit({"message": "あとの言葉", "topic": "family"})
    await town.sandbox.quiet()
    await p.press(town, p.SUPPORTER, "peer_support.accept")  # an old button: first the new words are shown
    assert "あとの言葉" in supporter.text()
    assert "はじめの言葉" not in supporter.text()

    await p.open_own(town, p.ASKER)
    await p.press(town, p.ASKER, "peer_support.more")
    await p.press(town, p.ASKER, "peer_support.correct")
    await p.press(town, p.SUPPORTER, "peer_support.accept")
    await asker.submit({"message": "おそい言葉"})
    await town.sandbox.quiet()
    assert list(asker.errors) == ["message"]
    assert asker.values["message"]["input"]["value"] == "おそい言葉"  # nothing that was typed is lost


@p.on_sqlite
async def test_an_adviser_from_outside_is_offered_by_field_once_the_account_is_checked(
    town: Town, watch: Watch
) -> None:  # G6
    asker = await form(town)
    assert "木村 奈緒" not in asker.text()
    for field, heading, told in (
        ("", "部外の相談員（その他）", "木村 奈緒（臨床心理・部外相談員）"),
        ("法律", "部外の相談員（法律）", "木村 奈緒（法律・部外相談員）"),
    ):
        await check_adviser(town, field)
        asker = await form(town)
        assert groups(asker.modal)[heading] == [told]
    await asker.submit({"supporter": p.option(asker.modal or {}, "supporter", "木村 奈緒")})
    await p.slot(town)
    adviser = await p.accept(town, p.ADVISER)
    assert "引き受けました" in watch.titles(adviser.id)[-1]
