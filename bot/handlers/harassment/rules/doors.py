"""Where a consultation can be brought: to the desk or to one counsellor by name, and what that sets going (K2)."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from bot.errors import Refused
from bot.handlers.harassment.rules.arranging import PAIR, with_promise
from bot.handlers.harassment.rules.circle import DESK, eligible, joined, receivers
from bot.handlers.harassment.rules.clocks import RESPONDERS, last_day
from bot.handlers.harassment.rules.moves import RECEIVED
from bot.handlers.harassment.rules.notices import duty
from bot.rules.cases import Case, Decision
from bot.rules.ledger import Ledger
from bot.rules.people import Role
from bot.rules.slots import told_at

COUNSELLOR = "counsellor"
DOOR = "door"  # field of the forms


@dataclass(frozen=True)
class Doors:
    """Who would read it behind each door, by id. Without two counsellors neither leads anywhere (Aki 7(6))."""

    desk: tuple[str, ...]
    counsellors: tuple[str, ...]

    @property
    def closed(self) -> bool:
        """Whether nobody is left who may deal with it."""
        return len(self.counsellors) < PAIR


def doors(case: Case, ledger: Ledger, day: date) -> Doors:
    """The doors that are open to this case on `day`; who is kept out, or whose section is, stands behind none."""
    found = Doors(eligible(Role.DESK_OFFICER, case, ledger, day), eligible(Role.COUNSELLOR, case, ledger, day))
    return Doors((), ()) if found.closed else found


def through(door: str, case: Case, ledger: Ledger, day: date) -> dict[str, str] | Refused:
    """What the identity says of the chosen door: DESK or the id of a counsellor; refused where nobody may be there."""
    found = doors(case, ledger, day)
    if found.closed:
        return Refused("harassment-nobody-left", DOOR)
    if door == DESK and found.desk:
        return {"door": DESK, "receiver": ""}
    if door in found.counsellors:
        return {"door": COUNSELLOR, "receiver": door}
    return Refused("field-not-available", DOOR)


def choose_door(door: str, case: Case, ledger: Ledger, now: datetime) -> Decision | Refused:
    """The person brings it to another door; who had it before has it no more."""
    chosen = through(door, case, ledger, ledger.office.day(now))
    if isinstance(chosen, Refused):
        return chosen
    identity = {**case.identity, **chosen, "asked": [], "confirmed": [], "responders": [], "refused_by": []}
    return handed_over(Decision(act="choose_door", identity=identity), case, ledger, now)


def handed_over(decision: Decision, case: Case, ledger: Ledger, now: datetime, *, but: str = "") -> Decision:
    """The decision with all that it sets going to be at a door: the promise of Aki 7(6), its clock, the duty.

    `but` is who knows of it already.
    """
    body: dict[str, Any] = {**(case.body if decision.body is None else decision.body)}
    body |= {"round": body.get("round", 0) + 1, "told_at": told_at(ledger, now)}
    started = with_promise(replace(decision, body=body), case, ledger, now)
    identity = case.identity if decision.identity is None else decision.identity
    at_door = receivers(replace(case, identity=identity), ledger, ledger.office.day(now))
    promised = last_day(RESPONDERS, ledger, now)
    told = duty(case, (who for who in at_door if who != but), "received", promised, while_in=(RECEIVED,))
    with_duty = replace(started, notices=(*started.notices, *told), answer={"promised_on": promised})
    return joined(with_duty, case, ledger, now, state=RECEIVED)
