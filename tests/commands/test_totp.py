"""Enrolling somebody for codes at the host: shown once, replaced by a second time, listed without secrets."""

import re
import shutil
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from bot.clock import SystemClock
from bot.commands.doctor import LOOKS
from bot.settings import read
from bot.store.codes import code_at
from tests.installation import install, program

ROSTER = """person,name,unit,role,starts_on
U0HEAD,山本 恵,厚生課,welfare_head,2026-04-01
U0ASKER,石川 葵,市民課,,
"""


@pytest.fixture(scope="module")
def with_roster(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = install(tmp_path_factory.mktemp("with_roster"))
    (folder / "roster.csv").write_text(ROSTER, encoding="utf-8")
    assert program("roster", "import", "roster.csv", "--apply", cwd=folder).returncode == 0
    return folder


@pytest.fixture
def installed(with_roster: Path, tmp_path: Path) -> Path:
    """A copy of it for each test."""
    shutil.copytree(with_roster, tmp_path, dirs_exist_ok=True)
    return tmp_path


def secret_in(printed: str) -> str:
    address = next(line for line in printed.splitlines() if line.startswith("otpauth://totp/"))
    (secret,) = parse_qs(urlsplit(address).query)["secret"]
    return secret


def test_the_secret_is_printed_once_and_a_second_enrolment_replaces_it(installed: Path) -> None:
    first = program("totp", "enrol", "U0HEAD", cwd=installed)
    second = program("totp", "enrol", "U0HEAD", cwd=installed)

    assert (first.returncode, second.returncode) == (0, 0), first.stderr
    secrets = [secret_in(done.stdout) for done in (first, second)]
    assert secrets[0] != secrets[1]
    assert re.fullmatch(r"\d{6}", code_at(secrets[1], SystemClock().now()))
    assert "QR" in first.stdout
    assert "not shown again" in first.stdout
    on_disk = b"".join(file.read_bytes() for file in installed.glob("madoguchi.db*"))
    assert [secret for secret in secrets if secret.encode() in on_disk] == []


def test_the_list_names_who_needs_codes_and_no_secret(installed: Path) -> None:
    before = program("totp", "list", cwd=installed).stdout
    secret = secret_in(program("totp", "enrol", "U0HEAD", cwd=installed).stdout)
    after = program("totp", "list", cwd=installed).stdout

    assert before == "U0HEAD  山本 恵  not enrolled\n"
    assert re.fullmatch(r"U0HEAD  山本 恵  since \d{4}-\d\d-\d\d\n", after)
    assert secret not in after


def test_who_is_not_on_the_roster_cannot_be_enrolled(installed: Path) -> None:
    done = program("totp", "enrol", "U0NOBODY", cwd=installed)

    assert (done.returncode, done.stdout) == (2, "")
    assert "U0NOBODY: is not on the roster" in done.stderr


def test_the_doctor_warns_where_codes_are_switched_off(installed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(installed)
    found = read(installed / ".env", {})
    policy = installed / "policy.local.toml"

    def warned() -> bool:
        return any("step_up_codes is off" in finding.sentence for finding in LOOKS["policy"](found))

    assert not warned()
    text = policy.read_text(encoding="utf-8")
    assert "step_up_codes = true" in text
    policy.write_text(text.replace("step_up_codes = true", "step_up_codes = false"), encoding="utf-8")
    assert warned()
