"""The three lines with which every hat opens: what it shows, what it does not, and which article says so."""

from dataclasses import dataclass

from bot.rules.people import Role

ARTICLES: dict[Role, tuple[str, ...]] = {
    Role.EMPLOYEE: ("Yam 9", "Yam 12", "Aki 7(6)", "Aku 19"),
    Role.UNIT_SUPPORTER: ("Yam 6(4)", "Yam 10", "Yam 11(3)", "Yam 13"),
    Role.HQ_SUPPORTER: ("Yam 5(4)", "Yam 10", "Yam 11(3)", "Yam 13"),
    Role.COORDINATOR: ("Yam 7(4)", "Yam 10(2)", "Yam 13"),
    Role.EXTERNAL_ADVISER: ("Yam 8(2)", "Yam 10(3)", "Yam 11(2)(3)"),
    Role.WELFARE_HEAD: ("Yam 4(2)(3)", "Yam 6(7)", "Yam 11"),
    Role.UNIT_HEAD: ("Yam 6(2)(3)(6)(7)",),
    Role.DESK_OFFICER: ("Aki 7(2)(6)", "Aki 11"),
    Role.COUNSELLOR: ("Aki 7(6)(8)", "Aki 8(1)", "Aki 11"),
    Role.RESPONSE_NURSE: ("Aki 7(1)(10)", "Aki 11"),
    Role.AFFAIRS_HEAD: ("Aki 7(8)", "Aki 8"),
    Role.AFFAIRS_DEPUTY: ("Aki 7(8)", "Aki 8"),
    Role.COMMITTEE_MEMBER: ("Aki 9(2)", "Aki 11"),
    Role.CHAIR: ("Aki 9(2)(3)(7)", "Aki 11"),
    Role.SECRETARIAT: ("Aki 9(11)", "Aki 11"),
    Role.IMPLEMENTER: ("Aku 4", "Aku 10", "Aku 20"),
    Role.CLERK: ("Aku 5", "Aku 7(4)", "Aku 20"),
    Role.JOINT_CLERK: ("Aku 5", "Aku 9", "Aku 16(1)", "Aku 20"),
    Role.PLANNER: ("Aku 3", "Aku 20"),
    Role.PHYSICIAN: ("Aku 12", "Aku 13", "Aku 20"),
    Role.AFFAIRS_STAFF: ("Aku 11(2)(4)", "Aku 13", "Aku 20"),
    Role.DIGEST_READER: ("Yam 13", "Aki 11", "Aku 16(1)"),
    Role.ADMINISTRATOR: ("Yam 13", "Aki 11", "Aku 20(2)"),
    Role.AUDITOR: ("Yam 13", "Aki 11", "Aku 20(2)"),
}


@dataclass(frozen=True)
class HatCard:
    """The keys of the two sentences of a hat, and the articles that its third line names."""

    hat: Role
    sees: str
    sees_not: str
    articles: tuple[str, ...]


def hat_card(hat: Role) -> HatCard:
    """The card of a hat that a person can wear; KeyError for the hats of a process."""
    name = hat.value.replace("_", "-")
    return HatCard(hat, f"hat-{name}-sees", f"hat-{name}-sees-not", ARTICLES[hat])
