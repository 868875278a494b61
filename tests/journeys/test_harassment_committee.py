"""The committee from the person's wish to the end of the measures, as each of them meets it (Aki 8(2), 9, 10, 12)."""

from typing import Any

from bot.handlers.harassment.rules.moves import CLOSING, FOUND, PROPOSED, REFERRED, REPORTED
from bot.rules.cases import Case
from bot.rules.people import Role
from bot.sandbox.persons import Driver
from bot.sandbox.town import Town
from tests.handlers.harassment.cases import (
    ASKER,
    ASKER_IN_ENGLISH,
    CHAIR,
    DEPUTY,
    DESK,
    HEAD,
    MEMBERS,
    ONE,
    SECRETARY,
    TWO,
    put,
    stored,
)  # fmt: skip
from tests.journeys import people as p

pytestmark = p.on_sqlite

MINE, WAITING = "自分の件を見る", "手元にある件"
ASKED = {"committee_requested_on": "2026-09-07"}
ACTING = MEMBERS[3]
CLERK = "U0MIURA"  # works under nobody of the staff section


async def look(town: Town, person: str, row: str = WAITING) -> Driver:
    """Home, the one matter there; the oath where it is asked."""
    await p.go_home(town, person)
    who = await p.press(town, person, row)
    if "home.swear" in str(who.modal):
        await p.press(town, person, "home.swear")
    return who


async def press(town: Town, person: str, what: str) -> Driver:
    """Press what may stand behind the second factor."""
    who = await p.press(town, person, what)
    if (who.modal or {}).get("callback_id") == "step_up.enter":
        await send(town, who, {"code": await who.code()})
    return who


async def send(town: Town, who: Driver, values: dict[str, Any] | None = None) -> Driver:
    await who.submit(values or {})
    await town.sandbox.quiet()
    return who


async def ask_for_it(town: Town, person: str = ASKER, row: str = MINE) -> Driver:
    """The person asks for the committee."""
    await look(town, person, row)
    await p.press(town, person, "harassment.more")
    return await p.press(town, person, "harassment.request_committee")


async def refer(town: Town, head: str = HEAD) -> None:
    await look(town, head)
    await press(town, head, "harassment.refer")
    await p.slot(town)


async def now(town: Town, case: Case) -> Case:
    found = await stored(town, case.id)
    assert found is not None
    return found


async def test_only_the_person_brings_it_before_the_committee_and_reads_first_who_sits_there(town: Town) -> None:
    case = await put(town, FOUND)
    head = await look(town, HEAD)
    assert "harassment.refer" not in str(head.modal)
    asker = await ask_for_it(town)
    for seen in (
        "総務部長：田中 誠一",
        "社会環境課の職員：松田 茂",
        "小林 健",
        "60日以内",
        "庶務は、会議の記録と提言を読みます",
    ):
        assert seen in asker.text(), seen
    await send(town, asker)
    assert "付託する番です" in asker.text()
    await p.slot(town)
    assert p.sentences(town, HEAD) == [p.duty("9月9日")]

    await refer(town)
    assert (await now(town, case)).body["committee_due_on"] == "2026-11-06"  # the 60th day (Civil Code 140)
    for person in (CHAIR, *MEMBERS[2:], SECRETARY):
        assert p.duty("11月6日") in p.sentences(town, person), person
    assert "11月6日（金）" in (await look(town, ASKER, MINE)).text()


