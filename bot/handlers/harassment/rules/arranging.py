"""Day, place and two responders, by the person's wishes (Aki 7(6)(7)): who proposes whom, who says yes, who cannot."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from bot.errors import Refused
from bot.handlers.harassment.rules import meeting
from bot.handlers.harassment.rules.circle import eligible, joined, receivers, responders
from bot.handlers.harassment.rules.clocks import RESPONDERS, last_day, with_clock
from bot.handlers.harassment.rules.meeting import Meeting
from bot.handlers.harassment.rules.moves import ARRANGED, ARRANGING, RECEIVED, STRANDED
from bot.handlers.harassment.rules.notices import duty, news
from bot.rules.cases import Case, Decision
from bot.rules.counted import with_promise_counted
from bot.rules.ledger import Ledger
from bot.rules.people import Role

PAIR = 2  # Aki 7(6): two of the counsellors
RESPONDERS_FIELD, REASON, TEXT = "responders", "reason", "text"  # fields of the forms
MISSED = "missed_on"  # in the body since the person was told that a promise was not kept
ASKED_OTHER = "asked_other"  # in the body: what the person would rather have, until the next proposal


@dataclass(frozen=True)
class Proposal:
    """When, where and with whom; `reason` is a key of the policy, "" where every wished counsellor is among the two."""

    meeting: Meeting
    responders: tuple[str, ...]
    reason: str = ""


# ---- who can be one of the two ----


def candidates(case: Case, ledger: Ledger, now: datetime) -> tuple[str, ...]:
    """The counsellors who can be proposed today, the wished ones first (Aki 7(7)); nobody who has refused it."""
    wished, refused = case.identity.get("wished", ()), case.identity.get("refused_by", ())
    able = [who for who in eligible(Role.COUNSELLOR, case, ledger, ledger.office.day(now)) if who not in refused]
    return tuple(sorted(able, key=lambda who: who not in wished))


def suggested(case: Case, ledger: Ledger, now: datetime) -> tuple[str, ...]:
    """Who stands in the form already: who listens to it now, the wished ones, the counsellor who was turned to (K2)."""
    able = candidates(case, ledger, now)
    first = (*responders(case), *case.identity.get("wished", ()), str(case.identity.get("receiver", "")))
    return tuple(dict.fromkeys(who for who in first if who in able))[:PAIR]


def passed_over(proposed: tuple[str, ...], case: Case, ledger: Ledger, now: datetime) -> tuple[str, ...]:
    """The wished counsellors who could be one of the two and are not, while somebody else is (Aki 7(7))."""
    wished = [who for who in case.identity.get("wished", ()) if who in candidates(case, ledger, now)]
    return tuple(who for who in wished if who not in proposed) if set(proposed) - set(wished) else ()


# ---- the acts ----


def arrange(proposal: Proposal, arranger: str, case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """Whoever was told of it proposes day, place and two responders; who proposes oneself has said yes."""
    if arranger not in receivers(case, ledger, ledger.office.day(now)):
        return Refused("not-shown")
    if refusal := _not_proposable(proposal, case, ledger, now):
        return refusal
    pair = proposal.responders
    refusals = [*case.body.get("refusals", ()), *([proposal.reason] if passed_over(pair, case, ledger, now) else ())]
    kept = {key: value for key, value in case.body.items() if key not in {ASKED_OTHER, MISSED}}
    yes = [arranger] if arranger in pair else []
    waiting = [who for who in pair if who not in yes]
    decision = Decision(
        act="arrange",
        body={**kept, **meeting.proposed(proposal.meeting, case), "refusals": list(dict.fromkeys(refusals))},
        identity={**case.identity, "asked": list(pair), "confirmed": yes},
    )
    if MISSED in case.body:  # its clock has run out: those who are asked now have days of their own
        decision = with_promise(decision, case, ledger, now)
    due_on = promised_on(decision.body or {}, ledger, now)
    told = (
        *news(case, (case.requester,), "proposed", while_in=(ARRANGING,)),
        *duty(case, waiting, "confirm", due_on, while_in=(ARRANGING,)),
    )
    return joined(replace(decision, notices=told), case, ledger, now, state=ARRANGING)


def _not_proposable(proposal: Proposal, case: Case, ledger: Ledger, now: datetime) -> Refused | None:
    """A day that is over, not two of the candidates, or a wished counsellor passed over without a reason."""
    pair = proposal.responders
    if not len(pair) == len(set(pair)) == PAIR:
        return Refused("harassment-arrange-two", RESPONDERS_FIELD)
    if not set(pair) <= set(candidates(case, ledger, now)):
        return Refused("field-not-available", RESPONDERS_FIELD)
    if passed_over(pair, case, ledger, now) and not proposal.reason:
        return Refused("harassment-arrange-reason", REASON)
    return meeting.not_possible(proposal.meeting, ledger, now)


def confirm(person: str, case: Case, ledger: Ledger, now: datetime, *, seen: int) -> Decision | Refused:
    """One of the three says yes to what they have read; with the last yes it is settled (Aki 7(6)).

    `seen` is the revision that was shown: another's yes since then changes nothing, another proposal does.
    """
    if person not in unconfirmed(case):
        return Refused("not-shown")
    if seen < case.body.get(meeting.PROPOSED_AT, 0):
        return Refused("harassment-moved-on")
    confirmed = [*case.identity.get("confirmed", ()), person]
    identity: Mapping[str, Any] = {**case.identity, "confirmed": confirmed}
    if unconfirmed(replace(case, identity=identity)):
        return joined(Decision(act="confirm", identity=identity), case, ledger, now, state=ARRANGING)
    pair = list(case.identity["asked"])
    arrangers = receivers(case, ledger, ledger.office.day(now))
    told = (case.requester, *pair, *arrangers, str(case.identity.get("nurse", "")))
    settled = Decision(
        act="settle",
        body={key: value for key, value in case.body.items() if key != MISSED},
        identity={**case.identity, "responders": pair, "asked": [], "confirmed": []},
        cancels=(RESPONDERS,),
        notices=news(case, (who for who in told if who != person), "settled", while_in=(ARRANGED,)),
    )
    settled = with_promise_counted(settled, case, case.body["sent_on"][:7], ledger, now, kept=True)
    return joined(meeting.with_reminders(settled, case, ledger, now), case, ledger, now, state=ARRANGED)


def unconfirmed(case: Case) -> tuple[str, ...]:
    """Whose yes is still awaited: the two, and the person where they have an account of their own (G6)."""
    asked, confirmed = case.identity.get("asked", ()), case.identity.get("confirmed", ())
    everybody = (*asked, *((case.requester,) if case.requester else ()))
    return tuple(who for who in everybody if who not in confirmed) if asked else ()


def refuse(reason: str, responder: str, case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """One of the two cannot, for a listed reason that the person reads (Aki 7(7)); somebody else is looked for."""
    if responder not in case.identity.get("asked", ()):
        return Refused("not-shown")
    refusals = dict.fromkeys((*case.body.get("refusals", ()), reason))
    decision = Decision(
        act="refuse",
        body={**case.body, "refusals": list(refusals)},
        identity={**case.identity, "refused_by": [*case.identity.get("refused_by", ()), responder]},
        cancels=(meeting.MEETING,),
    )
    return anew(decision, case, ledger, now)


def ask_other(what: tuple[str, ...], text: str, case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """The person would rather have another day, place or responder; words of their own are optional."""
    if case.state != ARRANGING:
        return Refused("harassment-ask-other-late", TEXT)
    asked = {ASKED_OTHER: {"what": list(what), "text": text}}
    return anew(Decision(act="ask_other", body={**case.body, **asked}), case, ledger, now, promised=True)


# ---- somebody else must be found ----


def anew(decision: Decision, case: Case, ledger: Ledger, now: datetime, *, promised: bool = False) -> Decision:
    """The decision that leads back to `received`, another round; stranded where no two counsellors are left.

    Who has listened already stays until others have said yes. `promised`: the clock of Aki 7(6) begins anew, as it
    does where it has run out.
    """
    identity = {**(case.identity if decision.identity is None else decision.identity), "asked": [], "confirmed": []}
    body = {**(case.body if decision.body is None else decision.body), "round": case.body.get("round", 1) + 1}
    left = replace(case, state=RECEIVED, body=body, identity=identity)
    if len(candidates(left, ledger, now)) < PAIR:
        return stranded(replace(decision, body=body, identity=identity), case, ledger, now)
    again = replace(decision, body=body, identity=identity)
    if promised or MISSED in body:
        again = with_promise(again, case, ledger, now)
    due_on = promised_on(again.body or {}, ledger, now)
    arrangers = receivers(left, ledger, ledger.office.day(now))
    told = (
        *duty(case, arrangers, "arrange", due_on, while_in=(RECEIVED,)),
        *(news(case, (case.requester,), "again", while_in=(RECEIVED,)) if decision.act != "ask_other" else ()),
    )
    return joined(replace(again, notices=(*again.notices, *told)), case, ledger, now, state=RECEIVED)


def stranded(decision: Decision, case: Case, ledger: Ledger, now: datetime) -> Decision:
    """Nobody is left who may deal with it: the person is told, and nothing happens silently (Aki 11)."""
    ended = replace(
        decision,
        act="strand",
        cancels=(*decision.cancels, RESPONDERS, meeting.MEETING),
        notices=news(case, (case.requester,), "stranded", while_in=(STRANDED,)),
    )
    return joined(ended, case, ledger, now, state=STRANDED)


def promised_on(body: Mapping[str, Any], ledger: Ledger, now: datetime) -> date:
    """The day that the person was promised; today where it is over."""
    today = ledger.office.day(now)
    return max(date.fromisoformat(body["promised_on"]), today) if "promised_on" in body else today


def with_promise(decision: Decision, case: Case, ledger: Ledger, now: datetime) -> Decision:
    """The decision with the clock of Aki 7(6) begun anew, and the day that the person reads."""
    body = {**(case.body if decision.body is None else decision.body)}
    body.pop(MISSED, None)
    body["promised_on"] = last_day(RESPONDERS, ledger, now).isoformat()
    return with_clock(replace(decision, body=body), case, RESPONDERS, ledger, now)
