"""Form 1 as it is read: back to the person word by word, as the section head will see it, and as the head sees it."""

from collections.abc import Sequence
from datetime import date, datetime

from bot.handlers import blocks
from bot.handlers.blocks import Block, View
from bot.handlers.fields import Fields, choices
from bot.handlers.flow import Click
from bot.handlers.harassment.rules.circle import eligible, recipient, responders, takes_part
from bot.handlers.harassment.rules.confirming import due_on
from bot.handlers.harassment.rules.moves import CONFIRMING, CONSENT_HELD, FOUND, HEARING, HELD, MET, REPORTED
from bot.handlers.harassment.rules.report import Report, decides, outgoing, still_named
from bot.handlers.harassment.rules.sheet import LONGEST, written
from bot.handlers.harassment.views.case import button
from bot.handlers.harassment.views.entry import outside
from bot.handlers.harassment.views.intake import options
from bot.handlers.harassment.views.sheet import labels, line_section
from bot.rules.cases import Case
from bot.rules.ledger import Ledger
from bot.rules.people import Role
from bot.rules.policy_harassment import SheetField

WORDS, OUT = "words", "out"
WITH_THE_HEAD = (REPORTED, CONSENT_HELD, HEARING, FOUND)
IN_SIGHT = 10  # ticks in one group (Slack: checkboxes)
SEND = "harassment.report"


def row_of(case_id: str, to: str) -> str:
    """What the button that lets it go remembers: who stood on the screen as the one who receives it."""
    return f"{case_id}:{to}"


def recipient_in(row: str) -> str:
    """Who stood there, "" for nobody."""
    return row.partition(":")[2]


# ---- read back, word by word ----


def read_back(click: Click, case: Case, ledger: Ledger) -> View:
    """All of form 1 for the person and the responders; who confirms it goes on from here."""
    say, mine = click.say, decides(click.who.person, case)
    confirms = mine and case.state == CONFIRMING
    body: list[Block] = [blocks.section(say("harassment-read-about"))] if confirms else []
    for line in ledger.policy.harassment.intake_sheet:
        if words := written(case).get(line.key):
            body.append(line_section(click, line, words))
            body += [blocks.context(say(mark)) for mark in _marks(line, case)]
    if confirms:
        named = bool(case.body.get("name_agreed"))
        verbs = ("take_out", "name_no" if named else "name_yes", "correct")
        body += [
            blocks.divider(),
            blocks.section(say("harassment-read-named" if named else "harassment-read-nameless")),
            blocks.actions(button(click, case, "preview")),
            blocks.actions(*(button(click, case, verb) for verb in verbs)),
        ]
    return _closing(click, case, "harassment-read-title", body)


def _marks(line: SheetField, case: Case) -> list[str]:
    """What is said under a line that the head does not get as it stands."""
    if line.names and not case.body.get("name_agreed"):
        return ["harassment-read-names"]
    return ["harassment-read-out"] if line.key in case.body.get("left_out", ()) else []


def take_out_form(click: Click, case: Case, ledger: Ledger) -> View:
    """Ticks for the parts that the section head shall not read."""
    say, out = click.say, case.body.get("left_out", ())
    ticks = options(_choices(case, ledger), click.language)
    groups = [ticks[start : start + IN_SIGHT] for start in range(0, len(ticks), IN_SIGHT)]
    return blocks.modal(
        say("harassment-take-out-title"),
        [
            blocks.section(say("harassment-take-out-about")),
            *(
                blocks.checkboxes(f"{OUT}_{number}", say("harassment-take-out-which"), group,
                                  initial=[key for key, _ in group if key in out])
                for number, group in enumerate(groups)
            ),
        ],
        close=say("cancel-button"), submit=say("harassment-take-out-submit"), callback_id="harassment.save_take_out",
        token=click.token_for("harassment.save_take_out", row=case.id, rev=case.rev),
    )  # fmt: skip


