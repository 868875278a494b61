"""Nothing but our own fixed words and the places of errors is printed, whatever fails and whatever it holds."""

import ast
import io
import logging
import subprocess
import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

import pytest

from bot import logs

ROOT = Path(__file__).parent.parent


class Colour(StrEnum):
    RED = "red"


@pytest.fixture
def printed() -> Iterator[io.StringIO]:
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logs.SafeFormatter())
    ours = logging.getLogger(logs.OURS)
    ours.addHandler(handler)
    ours.setLevel(logging.DEBUG)
    yield stream
    ours.removeHandler(handler)
    ours.setLevel(logging.NOTSET)


@pytest.fixture(scope="module")
def crashes() -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tests.log_crashes"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_no_library_prints_what_it_held_when_it_failed(crashes: subprocess.CompletedProcess[str]) -> None:
    assert "all steps done" in crashes.stderr, crashes.stderr[-3000:]
    assert "canary" not in (crashes.stdout + crashes.stderr).lower()
    assert crashes.returncode == 1


@pytest.mark.parametrize(
    "line",
    [
        "WARNING slack_bolt.AsyncApp ",
        "INFO slack_bolt.RequestVerification ",
        "ERROR slack_bolt.AsyncApp async_listener_error_handler:",
        "DEBUG slack_sdk.web.async_base_client ",
        "WARNING slack_sdk.models.blocks.blocks ",
        "INFO sqlalchemy.engine.Engine ",
        "WARNING pydantic log_crashes:",
        "WARNING py.warnings ",
        "ERROR asyncio ",
        "ERROR madoguchi.flow log_crashes:",
        "INFO madoguchi.crashes call-failed exc=SlackApiError",
        "INFO madoguchi.crashes commit-failed exc=IntegrityError",
        "INFO madoguchi.crashes form-failed exc=ValidationError",
        "CRITICAL madoguchi crash exc=ValueError",
    ],
)
def test_each_failure_was_really_provoked_and_leaves_its_place(
    crashes: subprocess.CompletedProcess[str], line: str
) -> None:
    assert any(printed.startswith(line) for printed in crashes.stderr.splitlines()), crashes.stderr[:6000]


def test_main_thread_and_finaliser_crash_with_their_type_only(
    crashes: subprocess.CompletedProcess[str],
) -> None:
    assert crashes.stderr.count("CRITICAL madoguchi crash exc=ValueError") == 3
    assert "Traceback" not in crashes.stderr


def test_an_event_is_one_line_of_fixed_words(printed: io.StringIO) -> None:
    logs.logger("router").event("delivered", flow="peer_support", attempt=2, state=Colour.RED, ref="7K3M9QXA")

    assert printed.getvalue() == (
        "INFO madoguchi.router delivered flow=peer_support attempt=2 state=red ref=7K3M9QXA\n"
    )


def test_an_error_is_printed_as_its_type_and_our_own_lines(printed: io.StringIO) -> None:
    try:
        logs.logger("router").event("Not fixed")
    except ValueError as error:
        logs.logger("router").event("failed", level=logging.ERROR, error=error)

    assert printed.getvalue().startswith("ERROR madoguchi.router failed exc=ValueError at=bot/logs.py:")


@pytest.mark.parametrize(
    "value",
    ["山田", "Yamada Taro", "U0123456789", "xoxb-1-2", "a" * 49, None, ["x"], b"x", "a\nb", "", "7K3M9QX"],
)
def test_a_value_that_could_be_content_is_not_printed(printed: io.StringIO, value: object) -> None:
    logs.logger("router").event("opened", kind=value)

    assert printed.getvalue() == "INFO madoguchi.router opened kind=?\n"


def test_a_key_that_is_not_listed_is_a_defect_of_the_code() -> None:
    with pytest.raises(ValueError, match="listed keys"):
        logs.logger("router").event("opened", person="x")


def test_every_event_of_the_code_has_a_fixed_name_and_listed_keys() -> None:
    calls = [
        node
        for folder in ("bot", "scheduler")
        for file in (ROOT / folder).rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "log.event"
    ]

    assert calls
    for call in calls:
        name = call.args[0]
        assert isinstance(name, ast.Constant), ast.unparse(call)
        assert logs.FIXED_WORD.fullmatch(str(name.value)), ast.unparse(call)
        assert {k.arg for k in call.keywords} <= logs.ALLOWED | {"level", "error"}, ast.unparse(call)


def test_times_are_left_to_the_journal(printed: io.StringIO) -> None:
    logs.logger("router").event("opened")

    assert printed.getvalue() == "INFO madoguchi.router opened\n"


def test_configuring_forbids_core_dumps_and_quiets_slacks_libraries() -> None:
    program = """
import faulthandler, logging, resource
faulthandler.enable()
from bot import logs
logs.configure("DEBUG")
import slack_bolt.logger
slack_bolt.logger.get_bolt_logger(logs.Log).info("x")
logging.getLogger("slack_sdk.web").info("x")
logging.getLogger("other").info("x")
assert resource.getrlimit(resource.RLIMIT_CORE) == (0, 0)
assert not faulthandler.is_enabled()
"""
    run = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)

    assert (run.returncode, run.stdout, run.stderr) == (0, "", "INFO other <string>:9\n")
