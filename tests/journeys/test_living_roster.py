"""The roster lives: named in Slack and asked at once, released, renewed, lapsed, missed and exempted (Yam 4-8)."""

from collections.abc import Mapping

from bot.rules.people import HANDLERS, Appointment, Role
from bot.sandbox.acts import Tap
from bot.sandbox.persons import Driver
from bot.sandbox.town import Town
from bot.sandbox.townhall import STAFF
from bot.store.models import AuditRow
from tests.journeys import people as p
from tests.journeys.watch import Watch

CITIZENS_HEAD, GENERAL_HEAD, TAX_HEAD = "U0FUKUDA", "U0NAKAMURA", "U0OTA"
ENGLISH_READER = p.ASKER_IN_ENGLISH
IN_THE_UNIT = [one.id for one in STAFF if one.unit == "市民課"]
ANNOUNCED = "所属のピアサポーターのお知らせです"


async def on_screen(town: Town, person: str, action: str) -> Driver:
    """A screen of the roster from Home; the oath is given where it is asked, and leads on."""
    await p.go_home(town, person)
    who = await p.press(town, person, action)
    return await promised(town, who)


async def promised(town: Town, who: Driver) -> Driver:
    if "home.swear" in str(who.modal):
        await p.press(town, who.id, "home.swear")
    return who


async def send(town: Town, who: Driver, values: Mapping[str, str]) -> Driver:
    await who.submit(values)
    await town.sandbox.quiet()
    return who


def winter(town: Town) -> None:
    """The last weeks before the terms end; what came before is no part of it and is not lived through."""
    town.clock.move_to(p.at(2027, 2, 8, 9, 0))


async def name(town: Town, head: str, person: str, day: str) -> Driver:
    """The unit head names somebody from that day."""
    await on_screen(town, head, "roster.unit")
    who = await p.press(town, head, "roster.name")
    return await send(town, who, {"person": p.option(who.modal or {}, "person", person), "starts_on": day})


async def test_who_is_named_can_be_asked_at_once_swears_and_is_made_known(town: Town, watch: Watch) -> None:
    head = await name(town, CITIZENS_HEAD, "後藤 翼", "2026-09-07")
    assert "後藤 翼さん　所属ピアサポーター" in head.text()
    assert "2026年9月7日から2027年3月31日まで" in head.text()  # Yam 6(5)

    asker = await p.ask(town, supporter="後藤 翼")
    assert "後藤 翼さんにお願いしました" in asker.text()
    await p.slot(town)
    told = {person: p.sentences(town, person) for person in IN_THE_UNIT}
    assert told.pop(CITIZENS_HEAD) == []  # did it
    assert sorted(told.pop("U0GOTO")) == sorted([p.NEWS, p.duty("9月9日")])
    assert told.pop(ENGLISH_READER) == ["News about the peer supporters of your unit"]
    assert set(map(tuple, told.values())) == {(ANNOUNCED,)}  # Yam 6(7)
    assert p.sentences(town, p.WELFARE_HEAD) == [p.NEWS]
    assert p.sentences(town, TAX_HEAD) == []

    member = await p.go_home(town, "U0ISHIKAWA")
    await member.click("open", where="message")
    await town.sandbox.quiet()
    assert "後藤 翼（本庁舎1階）　電話 2204" in member.text()

    supporter = town.sandbox.person("U0GOTO")
    await press_message(town, supporter, p.NEWS)
    assert "所属ピアサポーターをお願いします" in supporter.text()
    await p.press(town, "U0GOTO", "roster.promise")
    assert "見えるもの：あなたを名指しで届いたお願い" in supporter.text()  # G11
    await p.press(town, "U0GOTO", "home.swear")
    assert "roster.promise" not in str(supporter.modal)  # the promise leads back (G10)
    assert "所属ピアサポーターをお願いします" in supporter.text()
    await press_message(town, supporter, p.duty("9月9日"))
    assert "石川 葵さん（市民課）から" in supporter.text()

    welfare = town.sandbox.person(p.WELFARE_HEAD)
    await press_message(town, welfare, p.NEWS)
    await promised(town, welfare)
    assert "市民課：後藤 翼（本庁舎1階）　2026年9月7日から2027年3月31日まで" in welfare.text()
    assert [row.outcome for row in await p.rows(town, AuditRow, act="name")] == ["done"]


