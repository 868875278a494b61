"""A request from one person to one supporter: asked, accepted or stepped aside from, nudged, ended (Yam 9, 10)."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot.errors import Refused
from bot.handlers.peer_support.rules.moves import FLOW
from bot.handlers.peer_support.rules.passed import Passed
from bot.rules.access import Act
from bot.rules.cases import Case, Deadline, Decision, Notice, NoticeClass, Opening, Party, Purpose
from bot.rules.conflicts import Candidate, candidates
from bot.rules.deadlines import stages
from bot.rules.ledger import Ledger
from bot.rules.office import DAY, next_slot
from bot.rules.people import GUEST_HATS, HANDLERS, Appointment, Role

ANSWER, TERM_END, FORGET = "answer", "term_end", "forget"
HANDLED = frozenset({"requested", "unanswered", "accepted"})  # the states in which a supporter has something to do


@dataclass(frozen=True)
class Intake:
    """What the person chose: one of the three groups of Yam 3, an offer, a means (Yam 9), and words if they like."""

    topic: str
    offer: str
    means: str
    message: str = ""


@dataclass(frozen=True)
class Offer:
    """One supporter in the list that a person chooses from; `id` is opaque and says nothing in Slack."""

    id: str
    candidate: Candidate


def offers(person: str, ledger: Ledger, today: date, avoided: Collection[str] = ()) -> tuple[Offer, ...]:
    """Whom this person may ask directly today (Yam 9): nearest first, superiors last (P6)."""
    in_force = [a for a in ledger.appointments(today) if a.role not in GUEST_HATS or a.checked_on]  # G6, P2
    ids = {(a.person, a.role): a.id for a in in_force}
    found = candidates(person, ledger.people(), in_force, day=today, avoided=avoided)
    return tuple(Offer(ids[c.person, c.role], c) for c in found)


def offered(offer_id: str, person: str, ledger: Ledger, today: date, avoided: Collection[str] = ()) -> Offer | None:
    """The offer with this id, if it still stands."""
    return next((offer for offer in offers(person, ledger, today, avoided) if offer.id == offer_id), None)


def left_out(case: Case) -> frozenset[str]:
    """Whom "somebody else" cannot mean: the one who is asked now, and who has stepped aside (P4)."""
    return frozenset((*case.handlers, *case.identity.get("stepped_aside", ())))


def appointment_of(supporter: str, ledger: Ledger, today: date) -> Appointment | None:
    """The appointment under which somebody can be asked today (Yam 9), the longest if there are several."""
    held = [a for a in ledger.appointments_of(supporter) if a.in_force(today) and a.role in HANDLERS]
    return max(held, key=lambda a: a.last_day or date.max, default=None)


def request(intake: Intake, requester: str, case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """The person applies directly to the supporter of their choice; nobody stands between them (Yam 9)."""
    offer = offered(intake.offer, requester, ledger, ledger.office.day(now))
    if offer is None:
        return Refused("field-not-available", "supporter")
    supporter = offer.candidate.person
    if _is_asked(supporter, requester, ledger):
        return Refused("peer_support-already-asked", "supporter")
    return _asked(
        Decision(
            act="request",
            opens=Opening("request"),
            body={
                "topic": intake.topic, "means": intake.means, "message": intake.message, "round": 1,
                "told_at": _told_at(ledger, now),
            },
            identity={"requester": requester, "handlers": [supporter]},
            parties=(Party(requester, Purpose.REQUESTER), Party(supporter, Purpose.HANDLER)),
        ),
        case, supporter, 1, ledger, now,
    )  # fmt: skip


def _is_asked(supporter: str, requester: str, ledger: Ledger) -> bool:
    """Whether the same person waits for the same supporter already, or talks to them: one request is enough."""
    own = ledger.open_cases(requester, Purpose.REQUESTER, FLOW)
    return any(case.kind == "request" and supporter in case.handlers and case.state in HANDLED for case in own)


def accept(case: Case) -> Decision:
    """The supporter takes it on: a duty, once asked (Yam 10(1)). The person is told."""
    return Decision(act="accept", cancels=(ANSWER,), notices=(_news(case, "accepted", "accepted"),))


def step_aside(case: Case, reason: str) -> Decision:
    """The supporter cannot, for a listed reason; the person reads only that somebody else will be found (P4)."""
    supporter = case.handlers[0]
    return Decision(
        act="step_aside",
        body={**case.body, "stepped_aside": [*case.body.get("stepped_aside", ()), reason]},
        identity={**case.identity, "handlers": [], "stepped_aside": sorted(left_out(case))},
        drops_parties=(Party(supporter, Purpose.HANDLER),),
        cancels=(ANSWER, TERM_END),
        notices=(_news(case, "stepped_aside", "stepped_aside"),),
    )


def wait(case: Case, ledger: Ledger, now: datetime) -> Decision:
    """The person gives the same supporter more time: the stages begin anew (Yam 10(1))."""
    turn = case.body["round"] + 1
    return _asked(Decision(act="wait", body={**case.body, "round": turn}), case, case.handlers[0], turn, ledger, now)


def choose_again(offer_id: str, case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """The person asks somebody else; the one before can no longer see it (Yam 9)."""
    offer = offered(offer_id, case.requester, ledger, ledger.office.day(now), left_out(case))
    if offer is None:
        return Refused("field-not-available", "supporter")
    supporter = offer.candidate.person
    if _is_asked(supporter, case.requester, ledger):
        return Refused("peer_support-already-asked", "supporter")
    turn = case.body["round"] + 1
    return _asked(
        Decision(
            act="choose_again",
            body={**case.body, "round": turn, "told_at": _told_at(ledger, now)},
            identity={**case.identity, "handlers": [supporter]},
            drops_parties=tuple(Party(before, Purpose.HANDLER) for before in case.handlers),
            parties=(Party(supporter, Purpose.HANDLER),),
            cancels=(ANSWER, TERM_END),
        ),
        case, supporter, turn, ledger, now,
    )  # fmt: skip


def withdraw(case: Case, now: datetime) -> Decision:
    """The person takes it back at any time; nothing of it is kept.

    Who had been told of the request is told that it is over, without a word of whose it was: the notice hangs on no
    case. Before the first notice has left, there is nothing to take back: it is dropped with the case.
    """
    told = case.state != "requested" or now >= datetime.fromisoformat(case.body["told_at"])
    over = tuple(
        Notice(supporter, NoticeClass.NEWS, "", once=f"{case.id}:withdrawn", topic="withdrawn")
        for supporter in case.handlers
    )
    return Decision(act="withdraw", ends_route=True, notices=over if told else ())


def end(case: Case, ledger: Ledger, now: datetime) -> Decision:
    """The supporter says it is done; the person may forget it now, otherwise it is forgotten by itself (G8)."""
    last = ledger.office.day(now) + timedelta(days=ledger.policy.peer_support.end_choice_days)
    return Decision(
        act="end",
        body={**case.body, "forgotten_on": last.isoformat()},
        cancels=(TERM_END,),
        deadlines=(Deadline(case.id, FORGET, ledger.office.start_of(last + DAY)),),
        notices=(_news(case, "closing", "closing"),),
    )


def forget(case: Case) -> Decision:
    """Who asked whom is destroyed; what was done stands in the supporter's month, without identity (Yam 11(3))."""
    return Decision(act="forget", ends_route=True)


