"""The command line as the host's operator meets it: plain sentences, exit codes, and nothing ever written over."""

import json
import shutil
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot import policy, settings
from bot.__main__ import exit_code
from bot.clock import MovableClock
from bot.commands import init
from bot.commands.roster import gap_lines, import_rows, missing, table
from bot.errors import Busy, Conflict, KeyMissing, Misconfigured, SealBroken, StillSaving, StoreFailed
from bot.roster_file import read
from bot.rules.people import Role
from bot.store import audit, key_checks, keys
from bot.store.engine import connect
from bot.store.unit import House, Store
from bot.store.writer import Writer
from tests.installation import ANSWERS, ROOT, install, program

NOW = datetime(2026, 9, 2, 1, tzinfo=UTC)
ROSTER = "person,name,unit,role,starts_on\nU0AAA,佐藤 花,警務課,unit_supporter,2026-04-01\n"


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    return install(tmp_path)


def test_init_writes_a_configuration_that_starts(tmp_path: Path) -> None:
    init.init(tmp_path, lambda _: ANSWERS, say=lambda _: None)

    found = settings.read(tmp_path / ".env", {})
    ours = policy.load(tmp_path / found.policy_file)
    assert (ours.organisation.ja, ours.organisation.en) == ("みどり市役所", 'Midori "City" Hall')
    assert f"{ours.office.opens:%H:%M} {ours.office.closes:%H:%M}" == "09:00 17:45"
    assert [c.phone for c in ours.contacts] == ["0120-000-000（内線 12）", "内線 22", "内線 23", "内線 99"]
    assert keys.KeyRing.load(tmp_path / found.key_directory).check_values()


def test_init_writes_for_its_owner_only(installed: Path) -> None:
    assert stat.S_IMODE((installed / ".env").stat().st_mode) == 0o600


def test_init_asks_exactly_what_has_no_legal_default() -> None:
    asked = [q.key for q in init.questions()]

    assert {key for key in asked if "." in key} == policy.ASKED_BY_INIT
    assert [key for key in asked if "." not in key] == ["SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_TEAM_ID"]


@pytest.mark.parametrize("there", [".env", "policy.local.toml", "keys"])
def test_init_never_writes_over_anything(tmp_path: Path, there: str) -> None:
    (tmp_path / there).write_text("mine")

    with pytest.raises(Misconfigured, match=f"{there}: is there already"):
        init.init(tmp_path, lambda _: ANSWERS, say=lambda _: None)

    assert [(p.name, p.read_text()) for p in tmp_path.iterdir()] == [(there, "mine")]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("SLACK_BOT_TOKEN", "xoxp-CANARY-1111"),
        ("SLACK_TEAM_ID", ""),
        ("organisation.ja", "  "),
        ("organisation.en", 'CANARY"\nx = 1'),
        ("office.zone", "Asia/Atlantis"),
        ("office.opens", "9 o'clock"),
        ("office.opens", "25:00"),
    ],
)
def test_a_wrong_answer_is_asked_once_more_and_only_that(tmp_path: Path, key: str, value: str) -> None:
    rounds: list[list[str]] = []
    said: list[str] = []

    def ask(questions: object) -> dict[str, str]:
        rounds.append([q.key for q in questions])  # type: ignore[attr-defined]
        return ANSWERS | {key: value} if len(rounds) == 1 else {key: ANSWERS[key]}

    init.init(tmp_path, ask, say=said.append)

    assert rounds[1:] == [[key]]
    assert "CANARY" not in "".join(said)
    assert settings.read(tmp_path / ".env", {})


def test_without_a_person_a_wrong_answer_writes_nothing(tmp_path: Path) -> None:
    answers = tmp_path / "answers.json"
    answers.write_text(json.dumps(ANSWERS | {"SLACK_TEAM_ID": "nowhere", "office.zone": "Nowhere"}))

    done = program("init", "--answers", "answers.json", cwd=tmp_path)

    assert done.returncode == 2
    assert [line.split(":")[0] for line in done.stderr.splitlines()] == ["SLACK_TEAM_ID", "office.zone"]
    assert [p.name for p in tmp_path.iterdir()] == ["answers.json"]


def test_from_nothing_to_a_migrated_database_by_commands_alone(tmp_path: Path) -> None:
    (tmp_path / "answers.json").write_text(json.dumps(ANSWERS))

    steps = [
        program(*line.split(), cwd=tmp_path)
        for line in ("init --answers answers.json", "migrate", "migrate", "keys status", "keys init")
    ]

    assert [step.returncode for step in steps] == [0, 0, 0, 0, 2], [step.stderr for step in steps]
    assert "nothing was changed" in steps[2].stdout
    assert steps[3].stdout.count("in order") == 2 * len(keys.DOMAINS)
    assert "CANARY" not in "".join(step.stdout + step.stderr for step in steps)


