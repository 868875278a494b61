"""The health appointment as those see it who arrange it: a name, days, an answer; nothing of any result (Aku 12(2))."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from bot.errors import Refused
from bot.handlers import blocks
from bot.handlers.blocks import Block, Option, View
from bot.handlers.fields import Fields, choice, day, hour, text
from bot.handlers.flow import Click
from bot.handlers.held import day as dated
from bot.handlers.held import people
from bot.handlers.stress_check.rules.arranging import ANSWERS, WAYS, Said, Slot
from bot.handlers.stress_check.rules.interview import last_day, on_roster, physicians
from bot.handlers.stress_check.rules.moves import APPLIED, HELD, MEASURED, REPORTED, TO_BE_HELD
from bot.handlers.stress_check.rules.opinion import last_day as opinion_day
from bot.handlers.stress_check.rules.rounds import name_of
from bot.handlers.stress_check.views.interview import LONGEST, OPINION, TEXT, button, framed, slot_lines
from bot.rules.cases import Case
from bot.rules.ledger import Ledger
from bot.rules.people import Role, roles_of

SCREEN, LIST = "stress_check.arrange", "stress_check.appointments"
PROPOSE, SAVE_SLOT = "stress_check.propose", "stress_check.save_slot"
SAID, SAVE_SAID = "stress_check.note_said", "stress_check.save_said"
ASSIGN, SAVE_ASSIGNED = "stress_check.assign", "stress_check.save_assigned"
DAY, TIME, PLACE, PHYSICIAN = "day", "time", "place", "physician"
ANSWER, WAY, ON = "answer", "way", "on"
LONGEST_PLACE = 200
LISTED = (*TO_BE_HELD, HELD)
READERS = frozenset({Role.JOINT_CLERK, Role.IMPLEMENTER})
"""Of those who arrange it, who may read the physician's report too (S13)."""


def screen(click: Click, case: Case, ledger: Ledger) -> View:
    """Who, until when, what was said; the buttons of what can be done now."""
    body: list[Block] = [*blocks.sections(_lines(click, case, ledger)), *_buttons(click, case, ledger)]
    return framed(click, [*body, blocks.context(click.say("stress-arrange-private"))])


def listed(click: Click, found: Sequence[Case], ledger: Ledger) -> View:
    """Everybody whose day is still to be held or whose report is still to come, the nearest day first."""
    ordered = sorted(found, key=lambda case: (case.state == HELD, last_day(case), case.id))
    rows = [_row(click, case, ledger) for case in ordered][: blocks.PAGE]
    return framed(click, rows or [blocks.section(click.say("stress-arrange-none"))])


def slot_form(click: Click, case: Case, ledger: Ledger) -> View:
    """Day, hour, place and physician, with what stands there now."""
    say, slot = click.say, case.body.get("slot", {})
    doctors = _doctors(click, case, ledger)
    if not doctors:
        return framed(click, [blocks.section(say("stress-arrange-no-physician"))])
    chosen = next((one for one in case.handlers if one in dict(doctors)), doctors[0][0])
    return blocks.modal(
        say("stress-appointment-title"),
        [
            blocks.section(say("stress-arrange-about", day=last_day(case))),
            blocks.day_input(DAY, say("stress-arrange-day"), initial=slot.get("day", "")),
            blocks.time_input(TIME, say("stress-arrange-time"), initial=slot.get("time", "")),
            blocks.line_input(
                PLACE, say("stress-arrange-place"), hint=say("stress-arrange-place-hint"), max_length=LONGEST_PLACE,
                initial=slot.get("place", ""),
            ),
            blocks.select(
                PHYSICIAN, say("stress-arrange-physician"), [(say("stress-arrange-physicians"), doctors)],
                initial=chosen,
            ),
        ],
        close=say("cancel-button"), submit=say("stress-arrange-submit"), callback_id=SAVE_SLOT,
        token=click.token_for(SAVE_SLOT, row=case.id, rev=case.rev),
    )  # fmt: skip


def read_slot(fields: Fields, offered: Mapping[str, object]) -> Slot:
    """Raises Refused at the field that does not fit; `offered` are the people on the roster."""
    on = day(fields, DAY)
    if on is None:
        raise Refused("field-choose", DAY)
    physician = choice(fields, PHYSICIAN, offered.keys(), gone="stress-appointment-gone")
    return Slot(on, hour(fields, TIME), text(fields, PLACE, max_length=LONGEST_PLACE), physician)


