"""The superior: the program has no path to one; the person has a draft, the supporter a guide (Yam 10(4)(1))."""

import pytest

from bot.handlers.peer_support.flow import PeerSupport
from bot.sandbox.town import Town
from bot.store import models
from tests.journeys import people as p
from tests.journeys.watch import Watch

WORDS = "体調のことで、少し話したいです"


async def accepted(town: Town) -> None:
    """A request that the supporter has taken on."""
    await p.ask(town)
    await p.slot(town)
    await p.accept(town, p.SUPPORTER)
    await p.slot(town)


async def write(town: Town, words: str, person: str = p.ASKER) -> None:
    """From one's own matter to a draft that is kept."""
    await p.open_own(town, person)
    await p.press(town, person, "peer_support.more")
    who = await p.press(town, person, "peer_support.draft")
    await who.submit({"text": words})
    await town.sandbox.quiet()


async def route_of_drafts(town: Town) -> list[bytes | None]:
    """What the database still has of drafts."""
    return [row.body for row in await p.rows(town, models.CaseRow, kind="draft")]


async def test_a_draft_is_begun_from_a_template_kept_written_on_and_thrown_away(town: Town, watch: Watch) -> None:
    await accepted(town)
    assert "あなたの下書き" not in str((await p.go_home(town, p.ASKER)).home)
    await p.open_own(town, p.ASKER)
    await p.press(town, p.ASKER, "peer_support.more")
    asker = await p.press(town, p.ASKER, "peer_support.draft")
    assert "15分ほどお時間をいただけますか" in str(asker.modal)
    assert await route_of_drafts(town) == []  # looking keeps nothing
    await asker.submit({"text": WORDS})
    await town.sandbox.quiet()
    assert WORDS in asker.text()
    assert "9月21日に自動で消えます" in asker.text()

    await p.go_home(town, p.ASKER)
    await p.press(town, p.ASKER, "peer_support.draft")
    await p.press(town, p.ASKER, "peer_support.edit_draft")
    assert WORDS in str(asker.modal)
    await asker.submit({"text": "今週、お時間をください"})
    await town.sandbox.quiet()
    assert WORDS not in asker.text()
    assert len(await route_of_drafts(town)) == 1
    await p.press(town, p.ASKER, "peer_support.draft_sent")
    assert "消しました" in asker.text()
    assert await route_of_drafts(town) == [None]
    assert "あなたの下書き" not in str((await p.go_home(town, p.ASKER)).home)
    await write(town, WORDS)  # and another one can be begun
    assert WORDS in asker.text()


@p.on_sqlite
async def test_there_is_one_draft_and_it_deletes_itself(town: Town, watch: Watch) -> None:
    await accepted(town)
    await write(town, WORDS)
    asker = await p.open_own(town, p.ASKER)
    await p.press(town, p.ASKER, "peer_support.more")
    await p.press(town, p.ASKER, "peer_support.draft")
    assert WORDS in asker.text()  # the one there is, not a second one
    await town.step(p.at(2026, 9, 21, 23, 50))
    assert len([body for body in await route_of_drafts(town) if body]) == 1
    await town.step(p.at(2026, 9, 22, 0, 10))
    assert await route_of_drafts(town) == [None]
    assert "あなたの下書き" not in str((await p.go_home(town, p.ASKER)).home)


@p.on_sqlite
async def test_nobody_else_reads_a_draft_and_it_sends_nothing(town: Town) -> None:
    await p.swear(town, p.SUPPORTER)
    await accepted(town)
    before = {member: len(p.sentences(town, member)) for member in town.sandbox.workspace.members}
    await write(town, WORDS)
    (row,) = await p.rows(town, models.CaseRow, kind="draft")
    for other in (p.SUPPORTER, p.SUPERIOR, p.WELFARE_HEAD, p.ADMINISTRATOR):
        for pressed in ("peer_support.edit_draft", "peer_support.draft_thrown"):
            who = await p.press_forged(town, other, pressed, row.id)
            assert p.NOT_SHOWN in who.text()
            assert WORDS not in who.text()
    await p.slot(town)
    assert {member: len(p.sentences(town, member)) for member in town.sandbox.workspace.members} == before


@p.on_sqlite
async def test_the_supporter_reads_a_guide_and_asks_the_person_and_the_superior_hears_nothing(
    town: Town, watch: Watch
) -> None:  # P8
    await accepted(town)
    await p.open_own(town, p.SUPPORTER)
    await p.press(town, p.SUPPORTER, "peer_support.more")
    supporter = await p.press(town, p.SUPPORTER, "peer_support.superior_guide")
    assert "まずご本人にすすめてください" in supporter.text()
    await p.press(town, p.SUPPORTER, "peer_support.ask_superior")
    await p.slot(town)
    await p.open_notice(town, p.ASKER)
    asker = await p.press(town, p.ASKER, "peer_support.question")
    assert "話すのは林 さくらさん本人です" in asker.text()
    await asker.submit()
    await town.sandbox.quiet()
    await p.slot(town)
    supporter = await p.open_notice(town, p.SUPPORTER)
    assert "上司の方に話すことに、ご本人が同意しています（12月6日まで）" in supporter.text()
    assert "福田" not in supporter.text() + asker.text()  # a word, never a name

    await p.open_own(town, p.ASKER)
    await p.press(town, p.ASKER, "peer_support.more")
    await p.press(town, p.ASKER, "peer_support.consents")
    await p.press(town, p.ASKER, "peer_support.take_back")
    assert "同意しています" not in (await p.open_own(town, p.SUPPORTER)).text()
    assert p.sentences(town, p.SUPERIOR) == []


@p.on_sqlite
async def test_the_same_in_english(town: Town, watch: Watch) -> None:
    await p.ask(town, p.ASKER_IN_ENGLISH, "David Abe")
    await p.slot(town)
    await p.accept(town, p.SUPPORTER_IN_ENGLISH)
    await write(town, "I would like to talk to you", p.ASKER_IN_ENGLISH)
    asker = town.sandbox.person(p.ASKER_IN_ENGLISH)
    assert "It erases itself on 21 September" in asker.text()
    await p.open_own(town, p.SUPPORTER_IN_ENGLISH)
    await p.press(town, p.SUPPORTER_IN_ENGLISH, "peer_support.more")
    supporter = await p.press(town, p.SUPPORTER_IN_ENGLISH, "peer_support.superior_guide")
    assert "advise the person to say so themselves" in supporter.text()


@pytest.mark.parametrize("topic", sorted(PeerSupport.told))
def test_no_topic_of_a_notice_is_one_that_a_superior_could_have(topic: str) -> None:
    hats, _ = PeerSupport.told[topic]

    assert "unit_head" not in hats
    assert "superior" not in topic
