"""What an answer of Slack means for one letter: sent, perhaps, surely not, later, never, or nothing at all for now."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from aiohttp import ClientConnectorError, ClientError
from slack_sdk.errors import SlackApiError

from bot.store.outbox import Letter

A_MINUTE = timedelta(minutes=1)
PAUSE_AFTER_STOP = timedelta(minutes=10)
FAILURES = (TimeoutError, SlackApiError, ClientError, OSError)


class Fate(StrEnum):
    """What became of one attempt."""

    SENT = "sent"
    NOT_SENT = "not_sent"  # surely not: try again
    UNKNOWN = "unknown"  # perhaps: look into the history before any resend
    COVERED = "covered"  # perhaps, and nobody may look: the next stage covers a nudge
    LATER = "later"  # Slack asks us to slow down
    GONE = "gone"  # this receiver can never have it
    OURS = "ours"  # our own mistake: Slack will not take it however often
    STOP = "stop"  # the app itself may not speak any more


# Slack's error names and what they mean for one message or file (Slack: reference/methods, errors).
FATES: dict[str, Fate] = {
    "ratelimited": Fate.LATER,
    "rate_limited": Fate.LATER,
    "message_limit_exceeded": Fate.LATER,
    "internal_error": Fate.UNKNOWN,  # "possible some aspect of the operation succeeded"
    "fatal_error": Fate.UNKNOWN,
    "service_unavailable": Fate.UNKNOWN,
    "request_timeout": Fate.UNKNOWN,
    "channel_not_found": Fate.GONE,
    "user_not_found": Fate.GONE,
    "user_disabled": Fate.GONE,
    "cannot_dm_bot": Fate.GONE,
    "is_archived": Fate.GONE,
    "messages_tab_disabled": Fate.GONE,
    "not_in_channel": Fate.GONE,
    "restricted_action": Fate.GONE,
    "invalid_auth": Fate.STOP,
    "not_authed": Fate.STOP,
    "token_revoked": Fate.STOP,
    "token_expired": Fate.STOP,
    "account_inactive": Fate.STOP,
    "missing_scope": Fate.STOP,
    "invalid_blocks": Fate.OURS,
    "msg_too_long": Fate.OURS,
    "no_text": Fate.OURS,
    "invalid_arguments": Fate.OURS,
    "file_uploads_disabled": Fate.OURS,
    "file_uploads_except_images_disabled": Fate.OURS,
    "file_upload_size_restricted": Fate.OURS,
    "file_type_not_allowed": Fate.OURS,
}
PAUSING = frozenset({Fate.LATER, Fate.STOP})


@dataclass(frozen=True)
class Attempt:
    """A letter after an attempt; `wait` is what Slack asked for."""

    letter: Letter
    fate: Fate
    wait: timedelta = timedelta()


def judged(letter: Letter, error: Exception, *, before_sending: bool = False) -> Attempt:
    """What an error of one call means. Before the message itself was written to the socket, nothing was sent."""
    surely_not = before_sending or isinstance(error, ClientConnectorError)
    fate, wait = Fate.UNKNOWN, timedelta()
    if isinstance(error, SlackApiError):
        fate = FATES.get(name_of(error), Fate.UNKNOWN)
        if getattr(error.response, "status_code", 0) == 429:
            fate, wait = Fate.LATER, timedelta(seconds=_seconds(error.response.headers))
        elif fate in PAUSING:
            wait = A_MINUTE if fate is Fate.LATER else PAUSE_AFTER_STOP
    return Attempt(letter, Fate.NOT_SENT if surely_not and fate is Fate.UNKNOWN else fate, wait)


def name_of(error: SlackApiError) -> str:
    """Slack's name for an error; "" where the body was none of Slack's."""
    data = getattr(error.response, "data", None)
    return str(data.get("error", "")) if isinstance(data, dict) else ""


def _seconds(headers: Mapping[str, str]) -> int:
    """Slack's Retry-After, or a minute where it is missing or no number."""
    value = next((v for k, v in headers.items() if k.lower() == "retry-after"), "")
    return int(value) if value.isdecimal() else 60
