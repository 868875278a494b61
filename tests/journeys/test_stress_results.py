"""Results: reviewed one by one, opened at one instant, told alike, on paper where unopened (Aku 8-10, S3-S6)."""

from collections.abc import Sequence
from datetime import datetime

from bot.handlers.stress_check.rules.review import review_clock
from bot.rules.cases import Case, Deadline
from bot.rules.ledger import Ledger
from bot.sandbox.persons import Driver
from bot.sandbox.town import Town
from bot.store.models import AuditRow
from tests.handlers.stress_check.cases import (
    CLERK,
    EXAMINEE,
    EXAMINEE_IN_ENGLISH,
    IMPLEMENTER,
    JOINT_CLERK,
    ON_PAPER,
    OTHER,
    PLANNER,
    check_now,
    in_office,
    put_check,
    put_round,
    stored,
)
from tests.journeys import people as p
from tests.journeys.watch import Watch

UNSAID = "U0KONDO"
TAKERS = (EXAMINEE, OTHER, UNSAID, EXAMINEE_IN_ENGLISH)
REVIEW, CASE, ORDER = "stress_check.review", "stress_check.case", "stress_check.open_results"


async def reviewing(town: Town) -> dict[str, Case]:
    """Everybody has answered: one under high stress, two not, one who did not give a sex."""
    await in_office(town, IMPLEMENTER, JOINT_CLERK)
    found = {
        person: await put_check(town, "taken", person=person, high=person in (EXAMINEE, UNSAID), sex=sex)
        for person, sex in ((EXAMINEE, "female"), (OTHER, "male"), (UNSAID, ""), (EXAMINEE_IN_ENGLISH, "female"))
    }

    def clock(round_: Case, ledger: Ledger, now: datetime) -> Sequence[Deadline]:
        return review_clock(round_, ledger, now)

    review = {found[person].id: None for person in (EXAMINEE, UNSAID)}
    await put_round(town, "reviewing", body={"review": review, "takers": 4}, deadlines=clock)
    return found


async def open_review(town: Town) -> Driver:
    """The implementer comes from Home, with a code."""
    await p.go_home(town, IMPLEMENTER)
    doctor = await p.press(town, IMPLEMENTER, REVIEW)
    if "step_up" in str(doctor.modal):
        await doctor.submit({"code": await doctor.code()})
        await town.sandbox.quiet()
    return doctor


async def review_all(town: Town, *, advised: Sequence[str] = ("石川 葵", "近藤 陸")) -> Driver:
    """Decide about everybody on the list."""
    doctor = await open_review(town)
    await p.press(town, IMPLEMENTER, "次の方を見る")
    for _ in range(2):
        name = next(one for one in ("石川 葵", "近藤 陸") if one in doctor.text())
        await p.press(town, IMPLEMENTER, "stress_check.advise" if name in advised else "stress_check.spare")
    return doctor


async def see(town: Town, person: str) -> Driver:
    """Home, then one's own result."""
    await p.go_home(town, person)
    return await p.press(town, person, CASE)


def news(town: Town, person: str) -> int:
    """How many messages somebody had, beside the one that everybody has every month."""
    return sum(one in (p.NEWS, "There is news for you") for one in p.sentences(town, person))


def duties(town: Town, person: str) -> list[str]:
    """What somebody was asked for."""
    return [one for one in p.sentences(town, person) if one.startswith("お願い")]


