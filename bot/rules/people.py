"""Who somebody is to this program: persons, the roles they are appointed to, and how long a term lasts."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bot.rules.counting import last_of_period


class Role(StrEnum):
    """Every part somebody can play; who acts wears exactly one of them at a time, as a hat."""

    EMPLOYEE = "employee"
    UNIT_SUPPORTER = "unit_supporter"  # Yam 6
    HQ_SUPPORTER = "hq_supporter"  # Yam 5
    COORDINATOR = "coordinator"  # Yam 7
    EXTERNAL_ADVISER = "external_adviser"  # Yam 8
    WELFARE_HEAD = "welfare_head"  # Yam 4(2), 11
    UNIT_HEAD = "unit_head"  # Yam 6(3)(7)
    DESK_OFFICER = "desk_officer"  # Aki 7(2)
    COUNSELLOR = "counsellor"  # Aki 7(3)
    RESPONSE_NURSE = "response_nurse"  # Aki 7(10)
    AFFAIRS_HEAD = "affairs_head"  # Aki 7(8), 8
    AFFAIRS_DEPUTY = "affairs_deputy"  # K6: for cases that the head may not see
    COMMITTEE_MEMBER = "committee_member"  # Aki 9(4)
    CHAIR = "chair"  # Aki 9(6), or the acting one, 9(8)
    SECRETARIAT = "secretariat"  # Aki 9(11)
    IMPLEMENTER = "implementer"  # Aku 4
    CLERK = "clerk"  # Aku 5
    JOINT_CLERK = "joint_clerk"  # Aku 5
    PLANNER = "planner"  # Aku 3
    PHYSICIAN = "physician"  # Aku 12, 13
    AFFAIRS_STAFF = "affairs_staff"  # Aku 11(2)
    DIGEST_READER = "digest_reader"
    ADMINISTRATOR = "administrator"
    AUDITOR = "auditor"
    OPERATOR = "operator"  # at the host's command line, never in Slack
    SCHEDULER = "scheduler"  # the program itself


AFFAIRS_HEADS = (Role.AFFAIRS_HEAD, Role.AFFAIRS_DEPUTY)
"""Who receives form 1 and decides: the section head, or for a case the deputy (Aki 7(8), 8, K6)."""

FOR_ONE_CASE = "named_clerk"
"""The basis of an appointment to the secretariat by the (acting) chair, for one case only (Aki 9(8), K6)."""

UNAPPOINTED = frozenset({Role.EMPLOYEE, Role.OPERATOR, Role.SCHEDULER})
"""Nobody is appointed to these: everybody has the first, a process has the others."""

SUPPORTERS = frozenset({Role.UNIT_SUPPORTER, Role.HQ_SUPPORTER})
"""ピアサポーター (Yam 4(1)): who owes the monthly report."""

HANDLERS = SUPPORTERS | {Role.EXTERNAL_ADVISER}
"""ピアサポーター等 (Yam 9): whom a person may ask directly."""

GUEST_HATS = frozenset({Role.EXTERNAL_ADVISER, Role.IMPLEMENTER, Role.JOINT_CLERK, Role.PHYSICIAN})
"""Offices that outsiders hold, as guests of the workspace; a guest has no other hat."""

CASE_ROLES = frozenset(Role) - UNAPPOINTED - {
    Role.UNIT_HEAD, Role.PLANNER, Role.DIGEST_READER, Role.ADMINISTRATOR, Role.AUDITOR,
}  # fmt: skip
"""Roles that can come to know something of a case."""


@dataclass(frozen=True)
class Person:
    """A row of the roster. `id` is the Slack user id, `superior` that of the direct superior or "".

    `division` is what the unit belongs to: small units are pooled within it (Aku 15); "" for a division of its own.
    """

    id: str
    name: str
    unit: str
    room: str = ""
    employment: str = ""
    personnel_authority: bool = False
    superior: str = ""
    phone: str = ""
    left: bool = False  # the workspace no longer knows the account
    division: str = ""


@dataclass(frozen=True)
class Appointment:
    """A role that `person` holds from `starts_on` to `ends_on`, both included; None: while in post.

    Valid from its day: the second person's check of the account (`checked_on`) neither delays nor refuses it.
    `released_on` is the first day without the role. `document` and `document_on` are number and day of
    the appointing paper, `basis` the reason of Yam 7(3) or the item of Aki 7(3), `field` an adviser's subject
    (Yam 8(1)), `seat` a committee seat (Aki 9(4)), `sworn_on` the day of the oath of secrecy, `away_until` the
    last day of an absence that the holder has told. `entered_by` is who entered it in Slack, "" for a roster file;
    `release_reason` the listed reason of a release there (Yam 6(6)); `let_end` says that it is not to be renewed.
    """

    id: str
    person: str
    role: Role
    starts_on: date
    ends_on: date | None
    unit: str = ""
    room: str = ""
    released_on: date | None = None
    field: str = ""
    document: str = ""
    document_on: date | None = None
    basis: str = ""
    seat: int = 0
    checked_on: date | None = None
    sworn_on: date | None = None
    appointed_by: str = ""
    away_until: date | None = None
    entered_by: str = ""
    release_reason: str = ""
    let_end: bool = False

    @property
    def last_day(self) -> date | None:
        """The last day of the role, or None while it has no end."""
        if self.released_on is None:
            return self.ends_on
        released = self.released_on - timedelta(days=1)
        return min(self.ends_on, released) if self.ends_on else released

    def in_force(self, day: date) -> bool:
        """Whether the role is held on `day`."""
        return self.starts_on <= day and (self.last_day is None or day <= self.last_day)

    def held_in(self, month: str) -> bool:
        """Whether the role was held on any day of `month` ("2026-09")."""
        first, last = f"{self.starts_on:%Y-%m}", f"{self.last_day:%Y-%m}" if self.last_day else month
        ever = self.last_day is None or self.starts_on <= self.last_day
        return ever and first <= month <= last


@dataclass(frozen=True)
class Principal:
    """Who acts, as Slack's verified payload and its member list say; `external` is another team."""

    person: str
    team: str
    guest: bool = False
    bot: bool = False
    deleted: bool = False
    external: bool = False


