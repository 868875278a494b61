"""The doors: Home of each role, both languages, what happens to typed words, and how short the way in is."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.sandbox.town import Town
from bot.sandbox.words_seen import words_in
from bot.sandbox.workspace import Message
from tests.journeys import people as p
from tests.journeys.watch import Watch, actions

CANARY = "K7QZ4TWX9M"
START, WRITE_DOWN, REPORTS = "peer_support.start", "peer_support.write_down", "peer_support.reports"
AWAY, LOAD = "peer_support.away", "peer_support.load"
ADVICE, PRACTISE = "peer_support.advice", "peer_support.practise"
ASKERS = {START}
SUPPORTERS = ASKERS | {WRITE_DOWN, AWAY, LOAD, ADVICE, PRACTISE}


def home_words(town: Town, person: str) -> str:
    """What stands on somebody's Home tab."""
    return "\n".join(words_in((town.sandbox.person(person).home or {"blocks": []})["blocks"]))


@pytest.mark.parametrize(
    ("person", "doors"),
    [
        (p.ASKER, ASKERS),
        (p.SUPPORTER, SUPPORTERS),
        (p.HQ_SUPPORTER, SUPPORTERS),
        (p.WELFARE_HEAD, ASKERS | {REPORTS}),
        (p.COORDINATOR, ASKERS),
        (p.DIGEST_READER, ASKERS),
        (p.ADVISER, {AWAY}),  # a guest never asks (G6)
    ],
)
@p.on_sqlite
async def test_each_role_finds_its_own_doors_on_home(town: Town, watch: Watch, person: str, doors: set[str]) -> None:
    who = await p.go_home(town, person)
    found = actions(who.home or {"blocks": []})
    assert {action for action in found if action.startswith("peer_support.")} == doors
    assert "home.help" in found


@p.on_sqlite
async def test_a_plain_guest_reads_the_phone_number_and_a_closed_account_nothing(town: Town) -> None:
    guest = await p.go_home(town, p.GUEST)
    assert town.program.casework.policy.contacts[0].phone in home_words(town, p.GUEST)
    assert not {action for action in actions(guest.home or {"blocks": []}) if action.startswith("peer_support.")}
    closed = await p.go_home(town, p.DEACTIVATED)
    assert closed.home is None
    for person, sentence in ((p.GUEST, p.NOT_SHOWN), (p.DEACTIVATED, "このアカウントは、いまはお使いになれません")):
        await p.press_forged(town, person, START)
        who = town.sandbox.person(person)
        if "supporter" in {block.get("block_id") for block in (who.modal or {"blocks": []})["blocks"]}:
            chosen = p.option(who.modal or {}, "supporter", "林 さくら")
            await who.submit({"topic": "work", "supporter": chosen, "means": "phone"})
            await town.sandbox.quiet()
        assert sentence in who.text()
    assert await p.route(town) == p.DESTROYED


@p.on_sqlite
async def test_home_tells_that_something_waits_but_never_what(town: Town, watch: Watch) -> None:
    await p.go_home(town, p.DIGEST_READER)
    everybody_reads = home_words(town, p.DIGEST_READER).split("\n")
    await p.ask(town, message=CANARY)
    await p.slot(town)
    await p.swear(town, p.SUPPORTER)
    for person, other in ((p.ASKER, "林 さくら"), (p.SUPPORTER, "石川 葵")):
        who = await p.go_home(town, person)
        assert "peer_support.case" in actions(who.home or {})
        told = "\n".join(line for line in home_words(town, person).split("\n") if line not in everybody_reads)
        assert [word for word in (CANARY, other, "電話", "職場のこと") if word in told] == []
    before = home_words(town, p.ASKER)
    await p.accept(town, p.SUPPORTER)
    await p.go_home(town, p.ASKER)
    assert home_words(town, p.ASKER) != before
    assert "林" not in home_words(town, p.ASKER)


