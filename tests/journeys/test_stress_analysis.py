"""The group analysis as people meet it: ordered, provided, read, acted upon, asked about; small groups never shown."""

from dataclasses import replace
from datetime import date

from bot.commands.stress_figures import figures
from bot.handlers.stress_check.rules.moves import KEPT, OVER, TOLD
from bot.handlers.stress_check.rules.rounds import analysis_id
from bot.rules.cases import Case
from bot.sandbox.persons import Driver
from bot.sandbox.town import Town
from bot.store.ledger import UnitLedger
from bot.store.models import AuditRow, CaseRow
from bot.store.unit import Unit
from tests.handlers.stress_check.cases import (
    AFFAIRS,
    CLERK,
    IMPLEMENTER,
    JOINT_CLERK,
    PERIOD,
    PLANNER,
    put_check,
    put_round,
    stored,
)  # fmt: skip
from tests.handlers.stress_check.oracle_groups import Taker, as_round
from tests.journeys import people as p
from tests.journeys.watch import Watch

pytestmark = p.on_sqlite

PREVIEW, ANALYSIS, ORDER = "stress_check.preview_analysis", "stress_check.analysis", "stress_check.order_analysis"
PROVIDE, ACTIONS = "stress_check.provide_analysis", "stress_check.actions"
TEXT, SEEN = "会議を週に1つ減らす", "夕方に余裕ができた"
SOMEBODY, READS_ENGLISH = p.ASKER, p.ASKER_IN_ENGLISH


def takers() -> list[Taker]:
    """Two units that are enough alone, two that are only together, one that is hidden with its division."""
    units = (("市民部", "市民課", 14), ("市民部", "税務課", 6), ("市民部", "社会環境課", 5), ("総務部", "総務課", 12),
             ("建設部", "建設課", 4))  # fmt: skip
    return [
        Taker(division, unit, "female" if at % 3 else "male", (5 + at % 7, 4 + at % 6, 6 + at % 5, 7 + at % 4))
        for division, unit, size in units
        for at in range(size)
    ]


async def confirm_guests(town: Town) -> None:
    """The accounts of the implementer and the joint clerk have been checked (G6)."""

    def confirm(unit: Unit) -> None:
        held = [a for person in (IMPLEMENTER, JOINT_CLERK) for a in unit.roster.held_by(person)]
        unit.roster.save_appointments(replace(one, checked_on=date(2026, 9, 4)) for one in held)

    await town.program.store.run(confirm)


async def told_round(town: Town, period: str = PERIOD, **body: object) -> Case:
    """A round whose results have been told."""
    await confirm_guests(town)
    held = as_round(takers()).body
    told = {"tallies": held["tallies"], "takers": held["takers"], **body}
    return await put_round(town, TOLD, period=period, body=told)


async def go(town: Town, person: str, what: str) -> Driver:
    """From Home through a button, past the oath where it is asked."""
    await p.go_home(town, person)
    return await sworn(town, person, what)


async def sworn(town: Town, person: str, what: str) -> Driver:
    who = await p.press(town, person, what)
    if "home.swear" in str(who.modal):
        who = await p.press(town, person, "home.swear")
    return who


async def order(town: Town) -> Driver:
    await go(town, IMPLEMENTER, PREVIEW)
    return await p.press(town, IMPLEMENTER, ORDER)


async def provide(town: Town) -> Driver:
    await go(town, JOINT_CLERK, PREVIEW)
    return await p.press(town, JOINT_CLERK, PROVIDE)


async def analysis_of(town: Town) -> str:
    return await town.program.store.read(lambda unit: analysis_id(PERIOD, UnitLedger(unit)))


async def analyses(town: Town) -> list[str]:
    return [row.state for row in await p.rows(town, CaseRow, flow="stress_check", kind="analysis")]


async def test_from_the_order_to_what_the_city_reads(town: Town, watch: Watch) -> None:
    await told_round(town)
    implementer = await go(town, IMPLEMENTER, PREVIEW)
    assert "まだ実施者の指示が出ていません" in implementer.text()
    implementer = await p.press(town, IMPLEMENTER, ORDER)
    assert "指示を出しました" in implementer.text()
    await p.slot(town)
    assert p.sentences(town, JOINT_CLERK) == [p.duty("9月17日")]

    joint = await p.open_notice(town, JOINT_CLERK)
    assert "実施者の指示が出ています。まだ市には渡っていません" in joint.text()
    assert await analyses(town) == []
    joint = await p.press(town, JOINT_CLERK, PROVIDE)
    assert "共同実施事務従事者から市に渡されました" in joint.text()
    await p.slot(town)
    assert p.sentences(town, AFFAIRS) == p.sentences(town, p.DIGEST_READER) == [p.NEWS]
    assert PREVIEW not in str((await p.go_home(town, JOINT_CLERK)).home)
    await town.step(p.at(2026, 9, 29, 12, 0))
    assert len([one for one in p.sentences(town, JOINT_CLERK) if one.startswith("お願い")]) == 1  # it is done

    for person in (AFFAIRS, p.DIGEST_READER):
        who = await go(town, person, ANALYSIS)
        for words in ("■ 全体", "■ 市民課（市民部）", "社会環境課、税務課を合わせた集まり", "受けた人：10人から19人",
                      "総務課（総務部）", "・建設部 建設課", "参考値"):  # fmt: skip
            assert words in who.text(), words
        assert "■ 建設課" not in who.text()


