"""A finished installation to stand on, and the command line as a program of its own."""

import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.commands import init
from bot.store import migrate

ROOT = Path(__file__).parent.parent
TOKEN = "xoxb-1111111111-CANARYbot"
ANSWERS = {
    "SLACK_BOT_TOKEN": TOKEN,
    "SLACK_APP_TOKEN": "xapp-1-A111-CANARYapp",
    "SLACK_TEAM_ID": "T0HOME",
    "organisation.ja": "みどり市役所",
    "organisation.en": 'Midori "City" Hall',
    "office.zone": "Asia/Tokyo",
    "office.opens": "09:00",
    "office.closes": "17:45",
    "contacts.peer.phone": "0120-000-000（内線 12）",
    "contacts.harassment.phone": "内線 22",
    "contacts.stress.phone": "内線 23",
    "contacts.on_duty.phone": "内線 99",
}


def install(folder: Path) -> Path:
    """Leave `folder` as `init` and `migrate` leave it: a copy, because making one takes a while."""
    shutil.copytree(_made().name, folder, dirs_exist_ok=True)
    return folder


@cache
def _made() -> TemporaryDirectory[str]:
    """One finished installation, gone with this process."""
    made = TemporaryDirectory(prefix="madoguchi-installed-")
    init.init(Path(made.name), lambda _: ANSWERS, say=lambda _: None)
    migrate.upgrade(f"sqlite:///{Path(made.name) / 'madoguchi.db'}")
    return made


def program(*arguments: str, cwd: Path, typed: str | None = None) -> subprocess.CompletedProcess[str]:
    """Run one command with nothing of this process in its environment."""
    environment = {key: os.environ[key] for key in ("PATH", "HOME") if key in os.environ}
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments], cwd=cwd, input=typed, capture_output=True, text=True,
        env=environment | {"PYTHONPATH": str(ROOT)}, timeout=60, check=False,
    )  # fmt: skip