def on_answer(case: Case, deadline: Deadline, ledger: Ledger, now: datetime) -> Decision | None:
    """A stage without an answer: the supporter is nudged; at the last one the person is told and chooses."""
    last = sum(map(len, ledger.policy.clocks["request_answer"].stages.values()))
    if deadline.stage >= last:
        return Decision(act="lapse", notices=(_news(case, f"lapsed-{deadline.period}", "unanswered"),))
    nudge = Notice(
        case.handlers[0], NoticeClass.DUTY, case.id, once=f"{case.id}:answer:{deadline.period}:{deadline.stage}",
        due_on=date.fromisoformat(case.body["promised_on"]), not_after=deadline.not_after, while_in=("requested",),
    )  # fmt: skip
    return Decision(act="nudge", notices=(nudge,))


def on_term_end(case: Case, ledger: Ledger, now: datetime) -> Decision | None:
    """The supporter's term is over: a renewed one goes on without a gap (P3), otherwise the person chooses anew."""
    supporter = case.handlers[0]
    held = appointment_of(supporter, ledger, ledger.office.day(now))
    if held is not None:
        return Decision(act="go_on", deadlines=_term(case, held.last_day, case.body["round"], ledger))
    return replace(step_aside(case, "term"), act="release")


def on_roster(case: Case, ledger: Ledger, now: datetime) -> tuple[Deadline, ...]:
    """The supporter's office ends on another day now, perhaps at once: the case is looked at on the day after it."""
    if case.kind != "request" or case.state not in HANDLED:
        return ()
    today = ledger.office.day(now)
    held = appointment_of(case.handlers[0], ledger, today)
    return _term(case, held.last_day if held else today - DAY, case.body["round"], ledger)


