"""The same program in a private company: other office days, other stages, another last day, other choices."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.sandbox.town import open_town
from tests.journeys import people as p

COMPANY = Path(__file__).parents[1] / "policies" / "company.toml"
TOKYO = ZoneInfo("Asia/Tokyo")


async def test_no_number_of_the_town_hall_is_left_in_a_company(tmp_path: Path) -> None:
    town = await open_town(tmp_path, policy_file=COMPANY)
    try:
        await p.go_home(town, p.ASKER)
        asker = await p.press(town, p.ASKER, "peer_support.start")
        chosen = p.option(asker.modal or {}, "supporter", "林 さくら")
        await asker.fill({"topic": "shop", "supporter": chosen, "means": "chat"})
        await asker.submit()
        await town.sandbox.quiet()
        # Monday 7 September; closed on Tuesday and Wednesday, stages after 2 and 4 working days: 11 and 13 September
        assert "9月12日（土）まで" in asker.text()

        await town.step(datetime(2026, 9, 7, 9, 59, tzinfo=TOKYO))
        assert p.sentences(town, p.SUPPORTER) == []  # the company opens at ten
        await town.step(datetime(2026, 9, 14, 18, 0, tzinfo=TOKYO))
        assert p.sentences(town, p.SUPPORTER) == ["お願いがあります（9月12日まで）"] * 2
        assert p.sentences(town, p.ASKER) == ["お知らせがあります"]

        await p.open_notice(town, p.SUPPORTER)  # gives the oath
        supporter = await p.record(town, p.SUPPORTER, topic="life")
        assert "10月15日までに" in supporter.text()
        await town.step(datetime(2026, 10, 17, 12, 0, tzinfo=TOKYO))
        assert p.sentences(town, p.SUPPORTER)[-1] == "お願いがあります（10月15日まで）"
        supporter = await p.open_notice(town, p.SUPPORTER)
        assert "10月15日を過ぎましたが" in supporter.text()
    finally:
        await town.stop()
