"""What people do around a health appointment, in the words of the journeys."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.commands import totp
from bot.effects import change_offices
from bot.handlers.registry import FLOWS
from bot.handlers.stress_check.rules import interview as rules
from bot.handlers.stress_check.rules.moves import APPLIED, READ
from bot.rules.cases import Case, Deadline
from bot.rules.consent import deemed_consent
from bot.rules.ledger import Ledger
from bot.rules.people import Appointment, Role
from bot.sandbox.persons import Driver
from bot.sandbox.town import Town
from bot.store import codes
from bot.store.unit import Unit
from tests.handlers.stress_check.cases import (
    AFFAIRS,
    CLERK,
    EXAMINEE,
    IMPLEMENTER,
    JOINT_CLERK,
    PHYSICIAN,
    in_office,
    put_check,
    put_interview,
    stored,
)
from tests.journeys import people as p

SHOW, ARRANGE, LIST = "stress_check.interview", "stress_check.arrange", "stress_check.appointments"
APPOINTMENT, MEASURES, APPLICATIONS = (
    "stress_check.appointment", "stress_check.measures", "stress_check.applications",
)  # fmt: skip
ROWS = {SHOW, ARRANGE, LIST, APPOINTMENT, MEASURES, APPLICATIONS}
PLACE = "第2会議室"
SLOT = {"day": "2026-09-17", "time": "14:00", "place": PLACE}
REPORT = {
    "working": "WORKING-CANARY", "strain": "STRAIN-CANARY", "condition": "CONDITION-CANARY", "kind": "restricted",
    "needed": "yes", "measures": ["overtime"], "opinion_text": "OPINION-CANARY",
}  # fmt: skip
CANARIES = ("WORKING-CANARY", "STRAIN-CANARY", "CONDITION-CANARY", "OPINION-CANARY")
MEASURE = {"key": "overtime", "text": "MEASURE-CANARY", "follow_on": "2026-10-30"}


async def applied(
    town: Town, state: str = APPLIED, *, person: str = EXAMINEE, consent: bool = True, **other: Any
) -> Case:
    """Somebody has applied today: the offices are sworn in, the 30 days run."""
    await in_office(town, CLERK, JOINT_CLERK, IMPLEMENTER, PHYSICIAN, AFFAIRS)
    check = await put_check(town, READ, person=person, high=True)

    def clock(case: Case, ledger: Ledger, now: datetime) -> Sequence[Deadline]:
        return rules.clock(case.id, ledger.office.day(now), ledger, now) if state == APPLIED else ()

    now = town.clock.now()
    consents = deemed_consent([Role.AFFAIRS_STAFF], now, None) if consent else ()
    return await put_interview(town, check, state, deadlines=clock, consents=consents, **other)


async def now(town: Town, case: Case) -> Case:
    """The case as it stands in the database now."""
    found = await stored(town, case.id)
    assert found is not None
    return found


async def press(town: Town, person: str, what: str) -> Driver:
    """Press what may stand behind the second factor."""
    who = await p.press(town, person, what)
    if (who.modal or {}).get("callback_id") == "step_up.enter":
        await send(town, who, {"code": await who.code()})
    return who


async def send(town: Town, who: Driver, values: dict[str, Any] | None = None) -> Driver:
    await who.submit(values or {})
    await town.sandbox.quiet()
    return who


async def from_home(town: Town, person: str, what: str) -> Driver:
    """Home, then the row with this action."""
    await p.go_home(town, person)
    return await press(town, person, what)


async def propose(town: Town, action: str = ARRANGE, person: str = CLERK, **other: Any) -> Driver:
    """The clerk proposes a day from Home."""
    await from_home(town, person, action)
    who = await p.press(town, person, "stress_check.propose")
    return await send(town, who, {**SLOT, **other})


async def confirm(town: Town, person: str = EXAMINEE) -> Driver:
    await from_home(town, person, SHOW)
    return await p.press(town, person, "stress_check.confirm_slot")


async def hold(town: Town, day: str = "2026-09-17") -> Driver:
    """The physician notes that it was held."""
    await from_home(town, PHYSICIAN, APPOINTMENT)
    who = await press(town, PHYSICIAN, "stress_check.note_held")
    return await send_behind_code(town, who, {"held_on": day})


async def report(town: Town, **other: Any) -> Driver:
    await from_home(town, PHYSICIAN, APPOINTMENT)
    who = await press(town, PHYSICIAN, "stress_check.write_report")
    return await send_behind_code(town, who, {**REPORT, **other})


async def send_behind_code(town: Town, who: Driver, values: dict[str, Any]) -> Driver:
    """A form that the second factor may come before: the code is given, and it is sent again."""
    await send(town, who, values)
    if (who.modal or {}).get("callback_id") == "step_up.enter":
        await send(town, who, {"code": await who.code()})
        await who.close()
        await send(town, who)
    return who


async def measure(town: Town, **other: str) -> Driver:
    """General affairs decides on one measure."""
    await from_home(town, AFFAIRS, MEASURES)
    who = await p.press(town, AFFAIRS, "stress_check.decide_measure")
    return await send(town, who, {**MEASURE, **other})


async def also_physician(town: Town, person: str) -> None:
    """Somebody else is appointed as a physician too."""

    def work(unit: Unit) -> None:
        since = unit.house.office.day(unit.now)
        row = Appointment("second", person, Role.PHYSICIAN, since, None, checked_on=since, sworn_on=since)
        unit.roster.save_appointments([row])

    await town.program.store.run(work)
    await town.program.store.run(lambda unit: _with_code(unit, person))


async def no_physician_any_more(town: Town, person: str) -> None:
    """The office ends today, and whoever has open cases with its holder looks at them again."""
    flows = {flow.name: flow for flow in FLOWS}

    def work(unit: Unit) -> None:
        today = unit.house.office.day(unit.now)
        held = [one for one in unit.roster.held_by(person) if one.role is Role.PHYSICIAN]
        change_offices(unit, flows, [replace(one, released_on=today) for one in held])

    await town.program.store.run(work)
    await town.tick()


def _with_code(unit: Unit, person: str) -> None:
    if not totp.secret_of(unit, person):
        totp.give(unit, person, codes.new_secret())


def home_words(who: Driver) -> list[str]:
    """What stands on the buttons of somebody's Home that lead to an appointment."""
    found = []
    for block in (who.home or {}).get("blocks", ()):
        found += [one["text"]["text"] for one in block.get("elements", ()) if one.get("action_id") in ROWS]
    return found


def told(town: Town, person: str) -> list[str]:
    """The messages that somebody was sent, without the one that everybody has once a month (G3)."""
    return [words for words in p.sentences(town, person) if words == p.NEWS or words.startswith("お願い")]


def arrived(town: Town, person: str) -> list[str]:
    """When they came."""
    both = zip(p.sentences(town, person), p.arrived(town, person), strict=True)
    return [at for words, at in both if words == p.NEWS or words.startswith("お願い")]
