"""A request from one person to one supporter: asked, accepted or stepped aside from, nudged, ended (Yam 9, 10)."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot.errors import Refused
from bot.handlers.peer_support.rules import consents, idle
from bot.handlers.peer_support.rules.adviser_report import owed
from bot.handlers.peer_support.rules.choice import (
    FREE,
    HANDLED,
    absent_until,
    appointment_of,
    asked_before,
    asked_by,
    free_one,
    left_out,
    offered,
    offers,
)
from bot.rules.access import Act
from bot.rules.cases import Case, Deadline, Decision, Notice, NoticeClass, Opening, Party, Purpose
from bot.rules.counted import with_promise_counted
from bot.rules.deadlines import stages
from bot.rules.ledger import Ledger
from bot.rules.office import DAY
from bot.rules.passed import Passed
from bot.rules.people import HANDLERS, Role
from bot.rules.slots import told_at

ANSWER, TERM_END, FORGET = "answer", "term_end", "forget"


@dataclass(frozen=True)
class Intake:
    """What the person chose: a receiver, and if they like a topic of Yam 3, a means (Yam 9), words.

    `offer` is the id of an offer or FREE, `avoided` are the ids of offers; `named` says whether the other side reads
    the name (G7).
    """

    topic: str
    offer: str
    means: str
    message: str = ""
    named: bool = True
    avoided: tuple[str, ...] = ()


def request(intake: Intake, requester: str, case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """The person applies directly to the supporter of their choice; nobody stands between them (Yam 9)."""
    listed = offers(requester, ledger, ledger.office.day(now))
    avoided = frozenset(offer.candidate.person for offer in listed if offer.id in intake.avoided)
    if any(offer.id == intake.offer and offer.candidate.person in avoided for offer in listed):
        return Refused("peer_support-avoided", "supporter")
    chosen = _chosen(intake.offer, requester, case, ledger, now, avoided)
    if isinstance(chosen, Refused):
        return chosen
    left_open = {"free": True} if intake.offer == FREE else {}
    return with_promise(
        Decision(
            act="request",
            opens=Opening("request"),
            body={
                "topic": intake.topic, "means": intake.means, "message": intake.message, "named": intake.named,
                "round": 1, "told_at": told_at(ledger, now), "asked_on": ledger.office.day(now).isoformat(),
            },
            identity={
                "requester": requester, "handlers": [chosen], **left_open,
                **({"avoided": sorted(avoided)} if avoided else {}),
            },
            parties=(Party(requester, Purpose.REQUESTER), Party(chosen, Purpose.HANDLER)),
        ),
        case, chosen, 1, ledger, now,
    )  # fmt: skip


def _chosen(
    offer_id: str, requester: str, case: Case, ledger: Ledger, now: datetime, avoided: Collection[str]
) -> str | Refused:
    """Whom the person has chosen, or who is asked because they leave it open (P5); refused at the field otherwise."""
    today = ledger.office.day(now)
    if offer_id == FREE:
        free = free_one(case, requester, ledger, today, avoided)
        return free.candidate.person if free else Refused("peer_support-nobody-free", "supporter")
    offer = offered(offer_id, requester, ledger, today, avoided)
    if offer is None:
        return Refused("field-not-available", "supporter")
    if offer.candidate.person in asked_by(requester, ledger):
        return Refused("peer_support-already-asked", "supporter")
    return offer.candidate.person


def accept(case: Case, ledger: Ledger, now: datetime) -> Decision:
    """The supporter takes it on: a duty, once asked (Yam 10(1)). The person is told."""
    taken_on = Decision(act="accept", cancels=(ANSWER,), notices=(news(case, "accepted", "accepted"),))
    counted = with_promise_counted(taken_on, case, case.opened_month, ledger, now, kept=True)
    return idle.begun_anew(counted, case, ledger, now)


def step_aside(case: Case, reason: str, ledger: Ledger, now: datetime) -> Decision:
    """The supporter cannot, for a listed reason; the person reads only that somebody else will be found (P4)."""
    supporter = case.handlers[0]
    aside = Decision(
        act="step_aside",
        body={**case.body, "stepped_aside": [*case.body.get("stepped_aside", ()), reason]},
        identity={**case.identity, "handlers": [], "stepped_aside": sorted(asked_before(case))},
        drops_parties=(Party(supporter, Purpose.HANDLER),),
        cancels=(ANSWER, TERM_END),
        notices=(news(case, "stepped_aside", "stepped_aside"),),
    )
    return idle.begun_anew(aside, case, ledger, now)


def pass_on(case: Case, reason: str, ledger: Ledger, now: datetime) -> Decision:
    """The supporter steps aside; where the person has left it open the next one is asked at once, one at a time (P5).

    Once the person has been told that no answer came, the choice is theirs again.
    """
    aside = step_aside(case, reason, ledger, now)
    left = replace(case, body=aside.body or {}, identity=aside.identity or {})
    open_to_all = bool(case.identity.get("free")) and case.state == "requested"
    chosen = _chosen(FREE, case.requester, left, ledger, now, left_out(left)) if open_to_all else ""
    if not chosen or isinstance(chosen, Refused):
        return aside
    turn = case.body["round"] + 1
    asked = with_promise(
        replace(
            aside, act="ask_next",
            body={**left.body, "round": turn, "told_at": told_at(ledger, now)},
            identity={**left.identity, "handlers": [chosen]},
            parties=(Party(chosen, Purpose.HANDLER),),
        ),
        case, chosen, turn, ledger, now,
    )  # fmt: skip
    return replace(asked, notices=(*asked.notices, news(case, f"asked_next-{turn}", "requested")))


def wait(case: Case, ledger: Ledger, now: datetime) -> Decision:
    """The person gives the same supporter more time: the stages begin anew (Yam 10(1))."""
    turn = case.body["round"] + 1
    return with_promise(
        Decision(act="wait", body={**case.body, "round": turn}), case, case.handlers[0], turn, ledger, now
    )


def choose_again(offer_id: str, case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """The person asks somebody else; the one before can no longer see it (Yam 9)."""
    chosen = _chosen(offer_id, case.requester, case, ledger, now, left_out(case))
    if isinstance(chosen, Refused):
        return chosen
    turn = case.body["round"] + 1
    kept = {key: value for key, value in case.identity.items() if key not in {"free", "referred_from"}}
    return with_promise(
        Decision(
            act="choose_again",
            body={**case.body, "round": turn, "told_at": told_at(ledger, now)},
            identity={**kept, "handlers": [chosen], **({"free": True} if offer_id == FREE else {})},
            drops_parties=tuple(Party(before, Purpose.HANDLER) for before in case.handlers),
            parties=(Party(chosen, Purpose.HANDLER),),
            cancels=(ANSWER, TERM_END),
            consents=consents.all_ended(case, ledger, now),  # they were given to the one before
        ),
        case, chosen, turn, ledger, now,
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
    ended = Decision(
        act="end",
        body={**case.body, "forgotten_on": last.isoformat()},
        cancels=(TERM_END, *idle.KINDS),
        deadlines=(Deadline(case.id, FORGET, ledger.office.start_of(last + DAY)),),
        notices=(news(case, "closing", "closing"),),
    )
    return owed(ended, case, ledger, now)


def forget(case: Case) -> Decision:
    """Who asked whom is destroyed; what was done stands in the supporter's month, without identity (Yam 11(3))."""
    return Decision(act="forget", ends_route=True)


