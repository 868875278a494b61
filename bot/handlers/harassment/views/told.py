"""Reads back what was told: to its person at any time, and to who deals with it what they need to know (Aki 7(6))."""

from collections.abc import Iterable, Iterator, Sequence

from bot.handlers import blocks
from bot.handlers.blocks import View
from bot.handlers.flow import Click
from bot.handlers.harassment.rules.circle import DESK
from bot.handlers.harassment.views.intake import label, told
from bot.rules.cases import Case
from bot.rules.ledger import Ledger
from bot.rules.policy_rows import Labelled

Line = tuple[str, str]  # the field, what stands in it


def read_back(click: Click, case: Case, ledger: Ledger, *, own: bool) -> View:
    """Every field in which something stands; whom the person keeps out is read back to nobody else."""
    say = click.say
    body = blocks.sections(lines(click, _shown(click, case, ledger, own=own)) or [say("harassment-told-nothing")])
    return blocks.modal(say("harassment-told-title"), body, close=say("close-button"))


def own_lines(click: Click, case: Case, ledger: Ledger) -> list[Line]:
    """To its person: the label of each field in which something stands, and what stands there."""
    shown = _shown(click, case, ledger, own=True)
    return [(click.say(f"harassment-told-{key}"), value) for key, value in shown if value]


def _shown(click: Click, case: Case, ledger: Ledger, *, own: bool) -> list[Line]:
    shown = [*_who(click, case, ledger, own=own), *_what(click, case, ledger), *wishes(click, case, ledger)]
    return [*shown, *_kept_out(click, case, ledger)] if own else shown


def lines(click: Click, shown: Iterable[Line]) -> list[str]:
    """Each field in which something stands, with its label."""
    say = click.say
    return [
        say("harassment-told-line", label=say(f"harassment-told-{key}"), value=value) for key, value in shown if value
    ]


def _who(click: Click, case: Case, ledger: Ledger, *, own: bool) -> Iterator[Line]:
    identity = case.identity
    yield "requester", "" if own else _names(click, [case.requester], ledger)
    yield "caller", identity.get("caller", "")
    yield "affected", _names(click, [identity.get("affected", "")], ledger)
    at_desk, receiver = identity.get("door") == DESK, [identity.get("receiver", "")]
    yield "door", click.say("harassment-door-desk") if at_desk else _names(click, receiver, ledger)


def _what(click: Click, case: Case, ledger: Ledger) -> Iterator[Line]:
    known, rules = told(case), ledger.policy.harassment
    yield "entry", _labels(click, rules.entries, [known["entry"]])
    yield "kinds", _labels(click, rules.kinds, known["kinds"])
    yield "places", _labels(click, rules.places, known["places"])
    yield "when", known["when"]
    yield "story", known["story"]
    yield "named", click.say("harassment-named-shown" if known["named"] else "harassment-named-hidden")


def wishes(click: Click, case: Case, ledger: Ledger) -> Iterator[Line]:
    """Day, place, means, counsellors, and what the person hopes for (Aki 7(6)(7))."""
    known, policy = told(case), ledger.policy
    yield "days", known["days"]
    yield "place", known["place"]
    yield "means", _labels(click, policy.means, [known["means"]])
    yield "wished", _names(click, known["wished"], ledger)
    yield "sex", _labels(click, policy.harassment.sexes, [known["sex"]])
    yield "nurse", click.say("harassment-wish-nurse-yes") if known["nurse"] else ""
    yield "wanted", _labels(click, policy.harassment.wanted, known["wanted"])


def _kept_out(click: Click, case: Case, ledger: Ledger) -> Iterator[Line]:
    known, say = told(case), click.say
    yield "excluded", _names(click, known["excluded"], ledger)
    yield "kept-out", say("harassment-and").join(say(f"harassment-office-{office}") for office in known["kept_out"])


def _labels(click: Click, rows: Sequence[Labelled], keys: Sequence[str]) -> str:
    """The labels of these keys; the key itself where the policy no longer has it."""
    found = {row.key: label(row, click.language) for row in rows}
    return click.say("harassment-and").join(found.get(key, key) for key in keys if key)


def _names(click: Click, people: Sequence[str], ledger: Ledger) -> str:
    rows = [row for who in people if (row := ledger.person(who))]
    return click.say("harassment-and").join(row.name for row in rows)
