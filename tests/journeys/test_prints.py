"""What is printed on the host: complete, escaped, where only its owner reads it, with a line in the audit log."""

from dataclasses import replace
from pathlib import Path

import pytest
from markupsafe import escape
from sqlalchemy import select

from bot.commands.print_own import print_own
from bot.commands.print_sheets import print_sheets
from bot.commands.prints import print_directory
from bot.errors import Misconfigured
from bot.sandbox.town import Town
from bot.store import models
from bot.store.unit import Unit
from tests.fakes import POLICY
from tests.journeys.people import SUPPORTER, on_sqlite

HOSTILE = "林 <script>alert(1)</script>"


def prints_so_far(unit: Unit) -> int:
    audit = models.table(models.AuditRow)
    return len(unit.connection.execute(select(audit.c.seq).where(audit.c.act == "print")).all())


@on_sqlite
@pytest.mark.parametrize(
    ("language", "title"), [("ja", "話を聞いてもらえる人の一覧"), ("en", "people who will listen")]
)
async def test_the_list_for_the_wall_names_everybody_in_office_with_a_telephone(
    town: Town, tmp_path: Path, language: str, title: str
) -> None:
    store = town.program.store
    sheet = print_directory(store, tmp_path / "sheets", language)
    text = sheet.read_text(encoding="utf-8")
    people = await store.read(lambda unit: unit.roster.people())

    assert title in text
    assert "林 さくら" in text
    assert people[SUPPORTER].phone in text
    assert "木村" in text  # an adviser from outside
    assert "石川" not in text  # who may ask, and holds no office, stands on no list
    assert sheet.stat().st_mode & 0o777 == 0o600
    assert sheet.parent.stat().st_mode & 0o777 == 0o700
    assert await store.read(prints_so_far) == 1


@on_sqlite
async def test_a_folder_that_others_can_read_is_refused_before_anything_is_written(town: Town, tmp_path: Path) -> None:
    folder = tmp_path / "open"
    folder.mkdir(mode=0o755)
    store = town.program.store
    for attempt in (
        lambda: print_directory(store, folder, "ja"),
        lambda: print_own(store, folder, SUPPORTER, "ja"),
        lambda: print_sheets(store, folder, "ja"),
    ):
        with pytest.raises(Misconfigured, match="others can read"):
            attempt()
    assert list(folder.iterdir()) == []
    assert await town.program.store.read(prints_so_far) == 0


@on_sqlite
async def test_a_name_is_text_and_never_a_program(town: Town, tmp_path: Path) -> None:
    store = town.program.store
    person = (await store.read(lambda unit: unit.roster.people()))[SUPPORTER]
    await store.run(lambda unit: unit.roster.save_people([replace(person, name=HOSTILE)]))
    text = print_directory(store, tmp_path / "sheets", "ja").read_text(encoding="utf-8")

    assert "<script>" not in text
    assert "&lt;script&gt;" in text


@on_sqlite
@pytest.mark.parametrize("language", ["ja", "en"])
async def test_empty_forms_have_every_line_of_the_policy_and_no_person_and_the_slip_no_reason(
    town: Town, tmp_path: Path, language: str
) -> None:
    made = print_sheets(town.program.store, tmp_path / "sheets", language)
    texts = {path.name.partition("-2026")[0]: path.read_text(encoding="utf-8") for path in made}

    for name, lines in (("intake-sheet", POLICY.harassment.intake_sheet), ("fact-sheet", POLICY.harassment.fact_sheet)):
        assert [line.key for line in lines if escape(getattr(line, language)) not in texts[name]] == []
    for rows in (POLICY.activities, POLICY.topics, POLICY.means, POLICY.durations, POLICY.requesters):
        assert [row.key for row in rows if f"□ {escape(getattr(row, language))}" not in texts["record"]] == []
    words = ("ストレスチェック", "ハラスメント", "ピアサポート", "Stress", "stress", "arass", "eer support")
    assert [word for word in words if word in texts["slip"]] == []  # one wording for every appointment (S9)
    assert len(made) == await town.program.store.read(prints_so_far) == 4
    assert all(path.stat().st_mode & 0o777 == 0o600 for path in made)
