"""Who is told of what in a consultation: news and duties without a word of content (G1)."""

from collections.abc import Iterable
from datetime import date

from bot.rules.cases import Case, Notice, NoticeClass
from bot.rules.people import Role

ALL_HATS = (
    Role.EMPLOYEE, Role.DESK_OFFICER, Role.COUNSELLOR, Role.RESPONSE_NURSE, Role.AFFAIRS_HEAD, Role.AFFAIRS_DEPUTY,
    Role.COMMITTEE_MEMBER, Role.CHAIR, Role.SECRETARIAT,
)  # fmt: skip


def news(case: Case, people: Iterable[str], what: str, *, while_in: tuple[str, ...] = ()) -> tuple[Notice, ...]:
    """News about a case to each of `people` once; `what` tells the occasions apart, in its key only."""
    return tuple(
        Notice(who, NoticeClass.NEWS, case.id, once=f"{case.id}:{what}:{case.rev}:{who}", while_in=while_in)
        for who in dict.fromkeys(people)
        if who
    )


def duty(
    case: Case, people: Iterable[str], what: str, due_on: date, *, while_in: tuple[str, ...] = ()
) -> tuple[Notice, ...]:
    """A request with its date to each of `people`, once for each `what`."""
    return tuple(
        Notice(
            who, NoticeClass.DUTY, case.id, once=f"{case.id}:{what}:{case.rev}:{who}", due_on=due_on, while_in=while_in
        )
        for who in dict.fromkeys(people)
        if who
    )


TOLD = {"case": (ALL_HATS, "consultation")}
