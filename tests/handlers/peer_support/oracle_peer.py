"""Who may read and change what in peer support, written down a second time from the decisions and the regulation.

It knows nothing of the program's matrix, moves or doors. What it is told is what happened: who asked, whom the person
chose, what the person agreed to, who holds which office today, in which state a matter is.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

UNIT, HQ, COORDINATOR, ADVISER, HEAD = (
    "unit_supporter", "hq_supporter", "coordinator", "external_adviser", "welfare_head",
)  # fmt: skip
SUPPORTERS = frozenset({UNIT, HQ})
HANDLERS = SUPPORTERS | {ADVISER}
WITHOUT_CASES = frozenset({"administrator", "auditor"})  # barred with every role that sees a case
FOR_GUESTS = frozenset({ADVISER})  # G6

LIVE = frozenset({"requested", "unanswered", "stepped_aside", "accepted", "closing"})
ACTIVE = frozenset({"requested", "unanswered", "accepted"})  # somebody deals with it; after the end nobody does
UNTAKEN = frozenset({"requested", "unanswered", "stepped_aside"})
WRITABLE = ACTIVE | {"stepped_aside"}
ALL_PARTS = frozenset({"name", "topic", "message", "talk"})

# verb -> relation to the case, states in which something may change by it (none: it only shows).
RULES: dict[str, tuple[str, frozenset[str]]] = {
    # the request, both sides (Yam 9, 10): opening leaves a mark
    "case": ("either", ACTIVE), "more": ("either", frozenset()),
    "carry_on": ("either", frozenset({"unanswered", "stepped_aside", "accepted"})),
    "talk": ("either", WRITABLE), "propose": ("either", WRITABLE),
    # the person (Yam 9, G7, G8, Yam 10(2)(3))
    "wait": ("asker", frozenset({"unanswered"})), "withdraw": ("asker", LIVE - {"closing"}),
    "choose": ("asker", frozenset()), "choose_again": ("asker", frozenset({"unanswered", "stepped_aside"})),
    "substitute": ("asker", frozenset({"unanswered", "stepped_aside"})),
    "correct": ("asker", frozenset()), "correction": ("asker", UNTAKEN),
    "reveal": ("asker", WRITABLE), "write": ("asker", WRITABLE), "agree": ("asker", WRITABLE),
    "finish": ("asker", frozenset({"accepted"})), "forget": ("asker", frozenset({"closing"})),
    "keep": ("asker", frozenset({"closing"})), "history": ("asker", frozenset()), "receipt": ("asker", frozenset()),
    "question": ("asker", frozenset()), "consents": ("asker", frozenset()), "take_back": ("asker", LIVE),
    "consent": ("asker", frozenset({"accepted"})), "agree_referral": ("asker", frozenset({"accepted"})),
    "not_now": ("asker", frozenset({"accepted"})),
    # who was asked (Yam 10(1)); P4, P8
    "accept": ("handler", frozenset({"requested", "unanswered"})),
    "step_aside": ("handler", ACTIVE),  # also later, for whom it was handed on to: it goes back (Yam 10(2)(3))
    "snooze": ("handler", frozenset({"requested"})), "reply": ("handler", ACTIVE), "confirm": ("handler", ACTIVE),
    "end": ("handler", frozenset({"accepted"})), "refer": ("handler", frozenset()),
    "ask_referral": ("handler", frozenset({"accepted"})), "introduce": ("handler", frozenset()),
    "introduce_contact": ("handler", frozenset({"accepted"})), "record_consent": ("handler", frozenset()),
    "ask_record": ("handler", frozenset({"accepted"})), "superior_guide": ("handler", frozenset()),
    "ask_superior": ("handler", frozenset({"accepted"})),
    "note": ("handler", frozenset()), "add_note": ("handler", ACTIVE),
    # what the person keeps for themselves (Yam 12, P13; Yam 10(4)(1), P8)
    "contact": ("keeper", frozenset()), "reopen": ("keeper", frozenset()), "worse_same": ("keeper", frozenset()),
    "forget_contact": ("keeper", frozenset({"kept"})), "check_same": ("keeper", frozenset({"kept"})),
    "check_better": ("keeper", frozenset({"kept"})), "check_worse": ("keeper", frozenset({"kept"})),
    "edit_draft": ("writer", frozenset()), "draft_sent": ("writer", frozenset({"kept"})),
    "draft_thrown": ("writer", frozenset({"kept"})), "keep_draft": ("writer", frozenset({"kept"})),
    # advice without identity, between two people (Yam 7(4), 10(2))
    "advice_case": ("adviser_or_advised", frozenset()), "advice_other": ("advised", frozenset()),
    "advice_add": ("advised", frozenset({"asked", "unanswered", "answered"})),
    "ask_other": ("advised", frozenset({"asked", "unanswered", "answered"})),
    "advice_close": ("advised", frozenset({"asked", "unanswered", "answered"})),
    "advice_answer": ("advising", frozenset({"asked", "unanswered", "answered"})),
    # practice, months, reports (P11, Yam 11)
    "practice": ("practising", frozenset()), "practice_accept": ("practising", frozenset({"requested"})),
    "practice_step_aside": ("practising", frozenset({"requested"})),
    "practice_end": ("practising", frozenset({"accepted"})),
    "month": ("reporter", frozenset()), "send": ("reporter", frozenset({"drafted"})),
    "adviser_report": ("reporting_adviser", frozenset()), "report_support": ("reporting_adviser", frozenset({"owed"})),
}  # fmt: skip
# verb -> who may do what belongs to no case yet; the second: whether anything may be written by it.
DOORS: dict[str, tuple[str, bool]] = {
    "request": ("member", True), "ask_advice": ("supporter", True), "practise": ("supporter", True),
    "be_away": ("handler_by_office", True), "back": ("handler_by_office", True), "record": ("logger", True),
    "reports": ("head", False), "reports_of": ("head", False), "adviser_reports": ("head", False),
    # what shows nothing but the directory, closed lists or fixed sentences; a draft is the person's own
    **dict.fromkeys(
        ("start", "avoid", "away", "aside", "practice_aside", "advice", "load", "write_down", "worse_other", "over",
         "withdrawn", "handed_on", "idle_over", "draft"), ("anybody", False)),
}  # fmt: skip
KIND = {
    **dict.fromkeys(("asker", "handler", "either"), "request"), "keeper": "contact", "writer": "draft",
    **dict.fromkeys(("adviser_or_advised", "advised", "advising"), "advice"), "practising": "practice",
    "reporter": "month", "reporting_adviser": "adviser_report",
}  # fmt: skip
TOLD = {  # topic of a notice -> how its receiver stands to the matter when it leaves
    "case": "either", "talk": "either", "month": "reporter", "contact": "keeper", "advice_case": "adviser_or_advised",
    "adviser_report": "reporting_adviser",
}  # fmt: skip


@dataclass(frozen=True)
class Somebody:
    """An account: may it enter at all, and is it a guest's."""

    id: str
    name: str
    served: bool = True
    guest: bool = False


