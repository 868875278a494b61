"""The forms of naming, as Slack takes them."""

import json
from datetime import date
from typing import Any

import pytest

from bot.handlers.roster.views.naming import AT_ONCE, enter_form, units_list
from bot.handlers.roster.views.overview import MOST, offices_page, overview
from bot.rules.people import Person, Role
from bot.sandbox.strictness import check_view
from bot.sandbox.words_seen import words_in
from tests import fakes


@pytest.mark.parametrize("units", [3, 150])
def test_the_form_for_the_chiefs_naming_has_everybody_of_however_many_units(units: int) -> None:
    people = [(f"{n:032x}", Person(f"U0{n:05d}", f"Name {n}", f"Unit {n % units}")) for n in range(600)]

    form = enter_form(fakes.click(), Role.COORDINATOR, people, date(2026, 9, 2), fakes.POLICY)

    check_view(form, ("modal",))
    words = "\n".join(words_in(form["blocks"]))
    assert all(word in words for word in ("Name 0", "Name 599", "Unit 0", f"Unit {units - 1}"))


LIMIT = 250_000  # bytes of a view that Slack takes


def next_row(view: dict[str, Any], action: str) -> str:
    """What the button to the next page stands for, "" without one."""
    buttons = [e for b in view["blocks"] for e in b.get("elements", ()) if e.get("action_id") == action]
    return buttons[0]["value"].split("|")[1] if buttons else ""


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_most_people_that_are_asked_for_at_once_fit_into_one_form(language: str) -> None:
    people = [(f"{n:032x}", Person(f"U{n:08d}", "名" * 20, f"{n}" + "課" * 20)) for n in range(AT_ONCE)]

    form = enter_form(fakes.click(language=language), Role.EXTERNAL_ADVISER, people, date(2026, 9, 2), fakes.POLICY)

    check_view(form, ("modal",))
    assert len(json.dumps(form)) < LIMIT


def test_the_units_of_a_large_organisation_go_over_pages_without_losing_one() -> None:
    units, row, seen = [(f"{n:032x}", f"{n}課") for n in range(200)], "coordinator.0", []
    while row:
        view = units_list(fakes.click(), Role.COORDINATOR, units, page=int(row.partition(".")[2]))
        check_view(view)
        seen += [b["accessory"]["value"].split("|")[1] for b in view["blocks"] if "accessory" in b]
        row = next_row(view, "roster.enter_page")

    assert seen == [f"coordinator.{n:032x}" for n in range(200)]


def test_every_holder_of_an_office_stands_on_some_page_of_the_overview() -> None:
    held = [fakes.appointment(f"U{n}", Role.COORDINATOR) for n in range(2 * MOST + 1)]
    click, pages = fakes.click(), []
    pages.append(overview(click, (), held, (), {}, fakes.POLICY))
    while row := next_row(pages[-1], "roster.overview_page"):
        pages.append(offices_page(click, held, {}, fakes.POLICY, int(row)))

    for view in pages:
        check_view(view)
    seen = [b["accessory"]["value"].split("|")[1] for view in pages for b in view["blocks"] if "accessory" in b]
    assert seen == [a.id for a in held]
