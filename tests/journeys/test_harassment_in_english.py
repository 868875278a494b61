"""The harassment flow as people live it whose Slack is English: the way in, and who has no part in it (Aki 4-9, 11).

Whatever is not in English is found by the watch. The end, the committee and its days are in
`test_harassment_late_in_english`. Told in English beside the Japanese journeys, and not again here: a draft over
several days to one counsellor alone (entry); a wished counsellor who is passed over by the desk (arranging); a sheet
put right, and read by the deputy where the head was kept out from the start (sheet); the fact-finding to its outcome
(facts); an extension as the person reads it (committee); taken up again (after).
"""

from dataclasses import replace

import pytest

from bot.handlers.harassment.rules.moves import CONFIRMING, FOUND, HELD, RECEIVED, REFERRED, REPORTED
from bot.sandbox.persons import Driver
from bot.sandbox.town import Town
from tests.handlers.harassment.cases import (
    ASKER,
    CHAIR,
    COUNSELLORS,
    DEPUTY,
    DESK,
    HEAD,
    MEMBERS,
    ONE,
    OTHER_DESK,
    RESPONDENT,
    SECRETARY,
    THIRD,
    TWO,
    put,
    stored,
)  # fmt: skip
from tests.journeys import people as p
from tests.journeys.test_harassment_arranging import NAMES, open_matter, propose
from tests.journeys.test_harassment_committee import ASKED, CLERK, look
from tests.journeys.test_harassment_committee import press as unlocked
from tests.journeys.test_harassment_entry import open_own, start, submit
from tests.journeys.watch import Watch

pytestmark = [p.on_sqlite, pytest.mark.long]  # the same ways are gone in Japanese in every run

NEWS, GONE, WAITING = "There is news for you", "cannot be shown", "A matter in your hands"
ENTRIES = [
    ("happening", "It is happening now", "desk"),
    ("may_happen", "It may happen", "desk"),
    ("not_sure", "I am not sure it is harassment", ONE),
    ("saw", "I saw it happen to somebody", ONE),
    ("told", "Somebody told me", "desk"),
]
ACTING = MEMBERS[3]


async def english(town: Town) -> None:
    """From now on everybody's Slack is English."""
    for person in list(town.sandbox.workspace.members.values()):
        town.sandbox.change_member(replace(person, locale="en-US"))
    await town.sandbox.quiet()


def as_the_policy_has_them(town: Town, watch: Watch) -> None:
    """The numbers of the ways outside are shown as the organisation wrote them, like those of its contacts."""
    numbers = {route.phone for route in town.program.casework.policy.harassment.outside_routes}
    for words in watch.words.values():
        words.difference_update(numbers)


def duty(day: str) -> str:
    """The sentence of a duty."""
    return f"There is a request for you (by {day})"


async def page_by_page(town: Town, entry: str) -> Driver:
    """One line on the first screen, then the pages about it, to the choice of who reads it."""
    who = await start(town, ASKER)
    for said in (
        "its officers read it: 加藤 美咲, 小林 健",
        "reported to 中村 由紀子 as head of general affairs",
        "Your name is not shown to the other side unless you agree",
        "Nobody may be treated worse for having talked about it",
        "by Tuesday 8 September you will have a proposal for the day and the place",
    ):
        assert said in who.text()
    await who.fill({"story": "He shouts at the meetings"})
    await p.press(town, ASKER, "harassment.begin")
    await p.press(town, ASKER, "2  What it is about")
    await submit(town, who, entry=entry, kinds=["mental"])
    await submit(town, who, when="since May", **({"affected": "U0HAYASHI"} if entry in ("saw", "told") else {}))
    await submit(town, who, days="mornings")
    await submit(town, who, named="hidden")
    return await p.press(town, ASKER, "harassment.finish")


@pytest.mark.parametrize(("entry", "words", "door"), ENTRIES)
async def test_each_way_of_coming_in_is_sent_and_read_by_who_was_chosen(
    town: Town, watch: Watch, entry: str, words: str, door: str
) -> None:
    await english(town)
    who = await page_by_page(town, entry)
    await submit(town, who, door=door)
    assert ("It was sent to 齋藤 結衣 alone." if door == ONE else "It was sent to the desk.") in who.text()
    assert "read it again, change whom to keep out, or take it back, at any time" in who.text()
    await p.slot(town)

    readers = (ONE,) if door == ONE else (DESK, OTHER_DESK)
    for person in (*COUNSELLORS, DESK, OTHER_DESK, HEAD, CHAIR, RESPONDENT, "U0HAYASHI"):
        assert p.sentences(town, person) == ([duty("8 September")] if person in readers else []), person
    reader = await p.open_notice(town, readers[0])
    await p.press(town, readers[0], "harassment.told")
    for line in (words, "石川 葵", "He shouts at the meetings", "since May", "mornings", "Leave it out"):
        assert line in reader.text()
    assert ("林 さくら" in reader.text()) is (entry in ("saw", "told"))


