"""The board of duties, a regulation at a time, and the calendar, month by month; the words alone tell the meaning."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from bot.handlers import blocks
from bot.handlers.blocks import Block, View
from bot.handlers.flow import Click
from bot.handlers.hr_digest.rules.board import REGULATIONS, Kept, Line
from bot.rules.duties import Dated, Duty
from bot.rules.people import Role
from bot.rules.policy import Policy

Say = Callable[..., str]
BOARD, CALENDAR = "hr_digest.board", "hr_digest.calendar"


def board(click: Click, regulation: str, lines: Iterable[Line], policy: Policy) -> View:
    """One regulation's articles, with a button to each of the others."""
    say = click.say
    shown = [line for line in lines if line.row.regulation == regulation]
    body: list[Block] = [
        blocks.header(name_of(say, regulation)),
        blocks.context(say("hr_digest-board-about")),
        *(blocks.section("\n".join(_article(say, click.language, line, policy))) for line in shown),
        *(_to(click, other) for other in REGULATIONS if other != regulation),
    ]
    return blocks.modal(say("hr_digest-board-title"), body, close=say("close-button"))


def calendar(click: Click, dates: Sequence[Dated]) -> View:
    """What the next year brings for the person, a heading for each month."""
    say = click.say
    body: list[Block] = [blocks.context(say("hr_digest-calendar-about"))]
    for (year, month), found in groupby(dates, key=lambda one: (one.day.year, one.day.month)):
        body.append(blocks.header(say("hr_digest-calendar-month", year=str(year), month=str(month))))
        body += blocks.sections(say("hr_digest-on", day=one.day, words=say(one.key, **one.values)) for one in found)
    if not dates:
        body.append(blocks.section(say("hr_digest-no-dates")))
    return blocks.modal(say("hr_digest-calendar-title"), body, close=say("close-button"))


def name_of(say: Say, regulation: str) -> str:
    """What a regulation is called."""
    return say(f"regulation-{regulation}", number="").strip()


def article_of(say: Say, language: str, line: Line) -> str:
    """An article as people know it, with its regulation."""
    number = line.row.at if language == "ja" else line.row.article.split()[1]
    return say(f"regulation-{line.row.regulation}", number=number)


def roles(say: Say, language: str, holders: Iterable[Role], policy: Policy) -> str:
    """What these offices are called, one after the other."""
    return say("hr_digest-board-and").join(_role(say, language, role, policy) for role in holders)


def standing(say: Say, language: str, line: Line, policy: Policy) -> Iterator[tuple[str, str]]:
    """How it stands with an article, as pairs of a state and its words."""
    for duty in line.duties:
        yield say(f"hr_digest-state-{duty.state.value}"), _words(say, duty)
    for holders in line.hidden:
        yield (
            say("hr_digest-state-reserved"),
            say("hr_digest-board-reserved", holders=roles(say, language, holders, policy)),
        )
    if not line.duties and not line.hidden:
        kept = "untold" if line.row.kept is Kept.DUTY else line.row.kept.value
        yield say(f"hr_digest-state-{kept}"), say(f"hr_digest-board-{kept}")


def what_of(line: Line, language: str) -> str:
    """What an article asks, in short words."""
    return line.row.ja if language == "ja" else line.row.en


def _article(say: Say, language: str, line: Line, policy: Policy) -> Iterator[str]:
    number = line.row.at if language == "ja" else line.row.article.split()[1]
    yield say("hr_digest-board-row", number=number, what=what_of(line, language))
    yield say("hr_digest-board-owes", holders=roles(say, language, line.row.owes, policy))
    for state, words in standing(say, language, line, policy):
        yield say("hr_digest-board-state", state=state, words=words)


def _words(say: Say, duty: Duty) -> str:
    words = say(duty.key, **duty.values)
    return say("hr_digest-board-due", words=words, day=duty.due_on) if duty.due_on else words


def _role(say: Say, language: str, role: Role, policy: Policy) -> str:
    """What the policy calls it; it leaves employees and heads of units to us."""
    rule = policy.roles.get(role)
    if rule is None:
        return say("hat-unit-head" if role is Role.UNIT_HEAD else "hat-employee")
    return rule.ja if language == "ja" else rule.en


def _to(click: Click, regulation: str) -> Block:
    """Each in a row of its own: buttons with one action may not share a row."""
    words = name_of(click.say, regulation)
    return blocks.actions(blocks.button(words, BOARD, click.token_for(BOARD, row=regulation)))
