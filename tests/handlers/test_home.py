"""Home shows doors and duties by the hats of today, in both languages, and nothing of any content."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.casework import Casework
from bot.errors import Refused
from bot.handlers import home
from bot.handlers.blocks import View
from bot.handlers.flow import Show
from bot.sandbox.strictness import check_view
from bot.sandbox.words_seen import words_in
from bot.store.unit import Unit
from tests import fakes
from tests.desk import ask, sent_month
from tests.fakes import ASKER, HEAD, SUPPORTER


def buttons(view: View) -> list[str]:
    return [
        element["action_id"] for block in view["blocks"] if block["type"] == "actions" for element in block["elements"]
    ]


async def home_of(casework: Casework, person: str, language: str = "ja") -> View:
    view = await home.home_view(fakes.click(person, language), casework)
    check_view(view, ("home",))
    return view


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize(
    ("person", "doors", "not_there"),
    [
        (ASKER, {"peer_support.start", home.HELP}, {"peer_support.write_down", "peer_support.reports"}),
        (SUPPORTER, {"peer_support.start", "peer_support.write_down"}, {"peer_support.reports"}),
        (HEAD, {"peer_support.start", "peer_support.reports"}, {"peer_support.write_down"}),
        ("U0NEWCOMER", {"peer_support.start", home.HELP}, {"peer_support.write_down", "peer_support.reports"}),
    ],
)
async def test_doors_follow_the_hats(
    casework: Casework, person: str, doors: set[str], not_there: set[str], language: str
) -> None:
    there = set(buttons(await home_of(casework, person, language)))

    assert doors <= there
    assert there.isdisjoint(not_there)


async def test_a_matter_stands_there_for_its_two_sides_without_names_or_topics(casework: Casework) -> None:
    await ask(casework)
    views = {person: await home_of(casework, person) for person in (ASKER, SUPPORTER, HEAD)}

    assert {person: "peer_support.case" in buttons(view) for person, view in views.items()} == {
        ASKER: True, SUPPORTER: True, HEAD: False,
    }  # fmt: skip
    words = "\n".join(word for view in views.values() for word in words_in(view["blocks"]))
    assert not any(word in words for word in ("Asker", "Supporter", "職場のこと"))


async def test_a_home_with_very_much_to_do_is_one_that_slack_takes(casework: Casework) -> None:
    for number in range(home.ROWS + 70):
        await ask(casework, f"form:{number}", f"U0ASKER{number}")

    view = await home_of(casework, SUPPORTER)

    assert buttons(view).count("peer_support.case") == home.ROWS
    assert "ほかに70件あります" in "\n".join(words_in(view["blocks"]))


@pytest.mark.parametrize(
    ("ends_on", "door"),
    [(date(2026, 7, 31), False), (date(2026, 8, 31), True), (date(2026, 9, 1), True)],  # it is 2 September
)
async def test_a_role_that_is_over_has_a_door_only_to_the_months_that_are_not(
    casework: Casework, ends_on: date, door: bool
) -> None:
    over = replace(fakes.APPOINTMENTS[0], ends_on=ends_on)
    casework.store.run_now(lambda unit: unit.roster.save_appointments([over]))

    assert ("peer_support.write_down" in buttons(await home_of(casework, SUPPORTER))) is door


async def test_a_month_that_was_not_sent_waits_for_whoever_is_no_supporter_any_more(casework: Casework) -> None:
    await sent_month(casework)
    over = replace(fakes.APPOINTMENTS[0], released_on=date(2026, 9, 2))

    def drafted_and_gone(unit: Unit) -> None:
        case_id = unit.casebook.case_id_for("peer_support", "month", SUPPORTER, "2026-09")
        unit.casebook.save(replace(unit.casebook.load(case_id), state="drafted"))
        unit.roster.save_appointments([over])

    casework.store.run_now(drafted_and_gone)
    later = fakes.click(SUPPORTER, now=fakes.NOW + timedelta(days=80))

    assert "peer_support.month" in buttons(await home.home_view(later, casework))
    assert "peer_support.month" not in buttons(await home_of(casework, ASKER))


async def test_a_guest_without_a_role_is_shown_the_telephone(casework: Casework) -> None:  # G6
    click = fakes.click("U0GUEST")
    view = await home.home_view(replace(click, who=replace(click.who, guest=True)), casework)

    assert buttons(view) == []
    assert "0120" in "\n".join(words_in(view["blocks"]))


@pytest.mark.parametrize("language", ["ja", "en"])
async def test_help_is_a_screen_that_slack_takes_and_names_the_lines_of_the_policy(
    casework: Casework, language: str
) -> None:
    shown = await home.show_help(fakes.click(language=language), casework)

    assert isinstance(shown, Show)
    check_view(shown.view)
    words = "\n".join(words_in(shown.view["blocks"]))
    assert "119" in words
    assert all(line.number in words for line in fakes.POLICY.help_lines)


async def test_the_doors_behind_typed_words_are_those_of_home(casework: Casework) -> None:
    shown = await home.show_doors(fakes.click(), casework)

    assert isinstance(shown, Show)
    check_view(shown.view)
    assert buttons(shown.view) == buttons(await home_of(casework, ASKER))


async def test_a_home_that_cannot_be_made_still_has_the_help_button() -> None:
    view = home.plain_home(fakes.click(), "busy-home")

    check_view(view, ("home",))
    assert buttons(view) == [home.HELP]


async def test_only_an_office_can_promise_secrecy(casework: Casework) -> None:
    with pytest.raises(Refused, match="not-shown"):
        await home.swear(fakes.click(ASKER), casework)
