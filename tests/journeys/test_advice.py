"""Advice without identity: looked at before it goes, answered, unanswered, turned to somebody else, closed."""

from bot.sandbox.persons import Driver
from bot.sandbox.town import Town
from bot.store.models import CaseRow
from bot.store.unit import Unit
from tests.journeys import people as p
from tests.journeys.watch import Watch

CANARY = "kanariya7f3c2"
RAW = f"市民課の石川 葵さん、090-1234-5678。9月1日10時半に本庁舎1階で。{CANARY}@example.jp 眠れないそうです。"
SENT = "（ある所属）の（ある人）、（電話番号）。（ある日時）に（ある場所）で。（メールアドレス） 眠れないそうです。"
TELLING = ("市民課", "石川", "葵さん", "090-1234", "9月1日", "10時半", "本庁舎1階", CANARY)


async def write(town: Town, person: str, text: str, *, coordinator: str = "井上 直子", way: str = "advice") -> Driver:
    """Home, the form, filled in and looked at: the preview stands open."""
    await p.go_home(town, person)
    who = await p.press(town, person, f"peer_support.{way}")
    chosen = p.option(who.modal or {}, "coordinator", coordinator)
    await who.fill({"coordinator": chosen, "text": text})
    await who.submit()
    await town.sandbox.quiet()
    return who


async def send(town: Town, who: Driver, **fields: str) -> Driver:
    """Submit the form; the oath is given where it is asked, and the form below it sent once more."""
    await who.submit(fields)
    await town.sandbox.quiet()
    if "home.swear" in str(who.modal):
        await p.press(town, who.id, "home.swear")
        await who.close()
        await who.submit()
        await town.sandbox.quiet()
    return who


async def ask(town: Town, person: str = p.SUPPORTER, text: str = RAW, **other: str) -> Driver:
    return await send(town, await write(town, person, text, **other))


async def open_advice(town: Town, person: str) -> Driver:
    await p.go_home(town, person)
    return await p.press(town, person, "peer_support.advice_case")


async def stored(town: Town) -> str:
    """All that every case holds, opened by the house as only it can."""
    ids = [row.id for row in await p.rows(town, CaseRow)]

    def read(unit: Unit) -> list[object]:
        cases = [unit.casebook.load(case_id) for case_id in ids]
        return [*cases, *(unit.casebook.records(case_id) for case_id in ids)]

    return str(await town.program.store.read(read))


async def test_the_coordinator_reads_nothing_that_tells_who_it_is_about(town: Town, watch: Watch) -> None:
    await p.ask(town)
    await p.slot(town)
    await p.accept(town, p.SUPPORTER)
    await p.open_own(town, p.SUPPORTER)
    await p.press(town, p.SUPPORTER, "peer_support.more")
    supporter = await p.press(town, p.SUPPORTER, "peer_support.advice")
    chosen = p.option(supporter.modal or {}, "coordinator", "井上 直子")
    await send(town, supporter, coordinator=chosen, text=RAW)

    assert "このように送ります" in supporter.text()
    assert SENT in str(supporter.modal)
    for what in ("名前：石川 葵さん", "所属：市民課", "部屋：本庁舎1階", "電話番号：090-1234-5678"):
        assert what in supporter.text()  # to the one who has written it
    await send(town, supporter)
    assert "井上 直子さんに送りました" in supporter.text()

    await p.slot(town)
    assert p.sentences(town, p.COORDINATOR) == [p.duty("9月10日")]
    coordinator = await p.open_notice(town, p.COORDINATOR)
    assert "林 さくらさんから、進め方についての相談です" in coordinator.text()
    assert SENT in coordinator.text()
    assert [word for word in TELLING if word in watch.text(p.COORDINATOR)] == []

    await send(town, coordinator, text="まず、眠れているかを聞いてみてください。")
    await p.slot(town)
    supporter = await p.open_notice(town, p.SUPPORTER)
    assert "まず、眠れているかを聞いてみてください。" in supporter.text()


async def test_what_was_left_out_is_nowhere_in_the_database(town: Town) -> None:
    await ask(town)

    assert "眠れないそうです" in await stored(town)
    assert [word for word in TELLING if word in await stored(town)] == []


@p.on_sqlite
async def test_what_is_changed_in_the_preview_is_looked_at_again(town: Town) -> None:
    supporter = await write(town, p.SUPPORTER, "眠れないそうです。")
    assert "置きかえた言葉はありません" in supporter.text()
    await send(town, supporter, shown="建設課の分庁舎の森さんは眠れないそうです。")
    assert "このように送ります" in supporter.text()
    assert "あてはまる方は、わずかです" in supporter.text()
    assert "（ある所属）の（ある場所）の（ある人）は眠れないそうです。" in str(supporter.modal)
    await send(town, supporter)
    assert "送りました" in supporter.text()

    await p.slot(town)
    coordinator = await p.open_notice(town, p.COORDINATOR)
    assert "（ある所属）の（ある場所）の（ある人）は眠れないそうです。" in coordinator.text()


@p.on_sqlite
async def test_only_the_chosen_coordinator_reads_it_and_it_is_tied_to_no_request(town: Town, watch: Watch) -> None:
    await p.ask(town, supporter="林 さくら")
    await ask(town)
    await p.slot(town)
    await p.open_notice(town, p.COORDINATOR)
    (case,) = await p.rows(town, CaseRow, kind="advice")

    for person in (p.HQ_SUPPORTER, p.OTHER_SUPPORTER, p.ASKER, p.WELFARE_HEAD):
        who = await p.press_forged(town, person, "peer_support.advice_case", row=case.id)
        assert "眠れない" not in who.text()
    assert "peer_support.advice_case" not in str((await p.go_home(town, p.HQ_SUPPORTER)).home)
    assert "peer_support.case" not in str((await p.go_home(town, p.COORDINATOR)).home)


