"""The planner's and the clerk's screens of a round: its days and method, who runs it, and the list of examinees."""

from collections.abc import Iterable, Mapping, Sequence
from secrets import token_hex

from bot.errors import Refused
from bot.handlers import blocks
from bot.handlers.blocks import Block, Option, View
from bot.handlers.fields import Fields, choice, day, text
from bot.handlers.flow import Click
from bot.handlers.held import day as dated
from bot.handlers.held import joined, people, role
from bot.handlers.stress_check.rules.calling import Added, Examinee, Leave
from bot.handlers.stress_check.rules.moves import OPEN, PREPARED
from bot.handlers.stress_check.rules.planning import METHODS, NEEDED, Plan, days_of, missing, outside_window
from bot.handlers.stress_check.rules.rounds import UNNAMED, office
from bot.rules.cases import Case
from bot.rules.ledger import Ledger
from bot.rules.people import Person

OPENS_ON, CLOSES_ON, METHOD = "opens_on", "closes_on", "method"
PERSON, NAME, UNIT, REASON, FIRST, LAST = "person", "name", "unit", "reason", "first", "last"
ROUND, PLAN, SAVE = "stress_check.round", "stress_check.plan", "stress_check.save_plan"
LIST, ADD, SAVE_ADDED = "stress_check.people", "stress_check.add_person", "stress_check.save_person"
AWAY, SAVE_AWAY, BACK = "stress_check.add_leave", "stress_check.save_leave", "stress_check.end_leave"
FIGURES = "stress_check.figures"
LONGEST_NAME = 100
ROWS = 60  # names on one screen


def overview(click: Click, case: Case | None, ledger: Ledger) -> View:
    """This year's round: when, how, by whom; what is still missing before it can be held."""
    say, body = click.say, [blocks.section(click.say("stress-round-about"))]
    lacking = missing(ledger, click.now)
    if lacking:
        names = joined(click, (role(click, one.value, ledger) for one in lacking))
        body.append(blocks.section(say("stress-round-missing", offices=names)))
    if not ledger.policy.stress_check.electronic_form_decision:
        body.append(blocks.section(say("stress-round-undecided")))
    if case is None:
        body.append(blocks.section(say("stress-round-none")))
    else:
        body += blocks.sections(_lines(click, case, ledger))
    buttons = []
    if case is None or case.state == PREPARED:
        words = "stress-round-prepare" if case is None else "stress-round-change"
        buttons.append(blocks.button(say(words), PLAN, click.token_for(PLAN), style="primary"))
    if case is not None:
        buttons.append(blocks.button(say("stress-round-figures"), FIGURES, click.token_for(FIGURES, row=case.id)))
    return blocks.modal(
        say("stress-round-title"), [*body, *([blocks.actions(*buttons)] if buttons else [])], close=say("close-button")
    )


def plan_form(click: Click, case: Case | None, ledger: Ledger) -> View:
    """From when until when, and how is selected; all of it stays as it is once the round is open."""
    say = click.say
    first, last = days_of(case) if case else (None, None)
    method = case.body[METHOD] if case else ledger.policy.stress_check.selection
    months = dict(zip(("from", "to"), ledger.policy.stress_check.window, strict=True))
    return blocks.modal(
        say("stress-round-title"),
        [
            blocks.section(say("stress-plan-about", **months)),
            blocks.day_input(OPENS_ON, say("stress-plan-opens"), initial=first.isoformat() if first else ""),
            blocks.day_input(
                CLOSES_ON, say("stress-plan-closes"), initial=last.isoformat() if last else "",
                hint=say("stress-plan-closes-hint"),
            ),
            blocks.radio(
                METHOD, say("stress-plan-method"), [(one, say(f"stress-method-{one}")) for one in METHODS],
                initial=method, hint=say("stress-plan-method-hint"),
            ),
        ],
        close=say("cancel-button"), submit=say("stress-plan-save"), callback_id=SAVE, token=click.token_for(SAVE),
    )  # fmt: skip


def read_plan(fields: Fields) -> Plan:
    """Raises Refused at the field that does not fit."""
    method, first, last = choice(fields, METHOD, METHODS), day(fields, OPENS_ON), day(fields, CLOSES_ON)
    if first is None:
        raise Refused("field-choose", OPENS_ON)
    if last is None:
        raise Refused("field-choose", CLOSES_ON)
    return Plan(first, last, method)


def listed(click: Click, case: Case, found: Sequence[Examinee], ledger: Ledger) -> View:
    """The list of Aku 2 as it is today, for the clerk: names by unit, who is away when, no more."""
    say = click.say
    doors = [
        blocks.button(say(f"stress-list-{words}"), action, click.token_for(action, row=case.id, rev=case.rev))
        for words, action in (("add", ADD), ("leave", AWAY))
    ]
    body: list[Block] = [
        blocks.section(say("stress-list-about", count=len(found))),
        *([blocks.actions(*doors)] if case.state in (PREPARED, OPEN) else []),
    ]
    for person, spans in case.body["leave"].items():
        body.append(_away(click, case, person, spans, ledger))
    lines = [say("stress-list-line", unit=one.unit, name=one.name) for one in found[:ROWS]]
    body += blocks.sections(lines)
    if len(found) > ROWS:
        body.append(blocks.context(say("home-more", count=len(found) - ROWS)))
    return blocks.modal(say("stress-list-title"), body, close=say("close-button"))


