"""Whatever anybody opens in a consultation: no word stands there that the oracle does not let them read."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from itertools import count, product
from typing import Any

import pytest

from bot.handlers.harassment.rules.hearing import AFFECTED, SHEET, Sheet
from bot.handlers.harassment.rules.moves import (
    ARRANGED,
    CLOSING,
    CONFIRMING,
    FOUND,
    HEARING,
    MEASURES,
    MET,
    REFERRED,
    REPORTED,
)
from bot.rules.cases import Case, Record
from bot.sandbox import townhall
from bot.sandbox.persons import Driver
from bot.sandbox.town import Town
from bot.store.unit import Unit
from tests import fakes
from tests.handlers.harassment import oracle_harassment as oracle
from tests.handlers.harassment.attacks import FLOW, send, sworn_in
from tests.handlers.harassment.cases import (
    ASKER,
    CHAIR,
    DEPUTY,
    DESK,
    HEAD,
    MEMBERS,
    NURSE,
    ONE,
    RESPONDENT,
    SECRETARY,
    THIRD,
    consultation,
    put,
    stored,
)  # fmt: skip
from tests.handlers.harassment.roster import TODAY, town_ledger
from tests.journeys import people as p

TOLD_IN = (ARRANGED, MET, CONFIRMING, REPORTED, HEARING, FOUND, REFERRED, MEASURES, CLOSING)
EVERYBODY = (ASKER, DESK, ONE, THIRD, NURSE, HEAD, DEPUTY, CHAIR, MEMBERS[3], SECRETARY, RESPONDENT)
SAID: Mapping[str, str] = {  # a word that stands nowhere else -> what it is a word of
    "story-canary": "intake_sheet", "facts-canary": "intake_sheet", "note-canary": "fact_finding_order",
    "statement-canary": "fact_sheet", "outcome-canary": "outcome", "minutes-canary": "committee_file",
    "proposal-canary": "committee_file", "told-canary": "committee_notice",
}  # fmt: skip
BODY: dict[str, Any] = {
    "outcome": "outcome-canary", "committee_notice": "told-canary", "sheet_due_on": "2026-09-10",
    "order": {"heard": ["affected"], "note": "note-canary", "known": True, "danger": False, "on": "2026-09-02"},
    "name_agreed": False, "ordered_on": "2026-09-02", "facts_reported": {"1": 1},
}  # fmt: skip
HEARD = {line.key: "statement-canary" for line in fakes.POLICY.harassment.fact_sheet}
RECORDS = (
    Record(SHEET, asdict(Sheet(1, 1, AFFECTED, "", HEARD))),
    Record("sitting", {"held_on": "2026-09-02", "attended": [CHAIR], "heard": "", "minutes": "minutes-canary"}),
    Record("proposal", {"on": "2026-09-02", "text": "proposal-canary"}),
)


def truth(case: Case) -> oracle.Oracle:
    """The town hall and its consultation as the oracle is told of them."""
    ledger = town_ledger()
    offices = tuple(
        oracle.Office(a.person, a.role.value, a.starts_on, a.ends_on or a.starts_on.replace(year=2099), a.basis)
        for a in ledger.roster
    )
    who = case.identity
    matter = oracle.Matter(
        case.state, case.requester, wished=frozenset(), door=who["door"], receiver=who.get("receiver", ""),
        asked=frozenset(who.get("asked", ())), responders=frozenset(who.get("responders", ())),
        recipient=who.get("recipient", ""), nurse=who.get("nurse", ""), nurse_agreed=True, ordered=True,
        named_out=frozenset(who["excluded"]),
    )  # fmt: skip
    above = {one.id: one.superior for one in townhall.STAFF}
    return oracle.Oracle(matter, offices, above, frozenset(), town_ledger().office.day(p.at(2026, 9, 7, 10)))


async def stepped_up(town: Town) -> None:
    """Head and committee have shown their code, so that nothing is kept back for its sake."""
    at_heads = await put(town, REPORTED, case_id="a" * 32)
    at_committee = await put(town, REFERRED, case_id="b" * 32)
    for who, verb, case in (
        (HEAD, "read_sheet", at_heads), (CHAIR, "committee_file", at_committee),
        (MEMBERS[3], "committee_file", at_committee),
    ):  # fmt: skip
        driver: Driver = await p.press_forged(town, who, f"harassment.{verb}", case.id)
        await driver.submit({"code": await driver.code()})
        await town.sandbox.quiet()


async def told_whole(town: Town, state: str, number: int) -> Case:
    """A consultation in which every word stands that could be read in one."""
    case = await put(
        town, state, body=BODY | {"nurse_agreed": True}, identity={"nurse": NURSE, "excluded": [RESPONDENT]},
        case_id=f"{1 + number:032x}",
    )  # fmt: skip

    def work(unit: Unit) -> None:
        for record in RECORDS:
            unit.casebook.add_record(case, record)

    await town.program.store.run(work)
    return case


async def read_by(town: Town, state: str, people: Sequence[str], numbers: Iterator[int]) -> set[tuple[str, str]]:
    """Who read which words by pressing whatever there is; what somebody has changed is put anew for the next one."""
    case = await told_whole(town, state, next(numbers))
    found = set()
    for who, verb, tail in product(people, sorted(FLOW.actions), ("", ":1")):
        met = await send(town, who, verb, case.id + tail)
        found |= {(who, word) for word in SAID if word in met.plain}
        if await stored(town, case.id) != case:
            case = await told_whole(town, state, next(numbers))
    return found


async def check(town: Town, states: Sequence[str], people: Sequence[str]) -> set[str]:
    """Gives the words that somebody could read."""
    await sworn_in(town)
    await stepped_up(town)
    numbers, words = count(), set()
    for state in states:
        for who, word in await read_by(town, state, people, numbers):
            known = truth(consultation_in(state))
            may = any(known.may(who, hat, "read", SAID[word], code=True) for hat in oracle.HATS)
            assert may, (state, who, word)
            words.add(word)
    return words


def consultation_in(state: str) -> Case:
    """The same as the rules' tests know it."""
    return consultation(state, town_ledger(), TODAY, identity={"nurse": NURSE, "excluded": [RESPONDENT]})


async def test_no_screen_has_a_word_for_whom_it_is_not(town: Town) -> None:
    assert {"note-canary", "statement-canary"} <= await check(town, [FOUND], (HEAD, MEMBERS[3]))


@pytest.mark.long
async def test_no_screen_in_any_state_has_a_word_for_whom_it_is_not(town: Town) -> None:
    assert await check(town, TOLD_IN, EVERYBODY) == set(SAID)
