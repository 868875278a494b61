"""The committee's file and its forms: sittings, an extension, the proposal, the election; what others read of it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from bot.errors import Refused
from bot.handlers import blocks
from bot.handlers.blocks import Block, View
from bot.handlers.fields import Fields, choices, day, text
from bot.handlers.flow import Click
from bot.handlers.harassment.rules.chair import DUE, clerks
from bot.handlers.harassment.rules.circle import REFERRED_STATES, chair, committee
from bot.handlers.harassment.rules.measures import told_to_person
from bot.handlers.harassment.rules.moves import REFERRED
from bot.handlers.harassment.rules.sittings import PROPOSAL, SITTING, TOLD, Sitting
from bot.handlers.harassment.views.case import button
from bot.handlers.harassment.views.committee import act_form, names, who_sits
from bot.handlers.harassment.views.intake import by_unit, label
from bot.rules.cases import Case
from bot.rules.ledger import Ledger
from bot.rules.office import DAY

HELD_ON, ATTENDED, HEARD, MINUTES = "held_on", "attended", "heard", "minutes"
UNTIL, REASON, TEXT, FOR_PERSON, CANDIDATE, CLERK = "until", "reason", "text", "told", "candidate", "clerk"
LONGEST, LONGEST_HEARD = 3000, 1000


# ---- the file (Aki 9(2)(11)) ----


def file(click: Click, case: Case, ledger: Ledger) -> View:
    """Who sits there, what is short, each sitting with its day, the proposal; what else the chair and all can do."""
    say, today = click.say, ledger.office.day(click.now)
    body: list[Block] = [*who_sits(click, case, ledger), *_short(click, case, ledger)]
    held = sittings(case, ledger)
    opened = [blocks.actions(_sitting_button(click, case, place, one)) for place, one in enumerate(held)]
    body += opened or [blocks.context(say("harassment-sittings-none"))]
    for one in _of_kind(PROPOSAL, case, ledger):
        body += [blocks.header(say("harassment-proposal-heading")), blocks.section(one["text"])]
    presides = case.state == REFERRED and click.who.person == chair(case, ledger, today)
    verbs = [*(["extend"] if presides else []), "recuse"]
    body.append(blocks.actions(*(button(click, case, verb) for verb in verbs)))
    return blocks.modal(say("harassment-file-title"), body, close=say("close-button"))


def sitting(click: Click, case: Case, place: int, ledger: Ledger) -> View | Refused:
    """One sitting: who was there, who else was heard (Aki 9(5)), the minutes."""
    say, held = click.say, sittings(case, ledger)
    if place >= len(held):
        return Refused("not-shown")
    one = held[place]
    there = say("harassment-sitting-attended", who=names(click, one[ATTENDED], ledger))
    heard = [blocks.context(say("harassment-sit-heard")), blocks.section(one[HEARD])] if one[HEARD] else []
    minutes = [blocks.context(say("harassment-sit-minutes")), blocks.section(one[MINUTES])] if one[MINUTES] else []
    on = blocks.header(say("harassment-sitting-button", day=date.fromisoformat(one[HELD_ON])))
    body = [on, blocks.section(there), *heard, *minutes]
    return blocks.modal(say("harassment-file-title"), body, close=say("close-button"))


def sittings(case: Case, ledger: Ledger) -> Sequence[dict[str, Any]]:
    """The sittings by their days."""
    return sorted(_of_kind(SITTING, case, ledger), key=lambda one: (one[HELD_ON], one[MINUTES]))


def _of_kind(kind: str, case: Case, ledger: Ledger) -> list[dict[str, Any]]:
    return [dict(record.body) for record in ledger.records(case.id) if record.kind == kind]


def _sitting_button(click: Click, case: Case, place: int, one: dict[str, Any]) -> dict[str, Any]:
    token = click.token_for("harassment.sitting", row=f"{case.id}:{place}")
    words = click.say("harassment-sitting-button", day=date.fromisoformat(one[HELD_ON]))
    return blocks.button(words, "harassment.sitting", token)


def _short(click: Click, case: Case, ledger: Ledger) -> list[Block]:
    """A warning and no more: seats that stand empty, and the duty to seat as many men as women (Aki 9(10))."""
    say, there = click.say, len(committee(case, ledger, ledger.office.day(click.now)))
    wanted = len(ledger.policy.harassment.seats)
    short = [say("harassment-seats-short", there=str(there), seats=str(wanted))] if there < wanted else []
    return [blocks.context(line) for line in (*short, say("harassment-seats-balance"))]


# ---- the forms ----


def sit_form(click: Click, case: Case, ledger: Ledger) -> View:
    """A sitting: its day, who was there, who else was heard, the minutes."""
    say, today = click.say, ledger.office.day(click.now)
    members = [(who, names(click, (who,), ledger)) for who in committee(case, ledger, today)]
    body = [
        blocks.day_input(HELD_ON, say("harassment-sit-day"), initial=today.isoformat()),
        blocks.several(ATTENDED, say("harassment-sit-attended"), [(say("harassment-sit-members"), members)],
                       optional=False),
        blocks.text_input(HEARD, say("harassment-sit-heard"), hint=say("harassment-sit-heard-hint"),
                          max_length=LONGEST_HEARD),
        blocks.text_input(MINUTES, say("harassment-sit-minutes"), max_length=LONGEST),
    ]  # fmt: skip
    return act_form(click, case, "sit", "harassment.sitting_written", body)


def read_sitting(fields: Fields, members: Sequence[str]) -> Sitting:
    """What was written. Raises Refused at the field that does not fit."""
    held_on = day(fields, HELD_ON)
    if held_on is None:
        raise Refused("field-choose", HELD_ON)
    attended = choices(fields, ATTENDED, members)
    heard = text(fields, HEARD, max_length=LONGEST_HEARD)
    return Sitting(held_on, attended, heard, text(fields, MINUTES, max_length=LONGEST))


def extend_form(click: Click, case: Case, ledger: Ledger) -> View:
    """A new last day and the reason, which the person and the responders read at once (Aki 9(3))."""
    say, until = click.say, date.fromisoformat(case.body[DUE])
    later = max(until, ledger.office.day(click.now)) + 30 * DAY
    body = [
        blocks.section(say("harassment-extend-about", day=until)),
        blocks.day_input(UNTIL, say("harassment-extend-until"), initial=later.isoformat()),
        blocks.text_input(REASON, say("harassment-extend-reason"), hint=say("harassment-extend-reason-hint"),
                          max_length=LONGEST_HEARD, optional=False),
    ]  # fmt: skip
    return act_form(click, case, "extend", "harassment.extended", body)


def read_extension(fields: Fields) -> tuple[str, date]:
    """The reason and the new last day. Raises Refused at the field that does not fit."""
    until = day(fields, UNTIL)
    if until is None:
        raise Refused("field-choose", UNTIL)
    return text(fields, REASON, max_length=LONGEST_HEARD), until


def propose_form(click: Click, case: Case, ledger: Ledger) -> View:
    """The proposal to the mayor, and apart from it what the person and the responders read (Aki 9(2))."""
    say = click.say
    body = [
        blocks.section(say("harassment-propose-about")),
        blocks.text_input(TEXT, say("harassment-propose-text"), max_length=LONGEST, optional=False),
        blocks.text_input(FOR_PERSON, say("harassment-propose-told"), hint=say("harassment-propose-told-hint"),
                          max_length=LONGEST),
    ]  # fmt: skip
    return act_form(click, case, "propose", "harassment.proposed", body)


def read_proposal(fields: Fields) -> tuple[str, str]:
    """The proposal and what is told of it. Raises Refused for what cannot be shown."""
    return text(fields, TEXT, max_length=LONGEST), text(fields, FOR_PERSON, max_length=LONGEST)


def elect_form(click: Click, case: Case, ledger: Ledger) -> View:
    """One vote for one of those who may sit (Aki 9(8))."""
    say, today = click.say, ledger.office.day(click.now)
    members = [(who, names(click, (who,), ledger)) for who in committee(case, ledger, today)]
    said = blocks.section(say("harassment-elect-about"))
    choose = blocks.select(CANDIDATE, say("harassment-elect-who"), [(say("harassment-sit-members"), members)])
    return act_form(click, case, "elect", "harassment.vote", [said, choose])


def clerk_form(click: Click, case: Case, ledger: Ledger) -> View:
    """Who keeps the file in the place of the section (K6)."""
    say = click.say
    people = {who: row for who in clerks(case, ledger, ledger.office.day(click.now)) if (row := ledger.person(who))}
    if not people:
        nobody = blocks.section(say("harassment-clerk-nobody"))
        return blocks.modal(say("harassment-name-clerk-title"), [nobody], close=say("close-button"))
    body = [
        blocks.section(say("harassment-name-clerk-about")),
        blocks.select(CLERK, say("harassment-name-clerk-who"), by_unit(click, people)),
    ]
    return act_form(click, case, "name-clerk", "harassment.clerk_named", body)


# ---- what the person and the responders read ----


def notice(click: Click, case: Case, ledger: Ledger) -> View:
    """That there is more time or a proposal (Aki 9(2)(3)).

    To the person also what is done that concerns them (K7), and who deals with it now, the clerk too (Aki 9(11)).
    """
    say = click.say
    body: list[Block] = []
    extended = case.body.get("extended")
    if extended:
        body += [
            blocks.section(say("harassment-notice-extended", day=date.fromisoformat(extended["until"]))),
            blocks.section(extended["reason"]),
        ]
    if "proposed_on" in case.body:
        body.append(blocks.section(say("harassment-notice-proposed", day=date.fromisoformat(case.body["proposed_on"]))))
        body += [blocks.section(case.body[TOLD])] if case.body.get(TOLD) else []
    own = click.who.person == case.requester
    body += _measures(click, case, ledger) if own else []
    body = body or [blocks.section(say("harassment-notice-none"))]
    body += [blocks.divider(), *who_sits(click, case, ledger)] if own and case.state in REFERRED_STATES else []
    return blocks.modal(say("harassment-notice-title"), body, close=say("close-button"))


def _measures(click: Click, case: Case, ledger: Ledger) -> list[Block]:
    told = [
        click.say("harassment-notice-measure", kind=label(row, click.language)) for row in told_to_person(case, ledger)
    ]
    return [blocks.section("\n".join([click.say("harassment-notice-measures"), *told]))] if told else []