def add_form(click: Click, case: Case, ledger: Ledger) -> View:
    """Somebody of the roster, or somebody without an account by name; the reason stays with the list."""
    say = click.say
    outside = [row for row in ledger.people().values() if row.employment not in case.body["employment"]]
    choices = [blocks.select(PERSON, say("stress-list-person"), by_unit(outside), optional=True)] if outside else []
    return blocks.modal(
        say("stress-list-title"),
        [
            blocks.section(say("stress-list-add-about")),
            *choices,
            blocks.line_input(NAME, say("stress-list-name"), max_length=LONGEST_NAME, optional=True),
            blocks.line_input(UNIT, say("stress-list-unit"), max_length=LONGEST_NAME, optional=True),
            blocks.text_input(REASON, say("stress-list-reason-label"), hint=say("stress-list-reason-hint")),
        ],
        close=say("cancel-button"), submit=say("stress-list-save"), callback_id=SAVE_ADDED,
        token=click.token_for(SAVE_ADDED, row=case.id, rev=case.rev),
    )  # fmt: skip


def read_added(fields: Fields, rows: Mapping[str, Person]) -> Added:
    """Who has no account where a name was written, else who was chosen. Raises Refused at a field that does not fit."""
    reason = text(fields, REASON)
    name, unit = (text(fields, field, max_length=LONGEST_NAME) for field in (NAME, UNIT))
    row = rows[choice(fields, PERSON, rows.keys())] if fields.get(PERSON) else None
    if row and not (name or unit):
        return Added(row.id, row.name, row.unit, row.division or row.unit, reason)
    for field, value in ((NAME, name), (UNIT, unit)):
        if not value:
            raise Refused("stress-list-who", field)
    division = next((row.division for row in rows.values() if row.unit == unit and row.division), unit)
    return Added(f"{UNNAMED}{token_hex(8)}", name, unit, division, reason)


def leave_form(click: Click, case: Case, ledger: Ledger) -> View:
    """From when until when somebody is no examinee; why is nobody's business here (S11)."""
    say = click.say
    return blocks.modal(
        say("stress-list-title"),
        [
            blocks.section(say("stress-list-leave-about")),
            blocks.select(PERSON, say("stress-list-person"), by_unit(ledger.people().values())),
            blocks.day_input(FIRST, say("stress-list-first")),
            blocks.day_input(LAST, say("stress-list-last"), hint=say("stress-list-last-hint")),
        ],
        close=say("cancel-button"), submit=say("stress-list-save"), callback_id=SAVE_AWAY,
        token=click.token_for(SAVE_AWAY, row=case.id, rev=case.rev),
    )  # fmt: skip


def read_leave(fields: Fields, rows: Mapping[str, Person]) -> Leave:
    """Raises Refused at the field that does not fit."""
    person, first, last = choice(fields, PERSON, rows.keys()), day(fields, FIRST), day(fields, LAST)
    if first is None:
        raise Refused("field-choose", FIRST)
    if last is None:
        raise Refused("field-choose", LAST)
    return Leave(person, first, last)


def by_unit(rows: Iterable[Person]) -> list[tuple[str, list[Option]]]:
    """People under their unit, for a choice."""
    groups: dict[str, list[Option]] = {}
    for row in rows:
        if not row.left:
            groups.setdefault(row.unit, []).append((row.id, row.name))
    return sorted(groups.items())


def _lines(click: Click, case: Case, ledger: Ledger) -> list[str]:
    say, (first, last) = click.say, days_of(case)
    lines = [
        say(f"stress-round-{case.state}"),
        say("stress-round-days", first=dated(click, first), last=dated(click, last)),
        say("stress-round-method", method=say(f"stress-method-{case.body[METHOD]}")),
    ]
    if outside_window(case, ledger):
        months = dict(zip(("from", "to"), ledger.policy.stress_check.window, strict=True))
        lines.append(say("stress-round-outside", **months))
    for one in NEEDED:
        names = people(click, office((one,), ledger, click.now), ledger)
        lines.append(say("stress-round-office", office=role(click, one.value, ledger), names=names))
    return lines


def _away(click: Click, case: Case, person: str, spans: Sequence[Sequence[str]], ledger: Ledger) -> Block:
    say = click.say
    days = joined(click, (say("stress-list-span", first=dated(click, a), last=dated(click, b)) for a, b in spans))
    button = blocks.button(
        say("stress-list-back"), BACK, click.token_for(BACK, row=f"{case.id}.{person}", rev=case.rev)
    )
    words = say("stress-list-away", name=people(click, person, ledger), days=days)
    return blocks.section(words) | ({"accessory": button} if case.state in (PREPARED, OPEN) else {})
