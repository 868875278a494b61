"""How a matter is destroyed, or whoever it names: the same way by an act, after its years and in an older copy."""

from collections.abc import Collection
from dataclasses import replace

from sqlalchemy import delete, select

from bot.errors import SealBroken
from bot.rules.cases import Case
from bot.store.casebook import CASE, CASE_KEY, RECORD, shell_of
from bot.store.tombstones import Cut, read
from bot.store.unit import Unit

AT_A_TIME = 500  # ids in one question to the database


def end_route(unit: Unit, case: Case) -> None:
    """Destroy a matter; only its shell stays."""
    unit.casebook.end_route(case)
    _unlink(unit, case)


def end_identity(unit: Unit, case: Case, stays: Collection[str]) -> None:
    """Destroy what names somebody in a matter. Of its body `stays` is what a copy from before keeps."""
    unit.casebook.end_identity(case, stays)
    _unlink(unit, case)


def _unlink(unit: Unit, case: Case) -> None:
    """Neither moments nor payloads tell any more when it was and who did something there."""
    unit.timetable.forget(case.id)
    unit.deliveries.unlink(case.id)


# ---- in an older copy ----


def bury_again(unit: Unit, lines: Collection[str]) -> int:
    """What was destroyed after the copy was made is destroyed in the copy; gives how much of it there was."""
    ids, cuts = read(lines)
    done = 0
    for start in range(0, len(ids), AT_A_TIME):
        some = ids[start : start + AT_A_TIME]
        done += _destroyed_keys(unit, some)
        done += unit.connection.execute(delete(RECORD).where(RECORD.c.id.in_(some))).rowcount
    return done + sum(_cut(unit, cut) for cut in cuts)


def _destroyed_keys(unit: Unit, key_ids: Collection[str]) -> int:
    """The keys, and all that they opened.

    A matter whose identity alone is gone keeps its deadlines here: of a flow that keeps nothing of the body, the one
    that makes the bare fact of it is among them, and overdue.
    """
    found = unit.connection.execute(select(CASE_KEY).where(CASE_KEY.c.id.in_(key_ids))).all()
    purposes = {row.case_id: row.purpose for row in sorted(found, key=lambda row: row.purpose == "case")}
    for row in unit.connection.execute(select(CASE).where(CASE.c.id.in_(purposes))).all():
        case = shell_of(row)
        if purposes[case.id] == "case":
            end_route(unit, case)
        else:
            unit.casebook.end_identity(case)
            unit.deliveries.unlink(case.id)
    unit.connection.execute(delete(CASE_KEY).where(CASE_KEY.c.id.in_(key_ids)))
    return len(found)


def _cut(unit: Unit, cut: Cut) -> bool:
    """Whether the words were there; they are gone then, and the matter has ended as it had."""
    of_key = select(CASE_KEY.c.case_id).where(CASE_KEY.c.id == cut.key_id)
    case_id = unit.connection.execute(of_key).scalar()
    try:
        case = unit.casebook.load(case_id) if case_id else None
    except SealBroken:  # nobody can read it; the rehearsal counts it, and the words are not to be had from it
        return False
    if case is None or (case.state == cut.state and case.body.keys() <= set(cut.stays)):
        return False
    end_identity(unit, case, cut.stays)
    body = {key: value for key, value in case.body.items() if key in cut.stays}
    unit.casebook.save(replace(case, state=cut.state, body=body, identity={}))
    year = unit.house.office.fiscal_year(unit.house.office.day(unit.now))
    unit.keeping.until(case, None, year)  # the timetable gives it its last day
    return True
