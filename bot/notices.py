"""Puts notices into the outbox: in the next shared slot of working hours, what somebody waits for at once (G2, G5)."""

from collections.abc import Iterable

from bot.rules.cases import Notice, NoticeClass
from bot.rules.office import next_slot
from bot.store.outbox import Letter
from bot.store.unit import Unit

AT_ONCE = frozenset({NoticeClass.DANGER, NoticeClass.ANSWER, NoticeClass.PICTURE, NoticeClass.ERASE})


def post(unit: Unit, flow: str, notices: Iterable[Notice]) -> None:
    """Put notices into the outbox; they leave in the next shared slot of working hours (G2), danger at once."""
    house = unit.house
    for notice in notices:
        earliest = max(notice.not_before or unit.now, unit.now)
        if notice.klass not in AT_ONCE:
            earliest = next_slot(house.office.next_working(earliest), house.policy.notice_slot_minutes)
        letter = Letter(
            id="", klass=notice.klass, recipient=notice.recipient, flow=flow, about=notice.about, topic=notice.topic,
            due_on=notice.due_on, not_before=earliest, not_after=notice.not_after, attempt=0, state="pending",
            while_in=notice.while_in,
        )  # fmt: skip
        unit.outbox.add(letter, notice.once)
