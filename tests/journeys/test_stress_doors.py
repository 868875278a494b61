"""After the result: the application and its way back, the other doors, the last day, what nobody else sees (Aku 11)."""

import asyncio
from dataclasses import replace

from bot.sandbox.persons import Driver
from bot.sandbox.town import Town
from bot.store.models import CaseRow, ConsentRow
from tests.handlers import forged
from tests.handlers.stress_check.cases import (
    AFFAIRS,
    CLERK,
    EXAMINEE,
    EXAMINEE_IN_ENGLISH,
    IMPLEMENTER,
    JOINT_CLERK,
    OTHER,
    PHYSICIAN,
    PLANNER,
    check_now,
    in_office,
    put_check,
    put_interview,
    put_round,
    stored,
)
from tests.journeys import people as p
from tests.journeys.watch import Watch

CASE, TALK, APPLY, WISH = "stress_check.case", "stress_check.talk", "stress_check.apply_form", "stress_check.wish_form"
CALM = OTHER
CANARY = "木曜の午後が都合よいです"


async def told(town: Town) -> None:
    """The results are open: two people are advised to have the interview, one is not."""
    await in_office(town, IMPLEMENTER, JOINT_CLERK, CLERK, AFFAIRS)
    advised = [await put_check(town, "taken", person=one, high=True) for one in (EXAMINEE, EXAMINEE_IN_ENGLISH)]
    await put_check(town, "taken", person=CALM)
    await put_round(town, "told", body={"review": {one.id: True for one in advised}, "takers": 3})


async def talk(town: Town, person: str) -> Driver:
    """Home, one's own result, the one button."""
    await p.go_home(town, person)
    await p.press(town, person, CASE)
    return await p.press(town, person, TALK)


async def apply(town: Town, person: str) -> Driver:
    """From Home to an application that was sent."""
    await talk(town, person)
    who = await p.press(town, person, APPLY)
    await who.submit()
    await town.sandbox.quiet()
    assert not who.errors
    return who


async def with_code(town: Town, person: str, action: str) -> Driver:
    """From Home, with the code that is asked for."""
    await p.go_home(town, person)
    who = await p.press(town, person, action)
    if "step_up" in str(who.modal):
        await who.submit({"code": await who.code()})
        await town.sandbox.quiet()
    return who


async def count(town: Town, kind: str) -> list[str]:
    """The states of all cases of a kind."""
    return sorted(row.state for row in await p.rows(town, CaseRow, flow="stress_check", kind=kind))


@p.on_sqlite
async def test_applying_is_the_consent_and_can_be_taken_back_and_done_again(town: Town, watch: Watch) -> None:
    await told(town)
    who = await talk(town, EXAMINEE)
    assert "ピアサポート" in who.text()
    await p.press(town, EXAMINEE, APPLY)
    for word in (
        "第11条第2項", "小林 健", "人事を担当する職員も含まれます", "一つひとつの回答は、渡りません", "取り消せます",
        "第19条第2号・第3号", "10月7日", "同意して申し出る",
    ):  # fmt: skip
        assert word in who.text(), word
    await asyncio.gather(who.submit(), who.submit(), return_exceptions=True)
    await town.sandbox.quiet()
    assert "申し出を受けとりました" in who.text()
    assert await count(town, "interview") == ["applied"]
    assert len(await p.rows(town, ConsentRow)) == 1
    check = await check_now(town)
    opened = await stored(town, check.body["application"])
    assert opened is not None
    assert set(opened.body) == {"result", "applied_on", "readers", "hold_by"}
    assert opened.handlers == (PHYSICIAN,)

    await p.press(town, EXAMINEE, "取り消す")
    assert "何も渡っていません" in who.text()
    assert await count(town, "interview") == ["withdrawn"]
    assert await p.rows(town, ConsentRow) == []
    assert (await stored(town, opened.id) or check).body == {}
    await p.slot(town)
    assert p.sentences(town, CLERK) == []  # nobody had been told yet, and nobody is

    who = await apply(town, EXAMINEE)
    assert await count(town, "interview") == ["applied", "withdrawn"]
    await p.slot(town)
    for person in (CLERK, JOINT_CLERK):
        assert p.sentences(town, person) == [p.duty("10月7日")]
    assert [word for word in watch.titles(EXAMINEE) if "面接" in word or "高" in word] == []
    assert p.sentences(town, AFFAIRS) == []


