"""How a request ends: by either side, forgotten, with a contact kept, by itself; and what of it can still be seen."""

import re
from dataclasses import replace
from typing import Any

import pytest

from bot.commands import receipt
from bot.handlers.peer_support.rules.held import SHOWN, WITHHELD
from bot.handlers.peer_support.rules.moves import REQUEST
from bot.rules.cases import Purpose
from bot.sandbox.persons import Driver
from bot.sandbox.town import Town
from bot.store import models
from bot.store.ledger import UnitLedger
from bot.store.models import CaseRow, ConsentRow, DeadlineRow
from bot.store.unit import Unit
from tests.journeys import people as p
from tests.journeys.watch import Watch

MESSAGE = "少し聞いてほしいことがあります"
CODE = r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]"


def news(town: Town, person: str) -> int:
    """How often somebody has been told that there is news."""
    return sum(sentence in {p.NEWS, "There is news for you"} for sentence in p.sentences(town, person))


async def accepted(town: Town, person: str = p.ASKER, supporter: str = "林 さくら", message: str = MESSAGE) -> None:
    """Asked and taken on; both have read it."""
    await p.ask(town, person, supporter, message)
    await p.slot(town)
    await p.accept(town, SUPPORTERS[supporter])
    await p.slot(town)
    await p.open_notice(town, person)


SUPPORTERS = {"林 さくら": p.SUPPORTER, "森 彩香": p.OTHER_SUPPORTER, "David Abe": p.SUPPORTER_IN_ENGLISH}


async def finished(town: Town, person: str = p.ASKER) -> Driver:
    """The person says that it is done."""
    await p.open_own(town, person)
    return await p.press(town, person, "peer_support.finish")


async def kept(town: Town, person: str = p.ASKER, supporter: str = "林 さくら", message: str = MESSAGE) -> Driver:
    """Taken on, done, a contact kept."""
    await accepted(town, person, supporter, message)
    await finished(town, person)
    return await p.press(town, person, "peer_support.keep")


async def open_contact(town: Town, person: str = p.ASKER) -> Driver:
    await p.go_home(town, person)
    return await p.press(town, person, "peer_support.contact")


async def cases(town: Town, kind: str) -> list[Any]:
    return [row for row in await p.rows(town, CaseRow, kind=kind) if row.body is not None]


def code_in(screen: str) -> str:
    found = re.search(CODE, screen)
    assert found is not None
    return found.group()


async def looked_up(town: Town, code: str) -> str:
    return receipt.answer(receipt.look_up(town.program.store, code))


async def nothing_left(town: Town) -> None:
    """Neither keys nor parties nor entries, no text, no deadline that says when it was."""
    assert await p.route(town) == p.DESTROYED
    assert await p.rows(town, ConsentRow) == []
    subjects = {row.id for kind in ("request", "contact") for row in await p.rows(town, CaseRow, kind=kind)}
    assert [row.kind for row in await p.rows(town, DeadlineRow) if row.subject in subjects] == []


@p.on_sqlite
async def test_the_person_can_end_it_and_the_supporter_hears_nothing_of_whose_it_was(town: Town, watch: Watch) -> None:
    await accepted(town)
    before = len(p.sentences(town, p.SUPPORTER))
    asker = await finished(town)
    assert "林 さくらさんとの件は、ひと区切りつきました" in asker.text()
    assert "9月14日（月）に消えます" in asker.text()
    assert "連絡先を残すと、2027年" not in asker.text()  # the day is near enough to be told without its year
    await p.slot(town)

    assert p.sentences(town, p.SUPPORTER)[before:] == [p.NEWS]
    supporter = await p.open_notice(town, p.SUPPORTER)
    assert "引き受けていただいていた件が一件、終わりになりました" in supporter.text()
    assert [word for word in ("石川", "市民課", MESSAGE) if word in supporter.text()] == []
    await p.fill_record(supporter)  # and writes down what was done
    await supporter.submit()
    await town.sandbox.quiet()
    assert "記録しました" in supporter.text()
    assert "引き受けた件" not in str((await p.go_home(town, p.SUPPORTER)).home)

    await p.press(town, p.ASKER, "peer_support.forget")
    month = {"party": 0, "case_key": 2, "record": 1, "sealed": 1}
    assert await p.route(town) == month
    before = news(town, p.ASKER)
    await town.step_by(days=40)
    assert news(town, p.ASKER) == before  # no check, no question: it is forgotten


