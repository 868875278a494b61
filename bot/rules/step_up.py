"""The second factor before an identity is opened: a code counts once, for half an hour; wrong ones make wait (G5)."""

from datetime import date, datetime, timedelta

from bot.errors import Refused
from bot.rules.access import MATRIX, Condition
from bot.rules.cases import Case, Decision, Opening
from bot.rules.policy import StepUp

FLOW, CODE = "step_up", "code"  # CODE is kind, period and field alike: each person has one

WITH_CODES = frozenset(
    hat
    for row in MATRIX.values()
    for hat, grants in row.items()
    if any(Condition.STEPPED_UP in grant.conditions for grant in grants)
)
"""The hats to which the matrix opens something only after a code."""


def enrol(secret: str, person: str, case: Case, today: date) -> Decision:
    """The host's operator gives somebody a secret for their phone; the one before counts no more."""
    return Decision(
        act="enrol",
        opens=None if case.exists else Opening(CODE, period=CODE),
        body={"secret": secret, "enrolled_on": today.isoformat(), "last_step": 0, "until": "", "wrong": []},
        identity={"handlers": [person]},
    )


def enter(step: int | None, case: Case, rule: StepUp, now: datetime) -> Decision | Refused:
    """A code was typed: `step` is the half minute to which it belongs, None where it belongs to none near `now`.

    Whoever has typed too many wrong ones waits, and a code that has counted once counts no more (RFC 6238, 5.2).
    Refused for who has no secret, and while waiting.
    """
    if not case.exists:
        return Refused("step_up-unknown")
    wrong = _recently_wrong(case, rule, now)
    if len(wrong) >= rule.wrong_codes:
        return Refused("step_up-wait", CODE, until=wrong[-rule.wrong_codes] + timedelta(minutes=rule.wrong_minutes))
    if step is None or step <= case.body["last_step"]:
        said = [moment.isoformat() for moment in (*wrong, now)]
        return Decision(act="mistype", body={**case.body, "wrong": said}, answer={"right": False})
    until = now + timedelta(minutes=rule.minutes)
    return Decision(
        act="enter",
        body={**case.body, "last_step": step, "until": until.isoformat(), "wrong": []},
        answer={"right": True},
    )


def stepped_up(case: Case, now: datetime) -> bool:
    """Whether the person whose code this is has shown one not too long ago."""
    until = case.body.get("until", "")
    return bool(until) and now < datetime.fromisoformat(until)


def _recently_wrong(case: Case, rule: StepUp, now: datetime) -> list[datetime]:
    since = now - timedelta(minutes=rule.wrong_minutes)
    return [moment for text in case.body["wrong"] if (moment := datetime.fromisoformat(text)) > since]
