"""What has been kept long enough: sealed to a named key, destroyed by a dated order, never under a hold (Aku 17)."""

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot import disposal
from bot.app import open_store
from bot.clock import MovableClock, SystemClock
from bot.commands import retention as command
from bot.errors import Misconfigured, StoreFailed
from bot.rules.cases import Case, Record
from bot.settings import Settings
from bot.store.unit import Unit
from bot.store.witness import Witness
from tests.commands.test_backup import settings as settings_of
from tests.installation import install, program

CLOCK, CANARY = SystemClock(), "CANARY-what-was-reported"
TODAY, YESTERDAY = CLOCK.now().date(), CLOCK.now().date() - timedelta(days=2)
ENDED = Case(
    "", "harassment", "consultation", "ended", 0, "2020-04", "v1", body={"sheet": CANARY}, identity={"recipient": "U1"}
)
UNDECIDED = 'at_the_end = "undecided"'


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "house"
    monkeypatch.chdir(install(folder))
    return folder


def decided(folder: Path, rule: str) -> Settings:
    """The installation whose policy says this of harassment."""
    policy = folder / "policy.local.toml"
    text = policy.read_text(encoding="utf-8")
    assert UNDECIDED in text
    policy.write_text(text.replace(UNDECIDED, rule), encoding="utf-8")
    return settings_of(folder)


def ended(settings: Settings, last: date | None, number: int = 1) -> list[str]:
    def work(unit: Unit) -> list[str]:
        found = []
        for _ in range(number):
            case = unit.casebook.open(ENDED, ())
            unit.casebook.add_record(case, Record(kind="fact_sheet", body={"text": CANARY}))
            unit.keeping.until(case, last)
            found.append(case.id)
        return found

    with open_store(settings, CLOCK) as store:
        return store.run_now(work)


def there(settings: Settings, ids: list[str]) -> list[bool]:
    with open_store(settings, CLOCK) as store:
        cases = [store.run_now(lambda unit, one=one: unit.casebook.load(one)) for one in ids]  # type: ignore[misc]
    return [bool(case and case.body) for case in cases]


def test_a_class_is_handed_back_and_then_destroyed(house: Path, tmp_path: Path) -> None:
    settings = decided(house, 'years = 5, at_the_end = "return"')
    old, young = ended(settings, YESTERDAY, 45), ended(settings, TODAY + timedelta(days=30))
    with pytest.raises(Misconfigured, match="handed back first"):
        command.destroy(settings, CLOCK, "harassment", "総第1号", TODAY)
    public = command.make_pair(tmp_path / "clerk.key")

    assert command.pack(settings, CLOCK, "harassment", public, tmp_path / "package") == 45
    assert CANARY.encode() not in (tmp_path / "package").read_bytes()
    assert there(settings, [*old, *young]) == [True] * 46
    command.unpack(tmp_path / "package", tmp_path / "clerk.key", tmp_path / "clear")
    lines = [json.loads(line) for line in (tmp_path / "clear").read_text(encoding="utf-8").splitlines()]
    assert len(lines) == 45
    assert lines[0]["body"] == {"sheet": CANARY}
    assert lines[0]["records"] == [{"kind": "fact_sheet", "fields": {"text": CANARY}}]
    assert {path.stat().st_mode & 0o077 for path in tmp_path.glob("cl*") if path.suffix != ".pub"} == {0}

    later = MovableClock(CLOCK.now() + timedelta(days=60))  # by now the young one has been kept long enough too
    assert command.destroy(settings, later, "harassment", "総第1号", TODAY) == 45
    assert there(settings, [*old, *young]) == [False] * 45 + [True], "nobody has been handed that one"


def test_by_order_it_is_destroyed_with_a_certificate(house: Path) -> None:
    settings = decided(house, 'years = 5, at_the_end = "by_order"')
    old, young = ended(settings, YESTERDAY, 25), ended(settings, TODAY + timedelta(days=30), 2)
    with pytest.raises(Misconfigured, match="still to come"):
        command.destroy(settings, CLOCK, "harassment", "総第1号", TODAY + timedelta(days=9))

    assert command.destroy(settings, CLOCK, "harassment", "総第1号", YESTERDAY) == 25
    assert there(settings, [*old, *young]) == [False] * 25 + [True] * 2
    certificates = Witness(settings.witness_directory).certificates()
    assert {(one.name, one.order) for one in certificates} == {("harassment", f"総第1号 of {YESTERDAY.isoformat()}")}
    assert sum(one.number for one in certificates) == 25