def read_take_out(fields: Fields, ledger: Ledger) -> list[str]:
    """The lines that were ticked. Raises Refused for one that is not on the form."""
    lines = {line.key for line in ledger.policy.harassment.intake_sheet}
    return [key for block_id in sorted(fields) if block_id.startswith(OUT) for key in choices(fields, block_id, lines)]


def _choices(case: Case, ledger: Ledger) -> list[SheetField]:
    named, there = case.body.get("name_agreed"), written(case)
    return [line for line in ledger.policy.harassment.intake_sheet if there.get(line.key) and (named or not line.names)]


def correct_form(click: Click, case: Case) -> View:
    """What is to be put right, in the person's words."""
    say = click.say
    return blocks.modal(
        say("harassment-correct-title"),
        [
            blocks.section(say("harassment-correct-about")),
            blocks.text_input(WORDS, say("harassment-correct-words"), max_length=LONGEST, optional=False),
        ],
        close=say("cancel-button"), submit=say("harassment-correct-submit"), callback_id="harassment.send_correction",
        token=click.token_for("harassment.send_correction", row=case.id),
    )  # fmt: skip


# ---- as the section head will see it, and as the head sees it ----


def preview(click: Click, case: Case, ledger: Ledger) -> View:
    """Exactly what would go, to whom by office and name, what follows from it, and the tap."""
    say, sent = click.say, outgoing(click.who.person, case, ledger.policy)
    to = recipient(case, ledger, ledger.office.day(click.now))
    mine = decides(click.who.person, case)
    body: list[Block] = [blocks.section(say("harassment-preview-nobody")), *outside(click, ledger.policy)]
    if to:
        body = [blocks.section(say("harassment-preview-to", who=named_office(click, case, ledger, to)))]
    row = ledger.person(case.requester)
    if still_named(sent, row.name if row else str(case.identity.get("caller", ""))):
        body.append(blocks.section(say("harassment-preview-still-named")))
    body += [blocks.divider(), *as_reported(click, sent, ledger), blocks.divider()]
    if to and mine:
        body.append(blocks.section(say("harassment-preview-follows")))
    if not mine:
        body.append(blocks.section(say("harassment-preview-others")))
    verb = "report" if to else "hold"
    if to or case.state == CONFIRMING:
        words = say(f"harassment-{verb}-button")
        sure = blocks.confirmation(words, say(f"harassment-{verb}-sure"), yes=words, no=say("back-button"))
        token = click.token_for(SEND, row=row_of(case.id, to), rev=case.rev)
        body.append(blocks.actions(blocks.button(words, SEND, token, style="primary", confirm=sure)))
    return _closing(click, case, "harassment-preview-title", body)


def reported(click: Click, case: Case, ledger: Ledger) -> View:
    """What was reported, for whoever received it and for the nurse."""
    sent = outgoing(click.who.person, case, ledger.policy)
    on = blocks.context(click.say("harassment-reported-on", day=date.fromisoformat(case.body["reported_on"])))
    return _closing(click, case, "harassment-reported-title", [on, *as_reported(click, sent, ledger)])


def as_reported(click: Click, report: Report, ledger: Ledger) -> list[Block]:
    """A report as it is shown before it goes and after: the same blocks for the person and for the head."""
    say = click.say
    if report.least:
        lists = ledger.policy.harassment
        day = say("harassment-reported-day", day=date.fromisoformat(report.day)) if report.day else ""
        told = (
            say("harassment-reported-least"),
            say("harassment-reported-entry", words=labels(lists.entries, [report.entry], click)),
            say("harassment-reported-kinds", words=labels(lists.kinds, report.kinds, click)),
            day,
        )
        return [blocks.section(words) for words in told if words]
    head = say("harassment-reported-named" if report.named else "harassment-reported-nameless")
    lines = [
        line_section(click, line, say("harassment-reported-omitted") if line.omitted else line.text)
        for line in report.lines
    ]
    return [blocks.context(head), *lines]