async def press_message(town: Town, who: Driver, sentence: str) -> None:
    """Press the button of the latest message with this sentence."""
    if who.modal:
        await who.close(everything=True)
    message = next(one for one in reversed(who.messages) if one.text == sentence)
    tap = Tap("message", message.blocks[-1]["block_id"], "open", ts=message.ts)
    await town.sandbox.acts.click(who.id, tap)
    await town.sandbox.quiet()


@p.on_sqlite
async def test_next_years_naming_waits_for_its_day_and_so_does_the_announcement(town: Town, watch: Watch) -> None:
    winter(town)
    await name(town, CITIZENS_HEAD, "後藤 翼", "2027-04-01")  # P3
    await p.slot(town)
    assert (p.sentences(town, "U0GOTO"), p.sentences(town, "U0ISHIKAWA")) == ([p.NEWS], [])
    await p.go_home(town, p.ASKER)
    asker = await p.press(town, p.ASKER, "peer_support.start")
    assert "後藤 翼" not in str(asker.modal)
    await town.step(p.at(2027, 4, 1, 9, 0))
    assert p.arrived(town, "U0ISHIKAWA")[-1] == "04-01 08:35"
    assert p.sentences(town, "U0ISHIKAWA")[-1] == ANNOUNCED
    await p.go_home(town, p.ASKER)
    asker = await p.press(town, p.ASKER, "peer_support.start")
    assert "後藤 翼" in str(asker.modal)


@p.on_sqlite
async def test_who_cannot_be_named_is_refused_at_the_field(town: Town, watch: Watch) -> None:
    head = await name(town, CITIZENS_HEAD, "林 さくら", "2026-09-07")
    assert "もう同じ役割にあります" in str(head.errors)
    await send(town, head, {"person": p.option(head.modal or {}, "person", "後藤 翼"), "starts_on": "2028-04-01"})
    assert "今年度か来年度の日" in str(head.errors)
    names = str(head.modal)
    assert "石川 葵" in names
    assert "太田 明美" not in names  # of another unit (Yam 6(2))
    general = await name(town, GENERAL_HEAD, "遠藤 亮", "2026-09-07")
    assert "兼ねられません" in str(general.errors)  # the administrator sees no case


@p.on_sqlite
async def test_the_head_of_another_unit_opens_and_changes_nothing(town: Town, watch: Watch) -> None:
    held = await appointment_of(town, p.SUPPORTER)
    await on_screen(town, TAX_HEAD, "roster.unit")  # sworn in
    for verb in ("appointment", "release", "renew", "let_end"):
        other = await p.press_forged(town, TAX_HEAD, f"roster.{verb}", held.id)
        assert p.NOT_SHOWN in other.text()
    assert await appointment_of(town, p.SUPPORTER) == held
    denied = await p.rows(town, AuditRow, outcome="denied:unrelated")
    assert len(denied) == 4
    employee = await p.press_forged(town, p.ASKER, "roster.unit")
    assert p.NOT_SHOWN in employee.text()


async def appointment_of(town: Town, person: str) -> Appointment:
    """The latest appointment of somebody in peer support."""
    held = await town.program.store.read(lambda unit: list(unit.roster.held_by(person)))
    return max((a for a in held if a.role in HANDLERS), key=lambda a: a.starts_on)


async def open_own_appointment(town: Town, head: str, person: str) -> Driver:
    """The unit head opens the appointment of somebody from the list."""
    who = await on_screen(town, head, "roster.unit")
    held = await appointment_of(town, person)
    today = town.clock.now().astimezone(p.TOKYO).date()
    for block in (who.modal or {})["blocks"]:
        button = block.get("accessory")
        if button and town.program.tokens.read(button["value"], today=today, person=head).row == held.id:
            await town.sandbox.acts.click(head, Tap("modal", block["block_id"], button["action_id"]))
    await town.sandbox.quiet()
    return who


async def release(town: Town, head: str, person: str, day: str) -> Driver:
    await open_own_appointment(town, head, person)
    who = await p.press(town, head, "roster.release")
    return await send(town, who, {"released_on": day, "reason": "health"})


