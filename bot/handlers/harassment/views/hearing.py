"""Form 2 on the screen: the list of the sheets, a page to write, a sheet to read (Aki 8(1))."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.handlers import blocks
from bot.handlers.blocks import Block, View
from bot.handlers.fields import Fields, text
from bot.handlers.flow import Click
from bot.handlers.harassment.rules.hearing import HEARD, THIRD_PARTY, Sheet, lines_for, not_yet, reported, sheets
from bot.handlers.harassment.rules.moves import CONSENT_HELD, HEARING
from bot.handlers.harassment.views.case import button
from bot.handlers.harassment.views.intake import label
from bot.handlers.harassment.views.lines import line_field, read_line
from bot.rules.cases import Case
from bot.rules.ledger import Ledger
from bot.rules.policy import Policy
from bot.rules.policy_harassment import SheetField

WHO, NAME = "heard", "name"
LONGEST_LINE, LONGEST_NAME = 300, 100
ON_A_PAGE = 5
EDIT, READ = "harassment.fact_page", "harassment.fact_read"
SEPARATOR = ":"


@dataclass(frozen=True)
class Spot:
    """Where in a consultation's sheets a button or form leads."""

    case_id: str
    number: int = 0
    page: int = 0


def spot_in(row: str) -> Spot:
    """What a button or form remembers."""
    case_id, *numbers = row.split(SEPARATOR)
    number, page = ([int(one) for one in numbers if one.isdecimal()] + [0, 0])[:2]
    return Spot(case_id, number, page)


def row_of(spot: Spot) -> str:
    """The same as text."""
    return SEPARATOR.join((spot.case_id, str(spot.number), str(spot.page)))


def block_of(place: int) -> str:
    """The field of a line of form 2, by its place on the form: no page has a field of another one."""
    return f"fact_{place}"


def for_responders(click: Click, case: Case, ledger: Ledger) -> View:
    """Every sheet with the way to it, who has none yet, and the tap that reports them (Aki 8(1))."""
    say, hearing = click.say, case.state == HEARING
    kind = EDIT if case.state in (HEARING, CONSENT_HELD) else READ
    missing = [say("harassment-heard-one", who=_who(click, one)) for one in not_yet(case, ledger)] if hearing else []
    there = [_row(click, case, sheet, kind) for sheet in sheets(case, ledger)]
    body = [
        blocks.section(say("harassment-facts-about" if hearing else "harassment-facts-stopped")),
        *(there or [blocks.section(say("harassment-facts-none-yet"))]),
        *([blocks.context("\n".join((say("harassment-facts-missing"), *missing)))] if missing else []),
    ]
    if hearing:
        body.append(blocks.actions(button(click, case, "new_fact_sheet"), button(click, case, "report_facts")))
    return blocks.modal(say("harassment-facts-title"), body, close=say("close-button"))


def for_readers(click: Click, case: Case, ledger: Ledger) -> View:
    """The sheets as they were reported, for the head and, once it was referred, the committee."""
    say = click.say
    there = [_row(click, case, sheet, READ) for sheet in reported(case, ledger)]
    on = case.body.get("facts_on")
    about = say("harassment-facts-reported", day=date.fromisoformat(on)) if on else say("harassment-facts-unreported")
    return blocks.modal(say("harassment-facts-title"), [blocks.section(about), *there], close=say("close-button"))


def begin_form(click: Click, case: Case) -> View:
    """Who is heard: a role and, typed, a name; nobody is told by it (K9)."""
    say = click.say
    ordered = [one for one in HEARD if one in case.body.get("order", {}).get("heard", HEARD)]
    return blocks.modal(
        say("harassment-fact-new-title"),
        [
            blocks.section(say("harassment-fact-new-about")),
            blocks.radio(WHO, say("harassment-fact-who"), [(one, _who(click, one)) for one in ordered]),
            blocks.line_input(NAME, say("harassment-fact-name"), hint=_name_hint(click, case),
                              max_length=LONGEST_NAME, optional=True),
        ],
        close=say("cancel-button"),
        submit=say("harassment-fact-submit"),
        callback_id="harassment.begin_fact_sheet",
        token=click.token_for("harassment.begin_fact_sheet", row=case.id),
    )  # fmt: skip


