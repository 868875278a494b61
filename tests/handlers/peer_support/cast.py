"""Who walks through the town hall of the walks, and the long way of one request."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from bot.rules.people import Appointment, Person, Role
from tests import fakes

ASKER, SECOND, BOSS = "U0ASKER", "U0SECOND", "U0BOSS"
CHOSEN, OTHER, UNSWORN, RELEASED, LAPSED = "U0CHOSEN", "U0OTHER", "U0UNSWORN", "U0RELEASED", "U0LAPSED"
HQ, COORDINATOR = "U0HQ", "U0COORD"
CHECKED, UNCHECKED = "U0CHECKED", "U0UNCHECKED"
HEAD, UNIT_HEAD, READER, ADMIN, AUDITOR = "U0HEAD", "U0UNITHEAD", "U0READER", "U0ADMIN", "U0AUDITOR"
GONE, STRANGER = "U0GONE", "U0STRANGER"
SECRET_NAMES = {ASKER: "Nagareboshi", SECOND: "Hotarubi"}  # in no list of people who can be asked
NAMES = SECRET_NAMES | {
    BOSS: "Yamaboshi", CHOSEN: "Kawasemi", OTHER: "Tsubame", UNSWORN: "Mozu", RELEASED: "Hibari", LAPSED: "Uguisu",
    HQ: "Komadori", COORDINATOR: "Shijukara", CHECKED: "Kakesu", UNCHECKED: "Sekirei", HEAD: "Isoshigi",
    UNIT_HEAD: "Kogera", READER: "Tancho", ADMIN: "Oruri", AUDITOR: "Misosazai", GONE: "Akashobin",
    STRANGER: "Yamagara",
}  # fmt: skip
OFFICES: tuple[tuple[str, Role, dict[str, Any]], ...] = (
    (CHOSEN, Role.UNIT_SUPPORTER, {}),
    (OTHER, Role.UNIT_SUPPORTER, {}),
    (BOSS, Role.UNIT_SUPPORTER, {}),
    (RELEASED, Role.UNIT_SUPPORTER, {}),
    (UNSWORN, Role.UNIT_SUPPORTER, {"sworn_on": None}),
    (LAPSED, Role.UNIT_SUPPORTER, {"ends_on": date(2026, 8, 31)}),
    (ADMIN, Role.UNIT_SUPPORTER, {}),  # barred: an administrator sees no case
    (HQ, Role.HQ_SUPPORTER, {}),
    (COORDINATOR, Role.COORDINATOR, {}),
    (CHECKED, Role.EXTERNAL_ADVISER, {"field": "legal", "checked_on": date(2026, 4, 1)}),
    (UNCHECKED, Role.EXTERNAL_ADVISER, {"field": "tax"}),
    *(
        (person, role, {"ends_on": None})
        for person, role in (
            (HEAD, Role.WELFARE_HEAD), (UNIT_HEAD, Role.UNIT_HEAD), (READER, Role.DIGEST_READER),
            (ADMIN, Role.ADMINISTRATOR), (AUDITOR, Role.AUDITOR),
        )
    ),
)  # fmt: skip
TO_CHOSEN = {"supporter": f"a-{CHOSEN}-unit_supporter-2026-04-01", "named": "hidden", "avoid": []}
TO_ADVISER = {"supporter": f"a-{CHECKED}-external_adviser-2026-04-01", "named": "shown", "avoid": []}
TO_HQ = {"recipient": f"a-{HQ}-hq_supporter-2026-04-01", "fields": ["talk", "topic"]}
WORDS = {"fields": ["subtopic", "text"]}
STORY: tuple[tuple[str, str, dict[str, Any]], ...] = tuple(
    (who, verb, fields.get(verb, {}))
    for who, verbs, fields in (
        (ASKER, "start request oversteps", {"request": TO_CHOSEN}),
        (HQ, "oversteps", {}),
        (CHOSEN, "case accept case more superior_guide ask_superior", {}),
        (ASKER, "case question oversteps not_now", {}),
        (CHOSEN, "case more introduce introduce_contact case more record_consent ask_record", {"ask_record": WORDS}),
        (ASKER, "case question consent", {"consent": WORDS}),
        (CHOSEN, "case talk propose reply case more note add_note", {}),
        (ASKER, "case talk agree propose write", {}),
        (CHOSEN, "case talk confirm case more refer ask_referral", {"ask_referral": TO_HQ}),
        (ASKER, "case question agree_referral", {"agree_referral": {"fields": ["topic"]}}),
        (CHOSEN, "oversteps", {}),
        (HQ, "case accept case talk reply more note add_note", {}),
        (ASKER, "case more reveal case take_back", {}),
        (HQ, "oversteps", {}),
        (CHOSEN, "case", {}),
        (CHOSEN, "later", {}),
        (CHOSEN, "case carry_on case end record", {}),
        (ASKER, "case keep later contact check_worse worse_same request", {"request": TO_CHOSEN}),
        (SECOND, "start request", {"request": TO_ADVISER}),
        (CHECKED, "case accept case end adviser_report report_support later", {}),
        (HEAD, "adviser_reports", {}),
    )
    for verb in verbs.split()
)


def accounts() -> Iterator[dict[str, Any]]:
    """The workspace's members as Slack names them."""
    for person in NAMES:
        yield {
            "id": person,
            "team_id": "T0ELSEWHERE" if person == STRANGER else fakes.TEAM,
            "is_restricted": person in {CHECKED, UNCHECKED},
            "deleted": person == GONE,
        }


def roster() -> tuple[list[Person], list[Appointment]]:
    """Everybody but the stranger; the asker's superior is a supporter too."""
    people = [
        Person(one, name, "Citizens" if n % 2 else "Tax", f"{n % 3}F", superior=BOSS if one == ASKER else "")
        for n, (one, name) in enumerate(NAMES.items())
        if one != STRANGER
    ]
    return people, [fakes.appointment(person, role, **other) for person, role, other in OFFICES]
