"""The physician's side: whom to meet when, the result that was handed over, report and opinion; and how these read."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date

from bot.errors import Refused
from bot.handlers import blocks
from bot.handlers.blocks import Block, Option, View
from bot.handlers.fields import Fields, choice, choices, day, text
from bot.handlers.flow import Click
from bot.handlers.held import day as dated
from bot.handlers.held import ends, joined
from bot.handlers.stress_check.rules.interview import last_day
from bot.handlers.stress_check.rules.moves import (
    ARRANGED,
    CALLED_OFF,
    HELD,
    MEASURED,
    OVER,
    PROPOSED,
    REPORTED,
    TO_BE_HELD,
)
from bot.handlers.stress_check.rules.opinion import KINDS, Opinion, Report
from bot.handlers.stress_check.rules.opinion import last_day as opinion_day
from bot.handlers.stress_check.rules.rounds import name_of
from bot.handlers.stress_check.views.interview import AFTERWARDS, MEASURES, OPINION, button, framed, slot_lines
from bot.handlers.stress_check.views.profile import has_levels, profile, sums
from bot.rules.cases import Case
from bot.rules.ledger import Ledger
from bot.rules.policy_rows import Labelled

SCREEN, RESULT = "stress_check.appointment", "stress_check.applied_result"
NOTE_HELD, SAVE_HELD = "stress_check.note_held", "stress_check.save_held"
WRITE, SAVE_REPORT = "stress_check.write_report", "stress_check.save_report"
HELD_ON = "held_on"
WORKING, STRAIN, CONDITION, OTHER = "working", "strain", "condition", "other"
KIND, NEEDED, ADVISED, UNTIL, WORDS = "kind", "needed", "measures", "until", "opinion_text"
YES, NO = "yes", "no"
SEES_RESULT = (PROPOSED, ARRANGED, HELD, REPORTED, MEASURED)
"""From when a day is proposed until it is all done the physician may look at the result."""


def screen(click: Click, case: Case, ledger: Ledger) -> View:
    """To the physician: whom, when, where; what is to be done next."""
    say = click.say
    lines = [say(f"stress-physician-state-{case.state}")]
    if case.state != CALLED_OFF:
        lines.insert(0, say("stress-arrange-name", name=name_of(case, ledger)))
        lines += slot_lines(click, case, ledger)
    if case.state in TO_BE_HELD:
        lines.append(say("stress-arrange-by", day=last_day(case)))
    if case.state == HELD:
        lines += [say("stress-held-on", day=dated(click, case.body["held_on"]))]
        lines += [say("stress-arrange-opinion", day=opinion_day(case))]
    body = [*blocks.sections(lines), *_buttons(click, case)]
    return framed(click, [*body, blocks.context(say("stress-physician-private"))])


def result(click: Click, case: Case, ledger: Ledger) -> View:
    """The result that the application hands over: the scales and sums, never an answer (Aku 11(2))."""
    body: list[Block] = [blocks.section(click.say("stress-arrange-name", name=name_of(case, ledger)))]
    handed = replace(case, body={"score": case.body.get("result", {})})
    if not handed.body["score"].get("scales"):
        return framed(click, [*body, blocks.section(click.say("stress-handed-elsewhere"))])
    extra = sums(click, handed) if has_levels(handed) else []
    return framed(
        click,
        [
            *body,
            *blocks.sections(profile(click, handed)),
            *blocks.sections(extra),
            blocks.context(click.say("stress-handed-about")),
        ],
    )


def held_form(click: Click, case: Case, today: date) -> View:
    """On which day it was held; the month of report and opinion begins with it."""
    say, planned = click.say, case.body["slot"]["day"]
    return blocks.modal(
        say("stress-appointment-title"),
        [
            blocks.section(say("stress-held-about")),
            blocks.day_input(HELD_ON, say("stress-held-day"), initial=min(planned, today.isoformat())),
        ],
        close=say("cancel-button"), submit=say("stress-held-submit"), callback_id=SAVE_HELD,
        token=click.token_for(SAVE_HELD, row=case.id, rev=case.rev),
    )  # fmt: skip


def read_held(fields: Fields) -> date:
    """Raises Refused where no day was chosen."""
    found = day(fields, HELD_ON)
    if found is None:
        raise Refused("field-choose", HELD_ON)
    return found


def report_form(click: Click, case: Case, doctor: str, ledger: Ledger) -> View:
    """What the ordinance has a report hold, and the opinion; who reads it stands above."""
    say = click.say
    about = say(
        "stress-report-about", name=name_of(case, ledger), doctor=doctor, day=dated(click, case.body["held_on"])
    )
    rows = options(ledger.policy.stress_check.measures, click.language)
    return blocks.modal(
        say("stress-appointment-title"),
        [
            blocks.section(about),
            blocks.section(say("stress-report-readers")),
            *(_field(click, name) for name in (WORKING, STRAIN, CONDITION)),
            blocks.text_input(OTHER, say("stress-report-other")),
            blocks.header(say("stress-opinion-heading")),
            blocks.radio(KIND, say("stress-opinion-kind"), [(one, say(f"stress-opinion-{one}")) for one in KINDS]),
            blocks.radio(
                NEEDED, say("stress-opinion-needed"), [(one, say(f"stress-opinion-needed-{one}")) for one in (YES, NO)]
            ),
            blocks.several(ADVISED, say("stress-opinion-measures"), [(say("stress-measures-kinds"), rows)]),
            blocks.day_input(UNTIL, say("stress-opinion-until"), hint=say("stress-opinion-until-hint"), optional=True),
            blocks.text_input(WORDS, say("stress-opinion-text"), hint=say("stress-opinion-text-hint")),
        ],
        close=say("cancel-button"), submit=say("stress-report-submit"), callback_id=SAVE_REPORT,
        token=click.token_for(SAVE_REPORT, row=case.id, rev=case.rev),
    )  # fmt: skip


def read_report(fields: Fields, measures: Collection[str]) -> tuple[Report, Opinion]:
    """Raises Refused at the field that does not fit."""
    found = Report(*(text(fields, name) for name in (WORKING, STRAIN, CONDITION, OTHER)))
    kind, needed = choice(fields, KIND, KINDS), choice(fields, NEEDED, (YES, NO)) == YES
    return found, Opinion(kind, needed, choices(fields, ADVISED, measures), day(fields, UNTIL), text(fields, WORDS))


def report(click: Click, case: Case, ledger: Ledger) -> View:
    """Report and opinion word by word, the same for everybody who may read them (Aku 13, 18)."""
    say = click.say
    return framed(
        click,
        [
            blocks.section(say("stress-arrange-name", name=name_of(case, ledger))),
            blocks.header(say("stress-report-heading")),
            *_labelled(click, _report(click, case)),
            blocks.header(say("stress-opinion-heading")),
            *_labelled(click, _opinion(click, case, ledger)),
            blocks.context(say("stress-report-detriment")),
        ],
    )


def options(rows: Sequence[Labelled], language: str) -> list[Option]:
    """The kinds of measures as the policy calls them."""
    return [(row.key, label(row, language)) for row in rows]


def label(row: Labelled, language: str) -> str:
    return row.ja if language == "ja" else row.en


def measure_name(click: Click, key: str, ledger: Ledger) -> str:
    """A kind of measure; one that the policy has no more by its key."""
    row = next((one for one in ledger.policy.stress_check.measures if one.key == key), None)
    return label(row, click.language) if row else key


def _report(click: Click, case: Case) -> Iterator[tuple[str, str]]:
    found = case.body["report"]
    yield "stress-report-held", dated(click, case.body["held_on"])
    yield "stress-report-doctor", found["doctor"]
    for name in (WORKING, STRAIN, CONDITION, OTHER):
        yield f"stress-report-{name}", found[name]


def _opinion(click: Click, case: Case, ledger: Ledger) -> Iterator[tuple[str, str]]:
    found, say = case.body["opinion"], click.say
    yield "stress-opinion-kind", say(f"stress-opinion-{found[KIND]}")
    yield "stress-opinion-needed", say(f"stress-opinion-needed-{YES if found[NEEDED] else NO}")
    yield "stress-opinion-measures", joined(click, (measure_name(click, key, ledger) for key in found[ADVISED]))
    yield "stress-opinion-until", ends(click, found[UNTIL]) if found[UNTIL] else ""
    yield "stress-opinion-text", found["text"]


def told(click: Click, case: Case, ledger: Ledger) -> Iterator[tuple[str, str]]:
    """Report and opinion once they are there, each field with its label, for the person's own records."""
    if "report" in case.body:
        for key, value in (*_report(click, case), *_opinion(click, case, ledger)):
            if value:
                yield click.say(key), value


def _labelled(click: Click, lines: Iterator[tuple[str, str]]) -> list[Block]:
    """What stands in each field, below its label; a long one in as many sections as it needs."""
    found: list[Block] = []
    for key, value in lines:
        if value:
            found += blocks.sections([click.say("stress-report-label", label=click.say(key)), value])
    return found


def _field(click: Click, name: str) -> Block:
    hint = click.say(f"stress-report-{name}-hint")
    return blocks.text_input(name, click.say(f"stress-report-{name}"), hint=hint, optional=False)


def _buttons(click: Click, case: Case) -> list[Block]:
    found: list[Block] = []
    if case.state in SEES_RESULT:
        found.append(button(click, "stress-physician-result-button", RESULT, case))
    if case.state in (PROPOSED, ARRANGED):
        found.append(button(click, "stress-physician-held-button", NOTE_HELD, case, style="primary"))
    if case.state == HELD:
        found.append(button(click, "stress-physician-report-button", WRITE, case, style="primary"))
    if case.state in AFTERWARDS:
        found.append(button(click, "stress-opinion-read-button", OPINION, case))
    if case.state in (MEASURED, OVER):
        found.append(button(click, "stress-measures-read-button", MEASURES, case))
    return [blocks.actions(*found)] if found else []
