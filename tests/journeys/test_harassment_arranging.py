"""Day, place and two responders (Aki 7(6)(7)): settled to the end, refused, missed, stepped aside, a term that ends."""

from dataclasses import replace
from datetime import date

from bot.effects import change_offices
from bot.handlers.harassment.rules.ahead import IDLE_END
from bot.rules.cases import Deadline
from bot.rules.people import Role
from bot.sandbox.persons import Driver
from bot.sandbox.town import Town
from bot.store.unit import Unit
from tests.handlers.harassment.cases import (
    ASKER,
    ASKER_IN_ENGLISH,
    DESK,
    ONE,
    OTHER_DESK,
    THIRD,
    TWO,
    put,
    stored,
)  # fmt: skip
from tests.journeys import people as p
from tests.journeys.watch import Watch

NAMES = {ONE: "齋藤 結衣", TWO: "後藤 翼", THIRD: "前田 薫"}
WAITING = "手元にある件"
MEETING = {"day": "2026-09-14", "time": "14:00", "place": "第2会議室 place-canary"}


async def open_matter(town: Town, person: str) -> Driver:
    """Home, then the matter: one's own, or the one in hand; the oath is given where it is asked."""
    who = await p.go_home(town, person)
    await p.press(town, person, "harassment.case")
    if "home.swear" in str(who.modal):
        await p.press(town, person, "home.swear")
    return who


async def propose(town: Town, person: str, *pair: str, **other: str) -> Driver:
    """Open the form of day, place and two responders, and send it."""
    await open_matter(town, person)
    who = await p.press(town, person, "harassment.arrange")
    people = [p.option(who.modal or {}, "responders", NAMES[one]) for one in pair]
    await who.submit({**MEETING, "responders": people, **other})
    await town.sandbox.quiet()
    return who


async def say_yes(town: Town, person: str) -> Driver:
    """One of the two reads the proposal and confirms it."""
    await open_matter(town, person)
    await p.press(town, person, "harassment.arrangement")
    return await p.press(town, person, "harassment.confirm")


@p.on_sqlite
async def test_a_day_is_settled_by_the_persons_wishes_when_all_three_say_yes(town: Town, watch: Watch) -> None:
    wishes = {"days": "wish-canary", "place": "", "means": "in_person", "sex": "women", "nurse": True, "wanted": []}
    case = await put(town, "received", body={"wishes": wishes, "promised_on": "2026-09-08"}, identity={"wished": [TWO]})
    desk = await open_matter(town, DESK)
    await p.press(town, DESK, "harassment.arrange")
    assert "wish-canary" in desk.text()
    assert "女性がよい" in desk.text()
    await propose(town, DESK, TWO, ONE)
    await p.slot(town)
    assert [p.sentences(town, who) for who in (ONE, TWO)] == [[p.duty("9月8日")]] * 2
    assert p.sentences(town, ASKER) == [p.NEWS]

    responder = await say_yes(town, ONE)
    assert "第2会議室" not in responder.text()  # the first screen says where it stands only
    await say_yes(town, TWO)
    asker = await open_matter(town, ASKER)
    assert "9月14日（月） 14:00・第2会議室 place-canary・対面" in asker.text()
    assert "後藤 翼" in asker.text()
    await p.press(town, ASKER, "harassment.confirm")
    assert "話を聞く日が決まりました" in asker.text()
    after = await stored(town, case.id)
    assert after is not None
    assert (after.state, sorted(after.identity["responders"])) == ("arranged", sorted((ONE, TWO)))

    for person in (ASKER, ONE, TWO, DESK):
        assert "canary" not in str(p.sentences(town, person))