class Term(StrEnum):
    """The kinds of term of office."""

    FISCAL_YEAR = "fiscal_year"
    ONE_YEAR = "one_year"
    IN_POST = "in_post"


@dataclass(frozen=True)
class TermRule:
    """How long a role is held, and which article says so."""

    term: Term
    article: str


TERMS = {
    Role.UNIT_SUPPORTER: TermRule(Term.FISCAL_YEAR, "Yam 6(5)"),
    Role.COORDINATOR: TermRule(Term.FISCAL_YEAR, "Yam 7(5)"),
    Role.EXTERNAL_ADVISER: TermRule(Term.FISCAL_YEAR, "Yam 8(3)"),
    Role.HQ_SUPPORTER: TermRule(Term.FISCAL_YEAR, "Yam 5(3)"),  # a fiscal-year employee
    Role.COUNSELLOR: TermRule(Term.ONE_YEAR, "Aki 7(4)"),
    Role.COMMITTEE_MEMBER: TermRule(Term.FISCAL_YEAR, "Aki 10"),
    Role.CHAIR: TermRule(Term.IN_POST, "Aki 10"),
}
"""Roles without a row are held while in post."""

SEATS_BY_POST = frozenset({1, 2})
"""Aki 10: the director and the section head sit on the committee while they are that."""


def end_of_fiscal_year(day: date) -> date:
    """The 31 March on or after `day` (Local Autonomy Act 208)."""
    return date(day.year + (day.month > 3), 3, 31)


def fiscal_year(day: date) -> str:
    """The fiscal year of a day, named by the year of its April."""
    return str(end_of_fiscal_year(day).year - 1)


def term_end(role: Role, starts_on: date, *, seat: int = 0, predecessor_until: date | None = None) -> date | None:
    """The last day of a term that begins on `starts_on`; None while in post.

    A replacement on the committee serves what `predecessor_until` leaves (Aki 10).
    """
    rule = TERMS.get(role)
    if rule is None or rule.term is Term.IN_POST or seat in SEATS_BY_POST:
        return None
    if rule.term is Term.ONE_YEAR:
        return last_of_period(starts_on, 12)
    if role is Role.COMMITTEE_MEMBER and predecessor_until:
        return predecessor_until
    return end_of_fiscal_year(starts_on)


BY_OFFICE = {Role.HQ_SUPPORTER: Role.COORDINATOR}
"""Yam 5(5): a headquarters supporter is a coordinator as well."""


def roles_of(appointments: Iterable[Appointment], person: str, on: date) -> frozenset[Role]:
    """The roles that `person` holds on that day, with those that come by office; without `employee`."""
    held = {a.role for a in appointments if a.person == person and a.in_force(on)} - UNAPPOINTED
    return frozenset(held | {BY_OFFICE[role] for role in held & BY_OFFICE.keys()})


