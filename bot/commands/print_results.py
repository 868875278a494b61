"""Prints the sealed sheets of the stress check: one for each taker on paper, without account, or who opened nothing."""

from base64 import b64encode
from functools import partial
from pathlib import Path
from typing import Any

from bot import prints
from bot.commands.prints import ONE_OF, file_name, make_private, noted, say_in, write
from bot.handlers.flow import Click
from bot.handlers.stress_check.rules.moves import TOLD
from bot.handlers.stress_check.rules.results import CLOCK, is_advised, on_paper
from bot.handlers.stress_check.rules.rounds import name_of, rounds
from bot.handlers.stress_check.views import doors, picture, profile
from bot.pictures import Radars, png
from bot.rules.cases import Case
from bot.rules.people import Principal
from bot.store.ledger import UnitLedger
from bot.store.unit import Store, Unit
from bot.words import Words

APPLICATION = "application"


def print_results(store: Store, folder: Path, language: str) -> list[Path]:
    """Write a sheet for each result that is to be handed over, each with its line in the audit log, and an empty form.

    Every sheet has as many pages, whatever it says: the form is in each (Aku 9, S3, S5). Gives the paths, which name
    nobody. Raises Misconfigured when the folder can be read by others, StoreFailed.
    """
    make_private(folder)
    house = store.house
    say = partial(say_in, Words.load(house.office.zone), language, house.policy)

    def work(unit: Unit) -> tuple[Click, list[str], list[dict[str, Any]]]:
        ledger, reader = UnitLedger(unit), Click(Principal("", house.team), language, unit.now, "", say, _no_button)
        told = [one for one in rounds(ledger, unit.now) if one.state == TOLD]
        found = [(check, round_) for round_ in told for check in on_paper(round_, ledger)]
        for check, _ in found:
            noted(unit, check.id)
        noted(unit, APPLICATION)
        return reader, doors.consent(reader, ledger), [_sheet(reader, *one, ledger) for one in found]

    reader, consent, sheets = store.run_now(work)
    day, policy = house.office.day(reader.now), house.policy
    common = {
        "consent": consent, "days": policy.clocks[CLOCK].length, "contacts": policy.contacts,
        "help_lines": policy.help_lines, "day": day,
    }  # fmt: skip
    made = [
        write(folder, file_name("result", day, language, ONE_OF), prints.render(
            "result", language, say, **common, **one, picture=_drawn(one["chart"]),
        ))
        for one in sheets
    ]  # fmt: skip
    blank = prints.render(APPLICATION, language, say, consent=consent, days=common["days"])
    return [*made, write(folder, file_name(APPLICATION, day, language), blank)]


def _sheet(reader: Click, check: Case, round_: Case, ledger: UnitLedger) -> dict[str, Any]:
    """What one sheet says: the name, the profile, what it means, and whether the physician is advised."""
    has_levels = profile.has_levels(check)
    said = {True: "high", False: "calm", None: "individual"}[check.body["verdict"]]
    advised = "advised" if is_advised(check, round_) else "not-advised"
    return {
        "name": name_of(check, ledger), "unit": check.body["unit"],
        "rows": profile.rows(reader, check) if has_levels else [],
        "chart": picture.own(reader, check) if has_levels else None,
        "sums": [] if has_levels else profile.sums(reader, check),
        "meaning": reader.say(f"stress-result-{said}"),
        "advice": reader.say(f"stress-sheet-{advised}", days=ledger.policy.clocks[CLOCK].length),
    }  # fmt: skip


def _drawn(chart: Radars | None) -> str:
    """The profile as a radar chart (Aku 8(1)) for the page itself; "" where there are no levels."""
    return b64encode(png(chart)).decode() if chart else ""


def _no_button(kind: str, row: str = "", rev: int = 0) -> str:
    """On paper nothing can be pressed."""
    return ""
