"""The group analysis as text: what the chart's picture shows is all told in words and numbers first (Aku 15, 16)."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bot.handlers import blocks
from bot.handlers.blocks import Block, View
from bot.handlers.flow import Click
from bot.handlers.held import day as dated
from bot.handlers.held import joined
from bot.handlers.stress_check.chart import HIGHEST, LOWEST, NATIONAL, SCALES, chart
from bot.handlers.stress_check.rules.analysis import ORDERED, nothing_shown
from bot.rules.cases import Case

ANALYSIS, PREVIEW = "stress_check.analysis", "stress_check.preview_analysis"
ORDER, PROVIDE = "stress_check.order_analysis", "stress_check.provide_analysis"
PUBLISH, UNPUBLISH = "stress_check.publish_analysis", "stress_check.unpublish_analysis"
ACTIONS, PICTURE = "stress_check.actions", "stress_check.group_picture"
RISKS = ("a", "b", "total")
FULL, EMPTY = "\N{BLACK SQUARE}", "\N{WHITE SQUARE}"
CELLS = 10
LONGEST_NAME = 600  # of a group of many units; the rest of its section are its figures

Figures = Mapping[str, Any]


def shown(click: Click, case: Case, page: int, *, office: bool, keeping: bool) -> View:
    """What was provided; to an office what is done about it as well, to general affairs whether all may read it."""
    say, body = click.say, case.body
    pages = blocks.pages(_sections(click, body))
    doors = _turning(click, ANALYSIS, case, page, len(pages))
    if not nothing_shown(body):
        doors.append(blocks.button(say("stress-analysis-picture-button"), PICTURE, click.token_for(PICTURE, case.id)))
    if office:
        doors.append(blocks.button(say("stress-actions-button"), ACTIONS, click.token_for(ACTIONS, row=case.id)))
    if keeping:
        doors.append(_publishing(click, case))
    top = [
        blocks.context(say("stress-analysis-provided", year=case.period, day=dated(click, body["provided_on"]))),
        *([blocks.context(_published(click, case))] if office else []),
        *_about(click, body),
    ]
    return _screen(
        click, [*top, *pages[min(page, len(pages) - 1)], blocks.context(say("stress-analysis-no-change")), *_row(doors)]
    )


def preview(click: Click, round_: Case, body: Figures, page: int, *, ordering: bool, providing: bool) -> View:
    """What the city would get, before it is ordered and before it is provided (Aku 16(1))."""
    say, ordered = click.say, ORDERED in round_.body
    pages = blocks.pages(_sections(click, body))
    doors = _turning(click, PREVIEW, round_, page, len(pages))
    if ordering and not ordered:
        doors.append(_sure(click, "order", ORDER, round_))
    if providing and ordered:
        doors.append(_sure(click, "provide", PROVIDE, round_))
    top = [
        blocks.section(say("stress-analysis-preview", year=round_.period, ordered="yes" if ordered else "no")),
        *_about(click, body),
    ]
    return _screen(
        click, [*top, *pages[min(page, len(pages) - 1)], blocks.context(say("stress-analysis-no-change")), *_row(doors)]
    )


def said(click: Click, sentence: str) -> View:
    """One sentence, such as that there is nothing to preview any more."""
    return _screen(click, [blocks.section(click.say(sentence))])


def page_in(row: str) -> tuple[str, int]:
    """The case and the page that a button leads to."""
    case_id, _, number = row.partition(":")
    return case_id, int(number) if number.isdecimal() else 0


def name_of(click: Click, row: Figures) -> str:
    """What a group, a division or, without either, the organisation is called."""
    if "units" in row:
        units = joined(click, (unit or click.say("stress-analysis-no-unit") for unit in row["units"]))
        words = "stress-analysis-together" if len(row["units"]) > 1 else "stress-analysis-alone"
        return click.say(words, units=_short(units), division=row["division"] or click.say("stress-analysis-no-unit"))
    if "division" in row:
        return click.say("stress-analysis-division", division=row["division"])
    return click.say("stress-analysis-everybody")


def _sections(click: Click, body: Figures) -> Iterator[Block]:
    """The organisation, each division with its groups, the hidden units; where there is nothing at all, that."""
    if nothing_shown(body):
        yield blocks.section(click.say("stress-analysis-nothing", size=body["group_size"]))
    else:
        yield from _groups(click, body)
    yield from _hidden(click, body)


def _groups(click: Click, body: Figures) -> Iterator[Block]:
    if body["organisation"]:
        yield blocks.section(_told(click, body["organisation"]))
    whole = {row["division"]: row for row in body["divisions"]}
    for row in body["groups"]:
        if division := whole.pop(row["division"], None):
            yield blocks.section(_told(click, division))
        yield blocks.section(_told(click, row))


def _told(click: Click, row: Figures) -> str:
    """One group: its size as a band, its four means, its risks; each first as a number and a word."""
    say = click.say
    least, most = row["band"]
    lines = [
        say("stress-analysis-heading", name=name_of(click, row)),
        say("stress-analysis-band", least=least, most=most or 0),
    ]
    for scale in SCALES:
        lines.append(_mean(click, scale, row["means"][scale]))
    for risk in RISKS:
        lines.append(_risk(click, risk, row["risks"][risk]))
    return "\n".join(lines)


def _mean(click: Click, scale: str, mean: float | None) -> str:
    label = click.say(f"stress-chart-{scale}")
    if mean is None:
        return click.say("stress-analysis-not-shown", label=label)
    return click.say("stress-analysis-mean", label=label, mean=f"{mean:.1f}", bar=bar(mean))


def _risk(click: Click, key: str, risk: int | None) -> str:
    label = click.say(f"stress-risk-{key}")
    if risk is None:
        return click.say("stress-analysis-not-shown", label=label)
    noticed = chart().noticed_above
    word = "noticed" if risk > noticed else "above" if risk > NATIONAL else "below" if risk < NATIONAL else "same"
    return click.say("stress-analysis-risk", label=label, risk=str(risk), how=click.say(f"stress-risk-{word}"))


def bar(mean: float) -> str:
    """A mean from 3 to 12 as ten squares; it says nothing that the number before it does not."""
    full = round((mean - LOWEST) / (HIGHEST - LOWEST) * CELLS)
    return FULL * full + EMPTY * (CELLS - full)


def _about(click: Click, body: Figures) -> list[Block]:
    say, values = click.say, {"size": body["group_size"], "noticed": chart().noticed_above}
    return [
        blocks.context(say("stress-analysis-how", **values)),
        blocks.context(say("stress-analysis-reads", **values)),
    ]


def _hidden(click: Click, body: Figures) -> list[Block]:
    """Which units are hidden, and the plain reason."""
    say = click.say
    units = [f"{division} {unit}" if division != unit else unit for division, unit in map(tuple, body["hidden"])]
    lines = [say("stress-analysis-hidden", size=body["group_size"])] if units else []
    lines += [say("stress-analysis-hidden-unit", unit=unit or say("stress-analysis-no-unit")) for unit in units]
    return blocks.sections(lines)


def _published(click: Click, case: Case) -> str:
    return click.say("stress-analysis-published", published="yes" if case.body["published"] else "no")


def _publishing(click: Click, case: Case) -> dict[str, Any]:
    verb, action = ("unpublish", UNPUBLISH) if case.body["published"] else ("publish", PUBLISH)
    return _sure(click, verb, action, case)


def _sure(click: Click, verb: str, action: str, case: Case) -> dict[str, Any]:
    """A button that asks once more."""
    words, token = click.say(f"stress-analysis-{verb}-button"), click.token_for(action, row=case.id, rev=case.rev)
    sure = blocks.confirmation(
        words,
        click.say(f"stress-analysis-{verb}-sure"),
        yes=click.say("stress-analysis-yes"),
        no=click.say("back-button"),
    )
    return blocks.button(words, action, token, confirm=sure)


def _turning(click: Click, action: str, case: Case, page: int, pages: int) -> list[dict[str, Any]]:
    """To the pages before and after."""
    there = (("back", page - 1), ("next", page + 1))
    return [
        blocks.button(click.say(f"stress-analysis-{where}"), action, click.token_for(action, row=f"{case.id}:{to}"))
        for where, to in there
        if 0 <= to < pages
    ]


def _row(doors: Sequence[dict[str, Any]]) -> list[Block]:
    return [blocks.actions(*doors)] if doors else []


def _screen(click: Click, body: Sequence[Block]) -> View:
    return blocks.modal(click.say("stress-analysis-title"), body, close=click.say("close-button"))


def _short(units: str) -> str:
    return units if len(units) <= LONGEST_NAME else f"{units[: LONGEST_NAME - 1]}…"
