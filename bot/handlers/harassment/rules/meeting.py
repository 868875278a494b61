"""The day on which somebody listens: what is settled, its reminders in neutral words, another day, and that it was."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Any

from bot.errors import Refused
from bot.handlers.harassment.rules.circle import joined, responders
from bot.handlers.harassment.rules.clocks import FORM_1, RESPONDERS, last_day, with_clock
from bot.handlers.harassment.rules.moves import ARRANGED, ARRANGING, MET
from bot.handlers.harassment.rules.notices import duty, news
from bot.rules.access import Act
from bot.rules.cases import Case, Deadline, Decision
from bot.rules.ledger import Ledger
from bot.rules.office import DAY
from bot.rules.passed import Passed

MEETING = "meeting"
BEFORE, AFTER = 1, 2  # stages of the deadline: the reminder, and from then on whether it took place
PROPOSED_AT = "proposed_at"  # in the body: the first revision that shows the proposal of now
DAY_FIELD, TIME_FIELD, PLACE, MEANS = "day", "time", "place", "means"


@dataclass(frozen=True)
class Meeting:
    """When (office time), where and by which means of the policy."""

    day: date
    time: time
    place: str
    means: str

    def kept(self) -> dict[str, str]:
        """As it stands in the case."""
        hour = self.time.strftime("%H:%M")
        return {"day": self.day.isoformat(), "time": hour, "place": self.place, "means": self.means}

    def begins(self, ledger: Ledger) -> datetime:
        """The moment at which it begins, in the office's zone."""
        return datetime.combine(self.day, self.time, ledger.office.zone)


def proposed(meeting: Meeting, case: Case) -> dict[str, Any]:
    """What a new proposal writes, with the revision from which on it can be read."""
    return {"arrangement": meeting.kept(), PROPOSED_AT: case.rev + 1}


def meeting_of(body: Mapping[str, object]) -> Meeting | None:
    """What has been proposed or settled; None where nothing has been yet."""
    kept = body.get("arrangement")
    if not isinstance(kept, Mapping):
        return None
    return Meeting(date.fromisoformat(kept["day"]), time.fromisoformat(kept["time"]), kept["place"], kept["means"])


def not_possible(meeting: Meeting, ledger: Ledger, now: datetime) -> Refused | None:
    """A day or an hour that is over, or no place."""
    if meeting.day < ledger.office.day(now):
        return Refused("harassment-meeting-past", DAY_FIELD)
    if meeting.begins(ledger) <= now:
        return Refused("harassment-meeting-past", TIME_FIELD)
    return None if meeting.place else Refused("harassment-meeting-nowhere", PLACE)


def with_reminders(decision: Decision, case: Case, ledger: Ledger, now: datetime) -> Decision:
    """The decision that settles a meeting, with its reminder and the question after it; earlier ones are cancelled."""
    meeting = meeting_of(case.body if decision.body is None else decision.body)
    if meeting is None:
        return decision
    office, eve = ledger.office, meeting.day
    for _ in range(ledger.policy.harassment.meeting_reminder_office_days):
        eve = office.on_or_before(eve - DAY)
    planned = (
        Deadline(case.id, MEETING, office.opening(eve), BEFORE, str(case.rev), meeting.begins(ledger)),
        Deadline(case.id, MEETING, office.opening(office.add_open_days(meeting.day, 1)), AFTER, str(case.rev)),
    )
    coming = tuple(deadline for deadline in planned if deadline.due_at > now)
    return replace(decision, cancels=(*decision.cancels, MEETING), deadlines=(*decision.deadlines, *coming))


def reschedule(meeting: Meeting, by: str, case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """The person or one of the two asks for another day or place; the others say yes to it again (Aki 7(6))."""
    if refusal := not_possible(meeting, ledger, now):
        return refusal
    if case.state != ARRANGED:
        return Refused("harassment-reschedule-late", DAY_FIELD)
    pair, due_on = list(responders(case)), last_day(RESPONDERS, ledger, now)
    decision = Decision(
        act="reschedule",
        body={**case.body, **proposed(meeting, case), "promised_on": due_on.isoformat()},
        identity={**case.identity, "responders": [], "asked": pair, "confirmed": [by]},
        cancels=(MEETING,),
        notices=(
            *duty(case, (who for who in pair if who != by), "confirm", due_on, while_in=(ARRANGING,)),
            *news(case, (who for who in (case.requester,) if who != by), "proposed", while_in=(ARRANGING,)),
        ),
    )
    return joined(with_clock(decision, case, RESPONDERS, ledger, now), case, ledger, now, state=ARRANGING)


def meet(by: str, case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """One of the two says that it took place: now form 1 is owed, promptly (Aki 7(8))."""
    meeting, today = meeting_of(case.body), ledger.office.day(now)
    if by not in responders(case):
        return Refused("not-shown")
    if meeting is not None and today < meeting.day:
        return Refused("harassment-meet-early")
    others = (who for who in responders(case) if who != by)
    decision = Decision(
        act="meet",
        body={**case.body, "met_on": today.isoformat()},
        cancels=(MEETING,),
        notices=duty(case, others, "form1", last_day(FORM_1, ledger, now), while_in=(MET,)),
    )
    return joined(with_clock(decision, case, FORM_1, ledger, now), case, ledger, now, state=MET)


def on_meeting(case: Case, deadline: Deadline, ledger: Ledger, now: datetime) -> Decision | None:
    """Before it all three are reminded; after it the two are asked each office day whether it took place."""
    if case.state != ARRANGED:
        return None
    if deadline.stage >= AFTER:
        office, today = ledger.office, ledger.office.day(now)
        asked = duty(case, responders(case), f"took_place-{deadline.stage}", today, while_in=(ARRANGED,))
        tomorrow = office.opening(office.add_open_days(today, 1))
        again = replace(deadline, due_at=tomorrow, stage=deadline.stage + 1, not_after=None)
        return Decision(act="remind_meeting", deadlines=(again,), notices=asked)
    meeting = meeting_of(case.body)
    ends, nurse = meeting.begins(ledger) if meeting else None, str(case.identity.get("nurse", ""))
    told = news(case, (case.requester, *responders(case), nurse), "meeting", while_in=(ARRANGED,))
    return Decision(act="remind_meeting", notices=tuple(replace(notice, not_after=ends) for notice in told))


PASSED = {MEETING: Passed(Act.NOTIFY, "intake", on_meeting)}
