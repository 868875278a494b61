"""The interview from the application to the end of its measures: who sees what, and what is late (Aku 12, 13)."""

import pytest

from bot.handlers.stress_check.rules.moves import CALLED_OFF, HELD, PROPOSED
from bot.sandbox.town import Town
from bot.store.models import AuditRow
from tests.handlers.stress_check.cases import (
    AFFAIRS,
    CLERK,
    EXAMINEE,
    EXAMINEE_IN_ENGLISH,
    IMPLEMENTER,
    JOINT_CLERK,
    ON_PAPER,
    PHYSICIAN,
)
from tests.journeys import appointments as a
from tests.journeys import people as p
from tests.journeys.watch import Watch

pytestmark = p.on_sqlite

ANOTHER = "U0OKADA"  # a nurse of the town hall, here a physician too

# What a third party who glances at a message, a title or Home may not read there.
TELLING = (
    "面接", "指導", "医師", "高ストレス", "申し出", "申出", "意見", "配慮", "結果を", "メンタル", "カウンセリング",
    "interview", "physician", "doctor", "high stress", "opinion", "measure", "application", "applied", "mental",
)  # fmt: skip


def glanced(town: Town, watch: Watch, *people: str) -> list[str]:
    """Every message, title and button of Home that these people have had, which could have told what it is."""
    seen = []
    for person in people:
        who = town.sandbox.person(person)
        seen += [*watch.titles(person), *a.told(town, person), *a.home_words(who)]
    return [words for words in seen if any(word in words.lower() for word in TELLING)]


async def arranged(town: Town) -> None:
    """The clerk offers a day, the person finds it suits, the physician hears of it, and the day before comes news."""
    clerk = await a.from_home(town, CLERK, a.ARRANGE)
    assert "石川 葵さん" in clerk.text()
    assert "10月7日（水）" in clerk.text()
    clerk = await a.propose(town)
    assert "お返事を待っています" in clerk.text()
    assert a.told(town, EXAMINEE) == []  # it leaves in the next shared slot
    await p.slot(town)
    assert a.told(town, EXAMINEE) == [p.NEWS]

    who = await p.open_notice(town, EXAMINEE)
    for words in ("9月17日（木） 14:00", a.PLACE, "佐々木 真", "第14条", "第19条", "10月7日（水）まで"):
        assert words in who.text(), words
    who = await p.press(town, EXAMINEE, "stress_check.confirm_slot")
    assert "決まっています" in who.text()
    assert "健康の予定（9月17日（木））" in a.home_words(await p.go_home(town, EXAMINEE))
    await p.slot(town)
    assert a.told(town, PHYSICIAN) == [p.NEWS]
    await town.step(p.at(2026, 9, 16, 9, 0))
    assert a.told(town, EXAMINEE) == [p.NEWS, p.NEWS]


async def reported(town: Town) -> None:
    """The physician looks at the result, notes that it was held, hands in report and opinion; the person reads them."""
    await town.step(p.at(2026, 9, 17, 15, 0))
    doctor = await a.from_home(town, PHYSICIAN, a.APPOINTMENT)
    doctor = await a.press(town, PHYSICIAN, "stress_check.applied_result")
    assert "■" in doctor.text()
    doctor = await a.hold(town)
    assert "報告と意見をお願いします" in doctor.text()
    assert "10月17日（土）" in doctor.text()
    doctor = await a.report(town)
    assert "ありがとうございました" in doctor.text()
    await p.slot(town)
    assert a.told(town, AFFAIRS) == [p.duty("9月24日")]
    who = await p.open_notice(town, EXAMINEE)
    await p.press(town, EXAMINEE, "stress_check.opinion")
    assert [word for word in a.CANARIES if word not in who.text()] == []
    assert "不利益な取扱いを受けることはありません" in who.text()


