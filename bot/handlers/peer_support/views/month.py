"""The screens of a supporter's month: writing down a support, the summary, what the welfare head receives."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.handlers import blocks
from bot.handlers.blocks import Block, View
from bot.handlers.fields import Fields, choice, text
from bot.handlers.flow import Click
from bot.handlers.peer_support.rules.consents import SUBTOPIC, TEXT
from bot.handlers.peer_support.rules.month import Entry
from bot.handlers.peer_support.views.request import label, named, options, topics
from bot.rules.cases import Case, Record
from bot.rules.people import Person
from bot.rules.policy import Policy, Topic
from bot.rules.policy_rows import Row

MONTH, ACTIVITY, TOPIC, MEANS, DURATION, REQUESTER = "month", "activity", "topic", "means", "duration", "requester"

LONGEST_TEXT = 500  # characters of what is recorded in words: a note, not a story


@dataclass(frozen=True)
class About:
    """The request that has just ended: what the form remembers of it, and what its person agrees to have recorded."""

    row: str
    agreed: frozenset[str]


ABOUT_NONE = About("", frozenset())


def number(month: str) -> int:
    """The 9 of "2026-09"."""
    return int(month[5:7])


def read_entry(fields: Fields, policy: Policy) -> Entry:
    """What was chosen. Raises Refused at the field that does not fit."""
    subtopics = {row.key for topic in policy.topics for row in topic.subtopics}
    return Entry(
        activity=choice(fields, ACTIVITY, {row.key for row in policy.activities}),
        topic=choice(fields, TOPIC, {row.key for row in policy.topics}),
        means=choice(fields, MEANS, {row.key for row in policy.means}),
        duration=choice(fields, DURATION, {row.key for row in policy.durations}),
        requester=choice(fields, REQUESTER, {row.key for row in policy.requesters}),
        subtopic=choice(fields, SUBTOPIC, subtopics) if fields.get(SUBTOPIC) else "",
        text=text(fields, TEXT, max_length=LONGEST_TEXT),
    )


def record_form(
    click: Click, policy: Policy, months: Sequence[str], *, this: str, chosen: str = "", before: Sequence[Block] = (),
    about: About = ABOUT_NONE,
) -> View:  # fmt: skip
    """Closed choices only, so that nothing in it can say who it was (Yam 11(3), P7). `this` is the month of today.

    What the person `about` whom it is has agreed to adds a field for the sub-topic and one for words.
    """
    say = click.say
    names = [f"peer_support-record-month-{'this' if month == this else 'last'}" for month in months]
    months_named = [(m, say(name, month=number(m))) for m, name in zip(months, names, strict=True)]
    return blocks.modal(
        say("peer_support-record-title"),
        [
            *before,
            blocks.section(say("peer_support-record-about")),
            blocks.radio(MONTH, say("peer_support-record-month"), months_named, initial=chosen or months[0]),
            *choices(click, policy),
            *_details(click, policy, about.agreed),
        ],
        close=say("cancel-button"),
        submit=say("peer_support-record-submit"),
        callback_id="peer_support.record",
        token=click.token_for("peer_support.record", row=about.row),
    )


def choices(click: Click, policy: Policy) -> list[Block]:
    """The closed choices of a record, as they were chosen before where the form comes back (Yam 11, P7)."""
    rows = (
        (ACTIVITY, policy.activities), (TOPIC, policy.topics), (MEANS, policy.means), (DURATION, policy.durations),
        (REQUESTER, policy.requesters),
    )  # fmt: skip
    return [
        blocks.radio(name, click.say(f"peer_support-record-{name}"), options(choices, click.language),
                     initial=_typed(click, name))
        for name, choices in rows
    ]  # fmt: skip


def _details(click: Click, policy: Policy, agreed: Collection[str]) -> list[Block]:
    """What the person has agreed to have recorded; without consent neither field is there (Yam 11(3), P7)."""
    say, fields = click.say, list[Block]()
    groups = [(label(topic, click.language), options(topic.subtopics, click.language)) for topic in policy.topics]
    if SUBTOPIC in agreed:
        fields.append(
            blocks.select(SUBTOPIC, say("peer_support-record-subtopic"), [group for group in groups if group[1]],
                          initial=_typed(click, SUBTOPIC), optional=True)
        )  # fmt: skip
    if TEXT in agreed:
        fields.append(
            blocks.text_input(TEXT, say("peer_support-record-text"), hint=say("peer_support-record-text-hint"),
                              max_length=LONGEST_TEXT, initial=_typed(click, TEXT))
        )  # fmt: skip
    return [blocks.divider(), blocks.section(say("peer_support-record-agreed")), *fields] if fields else []


def identifying(click: Click, words: Sequence[str]) -> list[Block]:
    """What in the typed words may tell who it was: the supporter changes it, or sends it as it is."""
    quoted = "\n".join(click.say("peer_support-record-found-word", word=word) for word in words)
    return [blocks.section(click.say("peer_support-record-found")), blocks.section(quoted)]


def _typed(click: Click, name: str) -> str:
    return str(click.fields.get(name, ""))


def month(click: Click, case: Case, records: Sequence[Record], policy: Policy, *, since: date | None) -> View:
    """A month's summary; a drafted one is sent with one tap, also late: `since` is the day that has passed."""
    say = click.say
    sentence = "peer_support-month-question" if case.state == "asked" else f"peer_support-month-{case.state}"
    body = [blocks.section(say(sentence, month=number(case.period), count=len(records)))]
    if since:
        body.append(blocks.context(say("peer_support-month-late", day=since)))
    body += blocks.sections(_entries(click, records, policy))
    buttons = []
    if case.state in {"collecting", "asked", "drafted"}:
        token = click.token_for("peer_support.write_down", row=case.period)
        buttons.append(blocks.button(say("peer_support-month-add"), "peer_support.write_down", token))
    if buttons:
        body.append(blocks.actions(*buttons))
    title = say("peer_support-month-title", month=number(case.period))
    if case.state != "drafted":
        return blocks.modal(title, body, close=say("close-button"))
    return blocks.modal(
        title, body, close=say("close-button"), submit=say("peer_support-month-send"),
        callback_id="peer_support.send", token=click.token_for("peer_support.send", row=case.id, rev=case.rev),
    )  # fmt: skip