@p.on_sqlite
async def test_everybody_is_reminded_and_form_1_is_owed_when_it_has_taken_place(town: Town, watch: Watch) -> None:
    meeting = {**MEETING, "means": "in_person"}
    case = await put(town, "arranging", body={"arrangement": meeting}, identity={"confirmed": [ONE, TWO]})
    await open_matter(town, ASKER)
    await p.press(town, ASKER, "harassment.confirm")
    await town.step(p.at(2026, 9, 11, 12, 0))  # the office day before a Monday is a Friday
    for person in (ASKER, ONE, TWO):
        assert p.arrived(town, person)[-1].startswith("09-11 08:3"), person
        assert p.sentences(town, person)[-1] == p.NEWS

    await open_matter(town, ONE)
    responder = await p.press(town, ONE, "harassment.meet")
    assert "決まった日より前です" in responder.text()
    await town.step(p.at(2026, 9, 14, 16, 0))
    await open_matter(town, ONE)
    await p.press(town, ONE, "harassment.meet")
    after = await stored(town, case.id)
    assert after is not None
    assert after.state == "met"
    await town.step(p.at(2026, 9, 15, 12, 0))
    assert p.sentences(town, TWO)[-1] == p.duty("9月15日")  # form 1, promptly (Aki 7(8))


@p.on_sqlite
async def test_who_passes_over_a_wished_counsellor_gives_a_reason_that_the_person_reads(
    town: Town, watch: Watch
) -> None:  # Aki 7(7)
    await put(town, "received", identity={"requester": ASKER_IN_ENGLISH, "wished": [THIRD]})
    desk = await propose(town, DESK, ONE, TWO, place="Room 2")
    assert "希望された相談員が入っていません" in desk.text()
    await desk.submit({"reason": "away"})
    await town.sandbox.quiet()
    asker = await open_matter(town, ASKER_IN_ENGLISH)
    assert "Why a counsellor cannot: Away at that time" in asker.text()

    await open_matter(town, ONE)
    await p.press(town, ONE, "harassment.arrangement")
    responder = await p.press(town, ONE, "harassment.refuse")
    await responder.submit({"reason": "own_load"})
    await town.sandbox.quiet()
    assert WAITING not in str((await p.go_home(town, ONE)).home)
    asker = await open_matter(town, ASKER_IN_ENGLISH)
    assert "Away at that time, Busy with other consultations" in asker.text()
    desk = await open_matter(town, DESK)
    await p.press(town, DESK, "harassment.arrange")
    assert NAMES[ONE] not in str(desk.modal)


@p.on_sqlite
async def test_a_missed_promise_is_told_at_opening_with_a_number_and_ways_on(town: Town, watch: Watch) -> None:
    await put(town, "arranging", identity={"confirmed": [ONE, TWO]})
    await open_matter(town, ASKER)
    asker = await p.press(town, ASKER, "harassment.ask_other")
    await asker.submit({"what": ["day"], "text": "other-canary"})
    await town.sandbox.quiet()
    assert "9月8日（火）までに" in asker.text()
    await p.slot(town)
    assert p.sentences(town, DESK)[-1] == p.duty("9月8日")

    await town.step(p.at(2026, 9, 8, 16, 0))
    assert p.sentences(town, ASKER) == []
    assert len(p.sentences(town, DESK)) == 3  # the request, after four working hours, the next morning
    await town.step(p.at(2026, 9, 9, 12, 0))
    assert p.arrived(town, ASKER)[-1].startswith("09-09 08:3")  # at opening, not in the evening (G13)
    asker = await open_matter(town, ASKER)
    assert "お待たせして申し訳ありません" in asker.text()
    assert "（加藤 美咲 2012、小林 健 2011）" in asker.text()  # who has it, and nobody else's number
    assert "harassment.choose_door" in str(asker.modal)
    assert "harassment.withdraw" in str(asker.modal)
    await p.press(town, ASKER, "harassment.wait")
    assert "9月10日（木）までに" in asker.text()
    desk = await open_matter(town, DESK)
    await p.press(town, DESK, "harassment.arrange")
    assert "other-canary" in desk.text()


@p.on_sqlite
async def test_a_responder_steps_aside_in_the_middle_and_sees_nothing_from_then_on(town: Town, watch: Watch) -> None:
    case = await put(town, "arranged")
    await open_matter(town, ONE)
    await p.press(town, ONE, "harassment.step_aside")
    assert WAITING not in str((await p.go_home(town, ONE)).home)
    forged = await p.press_forged(town, ONE, "harassment.case", row=case.id)
    assert p.NOT_SHOWN in forged.text()
    asker = await open_matter(town, ASKER)
    assert "対応するはずだった人が、この件から外れました" in asker.text()
    await p.slot(town)
    assert p.sentences(town, DESK) == p.sentences(town, OTHER_DESK) == [p.duty("9月8日")]

    await propose(town, DESK, TWO, THIRD)
    for person in (TWO, THIRD):
        await say_yes(town, person)
    await open_matter(town, ASKER)
    await p.press(town, ASKER, "harassment.confirm")
    after = await stored(town, case.id)
    assert after is not None
    assert (after.state, after.identity["responders"]) == ("arranged", [TWO, THIRD])