@dataclass(frozen=True)
class Office:
    """An office as the roster says; `until` is its last day."""

    person: str
    role: str
    since: date
    until: date
    sworn: bool
    checked: bool


@dataclass(frozen=True)
class Agreed:
    """What the person agreed to: who may read which parts, from when, until the end of which day, unless taken back."""

    reader: str
    purpose: str
    parts: frozenset[str]
    given: datetime
    until: date
    back: datetime | None

    def holds(self, now: datetime, today: date) -> bool:
        return self.given <= now and today <= self.until and (self.back is None or now < self.back)


@dataclass(frozen=True)
class Matter:
    """A case as it lies there now; `asker` is "" when it is forgotten, `direct` are those the person chose by name."""

    id: str
    kind: str
    state: str
    asker: str
    hands: tuple[str, ...]
    named: bool = True
    period: str = ""
    before: tuple[str, ...] = ()
    direct: frozenset[str] = frozenset()
    agreed: tuple[Agreed, ...] = ()


@dataclass(frozen=True)
class Typed:
    """Words that somebody typed: of which kind they are, in which matter, and who read along when they were said."""

    author: str
    kind: str
    matter: str = ""
    read_by: str = ""


@dataclass
class Oracle:
    """Answers for one moment; its facts are set by whoever watches."""

    people: dict[str, Somebody]
    offices: tuple[Office, ...]
    matters: dict[str, Matter]
    now: datetime
    today: date

    def related(self, verb: str, who: str, row: str) -> bool:
        """Whether `who` may learn by this verb that there is such a matter at all."""
        if verb in DOORS:
            return self._stands(DOORS[verb][0], who, None)
        if verb == "keep_draft" and not row:
            return self._stands("member", who, None)
        matter = self.matters.get(row)
        relation, states = RULES[verb]
        if KIND[relation] == "advice":  # each of the two knows of it; what they may do is another question
            relation = "adviser_or_advised"
        told_over = relation == "handler" and bool(states) and self._had_it(who, matter)
        return told_over or self._stands(relation, who, matter)

    def may_change(self, verb: str, who: str, row: str) -> bool:
        """Whether anything at all may be written by it."""
        if verb in DOORS:
            return DOORS[verb][1] and self.related(verb, who, row)
        if not self.related(verb, who, row):
            return False
        if verb == "keep_draft" and not row:
            return True
        relation, states = RULES[verb]
        return self._stands(relation, who, self.matters[row]) and self.matters[row].state in states

    def may_be_told(self, topic: str, who: str, row: str) -> bool:
        if topic in {"reports", "adviser_reports"}:
            return self._in_office(who, {HEAD})
        relation, matter = TOLD[topic], self.matters.get(row)
        # who has yet to swear is told that there is something to read (G10)
        return self._stands(relation, who, matter, sworn=False)

    def may_see(self, who: str, typed: Typed) -> bool:
        """Whether these words may be on this person's screen now (P7, Yam 10(2)(3), 11(3), 13)."""
        matter = self.matters.get(typed.matter)
        if matter is None or not self._member_or_guest(who):
            return False
        parts = self.parts(who, matter)
        if typed.kind == "message":
            return self._is_asker(who, matter) or "message" in parts
        if typed.kind == "talk":
            return self._is_asker(who, matter) or (bool(parts) and self._read_along(who, typed, matter, parts))
        if typed.kind == "note":
            return who == typed.author and bool(parts)
        if typed.kind == "draft":
            return self._stands("writer", who, matter)
        if typed.kind == "advice":
            mine = typed.author in {who, matter.asker}
            return self._is_asker(who, matter) or (mine and self._stands("advising", who, matter))
        own = who == typed.author and not self.people[who].guest
        return own or (matter.state == "sent" and self._in_office(who, {HEAD}))

    def may_see_name(self, who: str, asker: str) -> bool:
        """Only who has been chosen by the person, or was agreed to, and never where it is kept back (G7)."""
        return who == asker or any(
            matter.asker == asker and matter.named and "name" in self.parts(who, matter)
            for matter in self.matters.values()
            if matter.kind == "request"
        )

    def parts(self, who: str, matter: Matter) -> frozenset[str]:
        """What of a request lies open to whoever deals with it: all for the chosen one, else what is agreed."""
        if not self._stands("handler", who, matter):
            return frozenset()
        return self._open(who, matter)

    def recordable(self, who: str, row: str) -> frozenset[str]:
        """Sub-topic and words of a record, only under the person's live consent (P7, Yam 11(3))."""
        matter = self.matters.get(row)
        if matter is None or matter.kind != "request" or who not in matter.hands:
            return frozenset()
        return self._agreed(matter, HEAD, "record")

    def _open(self, who: str, matter: Matter) -> frozenset[str]:
        return ALL_PARTS if who in matter.direct else self._agreed(matter, who, "referral")

    def _agreed(self, matter: Matter, reader: str, purpose: str) -> frozenset[str]:
        lines = (a for a in matter.agreed if (a.reader, a.purpose) == (reader, purpose))
        return frozenset().union(*(a.parts for a in lines if a.holds(self.now, self.today)))

    def _read_along(self, who: str, typed: Typed, matter: Matter, parts: frozenset[str]) -> bool:
        mine = {who, ""} | (set(matter.before) if who not in matter.direct and "talk" in parts else set())
        return typed.read_by in mine or typed.author == who

    def _stands(self, relation: str, who: str, matter: Matter | None, *, sworn: bool = True) -> bool:
        if not self._member_or_guest(who):
            return False
        if relation in KIND and (matter is None or matter.kind != KIND[relation]):
            return False
        return bool(getattr(self, f"_is_{relation}")(who, *([matter] if relation in KIND else []), sworn=sworn))

    def _is_anybody(self, who: str, *, sworn: bool = True) -> bool:
        return True

    def _is_member(self, who: str, *, sworn: bool = True) -> bool:
        return not self.people[who].guest

    def _is_supporter(self, who: str, *, sworn: bool = True) -> bool:
        return self._in_office(who, SUPPORTERS, sworn=sworn)

    def _is_handler_by_office(self, who: str, *, sworn: bool = True) -> bool:
        return self._in_office(who, HANDLERS, sworn=sworn)

    def _is_head(self, who: str, *, sworn: bool = True) -> bool:
        return self._in_office(who, {HEAD}, sworn=sworn)

    def _is_logger(self, who: str, *, sworn: bool = True) -> bool:
        """A supporter, or who was one in the month that can still be reported (Yam 11(1))."""
        months = {f"{self.today:%Y-%m}", f"{self.today.replace(day=1) - timedelta(days=1):%Y-%m}"}
        return any(self._may_report(who, month, sworn=sworn) for month in months)

    def _is_asker(self, who: str, matter: Matter, *, sworn: bool = True) -> bool:
        return bool(matter.asker) and who == matter.asker and not self.people[who].guest

    _is_keeper = _is_writer = _is_asker

    def _is_handler(self, who: str, matter: Matter, *, sworn: bool = True) -> bool:
        mine = who in matter.hands and who != matter.asker and matter.state in ACTIVE
        return mine and self._in_office(who, HANDLERS, sworn=sworn) and bool(self._open(who, matter))

    def _had_it(self, who: str, matter: Matter | None) -> bool:
        """Whoever had the matter until it ended: a form that was open until then says that it is over, no more."""
        ended = matter is not None and matter.kind == "request" and matter.state == "closing" and who in matter.hands
        return ended and self._in_office(who, HANDLERS)

    def _is_either(self, who: str, matter: Matter, *, sworn: bool = True) -> bool:
        return self._is_asker(who, matter) or self._is_handler(who, matter, sworn=sworn)

    def _is_advised(self, who: str, matter: Matter, *, sworn: bool = True) -> bool:
        return self._is_asker(who, matter) and self._in_office(who, SUPPORTERS, sworn=sworn)

    def _is_advising(self, who: str, matter: Matter, *, sworn: bool = True) -> bool:
        return who in matter.hands and self._in_office(who, {COORDINATOR, HQ}, sworn=sworn)

    def _is_adviser_or_advised(self, who: str, matter: Matter, *, sworn: bool = True) -> bool:
        return self._is_advised(who, matter, sworn=sworn) or self._is_advising(who, matter, sworn=sworn)

    def _is_practising(self, who: str, matter: Matter, *, sworn: bool = True) -> bool:
        return who in matter.hands and self._in_office(who, SUPPORTERS, sworn=sworn)

    def _is_reporter(self, who: str, matter: Matter, *, sworn: bool = True) -> bool:
        return who in matter.hands and self._may_report(who, matter.period, sworn=sworn)

    def _is_reporting_adviser(self, who: str, matter: Matter, *, sworn: bool = True) -> bool:
        """In office, or an office over that lay in the month of the report while no other goes on (Yam 11(2), 8(3))."""
        return who in matter.hands and self._may_report(who, matter.period, roles={ADVISER}, sworn=sworn)

    def _member_or_guest(self, who: str) -> bool:
        return self.people[who].served

    def _in_office(self, who: str, roles: Iterable[str], *, sworn: bool = True) -> bool:
        """Whether one of these offices is held today, sworn in and not barred (G6, G10)."""
        mine = [o for o in self.offices if o.person == who and o.since <= self.today <= o.until]
        if not self.people[who].served or {o.role for o in mine} & WITHOUT_CASES:
            return False
        fit = [o for o in mine if o.role in set(roles) and self._sworn(who, o.role, needed=sworn)]
        if self.people[who].guest:
            fit = [o for o in fit if o.role in FOR_GUESTS and o.checked]
        return bool(fit)

    def _sworn(self, who: str, role: str, *, needed: bool) -> bool:
        """Once for an office, also when it is renewed (P3)."""
        return not needed or any(o.sworn for o in self.offices if (o.person, o.role) == (who, role))

    def _may_report(self, who: str, month: str, *, sworn: bool, roles: Iterable[str] = SUPPORTERS) -> bool:
        """In office, or an office over that lay in that month while no other goes on (Yam 11(1), 6(5))."""
        if self._in_office(who, roles, sworn=sworn):
            return True
        mine = [o for o in self.offices if o.person == who and o.role in set(roles)]
        if any(o.since <= self.today <= o.until for o in mine):
            return False
        if self.people[who].guest:
            mine = [o for o in mine if o.role in FOR_GUESTS and o.checked]
        over = [o for o in mine if o.until < self.today and f"{o.since:%Y-%m}" <= month <= f"{o.until:%Y-%m}"]
        return any(o.since <= o.until and self._sworn(who, o.role, needed=sworn) for o in over)
