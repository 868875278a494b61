"""Tells the story once on each kind of database, in a process of its own, and gives what it left."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from bot.handlers.registry import FLOWS
from tests import postgres
from tests.canary import (
    advice,
    appointments,
    arranging,
    committee,
    entry,
    facts,
    guideline,
    improvements,
    interviewing,
    own,
    results,
    rounds,
    taking,
    training,
)

ROOT = Path(__file__).parents[2]
# A month is a month, a day a day, a tick one of the program's own; everything else that is chosen or typed is a canary.
UNSPECIFIC = {
    "danger.raise/ticks", "danger.raise/services", "danger.crime/ticks", "danger.review/handled",
    "danger.review/telling",
    "peer_support.record/month", "peer_support.write/day", "peer_support.reply/day",
    *appointments.DAYS,
    *training.DAYS,
    *advice.UNSPECIFIC,
    *entry.UNSPECIFIC,
    *committee.UNSPECIFIC,
    *guideline.UNSPECIFIC,
    *facts.UNSPECIFIC,
    *arranging.UNSPECIFIC,
    *own.UNSPECIFIC,
    *improvements.UNSPECIFIC,
    *interviewing.UNSPECIFIC,
    *taking.UNSPECIFIC,
    *rounds.UNSPECIFIC,
    *results.UNSPECIFIC,
    *(f"peer_support.{form}/fields" for form in ("ask_referral", "agree_referral", "ask_record", "consent")),
}  # fmt: skip


@dataclass(frozen=True)
class Told:
    """What was typed and chosen in the story, and what an outsider could see of it."""

    folder: Path
    log: str
    seen: dict[str, Any]

    @property
    def canaries(self) -> set[str]:
        """Every word that was typed or chosen in a field."""
        return {word for field, words in self.seen["typed"].items() if field not in UNSPECIFIC for word in words}

    @property
    def people(self) -> set[str]:
        """The names and Slack ids of everybody in the workspace."""
        return set(self.seen["names"]) | set(self.seen["names"].values())

    def leaks(self, text: str | bytes) -> set[str]:
        """Which canaries, names and ids stand in `text`, in UTF-8 or as JSON writes them."""
        raw = text.encode() if isinstance(text, str) else text
        words = self.canaries | self.people
        return {word for word in words if word.encode() in raw or json.dumps(word)[1:-1].encode() in raw}


def tell(folder: Path, database_url: str) -> Told:
    environment = {key: os.environ[key] for key in ("PATH", "HOME") if key in os.environ}
    run = subprocess.run(
        [sys.executable, "-X", "dev", "-m", "tests.canary.story", str(folder), database_url],
        cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr[-2000:]
    return Told(folder, run.stdout + run.stderr, json.loads((folder / "seen.json").read_text(encoding="utf-8")))


@pytest.fixture(scope="session")
def told_on_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Told:
    return tell(tmp_path_factory.mktemp("canary"), "")


@pytest.fixture(scope="session")
def told_on_postgres(tmp_path_factory: pytest.TempPathFactory, postgres_url: str) -> Iterator[Told]:
    name = f"canary_{uuid4().hex}"
    yield tell(tmp_path_factory.mktemp("canary"), postgres.create_database(postgres_url, name))
    postgres.drop_database(postgres_url, name)


@pytest.fixture
def told(database_kind: str, request: pytest.FixtureRequest) -> Told:
    """What the story left; the test runs once on each kind of database."""
    found: Told = request.getfixturevalue(f"told_on_{database_kind}")
    return found


@pytest.fixture(scope="session")
def flow_words() -> set[str]:
    """What would tell which flow it is: names, key domains, kinds of case, verbs."""
    verbs = {name for flow in FLOWS for name in (*flow.actions, *flow.forms)}
    return verbs | {flow.name for flow in FLOWS} | {kind for flow in FLOWS for kind in flow.moves}
