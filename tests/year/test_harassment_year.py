"""A year of consultations: nobody who is kept out hears of one, and no promise is without its day."""

from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from logging import ERROR
from pathlib import Path

import pytest

from bot.rules.deadlines import due
from bot.sandbox.server import Setup
from bot.sandbox.town import POLICY, Town, open_town
from tests.year import office_days as office
from tests.year.harassment_deadlines import pending_of
from tests.year.harassment_owed import ENDED, IDLE_OVER
from tests.year.harassment_people import SCREENS, Consultations
from tests.year.keeping import DAYS_OF_BACKUPS, Keeper
from tests.year.terms import Terms
from tests.year.townsfolk import Behaviour, Told, Townsfolk, duty, news

RENEWED_ON = date(2027, 3, 10)


@dataclass
class Elsewhere:
    """What other flows say; their own year looks at it."""

    def begin(self, folk: Townsfolk, until: datetime) -> None:
        pass

    def hears(self, folk: Townsfolk, told: Told) -> None:
        pass

    def promised(self, until: datetime) -> Iterator[Told]:
        yield from ()

    async def check(self, folk: Townsfolk) -> None:
        pass


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    decided = tmp_path / "policy.toml"  # the organisation has decided how long the records are kept (K8)
    decided.write_text(POLICY.read_text().replace('at_the_end = "undecided"', 'years = 5, at_the_end = "destroy"'))
    opened = await open_town(tmp_path, setup=Setup(retry_seconds=(0.0, 0.05, 0.1)), policy_file=decided)
    yield opened
    await opened.stop()


@pytest.fixture(autouse=True)
def _nothing_goes_wrong(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """No act of a whole year may end in a defect."""
    yield
    wrong = [vars(record).get("line", record.msg) for record in caplog.get_records("call") if record.levelno >= ERROR]
    assert wrong == []


def townsfolk(town: Town, seed: int, number: int, until: datetime) -> tuple[Townsfolk, Consultations]:
    """The town hall with so many consultations that come in until then."""
    living = Consultations(number)
    screens: defaultdict[str, Behaviour] = defaultdict(Elsewhere, dict.fromkeys(SCREENS, living))
    folk = Townsfolk(town, seed, screens, ())
    living.begin(folk, until)
    return folk, living


@pytest.mark.long
async def test_six_weeks_of_consultations_keep_every_promise_and_every_secret(town: Town) -> None:
    until = office.at(date(2026, 10, 23), office.CLOSES)
    folk, living = townsfolk(town, 19, 4, until - timedelta(days=32))
    await folk.live(until)
    await everything_adds_up(folk, living, until)
    assert folk.acts_done["report"] >= 1


@pytest.mark.long
@pytest.mark.parametrize("seed", [1, 2, 3, 4])
async def test_a_year_of_thirty_consultations_keeps_every_promise_and_every_secret(
    town: Town, seed: int, tmp_path: Path
) -> None:
    until = office.at(date(2027, 9, 10), office.CLOSES)
    folk, living = townsfolk(town, seed, 32, until - timedelta(days=120))

    async def renew() -> None:
        Terms().renew(town, lapsing=frozenset(), new={})

    keeper = Keeper(town, tmp_path / "stick")

    async def dispose() -> None:
        """What has ended by then has had its time; what goes on, and a kept contact, does not notice."""
        assert await keeper.dispose_of("harassment", "consultation", "ended") >= 1

    folk.later(office.opening(RENEWED_ON), renew)
    folk.later(office.opening(date(2027, 1, 20)) + timedelta(hours=2), keeper.back_up_and_put_back)
    folk.later(office.opening(date(2027, 4, 20)), dispose)
    folk.later(office.opening(date(2027, 4, 20)) + timedelta(hours=1), keeper.change_keys)
    folk.later(office.opening(date(2027, 4, 20)) + DAYS_OF_BACKUPS, keeper.destroy_old_keys)
    await folk.live(until)
    await everything_adds_up(folk, living, until)
    assert len(living.cases) + living.refused >= 30
    assert living.refused >= 1
    assert [act for act in ("report", "order", "refer", "propose", "close", "keep") if not folk.acts_done[act]] == []


async def everything_adds_up(folk: Townsfolk, living: Consultations, until: datetime) -> None:
    """Each person has heard what the ledger owes them and nothing else; the database waits for what it must."""
    owed, heard = Counter(living.promised(until)), Counter(one for one in folk.heard if is_the_persons(one, living))
    at_an_end = {(at, who) for case in living.cases.values() for at, people in case.ends for who in people}
    too_much = [line(one) for one in heard - owed if one.about or (one.at, one.person) not in at_an_end]
    missing = [line(one) for one in owed - heard]
    assert (missing, too_much) == ([], [])
    mine = [one for one in folk.heard if one.screen in SCREENS]
    assert [line(one) for one in mine if not office.is_working(one.at) or not is_fixed(one)] == []
    late = [one.told.at for case in living.cases.values() for one in case.owed if one.missed]
    assert all(at == office.leaves(office.opening(office.day_of(at))) for at in late)  # at opening, not at night (G13)
    await living.check(folk)
    await everything_goes_on(folk, living)


async def everything_goes_on(folk: Townsfolk, living: Consultations) -> None:
    """What has not ended has a day before it; the committee's is the sixtieth (Aki 9(3), Civil Code 140)."""
    house = folk.town.program.store.house
    for case in living.cases.values():
        if case.state not in ENDED:
            assert await pending_of(folk.town, case.id), case.state
        if case.referred_on > date.min:
            sixtieth = due("committee", case.referred_on, house.office, house.policy).due_day
            assert sixtieth == case.referred_on + timedelta(days=60)
            assert case.due_on >= sixtieth


def is_the_persons(told: Told, living: Consultations) -> bool:
    """Whether it is about somebody's own consultation, or their contact afterwards."""
    if told.screen == IDLE_OVER:
        return told.person in {case.asker for case in living.cases.values()}
    case = living.cases.get(told.about)
    return told.about in living.contacts or (case is not None and case.asker == told.person)


def is_fixed(told: Told) -> bool:
    """Whether it is one of the two fixed sentences (G1), a duty with a day that is not over."""
    days = (office.day_of(told.at) + timedelta(days=n) for n in range(125))
    return told.sentence in {news(told.person), *(duty(told.person, day) for day in days)}


def line(told: Told) -> str:
    return (
        f"{told.at.astimezone(office.TOKYO):%m-%d %H:%M} {told.person} {told.sentence} {told.screen} {told.about[:6]}"
    )
