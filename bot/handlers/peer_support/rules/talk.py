"""The talk of a request: what both sides have written, who has seen it, whose turn it is (Yam 9, 10(1))."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from bot.errors import Refused
from bot.handlers.peer_support.rules.choice import HANDLED, appointment_of, has_left
from bot.handlers.peer_support.rules.idle import begun_anew
from bot.handlers.peer_support.rules.sight import TALK, sight
from bot.rules.access import Act
from bot.rules.cases import Case, Deadline, Decision, Notice, NoticeClass, Record
from bot.rules.ledger import Ledger
from bot.rules.office import next_slot
from bot.rules.passed import Passed
from bot.rules.people import HANDLERS, Role
from bot.rules.slots import told_at

REPLY = "reply"
MESSAGE, OPENED = "message", "opened"  # kinds of record
OWN = "own"  # the person's side; the other one is known by its reference to the case
WRITABLE = HANDLED | {"stepped_aside"}  # the person may go on writing until somebody else is chosen
TEXT, DAY = "text", "day"


@dataclass(frozen=True)
class Proposal:
    """When, where and how to talk; what is "" is left open. `day` is an ISO date, `means` a key of the policy."""

    day: str = ""
    place: str = ""
    means: str = ""

    def __bool__(self) -> bool:
        return bool(self.day or self.place or self.means)


@dataclass(frozen=True)
class Line:
    """One thing that was said; `number` gives the order, `with_whom` is the supporter's reference, "" for nobody yet.

    `agrees` is the number of the proposal that it says yes to, 0 for none.
    """

    number: int
    side: str
    with_whom: str
    at: datetime
    text: str = ""
    proposal: Proposal = Proposal()
    agrees: int = 0


@dataclass(frozen=True)
class Talk:
    """What one side may see of a talk, in order.

    `with_whom` is the reference of who can read it now, "" for nobody; `opened_at` when the other side last did.
    """

    own: bool
    lines: tuple[Line, ...]
    with_whom: str
    opened_at: datetime | None
    unread: bool

    @property
    def agreed(self) -> Proposal | None:
        """What both have agreed to last."""
        proposals = {line.number: line.proposal for line in self.lines}
        return next((proposals[line.agrees] for line in reversed(self.lines) if line.agrees in proposals), None)

    @property
    def offered(self) -> Line | None:
        """The other side's proposal that waits for an answer: the newest of all, and not agreed to."""
        newest = next((line for line in reversed(self.lines) if line.proposal), None)
        answered = {line.agrees for line in self.lines}
        waits = newest is not None and (newest.side == OWN) != self.own and newest.number not in answered
        return newest if waits else None


def reader(case: Case, ledger: Ledger, now: datetime) -> str:
    """The supporter who can read what is written now; "" for nobody, as after a term, a closed account, a consent."""
    supporter = next(iter(case.handlers), "")
    in_office = appointment_of(supporter, ledger, ledger.office.day(now)) is not None
    return supporter if in_office and sight(case, supporter, ledger, now) else ""


def talk_of(viewer: str, case: Case, ledger: Ledger, now: datetime) -> Talk:
    """The talk as `viewer` may see it: the person all of it, a supporter their own part (Yam 9).

    Who is newly chosen begins with an empty page: what was said to somebody else stays with the person alone. What
    the person wrote while nobody was there belongs to whoever comes next. Who was referred to sees what was said
    before only where the person has agreed to that (Yam 10(2)(3)).
    """
    records = ledger.records(case.id)
    lines = _lines(records)
    own = viewer == case.requester
    now_with = reader(case, ledger, now)
    with_whom = ledger.case_ref(case, now_with) if now_with else ""
    if not own:
        lines = _part_of(viewer, lines, case, ledger, now)
    me, other = (OWN, with_whom) if own else (ledger.case_ref(case, viewer), OWN)
    seen = max((record.body["seen"] for record in _opened(records, me)), default=0)
    return Talk(
        own=own,
        lines=lines,
        with_whom=with_whom,
        opened_at=max((_moment(record) for record in _opened(records, other)), default=None),
        unread=any(line.number > seen for line in lines if (line.side == OWN) != own),
    )


