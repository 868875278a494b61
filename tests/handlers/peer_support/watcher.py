"""Sees every row of the store after every step, keeps account of what people did, and asks the oracle about it."""

import json
import re
from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from bot.casework import Casework
from bot.handlers.peer_support.flow import PeerSupport
from bot.members import Members
from bot.rules.cases import Case
from bot.rules.consent import Consent
from bot.rules.people import Appointment
from bot.store.ledger import UnitLedger
from bot.store.unit import Unit
from tests import fakes
from tests.handlers.peer_support.facts import Facts, Row, case_of, seen
from tests.handlers.peer_support.oracle_peer import KIND, RULES, Agreed, Matter, Office, Oracle, Somebody, Typed

WORD = re.compile(r"canary[a-z]{9}")
CHOOSES = {"request", "choose_again", "substitute"}  # the acts by which a person chooses whom to ask (Yam 9)
CONSENTS = {"consent", "agree_referral"}
SAID = {  # the field's words, once they are stored: of which kind they are
    "request": "message", "correction": "message", "write": "talk", "reply": "talk", "add_note": "note",
    "keep_draft": "draft", "ask_advice": "advice", "advice_add": "advice", "advice_answer": "advice",
    "record": "record",
}  # fmt: skip
REWRITES = {"correction", "keep_draft"}  # other words in the place of the first ones
LASTS = timedelta(minutes=1)


@dataclass
class Account:
    """What people did about one request, as nobody but themselves could know."""

    asker: str
    direct: set[str] = field(default_factory=set)
    free: bool = False
    ever: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class Before:
    """The oracle's answer for the moment before a press."""

    related: bool
    may_change: bool
    recordable: frozenset[str] = frozenset()


