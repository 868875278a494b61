"""A talk over time: whose turn it is, who has left, and what whoever is chosen next may read (Yam 6(6), 10(1))."""

from dataclasses import replace

from bot.sandbox.town import Town
from bot.store.models import DeadlineRow
from tests.journeys import people as p
from tests.journeys.test_talk import open_talk, say, taken_on
from tests.journeys.watch import Watch


async def test_whoever_is_chosen_next_begins_with_an_empty_talk_but_for_what_waited(town: Town, watch: Watch) -> None:
    await p.ask(town)
    await p.slot(town)
    await say(town, p.ASKER, "林さんだけに")
    await p.step_aside(town, p.SUPPORTER, "away")
    asker = await p.open_own(town, p.ASKER)
    assert "次にお願いする方には見えません" in asker.text()
    asker = await say(town, p.ASKER, "次の方へ")
    assert "その方だけです" in asker.text()
    await p.slot(town)
    assert len(p.sentences(town, p.SUPPORTER)) == 1  # who has left it hears no more of it

    await p.open_own(town, p.ASKER)
    await p.choose(town, p.ASKER, "森 彩香")
    await p.slot(town)
    await p.open_notice(town, p.OTHER_SUPPORTER)
    await p.press(town, p.OTHER_SUPPORTER, "peer_support.more")
    other = await p.press(town, p.OTHER_SUPPORTER, "peer_support.talk")
    assert "次の方へ" in other.text()
    assert "林さんだけに" not in other.text()
    asker = await open_talk(town, p.ASKER)
    assert "林さんだけに" in asker.text()
    assert "次の方へ" in asker.text()


async def test_who_has_left_is_told_to_the_writer_and_the_words_wait_for_somebody_else(
    town: Town, watch: Watch
) -> None:
    await taken_on(town)
    await say(town, p.ASKER, "林さんだけに")
    told = len(p.sentences(town, p.ASKER))
    town.sandbox.change_member(replace(town.sandbox.workspace.members[p.SUPPORTER], deleted=True))
    await town.sandbox.quiet()
    await town.step(p.at(2026, 9, 8, 9, 0))
    assert p.sentences(town, p.ASKER)[told:] == [p.NEWS]
    asker = await p.open_notice(town, p.ASKER)
    assert "次にお願いする方には見えません" in asker.text()
    await say(town, p.ASKER, "次の方へ")
    await p.open_own(town, p.ASKER)
    await p.choose(town, p.ASKER, "森 彩香")
    await p.slot(town)
    await p.accept(town, p.OTHER_SUPPORTER)
    other = await open_talk(town, p.OTHER_SUPPORTER)
    assert "次の方へ" in other.text()
    assert "林さんだけに" not in other.text()


async def test_the_turn_is_remembered_once_and_not_after_an_answer(town: Town, watch: Watch) -> None:
    await taken_on(town)
    await say(town, p.ASKER, "お返事を待っています")
    await p.slot(town)
    await town.step(p.at(2026, 9, 10, 8, 30))
    assert len(p.sentences(town, p.SUPPORTER)) == 2
    await town.step(p.at(2026, 9, 10, 12, 0))
    assert p.arrived(town, p.SUPPORTER)[2:] == ["09-10 08:35"]
    await town.step_by(days=6)
    assert len(p.sentences(town, p.SUPPORTER)) == 3  # once
    await say(town, p.SUPPORTER, "お待たせしました")
    await town.step_by(days=1)
    before = len(p.sentences(town, p.SUPPORTER))
    await say(town, p.ASKER, "いえいえ")
    await p.slot(town)
    await say(town, p.SUPPORTER, "では")
    await town.step_by(minutes=30)
    assert len(p.sentences(town, p.SUPPORTER)) == before + 1
    reply = [row.state for row in await p.rows(town, DeadlineRow, kind="reply")]
    assert reply.count("pending") == 1  # only the newest line is waited for
