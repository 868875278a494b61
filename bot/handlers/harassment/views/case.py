"""The first screen of a consultation for each part somebody may have in it, with its buttons by state."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from bot.handlers import blocks
from bot.handlers.blocks import Block, View
from bot.handlers.flow import Click
from bot.handlers.harassment.rules.affected import by_another
from bot.handlers.harassment.rules.agreement import AGREED, OPEN, REQUESTED
from bot.handlers.harassment.rules.arranging import unconfirmed
from bot.handlers.harassment.rules.head import owes_referral
from bot.handlers.harassment.rules.idle import is_asked
from bot.handlers.harassment.rules.moves import (
    AFTER_FORM_1,
    AFTER_MEETING,
    ARRANGED,
    ARRANGING,
    BEFORE_FORM_1,
    CLOSING,
    CONFIRMING,
    CONSENT_HELD,
    DRAFT,
    FOUND,
    HANDLED,
    HEARING,
    HELD,
    MET,
    RECEIVED,
    REPORTED,
    STRANDED,
)
from bot.handlers.harassment.rules.nurse import may_invite
from bot.handlers.harassment.rules.promise import is_missed
from bot.rules.cases import Case
from bot.rules.people import Role

Verbs = Mapping[str, tuple[str, ...]]


def _in(states: Sequence[str], *verbs: str) -> dict[str, tuple[str, ...]]:
    return dict.fromkeys(states, verbs)


def _joined(*tables: Verbs) -> dict[str, tuple[str, ...]]:
    """What several slices let somebody do, state by state in their order."""
    found: dict[str, tuple[str, ...]] = {}
    for table in tables:
        for state, verbs in table.items():
            found[state] = (*found.get(state, ()), *verbs)
    return found


# What can be done in each state, by hat: first what stands on the screen itself, then what is one screen further.
ASKABLE = (CONFIRMING, HELD, REPORTED, CONSENT_HELD, HEARING, FOUND)
"""Where the committee can be asked for, or that be taken back (Aki 8(2))."""

# A verb `x` is the action `harassment.x` and the sentence `harassment-x-button`.
VERBS: Mapping[Role, Verbs] = {
    Role.EMPLOYEE: _joined(
        _in((DRAFT,), "finish", "throw_away"),
        _in((ARRANGING,), "confirm", "ask_other"),
        _in((ARRANGED,), "reschedule"),
        _in((RECEIVED, ARRANGING), "wait"),
        _in(BEFORE_FORM_1, "carry_on"),
        _in((RECEIVED, STRANDED, ARRANGING), "choose_door"),
        _in(("stopped",), "reopen", "copy", "forget"),
        _in(BEFORE_FORM_1, "withdraw"),
        _in(AFTER_FORM_1, "stop"),
        _in((HELD,), "read_sheet"),
        _in((CLOSING,), "keep", "copy", "forget"),
        _in(OPEN, "consent_hearing"),
    ),
    Role.DESK_OFFICER: _joined(
        _in((RECEIVED, ARRANGING, ARRANGED), "told"),
        _in((RECEIVED, ARRANGING, ARRANGED), "arrangement"),
        _in(BEFORE_FORM_1, "carry_on"),
        _in(HANDLED, "step_aside"),
    ),
    Role.COUNSELLOR: _joined(
        _in((MET,), "sheet"),
        _in((CONFIRMING, HELD), "read_sheet", "preview"),
        _in((RECEIVED, ARRANGING, ARRANGED), "arrangement"),
        _in(BEFORE_FORM_1, "carry_on"),
        _in((RECEIVED, ARRANGING, ARRANGED, MET), "told"),
        _in((HEARING,), "read_order"),
        _in((HEARING, CONSENT_HELD, FOUND), "fact_sheets"),
        _in((MET, CONFIRMING, HELD, REPORTED, CONSENT_HELD, HEARING, FOUND), "affected_said"),
        _in(OPEN, "note_consent", "note_refusal"),
        _in((RECEIVED, ARRANGING, ARRANGED, MET), "step_aside"),
    ),
    Role.RESPONSE_NURSE: _joined(
        _in(HANDLED, "arrangement"),
        _in((*AFTER_FORM_1, CLOSING), "nurse_sheet"),
        _in(HANDLED, "step_aside"),
    ),
    Role.AFFAIRS_HEAD: _joined(
        _in((*AFTER_FORM_1, CLOSING), "read_sheet"),
        _in((FOUND, CONSENT_HELD), "fact_sheets"),
        _in((REPORTED, FOUND, CONSENT_HELD), "order"),
        _in((FOUND, CONSENT_HELD), "close_after_facts"),
        _in((HEARING,), "read_order"),
    ),
    Role.AFFAIRS_DEPUTY: _joined(
        _in((*AFTER_FORM_1, CLOSING), "read_sheet"),
        _in((FOUND, CONSENT_HELD), "fact_sheets"),
        _in((REPORTED, FOUND, CONSENT_HELD), "order"),
        _in((FOUND, CONSENT_HELD), "close_after_facts"),
        _in((HEARING,), "read_order"),
    ),
    Role.COMMITTEE_MEMBER: {},
    Role.CHAIR: {},
    Role.SECRETARIAT: {},
}
MORE: Mapping[Role, Verbs] = {
    Role.EMPLOYEE: _joined(
        _in((*HANDLED, "stopped"), "told"),
        _in((*BEFORE_FORM_1, *AFTER_FORM_1), "answer_nurse"),
        _in(HANDLED, "exclude"),
        _in((CLOSING,), "reopen"),
        _in(AFTER_FORM_1, "read_sheet"),
        _in(OPEN, "stop_hearing"),
        _in(ASKABLE, "request_committee", "take_back_request"),
    ),
    Role.DESK_OFFICER: _joined(
        _in((RECEIVED, ARRANGING, ARRANGED), "caller_withdraws"),
    ),
    Role.COUNSELLOR: _joined(
        _in(BEFORE_FORM_1, "caller_withdraws"),
        _in(AFTER_FORM_1, "caller_stops"),
        _in(AFTER_FORM_1, "read_sheet"),
        _in((MET, *AFTER_MEETING), "arrangement"),
        _in((*BEFORE_FORM_1, *AFTER_FORM_1), "invite_nurse"),
        _in(ASKABLE, "note_request", "note_request_back"),
        _in(AFTER_MEETING, "step_aside"),
    ),
    **dict.fromkeys((Role.AFFAIRS_HEAD, Role.AFFAIRS_DEPUTY), _in(AFTER_FORM_1, "step_aside")),
}
WHEN: Mapping[str, Callable[[Case], bool]] = {  # a verb that is not always possible in these states
    "confirm": lambda case: case.requester in unconfirmed(case),
    "wait": is_missed,
    "carry_on": is_asked,
    "choose_door": lambda case: case.state != ARRANGING or is_missed(case),
    "invite_nurse": may_invite,
    "preview": lambda case: case.state == HELD or not case.requester or bool(case.body.get("least_asked_on")),
    "nurse_sheet": lambda case: bool(case.body.get("nurse_agreed")),
    "consent_hearing": lambda case: case.body.get(AGREED) is False,
    "stop_hearing": lambda case: case.body.get(AGREED) is True,
    "note_consent": lambda case: not case.requester and case.body.get(AGREED) is not True,
    "note_refusal": lambda case: not case.requester and case.body.get(AGREED) is not False,
    **dict.fromkeys(("caller_withdraws", "caller_stops"), lambda case: not case.requester),
    "affected_said": by_another,
    "request_committee": lambda case: REQUESTED not in case.body,
    "take_back_request": lambda case: REQUESTED in case.body,
    "note_request": lambda case: not case.requester and REQUESTED not in case.body,
    "note_request_back": lambda case: not case.requester and REQUESTED in case.body,
    "fact_sheets": lambda case: "ordered_on" in case.body,
    "order": lambda case: case.body.get(AGREED) is not False,
    "close_after_facts": lambda case: not owes_referral(case),
}
STYLES: Mapping[str, str] = {
    **dict.fromkeys(("withdraw", "stop", "forget", "withdraw_now", "stop_now", "throw_away"), "danger"),
    "finish": "primary",
    **dict.fromkeys(("refer", "elect", "name_clerk"), "primary"),
    "recuse": "danger",
    **dict.fromkeys(("sheet", "give_sheet", "preview", "arrange", "confirm", "meet"), "primary"),
}
ELSEWHERE: Mapping[str, str] = {"danger": "danger.raise"}  # what another flow does, for the sake of this case
# Asked once more: none of them can be taken back.
FOR_GOOD = frozenset({
    "step_aside", "refer", "take_back_request", "note_request_back", "recuse", "close_measures", "report_facts",
    "forget", "keep", "forget_contact", "caller_withdraws", "caller_stops",
})  # fmt: skip
FURTHER = "more"


def screen(click: Click, case: Case, hat: Role, parts: Sequence[Block]) -> View:
    """Where it stands for somebody under `hat`, what the acts add to it, and what can be done."""
    say = click.say
    side = "own" if hat is Role.EMPLOYEE else "handled"
    where = say(f"harassment-{side}-{case.state.replace('_', '-')}")
    return blocks.modal(
        say("harassment-case-title"),
        [blocks.section(where), *parts, *_buttons(click, case, hat)],
        close=say("close-button"),
    )


def more(click: Click, case: Case, hat: Role) -> View:
    """What else can be done, one button below the other."""
    body = [blocks.actions(button(click, case, verb)) for verb in possible(case, hat, MORE)]
    return blocks.modal(click.say("harassment-more-title"), body, close=click.say("close-button"))


def button(click: Click, case: Case, verb: str) -> dict[str, object]:
    """The button of one verb, bound to the case as it is shown."""
    say, kind = click.say, ELSEWHERE.get(verb, f"harassment.{verb}")
    key = verb.replace("_", "-")
    words, token = say(f"harassment-{key}-button"), click.token_for(kind, row=case.id, rev=case.rev)
    question = None
    if verb in FOR_GOOD:
        question = blocks.confirmation(words, say(f"harassment-{key}-sure"), yes=words, no=say("back-button"))
    return blocks.button(words, kind, token, style=STYLES.get(verb, ""), confirm=question)


def possible(case: Case, hat: Role, table: Mapping[Role, Verbs]) -> list[str]:
    """The verbs of a table that this hat can use in the state that the case is in."""
    verbs = table.get(hat, {}).get(case.state, ())
    return [verb for verb in verbs if verb not in WHEN or WHEN[verb](case)]


def notice(click: Click, title: str, *sentences: str) -> View:
    """A screen that only says something."""
    return blocks.modal(click.say(title), [blocks.section(s) for s in sentences], close=click.say("close-button"))


def day_in(case: Case, key: str) -> date:
    """A day that the case keeps in its body."""
    return date.fromisoformat(case.body[key])


def _buttons(click: Click, case: Case, hat: Role) -> list[Block]:
    found = [*possible(case, hat, VERBS), *([FURTHER] if possible(case, hat, MORE) else [])]
    shown = sorted(found, key=lambda verb: STYLES.get(verb) == "danger")  # what destroys is never in the first place
    return [blocks.actions(*(button(click, case, verb) for verb in shown))] if shown else []
