"""Figures that a test measured stand at the end of the run, also where the test ran in a worker of make test-long."""

import sys
from collections.abc import Callable

import pytest

Tell = Callable[[str], None]
TOLD = pytest.StashKey[list[str]]()


@pytest.fixture
def tell(request: pytest.FixtureRequest) -> Tell:
    """Say a line: at once to who watches this test alone (-s, -rP), and again when all tests are done."""

    def say(line: str) -> None:
        sys.stdout.write(f"{line}\n")
        request.config.stash.setdefault(TOLD, []).append(line)

    return say


def pytest_sessionfinish(session: pytest.Session) -> None:
    """A worker has no terminal and its summary is another process's; its error stream is the terminal of both."""
    told = session.config.stash.get(TOLD, [])
    if told:
        with session.config.pluginmanager.getplugin("capturemanager").global_and_fixture_disabled():
            sys.stderr.write("\n" + "\n".join(told) + "\n")