async def test_a_case_to_its_proposal_on_day_60(town: Town) -> None:
    await put(town, FOUND, body=ASKED)
    await refer(town)
    member = await look(town, MEMBERS[3])
    await press(town, MEMBERS[3], "harassment.sit")
    await send(town, member, {"attended": list(MEMBERS[:4]), "heard": "heard-canary", "minutes": "minutes-canary"})
    keeper = await look(town, SECRETARY)
    await press(town, SECRETARY, "harassment.committee_file")
    await p.press(town, SECRETARY, "9月7日（月）の会議")
    assert "minutes-canary" in keeper.text()
    assert "heard-canary" in keeper.text()

    await town.step(p.at(2026, 11, 6, 10, 0))
    nudged = {person: p.sentences(town, person).count(p.duty("11月6日")) for person in (CHAIR, SECRETARY, MEMBERS[3])}
    assert nudged == {CHAIR: 5, SECRETARY: 5, MEMBERS[3]: 1}  # the referral, then 30, 14, 7 and 1 days left
    chair = await look(town, CHAIR)
    await press(town, CHAIR, "harassment.propose")
    await send(town, chair, {"text": "proposal-canary", "told": "told-canary"})
    before = {person: len(p.sentences(town, person)) for person in (ASKER, ONE, TWO)}
    await p.slot(town)
    for person, row in ((ASKER, MINE), (ONE, WAITING), (TWO, WAITING)):
        assert p.sentences(town, person)[before[person] :] == [p.NEWS], person
        who = await look(town, person, row)
        await p.press(town, person, "harassment.committee_notice")
        assert "told-canary" in who.text()
        assert "proposal-canary" not in who.text()


async def test_the_measures_are_entered_ticked_and_ended_and_the_person_reads_what_concerns_them(town: Town) -> None:
    case = await put(town, PROPOSED)
    keeper = await look(town, SECRETARY)
    await p.press(town, SECRETARY, "harassment.decide")
    await send(town, keeper, {"kinds": ["discipline", "transfer"], "look_again_on": "2026-09-15"})
    asker = await look(town, ASKER, MINE)
    await p.press(town, ASKER, "harassment.committee_notice")
    assert "引き離すための配置転換" in asker.text()
    assert "懲戒" not in asker.text()
    await town.step(p.at(2026, 9, 15, 9, 0))
    assert p.sentences(town, SECRETARY)[-1].startswith("お願いがあります")
    keeper = await look(town, SECRETARY)
    assert "harassment.close_measures" not in str(keeper.modal)
    await p.press(town, SECRETARY, "harassment.follow_up")
    await send(town, keeper, {"done": ["0", "1"]})
    await p.press(town, SECRETARY, "harassment.close_measures")
    await p.slot(town)
    assert (await now(town, case)).state == CLOSING
    assert "対応が終わりました" in (await look(town, ASKER, MINE)).text()
    for person in (SECRETARY, CHAIR):
        assert WAITING not in str((await p.go_home(town, person)).home)


async def test_a_case_that_takes_longer_is_extended_with_its_reason_and_both_sides_hear_it_at_once(town: Town) -> None:
    case = await put(town, REPORTED, body=ASKED, identity={"requester": ASKER_IN_ENGLISH})
    await refer(town)
    await town.step(p.at(2026, 11, 6, 17, 0))
    before = len(p.sentences(town, ASKER_IN_ENGLISH))

    await town.step(p.at(2026, 11, 11, 12, 0))  # the limit was Friday the 6th
    assert p.sentences(town, ASKER_IN_ENGLISH)[before:] == ["There is news for you"]  # once, at the opening (G13)
    assert p.sentences(town, CHAIR)[-3:] == [p.duty("11月9日"), p.duty("11月10日"), p.duty("11月11日")]
    asker = await look(town, ASKER_IN_ENGLISH, "Look at my matter")
    assert "neither a proposal nor word of an extension" in asker.text()
    assert "内線 2012" in asker.text()

    chair = await look(town, CHAIR)
    await press(town, CHAIR, "harassment.committee_file")
    await p.press(town, CHAIR, "harassment.extend")
    await send(town, chair, {"until": "2026-12-25", "reason": " "})
    assert "理由を書いてください" in chair.text()
    await send(town, chair, {"reason": "reason-canary"})
    told = {person: len(p.sentences(town, person)) for person in (ASKER_IN_ENGLISH, ONE, TWO)}
    await p.slot(town)
    assert {person: len(p.sentences(town, person)) - n for person, n in told.items()} == dict.fromkeys(told, 1)
    asker = await look(town, ASKER_IN_ENGLISH, "Look at my matter")
    assert "now has until Friday 25 December" in asker.text()
    await p.press(town, ASKER_IN_ENGLISH, "Read the committee’s notice")
    assert "reason-canary" in asker.text()

    since = len(p.sentences(town, CHAIR))
    await town.step(p.at(2026, 12, 24, 18, 0))
    assert p.sentences(town, CHAIR)[since:].count(p.duty("12月25日")) == 4
    assert (await now(town, case)).state == REFERRED


