"""What the screens of a request share: the words of the policy, what a token remembers, the small screens."""

from collections.abc import Sequence
from datetime import date

from bot.handlers import blocks
from bot.handlers.blocks import View
from bot.handlers.flow import Click
from bot.handlers.peer_support.rules.choice import Offer
from bot.rules.policy import Policy, Topic
from bot.rules.policy_rows import Row

TOPIC, SUPPORTER, MEANS, MESSAGE, REASON = "topic", "supporter", "means", "message", "reason"
LEFT_OPEN = ""  # everything but the receiver is optional (G5)
MARK = 8  # so much of an offer's id fits into a token and tells one of a list from the others


def label(row: Row | Topic, language: str) -> str:
    """A row of the policy in the reader's language."""
    return row.ja if language == "ja" else row.en


def options(rows: Sequence[Row] | Sequence[Topic], language: str) -> list[blocks.Option]:
    """Rows of the policy as choices."""
    return [(row.key, label(row, language)) for row in rows]


def topics(policy: Policy) -> list[Row | Topic]:
    """The three groups of Yam 3 and what they hold."""
    rows: list[Row | Topic] = []
    for topic in policy.topics:
        rows += (topic, *topic.subtopics)
    return rows


def named(rows: Sequence[Row | Topic], key: str, language: str) -> str:
    """The label of the row with this key; the key itself where the policy no longer has it, "none" for no choice."""
    return next((label(row, language) for row in rows if row.key == key), key or "none")


def row_of(case_id: str, warned_of: Offer | None) -> str:
    """What the form of a choice remembers: its case, and the superior whom it has warned of (P6)."""
    return f"{case_id}:{warned_of.id[:MARK]}" if warned_of else case_id


def case_in(row: str) -> str:
    """The case of such a form, "" for a new one."""
    return row.partition(":")[0]


def has_warned(row: str, offer: Offer) -> bool:
    """Whether such a form stood in front of the person with a warning of this very superior."""
    return row.partition(":")[2] == offer.id[:MARK]


def sent(click: Click, supporter: str, promised_on: date, *, one_at_a_time: bool = False) -> View:
    """The confirmation: it stands in the modal only, never in a message (G2).

    `one_at_a_time`: the person has left it open whom to ask (P5).
    """
    say = click.say
    return notice(
        click, "peer_support-sent-title",
        say("peer_support-sent", name=supporter),
        say("peer_support-sent-promise", name=supporter, day=promised_on),
        *([say("peer_support-sent-free")] if one_at_a_time else []),
        say("peer_support-sent-anytime"),
    )  # fmt: skip


def aside_form(click: Click, case_id: str, rev: int, policy: Policy) -> View:
    """Stepping aside with a listed reason (P4)."""
    say = click.say
    return blocks.modal(
        say("peer_support-aside-title"),
        [
            blocks.section(say("peer_support-aside-about")),
            blocks.radio(REASON, say("peer_support-aside-reason"), options(policy.step_aside_reasons, click.language)),
        ],
        close=say("cancel-button"),
        submit=say("peer_support-aside-submit"),
        callback_id="peer_support.step_aside",
        token=click.token_for("peer_support.step_aside", row=case_id, rev=rev),
    )


def notice(click: Click, title: str, *sentences: str) -> View:
    """A screen that only says something."""
    return blocks.modal(click.say(title), [blocks.section(s) for s in sentences], close=click.say("close-button"))
