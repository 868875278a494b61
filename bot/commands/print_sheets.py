"""Prints empty forms from the policy's own fields, for who has no account (G6), and the slip that names no reason."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from bot import prints
from bot.commands.prints import Say, file_name, make_private, noted, say_in, write
from bot.rules.policy import Policy
from bot.rules.policy_harassment import Inquired, SheetField
from bot.rules.policy_rows import Labelled
from bot.store.unit import Store, Unit
from bot.words import Words

HEARD: tuple[Inquired, ...] = ("affected", "respondent", "third_party")
SLIP = "slip"


@dataclass(frozen=True)
class Line:
    """One line of an empty form: room to write, `tall` or not, or boxes to tick; `note` says for whom it is."""

    label: str
    tall: bool = False
    choices: Sequence[str] = ()
    note: str = ""


def print_sheets(store: Store, folder: Path, language: str) -> list[Path]:
    """Form 1, form 2, the record of a support and the slip, each with its line in the audit log. Gives their paths.

    Raises Misconfigured when the folder can be read by others, StoreFailed.
    """
    make_private(folder)
    policy, office = store.house.policy, store.house.office
    say = partial(say_in, Words.load(office.zone), language, policy)

    def work(unit: Unit) -> date:
        for name in (*FORMS, SLIP):
            noted(unit, name)
        return office.day(unit.now)

    day = store.run_now(work)
    made = [
        write(folder, file_name(name, day, language), prints.render(
            "form", language, say, title=say(f"print-{name}-heading"), about=say(f"print-{name}-about"),
            lines=list(lines(policy, say, language)),
        ))
        for name, lines in FORMS.items()
    ]  # fmt: skip
    return [*made, write(folder, file_name(SLIP, day, language), prints.render("slip", language, say))]


def _intake_sheet(policy: Policy, say: Say, language: str) -> Iterator[Line]:
    """Form 1 (Aki 7(8)), for who came by telephone or in person."""
    for field in policy.harassment.intake_sheet:
        yield _line(field, language)


def _fact_sheet(policy: Policy, say: Say, language: str) -> Iterator[Line]:
    """Form 2 (Aki 8(1)): one for each person heard."""
    heard: Mapping[str, str] = {who: say(f"print-heard-{who.replace('_', '-')}") for who in HEARD}
    yield Line(say("print-heard"), choices=list(heard.values()))
    for field in policy.harassment.fact_sheet:
        only = say("print-or").join(heard[who] for who in field.of)
        yield _line(field, language, say("print-only-for", who=only) if only else "")


def _record(policy: Policy, say: Say, language: str) -> Iterator[Line]:
    """What a supporter did (Yam 11): choices only, because the problem itself can tell who it was (P7)."""
    yield Line(say("print-record-month"))
    lists: Mapping[str, Sequence[Labelled]] = {
        "activity": policy.activities,
        "topic": policy.topics,
        "means": policy.means,
        "duration": policy.durations,
        "requester": policy.requesters,
    }
    for name, rows in lists.items():
        yield Line(say(f"print-record-{name}"), choices=[_label(row, language) for row in rows])
    yield Line(say("print-record-supporter"))


def _line(field: SheetField, language: str, note: str = "") -> Line:
    return Line(_label(field, language), tall=field.input == "text", note=note)


def _label(row: Labelled, language: str) -> str:
    return row.ja if language == "ja" else row.en


FORMS: Mapping[str, Callable[[Policy, Say, str], Iterator[Line]]] = {
    "intake-sheet": _intake_sheet,
    "fact-sheet": _fact_sheet,
    "record": _record,
}
