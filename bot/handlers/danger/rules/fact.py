"""What follows a call: another person's review, the telling, the end of the identity, and the bare fact (G5)."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.errors import Refused
from bot.handlers.danger.rules.call import FORGET, PAGE, REVIEW, raisers_of
from bot.handlers.danger.rules.duty import involved, reviewers
from bot.handlers.danger.rules.moves import OPEN
from bot.rules.access import Act
from bot.rules.cases import Case, Deadline, Decision, Notice, NoticeClass, Party, Purpose, Record
from bot.rules.ledger import Ledger
from bot.rules.office import first_of, next_month
from bot.rules.passed import Passed
from bot.rules.people import HANDLERS, Role

UNLINK = "unlink"
LAST_STAGE = 2  # by then the first reviewer has been asked twice
TELL, UNSAFE, KNOWN, NOT_TOLD = "told", "unsafe", "known", "not_told"
RAISERS = (*sorted(HANDLERS), Role.COUNSELLOR, Role.PHYSICIAN, Role.IMPLEMENTER)
"""Who may call for somebody they deal with."""


@dataclass(frozen=True)
class Review:
    """What the reviewer found: it was seen to, and whether the person may be told (`TELL` or `UNSAFE`)."""

    handled: bool
    telling: str


def to_be_told(case: Case) -> bool:
    """Whether somebody called about this person without their doing."""
    return bool(raisers_of(case) and case.requester)


def review(made: Review, reviewer: str, case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """Somebody without a part in it has looked at the use; the person is told of it unless that is unsafe (G5)."""
    if reviewer in involved(case):
        return Refused("danger-review-other")
    if "review" in case.body:
        return Refused("danger-reviewed-already")
    if to_be_told(case) and made.telling not in {TELL, UNSAFE}:
        return Refused("field-choose", "telling")
    telling = made.telling if to_be_told(case) else KNOWN
    told = Notice(case.requester, NoticeClass.NEWS, "", once=f"{case.id}:told", topic="told")
    return Decision(
        act="review",
        body={**case.body, "review": {"handled": made.handled, "telling": telling}},
        cancels=(REVIEW,),
        notices=(told,) if telling == TELL else (),
    )


def on_review(case: Case, deadline: Deadline, ledger: Ledger, now: datetime) -> Decision | None:
    """The review is asked for: first in working hours, then at any hour, at the end of another person too."""
    asked = reviewers(case, ledger, ledger.office.day(now))
    if "review" in case.body or case.state not in OPEN or not asked:
        return None
    at_the_end = deadline.stage >= LAST_STAGE
    klass = NoticeClass.DANGER if deadline.stage else NoticeClass.DUTY
    return Decision(
        act="remind",
        notices=tuple(
            Notice(
                who, klass, case.id, once=f"{case.id}:review:{deadline.period}:{deadline.stage}:{who}", topic="review",
                due_on=date.fromisoformat(case.body["review_on"]), while_in=OPEN,
            )
            for who in (asked[:2] if at_the_end else asked[:1])
        ),
    )  # fmt: skip


def forget(case: Case, ledger: Ledger, now: datetime) -> Decision:
    """What names somebody is destroyed; the record says only that prompt measures were taken (Yam 10(4)(2), 11(3))."""
    parties = (
        *((Party(case.requester, Purpose.REQUESTER),) if case.requester else ()),
        *(Party(who, Purpose.HANDLER) for who in case.identity.get("paged", ())),
    )
    month = first_of(next_month(case.opened_month))
    return Decision(
        act="forget",
        body={},
        identity={},
        drops_parties=parties,
        records=(Record("danger", fact_of(case)),),
        deadlines=(Deadline(case.id, UNLINK, max(now, ledger.office.start_of(month))),),
        cancels=(PAGE, REVIEW),
        ends_identity=True,
    )


def fact_of(case: Case) -> dict[str, object]:
    """What may be known of a use for good: month, by which side, a crime or not, taken on, told."""
    telling = case.body.get("review", {}).get("telling", NOT_TOLD if to_be_told(case) else KNOWN)
    kept = {name: case.body[name] for name in ("month", "raised_by", "crime", "confirmed")}
    return {**kept, "told": telling}


def unlink(case: Case, ledger: Ledger) -> Decision:
    """The month in which uses are counted is over: nothing leads from a supporter to a call any more.

    Who it was is no longer known here, so everybody who could have been is struck out.
    """
    could = dict.fromkeys(a.person for a in ledger.all_appointments() if a.role in RAISERS)
    return Decision(act="unlink", drops_parties=tuple(Party(who, Purpose.RAISER) for who in could))


PASSED = {
    REVIEW: Passed(Act.NOTIFY, "danger_fact", on_review),
    FORGET: Passed(Act.DISPOSE, "danger", lambda case, deadline, ledger, now: forget(case, ledger, now)),
    UNLINK: Passed(Act.DISPOSE, "danger", lambda case, deadline, ledger, now: unlink(case, ledger)),
}
