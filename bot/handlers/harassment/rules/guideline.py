"""The guideline on harassment: published each year, read and confirmed, made known by the unit heads (Aki 3)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot.errors import Refused
from bot.handlers.harassment.rules.moves import FLOW, GUIDELINE, MAKING_KNOWN, READING
from bot.rules.access import Act
from bot.rules.cases import Case, Deadline, Decision, Notice, NoticeClass, Opening
from bot.rules.disclosure import Shown, disclose, threshold
from bot.rules.ledger import Ledger
from bot.rules.office import DAY
from bot.rules.passed import Passed
from bot.rules.people import GUEST_HATS, Role, fiscal_year, holders

YEAR, MAKE_KNOWN = "guideline_year", "guideline_make_known"
READ, UNREAD = "read", "unread"


@dataclass(frozen=True)
class Text:
    """A guideline as it is typed: its title and its text, in as many parts as a form has room for."""

    title: str
    parts: tuple[str, ...]


def publish(text: Text, case: Case, ledger: Ledger, now: datetime) -> Decision:
    """It is valid from now, as another version: everybody hears of it, unit heads with the day to make it known by."""
    today = ledger.office.day(now)
    number = case.body.get("version", 0) + 1
    after = replace(case, period=fiscal_year(today), body={"version": number})
    heads = unit_heads(ledger, today)
    return Decision(
        act="publish",
        opens=None if case.exists else Opening(GUIDELINE.kind, fiscal_year(today)),
        body={"title": text.title, "parts": list(text.parts), "on": today.isoformat(), "version": number},
        cancels=(MAKE_KNOWN,) if case.exists else (),
        deadlines=tuple(
            Deadline(case.id, MAKE_KNOWN, ledger.office.opening(day), stage, version_of(after))
            for stage, day in enumerate(_make_known_days(today, ledger), start=1)
        ),
        notices=(
            *(_news(case, who, version_of(after)) for who in staff(ledger, today) if who not in heads),
            *_duty(case, heads, f"{version_of(after)}:0", make_known_by(today, ledger), ledger),
        ),
    )


def confirm(seen: Case, case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """Somebody has read the guideline `seen` (Aki 3(2)); nothing is kept but that this version was read."""
    if not _is_current(seen, ledger, now):
        return Refused("harassment-guideline-changed")
    return Decision(act="confirm_reading", opens=Opening(READING.kind, version_of(seen)))


def make_known(seen: Case, case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """A unit head says that the guideline `seen` was made known in the unit (Aki 3(3))."""
    if not _is_current(seen, ledger, now):
        return Refused("harassment-guideline-changed")
    return Decision(act="make_known", opens=Opening(MAKING_KNOWN.kind, version_of(seen)))


def plan(ledger: Ledger, now: datetime) -> tuple[Deadline, ...]:
    """The days after 1 April, of this fiscal year and the next, on which a guideline not renewed is called for."""
    year, office = int(fiscal_year(ledger.office.day(now))), ledger.office
    return tuple(
        Deadline(FLOW, YEAR, office.opening(day), stage, str(one))
        for one in (year, year + 1)
        for stage, day in enumerate(called_for(str(one), ledger), start=1)
    )


def on_year(case: Case, deadline: Deadline, ledger: Ledger, now: datetime) -> Decision | None:
    """The year's guideline is not there yet: its publisher hears of it."""
    today, last = ledger.office.day(now), max(called_for(deadline.period, ledger))
    if today > last or not is_due(ledger, today):
        return None
    heads = holders(ledger.appointments(today), {Role.AFFAIRS_HEAD}, today)
    nothing = replace(case, id="")
    return Decision(
        act="remind", notices=_duty(nothing, heads, f"{YEAR}:{deadline.period}:{deadline.stage}", last, ledger)
    )


def on_make_known(case: Case, deadline: Deadline, ledger: Ledger, now: datetime) -> Decision | None:
    """Unit heads who have not yet said that they made it known hear of it once more."""
    today = ledger.office.day(now)
    heads = [who for who in unit_heads(ledger, today) if not has_made_known(who, case, ledger)]
    last = make_known_by(date.fromisoformat(case.body["on"]), ledger)
    if not heads or today > last or version_of(case) != deadline.period or not _is_current(case, ledger, now):
        return None
    return Decision(act="remind_heads", notices=_duty(case, heads, f"{deadline.period}:{deadline.stage}", last, ledger))


# ---- what can be asked of it ----


