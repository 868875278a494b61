"""Who is kept out, or has no part: to them a consultation looks like one that does not exist (Aki 11)."""

import pytest

from bot.handlers.harassment.rules.moves import ARRANGED, HANDLED, MET, REFERRED
from bot.sandbox.town import Town
from tests.handlers import forged
from tests.handlers.harassment.attacks import MISSING, VERBS, Met, send, sworn_in
from tests.handlers.harassment.cases import CHAIR, DEPUTY, DESK, HEAD, NURSE, ONE, RESPONDENT, SECRETARY, put, stored
from tests.journeys import people as p

CANARY = "told-canary"
OUT = {"excluded": [HEAD, ONE, CHAIR, RESPONDENT], "recipient": DEPUTY}  # and with them the desk
ABOUT_NO_CASE = {"harassment.begin", "harassment.witness_keep"}  # something new of one's own, whatever the token says


async def told_apart(town: Town, state: str, who: str, *tails: str) -> list[tuple[str, Met, Met]]:
    """The actions and forms by which somebody learns that there is such a case; `tails` follow its id in the token."""
    case = await put(town, state, identity=OUT, case_id=f"{1 + HANDLED.index(state):032x}")
    found = []
    for verb, tail in ((verb, tail) for verb in VERBS if verb not in ABOUT_NO_CASE for tail in tails):
        real, missing = [await send(town, who, verb, row + tail, case.rev) for row in (case.id, MISSING)]
        found += [(verb, real, missing)] if real != missing else []
    assert await stored(town, case.id) == case
    return found


async def test_no_button_or_form_tells_who_is_kept_out_that_there_is_a_case(town: Town) -> None:
    await sworn_in(town)
    assert await told_apart(town, REFERRED, CHAIR, "") == []


async def test_the_first_screen_says_nothing_of_what_was_told_to_anybody_but_the_person(town: Town) -> None:
    """Where it stands is not what it is about: that needs the door of its own object, and the code where it asks."""
    await sworn_in(town)
    body = {
        **dict.fromkeys(("story", "outcome", "committee_notice", "correction"), CANARY), "sheet_due_on": "2026-09-10",
        "sheet": dict.fromkeys(("facts", "who", "wishes"), CANARY), "order": {"who": [], "note": CANARY},
        "extended": {"on": "2026-09-02", "until": "2027-01-01", "reason": CANARY},
    }  # fmt: skip
    for number, state in enumerate(HANDLED):
        who = {"excluded": [RESPONDENT], "nurse": NURSE, "caller": CANARY}
        case = await put(town, state, body=body, identity=who, case_id=f"{1 + number:032x}")
        for person in (DESK, ONE, HEAD, CHAIR, SECRETARY, NURSE):
            met = await send(town, person, "harassment.case", case.id)
            assert CANARY not in met.plain, (state, person)
            assert "福田" not in met.plain, (state, person)
            assert "石川" not in met.plain, (state, person)


async def test_a_nurse_who_is_only_to_be_there_does_not_read_what_was_told(town: Town) -> None:
    """She reads the story like the sheet: when the person has agreed to that too (Aki 7(1)(10))."""
    await sworn_in(town)
    for number, agreed in enumerate((False, True)):
        body = {"nurse_agreed": agreed, "story": CANARY}
        case = await put(town, ARRANGED, body=body, identity={"nurse": NURSE}, case_id=f"{1 + number:032x}")
        shown = [(await send(town, NURSE, f"harassment.{verb}", case.id)).plain for verb in ("arrangement", "told")]
        assert [CANARY in one for one in shown] == [False, agreed]


async def told_of(town: Town, who: str, others: str) -> list[str]:
    """The verbs by which one's own matter of another kind is taken for a consultation."""
    return [
        verb
        for verb in VERBS
        if verb not in ABOUT_NO_CASE and (await send(town, who, verb, others)) != (await send(town, who, verb, MISSING))
    ]


async def test_a_matter_of_another_flow_is_no_consultation_not_even_ones_own(town: Town) -> None:
    await p.ask(town)
    (request,) = await forged.cases_of(town, p.ASKER)
    assert await told_of(town, p.ASKER, request.id) == []
    assert await told_of(town, p.SUPPORTER, request.id) == []
    assert await stored(town, request.id) == request


@pytest.mark.long
@pytest.mark.parametrize("who", ["U0GUEST", "U0KIMURA", "U0NISHIMURA", "U0NEIGHBOUR", "U0FUJITA", "U0AOKI"])
async def test_guests_strangers_closed_accounts_and_who_reads_figures_learn_nothing(town: Town, who: str) -> None:
    await sworn_in(town)
    assert await told_apart(town, REFERRED, who, "") == []


@pytest.mark.long
@pytest.mark.parametrize("who", [HEAD, ONE, CHAIR, RESPONDENT, DESK, "U0ENDO"])
async def test_no_button_or_form_tells_anybody_kept_out_in_any_state(town: Town, who: str) -> None:
    await sworn_in(town)
    for state in HANDLED:
        assert await told_apart(town, state, who, "", ":1", ":U0KATO") == [], state


async def test_home_shows_nothing_to_whose_term_is_over_even_before_anything_else_has_run(town: Town) -> None:
    await put(town, MET)
    town.clock.move_to(p.at(2027, 3, 31, 23, 59))
    assert "手元にある件" in str((await p.go_home(town, ONE)).home)
    town.clock.move_to(p.at(2027, 4, 1, 0, 0))
    assert "手元にある件" not in str((await p.go_home(town, ONE)).home)