async def test_released_in_the_middle_the_person_chooses_anew_and_the_unit_hears_of_it(
    town: Town, watch: Watch
) -> None:
    await p.ask(town)
    await p.slot(town)
    await p.accept(town, p.SUPPORTER)
    await p.slot(town)
    assert p.sentences(town, p.ASKER) == [p.NEWS]
    head = await release(town, CITIZENS_HEAD, p.SUPPORTER, "2026-09-07")
    assert "2026年9月6日までです" in head.text()

    assert p.NOT_SHOWN in (await p.open_notice(town, p.SUPPORTER)).text()  # the same minute
    await p.slot(town)
    assert sorted(p.sentences(town, p.ASKER)) == sorted([p.NEWS, p.NEWS, ANNOUNCED])
    asker = await p.open_own(town, p.ASKER)
    assert "ほかの方をさがしています" in asker.text()
    asker = await p.choose(town, p.ASKER, "森 彩香")
    assert "森 彩香さんにお願いしています" in asker.text()
    assert "2026年9月6日で終わりました" in (await p.open_notice(town, p.SUPPORTER)).text()
    welfare = await p.open_notice(town, p.WELFARE_HEAD)
    assert "市民課：林 さくら（本庁舎1階）　2026年9月7日に解除" in welfare.text()
    everything = "\n".join(watch.text(person) for person in watch.words if person != CITIZENS_HEAD)
    assert "病気" not in everything  # the reason is shown to nobody (Yam 6(6))


@p.on_sqlite
async def test_a_release_on_a_later_day_leaves_everything_open_until_then(town: Town, watch: Watch) -> None:
    await p.ask(town)
    await p.slot(town)
    await p.accept(town, p.SUPPORTER)
    await release(town, CITIZENS_HEAD, p.SUPPORTER, "2026-09-16")
    await town.step(p.at(2026, 9, 15, 23, 50))
    assert "引き受けました" in (await p.open_own(town, p.ASKER)).text()
    await town.step(p.at(2026, 9, 16, 9, 0))
    assert "ほかの方をさがしています" in (await p.open_own(town, p.ASKER)).text()
    assert p.sentences(town, "U0GOTO") == [ANNOUNCED]
    assert p.arrived(town, "U0GOTO") == ["09-16 08:35"]


@p.on_sqlite
async def test_a_term_is_reminded_of_three_times_on_office_days_and_lapses_at_midnight(
    town: Town, watch: Watch
) -> None:
    winter(town)
    await town.step(p.at(2027, 4, 1, 9, 0))
    due = p.duty("3月31日")
    sent = [at for at, said in zip(p.arrived(town, TAX_HEAD), p.sentences(town, TAX_HEAD), strict=True) if said == due]
    assert sent == ["02-12 08:35", "03-17 08:35", "03-26 08:35"]  # 14 February and 28 March are Sundays
    two = [at for at, said in zip(p.arrived(town, "U0MIURA"), p.sentences(town, "U0MIURA"), strict=True) if said == due]
    assert two == sent  # one reminder, however many terms end that day
    assert p.sentences(town, p.WELFARE_HEAD).count(due) >= 3  # the offices that the chief names
    asker = await p.go_home(town, p.ASKER)
    asker = await p.press(town, p.ASKER, "peer_support.start")
    assert "いま、このホームからお願いできる方がいません" in asker.text()


@p.on_sqlite
async def test_who_is_renewed_is_reminded_of_no_more_and_open_matters_run_on(town: Town, watch: Watch) -> None:
    winter(town)
    await town.step(p.at(2027, 3, 15, 9, 0))
    await p.ask(town, "U0SAITO", supporter="清水 大輔")
    await p.slot(town)
    await p.accept(town, "U0SHIMIZU")
    head = await open_own_appointment(town, TAX_HEAD, "U0SHIMIZU")
    assert "3月31日" in head.text()
    assert "任期が終わる方がいます（3月31日まで）" in str(head.home)
    await p.press(town, TAX_HEAD, "roster.renew")
    assert "2027年4月1日から2028年3月31日まで" in head.text()
    assert "任期が終わる方" not in str((await p.go_home(town, TAX_HEAD)).home)
    await town.step(p.at(2027, 4, 1, 9, 0))
    assert p.sentences(town, TAX_HEAD).count(p.duty("3月31日")) == 1  # only the first of the three
    assert "齋藤 結衣さん" in (await p.open_own(town, "U0SHIMIZU")).text()
    assert "引き受けました" in (await p.open_own(town, "U0SAITO")).text()
    assert p.sentences(town, "U0HASEGAWA").count(ANNOUNCED) == 1


