"""What was destroyed in the living database is destroyed in an older copy, and what must stay is there in it."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlalchemy import Connection, func, select

from bot.rules.cases import Case, Deadline, Party, Purpose, Record
from bot.store.casebook import CASE, PARTY
from bot.store.deliveries import DELIVERY
from bot.store.forgetting import bury_again, end_identity, end_route
from bot.store.purge import unburied
from bot.store.timetable import DEADLINE
from bot.store.tombstones import Cut, read
from bot.store.unit import House, Unit
from tests.fakes import ASKER, NOW, OFFICE, OTHER, SUPPORTER

FLOW, STAYS = "peer_support", ("reported", "outcome")
CASE_FOUND = Case(
    "", FLOW, "request", "found", 0, "2026-09", "v1",
    body={"reported": "reported-canary", "story": "story-canary", "sheet": "sheet-canary"},
    identity={"requester": ASKER, "handlers": [SUPPORTER]},
)  # fmt: skip
PARTIES = (Party(ASKER, Purpose.REQUESTER), Party(SUPPORTER, Purpose.HANDLER), Party(OTHER, Purpose.RAISER))
Copied = Callable[[Callable[[Unit], None]], tuple[Unit, list[str]]]


def opened(unit: Unit) -> Case:
    """A matter with two entries, a deadline and the key of a payload."""
    case = unit.casebook.open(CASE_FOUND, PARTIES)
    for said in ("kept-canary", "dropped-canary"):
        unit.casebook.add_record(case, Record("entry", {"said": said}))
    unit.timetable.set(FLOW, [Deadline(case.id, "forget", NOW)])
    unit.deliveries.add("form:1", case.id, OFFICE.day(NOW))
    return case


@pytest.fixture
def copied(connection: Connection, house: House) -> Copied:
    """Does something, and gives the database as a copy from before has it, with what stands outside by then."""

    def since(work: Callable[[Unit], None]) -> tuple[Unit, list[str]]:
        with connection.begin_nested() as living:
            unit = Unit(connection, house, NOW)
            work(unit)
            lines = list(unburied(unit))
            living.rollback()
        return Unit(connection, house, NOW), lines

    return since


def forgotten(case: Case) -> Callable[[Unit], None]:
    """Closed since, and forgotten: the story and one entry go, what was reported and its outcome stay."""

    def work(unit: Unit) -> None:
        closed = unit.casebook.save(replace(case, state="closing", body={**case.body, "outcome": "outcome-canary"}))
        dropped = [r.id for r in unit.casebook.records(case.id) if r.body["said"] == "dropped-canary"]
        body = {key: value for key, value in closed.body.items() if key in STAYS}
        ended = unit.casebook.save(replace(closed, state="ended", body=body, identity={}))
        unit.casebook.drop_records(ended, dropped)
        end_identity(unit, ended, STAYS)

    return work


def left_of(unit: Unit, case: Case) -> tuple[list[str], int, int]:
    """The purposes of its parties, its deadlines, and payloads that say they were about it."""
    ask = unit.connection.execute
    purposes = ask(select(PARTY.c.purpose).where(PARTY.c.case_id == case.id)).scalars().all()
    deadlines = ask(select(func.count()).select_from(DEADLINE).where(DEADLINE.c.subject == case.id)).scalar_one()
    payloads = ask(select(func.count()).select_from(DELIVERY).where(DELIVERY.c.case_id == case.id)).scalar_one()
    return list(purposes), deadlines, payloads


def test_what_was_forgotten_does_not_come_back_and_what_was_reported_does(unit: Unit, copied: Copied) -> None:
    case = opened(unit)
    copy, lines = copied(forgotten(case))
    assert copy.casebook.load(case.id) == case, "the copy has everything"

    assert bury_again(copy, lines) == 3  # who it was, an entry, the words

    found = copy.casebook.load(case.id)
    assert found is not None
    assert (found.state, dict(found.body), dict(found.identity)) == ("ended", {"reported": "reported-canary"}, {})
    assert [record.body["said"] for record in copy.casebook.records(case.id)] == ["kept-canary"]
    assert left_of(copy, case) == (["raiser"], 0, 0)
    kept = copy.connection.execute(select(CASE.c.ended_year, CASE.c.retention_until).where(CASE.c.id == case.id))
    assert kept.one() == (2026, None), "its years of keeping begin"
    assert bury_again(copy, lines) == 0, "a second time changes nothing"
    assert copy.casebook.load(case.id) == found


def test_a_copy_from_after_the_forgetting_is_as_it_was(unit: Unit, house: House) -> None:
    case = opened(unit)
    forgotten(case)(unit)
    unit.timetable.set(FLOW, [Deadline(case.id, "later", NOW)])
    lines, copy = list(unburied(unit)), Unit(unit.connection, house, NOW)
    before = copy.casebook.load(case.id)

    assert bury_again(copy, lines) == 0
    assert copy.casebook.load(case.id) == before
    assert left_of(copy, case)[1] == 1


def test_a_matter_that_had_nobodys_name_in_the_copy_is_cut_as_well(unit: Unit, copied: Copied) -> None:
    case = unit.casebook.open(replace(CASE_FOUND, identity={}), ())
    named = replace(case, identity=CASE_FOUND.identity)
    copy, lines = copied(lambda living: forgotten(living.casebook.save(named))(living))

    bury_again(copy, lines)
    found = copy.casebook.load(case.id)
    assert found is not None
    assert dict(found.body) == {"reported": "reported-canary"}


def test_what_keeps_nothing_of_its_body_is_left_to_its_own_deadline_without_anybody(unit: Unit, copied: Copied) -> None:
    case = opened(unit)
    copy, lines = copied(lambda living: end_identity(living, case, ()))

    bury_again(copy, lines)
    found = copy.casebook.load(case.id)
    assert found is not None
    assert (found.state, dict(found.identity)) == ("found", {})
    assert left_of(copy, case) == (["raiser"], 1, 0)


def test_an_ended_route_is_ended_whole(unit: Unit, copied: Copied) -> None:
    case, other = opened(unit), unit.casebook.open(CASE_FOUND, PARTIES)
    copy, lines = copied(lambda living: end_route(living, case))

    assert bury_again(copy, lines) == 2
    shell = copy.casebook.load(case.id)
    assert shell is not None
    assert (dict(shell.body), dict(shell.identity), copy.casebook.records(case.id)) == ({}, {}, [])
    assert left_of(copy, case) == ([], 0, 0)
    assert copy.casebook.load(other.id) == other


def test_half_a_line_destroys_nothing(unit: Unit, copied: Copied) -> None:
    case = opened(unit)
    copy, lines = copied(forgotten(case))
    (cut,) = [line for line in lines if line.startswith("cut ")]
    ids, cuts = read([cut])
    assert (ids, [(one.state, one.stays) for one in cuts]) == ([], [("ended", STAYS)])

    bury_again(copy, [cut[:length] for length in range(1, len(cut))])
    assert copy.casebook.load(case.id) == case


def test_a_line_names_nobody_and_says_nothing_of_the_matter(unit: Unit, copied: Copied) -> None:
    case = opened(unit)
    told = " ".join(copied(forgotten(case))[1])
    assert not any(word in told for word in (ASKER, SUPPORTER, case.id, "canary", "sheet", "story"))
    assert read(["a b"]) == ([], [])
    assert read(["cut ended a,b k"]) == ([], [Cut("ended", ("a", "b"), "k")])
