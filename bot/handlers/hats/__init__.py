"""The three lines of every hat, shown before its first access and from Home: what it shows, what not, and why."""

from collections.abc import Iterable

from bot.handlers import blocks
from bot.handlers.blocks import Block
from bot.handlers.flow import Click
from bot.rules.access.hats import hat_card
from bot.rules.people import Role
from bot.rules.policy import Policy


def card(click: Click, hats: Iterable[Role], policy: Policy) -> list[Block]:
    """Name and three lines of each of these hats, in the order of the roles."""
    return [block for hat in Role if hat in set(hats) for block in _lines(click, hat, policy)]


def _lines(click: Click, hat: Role, policy: Policy) -> list[Block]:
    found = hat_card(hat)
    lines = [
        click.say("hat-sees", what=click.say(found.sees)),
        click.say("hat-sees-not", what=click.say(found.sees_not)),
        click.say("hat-articles", articles=", ".join(_article(click, article) for article in found.articles)),
    ]
    rule = policy.roles.get(hat)
    name = [blocks.header(rule.ja if click.language == "ja" else rule.en)] if rule else []
    return [*name, blocks.section("\n".join(lines))]


def _article(click: Click, article: str) -> str:
    """ "Yam 6(4)" as people know it: the name of their regulation and the article."""
    regulation, number = article.split(maxsplit=1)
    return click.say(f"regulation-{regulation.lower()}", number=number)
