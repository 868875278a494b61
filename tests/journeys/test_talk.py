"""The talk of a request: written in forms, read by two people only, never in Slack's history (Yam 9, 10(1))."""

from typing import Any

import pytest

from bot.rules.cases import Record
from bot.sandbox.kept import kept
from bot.sandbox.persons import Driver
from bot.sandbox.town import Town
from bot.store.ledger import UnitLedger
from bot.store.models import RecordRow
from tests.journeys import people as p
from tests.journeys.watch import Watch, actions

CANARY, ANSWER = "canary_talk_K7QZ", "canary_answer_X9M"
HOSTILE = "<!channel> <@U0HAYASHI> *太字* `x` '; DROP TABLE record; -- {0.__class__} =cmd|' /C calc'!A0 👩‍👩‍👧‍👦 𠮷"


async def taken_on(town: Town, person: str = p.ASKER, supporter: str = p.SUPPORTER, name: str = "林 さくら") -> None:
    """Asked and taken on; both have closed everything."""
    await p.ask(town, person, name)
    await p.slot(town)
    await p.accept(town, supporter)
    await p.slot(town)


async def open_talk(town: Town, person: str) -> Driver:
    """Home, the request, its talk."""
    who = await p.open_own(town, person)
    if "peer_support.talk" not in actions(who.modal or {}):
        await p.press(town, person, "peer_support.more")
    return await p.press(town, person, "peer_support.talk")


async def say(town: Town, person: str, text: str, **proposal: Any) -> Driver:
    """Write something into the talk; with a proposal through its own fields."""
    who = await open_talk(town, person)
    if proposal:
        await p.press(town, person, "peer_support.propose")
    await who.submit({"text": text, **proposal})
    await town.sandbox.quiet()
    return who


async def records(town: Town, kind: str) -> list[Record]:
    """The sealed entries of the one open request, opened by the program's own key."""
    rows = await p.rows(town, RecordRow, kind=kind)

    def opened(unit: Any) -> list[Record]:
        ledger = UnitLedger(unit)
        return [r for case_id in {row.case_id for row in rows} for r in ledger.records(case_id) if r.kind == kind]

    return await town.program.store.read(opened)


def lines(who: Driver) -> list[str]:
    """The sections of the modal on top, from above."""
    blocks = (who.modal or {"blocks": []})["blocks"]
    return [block["text"]["text"] for block in blocks if block["type"] == "section"]


@pytest.mark.parametrize(
    ("person", "words"),
    [
        (p.ASKER, ("あなた・9月7日", "林 さくらさん・9月7日", "林 さくらさんが最後に開いたのは、9月7日")),
        (p.ASKER_IN_ENGLISH, ("You · 7 September", "林 さくら · 7 September", "林 さくら last opened this around")),
    ],
)
async def test_two_people_talk_and_slack_keeps_nothing_of_it(
    town: Town, watch: Watch, person: str, words: tuple[str, ...]
) -> None:
    await taken_on(town, person)
    asker = await say(town, person, CANARY)
    assert CANARY in asker.text()
    assert "text" not in {block.get("block_id") for block in (asker.modal or {})["blocks"]}  # not to be sent twice
    await p.slot(town)

    assert p.sentences(town, p.SUPPORTER)[1:] == [p.NEWS]
    supporter = await p.open_notice(town, p.SUPPORTER)  # leads into the talk itself
    assert CANARY in supporter.text()
    await supporter.submit({"text": ANSWER})
    await town.sandbox.quiet()
    await p.slot(town)

    asker = await p.open_notice(town, person)
    said = lines(asker)
    first = next(i for i, line in enumerate(said) if CANARY in line)
    second = next(i for i, line in enumerate(said) if ANSWER in line)
    assert first < second  # newest last
    assert all(word in asker.text() for word in words)
    exported = str(kept(town.sandbox.workspace))
    assert [word for word in (CANARY, ANSWER) if word in exported] == []


