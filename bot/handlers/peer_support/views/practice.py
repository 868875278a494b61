"""A practice request: the screen of a request as it is, under a banner that says that nobody is behind it (P11)."""

from collections.abc import Mapping
from dataclasses import replace

from bot.handlers import blocks
from bot.handlers.blocks import View
from bot.handlers.flow import Click
from bot.handlers.peer_support.rules.practice import vanishes_on
from bot.handlers.peer_support.views import case as cases
from bot.handlers.peer_support.views import request as requests
from bot.rules.cases import Case
from bot.rules.policy import Policy

VERBS: Mapping[str, tuple[str, ...]] = {
    "requested": ("practice_accept", "practice_aside"),
    "accepted": ("practice_end",),
}
STEP_ASIDE = "peer_support.practice_step_aside"


def practice(click: Click, case: Case, policy: Policy) -> View:
    """What a supporter sees of a request, with made-up words."""
    say = click.say
    made_up = {
        **case.body, "topic": policy.topics[0].key, "means": policy.means[0].key,
        "message": say("peer_support-practice-message"),
    }  # fmt: skip
    shown = cases.Shown(say("peer_support-practice-person"), "", "", policy)
    view = cases.handled_case(click, replace(case, body=made_up), shown, verbs=VERBS, further={})
    banner = blocks.section(say("peer_support-practice-banner", day=vanishes_on(case)))
    return view | {"blocks": [banner, blocks.divider(), *view["blocks"]]}


def aside_form(click: Click, policy: Policy) -> View:
    """The list of reasons, as for a request."""
    form = requests.aside_form(click, click.row, click.rev, policy)
    token = click.token_for(STEP_ASIDE, row=click.row, rev=click.rev)
    return form | {"callback_id": STEP_ASIDE, "private_metadata": token}


def said(click: Click, title: str, *sentences: str) -> View:
    """What a request would say now, and that here nobody is told."""
    return requests.notice(click, title, *sentences, click.say("peer_support-practice-nobody"))
