"""A supporter asks a coordinator for advice, with nothing in it of whom it is about (Yam 7(4), 10(2))."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot.errors import Refused
from bot.handlers.peer_support.rules.choice import absent_until, has_left
from bot.handlers.peer_support.rules.identifying import few_fit, found, stripped
from bot.rules.access import Act
from bot.rules.cases import Case, Deadline, Decision, Notice, NoticeClass, Opening, Party, Purpose, Record
from bot.rules.deadlines import stages
from bot.rules.ledger import Ledger
from bot.rules.office import DAY, next_slot
from bot.rules.passed import Passed
from bot.rules.people import BY_OFFICE, SUPPORTERS, Appointment, Role
from bot.rules.policy import IdentifyingKind
from bot.rules.slots import told_at

ADVICE = "advice"  # the kind of case and the object of the matrix
SCREEN = "advice_case"  # the topic of its notices
NUDGE, IDLE = "advice_answer", "advice_idle"
GUIDANCE, LOAD = "guidance", "load"
PURPOSES = (GUIDANCE, LOAD)  # about a matter (Yam 10(2)), or because it is becoming too much (Yam 4(2))
WAITING = frozenset({"asked", "unanswered"})  # where the coordinator's word is awaited
LINE, OWN = "advice_line", "own"
TEXT, COORDINATOR = "text", "coordinator"


@dataclass(frozen=True)
class Checked:
    """A text as it would be sent: what was left out of it, in order, and whether few people fit what it said."""

    text: str
    removed: tuple[tuple[IdentifyingKind, str], ...] = ()
    few: bool = False


@dataclass(frozen=True)
class Line:
    """Something that was said; `by` is OWN for the supporter, otherwise the coordinator's reference to the case."""

    number: int
    by: str
    text: str


@dataclass(frozen=True)
class Asking:
    """What a supporter has chosen and written; `offer` is the id of a coordinator's appointment."""

    offer: str
    purpose: str
    text: str


def checked(text: str, marks: Mapping[IdentifyingKind, str], ledger: Ledger) -> Checked:
    """`text` without what may tell who somebody is (Yam 10(2): mindful of personal data); nothing is written down."""
    people = ledger.people()
    hits = found(text, people, ledger.policy)
    return Checked(
        stripped(text, hits, marks),
        tuple((hit.kind, text[hit.start : hit.end]) for hit in hits),
        few_fit(text, people, ledger.policy),
    )


def coordinators(person: str, ledger: Ledger, today: date) -> tuple[Appointment, ...]:
    """Whom a supporter can ask today: every coordinator, also by office (Yam 5(5)), but oneself; who is away is last.

    Nobody for who is no supporter: an adviser from outside has other ways (Yam 8(2)).
    """
    if not any(a.role in SUPPORTERS and a.in_force(today) for a in ledger.appointments_of(person)):
        return ()
    held = {
        a.person: a
        for a in ledger.appointments(today)
        if Role.COORDINATOR in {a.role, BY_OFFICE.get(a.role)} and a.person != person and not has_left(a.person, ledger)
    }
    return tuple(sorted(held.values(), key=lambda a: absent_until(a, today) is not None))


