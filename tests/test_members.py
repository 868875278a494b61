"""Who is it: what Slack says of a user decides who is a guest, a stranger, a bot, and who can be written to."""

from typing import Any

import pytest

from bot.members import SLACKBOT, Members
from tests.fakes import ASKER, TEAM


def user(person: str = ASKER, **other: Any) -> dict[str, Any]:
    return {"id": person, "team_id": TEAM, "locale": "ja-JP", "profile": {"real_name": "Asker"}} | other


@pytest.fixture
def members() -> Members:
    known = Members(TEAM)
    known.fill([user()])
    return known


@pytest.mark.parametrize(
    ("flags", "told", "reachable"),
    [
        ({}, set(), True),
        ({"is_restricted": True}, {"guest"}, True),
        ({"is_ultra_restricted": True}, {"guest"}, True),
        ({"is_bot": True}, {"bot"}, False),
        ({"is_workflow_bot": True}, {"bot"}, False),
        ({"deleted": True}, {"deleted"}, False),
        ({"team_id": "T0NEXTDOOR"}, {"external"}, True),
    ],
)
def test_slacks_flags_tell_who_acts(members: Members, flags: dict[str, Any], told: set[str], reachable: bool) -> None:
    members.update(user(**flags))
    who = members.principal(ASKER, TEAM)

    assert who is not None
    assert {name for name in ("guest", "bot", "deleted", "external") if getattr(who, name)} == told
    assert members.can_receive(ASKER) is reachable


@pytest.mark.parametrize(("deleted", "left"), [(True, True), (False, False), (None, None)])
def test_who_has_left_is_known_of_members_only(members: Members, deleted: bool | None, left: bool | None) -> None:
    if deleted is not None:
        members.update(user("U0SOMEBODY", deleted=deleted))

    assert members.has_left("U0SOMEBODY") is left


def test_slackbot_is_a_bot_though_slack_does_not_say_so(members: Members) -> None:
    members.update(user(SLACKBOT, is_bot=False))

    assert not members.can_receive(SLACKBOT)


def test_a_payload_of_another_team_is_a_strangers_whoever_it_names(members: Members) -> None:
    who = members.principal(ASKER, "T0NEXTDOOR")

    assert who is not None
    assert who.external


def test_somebody_this_process_has_not_met_is_nobody(members: Members) -> None:
    assert members.principal("U0NEW", TEAM) is None
    assert members.get("U0NEW") is None
    assert not members.can_receive("U0NEW")


def test_who_is_not_in_a_new_list_is_no_member_any_more(members: Members) -> None:
    members.fill([user("U0NEW")])

    assert members.principal(ASKER, TEAM) is None


@pytest.mark.parametrize(("locale", "kept"), [(None, "ja-JP"), ("en-US", "en-US")])
def test_a_change_without_a_language_keeps_the_known_one(members: Members, locale: str | None, kept: str) -> None:
    members.update(user(locale=locale))

    found = members.get(ASKER)
    assert found is not None
    assert found.locale == kept