async def measured(town: Town) -> None:
    """General affairs decides on a measure, the person reads it, on its day it is looked at again, and closed."""
    affairs = await a.measure(town)
    assert "MEASURE-CANARY" in affairs.text()
    await p.slot(town)
    who = await p.open_notice(town, EXAMINEE)
    await p.press(town, EXAMINEE, a.MEASURES)
    assert "MEASURE-CANARY" in who.text()
    assert "2026年10月30日" in who.text()
    await town.step(p.at(2026, 10, 30, 9, 0))
    assert a.told(town, AFFAIRS)[-1] == p.duty("11月6日")
    affairs = await a.from_home(town, AFFAIRS, a.MEASURES)
    await p.press(town, AFFAIRS, "stress_check.follow_measures")
    await a.send(town, affairs, {"done": ["0"]})
    assert "2026年10月30日（金）に行いました" in affairs.text()
    await p.press(town, AFFAIRS, "stress_check.finish_measures")
    await a.send(town, affairs)


async def test_from_the_application_to_the_end_and_no_glance_tells_what_it_is(town: Town, watch: Watch) -> None:
    case = await a.applied(town)
    for part in (arranged, reported, measured):
        await part(town)
    found = await a.now(town, case)
    assert (found.state, "opened_on" in found.body) == ("over", False)  # nobody needed the result

    assert [word for word in (*a.CANARIES, "MEASURE-CANARY", "■") if word in watch.text(CLERK)] == []
    people = (EXAMINEE, CLERK, PHYSICIAN, AFFAIRS)
    assert glanced(town, watch, *people) == []
    fixed = {words for person in people for words in a.told(town, person)}
    assert all(words == p.NEWS or p.duty("X").split("X")[0] in words for words in fixed), fixed


async def test_the_same_in_english_with_another_day_in_between(town: Town, watch: Watch) -> None:
    case = await a.applied(town, person=EXAMINEE_IN_ENGLISH, name="Emma Ogawa")
    await a.propose(town, place="Room 2")
    who = await a.from_home(town, EXAMINEE_IN_ENGLISH, a.SHOW)
    assert "Does it suit you?" in who.text()
    await p.press(town, EXAMINEE_IN_ENGLISH, "stress_check.other_day")
    assert "You need not write anything" in who.text()
    await a.send(town, who, {"text": "PM"})
    assert "Your wish for another day has arrived" in who.text()
    await p.slot(town)
    assert a.told(town, CLERK) == a.told(town, JOINT_CLERK) == [p.duty("10月7日")]
    clerk = await p.open_notice(town, CLERK)
    assert "PM" in clerk.text()
    await p.press(town, CLERK, "stress_check.propose")
    await a.send(town, clerk, {**a.SLOT, "day": "2026-09-18", "place": "Room 3"})
    who = await a.confirm(town, EXAMINEE_IN_ENGLISH)
    assert "Fri 18 Sept" in who.text() or "18 September" in who.text()
    await town.step(p.at(2026, 9, 18, 15, 0))
    await a.hold(town, "2026-09-18")
    await a.report(town, kind="ordinary", needed="no", measures=[], opinion_text="")
    await p.slot(town)
    affairs = await p.open_notice(town, AFFAIRS)
    await p.press(town, AFFAIRS, "stress_check.finish_measures")
    await a.send(town, affairs)
    assert (await a.now(town, case)).state == "over"
    await p.slot(town)
    who = await p.open_notice(town, EXAMINEE_IN_ENGLISH)
    await p.press(town, EXAMINEE_IN_ENGLISH, "stress_check.opinion")
    assert "STRAIN-CANARY" in who.text()
    await who.close()
    await p.press(town, EXAMINEE_IN_ENGLISH, a.MEASURES)
    assert "It was decided to take no measures" in who.text()
    assert glanced(town, watch, EXAMINEE_IN_ENGLISH) == []