async def test_after_a_standstill_the_limit_is_said_once_and_a_member_can_still_step_out(town: Town) -> None:
    case = await put(town, FOUND, body=ASKED)
    await refer(town)
    before = {person: len(p.sentences(town, person)) for person in (ASKER, CHAIR, SECRETARY)}
    town.clock.move_to(p.at(2026, 11, 20, 10, 0))  # no reminder left on its own day
    await town.settle()
    await p.slot(town)
    news = {person: p.sentences(town, person)[n:] for person, n in before.items()}
    assert news[ASKER].count(p.NEWS) == 1
    assert [one for one in news[CHAIR] if "お願い" in one] == [p.duty("11月20日")]
    assert "期日（11月6日（金））を過ぎました" in (await look(town, ASKER, MINE)).text()

    member = await look(town, MEMBERS[5])
    await press(town, MEMBERS[5], "harassment.committee_file")
    await p.press(town, MEMBERS[5], "harassment.recuse")
    assert "この件から外れました" in member.text()
    assert WAITING not in str((await p.go_home(town, MEMBERS[5])).home)
    assert MEMBERS[5] not in (await now(town, case)).handlers


async def chair_accused(town: Town) -> Case:
    """The chair is accused and the committee has the case: three of the five who are left vote for one of them."""
    case = await put(town, FOUND, body=ASKED, identity={"excluded": [CHAIR]})
    await refer(town)
    for person in (HEAD, *MEMBERS[2:]):
        assert p.duty("9月10日") in p.sentences(town, person), person
    for person in MEMBERS[2:5]:
        who = await look(town, person)
        assert "harassment.propose" not in str(who.modal)
        await press(town, person, "harassment.elect")
        assert "田中 誠一" not in str(who.modal)
        await send(town, who, {"candidate": ACTING})
    return case


async def test_where_the_chair_is_accused_the_members_elect_one_who_names_another_clerk(town: Town) -> None:
    case = await chair_accused(town)
    assert (await now(town, case)).identity["acting_chair"] == ACTING
    who = await look(town, ACTING)
    await p.press(town, ACTING, "harassment.name_clerk")
    for out in (CHAIR, SECRETARY, DESK, ASKER, ONE, DEPUTY):  # the deputy works under the chair
        assert out not in str(who.modal), out
    await send(town, who, {"clerk": CLERK})
    await p.slot(town)
    assert p.duty("11月6日") in p.sentences(town, CLERK)
    clerk = await look(town, CLERK)
    await p.press(town, CLERK, "harassment.sit")
    await send(town, clerk, {"attended": [ACTING], "minutes": "minutes-canary"})
    await look(town, ACTING)
    await p.press(town, ACTING, "harassment.propose")
    await send(town, who, {"text": "proposal-canary"})
    await town.step_by(days=8)

    for person in (CHAIR, SECRETARY, DESK):
        assert p.sentences(town, person) == [], person
        assert WAITING not in str((await p.go_home(town, person)).home), person
        for act in ("committee_file", "case", "decide"):
            out = await p.press_forged(town, person, f"harassment.{act}", case.id)
            assert not {"委員と会議の記録", "いまの状況", "市長の判断"} & set(shown(out)), (person, act)
    await look(town, CLERK)
    await p.press(town, CLERK, "harassment.close_measures")
    held = [a for a in await offices(town, CLERK) if a.role is Role.SECRETARIAT]
    assert [a.in_force(town.program.store.house.office.day(town.clock.now())) for a in held] == [False]


def shown(who: Driver) -> list[str]:
    return [modal["title"]["text"] for modal in who.modals]


async def offices(town: Town, person: str) -> list[Any]:
    return await town.program.store.read(lambda unit: list(unit.roster.held_by(person)))
