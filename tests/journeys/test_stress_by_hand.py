"""Where Slack is not the way: sheets, signed forms, another vendor; and a telling that was cut off (S3, S5, S8)."""

import re
from pathlib import Path

import pytest

from bot.commands.print_results import print_results
from bot.commands.stress_advised import bring_in_file
from bot.errors import Misconfigured
from bot.sandbox.server import Setup
from bot.sandbox.town import POLICY, Town, connect_bot, open_town
from bot.sandbox.townhall import STAFF
from bot.store.models import AuditRow, CaseRow, ConsentRow
from tests.handlers.stress_check.cases import (
    CLERK,
    EXAMINEE,
    EXAMINEE_IN_ENGLISH,
    IMPLEMENTER,
    JOINT_CLERK,
    ON_PAPER,
    OTHER,
    check_now,
    in_office,
    put_check,
    put_round,
    stored,
)
from tests.journeys import people as p
from tests.journeys.watch import Watch

pytestmark = pytest.mark.long  # every sheet is printed

PAPER, APPLICATION, TALK = "stress_check.paper_list", "stress_check.paper_application", "stress_check.talk"


@p.on_sqlite
@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "ja",
            ("第19条第4号", "封をしてお渡しします", "職場の対人関係でのストレス", "第11条第2項", "人事を担当", "署名"),
        ),
        (
            "en",
            ("Aku 19(4)", "sealed envelope", "Interpersonal conflict", "Aku 11(2)", "charge of personnel", "Signature"),
        ),
    ],
)
async def test_every_sealed_sheet_has_the_same_parts_and_the_form_and_names_nobody_outside(
    town: Town, tmp_path: Path, language: str, words: tuple[str, ...]
) -> None:
    on_list = {"to_paper_on": "2026-09-07"}
    high = await put_check(town, "taken", person=ON_PAPER, name="山田 <b>花子", high=True, body=on_list)
    await put_check(town, "taken", person=EXAMINEE, body=on_list)
    await put_check(town, "taken", person=OTHER, sex="", high=True, body=on_list)
    await put_check(town, "taken", person=EXAMINEE_IN_ENGLISH, high=True)  # not on the list
    await put_round(town, "told", body={"review": {high.id: True}})
    *sheets, blank = print_results(town.program.store, tmp_path / "sheets", language)
    texts = [path.read_text(encoding="utf-8") for path in sheets]
    assert len(texts) == 3
    for text in texts:
        assert [word for word in words[:2] + words[3:] if word not in text] == []
        assert len(re.findall("<h1>", text)) == 2
    assert sum("■□□□□" in text for text in texts) == sum("■■■■■" in text for text in texts) == 1
    assert sum(words[2] in text for text in texts) == 2  # without a sex there are plain sums
    assert "山田 &lt;b&gt;花子" in "".join(texts)
    assert "Ogawa" not in "".join(texts)
    assert words[5] in blank.read_text(encoding="utf-8")
    assert not [path for path in (*sheets, blank) if "石川" in path.name or "U0" in path.name]
    assert {path.stat().st_mode & 0o777 for path in (*sheets, blank)} == {0o600}
    assert len(await p.rows(town, AuditRow, act="print")) == 4


@p.on_sqlite
async def test_a_signed_form_is_entered_by_the_joint_clerk_alone_in_time_and_when_the_days_are_over(
    town: Town, watch: Watch
) -> None:
    await in_office(town, JOINT_CLERK, CLERK)
    await put_round(town, "told")
    one = await put_check(town, "read", person=EXAMINEE, high=True)
    late = await put_check(town, "kept", person=ON_PAPER, name="山田 花子", high=True)
    await put_check(town, "read", person=OTHER)
    refused = await p.press_forged(town, CLERK, APPLICATION)
    assert p.NOT_SHOWN in refused.text()  # the clerk would learn who was advised
    await p.go_home(town, JOINT_CLERK)
    joint = await p.press(town, JOINT_CLERK, PAPER)
    await p.press(town, JOINT_CLERK, APPLICATION)
    offered = str(joint.modal)
    assert [name in offered for name in ("石川 葵", "山田 花子", "後藤 翼")] == [True, True, False]
    await joint.submit({"person": one.id, "day": "2026-09-08"})
    await town.sandbox.quiet()
    assert "今日か、それより前" in str(joint.errors)
    await joint.submit({"person": one.id, "day": "2026-09-07"})
    await town.sandbox.quiet()
    assert "申し出を受けとりました" in joint.text()

    await town.step(p.at(2026, 10, 20, 9))
    await p.press_forged(town, JOINT_CLERK, APPLICATION)
    assert "石川" not in str(joint.modal)
    await joint.submit({"person": late.id, "day": "2026-10-08"})  # a day after the last one
    await town.sandbox.quiet()
    assert "日を過ぎています" in str(joint.errors)
    await joint.submit({"person": late.id, "day": "2026-10-07"})
    await town.sandbox.quiet()
    assert "申し出を受けとりました" in joint.text()
    assert (await stored(town, late.id) or one).state == "kept"
    found = await p.rows(town, CaseRow, kind="interview")
    assert [row.state for row in found] == ["applied", "applied"]
    bodies = [await stored(town, row.id) for row in found]
    assert {case.body["hold_by"] for case in bodies if case} == {"2026-10-07", "2026-11-06"}
    assert {case.identity["name"] for case in bodies if case} == {"石川 葵", "山田 花子"}
    assert len(await p.rows(town, ConsentRow)) == 2