def holders(appointments: Iterable[Appointment], roles: Collection[Role], on: date) -> tuple[str, ...]:
    """Who holds one of `roles` on that day, in the roster's order."""
    found = (a.person for a in appointments if a.in_force(on) and {a.role, BY_OFFICE.get(a.role)} & set(roles))
    return tuple(dict.fromkeys(found))


def held_in_month(appointments: Iterable[Appointment], roles: Collection[Role], month: str) -> tuple[str, ...]:
    """Who held one of `roles` on any day of `month`: everybody who is asked the month's question."""
    return tuple(dict.fromkeys(a.person for a in appointments if a.role in roles and a.held_in(month)))


def renewed(appointment: Appointment, appointments: Iterable[Appointment]) -> bool:
    """Whether the same person goes on in the same role without a day's gap, so that open cases run on."""
    last = appointment.last_day
    return last is not None and any(
        a.in_force(last + timedelta(days=1))
        for a in appointments
        if (a.person, a.role) == (appointment.person, appointment.role) and a.id != appointment.id
    )


REPORTERS = {
    **dict.fromkeys(SUPPORTERS, SUPPORTERS),  # Yam 11(1)
    Role.EXTERNAL_ADVISER: frozenset({Role.EXTERNAL_ADVISER}),  # Yam 11(2)
}
"""Who reports under a hat: the offices that go on with the same report."""


def may_still_report(appointments: Iterable[Appointment], person: str, hat: Role, month: str, today: date) -> bool:
    """Whether somebody who wore `hat` in `month` and wears it no more may still write and send what is owed of it.

    Yam 11(1) asks for March by 10 April, when the term has already ended (Yam 6(5)), and for the month of a release
    (Yam 6(6)) when its supporter has long moved; an adviser's support may end with the term (Yam 11(2), 8(3)).
    A late report is taken late, as from everybody.
    """
    held = [a for a in appointments if a.person == person and a.role in REPORTERS.get(hat, ())]
    over = [a for a in held if a.last_day is not None and a.last_day < today]
    return any(a.held_in(month) for a in over) and not any(a.in_force(today) for a in held)


class Scope(StrEnum):
    """Where two roles exclude each other."""

    ALWAYS = "always"
    SAME_CASE = "same_case"


@dataclass(frozen=True)
class BarredPair:
    """Two roles that one person may not hold together."""

    one: Role
    other: Role
    scope: Scope
    reason: str


BARRED_PAIRS = (
    *(BarredPair(Role.ADMINISTRATOR, role, Scope.ALWAYS, "no-content") for role in sorted(CASE_ROLES)),
    *(BarredPair(Role.AUDITOR, role, Scope.ALWAYS, "no-content") for role in sorted(CASE_ROLES)),
    BarredPair(Role.ADMINISTRATOR, Role.AUDITOR, Scope.ALWAYS, "own-judge"),
    BarredPair(Role.AFFAIRS_HEAD, Role.CLERK, Scope.ALWAYS, "Aku 5"),
    BarredPair(Role.COUNSELLOR, Role.AFFAIRS_HEAD, Scope.SAME_CASE, "Aki 7(8)"),
    BarredPair(Role.COUNSELLOR, Role.AFFAIRS_DEPUTY, Scope.SAME_CASE, "Aki 8(1)"),
    BarredPair(Role.COUNSELLOR, Role.COMMITTEE_MEMBER, Scope.SAME_CASE, "Aki 9(2)"),
    BarredPair(Role.COUNSELLOR, Role.CHAIR, Scope.SAME_CASE, "Aki 9(2)"),
    BarredPair(Role.HQ_SUPPORTER, Role.COORDINATOR, Scope.SAME_CASE, "Yam 10(2)"),
)


def barred_with(role: Role, others: Collection[Role], scope: Scope) -> frozenset[Role]:
    """Those of `others` that `role` may not be held together with, within `scope`."""
    pairs = {(p.one, p.other) for p in BARRED_PAIRS if p.scope is scope}
    return frozenset(o for o in others if (role, o) in pairs or (o, role) in pairs)


def may_be_clerk(person: Person) -> bool:
    """Nobody with authority over personnel is a clerk (Aku 5); asked again at each access, as people move."""
    return not person.personnel_authority
