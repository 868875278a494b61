"""A case opens only where, when and as it was sealed; what ended cannot be brought back."""

from dataclasses import replace

import pytest
from sqlalchemy import Connection, Table, delete, func, select, update

from bot.errors import Conflict, SealBroken, Unpermitted
from bot.rules.cases import Case, Party, Purpose, Record
from bot.store.casebook import CASE, CASE_KEY, PARTY, RECORD, Casebook
from bot.store.unit import Unit
from tests.fakes import ASKER, OTHER, SUPPORTER

FLOW = "peer_support"
REQUEST = Case(
    "", FLOW, "request", "requested", 0, "2026-09", "v1",
    body={"message": "canary 𠮷"}, identity={"requester": ASKER, "handlers": [SUPPORTER]},
)  # fmt: skip
PARTIES = (Party(ASKER, Purpose.REQUESTER), Party(SUPPORTER, Purpose.HANDLER))
ENTRY = Record("activity", {"topic": "work"})


@pytest.fixture
def book(unit: Unit) -> Casebook:
    return unit.casebook


def change(connection: Connection, table: Table, row_id: str, **values: object) -> None:
    connection.execute(update(table).where(table.c.id == row_id).values(**values))


def column(connection: Connection, table: Table, row_id: str, name: str) -> bytes:
    found: bytes = connection.execute(select(table.c[name]).where(table.c.id == row_id)).scalar_one()
    return found


def rows(connection: Connection, table: Table) -> int:
    return connection.execute(select(func.count()).select_from(table)).scalar_one()


def test_a_case_comes_back_as_it_was_written(book: Casebook) -> None:
    case = book.open(REQUEST, PARTIES)

    assert book.load(case.id) == replace(REQUEST, id=case.id, rev=1)
    assert book.load("nowhere") is None


def test_a_change_is_the_next_revision_under_the_same_keys(book: Casebook, connection: Connection) -> None:
    case = book.open(REQUEST, PARTIES)
    after = book.save(replace(case, state="accepted", body={"message": ""}))

    assert (after.rev, book.load(case.id)) == (2, after)
    assert rows(connection, CASE_KEY) == 2


def test_who_saves_an_older_revision_is_told_that_it_moved_on(book: Casebook) -> None:
    case = book.open(REQUEST, PARTIES)
    book.save(replace(case, state="accepted"))

    with pytest.raises(Conflict):
        book.save(replace(case, state="withdrawn"))


def test_a_case_that_gets_its_identity_later_gets_a_key_for_it(book: Casebook, connection: Connection) -> None:
    nameless = book.open(replace(REQUEST, identity={}), ())
    assert rows(connection, CASE_KEY) == 1

    book.save(replace(nameless, identity=REQUEST.identity))

    found = book.load(nameless.id)
    assert found is not None
    assert found.requester == ASKER
    assert rows(connection, CASE_KEY) == 2


@pytest.mark.parametrize("name", ["body", "identity"])
def test_a_ciphertext_put_into_another_row_does_not_open(book: Casebook, connection: Connection, name: str) -> None:
    one, two = book.open(REQUEST, PARTIES), book.open(REQUEST, PARTIES)
    change(connection, CASE, two.id, **{name: column(connection, CASE, one.id, name)})

    with pytest.raises(SealBroken):
        book.load(two.id)


def test_a_whole_row_under_another_cases_keys_does_not_open(book: Casebook, connection: Connection) -> None:
    one, two = book.open(REQUEST, PARTIES), book.open(REQUEST, PARTIES)
    values = {name: column(connection, CASE, one.id, name) for name in ("body", "identity")}
    change(connection, CASE, two.id, **values)
    connection.execute(delete(CASE_KEY).where(CASE_KEY.c.case_id == two.id))
    connection.execute(update(CASE_KEY).where(CASE_KEY.c.case_id == one.id).values(case_id=two.id))

    with pytest.raises(SealBroken):
        book.load(two.id)


@pytest.mark.parametrize(
    ("name", "value"), [("state", "accepted"), ("kind", "month"), ("period", "2026-09"), ("rev", 2), ("body", b"")]
)
def test_a_column_changed_by_hand_is_noticed(book: Casebook, connection: Connection, name: str, value: object) -> None:
    case = book.open(REQUEST, PARTIES)
    change(connection, CASE, case.id, **{name: value})

    with pytest.raises(SealBroken):
        book.load(case.id)


