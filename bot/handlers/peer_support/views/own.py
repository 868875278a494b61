"""The person's own view: who has opened a request, what is promised, and everything that is held about them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from bot.handlers import blocks
from bot.handlers.blocks import Block, View
from bot.handlers.flow import Click
from bot.handlers.peer_support.rules.advice import Line as Advice
from bot.handlers.peer_support.rules.held import As, Held, Line
from bot.handlers.peer_support.rules.own import OWN, Opened
from bot.handlers.peer_support.rules.talk import Line as Said
from bot.handlers.peer_support.views import month as months
from bot.handlers.peer_support.views.consent import names
from bot.handlers.peer_support.views.request import named, topics
from bot.rules.cases import Case, Record
from bot.rules.consent import Consent
from bot.rules.ledger import Ledger

Teller = Callable[[Click, Any, Ledger], str]
SHORT = 300  # characters of a value that stands beside its label
PAGE = "page:"  # what the row of a button for another page begins with


def history(click: Click, case: Case, opened: Sequence[Opened], ledger: Ledger) -> View:
    """Who has opened it and when, and what happens next by itself."""
    say = click.say
    seen = [_opened(click, one, ledger) for one in opened] or [say("peer_support-history-nobody")]
    return blocks.modal(
        say("peer_support-history-title"),
        [
            blocks.header(say("peer_support-history-opened")),
            *blocks.sections(seen),
            blocks.header(say("peer_support-history-next")),
            blocks.section(_clock(click, case, ledger)),
        ],
        close=say("close-button"),
    )


def everything(click: Click, held: Sequence[Held], ledger: Ledger, *, page: int) -> View:
    """All of it, page by page; every typed word whole."""
    say, kind = click.say, "peer_support.own_data"
    pages = blocks.pages(section for one in held for section in _sections(click, one, ledger))
    page = min(page, len(pages) - 1)
    body = [blocks.context(say("peer_support-own_data-about")), *pages[page]]
    if page + 1 < len(pages):
        token = click.token_for(kind, row=f"{PAGE}{page + 1}")
        body.append(blocks.actions(blocks.button(say("peer_support-own_data-next"), kind, token)))
    return blocks.modal(say("peer_support-own_data-title"), body, close=say("close-button"))


def page_in(row: str) -> int:
    """The page that a button leads to; the first one for any other row."""
    number = row.removeprefix(PAGE) if row.startswith(PAGE) else ""
    return int(number) if number.isdecimal() else 0


def _clock(click: Click, case: Case, ledger: Ledger) -> str:
    """The promise and its clock in plain words."""
    return click.say(
        f"peer_support-clock-{case.state}",
        day=date.fromisoformat(case.body["forgotten_on" if case.state == "closing" else "promised_on"]),
        days=ledger.policy.peer_support.idle_asks_days,
    )


def _sections(click: Click, held: Held, ledger: Ledger) -> Iterator[Block]:
    month = months.number(held.period) if held.period else 0
    yield blocks.section(click.say(f"peer_support-held-{held.kind}", month=month))
    told = [(click.say(f"peer_support-held-{line.name}"), _told(click, line, ledger)) for line in held.lines]
    short = [click.say("peer_support-held-line", label=one, value=value) for one, value in told if len(value) <= SHORT]
    yield from blocks.sections(short or ([] if told else [click.say("peer_support-held-none")]))
    for one, value in told:  # what was written at length stands below its label, so that it is whole
        if len(value) > SHORT:
            yield blocks.section(click.say("peer_support-held-line", label=one, value=""))
            yield from (blocks.section(value[at : at + blocks.TEXT]) for at in range(0, len(value), blocks.TEXT))


def _told(click: Click, line: Line, ledger: Ledger) -> str:
    return TELLERS[line.told_as](click, line.value, ledger)


def _text(click: Click, value: str, ledger: Ledger) -> str:
    return value


def _people(click: Click, value: str | Sequence[str], ledger: Ledger) -> str:
    """Names; whom the roster has no more is a former colleague."""
    people, ids = ledger.people(), [value] if isinstance(value, str) else value
    return _joined(click, (people[one].name if one in people else click.say("peer_support-held-gone") for one in ids))


def _day(click: Click, value: date | str, ledger: Ledger) -> str:
    day = date.fromisoformat(value) if isinstance(value, str) else value
    return click.say("peer_support-held-dated", day=day, year=str(day.year))


def _yes_no(click: Click, value: bool, ledger: Ledger) -> str:
    return click.say("peer_support-held-yes" if value else "peer_support-held-no")


def _topic(click: Click, value: str, ledger: Ledger) -> str:
    return named(topics(ledger.policy), value, click.language)


def _means(click: Click, value: str, ledger: Ledger) -> str:
    return named(ledger.policy.means, value, click.language)


def _role(click: Click, value: str, ledger: Ledger) -> str:
    rule = ledger.policy.roles.get(value)
    return value if rule is None else rule.ja if click.language == "ja" else rule.en


def _entry(click: Click, value: Record, ledger: Ledger) -> str:
    return months.entry(click, value, ledger.policy)


def _opened(click: Click, value: Opened, ledger: Ledger) -> str:
    name = _people(click, value.by, ledger) if value.by else click.say("peer_support-history-supporter")
    return click.say("peer_support-history-by", name=name, at=value.at)


def _consent(click: Click, value: Consent, ledger: Ledger) -> str:
    """Who may read what, what for, from when until when; taken back or not."""
    reader = _role if value.recipient in ledger.policy.roles else _people
    ended = [click.say("peer_support-held-taken-back", at=value.withdrawn_at)] if value.withdrawn_at else []
    parts = (
        reader(click, value.recipient, ledger),
        click.say(f"peer_support-purpose-{value.purpose}"),
        names(click, value.fields),
        click.say("peer_support-held-given", at=value.given_at),
        *([click.say("peer_support-held-ends", day=_day(click, value.expires_on, ledger))] if value.expires_on else []),
        *ended,
    )
    return _joined(click, parts)


def _question(click: Click, value: Mapping[str, Any], ledger: Ledger) -> str:
    return _joined(click, (click.say(f"peer_support-purpose-{value['purpose']}"), names(click, value["fields"])))


def _contacts(click: Click, value: Sequence[str], ledger: Ledger) -> str:
    """Whom a supporter has named to the person: somebody with an office, or a line of the policy."""
    people = {a.id: a.person for a in ledger.all_appointments()}
    lines = {row.key: row.ja if click.language == "ja" else row.en for row in ledger.policy.contacts}
    return _joined(
        click, (lines[one] if one in lines else _people(click, people.get(one, ""), ledger) for one in value)
    )


def _purpose(click: Click, value: str, ledger: Ledger) -> str:
    return click.say(f"peer_support-held-purpose-{value}")


def _advice(click: Click, value: Advice, ledger: Ledger) -> str:
    return click.say(f"peer_support-held-advice-{'own' if value.by == OWN else 'other'}", text=value.text)


def _said(click: Click, value: Said, ledger: Ledger) -> str:
    proposal = value.proposal
    parts = (
        value.text,
        _day(click, proposal.day, ledger) if proposal.day else "",
        proposal.place,
        _means(click, proposal.means, ledger) if proposal.means else "",
        click.say("peer_support-held-agreed") if value.agrees else "",
    )
    who = "own" if value.side == OWN else "other"
    return click.say(f"peer_support-held-said-{who}", at=value.at, text=_joined(click, parts))


def _learned(click: Click, value: Mapping[str, Any], ledger: Ledger) -> str:
    """What was learned when, and until when it holds."""
    until = value.get("until", "")
    ends = click.say("peer_support-held-ends", day=_day(click, until, ledger)) if until else ""
    return _joined(click, (value["title"], _day(click, value["on"], ledger), ends))


def _seen_at(click: Click, value: str, ledger: Ledger) -> str:
    return click.say(f"peer_support-held-seen_at-{value}")


def _joined(click: Click, parts: Iterable[str]) -> str:
    return click.say("peer_support-held-and").join(part for part in parts if part)


TELLERS: Mapping[As, Teller] = {
    As.TEXT: _text,
    As.DAY: _day,
    As.PEOPLE: _people,
    As.TOPIC: _topic,
    As.MEANS: _means,
    As.YES_NO: _yes_no,
    As.ROLE: _role,
    As.OPENED: _opened,
    As.SAID: _said,
    As.CONSENT: _consent,
    As.ENTRY: _entry,
    As.QUESTION: _question,
    As.CONTACTS: _contacts,
    As.PURPOSE: _purpose,
    As.ADVICE: _advice,
    As.LEARNED: _learned,
    As.SEEN_AT: _seen_at,
}