async def test_a_contact_is_kept_shown_and_reopened_and_its_receipt_is_genuine(town: Town, watch: Watch) -> None:
    asker = await kept(town)
    (contact,) = await cases(town, "contact")
    assert await cases(town, "request") == []
    assert "林 さくらさんに、3月6日（土）まで、ここからまたお願いできます" in asker.text()
    assert MESSAGE not in asker.text()
    parties = await p.rows(town, models.PartyRow)
    assert [(row.case_id, row.purpose) for row in parties] == [(contact.id, "requester")]
    code = code_in(asker.text())
    assert await looked_up(town, code) == "genuine: somebody asked for support on 2026-09-07"
    assert await looked_up(town, f" {code.lower().replace('-', ' ')} ") == await looked_up(town, code)
    assert (await looked_up(town, "0000-0000-0")).startswith("unknown")
    assert "残した連絡先（3月6日（土）まで）" in str((await p.go_home(town, p.ASKER)).home)

    await town.step_by(days=3)
    asker = await open_contact(town)
    await p.press(town, p.ASKER, "peer_support.reopen")
    await asker.submit({"message": "もう一度お願いします"})  # the receiver stands there already
    await town.sandbox.quiet()
    assert "送りました" in asker.text()
    await p.slot(town)
    assert "もう一度お願いします" in (await p.open_notice(town, p.SUPPORTER)).text()
    assert await looked_up(town, code) == "genuine: somebody asked for support on 2026-09-07"

    await open_contact(town)
    asker = await p.press(town, p.ASKER, "peer_support.forget_contact")
    assert "この件は消しました" in asker.text()
    assert await cases(town, "contact") == []
    assert (await looked_up(town, code)).startswith("unknown")  # no look-up after that (G8)


@p.on_sqlite
async def test_a_contact_with_somebody_who_has_left_the_office_says_so_and_leads_to_another(
    town: Town, watch: Watch
) -> None:
    await kept(town)
    town.program.store.run_now(
        lambda unit: unit.roster.save_appointments(
            replace(a, released_on=unit.house.office.day(unit.now)) for a in unit.roster.held_by(p.SUPPORTER)
        )
    )
    asker = await open_contact(town)
    assert "林 さくらさんには、いまお願いできません" in asker.text()
    assert "peer_support.reopen" not in str(asker.modal)
    await p.press(town, p.ASKER, "peer_support.start")
    assert p.option(asker.modal or {}, "supporter", "森 彩香")


async def test_a_kept_contact_is_gone_after_its_day_with_everything_of_it(town: Town, watch: Watch) -> None:
    await kept(town)
    await town.step(p.at(2027, 3, 6, 23, 50))
    assert "残した連絡先" in str((await p.go_home(town, p.ASKER)).home)
    await town.step(p.at(2027, 3, 7, 0, 10))
    assert "残した連絡先" not in str((await p.go_home(town, p.ASKER)).home)
    assert await cases(town, "contact") == []
    subjects = {row.id for row in await p.rows(town, CaseRow, kind="contact")}
    assert subjects
    assert [row for row in await p.rows(town, models.CaseKeyRow) if row.case_id in subjects] == []
    assert [row for row in await p.rows(town, models.PartyRow) if row.case_id in subjects] == []
    assert [row for row in await p.rows(town, DeadlineRow) if row.subject in subjects] == []


async def check_due(town: Town, person: str = p.ASKER) -> Driver:
    """The later check has come, and the person has opened it."""
    before = news(town, person)
    await town.step(p.at(2026, 10, 7, 12, 0))
    assert news(town, person) == before + 1
    return await p.open_notice(town, person)


@p.on_sqlite
@pytest.mark.parametrize("answer", ["check_same", "check_better"])
async def test_a_check_without_trouble_is_answered_once_and_counted_nowhere(
    town: Town, watch: Watch, answer: str
) -> None:
    await kept(town)
    counts = await p.rows(town, models.CountRow, flow="peer_support")
    asker = await check_due(town)
    assert "不利な扱い" in asker.text()
    asker = await p.press(town, p.ASKER, f"peer_support.{answer}")
    assert "おたずねは、これでおしまいです" in asker.text()
    assert "不利な扱い" not in (await open_contact(town)).text()
    assert await p.rows(town, models.CountRow, flow="peer_support") == counts
    before = {who: news(town, who) for who in (p.ASKER, *p.SUPPORTERS)}
    await town.step_by(days=20)
    assert {who: news(town, who) for who in before} == before


