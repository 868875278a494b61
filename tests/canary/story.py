"""Run by tests/canary/conftest.py: a year's worth of peer support with a canary in every field, logged at DEBUG.

Leaves in its folder what an outsider could get hold of: `seen.json` (what was typed, the workspace's export, the lock
screens, every column of every table) and, on SQLite, copies of the files as they were while the bot ran.
"""

import asyncio
import json
import logging
import random
import re
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sqlalchemy import text

from bot import logs
from bot.handlers.blocks import INPUT
from bot.rules.cases import NOTHING
from bot.sandbox.kept import kept
from bot.sandbox.persons import Driver
from bot.sandbox.server import START
from bot.sandbox.strictness import choices, elements
from bot.sandbox.town import Town, open_town
from bot.store.models import CaseRow
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
    records,
    results,
    rounds,
    sheet,
    taking,
    training,
)
from tests.journeys import people as p

ROOT = Path(__file__).parents[2]
RANDOM = random.Random(20260907)  # noqa: S311 - canaries are no secrets
ROW = re.compile(r'key = "\w+", ja = "[^"]+", en = "[^"]+"')
CHOSEN_FROM = (
    "topics", "step_aside_reasons", "means", "durations", "activities", "requesters", *appointments.CHOSEN,
    *entry.CHOSEN, *sheet.CHOSEN, *committee.CHOSEN, *facts.CHOSEN, *arranging.CHOSEN, *own.CHOSEN,
)  # fmt: skip

A_DAY = "2026-12-24"
MANY = {"checkboxes", "multi_static_select"}
PEOPLES = {"static_select", "multi_static_select"}  # the lists in which people stand; others hold canaries

Typed = dict[str, list[str]]  # "form/block" -> what stood in the field


def canary() -> str:
    """A word that stands nowhere else, in letters that every field takes."""
    return "canary_" + "".join(RANDOM.choices("bcdfghjklmnpqrstvwxz", k=16))


def canary_policy(folder: Path) -> Path:
    """The shipped policy with canaries in the place of every choice, so that closed choices can be traced too."""
    sections = re.split(r"(?m)^(?=\w+ = \[)", (ROOT / "policy.toml").read_text(encoding="utf-8"))
    made = [
        ROW.sub(lambda _: f'key = "{canary()}", ja = "{canary()}", en = "{canary()}"', section)
        if section.startswith(CHOSEN_FROM)
        else section
        for section in sections
    ]
    file = folder / "policy.toml"
    file.write_text("".join(made), encoding="utf-8")
    return file


def fill_in(view: dict[str, Any], typed: Typed, *, people: bool) -> dict[str, str | list[str]]:
    """Something for every input of a form: a canary where words are typed, else the first choice.

    Whoever is chosen from a list of people is traced by name, because the value is the roster's own row.
    """
    values: dict[str, str | list[str]] = {}
    for block in view["blocks"]:
        for element in elements(block):
            if element["action_id"] != INPUT:
                continue
            options = choices(element)
            given = A_DAY if element["type"] == "datepicker" else canary()
            chosen = options[0]["value"] if options else given
            values[block["block_id"]] = [chosen] if element["type"] in MANY else chosen
            is_person = people and element["type"] in PEOPLES and not chosen.startswith("canary_")
            traced = [] if is_person else [chosen]
            traced += [option["text"]["text"] for option in options[:1]]
            typed.setdefault(f"{view['callback_id']}/{block['block_id']}", []).extend(traced)
    return values


async def send(town: Town, who: Driver, typed: Typed, given: Mapping[str, Any] = NOTHING) -> None:
    """Fill every field of the form on top and submit it; `given` is what cannot be the first choice or the one day."""
    await who.submit({**fill_in(who.modal or {}, typed, people=True), **given})
    await town.sandbox.quiet()
    assert not who.errors
    assert not who.trouble


async def ask(town: Town, person: str, typed: Typed) -> None:
    """The form with everything that can be unfolded; the one to avoid is not the one who is asked."""
    await p.go_home(town, person)
    await p.press(town, person, "peer_support.start")
    who = await p.press(town, person, "peer_support.avoid")
    last = next(choices(block["element"])[-1] for block in (who.modal or {})["blocks"] if block["block_id"] == "avoid")
    await send(town, who, typed, {"avoid": [last["value"]]})