async def test_unanswered_advice_is_nudged_then_the_supporter_turns_to_somebody_else(town: Town) -> None:
    await ask(town)
    await town.step_by(days=7)
    assert set(p.sentences(town, p.COORDINATOR)) == {p.duty("9月10日")}
    assert len(p.sentences(town, p.COORDINATOR)) == 2  # asked, reminded once
    assert p.sentences(town, p.SUPPORTER) == [p.NEWS]
    supporter = await p.open_notice(town, p.SUPPORTER)
    assert "まだ返事がありません" in supporter.text()

    await p.press(town, p.SUPPORTER, "peer_support.advice_other")
    assert "井上 直子" not in str((supporter.modal or {}).get("blocks"))
    other = p.option(supporter.modal or {}, "coordinator", "松本 正")
    await send(town, supporter, coordinator=other)
    await town.step_by(hours=20)
    assert "眠れないそうです" in (await p.open_notice(town, p.HQ_SUPPORTER)).text()
    assert p.NOT_SHOWN in (await p.open_notice(town, p.COORDINATOR)).text()


async def test_what_is_closed_leaves_nothing_and_the_one_who_still_owed_a_word_is_told(town: Town) -> None:
    await ask(town)
    await p.slot(town)
    supporter = await open_advice(town, p.SUPPORTER)
    await p.press(town, p.SUPPORTER, "peer_support.advice_close")
    assert "相談を終えました" in supporter.text()
    assert await p.route(town) == p.DESTROYED
    assert "peer_support.advice_case" not in str((await p.go_home(town, p.COORDINATOR)).home)
    await town.step_by(days=5)
    assert p.sentences(town, p.COORDINATOR)[1:] == [p.NEWS]
    assert p.sentences(town, p.SUPPORTER) == []


@p.on_sqlite
async def test_more_can_be_added_and_nothing_happening_ends_it(town: Town) -> None:
    await ask(town)
    await p.slot(town)
    coordinator = await p.open_notice(town, p.COORDINATOR)
    await send(town, coordinator, text="どんなときに眠れないのでしょう。")
    supporter = await open_advice(town, p.SUPPORTER)
    await send(town, supporter, text="石川さんは、朝がつらいそうです。")
    assert "（ある人）は、朝がつらいそうです。" in str(supporter.modal)
    await send(town, supporter)
    await p.slot(town)
    assert "（ある人）は、朝がつらいそうです。" in (await p.open_notice(town, p.COORDINATOR)).text()
    await town.step_by(days=59)
    assert "朝がつらい" in await stored(town)
    await town.step_by(days=2)
    assert "朝がつらい" not in await stored(town)
    (advice,) = await p.rows(town, CaseRow, kind="advice")
    assert (advice.state, advice.body, advice.identity) == ("closed", None, None)


@p.on_sqlite
async def test_a_supporter_for_whom_it_is_too_much_can_say_so_without_a_word(town: Town, watch: Watch) -> None:
    await p.ask(town, p.ASKER_IN_ENGLISH, supporter="David Abe")
    await p.slot(town)
    await p.accept(town, p.SUPPORTER_IN_ENGLISH)
    home = await p.go_home(town, p.SUPPORTER_IN_ENGLISH)
    assert "Requests you have taken on: 1. Entries this month: 0. Only you see this." in home.text()

    who = await p.press(town, p.SUPPORTER_IN_ENGLISH, "peer_support.load")
    assert "Listening to people takes strength" in who.text()
    await send(town, who, coordinator=p.option(who.modal or {}, "coordinator", "井上 直子"))
    assert "It goes to" in who.text()
    await p.slot(town)
    coordinator = await p.open_notice(town, p.COORDINATOR)
    assert "David Abeさんから、自分の負担が大きくなっているという相談です" in coordinator.text()
    assert "Emma" not in watch.text(p.COORDINATOR)


@p.on_sqlite
async def test_what_is_written_in_english_is_looked_at_in_english(town: Town, watch: Watch) -> None:
    told = "Ms Ogawa from 2203 told me on Sept 3rd at 10:30 that she cannot sleep."
    supporter = await write(town, p.SUPPORTER_IN_ENGLISH, told)
    assert "This is how it will be sent" in supporter.text()
    assert "Ms (somebody) from (a phone number) told me on (a day or time) at (a day or time) that" in str(
        supporter.modal
    )
    await send(town, supporter)
    assert "Sent" in supporter.text()
    await p.slot(town)
    assert "she cannot sleep" in (await p.open_notice(town, p.COORDINATOR)).text()
    watch.words[p.COORDINATOR] = set()  # what the supporter has written stands there as it was written


@p.on_sqlite
async def test_who_is_no_supporter_has_no_such_door(town: Town) -> None:
    for person in (p.ASKER, p.WELFARE_HEAD, p.COORDINATOR):
        home = await p.go_home(town, person)
        assert "peer_support.load" not in str(home.home)
        who = await p.press_forged(town, person, "peer_support.advice")
        assert "coordinator" not in str(who.modal)


@p.on_sqlite
async def test_a_button_of_a_request_does_nothing_to_advice(town: Town) -> None:
    await ask(town)
    (before,) = await p.rows(town, CaseRow, kind="advice")
    for kind in ("peer_support.withdraw", "peer_support.forget", "peer_support.accept", "peer_support.end"):
        await p.press_forged(town, p.SUPPORTER, kind, row=before.id)
    (after,) = await p.rows(town, CaseRow, kind="advice")
    assert (after.state, after.rev) == (before.state, before.rev)
