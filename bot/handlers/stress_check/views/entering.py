"""Paper: the clerk's list of who has answered, and the joint clerk's of envelopes to be entered (Aku 7(3)(4), S3)."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from bot.handlers import blocks
from bot.handlers.blocks import Block, View
from bot.handlers.fields import Fields, choice
from bot.handlers.flow import Click
from bot.handlers.stress_check.rules.entering import entry_of
from bot.handlers.stress_check.rules.moves import CLOSING, HANDED_IN, INVITED, KEPT, OPEN, READ, TAKEN
from bot.handlers.stress_check.rules.rounds import UNNAMED, check_of, name_of
from bot.handlers.stress_check.rules.taking import PAPER
from bot.handlers.stress_check.views.pages import END, Sheet, Way, page_form
from bot.rules.cases import Case
from bot.rules.ledger import Ledger

TAKEN_LIST, BEFORE, AFTER = "stress_check.taken_list", "stress_check.taken_before", "stress_check.taken_after"
UNIT_FORM, UNIT = "stress_check.taken_unit", "unit"
ENVELOPE, UNDO = "stress_check.envelope", "stress_check.no_envelope"
ENTER_LIST, ENTER, ENTER_BACK = "stress_check.enter_list", "stress_check.enter", "stress_check.enter_back"
ENTER_PAGE, ENTERED, SET_ASIDE = "stress_check.enter_page", "stress_check.entered", "stress_check.set_aside"
WAY = Way(ENTER_PAGE, ENTER_BACK, "", ENTER, ENTERED, "enter")
ROWS = 20  # people on one screen


@dataclass(frozen=True)
class Listed:
    """Somebody who was called in a round, by unit and name."""

    unit: str
    name: str
    key: str


def called(found: Case, ledger: Ledger) -> list[Listed]:
    """Everybody who was called in a round, in the order of the list; who has left the roster comes first."""
    rows = ledger.people()
    by_hand = {one["key"]: one for one in found.body.get("added_people", ())}
    people = []
    for key in found.body.get("invited", ()):
        row, added = rows.get(key), by_hand.get(key, {})
        people.append(
            Listed(row.unit, row.name, key) if row else Listed(added.get("unit", ""), added.get("name", ""), key)
        )
    return sorted(people, key=lambda one: (one.unit, one.name, one.key))


def taken_list(click: Click, found: Case, first: int, ledger: Ledger) -> View:
    """Who has answered and who has not, some at a time: nothing of what, nothing of how (Aku 7(4))."""
    say, people = click.say, called(found, ledger)
    some = people[first : first + ROWS]
    title, about = say("stress-taken-list-title"), blocks.section(say("stress-taken-list-about"))
    if not some:
        return blocks.modal(title, [about, blocks.section(say("stress-taken-list-none"))], close=say("close-button"))
    body: list[Block] = [about]
    for unit, those in groupby(some, key=lambda one: one.unit):
        body.append(blocks.header(unit or say("held-gone")))
        body += [_listed(click, found, one, first, ledger) for one in those]
    shown = {"from": str(first + 1), "to": str(first + len(some)), "count": str(len(people))}
    body += [blocks.context(say("stress-taken-list-count", **shown)), *_turning(click, found, first, len(people))]
    units = {one.unit: str(at) for at, one in reversed([*enumerate(people)])}
    if len(units) == 1:
        return blocks.modal(title, body, close=say("close-button"))
    options = [(at, unit or say("held-gone")) for unit, at in sorted(units.items())]
    return blocks.modal(
        title, [*body, blocks.select(UNIT, say("stress-taken-unit-label"), [(say("stress-taken-unit"), options)])],
        close=say("close-button"), submit=say("stress-taken-unit-go"), callback_id=UNIT_FORM,
        token=click.token_for(UNIT_FORM, row=found.id),
    )  # fmt: skip


def read_unit(fields: Fields, found: Case, ledger: Ledger) -> int:
    """The place of the first of a unit. Raises Refused for what was never offered."""
    return int(choice(fields, UNIT, {str(at) for at in range(len(called(found, ledger)))}))


def _listed(click: Click, found: Case, one: Listed, first: int, ledger: Ledger) -> Block:
    """A line, and what the clerk can do about it; nobody notes their own envelope."""
    say, case = click.say, check_of(one.key, found.period, ledger)
    if case is None:
        return blocks.section(say("stress-taken-line", name=one.name, state=say("stress-taken-state-invited")))
    state = TAKEN if case.state in (READ, KEPT) else case.state
    words = say("stress-taken-line", name=one.name or say("held-gone"), state=say(f"stress-taken-state-{state}"))
    wants_paper = case.state == INVITED and (case.body.get(PAPER) or one.key.startswith(UNNAMED))
    line = blocks.section(f"{words}{say('stress-taken-paper') if wants_paper else ''}")
    doors = {INVITED: (ENVELOPE, "stress-taken-envelope"), HANDED_IN: (UNDO, "stress-taken-undo")}
    if found.state != OPEN or state not in doors or one.key == click.who.person:
        return line
    action, label = doors[state]
    token = click.token_for(action, row=f"{case.id}.{first}", rev=case.rev)
    return line | {"accessory": blocks.button(say(label), action, token)}


def _turning(click: Click, found: Case, first: int, count: int) -> list[Block]:
    offered = [(BEFORE, "stress-taken-before", first - ROWS)] if first else []
    offered += [(AFTER, "stress-taken-after", first + ROWS)] if first + ROWS < count else []
    made = [
        blocks.button(click.say(words), action, click.token_for(action, row=f"{found.id}.{max(at, 0)}"))
        for action, words, at in offered
    ]
    return [blocks.actions(*made)] if made else []


# ---- the joint clerk ----


def enter_list(click: Click, found: Case, waiting: Sequence[Case], count: int, ledger: Ledger) -> View:
    """The envelopes that wait, each with the number under which a file brings it in."""
    say = click.say
    body: list[Block] = [blocks.section(say("stress-enter-list-about"))]
    for case in waiting:
        body += _envelope(click, Sheet(case, entry_of(case), found), ledger)
    if not waiting:
        body.append(blocks.section(say("stress-enter-list-none")))
    if count > len(waiting):
        body.append(blocks.context(say("stress-enter-list-more", count=count - len(waiting))))
    return blocks.modal(say("stress-enter-list-title"), body, close=say("close-button"))


def page(click: Click, sheet: Sheet, at: int) -> View:
    """A page of the sheet; at the end of one that is not whole after the last day, the way out of it."""
    view = page_form(click, WAY, sheet, at)
    if at < END or not sheet.open or sheet.round.state != CLOSING:
        return view
    say = click.say
    sure = blocks.confirmation(
        say("stress-enter-end-title"), say("stress-enter-aside-sure"), yes=say("stress-enter-aside-yes"),
        no=say("back-button"),
    )  # fmt: skip
    token = click.token_for(SET_ASIDE, row=sheet.case.id, rev=sheet.case.rev)
    way_out = blocks.button(say("stress-enter-aside"), SET_ASIDE, token, style="danger", confirm=sure)
    about = blocks.section(say("stress-enter-aside-about"))
    return view | {"blocks": [*view["blocks"], about, blocks.actions(way_out)]}


def _envelope(click: Click, sheet: Sheet, ledger: Ledger) -> list[Block]:
    say, case = click.say, sheet.case
    words = say("stress-enter-line", unit=case.body["unit"], name=name_of(case, ledger) or say("held-gone"))
    number = case.requester or str(case.identity.get("key", ""))
    button = blocks.button(
        say("stress-enter-go-on" if sheet.body else "stress-enter-begin"), ENTER,
        click.token_for(ENTER, row=f"{case.id}.{sheet.next_page}"),
    )  # fmt: skip
    return [
        blocks.section(words) | {"accessory": button},
        blocks.context(say("stress-enter-list-id", id=number)),
    ]
