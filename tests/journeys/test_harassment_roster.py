"""The offices of the regulation on the roster: whose term ends, and who is missing, for the head of general affairs."""

from dataclasses import replace

from bot.rules.people import Role
from bot.sandbox.town import Town
from bot.store.ledger import UnitLedger
from bot.store.unit import Unit
from tests.journeys import people as p
from tests.journeys.watch import Watch

HEAD, DESK = "U0NAKAMURA", "U0KATO"


def release_two_counsellors_and_the_nurse(unit: Unit) -> None:
    """They leave their offices today, as an import would have it."""
    today = unit.house.office.day(unit.now)
    held = UnitLedger(unit).appointments(today)
    leaving = [a for a in held if a.person in {"U0MAEDA", "U0YOSHINO"} or a.role is Role.RESPONSE_NURSE]
    unit.roster.save_appointments(replace(a, released_on=today) for a in leaving)


@p.on_sqlite
async def test_the_head_hears_of_terms_that_end_and_sees_who_is_missing(town: Town, watch: Watch) -> None:
    town.clock.move_to(p.at(2027, 2, 12, 8, 0))  # 45 days before the terms end (Aki 7(4), 10)
    await town.step_by(hours=1)
    assert p.sentences(town, HEAD).count(p.duty("3月31日")) == 2  # as unit head, and for the counsellors
    await p.go_home(town, HEAD)
    who = await p.press(town, HEAD, "roster.gaps")
    if "home.swear" in str(who.modal):
        who = await p.press(town, HEAD, "home.swear")
    assert "要綱では6人" not in who.text()
    assert "席が空いています" not in who.text()
    assert "齋藤 結衣" in who.text()
    assert "ハラスメント相談員" in who.text()
    assert "ハラスメント対策委員" in who.text()

    await town.program.store.run(release_two_counsellors_and_the_nurse)
    home = str((await p.go_home(town, HEAD)).home)
    assert "相談員・委員の空き（2件）" in home
    who = await p.press(town, HEAD, "roster.gaps")
    assert "ハラスメント相談員：要綱では6人のところ、いま4人です" in who.text()
    assert "ハラスメント対応保健師が足りません" in who.text()
    assert "roster.gaps" not in str((await p.go_home(town, DESK)).home)