async def test_on_the_eve_of_a_long_holiday_it_is_taken_with_the_next_opening_and_a_number(
    town: Town, watch: Watch
) -> None:
    await english(town)
    await town.step(p.at(2026, 9, 18, 20, 0))  # Friday; closed from Saturday to Wednesday, 23 September
    who = await start(town, ASKER)
    for said in (
        "The desk is closed now, and you can send this all the same",
        "It will be read when the desk opens on Thursday 24 September at 8:30",
        "By Friday 25 September you will have a proposal",
        "If it cannot wait: Night duty room, 内線 2000",
    ):
        assert said in who.text()
    await submit(town, who, door="desk")
    assert "Thursday 24 September" in who.text()
    await town.step(p.at(2026, 9, 24, 8, 0))
    assert duty("25 September") not in p.sentences(town, DESK)
    await town.step(p.at(2026, 9, 24, 8, 45))
    assert p.sentences(town, DESK)[-1] == p.sentences(town, OTHER_DESK)[-1] == duty("25 September")
    assert duty("25 September") not in p.sentences(town, HEAD)


async def test_the_wished_counsellor_cannot_and_the_person_reads_why(town: Town, watch: Watch) -> None:
    await english(town)
    case = await put(town, RECEIVED, identity={"wished": [ONE]})
    await propose(town, DESK, ONE, TWO, place="Room 2")
    await open_matter(town, ONE)
    await p.press(town, ONE, "harassment.arrangement")
    one = await p.press(town, ONE, "harassment.refuse")
    assert "Please choose a reason. The person reads it." in one.text()
    await submit(town, one, reason="too_close")
    assert "You no longer see this matter as a responder." in one.text()
    assert WAITING not in str((await p.go_home(town, ONE)).home)

    asker = await open_matter(town, ASKER)
    assert "Why a counsellor cannot: Too close to somebody involved to be fair" in asker.text()
    assert "day, a place and two people to listen are being settled by your wishes" in asker.text()
    desk = await open_matter(town, DESK)
    await p.press(town, DESK, "harassment.arrange")
    assert "Counsellors wished for\n齋藤 結衣" in desk.text()  # what was wished stays in sight
    assert NAMES[ONE] not in listed(desk, "responders")
    after = await stored(town, case.id)
    assert after is not None
    assert (after.state, ONE in after.handlers) == (RECEIVED, False)


async def test_the_head_is_accused_and_the_deputy_has_it_from_then_on(town: Town, watch: Watch) -> None:
    await english(town)
    case = await put(town, REPORTED)
    await open_matter(town, HEAD)
    await open_own(town, ASKER)
    await p.press(town, ASKER, "harassment.more")
    asker = await p.press(town, ASKER, "harassment.exclude")
    assert "It takes effect at once. Whoever is kept out is not told." in asker.text()
    assert "has no part in this at all: not in any list, not in any message" in asker.text()
    await submit(town, asker, excluded=[HEAD])
    assert "head of general affairs (or the deputy) who received it decides what comes next" in asker.text()
    await p.slot(town)

    head = await p.press(town, HEAD, "harassment.read_sheet")  # the screen as it stood
    assert GONE in head.text()
    assert WAITING not in str((await p.go_home(town, HEAD)).home)
    assert p.sentences(town, DEPUTY) == [NEWS]
    deputy = await p.open_notice(town, DEPUTY)
    assert "Please read the intake sheet and order the two responders to look into the facts" in deputy.text()
    await unlocked(town, DEPUTY, "harassment.read_sheet")
    assert "facts-canary" in deputy.text()
    assert [p.sentences(town, who) for who in (HEAD, DESK, SECRETARY, CHAIR)] == [[], [], [], []]
    after = await stored(town, case.id)
    assert after is not None
    assert (after.identity["recipient"], HEAD in after.handlers) == (DEPUTY, False)


async def test_head_and_deputy_are_accused_nothing_is_sent_and_that_is_said(town: Town, watch: Watch) -> None:
    await english(town)
    case = await put(town, CONFIRMING, identity={"excluded": [HEAD, DEPUTY]})
    await open_own(town, ASKER)
    await p.press(town, ASKER, "harassment.read_sheet")
    asker = await p.press(town, ASKER, "harassment.preview")
    assert "There is nobody in the organisation just now who may receive this." in asker.text()
    assert "It is sent to nobody and stays with the two who listened." in asker.text()
    await p.press(town, ASKER, "I have checked it")
    assert "It was sent to nobody. Every day it is looked at again whether somebody may." in asker.text()
    assert "Equity commission, working conditions" in asker.text()
    await p.slot(town)

    one = await p.open_notice(town, ONE)
    assert "Nobody may receive it, so it was sent to nobody." in one.text()
    await town.step(p.at(2026, 9, 9, 10, 0))
    assert [p.sentences(town, who) for who in (HEAD, DEPUTY, CHAIR, DESK)] == [[], [], [], []]
    after = await stored(town, case.id)
    assert after is not None
    assert (after.state, "reported_on" in after.body) == (HELD, False)
    as_the_policy_has_them(town, watch)


