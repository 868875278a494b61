"""Sessions: who came is an identity, every session is on some page, a session without anybody invited says so."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.errors import Refused
from bot.handlers.roster.rules import training as rules
from bot.handlers.roster.rules.moves import FLOW
from bot.handlers.roster.views import training as views
from bot.rules.cases import Case, Decision
from bot.rules.people import Role
from bot.sandbox.strictness import check_view
from bot.sandbox.words_seen import words_in
from tests import fakes
from tests.fakes import ASKER, NOW, SUPPORTER, FakeLedger

TODAY = date(2026, 9, 2)


def session(number: int = 1, state: str = "announced") -> Case:
    return Case(
        f"t{number}", FLOW, "training", state, 1, "2026-09", "v1", period="2026",
        body={"title": f"研修 {number:03d}", "on": TODAY.isoformat(), "place": "第一会議室"},
        identity={"handlers": ["U0COORD"]},
    )  # fmt: skip


def test_who_came_is_kept_with_the_identity_and_of_those_who_were_invited_alone() -> None:
    decision = rules.attend([SUPPORTER, ASKER], session(), FakeLedger(), NOW)

    assert isinstance(decision, Decision)
    assert (decision.body, decision.identity) == (None, {"handlers": ["U0COORD"], "came": [SUPPORTER]})
    held = replace(session(state="held"), identity=decision.identity or {})
    assert (rules.attended(SUPPORTER, [held]), rules.attended(ASKER, [held])) == ([held], [])


def test_every_session_stands_on_some_page() -> None:
    held, click, seen = [session(n) for n in range(2 * views.MOST + 1)], fakes.click(), ""
    shown = [
        views.sessions(click, held, (), {case.id for case in held}, holds=True, learns=True),
        *(views.sessions_page(click, held, page, {case.id for case in held}) for page in (1, 2)),
    ]
    for view in shown:
        check_view(view)
        seen += "\n".join(words_in(view["blocks"]))
    assert [n for n in range(len(held)) if f"研修 {n:03d}" not in seen] == []
    assert ["roster.training_page" in str(view) for view in shown] == [True, True, False]


def test_a_session_to_which_nobody_was_invited_says_so_instead_of_an_empty_list() -> None:
    people = views.invited_people(FakeLedger().people(), rules.invited(FakeLedger(), TODAY + timedelta(days=365)))
    view = views.came_form(fakes.click(), session(), people)

    check_view(view, ("modal",))
    assert people == []
    assert "submit" not in view
    assert "案内する方は、名簿にいません" in str(view)


# ---- sessions for the staff (Aki 6(2)) ----

AFFAIRS = fakes.appointment(fakes.HEAD, Role.AFFAIRS_HEAD, ends_on=None)
COORDINATOR = fakes.appointment(fakes.OTHER, Role.COORDINATOR)
HOUSE = FakeLedger(roster=(*fakes.APPOINTMENTS, AFFAIRS, COORDINATOR))
NEW = Case("t1", FLOW, "", "", 0, "2026-09", "v1")
EVERYBODY = {row.id for row in HOUSE.rows}


@pytest.mark.parametrize(
    ("by", "audience", "told"),
    [
        (fakes.HEAD, rules.EVERYBODY, EVERYBODY),
        (fakes.HEAD, "Tax", {fakes.OTHER}),
        (fakes.HEAD, rules.SUPPORT, None),  # the coordinators' (Yam 7(4))
        (fakes.OTHER, rules.SUPPORT, {SUPPORTER, fakes.OTHER, fakes.BOSS}),
        (fakes.OTHER, rules.EVERYBODY, None),
        (SUPPORTER, rules.EVERYBODY, None),
    ],
)
def test_who_invites_whom_to_a_session(by: str, audience: str, told: set[str] | None) -> None:
    decision = rules.announce(rules.Session("t", TODAY, "", audience), by, NEW, HOUSE, NOW)

    if told is None:
        assert isinstance(decision, Refused)
        return
    assert isinstance(decision, Decision)
    assert {notice.recipient for notice in decision.notices} == told


def test_a_session_for_a_unit_is_seen_there_and_closed_by_who_announced_it() -> None:
    tax = replace(session(), body={**session().body, "audience": "Tax"}, identity={"handlers": [fakes.HEAD]})
    here = replace(HOUSE, cases=[tax])

    seen = {person for person in EVERYBODY if rules.seen_by(person, here, TODAY)}
    assert seen == {fakes.OTHER, fakes.HEAD}
    assert {person for person in EVERYBODY if rules.holds(person, tax, here, TODAY)} == {fakes.HEAD}
    decision = rules.attend([fakes.OTHER, ASKER], tax, here, NOW)
    assert isinstance(decision, Decision)
    assert decision.identity == {"handlers": [fakes.HEAD], "came": [fakes.OTHER]}