async def test_a_person_hears_once_in_a_slot_and_the_screen_says_that_something_is_new(
    town: Town, watch: Watch
) -> None:
    await taken_on(town)
    for text in ("一つめ", "二つめ", "三つめ"):
        await say(town, p.ASKER, text)
    await p.slot(town)
    assert p.sentences(town, p.SUPPORTER)[1:] == [p.NEWS]

    supporter = await p.open_own(town, p.SUPPORTER)
    assert "新しく書かれたことがあります" in supporter.text()
    assert "一つめ" not in supporter.text()
    await p.press(town, p.SUPPORTER, "peer_support.talk")
    assert [line.split("\n")[1] for line in lines(supporter) if "つめ" in line] == ["一つめ", "二つめ", "三つめ"]
    assert "新しく書かれたことがあります" not in (await p.open_own(town, p.SUPPORTER)).text()
    assert await p.rows(town, RecordRow, kind="opened") != []


async def test_opening_leaves_one_mark_a_day_and_spoils_nobodys_buttons(town: Town, watch: Watch) -> None:
    await taken_on(town)
    await say(town, p.ASKER, "こんにちは")
    await open_talk(town, p.SUPPORTER)
    opened = [record.body["at"] for record in await records(town, "opened") if record.body["by"] != "own"]
    asker = await p.open_own(town, p.ASKER)
    await open_talk(town, p.SUPPORTER)
    assert [r.body["at"] for r in await records(town, "opened") if r.body["by"] != "own"] == opened
    await town.step_by(days=1)
    await open_talk(town, p.SUPPORTER)
    marks = [record.body["at"] for record in await records(town, "opened") if record.body["by"] != "own"]
    assert len(marks) == 2
    assert all(int(moment[14:16]) % 5 == 0 and moment[17:19] == "00" for moment in marks)
    await p.press(town, p.ASKER, "peer_support.withdraw")  # shown before the supporter looked again
    assert "取りやめました" in asker.text()


async def test_what_is_proposed_and_agreed_stands_on_both_screens(town: Town) -> None:
    await taken_on(town)
    await say(town, p.ASKER, "会って話したいです", day="2026-09-14", place="図書室", means="in_person")
    supporter = await say(town, p.SUPPORTER, "別の日はいかがですか", day="2026-09-16", place=HOSTILE[:60])
    asker = await open_talk(town, p.ASKER)
    assert "提案：9月14日（月）・図書室・対面" in asker.text()
    assert f"提案：9月16日（水）・{HOSTILE[:60]}" in asker.text()
    await asker.fill({"text": "書きかけ"})
    await p.press(town, p.ASKER, "peer_support.agree")
    assert "決まったこと：9月16日（水）" in asker.text()
    assert asker.values["text"]["input"]["value"] == "書きかけ"
    assert "決まったこと：9月16日（水）" in (await p.open_own(town, p.SUPPORTER)).text()
    assert "決まったこと：9月16日（水）" in (await p.open_own(town, p.ASKER)).text()

    await say(town, p.ASKER, "", day="2026-09-15")
    supporter = await open_talk(town, p.SUPPORTER)
    assert "決まったこと：9月16日（水）" in supporter.text()  # a new proposal changes nothing before it is agreed to
    await p.press(town, p.SUPPORTER, "peer_support.confirm")
    assert "決まったこと：9月15日（火）" in supporter.text()
    await town.step(p.at(2026, 9, 16, 9, 0))
    assert "決まったこと" not in (await p.open_own(town, p.ASKER)).text()  # that day has passed


@p.on_sqlite
async def test_a_form_without_anything_or_with_a_day_that_has_passed_says_so_and_keeps_the_rest(town: Town) -> None:
    await taken_on(town)
    asker = await say(town, p.ASKER, "　")
    assert asker.errors == {"text": "何か書くか、会う日や場所を選んでください。"}
    asker = await say(town, p.ASKER, "過ぎた日", day="2026-09-01")
    assert list(asker.errors) == ["day"]
    assert asker.values["text"]["input"]["value"] == "過ぎた日"
    await asker.submit({"day": "soon"}, unchecked=True)
    assert list(asker.errors) == ["day"]
    await asker.submit({"day": "2026-09-10", "place": "あ" * 101}, unchecked=True)
    assert list(asker.errors) == ["place"]
    await asker.submit({"place": "屋上", "text": "a\u202eb"}, unchecked=True)
    assert list(asker.errors) == ["text"]
    assert await records(town, "message") == []