@p.on_sqlite
async def test_a_check_answered_worse_goes_to_the_same_supporter_only_when_the_person_sends_it(
    town: Town, watch: Watch
) -> None:
    await kept(town)
    await check_due(town)
    everybody = {member: len(p.sentences(town, member)) for member in town.sandbox.workspace.members}
    asker = await p.press(town, p.ASKER, "peer_support.check_worse")
    assert "まだ、だれにも伝わっていません" in asker.text()
    assert await cases(town, "request") == []
    await p.press(town, p.ASKER, "peer_support.worse_same")
    await asker.submit()
    await town.sandbox.quiet()
    assert "送りました" in asker.text()
    await p.slot(town)

    told = [m for m in town.sandbox.workspace.members if len(p.sentences(town, m)) > everybody[m]]
    assert told == [p.SUPPORTER]
    assert "不利な扱いを受けていると感じることがあります" in (await p.open_notice(town, p.SUPPORTER)).text()


@p.on_sqlite
async def test_a_check_answered_worse_can_go_to_somebody_else_in_other_words(town: Town, watch: Watch) -> None:
    await kept(town)
    await check_due(town)
    asker = await p.press(town, p.ASKER, "peer_support.check_worse")
    await p.press(town, p.ASKER, "peer_support.worse_other")
    chosen = p.option(asker.modal or {}, "supporter", "森 彩香")
    await asker.submit({"supporter": chosen, "message": "別の言葉で書きます"})
    await town.sandbox.quiet()
    assert "送りました" in asker.text()
    before = len(p.sentences(town, p.SUPPORTER))
    await p.slot(town)
    assert len(p.sentences(town, p.SUPPORTER)) == before
    other = await p.open_notice(town, p.OTHER_SUPPORTER)
    assert "別の言葉で書きます" in other.text()
    assert "不利な扱い" not in other.text()


async def test_without_an_act_both_are_asked_after_a_month_and_after_two_it_ends(town: Town, watch: Watch) -> None:
    await accepted(town)  # on 7 September
    before = {who: news(town, who) for who in (p.ASKER, p.SUPPORTER)}
    await town.step(p.at(2026, 10, 7, 12, 0))
    assert {who: news(town, who) - before[who] for who in before} == {p.ASKER: 1, p.SUPPORTER: 1}
    assert p.arrived(town, p.ASKER)[-1] == "10-07 08:35"
    asker = await p.open_notice(town, p.ASKER)
    assert "しばらく動きがないようです" in asker.text()
    assert "11月5日（木）までどなたも押さなければ" in asker.text()
    assert "しばらく動きがないようです" in (await p.open_own(town, p.SUPPORTER)).text()

    await town.step(p.at(2026, 11, 5, 23, 50))
    assert len(await cases(town, "request")) == 1
    await town.step(p.at(2026, 11, 6, 12, 0))
    assert await cases(town, "request") == []
    assert p.sentences(town, p.ASKER)[-1] == p.NEWS
    asker = await p.open_notice(town, p.ASKER)  # hangs on no case
    assert "動きがなかった件を一件、終わりにしました" in asker.text()
    supporter = await p.open_notice(town, p.SUPPORTER)
    assert "終わりになりました" in supporter.text()
    assert "石川" not in supporter.text()
    await nothing_left_of_requests(town)


@p.on_sqlite
@pytest.mark.parametrize("steps_aside", [False, True])
async def test_a_request_that_waits_for_a_choice_is_asked_about_and_ends_too(town: Town, steps_aside: bool) -> None:
    await p.ask(town)  # on 7 September
    await p.slot(town)
    if steps_aside:
        await p.step_aside(town, p.SUPPORTER, "own_load")
    await town.step(p.at(2026, 10, 14, 12, 0))
    asker = await p.open_own(town, p.ASKER)
    assert "しばらく動きがないようです" in asker.text()
    before = news(town, p.SUPPORTER)

    await town.step(p.at(2026, 11, 16, 12, 0))
    assert await cases(town, "request") == []
    asker = await p.open_notice(town, p.ASKER)
    assert "動きがなかった件を一件、終わりにしました" in asker.text()
    # who was still asked hears that it is over
    assert news(town, p.SUPPORTER) - before == (0 if steps_aside else 1)
    await nothing_left_of_requests(town)


