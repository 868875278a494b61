"""A round of two thousand people from opening to group analysis: every total right, every notice once, nothing lost."""

import csv
import sys
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from random import Random

import pytest

from bot import roster_file
from bot.app import open_store
from bot.commands.roster import import_rows
from bot.commands.stress_import import import_sheets
from bot.handlers.stress_check.questionnaire import questionnaire
from bot.handlers.stress_check.rules.rounds import analysis_id, check_id, round_of
from bot.rules.cases import Case
from bot.sandbox.town import Town, open_town
from bot.sandbox.townhall import roster_csv
from bot.sandbox.workspace import Member
from bot.store.ledger import UnitLedger
from bot.store.models import CaseRow, OutboxRow
from bot.store.unit import Unit
from tests.handlers.stress_check.cases import IMPLEMENTER, JOINT_CLERK, in_office
from tests.handlers.stress_check.oracle_groups import Taker, figures
from tests.handlers.stress_check.oracle_stress import expected
from tests.journeys import people as p
from tests.journeys import sheets as s
from tests.journeys.test_danger import with_code
from tests.journeys.test_stress_round import plan, swear_in

pytestmark = [pytest.mark.long, pytest.mark.parametrize("seed", [2000])]

PEOPLE, IN_SLACK, ON_PAPER = 2000, 100, 1500
OF_THE_TOWN = 33  # who is on the sandbox's own roster and is examined
UNITS, DIVISIONS = 45, 9
SIZES = (3, 7, 9, 14, 60)  # of the units of a division, by turns: small ones are pooled


@dataclass(frozen=True)
class Colleague:
    """One of the two thousand, with what they would answer."""

    id: str
    unit: str
    division: str
    sex: str | None
    answers: dict[str, int]


def colleagues(random: Random) -> list[Colleague]:
    """Two thousand people in nine divisions, units of very different sizes; about one in ten is under much stress."""
    units = [(f"{division}部第{number}課", f"{division}部") for division in range(DIVISIONS) for number in range(5)]
    weights = [SIZES[at % len(SIZES)] for at in range(UNITS)]
    found = []
    for number in range(PEOPLE):
        unit, division = random.choices(units, weights)[0]
        strained = random.random() < 0.12
        answers = {
            item.key: random.choices((1, 2, 3, 4), _weights(item.reversed, strained=strained))[0]
            for item in questionnaire().items
        }
        sex = random.choices(("male", "female", None), (50, 47, 3))[0]
        found.append(Colleague(f"U1P{number:05d}", unit, division, sex, answers))
    return found


def _weights(turned: bool, *, strained: bool) -> tuple[int, ...]:
    weights = (1, 1, 3, 6) if strained else (4, 4, 2, 1)
    return weights[::-1] if turned else weights


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    opened = await open_town(tmp_path)
    yield opened
    await opened.stop()