@p.on_sqlite
async def test_hostile_words_are_shown_exactly_as_typed_and_act_nowhere(town: Town) -> None:
    await taken_on(town)
    for text in (HOSTILE, "あ" * 2000, "  先頭の空白\n\n\t行"):
        await say(town, p.ASKER, text)
    supporter = await open_talk(town, p.SUPPORTER)
    for text in (HOSTILE, "あ" * 2000, "  先頭の空白\n\n\t行"):
        assert any(line.endswith(f"\n{text}") for line in lines(supporter))
    assert "mrkdwn" not in str(supporter.modal)
    await p.slot(town)
    assert all(not message.unfurls for message in supporter.messages)


@p.on_sqlite
async def test_a_long_talk_is_read_page_by_page_and_nothing_is_lost(town: Town) -> None:
    await taken_on(town)
    for number in range(23):
        await say(town, p.ASKER, f"（{number:02}）")
    supporter, seen = await open_talk(town, p.SUPPORTER), []
    for more in (True, True, False):
        seen.append([line[-4:] for line in lines(supporter) if line.endswith("）") and "\n（" in line])
        if more:
            await p.press(town, p.SUPPORTER, "前を見る")
    assert [text for page in reversed(seen) for text in page] == [f"（{number:02}）" for number in range(23)]
    assert [len(page) for page in seen] == [10, 10, 3]


async def test_what_is_written_while_the_other_side_acts_is_not_lost_to_a_conflict(town: Town, watch: Watch) -> None:
    await p.ask(town)
    await p.slot(town)
    asker = await open_talk(town, p.ASKER)
    await p.accept(town, p.SUPPORTER)
    await asker.submit({"text": "そのあいだに書いたこと"})
    await town.sandbox.quiet()
    assert "そのあいだに書いたこと" in (await open_talk(town, p.SUPPORTER)).text()


@pytest.mark.parametrize(("ends", "said"), [("peer_support.withdraw", p.NOT_SHOWN), ("aside", p.NOT_SHOWN)])
async def test_nothing_can_be_written_into_what_has_ended_and_the_words_stay_on_the_form(
    town: Town, watch: Watch, ends: str, said: str
) -> None:
    await p.ask(town)
    await p.slot(town)
    await p.open_notice(town, p.SUPPORTER)
    supporter = await p.press(town, p.SUPPORTER, "peer_support.more")
    await p.press(town, p.SUPPORTER, "peer_support.talk")
    form = town.sandbox.payloads.submission(p.SUPPORTER, _form_of(town, p.SUPPORTER, "遅れて届いた言葉"))
    if ends == "aside":
        await supporter.close(everything=True)
        await p.step_aside(town, p.SUPPORTER, "own_load")
    else:
        await p.open_own(town, p.ASKER)
        await p.press(town, p.ASKER, ends)
    answer = await town.sandbox.socket.ask("interactive", form)
    await town.sandbox.quiet()
    assert answer is not None
    assert answer["response_action"] == "errors"  # Slack keeps the form open with what was typed
    assert said in answer["errors"]["text"]
    assert await records(town, "message") == []


@p.on_sqlite
async def test_at_the_end_the_person_can_still_read_but_nobody_can_write(town: Town, watch: Watch) -> None:
    await taken_on(town)
    await say(town, p.ASKER, "ありがとうございました")
    asker = await open_talk(town, p.ASKER)
    await asker.fill({"text": "もうひとこと"})
    await p.open_own(town, p.SUPPORTER)
    await p.press(town, p.SUPPORTER, "peer_support.end")
    await asker.submit()
    await town.sandbox.quiet()
    assert "この件は、もう終わったか" in asker.errors["text"]
    assert asker.values["text"]["input"]["value"] == "もうひとこと"
    asker = await open_talk(town, p.ASKER)
    assert "ありがとうございました" in asker.text()
    assert "submit" not in {name for name, value in (asker.modal or {}).items() if value}
    await p.press_forged(town, p.SUPPORTER, "peer_support.talk", row=await case_of(town))
    assert p.NOT_SHOWN in town.sandbox.person(p.SUPPORTER).text()


def _form_of(town: Town, person: str, text: str) -> Any:
    """What submitting the form on top with this text would send."""
    form = town.sandbox.workspace.state(person).modals[-1]
    typed = {"text": {"input": {"type": "plain_text_input", "value": text}}}
    return town.sandbox.views.payload(form.view, typed)


async def case_of(town: Town) -> str:
    (case_id,) = {row.case_id for kind in ("message", "note") for row in await p.rows(town, RecordRow, kind=kind)}
    return str(case_id)