async def nothing_left_of_requests(town: Town) -> None:
    """Of any request neither keys, parties, entries nor deadlines; months stay."""
    gone = {row.id for row in await p.rows(town, CaseRow, kind="request") if row.body is None}
    assert gone
    for table in (models.CaseKeyRow, models.PartyRow, models.RecordRow, ConsentRow):
        assert [row for row in await p.rows(town, table) if row.case_id in gone] == []
    assert [row for row in await p.rows(town, DeadlineRow) if row.subject in gone] == []


@p.on_sqlite
@pytest.mark.parametrize("who", [p.ASKER, p.SUPPORTER])
async def test_either_side_lets_it_go_on_and_the_count_begins_anew(town: Town, watch: Watch, who: str) -> None:
    await accepted(town)
    await town.step(p.at(2026, 10, 8, 12, 0))
    driver = await p.open_own(town, who)
    await p.press(town, who, "peer_support.carry_on")
    assert "しばらく動きがない" not in driver.text()
    await town.step(p.at(2026, 11, 6, 12, 0))
    assert "しばらく動きがない" not in (await p.open_own(town, p.ASKER)).text()
    await town.step(p.at(2026, 11, 9, 12, 0))
    assert "しばらく動きがない" in (await p.open_own(town, p.ASKER)).text()


@p.on_sqlite
async def test_after_a_standstill_nothing_ends_before_it_was_asked_about(town: Town, watch: Watch) -> None:
    await accepted(town)
    town.clock.move_to(p.at(2026, 10, 17, 10, 0))  # forty days on, without a tick in between
    await town.step_by(days=4)
    assert "11月15日（日）までどなたも押さなければ" in (await p.open_own(town, p.ASKER)).text()
    await town.step(p.at(2026, 11, 15, 12, 0))
    assert len(await cases(town, "request")) == 1
    await town.step(p.at(2026, 11, 16, 12, 0))
    await nothing_left_of_requests(town)


async def unclassified(town: Town) -> set[str]:
    """What open matters hold that is neither shown to its person nor withheld for a reason."""

    def keys(unit: Unit) -> set[str]:
        found = set()
        for person in (p.ASKER, p.SUPPORTER, p.OTHER_SUPPORTER):
            for purpose in (Purpose.REQUESTER, Purpose.HANDLER):
                for case in UnitLedger(unit).open_cases(person, purpose, "peer_support"):
                    shown = {(part, key) for part, key, _ in SHOWN[case.kind]}
                    held = {("body", key) for key in case.body} | {("identity", key) for key in case.identity}
                    found |= {f"{part}.{key}" for part, key in held - shown}
        return found - WITHHELD.keys()

    return await town.program.store.read(keys)


async def in_state(town: Town, state: str, person: str, supporter: str, message: str) -> None:
    """A request that has come to this state."""
    await p.ask(town, person, supporter, message)
    await p.slot(town)
    if state in {"accepted", "closing"}:
        await p.accept(town, SUPPORTERS[supporter])
    if state == "stepped_aside":
        await p.step_aside(town, SUPPORTERS[supporter], "own_load")
    if state == "unanswered":
        await town.step_by(days=4)
    if state == "closing":
        await finished(town, person)


@p.on_sqlite
@pytest.mark.parametrize("state", [s for s in REQUEST.states() if s not in REQUEST.final()])
@pytest.mark.parametrize(
    "side",
    [
        (p.ASKER, "林 さくら", MESSAGE, "消しました"),
        (p.ASKER_IN_ENGLISH, "David Abe", "I would like to talk", "been erased"),
    ],
    ids=["ja", "en"],
)
async def test_it_can_be_taken_back_in_every_state_and_leaves_nothing(
    town: Town, watch: Watch, state: str, side: tuple[str, str, str, str]
) -> None:
    person, supporter, message, erased = side
    await in_state(town, state, person, supporter, message)
    assert [row.state for row in await cases(town, "request")] == [state]
    asker = await p.open_own(town, person)
    await p.press(town, person, "peer_support.forget" if state == "closing" else "peer_support.withdraw")
    assert erased in asker.text()
    await nothing_left(town)
    for other in (SUPPORTERS[supporter], p.OTHER_SUPPORTER):
        assert message not in (await p.go_home(town, other)).text()