async def test_late_the_person_is_told_at_the_next_opening_and_the_offices_until_it_is_held(
    town: Town, watch: Watch
) -> None:
    case = await a.applied(town)
    await town.step(p.at(2026, 10, 7, 23, 0))
    assert a.told(town, EXAMINEE) == []
    for person in (CLERK, JOINT_CLERK, IMPLEMENTER):
        assert a.told(town, person) == [p.duty("10月7日")] * 4, person
    assert [one[:5] for one in a.arrived(town, CLERK)] == ["09-11", "09-18", "10-02", "10-06"]
    await town.step(p.at(2026, 10, 8, 8, 36))
    assert a.arrived(town, EXAMINEE) == ["10-08 08:35"]
    assert len(a.told(town, CLERK)) == 4
    who = await p.open_notice(town, EXAMINEE)
    assert "まだ行えていません。申し訳ありません" in who.text()
    assert "内線 2103" in who.text()
    await town.step(p.at(2026, 10, 20, 12, 0))
    assert len(a.told(town, EXAMINEE)) == 1
    assert len(a.told(town, CLERK)) > 6
    clerk = await a.from_home(town, CLERK, a.ARRANGE)
    assert "過ぎています" in clerk.text()
    await p.press(town, CLERK, "stress_check.propose")
    await a.send(town, clerk, {**a.SLOT, "day": "2026-10-21"})
    await a.confirm(town)
    await town.step(p.at(2026, 10, 21, 15, 0))
    await a.hold(town, "2026-10-21")
    told = len(a.told(town, CLERK))
    await town.step(p.at(2026, 10, 27, 12, 0))
    assert len(a.told(town, CLERK)) == told
    assert (await a.now(town, case)).body["missed_on"] == "2026-10-08"


async def test_an_opinion_that_does_not_come_is_told_to_the_person_and_asked_for_again(
    town: Town, watch: Watch
) -> None:
    await a.applied(town, PROPOSED)
    await town.step(p.at(2026, 9, 14, 15, 0))
    await a.hold(town, "2026-09-14")  # the person came without having answered
    await town.step(p.at(2026, 10, 14, 23, 0))
    assert a.told(town, EXAMINEE) == []
    for person in (PHYSICIAN, CLERK, JOINT_CLERK):
        assert a.told(town, person) == [p.duty("10月14日")] * 2, person
    await town.step(p.at(2026, 10, 15, 9, 0))
    assert a.told(town, EXAMINEE) == [p.NEWS]
    who = await p.open_notice(town, EXAMINEE)
    assert "まだ届いていません。申し訳ありません" in who.text()
    assert "内線 2103" in who.text()
    assert a.told(town, PHYSICIAN)[-1] == p.duty("10月15日")
    clerk = await p.open_notice(town, CLERK)
    assert "医師の報告を待っています" in clerk.text()
    doctor = await p.open_notice(town, PHYSICIAN)
    await a.send(town, doctor, {"code": await doctor.code()})
    doctor = await a.press(town, PHYSICIAN, "stress_check.write_report")
    refused = await a.send_behind_code(town, doctor, a.REPORT | {"measures": [], "opinion_text": ""})
    assert "勧める配慮を選ぶか" in str(refused.errors)
    await a.send(town, doctor, {"opinion_text": "残業をなくす"})
    told = len(a.told(town, PHYSICIAN))
    await town.step(p.at(2026, 10, 26, 9, 0))
    assert len(a.told(town, PHYSICIAN)) == told


async def test_called_off_without_a_reason_and_nobody_opens_the_result_any_more(town: Town, watch: Watch) -> None:
    case = await a.applied(town, PROPOSED)
    await a.confirm(town)
    who = await p.press(town, EXAMINEE, "stress_check.call_off")
    assert "とりやめになっています" in who.text()
    assert "不利益な取扱いを受けることもありません" in who.text()
    found = await a.now(town, case)
    assert (found.state, "result" in found.body) == (CALLED_OFF, False)
    await p.slot(town)
    assert a.told(town, CLERK) == a.told(town, JOINT_CLERK) == [p.NEWS]
    clerk = await p.open_notice(town, CLERK)
    assert "とりやめになりました。理由は聞かないでください" in clerk.text()
    doctor = await p.open_notice(town, PHYSICIAN)
    await a.send(town, doctor, {"code": await doctor.code()})
    assert "とりやめになりました" in doctor.text()
    assert "石川" not in doctor.text()
    for person, action in (
        (AFFAIRS, "stress_check.open_result"),
        (AFFAIRS, a.MEASURES),
        (PHYSICIAN, "stress_check.applied_result"),
    ):
        forged = await p.press_forged(town, person, action, case.id)
        assert p.NOT_SHOWN in forged.text() or "認証アプリの番号" in forged.text(), (person, action)
    await town.step(p.at(2026, 10, 26, 9, 0))
    assert a.told(town, EXAMINEE) == []