async def correct(town: Town, person: str, typed: Typed) -> None:
    """Other words than the first ones."""
    await p.open_own(town, person)
    await p.press(town, person, "peer_support.more")
    await send(town, await p.press(town, person, "peer_support.correct"), typed)


async def away_and_back(town: Town, supporter: str, typed: Typed) -> None:
    """An absence is told and ended."""
    await p.go_home(town, supporter)
    await send(town, await p.press(town, supporter, "peer_support.away"), typed)
    await p.go_home(town, supporter)
    await p.press(town, supporter, "peer_support.back")


async def talk(town: Town, asker: str, supporter: str, typed: Typed) -> None:
    """Both write, propose and note something; each is told that there is news."""
    for person in (supporter, asker):
        await p.open_own(town, person)
        await p.press(town, person, "peer_support.talk")
        await send(town, await p.press(town, person, "peer_support.propose"), typed)
    await p.open_own(town, supporter)
    await p.press(town, supporter, "peer_support.more")
    await send(town, await p.press(town, supporter, "peer_support.note"), typed)


async def consents(town: Town, asker: str, supporter: str, typed: Typed) -> None:
    """A contact is handed over, words in the record are agreed to, a draft is kept; it is handed on and taken back."""
    for verb in ("introduce", "record_consent", "refer"):
        await p.open_own(town, supporter)
        await p.press(town, supporter, "peer_support.more")
        await send(town, await p.press(town, supporter, f"peer_support.{verb}"), typed)
        await p.open_own(town, asker)
        if verb != "introduce":
            await send(town, await p.press(town, asker, "peer_support.question"), typed)
    await p.press(town, asker, "peer_support.more")
    await send(town, await p.press(town, asker, "peer_support.draft"), typed)
    await p.open_own(town, asker)
    await p.press(town, asker, "peer_support.take_back")


async def ask_and_withdraw(town: Town, person: str, typed: Typed) -> None:
    await ask(town, person, typed)
    await correct(town, person, typed)
    await p.go_home(town, person)
    await p.press(town, person, "peer_support.case")
    await p.press(town, person, "peer_support.withdraw")


async def asked_next(town: Town) -> str:
    """Step over the next slot and give which supporter has got a message in it."""
    before = {one: len(p.sentences(town, one)) for one in p.SUPPORTERS}
    await town.step_by(minutes=6)
    return next(one for one in p.SUPPORTERS if len(p.sentences(town, one)) > before[one])


async def danger(town: Town, supporter: str, typed: Typed) -> None:
    """A supporter calls for the person, the person for themselves; it is taken on and reviewed."""
    await p.open_own(town, supporter)
    await p.press(town, supporter, "peer_support.more")
    await send(town, await p.press(town, supporter, "danger.raise"), typed)
    await p.go_home(town, p.ASKER)
    await p.press(town, p.ASKER, "home.help")
    await send(town, await p.press(town, p.ASKER, "danger.crime"), typed)
    await send(town, town.sandbox.person(p.ASKER), typed)  # the number
    (page,) = await p.rows(town, CaseRow, flow="danger")
    await town.settle()
    taker = await p.open_notice(town, p.COORDINATOR)
    await p.press(town, p.COORDINATOR, "danger.confirm")
    await taker.submit({"code": await taker.code()})
    await town.sandbox.quiet()
    reviewer = await p.press_forged(town, p.WELFARE_HEAD, "danger.review", page.id)
    await send(town, reviewer, typed)
    await town.step_by(minutes=10)


async def harassment(town: Town, typed: Typed) -> None:
    """Somebody comes to the desk; a matter goes through the committee."""
    await entry.come_in(town, "U0KONDO", "U0MORI", lambda who, given: send(town, who, typed, given))
    await arranging.settle(town, lambda who, given: send(town, who, typed, given))
    await sheet.report(town, "U0SHIMIZU", lambda who, given: send(town, who, typed, given))
    await facts.find_out(town, lambda who, given: send(town, who, typed, given))
    await committee.sit_and_propose(town, lambda who, given: send(town, who, typed, given))
    await guideline.publish(town, lambda who, given: send(town, who, typed, given))


