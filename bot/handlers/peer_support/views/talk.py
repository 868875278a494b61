"""The talk as each side sees it: what was said and agreed, the form to add something; its line on a request."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.handlers import blocks
from bot.handlers.blocks import Block, View
from bot.handlers.fields import Fields, choice, day, text
from bot.handlers.flow import Click
from bot.handlers.peer_support.rules.choice import HANDLED, has_left
from bot.handlers.peer_support.rules.sight import NAME, is_named, sight
from bot.handlers.peer_support.rules.talk import DAY, OWN, TEXT, WRITABLE, Line, Proposal, Talk, talk_of
from bot.handlers.peer_support.views.case import case_button
from bot.handlers.peer_support.views.paging import page_of, row_of
from bot.handlers.peer_support.views.request import LEFT_OPEN, named, options
from bot.rules.cases import Case
from bot.rules.ledger import Ledger
from bot.rules.policy import Policy

PLACE, MEANS = "place", "means"
LONGEST, LONGEST_PLACE = 2000, 100  # so that a line, its name and its proposal fit into one section
SHOWN = 10  # lines on one page: nobody should have to scroll for long on a phone
CHOOSING = frozenset({"unanswered", "stepped_aside"})  # where the person may turn to somebody else


@dataclass(frozen=True)
class Names:
    """What the two sides are called on this screen; `with_whom` is the reference of today's supporter."""

    me: str
    other: str
    earlier: str
    with_whom: str


def read_line(fields: Fields, policy: Policy) -> tuple[str, Proposal]:
    """What was typed and proposed. Raises Refused at the field that does not fit."""
    on = day(fields, DAY)
    proposal = Proposal(
        day=on.isoformat() if on else "",
        place=text(fields, PLACE, max_length=LONGEST_PLACE),
        means=choice(fields, MEANS, {LEFT_OPEN, *(row.key for row in policy.means)}),
    )
    return text(fields, TEXT, max_length=LONGEST), proposal


def talk(click: Click, case: Case, ledger: Ledger, *, page: int = 0, proposing: bool = False) -> View:
    """What was said, newest last, and below it the form; with `proposing` also for day, place and means."""
    say, seen = click.say, talk_of(click.who.person, case, ledger, click.now)
    body = _said(click, case, ledger, seen, page)
    title = say("peer_support-talk-title")
    if case.state not in (WRITABLE if seen.own else HANDLED) or (not seen.own and has_left(case.requester, ledger)):
        return blocks.modal(title, [*body, blocks.actions(case_button(click, case, "case"))], close=say("close-button"))
    doors = (["propose"] if seen.with_whom and not proposing else []) + ["case"]
    form = "peer_support.write" if seen.own else "peer_support.reply"
    return blocks.modal(
        title,
        [
            *body,
            blocks.divider(),
            blocks.text_input(TEXT, say("peer_support-talk-text"), hint=say("peer_support-talk-text-hint"),
                              max_length=LONGEST),
            *(_proposal_inputs(click, ledger.policy) if proposing else ()),
            blocks.context(say("peer_support-talk-stored")),
            blocks.actions(*(case_button(click, case, verb) for verb in doors)),
        ],
        close=say("close-button"), submit=say("peer_support-talk-submit"),
        callback_id=form, token=click.token_for(form, row=case.id),
    )  # fmt: skip


def sent(click: Click, case: Case, ledger: Ledger) -> View:
    """The same just after sending, without a form, so that nothing that was typed stands there twice."""
    say, seen = click.say, talk_of(click.who.person, case, ledger, click.now)
    done = blocks.section(say("peer_support-talk-sent" if seen.with_whom else "peer_support-talk-kept"))
    on = blocks.actions(case_button(click, case, "talk"), case_button(click, case, "case"))
    body = [*_said(click, case, ledger, seen, 0), done, on]
    return blocks.modal(say("peer_support-talk-title"), body, close=say("close-button"))


def line_on_request(click: Click, case: Case, ledger: Ledger) -> list[Block]:
    """What the screen of a request says of its talk: that something new is there, what is agreed, who will read it."""
    say, seen = click.say, talk_of(click.who.person, case, ledger, click.now)
    told = [say("peer_support-talk-unread")] if seen.unread else []
    if seen.agreed and not _is_past(seen.agreed, click, ledger):
        told.append(say("peer_support-talk-agreed", what=_what(click, seen.agreed, ledger.policy)))
    if seen.own and seen.lines and case.state in CHOOSING:
        told.append(say("peer_support-talk-stays"))
    return blocks.sections(told)


