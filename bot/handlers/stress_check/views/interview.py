"""The health appointment as its person sees it: where it stands, when and with whom, and what can be said to it."""

from collections.abc import Iterator
from datetime import date, time

from bot.handlers import blocks
from bot.handlers.blocks import Block, View
from bot.handlers.fields import Fields, text
from bot.handlers.flow import Click
from bot.handlers.held import people
from bot.handlers.stress_check.rules.interview import last_day
from bot.handlers.stress_check.rules.moves import (
    APPLIED,
    ARRANGED,
    CALLED_OFF,
    HELD,
    MEASURED,
    OVER,
    PROPOSED,
    REPORTED,
    TO_BE_HELD,
)
from bot.handlers.stress_check.rules.opinion import last_day as opinion_day
from bot.handlers.stress_check.views.doors import may_withdraw, withdraw_button
from bot.handlers.stress_check.views.slip import SLIP
from bot.rules.cases import Case
from bot.rules.ledger import Ledger

SHOW, CONFIRM, OTHER, SAVE_OTHER, CALL_OFF = (
    "stress_check.interview", "stress_check.confirm_slot", "stress_check.other_day", "stress_check.save_other_day",
    "stress_check.call_off",
)  # fmt: skip
OPINION, MEASURES = "stress_check.opinion", "stress_check.measures"
TEXT = "text"
LONGEST = 1000
AFTERWARDS = (REPORTED, MEASURED, OVER)


def own(click: Click, case: Case, ledger: Ledger) -> View:
    """To the person: what comes next and by when, and a button for each answer."""
    body: list[Block] = [
        *blocks.sections(_lines(click, case, ledger)),
        *_buttons(click, case),
        blocks.context(click.say("stress-appointment-private")),
    ]
    return framed(click, body)


def other_form(click: Click, case: Case) -> View:
    """Another day: a word about it helps whoever arranges it, and none is needed."""
    say = click.say
    return blocks.modal(
        say("stress-appointment-title"),
        [
            blocks.section(say("stress-appointment-other-about")),
            blocks.text_input(
                TEXT, say("stress-appointment-other-text"), hint=say("stress-appointment-other-hint"),
                max_length=LONGEST,
            ),
        ],
        close=say("cancel-button"), submit=say("stress-appointment-other-submit"), callback_id=SAVE_OTHER,
        token=click.token_for(SAVE_OTHER, row=case.id, rev=case.rev),
    )  # fmt: skip


def read_other(fields: Fields) -> str:
    """Raises Refused where it cannot be shown as it was typed."""
    return text(fields, TEXT, max_length=LONGEST)


def framed(click: Click, body: list[Block]) -> View:
    """The one title that all of these screens have: nobody who glances at one learns more."""
    return blocks.modal(click.say("stress-appointment-title"), body, close=click.say("close-button"))


def button(click: Click, words: str, action: str, case: Case, *, style: str = "") -> Block:
    """A button about this case, as it is shown."""
    return blocks.button(click.say(words), action, click.token_for(action, row=case.id, rev=case.rev), style=style)


def slot_lines(click: Click, case: Case, ledger: Ledger) -> list[str]:
    """Day, hour, place and physician, where there are some."""
    slot = case.body.get("slot")
    if not slot:
        return []
    at = time.fromisoformat(slot["time"])
    return [
        click.say("stress-appointment-when", day=date.fromisoformat(slot["day"]), time=f"{at.hour}:{at.minute:02}"),
        click.say("stress-appointment-place", place=slot["place"]),
        click.say("stress-appointment-physician", name=people(click, case.handlers, ledger)),
    ]


def phone(click: Click, ledger: Ledger) -> dict[str, str]:
    """The number of the health office, where the policy has one."""
    found = next((one.phone for one in ledger.policy.contacts if one.key == "stress"), "")
    return {"phone": found} if found else {}


def _lines(click: Click, case: Case, ledger: Ledger) -> Iterator[str]:
    say = click.say
    yield say(f"stress-appointment-own-{case.state}")
    if case.state in TO_BE_HELD:
        yield from slot_lines(click, case, ledger)
        if case.state == APPLIED and "said" in case.body:
            yield say("stress-appointment-own-said")
        key = "stress-appointment-missed" if "missed_on" in case.body else "stress-appointment-promise"
        yield say(key, day=last_day(case), **phone(click, ledger))
        yield say("stress-appointment-time")
        yield say("stress-appointment-detriment")
    if case.state == HELD:
        key = "stress-opinion-missed" if "opinion_missed_on" in case.body else "stress-opinion-promise"
        yield say(key, day=opinion_day(case), **phone(click, ledger))
    if case.state == CALLED_OFF:
        yield say("stress-appointment-detriment")


def _buttons(click: Click, case: Case) -> list[Block]:
    found: list[Block] = []
    if case.state == PROPOSED:
        found.append(button(click, "stress-appointment-confirm-button", CONFIRM, case, style="primary"))
    if case.state in (PROPOSED, ARRANGED):
        found.append(button(click, "stress-appointment-other-button", OTHER, case))
    if case.state == ARRANGED:
        found.append(blocks.button(click.say("stress-slip-button"), SLIP, click.token_for(SLIP)))
    if case.state in TO_BE_HELD:
        found.append(withdraw_button(click, case) if may_withdraw(case) else _call_off(click, case))
    if case.state in AFTERWARDS:
        found.append(button(click, "stress-opinion-read-button", OPINION, case, style="primary"))
        found.append(button(click, "stress-measures-read-button", MEASURES, case))
    return [blocks.actions(*found)] if found else []


def _call_off(click: Click, case: Case) -> Block:
    say, words = click.say, click.say("stress-appointment-off-button")
    sure = blocks.confirmation(words, say("stress-appointment-off-sure"), yes=words, no=say("back-button"))
    token = click.token_for(CALL_OFF, row=case.id, rev=case.rev)
    return blocks.button(words, CALL_OFF, token, style="danger", confirm=sure)