async def test_who_has_no_account_is_told_by_hand_and_the_clerk_notes_the_answer(town: Town, watch: Watch) -> None:
    case = await a.applied(town, person=ON_PAPER, name="山田 花子")
    clerk = await a.propose(town)
    assert "アカウントのない方です" in clerk.text()
    await p.press(town, CLERK, "stress_check.note_said")
    await a.send(town, clerk, {"answer": "confirmed", "way": "letter", "on": "2026-09-07"})
    assert "お返事：紙、2026年9月7日" in clerk.text()
    assert (await a.now(town, case)).state == "arranged"
    await town.step(p.at(2026, 9, 17, 15, 0))
    await a.hold(town)
    await a.report(town)
    await p.slot(town)
    affairs = await a.from_home(town, AFFAIRS, a.MEASURES)
    assert "山田 花子さん" in affairs.text()
    await p.press(town, AFFAIRS, "stress_check.finish_measures")
    await a.send(town, affairs)
    assert "理由を書いてください" in str(affairs.errors)
    await a.send(town, affairs, {"why": "本人が望まない"})
    assert (await a.now(town, case)).state == "over"


async def test_nothing_is_opened_without_a_consent_nor_by_anybody_but_whom_it_names(town: Town, watch: Watch) -> None:
    case = await a.applied(town, HELD, consent=False)
    others = (CLERK, JOINT_CLERK, "U0YOSHIDA", "U0FUKUDA", "U0ENDO", "U0NAKAMURA", p.GUEST, EXAMINEE_IN_ENGLISH)
    for person in (AFFAIRS, *others):
        who = await p.press_forged(town, person, "stress_check.open_result", case.id)
        assert "■" not in who.text(), person
    for person in (CLERK, "U0YOSHIDA", "U0FUKUDA", "U0ENDO", "U0KONDO"):
        for action in ("stress_check.applied_result", "stress_check.opinion", "stress_check.write_report", a.MEASURES):
            who = await p.press_forged(town, person, action, case.id)
            assert p.NOT_SHOWN in who.text(), (person, action)
    assert "opened_on" not in (await a.now(town, case)).body

    affairs = await a.from_home(town, AFFAIRS, a.APPLICATIONS)
    assert "石川 葵" in affairs.text()
    denied = {row.outcome for row in await p.rows(town, AuditRow) if row.outcome.startswith("denied")}
    assert {"denied:unconsented", "denied:out_of_office"} <= denied


async def test_another_physician_sees_nothing_and_the_joint_clerk_reads_the_report_only(
    town: Town, watch: Watch
) -> None:
    case = await a.applied(town, HELD)
    await a.also_physician(town, ANOTHER)
    await a.report(town)
    for action in (a.APPOINTMENT, "stress_check.applied_result", "stress_check.opinion", a.MEASURES):
        who = await p.press_forged(town, ANOTHER, action, case.id)
        assert p.NOT_SHOWN in who.text(), action
    await p.press_forged(town, JOINT_CLERK, a.ARRANGE, case.id)
    joint = await p.press(town, JOINT_CLERK, "stress_check.opinion")
    assert "STRAIN-CANARY" in joint.text()
    clerk = await p.press_forged(town, CLERK, a.ARRANGE, case.id)
    assert "stress_check.opinion" not in str(clerk.modal)
    for person in (CLERK, JOINT_CLERK):
        who = await p.press_forged(town, person, "stress_check.applied_result", case.id)
        assert p.NOT_SHOWN in who.text(), person
    affairs = await p.press_forged(town, AFFAIRS, "stress_check.opinion", case.id)
    assert "OPINION-CANARY" in affairs.text()
    implementer = await p.press_forged(town, IMPLEMENTER, a.SHOW, case.id)
    assert "ありがとうございました" in implementer.text()  # the same person is the physician here


async def test_a_physician_who_leaves_is_missed_by_the_clerk_and_another_one_writes_it(
    town: Town, watch: Watch
) -> None:
    case = await a.applied(town, HELD)
    await a.also_physician(town, ANOTHER)
    await a.no_physician_any_more(town, PHYSICIAN)
    await p.slot(town)
    assert a.told(town, CLERK) == a.told(town, JOINT_CLERK) == [p.duty("9月10日")]
    clerk = await p.open_notice(town, CLERK)
    assert "役割を離れています" in clerk.text()
    await p.press(town, CLERK, "stress_check.assign")
    await a.send(town, clerk, {"physician": ANOTHER})
    assert (await a.now(town, case)).handlers == (ANOTHER,)
    await p.slot(town)
    assert a.told(town, ANOTHER) == [p.duty("10月14日")]