@p.on_sqlite
async def test_one_by_one_then_all_at_once_and_alike(town: Town, watch: Watch) -> None:
    found = await reviewing(town)
    doctor = await open_review(town)
    assert "2人のうち0人" in doctor.text()
    assert ORDER not in str(doctor.modal)
    await p.press_forged(town, IMPLEMENTER, ORDER, (await _round(town)).id)
    assert "まだ確かめていない方が2人います" in doctor.text()
    refused = await p.press_forged(town, IMPLEMENTER, "stress_check.review_one", found[OTHER].id)
    assert p.NOT_SHOWN in refused.text()  # nobody looks at a result that needs no decision

    await review_all(town, advised=("石川 葵",))
    assert "個別の確認" in watch.text(IMPLEMENTER)
    assert "2人のうち2人" in doctor.text()
    assert "後藤" not in watch.text(IMPLEMENTER)
    for person in TAKERS:  # before the order nobody sees anything
        who = await see(town, person)
        assert "■" not in who.text()
    await p.press(town, IMPLEMENTER, "見る")  # decided otherwise, and back
    for verb in ("spare", "advise"):
        await p.press(town, IMPLEMENTER, f"stress_check.{verb}")
        await p.press(town, IMPLEMENTER, "見る")
    await p.press(town, IMPLEMENTER, "戻る")
    await p.press(town, IMPLEMENTER, ORDER)
    assert "結果を開きました" in doctor.text()

    seen = {person: await see(town, person) for person in TAKERS[:2]}  # at once, without any message
    assert {person: p.sentences(town, person) for person in TAKERS} == {person: [] for person in TAKERS}
    assert "おすすめしています" in seen[EXAMINEE].text()
    assert "おすすめは出ていません" in seen[OTHER].text()
    checks = {person: await check_now(town, person) for person in TAKERS[:2]}
    assert {check.body["apply_by"] for check in checks.values()} == {"2026-10-07"}


@p.on_sqlite
async def test_every_message_comes_at_the_same_minute_in_the_same_words_whatever_the_verdict(
    town: Town, watch: Watch
) -> None:
    await reviewing(town)
    await review_all(town)
    await p.press(town, IMPLEMENTER, ORDER)
    await town.step(p.at(2026, 9, 7, 12))
    assert len({tuple(p.arrived(town, person)) for person in TAKERS}) == 1
    assert [p.sentences(town, person) for person in TAKERS[:3]] == [[p.NEWS]] * 3
    who = await p.open_notice(town, EXAMINEE)  # one has opened it, the others have not
    assert "第19条第4号" in who.text()

    await town.step(p.at(2026, 9, 29, 12))
    when = {tuple(p.arrived(town, person)) for person in TAKERS}
    assert len(when) == 1  # the one reminder is everybody's, at one moment
    assert [news(town, person) for person in TAKERS] == [2] * 4
    await town.step(p.at(2026, 12, 1, 12))
    assert [news(town, person) for person in TAKERS] == [2] * 4  # and nothing more, to nobody


@p.on_sqlite
async def test_who_says_no_or_has_asked_gets_no_reminder(town: Town) -> None:
    await reviewing(town)
    await review_all(town)
    await p.press(town, IMPLEMENTER, ORDER)
    await p.slot(town)
    for person in (EXAMINEE, OTHER):  # one advised and one not: the same button
        who = await see(town, person)
        await p.press(town, person, "stress_check.talk")
        await p.press(town, person, "stress_check.decline")
        assert "もう届きません" in who.text()
    await town.step(p.at(2026, 10, 1, 12))
    assert [news(town, person) for person in TAKERS] == [1, 1, 2, 2]


@p.on_sqlite
async def test_unopened_it_goes_out_on_paper_and_its_delivery_begins_the_days(town: Town, watch: Watch) -> None:
    await reviewing(town)
    unnamed = await put_check(town, "taken", person=ON_PAPER, name="山田 花子")
    await review_all(town)
    await p.press(town, IMPLEMENTER, ORDER)
    await p.slot(town)
    assert p.sentences(town, JOINT_CLERK) == [p.duty("9月14日")]
    joint = await p.open_notice(town, JOINT_CLERK)
    assert "山田 花子" in joint.text()  # no account: on the list at once
    assert "石川" not in joint.text()
    await see(town, OTHER)
    await town.step(p.at(2026, 9, 24, 12))  # the 21st, fourteen days on, is a holiday, and so are the next two
    assert duties(town, JOINT_CLERK) == [p.duty("9月14日"), p.duty("10月1日")]  # one for all sheets of a day
    joint = await p.open_notice(town, JOINT_CLERK)
    for name, is_there in (("石川 葵", True), ("近藤 陸", True), ("Emma Ogawa", True), ("後藤 翼", False)):
        assert (name in joint.text()) is is_there, name
    assert "高ストレス" not in watch.text(JOINT_CLERK)

    await p.press_forged(town, JOINT_CLERK, "stress_check.deliver", (await check_now(town)).id)
    await joint.submit({"day": "2026-09-25"})
    await town.sandbox.quiet()
    assert "今日か、それより前" in str(joint.errors)
    await joint.submit({"day": "2026-09-24"})
    await town.sandbox.quiet()
    assert "石川" not in joint.text()
    check = await check_now(town)
    assert (check.state, check.body["receipt"], check.body["apply_by"]) == ("read", "paper", "2026-10-26")
    who = await see(town, EXAMINEE)  # the screen stays a way to look at it
    assert "10月26日" in who.text()
    again = await p.press_forged(town, JOINT_CLERK, "stress_check.deliver", check.id)
    await again.submit({"day": "2026-09-24"})
    await town.sandbox.quiet()
    assert "もう結果を受けとっています" in again.text()
    assert (await stored(town, unnamed.id) or check).state == "taken"


