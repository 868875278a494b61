"""A session for everybody or one unit (Aki 6(2)): announced by the section, reminded of, closed with who came."""

from bot.sandbox.town import Town
from bot.sandbox.townhall import STAFF
from tests.journeys import people as p
from tests.journeys.watch import Watch

DESK, IN_THE_UNIT, ELSEWHERE = "U0KATO", "U0SAITO", "U0KONDO"
TAX = [one.id for one in STAFF if one.unit == "税務課"]


@p.on_sqlite
async def test_a_desk_officer_holds_a_session_for_one_unit(town: Town, watch: Watch) -> None:
    await p.go_home(town, DESK)
    await p.press(town, DESK, "roster.training")
    who = await p.press(town, DESK, "roster.hold")
    given = {"title": "ハラスメント防止研修", "on": "2026-09-14", "place": "大会議室"}
    await who.submit(given | {"audience": p.option(who.modal or {}, "audience", "税務課")})
    await town.sandbox.quiet()
    if "home.swear" in str(who.modal):  # the form below keeps what was typed
        await p.press(town, DESK, "home.swear")
        await who.close()
        await who.submit()
        await town.sandbox.quiet()
    await p.slot(town)
    told = {one.id for one in STAFF if p.sentences(town, one.id)}
    assert told == set(TAX)
    who = await p.open_notice(town, IN_THE_UNIT)
    assert "ハラスメント防止研修" in who.text()
    assert "roster.came" not in str(who.modal)
    await p.press_forged(town, ELSEWHERE, "roster.training")
    assert "ハラスメント防止研修" not in watch.text(ELSEWHERE)
    town.clock.move_to(p.at(2026, 9, 11, 8, 0))
    await town.step_by(hours=1)
    assert p.duty("9月14日") in p.sentences(town, IN_THE_UNIT)
    town.clock.move_to(p.at(2026, 9, 15, 8, 0))
    await town.step_by(hours=1)
    await p.open_notice(town, DESK)
    who = await p.press(town, DESK, "roster.came")
    await who.submit({"came": [IN_THE_UNIT]})
    await town.sandbox.quiet()
    await p.go_home(town, DESK)
    who = await p.press(town, DESK, "roster.training")
    assert "終わりました" in who.text()
