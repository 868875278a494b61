"""The roster changes while people live with it: an import in the middle, and the end of a term on 31 March."""

import asyncio
import csv
from io import StringIO

import pytest

from bot import roster_file
from bot.app import open_store
from bot.commands.roster import import_rows, table
from bot.roster_difference import Difference
from bot.sandbox.town import Town
from bot.sandbox.townhall import COLUMNS, roster_csv
from tests.journeys import people as p
from tests.journeys.watch import Watch

Rows = list[dict[str, str]]


def roster() -> Rows:
    """The lines of the town hall's roster."""
    return list(csv.DictReader(StringIO(roster_csv())))


def naming(rows: Rows, person: str, starts_on: str) -> dict[str, str]:
    """Somebody's line, as a unit supporter from that day."""
    own = next(row for row in rows if row["person"] == person)
    told = ("person", "name", "unit", "division", "room", "employment", "phone", "superior")
    kept = {name: own[name] for name in told}
    return dict.fromkeys(COLUMNS, "") | kept | {"role": "unit_supporter", "starts_on": starts_on}


async def roster_import(town: Town, rows: Rows, *, apply: bool) -> Difference:
    """`python -m bot roster import`, with a store of its own beside the running bot's."""
    text = StringIO()
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)

    def work() -> Difference:
        with open_store(town.settings, town.clock) as store:
            return import_rows(store, roster_file.read(text.getvalue().encode()), apply=apply)

    return await asyncio.to_thread(work)


async def test_an_import_is_shown_first_and_its_superior_needs_a_second_tap(town: Town, watch: Watch) -> None:
    rows = [*roster(), naming(roster(), p.SUPERIOR, "2026-09-07")]
    shown = await roster_import(town, rows, apply=False)
    ((what, _, how),) = table(shown)
    assert (what, how) == ("appointed", "unit_supporter, 2026-09-07 – 2027-03-31")
    await p.go_home(town, p.ASKER)
    asker = await p.press(town, p.ASKER, "peer_support.start")
    assert "福田 隆" not in asker.text()
    assert (await roster_import(town, rows, apply=True)).appointed == shown.appointed
    assert not (await roster_import(town, rows, apply=False)).writes_anything

    await p.go_home(town, p.ASKER)
    await p.press(town, p.ASKER, "peer_support.start")
    names = offered(asker.modal or {})
    assert list(names)[-1] == "あなたの上司にあたる方"
    assert names["あなたの上司にあたる方"] == ["福田 隆（市民課・所属ピアサポーター）"]
    everybody = [name for group in names.values() for name in group]
    assert everybody[0] == "林 さくら（市民課・所属ピアサポーター）"  # nearest first
    assert len(everybody) == 10  # eight, the new one, and "whoever is free"

    chosen = p.option(asker.modal or {}, "supporter", "福田 隆")
    await asker.submit({"topic": "work", "supporter": chosen, "means": "chat", "message": "それでもお願いします"})
    await town.sandbox.quiet()
    assert "福田 隆さんは、名簿ではあなたの上司にあたります" in asker.text()
    assert await p.route(town) == p.DESTROYED
    await asker.submit()  # what was chosen and typed is still there
    await town.sandbox.quiet()
    assert watch.titles(p.ASKER)[-1] == "送りました"
    await p.slot(town)
    superior = await p.open_notice(town, p.SUPERIOR)
    assert "それでもお願いします" in superior.text()


@p.on_sqlite
async def test_the_second_tap_is_about_the_superior_that_was_warned_of_also_when_choosing_anew(
    town: Town, watch: Watch
) -> None:  # P6
    rows = [row | {"superior": "U0OTA"} if row["person"] == p.SUPERIOR else row for row in roster()]
    named = [naming(rows, person, "2026-09-07") for person in (p.SUPERIOR, "U0OTA")]
    await roster_import(town, [*rows, *named], apply=True)

    asker = await p.ask(town, supporter="福田 隆")
    assert "福田 隆さんは、名簿ではあなたの上司にあたります" in asker.text()
    await asker.submit({"supporter": p.option(asker.modal or {}, "supporter", "太田 明美")})  # not the one it is about
    await town.sandbox.quiet()
    assert "太田 明美さんは、名簿ではあなたの上司にあたります" in asker.text()
    await asker.submit({"supporter": p.option(asker.modal or {}, "supporter", "林 さくら")})
    await town.sandbox.quiet()
    assert "林 さくらさんにお願いしました" in asker.text()

    await p.slot(town)
    await p.step_aside(town, p.SUPPORTER, "away")
    await p.slot(town)
    await p.open_notice(town, p.ASKER)
    for chosen in ("福田 隆", "太田 明美"):
        if "supporter" not in str(asker.modal):
            await p.press(town, p.ASKER, "peer_support.choose")
        await asker.submit({"supporter": p.option(asker.modal or {}, "supporter", chosen)})
        await town.sandbox.quiet()
        assert f"{chosen}さんは、名簿ではあなたの上司にあたります" in asker.text()
    await p.slot(town)
    assert (p.sentences(town, p.SUPERIOR), p.sentences(town, "U0OTA")) == ([], [])
    await asker.submit()  # the second tap, for the one that was chosen last
    await town.sandbox.quiet()
    assert "太田 明美さんにお願いしています" in (await p.open_own(town, p.ASKER)).text()
    await p.slot(town)
    assert (len(p.sentences(town, p.SUPERIOR)), len(p.sentences(town, "U0OTA"))) == (0, 1)


