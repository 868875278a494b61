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
        click.say("hat-articles", articles=_articles(click, found.articles)),
    ]
    return [blocks.header(_name(click, hat, policy)), blocks.section("\n".join(lines))]


def _name(click: Click, hat: Role, policy: Policy) -> str:
    """What the policy calls the role; it leaves employees and heads of units to us."""
    rule = policy.roles.get(hat)
    if rule is None:
        return click.say("hat-unit-head" if hat is Role.UNIT_HEAD else "hat-employee")
    return rule.ja if click.language == "ja" else rule.en


def _articles(click: Click, articles: Iterable[str]) -> str:
    """ "Yam 6(4)" and "Yam 13" as people know them: the name of their regulation once, then the articles."""
    comma = "、" if click.language == "ja" else ", "
    numbers: dict[str, list[str]] = {}
    for article in articles:
        regulation, number = article.split(maxsplit=1)
        numbers.setdefault(regulation, []).append(number)
    return comma.join(click.say(f"regulation-{r.lower()}", number=comma.join(found)) for r, found in numbers.items())
