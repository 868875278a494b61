"""One's own records from Home: seen by nobody else, asked about, answered in time or told, on paper with a message."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from bot.commands.print_own import print_own
from bot.errors import Misconfigured
from bot.handlers.harassment.rules.moves import HEARING
from bot.sandbox.persons import Driver
from bot.sandbox.town import Town
from bot.store.models import AuditRow, CaseRow
from bot.store.unit import Unit
from tests.handlers.harassment.cases import put
from tests.journeys import people as p
from tests.journeys.watch import Watch

SHOW, CASE = "own_records.show", "own_records.case"
WRONG, REASON = "部屋が前の階のままです。", "名簿の部屋を3階に直しました。"
MESSAGE = "夜に眠れません"
CLERK = "U0KONDO"  # holds no office
JOINT_CLERK = "U0WADA"
READS_ENGLISH = p.ASKER_IN_ENGLISH


async def open_records(town: Town, person: str) -> Driver:
    await p.go_home(town, person)
    return await p.press(town, person, SHOW)


async def ask(town: Town, person: str = p.ASKER, subject: str = "roster", text: str = WRONG) -> Driver:
    """From one's own records to a request that was sent."""
    await open_records(town, person)
    who = await p.press(town, person, "own_records.ask")
    await who.submit({"what": "correct", "subject": subject, "text": text})
    await town.sandbox.quiet()
    assert not who.errors
    return who


async def answer(town: Town, outcome: str, reason: str) -> Driver:
    """The administrator opens the message and answers."""
    who = await p.open_notice(town, p.ADMINISTRATOR)
    await p.press(town, p.ADMINISTRATOR, "own_records.answer")
    await who.submit({"outcome": outcome, "reason": reason})
    await town.sandbox.quiet()
    return who


ENTERED = {"caller": "山田 花子 090-0000-0000", "way": "phone", "received": "2026-09-01", "what": "correct",
           "subject": "roster", "text": WRONG}  # fmt: skip


async def open_entering(town: Town) -> Driver:
    """The administrator opens the form for what came on paper or by phone."""
    await p.go_home(town, p.ADMINISTRATOR)
    await p.press(town, p.ADMINISTRATOR, "own_records.log")
    await p.press(town, p.ADMINISTRATOR, "own_records.entering")
    return await promised(town, p.ADMINISTRATOR)


async def promised(town: Town, person: str) -> Driver:
    """Whoever has not promised secrecy yet does so, and is led on."""
    who = town.sandbox.person(person)
    return await p.press(town, person, "home.swear") if "home.swear" in str(who.modal) else who


async def enter(town: Town, **other: str) -> Driver:
    who = await open_entering(town)
    await who.submit({**ENTERED, **other})
    await town.sandbox.quiet()
    return who


async def states(town: Town) -> list[str]:
    return [row.state for row in await p.rows(town, CaseRow, flow="own_records")]


@p.on_sqlite
async def test_everything_is_on_one_screen_and_each_matter_leads_to_where_it_is_taken_back(
    town: Town, watch: Watch
) -> None:
    await p.ask(town, message=MESSAGE)
    await put(town, HEARING, body={"hearing_agreed": True})
    await p.ask(town, CLERK, "森 彩香", "ほかの人の相談")
    asker = await open_records(town, p.ASKER)
    for word in (
        "■ お願いした件", MESSAGE, "■ 職場での人との関わりの相談", "story-canary", "聞き取りへの同意：はい", "■ 名簿",
        "石川 葵", "■ 役割", "■ 当番への連絡", "■ 認証アプリの登録", "■ 記録についての申し出", "■ Slackに残るもの",
        "■ 紙で受け取る", "■ 終わったあとに残るもの",
    ):  # fmt: skip
        assert word in asker.text(), word
    assert "ほかの人の相談" not in asker.text()
    await p.press(town, p.ASKER, "peer_support.case")
    assert "peer_support.withdraw" in str(asker.modal)

    other = await open_records(town, CLERK)
    assert "ほかの人の相談" in other.text()
    assert [word for word in (MESSAGE, "story-canary", "石川") if word in other.text()] == []


@p.on_sqlite
async def test_nothing_and_much_are_the_same_kind_of_screen_with_the_same_kind_of_line_in_the_audit(
    town: Town, watch: Watch
) -> None:
    await p.ask(town, message=MESSAGE)
    kinds = []
    for person in (p.ASKER, CLERK):
        before = len(await p.rows(town, AuditRow))
        who = await open_records(town, person)
        modal = who.modal or {}
        kinds.append((modal["title"], modal["blocks"][0]["elements"], len(await p.rows(town, AuditRow)) - before))
    assert kinds[0] == kinds[1]