@p.on_sqlite
async def test_the_person_sees_who_opened_it_when_and_what_comes_next(town: Town, watch: Watch) -> None:
    await p.ask(town, message=MESSAGE)
    asker = await p.open_own(town, p.ASKER)
    await p.press(town, p.ASKER, "peer_support.more")
    await p.press(town, p.ASKER, "peer_support.history")
    assert "まだだれも開いていません" in asker.text()
    assert "9月9日（水）までに、引き受けるかどうかの連絡があります" in asker.text()

    await town.step(p.at(2026, 9, 8, 9, 2))
    await p.open_notice(town, p.SUPPORTER)
    await p.go_home(town, p.SUPPORTER)
    await p.press(town, p.SUPPORTER, "peer_support.case")  # the same day: one mark is enough
    await town.step(p.at(2026, 9, 9, 14, 41))
    await p.accept(town, p.SUPPORTER)
    await p.open_own(town, p.ASKER)
    await p.press(town, p.ASKER, "peer_support.more")
    asker = await p.press(town, p.ASKER, "peer_support.history")
    lines = [line for line in asker.text().splitlines() if "林 さくら" in line]
    assert lines == ["9月8日（火） 9:00　林 さくら", "9月9日（水） 14:40　林 さくら"]
    assert "30日のあいだ何も動きがないとき" in asker.text()


@p.on_sqlite
async def test_everything_that_is_held_about_oneself_can_be_read_and_nothing_of_others(
    town: Town, watch: Watch
) -> None:
    await p.swear(town, p.SUPPORTER)
    await p.record(town, p.SUPPORTER)
    await kept(town, p.ASKER, "森 彩香")
    await accepted(town)
    await p.ask(town, "U0GOTO", "森 彩香", "ほかの人の相談")
    await p.go_home(town, p.ASKER)
    asker = await p.press(town, p.ASKER, "own_records.show")
    for word in ("石川 葵", "市民課", MESSAGE, "職場のこと", "電話", "林 さくら", "森 彩香", "福田 隆",
                 "■ 残した連絡先", "2026年9月7日（月）"):  # fmt: skip
        assert word in asker.text(), word
    assert "ほかの人の相談" not in asker.text()
    assert "後藤" not in asker.text()

    assert await unclassified(town) == set()

    await p.go_home(town, p.SUPPORTER)
    supporter = await p.press(town, p.SUPPORTER, "own_records.show")
    for word in ("所属ピアサポーター", "■ 役割", "2027年3月31日（水）", "■ 9月分の記録", "傾聴・職場のこと"):
        assert word in supporter.text(), word
    assert [word for word in (MESSAGE, "石川") if word in supporter.text()] == []


@p.on_sqlite
async def test_the_whole_end_reads_english_to_who_reads_english(town: Town, watch: Watch) -> None:
    asker = await kept(town, p.ASKER_IN_ENGLISH, "David Abe", "I would like to talk")
    assert "You can ask David Abe again from here until Saturday 6 March" in asker.text()
    await check_due(town, p.ASKER_IN_ENGLISH)
    await p.press(town, p.ASKER_IN_ENGLISH, "peer_support.check_worse")
    assert "Nobody has been told yet" in asker.text()
    await p.go_home(town, p.ASKER_IN_ENGLISH)
    await p.press(town, p.ASKER_IN_ENGLISH, "own_records.show")
    assert "A contact you kept" in asker.text()


@p.on_sqlite
async def test_a_supporters_own_data_read_english_too_but_for_what_is_written_on_paper(town: Town) -> None:
    await p.go_home(town, p.SUPPORTER_IN_ENGLISH)
    supporter = await p.press(town, p.SUPPORTER_IN_ENGLISH, "own_records.show")
    for word in ("Role: Unit supporter", "Until: Wednesday 31 March 2027", "Document: 所第"):
        assert word in supporter.text(), word