def _said(click: Click, case: Case, ledger: Ledger, seen: Talk, page: int) -> list[Block]:
    """Who reads it, what is agreed, what was said, when the other side last looked, what waits for a yes."""
    say, names = click.say, _names(click, case, ledger, seen)
    body = _about_own(click, case, seen, names) if seen.own else _about_handled(click, case, ledger, names)
    if seen.agreed:
        body.append(blocks.section(say("peer_support-talk-agreed", what=_what(click, seen.agreed, ledger.policy))))
    body += _page(click, case, seen, names, ledger.policy, page)
    if seen.opened_at and seen.lines:
        body.append(blocks.context(say("peer_support-talk-opened", name=names.other, at=seen.opened_at)))
    if offered := seen.offered:
        kind = "peer_support.agree" if seen.own else "peer_support.confirm"
        token = click.token_for(kind, row=row_of(case.id, offered.number))
        body.append(blocks.actions(blocks.button(say("peer_support-agree-button"), kind, token, style="primary")))
    return body


def _names(click: Click, case: Case, ledger: Ledger, seen: Talk) -> Names:
    """A name that is kept back stands nowhere on the other side's screen (G7)."""
    say, viewer = click.say, click.who.person
    supporter = next(iter(case.handlers), "") if seen.own else viewer
    row = ledger.person(supporter if seen.own else case.requester)
    other = say("peer_support-talk-name", name=row.name) if row else ""
    if not seen.own and NAME not in sight(case, viewer, ledger, click.now):
        other = say("peer_support-talk-nameless", ref=ledger.case_ref(case, viewer))
    return Names(say("peer_support-talk-me"), other, say("peer_support-talk-before"), ledger.case_ref(case, supporter))


def _about_own(click: Click, case: Case, seen: Talk, names: Names) -> list[Block]:
    say = click.say
    if case.state not in WRITABLE:
        return []
    if not seen.with_whom:
        return [blocks.section(say("peer_support-talk-waits"))]
    about = [blocks.context(say("peer_support-talk-readers", name=names.other))]
    if not is_named(case):
        about.append(blocks.context(say("peer_support-talk-unnamed", name=names.other)))
        about.append(blocks.actions(case_button(click, case, "reveal")))
    return about


def _about_handled(click: Click, case: Case, ledger: Ledger, names: Names) -> list[Block]:
    gone = [blocks.section(click.say("peer_support-talk-gone"))] if has_left(case.requester, ledger) else []
    return [blocks.context(click.say("peer_support-talk-with", name=names.other)), *gone]


def _page(click: Click, case: Case, seen: Talk, names: Names, policy: Policy, number: int) -> list[Block]:
    """One page of lines; without any, how it can begin."""
    if not seen.lines:
        return [blocks.section(click.say("peer_support-talk-nothing"))]
    page, kind = page_of(seen.lines, number, SHOWN), "peer_support.talk"
    turns = [
        blocks.button(click.say(f"peer_support-talk-{which}-button"), kind,
                      click.token_for(kind, row=row_of(case.id, to)))
        for which, to in (("earlier", page.earlier), ("later", page.later))
        if to is not None
    ]  # fmt: skip
    said = [blocks.section(_told(click, line, seen, names, policy)) for line in page.items]
    return [*(blocks.actions(turn) for turn in turns), *said]  # one action id stands only once in a block


def _told(click: Click, line: Line, seen: Talk, names: Names, policy: Policy) -> str:
    """One line as it is read: whose, when, what was typed exactly as it was typed, what is proposed or agreed to."""
    say = click.say
    told = [say("peer_support-talk-line", name=_who(line, seen, names), at=line.at)]
    if line.text:
        told.append(line.text)
    if line.proposal:
        told.append(say("peer_support-talk-proposed", what=_what(click, line.proposal, policy)))
    if line.agrees:
        agreed = next((one.proposal for one in seen.lines if one.number == line.agrees), Proposal())
        told.append(say("peer_support-talk-yes", what=_what(click, agreed, policy)))
    return "\n".join(told)


def _who(line: Line, seen: Talk, names: Names) -> str:
    """Whose words a line holds; what another supporter than today's has said was said by an earlier one."""
    if line.side != OWN and line.with_whom != names.with_whom:
        return names.earlier
    return names.me if (line.side == OWN) == seen.own else names.other


def _what(click: Click, proposal: Proposal, policy: Policy) -> str:
    """Day, place and means in one breath."""
    parts = (
        click.say("peer_support-talk-day", day=date.fromisoformat(proposal.day)) if proposal.day else "",
        proposal.place,
        named(policy.means, proposal.means, click.language) if proposal.means else "",
    )
    return click.say("peer_support-talk-and").join(part for part in parts if part)


def _is_past(proposal: Proposal, click: Click, ledger: Ledger) -> bool:
    return bool(proposal.day) and date.fromisoformat(proposal.day) < ledger.office.day(click.now)


def _proposal_inputs(click: Click, policy: Policy) -> Sequence[Block]:
    say = click.say
    return (
        blocks.context(say("peer_support-talk-propose")),
        blocks.day_input(DAY, say("peer_support-talk-propose-day"), optional=True),
        blocks.line_input(PLACE, say("peer_support-talk-propose-place"), max_length=LONGEST_PLACE, optional=True),
        blocks.radio(MEANS, say("peer_support-talk-propose-means"), options(policy.means, click.language),
                     optional=True),
    )  # fmt: skip
