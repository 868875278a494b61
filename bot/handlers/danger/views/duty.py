"""The screens of people on duty, of who reviews a use, and of whoever is told of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.handlers import blocks
from bot.handlers.blocks import Block, View
from bot.handlers.danger.rules.fact import TELL, UNSAFE, Review, to_be_told
from bot.handlers.danger.rules.moves import CALLING, CONFIRMED
from bot.handlers.fields import Fields, choice
from bot.handlers.flow import Click
from bot.rules.cases import Case
from bot.rules.people import Person
from bot.rules.policy import Policy

HANDLED, TELLING = "handled", "telling"
YES, NO = "yes", "no"


@dataclass(frozen=True)
class Known:
    """Whom a call is about, as far as whoever took it on must know: rows of the roster, None where there is none."""

    person: Person | None
    raisers: Sequence[Person | None]


def page(click: Click, case: Case, taker: str) -> View:
    """Before the code: somebody needs help, nothing of whom. `taker` has taken it on, "" for nobody."""
    say, mine = click.say, click.who.person in case.handlers
    if case.state == CALLING:
        body = [blocks.section(say("danger-page-calling")), _button(click, case, "confirm", "primary"),
                blocks.context(say("danger-page-calling-not"))]  # fmt: skip
    elif case.state == CONFIRMED and mine:
        body = [blocks.section(say("danger-page-mine")), _button(click, case, "who", "primary")]
    elif case.state == CONFIRMED:
        body = [blocks.section(say("danger-page-taken", name=taker))]
    else:
        body = [blocks.section(say("danger-page-over"))]
    return blocks.modal(say("danger-page-title"), body, close=say("close-button"))


def who(click: Click, case: Case, known: Known, policy: Policy) -> View:
    """After the code, for who has taken it on: name and numbers, who called, three things to do; no word of a talk."""
    say = click.say
    told = [*_numbers(click, case, known), *_callers(click, case, known)]
    return blocks.modal(
        say("danger-who-title"),
        [
            *_name(click, case, known),
            *(blocks.section(sentence) for sentence in told),
            blocks.divider(),
            blocks.header(say("danger-who-now")),
            *(blocks.section(f"{n}. " + say(f"danger-who-now-{n}")) for n in (1, 2, 3)),
            blocks.context(say("danger-who-gone", hours=policy.danger.identity_hours)),
        ],
        close=say("close-button"),
    )


def review_form(click: Click, case: Case, taker: str) -> View:
    """The fact without the person, and one or two questions."""
    say = click.say
    if "review" in case.body or not case.body:
        return told(click, "danger-review-title", say("danger-review-over"))
    taken = say("danger-review-taken", name=taker) if taker else say("danger-review-not-taken")
    handled = [(YES, say("danger-review-handled-yes")), (NO, say("danger-review-handled-no"))]
    telling = [(TELL, say("danger-review-tell")), (UNSAFE, say("danger-review-unsafe"))]
    return blocks.modal(
        say("danger-review-title"),
        [
            blocks.section(say("danger-review-about", month=int(case.body["month"][5:]))),
            blocks.section(say("danger-review-side", side=case.body["raised_by"])),
            blocks.section(taken),
            *([blocks.section(say("danger-who-crime"))] if case.body["crime"] else []),
            blocks.radio(HANDLED, say("danger-review-handled"), handled),
            *([blocks.radio(TELLING, say("danger-review-telling"), telling)] if to_be_told(case) else []),
        ],
        close=say("cancel-button"),
        submit=say("danger-review-submit"),
        callback_id="danger.review",
        token=click.token_for("danger.review", row=case.id),
    )


def read_review(fields: Fields) -> Review:
    """What the reviewer chose; the second question is asked only where somebody called for the person."""
    handled = choice(fields, HANDLED, {YES, NO})
    telling = choice(fields, TELLING, {TELL, UNSAFE}) if TELLING in fields else ""
    return Review(handled == YES, telling)


def told(click: Click, title: str, *sentences: str) -> View:
    """A screen that only says something."""
    return blocks.modal(click.say(title), [blocks.section(s) for s in sentences], close=click.say("close-button"))


def _button(click: Click, case: Case, verb: str, style: str) -> Block:
    kind = f"danger.{verb}"
    return blocks.actions(
        blocks.button(click.say(f"danger-{verb}-button"), kind, click.token_for(kind, row=case.id), style=style)
    )


def _name(click: Click, case: Case, known: Known) -> list[Block]:
    say = click.say
    if known.person:
        return [blocks.header(say("danger-who-name", name=known.person.name, unit=known.person.unit))]
    if case.requester:  # Slack itself puts the name there; in a modal a mention tells nobody
        mention = {"type": "section", "text": {"type": "mrkdwn", "text": f"<@{case.requester}>"}}
        return [blocks.section(say("danger-who-unlisted")), mention]
    return [blocks.section(say("danger-who-unknown"))]


def _numbers(click: Click, case: Case, known: Known) -> list[str]:
    say, given = click.say, case.identity.get("phone", "")
    numbers = [say("danger-who-phone-given", number=given)] if given else []
    if known.person and known.person.phone:
        numbers.append(say("danger-who-phone-roster", number=known.person.phone))
    return numbers or [say("danger-who-phone-none")]


def _callers(click: Click, case: Case, known: Known) -> list[str]:
    say = click.say
    told = [say("danger-who-by-person")] if case.body["by_person"] else []
    told += [say("danger-who-raiser", name=p.name, number=p.phone or "–") for p in known.raisers if p]
    told += [say("danger-who-crime")] if case.body["crime"] else []
    if known.raisers:
        told.append(say("danger-who-services", called=YES if case.body["services"] else NO))
    return told
