"""The way to the committee as the person and the head see it, and what the first screens say of it afterwards."""

from collections.abc import Iterator, Sequence
from datetime import date

from bot.handlers import blocks
from bot.handlers.blocks import Block, View
from bot.handlers.flow import Click
from bot.handlers.harassment.rules.agreement import REQUESTED
from bot.handlers.harassment.rules.chair import DUE, VOTES
from bot.handlers.harassment.rules.circle import REFERRED_STATES, chair, committee, secretariat
from bot.handlers.harassment.rules.clocks import HEAD_DECISION, last_day
from bot.handlers.harassment.rules.committee import REFERABLE, seats
from bot.handlers.harassment.rules.moves import HEARING, MEASURES, PROPOSED, REFERRED
from bot.handlers.harassment.rules.sittings import MEASURES_LATE
from bot.handlers.harassment.views.case import ASKABLE, button
from bot.handlers.harassment.views.entry import contact_of, outside
from bot.handlers.harassment.views.intake import label
from bot.rules.cases import Case
from bot.rules.ledger import Ledger

# ---- before the person asks ----


def request_form(click: Click, case: Case, ledger: Ledger) -> View:
    """Who sits there by seat and name, who keeps the file, how long it takes; then the tap (Aki 8(2), 9)."""
    say, day = click.say, ledger.office.day(click.now)
    if not committee(case, ledger, day):
        nobody = blocks.section(say("harassment-committee-nobody"))
        return blocks.modal(
            say("harassment-committee-title"), [nobody, *outside(click, ledger.policy)], close=say("close-button")
        )
    body = [
        blocks.section(say("harassment-committee-about", days=str(ledger.policy.clocks["committee"].length or 0))),
        blocks.section(say("harassment-committee-refers", day=last_day(HEAD_DECISION, ledger, click.now))),
        *who_sits(click, case, ledger),
        blocks.section(say("harassment-committee-reads")),
    ]
    if not case.requester:
        body.append(blocks.context(say("harassment-committee-for-caller")))
        return act_form(click, case, "note-committee", "harassment.note_committee", body)
    body.append(blocks.context(say("harassment-committee-free")))
    return act_form(click, case, "committee", "harassment.ask_committee", body)


def act_form(click: Click, case: Case, act: str, form: str, body: Sequence[Block]) -> View:
    """The form of an act with the act's own title and submit, bound to the case as it is shown."""
    say = click.say
    return blocks.modal(
        say(f"harassment-{act}-title"), body, close=say("cancel-button"), submit=say(f"harassment-{act}-submit"),
        callback_id=form, token=click.token_for(form, row=case.id, rev=case.rev),
    )  # fmt: skip


def who_sits(click: Click, case: Case, ledger: Ledger) -> list[Block]:
    """Each seat with its name, who presides, who keeps the file (Aki 9(4)(6)(11)); nobody who is kept out."""
    say, day = click.say, ledger.office.day(click.now)
    lines = [say("harassment-seats-heading")]
    for row, people in seats(case, ledger, day):
        seat = label(row, click.language) if row else say("harassment-seat-other")
        lines.append(
            say("harassment-seat", seat=seat, who=names(click, people, ledger) or say("harassment-seat-empty"))
        )
    head = chair(case, ledger, day)
    files = names(click, secretariat(case, ledger, day), ledger)
    office = [
        say("harassment-chair-is", name=names(click, (head,), ledger)) if head else say("harassment-chair-elected"),
        say("harassment-file-is", name=files) if files else say("harassment-file-named"),
    ]
    return [blocks.section("\n".join(lines)), blocks.section("\n".join(office))]


def names(click: Click, people: Sequence[str], ledger: Ledger) -> str:
    """The names on the roster, in the reader's way of listing; "" for nobody."""
    found = (row.name for who in people if (row := ledger.person(who)) is not None)
    return ("、" if click.language == "ja" else ", ").join(found)


# ---- the first screen: of the person, of the responders, of the head ----


def own_part(click: Click, case: Case, ledger: Ledger) -> list[Block]:
    """What the person has asked for, until when, and what is late (G13)."""
    if case.state in ASKABLE:
        return _asked(click, case, ledger)
    if case.state == REFERRED:
        return _referred(click, case, ledger)
    if case.state not in {PROPOSED, MEASURES}:
        return []
    late = [_late(click, ledger, "harassment-measures-late")] if MEASURES_LATE in case.body else []
    return [*late, blocks.actions(button(click, case, "committee_notice"))]


