"""`make demo` as a process of its own: it tells one address, ends at Ctrl-C and finds its data again."""

import asyncio
import re
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp

ROOT = Path(__file__).parents[2]
OURS = {"X-Sandbox": "1"}
PERSON = "/sandbox/person/U0ISHIKAWA"
STARTING_SECONDS, ENDING_SECONDS = 60, 10
ASKING = aiohttp.ClientTimeout(total=20)


@dataclass(frozen=True)
class Demo:
    """A running demo and somebody at its page."""

    process: asyncio.subprocess.Process
    page: aiohttp.ClientSession
    line: str

    async def read(self, path: str) -> Any:
        async with self.page.get(path) as answer:
            return await answer.json()

    async def post(self, path: str, body: dict[str, Any]) -> Any:
        async with self.page.post(path, json=body, headers=OURS) as answer:
            return await answer.json()

    async def now(self) -> datetime:
        return datetime.fromisoformat((await self.read("/sandbox/clock"))["now"])

    async def ctrl_c(self) -> tuple[int | None, str, str]:
        """Exit code, what else was said, and what was complained about."""
        self.process.send_signal(signal.SIGINT)
        out, err = await asyncio.wait_for(self.process.communicate(), ENDING_SECONDS)
        return self.process.returncode, out.decode(), err.decode()


@asynccontextmanager
async def running(folder: Path) -> AsyncIterator[Demo]:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "demo", "--no-browser", "--folder", str(folder),
        cwd=ROOT, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout is not None
    try:
        line = (await asyncio.wait_for(process.stdout.readline(), STARTING_SECONDS)).decode()
        address = re.findall(r"http://127\.0\.0\.1:\d+", line)
        assert len(address) == 1, line
        async with aiohttp.ClientSession(address[0], timeout=ASKING) as page:
            yield Demo(process, page, line)
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


async def test_the_demo_ends_at_ctrl_c_with_the_page_open_and_a_second_start_finds_its_data(tmp_path: Path) -> None:
    async with running(tmp_path / "demo") as demo:
        assert (await demo.read("/sandbox/people"))["people"]
        began = await demo.now()
        await demo.post("/sandbox/clock", {"days": 1})
        await demo.post(f"{PERSON}/type", {"text": "あとで読む文"})
        left = await demo.now()
        assert left >= began + timedelta(days=1)
        async with demo.page.get("/sandbox/changes") as watching:  # as a page that is open does
            await watching.content.readline()
            code, out, err = await demo.ctrl_c()
        assert (code, out, err) == (0, "", "")

    async with running(tmp_path / "demo") as demo:
        assert left <= await demo.now() < left + timedelta(minutes=10)
        texts = [message["text"] for message in (await demo.read(PERSON))["messages"]]
        assert "あとで読む文" in texts
        assert (await demo.ctrl_c())[0] == 0


async def test_the_clock_of_the_demo_runs_by_itself(tmp_path: Path) -> None:
    async with running(tmp_path / "demo") as demo:
        before = await demo.now()
        assert await demo.now() > before
        await demo.ctrl_c()
