"""How people ask for support, answer, talk, are away, choose again, withdraw, end, keep a contact and forget."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from bot.sandbox.persons import Driver
from bot.sandbox.townhall import APPOINTMENTS, OUTSIDERS, STAFF
from tests.year import office_days as office
from tests.year.course import CASE, CONTACT, ENDED, HANDLED, IDLE_OVER, OVER, TAKEN_BACK, TALK, WAITING, Course
from tests.year.matters import Absence, Done, Matter, World
from tests.year.terms import ADVISER, Terms
from tests.year.townsfolk import Told, Townsfolk

SCREENS = (CASE, TAKEN_BACK, TALK, OVER, IDLE_OVER, CONTACT)
BY_NAME = {one.name: one for one in (*STAFF, *OUTSIDERS)}
UNIT_OF = {one.id: one.unit for one in STAFF}
SUPERIOR_OF = {one.id: one.superior for one in STAFF}
HEAD_OFFICE = {one.person for one in APPOINTMENTS if one.role == "hq_supporter"}
FREE = "free"
TOPICS, MEANS = ("work", "work_relations", "private", "money", "other"), ("in_person", "phone", "mail", "chat", "other")
REASONS = ("away", "too_close", "conflict", "own_load", "not_my_field")
CHECKS = ("check_same", "check_better")


class Requests:
    """The behaviour around requests, with its ledger."""

    def __init__(self, terms: Terms, askers: list[str], number: int) -> None:
        self._askers = askers
        self._number = number
        self.matters: dict[str, Matter] = {}
        self.world = World(terms)

    def begin(self, folk: Townsfolk, until: datetime) -> None:
        self.world.gone = folk.gone
        last = office.day_of(until)
        for _ in range(self._number):
            asker = folk.random.choice(self._askers)
            folk.later(folk.some_time(office.day_of(folk.now), last), lambda asker=asker: self._ask(folk, asker))
        for _ in range(self._number // 8):
            moment = folk.some_time(office.day_of(folk.now), last)
            folk.later(moment, lambda: self._tell_absence(folk))

    def hears(self, folk: Townsfolk, told: Told) -> None:
        if told.screen in {TAKEN_BACK, OVER, IDLE_OVER}:  # there is nothing to be done about it
            return
        if told.screen == CONTACT:
            matter = next(one for one in self.matters.values() if self.course(one, folk.now).contact == told.about)
            folk.later(folk.soon(), lambda: self._answer_check(folk, matter))
            return
        matter = self.matters[told.about]
        if folk.random.random() < 0.8:
            folk.later(folk.soon(), lambda: self._look(folk, matter, told.person))

    # ---- acts ----

    async def _ask(self, folk: Townsfolk, asker: str) -> None:
        if asker in folk.gone:
            return
        who = await folk.at_home(asker)
        await folk.press(who, "peer_support.start")
        chosen, supporter = self._chosen(folk, who)
        values = {
            "topic": folk.random.choice(TOPICS), "means": folk.random.choice(MEANS), "supporter": chosen,
            "message": f"CANARY{folk.random.getrandbits(64):x}",
        }  # fmt: skip
        await folk.submit(who, values)
        if _has_list(who):  # a superior: asked a second time
            await folk.submit(who, values)
        await folk.at_home(asker)
        (case_id,) = set(folk.rows_at_home(who, CASE)) - self.matters.keys()
        matter = self.matters[case_id] = Matter(case_id, asker)
        done = await self._asked(folk, matter, asker, "ask", chosen, supporter)
        await self._note(folk, matter, done)
        if folk.random.random() < 0.1:  # thinks better of it at once
            folk.later(folk.soon(), lambda: self._press(folk, matter, asker, "withdraw"))
        if folk.random.random() < 0.1:  # the supporter happens to look at Home
            moment = folk.now + timedelta(seconds=folk.random.randrange(1, 200))
            folk.later(moment, lambda: self._look(folk, matter, done.names))

    def _chosen(self, folk: Townsfolk, who: Driver, matter: Matter | None = None) -> tuple[str, str]:
        """An offer of the list on the screen, and whose it is; sometimes "whoever is free", and "" for nobody yet."""
        element = next(b["element"] for b in (who.modal or {})["blocks"] if b.get("block_id") == "supporter")
        listed = [option for group in element["option_groups"] for option in group["options"]]
        offers = [offer for offer in listed if offer["value"] != FREE]
        assert not {self._name(offer) for offer in offers} & folk.gone.keys(), "somebody who has left is offered"
        able = self._able(who.id, folk.now, matter)
        if able and len(offers) < len(listed) and folk.random.random() < 0.25:
            return FREE, ""
        busy = self._asked_by(who.id, folk.now) | folk.gone.keys()
        offer = folk.random.choice([offer for offer in offers if self._name(offer) not in busy])
        return offer["value"], self._name(offer)

    async def _found(self, folk: Townsfolk, matter: Matter) -> str:
        """Whom the program has asked for "whoever is free": one who may be meant, of the own unit if it can be."""
        (supporter,) = await folk.handlers_of(matter.id)
        able = self._able(matter.asker, folk.now, matter)
        near = {one for one in able if UNIT_OF[one] == UNIT_OF[matter.asker] and one not in HEAD_OFFICE}
        assert supporter in (near or able)
        return supporter

    def _able(self, asker: str, now: datetime, matter: Matter | None = None) -> set[str]:
        """Whom "whoever is free" can mean (P5): supporters who are there, not above the person, not asked already."""
        course = self.course(matter, now) if matter and matter.done else None
        before = {course.supporter, *course.stepped_aside} if course else set()
        out = before | self._asked_by(asker, now) | _above(asker) | self.world.gone.keys() | {asker}
        today = office.day_of(now)
        there = {one for one in self.world.terms.held if self.world.terms.holds(one, today)}
        return {one for one in there - out if self.world.away_until(one, now) is None}

    def _asked_by(self, asker: str, now: datetime) -> set[str]:
        """Who deals with a request of this person already: nobody is asked twice at a time."""
        courses = [
            self.course(matter, now) for matter in self.matters.values() if matter.asker == asker and matter.done
        ]
        return {course.supporter for course in courses if course.state in HANDLED}

    def _name(self, offer: dict[str, dict[str, str]]) -> str:
        name, _, where = offer["text"]["text"].replace(" (", "（").partition("（")
        assert BY_NAME[name].unit in where or BY_NAME[name].id == ADVISER
        return BY_NAME[name].id

    async def _look(self, folk: Townsfolk, matter: Matter, person: str) -> None:
        """Somebody opens a matter and does something, or nothing."""
        course = self.course(matter, folk.now)
        chances: dict[str, float] = {}
        if person == matter.asker:
            chances = {
                "unanswered": {"carry_on": 0.2 * course.is_idle, "wait": 0.4, "choose": 0.3, "withdraw": 0.1},
                "stepped_aside": {"carry_on": 0.2 * course.is_idle, "choose": 0.6, "withdraw": 0.1},
                "accepted": {"carry_on": 0.3 * course.is_idle, "write": 0.3, "finish": 0.08, "withdraw": 0.05},
                "closing": {"forget": 0.3, "keep": 0.4},
            }.get(course.state, {})
        elif person == course.supporter and course.state in WAITING:
            chances = {"accept": 0.55, "aside": 0.2}
        elif person == course.supporter and course.state == "accepted":
            chances = {"carry_on": 0.3 * course.is_idle, "write": 0.4 * (matter.asker not in folk.gone)}
        roll = folk.random.random()
        for act, chance in chances.items():
            if roll < chance:
                await self._press(folk, matter, person, act)
                return
            roll -= chance

    async def _press(self, folk: Townsfolk, matter: Matter, person: str, act: str) -> None:
        """Open the matter and press what is there; nothing when it is no longer there."""
        button = "peer_support.talk" if act == "write" else f"peer_support.{act}"
        if person in folk.gone:
            return
        who = await folk.open(person, CASE, matter.id)
        if who is None or button not in str(who.modal):
            return
        await folk.press(who, button)
        if act == "write":
            await folk.submit(who, {"text": f"CANARY{folk.random.getrandbits(64):x}"})
        if act == "aside":
            await folk.submit(who, {"reason": folk.random.choice(REASONS)})
        if act == "choose":
            chosen, supporter = self._chosen(folk, who, matter)
            await folk.submit(who, {"supporter": chosen})
            if _has_list(who):  # a superior: asked a second time
                await folk.submit(who, {"supporter": chosen})
            await self._note(folk, matter, await self._asked(folk, matter, person, act, chosen, supporter))
            return
        await self._note(folk, matter, await self._done(folk, matter, person, act))
        if act == "accept" and folk.random.random() < 0.7:
            first = office.day_of(folk.now) + timedelta(days=1)
            moment = folk.some_time(first, first + timedelta(days=30))
            folk.later(moment, lambda: self._press(folk, matter, person, "end"))

    async def _asked(self, folk: Townsfolk, matter: Matter, person: str, act: str, chosen: str, supporter: str) -> Done:
        """Somebody is asked, by name or because they are free."""
        return Done(folk.now, act, person, supporter or await self._found(folk, matter), free=chosen == FREE)

    async def _done(self, folk: Townsfolk, matter: Matter, person: str, act: str) -> Done:
        """What an act was: stepping aside where it was left open who is asked asks the next one (P5)."""
        course = self.course(matter, folk.now)
        if act == "aside" and course.is_free and course.state == "requested" and self._able_now(folk, matter):
            return Done(folk.now, "pass_on", person, await self._found(folk, matter), free=True)
        if act == "keep":
            who = await folk.at_home(person)
            known = {self.course(one, folk.now).contact for one in self.matters.values()}
            (contact,) = set(folk.rows_at_home(who, CONTACT)) - known
            if folk.random.random() < 0.3:
                moment = folk.now + timedelta(days=folk.random.randrange(50))
                folk.later(moment, lambda: self._press_contact(folk, matter, "forget_contact"))
            return Done(folk.now, act, person, contact)
        return Done(folk.now, act, person)

    def _able_now(self, folk: Townsfolk, matter: Matter) -> set[str]:
        return self._able(matter.asker, folk.now, matter)

    async def _answer_check(self, folk: Townsfolk, matter: Matter) -> None:
        await self._press_contact(folk, matter, folk.random.choice(CHECKS))

    async def _press_contact(self, folk: Townsfolk, matter: Matter, button: str) -> None:
        """In a kept contact: answer the later check, or have it erased."""
        contact = self.course(matter, folk.now).contact
        who = None if matter.asker in folk.gone else await folk.open(matter.asker, CONTACT, contact)
        if who is None or f"peer_support.{button}" not in str(who.modal):
            return
        await folk.press(who, f"peer_support.{button}")
        await self._note(folk, matter, Done(folk.now, "check" if button in CHECKS else button, matter.asker))

    async def _tell_absence(self, folk: Townsfolk) -> None:
        """A supporter is away for some days, and perhaps back before."""
        today = office.day_of(folk.now)
        there = self._able("", folk.now)
        person = folk.random.choice(sorted(there))
        until = today + timedelta(days=folk.random.randrange(6))
        if any(one.until == until for one in self.world.absences.get(person, ())):
            return
        for _ in range(2):  # an office is sworn in before its first act
            who = await folk.at_home(person)
            await folk.press(who, "peer_support.away")
            await folk.submit(who, {"until": until.isoformat()})
            if "home.swear" not in str(who.modal):
                break
            await folk.press(who, "home.swear")
        await folk.at_home(person)
        assert "peer_support.back" in str(who.home)
        self.world.absences.setdefault(person, []).append(Absence(folk.now, until))
        folk.acts_done["be_away"] += 1
        await folk.town.settle()
        for matter in self.matters.values():
            if self.course(matter, folk.now).supporter == person:
                await self._note(folk, matter, Done(folk.now, "away", person))
        if until > today and folk.random.random() < 0.6:
            moment = folk.some_time(today + office.DAY, until)
            folk.later(moment, lambda: self._come_back(folk, person))

    async def _come_back(self, folk: Townsfolk, person: str) -> None:
        in_office = person not in folk.gone and self.world.terms.holds(person, office.day_of(folk.now))
        if not in_office or self.world.away_until(person, folk.now) is None:
            return
        who = await folk.at_home(person)
        await folk.press(who, "peer_support.back")
        *before, last = self.world.absences[person]
        self.world.absences[person] = [*before, replace(last, back_at=folk.now)]
        folk.acts_done["be_back"] += 1

    async def _note(self, folk: Townsfolk, matter: Matter, done: Done) -> None:
        matter.done.append(done)
        folk.acts_done[done.act] += 1
        assert await folk.state_of(matter.id) == self.course(matter, folk.now).state, done.act

    # ---- the ledger ----

    def course(self, matter: Matter, until: datetime) -> Course:
        """What became of a matter up to `until`."""
        return Course(matter, self.world, until)

    def promised(self, until: datetime) -> Iterator[Told]:
        for matter in self.matters.values():
            yield from (told for told in self.course(matter, until).owed() if told.at <= until)

    def reports_owed(self, until: datetime) -> list[datetime]:
        """Since when the adviser has owed a report, the first one first."""
        return sorted(since for matter in self.matters.values() for since in self.course(matter, until).reports)

    async def check(self, folk: Townsfolk) -> None:
        """States agree; of what has ended neither keys nor parties nor words are left."""
        for matter in self.matters.values():
            course = self.course(matter, folk.now)
            assert await folk.state_of(matter.id) == course.state
            assert await folk.traces_of(matter.id) == (course.state not in ENDED)
            if course.contact:
                assert await folk.state_of(course.contact) == course.contact_state
                assert await folk.traces_of(course.contact) == (course.contact_state == "kept")


def _above(asker: str) -> set[str]:
    """The chain of somebody's superiors."""
    found: set[str] = set()
    above = SUPERIOR_OF.get(asker, "")
    while above:
        found.add(above)
        above = SUPERIOR_OF[above]
    return found


def _has_list(who: Driver) -> bool:
    """Whether the list of supporters is on the screen."""
    return any(block.get("block_id") == "supporter" for block in (who.modal or {"blocks": []})["blocks"])