def said_form(click: Click, case: Case, today: date) -> View:
    """What somebody without an account has answered by telephone, by letter or in person."""
    say = click.say
    answers = [(one, say(f"stress-arrange-answer-{one}")) for one in ANSWERS]
    return blocks.modal(
        say("stress-appointment-title"),
        [
            blocks.section(say("stress-arrange-said-about")),
            blocks.radio(ANSWER, say("stress-arrange-answer"), answers),
            blocks.radio(WAY, say("stress-arrange-way"), [(one, say(f"stress-arrange-way-{one}")) for one in WAYS]),
            blocks.day_input(ON, say("stress-arrange-on"), initial=today.isoformat()),
            blocks.text_input(
                TEXT, say("stress-appointment-other-text"), hint=say("stress-arrange-text-hint"), max_length=LONGEST
            ),
        ],
        close=say("cancel-button"), submit=say("stress-arrange-note"), callback_id=SAVE_SAID,
        token=click.token_for(SAVE_SAID, row=case.id, rev=case.rev),
    )  # fmt: skip


def read_said(fields: Fields) -> Said:
    """Raises Refused at the field that does not fit."""
    answer, way, on = choice(fields, ANSWER, ANSWERS), choice(fields, WAY, WAYS), day(fields, ON)
    if on is None:
        raise Refused("field-choose", ON)
    return Said(answer, way, on, text(fields, TEXT, max_length=LONGEST))


def assign_form(click: Click, case: Case, ledger: Ledger) -> View:
    """Another physician, where the one who held it holds the office no more."""
    say, doctors = click.say, _doctors(click, case, ledger)
    if not doctors:
        return framed(click, [blocks.section(say("stress-arrange-no-physician"))])
    return blocks.modal(
        say("stress-appointment-title"),
        [
            blocks.section(say("stress-arrange-gone")),
            blocks.select(PHYSICIAN, say("stress-arrange-physician"), [(say("stress-arrange-physicians"), doctors)]),
        ],
        close=say("cancel-button"), submit=say("stress-arrange-note"), callback_id=SAVE_ASSIGNED,
        token=click.token_for(SAVE_ASSIGNED, row=case.id, rev=case.rev),
    )  # fmt: skip


def read_physician(fields: Fields, offered: Mapping[str, object]) -> str:
    """Raises Refused where none or nobody known was chosen."""
    return choice(fields, PHYSICIAN, offered.keys(), gone="stress-appointment-gone")


def _lines(click: Click, case: Case, ledger: Ledger) -> Iterator[str]:
    say, told = click.say, case.body.get("told")
    yield say("stress-arrange-name", name=name_of(case, ledger))
    yield say(f"stress-arrange-state-{case.state}")
    if case.state in TO_BE_HELD:
        yield from _to_be_held(click, case, ledger)
    if case.state == HELD:
        yield say("stress-arrange-opinion", day=opinion_day(case))
    if told:
        yield say("stress-arrange-told", way=say(f"stress-arrange-way-{told['way']}"), day=dated(click, told["on"]))
    if on_roster(case, ledger, click.now) and case.handlers:
        yield say("stress-arrange-gone")


def _to_be_held(click: Click, case: Case, ledger: Ledger) -> Iterator[str]:
    """Until when, the day that was offered, or what the person would like instead."""
    say, said = click.say, case.body.get("said")
    if not case.requester:
        yield say("stress-arrange-unnamed")
    yield say("stress-arrange-late" if "missed_on" in case.body else "stress-arrange-by", day=last_day(case))
    yield from slot_lines(click, case, ledger)
    if said:
        yield say("stress-arrange-other", day=date.fromisoformat(said["on"]))
        if said["text"]:
            yield say("stress-arrange-words", text=said["text"])


def _buttons(click: Click, case: Case, ledger: Ledger) -> list[Block]:
    found, hats = [], roles_of(ledger.appointments_of(click.who.person), click.who.person, ledger.office.day(click.now))
    if case.state in TO_BE_HELD:
        first = case.state == APPLIED
        words = "stress-arrange-propose-button" if first else "stress-arrange-move-button"
        found.append(button(click, words, PROPOSE, case, style="primary" if first else ""))
        if not case.requester:
            found.append(button(click, "stress-arrange-said-button", SAID, case))
    if case.state == HELD and on_roster(case, ledger, click.now):
        found.append(button(click, "stress-arrange-assign-button", ASSIGN, case))
    if case.state in (REPORTED, MEASURED) and hats & READERS:
        found.append(button(click, "stress-opinion-read-button", OPINION, case))
    return [blocks.actions(*found)] if found else []


def _row(click: Click, case: Case, ledger: Ledger) -> Block:
    words = click.say(
        "stress-arrange-row", name=name_of(case, ledger), state=click.say(f"stress-arrange-state-{case.state}")
    )
    return blocks.section(words) | {"accessory": button(click, "stress-arrange-open", SCREEN, case)}


def _doctors(click: Click, case: Case, ledger: Ledger) -> list[Option]:
    return [(one, people(click, one, ledger)) for one in physicians(case, ledger, click.now)]