def on_term_end(case: Case, ledger: Ledger, now: datetime) -> Decision | None:
    """The supporter's term is over: a renewed one goes on without a gap (P3), otherwise the person chooses anew."""
    supporter = case.handlers[0]
    held = appointment_of(supporter, ledger, ledger.office.day(now))
    if held is not None:
        return Decision(act="go_on", deadlines=term_ends(case, held.last_day, case.body["round"], ledger))
    return replace(step_aside(case, "term", ledger, now), act="release")


def on_roster(case: Case, ledger: Ledger, now: datetime) -> tuple[Deadline, ...]:
    """The supporter's office ends on another day now, perhaps at once: the case is looked at on the day after it."""
    if case.kind != "request" or case.state not in HANDLED:
        return ()
    today = ledger.office.day(now)
    held = appointment_of(case.handlers[0], ledger, today)
    return term_ends(case, held.last_day if held else today - DAY, case.body["round"], ledger)


def with_promise(decision: Decision, case: Case, supporter: str, turn: int, ledger: Ledger, now: datetime) -> Decision:
    """The same for every way of asking a supporter: the promise, its stages, the end of the term, the notice.

    Who is away cannot answer before the day after: who asks them all the same has read until when (`waits_for`).
    """
    office, today = ledger.office, ledger.office.day(now)
    held = appointment_of(supporter, ledger, today)
    away = absent_until(held, today)
    begins = office.opening(office.on_or_after(away + DAY)) if away else now
    planned = stages(ledger.policy.clocks["request_answer"], begins, office)
    # on the last stage the person hears that no answer came, so the supporter has until the office day before it
    promise = office.on_or_before(office.day(planned[-1].at) - DAY)
    body = {
        **(decision.body or case.body), "promised_on": promise.isoformat(),
        "reminders": [stage.at.isoformat() for stage in planned[:-1]],
        "waits_for": away.isoformat() if away else "",
    }  # fmt: skip
    body.pop(idle.ASKED, None)  # who asks somebody goes on
    notice = Notice(
        supporter, NoticeClass.DUTY, case.id, once=f"{case.id}:asked:{turn}", due_on=promise,
        not_after=planned[0].at, while_in=("requested",),
    )  # fmt: skip
    return replace(
        decision,
        body=body,
        cancels=(*decision.cancels, *idle.KINDS),
        deadlines=(
            *(Deadline(case.id, ANSWER, s.at, s.number, str(turn), s.not_after) for s in planned),
            *(term_ends(case, held.last_day, turn, ledger) if held else ()),
        ),
        notices=(notice,),
        answer={"promised_on": promise},
    )


def term_ends(case: Case, last: date | None, turn: int, ledger: Ledger) -> tuple[Deadline, ...]:
    """The day after the term; its period names the last day, so that a term that ends on another one is another."""
    if last is None:
        return ()
    return (Deadline(case.id, TERM_END, ledger.office.start_of(last + DAY), period=f"{turn}:{last.isoformat()}"),)


def news(case: Case, what: str, state: str) -> Notice:
    """The person is told, unless the case has left `state` before the notice could leave: then it is news no more."""
    return Notice(case.requester, NoticeClass.NEWS, case.id, once=f"{case.id}:{what}:{case.rev}", while_in=(state,))


PASSED = {
    FORGET: Passed(Act.CHANGE, "request", lambda case, deadline, ledger, now: forget(case)),
}
TOLD = {"case": ((Role.EMPLOYEE, *sorted(HANDLERS)), "request")}