def _asked(click: Click, case: Case, ledger: Ledger) -> list[Block]:
    if REQUESTED not in case.body:
        return []
    if not committee(case, ledger, ledger.office.day(click.now)):
        return [blocks.section(click.say("harassment-committee-gone")), *outside(click, ledger.policy)]
    waits = "harassment-committee-asked" if case.state in REFERABLE else "harassment-committee-asked-early"
    return [blocks.section(click.say(waits))]


def _referred(click: Click, case: Case, ledger: Ledger) -> list[Block]:
    say, day, until = click.say, ledger.office.day(click.now), date.fromisoformat(case.body[DUE])
    if not committee(case, ledger, day):
        return [blocks.section(say("harassment-committee-gone")), *outside(click, ledger.policy)]
    to_read = blocks.actions(button(click, case, "committee_notice"))
    if day > until:
        late = _late(click, ledger, "harassment-committee-overdue", until=until)
        return [late, to_read, *outside(click, ledger.policy)]
    key = "harassment-committee-extended" if "extended" in case.body else "harassment-committee-until"
    return [blocks.section(say(key, day=until)), to_read]


def _late(click: Click, ledger: Ledger, key: str, **values: object) -> Block:
    desk = contact_of(ledger.policy, "harassment")
    return blocks.section(click.say(key, number=desk.phone, **values))


def responders_part(click: Click, case: Case, ledger: Ledger) -> list[Block]:
    """For the responders: until when, and what the committee lets them know (Aki 9(2)(3))."""
    if case.state == REFERRED:
        said = blocks.section(click.say("harassment-committee-until", day=date.fromisoformat(case.body[DUE])))
        to_read = [blocks.actions(button(click, case, "committee_notice"))] if "extended" in case.body else []
        return [said, *to_read]
    return [blocks.actions(button(click, case, "committee_notice"))] if case.state in {PROPOSED, MEASURES} else []


def head_part(click: Click, case: Case, ledger: Ledger) -> list[Block]:
    """For whoever received form 1: the person has asked for the committee, so it must be referred (Aki 8(2))."""
    if REQUESTED not in case.body or case.state not in ASKABLE:
        return []
    if case.state == HEARING:
        return [blocks.section(click.say("harassment-refer-after-hearing"))]
    return [blocks.section(click.say("harassment-refer-asked")), blocks.actions(button(click, case, "refer"))]


# ---- the first screen of who works on a referred case, whatever other hat they wear ----


def committee_part(click: Click, case: Case, ledger: Ledger) -> list[Block]:
    """Until when, and what is to be done by whom: the chair, the members, who keeps the file."""
    if case.state not in REFERRED_STATES:
        return []
    verbs = list(_possible(click.who.person, case, ledger, ledger.office.day(click.now)))
    if not verbs:
        return []
    until = date.fromisoformat(case.body[DUE])
    said = [blocks.section(click.say("harassment-committee-work", day=until))] if case.state == REFERRED else []
    return [*said, blocks.actions(*(button(click, case, verb) for verb in verbs))]


def _possible(me: str, case: Case, ledger: Ledger, day: date) -> Iterator[str]:
    """The verbs of somebody on a referred case, the most urgent first."""
    members, keepers, head = committee(case, ledger, day), secretariat(case, ledger, day), chair(case, ledger, day)
    if me not in {*members, *keepers, head}:
        return
    open_still = case.state == REFERRED
    if open_still and not head and me in members and me not in case.identity.get(VOTES, {}):
        yield "elect"
    if me == head and not keepers:
        yield "name_clerk"
    if open_still:
        yield "sit"
    if open_still and me == head:
        yield "propose"
    if me in {*members, head} and case.body.get("facts_reported"):
        yield "fact_sheets"
    yield "committee_file"


def left(click: Click) -> View:
    """Somebody has stepped out of a case and sees nothing of it any more."""
    said = blocks.section(click.say("harassment-recused"))
    return blocks.modal(click.say("harassment-recused-title"), [said], close=click.say("close-button"))