@p.on_sqlite
async def test_a_guest_and_a_stranger_have_no_own_records_here(town: Town) -> None:
    for person in (p.GUEST, p.ADVISER):
        home = await p.go_home(town, person)
        assert SHOW not in str(home.home)
        who = await p.press_forged(town, person, SHOW)
        assert "■ 名簿" not in who.text()


@p.on_sqlite
async def test_a_correction_is_asked_for_answered_read_and_gone(town: Town, watch: Watch) -> None:
    asker = await ask(town)
    assert "10月7日（水）までにお答えします" in asker.text()
    assert p.sentences(town, p.ASKER) == []
    await p.slot(town)
    assert p.sentences(town, p.ADMINISTRATOR) == [p.duty("10月7日")]
    assert await states(town) == ["received"]

    desk = await answer(town, "refused", "")
    assert "理由を書いてください" in str(desk.errors)
    await desk.submit({"outcome": "partly", "reason": REASON})
    await town.sandbox.quiet()
    assert REASON in desk.text()
    await p.slot(town)
    assert p.sentences(town, p.ASKER) == [p.NEWS]
    asker = await p.open_notice(town, p.ASKER)
    assert REASON in asker.text()
    assert "一部だけ、そのとおりにしました" in asker.text()

    await p.go_home(town, p.ADMINISTRATOR)
    desk = await p.press(town, p.ADMINISTRATOR, "own_records.log")
    assert "一部だけ、そのとおりにしました" in desk.text()
    assert "石川" not in desk.text()  # the log names nobody

    await p.press(town, p.ASKER, "own_records.forget")
    assert await states(town) == ["ended"]
    (row,) = await p.rows(town, CaseRow, flow="own_records")
    assert (row.body, row.identity) == (None, None)


@p.on_sqlite
async def test_an_answer_nobody_erased_is_destroyed_after_its_days(town: Town) -> None:
    await ask(town)
    await p.slot(town)
    await answer(town, "done", "")
    await town.step(p.at(2026, 12, 6, 12, 0))
    assert await states(town) == ["answered"]
    await town.step(p.at(2026, 12, 7, 12, 0))
    assert await states(town) == ["ended"]


@p.on_sqlite
async def test_a_missed_promise_is_told_to_the_person_at_the_next_opening(town: Town, watch: Watch) -> None:
    await ask(town)
    await town.step(p.at(2026, 10, 7, 23, 0))
    assert p.NEWS not in p.sentences(town, p.ASKER)
    nudges = p.sentences(town, p.ADMINISTRATOR)
    assert len([one for one in nudges if one == p.duty("10月7日")]) >= 4  # when it came, and three reminders
    await town.step(p.at(2026, 10, 8, 8, 40))
    assert p.sentences(town, p.ASKER).count(p.NEWS) == 1
    asker = await p.open_notice(town, p.ASKER)
    assert "まだお答えできていません" in asker.text()
    assert p.duty("10月8日") in p.sentences(town, p.ADMINISTRATOR)


@p.on_sqlite
async def test_more_time_is_taken_once_with_its_reason(town: Town, watch: Watch) -> None:
    await ask(town)
    await p.slot(town)
    await answer(town, "longer", "控えを探しています。")
    await p.slot(town)
    asker = await p.open_notice(town, p.ASKER)
    assert "控えを探しています。" in asker.text()
    assert "11月6日（金）までにお答えします" in asker.text()
    await p.go_home(town, p.ADMINISTRATOR)
    await p.press(town, p.ADMINISTRATOR, CASE)
    desk = await p.press(town, p.ADMINISTRATOR, "own_records.answer")
    assert "もう少し時間がいる" not in desk.text()


@p.on_sqlite
async def test_nobody_but_the_person_and_the_office_opens_it(town: Town) -> None:
    await ask(town)
    (row,) = await p.rows(town, CaseRow, flow="own_records")
    for person in (p.SUPPORTER, p.WELFARE_HEAD, p.SUPERIOR, p.AUDITOR, CLERK):
        who = await p.press_forged(town, person, CASE, row.id)
        assert WRONG not in who.text(), person
        who = await p.press_forged(town, person, "own_records.answer", row.id)
        assert (who.modal or {}).get("callback_id") != "own_records.save_answer", person
    for person in (p.ADMINISTRATOR, CLERK):
        await p.press_forged(town, person, "own_records.withdraw", row.id)
    assert await states(town) == ["received"]


