"""What is said before a picture is sent, and what is drawn: a profile, or a job-stress chart (Aku 8(1), 15).

Every picture says in shapes what the screens say in words; nobody needs one.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from math import log
from typing import Any

from bot.handlers import blocks
from bot.handlers.blocks import View
from bot.handlers.flow import Click
from bot.handlers.stress_check.chart import HIGHEST, LOWEST, NATIONAL, PAIRS, chart
from bot.handlers.stress_check.questionnaire import Sex, questionnaire
from bot.handlers.stress_check.views.analysis import name_of
from bot.handlers.stress_check.views.profile import LEVELS
from bot.pictures import Panel, Panels, Radar, Radars, Slope
from bot.rules.cases import Case

SEND, SEND_GROUPS = "stress_check.send_picture", "stress_check.send_group_picture"
AREAS: Sequence[tuple[str, str]] = (("work", "A"), ("reactions", "B"), ("support", "CD"))
"""The three shapes of a profile, each with the areas of the form that stand in it."""
RISKS = (80, 90, 100, 110, 120, 140)
"""The risks whose lines are drawn."""
LETTERS = 26


def before(click: Click, case: Case, send: str, minutes: int) -> View:
    """What a file in Slack means, and the one button that sends it."""
    say = click.say
    button = blocks.button(say("stress-picture-send-button"), send, click.token_for(send, row=case.id), style="primary")
    return blocks.modal(
        say("stress-picture-title"),
        [
            blocks.section(say("stress-picture-same")),
            blocks.section(say("stress-picture-kept")),
            blocks.section(say("stress-picture-gone", minutes=minutes)),
            blocks.actions(button),
        ],
        close=say("close-button"),
    )


def sent(click: Click, minutes: int) -> View:
    """On its way."""
    words = blocks.section(click.say("stress-picture-sent", minutes=minutes))
    return blocks.modal(click.say("stress-picture-title"), [words], close=click.say("close-button"))


def own(click: Click, case: Case) -> Radars:
    """A profile as three shapes; outside is good, as in the words."""
    say, form, found = click.say, questionnaire(), case.body["score"]["scales"]

    def area(name: str, keys: str) -> Radar:
        scales = [scale for scale in form.scales if scale.area in keys]
        spokes = [(one.ja if click.language == "ja" else one.en, int(found[one.key]["points"])) for one in scales]
        return Radar(say(f"stress-picture-area-{name}"), spokes)

    return Radars(
        title=say("stress-result-profile"),
        caption=say("stress-picture-caption"),
        levels=[say(f"stress-profile-level-{level}") for level in range(1, LEVELS + 1)],
        areas=[area(*one) for one in AREAS],
    )


def groups(click: Click, case: Case) -> Panels:
    """The organisation and every group as letters between lines of equal risk; the numbers stand below."""
    say, body = click.say, case.body
    rows = [*([body["organisation"]] if body["organisation"] else []), *body["groups"]]
    named = [(_letter(at), row) for at, row in enumerate(rows)]
    return Panels(
        title=say("stress-picture-groups", year=case.period),
        caption=say("stress-picture-groups-caption"),
        halves=[_half(say, half, named) for half in PAIRS],
        legend=[(letter, _row(click, row)) for letter, row in named],
        within=(LOWEST, HIGHEST),
    )


def _row(click: Click, row: Mapping[str, Any]) -> str:
    risks = {key: "\N{FULLWIDTH HYPHEN-MINUS}" if risk is None else str(risk) for key, risk in row["risks"].items()}
    return click.say("stress-picture-groups-row", name=name_of(click, row), **risks)


def _half(say: Callable[..., str], half: str, named: Sequence[tuple[str, Mapping[str, Any]]]) -> Panel:
    across, up = PAIRS[half]
    spots = [(letter, row["means"][across], row["means"][up]) for letter, row in named]
    return Panel(
        title=say(f"stress-risk-{half}"),
        across=say(f"stress-chart-{across}"),
        up=say(f"stress-chart-{up}"),
        slopes=list(_slopes(half)),
        spots=[(letter, x, y) for letter, x, y in spots if x is not None and y is not None],
        mean=(say("stress-picture-mean"), _national(across), _national(up)),
    )


def _slopes(half: str) -> Iterator[Slope]:
    """The lines by coefficients midway between men's and women's: how many of either a group has is not shown."""
    across, up = (_midway(key, "weight") for key in PAIRS[half])
    middle = sum(_product(key) for key in PAIRS[half])
    for risk in RISKS:
        yield Slope(str(risk), across, up, log(risk / NATIONAL) + middle)


def _midway(key: str, what: str) -> float:
    return sum(float(getattr(chart().factors(sex)[key], what)) for sex in Sex) / len(Sex)


def _product(key: str) -> float:
    factors = [chart().factors(sex)[key] for sex in Sex]
    return sum(one.mean * one.weight for one in factors) / len(factors)


def _national(key: str) -> float:
    return _midway(key, "mean")


def _letter(at: int) -> str:
    """A, B ... Z, AA, AB ..."""
    more, last = divmod(at, LETTERS)
    return (_letter(more - 1) if more else "") + chr(ord("A") + last)
