"""The screens of a call are ones that Slack takes, in both languages, and show only what their reader may know."""

from dataclasses import replace

import pytest

from bot.errors import Refused
from bot.handlers.blocks import View
from bot.handlers.danger.rules.fact import TELL, Review
from bot.handlers.danger.rules.moves import OPEN
from bot.handlers.danger.views import call as views
from bot.handlers.danger.views import duty
from bot.rules.cases import Case
from bot.rules.people import Person
from bot.sandbox.strictness import check_view
from bot.sandbox.words_seen import words_in
from tests import fakes
from tests.fakes import ASKER, POLICY, SUPPORTER
from tests.handlers.danger.test_danger_rules import OWN, RAISED, after, decided

LANGUAGES = pytest.mark.parametrize("language", ["ja", "en"])
SHOWN = views.Standing(own=True, taker="Taker", taker_phone="2100", phone="2202", superior=True)
SOMEBODY = Person(ASKER, "Asker Name", "Citizens", phone="2202")
CALLER = Person(SUPPORTER, "Caller Name", "Citizens", phone="2201")


def words(view: View) -> str:
    check_view(view)
    return "\n".join(words_in(view["blocks"]))


def case(state: str = "calling", *, raised: bool = False, **identity: object) -> Case:
    made = after(decided(RAISED if raised else OWN))
    return replace(made, state=state, identity={**made.identity, **identity})


@LANGUAGES
@pytest.mark.parametrize("state", OPEN)
@pytest.mark.parametrize("own", [True, False])
def test_what_became_of_a_call_always_names_119_and_the_duty_room(language: str, state: str, own: bool) -> None:
    view = views.status(fakes.click(language=language), case(state), replace(SHOWN, own=own), POLICY)

    assert all(number in words(view) for number in ("119", "110", "2000"))
    assert ("Taker" in words(view)) is (state == "confirmed")
    assert (view.get("callback_id") == "danger.phone") is own


@pytest.mark.parametrize(
    ("shown", "given", "number"), [(SHOWN, "", "2202"), (SHOWN, "090-1", "090-1"), (replace(SHOWN, phone=""), "", "")]
)
def test_the_person_reads_under_which_number_they_are_reached(shown: views.Standing, given: str, number: str) -> None:
    assert number in words(views.status(fakes.click(), case(phone=given), shown, POLICY))


@LANGUAGES
def test_before_it_is_taken_on_nothing_says_whom_it_is_about(language: str) -> None:
    for state in OPEN:
        view = duty.page(fakes.click("U0ONE", language), case(state), "Taker")
        assert not any(word in words(view) for word in ("Asker", ASKER, "2202"))


@LANGUAGES
def test_whoever_took_it_on_sees_name_numbers_and_who_called(language: str) -> None:
    known = duty.Known(SOMEBODY, [CALLER])
    view = duty.who(fakes.click("U0ONE", language), case("confirmed", raised=True, phone="090-1"), known, POLICY)

    assert all(word in words(view) for word in ("Asker Name", "2202", "090-1", "Caller Name", "2201"))


def test_somebody_who_is_not_on_the_roster_is_named_by_slack_itself() -> None:
    unlisted = duty.who(fakes.click("U0ONE"), case("confirmed"), duty.Known(None, []), POLICY)
    unknown = duty.who(fakes.click("U0ONE"), case("confirmed", requester=""), duty.Known(None, [CALLER]), POLICY)

    assert f"<@{ASKER}>" in words(unlisted)
    assert "<@" not in words(unknown)
    assert "Caller Name" in words(unknown)


@LANGUAGES
@pytest.mark.parametrize(("raised", "asked"), [(True, {"handled", "telling"}), (False, {"handled"})])
def test_the_reviewer_is_asked_about_telling_only_where_somebody_called_for_the_person(
    language: str, raised: bool, asked: set[str]
) -> None:
    view = duty.review_form(fakes.click("U0HEAD", language), case("confirmed", raised=raised), "Taker")

    assert {block["block_id"] for block in view["blocks"] if block["type"] == "input"} == asked
    assert "Taker" in words(view)
    assert not any(word in words(view) for word in ("Asker", "Caller", ASKER, SUPPORTER))


def test_a_review_that_is_made_is_not_asked_for_again() -> None:
    made = case("confirmed")
    done = replace(made, body={**made.body, "review": {"handled": True, "telling": "known"}})
    for over in (done, replace(made, body={}, identity={}, state="past")):
        assert "callback_id" not in duty.review_form(fakes.click("U0HEAD"), over, "")


@LANGUAGES
def test_the_cards_are_ones_that_slack_takes(language: str) -> None:
    click = fakes.click(language=language)
    for view in (views.crime_card(click), views.crime_numbers(click)):
        assert "#9110" in words(view)
    form = views.raise_form(click, "r1", POLICY)
    assert words(form).index("119") < words(form).index("110") < len(words(form))
    assert form["blocks"][0]["type"] == "section"  # the numbers come first


def test_what_was_never_offered_is_refused() -> None:
    assert duty.read_review({"handled": "yes", "telling": "told"}) == Review(True, TELL)
    assert duty.read_review({"handled": "no"}) == Review(False, "")
    for fields in ({"handled": "perhaps"}, {"handled": "yes", "telling": "everybody"}):
        with pytest.raises(Refused):
            duty.read_review(fields)
    with pytest.raises(Refused):
        views.read_ticks({"ticks": ["everything"]}, views.TICKS, {views.DANGER})
    for phone in ("", "  ", "1" * 41):
        with pytest.raises(Refused):
            views.read_phone({"phone": phone})