@p.on_sqlite
async def test_after_form_1_the_other_responder_names_somebody_in_the_same_place(town: Town, watch: Watch) -> None:
    case = await put(town, "reported")
    await open_matter(town, ONE)
    await p.press(town, ONE, "harassment.more")
    await p.press(town, ONE, "harassment.step_aside")
    await p.slot(town)
    assert p.sentences(town, ASKER) == [p.NEWS]
    asker = await open_matter(town, ASKER)
    assert "もう1人が続け" in asker.text()

    await open_matter(town, TWO)
    other = await p.press(town, TWO, "harassment.take_place")
    assert NAMES[ONE] not in str(other.modal)
    await other.submit({"responders": p.option(other.modal or {}, "responders", NAMES[THIRD])})
    await town.sandbox.quiet()
    after = await stored(town, case.id)
    assert after is not None
    assert (after.state, after.identity["responders"]) == ("reported", [TWO, THIRD])
    assert WAITING in str((await p.go_home(town, THIRD)).home)


@p.on_sqlite
async def test_when_a_term_ends_another_responder_is_found_and_the_renewed_one_goes_on(town: Town) -> None:
    case = await put(town, "arranged")

    def release(unit: Unit) -> None:
        held = [a for who in (ONE, TWO) for a in unit.roster.held_by(who) if a.role is Role.COUNSELLOR]
        today = date(2026, 9, 7)
        ended = [replace(a, released_on=today) for a in held]
        again = [replace(a, id=f"{a.id}-again", starts_on=today) for a in held if a.person == TWO]
        change_offices(unit, town.program.casework.flows, (*ended, *again))

    await town.program.store.run(release)
    await p.slot(town)
    after = await stored(town, case.id)
    assert after is not None
    assert (after.state, after.identity["responders"]) == ("received", [TWO])
    assert WAITING not in str((await p.go_home(town, ONE)).home)
    await p.slot(town)
    assert p.sentences(town, DESK) == [p.duty("9月8日")]


@p.on_sqlite
async def test_the_nurse_is_there_only_when_the_person_agrees_and_reads_what_they_allow(
    town: Town, watch: Watch
) -> None:
    case = await put(town, "arranged")
    await open_matter(town, ONE)
    await p.press(town, ONE, "harassment.more")
    await p.press(town, ONE, "harassment.invite_nurse")
    await p.slot(town)
    assert WAITING not in str((await p.go_home(town, "U0OKADA")).home)
    await open_matter(town, ASKER)
    asker = await p.press(town, ASKER, "harassment.answer_nurse")
    assert "岡田 千春" in asker.text()
    await asker.submit({"answer": "present"})
    await town.sandbox.quiet()
    nurse = await open_matter(town, "U0OKADA")
    await p.press(town, "U0OKADA", "harassment.arrangement")
    assert "第2会議室" in nurse.text()
    after = await stored(town, case.id)
    assert after is not None
    assert (after.identity["nurse"], after.body["nurse_agreed"]) == ("U0OKADA", False)


@p.on_sqlite
async def test_what_lies_idle_is_asked_about_and_then_erased(town: Town) -> None:  # G8
    case = await put(town, "arranging", body={"idle_until": "2026-09-08"})
    end = Deadline(case.id, IDLE_END, p.at(2026, 9, 9, 0, 0))
    await town.program.store.run(lambda unit: unit.timetable.set("harassment", [end]))
    for person in (ASKER, ONE):
        who = await open_matter(town, person)
        assert "9月8日（火）までにどなたも押さないときは" in who.text()
        assert "harassment.carry_on" in str(who.modal)
    await town.step(p.at(2026, 9, 9, 12, 0))
    assert WAITING not in str((await p.go_home(town, ONE)).home)
    for person in (ASKER, ONE):
        who = await p.open_notice(town, person)
        assert "終わりました" in who.text()
    left = await stored(town, case.id)
    assert left is None or not left.identity