def offered(modal: dict[str, object]) -> dict[str, list[str]]:
    """The names of the list by their headings."""
    blocks = modal["blocks"]
    element = next(block["element"] for block in blocks if block.get("block_id") == "supporter")  # type: ignore[attr-defined]
    return {g["label"]["text"]: [o["text"]["text"] for o in g["options"]] for g in element["option_groups"]}


@p.on_sqlite
async def test_nobody_finds_their_own_name_or_an_adviser_nobody_has_confirmed(town: Town, watch: Watch) -> None:
    await p.go_home(town, p.SUPPORTER)
    who = await p.press(town, p.SUPPORTER, "peer_support.start")
    names = [name for group in offered(who.modal or {}).values() for name in group]
    assert len(names) == 8  # seven and "whoever is free"
    assert [name for name in names if "林 さくら" in name or "木村 奈緒" in name] == []


@p.on_sqlite
async def test_who_is_taken_off_the_roster_opens_nothing_and_the_person_is_told(town: Town, watch: Watch) -> None:
    await p.ask(town)
    await p.slot(town)
    await p.open_notice(town, p.SUPPORTER)
    rows = [row for row in roster() if (row["person"], row["role"]) != (p.SUPPORTER, "unit_supporter")]
    assert [a.person for a in (await roster_import(town, rows, apply=True)).ended] == [p.SUPPORTER]

    supporter = await p.press(town, p.SUPPORTER, "peer_support.accept")
    assert p.NOT_SHOWN in supporter.text()
    assert p.NOT_SHOWN in (await p.open_notice(town, p.SUPPORTER)).text()
    await p.slot(town)
    assert p.sentences(town, p.ASKER) == [p.NEWS]  # at once, not when the promise has passed
    asker = await p.open_notice(town, p.ASKER)
    assert "ほかの方をさがしています" in asker.text()
    asker = await p.choose(town, p.ASKER, "森 彩香")
    assert "森 彩香さんにお願いしています" in asker.text()
    await town.step_by(days=4)
    assert len(p.sentences(town, p.SUPPORTER)) == 1  # no nudge to who may do nothing


@p.on_sqlite
async def test_a_shorter_term_brings_what_was_taken_on_back_on_the_day_after_it(town: Town, watch: Watch) -> None:
    await p.ask(town)
    await p.slot(town)
    await p.accept(town, p.SUPPORTER)
    await p.slot(town)
    rows = roster()
    for row in rows:
        if (row["person"], row["role"]) == (p.SUPPORTER, "unit_supporter"):
            row["ends_on"] = "2026-10-15"
    found = await roster_import(town, rows, apply=True)
    assert list(table(found)) == [("altered", "林 さくら", "unit_supporter, 2026-04-01 – 2026-10-15")]

    await town.step(p.at(2026, 10, 15, 23, 50))
    assert "引き受けました" in (await p.open_own(town, p.ASKER)).text()
    await town.step(p.at(2026, 10, 16, 9, 0))
    assert p.arrived(town, p.ASKER)[1:] == ["09-18 08:35", "10-07 08:35", "10-16 08:35"]  # G3, G8, and this
    assert "ほかの方をさがしています" in (await p.open_notice(town, p.ASKER)).text()
    assert "peer_support.case" not in str((await p.go_home(town, p.SUPPORTER)).home)


@pytest.fixture
async def late_march(town: Town) -> Town:
    """The town hall in the last days of the year, with a new naming for one of its supporters."""
    town.clock.move_to(p.at(2027, 3, 29, 9, 0))
    await roster_import(town, [*roster(), naming(roster(), p.SUPPORTER, "2027-04-01")], apply=True)
    return town


@p.on_sqlite
async def test_open_requests_at_the_end_of_a_term_go_on_or_come_back(late_march: Town, watch: Watch) -> None:
    town = late_march
    for person, supporter, name in (
        (p.ASKER, p.SUPPORTER, "林 さくら"),
        ("U0KONDO", p.OTHER_SUPPORTER, "森 彩香"),
        (p.ASKER_IN_ENGLISH, p.SUPPORTER_IN_ENGLISH, "David Abe"),
    ):
        await p.ask(town, person, name)
        await p.slot(town)
        await p.accept(town, supporter)
        await p.slot(town)
    await town.step(p.at(2027, 3, 31, 23, 55))
    assert "話を聞いてほしい" in (await p.open_notice(town, p.OTHER_SUPPORTER)).text()
    await town.step(p.at(2027, 4, 1, 9, 0))

    assert p.sentences(town, p.ASKER) == [p.NEWS]  # only that it was taken on: renewed, so it runs on (P3)
    assert "3月に、気付きや声掛け" in (await p.open_notice(town, p.SUPPORTER)).text()
    assert "石川 葵さん" in (await p.open_own(town, p.SUPPORTER)).text()
    assert p.arrived(town, "U0KONDO")[1:] == ["04-01 08:35"]
    person = await p.open_notice(town, "U0KONDO")
    assert "ほかの方をさがしています" in person.text()
    await p.press_forged(town, p.OTHER_SUPPORTER, "peer_support.case", p_case(town, person))
    assert p.NOT_SHOWN in town.sandbox.person(p.OTHER_SUPPORTER).text()
    person = await p.choose(town, "U0KONDO", "林 さくら")
    assert "林 さくらさんにお願いしています" in person.text()
    assert p.arrived(town, p.ASKER_IN_ENGLISH)[1:] == ["04-01 08:35"]
    person = await p.open_notice(town, p.ASKER_IN_ENGLISH)
    assert "We are looking for somebody else" in person.text()
    assert "peer_support.case" not in str((await p.go_home(town, p.SUPPORTER_IN_ENGLISH)).home)