@p.on_sqlite
async def test_an_opened_application_is_not_taken_back_and_says_so(town: Town, watch: Watch) -> None:
    await told(town)
    who = await talk(town, EXAMINEE)
    await p.press(town, EXAMINEE, APPLY)
    check = await check_now(town)
    opened = await put_interview(town, check, "applied", body={"opened_on": "2026-09-07"})
    await who.submit()  # in another window it was applied for already
    await town.sandbox.quiet()
    assert "もう受けとっています" in who.text()
    who = await talk(town, EXAMINEE)
    assert "申し出ています" in who.text()
    assert "stress_check.withdraw_application" not in str(who.modal)
    await p.press_forged(town, EXAMINEE, "stress_check.withdraw_application", opened.id, opened.rev)
    assert "この同意は取り消せません" in who.text()
    await p.press_forged(town, EXAMINEE, APPLY, check.id)
    assert "申し出を受けとりました" in who.text()  # an old button: the application as it stands
    assert await count(town, "interview") == ["applied"]


@p.on_sqlite
async def test_in_english_counselling_is_asked_for_and_answered_and_consents_to_nothing(
    town: Town, watch: Watch
) -> None:
    await told(town)
    await talk(town, EXAMINEE_IN_ENGLISH)
    who = await p.press(town, EXAMINEE_IN_ENGLISH, "Ask for counselling")
    for word in ("和田 聡", "nor consent", "Aku 11(3)"):
        assert word in who.text(), word
    await who.submit({"text": "Thursdays"})
    await town.sandbox.quiet()
    assert "You have an answer by" in who.text()
    assert await p.rows(town, ConsentRow) == []
    assert await count(town, "interview") == []
    await p.slot(town)
    told_to = [one for one in (JOINT_CLERK, CLERK, IMPLEMENTER, AFFAIRS, PLANNER) if p.sentences(town, one)]
    assert told_to == [JOINT_CLERK]

    joint = await p.open_notice(town, JOINT_CLERK)
    assert "Thursdays" in joint.text()
    await p.press(town, JOINT_CLERK, "stress_check.answer_wish")
    await joint.submit({"reply": "14:00"})
    await town.sandbox.quiet()
    await p.slot(town)
    assert p.sentences(town, EXAMINEE_IN_ENGLISH) == ["There is news for you"]
    who = await p.open_notice(town, EXAMINEE_IN_ENGLISH)
    assert "14:00" in who.text()
    who = await talk(town, EXAMINEE_IN_ENGLISH)  # answered: one may ask again, and apply as well
    assert "Ask for a clinic" in who.text()
    assert "Apply for the interview" in who.text()


@p.on_sqlite
async def test_a_wish_is_one_at_a_time_and_taken_back_without_a_trace(town: Town, watch: Watch) -> None:
    await told(town)
    check = (await talk(town, EXAMINEE), await check_now(town))[1]
    who = await p.press(town, EXAMINEE, "医療機関の紹介を頼む")
    await who.submit({"text": CANARY})
    await town.sandbox.quiet()
    assert CANARY in who.text()
    await p.press_forged(town, EXAMINEE, WISH, f"{check.id}.counselling")
    assert CANARY in who.text()  # what was asked for already, instead of a second form
    for person in (CLERK, AFFAIRS, PLANNER, p.SUPERIOR, CALM):
        (row,) = await p.rows(town, CaseRow, kind="wish")
        refused = await p.press_forged(town, person, "stress_check.wish_case", row.id)
        assert p.NOT_SHOWN in refused.text()
    await p.go_home(town, EXAMINEE)
    await p.press(town, EXAMINEE, "stress_check.wish_case")
    await p.press(town, EXAMINEE, "取り消す")
    assert "この希望は残っていません" in who.text()
    (row,) = await p.rows(town, CaseRow, kind="wish")
    assert (row.state, row.body, row.identity) == ("withdrawn", None, None)
    await p.slot(town)
    assert p.sentences(town, JOINT_CLERK) == []


