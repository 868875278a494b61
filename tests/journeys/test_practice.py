"""A practice request (P11): it looks and works like one, nobody hears of it, nothing is counted, nothing is left."""

import pytest

from bot.sandbox.persons import Driver
from bot.sandbox.town import Town
from bot.store.models import CaseRow, DeadlineRow, OutboxRow
from tests.journeys import people as p
from tests.journeys.watch import Watch


async def practise(town: Town, person: str = p.SUPPORTER) -> Driver:
    """Home, practise; the oath is given where it is asked."""
    await p.go_home(town, person)
    who = await p.press(town, person, "peer_support.practise")
    if "home.swear" in str(who.modal):
        await p.press(town, person, "home.swear")
        await p.go_home(town, person)
        who = await p.press(town, person, "peer_support.practise")
    return who


async def has_one(town: Town, person: str = p.SUPPORTER) -> bool:
    return '"peer_support.practice"' in str((await p.go_home(town, person)).home).replace("'", '"')


async def test_it_looks_like_a_request_and_goes_to_its_end_without_anybody_hearing_of_it(
    town: Town, watch: Watch
) -> None:
    supporter = await practise(town)
    for words in (
        "【練習】",
        "練習の相談者さんから、話を聞いてほしいというお願いです",
        "いましていただきたい三つのこと",
    ):
        assert words in supporter.text()
    assert "伝えておきたいこと" in supporter.text()

    await p.press(town, p.SUPPORTER, "peer_support.practice_accept")
    assert "【練習】練習なので、だれにも知らせていません" in supporter.text()
    assert await has_one(town)
    await p.press(town, p.SUPPORTER, "peer_support.practice")
    assert "ひと区切りついた" in supporter.text()
    assert "件：0件" in str(supporter.home)  # the own load does not count it
    await p.press(town, p.SUPPORTER, "peer_support.practice_end")
    assert "練習では何も記録されません" in supporter.text()

    await town.step_by(days=10)
    assert not await has_one(town)
    assert [row for row in await p.rows(town, OutboxRow) if row.klass != "announcement"] == []
    members = set(town.sandbox.workspace.members) - {p.DIGEST_READER}  # who has a digest meanwhile
    assert [said for member in members for said in p.sentences(town, member)] == []
    assert await p.route(town) == p.DESTROYED
    assert await p.rows(town, CaseRow, kind="month") == []


@p.on_sqlite
async def test_stepping_aside_asks_for_a_reason_and_keeps_none(town: Town) -> None:
    supporter = await practise(town)
    await p.press(town, p.SUPPORTER, "peer_support.practice_aside")
    await supporter.submit({"reason": "own_load"})
    await town.sandbox.quiet()
    assert "だれにも知らせていません" in supporter.text()
    assert await p.route(town) == p.DESTROYED
    assert not await has_one(town)


@p.on_sqlite
async def test_one_at_a_time_and_the_open_one_is_shown_again(town: Town) -> None:
    await practise(town)
    supporter = await practise(town)
    assert "練習の相談者" in supporter.text()
    assert len(await p.rows(town, CaseRow, kind="practice")) == 1


@p.on_sqlite
async def test_it_can_be_started_again_and_by_another_at_any_time(town: Town) -> None:  # P11
    await practise(town)
    await p.press(town, p.SUPPORTER, "peer_support.practice_aside")
    await town.sandbox.person(p.SUPPORTER).submit({"reason": "own_load"})
    await town.sandbox.quiet()
    for person in (p.SUPPORTER, p.OTHER_SUPPORTER):
        who = await practise(town, person)
        assert "練習の相談者" in who.text()
        assert await has_one(town, person)


@p.on_sqlite
@pytest.mark.parametrize("accepted", [False, True])
async def test_it_vanishes_by_itself(town: Town, accepted: bool) -> None:
    supporter = await practise(town)
    if accepted:
        await p.press(town, p.SUPPORTER, "peer_support.practice_accept")
    await town.step_by(days=5)
    assert await has_one(town)
    await town.step_by(days=2)
    assert not await has_one(town)
    assert await p.route(town) == p.DESTROYED
    assert await p.rows(town, DeadlineRow, kind="practice_over") == []
    assert supporter.messages == []


@p.on_sqlite
async def test_it_is_there_in_english_too(town: Town, watch: Watch) -> None:
    supporter = await practise(town, p.SUPPORTER_IN_ENGLISH)
    assert "[Practice] Nobody has asked for this." in supporter.text()
    await p.press(town, p.SUPPORTER_IN_ENGLISH, "peer_support.practice_accept")
    assert "nobody has been told" in supporter.text()
    await p.go_home(town, p.SUPPORTER_IN_ENGLISH)
    await p.press(town, p.SUPPORTER_IN_ENGLISH, "peer_support.practice")
    await p.press(town, p.SUPPORTER_IN_ENGLISH, "peer_support.practice_end")
    assert not await has_one(town, p.SUPPORTER_IN_ENGLISH)
    assert [row for row in await p.rows(town, OutboxRow) if row.klass != "announcement"] == []


@p.on_sqlite
async def test_nobody_else_can_open_it_and_who_is_no_supporter_cannot_begin_one(town: Town) -> None:
    await practise(town)
    (case,) = await p.rows(town, CaseRow, kind="practice")
    for person in (p.OTHER_SUPPORTER, p.COORDINATOR, p.WELFARE_HEAD):
        who = await p.press_forged(town, person, "peer_support.practice", row=case.id)
        assert "練習の相談者" not in who.text()
    await p.press_forged(town, p.ASKER, "peer_support.practise")
    assert len(await p.rows(town, CaseRow, kind="practice")) == 1


@p.on_sqlite
async def test_a_button_of_a_request_does_nothing_to_a_practice_one(town: Town) -> None:
    await practise(town)
    (case,) = await p.rows(town, CaseRow, kind="practice")
    for kind in ("peer_support.accept", "peer_support.end", "peer_support.case", "peer_support.talk"):
        await p.press_forged(town, p.SUPPORTER, kind, row=case.id)
    (after,) = await p.rows(town, CaseRow, kind="practice")
    assert after.state == "requested"
    assert [row for row in await p.rows(town, OutboxRow) if row.klass != "announcement"] == []
