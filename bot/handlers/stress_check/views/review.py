"""What the implementer looks at: how far it has come, somebody's profile, and the order that opens all results."""

from collections.abc import Iterator

from bot.handlers import blocks
from bot.handlers.blocks import Block, View
from bot.handlers.flow import Click
from bot.handlers.stress_check.rules.moves import REVIEWING
from bot.handlers.stress_check.rules.review import entries, undecided
from bot.handlers.stress_check.rules.rounds import name_of
from bot.handlers.stress_check.views.profile import has_levels, profile, sums
from bot.rules.cases import Case
from bot.rules.ledger import Ledger

REVIEW, ENTRY, YES, NO = "stress_check.review", "stress_check.review_one", "stress_check.advise", "stress_check.spare"
ORDER = "stress_check.open_results"
ROWS = 40  # people on one page


def overview(click: Click, round_: Case, page: int, ledger: Ledger) -> View:
    """How many of how many are decided; the next one, everybody already decided, and the order when all are."""
    say, found, left = click.say, entries(round_), undecided(round_)
    body: list[Block] = [blocks.section(say("stress-review-about"))]
    if round_.state == REVIEWING:
        body.append(blocks.section(say("stress-review-progress", done=len(found) - len(left), count=len(found))))
        body.append(blocks.actions(_next(click, left[0]) if left else _order(click, round_)))
    else:
        body.append(blocks.section(say("stress-review-over")))
    decided = sorted(one for one, advised in found.items() if advised is not None)
    body += _decided(click, round_, decided[page * ROWS : (page + 1) * ROWS], ledger)
    if len(decided) > (page + 1) * ROWS:
        token = click.token_for(REVIEW, row=f"{round_.id}.{page + 1}")
        body.append(blocks.actions(blocks.button(say("stress-review-more"), REVIEW, token)))
    return blocks.modal(say("stress-review-title"), body, close=say("close-button"))


def entry(click: Click, round_: Case, check: Case, ledger: Ledger) -> View:
    """One person: the profile with sums and points, and the question of Aku 10."""
    say, found = click.say, entries(round_)
    done = sum(advised is not None for advised in found.values())
    body: list[Block] = [
        blocks.section(say("stress-review-who", name=name_of(check, ledger), unit=check.body["unit"])),
        blocks.context(say("stress-review-progress", done=done, count=len(found))),
    ]
    if check.body["verdict"] is None:
        body.append(blocks.section(say("stress-review-individual")))
    body += [*blocks.sections(profile(click, check)), *blocks.sections(_totals(click, check))]
    if round_.state == REVIEWING:
        body.append(blocks.section(say("stress-review-question")))
        body.append(blocks.actions(*(_answer(click, one, round_, check) for one in (YES, NO)), _back(click, round_)))
    return blocks.modal(say("stress-review-title"), body, close=say("close-button"))


def ordered(click: Click) -> View:
    """The order is given: what happens now, without a name."""
    say = click.say
    return blocks.modal(
        say("stress-review-title"), [blocks.section(say("stress-review-ordered"))], close=say("close-button")
    )


def _decided(click: Click, round_: Case, ids: list[str], ledger: Ledger) -> Iterator[Block]:
    for one in ids:
        check = ledger.case(one)
        if check is not None:
            decided = click.say("stress-review-yes" if entries(round_)[one] else "stress-review-no")
            words = click.say("stress-review-row", name=name_of(check, ledger), decided=decided)
            button = blocks.button(click.say("stress-review-look"), ENTRY, click.token_for(ENTRY, row=one))
            yield blocks.section(words) | {"accessory": button}


def _next(click: Click, check_id: str) -> Block:
    return blocks.button(click.say("stress-review-next"), ENTRY, click.token_for(ENTRY, row=check_id), style="primary")


def _order(click: Click, round_: Case) -> Block:
    say = click.say
    sure = blocks.confirmation(
        say("stress-review-order-button"), say("stress-review-order-sure"), yes=say("stress-review-order-yes"),
        no=say("back-button"),
    )  # fmt: skip
    token = click.token_for(ORDER, row=round_.id, rev=round_.rev)
    return blocks.button(say("stress-review-order-button"), ORDER, token, style="primary", confirm=sure)


def _answer(click: Click, action: str, round_: Case, check: Case) -> Block:
    # the revision makes every showing another button, so that a decision can be changed back
    words = "stress-review-advise-button" if action == YES else "stress-review-spare-button"
    return blocks.button(click.say(words), action, click.token_for(action, row=check.id, rev=round_.rev))


def _back(click: Click, round_: Case) -> Block:
    return blocks.button(click.say("back-button"), REVIEW, click.token_for(REVIEW, row=round_.id))


def _totals(click: Click, check: Case) -> list[str]:
    """The sums of the first method beside the points of the second; without a sex the sums stand above already."""
    if not has_levels(check):
        return []
    points = check.body["score"]["points"]
    return [
        click.say("stress-review-sums"),
        *sums(click, check),
        click.say("stress-review-points", a=str(points["A"]), b=str(points["B"]), c=str(points["C"])),
    ]