async def test_an_improvement_is_written_down_and_asked_about_on_its_day(town: Town, watch: Watch) -> None:
    await told_round(town)
    await order(town)
    await provide(town)
    affairs = await go(town, AFFAIRS, ANALYSIS)
    await p.press(town, AFFAIRS, ACTIONS)
    await p.press(town, AFFAIRS, "stress_check.add_action")
    group = p.option(affairs.modal or {}, "group", "社会環境課")
    await affairs.submit({"group": group, "text": TEXT, "follow_on": "2026-10-05"})
    await town.sandbox.quiet()
    assert TEXT in affairs.text()
    assert TEXT in (await p.press_forged(town, JOINT_CLERK, ACTIONS, await analysis_of(town))).text()

    await town.step(p.at(2026, 10, 5, 9, 0))
    assert p.sentences(town, AFFAIRS)[-1] == p.duty("10月5日")
    affairs = await p.open_notice(town, AFFAIRS)
    await p.press(town, AFFAIRS, "stress_check.follow_action")
    await affairs.submit({"how": "done", "seen": SEEN})
    await town.sandbox.quiet()
    assert "10月5日（月）に終わりました" in affairs.text()
    assert SEEN in affairs.text()
    await town.step(p.at(2026, 10, 30, 12, 0))
    assert p.sentences(town, AFFAIRS).count(p.duty("10月5日")) == 1  # it is not asked about again
    said = [one for person in watch.words for one in p.sentences(town, person)]
    assert [one for one in said if TEXT in one or SEEN in one or "市民課" in one] == []


async def test_nobody_provides_without_the_order_and_nobody_reads_before_it_is_provided(town: Town) -> None:
    round_ = await told_round(town)
    analysis = await analysis_of(town)
    await go(town, IMPLEMENTER, PREVIEW)  # the oath of the implementer
    for person in (JOINT_CLERK, AFFAIRS, p.DIGEST_READER, PLANNER, CLERK, SOMEBODY, p.ADMINISTRATOR):
        for what, row in ((PROVIDE, round_.id), (PREVIEW, round_.id), (ANALYSIS, analysis), (ACTIONS, analysis)):
            who = await p.press_forged(town, person, what, row)
            assert "市民課（" not in who.text(), (person, what)
    assert await analyses(town) == []
    for person in (JOINT_CLERK, AFFAIRS, PLANNER, SOMEBODY):
        await p.press_forged(town, person, ORDER, round_.id)
    found = await stored(town, round_.id)
    assert found is not None
    assert "analysis_ordered_on" not in found.body


async def test_provided_it_stays_as_it_is_and_only_published_is_it_everybodys(town: Town, watch: Watch) -> None:
    round_ = await told_round(town)
    await order(town)
    await provide(town)
    analysis = await analysis_of(town)
    before = await stored(town, analysis)
    await p.press_forged(town, JOINT_CLERK, PROVIDE, round_.id)
    assert await stored(town, analysis) == before
    assert await analyses(town) == ["provided"]

    for person in (SOMEBODY, PLANNER, CLERK, p.SUPERIOR):
        assert ANALYSIS not in str((await p.go_home(town, person)).home)
        assert "市民課（" not in (await p.press_forged(town, person, ANALYSIS, analysis)).text()
    for person in (SOMEBODY, p.DIGEST_READER, JOINT_CLERK, IMPLEMENTER):
        await p.press_forged(town, person, "stress_check.publish_analysis", analysis)
    assert await stored(town, analysis) == before

    affairs = await go(town, AFFAIRS, ANALYSIS)
    await p.press(town, AFFAIRS, ACTIONS)
    await p.press(town, AFFAIRS, "stress_check.add_action")
    await affairs.submit({"group": "organisation", "text": TEXT, "follow_on": "2026-10-05"})
    await town.sandbox.quiet()
    await go(town, AFFAIRS, ANALYSIS)
    await p.press(town, AFFAIRS, "stress_check.publish_analysis")
    who = await go(town, SOMEBODY, ANALYSIS)
    assert "■ 市民課（市民部）" in who.text()
    assert ACTIONS not in str(who.modal)
    assert TEXT not in (await p.press_forged(town, SOMEBODY, ACTIONS, analysis)).text()
    await go(town, AFFAIRS, ANALYSIS)
    await p.press(town, AFFAIRS, "stress_check.unpublish_analysis")
    assert "市民課（" not in (await p.press_forged(town, SOMEBODY, ANALYSIS, analysis)).text()
    acts = [row.act for row in await p.rows(town, AuditRow)]
    assert (acts.count("order_analysis"), acts.count("provide"), acts.count("publish")) == (1, 1, 2)


