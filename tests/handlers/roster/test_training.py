"""Sessions: who came is an identity, every session is on some page, a session without anybody invited says so."""

from dataclasses import replace
from datetime import date, timedelta

from bot.handlers.roster.rules import training as rules
from bot.handlers.roster.rules.moves import FLOW
from bot.handlers.roster.views import training as views
from bot.rules.cases import Case, Decision
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
        views.sessions(click, held, (), coordinates=True, learns=True),
        *(views.sessions_page(click, held, page, coordinates=True) for page in (1, 2)),
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