def _hire(town: Town, people: list[Colleague]) -> None:
    """Into the workspace and, by the host's command, onto the roster."""
    rows = list(csv.DictReader(StringIO(roster_csv())))
    told = StringIO()
    writer = csv.DictWriter(told, rows[0].keys(), restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    for one in people:
        town.sandbox.workspace.members[one.id] = Member(one.id, one.id, "", one.unit)
        writer.writerow(
            {"person": one.id, "name": one.id, "unit": one.unit, "division": one.division, "employment": "regular"}
        )
    with open_store(town.settings, town.clock) as store:
        import_rows(store, roster_file.read(told.getvalue().encode()), apply=True)


def _sheets(people: list[Colleague]) -> bytes:
    """The envelopes, as the joint clerk's file."""
    keys = [item.key for item in questionnaire().items]
    told = StringIO()
    added = ["work_home", "someone_to_ask"]
    writer = csv.writer(told, lineterminator="\n")
    writer.writerow(["id", "sex", *keys, *added])
    for one in people:
        writer.writerow([one.id, one.sex or "", *(one.answers[key] for key in keys), 2, 3])
    return told.getvalue().encode()


def _oracle(one: Colleague) -> object:
    sheet = {key[0]: [] for key in one.answers}  # type: ignore[var-annotated]
    for key, answer in one.answers.items():
        sheet[key[0]].append(answer)
    return expected(sheet, one.sex, "conversion")["verdict"]


def _taker(one: Colleague) -> Taker:
    a = one.answers
    sums = [(a["A1"], a["A2"], a["A3"]), (a["A8"], a["A9"], a["A10"]), (a["C1"], a["C4"], a["C7"]),
            (a["C2"], a["C5"], a["C8"])]  # fmt: skip
    return Taker(one.division, one.unit, one.sex or "", tuple(15 - sum(three) for three in sums))  # type: ignore[arg-type]


async def _round(town: Town) -> Case:
    found = await town.program.store.read(lambda unit: round_of("2026", UnitLedger(unit)))
    assert found is not None
    return found


async def _answer(town: Town, one: Colleague) -> None:
    """In Slack, page by page."""
    who = await s.start(town, one.id)
    await p.press(town, one.id, s.OPEN_PAGE)
    sex = one.sex or "unsaid"
    while pages := s.asked(who):
        await who.submit({key: sex if key == "sex" else str(one.answers.get(key, 2)) for key in pages})
        await town.sandbox.quiet()
        assert who.trouble is None
        assert not who.errors
    await s.send(town, who)


async def _states(town: Town) -> Counter[str]:
    return Counter(row.state for row in await p.rows(town, CaseRow, flow="stress_check", kind="check"))


@dataclass
class Stages:
    """The town, who answers how, and a line of progress after each stage."""

    town: Town
    people: list[Colleague]
    in_slack: list[Colleague]
    on_paper: list[Colleague]
    told: Callable[[str], None]

    @property
    def takers(self) -> list[Colleague]:
        return self.in_slack + self.on_paper

    async def called(self) -> None:
        await plan(self.town)
        await self.town.step(p.at(2026, 9, 14, 12, 0))
        assert await _states(self.town) == {"invited": PEOPLE + OF_THE_TOWN}
        assert all(p.sentences(self.town, one.id).count(p.NEWS) == 1 for one in self.people)
        self.told("all are called, each by one message")

    async def answered(self) -> None:
        for number, one in enumerate(self.in_slack, start=1):
            await _answer(self.town, one)
            if number % 10 == 0:
                self.told(f"{number} have answered in Slack")
        with open_store(self.town.settings, self.town.clock) as store:
            assert import_sheets(store, _sheets(self.on_paper)) == ON_PAPER
        left = PEOPLE + OF_THE_TOWN - len(self.takers)
        assert await _states(self.town) == {"invited": left, "taken": len(self.takers)}
        self.told(f"{ON_PAPER} envelopes are entered")

    async def gathered(self) -> int:
        """How many the implementer has to look at: everybody whose verdict is not no, and nobody else."""
        await self.town.step(p.at(2026, 10, 13, 12, 0))
        left = PEOPLE + OF_THE_TOWN - len(self.takers)
        assert await _states(self.town) == {"untaken": left, "taken": len(self.takers)}
        round_ = await _round(self.town)
        assert (round_.state, round_.body["takers"]) == ("reviewing", len(self.takers))
        ids = await self.town.program.store.read(lambda unit: _ids(unit, self.takers))
        looked_at = {ids[one.id] for one in self.takers if _oracle(one) is not False}
        assert set(round_.body["review"]) == looked_at
        assert 60 <= len(looked_at) <= 400
        self.told(f"gathered; {len(looked_at)} results for the implementer to look at")
        return len(looked_at)

    async def opened(self, number: int) -> None:
        await p.go_home(self.town, IMPLEMENTER)
        await with_code(self.town, IMPLEMENTER, "stress_check.review")
        await _review(self.town, number)
        self.told("all of them are looked at")
        await p.press(self.town, IMPLEMENTER, "stress_check.open_results")
        assert (await _round(self.town)).state == "told"
        before = {one.id: len(p.sentences(self.town, one.id)) for one in self.people}
        await self.town.step_by(minutes=90)
        takers = {one.id for one in self.takers}
        for one in self.people:
            assert len(p.sentences(self.town, one.id)) - before[one.id] == (one.id in takers)
        assert {row.state for row in await p.rows(self.town, OutboxRow)} <= {"sent", "dropped"}
        self.told("every taker has one message more, nobody else has any")

    async def provided(self) -> None:
        await swear_in(self.town, IMPLEMENTER, "stress_check.preview_analysis")
        await p.press(self.town, IMPLEMENTER, "stress_check.order_analysis")
        await self.town.step_by(minutes=10)
        await swear_in(self.town, JOINT_CLERK, "stress_check.preview_analysis")
        await p.press(self.town, JOINT_CLERK, "stress_check.provide_analysis")
        store = self.town.program.store
        found = await store.read(lambda unit: unit.casebook.load(analysis_id("2026", UnitLedger(unit))))
        assert found is not None
        _same_figures(found, [_taker(one) for one in self.takers])
        self.told("the group analysis is provided, and equals the independent one")


async def test_from_opening_to_group_analysis(town: Town, seed: int, capsys: pytest.CaptureFixture[str]) -> None:
    began = time.monotonic()

    def told(what: str) -> None:
        with capsys.disabled():
            sys.stdout.write(f"\n  {time.monotonic() - began:6.1f} s  {what}")
            sys.stdout.flush()

    random = Random(seed)  # noqa: S311 - a town, not a secret
    people = colleagues(random)
    order = random.sample(people, len(people))
    _hire(town, people)
    await in_office(town, IMPLEMENTER, JOINT_CLERK)
    await town.step(p.at(2026, 9, 8, 9, 0))  # in the night the list of members is fetched
    told("2,000 people are on the roster")
    stages = Stages(town, people, order[:IN_SLACK], order[IN_SLACK : IN_SLACK + ON_PAPER], told)
    await stages.called()
    await stages.answered()
    await stages.opened(await stages.gathered())
    await stages.provided()


def _ids(unit: Unit, takers: list[Colleague]) -> dict[str, str]:
    return {one.id: check_id(one.id, "2026", UnitLedger(unit)) for one in takers}


async def _review(town: Town, number: int) -> None:
    """One after the other; every third is advised. The last answer leads back to the order."""
    await p.press(town, IMPLEMENTER, "stress_check.review_one")
    for at in range(number):
        await p.press(town, IMPLEMENTER, "stress_check.advise" if at % 3 == 0 else "stress_check.spare")


def _same_figures(found: Case, takers: list[Taker]) -> None:
    """Every group has the size band and the figures that were counted person by person."""
    divisions: dict[str, list[Taker]] = {}
    for one in takers:
        divisions.setdefault(one.division, []).append(one)
    groups = found.body["groups"]
    assert len(groups) >= DIVISIONS
    for group in groups:
        members = [one for one in takers if one.unit in group["units"]]
        assert len(members) >= 10
        wanted = figures([members], 10)
        assert {key: group[key] for key in wanted} == wanted
    assert {unit for group in groups for unit in group["units"]} <= {one.unit for one in takers}
