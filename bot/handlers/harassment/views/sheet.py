"""Form 1 while it is written: one page as a form, all of it to look over, what to do and to avoid (Aki 7(8))."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from bot.handlers import blocks
from bot.handlers.blocks import Block, View
from bot.handlers.fields import Fields
from bot.handlers.flow import Click
from bot.handlers.harassment.rules.sheet import LONGEST, LONGEST_LINE, ON_A_PAGE, Typed, pages, written
from bot.handlers.harassment.views.case import button
from bot.handlers.harassment.views.intake import label
from bot.handlers.harassment.views.lines import line_field, read_line
from bot.rules.cases import Case
from bot.rules.ledger import Ledger
from bot.rules.policy import Policy
from bot.rules.policy_harassment import SheetField, Told
from bot.rules.policy_rows import Labelled

GUIDE, PAGE = "harassment.sheet_guide", "harassment.sheet_page"


def block_of(number: int) -> str:
    """The field of a line of form 1, by its place on the form: no page has a field of another one."""
    return f"line_{number}"


def row_of(case_id: str, page: int) -> str:
    """What the form of a page remembers."""
    return f"{case_id}:{page}"


def case_in(row: str) -> str:
    """The case that a button or form of form 1 is about."""
    return row.partition(":")[0]


def page_in(row: str) -> int:
    """The page that it is about, 0 where it names none."""
    number = row.partition(":")[2]
    return int(number) if number.isdecimal() else 0


def read_page(fields: Fields, number: int, policy: Policy) -> dict[str, str]:
    """What was typed into a page by the keys of its lines. Raises Refused at the field that does not fit."""
    return {
        line.key: read_line(fields, block_of(place), line, longest_line=LONGEST_LINE)
        for place, line in _places(number, policy)
    }


def page(
    click: Click, case: Case, ledger: Ledger, number: int, *, typed: Typed | None = None, crossed: Sequence[str] = ()
) -> View:
    """One page of form 1 with what stands there.

    `crossed` are lines into which the other responder has written something else meanwhile: that stands above the
    field, which still holds what was `typed`.
    """
    say, there = click.say, written(case)
    body: list[Block] = [blocks.actions(blocks.button(say("harassment-sheet-guide-button"), GUIDE,
                                                      click.token_for(GUIDE)))]  # fmt: skip
    body += correction(click, case)
    if crossed:
        body.append(blocks.section(say("harassment-sheet-crossed")))
    for place, line in _places(number, ledger.policy):
        if line.key in crossed:
            body.append(blocks.section(say("harassment-sheet-crossed-line", label=label(line, click.language),
                                           text=there[line.key] or say("harassment-sheet-empty-line"))))  # fmt: skip
        stands = there.get(line.key)
        initial = typed[line.key] if typed else first_words(click, line, case, ledger) if stands is None else stands
        body.append(line_field(click, block_of(place), line, initial, longest_line=LONGEST_LINE))
    return blocks.modal(
        say("harassment-sheet-page-title", page=number + 1, pages=len(pages(ledger.policy))),
        [*body, blocks.context(say("harassment-sheet-stored"))],
        close=say("close-button"), submit=say("harassment-sheet-submit"), callback_id="harassment.save_sheet",
        token=click.token_for("harassment.save_sheet", row=row_of(case.id, number), rev=case.rev),
    )  # fmt: skip


def overview(click: Click, case: Case, ledger: Ledger) -> View:
    """All that was written, the way back to each page, and the tap that gives it to the person."""
    say = click.say
    body = correction(click, case)
    for number in range(len(pages(ledger.policy))):
        token = click.token_for(PAGE, row=row_of(case.id, number))
        body += [
            line_section(click, line, written(case).get(line.key) or say("harassment-sheet-empty-line"))
            for _, line in _places(number, ledger.policy)
        ]
        body.append(blocks.actions(blocks.button(say("harassment-sheet-page-button"), PAGE, token)))
    about = say("harassment-sheet-give-about" if case.requester else "harassment-sheet-give-caller")
    return blocks.modal(
        say("harassment-sheet-title"),
        [*body, blocks.divider(), blocks.section(about), blocks.actions(button(click, case, "give_sheet"))],
        close=say("close-button"),
    )


def guide(click: Click) -> View:
    """What counsellors do and what they avoid."""
    say = click.say
    body = [blocks.section(say(f"harassment-sheet-guide-{part}")) for part in ("do", "avoid", "write")]
    return blocks.modal(say("harassment-sheet-guide-title"), body, close=say("back-button"))


def correction(click: Click, case: Case) -> list[Block]:
    """What the person wants put right, in their own words."""
    words = case.body.get("correction", "")
    return [blocks.section(click.say("harassment-correction", words=words))] if words else []


def line_section(click: Click, line: Labelled, words: str) -> Block:
    """A line with its label above it."""
    return blocks.section(click.say("harassment-sheet-line", label=label(line, click.language), text=words))


def labels(rows: Iterable[Labelled], keys: Iterable[str], click: Click) -> str:
    """The rows with these keys in the reader's language, one after the other."""
    chosen = set(keys)
    return click.say("harassment-sheet-and").join(label(row, click.language) for row in rows if row.key in chosen)


# ---- what stands in a line before anybody has written there ----


def first_words(click: Click, line: SheetField, case: Case, ledger: Ledger) -> str:
    """What the person has told already, for the responders to go on from."""
    parts = [BEGINNINGS[part](click, case, ledger) for part in line.begins_with]
    limit = LONGEST_LINE if line.input == "line" else LONGEST
    words = "\n".join(part for part in parts if part)
    return "" if line.input == "day" else words if len(words) <= limit else words[: limit - 1] + "…"


def _name(click: Click, case: Case, ledger: Ledger) -> str:
    """Only a name that the person has given already (G7)."""
    row = ledger.person(case.requester) if case.body.get("named") else None
    return (
        " ".join(part for part in (row.name, row.unit, row.phone) if part) if row else case.identity.get("caller", "")
    )


BEGINNINGS: Mapping[Told, Callable[[Click, Case, Ledger], str]] = {
    "name": _name,
    "entry": lambda click, case, ledger: labels(ledger.policy.harassment.entries, [case.body.get("entry", "")], click),
    "kinds": lambda click, case, ledger: labels(ledger.policy.harassment.kinds, case.body.get("kinds", ()), click),
    "places": lambda click, case, ledger: labels(ledger.policy.harassment.places, case.body.get("places", ()), click),
    "when": lambda click, case, ledger: case.body.get("when", ""),
    "story": lambda click, case, ledger: case.body.get("story", ""),
    "wanted": lambda click, case, ledger: labels(
        ledger.policy.harassment.wanted, case.body.get("wishes", {}).get("wanted", ()), click
    ),
}


# ---- the fields ----


def _places(number: int, policy: Policy) -> list[tuple[int, SheetField]]:
    """The lines of a page with their place on the form; a page that is not there is the last one."""
    found = pages(policy)
    number = min(number, len(found) - 1)
    return list(enumerate(found[number], start=number * ON_A_PAGE))