def ask(asking: Asking, supporter: str, case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """The supporter asks one coordinator, in a case of its own that is tied to no request."""
    if refusal := _unfit(asking.text, ledger, empty=asking.purpose == LOAD):
        return refusal
    chosen = _chosen(asking.offer, supporter, ledger, now)
    if isinstance(chosen, Refused):
        return chosen
    opened = Decision(
        act="ask_advice",
        opens=Opening(ADVICE),
        body={"purpose": asking.purpose, "round": 1},
        identity={"requester": supporter, "handlers": [chosen]},
        parties=(Party(supporter, Purpose.REQUESTER), Party(chosen, Purpose.HANDLER)),
        records=(_line(1, OWN, asking.text),) if asking.text else (),
    )
    return _awaited(opened, case, chosen, 1, ledger, now)


def add(text: str, case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """The supporter adds something; the coordinator's clock begins anew."""
    if refusal := _unfit(text, ledger):
        return refusal
    turn, number = case.body["round"] + 1, len(lines_of(case.requester, case, ledger)) + 1
    added = Decision(
        act="add",
        body={**case.body, "round": turn},
        records=(_line(number, OWN, text),),
        cancels=(NUDGE, IDLE),
    )
    return _awaited(added, case, case.handlers[0], turn, ledger, now)


def ask_other(offer: str, case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """The supporter turns to another coordinator; the one before can no longer see it."""
    chosen = _chosen(offer, case.requester, ledger, now)
    if isinstance(chosen, Refused):
        return chosen
    if chosen in case.handlers:
        return Refused("field-not-available", COORDINATOR)
    turn = case.body["round"] + 1
    turned = Decision(
        act="ask_other",
        body={**case.body, "round": turn},
        identity={**case.identity, "handlers": [chosen]},
        drops_parties=tuple(Party(before, Purpose.HANDLER) for before in case.handlers),
        parties=(Party(chosen, Purpose.HANDLER),),
        cancels=(NUDGE, IDLE),
    )
    return _awaited(turned, case, chosen, turn, ledger, now)


def answer(text: str, case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """The coordinator answers (Yam 7(4)); the supporter hears of it once in a shared slot (G1, G2)."""
    if not text:
        return Refused("peer_support-advice-empty", TEXT)
    number = len(lines_of(case.requester, case, ledger)) + 1
    return Decision(
        act="answer",
        body={**case.body, "ends_on": _last_day(ledger, now).isoformat()},
        records=(_line(number, ledger.case_ref(case, case.handlers[0]), text),),
        cancels=(NUDGE, IDLE),
        deadlines=(_idle(case, ledger, now),),
        notices=(_news(case.requester, case, ledger, now),),
    )


def close(case: Case) -> Decision:
    """The supporter has done with it: nothing of it is kept. Who still owed a word is told that there is no need."""
    over = tuple(
        Notice(one, NoticeClass.NEWS, "", once=f"{case.id}:advice_over", topic="withdrawn") for one in case.handlers
    )
    return Decision(act="close_advice", ends_route=True, notices=over if case.state in WAITING else ())


def on_nudge(case: Case, deadline: Deadline, ledger: Ledger, now: datetime) -> Decision | None:
    """No answer yet: the coordinator is reminded; on the last stage, or without a coordinator, the supporter hears."""
    if case.state != "asked" or deadline.period != str(case.body["round"]):
        return None
    in_office = {a.person for a in coordinators(case.requester, ledger, ledger.office.day(now))}
    if deadline.stage == case.body["stages"] or not in_office & set(case.handlers):
        return Decision(act="lapse_advice", notices=(_news(case.requester, case, ledger, now),))
    return Decision(act="remind_advice", notices=(_duty(case, case.handlers[0], f"nudge:{deadline.stage}", case.body),))


def on_idle(case: Case) -> Decision | None:
    """Nobody has written for the days of the policy: nothing of it is kept."""
    return Decision(act="idle_advice", ends_route=True) if case.requester else None


def lines_of(viewer: str, case: Case, ledger: Ledger) -> tuple[Line, ...]:
    """What was said, in order: the supporter sees all of it, a coordinator not what another coordinator has said."""
    mine = {OWN, ledger.case_ref(case, viewer)}
    found = (Line(**record.body) for record in ledger.records(case.id) if record.kind == LINE)
    shown = (line for line in found if viewer == case.requester or line.by in mine)
    return tuple(sorted(shown, key=lambda line: line.number))


def facts(case: Case, person: str) -> Mapping[str, bool]:
    """It is between two people, whatever other offices they hold; to anybody else it is not free of identity.

    The asker acts as a supporter here, so that the matter being their own does not stand against it.
    """
    between = not case.exists or person in {case.requester, *case.handlers}
    return {"assigned": between, "identity_free": between, "conflicted": False}


def _chosen(offer: str, supporter: str, ledger: Ledger, now: datetime) -> str | Refused:
    listed = coordinators(supporter, ledger, ledger.office.day(now))
    person = next((a.person for a in listed if a.id == offer), "")
    return person or Refused("field-not-available", COORDINATOR)


def _unfit(text: str, ledger: Ledger, *, empty: bool = False) -> Refused | None:
    """What may identify somebody is never written down, whatever the form before it has let through."""
    if not (text or empty):
        return Refused("peer_support-advice-empty", TEXT)
    return Refused("peer_support-advice-identifying", TEXT) if found(text, ledger.people(), ledger.policy) else None


def _awaited(decision: Decision, case: Case, coordinator: str, turn: int, ledger: Ledger, now: datetime) -> Decision:
    """The same whenever a coordinator's word is awaited: by when, its stages, the notice, the end when nothing comes.

    On the last stage the supporter hears that no answer came, so the coordinator has until the office day before it.
    """
    office = ledger.office
    planned = stages(ledger.policy.clocks[NUDGE], now, office)
    by = office.on_or_before(office.day(planned[-1].at) - DAY)
    body = {
        **(decision.body or case.body), "answer_by": by.isoformat(), "stages": planned[-1].number,
        "told_at": told_at(ledger, now), "ends_on": _last_day(ledger, now).isoformat(),
    }  # fmt: skip
    return replace(
        decision,
        body=body,
        deadlines=(
            *(Deadline(case.id, NUDGE, s.at, s.number, str(turn), s.not_after) for s in planned),
            _idle(case, ledger, now),
        ),
        notices=(_duty(case, coordinator, f"asked:{turn}", body),),
        answer={"answer_by": by},
    )


def _line(number: int, by: str, text: str) -> Record:
    return Record(LINE, {"number": number, "by": by, "text": text})


def _last_day(ledger: Ledger, now: datetime) -> date:
    """The last day on which it is still there when nobody writes any more."""
    return ledger.office.day(now) + timedelta(days=ledger.policy.peer_support.idle_ends_days)


def _idle(case: Case, ledger: Ledger, now: datetime) -> Deadline:
    """The period is another one after every act, since an act raises the revision."""
    return Deadline(case.id, IDLE, ledger.office.start_of(_last_day(ledger, now) + DAY), period=str(case.rev))


def _duty(case: Case, coordinator: str, what: str, body: Mapping[str, str]) -> Notice:
    return Notice(
        coordinator, NoticeClass.DUTY, case.id, once=f"{case.id}:advice:{body['round']}:{what}", topic=SCREEN,
        due_on=date.fromisoformat(body["answer_by"]), while_in=("asked",),
    )  # fmt: skip


def _news(recipient: str, case: Case, ledger: Ledger, now: datetime) -> Notice:
    slot = next_slot(ledger.office.next_working(now), ledger.policy.notice_slot_minutes)
    once = f"{case.id}:advice:news:{slot.isoformat()}"
    return Notice(recipient, NoticeClass.NEWS, case.id, once, SCREEN, while_in=("answered", "unanswered"))


PASSED = {
    NUDGE: Passed(Act.NOTIFY, ADVICE, on_nudge),
    IDLE: Passed(Act.DISPOSE, ADVICE, lambda case, deadline, ledger, now: on_idle(case)),
}
TOLD = {SCREEN: ((Role.COORDINATOR, *sorted(SUPPORTERS)), ADVICE)}
