"""Who is it, and what do they hold: makes a click out of a payload that Slack vouches for."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.casework import Casework
from bot.clock import Clock
from bot.errors import Refused
from bot.handlers.fields import from_state
from bot.handlers.flow import Click
from bot.handlers.tokens import Token, TokenBox, new_nonce
from bot.members import Members
from bot.rules.people import Principal
from bot.words import Words, language_of

DEACTIVATED, STRANGER, UNKNOWN = "refused-deactivated", "refused-stranger", "refused-unknown"

Body = Mapping[str, Any]


class Arrivals:
    """Meets everybody at the door."""

    def __init__(self, casework: Casework, words: Words, tokens: TokenBox, members: Members, clock: Clock) -> None:
        self._casework = casework
        self._words = words
        self._tokens = tokens
        self._members = members
        self._clock = clock

    def click(self, body: Body) -> Click | None:
        """Who acts; None for somebody this process has not met."""
        person = body["user"]["id"]
        who = self._members.principal(person, self.team(body))
        if who is None:
            return None
        member = self._members.get(person)
        language = language_of(member.locale if member else None)
        policy = self._casework.policy
        organisation = policy.organisation.ja if language == "ja" else policy.organisation.en
        phone = policy.contacts[0].phone
        now = self._clock.now()

        def say(key: str, **values: object) -> str:
            return self._words.say(key, language, **({"organisation": organisation, "phone": phone} | values))

        def token_for(kind: str, row: str = "", rev: int = 0) -> str:
            day = self._casework.office.day(now).toordinal()
            return self._tokens.write(Token(kind, row, person, rev, new_nonce(), day))

        state = (body.get("view") or {}).get("state") or {}
        return Click(who, language, now, "", say, token_for, None, from_state(state))

    def team(self, body: Body) -> str:
        """The actor's team: the user's own in interactions, otherwise the payload's (org-wide installs name none).

        A payload for another app is nobody's, where Slack's list of members says which app is ours.
        """
        ours = self._members.app
        if ours and body.get("api_app_id", ours) != ours:
            return ""
        user = body.get("user") or {}
        return str(user.get("team_id") or body.get("team_id") or (body.get("team") or {}).get("id") or "")

    def opened(self, click: Click, text: str, kind: str, *, form: bool = False) -> Click:
        """The click with its token opened and its key of idempotency (E2).

        `kind` is what the token must be for, "" for any screen. Raises Refused("token-wrong" or "token-expired").
        """
        today = self._casework.office.day(click.now)
        token = self._tokens.read(text, today=today, person=click.who.person, expected_kind=kind)
        return replace(click, token=token, key=f"form:{token.nonce}" if form else _of_button(token))

    def again(self, click: Click, kind: str, row: str, rev: int) -> Click:
        """The click on a button that somebody pressed before something else had to come first."""
        today = self._casework.office.day(click.now).toordinal()
        token = Token(kind, row, click.who.person, rev, new_nonce(), today)
        return replace(click, token=token, key=_of_button(token), fields={})


def _of_button(token: Token) -> str:
    """A second copy is the same person's: to anybody else a button that was pressed is one that never was."""
    return f"button:{token.person}:{token.kind}:{token.row}:{token.rev}"


def admitted(click: Click | None) -> Click:
    """The click of somebody who may enter at all. Raises Refused."""
    if click is None:
        raise Refused(UNKNOWN)
    refusal = refusal_of(click.who)
    if refusal:
        raise Refused(refusal)
    return click


def refusal_of(who: Principal) -> str:
    """Who is never served, as the key of the sentence; a guest's hats are casework's question (G6)."""
    if who.deleted or who.bot:
        return DEACTIVATED
    return STRANGER if who.external else ""
