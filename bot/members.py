"""Who is it: the workspace's members in memory, filled nightly and by events, never fetched while somebody waits."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.rules.people import Principal

SLACKBOT = "USLACKBOT"


@dataclass(frozen=True)
class Member:
    """What we keep of a Slack user object (Slack: reference/objects/user-object)."""

    id: str
    team: str
    name: str
    locale: str
    guest: bool
    bot: bool
    deleted: bool
    app: str = ""


def read_member(user: Mapping[str, Any]) -> Member:
    """A member from Slack's user object. `is_bot` is false for Slackbot, so it is named."""
    profile = user.get("profile") or {}
    return Member(
        id=user["id"],
        team=user.get("team_id", ""),
        name=profile.get("real_name") or user.get("real_name") or user.get("name") or "",
        locale=user.get("locale") or "",
        guest=bool(user.get("is_restricted") or user.get("is_ultra_restricted")),
        bot=bool(user.get("is_bot") or user.get("is_workflow_bot") or user["id"] == SLACKBOT),
        deleted=bool(user.get("deleted")),
        app=profile.get("api_app_id") or "",
    )


class Members:
    """The members of the one home team; `app` is this app's own id."""

    def __init__(self, team: str) -> None:
        self.team = team
        self.app = ""
        self._known: dict[str, Member] = {}

    def fill(self, users: Iterable[Mapping[str, Any]]) -> None:
        """Take a whole list of users; who is not in it is no member any more."""
        self._known = {user["id"]: read_member(user) for user in users}

    def update(self, user: Mapping[str, Any]) -> None:
        """Take one changed user. The event has no locale, so a known one is kept."""
        before = self._known.get(user["id"])
        locale = user.get("locale") or (before.locale if before else "")
        self._known[user["id"]] = read_member({**user, "locale": locale})

    def get(self, person: str) -> Member | None:
        return self._known.get(person)

    def principal(self, person: str, team: str) -> Principal | None:
        """Who acts, or None when this process has not met them yet. `team` is the payload's own."""
        member = self._known.get(person)
        if member is None:
            return None
        external = team != self.team or member.team not in {"", self.team}
        return Principal(
            person=person,
            team=team,
            guest=member.guest,
            bot=member.bot,
            deleted=member.deleted,
            external=external,
        )

    def has_left(self, person: str) -> bool | None:
        """Whether this person's account is closed; None for somebody who is not in the list."""
        member = self._known.get(person)
        return None if member is None else member.deleted

    def can_receive(self, person: str) -> bool:
        """Whether a message may go to this person at all."""
        member = self._known.get(person)
        return member is not None and not member.deleted and not member.bot