async def test_the_chair_is_accused_members_elect_one_who_names_another_clerk(town: Town, watch: Watch) -> None:
    await english(town)
    case = await put(town, FOUND, body=ASKED, identity={"excluded": [CHAIR]})
    await look(town, HEAD, "harassment.case")
    await unlocked(town, HEAD, "harassment.refer")
    await p.slot(town)
    for person in MEMBERS[2:5]:
        assert duty("10 September") in p.sentences(town, person), person
        who = await look(town, person, "harassment.case")
        await unlocked(town, person, "harassment.elect")
        assert "Everybody has one vote, and may vote for themselves." in who.text()
        assert "Nobody sees who voted for whom." in who.text()
        assert "田中 誠一" not in str(who.modal)
        await submit(town, who, candidate=ACTING)

    acting = await look(town, ACTING, "harassment.case")
    await p.press(town, ACTING, "harassment.name_clerk")
    assert "Those who may take no part, and who works under them, are not in the list." in acting.text()
    for out in (CHAIR, SECRETARY, DESK, ASKER, ONE):
        assert out not in str(acting.modal), out
    await submit(town, acting, clerk=CLERK)
    await p.slot(town)
    assert duty("6 November") in p.sentences(town, CLERK)
    assert "The last day is Friday 6 November" in (await look(town, CLERK, "harassment.case")).text()
    assert "The committee has until Friday 6 November." in (await open_own(town, ASKER)).text()
    for person in (CHAIR, SECRETARY, DESK):
        assert p.sentences(town, person) == [], person
        assert WAITING not in str((await p.go_home(town, person)).home), person
    after = await stored(town, case.id)
    assert after is not None
    assert (after.state, after.identity["acting_chair"], after.identity["clerk"]) == (REFERRED, ACTING, CLERK)


async def test_without_any_counsellor_nothing_is_sent_and_the_ways_outside_are_shown(town: Town, watch: Watch) -> None:
    await english(town)
    who = await start(town, ASKER)
    await submit(town, who, kept_out=["counsellors"], door="desk", story="what I wrote")
    assert "nobody is left in the organisation who may take it" in who.text()
    assert "Nothing was sent from here, and what you wrote is still there." in who.text()
    assert "Keeping fewer people out may help, but you need not." in who.text()
    for outside in ("Equity commission, working conditions", "Labour advice corner", "#9110"):
        assert outside in who.text()
    await who.close()
    assert "what I wrote" in str(who.values)
    await p.slot(town)
    assert await p.route(town) == p.DESTROYED
    assert {one for one in (*COUNSELLORS, DESK, OTHER_DESK, HEAD) if p.sentences(town, one)} == set()
    as_the_policy_has_them(town, watch)


async def test_a_responder_steps_aside_in_the_middle_and_another_takes_the_place(town: Town, watch: Watch) -> None:
    await english(town)
    case = await put(town, REPORTED)
    await open_matter(town, ONE)
    await p.press(town, ONE, "harassment.more")
    one = await p.press(town, ONE, "harassment.step_aside")
    assert "You see nothing of it and are told of nothing." in one.text()
    assert "What you have learned stays secret, from now on too (regulation, article 11)." in one.text()
    await p.slot(town)
    assert p.sentences(town, ASKER) == [NEWS]
    asker = await p.open_notice(town, ASKER)
    assert "One of the two has left this matter. The other goes on and is choosing another counsellor." in asker.text()

    await open_matter(town, TWO)
    two = await p.press(town, TWO, "harassment.take_place")
    assert "Whoever is chosen will be able to read this matter. The person is told of the change." in two.text()
    assert NAMES[ONE] not in str(two.modal)
    await submit(town, two, responders=p.option(two.modal or {}, "responders", NAMES[THIRD]))
    await p.slot(town)
    assert p.sentences(town, ASKER) == [NEWS, NEWS]
    assert WAITING in str((await p.go_home(town, THIRD)).home)
    assert GONE in (await p.press_forged(town, ONE, "harassment.case", case.id)).text()
    after = await stored(town, case.id)
    assert after is not None
    assert (after.state, after.identity["responders"]) == (REPORTED, [TWO, THIRD])


def listed(who: Driver, block_id: str) -> str:
    """What can be chosen in a field of the form on top."""
    return str([block for block in (who.modal or {})["blocks"] if block.get("block_id") == block_id])