async def test_it_reads_english_to_who_reads_english(town: Town) -> None:
    for person in list(town.sandbox.workspace.members.values()):
        town.sandbox.change_member(replace(person, locale="en-US"))
    await town.sandbox.quiet()
    watch = Watch(town)
    await told_round(town)
    await order(town)
    await p.slot(town)
    joint = await p.open_notice(town, JOINT_CLERK)
    assert "The implementer has ordered it" in joint.text()
    await p.press(town, JOINT_CLERK, PROVIDE)
    await p.slot(town)
    affairs = await p.open_notice(town, AFFAIRS)
    for words in (
        "■ Everybody",
        "Together: 社会環境課, 税務課",
        "Takers: 10 to 19",
        "Total risk: ",
        "reference figures",
    ):
        assert words in affairs.text(), words
    await p.press(town, AFFAIRS, ACTIONS)
    await p.press(town, AFFAIRS, "stress_check.add_action")
    await affairs.submit({"group": "organisation", "text": "One meeting less", "follow_on": "2026-10-05"})
    await town.sandbox.quiet()
    await town.step(p.at(2026, 10, 5, 9, 0))
    await p.open_notice(town, AFFAIRS)
    await p.press(town, AFFAIRS, "stress_check.follow_action")
    await affairs.submit({"how": "again"})
    await town.sandbox.quiet()
    assert "tomorrow or a later day" in str(affairs.errors)
    await affairs.submit({"how": "done", "follow_on": ""})
    await town.sandbox.quiet()
    assert "done on" in affairs.text()
    await p.press(town, AFFAIRS, "stress_check.finish_analysis")
    assert await analyses(town) == ["over"]
    await go(town, PLANNER, "stress_check.round")
    planner = await p.press(town, PLANNER, "stress_check.figures")
    assert "Staff who took it: 41" in planner.text()
    assert watch.in_another_language() == []
    assert watch.without_help() == []


async def test_a_small_town_sees_that_there_is_nothing_to_show_and_gets_no_picture(town: Town, watch: Watch) -> None:
    few = as_round([one for one in takers() if one.unit == "建設課"]).body
    await told_round(town, tallies=few["tallies"], takers=4)
    await order(town)
    joint = await provide(town)
    assert "示せる数がありません" in joint.text()
    assert "stress_check.group_picture" not in str(joint.modal)


async def test_the_planner_has_totals_and_the_law_its_figures(town: Town, watch: Watch) -> None:
    await put_check(town, KEPT)
    await put_check(town, KEPT, person="U0GOTO", high=True)
    await told_round(town)
    await go(town, PLANNER, "stress_check.round")
    planner = await p.press(town, PLANNER, "stress_check.figures")
    for words in ("受けた人：2人", "検査を受けた労働者数：41人", "面接指導を受けた労働者数：まだ出せません",
                  "集団ごとの分析：まだ行っていない", "選任している産業医", "市町村長"):  # fmt: skip
        assert words in planner.text(), words
    assert "高ストレス" not in planner.text()
    told = figures(town.program.store, PERIOD, "ja")
    assert "面接指導を受けた労働者数：0人" in told
    assert [row.outcome for row in await p.rows(town, AuditRow, act="figures")] == ["done"]
    for person in (SOMEBODY, AFFAIRS, CLERK):
        (row,) = await p.rows(town, CaseRow, flow="stress_check", kind="round")
        assert "検査を受けた" not in (await p.press_forged(town, person, "stress_check.figures", row.id)).text()


async def test_after_the_round_is_over_there_is_nothing_left_to_make_it_from(town: Town, watch: Watch) -> None:
    await confirm_guests(town)
    round_ = await put_round(town, OVER, body={"analysis_ordered_on": "2026-09-01"})
    who = await p.press_forged(town, JOINT_CLERK, PREVIEW, round_.id)
    if "home.swear" in str(who.modal):
        who = await p.press(town, JOINT_CLERK, "home.swear")
    assert "いまは作れません" in who.text()
    await p.press_forged(town, JOINT_CLERK, PROVIDE, round_.id)
    assert await analyses(town) == []