def write(text: str, proposal: Proposal, writer: str, case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """One side adds something; nothing is ever edited. It is lost to no conflict, but an ended matter takes no more."""
    if refusal := _not_writable(writer, case, ledger):
        return refusal
    if not (text or proposal):
        return Refused("peer_support-talk-empty", TEXT)
    if proposal.day and date.fromisoformat(proposal.day) < ledger.office.day(now):
        return Refused("peer_support-talk-past", DAY)
    said: dict[str, Any] = {"text": text}
    if proposal:
        said["proposal"] = {"day": proposal.day, "place": proposal.place, "means": proposal.means}
    return _added(said, writer, case, ledger, now, act="write")


def agree(number: int, writer: str, case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """One side says yes to the other's newest proposal; from then on it stands on both screens."""
    if refusal := _not_writable(writer, case, ledger):
        return refusal
    offered = talk_of(writer, case, ledger, now).offered
    if offered is None or offered.number != number:
        return Refused("peer_support-talk-another")
    return _added({"agrees": number}, writer, case, ledger, now, act="agree")


def opened(viewer: str, case: Case, ledger: Ledger, now: datetime) -> Decision | None:
    """Opening leaves a mark for the other side, where something new was there or it is another day."""
    talk = talk_of(viewer, case, ledger, now)
    if not talk.lines or case.state not in (WRITABLE if talk.own else HANDLED):
        return None
    me = OWN if talk.own else ledger.case_ref(case, viewer)
    before = max((_moment(record) for record in _opened(ledger.records(case.id), me)), default=None)
    if before and not talk.unread and ledger.office.day(before) == ledger.office.day(now):
        return None
    mark = {"by": me, "seen": talk.lines[-1].number, "at": _told(now, ledger)}
    return Decision(act="talk", records=(Record(OPENED, mark),), keeps_rev=True)


def on_reply(case: Case, deadline: Deadline, ledger: Ledger, now: datetime) -> Decision | None:
    """Nothing has come back for the policy's days: whose turn it is hears of it once.

    Where somebody else has taken it on meanwhile, it is nobody's turn: they cannot see what was said before.
    """
    supporter = reader(case, ledger, now)
    lines = talk_of(supporter, case, ledger, now).lines if supporter else ()
    if case.state != "accepted" or not lines or str(lines[-1].number) != deadline.period:
        return None
    awaited = supporter if lines[-1].side == OWN else case.requester
    notice = Notice(
        awaited, NoticeClass.NEWS, case.id, f"{case.id}:reply:{deadline.period}", "talk", while_in=("accepted",)
    )
    return Decision(act="remind", notices=(notice,))


def news(recipient: str, case: Case, ledger: Ledger, now: datetime) -> tuple[Notice, ...]:
    """The other side hears that there is something to read: once in a shared slot, and never what (G1, G2).

    Whoever has not been told of the request itself yet hears of both together.
    """
    told = now >= datetime.fromisoformat(case.body["told_at"])
    heard_of_it = recipient == case.requester or told or case.state == "accepted"  # taken on from Home, before the slot
    if not recipient or not heard_of_it:
        return ()
    side = "own" if recipient == case.requester else "handled"
    once = f"{case.id}:talk:{side}:{told_at(ledger, now)}"
    return (Notice(recipient, NoticeClass.NEWS, case.id, once, "talk", while_in=tuple(sorted(HANDLED))),)


def _not_writable(writer: str, case: Case, ledger: Ledger) -> Refused | None:
    own = writer == case.requester
    if case.state not in (WRITABLE if own else HANDLED):
        return Refused("peer_support-talk-over", TEXT)
    return None if own or not has_left(case.requester, ledger) else Refused("peer_support-talk-gone", TEXT)


def _added(said: Mapping[str, Any], writer: str, case: Case, ledger: Ledger, now: datetime, *, act: str) -> Decision:
    own = writer == case.requester
    now_with = reader(case, ledger, now) if own else writer
    number = len(_lines(ledger.records(case.id))) + 1
    entry = {
        **said, "number": number, "side": OWN if own else "handled", "at": _told(now, ledger),
        "with": ledger.case_ref(case, now_with) if now_with else "",
    }  # fmt: skip
    other = now_with if own else case.requester
    added = Decision(
        act=act,
        records=(Record(MESSAGE, entry),),
        cancels=(REPLY,),
        deadlines=_reply_by(case, number, ledger, now) if other and act == "write" else (),
        notices=news(other, case, ledger, now),
    )
    return begun_anew(added, case, ledger, now) if case.state == "accepted" else added


def _reply_by(case: Case, number: int, ledger: Ledger, now: datetime) -> tuple[Deadline, ...]:
    """The opening of the office day on which the other side is reminded of line `number`."""
    first = ledger.office.day(ledger.office.next_working(now))
    day = ledger.office.add_open_days(first, ledger.policy.peer_support.reply_office_days)
    return (Deadline(case.id, REPLY, ledger.office.opening(day), period=str(number)),)


def _part_of(viewer: str, lines: tuple[Line, ...], case: Case, ledger: Ledger, now: datetime) -> tuple[Line, ...]:
    """What a supporter may see: what was said with them, or waited for them, or is theirs by consent."""
    mine = {ledger.case_ref(case, viewer)}
    if TALK in sight(case, viewer, ledger, now):
        mine.update(ledger.case_ref(case, before) for before in case.identity.get("referred_from", ()))
    others = max((line.number for line in lines if line.with_whom not in {"", *mine}), default=0)
    return tuple(line for line in lines if line.with_whom in mine or (not line.with_whom and line.number > others))


def _lines(records: Sequence[Record]) -> tuple[Line, ...]:
    found = [
        Line(
            number=record.body["number"],
            side=record.body["side"],
            with_whom=record.body["with"],
            at=_moment(record),
            text=record.body.get("text", ""),
            proposal=Proposal(**record.body.get("proposal", {})),
            agrees=record.body.get("agrees", 0),
        )
        for record in records
        if record.kind == MESSAGE
    ]
    return tuple(sorted(found, key=lambda line: line.number))


def _opened(records: Sequence[Record], by: str) -> list[Record]:
    return [record for record in records if record.kind == OPENED and record.body["by"] == by]


def _moment(record: Record) -> datetime:
    return datetime.fromisoformat(record.body["at"])


def _told(now: datetime, ledger: Ledger) -> str:
    """The beginning of the shared slot: when exactly somebody wrote or looked is nobody's business (G2)."""
    minutes = ledger.policy.notice_slot_minutes
    return (next_slot(now, minutes) - timedelta(minutes=minutes)).isoformat()


PASSED = {REPLY: Passed(Act.NOTIFY, "request", on_reply)}
TOLD = {"talk": ((Role.EMPLOYEE, *sorted(HANDLERS)), "message")}