def guideline_id(year: str, ledger: Ledger) -> str:
    """The id of the guideline of a fiscal year."""
    return ledger.case_id_for(FLOW, GUIDELINE.kind, "", year)


def current(ledger: Ledger, today: date) -> Case | None:
    """The guideline that is valid: this fiscal year's, or the last one's while this year's is not there yet."""
    year = int(fiscal_year(today))
    found = (ledger.case(guideline_id(str(one), ledger)) for one in (year, year - 1))
    return next((case for case in found if case is not None), None)


def version_of(case: Case) -> str:
    """What one published text is called: its fiscal year and its number within it."""
    return f"{case.period}-{case.body['version']}"


def is_due(ledger: Ledger, today: date) -> bool:
    """Whether this fiscal year's guideline is still to be published."""
    return ledger.case(guideline_id(fiscal_year(today), ledger)) is None


def has_read(person: str, case: Case, ledger: Ledger) -> bool:
    """Whether this person has confirmed this version."""
    return ledger.case(ledger.case_id_for(FLOW, READING.kind, person, version_of(case))) is not None


def has_made_known(head: str, case: Case, ledger: Ledger) -> bool:
    """Whether this unit head has said that this version was made known."""
    return ledger.case(ledger.case_id_for(FLOW, MAKING_KNOWN.kind, head, version_of(case))) is not None


def staff(ledger: Ledger, today: date) -> tuple[str, ...]:
    """Everybody for whom the guideline is meant: who has an account and is no outsider (Aki 2(1))."""
    outside = set(holders(ledger.appointments(today), GUEST_HATS, today))
    return tuple(person.id for person in ledger.people().values() if not person.left and person.id not in outside)


def unit_heads(ledger: Ledger, today: date) -> tuple[str, ...]:
    """Who has to make it known today (Aki 3(3))."""
    return holders(ledger.appointments(today), {Role.UNIT_HEAD}, today)


def rate(case: Case, ledger: Ledger, today: date) -> Shown:
    """How many have confirmed this version and how many have not; who, is told to nobody."""
    read = ledger.tally(FLOW, READING.kind, version_of(case)).get(READ, 0)
    cells = {READ: read, UNREAD: max(len(staff(ledger, today)) - read, 0)}
    return disclose(cells, threshold(ledger.policy.minimum_cell, ledger.policy.known_to_reader))


def made_known(case: Case, ledger: Ledger, today: date) -> tuple[int, int]:
    """How many unit heads have made it known, of how many: a duty of the office, nothing of a person."""
    heads = unit_heads(ledger, today)
    return sum(has_made_known(head, case, ledger) for head in heads), len(heads)


def called_for(year: str, ledger: Ledger) -> Sequence[date]:
    """The days on which a guideline that is not there yet is called for."""
    first, office = date(int(year), 4, 1), ledger.office
    return [office.on_or_after(first + timedelta(days=n)) for n in ledger.policy.harassment.guideline_days]


def make_known_by(on: date, ledger: Ledger) -> date:
    """The last day on which unit heads are to make known what was published on a day."""
    return max(_make_known_days(on, ledger), default=on)


def _is_current(seen: Case, ledger: Ledger, now: datetime) -> bool:
    found = current(ledger, ledger.office.day(now))
    return found is not None and (found.id, found.rev) == (seen.id, seen.rev)


def _make_known_days(today: date, ledger: Ledger) -> Sequence[date]:
    office = ledger.office
    return [office.on_or_after(today + timedelta(days=n)) for n in ledger.policy.harassment.make_known_days]


def _news(case: Case, who: str, version: str) -> Notice:
    return Notice(who, NoticeClass.NEWS, case.id, f"{FLOW}:guideline:{version}:{who}", topic="guideline")


def _duty(case: Case, people: Iterable[str], what: str, due_on: date, ledger: Ledger) -> tuple[Notice, ...]:
    return tuple(
        Notice(
            who, NoticeClass.DUTY, case.id, f"{FLOW}:guideline:{what}:{who}", topic="guideline", due_on=due_on,
            not_after=ledger.office.start_of(due_on + DAY),
        )
        for who in people
    )  # fmt: skip


PASSED = {
    YEAR: Passed(Act.NOTIFY, "guideline", on_year),
    MAKE_KNOWN: Passed(Act.NOTIFY, "guideline", on_make_known),
}
TOLD = {"guideline": ((Role.EMPLOYEE,), "guideline")}
