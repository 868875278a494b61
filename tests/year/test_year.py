"""A year of the town hall: everybody lives by chance, and every message that was promised comes once and no other."""

from collections import Counter
from collections.abc import AsyncIterator, Iterator
from datetime import date, datetime, timedelta
from logging import ERROR
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.sandbox.server import Setup
from bot.sandbox.town import Town, open_town
from bot.sandbox.townhall import STAFF
from bot.store import audit
from bot.store.models import UNSETTLED, OutboxRow, table
from tests.year import office_days as office
from tests.year.advisers import REPORT, REPORTED, Advisers, check_account
from tests.year.house import DIGEST, DIRECTORY, GUIDELINE, KEY_CHANGE, ROUND, THANKED, THANKS, House, announcement
from tests.year.keeping import DAYS_OF_BACKUPS, Keeper
from tests.year.months import MONTH, REPORTS, Months
from tests.year.namings import GAPS, OVERVIEW, UNIT, Namings
from tests.year.requests import SCREENS, Requests
from tests.year.terms import Terms
from tests.year.townsfolk import Told, Townsfolk, duty, news

THIRTY = [one.id for one in STAFF[3:]]
LAPSING = frozenset({"U0YAMAZAKI", "U0ABE"})
RENEWED_ON = date(2027, 3, 10)
BACKED_UP_ON, DISPOSED_ON = date(2027, 1, 21), date(2027, 4, 20)
NEW = {"U0SAKAMOTO": "建設課", "U0OKAMOTO": "教育総務課"}
ACTS = (
    "ask", "accept", "aside", "pass_on", "wait", "choose", "withdraw", "be_away", "away", "be_back", "write",
    "carry_on", "end", "finish", "forget", "keep", "check", "forget_contact", "report", "look_at_list",
    "write_down", "send", "send_late",
)  # fmt: skip
RETIRES = {"U0HASHIMOTO": date(2026, 12, 8), "U0GOTO": date(2027, 1, 20)}


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    opened = await open_town(tmp_path, setup=Setup(retry_seconds=(0.0, 0.05, 0.1)))
    yield opened
    await opened.stop()


@pytest.fixture(autouse=True)
def _nothing_goes_wrong(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """No act of a whole year may end in a defect."""
    yield
    wrong = [vars(record).get("line", record.msg) for record in caplog.get_records("call") if record.levelno >= ERROR]
    assert wrong == []


def townsfolk(town: Town, seed: int, *, asks: int, until: datetime) -> tuple[Townsfolk, Terms]:
    """Thirty people who ask so many times until then, with the supporters' months."""
    terms = Terms()
    requests = Requests(terms, THIRTY, asks)
    advisers = Advisers(requests)
    months = Months(terms, advisers, office.month_of(town.clock.now()), office.day_of(until))
    heads = Namings(terms, RENEWED_ON, LAPSING)
    screens = {
        **dict.fromkeys(SCREENS, requests), **dict.fromkeys((MONTH, REPORTS), months),
        **dict.fromkeys((REPORT, REPORTED), advisers),
        **dict.fromkeys((UNIT, OVERVIEW, GAPS), heads),
        **dict.fromkeys((DIRECTORY, THANKS, THANKED, GUIDELINE, KEY_CHANGE, DIGEST, ROUND), House(terms)),
    }  # fmt: skip
    folk = Townsfolk(town, seed, screens, THIRTY)
    for behaviour in {id(one): one for one in folk.behaviours.values()}.values():
        behaviour.begin(folk, until)
    return folk, terms


@pytest.mark.long
async def test_a_month_brings_every_promised_message_once_and_no_other(town: Town) -> None:
    until = office.at(date(2026, 10, 14), office.CLOSES)
    folk, _ = townsfolk(town, 20261014, asks=22, until=until - timedelta(days=4))
    await folk.live(until)
    await everything_adds_up(folk, until)
    assert folk.acts_done["accept"] >= 5
    assert folk.acts_done["send"] >= 1


@pytest.mark.long
@pytest.mark.parametrize("seed", [1, 2])
async def test_a_year_brings_every_promised_message_once_and_no_other(town: Town, seed: int, tmp_path: Path) -> None:
    until = office.at(date(2027, 9, 14), office.CLOSES)
    folk, terms = townsfolk(town, seed, asks=220, until=until - timedelta(days=4))

    async def renew() -> None:
        terms.renew(town, lapsing=LAPSING, new=NEW)
        check_account(town)

    async def retire(person: str) -> None:
        folk.leaves_us(person)
        await folk.quiet()

    keeper, months = Keeper(town, tmp_path / "stick"), folk.behaviours[MONTH]

    async def dispose() -> None:
        assert await keeper.dispose_of("peer", "month", "sent", "2026-09") == months.dispose("2026-09") >= 1  # type: ignore[attr-defined]

    folk.later(office.opening(RENEWED_ON), renew)
    folk.later(office.opening(BACKED_UP_ON), keeper.back_up_and_put_back)
    folk.later(office.opening(DISPOSED_ON), dispose)
    folk.later(office.opening(DISPOSED_ON) + timedelta(hours=1), keeper.change_keys)
    folk.later(office.opening(DISPOSED_ON) + DAYS_OF_BACKUPS, keeper.destroy_old_keys)
    for person, day in RETIRES.items():
        folk.later(office.opening(day), lambda person=person: retire(person))
    await folk.live(until)
    await everything_adds_up(folk, until)
    assert [act for act in ACTS if folk.acts_done[act] < 5] == [], folk.acts_done
    assert folk.acts_done["thank"] == 1


async def everything_adds_up(folk: Townsfolk, until: datetime) -> None:
    """Compare what was heard with what the ledgers owe, and the database with the ledgers."""
    behaviours = list({id(one): one for one in folk.behaviours.values()}.values())
    owed = Counter(told for one in behaviours for told in one.promised(until) if received(folk, told, until))
    heard = Counter(told for told in folk.heard)
    missing, too_much = sorted(map(line, owed - heard)), sorted(map(line, heard - owed))
    assert (missing, too_much) == ([], [])  # nothing came twice, at another time, or to the wrong one either
    assert all(office.is_working(told.at) for told in folk.heard)
    assert all(is_fixed(told) for told in folk.heard)
    for one in behaviours:
        await one.check(folk)
    await nothing_is_left_open(folk)


def received(folk: Townsfolk, told: Told, until: datetime) -> bool:
    """Whether the moment has come, and the person still had an account."""
    gone = folk.gone.get(told.person)
    return told.at <= until and (gone is None or told.at < gone)


def line(told: Told) -> str:
    return f"{told.at.astimezone(office.TOKYO):%m-%d %H:%M:%S} {told.person} {told.sentence} {told.about[:6]}"


def is_fixed(told: Told) -> bool:
    """Whether it is one of the two fixed sentences (G1), a duty with a day still ahead; or what everybody gets (G3)."""
    if told.screen == DIRECTORY:
        return told.sentence == announcement(told.person)
    days = (office.day_of(told.at) + timedelta(days=n) for n in range(130))
    return told.sentence in {news(told.person), *(duty(told.person, day) for day in days)}


async def nothing_is_left_open(folk: Townsfolk) -> None:
    """No message under way, and an audit chain without a gap."""
    store = folk.town.program.store
    outbox = table(OutboxRow)
    now = folk.now
    overdue = select(outbox.c.id).where(UNSETTLED, outbox.c.not_before <= now)
    assert await store.read(lambda unit: unit.connection.execute(overdue).all()) == []
    assert await store.read(lambda unit: audit.verify(unit.connection, unit.house.ring)) is None
