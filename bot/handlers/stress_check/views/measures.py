"""After the opinion: general affairs' screen of an application, and the measures as the person reads them (Aku 13)."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta

from bot.errors import Refused
from bot.handlers import blocks
from bot.handlers.blocks import Block, View
from bot.handlers.fields import Fields, choice, choices, day, text
from bot.handlers.flow import Click
from bot.handlers.held import day as dated
from bot.handlers.held import joined
from bot.handlers.stress_check.rules.measures import OPENABLE, Measure, Taken, measures_of, open_ones
from bot.handlers.stress_check.rules.moves import MEASURED, REPORTED
from bot.handlers.stress_check.rules.rounds import name_of
from bot.handlers.stress_check.views.interview import AFTERWARDS, MEASURES, OPINION, button, framed
from bot.handlers.stress_check.views.opinion import measure_name, options
from bot.rules.cases import Case
from bot.rules.ledger import Ledger

LIST, OPEN = "stress_check.applications", "stress_check.open_result"
DECIDE, SAVE_DECIDED = "stress_check.decide_measure", "stress_check.save_measure"
FOLLOW, SAVE_FOLLOWED = "stress_check.follow_measures", "stress_check.save_followed_measures"
FINISH, SAVE_FINISHED = "stress_check.finish_measures", "stress_check.save_finished"
KEY, TEXT, FOLLOW_ON, DONE, WHY = "key", "text", "follow_on", "done", "why"
LISTED = (*OPENABLE,)
WEEKS = timedelta(days=28)  # what is put in for the next look, to be changed by whoever writes


def handled(click: Click, case: Case, ledger: Ledger) -> View:
    """To general affairs: who applied, where it stands; the result behind a button that asks once more."""
    say = click.say
    lines = [
        say("stress-arrange-name", name=name_of(case, ledger)),
        say("stress-affairs-applied", day=dated(click, case.body["applied_on"])),
        say(f"stress-affairs-state-{case.state}"),
    ]
    body = [*blocks.sections(lines), *_measures(click, case, ledger), *_buttons(click, case)]
    return framed(click, [*body, blocks.context(say("stress-affairs-private"))])


def own(click: Click, case: Case, ledger: Ledger) -> View:
    """To the person and to the physician: what was decided, and until when it is looked at again."""
    found = _measures(click, case, ledger)
    nothing = "stress-measures-none" if case.state not in (REPORTED, MEASURED) else "stress-measures-not-yet"
    why = case.body.get("why_none")
    body = found or [blocks.section(click.say(nothing))]
    said = blocks.sections([click.say("stress-measures-why-none"), why]) if why else []
    return framed(click, [*body, *said, blocks.context(click.say("stress-report-detriment"))])


def listed(click: Click, found: Sequence[Case], ledger: Ledger) -> View:
    """Everybody who has applied and whose matter is not done; what needs a decision first."""
    ordered = sorted(found, key=lambda case: (case.state not in (REPORTED, MEASURED), case.body["applied_on"], case.id))
    rows = [_row(click, case, ledger) for case in ordered][: blocks.PAGE]
    return framed(click, rows or [blocks.section(click.say("stress-arrange-none"))])


def decide_form(click: Click, case: Case, ledger: Ledger) -> View:
    """One measure: its kind, what exactly, when to look at it again."""
    say = click.say
    rows = options(ledger.policy.stress_check.measures, click.language)
    later = ledger.office.on_or_after(ledger.office.day(click.now) + WEEKS)
    return blocks.modal(
        say("stress-appointment-title"),
        [
            blocks.section(say("stress-measures-about")),
            blocks.select(KEY, say("stress-measures-kind"), [(say("stress-measures-kinds"), rows)]),
            blocks.text_input(TEXT, say("stress-measures-text"), hint=say("stress-measures-text-hint"), optional=False),
            blocks.day_input(FOLLOW_ON, say("stress-measures-follow-on"), initial=later.isoformat()),
        ],
        close=say("cancel-button"), submit=say("stress-measures-submit"), callback_id=SAVE_DECIDED,
        token=click.token_for(SAVE_DECIDED, row=case.id, rev=case.rev),
    )  # fmt: skip


def read_decided(fields: Fields, measures: Collection[str]) -> Measure:
    """Raises Refused at the field that does not fit."""
    key, words, on = choice(fields, KEY, measures), text(fields, TEXT), day(fields, FOLLOW_ON)
    if on is None:
        raise Refused("field-choose", FOLLOW_ON)
    return Measure(key, words, on)


def follow_form(click: Click, case: Case, ledger: Ledger) -> View:
    """Which of them have been carried out, and when to look at the others again."""
    say, taken = click.say, measures_of(case)
    left = [(str(place), measure_name(click, taken[place]["key"], ledger)) for place in open_ones(case)]
    later = ledger.office.on_or_after(ledger.office.day(click.now) + WEEKS)
    return blocks.modal(
        say("stress-appointment-title"),
        [
            *_measures(click, case, ledger),
            blocks.several(DONE, say("stress-measures-done"), [(say("stress-measures-open-ones"), left)]),
            blocks.day_input(FOLLOW_ON, say("stress-measures-again"), initial=later.isoformat(), optional=True),
        ],
        close=say("cancel-button"), submit=say("stress-arrange-note"), callback_id=SAVE_FOLLOWED,
        token=click.token_for(SAVE_FOLLOWED, row=case.id, rev=case.rev),
    )  # fmt: skip


def read_followed(fields: Fields) -> tuple[frozenset[int], date | None]:
    """The places of what is done, and the next day. Raises Refused at the field that does not fit."""
    ticked = choices(fields, DONE, [str(place) for place in range(blocks.OPTIONS)])
    return frozenset(map(int, ticked)), day(fields, FOLLOW_ON)


def finish_form(click: Click, case: Case) -> View:
    """It is closed; where the opinion asked for measures and none was taken, why: the person reads it."""
    say = click.say
    none = not measures_of(case)
    why = blocks.text_input(WHY, say("stress-measures-why-label"), hint=say("stress-measures-why-hint"))
    body = [blocks.section(say("stress-finish-none" if none else "stress-finish-about"))]
    return blocks.modal(
        say("stress-appointment-title"),
        [*body, *([why] if none and case.body["opinion"]["needed"] else [])],
        close=say("cancel-button"), submit=say("stress-finish-submit"), callback_id=SAVE_FINISHED,
        token=click.token_for(SAVE_FINISHED, row=case.id, rev=case.rev),
    )  # fmt: skip


def read_finished(fields: Fields) -> str:
    """Why no measure was taken. Raises Refused where it cannot be shown as it was typed."""
    return text(fields, WHY)


def told(click: Click, case: Case, ledger: Ledger) -> Iterator[tuple[str, str]]:
    """What was decided, for the person's own records."""
    for one in measures_of(case):
        yield measure_name(click, one["key"], ledger), joined(click, (one["text"], _when(click, one)))


