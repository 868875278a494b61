"""Acts on the casework of a small town hall, for tests that need no Slack."""

from dataclasses import replace
from functools import partial
from typing import Any

from sqlalchemy import event, select

from bot.casework import Casework, Door, Outcome
from bot.handlers.flow import Click
from bot.handlers.peer_support.rules import month as month_rules
from bot.handlers.peer_support.rules import request as rules
from bot.rules.access import Act
from bot.rules.cases import Case
from bot.rules.people import Role
from bot.store.audit import AUDIT
from bot.store.unit import Unit
from tests import fakes
from tests.fakes import ASKER, SUPPORTER

FLOW = "peer_support"
ASKING = Door(FLOW, "request", (Role.EMPLOYEE,), Act.CREATE, "request")
HANDLING = Door(FLOW, "request", (Role.UNIT_SUPPORTER,), Act.CHANGE, "request")
READING = Door(FLOW, "request", (Role.EMPLOYEE, Role.UNIT_SUPPORTER), Act.READ, "request")
REPORTS = Door(FLOW, "month", (Role.WELFARE_HEAD,), Act.READ, "monthly_report", period="2026-09")
OFFER, OTHER_OFFER = (held.id for held in fakes.APPOINTMENTS[:2])


def by(person: str, key: str = "") -> Click:
    return replace(fakes.click(person), key=key or f"{person}-once")


async def ask(casework: Casework, key: str = "form:1", who: str = ASKER, *, offer: str = OFFER) -> Outcome:
    return await casework.act(by(who, key), ASKING, partial(rules.request, rules.Intake("work", offer, "phone"), who))


async def accept(casework: Casework, case: Case, rev: int = 1, who: str = SUPPORTER, key: str = "") -> Outcome:
    door = replace(HANDLING, case_id=case.id, rev=rev)
    return await casework.act(by(who, key or f"button:{rev}:{who}"), door, rules.accept)


async def read(casework: Casework, case_id: str, who: str) -> str:
    return await casework.read(by(who), replace(READING, case_id=case_id), lambda case, ledger: case.state)


def outcomes(casework: Casework) -> list[tuple[str, str]]:
    """What the log says, without the lines of the roster."""

    def look(unit: Unit) -> list[tuple[str, str]]:
        rows = unit.connection.execute(select(AUDIT.c.act, AUDIT.c.outcome).order_by(AUDIT.c.seq)).all()
        return [(row.act, row.outcome) for row in rows]

    return casework.store.run_now(look)


def waiting(casework: Casework) -> int:
    return len(casework.store.run_now(lambda unit: unit.outbox.waiting()))


class Counted:
    """Counts the statements that reach the database in a block."""

    def __init__(self, casework: Casework) -> None:
        self._engine = casework.store.database.write
        self.statements: list[str] = []

    def _note(self, _: Any, __: Any, statement: str, *___: Any) -> None:
        self.statements.append(statement)

    def __enter__(self) -> "Counted":
        event.listen(self._engine, "before_cursor_execute", self._note)
        return self

    def __exit__(self, *_: object) -> None:
        event.remove(self._engine, "before_cursor_execute", self._note)


async def sent_month(casework: Casework) -> None:
    """A supporter's September, reported."""
    entry = month_rules.Entry("listening", "work", "phone", "up_to_30", "employee")
    door = Door(FLOW, "month", (Role.UNIT_SUPPORTER,), Act.CREATE, "monthly_report", period="2026-09")
    logged = await casework.act(
        by(SUPPORTER, "form:m"),
        door,
        lambda case, ledger, now: month_rules.log(entry, SUPPORTER, "2026-09", case, ledger, now),
    )

    def close(unit: Unit) -> None:
        sent = unit.casebook.load(logged.case.id)
        assert sent is not None
        unit.casebook.save(replace(sent, state="sent"))

    casework.store.run_now(close)
