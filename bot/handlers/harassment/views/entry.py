"""The way in: what is said before the first word, the short form, the draft with its pages, what stands after it."""

from collections.abc import Sequence

from bot.handlers import blocks
from bot.handlers.blocks import Block, View
from bot.handlers.flow import Click
from bot.handlers.harassment.rules import entry as rules
from bot.handlers.harassment.rules.circle import DESK, recipient
from bot.handlers.harassment.rules.clocks import RESPONDERS, last_day
from bot.handlers.harassment.rules.doors import DOOR
from bot.handlers.harassment.rules.keeping_out import left_alone
from bot.handlers.harassment.rules.moves import DRAFT, STRANDED
from bot.handlers.harassment.views.case import notice
from bot.handlers.harassment.views.intake import (
    PAGES,
    Lists,
    affected_input,
    label,
    story_input,
    tick_input,
    told,
    what_inputs,
)
from bot.handlers.tokens import new_nonce
from bot.rules.cases import Case
from bot.rules.ledger import Ledger
from bot.rules.policy import Contact, Policy

CALLER = "caller"
LONGEST_CALLER = 100
ENTERED = ("who", "about", "wishes", "name")  # the pages that the form of the desk takes as they are


# ---- before the first word ----


def readers(click: Click, case: Case, lists: Lists, ledger: Ledger) -> list[Block]:
    """Who will read what, by office and name; what the regulation asks for after the report (K1)."""
    say, day = click.say, ledger.office.day(click.now)
    names = {"desk": _names(click, lists.doors.desk, ledger)}
    head = recipient(case, ledger, day)
    at_desk = [say("harassment-readers-desk", **names)] if lists.doors.desk else []
    after = "harassment-readers-head" if head else "harassment-readers-nobody"
    reported = say(after, head=_names(click, (head,), ledger))
    lines = [say("harassment-readers-heading"), *at_desk, say("harassment-readers-counsellor"), reported]
    return [blocks.section("\n".join(lines)), blocks.section(say("harassment-readers-hearing"))]


def hours(click: Click, ledger: Ledger) -> Block:
    """It is taken at any time; when it will be read, and by when somebody answers (Aki 7(5), G13)."""
    office, promised = ledger.office, last_day(RESPONDERS, ledger, click.now)
    if office.is_working(click.now):
        return blocks.context(click.say("harassment-hours-open", day=promised))
    duty_room = contact_of(ledger.policy, "on_duty")
    closed = click.say(
        "harassment-hours-closed", opens=office.next_working(click.now), day=promised,
        contact=duty_room.ja if click.language == "ja" else duty_room.en, number=duty_room.phone,
    )  # fmt: skip
    return blocks.context(closed)


def contact_of(policy: Policy, key: str) -> Contact:
    """The contact outside Slack with this key, the first one where the policy has none."""
    return next((contact for contact in policy.contacts if contact.key == key), policy.contacts[0])


# ---- the short way: one form, of which only the door must be chosen (G5) ----


def start_form(click: Click, case: Case, lists: Lists, ledger: Ledger) -> View:
    """Everything that has to be known first, then the door; more can be written in as many sittings as it takes."""
    say = click.say
    if lists.doors.closed:
        return nobody(click, ledger.policy)
    known = told(case)
    # so that every visit has a button of its own: one that was pressed before would lead to what was begun then
    onward = click.token_for("harassment.begin", row=new_nonce())
    return blocks.modal(
        say("harassment-start-title"),
        [
            blocks.section(say("harassment-start-about")),
            *readers(click, case, lists, ledger),
            blocks.context(say("harassment-start-detriment")),
            tick_input(click, known),
            door_input(click, lists),
            hours(click, ledger),
            story_input(click, known),
            blocks.actions(blocks.button(say("harassment-begin-button"), "harassment.begin", onward)),
            blocks.context(say("harassment-start-later", days=ledger.policy.harassment.draft_days)),
        ],
        close=say("cancel-button"),
        submit=say("harassment-send-submit"),
        callback_id="harassment.send",
        token=click.token_for("harassment.send"),
    )


def door_input(click: Click, lists: Lists) -> Block:
    """The two doors: the desk, or one counsellor by name (K2); whoever is kept out is not there."""
    say = click.say
    desk = [(say("harassment-door-desks"), [(DESK, say("harassment-door-desk"))])] if lists.doors.desk else []
    people = [
        (who, say("harassment-person", name=row.name, unit=row.unit or "none"))
        for who in lists.doors.counsellors
        if (row := lists.people.get(who))
    ]
    groups = [*desk, (say("harassment-counsellors"), people)]
    return blocks.select(DOOR, say("harassment-door-choose"), groups, hint=say("harassment-door-hint"))


def sent(click: Click, case: Case, ledger: Ledger) -> View:
    """The confirmation with its promise: it stands in the modal only, never in a message (G2)."""
    say = click.say
    at_desk = case.identity["door"] == DESK
    name = "" if at_desk else _names(click, (case.identity["receiver"],), ledger)
    view = notice(
        click, "harassment-sent-title",
        say("harassment-sent-desk") if at_desk else say("harassment-sent-counsellor", name=name),
        *([say("harassment-customers")] if rules.about_customers(case, ledger.policy) else []),
        say("harassment-sent-anytime"),
    )  # fmt: skip
    return view | {"blocks": [view["blocks"][0], hours(click, ledger), *view["blocks"][1:]]}


