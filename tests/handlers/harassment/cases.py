"""Consultations for tests: one in any state over the sandbox's town hall, put into a store or only into a rule."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from bot.handlers.harassment.rules.circle import takes_part
from bot.handlers.harassment.rules.moves import (
    AFTER_FORM_1,
    ARRANGED,
    ARRANGING,
    CLOSING,
    CONFIRMING,
    DRAFT,
    FLOW,
    FOUND,
    HEARING,
    HELD,
    MEASURES,
    MET,
    PROPOSED,
    REFERRED,
)  # fmt: skip
from bot.handlers.harassment.rules.report import Line, Report, frozen
from bot.rules.cases import Case, Party, Purpose
from bot.rules.ledger import Ledger
from bot.sandbox.town import Town
from bot.store.ledger import UnitLedger
from bot.store.unit import Unit

ASKER, ASKER_IN_ENGLISH = "U0ISHIKAWA", "U0OGAWA"
DESK, OTHER_DESK = "U0KATO", "U0KOBAYASHI"
ONE, TWO, THIRD = "U0SAITO", "U0GOTO", "U0MAEDA"
"""The two responders, and another counsellor."""
COUNSELLORS = ("U0SAITO", "U0GOTO", "U0SAKAMOTO", "U0MAEDA", "U0OKADA", "U0YOSHINO")
NURSE, HEAD, DEPUTY, CHAIR, SECRETARY = "U0OKADA", "U0NAKAMURA", "U0YAMAMOTO", "U0TANAKA", "U0KOBAYASHI"
MEMBERS = ("U0TANAKA", "U0NAKAMURA", "U0MATSUDA", "U0OKAMOTO", "U0HASEGAWA", "U0INOUE")
RESPONDENT = "U0FUKUDA"

REPORTED_SHEET = frozen(Report(tuple(Line(key, key, key, f"{key}-canary") for key in ("facts", "wishes"))))

_LATER = (*AFTER_FORM_1, CLOSING)
_FROM = {  # in which states a part of the body is there already
    "arrangement": (ARRANGING, ARRANGED, MET, CONFIRMING, HELD, *_LATER),
    "sheet": (CONFIRMING, HELD, *_LATER),
    "reported_on": _LATER,
    "reported": _LATER,
    "ordered_on": (HEARING, FOUND),
    "referred_on": (REFERRED, PROPOSED, MEASURES),
    "committee_due_on": (REFERRED, PROPOSED, MEASURES),
    "proposed_on": (PROPOSED, MEASURES),
    "forgotten_on": (CLOSING,),
}


def body_in(state: str, day: date) -> dict[str, Any]:
    """What the body of a consultation holds in a state, everything having happened on `day`."""
    on = day.isoformat()
    told: dict[str, Any] = {
        "entry": "not_sure", "kinds": ["mental"], "places": ["workplace"], "story": "story-canary", "named": False,
        "wishes": {"days": "", "place": "", "means": "in_person", "sex": "any", "nurse": False, "wanted": ["listen"]},
    }  # fmt: skip
    if state == DRAFT:
        return told
    parts: dict[str, Any] = {
        "arrangement": {
            "day": (day + timedelta(days=7)).isoformat(), "time": "14:00", "place": "第2会議室", "means": "in_person",
        },
        "sheet": {"facts": "facts-canary", "wishes": "wishes-canary", "who": "who-canary"},
        "reported": REPORTED_SHEET, "reported_on": on, "ordered_on": on, "referred_on": on, "proposed_on": on,
        "committee_due_on": (day + timedelta(days=60)).isoformat(),
        "forgotten_on": (day + timedelta(days=30)).isoformat(),
    }  # fmt: skip
    there = {key: value for key, value in parts.items() if state in _FROM[key]}
    return told | {"sent_on": on, "promised_on": on, "round": 1} | there


def identity_in(state: str) -> dict[str, Any]:
    """Who is around a consultation in a state: asked at the desk, two responders, the head."""
    who: dict[str, Any] = {"requester": ASKER, "excluded": [], "kept_out": [], "wished": [], "door": "desk"}
    if state == ARRANGING:
        who |= {"asked": [ONE, TWO], "confirmed": []}
    if state in (ARRANGED, MET, CONFIRMING, HELD, *_LATER):
        who |= {"responders": [ONE, TWO]}
    if state in _LATER:
        who |= {"recipient": HEAD}
    return who


def consultation(
    state: str, ledger: Ledger, day: date, *, body: Mapping[str, Any] | None = None,
    identity: Mapping[str, Any] | None = None, case_id: str = "c0ffee" * 5 + "01",
) -> Case:  # fmt: skip
    """A consultation in `state`, with `body` and `identity` changed; who has it in hand follows."""
    case = Case(
        case_id, FLOW, "consultation", state, 1, f"{day:%Y-%m}", "v1",
        body=body_in(state, day) | dict(body or {}), identity=identity_in(state) | dict(identity or {}),
    )  # fmt: skip
    hands = dict.fromkeys(who for people in takes_part(case, ledger, day).values() for who in people)
    return replace(case, identity={**case.identity, "handlers": list(hands)})


async def put(town: Town, state: str, **changed: Any) -> Case:
    """The same in the database of a running town, with its parties; nothing is told to anybody."""

    def work(unit: Unit) -> Case:
        case = consultation(state, UnitLedger(unit), unit.house.office.day(unit.now), **changed)
        asker = (Party(case.requester, Purpose.REQUESTER),) if case.requester else ()
        return unit.casebook.open(
            replace(case, rev=0), (*asker, *(Party(who, Purpose.HANDLER) for who in case.handlers))
        )

    return await town.program.store.run(work)


async def stored(town: Town, case_id: str) -> Case | None:
    """The case as it stands in the database now."""
    return await town.program.store.read(lambda unit: unit.casebook.load(case_id))
