"""The numbers of a round for the planner: totals while it runs, and the lines of the law's yearly report (66-10)."""

from collections.abc import Callable, Iterator

from bot.handlers import blocks
from bot.handlers.blocks import View
from bot.handlers.flow import Click
from bot.handlers.stress_check.rules.figures import Totals, Yearly

FIGURES = "stress_check.figures"
Say = Callable[..., str]


def shown(click: Click, totals: Totals | None, yearly: Yearly) -> View:
    """Totals only (Aku 7(4)), and the report's lines, which can be copied."""
    say = click.say
    running = list(total_lines(say, totals)) if totals else [say("stress-figures-not-begun")]
    return blocks.modal(
        say("stress-figures-title"),
        [
            blocks.context(say("stress-figures-about")),
            *blocks.sections(running),
            blocks.divider(),
            blocks.section(
                say("stress-figures-report", addressee=say(f"stress-addressee-{_word(yearly.report.addressee)}"))
            ),
            *blocks.sections(report_lines(say, yearly)),
            blocks.context(say("stress-figures-look")),
        ],
        close=say("close-button"),
    )


def total_lines(say: Say, totals: Totals) -> Iterator[str]:
    """Examinees, taken, on paper, not yet."""
    for name in ("examinees", "taken", "on_paper", "not_yet"):
        yield say(f"stress-figures-{_word(name)}", count=getattr(totals, name))


def report_lines(say: Say, yearly: Yearly) -> Iterator[str]:
    """The form's fields in its order, as far as the program knows them."""
    later = say("stress-figures-later")
    values = {
        "year": say("stress-figures-of-year", year=yearly.year),
        "month": say("stress-figures-of-month", year=str(yearly.month.year), month=str(yearly.month.month)),
        "staff": say("stress-figures-people", count=yearly.staff),
        "implementer": say(f"stress-doctor-{_word(yearly.report.implementer)}"),
        "took": later if yearly.took is None else say("stress-figures-people", count=yearly.took),
        "physician": say(f"stress-doctor-{_word(yearly.report.physician)}"),
        "interviews": later if yearly.interviews is None else say("stress-figures-people", count=yearly.interviews),
        "groups": say(f"stress-figures-groups-{'yes' if yearly.analysed else 'no'}"),
    }
    for name, value in values.items():
        yield say("stress-figures-line", label=say(f"stress-figures-label-{name}"), value=value)


def _word(name: str) -> str:
    return name.replace("_", "-")
