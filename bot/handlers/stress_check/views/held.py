"""What the stress check holds about somebody, for their own eyes: answers, the result, what came of it (Aku 18)."""

from collections.abc import Callable, Iterator, Mapping

from bot.handlers import held
from bot.handlers.flow import Click, Holding
from bot.handlers.stress_check.questionnaire import questionnaire
from bot.handlers.stress_check.rules.moves import CHECK, FLOW, INTERVIEW, WISH
from bot.handlers.stress_check.rules.results import is_open
from bot.handlers.stress_check.views import measures, opinion
from bot.handlers.stress_check.views.profile import has_levels, rows, sums
from bot.handlers.stress_check.views.wishes import asked
from bot.rules.cases import Case, Purpose
from bot.rules.ledger import Ledger

Lines = Iterator[tuple[str, str]]
DAYS = ("taken_on", "handed_in_on", "told_on", "received_on", "apply_by")
MARKS = ("quiet", "paper", "declined")


def everything(click: Click, ledger: Ledger, screens: Mapping[str, str]) -> list[Holding]:
    """Own checks, health appointments and wishes; each leads to its screen."""
    told = [
        Holding(
            click.say(f"stress-held-{case.kind}", year=case.period), list(KINDS[case.kind](click, case, ledger)),
            screens[case.kind], case.id,
        )
        for case in ledger.open_cases(click.who.person, Purpose.REQUESTER, FLOW)
        if case.kind in KINDS
    ]  # fmt: skip
    return told or [Holding(click.say("stress-held-nothing"))]


def _check(click: Click, case: Case, ledger: Ledger) -> Lines:
    """The answers word by word, also those that are not yet sent; the profile once it is open."""
    say, body = click.say, case.body
    yield say("stress-held-unit"), body["unit"]
    for key in (one for one in DAYS if body.get(one)):
        yield say(f"stress-held-{key}"), held.day(click, body[key])
    for key in (one for one in MARKS if body.get(one)):
        yield say(f"stress-held-{key}"), held.yes_no(click, True)
    if "sex" in body:
        yield say("stress-held-sex"), say(f"stress-held-sex-{body['sex'] or 'unsaid'}")
    yield from _answers(click, case)
    if is_open(case, ledger) and "score" in body:
        yield from _profile(click, case)


def _answers(click: Click, case: Case) -> Lines:
    ja, answers = click.language == "ja", case.body.get("answers", {})
    for area in questionnaire().areas.values():
        for item in area.items:
            if item.key in answers:
                label = area.answers[answers[item.key] - 1]
                yield item.ja if ja else item.en, label.ja if ja else label.en
    for key, number in case.body.get("extra", {}).items():
        label = questionnaire().areas["A"].answers[number - 1]
        yield click.say("stress-held-added", name=key), label.ja if ja else label.en


def _profile(click: Click, case: Case) -> Lines:
    if has_levels(case):
        yield from ((name, f"{level}　{bar}") for name, level, bar in rows(click, case))
    else:
        yield click.say("stress-held-sums"), held.joined(click, sums(click, case))


def _interview(click: Click, case: Case, ledger: Ledger) -> Lines:
    """When it was asked for and is; report and opinion, which the person may read; what was decided."""
    say, body = click.say, case.body
    for key in (one for one in ("applied_on", "held_on") if body.get(one)):
        yield say(f"stress-held-{key}"), held.day(click, body[key])
    readers = (held.role(click, one, ledger) for one in body["readers"])
    yield say("stress-held-readers"), held.joined(click, readers)
    if slot := body.get("slot"):
        yield say("stress-held-slot"), held.joined(click, (held.day(click, slot["day"]), slot["time"], slot["place"]))
    yield from opinion.told(click, case, ledger)
    yield from measures.told(click, case, ledger)


def _wish(click: Click, case: Case, ledger: Ledger) -> Lines:
    yield click.say("stress-held-asked"), "\n".join(asked(click, case))
    if reply := case.body.get("reply"):
        yield click.say("stress-held-reply"), reply


KINDS: Mapping[str, Callable[[Click, Case, Ledger], Lines]] = {
    CHECK.kind: _check,
    INTERVIEW.kind: _interview,
    WISH.kind: _wish,
}