def reports(
    click: Click, period: str, sent: Mapping[str, Sequence[Record]], people: Mapping[str, Person],
    policy: Policy, others: Sequence[str], *, page: int = 0,
) -> View:  # fmt: skip
    """What the welfare head receives of one month (Yam 11(1)): by supporter, never for whom, page by page."""
    say, kind = click.say, "peer_support.reports_of"
    body = [blocks.section(say("peer_support-reports-about"))]
    if not sent:
        body.append(blocks.section(say("peer_support-reports-none", month=number(period))))
    pages = blocks.pages(
        section
        for supporter in sorted(sent, key=_by_unit(people))
        for section in _report(click, people.get(supporter), sent[supporter], policy)
    )
    body += pages[min(page, len(pages) - 1)]
    if page + 1 < len(pages):
        token = click.token_for(kind, row=f"{period}:{page + 1}")
        body.append(blocks.actions(blocks.button(say("peer_support-reports-next"), kind, token)))
    doors = [  # each in a block of its own: an action id may stand only once in a block
        blocks.actions(blocks.button(_month_name(click, m), kind, click.token_for(kind, row=m))) for m in others
    ]
    return blocks.modal(
        say("peer_support-reports-title"),
        [blocks.header(_month_name(click, period)), *body, blocks.divider(),
         blocks.context(say("peer_support-reports-others")), *doors],
        close=say("close-button"),
    )  # fmt: skip


def _report(click: Click, person: Person | None, records: Sequence[Record], policy: Policy) -> list[Block]:
    """One supporter's month; where it needs a second section, that one says whose it is as well."""
    whose = {"name": person.name if person else "", "unit": person.unit if person else ""}
    head = click.say("peer_support-reports-from", count=len(records), **whose)
    again = click.say("peer_support-reports-from-again", **whose)
    return blocks.sections([head, *_entries(click, records, policy)], again=again)


def _by_unit(people: Mapping[str, Person]) -> Callable[[str], tuple[str, str]]:
    """An order of supporters that is the same on every page."""
    return lambda supporter: (people[supporter].unit if supporter in people else "", supporter)


def _entries(click: Click, records: Sequence[Record], policy: Policy) -> list[str]:
    return [entry(click, record, policy) for record in sorted(records, key=_by_content)]


def entry(click: Click, record: Record, policy: Policy) -> str:
    """One entry as a line."""
    rows: Mapping[str, Sequence[Row] | Sequence[Topic]] = {
        "activity": policy.activities, "topic": policy.topics, "means": policy.means,
        "duration": policy.durations, "requester": policy.requesters,
    }  # fmt: skip
    told = {key: named(choices, record.body[key], click.language) for key, choices in rows.items()}
    lines = [click.say("peer_support-entry", **told)]
    if record.body.get("consented"):
        subtopic = named(topics(policy), record.body.get(SUBTOPIC, ""), click.language)
        lines += [click.say("peer_support-entry-consented", subtopic=subtopic), record.body.get(TEXT, "")]
    return "\n".join(line for line in lines if line)


def _month_name(click: Click, period: str) -> str:
    return click.say("peer_support-reports-month", year=period[:4], month=number(period))


def _by_content(record: Record) -> tuple[str, ...]:
    """An order that says nothing about when an entry was written."""
    return tuple(str(record.body.get(key, "")) for key in (ACTIVITY, TOPIC, MEANS, DURATION, REQUESTER, SUBTOPIC, TEXT))
