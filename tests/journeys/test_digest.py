"""The monthly digest as its readers meet it: one message on its day, frozen, alike when there is nothing to show."""

from bot.rules.cases import Count
from bot.sandbox.town import Town
from bot.store.models import AuditRow, CaseRow
from bot.store.unit import Unit
from tests.handlers.stress_check.cases import in_office
from tests.journeys import people as p
from tests.journeys.watch import Watch

READER, OTHER_READER = p.DIGEST_READER, p.WELFARE_HEAD
HEADING = "月次のまとめ（2026年9月分）"


async def count(town: Town, flow: str, **numbers: int) -> None:
    """As much was counted in September."""

    def work(unit: Unit) -> None:
        unit.figures.add(flow, [Count(key.replace("__", "."), "2026-09", n) for key, n in numbers.items()])

    await town.program.store.run(work)


@p.on_sqlite
async def test_it_comes_once_on_its_day_as_a_message_and_nobody_else_gets_it(town: Town, watch: Watch) -> None:
    await in_office(town, READER)
    await count(town, "harassment", group__power=9, group__sexual=7, group__family=4, group__customer=3, group__other=2)
    await town.step(p.at(2026, 10, 13, 8, 0))
    assert HEADING not in p.sentences(town, READER)
    await town.step(p.at(2026, 10, 13, 12, 0))  # the 10th is a Saturday, the 12th a holiday
    assert p.sentences(town, READER).count(HEADING) == 1
    (message,) = [one for one in town.sandbox.person(READER).messages if one.text == HEADING]
    words = str(message.blocks)
    for told in (
        "■ いま動けること",
        "■ これからの予定",
        "■ 件数",
        "職場での人との関わりの相談：25人",
        "立場や力によるもの：9",
        "妊娠・出産・育児・介護にかかわるもの：－",
    ):
        assert told in words, told
    assert "ピアサポート：少数のため表示しません" in words
    for person in (OTHER_READER, p.ADMINISTRATOR, p.ASKER):
        assert HEADING not in p.sentences(town, person)
    await town.step(p.at(2026, 11, 2, 12, 0))
    assert p.sentences(town, READER).count(HEADING) == 1


@p.on_sqlite
async def test_what_was_published_stays_as_it_is_and_every_reading_is_noted(town: Town) -> None:
    await in_office(town, READER, OTHER_READER)
    await count(town, "harassment", group__power=9)
    await town.step(p.at(2026, 10, 13, 12, 0))
    await p.go_home(town, READER)
    first = (await p.press(town, READER, "hr_digest.latest")).text()
    assert "9人" in first
    await count(town, "harassment", group__power=5)
    await p.go_home(town, OTHER_READER)
    assert (await p.press(town, OTHER_READER, "hr_digest.latest")).text() == first
    reads = [row for row in await p.rows(town, AuditRow) if row.act == "read"]
    assert len(reads) >= 2
    rows = await p.rows(town, CaseRow, flow="hr_digest")
    assert {(row.kind, row.state) for row in rows} == {("digest", "published")}


@p.on_sqlite
async def test_somebody_without_the_office_learns_nothing_of_it(town: Town) -> None:
    await town.step(p.at(2026, 10, 13, 12, 0))
    home = await p.go_home(town, p.ASKER)
    assert "hr_digest.latest" not in str(home.home)
    other = await p.press_forged(town, p.ASKER, "hr_digest.latest")
    assert p.NOT_SHOWN in other.text()


@p.on_sqlite
async def test_a_standstill_only_delays_it(town: Town) -> None:
    await in_office(town, READER)
    town.clock.move_to(p.at(2026, 10, 20, 10, 0))
    await town.settle()
    await town.step(p.at(2026, 10, 20, 12, 0))
    assert p.sentences(town, READER).count(HEADING) == 1
