"""Hostile words in a form: shown and stored exactly as typed, or refused at their field with everything kept."""

import pytest

from bot.sandbox.town import Town
from tests.handlers import forged
from tests.journeys import people as p

ACCEPTED = {
    "3,000 characters": "あ" * 3000,
    "3,000 characters of four bytes": "𠮷" * 3000,
    "emoji": "👩‍👩‍👧‍👦 👍🏽 🇯🇵 ❤️ 1️⃣",
    "half-width kana and full-width letters": "ﾊﾝｶｸ ｶﾞｷﾞ ＡＢＣ　１２３",
    "characters outside the standard sets": "\ufa19 \U00020bb7 葛\U000e0100 辻\U000e0101",
    "decomposed letters": "e\u0301 か\u3099",
    "Slack's control sequences": "<!channel> <@U0HAYASHI> <#C1|x> <https://example.org|click> &lt; &amp;",
    "mrkdwn": "*bold* _x_ ~y~ `code` ```block```\n> quote\n:tada: javascript:alert(1)",
    "SQL, format and template strings": "'; DROP TABLE case_file; -- {0.__class__} %s %(x)s ${HOME} {{7*7}} {% if %}",
    "spreadsheet formula": "=cmd|' /C calc'!A0",
    "white space": "  line\n\n\tline  ",
}
UNREADABLE = {
    "NUL": "a\x00b",
    "lone surrogate": "a\ud800b",
    "bell": "a\x07b",
    "right-to-left override": "a\u202eb",
    "isolate": "a\u2067b",
    "marks upon marks": "a" + "\u0301" * 9,
}
TOO_LONG = {"3,001 characters": "あ" * 3001, "ten thousand marks": "a" + "\u0301" * 10_000}
EMPTY = {"nothing": "", "spaces": " \u3000\t\n", "zero width": "\u200b\u200d\ufeff\u2060"}


async def shown_to_supporter(town: Town) -> list[object]:
    await p.go_home(town, p.SUPPORTER)
    supporter = await p.press(town, p.SUPPORTER, "peer_support.case")
    assert supporter.modal is not None
    return [block.get("text") for block in supporter.modal["blocks"] if block["type"] == "section"]


async def take_back(town: Town) -> None:
    await p.go_home(town, p.ASKER)
    await p.press(town, p.ASKER, "peer_support.case")
    await p.press(town, p.ASKER, "peer_support.withdraw")


async def test_words_are_stored_and_shown_exactly_and_nothing_in_them_acts(town: Town) -> None:
    await p.swear(town, p.SUPPORTER)
    for name, typed in ACCEPTED.items():
        asker = await p.ask(town, message=typed)
        assert "送りました" in asker.text(), name
        (case,) = await forged.cases_of(town, p.ASKER)
        assert case.body["message"] == typed, name
        exactly = {"type": "plain_text", "text": typed, "emoji": False}
        assert exactly in await shown_to_supporter(town), name
        await take_back(town)

    await town.step_by(minutes=6)
    told = town.sandbox.person(p.SUPPORTER).messages
    assert all(message.text.startswith("お願いがあります") and not message.unfurls for message in told)


async def test_no_part_of_any_screen_is_parsed_as_markup(town: Town) -> None:
    await p.swear(town, p.SUPPORTER)
    await p.ask(town, message="<!channel>")
    await shown_to_supporter(town)
    for person in (p.ASKER, p.SUPPORTER):
        state = town.sandbox.workspace.state(person)
        assert "mrkdwn" not in str([state.home, *(modal.view for modal in state.modals)])


async def test_characters_that_cannot_be_shown_are_refused_at_the_field_with_everything_kept(town: Town) -> None:
    await p.go_home(town, p.ASKER)
    asker = await p.press(town, p.ASKER, "peer_support.start")
    supporter = p.option(asker.modal or {}, "supporter", "林 さくら")
    await asker.fill({"topic": "work", "supporter": supporter, "means": "phone"})
    for name, typed in {**UNREADABLE, **TOO_LONG}.items():
        await asker.submit({"message": typed}, unchecked=True)
        too_long = f"3,000文字までにしてください。いまは{len(typed):,}文字"
        expected = "表示できない文字" if name in UNREADABLE else too_long
        assert list(asker.errors) == ["message"], name
        assert expected in asker.errors["message"], name
        assert asker.values["message"]["input"]["value"] == typed, name
        assert asker.values["topic"]["input"]["selected_option"]["value"] == "work", name
    assert await forged.cases_of(town, p.ASKER) == []
    assert await forged.waiting(town) == 0

    await asker.submit({"message": "これで大丈夫"})
    assert "送りました" in asker.text()
    assert len(await forged.cases_of(town, p.ASKER)) == 1


@pytest.mark.parametrize("typed", EMPTY.values(), ids=EMPTY)
async def test_nothing_visible_counts_as_nothing_where_nothing_need_be_written(town: Town, typed: str) -> None:
    await p.swear(town, p.SUPPORTER)
    await p.ask(town, message=typed)
    (case,) = await forged.cases_of(town, p.ASKER)
    assert case.body["message"] == ""
    await shown_to_supporter(town)
    assert "伝えておきたいこと" not in town.sandbox.person(p.SUPPORTER).text()


async def test_an_empty_required_choice_is_named_at_its_field(town: Town) -> None:
    await p.go_home(town, p.ASKER)
    asker = await p.press(town, p.ASKER, "peer_support.start")
    await asker.submit({"means": "phone", "message": "まだ選んでいません"}, unchecked=True)
    assert asker.errors == {"supporter": "一つ選んでください。"}
    assert asker.values["message"]["input"]["value"] == "まだ選んでいません"