def p_case(town: Town, person: object) -> str:
    """The case behind the first button in front of somebody."""
    today = town.clock.now().astimezone(p.TOKYO).date()
    value = next(e["value"] for b in person.modal["blocks"] for e in b.get("elements", ()) if "value" in e)  # type: ignore[attr-defined]
    return town.program.tokens.read(value, today=today, person=person.id).row  # type: ignore[attr-defined]


@p.on_sqlite
async def test_who_left_on_31_march_still_files_march_late_as_well_and_nothing_else(late_march: Town) -> None:
    town, late = late_march, "U0SHIMIZU"
    await p.swear(town, p.OTHER_SUPPORTER)
    await p.record(town, p.OTHER_SUPPORTER)
    await p.swear(town, late)
    await p.record(town, late)
    await town.step(p.at(2027, 4, 5, 9, 0))
    who = await p.open_notice(town, p.OTHER_SUPPORTER)
    assert "3月分は 1 件です" in who.text()

    who = await p.record(town, p.OTHER_SUPPORTER)  # Home still has the door to what was done in March
    assert "3月分に記録しました" in who.text()
    await p.go_home(town, p.OTHER_SUPPORTER)
    await p.press(town, p.OTHER_SUPPORTER, "peer_support.write_down")
    assert "（4月）" not in who.text()
    await p.fill_record(who)
    april = {"type": "radio_buttons", "selected_option": {"value": "2027-04"}}
    town.sandbox.workspace.state(p.OTHER_SUPPORTER).modals[-1].values["month"] = {"input": april}
    await who.submit(unchecked=True)
    await town.sandbox.quiet()
    assert p.NOT_SHOWN in who.text() + str(who.errors)

    who = await p.send_month(town, p.OTHER_SUPPORTER)
    assert "3月分は報告済みです" in who.text()
    await p.slot(town)
    assert "森 彩香（建設課）：2件" in (await p.open_notice(town, p.WELFARE_HEAD)).text()

    await town.step(p.at(2027, 4, 20, 9, 0))
    home = await p.go_home(town, late)
    assert "peer_support.write_down" not in str(home.home)  # the 10th has passed: nothing more is written down
    who = await p.open_month(town, late)
    assert "10日を過ぎましたが、いまからでも報告できます" in who.text()
    await who.submit()
    await town.sandbox.quiet()
    assert "3月分は報告済みです" in who.text()
    assert "peer_support.month" not in str((await p.go_home(town, late)).home)


@p.on_sqlite
async def test_who_is_released_within_a_month_writes_it_up_and_sends_it(town: Town, watch: Watch) -> None:
    await p.swear(town, p.SUPPORTER)
    await p.record(town, p.SUPPORTER)
    await town.step(p.at(2026, 9, 15, 9, 0))
    rows = [row for row in roster() if (row["person"], row["role"]) != (p.SUPPORTER, "unit_supporter")]
    await roster_import(town, rows, apply=True)
    assert "9月分に記録しました" in (await p.record(town, p.SUPPORTER)).text()

    await town.step(p.at(2026, 10, 1, 9, 0))
    assert p.sentences(town, p.SUPPORTER)[-1] == p.duty("10月10日")
    await town.step(p.at(2026, 11, 4, 9, 0))
    who = await p.open_month(town, p.SUPPORTER)
    assert "9月分は 2 件です" in who.text()
    await who.submit()
    await town.sandbox.quiet()
    assert "9月分は報告済みです" in who.text()
    await p.slot(town)
    assert "林 さくら（市民課）：2件" in (await p.open_notice(town, p.WELFARE_HEAD)).text()  # the month that came late


@p.on_sqlite
async def test_a_renewed_supporter_files_march_and_april_alike(late_march: Town, watch: Watch) -> None:
    town = late_march
    await p.swear(town, p.SUPPORTER)
    await p.record(town, p.SUPPORTER)
    await town.step(p.at(2027, 4, 12, 9, 0))
    who = await p.open_notice(town, p.SUPPORTER)
    await who.submit()
    await town.sandbox.quiet()
    assert "3月分は報告済みです" in who.text()
    assert "記録しました" in (await p.record(town, p.SUPPORTER)).text()
