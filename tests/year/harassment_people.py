"""How people live with the harassment flow for a year: they come, answer, are late, keep out, step aside, go on."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.sandbox.acts import Tap
from bot.sandbox.persons import Driver
from bot.sandbox.townhall import STAFF
from tests.year import office_days as office
from tests.year.harassment_acts import did
from tests.year.harassment_circle import CHAIR, COUNSELLORS, DESK, HEAD, SECTION, Circle
from tests.year.harassment_course import Consultation
from tests.year.harassment_deadlines import amiss, pending_of
from tests.year.harassment_hand import Hand, give_oath_and_code
from tests.year.harassment_hands import HANDS, NAMEABLE
from tests.year.harassment_owed import AFTER_FORM_1, CASE, CONTACT, ENDED, IDLE_OVER, OVER
from tests.year.harassment_ways import IN_HAND, MY_WAY
from tests.year.townsfolk import Told, Townsfolk, news

AFFECTED, LATE = "harassment.affected", "harassment.head_late"
SCREENS = (CASE, OVER, IDLE_OVER, CONTACT, AFFECTED, LATE)
ENTRIES = ("happening", "may_happen", "not_sure", "saw", "told")
ASKERS = [one.id for one in STAFF if one.id not in {CHAIR, HEAD, *DESK}]
NOT_SHOWN = ("この内容は、いまは表示できません", "cannot be shown")
KEPT_OUT: tuple[tuple[set[str], set[str]], ...] = (  # people, ticks: as they come, in turn
    (set(), set()), ({"U0FUKUDA"}, set()), (set(), {"head"}), ({"U0SAITO", "U0GOTO"}, set()), ({CHAIR}, set()),
    (set(), {"desk"}), (set(), set()), ({"U0MATSUDA", "U0OKADA"}, set()), (set(), {"counsellors"}),
    ({"U0KATO"}, set()), ({"U0YAMAMOTO", HEAD}, set()), (set(), {"committee"}),
)  # fmt: skip


@dataclass
class Consultations:
    """The behaviour around consultations, with the ledger of each of them."""

    number: int
    diligence: float = 0.65  # how often somebody who was told of something goes to see
    cases: dict[str, Consultation] = field(default_factory=dict)
    contacts: dict[str, Consultation] = field(default_factory=dict)
    asked: dict[str, Consultation] = field(default_factory=dict)  # the affected person's own matter -> about which
    refused: int = 0  # nobody was left, and nothing was sent

    def begin(self, folk: Townsfolk, until: datetime) -> None:
        first, last = office.day_of(folk.now), office.day_of(until)
        for turn in range(self.number):
            coming = folk.some_time(first, last)
            ways = (self._asks, self._asks, self._phones, self._asks)
            folk.later(coming, lambda way=ways[turn % 4], turn=turn: way(folk, turn))

    # ---- ears ----

    def hears(self, folk: Townsfolk, told: Told) -> None:
        if told.screen in (OVER, IDLE_OVER):
            self._hears_of_an_end(folk, told)
            return
        if told.screen == CONTACT:
            assert told.person == self.contacts[told.about].asker
            return
        if told.screen == AFFECTED:
            self._asked_about(told, folk)
            return
        case = self.cases[told.about]
        case.move_on(folk.now)
        self._may_hear(case, told)
        if folk.random.random() < self.diligence:
            folk.later(folk.soon(), lambda: self.look(folk, case, told.person))

    def _may_hear(self, case: Consultation, told: Told) -> None:
        """Nobody who is out of it, nobody who has no part; a duty only to whoever owes the act."""
        assert told.person not in case.circle.out, (told, case.state)
        assert told.person != case.circle.affected, (told, case.state)
        if told.screen == LATE:
            assert told.person in DESK
            assert case.receiver == "desk"
        elif told.sentence != news(told.person):
            assert told.person in case.asked_for(told.at), (told, case.state, case.owes())
        else:
            assert told.person in {case.asker, *case.hands, *case.responders, case.recipient}, (told, case.state)

    def _hears_of_an_end(self, folk: Townsfolk, told: Told) -> None:
        for case in self.cases.values():
            case.move_on(folk.now)
        mine = told.screen == IDLE_OVER and any(
            case.asker == told.person and case.state == "ended" for case in self.cases.values()
        )
        had = [
            case for case in self.cases.values() for at, hands in case.ends if at == told.at and told.person in hands
        ]
        assert mine or [case for case in had if told.person not in case.circle.out], told

    def _asked_about(self, told: Told, folk: Townsfolk) -> None:
        waiting = [
            one for one in self.cases.values()
            if one.circle.affected == told.person and one.asks_since and one not in self.asked.values()
        ]  # fmt: skip
        case = self.asked.get(told.about) or min(waiting, key=lambda one: one.asks_since)
        self.asked[told.about] = case
        if folk.random.random() < self.diligence:
            folk.later(folk.soon(), lambda: self._answers(folk, told.person, told.about, case))

    async def _answers(self, folk: Townsfolk, person: str, row: str, case: Consultation) -> None:
        case.move_on(folk.now)
        who = await folk.open(person, AFFECTED, row)
        said = folk.random.choice(("go_on", "go_on", "stop", "talk"))
        if who is None or f"harassment.affected_{said}" not in str(who.modal):
            return
        await folk.press(who, f"harassment.affected_{said}")
        did(case, "affected_answers", yes=said == "go_on")

    # ---- coming in ----

    async def _asks(self, folk: Townsfolk, turn: int) -> None:
        asker = folk.random.choice(ASKERS)
        people, ticks = KEPT_OUT[turn % len(KEPT_OUT)]
        entry = ENTRIES[turn % len(ENTRIES)]
        others = [one for one in ASKERS if one not in {asker, *people, *COUNSELLORS}]
        affected = folk.random.choice(["", *others]) if entry in ("saw", "told") else ""
        circle = Circle(asker, affected, people - {asker}, set(ticks))
        who = await folk.at_home(asker)
        known = set(folk.rows_at_home(who, CASE))
        await folk.press(who, "harassment.start")
        await folk.press(who, "harassment.begin")
        await folk.press(who, "harassment.page")
        await folk.submit(who, {"excluded": sorted(circle.named), "kept_out": sorted(ticks)})
        await folk.submit(who, {"entry": entry, "kinds": ["mental"]})
        story = {"affected": affected} if affected else {}
        await folk.submit(who, {"story": f"CANARY{turn}", "places": ["workplace"], **story})
        wished = circle.counsellors[:1] if circle.doors and turn % 2 else []
        await folk.submit(who, {"days": "夕方", **({"wished": wished} if wished else {})})
        await folk.submit(who, {"named": "hidden"})
        await folk.press(who, "harassment.finish")
        if not circle.doors:
            self.refused += 1
            assert "harassment.send_draft" not in str(who.modal)
            await self._throws_away(folk, asker, known)
            return
        door = folk.random.choice(circle.doors if turn % 3 else circle.doors[:1])
        await folk.submit(who, {"door": door})
        await self._came_in(folk, asker, known, Consultation("", circle, entry in ("saw", "told"), folk.now), door)

    async def _throws_away(self, folk: Townsfolk, asker: str, known: set[str]) -> None:
        who = await folk.at_home(asker)
        (row,) = set(folk.rows_at_home(who, CASE)) - known
        await folk.open(asker, CASE, row)
        await folk.press(who, "harassment.throw_away")

    async def _phones(self, folk: Townsfolk, turn: int) -> None:
        """Somebody without an account calls the desk, or comes to see a counsellor (G6)."""
        by = folk.random.choice((*DESK, *COUNSELLORS))
        people = set(folk.random.sample([one for one in NAMEABLE if one not in {by, *SECTION}], turn % 3))
        entry = ENTRIES[turn % len(ENTRIES)]
        circle = Circle("", "", people)
        who = await folk.at_home(by)
        known = set(folk.rows_at_home(who, CASE))
        await folk.press(who, "harassment.entering")
        values = {"caller": f"CANARY{turn}", "entry": entry, "excluded": sorted(people), "story": "話"}
        await who.submit(values)
        await folk.quiet()
        if "home.swear" in str(who.modal):
            await give_oath_and_code(folk, who)
            await who.close()
            await folk.submit(who, {})
        door = "desk" if by in DESK else by
        await self._came_in(folk, by, known, Consultation("", circle, entry in ("saw", "told"), folk.now), door)

    async def _came_in(self, folk: Townsfolk, person: str, known: set[str], case: Consultation, door: str) -> None:
        who = await folk.at_home(person)
        (case.id,) = set(folk.rows_at_home(who, CASE)) - known
        self.cases[case.id] = case
        did(case, "send", door=door)
        folk.acts_done["send"] += 1
        for _ in range(3):  # comes back to it by chance
            days = timedelta(days=folk.random.randrange(1, 120))
            if case.asker:
                folk.later(folk.now + days, lambda: self.look(folk, case, case.asker))

    # ---- looking, and what somebody does then ----

    async def look(self, folk: Townsfolk, case: Consultation, person: str) -> None:
        case.move_on(folk.now)
        if person in case.circle.out or (person != case.asker and person not in case.hands):
            await self.sees_nothing(folk, case, person)
            return
        who = await folk.open(person, CASE, case.id)
        if who is None:
            assert case.state in (*ENDED, "stopped", "stranded"), (person, case.state)
            return
        await give_oath_and_code(folk, who)
        hand = Hand(folk, who, case)
        verb = self._wanted(folk, hand)
        if not verb:
            return
        await HANDS[verb][1](hand)
        await self._state_is_known(folk, case)
        if folk.random.random() < 0.6:  # comes back to see what follows
            folk.later(folk.soon(), lambda: self.look(folk, case, person))

    def _wanted(self, folk: Townsfolk, hand: Hand) -> str:
        """What somebody does now, by chance among what is possible; "" for nothing."""
        case, there = hand.case, hand.buttons()
        wants = MY_WAY.get(case.state, {}) if hand.me == case.asker else {**IN_HAND, "": 1}
        able = {
            verb: weight for verb, weight in wants.items()
            if not verb or (HANDS[verb][0] in there and self._makes_sense(verb, hand))
        }  # fmt: skip
        if hand.me != case.asker and hand.me in case.owes() and case.state not in ("consent_held", "closing"):
            assert set(able) - {"", "extend", "recuse", "carry_on"}, (hand.me, case.state, there)
        return folk.random.choices(list(able), list(able.values()))[0] if able else ""

    def _makes_sense(self, verb: str, hand: Hand) -> bool:
        case, me, today = hand.case, hand.me, office.day_of(hand.folk.now)
        return {
            "answer": case.state == "arranging" and me in case.unconfirmed,
            "refuse": case.state == "arranging" and me in case.unconfirmed,
            "arrange": case.state == "received" or hand.folk.random.random() < 0.1,
            "meet": today >= case.meets_on,
            "affected": case.by_another and case.affected_agreed is None,
            "facts": case.state == "hearing",
            "tell": case.state == "closing" and not case.is_told,
            "order": case.agreed is not False and not (case.by_another and case.affected_agreed is False),
            "refer": not case.by_another or case.affected_agreed is True,
            "least": me in case.responders and (case.state != "held" or bool(case.circle.recipient)),
            "step_aside": bool(case.asker) or case.state != "received" or len(case.receivers) > 1,  # G6
            "step_aside_late": me in case.responders and case.state in (*AFTER_FORM_1, "confirming"),
            "recuse": case.state == "referred" and len(case.circle.members) > 3 and me in case.circle.members,
            "extend": case.state == "referred" and me == case.chair,
            "caller_withdraws": not case.asker,
            "reopen_stopped": bool(case.circle.recipient), "reopen_closed": bool(case.circle.recipient),
        }.get(verb, True)  # fmt: skip

    async def sees_nothing(self, folk: Townsfolk, case: Consultation, person: str) -> None:
        """Not on Home, and behind an old message only that it cannot be shown."""
        who = await folk.at_home(person)
        assert case.id not in folk.rows_at_home(who, CASE), (person, case.state)
        tap: Tap | None = next(folk._doors(who, CASE, case.id), None)
        if tap is None:
            return
        await folk.tap(person, tap)
        await give_oath_and_code(folk, who)
        assert any(words in who.text() for words in NOT_SHOWN), (person, case.state, who.text())

    # ---- what must hold ----

    async def _state_is_known(self, folk: Townsfolk, case: Consultation) -> None:
        await folk.town.settle()
        case.move_on(folk.now)
        found = await folk.state_of(case.id)
        assert found == case.state, (found, case.state, case.id)
        wrong = amiss(case, await pending_of(folk.town, case.id))
        assert wrong == [], (wrong, case.id)

    def promised(self, until: datetime) -> Iterator[Told]:
        for case in self.cases.values():
            case.move_on(until)
            yield from case.promised(until)

    async def check(self, folk: Townsfolk) -> None:
        """Every state as the ledger has it, and nobody who is out finds it on Home."""
        for case in self.cases.values():
            await self._state_is_known(folk, case)
        for person in sorted({who for case in self.cases.values() for who in case.circle.out}):
            who: Driver = await folk.at_home(person)
            there = set(folk.rows_at_home(who, CASE))
            assert not {case.id for case in self.cases.values() if person in case.circle.out} & there, person

    def by_state(self) -> Counter[str]:
        return Counter(case.state for case in self.cases.values())