def nobody(click: Click, policy: Policy) -> View:
    """Nobody is left who may take it: nothing is sent, and where one can go instead (K6)."""
    say = click.say
    body = [blocks.section(say("harassment-nobody")), *outside(click, policy)]
    return blocks.modal(say("harassment-nobody-title"), body, close=say("close-button"))


def outside(click: Click, policy: Policy) -> list[Block]:
    """The ways outside the organisation."""
    routes = [blocks.pair(label(row, click.language), row.phone or click.say("harassment-outside-look"))
              for row in policy.harassment.outside_routes]  # fmt: skip
    return [blocks.header(click.say("harassment-outside")), *routes]


# ---- the draft: pages that are kept as they are submitted ----


def draft_part(click: Click, case: Case, ledger: Ledger) -> list[Block]:
    """On the screen of a draft: until when it is kept, and its pages."""
    if case.state != DRAFT:
        return []
    say, known, kind = click.say, told(case), "harassment.page"
    pages: list[dict[str, object]] = []
    for name, page in PAGES.items():
        words = say(f"harassment-page-{name}-button", written="yes" if any(known[key] for key in page.holds) else "no")
        pages.append(blocks.button(words, kind, click.token_for(kind, row=f"{case.id}:{name}")))
    customers = [blocks.context(say("harassment-customers"))] if rules.about_customers(case, ledger.policy) else []
    return [
        blocks.context(say("harassment-draft-kept", day=rules.kept_until(case))),
        *(blocks.actions(page) for page in pages),
        *customers,
    ]


def page_form(click: Click, case: Case, page: str, lists: Lists) -> View:
    """One page, with what was told before."""
    say = click.say
    return blocks.modal(
        say(f"harassment-page-{page}"),
        [*PAGES[page].inputs(click, told(case), lists), blocks.context(say("harassment-page-kept"))],
        close=say("close-button"),
        submit=say("harassment-page-submit"),
        callback_id="harassment.write",
        token=click.token_for("harassment.write", row=f"{case.id}:{page}"),
    )


def send_form(click: Click, case: Case, lists: Lists, ledger: Ledger) -> View:
    """The last page: who will read it, and the door."""
    say = click.say
    if lists.doors.closed:
        return nobody(click, ledger.policy)
    return blocks.modal(
        say("harassment-send-title"),
        [
            *readers(click, case, lists, ledger),
            blocks.context(say("harassment-start-detriment")),
            door_input(click, lists),
            hours(click, ledger),
        ],
        close=say("cancel-button"),
        submit=say("harassment-send-submit"),
        callback_id="harassment.send_draft",
        token=click.token_for("harassment.send_draft", row=case.id),
    )


# ---- another door ----


def door_part(click: Click, case: Case, ledger: Ledger) -> list[Block]:
    """To the person: that nobody has it any more, and where else one can go."""
    if not left_alone(case):
        return []
    if case.state == STRANDED:
        return outside(click, ledger.policy)
    return [blocks.section(click.say("harassment-left-alone"))]


def door_form(click: Click, case: Case, lists: Lists, policy: Policy) -> View:
    """Choosing another door for what stays as it is."""
    say = click.say
    if lists.doors.closed:
        return nobody(click, policy)
    return blocks.modal(
        say("harassment-choose-door-title"),
        [blocks.section(say("harassment-choose-door-about")), door_input(click, lists)],
        close=say("cancel-button"),
        submit=say("harassment-send-submit"),
        callback_id="harassment.through",
        token=click.token_for("harassment.through", row=case.id),
    )


# ---- what came by telephone or in person (G6) ----


def enter_form(click: Click, case: Case, lists: Lists) -> View:
    """The desk or a counsellor writes down what they have heard, all of it on one form."""
    say, known = click.say, told(case)
    by_page = {page: PAGES[page].inputs(click, known, lists) for page in ENTERED}
    return blocks.modal(
        say("harassment-enter-title"),
        [
            blocks.section(say("harassment-enter-about")),
            blocks.line_input(
                CALLER, say("harassment-enter-caller"), hint=say("harassment-enter-caller-hint"),
                max_length=LONGEST_CALLER,
            ),
            affected_input(click, known, lists),
            *by_page["who"],
            *by_page["about"],
            *what_inputs(click, known, lists),
            *by_page["wishes"],
            *by_page["name"],
        ],
        close=say("cancel-button"),
        submit=say("harassment-enter-submit"),
        callback_id="harassment.enter",
        token=click.token_for("harassment.enter"),
    )  # fmt: skip


def entered(click: Click, case: Case, ledger: Ledger) -> View:
    """What to tell the person on the telephone."""
    return notice(
        click, "harassment-entered-title",
        click.say("harassment-entered", day=last_day(RESPONDERS, ledger, click.now)),
        *([click.say("harassment-customers")] if rules.about_customers(case, ledger.policy) else []),
    )  # fmt: skip


def _names(click: Click, people: Sequence[str], ledger: Ledger) -> str:
    rows = [row for who in people if (row := ledger.person(who))]
    return click.say("harassment-and").join(row.name for row in rows)
