"""The person's own view: who has opened a request, what is promised, and everything that is held about them."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from bot.handlers import blocks, held
from bot.handlers.blocks import View
from bot.handlers.flow import Click, Holding
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


def everything(click: Click, found: Sequence[Held], ledger: Ledger, screens: Mapping[str, str]) -> list[Holding]:
    """All of it, each matter with the screen on which it is dealt with; every typed word whole."""
    told = [_holding(click, one, ledger, screens.get(one.kind, "")) for one in found]
    return told or [Holding(click.say("peer_support-held-nothing"))]


def _clock(click: Click, case: Case, ledger: Ledger) -> str:
    """The promise and its clock in plain words."""
    return click.say(
        f"peer_support-clock-{case.state}",
        day=date.fromisoformat(case.body["forgotten_on" if case.state == "closing" else "promised_on"]),
        days=ledger.policy.peer_support.idle_asks_days,
    )


def _holding(click: Click, found: Held, ledger: Ledger, action: str) -> Holding:
    month = months.number(found.period) if found.period else 0
    title = click.say(f"peer_support-held-{found.kind}", month=month)
    lines = [(click.say(f"peer_support-held-{line.name}"), _told(click, line, ledger)) for line in found.lines]
    return Holding(title, lines, action, found.case_id)


def _told(click: Click, line: Line, ledger: Ledger) -> str:
    return TELLERS[line.told_as](click, line.value, ledger)


def _text(click: Click, value: str, ledger: Ledger) -> str:
    return value


def _topic(click: Click, value: str, ledger: Ledger) -> str:
    return named(topics(ledger.policy), value, click.language)


def _means(click: Click, value: str, ledger: Ledger) -> str:
    return named(ledger.policy.means, value, click.language)


def _entry(click: Click, value: Record, ledger: Ledger) -> str:
    return months.entry(click, value, ledger.policy)


def _opened(click: Click, value: Opened, ledger: Ledger) -> str:
    name = held.people(click, value.by, ledger) if value.by else click.say("peer_support-history-supporter")
    return click.say("peer_support-history-by", name=name, at=value.at)


def _consent(click: Click, value: Consent, ledger: Ledger) -> str:
    """Who may read what, what for, from when until when; taken back or not."""
    reader = held.role if value.recipient in ledger.policy.roles else held.people
    ended = [click.say("peer_support-held-taken-back", at=value.withdrawn_at)] if value.withdrawn_at else []
    parts = (
        reader(click, value.recipient, ledger),
        click.say(f"peer_support-purpose-{value.purpose}"),
        names(click, value.fields),
        click.say("peer_support-held-given", at=value.given_at),
        *([held.ends(click, value.expires_on)] if value.expires_on else []),
        *ended,
    )
    return held.joined(click, parts)


def _question(click: Click, value: Mapping[str, Any], ledger: Ledger) -> str:
    return held.joined(click, (click.say(f"peer_support-purpose-{value['purpose']}"), names(click, value["fields"])))


def _contacts(click: Click, value: Sequence[str], ledger: Ledger) -> str:
    """Whom a supporter has named to the person: somebody with an office, or a line of the policy."""
    people = {a.id: a.person for a in ledger.all_appointments()}
    lines = {row.key: row.ja if click.language == "ja" else row.en for row in ledger.policy.contacts}
    return held.joined(
        click, (lines[one] if one in lines else held.people(click, people.get(one, ""), ledger) for one in value)
    )


def _purpose(click: Click, value: str, ledger: Ledger) -> str:
    return click.say(f"peer_support-held-purpose-{value}")


def _advice(click: Click, value: Advice, ledger: Ledger) -> str:
    return click.say(f"peer_support-held-advice-{'own' if value.by == OWN else 'other'}", text=value.text)


def _said(click: Click, value: Said, ledger: Ledger) -> str:
    proposal = value.proposal
    parts = (
        value.text,
        held.day(click, proposal.day) if proposal.day else "",
        proposal.place,
        _means(click, proposal.means, ledger) if proposal.means else "",
        click.say("peer_support-held-agreed") if value.agrees else "",
    )
    who = "own" if value.side == OWN else "other"
    return click.say(f"peer_support-held-said-{who}", at=value.at, text=held.joined(click, parts))


TELLERS: Mapping[As, Teller] = {
    As.TEXT: _text,
    As.DAY: lambda click, value, ledger: held.day(click, value),
    As.PEOPLE: held.people,
    As.TOPIC: _topic,
    As.MEANS: _means,
    As.YES_NO: lambda click, value, ledger: held.yes_no(click, value),
    As.OPENED: _opened,
    As.SAID: _said,
    As.CONSENT: _consent,
    As.ENTRY: _entry,
    As.QUESTION: _question,
    As.CONTACTS: _contacts,
    As.PURPOSE: _purpose,
    As.ADVICE: _advice,
}
