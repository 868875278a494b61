"""The result on its person's own screen, the same for everybody in its parts; and what the joint clerk hands over."""

from collections.abc import Iterator, Sequence
from datetime import date

from bot.errors import Refused
from bot.handlers import blocks
from bot.handlers.blocks import Block, View
from bot.handlers.fields import Fields, day
from bot.handlers.flow import Click
from bot.handlers.stress_check.rules.results import is_advised
from bot.handlers.stress_check.rules.rounds import name_of
from bot.handlers.stress_check.views.profile import has_levels, profile
from bot.rules.cases import Case
from bot.rules.ledger import Ledger

TALK, PICTURE = "stress_check.talk", "stress_check.picture"
PAPER_LIST, DELIVER, SAVE_DELIVERED = "stress_check.paper_list", "stress_check.deliver", "stress_check.save_delivered"
PAPER_APPLICATION = "stress_check.paper_application"
DAY = "day"
ROWS = 60


def own(click: Click, check: Case, round_: Case | None, ledger: Ledger) -> View:
    """To the person: nobody may hold it against them (Aku 19(4)); the profile, what it says, one door for everybody."""
    say = click.say
    shown = "score" in check.body
    body: list[Block] = [blocks.section(say("stress-result-detriment"))]
    if shown:
        body += [blocks.header(say("stress-result-profile")), *blocks.sections(profile(click, check))]
    body += [
        blocks.header(say("stress-result-meaning")),
        *blocks.sections(meaning(click, check, round_, ledger)),
        blocks.context(say("stress-result-seen" if shown else "stress-result-seen-elsewhere")),
    ]
    buttons = [blocks.button(say("stress-talk-button"), TALK, click.token_for(TALK, row=check.id), style="primary")]
    if has_levels(check):
        buttons.append(blocks.button(say("stress-picture-button"), PICTURE, click.token_for(PICTURE, row=check.id)))
    return blocks.modal(say("stress-result-title"), [*body, blocks.actions(*buttons)], close=say("close-button"))


def meaning(click: Click, check: Case, round_: Case | None, ledger: Ledger) -> list[str]:
    """What a result says, gently, and whether the physician is advised; the same number of sentences for all."""
    said = {True: "high", False: "calm", None: "individual"}[check.body.get("verdict")]
    first = f"stress-result-{said}" if "score" in check.body else "stress-result-elsewhere"
    if not is_advised(check, round_):
        return [click.say(first), click.say("stress-result-not-advised")]
    last = date.fromisoformat(check.body["apply_by"]) if "apply_by" in check.body else None
    if last is None or ledger.office.day(click.now) > last:
        return [click.say(first), click.say("stress-result-advised")]
    return [click.say(first), click.say("stress-result-advised-until", day=last)]


# ---- by hand: the joint clerk ----


def paper_list(click: Click, found: Sequence[Case], ledger: Ledger) -> View:
    """Who gets a sealed sheet: names only, never what it says (S5)."""
    say = click.say
    enter = blocks.button(say("stress-paper-application-button"), PAPER_APPLICATION, click.token_for(PAPER_APPLICATION))
    body: list[Block] = [
        blocks.section(say("stress-paper-about")),
        *(_by_hand(click, found, ledger) if found else [blocks.section(say("stress-paper-none"))]),
        blocks.section(say("stress-paper-application-about")),
        blocks.actions(enter),
    ]
    return blocks.modal(say("stress-paper-title"), body, close=say("close-button"))


def deliver_form(click: Click, check: Case, ledger: Ledger) -> View:
    """On which day somebody was handed their sheet: the days of the application begin with it."""
    say = click.say
    return blocks.modal(
        say("stress-paper-title"),
        [
            blocks.section(say("stress-paper-row", unit=check.body["unit"], name=name_of(check, ledger))),
            blocks.day_input(
                DAY, say("stress-paper-day"), hint=say("stress-paper-day-hint"),
                initial=ledger.office.day(click.now).isoformat(),
            ),
        ],
        close=say("cancel-button"), submit=say("stress-paper-save"), callback_id=SAVE_DELIVERED,
        token=click.token_for(SAVE_DELIVERED, row=check.id),
    )  # fmt: skip


def read_day(fields: Fields) -> date:
    """Raises Refused at the field where no day was chosen."""
    found = day(fields, DAY)
    if found is None:
        raise Refused("field-choose", DAY)
    return found


def _by_hand(click: Click, found: Sequence[Case], ledger: Ledger) -> Iterator[Block]:
    for check in found[:ROWS]:
        words = click.say("stress-paper-row", unit=check.body["unit"], name=name_of(check, ledger))
        button = blocks.button(click.say("stress-paper-deliver"), DELIVER, click.token_for(DELIVER, row=check.id))
        yield blocks.section(words) | {"accessory": button}
    if len(found) > ROWS:
        yield blocks.context(click.say("home-more", count=len(found) - ROWS))
