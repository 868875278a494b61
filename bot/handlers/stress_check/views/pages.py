"""The questionnaire in pages of a comfortable length, for its examinee and for who enters a paper sheet (Aku 7(1))."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.handlers import blocks
from bot.handlers.blocks import Block, Option, View
from bot.handlers.fields import Fields, choice
from bot.handlers.flow import Click
from bot.handlers.stress_check.questionnaire import HIGHEST, LOWEST, Area, AreaKey, Sex, Text, questionnaire
from bot.handlers.stress_check.rules.sheets import ANSWERS, EXTRA, SEX, UNSAID, Part, open_items
from bot.handlers.stress_check.scoring import Method
from bot.rules.cases import Case

LAYOUT: tuple[tuple[AreaKey, int, int], ...] = (
    ("A", 0, 9), ("A", 9, 17), ("B", 0, 10), ("B", 10, 20), ("B", 20, 29), ("C", 0, 9), ("D", 0, 2),
)  # fmt: skip
"""Which items of which area stand on a page; the added items and the sex stand on the last one."""

LAST = len(LAYOUT) - 1
END = len(LAYOUT)
"""The place behind the last page, where a sheet is looked over and sent."""

MOST_ADDED = 10  # the policy allows no more
ADDED_IDS = tuple(f"added_{number}" for number in range(1, MOST_ADDED + 1))
"""The block ids of the added items: their own keys might be those of the form."""

BLOCK_IDS = (*(item.key for item in questionnaire().items), *ADDED_IDS, SEX)
NOT_SAID = "unsaid"  # an option's value cannot be empty
NUMBERS = {str(number): number for number in range(LOWEST, HIGHEST + 1)}
SEXES = {**{sex.value: sex.value for sex in Sex}, NOT_SAID: UNSAID}

Body = Mapping[str, Any]


@dataclass(frozen=True)
class Way:
    """Through whose hands a sheet goes: the form of a page, its buttons, the form that ends it, the first words."""

    page: str
    back: str
    pause: str
    open: str
    end: str
    words: str


@dataclass(frozen=True)
class Sheet:
    """What stands on the pages: the case they belong to, what is answered so far, and what the round asks."""

    case: Case
    body: Body
    round: Case

    @property
    def added(self) -> Sequence[Mapping[str, str]]:
        """The items beside the form's own."""
        found: Sequence[Mapping[str, str]] = self.round.body["added"]
        return found

    @property
    def open(self) -> tuple[str, ...]:
        """What is not answered yet."""
        return open_items(self.body, self.added)

    @property
    def next_page(self) -> int:
        """The page with the first question that is open, or the end."""
        return next((page_of(key) for key in self.open), END)


def place(click: Click) -> tuple[str, int]:
    """The id of the case and the page of a button or form."""
    case_id, _, page = click.row.rpartition(".")
    return case_id, int(page)


def page_of(key: str) -> int:
    """On which page a question stands."""
    found = (page for page in range(END) for item in _items(page) if item.key == key)
    return next(found, LAST)


def page_form(click: Click, way: Way, sheet: Sheet, page: int) -> View:
    """One page, with what was chosen before; the place behind the last one is the end."""
    if page >= END:
        return end_form(click, way, sheet)
    say = click.say
    below = [blocks.context(say(f"stress-{way.words}-page-about"))]
    if click.language != "ja":
        below.append(blocks.context(say("stress-page-translation")))
    return blocks.modal(
        say(f"stress-{way.words}-page-title", page=str(page + 1), pages=str(END)),
        [*_questions(click, sheet, page), *below, *_buttons(click, way, sheet, page)],
        close=say("close-button"), submit=say("stress-page-next"), callback_id=way.page,
        token=click.token_for(way.page, row=f"{sheet.case.id}.{page}"),
    )  # fmt: skip


def read_page(fields: Fields, page: int) -> Part:
    """What was chosen on a page; a question may be left open. Raises Refused for what was never offered."""
    chosen = {item.key: NUMBERS[choice(fields, item.key, NUMBERS)] for item in _items(page) if fields.get(item.key)}
    if page != LAST:
        return Part(chosen)
    extra = {at: NUMBERS[choice(fields, one, NUMBERS)] for at, one in enumerate(ADDED_IDS) if fields.get(one)}
    return Part(chosen, extra, SEXES[choice(fields, SEX, SEXES)] if fields.get(SEX) else None)