@p.on_sqlite
async def test_the_implementer_is_reminded_until_the_order_is_given(town: Town) -> None:
    await reviewing(town)
    await town.step(p.at(2026, 9, 18, 12))
    reminded = [p.duty("9月14日"), p.duty("9月14日"), p.duty("9月17日")]
    assert duties(town, IMPLEMENTER) == reminded
    await review_all(town)
    await p.press(town, IMPLEMENTER, ORDER)
    await town.step(p.at(2026, 10, 30, 12))
    assert duties(town, IMPLEMENTER) == reminded


@p.on_sqlite
async def test_in_english_a_calm_result_and_the_same_button(town: Town, watch: Watch) -> None:
    await reviewing(town)
    await review_all(town)
    await p.press(town, IMPLEMENTER, ORDER)
    who = await see(town, EXAMINEE_IN_ENGLISH)
    for word in (
        "Aku 19(4)",
        "Job control: ",
        "■■■■■",
        "has not advised",
        "Talk to someone",
        "neither to your superiors",
    ):
        assert word in who.text(), word
    await p.press(town, EXAMINEE_IN_ENGLISH, "Talk to someone")
    assert "Peer support" in who.text()
    assert "stress_check.apply_form" not in str(who.modal)
    assert "stress_check.wish_form" not in str(who.modal)


@p.on_sqlite
async def test_without_a_sex_there_are_plain_sums_and_the_implementers_own_word(town: Town, watch: Watch) -> None:
    await reviewing(town)
    await review_all(town)
    await p.press(town, IMPLEMENTER, ORDER)
    who = await see(town, UNSAID)
    for word in ("68点", "一人ひとり個別に確かめ", "おすすめしています", "だれかと話す"):
        assert word in who.text(), word
    assert "■" not in who.text()
    assert "stress_check.picture" not in str(who.modal)


@p.on_sqlite
async def test_nobody_else_reads_a_result_or_orders_anything(town: Town) -> None:
    found = await reviewing(town)
    round_ = await _round(town)
    await review_all(town)
    read = len(await p.rows(town, AuditRow, act="read", outcome="done"))
    for person in (CLERK, PLANNER, "U0KOBAYASHI", p.ADMINISTRATOR, p.SUPERIOR, OTHER, JOINT_CLERK):
        for kind, row in (
            (REVIEW, round_.id), ("stress_check.review_one", found[EXAMINEE].id), (ORDER, round_.id),
            ("stress_check.advise", found[EXAMINEE].id), (CASE, found[EXAMINEE].id),
            ("stress_check.talk", found[EXAMINEE].id), ("stress_check.apply_form", found[EXAMINEE].id),
        ):  # fmt: skip
            who = await p.press_forged(town, person, kind, row)
            assert p.NOT_SHOWN in who.text(), (person, kind)
    assert len(await p.rows(town, AuditRow, act="read", outcome="done")) == read
    assert (await _round(town)).state == "reviewing"


async def _round(town: Town) -> Case:
    from bot.handlers.stress_check.rules.rounds import round_of
    from bot.store.ledger import UnitLedger

    found = await town.program.store.read(lambda unit: round_of("2026", UnitLedger(unit)))
    assert found is not None
    return found