async def house(town: Town, typed: Typed) -> None:
    """Own records are asked about; somebody is named, entered, renewed and released; a workplace is improved."""
    await own.ask(town, p.ASKER, lambda who, given: send(town, who, typed, given))
    await appointments.appoint(town, lambda who, given: send(town, who, typed, given))
    await rounds.plan(town, lambda who, given: send(town, who, typed, given))
    await taking.take(town, lambda who, given: send(town, who, typed, given))
    await improvements.improve(town, lambda who, given: send(town, who, typed, given))
    await interviewing.interview(town, lambda who, given: send(town, who, typed, given))
    await results.receive(town, lambda who, given: send(town, who, typed, given))


async def act(town: Town) -> Typed:
    """One request is passed on, taken on, recorded and reported; one is taken back, one never answered."""
    typed: Typed = {"typed/message": [canary()]}
    await town.sandbox.person(p.ASKER).type_message(typed["typed/message"][0])
    await town.sandbox.quiet()
    await town.step_by(minutes=1)
    await ask_and_withdraw(town, "U0GOTO", typed)
    await ask(town, p.ASKER, typed)
    supporter = await asked_next(town)
    await p.open_notice(town, supporter)
    await send(town, await p.press(town, supporter, "peer_support.aside"), typed)
    await p.go_home(town, p.ASKER)
    await p.press(town, p.ASKER, "peer_support.case")
    await send(town, await p.press(town, p.ASKER, "peer_support.choose"), typed)
    other = await asked_next(town)
    await p.open_notice(town, other)
    await p.press(town, other, "peer_support.accept")
    await talk(town, p.ASKER, other, typed)
    await consents(town, p.ASKER, other, typed)
    await away_and_back(town, other, typed)

    await p.go_home(town, other)
    await send(town, await p.press(town, other, "peer_support.write_down"), typed)
    await ask(town, p.ASKER_IN_ENGLISH, typed)
    await town.step(START.replace(month=10, day=1, hour=12))  # nudges, a missed promise, the end of the month
    await p.open_notice(town, other)
    await town.sandbox.person(other).submit()
    await town.sandbox.quiet()
    await town.step_by(hours=2)
    await p.open_notice(town, p.WELFARE_HEAD)
    await send(town, await p.press_forged(town, p.WELFARE_HEAD, "step_up.ask"), typed)
    await danger(town, other, typed)
    await records.write_down(town, other, lambda who, given: send(town, who, typed, given))
    await advice.ask(town, other, lambda who, given: send(town, who, typed, given))
    await training.train(town, lambda who, given: send(town, who, typed, given))
    await harassment(town, typed)
    await house(town, typed)
    return typed


def rows(town: Town) -> dict[str, Any]:
    """Every value of every column of every table, bytes in hexadecimal."""

    def read(connection: Any) -> dict[str, Any]:
        found = {}
        for table in CaseRow.metadata.sorted_tables:
            for row in connection.execute(text(f'SELECT * FROM "{table.name}"')).mappings():  # noqa: S608 - our names
                for column, value in row.items():
                    told = value.hex() if isinstance(value, bytes) else str(value)
                    found.setdefault(f"{table.name}.{column}", []).append(told)
        return found

    return town.program.store.database.read_now(read)


def keep_files(folder: Path) -> None:
    """Copies of the SQLite files as they are while the bot runs."""
    for file in list(folder.glob("madoguchi.db*")):
        shutil.copy(file, folder / f"running-{file.name}")


async def main(folder: Path, database_url: str) -> None:
    logs.configure("DEBUG")
    for handler in logging.getLogger().handlers:
        handler.filters.clear()
    for name in ("", "slack_bolt", "slack_sdk", "sqlalchemy", "aiohttp", "asyncio", "apscheduler"):
        logging.getLogger(name).setLevel(logging.DEBUG)
    town = await open_town(folder, database_url=database_url, policy_file=canary_policy(folder))
    typed = await act(town)
    members = town.sandbox.workspace.members
    seen = {
        "typed": typed,
        "kept": kept(town.sandbox.workspace),
        "notifications": [note for member in members for note in town.sandbox.person(member).notifications],
        "names": {member.id: member.name for member in members.values() if not member.is_bot},
        "rows": rows(town),
    }
    (folder / "seen.json").write_text(json.dumps(seen, ensure_ascii=False), encoding="utf-8")
    keep_files(folder)
    await town.stop()


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), sys.argv[2]))