@p.on_sqlite
async def test_a_confirmed_adviser_is_asked_like_a_colleague(town: Town, watch: Watch) -> None:
    """A guest acts under a confirmed appointment only (G6, P2)."""

    def confirm(unit: Any) -> None:
        held = unit.roster.held_by(p.ADVISER)
        unit.roster.save_appointments(replace(one, checked_on=date(2026, 9, 4)) for one in held)

    await town.program.store.run(confirm)
    await p.ask(town, supporter="木村 奈緒", message=CANARY)
    await p.slot(town)
    adviser = await p.open_notice(town, p.ADVISER)
    assert CANARY in adviser.text()
    await p.press(town, p.ADVISER, "peer_support.accept")
    await p.slot(town)
    assert "木村 奈緒さんが引き受けました" in (await p.open_notice(town, p.ASKER)).text()
    await p.open_own(town, p.ADVISER)
    await p.press(town, p.ADVISER, "peer_support.end")
    assert "ご本人にお知らせします" in adviser.text()
    assert "peer_support.record" not in str(adviser.modal)  # an adviser's report is another one (Yam 11(2))


@p.on_sqlite
async def test_from_home_to_sent_there_are_three_screens(town: Town, watch: Watch) -> None:
    await p.ask(town)
    assert watch.titles(p.ASKER) == ["話を聞いてもらう", "送りました"]  # and Home before them (G5)
    optional = {b["block_id"] for b in watch.screens[p.ASKER][0]["blocks"] if b.get("optional")}
    assert "message" in optional
    await p.press_forged(town, p.ASKER, "home.help")
    assert "119" in town.sandbox.person(p.ASKER).text()


@p.on_sqlite
async def test_typed_words_get_one_neutral_answer_and_are_kept_nowhere(
    town: Town, watch: Watch, tmp_path: Path
) -> None:
    who = town.sandbox.person(p.ASKER)
    for words in (CANARY, f"{CANARY} again", "まだ"):
        await who.type_message(words)
        await town.settle()
    (answer,) = [message for message in who.messages if message.author == "app"]
    assert answer.text.startswith("ここに書いた文は、Slackに残ります")
    assert [e["action_id"] for b in answer.blocks for e in b.get("elements", ()) if "action_id" in e] == ["open"]
    assert CANARY not in str(answer.blocks)

    await p.press(town, p.ASKER, "open")
    assert START in actions(who.modal or {"blocks": []})
    await p.press(town, p.ASKER, START)
    assert watch.titles(p.ASKER)[-1] == "話を聞いてもらう"
    assert CANARY.encode() not in stored_in(tmp_path)


def stored_in(folder: Path) -> bytes:
    """Every byte of the database and its log."""
    return b"".join(file.read_bytes() for file in folder.glob("madoguchi.db*"))


@p.on_sqlite
async def test_a_file_gets_an_answer_of_its_own(town: Town, watch: Watch) -> None:
    message = Message(town.sandbox.workspace.next_ts(), "person", CANARY, [])
    envelope = town.sandbox.payloads.message(p.ASKER, message)
    file = {"id": "F0FILE", "name": f"{CANARY}.pdf"}
    town.sandbox.send_event({**envelope["event"], "subtype": "file_share", "files": [file]})
    await town.sandbox.quiet()
    await town.settle()
    (sentence,) = p.sentences(town, p.ASKER)
    assert sentence.startswith("ファイルは受け取れません")


@p.on_sqlite
async def test_an_english_reader_goes_the_whole_way_in_english(town: Town, watch: Watch) -> None:
    """What is not in the reader's language is found by the watch; here both sides of everything are visited."""
    asker, supporter = p.ASKER_IN_ENGLISH, p.SUPPORTER_IN_ENGLISH
    await p.ask(town, asker, "David Abe")
    await p.slot(town)
    await p.step_aside(town, supporter, "away")
    await p.slot(town)
    await p.open_notice(town, asker)
    await p.choose(town, asker, "森 彩香")
    await town.step_by(days=4)
    await p.open_notice(town, asker)
    await p.press(town, asker, "peer_support.withdraw")
    await p.ask(town, asker, "David Abe")
    await p.slot(town)
    await p.accept(town, supporter)
    await p.open_own(town, asker)
    await p.open_own(town, supporter)
    await p.press(town, supporter, "home.help")
    await p.end(town, supporter)
    await p.slot(town)
    await p.open_own(town, asker)
    await p.press(town, asker, "peer_support.forget")
    await town.step(p.at(2026, 10, 11, 9, 0))
    who = await p.send_month(town, supporter)
    assert "has been reported" in who.text()
    assert "cannot be shown" not in watch.text(asker) + watch.text(supporter)
    assert "There is news for you" in p.sentences(town, asker)
