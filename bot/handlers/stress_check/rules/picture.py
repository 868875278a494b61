"""A picture on request: sent to who asked for it, and nobody else (Aku 8(1), 15). That it was asked for is no news."""

from datetime import datetime, timedelta

from bot.handlers.stress_check.rules.moves import CHECK, FLOW
from bot.rules.cases import Case, Decision, Notice, NoticeClass
from bot.rules.ledger import Ledger
from bot.rules.people import Role

OWN, GROUPS = "picture", "group_picture"
OFFICES = (Role.AFFAIRS_STAFF, Role.DIGEST_READER, Role.IMPLEMENTER, Role.JOINT_CLERK)
TOLD = {
    OWN: ((Role.EMPLOYEE,), "result"),
    GROUPS: ((*OFFICES, Role.EMPLOYEE), "group_analysis"),
}


def send(person: str, case: Case, ledger: Ledger, now: datetime) -> Decision:
    """One picture a minute at most. What could not be sent in as long as it would stay is not wanted any more."""
    topic = OWN if case.kind == CHECK.kind else GROUPS
    stays = timedelta(minutes=ledger.policy.stress_check.picture_minutes)
    notice = Notice(
        person, NoticeClass.PICTURE, case.id, once=f"{FLOW}:{case.id}:{topic}:{person}:{now:%Y-%m-%dT%H:%M}",
        topic=topic, not_after=now + stays,
    )  # fmt: skip
    return Decision(act="send_picture", notices=(notice,), keeps_rev=True)
