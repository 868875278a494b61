"""The board as evidence: a private file with a line in the log, no formula and no case in it, for a year that began."""

import csv
from datetime import date, datetime
from io import StringIO
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from bot.app import open_store
from bot.clock import MovableClock
from bot.commands import board as command
from bot.errors import Misconfigured
from bot.handlers.hr_digest.articles import articles
from bot.rules.cases import Case
from bot.store.audit import AUDIT
from bot.store.unit import Store, Unit
from bot.tables import as_csv, safe
from tests.commands.test_backup import settings as settings_of
from tests.installation import install, program

NOW = datetime(2026, 10, 20, 10, 0, tzinfo=ZoneInfo("Asia/Tokyo"))
FORMULAS = (
    "=cmd|'/C calc'!A0", '=HYPERLINK("http://x","y")', "+1+1", "-1+1", "@SUM(1)", "＝1+1", "＋1", "－1", "＠A1",
    "\t=1", "\r=1", "\n=1", " =1", "　＝1", "\N{ZERO WIDTH SPACE}=1", "\N{BYTE ORDER MARK}=1", "\0=1", "﹣1", "−1",
)  # fmt: skip
HARMLESS = ("", "1", "7(1)", "a=b", "第6条", "できています", "2026-10-20", "'=1", "Yam 6(1)", "—")


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "house"
    monkeypatch.chdir(install(folder))
    return folder


def opened(house: Path, now: datetime = NOW) -> Store:
    return open_store(settings_of(house), MovableClock(now))


def table(file: Path) -> list[list[str]]:
    return list(csv.reader(StringIO(file.read_bytes().decode("utf-8-sig"), newline=""), strict=True))


# ---- cells ----


@pytest.mark.parametrize("cell", FORMULAS)
def test_what_a_spreadsheet_could_run_gets_an_apostrophe(cell: str) -> None:
    assert safe(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", HARMLESS)
def test_other_cells_stay_as_they_are(cell: str) -> None:
    assert safe(cell) == cell


@given(st.lists(st.lists(st.text(), min_size=1, max_size=4), max_size=4))
def test_whatever_stands_in_it_no_cell_begins_a_formula_and_none_becomes_two(rows: list[list[str]]) -> None:
    read = list(csv.reader(StringIO(as_csv(rows).decode("utf-8-sig"), newline=""), strict=True))
    assert [len(row) for row in read] == [len(row) for row in rows]
    for cell in (cell for row in read for cell in row):
        assert cell.lstrip()[:1] not in {"=", "+", "-", "@", "＝", "＋", "－", "＠"}
        assert cell[:1] not in {"\t", "\r", "\n"}


def test_a_spreadsheet_in_japan_reads_it_rightly() -> None:
    written = as_csv([["条", 'a"b'], ["\ud800", "x\0"]])
    assert written.startswith(b"\xef\xbb\xbf")
    assert written.decode("utf-8-sig") == '"条","a""b"\r\n"?","x"\r\n'


# ---- the table ----


@pytest.mark.parametrize(("language", "first"), [("ja", "ピアサポート要綱 第1条"), ("en", "Peer Support Rules 1")])
def test_every_article_is_in_the_table_as_of_today(house: Path, language: str, first: str) -> None:
    with opened(house) as store:
        number = command.export(store, house / "board.csv", 2026, language)
    head, *rows = table(house / "board.csv")
    assert len(rows) == number >= len(articles())
    assert len(head) == 6
    assert rows[0][0] == first
    assert len({row[0] for row in rows}) == len(articles())
    assert {row[5] for row in rows} == {"2026-10-20"}
    assert all(all(row) for row in rows)


def test_the_file_is_private_and_never_written_over_and_the_log_has_it(house: Path) -> None:
    file = house / "board.csv"
    with opened(house) as store:
        command.export(store, file, 2026, "ja")
        assert file.stat().st_mode & 0o077 == 0
        before = file.read_bytes()
        with pytest.raises(Misconfigured, match="exists already"):
            command.export(store, file, 2026, "ja")
        assert file.read_bytes() == before
        lines = store.run_now(lambda unit: unit.connection.execute(select(AUDIT.c.act, AUDIT.c.hat)).all())
    assert [line for line in lines if line.act == "board"] == [("board", "operator")]


def test_what_is_reserved_and_any_single_case_leaves_no_trace(house: Path) -> None:
    def late(unit: Unit) -> None:
        for kind, state, period, body in (
            ("month", "drafted", "2026-09", {}),
            ("adviser_report", "owed", "2026-09", {"due_on": "2026-10-01"}),
        ):
            unit.casebook.open(Case("", "peer_support", kind, state, 0, "2026-09", "v1", period, body), ())
        interview = Case(
            "", "stress_check", "interview", "applied", 0, "2026-09", "v1", "2026", {"hold_by": "2026-10-01"}
        )
        unit.casebook.open(interview, ())

    with opened(house) as store:
        command.export(store, house / "before.csv", 2026, "ja")
        store.run_now(late)
        command.export(store, house / "after.csv", 2026, "ja")
    assert (house / "before.csv").read_bytes() == (house / "after.csv").read_bytes()


def test_a_year_that_is_over_stands_as_it_ended_and_one_to_come_is_refused(house: Path) -> None:
    with opened(house, datetime(2027, 10, 20, 10, 0, tzinfo=ZoneInfo("Asia/Tokyo"))) as store:

        def held(unit: Unit) -> None:
            body = {"opens_on": "2026-10-01", "closes_on": "2026-10-30"}
            round_id = unit.casebook.case_id_for("stress_check", "round", "", "2026")
            unit.casebook.open(Case(round_id, "stress_check", "round", "over", 0, "2026-09", "v1", "2026", body), ())

        store.run_now(held)
        command.export(store, house / "over.csv", 2026, "ja")
        rows = table(house / "over.csv")
        assert {row[5] for row in rows[1:]} == {"2027-03-31"}
        assert [row[3] for row in rows if row[0] == "ストレスチェック要綱 第6条"] == ["できています"]
        for year in (2028, 1, 12000):
            with pytest.raises(Misconfigured, match="--year"):
                command.export(store, house / f"{year}.csv", year, "ja")
            assert not (house / f"{year}.csv").exists()
        command.export(store, house / "now.csv", 2027, "ja")
        assert {row[5] for row in table(house / "now.csv")[1:]} == {date(2027, 10, 20).isoformat()}


def test_the_command_writes_it_and_says_what_is_wrong(house: Path) -> None:
    year = str(datetime.now(ZoneInfo("Asia/Tokyo")).year - 1)
    done = program("board", "evidence.csv", "--year", year, "--language", "en", cwd=house)
    assert (done.returncode, done.stderr) == (0, "")
    assert "evidence.csv holds" in done.stdout
    wrong = program("board", "other.csv", "--year", year, "--language", "de", cwd=house)
    assert wrong.returncode != 0
    assert "--language" in wrong.stderr