@p.on_sqlite
async def test_the_last_day_moves_from_a_closed_one_and_after_it_a_way_is_left(town: Town, watch: Watch) -> None:
    await told(town)
    await town.step(p.at(2026, 9, 10, 9))
    for person in (EXAMINEE, EXAMINEE_IN_ENGLISH):  # received: 30 days on is Saturday 10 October, Monday a holiday
        await p.go_home(town, person)
        await p.press(town, person, CASE)
    who = await talk(town, EXAMINEE)
    assert "10月13日（火）" in who.text()
    await town.step(p.at(2026, 10, 13, 23, 50))
    form = await p.press(town, EXAMINEE, APPLY)
    assert (await check_now(town)).state == "read"
    await apply(town, EXAMINEE_IN_ENGLISH)  # ten minutes before the end
    await town.step(p.at(2026, 10, 14, 0, 10))
    await form.submit()
    await town.sandbox.quiet()
    assert (await check_now(town)).state == "kept"
    assert await count(town, "interview") == ["applied"]

    who = await talk(town, EXAMINEE)
    assert APPLY not in str(who.modal)
    await p.press(town, EXAMINEE, "医師と話したいと伝える")
    assert "佐々木 真" in who.text()
    await who.submit({"text": CANARY})
    await town.sandbox.quiet()
    await town.step(p.at(2026, 10, 14, 9))
    assert p.duty("10月19日") in p.sentences(town, IMPLEMENTER)
    assert p.duty("10月19日") not in p.sentences(town, JOINT_CLERK)
    doctor = await with_code(town, IMPLEMENTER, "stress_check.wishes")
    await p.press(town, IMPLEMENTER, "stress_check.wish_case")
    assert CANARY in doctor.text()
    (wish,) = await p.rows(town, CaseRow, kind="wish")
    other = await p.press_forged(town, JOINT_CLERK, "stress_check.wish_case", wish.id)
    assert p.NOT_SHOWN in other.text()  # a late wish is the implementer's


@p.on_sqlite
async def test_without_advice_no_button_however_old_opens_the_physicians_door(town: Town, watch: Watch) -> None:
    await told(town)
    who = await talk(town, CALM)
    for word in ("ピアサポート", "職場での人との関わり", "急ぐとき・電話で話したいとき", "いまは結構です"):
        assert word in who.text(), word
    check = await check_now(town, CALM)
    for kind, row in ((APPLY, check.id), (WISH, f"{check.id}.counselling"), (WISH, f"{check.id}.late")):
        await p.press_forged(town, CALM, kind, row)
        assert "ピアサポート" in who.text()
        assert (who.modal or {})["submit"] is None
    await p.press_forged(town, CALM, WISH, f"{check.id}.other")
    assert p.NOT_SHOWN in who.text()
    assert await count(town, "interview") == await count(town, "wish") == []


@p.on_sqlite
async def test_nobody_applies_for_somebody_else_even_with_a_form_of_theirs(town: Town) -> None:
    await told(town)
    await talk(town, EXAMINEE)
    await p.press(town, EXAMINEE, APPLY)
    payload, today = forged.submission(town, EXAMINEE), town.clock.now().astimezone(p.TOKYO).date()
    token = town.program.tokens.read(payload["view"]["private_metadata"], today=today, person=EXAMINEE)
    for other in (CALM, EXAMINEE_IN_ENGLISH, CLERK, AFFAIRS, p.SUPERIOR):
        theirs = town.program.tokens.write(replace(token, person=other))
        view = payload["view"] | {"private_metadata": theirs}
        answer = await forged.send(town, payload | {"view": view, "user": {**payload["user"], "id": other}})
        assert "申し出を受けとりました" not in str(answer)
        assert "We have your application" not in str(answer)
    assert await count(town, "interview") == []