@p.on_sqlite
async def test_who_is_let_go_at_the_end_is_reminded_of_no_more(town: Town, watch: Watch) -> None:
    winter(town)
    await town.step(p.at(2027, 2, 15, 9, 0))
    await open_own_appointment(town, TAX_HEAD, "U0SHIMIZU")
    head = await p.press(town, TAX_HEAD, "roster.let_end")
    assert "自動で終わります" in head.text()
    await town.step(p.at(2027, 3, 31, 12, 0))
    assert p.sentences(town, TAX_HEAD).count(p.duty("3月31日")) == 1


@p.on_sqlite
async def test_a_gap_that_appears_is_nudged_until_it_is_closed(town: Town, watch: Watch) -> None:
    await release(town, CITIZENS_HEAD, p.SUPPORTER, "2026-09-07")
    assert "ピアサポーターのいない所があります" in str((await p.go_home(town, CITIZENS_HEAD)).home)
    await town.step(p.at(2026, 9, 22, 9, 0))
    assert news_at(town, CITIZENS_HEAD) == ["09-10 08:35", "09-18 08:35"]  # the 21st is a holiday
    head = await on_screen(town, CITIZENS_HEAD, "roster.unit")
    assert "市民課に、ピアサポーターがいません" in head.text()
    await name(town, CITIZENS_HEAD, "後藤 翼", "2026-09-22")
    assert "いない所があります" not in str((await p.go_home(town, CITIZENS_HEAD)).home)
    await town.step(p.at(2026, 11, 20, 9, 0))
    assert len(news_at(town, CITIZENS_HEAD)) == 2


def news_at(town: Town, person: str) -> list[str]:
    """When the fixed sentence of news came."""
    said = zip(p.arrived(town, person), p.sentences(town, person), strict=True)
    return [at for at, sentence in said if sentence == p.NEWS]


@p.on_sqlite
async def test_a_room_is_exempted_with_a_reason_for_the_year_and_taken_back(town: Town, watch: Watch) -> None:
    head = await on_screen(town, GENERAL_HEAD, "roster.unit")
    assert "総務課・本庁舎2階に、ピアサポーターがいません" in head.text()
    await p.press(town, GENERAL_HEAD, "roster.exempt")
    await send(town, head, {"reason": "few_people"})
    assert "本庁舎2階には置かないことにしています（人数が少なく" in head.text()
    welfare = await on_screen(town, p.WELFARE_HEAD, "roster.gaps")
    assert "厚生課に、ピアサポーターがいません" in welfare.text()  # a unit cannot be exempt (P1)
    assert "本庁舎2階には置かないことにしています" in welfare.text()
    assert "石川" not in welfare.text()
    for _ in range(2):  # as often as it is changed
        await on_screen(town, GENERAL_HEAD, "roster.unit")
        await p.press(town, GENERAL_HEAD, "roster.lift")
        assert "総務課・本庁舎2階に、ピアサポーターがいません" in head.text()
        await p.press(town, GENERAL_HEAD, "roster.exempt")
        await send(town, head, {"reason": "other"})
        assert "置かないことにしています（その他" in head.text()
    town.clock.move_to(p.at(2027, 4, 2, 9, 0))
    head = await on_screen(town, GENERAL_HEAD, "roster.unit")
    assert "置かないことにしています" not in head.text()  # found anew each year