@p.on_sqlite
async def test_taken_back_it_leaves_nothing_and_reminds_nobody(town: Town, watch: Watch) -> None:
    await ask(town)
    asker = await p.press(town, p.ASKER, "own_records.withdraw")
    assert "取り下げました" in asker.text()
    await town.step(p.at(2026, 10, 20, 12, 0))
    assert p.duty("10月7日") not in p.sentences(town, p.ADMINISTRATOR)
    (row,) = await p.rows(town, CaseRow, flow="own_records")
    assert (row.state, row.body, row.identity) == ("withdrawn", None, None)


@p.on_sqlite
async def test_it_reads_english_to_who_reads_english(town: Town, watch: Watch) -> None:
    await p.ask(town, READS_ENGLISH, "David Abe", "I cannot sleep")
    await put(town, HEARING, body={"hearing_agreed": True, "story": "It hurts", "sheet": {"facts": "It happened"}},
              identity={"requester": READS_ENGLISH})  # fmt: skip
    who = await open_records(town, READS_ENGLISH)
    for word in ("What is kept about me", "I cannot sleep", "It hurts", "What Slack keeps", "On paper"):
        assert word in who.text(), word
    who = await ask(town, READS_ENGLISH, text="Room 305")
    assert "You will have an answer by Wednesday 7 October" in who.text()
    await p.slot(town)
    await answer(town, "done", "305")
    await p.slot(town)
    who = await p.open_notice(town, READS_ENGLISH)
    assert "Done as asked" in who.text()


@p.on_sqlite
@pytest.mark.parametrize(("language", "title"), [("ja", "ご本人についての記録"), ("en", "your own records")])
async def test_on_paper_for_ones_own_hands_with_a_message_and_a_line_in_the_log(
    town: Town, tmp_path: Path, language: str, title: str
) -> None:
    await p.ask(town, message=MESSAGE)
    await p.ask(town, CLERK, "森 彩香", "ほかの人の相談")
    sheet = print_own(town.program.store, tmp_path / "sheets", p.ASKER, language)
    text = sheet.read_text(encoding="utf-8")

    assert title in text
    assert MESSAGE in text
    assert "ほかの人の相談" not in text
    assert [word for word in ("石川", "ISHIKAWA", p.ASKER) if word in sheet.name] == []
    assert sheet.stat().st_mode & 0o777 == 0o600
    assert sheet.parent.stat().st_mode & 0o777 == 0o700
    assert [row.outcome for row in await p.rows(town, AuditRow, act="print")] == ["done"]
    await town.step(p.at(2026, 9, 8, 9, 0))
    assert p.NEWS in p.sentences(town, p.ASKER)
    await p.go_home(town, p.ASKER)
    asker = await p.press(town, p.ASKER, CASE)
    assert "窓口での印刷" in asker.text()
    assert print_own(town.program.store, tmp_path / "sheets", CLERK, language) != sheet


@p.on_sqlite
async def test_who_is_not_on_the_roster_is_not_printed(town: Town, tmp_path: Path) -> None:
    with pytest.raises(Misconfigured, match="not on the roster"):
        print_own(town.program.store, tmp_path / "sheets", "U0NOBODY", "ja")
    assert await p.rows(town, AuditRow, act="print") == []


# ---- somebody without an account ----


async def checked(town: Town, person: str) -> None:
    """A second person has looked at the account of this guest (G6)."""

    def check(unit: Unit) -> None:
        today = unit.house.office.day(unit.now)
        unit.roster.save_appointments(replace(a, checked_on=today) for a in unit.roster.held_by(person))

    await town.program.store.run(check)


def number_on(who: Driver) -> str:
    found = re.search(r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]", who.text())
    assert found is not None, who.text()
    return found[0]


def told_beside_the_desk(town: Town) -> list[str]:
    """Whatever a person other than the administrator has got of a request: news, or that it is due.

    The reader of the monthly digest has news of it, and of no request.
    """
    members = [one.id for one in town.sandbox.workspace.members.values() if not one.is_bot]
    others = [one for one in members if one not in (p.ADMINISTRATOR, p.DIGEST_READER)]
    sent = [sentence for person in others for sentence in p.sentences(town, person)]
    return [one for one in sent if one in (p.NEWS, "There is news for you") or "10月1日" in one or "1 October" in one]


