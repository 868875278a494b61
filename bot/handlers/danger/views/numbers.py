"""The numbers that help at once, and the names of the offices on duty, as they stand on every screen of a call."""

from bot.handlers import blocks
from bot.handlers.blocks import Block
from bot.handlers.flow import Click
from bot.rules.policy import Policy

ON_DUTY = "on_duty"  # the contact of the policy that somebody answers at night


def emergency(click: Click, policy: Policy) -> list[Block]:
    """119 and 110, then the organisation's own number for nights and holidays where it has one."""
    own = [contact for contact in policy.contacts if contact.key == ON_DUTY]
    return [
        blocks.section(click.say("danger-emergency")),
        *(
            blocks.section(click.say("danger-on-duty", name=_in(click, one.ja, one.en), number=one.phone))
            for one in own
        ),
    ]


def offices(click: Click, policy: Policy) -> str:
    """The offices on duty in the order in which they are paged."""
    comma = "、" if click.language == "ja" else ", "
    named = (policy.roles[role] for role in policy.danger.on_call if role in policy.roles)
    return comma.join(_in(click, role.ja, role.en) for role in named)


def _in(click: Click, ja: str, en: str) -> str:
    return ja if click.language == "ja" else en
