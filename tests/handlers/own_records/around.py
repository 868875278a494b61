"""What every part of the house holds about one supporter, and about nobody: the fullest and the emptiest life."""

from dataclasses import replace
from datetime import date

from bot.rules.cases import Case, Record
from tests import fakes
from tests.fakes import HEAD, SUPPORTER, FakeLedger


def around(*more: Case) -> FakeLedger:
    """What other parts of the house hold about the supporter, and an office with every field."""

    def made(id: str, flow: str, kind: str, state: str, *, period: str = "", **parts: dict[str, object]) -> Case:
        return Case(id, flow, kind, state, 1, "2026-09", "v1", period=period, **parts)  # type: ignore[arg-type]

    def session(id: str, title: str, *came: str) -> Case:
        body: dict[str, object] = {"title": title, "on": "2026-08-01", "place": ""}
        identity: dict[str, object] = {"handlers": [HEAD], "came": [*came]}
        return made(id, "roster", "training", "held", period="2026", body=body, identity=identity)

    called: dict[str, object] = {"requester": SUPPORTER}
    office = fakes.appointment(
        SUPPORTER, released_on=date(2026, 9, 30), release_reason="unit_lacks", basis="第6条", entered_by=HEAD, seat=3,
        checked_on=date(2026, 4, 2), let_end=True, field="x", document="1", document_on=date(2026, 4, 1),
        unit="Citizens", room="1F", appointed_by=HEAD, away_until=date(2026, 9, 3),
    )  # fmt: skip
    row = replace(fakes.PEOPLE[1], employment="常勤", personnel_authority=True)
    learning = "roster/learning/U0SUPPORTER/learning"
    return FakeLedger(
        roster=[office, *fakes.APPOINTMENTS[1:]],
        rows=[row, *(one for one in fakes.PEOPLE if one.id != SUPPORTER)],
        cases=[
            *more,
            session("t1", "参加した研修会", SUPPORTER), session("t2", "出ていない研修会", HEAD),
            made("step_up/code/U0SUPPORTER/code", "step_up", "code", "enrolled",
                 body={"secret": "SECRET", "enrolled_on": "2026-05-01"}, identity={"handlers": [SUPPORTER]}),
            made("d1", "danger", "call", "calling", body={"by_person": True}, identity=called),
            made("d2", "danger", "call", "calling", body={"by_person": False}, identity=called),
        ],
        entries={learning: [Record("learned", {"title": "資格", "on": "2026-05-05", "until": "2028-05-04"})]},
    )  # fmt: skip
