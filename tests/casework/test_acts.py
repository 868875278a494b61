"""One act or one reading: done once, by who may, with its line in the log, or not at all."""

from dataclasses import replace

import pytest
from sqlalchemy import Connection, text

from bot.casework import Casework
from bot.errors import Conflict, Refused, StoreFailed
from bot.rules.cases import Case, Record
from bot.rules.ledger import Ledger
from bot.store import audit
from bot.store.keys import KeyRing
from tests import fakes
from tests.desk import (
    ASKING,
    READING,
    REPORTS,
    Counted,
    accept,
    ask,
    by,
    outcomes,
    read,
    sent_month,
    waiting,
)
from tests.fakes import ASKER, HEAD, OTHER, SUPPORTER


class TestOnce:
    async def test_an_act_opens_moves_tells_and_is_logged(self, casework: Casework) -> None:
        asked = await ask(casework)
        accepted = await accept(casework, asked.case)

        assert (asked.case.state, accepted.case.state, accepted.case.rev) == ("requested", "accepted", 2)
        assert waiting(casework) == 2
        assert outcomes(casework) == [("request", "done"), ("accept", "done")]

    async def test_a_second_copy_of_the_payload_has_no_second_effect(self, casework: Casework) -> None:
        first, second = await ask(casework), await ask(casework)

        assert (first.repeated, second.repeated) == (False, True)
        assert second.case == first.case
        assert waiting(casework) == 1
        assert len(outcomes(casework)) == 1

    async def test_a_button_of_an_older_screen_changes_nothing(self, casework: Casework) -> None:
        asked = await ask(casework)
        await accept(casework, asked.case)

        with pytest.raises(Conflict):
            await accept(casework, asked.case, rev=1, key="another form")
        assert (await accept(casework, asked.case, rev=1)).repeated  # a double click is no conflict
        with pytest.raises(Conflict):  # the revision is right, but it is accepted already
            await accept(casework, asked.case, rev=2)
        assert await read(casework, asked.case.id, ASKER) == "accepted"

    async def test_a_refusal_by_the_rule_writes_nothing(self, casework: Casework) -> None:
        with pytest.raises(Refused, match="field-choose"):
            await casework.act(by(ASKER), ASKING, lambda case, ledger, now: Refused("field-choose", "topic"))

        assert outcomes(casework) == []
        assert (await ask(casework, f"{ASKER}-once")).case.state == "requested"  # the same page can be sent again


class TestDenied:
    async def test_denied_and_missing_are_one_sentence_and_as_many_statements(self, casework: Casework) -> None:
        asked = await ask(casework)
        await read(casework, asked.case.id, ASKER)  # fills the cache of the roster
        seen = []
        for case_id, who in ((asked.case.id, OTHER), ("0" * 32, OTHER), (asked.case.id, HEAD)):
            with Counted(casework) as counted, pytest.raises(Refused) as refused:
                await read(casework, case_id, who)
            seen.append((refused.value.reason, refused.value.values, counted.statements))

        assert seen[0] == seen[1] == seen[2]
        assert seen[0][0] == "not-shown"

    async def test_every_denial_of_an_act_or_a_reading_leaves_a_line(self, casework: Casework) -> None:
        asked = await ask(casework)
        for who in (OTHER, HEAD, "U0NOBODY"):
            with pytest.raises(Refused, match="not-shown"):
                await read(casework, asked.case.id, who)
            with pytest.raises(Refused, match="not-shown"):
                await accept(casework, asked.case, who=who)

        denied = [(act, outcome.partition(":")[0]) for act, outcome in outcomes(casework)[1:]]
        assert denied == [("read", "denied"), ("change", "denied")] * 3
        assert (await accept(casework, asked.case)).case.state == "accepted"  # nothing had happened to it

    async def test_a_screen_that_is_not_for_them_any_more_leaves_its_line_too(self, casework: Casework) -> None:
        asked = await ask(casework)
        door = replace(READING, case_id=asked.case.id)

        with pytest.raises(Refused, match="not-shown"):
            await casework.read(by(SUPPORTER), door, lambda case, ledger: Refused("not-shown"))
        assert outcomes(casework)[-1] == ("read", "done")

    async def test_the_log_stays_whole(self, casework: Casework, house_keys: KeyRing) -> None:
        asked = await ask(casework)
        with pytest.raises(Refused):
            await read(casework, asked.case.id, OTHER)

        assert casework.store.run_now(lambda unit: audit.verify(unit.connection, house_keys)) is None