def _asked(decision: Decision, case: Case, supporter: str, turn: int, ledger: Ledger, now: datetime) -> Decision:
    """The same for every way of asking a supporter: the promise, its stages, the end of the term, the notice."""
    planned = stages(ledger.policy.clocks["request_answer"], now, ledger.office)
    # on the last stage the person hears that no answer came, so the supporter has until the office day before it
    promise = ledger.office.on_or_before(ledger.office.day(planned[-1].at) - DAY)
    held = appointment_of(supporter, ledger, ledger.office.day(now))
    body = {**(decision.body or case.body), "promised_on": promise.isoformat()}
    notice = Notice(
        supporter, NoticeClass.DUTY, case.id, once=f"{case.id}:asked:{turn}", due_on=promise,
        not_after=planned[0].at, while_in=("requested",),
    )  # fmt: skip
    return replace(
        decision,
        body=body,
        deadlines=(
            *(Deadline(case.id, ANSWER, s.at, s.number, str(turn), s.not_after) for s in planned),
            *(_term(case, held.last_day, turn, ledger) if held else ()),
        ),
        notices=(notice,),
        answer={"promised_on": promise},
    )


def _term(case: Case, last: date | None, turn: int, ledger: Ledger) -> tuple[Deadline, ...]:
    """The day after the term; its period names the last day, so that a term that ends on another one is another."""
    if last is None:
        return ()
    return (Deadline(case.id, TERM_END, ledger.office.start_of(last + DAY), period=f"{turn}:{last.isoformat()}"),)


def _told_at(ledger: Ledger, now: datetime) -> str:
    """When the notice of a request made now leaves: in a shared slot of working hours (G2)."""
    office, minutes = ledger.office, ledger.policy.notice_slot_minutes
    slot = next_slot(office.next_working(now), minutes)
    if not office.is_working(slot):
        slot = next_slot(office.next_working(slot), minutes)
    return slot.isoformat()


def _news(case: Case, what: str, state: str) -> Notice:
    """The person is told, unless the case has left `state` before the notice could leave: then it is news no more."""
    return Notice(case.requester, NoticeClass.NEWS, case.id, once=f"{case.id}:{what}:{case.rev}", while_in=(state,))


PASSED = {
    ANSWER: Passed(Act.NOTIFY, "request", on_answer),
    TERM_END: Passed(Act.CHANGE, "request", lambda case, deadline, ledger, now: on_term_end(case, ledger, now)),
    FORGET: Passed(Act.CHANGE, "request", lambda case, deadline, ledger, now: forget(case)),
}
TOLD = {"case": ((Role.EMPLOYEE, *sorted(HANDLERS)), "request")}
