"""A large organisation: hundreds of supporters can be chosen from and read, within what Slack takes."""

from dataclasses import replace
from datetime import date

import pytest

from bot.rules.cases import Case, Record
from bot.rules.people import Appointment, Person, Role
from bot.sandbox.acts import Tap
from bot.sandbox.town import Town
from bot.store.unit import Unit
from tests.journeys import people as p
from tests.journeys.watch import Watch

pytestmark = pytest.mark.long  # hundreds of people

UNITS, EACH = 60, 5
SUPPORTERS = [Person(f"U0MANY{n}", f"職員{n:03}", f"第{n % UNITS}課") for n in range(UNITS * EACH)]
DONE = {"activity": "listening", "topic": "work", "means": "phone", "duration": "up_to_30", "requester": "employee"}


async def appoint(town: Town) -> None:
    """All of them are supporters of their units, beside those of the town hall."""
    named = [
        Appointment("", one.id, Role.UNIT_SUPPORTER, date(2026, 4, 1), date(2027, 3, 31), unit=one.unit)
        for one in SUPPORTERS
    ]

    def work(unit: Unit) -> None:
        unit.roster.save_people(SUPPORTERS)
        unit.roster.save_appointments(named)

    await town.program.store.run(work, 60.0)


@p.on_sqlite
async def test_one_of_three_hundred_supporters_in_sixty_units_can_be_asked(town: Town, watch: Watch) -> None:
    await appoint(town)
    asker = await p.ask(town, supporter="職員299（第59課・所属ピアサポーター）")
    assert "職員299さんにお願いしました" in asker.text()


@p.on_sqlite
async def test_the_welfare_head_reads_every_report_of_three_hundred_supporters(town: Town, watch: Watch) -> None:
    await appoint(town)
    entries = {one.id: 150 if n == 7 else 1 for n, one in enumerate(SUPPORTERS)}

    def work(unit: Unit) -> None:
        for supporter, number in entries.items():
            case_id = unit.casebook.case_id_for("peer_support", "month", supporter, "2026-08")
            fresh = Case(case_id, "peer_support", "month", "sent", 0, "2026-08", "v1", period="2026-08")
            case = unit.casebook.open(replace(fresh, identity={"handlers": [supporter]}), ())
            for _ in range(number):
                unit.casebook.add_record(case, Record("activity", DONE))

    await town.program.store.run(work, 60.0)
    await p.go_home(town, p.WELFARE_HEAD)
    await p.press(town, p.WELFARE_HEAD, "peer_support.reports")
    head = await p.press(town, p.WELFARE_HEAD, "home.swear")
    read = [head.text()]
    while "次のページ" in head.text():
        await p.press(town, p.WELFARE_HEAD, "次のページ")
        read.append(head.text())

    text = "\n".join(read)
    assert len(read) == 4
    assert [one.name for one in SUPPORTERS if f"{one.name}（{one.unit}）：" not in text] == []
    assert text.count("傾聴・職場のこと・電話・30分まで（職員）") == sum(entries.values())


@p.on_sqlite
async def test_where_there_are_two_thousand_people_the_unit_is_asked_for_first(town: Town, watch: Watch) -> None:
    staff = [Person(f"U0STAFF{n:04}", f"職員番号{n:04}", f"第{n % UNITS}課") for n in range(2000)]
    await town.program.store.run(lambda unit: unit.roster.save_people(staff), 60.0)
    await p.go_home(town, p.WELFARE_HEAD)
    await p.press(town, p.WELFARE_HEAD, "roster.overview")
    await p.press(town, p.WELFARE_HEAD, "home.swear")
    head = await p.press(town, p.WELFARE_HEAD, "コーディネーターを登録")
    await head.submit({"code": await head.code()})
    await town.sandbox.quiet()
    assert "どの所属の方ですか" in head.text()
    units = [b for b in (head.modal or {})["blocks"] if b.get("accessory", {}).get("action_id") == "roster.enter"]
    chosen = next(b for b in units if b["text"]["text"] == "第59課")
    await town.sandbox.acts.click(p.WELFARE_HEAD, Tap("modal", chosen["block_id"], "roster.enter"))
    await town.sandbox.quiet()

    assert "職員番号0058" not in str(head.modal)  # of another unit
    person = p.option(head.modal or {}, "person", "職員番号0059")
    paper = {"starts_on": "2026-09-07", "document": "厚第9号", "document_on": "2026-09-04", "basis": "経験がある"}
    await head.submit({"person": person, **paper})
    await town.sandbox.quiet()
    assert "職員番号0059さん　ピアサポート・コーディネーター" in head.text()
