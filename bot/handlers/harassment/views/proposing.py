"""The forms around the meeting: to propose, to move it, to say that one cannot, to ask for something else."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from bot.errors import Refused
from bot.handlers import blocks
from bot.handlers.blocks import Block, Option, View
from bot.handlers.fields import Fields, choice, choices, day, hour, text
from bot.handlers.flow import Click
from bot.handlers.harassment.rules import aside, nurse
from bot.handlers.harassment.rules.arranging import (
    PAIR,
    REASON,
    RESPONDERS_FIELD,
    TEXT,
    candidates,
    suggested,
)
from bot.handlers.harassment.rules.meeting import DAY_FIELD, MEANS, PLACE, TIME_FIELD, Meeting, meeting_of
from bot.handlers.harassment.views.arranging import name_of, who_comes, wished
from bot.handlers.harassment.views.intake import LEFT_OPEN, options
from bot.rules.cases import Case
from bot.rules.ledger import Ledger
from bot.rules.policy import Policy

WHAT = "what"
OTHERS = ("day", "place", "means", "responders")
"""What the person may want to be otherwise."""
LONGEST, LONGEST_PLACE = 1000, 100


# ---- day, place, two responders ----


def arrange_form(click: Click, case: Case, ledger: Ledger) -> View:
    """The wishes above, and below them what must be settled (Aki 7(6)(7)); the last proposal stands in it already."""
    say = click.say
    refusals = options(ledger.policy.harassment.refusals, click.language)
    why = blocks.radio(
        REASON, say("harassment-arrange-why"), refusals, hint=say("harassment-arrange-why-hint"), optional=True
    )
    body = [
        *blocks.sections([who_comes(click, case, ledger), *wished(click, case, ledger)]),
        blocks.divider(),
        *_meeting_inputs(click, case, ledger),
        _people_input(click, case, ledger),
        *([why] if case.identity.get("wished") else []),
    ]
    return _form(click, case, "arrange", body)


def read_people(fields: Fields, case: Case, ledger: Ledger, now: datetime) -> tuple[str, ...]:
    """Who was chosen among the candidates of today; "" for whom nobody has offered."""
    people = _by_ref(candidates(case, ledger, now), case, ledger)
    chosen = fields.get(RESPONDERS_FIELD, [])
    return tuple(people.get(ref, "") for ref in chosen) if isinstance(chosen, list) else ()


def read_why(fields: Fields, policy: Policy) -> str:
    """The reason for which a wished counsellor is passed over, "" for none. Raises Refused for another one."""
    return choice(fields, REASON, {LEFT_OPEN, *(row.key for row in policy.harassment.refusals)})


def reschedule_form(click: Click, case: Case, ledger: Ledger) -> View:
    """Another day, hour or place with the same people; they say yes to it again."""
    about = blocks.section(click.say("harassment-reschedule-about"))
    return _form(click, case, "reschedule", [about, *_meeting_inputs(click, case, ledger)])


def read_meeting(fields: Fields, policy: Policy) -> Meeting:
    """Day, hour, place and means. Raises Refused at the field that does not fit."""
    on = day(fields, DAY_FIELD)
    if on is None:
        raise Refused("field-choose", DAY_FIELD)
    at, place = hour(fields, TIME_FIELD), text(fields, PLACE, max_length=LONGEST_PLACE)
    return Meeting(on, at, place, choice(fields, MEANS, {LEFT_OPEN, *(row.key for row in policy.means)}))


def _meeting_inputs(click: Click, case: Case, ledger: Ledger) -> list[Block]:
    say, last = click.say, case.body.get("arrangement") if meeting_of(case.body) else None
    known = dict(last or {})
    return [
        blocks.day_input(DAY_FIELD, say("harassment-meeting-day"), initial=known.get("day", "")),
        blocks.time_input(TIME_FIELD, say("harassment-meeting-time"), initial=known.get("time", "")),
        blocks.line_input(
            PLACE, say("harassment-meeting-place"), hint=say("harassment-meeting-place-hint"),
            max_length=LONGEST_PLACE, initial=known.get("place", ""),
        ),
        blocks.radio(
            MEANS, say("harassment-meeting-means"), options(ledger.policy.means, click.language),
            initial=known.get("means", "") or case.body.get("wishes", {}).get("means", ""), optional=True,
        ),
    ]  # fmt: skip


def _people_input(click: Click, case: Case, ledger: Ledger) -> Block:
    """The counsellors who may deal with it, the wished ones under a heading of their own."""
    say, wanted = click.say, case.identity.get("wished", ())
    able = candidates(case, ledger, click.now)
    groups = [
        (say("harassment-counsellors-wished"), _choices((who for who in able if who in wanted), case, ledger)),
        (say("harassment-counsellors-all"), _choices((who for who in able if who not in wanted), case, ledger)),
    ]
    first = [ledger.case_ref(case, who) for who in suggested(case, ledger, click.now)]
    hint = say("harassment-arrange-people-hint", n=PAIR)
    return blocks.several(
        RESPONDERS_FIELD,
        say("harassment-arrange-people"),
        [g for g in groups if g[1]],
        initial=first,
        hint=hint,
        optional=False,
    )


# ---- somebody cannot, something else, somebody instead, the nurse ----


def refuse_form(click: Click, case: Case, ledger: Ledger) -> View:
    """Why one cannot, from the list of the policy; the person reads it (Aki 7(7))."""
    say = click.say
    reasons = options(ledger.policy.harassment.refusals, click.language)
    body = [blocks.section(say("harassment-refuse-about")), blocks.radio(REASON, say("harassment-refuse-why"), reasons)]
    return _form(click, case, "refuse", body)


def read_reason(fields: Fields, policy: Policy) -> str:
    """The chosen reason. Raises Refused for none."""
    return choice(fields, REASON, {row.key for row in policy.harassment.refusals})


def ask_other_form(click: Click, case: Case, ledger: Ledger) -> View:
    """What the person would rather have; ticks, and words if they like."""
    say = click.say
    ticks = [(part, say(f"harassment-other-{part}")) for part in OTHERS]
    body = [
        blocks.section(say("harassment-ask-other-about")),
        blocks.checkboxes(WHAT, say("harassment-ask-other-what"), ticks),
        blocks.text_input(TEXT, say("harassment-ask-other-text"), max_length=LONGEST),
    ]
    return _form(click, case, "ask_other", body)


def read_other(fields: Fields) -> tuple[tuple[str, ...], str]:
    """What should be otherwise, and words. Raises Refused at the field that does not fit."""
    return choices(fields, WHAT, OTHERS), text(fields, TEXT, max_length=LONGEST)


def take_place_form(click: Click, case: Case, ledger: Ledger) -> View:
    """Who takes the place of a responder who has gone."""
    say = click.say
    people = _choices(aside.substitutes(case, ledger, click.now), case, ledger)
    body = [
        blocks.section(say("harassment-take-place-about")),
        blocks.select(
            RESPONDERS_FIELD, say("harassment-take-place-who"), [(say("harassment-counsellors-all"), people)]
        ),
    ]
    return _form(click, case, "take_place", body)


def read_substitute(fields: Fields, case: Case, ledger: Ledger, now: datetime) -> str:
    """Who was chosen among the counsellors of today, "" for nobody of them."""
    people = _by_ref(aside.substitutes(case, ledger, now), case, ledger)
    return people.get(str(fields.get(RESPONDERS_FIELD, "")), "")


def nurse_form(click: Click, case: Case, ledger: Ledger) -> View:
    """Whether the nurse is there, by name, and what she would read (Aki 7(1)(10))."""
    say = click.say
    who = str(case.identity.get("nurse", "")) or nurse.nurse_for(case, ledger, click.now)
    answers = [(answer, say(f"harassment-nurse-{answer}")) for answer in nurse.ANSWERS if who or answer == nurse.NO]
    about = say("harassment-nurse-about", name=name_of(ledger, who)) if who else say("harassment-nurse-none")
    initial = nurse.SHEET if case.body.get(nurse.AGREED) else nurse.PRESENT if case.identity.get("nurse") else ""
    ask = blocks.radio(nurse.ANSWER, say("harassment-nurse-ask"), answers, initial=initial)
    return _form(click, case, "answer_nurse", [blocks.section(about), ask])


def read_answer(fields: Fields) -> str:
    """Raises Refused for what was never offered."""
    return choice(fields, nurse.ANSWER, nurse.ANSWERS)


# ---- what the forms share ----


def _form(click: Click, case: Case, verb: str, body: Sequence[Block]) -> View:
    say, form, key = click.say, f"harassment.{verb}", verb.replace("_", "-")
    return blocks.modal(
        say(f"harassment-{key}-title"), body, close=say("cancel-button"), submit=say(f"harassment-{key}-submit"),
        callback_id=form, token=click.token_for(form, row=case.id, rev=case.rev),
    )  # fmt: skip


def _choices(people: Iterable[str], case: Case, ledger: Ledger) -> list[Option]:
    """Names behind references that say nothing in Slack."""
    return [(ledger.case_ref(case, who), name_of(ledger, who)) for who in people]


def _by_ref(people: Iterable[str], case: Case, ledger: Ledger) -> dict[str, str]:
    return {ledger.case_ref(case, who): who for who in people}