@p.on_sqlite
async def test_after_the_first_of_april_every_head_with_a_gap_hears_of_it(town: Town, watch: Watch) -> None:
    winter(town)
    await town.step(p.at(2027, 3, 20, 9, 0))
    before = {head: len(p.sentences(town, head)) for head in (CITIZENS_HEAD, TAX_HEAD)}
    await open_own_appointment(town, TAX_HEAD, "U0SHIMIZU")
    await p.press(town, TAX_HEAD, "roster.renew")
    await town.step(p.at(2027, 4, 5, 9, 0))
    heard = {head: p.sentences(town, head)[count:] for head, count in before.items()}
    assert heard[CITIZENS_HEAD] == [p.duty("3月31日"), p.NEWS]  # the last reminder, then the gap
    assert heard[TAX_HEAD] == []
    assert p.NEWS in p.sentences(town, p.WELFARE_HEAD)


@p.on_sqlite
async def test_after_a_standstill_of_forty_days_nobody_is_nudged_for_what_is_over(town: Town, watch: Watch) -> None:
    winter(town)
    await town.step(p.at(2027, 3, 1, 9, 0))
    before = len(p.sentences(town, TAX_HEAD))
    town.clock.move_to(p.at(2027, 4, 10, 9, 0))  # a Saturday
    await town.settle()
    await town.step(p.at(2027, 4, 12, 9, 0))
    heard = p.sentences(town, TAX_HEAD)[before:]
    assert p.duty("3月31日") not in heard
    assert heard.count(p.NEWS) == 1  # that somebody is missing, once


async def test_the_head_of_welfare_enters_an_adviser_whom_another_one_confirms(town: Town, watch: Watch) -> None:
    held = await appointment_of(town, p.ADVISER)
    await on_screen(town, p.WELFARE_HEAD, "roster.overview")
    welfare = await p.press_forged(town, p.WELFARE_HEAD, "roster.check", held.id)
    assert "認証アプリの番号" in welfare.text()  # P2: with a second factor
    await send(town, welfare, {"code": await welfare.code()})
    assert (await appointment_of(town, p.ADVISER)).checked_on is not None
    await p.go_home(town, p.ASKER)
    asker = await p.press(town, p.ASKER, "peer_support.start")
    assert "木村 奈緒" in str(asker.modal)  # G6: asked only after the look

    await town.step_by(minutes=1)
    await on_screen(town, p.WELFARE_HEAD, "roster.overview")
    await p.press(town, p.WELFARE_HEAD, "コーディネーターを登録")
    form = {
        "person": p.option(welfare.modal or {}, "person", "齋藤 結衣"), "starts_on": "2026-09-07",
        "document": "厚第9号", "document_on": "2026-09-04", "basis": "",
    }  # fmt: skip
    await send(town, welfare, form)
    assert "その理由を書いてください（要綱 第7条第3項）" in str(welfare.errors)
    await send(town, welfare, {"basis": "臨床心理士の資格がある"})
    assert "齋藤 結衣さん　ピアサポート・コーディネーター" in welfare.text()
    assert "ハラスメント相談員も務めています" in welfare.text()  # R2: nobody has said that they go together
    named = await appointment_of_role(town, "U0SAITO", Role.COORDINATOR)
    assert (named.document, str(named.document_on), named.entered_by) == ("厚第9号", "2026-09-04", p.WELFARE_HEAD)
    welfare = await p.press_forged(town, p.WELFARE_HEAD, "roster.check", named.id)
    assert "登録した方とは別の方が確認します" in welfare.text()
    await on_screen(town, GENERAL_HEAD, "roster.unit")  # sworn in; also the head of general affairs
    other = await p.press_forged(town, GENERAL_HEAD, "roster.check", named.id)
    await send(town, await promised(town, other), {"code": await other.code()})
    assert (await appointment_of_role(town, "U0SAITO", Role.COORDINATOR)).checked_on is not None


async def appointment_of_role(town: Town, person: str, role: Role) -> Appointment:
    held = await town.program.store.read(lambda unit: list(unit.roster.held_by(person)))
    return next(a for a in held if a.role is role)


@p.on_sqlite
async def test_an_english_reader_is_named_and_reads_it_in_english(town: Town, watch: Watch) -> None:
    await name(town, CITIZENS_HEAD, "Emma Ogawa", "2026-09-07")
    await p.slot(town)
    named = await p.go_home(town, ENGLISH_READER)
    await named.click("open", where="message")
    await town.sandbox.quiet()
    assert "You are asked to serve: Unit supporter" in named.text()
    assert "from 7 September 2026 to 31 March 2027" in named.text()
