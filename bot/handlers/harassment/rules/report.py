"""What of form 1 the section head will see: one function for the preview, the report and the head's screen (K4)."""

from collections.abc import Collection
from dataclasses import asdict, dataclass
from typing import Any

from bot.handlers.harassment.rules.circle import responders
from bot.handlers.harassment.rules.moves import CONFIRMING, HELD
from bot.handlers.harassment.rules.sheet import written
from bot.rules.cases import Case
from bot.rules.policy import Policy


@dataclass(frozen=True)
class Line:
    """One line of form 1; of what the person took out only that there was something."""

    key: str
    ja: str
    en: str
    text: str = ""
    omitted: bool = False


@dataclass(frozen=True)
class Report:
    """What is reported; the labels are kept with it, because the organisation may change its form.

    `least` is the minimum of K4, where the person has not confirmed the sheet: kind of entry, kinds of harassment and
    the day of the talk as keys of the policy and an ISO day, and no line at all.
    """

    lines: tuple[Line, ...] = ()
    named: bool = False
    least: bool = False
    entry: str = ""
    kinds: tuple[str, ...] = ()
    day: str = ""


def confirmed(case: Case, policy: Policy) -> Report:
    """Form 1 as the person lets it go: without what names them unless they agree, without the parts taken out (K4)."""
    named, there = bool(case.body.get("name_agreed")), written(case)
    out: Collection[str] = case.body.get("left_out", ())
    found = [line for line in policy.harassment.intake_sheet if there.get(line.key) and (named or not line.names)]
    return Report(
        tuple(
            Line(line.key, line.ja, line.en, omitted=True)
            if line.key in out
            else Line(line.key, line.ja, line.en, there[line.key])
            for line in found
        ),
        named=named,
    )


def least(case: Case) -> Report:
    """The minimum that the responders send where the person has not confirmed: no story and no name (K4)."""
    day = case.body.get("arrangement", {}).get("day", "")
    return Report(least=True, entry=case.body.get("entry", ""), kinds=tuple(case.body.get("kinds", ())), day=day)


def decides(person: str, case: Case) -> bool:
    """Who reads it back and confirms: the person; for somebody without an account the responders note it down (G6)."""
    return person == case.requester if case.requester else person in responders(case)


def may_send(person: str, case: Case) -> bool:
    """Who may let it go: who confirms it; the responders once the days are over, and what nobody could receive."""
    if case.state == CONFIRMING:
        return decides(person, case) or (person in responders(case) and bool(case.body.get("least_asked_on")))
    return case.state == HELD and person in responders(case)


def outgoing(person: str, case: Case, policy: Policy) -> Report:
    """What goes to the section head when this person lets it go now; afterwards what went, word for word."""
    if case.body.get("reported"):
        return _thawed(case.body["reported"])
    whole = case.body.get("confirmed_on") or (case.state == CONFIRMING and decides(person, case))
    return confirmed(case, policy) if whole else least(case)


def frozen(report: Report) -> dict[str, Any]:
    """A report as it is kept with the case; never changed again."""
    return asdict(report) | {"lines": [asdict(line) for line in report.lines], "kinds": list(report.kinds)}


def _thawed(kept: dict[str, Any]) -> Report:
    return Report(**(kept | {"lines": tuple(Line(**line) for line in kept["lines"]), "kinds": tuple(kept["kinds"])}))


def still_named(report: Report, name: str) -> bool:
    """Whether the person's name, or a part of it, stands in a report that goes without it; a hint, not a proof."""
    whole = "".join(name.split()).casefold()
    parts = {whole, *(part.casefold() for part in name.split() if len(part) > 1)} - {""}
    return not report.named and any(part in line.text.casefold() for part in parts for line in report.lines)