async def test_taken_back_before_anybody_opened_it_there_is_nothing_left_to_open(town: Town, watch: Watch) -> None:
    case = await a.applied(town)
    await a.from_home(town, EXAMINEE, a.SHOW)
    await p.press(town, EXAMINEE, "stress_check.withdraw_application")
    assert (await a.now(town, case)).state == "withdrawn"
    for person, action in ((AFFAIRS, "stress_check.open_result"), (AFFAIRS, a.MEASURES), (CLERK, a.ARRANGE)):
        who = await p.press_forged(town, person, action, case.id)
        assert p.NOT_SHOWN in who.text(), action
    for person in (AFFAIRS, CLERK, EXAMINEE):
        assert a.home_words(await p.go_home(town, person)) == [], person
    await town.step(p.at(2026, 10, 9, 9, 0))
    assert a.told(town, CLERK) == a.told(town, EXAMINEE) == []


async def test_the_first_opening_is_asked_once_more_recorded_and_ends_the_way_back(town: Town, watch: Watch) -> None:
    case = await a.applied(town)
    await a.from_home(town, EXAMINEE, a.SHOW)
    assert "stress_check.withdraw_application" in str(town.sandbox.person(EXAMINEE).modal)
    affairs = await a.from_home(town, AFFAIRS, a.APPLICATIONS)
    await p.press(town, AFFAIRS, a.MEASURES)
    assert "■" not in affairs.text()
    assert "取り下げられなくなります" in str(affairs.modal)
    await p.press(town, AFFAIRS, "stress_check.open_result")
    assert "■" in affairs.text()
    found = await a.now(town, case)
    assert found.body["opened_on"] == "2026-09-07"
    assert [row.act for row in await p.rows(town, AuditRow, hat="affairs_staff")][-2:] == ["read", "read"]
    who = await p.press(town, EXAMINEE, "stress_check.withdraw_application")
    assert "もう開かれているため" in who.text()
    assert (await a.now(town, case)).state == "applied"
    await a.from_home(town, EXAMINEE, a.SHOW)
    assert "stress_check.call_off" in str(town.sandbox.person(EXAMINEE).modal)


async def test_an_old_button_meets_the_day_as_it_is_now(town: Town, watch: Watch) -> None:
    case = await a.applied(town, PROPOSED)
    who = await a.from_home(town, EXAMINEE, a.SHOW)
    assert "9月14日" in who.text()
    await a.from_home(town, CLERK, a.LIST)
    await p.press(town, CLERK, a.ARRANGE)
    clerk = await p.press(town, CLERK, "stress_check.propose")
    await a.send(town, clerk, {**a.SLOT, "day": "2026-09-25"})
    who = await p.press(town, EXAMINEE, "stress_check.confirm_slot")  # on the screen of the old day
    assert "9月25日" in who.text()
    assert (await a.now(town, case)).state == PROPOSED
    await p.press(town, EXAMINEE, "stress_check.confirm_slot")
    assert (await a.now(town, case)).state == "arranged"


@pytest.mark.parametrize(
    ("person", "words"), [(EXAMINEE, "健康に関する用務のため"), (EXAMINEE_IN_ENGLISH, "for a health appointment")]
)
async def test_everybody_makes_the_same_slip_and_nothing_of_it_is_kept(
    town: Town, watch: Watch, person: str, words: str
) -> None:
    before = await p.rows(town, AuditRow)
    await p.go_home(town, person)
    who = await p.press(town, person, "stress_check.slip")
    await a.send(town, who, {"day": "2026-09-17", "begins": "14:00", "ends": "13:00"})
    assert who.errors
    await a.send(town, who, {"ends": "15:00", "place": "SLIP-CANARY"})
    for word in (words, "14:00", "15:00", "SLIP-CANARY"):
        assert word in who.text(), word
    assert [
        word for word in ("面接", "ストレス", "interview", "stress") if word in who.text().lower().split("\n\n")[0][:60]
    ] == []
    assert len(await p.rows(town, AuditRow)) == len(before)
