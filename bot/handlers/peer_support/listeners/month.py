"""The clicks and forms around a supporter's month, and the welfare head's reading of it."""

from collections.abc import Sequence
from datetime import datetime

from bot.casework import Casework, Door
from bot.errors import Refused
from bot.handlers.blocks import Block, View
from bot.handlers.fields import choice
from bot.handlers.flow import Action, Answer, Click, Field, Show
from bot.handlers.peer_support.rules import month as rules
from bot.handlers.peer_support.rules.adviser_report import ADVISER_REPORT
from bot.handlers.peer_support.rules.moves import FLOW
from bot.handlers.peer_support.views import month as views
from bot.handlers.peer_support.views.request import case_in, notice
from bot.rules.access import Act
from bot.rules.cases import Case, Decision, Record
from bot.rules.ledger import Ledger
from bot.rules.office import previous_month
from bot.rules.people import SUPPORTERS, Role

HATS = tuple(sorted(SUPPORTERS))
MONTHS_SHOWN = 3
HANDED_IN = {"month": "monthly_report", ADVISER_REPORT: "adviser_report"}  # kind of case -> object of the matrix


async def write_down(click: Click, casework: Casework) -> Answer:
    """Home, or the summary of a month: open the form for one support."""
    form = await record_form(click, casework, chosen=click.row)
    if form is None:
        raise Refused("not-shown")
    return Show(form)


async def record_form(
    click: Click, casework: Casework, *, chosen: str = "", before: Sequence[Block] = (), row: str = ""
) -> View | None:
    """The form for the months that this person may write down; None where there is none, as for an adviser.

    `row` is the request that has just ended, if any: what its person agrees to have recorded has fields of its own.
    """

    def form(ledger: Ledger) -> View | None:
        months = rules.months_of(click.who.person, ledger, ledger.office.day(click.now))
        if not months:
            return None
        this = ledger.office.month(click.now)
        about = views.About(row, rules.recordable(case_in(row), click.who.person, ledger, click.now))
        return views.record_form(click, ledger.policy, months, this=this, chosen=chosen, before=before, about=about)

    return await casework.look(form)


async def record(click: Click, casework: Casework) -> Answer:
    """One support is written into its month (Yam 11(1)), without identity (11(3)).

    Words that may identify somebody are shown first, and go as they are only when they are sent once more.
    """
    entry = views.read_entry(click.fields, casework.policy)
    today = casework.office.day(click.now)
    month = choice(click.fields, views.MONTH, rules.loggable_months(today, casework.office, casework.policy))
    request, warned = case_in(click.row), int(click.row.partition(":")[2] or 0)
    telling = await casework.look(lambda ledger: rules.telling(entry, request, click.who.person, ledger, click.now))
    if len(telling) > warned:
        row, before = f"{request}:{len(telling)}", views.identifying(click, telling)
        form = await record_form(click, casework, chosen=month, before=before, row=row)
        return Show(form or notice(click, "peer_support-record-title", click.say("peer_support-month-closed")))
    # an entry belongs to its month's report: who left on 31 March may still write March (Yam 11(1), 6(5))
    door = Door(FLOW, "month", HATS, Act.CREATE, "monthly_report", period=month)
    person = click.who.person

    def logged(case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
        return rules.log(entry, person, month, case, ledger, now, request=request)

    await casework.act(click, door, logged)
    by = rules.last_day_of(month, casework.office, casework.policy)
    said = click.say("peer_support-recorded", month=views.number(month), day=by)
    return Show(notice(click, "peer_support-recorded-title", said), refreshes_home=True)


async def open_month(click: Click, casework: Casework) -> Answer:
    """A notice or Home leads to a month's summary."""
    return Show(await _month(click, casework, click.row))


async def send(click: Click, casework: Casework) -> Answer:
    """One tap reports the month to the welfare head (Yam 11(1))."""
    rev = click.token.rev if click.token else 0
    door = Door(FLOW, "month", HATS, Act.CLOSE, "monthly_report", click.row, rev=rev)
    await casework.act(click, door, lambda case, ledger, now: rules.send(case, ledger.records(case.id), ledger, now))
    return Show(await _month(click, casework, click.row), refreshes_home=True)


async def reports(click: Click, casework: Casework) -> Answer:
    """The welfare head's list: from Home the last month, from a notice the one that was sent, which may be late."""
    case = await casework.look(lambda ledger: ledger.case(click.row)) if click.row else None
    period = case.period if case else ""
    return await _reports(click, casework, period or previous_month(casework.office.month(click.now)))


async def reports_of(click: Click, casework: Casework) -> Answer:
    """The same for another month, or for its next page."""
    period, _, page = click.row.partition(":")
    return await _reports(click, casework, period, int(page or 0))


async def _month(click: Click, casework: Casework, case_id: str) -> View:
    door = Door(FLOW, "month", HATS, Act.READ, "monthly_report", case_id)

    def show(case: Case, ledger: Ledger) -> View:
        since = rules.overdue_since(case, ledger, click.now)
        return views.month(click, case, ledger.records(case.id), ledger.policy, since=since)

    return await casework.read(click, door, show)


async def _reports(click: Click, casework: Casework, period: str, page: int = 0) -> Answer:
    """What was handed in for a month: the supporters' months, and what advisers reported in it (Yam 11(1)(2))."""
    months = [casework.office.month(click.now)]  # an adviser reports each time, so this month has reports too
    while len(months) <= MONTHS_SHOWN:
        months.append(previous_month(months[-1]))
    others = [month for month in months if month != period]
    sent: dict[str, list[Record]] = {}
    for kind, obj in HANDED_IN.items():
        door = Door(FLOW, kind, (Role.WELFARE_HEAD,), Act.READ, obj, period=period)
        for supporter, records in await casework.read_listed(click, door, "sent", _by_supporter):
            sent.setdefault(supporter, []).extend(records)
    people, policy = await casework.look(lambda ledger: (ledger.people(), ledger.policy))
    return Show(views.reports(click, period, sent, people, policy, others, page=page))


def _by_supporter(cases: Sequence[Case], ledger: Ledger) -> list[tuple[str, Sequence[Record]]]:
    return [(case.handlers[0], ledger.records(case.id)) for case in cases]


ACTIONS: dict[str, Action] = {
    "peer_support.write_down": write_down,
    "peer_support.month": open_month,
    "peer_support.reports": reports,
    "peer_support.reports_of": reports_of,
}
FORMS: dict[str, Action] = {"peer_support.record": record, "peer_support.send": send}
FIELDS = (
    Field("peer_support.record", "month", "nothing"),
    Field("peer_support.record", "activity", "record"),
    Field("peer_support.record", "topic", "record"),
    Field("peer_support.record", "means", "record"),
    Field("peer_support.record", "duration", "record"),
    Field("peer_support.record", "requester", "record"),
    Field("peer_support.record", "subtopic", "record"),
    Field("peer_support.record", "text", "record"),
)
