"""A picture on request, as people meet it: first what a file in Slack means, then it comes, then it is gone."""

from base64 import b64decode
from pathlib import Path
from typing import Any

import pytest

from bot.sandbox.kept import kept
from bot.sandbox.town import Town, open_town
from tests.handlers.stress_check.cases import (
    AFFAIRS,
    BOSS,
    CLERK,
    EXAMINEE,
    EXAMINEE_IN_ENGLISH,
    OTHER,
    put_check,
    put_round,
)
from tests.journeys import people as p
from tests.journeys.test_stress_analysis import analysis_of, go, order, provide, told_round
from tests.journeys.watch import Watch

PICTURE, SEND = "stress_check.picture", "stress_check.send_picture"
GROUPS, SEND_GROUPS = "stress_check.group_picture", "stress_check.send_group_picture"
COMPANY = Path(__file__).parent.parent / "policies/company.toml"
WIDTH = slice(16, 20)  # of a PNG


def there(town: Town, person: str) -> list[dict[str, Any]]:
    """The files in somebody's DM that are not deleted."""
    files = town.sandbox.workspace.files
    found = [files[one] for message in town.sandbox.person(person).messages for one in message.files]
    return [one for one in found if not one["deleted"]]


async def see(town: Town, person: str) -> None:
    """Home, then one's own result."""
    await p.go_home(town, person)
    await p.press(town, person, "stress_check.case")


@p.on_sqlite
@pytest.mark.parametrize(
    ("person", "said", "news"),
    [
        (EXAMINEE, ("書き出すとき", "60分たつと", "文字で書いてあることと同じ"), "お知らせがあります"),
        (EXAMINEE_IN_ENGLISH, ("exports from Slack", "60 minutes", "says in words"), "There is news for you"),
    ],
)
async def test_one_s_own_profile_comes_and_goes(
    town: Town, watch: Watch, person: str, said: tuple[str, ...], news: str
) -> None:
    await put_round(town, "told")
    await put_check(town, "read", person=person, high=True)
    await see(town, person)
    who = await p.press(town, person, PICTURE)
    assert all(words in who.text() for words in said)
    assert there(town, person) == []  # nothing is sent before it is asked for
    await p.press(town, person, SEND)
    assert "60" in who.text()
    await town.settle()
    (file,) = there(town, person)
    content = b64decode(file["content"])
    assert content.startswith(b"\x89PNG")
    assert int.from_bytes(content[WIDTH]) > 1000
    assert (file["name"], file["title"]) == ("chart.png", "chart.png")
    assert p.sentences(town, person)[-1] == news
    for other in (OTHER, BOSS, CLERK, AFFAIRS):
        assert there(town, other) == []
    await town.step_by(minutes=61)
    assert there(town, person) == []
    assert [one["deleted"] for one in kept(town.sandbox.workspace)["files"]] == [True]


@p.on_sqlite
async def test_nobody_gets_a_picture_of_somebody_else(town: Town, watch: Watch) -> None:
    await put_round(town, "told")
    check = await put_check(town, "read", person=EXAMINEE)
    for other in (OTHER, BOSS, CLERK, AFFAIRS):
        for action in (PICTURE, SEND):
            who = await p.press_forged(town, other, action, check.id)
            assert p.NOT_SHOWN in who.text()
    await town.step_by(minutes=2)
    assert town.sandbox.workspace.files == {}


@p.on_sqlite
async def test_not_before_the_results_are_open_and_not_without_levels(town: Town, watch: Watch) -> None:
    await put_round(town, "reviewing")
    for person, sex in ((EXAMINEE, "female"), (OTHER, "")):
        check = await put_check(town, "taken", person=person, sex=sex)
        assert p.NOT_SHOWN in (await p.press_forged(town, person, SEND, check.id)).text()
    await town.step_by(minutes=2)
    assert town.sandbox.workspace.files == {}


@pytest.mark.long
@p.on_sqlite
async def test_pressed_twice_it_comes_once(town: Town, watch: Watch) -> None:
    await put_round(town, "told")
    check = await put_check(town, "read", person=EXAMINEE)
    for _ in range(3):
        await p.press_forged(town, EXAMINEE, SEND, check.id)
    await town.step_by(seconds=30)
    assert len(there(town, EXAMINEE)) == 1


@pytest.mark.long
@p.on_sqlite
async def test_the_chart_goes_to_who_may_read_the_figures(town: Town, watch: Watch) -> None:
    await told_round(town)
    await order(town)
    await provide(town)
    await go(town, AFFAIRS, "stress_check.analysis")
    who = await p.press(town, AFFAIRS, GROUPS)
    assert "60分たつと" in who.text()
    await p.press(town, AFFAIRS, SEND_GROUPS)
    await town.settle()
    assert len(there(town, AFFAIRS)) == 1
    given = await analysis_of(town)
    for action in (GROUPS, SEND_GROUPS):  # it is not published
        assert p.NOT_SHOWN in (await p.press_forged(town, EXAMINEE, action, given)).text()
    await go(town, AFFAIRS, "stress_check.analysis")
    await p.press(town, AFFAIRS, "stress_check.publish_analysis")
    await p.press_forged(town, EXAMINEE, SEND_GROUPS, given)
    await town.step_by(minutes=1)
    assert len(there(town, EXAMINEE)) == 1
    await town.step_by(minutes=62)
    assert there(town, AFFAIRS) == there(town, EXAMINEE) == []


@pytest.mark.long
async def test_a_company_s_minutes(tmp_path: Path, sqlite_url: str) -> None:
    opened = await open_town(tmp_path, database_url=sqlite_url, policy_file=COMPANY)
    try:
        await put_round(opened, "told")
        await put_check(opened, "read", person=EXAMINEE)
        await see(opened, EXAMINEE)
        who = await p.press(opened, EXAMINEE, PICTURE)
        assert "30分たつと" in who.text()
        await p.press(opened, EXAMINEE, SEND)
        await opened.settle()
        assert len(there(opened, EXAMINEE)) == 1
        await opened.step_by(minutes=31)
        assert there(opened, EXAMINEE) == []
    finally:
        await opened.stop()