def page(click: Click, case: Case, ledger: Ledger, sheet: Sheet, number: int) -> View:
    """One page of a sheet with what stands there; saving leads to the next."""
    say, last = click.say, pages(sheet.heard, ledger.policy) - 1
    spot = Spot(case.id, sheet.number, min(number, last))
    body: list[Block] = [blocks.context(_title(click, sheet))]
    body += [
        line_field(click, block_of(place), line, sheet.lines.get(line.key, ""), longest_line=LONGEST_LINE)
        for place, line in _places(sheet.heard, spot.page, ledger.policy)
    ]
    if spot.page == last and sheet.heard == THIRD_PARTY:
        body.append(blocks.section(say("harassment-fact-witness")))
    return blocks.modal(
        say("harassment-fact-page-title", page=spot.page + 1, pages=last + 1),
        [*body, blocks.context(say("harassment-fact-stored"))],
        close=say("close-button"),
        submit=say("harassment-fact-submit"),
        callback_id="harassment.save_fact_page",
        token=click.token_for("harassment.save_fact_page", row=row_of(spot)),
    )


def read_page(fields: Fields, heard: str, number: int, policy: Policy) -> Mapping[str, str]:
    """What was typed into a page by the keys of its lines. Raises Refused at the field that does not fit."""
    return {
        line.key: read_line(fields, block_of(place), line, longest_line=LONGEST_LINE)
        for place, line in _places(heard, number, policy)
    }


def read_name(fields: Fields) -> str:
    """The typed name of who was heard."""
    return text(fields, NAME, max_length=LONGEST_NAME)


def whole(click: Click, sheet: Sheet, ledger: Ledger) -> View:
    """A sheet to read, every line that was written."""
    say = click.say
    lines = [line for line in lines_for(sheet.heard, ledger.policy) if sheet.lines.get(line.key)]
    written = [blocks.section(f"{label(line, click.language)}\n{sheet.lines[line.key]}") for line in lines]
    body = [blocks.section(_title(click, sheet)), *(written or [blocks.section(say("harassment-fact-empty"))])]
    return blocks.modal(say("harassment-fact-read-title"), body, close=say("back-button"))


def pages(heard: str, policy: Policy) -> int:
    """How many pages the form has for this person."""
    return -(-len(lines_for(heard, policy)) // ON_A_PAGE)


def _places(heard: str, number: int, policy: Policy) -> Sequence[tuple[int, SheetField]]:
    """The lines of one page, each with its place on the whole form of the policy."""
    place_of = {line.key: place for place, line in enumerate(policy.harassment.fact_sheet)}
    on_page = lines_for(heard, policy)[number * ON_A_PAGE : (number + 1) * ON_A_PAGE]
    return [(place_of[line.key], line) for line in on_page]


def _row(click: Click, case: Case, sheet: Sheet, kind: str) -> Block:
    token = click.token_for(kind, row=row_of(Spot(case.id, sheet.number)))
    return blocks.actions(blocks.button(_title(click, sheet), kind, token))


def _title(click: Click, sheet: Sheet) -> str:
    who = _who(click, sheet.heard)
    return click.say("harassment-fact-of", number=sheet.number, who=f"{who} {sheet.name}".rstrip())


def _who(click: Click, heard: str) -> str:
    return click.say(f"harassment-heard-{heard.replace('_', '-')}")


def _name_hint(click: Click, case: Case) -> str:
    """The head reads the sheet: where the person has not agreed to the name, it is not written here either (K4)."""
    return click.say("harassment-fact-name-hint" if case.body.get("name_agreed") else "harassment-fact-name-withheld")