# ---- another vendor's check (S8) ----

LIST = f"person,notified_on,advised\n{EXAMINEE},2026-09-01,yes\n{EXAMINEE_IN_ENGLISH},2026-09-01,no\n"


@p.on_sqlite
async def test_the_doors_work_alone_without_any_round(town: Town, watch: Watch) -> None:
    await in_office(town, JOINT_CLERK, IMPLEMENTER, CLERK)
    assert bring_in_file(town.program.store, LIST.encode()) == 2
    await p.go_home(town, EXAMINEE)
    who = await p.press(town, EXAMINEE, "stress_check.case")
    assert "10月1日（木）" in who.text()
    assert "ほかの機関" in who.text()
    assert "■" not in who.text()
    await p.press(town, EXAMINEE, TALK)
    await p.press(town, EXAMINEE, "stress_check.apply_form")
    await who.submit()
    await town.sandbox.quiet()
    assert "申し出を受けとりました" in who.text()
    await p.go_home(town, EXAMINEE_IN_ENGLISH)
    who = await p.press(town, EXAMINEE_IN_ENGLISH, "stress_check.case")
    await p.press(town, EXAMINEE_IN_ENGLISH, TALK)
    assert "stress_check.apply_form" not in str(who.modal)
    await town.step(p.at(2026, 10, 5, 12))
    # nobody was told at the import; the one reminder went to who has neither applied nor said no
    assert "There is news for you" in p.sentences(town, EXAMINEE_IN_ENGLISH)
    assert (await check_now(town, EXAMINEE_IN_ENGLISH)).state == "kept"
    assert len(await p.rows(town, AuditRow, act="import")) == 2


@p.on_sqlite
async def test_a_list_of_advised_people_alone_reminds_nobody(town: Town) -> None:
    bring_in_file(town.program.store, f"person,notified_on\n{EXAMINEE},2026-09-01\n".encode())
    await town.step(p.at(2026, 10, 5, 12))
    assert p.NEWS not in p.sentences(town, EXAMINEE)


@p.on_sqlite
async def test_a_file_is_brought_in_whole_or_not_at_all(town: Town) -> None:
    await put_check(town, "taken", person=OTHER)
    lines = ["person,notified_on", f"{EXAMINEE},2026-09-01", "U0NOBODY1,2026-09-01", f"{EXAMINEE},2026-09-02",
             f"{EXAMINEE_IN_ENGLISH},2026-10-01", f"{OTHER},2026-09-01"]  # fmt: skip
    with pytest.raises(Misconfigured) as caught:
        bring_in_file(town.program.store, "\n".join(lines).encode())
    assert [mistake.split(":")[0] for mistake in caught.value.mistakes] == ["line 3", "line 4", "line 5", "line 6"]
    assert "U0" not in str(caught.value)
    assert len(await p.rows(town, CaseRow, kind="check")) == 1


# ---- a telling that was cut off ----


@p.on_sqlite
async def test_a_standstill_in_the_middle_of_the_telling_loses_and_doubles_nobody(
    tmp_path: Path, town_url: str
) -> None:
    slow = tmp_path / "policy.toml"
    shipped = POLICY.read_text(encoding="utf-8")
    slow.write_text(shipped.replace("result_notices_per_minute = 60", "result_notices_per_minute = 1"), "utf-8")
    setup = Setup(retry_seconds=(0.0, 0.05, 0.1))
    town = await open_town(tmp_path, database_url=town_url, policy_file=slow, setup=setup)
    takers = [one.id for one in STAFF[:13]]
    for person in takers:
        await put_check(town, "taken", person=person)
    await in_office(town, IMPLEMENTER)
    round_ = await put_round(town, "reviewing")
    await p.press_forged(town, IMPLEMENTER, "stress_check.open_results", round_.id)
    doctor = town.sandbox.person(IMPLEMENTER)
    if "step_up" in str(doctor.modal):
        await doctor.submit({"code": await doctor.code()})
        await town.sandbox.quiet()
    await town.step_by(minutes=7)
    told = [person for person in takers if _news(town, person)]
    assert 0 < len(told) < len(takers)

    await town.disconnect()
    again = await connect_bot(town.sandbox, town.clock, town.settings)
    again.clock.move_to(p.at(2026, 9, 9, 10))  # two days later, without a tick in between
    await again.step_by(hours=2)
    assert [_news(again, person) for person in takers] == [1] * 13
    await again.stop()


def _news(town: Town, person: str) -> int:
    return p.sentences(town, person).count(p.NEWS)
