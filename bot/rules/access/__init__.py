"""Who may do what: one matrix, one question `may`, and no by default."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.rules.access.grants import Act, Condition, Grant, Matrix
from bot.rules.access.matrix_harassment import HARASSMENT
from bot.rules.access.matrix_house import HOUSE
from bot.rules.access.matrix_peer import PEER
from bot.rules.access.matrix_stress import STRESS
from bot.rules.people import GUEST_HATS, UNAPPOINTED, Principal, Role, Scope, barred_with

__all__ = ["MATRIX", "Act", "Condition", "Denial", "Grant", "Standing", "may", "may_be_told", "why_not"]

MATRIX: Matrix = {**PEER, **HARASSMENT, **STRESS, **HOUSE}


@dataclass(frozen=True)
class Standing:
    """How somebody, wearing one hat, stands to one object at one moment; what is not stated is no.

    `roles` are the roles in force today (`roles_of`); `checked` says that a second person has checked the
    account, which only a guest needs. `conflicted` is the answer of `conflicts.conflicted`.
    `possible` says that the object's state and revision allow the act.

    own           it is about this person, or this person wrote or owes it; for a unit head, the own unit
    assigned      this person is the one dealing with it now
    on_call       this person is on today's list for danger
    consented     a live consent covers this reader, purpose and fields (`consent.covers`)
    identity_free nothing that identifies the person is in what would be shown or written
    date_only     only day, time and place would be shown
    ephemeral     it would be shown once and kept nowhere
    submitted     it was handed in to the office that receives it
    ordered       the office in charge has ordered it
    referred      the head has passed the case to the committee
    presiding     the unexcluded members have elected this one to stand in for the chair (Aki 9(8))
    proposed      the committee has made its proposal
    applied       the person has applied for the interview
    unopened      nobody has yet opened what was handed over
    published     the organisation has published it
    stepped_up    a second factor was shown in the last half hour
    report_only   the term is over and only what is owed of it is still to be reported (`may_still_report`)
    """

    principal: Principal
    hat: Role
    roles: frozenset[Role] = frozenset()
    checked: bool = False
    oath_given: bool = False
    personnel_authority: bool = False
    conflicted: bool = False
    possible: bool = True
    own: bool = False
    assigned: bool = False
    on_call: bool = False
    consented: bool = False
    identity_free: bool = False
    date_only: bool = False
    ephemeral: bool = False
    submitted: bool = False
    ordered: bool = False
    referred: bool = False
    presiding: bool = False
    proposed: bool = False
    applied: bool = False
    unopened: bool = False
    published: bool = False
    stepped_up: bool = False
    report_only: bool = False

    def meets(self, conditions: Collection[Condition]) -> bool:
        """Whether every one of `conditions` holds."""
        return all(getattr(self, condition.value) for condition in conditions)


class Denial(StrEnum):
    """Why not: for the audit log and the tests. To the person, denied and missing look the same."""

    STRANGER = "stranger"
    UNGRANTED = "ungranted"
    OUT_OF_OFFICE = "out_of_office"
    BARRED = "barred"
    UNSWORN = "unsworn"
    UNRELATED = "unrelated"
    CONFLICTED = "conflicted"
    UNCONSENTED = "unconsented"
    UNMET = "unmet"
    IMPOSSIBLE = "impossible"
    NOT_STEPPED_UP = "not_stepped_up"


@dataclass(frozen=True)
class _Question:
    """One question to the matrix, with the grants that could answer it."""

    standing: Standing
    act: Act
    obj: str
    grants: tuple[Grant, ...]

    def met(self, considered: Collection[Condition]) -> bool:
        """Whether some grant has no open condition among `considered`."""
        return any(self.standing.meets(grant.conditions & frozenset(considered)) for grant in self.grants)


RELATIONS = frozenset({Condition.OWN, Condition.ASSIGNED, Condition.ON_CALL})
WITH_CONSENT = RELATIONS | {Condition.CONSENTED}
AT_THE_DESK = frozenset(Condition) - {Condition.STEPPED_UP}
REPORTABLE = frozenset({"monthly_report", "adviser_report", "oath"})  # the oath, because it comes before every access


def _is_stranger(q: _Question) -> bool:
    who, hat = q.standing.principal, q.standing.hat
    if hat in UNAPPOINTED - {Role.EMPLOYEE}:
        return hat not in q.standing.roles  # a process, not a person: given only where it is started
    outsider = who.bot or who.deleted or who.external
    return outsider or (who.guest and not (hat in GUEST_HATS and q.standing.checked))


def _is_ungranted(q: _Question) -> bool:
    return not q.grants


def _is_out_of_office(q: _Question) -> bool:
    if q.standing.hat in UNAPPOINTED:
        return False
    in_force = q.standing.hat in q.standing.roles
    return not in_force and not (q.standing.report_only and q.obj in REPORTABLE)  # Yam 11, after 6(5)


def _is_barred(q: _Question) -> bool:
    if q.standing.hat is Role.CLERK and q.standing.personnel_authority:
        return True  # Aku 5
    return bool(barred_with(q.standing.hat, q.standing.roles, Scope.ALWAYS))


def _is_unsworn(q: _Question) -> bool:
    """Yam 13, Aki 11, Aku 20: before its first access an office swears secrecy."""
    return not (q.standing.hat in UNAPPOINTED or q.standing.oath_given or q.obj == "oath")


def _is_unrelated(q: _Question) -> bool:
    return not q.met(RELATIONS)


def _is_conflicted(q: _Question) -> bool:
    """A person's own data stay readable under the employee's hat, whatever else is the case."""
    return q.standing.conflicted and q.standing.hat is not Role.EMPLOYEE


def _is_unconsented(q: _Question) -> bool:
    return not q.met(WITH_CONSENT)


def _is_unmet(q: _Question) -> bool:
    return not q.met(AT_THE_DESK)


def _is_impossible(q: _Question) -> bool:
    return not q.standing.possible


def _is_not_stepped_up(q: _Question) -> bool:
    return not q.met(frozenset(Condition))


CHECKS: tuple[tuple[Callable[[_Question], bool], Denial], ...] = (
    (_is_stranger, Denial.STRANGER),
    (_is_ungranted, Denial.UNGRANTED),
    (_is_out_of_office, Denial.OUT_OF_OFFICE),
    (_is_barred, Denial.BARRED),
    (_is_unsworn, Denial.UNSWORN),
    (_is_unrelated, Denial.UNRELATED),
    (_is_conflicted, Denial.CONFLICTED),
    (_is_unconsented, Denial.UNCONSENTED),
    (_is_unmet, Denial.UNMET),
    (_is_impossible, Denial.IMPOSSIBLE),
    (_is_not_stepped_up, Denial.NOT_STEPPED_UP),
)


def granted(hat: Role, act: Act, obj: str) -> tuple[Grant, ...]:
    """The grants of the matrix for this hat, act and object; each one alone would do."""
    return tuple(grant for grant in MATRIX.get(obj, {}).get(hat, ()) if act in grant.acts)


def why_not(standing: Standing, act: Act, obj: str) -> Denial | None:
    """The first reason against it, or None where it is allowed."""
    question = _Question(standing, act, obj, granted(standing.hat, act, obj))
    return next((denial for check, denial in CHECKS if check(question)), None)


def may(standing: Standing, act: Act, obj: str) -> bool:
    """Whether this standing allows `act` on `obj`; an object nobody has heard of is allowed to nobody."""
    return why_not(standing, act, obj) is None


def may_be_told(standing: Standing, obj: str) -> bool:
    """Whether a notice without content about `obj` may go to this person.

    Who could read it once sworn in and stepped up is told that there is something to read.
    """
    at_the_door = replace(standing, oath_given=True, stepped_up=True, ephemeral=True)
    return may(at_the_door, Act.READ, obj) or may(at_the_door, Act.NOTIFY, obj)