def test_an_old_ciphertext_put_back_does_not_open(book: Casebook, connection: Connection) -> None:
    case = book.open(REQUEST, PARTIES)
    before = column(connection, CASE, case.id, "body")
    book.save(replace(case, state="accepted"))
    change(connection, CASE, case.id, body=before, state="requested")

    with pytest.raises(SealBroken):
        book.load(case.id)


def test_the_end_of_the_route_leaves_a_shell(book: Casebook, connection: Connection) -> None:
    case = book.open(REQUEST, PARTIES)
    book.add_record(case, ENTRY)
    book.end_route(book.save(replace(case, state="withdrawn")))

    assert [rows(connection, table) for table in (CASE_KEY, PARTY, RECORD)] == [0, 0, 0]
    shell = book.load(case.id)
    assert shell is not None
    assert (shell.state, dict(shell.body), dict(shell.identity)) == ("withdrawn", {}, {})
    assert book.records(case.id) == []


def test_an_ended_route_takes_nothing_any_more(book: Casebook) -> None:
    case = book.open(REQUEST, PARTIES)
    book.end_route(case)

    with pytest.raises(Unpermitted):
        book.save(case)
    with pytest.raises(Unpermitted):
        book.add_record(case, ENTRY)


def test_entries_open_under_their_own_case_only(book: Casebook, connection: Connection) -> None:
    one, two = book.open(REQUEST, ()), book.open(REQUEST, ())
    book.add_record(one, ENTRY)
    (record,) = book.records(one.id)
    assert (record.kind, record.body) == ("activity", {"topic": "work"})

    change(connection, RECORD, record.id, case_id=two.id)

    with pytest.raises(SealBroken):
        book.records(two.id)


class TestWhoseCasesTheyAre:
    def test_both_sides_find_it_under_their_purpose_only(self, book: Casebook) -> None:
        case = book.open(REQUEST, PARTIES)

        def found(person: str, purpose: Purpose) -> list[str]:
            return [c.id for c in book.open_cases(person, purpose, FLOW, "2026-09")]

        assert found(ASKER, Purpose.REQUESTER) == [case.id]
        assert found(SUPPORTER, Purpose.HANDLER) == [case.id]
        assert found(ASKER, Purpose.HANDLER) == found(OTHER, Purpose.HANDLER) == []

    def test_it_is_found_over_the_turn_of_the_fiscal_year(self, book: Casebook) -> None:
        case = book.open(replace(REQUEST, opened_month="2027-03"), PARTIES)

        assert [c.id for c in book.open_cases(ASKER, Purpose.REQUESTER, FLOW, "2027-04")] == [case.id]

    def test_who_was_dropped_finds_it_no_more(self, book: Casebook) -> None:
        case = book.open(REQUEST, PARTIES)
        book.drop_parties(case, [PARTIES[1]])
        book.add_parties(case, [Party(OTHER, Purpose.HANDLER)])

        assert book.open_cases(SUPPORTER, Purpose.HANDLER, FLOW, "2026-09") == []
        assert len(book.open_cases(OTHER, Purpose.HANDLER, FLOW, "2026-09")) == 1

    def test_a_list_has_one_kind_one_period_one_state(self, book: Casebook) -> None:
        month = replace(REQUEST, kind="month", period="2026-09", state="sent")
        wanted = book.open(month, ())
        for other in (replace(month, period="2026-08"), replace(month, state="drafted"), REQUEST):
            book.open(other, ())

        assert [c.id for c in book.listed(FLOW, "month", "2026-09", "sent")] == [wanted.id]

    def test_only_the_asker_has_a_pseudonym_and_another_in_each_case(self, book: Casebook) -> None:  # G9
        one, two = book.open(REQUEST, PARTIES), book.open(REQUEST, PARTIES)

        assert book.pseudonym(one, SUPPORTER) is None
        assert book.pseudonym(REQUEST, ASKER) is None  # it does not exist yet
        assert book.pseudonym(one, ASKER) == book.pseudonym(one, ASKER)
        assert book.pseudonym(one, ASKER) != book.pseudonym(two, ASKER)

    def test_the_id_of_a_described_case_is_always_the_same_and_says_nothing(self, book: Casebook) -> None:
        described = book.case_id_for(FLOW, "month", SUPPORTER, "2026-09")

        assert described == book.case_id_for(FLOW, "month", SUPPORTER, "2026-09")
        assert described != book.case_id_for(FLOW, "month", OTHER, "2026-09")
        assert SUPPORTER not in described