def end_form(click: Click, way: Way, sheet: Sheet) -> View:
    """What is still open, with the way to the first of it; a whole sheet can be sent, once and for all."""
    say, title = click.say, click.say(f"stress-{way.words}-end-title")
    if sheet.open:
        body = [
            blocks.section(say(f"stress-{way.words}-open", count=len(sheet.open))),
            *blocks.sections(_open_lines(click, sheet)),
            blocks.actions(_to(click, way, sheet, sheet.next_page, "stress-page-first-open", style="primary")),
        ]
        return blocks.modal(title, body, close=say("close-button"))
    unsaid = sheet.body[SEX] == UNSAID and sheet.round.body["method"] == Method.CONVERSION
    return blocks.modal(
        title,
        [
            blocks.section(say(f"stress-{way.words}-whole")),
            *([blocks.section(say("stress-sex-none"))] if unsaid else []),
            blocks.actions(_to(click, way, sheet, 0, "stress-page-look-again")),
        ],
        close=say("close-button"), submit=say(f"stress-{way.words}-send"), callback_id=way.end,
        token=click.token_for(way.end, row=sheet.case.id, rev=sheet.case.rev),
    )  # fmt: skip


def _to(click: Click, way: Way, sheet: Sheet, page: int, words: str, style: str = "") -> dict[str, Any]:
    token = click.token_for(way.open, row=f"{sheet.case.id}.{page}")
    return blocks.button(click.say(words), way.open, token, style=style)


def _buttons(click: Click, way: Way, sheet: Sheet, page: int) -> list[Block]:
    """Back, and stop for today: both keep what is chosen on this page."""
    offered = [(way.back, "stress-page-back")] if page else []
    offered += [(way.pause, "stress-page-pause")] if way.pause else []
    row = f"{sheet.case.id}.{page}"
    made = [blocks.button(click.say(words), action, click.token_for(action, row=row)) for action, words in offered]
    return [blocks.actions(*made)] if made else []


def _questions(click: Click, sheet: Sheet, page: int) -> list[Block]:
    area = _area(page)
    body: list[Block] = [blocks.header(_in(click, area)), blocks.section(_in(click, area.lead))]
    stem = ""
    for item in _items(page):
        if item.stem != stem:
            stem = item.stem
            body.append(blocks.section(_in(click, area.stems[stem])))
        given = sheet.body.get(ANSWERS, {}).get(item.key)
        body.append(_question(item.key, f"{item.key[1:]}. {_in(click, item)}", _answers(click, area), given))
    return [*body, *(_added(click, sheet) if page == LAST else ())]


def _added(click: Click, sheet: Sheet) -> list[Block]:
    """The round's own items, answered like part A and counted in no score; then the sex, with its reason (S4)."""
    say, a, body = click.say, questionnaire().areas["A"], list[Block]()
    if sheet.added:
        body += [blocks.header(say("stress-page-added")), blocks.section(say("stress-page-added-about"))]
    for one, row in zip(ADDED_IDS, sheet.added, strict=False):
        given = sheet.body.get(EXTRA, {}).get(row["key"])
        body.append(_question(one, row["ja"] if click.language == "ja" else row["en"], _answers(click, a), given))
    reason = "stress-sex-reason" if sheet.round.body["method"] == Method.CONVERSION else "stress-sex-reason-sum"
    known = next((option for option, sex in SEXES.items() if sheet.body.get(SEX) == sex), "")
    choices = [(option, say(f"stress-sex-{option}")) for option in SEXES]
    body += [
        blocks.header(say("stress-sex")), blocks.section(say(reason)),
        blocks.radio(SEX, say("stress-sex-label"), choices, initial=known, optional=True),
    ]  # fmt: skip
    return body


def _question(block_id: str, label: str, choices: Sequence[Option], given: int | None) -> Block:
    return blocks.radio(block_id, label, choices, initial=str(given or ""), optional=True)


def _answers(click: Click, area: Area) -> list[Option]:
    return [(number, _in(click, text)) for number, text in zip(NUMBERS, area.answers, strict=True)]


def _open_lines(click: Click, sheet: Sheet) -> list[str]:
    """The numbers that are open, by area."""
    say, lines = click.say, []
    for area in questionnaire().areas.values():
        numbers = [item.key[1:] for item in area.items if item.key in sheet.open]
        if numbers:
            lines.append(say("stress-page-open-line", area=_in(click, area), numbers=", ".join(numbers)))
    if any(row["key"] in sheet.open for row in sheet.added):
        lines.append(say("stress-page-open-added"))
    if SEX in sheet.open:
        lines.append(say("stress-page-open-sex"))
    return lines


def _area(page: int) -> Area:
    return questionnaire().areas[LAYOUT[page][0]]


def _items(page: int) -> Sequence[Any]:
    _, first, last = LAYOUT[page]
    return _area(page).items[first:last]


def _in(click: Click, text: Text | Area | Any) -> str:
    """The reader's language; whoever reads no Japanese has the reference translation."""
    return str(text.ja if click.language == "ja" else text.en)