def named_office(click: Click, case: Case, ledger: Ledger, to: str) -> str:
    """Who receives it, by office and name."""
    day, row = ledger.office.day(click.now), ledger.person(to)
    head = to in eligible(Role.AFFAIRS_HEAD, case, ledger, day)
    rule = ledger.policy.roles[Role.AFFAIRS_HEAD if head else Role.AFFAIRS_DEPUTY]
    office = rule.ja if click.language == "ja" else rule.en
    return click.say("harassment-report-who", office=office, name=row.name if row else "")


# ---- what the first screen says of it ----


def own_part(click: Click, case: Case, ledger: Ledger) -> list[Block]:
    """For the person: until when, what happens then, and why nothing was sent."""
    say = click.say
    if case.state == MET and case.body.get("sheet_late"):
        return [blocks.section(say("harassment-sheet-late", who=_phones(case, ledger)))]
    if case.state == CONFIRMING:
        return _to_check(click, case)
    if case.state in WITH_THE_HEAD and not _decided_by_anybody(case, ledger, click.now):
        return [blocks.section(say("harassment-head-nobody")), *outside(click, ledger.policy)]
    if case.state != HELD:
        return []
    who = _receiver(click, case, ledger)
    now = say("harassment-held-receivable", who=who) if who else say("harassment-held-nobody")
    return [blocks.section(now), *outside(click, ledger.policy)]


def _to_check(click: Click, case: Case) -> list[Block]:
    """Where the person reads it, until when, and what happens after that day (K4)."""
    say, day = click.say, due_on(case)
    read = blocks.actions(button(click, case, "read_sheet"))
    if case.body.get("least_asked_on"):
        return [blocks.section(say("harassment-sheet-over", day=day)), read]
    if day is None:
        return [read]
    until = blocks.section(say("harassment-sheet-until", day=day))
    return [until, read, blocks.context(say("harassment-sheet-after"))]


def responder_part(click: Click, case: Case, ledger: Ledger) -> list[Block]:
    """For the responders: what the person wants put right, and whether it is their turn."""
    say, day = click.say, due_on(case)
    if case.state == MET and case.body.get("correction"):
        return [blocks.section(say("harassment-sheet-corrected"))]
    if case.state == CONFIRMING:
        if not case.requester:
            return [blocks.section(say("harassment-sheet-caller"))]
        over = bool(case.body.get("least_asked_on"))
        return [blocks.section(say("harassment-sheet-least" if over else "harassment-sheet-waits", day=day))]
    if case.state != HELD:
        return []
    who = _receiver(click, case, ledger)
    return [blocks.section(say("harassment-held-send", who=who) if who else say("harassment-held-stays"))]


def _decided_by_anybody(case: Case, ledger: Ledger, now: datetime) -> bool:
    """Whether the head or deputy who received it may still decide what follows (K6)."""
    hands = takes_part(case, ledger, ledger.office.day(now))
    return bool(hands.get(Role.AFFAIRS_HEAD) or hands.get(Role.AFFAIRS_DEPUTY))


def _receiver(click: Click, case: Case, ledger: Ledger) -> str:
    """Who may receive it today, by office and name; "" for nobody."""
    to = recipient(case, ledger, ledger.office.day(click.now))
    return named_office(click, case, ledger, to) if to else ""


def _phones(case: Case, ledger: Ledger) -> str:
    """The two responders with their numbers: the desk may be kept out of this case."""
    rows: Sequence[str] = [
        f"{row.name} {row.phone}".strip() for who in responders(case) if (row := ledger.person(who)) is not None
    ]
    return "\n".join(rows)


def _closing(click: Click, case: Case, title: str, body: Sequence[Block]) -> View:
    """A screen with the way back to the case."""
    back = blocks.button(click.say("back-button"), "harassment.case", click.token_for("harassment.case", row=case.id))
    return blocks.modal(click.say(title), [*body, blocks.actions(back)], close=click.say("close-button"))