def test_a_crash_in_the_middle_leaves_a_certificate_of_what_was_destroyed(
    house: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = decided(house, 'years = 5, at_the_end = "by_order"')
    old, real = ended(settings, YESTERDAY, 45), disposal.destroyed
    batches: list[int] = []

    def crashes(*arguments: Any) -> list[Case]:
        batches.append(1)
        if len(batches) == 3:
            raise StoreFailed("full")
        return real(*arguments)

    monkeypatch.setattr(disposal, "destroyed", crashes)
    with pytest.raises(StoreFailed):
        command.destroy(settings, CLOCK, "harassment", "総第1号", TODAY)

    gone = there(settings, old).count(False)
    assert gone == sum(one.number for one in Witness(settings.witness_directory).certificates()) == 40


def test_nothing_is_destroyed_without_a_certificate(house: Path) -> None:
    settings = decided(house, 'years = 5, at_the_end = "by_order"')
    old = ended(settings, YESTERDAY)
    with pytest.raises(Misconfigured, match="--order: must be one line"):
        command.destroy(settings, CLOCK, "harassment", "1\n2026-01-01 peer 9 x", TODAY)
    (house / "witness").write_text("a file where the folder should be")
    with pytest.raises(Misconfigured, match="witness cannot be written"):
        command.destroy(settings, CLOCK, "harassment", "総第1号", TODAY)

    assert there(settings, old) == [True]


@pytest.mark.parametrize(
    ("rule", "why"),
    [
        (UNDECIDED, "has not been decided"),
        ('years = 5, at_the_end = "destroy"', "needs no order"),
        (
            'years = 5, at_the_end = "by_order", hold_until = 2099-01-01, hold_order = "訴第9号"',
            "held until 2099-01-01",
        ),
    ],
)
def test_nothing_goes_undecided_by_itself_or_under_a_hold(house: Path, rule: str, why: str) -> None:
    settings = decided(house, rule)
    old = ended(settings, YESTERDAY)
    with pytest.raises(Misconfigured, match=why):
        command.destroy(settings, CLOCK, "harassment", "総第1号", TODAY)
    assert there(settings, old) == [True]


def test_another_key_opens_no_package_and_leaves_no_file(house: Path, tmp_path: Path) -> None:
    settings = decided(house, 'years = 5, at_the_end = "return"')
    ended(settings, YESTERDAY)
    public = command.make_pair(tmp_path / "clerk.key")
    command.make_pair(tmp_path / "other.key")
    command.pack(settings, CLOCK, "harassment", public, tmp_path / "package")
    with pytest.raises(Misconfigured, match="does not open"):
        command.unpack(tmp_path / "package", tmp_path / "other.key", tmp_path / "clear")
    assert not (tmp_path / "clear").exists()
    with pytest.raises(Misconfigured, match="exists already"):
        command.pack(settings, CLOCK, "harassment", public, tmp_path / "package")


def test_the_command_line_says_how_each_class_stands(house: Path) -> None:
    settings = decided(house, 'years = 5, at_the_end = "by_order", hold_until = 2099-01-01, hold_order = "訴第9号"')
    ended(settings, YESTERDAY, 3)
    shown = program("retention", "status", cwd=house)
    assert shown.returncode == 0, shown.stderr
    assert "harassment: 5 years, then by_order; 3 kept, 3 long enough; held until 2099-01-01 (訴第9号)" in shown.stdout
    assert "peer: 5 years, then destroy; 0 kept, 0 long enough" in shown.stdout


def test_a_hold_without_its_order_is_a_mistake_of_the_policy(house: Path) -> None:
    with pytest.raises(Misconfigured, match=r"retention\.harassment\.hold_order"):
        command.status(decided(house, 'years = 5, at_the_end = "by_order", hold_until = 2099-01-01'), CLOCK)