def test_every_mistake_has_its_own_line_and_the_exit_code_says_mend_it(tmp_path: Path) -> None:
    done = program("migrate", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines() == [".env: not found or not readable; `python -m bot init` writes it"]

    (tmp_path / ".env").touch(0o600)
    done = program("migrate", cwd=tmp_path)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 4


def test_an_unforeseen_failure_shows_its_place_and_no_text(tmp_path: Path) -> None:
    code = (
        "from bot import __main__ as cli\n"
        "def falls(*, strict): raise RuntimeError('CANARY')\n"
        "import bot.commands.manifest as m; m.text = falls\n"
        "import sys; sys.argv = ['bot', 'manifest']; cli.main()"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)

    assert run.returncode == 1
    assert run.stderr.startswith("CRITICAL madoguchi crash exc=RuntimeError at=bot/__main__.py:")
    assert "CANARY" not in run.stderr


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (Misconfigured(["x"]), 2),
        (KeyMissing(["x"]), 2),
        (Busy(), 3),
        (StillSaving(), 3),
        (Conflict(), 3),
        (StoreFailed("locked"), 3),
        (StoreFailed("full"), 4),
        (SealBroken(), 1),
    ],
)
def test_the_exit_code_says_mend_it_wait_or_look_after_it(error: Misconfigured, code: int) -> None:
    assert exit_code(error) == code


def test_help_names_every_command_and_loads_nothing_heavy(tmp_path: Path) -> None:
    done = program("--help", cwd=tmp_path)
    code = "import bot.__main__, sys; print({'sqlalchemy', 'slack_bolt', 'cryptography'} & {*sys.modules})"
    heavy = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)

    assert all(f" {name} " in done.stdout for name in
               ("run", "demo", "init", "doctor", "keys", "roster", "migrate", "explain", "manifest"))  # fmt: skip
    assert heavy.stdout == "set()\n"


def test_explain_prints_one_json_object(tmp_path: Path) -> None:
    shutil.copy(ROOT / "policy.toml", tmp_path)

    done = program("explain", "deadline", "interview_request", "2026-10-05", cwd=tmp_path)

    assert json.loads(done.stdout)["due_day"] == "2026-11-04"


@pytest.fixture
def store(installed: Path) -> Iterator[Store]:
    ours = policy.load(installed / "policy.local.toml")
    ring = keys.KeyRing.load(installed / "keys")
    with closing(connect(f"sqlite:///{installed / 'madoguchi.db'}")) as database:
        writer = Writer(database)
        writer.start()
        house = House(ring, ours, policy.office_calendar(ours), {}, "T0HOME")
        yield Store(database, writer, house, MovableClock(NOW))
        writer.stop()


def test_a_roster_is_shown_first_and_written_only_when_asked(store: Store) -> None:
    rows = read(ROSTER.encode())

    shown = import_rows(store, rows, apply=False)
    assert list(table(shown)) == [
        ("new", "佐藤 花", "警務課"),
        ("appointed", "佐藤 花", "unit_supporter, 2026-04-01 – 2027-03-31"),
    ]
    assert store.run_now(lambda unit: unit.roster.appointments()) == ()

    import_rows(store, rows, apply=True)
    (held,) = store.run_now(lambda unit: unit.roster.appointments())
    assert (held.person, held.role, held.unit) == ("U0AAA", Role.UNIT_SUPPORTER, "警務課")
    assert not import_rows(store, rows, apply=True).writes_anything


def test_a_roster_import_leaves_one_audit_row_of_the_operator(store: Store) -> None:
    import_rows(store, read(ROSTER.encode()), apply=True)
    import_rows(store, read(ROSTER.encode()), apply=True)

    seq, _ = store.database.read_now(audit.head)
    assert seq == 1
    assert store.database.read_now(lambda connection: audit.verify(connection, store.house.ring)) is None


def test_keys_are_remembered_at_their_first_use_and_held_against_later_ones(store: Store, tmp_path: Path) -> None:
    ring = store.house.ring
    store.writer.submit(lambda connection: key_checks.confirm(connection, ring)).result()
    store.writer.submit(lambda connection: key_checks.confirm(connection, ring)).result()
    assert key_checks.in_use(store.database.url)[0] == ring.check_values()

    keys.create(tmp_path / "others")
    other = keys.KeyRing.load(tmp_path / "others")
    with pytest.raises(KeyMissing):
        store.writer.submit(lambda connection: key_checks.confirm(connection, other)).result()


def test_the_gaps_of_a_roster_are_listed_with_an_audit_row_of_the_operator(store: Store) -> None:
    import_rows(store, read(ROSTER.encode()), apply=True)

    found = list(gap_lines(missing(store)))
    assert ("no unit head", "警務課", "") in found
    assert ("too few", "welfare_head", "") in found
    assert not [line for line in found if line[0] == "no supporter"]
    seq, _ = store.database.read_now(audit.head)
    assert seq == 2