@p.on_sqlite
@pytest.mark.parametrize(
    ("language", "said", "due", "paper"),
    [
        ("ja", "お知らせは届きません", "2026年10月1日", "お申し出と、そのお答え"),
        ("en", "no news reaches them", "1 October 2026", "Your request about records"),
    ],
)
async def test_what_came_by_phone_is_entered_answered_in_time_and_handed_over_on_paper(
    town: Town, tmp_path: Path, language: str, said: str, due: str, paper: str
) -> None:
    administrator = town.sandbox.workspace.members[p.ADMINISTRATOR]
    town.sandbox.change_member(replace(administrator, locale={"ja": "ja-JP", "en": "en-US"}[language]))
    await town.sandbox.quiet()
    desk = await enter(town)
    assert not desk.errors
    for word in ("山田 花子 090-0000-0000", WRONG, said, due):
        assert word in desk.text(), word
    number = number_on(desk)
    assert await states(town) == ["received"]
    await p.slot(town)
    assert len(p.sentences(town, p.ADMINISTRATOR)) == 1
    assert told_beside_the_desk(town) == []

    await p.open_notice(town, p.ADMINISTRATOR)
    await p.press(town, p.ADMINISTRATOR, "own_records.answer")
    await desk.submit({"outcome": "partly", "reason": REASON})
    await town.sandbox.quiet()
    assert not desk.errors
    await p.slot(town)
    assert told_beside_the_desk(town) == []
    desk = await p.go_home(town, p.ADMINISTRATOR)
    desk = await p.press(town, p.ADMINISTRATOR, "own_records.log")
    assert "山田" not in desk.text()  # the log names nobody

    sheet = print_own(town.program.store, tmp_path / "sheets", number.lower(), language)
    text = sheet.read_text(encoding="utf-8")
    for word in ("山田 花子 090-0000-0000", WRONG, REASON, paper):
        assert word in text, word
    assert [row.outcome for row in await p.rows(town, AuditRow, act="print")] == ["done"]

    await town.step(p.at(2026, 12, 8, 12, 0))
    assert await states(town) == ["ended"]
    (row,) = await p.rows(town, CaseRow, flow="own_records")
    assert (row.body, row.identity) == (None, None)
    with pytest.raises(Misconfigured, match="no request that was entered"):
        print_own(town.program.store, tmp_path / "sheets", number, language)


@p.on_sqlite
async def test_what_was_entered_and_is_not_answered_is_asked_for_and_told_to_nobody_else(town: Town) -> None:
    await enter(town)
    await town.step(p.at(2026, 10, 2, 8, 40))
    assert p.duty("10月2日") in p.sentences(town, p.ADMINISTRATOR)
    assert told_beside_the_desk(town) == []


@p.on_sqlite
async def test_a_day_that_has_not_come_and_a_missing_name_are_said_at_their_fields(town: Town) -> None:
    for field, value, said in (
        ("received", "2026-09-08", "今日か、それより前の日"), ("caller", "　", "名前と連絡先を書いて"),
    ):  # fmt: skip
        who = await enter(town, **{field: value})
        assert said in str((who.errors or {}).get(field)), field
        await who.close(everything=True)
    assert await states(town) == []


@p.on_sqlite
async def test_only_whoever_answers_may_open_the_form_and_enters_what_they_answer(town: Town) -> None:
    for person in (p.ASKER, CLERK, p.SUPPORTER, p.WELFARE_HEAD, p.SUPERIOR, p.AUDITOR, p.GUEST):
        await p.press_forged(town, person, "own_records.entering")
        who = await promised(town, person)
        assert p.NOT_SHOWN in who.text(), person
        assert (who.modal or {}).get("callback_id") != "own_records.enter", person
        home = await p.go_home(town, person)
        assert "own_records.entering" not in str(home.home), person
    await checked(town, JOINT_CLERK)
    await p.press_forged(town, JOINT_CLERK, "own_records.entering")
    clerk = await promised(town, JOINT_CLERK)
    subjects = next(block for block in (clerk.modal or {})["blocks"] if block.get("block_id") == "subject")
    assert [one["value"] for one in subjects["element"]["options"]] == ["stress"]
    await enter(town)
    (row,) = await p.rows(town, CaseRow, flow="own_records")
    for person in (JOINT_CLERK, p.SUPPORTER, p.WELFARE_HEAD, CLERK):
        who = await p.press_forged(town, person, CASE, row.id)
        assert "山田" not in who.text(), person