class Watcher:
    """Holds the account against the oracle; a difference fails the test with the last steps of the story."""

    def __init__(
        self, casework: Casework, members: Members, names: Mapping[str, str], secret: Mapping[str, str]
    ) -> None:
        self.casework, self.members, self.names, self.secret = casework, members, names, secret
        self.flow = next(flow for flow in casework.flows.values() if isinstance(flow, PeerSupport))
        self.facts, self.earlier = Facts(), Facts()
        self.accounts: dict[str, Account] = {}
        self.typed: dict[str, tuple[Typed, ...]] = {}  # where words were said, none for words that nobody has sent
        self.numbers: dict[str, int] = {}  # case id -> which case it was, in the order in which they came
        self.lately: deque[str] = deque(maxlen=25)
        self.before = Before(related=False, may_change=False)
        self.owed_word: dict[str, set[str]] = {}  # person -> matters that were theirs and are so no more
        self._believe()

    # ---- looking

    async def look(self) -> set[Row]:
        """See the store anew; gives the rows that are another than before."""
        self.earlier, self.facts = self.facts, await self.casework.store.read(lambda unit: seen(unit, self.facts))
        old, new = self.earlier.rows, self.facts.rows
        changed = {row for row in old.keys() | new.keys() if old.get(row) != new.get(row)}
        for case in sorted(self.facts.cases.values(), key=lambda case: (case.period, case.kind, case.handlers)):
            self.numbers.setdefault(case.id, len(self.numbers) + 1)
        self._believe()
        return changed

    def _believe(self) -> None:
        """Tell the oracle what is so now."""
        now = self.now
        self.oracle = Oracle(
            {one: self._somebody(one) for one in self.names},
            tuple(_office(held) for held in self.facts.appointments),
            {case.id: self._matter(case) for case in self.facts.cases.values()},
            now,
            self.casework.office.day(now),
        )

    @property
    def now(self) -> datetime:
        return self.casework.store._clock.now()

    def _somebody(self, one: str) -> Somebody:
        member = self.members.get(one)
        assert member is not None
        return Somebody(one, self.names[one], not member.deleted and member.team == fakes.TEAM, member.guest)

    def _matter(self, case: Case) -> Matter:
        account = self.accounts.get(case.id)
        return Matter(
            case.id, case.kind, case.state, case.requester, case.handlers,
            named=bool(case.body.get("named", True)), period=case.period,
            before=tuple(account.ever if account else ()), direct=frozenset(account.direct if account else ()),
            agreed=tuple(_agreed(line) for line in self.facts.consents.get(case.id, ())),
        )  # fmt: skip

    def revisions(self) -> list[tuple[str, int]]:
        """Every matter that exists or has existed, with its revision."""
        found = sorted(self.facts.cases.values(), key=lambda case: self.numbers[case.id])
        return [(case.id, case.rev) for case in found]

    def parties(self, case_id: str) -> tuple[str, ...]:
        """Who has, or had, something to do with a matter."""
        case, account = self.facts.cases.get(case_id), self.accounts.get(case_id)
        return tuple(sorted({*(case.handlers if case else ()), *(account.ever | {account.asker} if account else ())}))

    def fits(self, verb: str, case_id: str) -> bool:
        """Whether a verb is one for this kind of matter."""
        case, relation = self.facts.cases.get(case_id), RULES.get(verb, ("",))[0]
        return case is not None and KIND.get(relation) == case.kind

    def may(self, verb: str, who: str, case_id: str) -> bool:
        """The oracle's word on it, for this moment."""
        return self.oracle.may_change(verb, who, case_id)

    def busy(self) -> tuple[str, ...]:
        """Who has something to do with a matter that goes on, once for each, oftener where both sides talk."""
        found: list[str] = []
        for one, _ in self.revisions():
            case = self.facts.cases[one]
            if case.kind in {"request", "contact", "advice"}:
                found += sorted({case.requester, *case.handlers} - {""}) * (4 if case.state == "accepted" else 1)
        return tuple(found)

    # ---- holding against the oracle

    def trail(self, who: str, press: Any, now: datetime) -> Before:
        """Note who is about to do what, and what the oracle says before it happens."""
        self._believe()
        name = self.names.get(who, who)
        if press is None:
            self.lately.append(f"{now:%m-%d %H:%M} {name}")
            return self.before
        verb, case = _verb(press.verb), press.case
        where = self.facts.cases.get(case)
        about = f"#{self.numbers.get(case, 0)} {where.kind} {where.state} rev {where.rev}" if where else "nothing"
        self.before = Before(
            self.oracle.related(verb, who, case), self.oracle.may_change(verb, who, case),
            self.oracle.recordable(who, case),
        )  # fmt: skip
        fields = {key: value for key, value in press.fields.items() if value}
        self.lately.append(f"{now:%m-%d %H:%M} {name} {verb} {about}, saw rev {press.rev} {fields} {self.before}")
        return self.before

    def check_change(self, who: str, press: Any, changed: set[Row], *, opens: bool) -> None:
        """Only who may has changed anything, and only in the matter it was about; then it is kept account of.

        `opens`: nothing was done, the matter was shown as it is now, which leaves its mark.
        """
        verb, fresh = _verb(press.verb), self._fresh()
        may_open = opens and not self.before.may_change and self.oracle.may_change("case", who, press.case)
        if may_open:
            self.ensure({name for name, _ in changed} <= {"record", "consent"}, f"{verb} has changed {sorted(changed)}")
        if not (self.before.may_change or may_open):
            self.ensure(not changed, f"{verb} has changed {sorted(changed)}")
            return
        touched = {self._case_of(row) for row in changed} & (self.facts.cases.keys() | self.earlier.cases.keys())
        own = {case for case in touched if who in self._hands(case)} if verb in {"record", "be_away", "back"} else set()
        self.ensure(touched <= {press.case, *fresh, *own}, f"{verb} has changed other matters")
        changed_offices = set(self.facts.appointments) - set(self.earlier.appointments)
        self.ensure(all(a.person == who for a in changed_offices), f"{verb} has changed somebody else's office")
        if changed:
            self._keep_account(who, verb, press, fresh)
        self._check_routes(who, verb, press)

    def check_screen(self, who: str, told: Any, own_words: set[str], what: str) -> None:
        """Nobody reads a word or a name that the oracle keeps from them; one's own words come back on one's screen."""
        words = json.dumps(getattr(told, "view", told), ensure_ascii=False, default=str)
        for canary in set(WORD.findall(words)) - own_words:
            said = self.typed[canary]
            may = any(self.oracle.may_see(who, typed) for typed in said)
            self.ensure(may, f"{what} shows {self.names[who]} {canary} {said}")
            self.ensure(what != "home", f"Home shows {canary}")
        for asker, name in self.secret.items():
            if name in words and name not in own_words:
                self.ensure(self.oracle.may_see_name(who, asker), f"{what} shows {self.names[who]} the name {name}")
                self.ensure(what != "home", f"Home shows the name {name}")

    def words_in(self, fields: Mapping[str, Any]) -> set[str]:
        """The canaries and names that somebody has just typed."""
        typed = json.dumps(dict(fields), ensure_ascii=False)
        return {*WORD.findall(typed), *(name for name in self.secret.values() if name in typed)}

    def new_words(self, who: str, chance: Random, *, telling: bool) -> str:
        """Words that nobody has ever typed; where they may be `telling`, sometimes with somebody's name in them."""
        canary = "canary" + "".join(chance.choices("bcdfghjklmnpqrstvwxz", k=9))
        self.typed[canary] = ()
        name = chance.choice(tuple(self.secret.values()))
        return f"{canary} {name}" if telling and chance.random() < 0.4 else canary

    async def time_has_passed(self) -> list[tuple[str, str, str]]:
        """Chase every deadline and let the messages leave; gives receiver, topic and case of each that left."""
        while due := await self.casework.store.read(lambda unit: unit.timetable.due(unit.now, 50)):
            for one in due:
                self.casework.store.run_now(lambda unit, one=one: self.casework.chase(unit, one))
        plan = self.flow.plan
        self.casework.store.run_now(lambda u: u.timetable.set(self.flow.name, plan(UnitLedger(u), u.now)))
        await self.look()
        self._check_routes("", "deadline", None)
        left = self.casework.store.run_now(self._leave)
        await self.look()
        return sorted(left, key=lambda told: (*told[:2], self.numbers.get(told[2], 0)))

    def _leave(self, unit: Unit) -> list[tuple[str, str, str]]:
        left = []
        while letters := unit.outbox.claim(unit.now, LASTS, 50):
            for letter in letters:
                unit.outbox.settle(letter, "sent", unit.house.office.day(unit.now))
                who = self.members.principal(letter.recipient, fakes.TEAM)
                assert who is not None
                if who.deleted or who.external or not self.casework.may_receive(unit, who, letter):
                    continue
                left.append((letter.recipient, letter.topic, letter.about))
                told = f"told of {letter.topic} {self.numbers.get(letter.about, '')}"
                if letter.about:
                    may = self.oracle.may_be_told(letter.topic, letter.recipient, letter.about)
                    self.ensure(may, f"{self.names[letter.recipient]} is {told}")
                else:
                    heard = self.owed_word.get(letter.recipient)
                    self.ensure(heard, f"{self.names[letter.recipient]} is {told} that was never theirs")
        return left

    def ensure(self, holds: object, otherwise: str) -> None:
        assert holds, f"{otherwise}\n{self.story()}"

    def story(self) -> str:
        return "\n".join(self.lately)

    # ---- keeping account

    def _keep_account(self, who: str, verb: str, press: Any, fresh: set[str]) -> None:
        """What was done is known from who did it and what they typed, not from what the program wrote."""
        case = next((one for one in fresh if self.facts.cases[one].kind in {"request", "advice", "draft"}), press.case)
        if verb == "request":
            self.accounts[case] = Account(who)
        account = self.accounts.get(case)
        if account and verb in CHOOSES:
            account.direct = set(self.facts.cases[case].handlers)
            account.free = press.fields.get("supporter") == "free"
        if account:
            account.ever |= set(self.facts.cases[case].handlers)
        if verb == "record":
            case = next((self._case_of(row) for row in self._changed_rows() if self._is_month(row)), "")
            told = {"text", "subtopic"} & {key for key, value in press.fields.items() if value}
            self.ensure(told <= self.before.recordable, "more is recorded than was agreed to")
        if verb in REWRITES:
            self._forget_words(case, SAID[verb])
        self._remember_words(who, verb, case, press.fields)
        self._believe()

    def _remember_words(self, who: str, verb: str, case: str, fields: Mapping[str, Any]) -> None:
        if verb in SAID:
            said = Typed(who, SAID[verb], case, self._read_by(case))
            for canary in self.words_in(fields) & self.typed.keys():
                self.typed[canary] = (*self.typed[canary], said)

    def _forget_words(self, case: str, kind: str) -> None:
        for canary, said in self.typed.items():
            self.typed[canary] = tuple(typed for typed in said if (typed.matter, typed.kind) != (case, kind))

    def _read_by(self, case: str) -> str:
        """Who reads along now: whoever has the matter in hand and may."""
        hands = self.facts.cases[case].handlers if case in self.facts.cases else ()
        matter = self.oracle.matters.get(case)
        return next((one for one in hands if matter and self.oracle.parts(one, matter)), "")

    def _check_routes(self, who: str, verb: str, press: Any) -> None:
        """Nobody comes by a request but by the person's own choice, their consent, or because it comes back."""
        for case in self.facts.cases.values():
            if case.kind == "request" and case.requester:
                self._check_hands(case, self.accounts[case.id], verb)
                self._check_consents(case, who, verb, press)
                before = self.earlier.cases.get(case.id)
                told = before is not None and before.body["named"] != case.body["named"]
                self.ensure(not told or (who, verb) == (case.requester, "reveal"), "somebody else told the name")
            else:
                self._note_end(case.id)
        self._believe()

    def _check_hands(self, case: Case, account: Account, verb: str) -> None:
        self.ensure(case.requester == account.asker, "it is somebody else's now")
        before = self.earlier.cases.get(case.id)
        had = before.handlers if before else ()
        for one in set(case.handlers) - set(had):
            agreed = any((line.recipient, line.purpose) == (one, "referral") for line in self.facts.consents[case.id])
            if account.free and not agreed and verb in {"step_aside", "deadline"}:
                account.direct = {one}
            self.ensure(agreed or one in account.direct, f"{self.names[one]} has come by it")
            account.ever.add(one)
        over = before is not None and before.state == "accepted" and case.state == "closing"
        for one in had if over else set(had) - set(case.handlers):
            self.owed_word.setdefault(one, set()).add(case.id)
            lines = (_agreed(line) for line in self.facts.consents[case.id] if line.recipient == one)
            live = verb == "take_back" and any(line.holds(self.now, self.oracle.today) for line in lines)
            self.ensure(not live, f"what {self.names[one]} may read was not taken back")

    def _check_consents(self, case: Case, who: str, verb: str, press: Any) -> None:
        """A consent comes from the person's own hand, with no more than was ticked, and never comes back to life."""
        old = {line.id: line for line in self.earlier.consents.get(case.id, ())}
        for line in self.facts.consents[case.id]:
            was = old.get(line.id)
            if was is None:
                self.ensure(who == case.requester and verb in CONSENTS, f"{line} is nobody's word")
                asked = self.earlier.cases[case.id].body["asked"]
                ticked = set(press.fields.get("fields", asked["fields"])) | set(
                    asked["fields"] if len(asked["fields"]) == 1 else ()
                )
                self.ensure(line.fields <= ticked & set(asked["fields"]), f"{line} is more than was ticked")
                self.ensure(line.recipient == asked["recipient"], f"{line} is for somebody else")
            else:
                self.ensure(was.withdrawn_at is None or was.withdrawn_at == line.withdrawn_at, "it came back to life")
                grown = line.fields - was.fields
                self.ensure(not grown or (grown == {"name"} and verb == "reveal"), f"{line} has grown")

    def _note_end(self, case_id: str) -> None:
        before = self.earlier.cases.get(case_id)
        if before and before.requester and case_id in self.accounts:
            for one in (before.requester, *before.handlers):
                self.owed_word.setdefault(one, set()).add(case_id)
        if before and before.kind == "advice":
            for one in before.handlers:
                self.owed_word.setdefault(one, set()).add(case_id)

    def _fresh(self) -> set[str]:
        return self.facts.cases.keys() - self.earlier.cases.keys()

    def _changed_rows(self) -> Iterable[Row]:
        old, new = self.earlier.rows, self.facts.rows
        return (row for row in old.keys() | new.keys() if old.get(row) != new.get(row))

    def _is_month(self, row: Row) -> bool:
        case = self.facts.cases.get(self._case_of(row))
        return case is not None and case.kind == "month"

    def _case_of(self, row: Row) -> str:
        return case_of(row, self.facts.rows.get(row) or self.earlier.rows[row])

    def _hands(self, case_id: str) -> tuple[str, ...]:
        case = self.facts.cases.get(case_id)
        return case.handlers if case else ()


def _verb(action: str) -> str:
    return action.removeprefix("peer_support.")


def _office(held: Appointment) -> Office:
    until = min(
        day for day in (held.ends_on, held.released_on and held.released_on - timedelta(days=1), date.max) if day
    )
    return Office(
        held.person, held.role.value, held.starts_on, until, held.sworn_on is not None, held.checked_on is not None
    )


def _agreed(line: Consent) -> Agreed:
    return Agreed(
        str(line.recipient), line.purpose, line.fields, line.given_at, line.expires_on or date.max, line.withdrawn_at
    )