def _measures(click: Click, case: Case, ledger: Ledger) -> list[Block]:
    found: list[Block] = []
    for one in measures_of(case):
        found += blocks.sections(
            [click.say("stress-report-label", label=measure_name(click, one["key"], ledger)), one["text"]]
        )
        found.append(blocks.context(_when(click, one)))
    return found


def _when(click: Click, one: Taken) -> str:
    if one["done_on"]:
        return click.say("stress-measures-was-done", day=dated(click, one["done_on"]))
    return click.say("stress-measures-looked-at", day=dated(click, one["follow_on"]))


def _row(click: Click, case: Case, ledger: Ledger) -> Block:
    words = click.say(
        "stress-arrange-row", name=name_of(case, ledger), state=click.say(f"stress-affairs-state-{case.state}")
    )
    return blocks.section(words) | {"accessory": button(click, "stress-arrange-open", MEASURES, case)}


def _buttons(click: Click, case: Case) -> list[Block]:
    found: list[Block] = []
    if case.state in AFTERWARDS:
        found.append(button(click, "stress-opinion-read-button", OPINION, case))
    if "opened_on" in case.body:
        found.append(button(click, "stress-affairs-result-button", OPEN, case))
    elif case.state in OPENABLE:
        found.append(_open_first(click, case))
    if case.state in (REPORTED, MEASURED):
        found.append(button(click, "stress-measures-decide-button", DECIDE, case, style="primary"))
        left = bool(open_ones(case))
        words, action = ("follow", FOLLOW) if left else ("finish", FINISH)
        found.append(button(click, f"stress-measures-{words}-button", action, case))
    return [blocks.actions(*found)] if found else []


def _open_first(click: Click, case: Case) -> Block:
    say, words = click.say, click.say("stress-affairs-result-button")
    sure = blocks.confirmation(words, say("stress-affairs-open-sure"), yes=words, no=say("back-button"))
    return blocks.button(words, OPEN, click.token_for(OPEN, row=case.id, rev=case.rev), confirm=sure)
