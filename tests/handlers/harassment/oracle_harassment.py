"""Who may deal with a consultation, written down a second time from the decisions and the regulation.

It knows nothing of the program's circle, conflicts or doors; the cells of the matrix are those of `oracle_access`.
Typed in this order: the decisions (G, K), the table of who may see what, the table of security.
What it is told is what happened: who came, whom the person keeps out, who was asked, who holds which office when.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tests.rules.oracle_access import read_oracle

CELLS = read_oracle()
OBJECTS = (
    "consultation", "intake", "intake_sheet", "excluded_people", "fact_finding_order", "fact_sheet", "outcome",
    "committee_request", "committee_file", "committee_notice", "measures",
)  # fmt: skip
EMPLOYEE, DESK, COUNSELLOR, NURSE = "employee", "desk_officer", "counsellor", "response_nurse"
HEAD, DEPUTY, MEMBER, CHAIR, SECRETARY = (
    "affairs_head", "affairs_deputy", "committee_member", "chair", "secretariat",
)  # fmt: skip
HATS = (EMPLOYEE, DESK, COUNSELLOR, NURSE, HEAD, DEPUTY, MEMBER, CHAIR, SECRETARY)
CLERK_OF_ONE_CASE = "named_clerk"

TICKS = {"desk": {DESK}, "counsellors": {COUNSELLOR}, "head": {HEAD}, "committee": {MEMBER, CHAIR}}
SECTION = {DESK, SECRETARY, HEAD, CHAIR}  # K6: the staff section with its head and the director
LEAVES_WITH_IT = {DESK, SECRETARY}
BY_POST = {HEAD, DEPUTY, MEMBER, CHAIR}  # they act by office, also for who works under them
WITHOUT_CASES = {"administrator", "auditor"}
NOT_AFTER_LISTENING = {HEAD, DEPUTY, MEMBER, CHAIR}  # Aki 7(8), 8(1), 9(2): nobody judges their own report

WRITTEN = {"confirming", "held"}  # form 1 is there, whoever wrote it goes on with it (Aki 7(8))
SETTLING = {"received", "arranging", "arranged"}  # day, place and the two are still being settled (Aki 7(6))
IN_COMMITTEE = {"referred", "proposed", "measures"}  # Aki 8(2): never before
PROPOSED = {"proposed", "measures"}  # Aki 9(2), 12, K7
REPORTED = {"reported", "consent_held", "hearing", "found", "closing"} | IN_COMMITTEE  # Aki 7(8)
OPEN = SETTLING | REPORTED | {"stranded", "met", "confirming", "held"}


@dataclass(frozen=True)
class Office:
    """An office as the roster says; `until` is its last day, `basis` tells the clerk of one case."""

    person: str
    role: str
    since: date
    until: date
    basis: str = ""
    sworn: bool = True

    def held(self, day: date) -> bool:
        return self.since <= day <= self.until


@dataclass(frozen=True)
class Matter:
    """A consultation as it lies there now."""

    state: str
    requester: str = ""
    affected: str = ""
    named_out: frozenset[str] = frozenset()
    ticked: frozenset[str] = frozenset()
    held_then: frozenset[str] = frozenset()  # who held a ticked office when it was ticked
    wished: frozenset[str] = frozenset()
    door: str = "desk"
    receiver: str = ""
    asked: frozenset[str] = frozenset()
    responders: frozenset[str] = frozenset()
    aside: frozenset[str] = frozenset()
    recipient: str = ""
    nurse: str = ""
    nurse_agreed: bool = False
    acting: str = ""
    clerk: str = ""
    name_agreed: bool = False
    ordered: bool = False


@dataclass(frozen=True)
class Oracle:
    """Answers for one matter on one day; `above` is everybody's superior."""

    matter: Matter
    offices: tuple[Office, ...]
    above: dict[str, str]
    gone: frozenset[str]
    day: date

    def may(self, who: str, hat: str, act: str, obj: str, *, code: bool) -> bool:
        """Whether somebody may do it under this hat, having shown a code or not."""
        ways = CELLS.get((obj, hat, act), set())
        return (
            who not in self.gone and self._enters(who, hat) and any(way <= self._holds(who, hat, code) for way in ways)
        )

    def in_hand(self, who: str, hat: str) -> bool:
        """Whether somebody deals with it under this hat now, and nothing keeps them out."""
        return self._part(who, hat) and self.holds_office(who, hat) and not self.is_out(who, hat)

    def is_out(self, who: str, hat: str) -> bool:
        """Whether somebody must have nothing to do with it under this hat (Aki 11)."""
        matter = self.matter
        if who in self.gone or who in {matter.requester, matter.affected} or who in matter.aside or who in self._kept():
            return True
        if who in self._superiors() and hat not in BY_POST and who not in matter.wished:
            return True
        if hat in NOT_AFTER_LISTENING and who in matter.responders | matter.asked:
            return True
        return hat in LEAVES_WITH_IT and self._section_is_out() and who != matter.clerk

    def holds_office(self, who: str, role: str) -> bool:
        return any(office.person == who and office.role == role and office.held(self.day) for office in self.offices)

    def _enters(self, who: str, hat: str) -> bool:
        """In office and sworn in, not of those who run or audit the house; under the employee's hat everybody."""
        if hat == EMPLOYEE:
            return True
        barred = any(self.holds_office(who, post) for post in WITHOUT_CASES)
        sworn = any(o.sworn for o in self.offices if (o.person, o.role) == (who, hat))
        return self.holds_office(who, hat) and sworn and not barred and not self.is_out(who, hat)

    def _holds(self, who: str, hat: str, code: bool) -> frozenset[str]:
        """The words of `oracle_access` that are true of this person here."""
        matter = self.matter
        agreed = matter.nurse_agreed if hat == NURSE else matter.name_agreed
        said = {
            "own": bool(who) and who == matter.requester,
            "assigned": self.in_hand(who, hat),
            "consented": agreed,
            "identity_free": not matter.name_agreed,  # K4
            "submitted": matter.state in REPORTED,
            "ordered": matter.ordered,
            "referred": matter.state in IN_COMMITTEE,
            "proposed": matter.state in PROPOSED,
            "presiding": self._presides(who),
            "stepped_up": code,
        }
        return frozenset(word for word, true in said.items() if true)

    def _part(self, who: str, hat: str) -> bool:
        """Whether it has come to somebody in this state, by its way through the articles."""
        matter, state = self.matter, self.matter.state
        if state not in OPEN:
            return False
        if hat == DESK:  # K2: only the door that was chosen; who arranges, and nobody else of the section later
            return matter.door == "desk" and self._is_settled_now()
        if hat == COUNSELLOR:
            chosen = matter.door == "counsellor" and who == matter.receiver and self._is_settled_now()
            return chosen or who in matter.responders or (state == "arranging" and who in matter.asked)
        if hat == NURSE:
            return who == matter.nurse  # Aki 7(1)(10)
        if hat in {HEAD, DEPUTY}:
            return who == matter.recipient and state in REPORTED
        if hat == SECRETARY:
            return state in IN_COMMITTEE and (who == matter.clerk or self._is_regular_clerk(who))
        return state in IN_COMMITTEE

    def _is_settled_now(self) -> bool:
        """Day, place and the two (Aki 7(6)); or neither of the two is left, and the same door finds others."""
        left = [who for who in self.matter.responders if self.holds_office(who, COUNSELLOR)]
        nobody = all(self.is_out(who, COUNSELLOR) for who in left)
        return self.matter.state in SETTLING or (nobody and self.matter.state in WRITTEN | REPORTED)

    def _presides(self, who: str) -> bool:
        """The director, or whom the unexcluded members have elected instead (Aki 9(6)(8))."""
        directors = [one for one in self._people() if self.holds_office(one, CHAIR) and not self.is_out(one, CHAIR)]
        if directors:
            return who == self._first(directors, CHAIR)
        return bool(who) and who == self.matter.acting and self._sits(who)

    def _sits(self, who: str) -> bool:
        return self.holds_office(who, MEMBER) and not self.is_out(who, MEMBER)

    def _is_regular_clerk(self, who: str) -> bool:
        """Of the section (Aki 9(11)), not named for another case."""
        mine = (o for o in self.offices if (o.person, o.role) == (who, SECRETARY) and o.held(self.day))
        return any(office.basis != CLERK_OF_ONE_CASE for office in mine)

    def _section_is_out(self) -> bool:
        """K6: the head, the director or one of the staff section is kept out."""
        of_it = {
            o.person for o in self.offices if o.role in SECTION and o.held(self.day) and o.basis != CLERK_OF_ONE_CASE
        }
        return bool(of_it & self._kept())

    def _kept(self) -> frozenset[str]:
        roles = {role for tick in self.matter.ticked for role in TICKS[tick]}
        now = {office.person for office in self.offices if office.role in roles and office.held(self.day)}
        return self.matter.named_out | now | (self.matter.held_then if self.matter.ticked else frozenset())

    def _superiors(self) -> frozenset[str]:
        return frozenset((*self._line(self.matter.requester), *self._line(self.matter.affected)))

    def _line(self, person: str) -> Iterator[str]:
        seen = {person, ""}
        while (person := self.above.get(person, "")) not in seen:
            seen.add(person)
            yield person

    def _people(self) -> list[str]:
        return list(dict.fromkeys(office.person for office in self.offices))

    def _first(self, people: list[str], role: str) -> str:
        return next(o.person for o in self.offices if o.role == role and o.held(self.day) and o.person in people)