class TestNoLineNoReading:
    def broken(self, connection: Connection) -> None:
        connection.execute(text("ALTER TABLE audit RENAME TO audit_gone"))

    async def test_without_the_log_nothing_is_shown_and_nothing_done(self, casework: Casework) -> None:
        asked = await ask(casework)
        casework.store.run_now(lambda unit: self.broken(unit.connection))
        shown = []

        with pytest.raises(StoreFailed):
            await casework.read(
                by(ASKER), replace(READING, case_id=asked.case.id), lambda case, ledger: shown.append(case)
            )
        with pytest.raises(StoreFailed):
            await accept(casework, asked.case)
        with pytest.raises(StoreFailed):
            await ask(casework, "form:2", OTHER)

        assert shown == []
        assert waiting(casework) == 1
        found = casework.store.run_now(lambda unit: unit.casebook.load(asked.case.id))
        assert found == asked.case


class TestOath:
    def unsworn(self, casework: Casework, *roles: str) -> None:
        found = [replace(a, sworn_on=None) for a in fakes.APPOINTMENTS if a.person in roles]
        casework.store.run_now(lambda unit: unit.roster.save_appointments(found))

    async def test_an_office_swears_before_it_opens_anything(self, casework: Casework) -> None:  # G10
        asked = await ask(casework)
        self.unsworn(casework, SUPPORTER)
        with pytest.raises(Refused, match="oath-needed"):
            await read(casework, asked.case.id, SUPPORTER)

        await casework.swear(by(SUPPORTER))

        assert await read(casework, asked.case.id, SUPPORTER) == "requested"
        assert ("swear", "done") in outcomes(casework)

    async def test_who_has_no_office_has_nothing_to_swear(self, casework: Casework) -> None:
        with pytest.raises(Refused, match="not-shown"):
            await casework.swear(by(ASKER))

    async def test_promising_twice_is_one_promise(self, casework: Casework) -> None:
        await casework.swear(by(SUPPORTER))

        assert outcomes(casework) == []  # it was given before

    async def test_a_list_asks_for_the_oath_too(self, casework: Casework) -> None:
        await sent_month(casework)
        self.unsworn(casework, HEAD)

        with pytest.raises(Refused, match="oath-needed"):
            await casework.read_listed(by(HEAD), REPORTS, "sent", lambda cases, ledger: len(cases))


class TestLists:
    def number(self, cases: list[Case], ledger: Ledger) -> list[list[Record]]:
        return [list(ledger.records(case.id)) for case in cases]

    async def test_who_may_reads_each_with_its_line(self, casework: Casework) -> None:
        await sent_month(casework)

        (records,) = await casework.read_listed(by(HEAD), REPORTS, "sent", self.number)  # type: ignore[arg-type]
        assert [record.body["topic"] for record in records] == ["work"]
        assert outcomes(casework)[-1] == ("read", "done")

    async def test_who_may_not_is_refused_alike_with_reports_and_without_and_leaves_a_line(
        self, casework: Casework
    ) -> None:
        for _ in range(2):
            with pytest.raises(Refused, match="not-shown"):
                await casework.read_listed(by(OTHER), REPORTS, "sent", self.number)  # type: ignore[arg-type]
            assert outcomes(casework)[-1] == ("read", "denied:out_of_office")
            await sent_month(casework)
