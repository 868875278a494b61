"""The examinee's screens around the questionnaire: who does this and who can see what; what comes after (Aku 7, 19)."""

from bot.handlers import blocks
from bot.handlers.blocks import Block, View
from bot.handlers.flow import Click
from bot.handlers.held import day as dated
from bot.handlers.held import people, role
from bot.handlers.stress_check.rules.moves import AWAY, HANDED_IN, INVITED, OPEN, TAKEN
from bot.handlers.stress_check.rules.planning import days_of
from bot.handlers.stress_check.rules.rounds import office
from bot.handlers.stress_check.rules.taking import PAPER, QUIET
from bot.handlers.stress_check.views.pages import END, Sheet, Way
from bot.rules.cases import Case
from bot.rules.ledger import Ledger
from bot.rules.people import Role

CASE, START, OPEN_PAGE = "stress_check.case", "stress_check.start", "stress_check.open_page"
PAGE, BACK, PAUSE, SUBMIT = "stress_check.page", "stress_check.back", "stress_check.pause", "stress_check.submit"
ON_PAPER, NO_REMINDERS = "stress_check.paper", "stress_check.quiet"
WAY = Way(PAGE, BACK, PAUSE, OPEN_PAGE, SUBMIT, "taking")


def screen(click: Click, case: Case, found: Case, ledger: Ledger, *, saved: bool = False) -> View:
    """The one screen of a check until its result is open: begin, go on, or what has been received."""
    if case.state == INVITED and found.state == OPEN:
        return _start(click, Sheet(case, case.body, found), ledger, saved=saved)
    return blocks.modal(
        click.say("stress-taking-title"),
        [blocks.section(words) for words in _after(click, case, found)],
        close=click.say("close-button"),
    )


def _after(click: Click, case: Case, found: Case) -> list[str]:
    """What there is to say where nothing is asked (any more)."""
    say, last = click.say, dated(click, days_of(found)[1])
    if case.state == TAKEN:
        return [say("stress-taken"), say("stress-taken-next", day=last), say("stress-taken-talk")]
    if case.state == HANDED_IN:
        received = dated(click, case.body["handed_in_on"])
        return [say("stress-handed-in", day=received), say("stress-taken-next", day=last), say("stress-taken-talk")]
    return [say("stress-taking-away" if case.state == AWAY else "stress-taking-over")]


def _start(click: Click, sheet: Sheet, ledger: Ledger, *, saved: bool) -> View:
    say, case, last = click.say, sheet.case, dated(click, days_of(sheet.round)[1])
    noted = [
        *(["stress-start-saved"] if saved else []),
        *(["stress-start-paper-noted"] if case.body.get(PAPER) else []),
        *(["stress-start-quiet-noted"] if case.body.get(QUIET) else []),
    ]
    clerks = _names(click, Role.CLERK, ledger)
    return blocks.modal(
        say("stress-taking-title"),
        [
            *(blocks.section(say(words, clerks=clerks)) for words in noted),
            blocks.section(say("stress-start-about", day=last)),
            *_doors(click, sheet),
            blocks.section(say("stress-start-time")),
            blocks.section(say("stress-start-detriment")),
            blocks.header(say("stress-start-who")),
            *_who(click, ledger),
            blocks.header(say("stress-start-next")),
            blocks.section(say("stress-taken-next", day=last)),
        ],
        close=say("close-button"),
    )


def _doors(click: Click, sheet: Sheet) -> list[Block]:
    """Begin or go on; rather on paper; no reminders. None of them asks why."""
    say, case, page = click.say, sheet.case, sheet.next_page
    begun = "end" if page == END else "go-on" if sheet.body.get("answers") else "begin"
    offered = [(f"stress-start-{begun}", OPEN_PAGE, f"{case.id}.{page}")]
    offered += [] if case.body.get(PAPER) else [("stress-start-paper", ON_PAPER, case.id)]
    offered += [] if case.body.get(QUIET) else [("stress-start-quiet", NO_REMINDERS, case.id)]
    return [blocks.actions(*(blocks.button(say(w), a, click.token_for(a, row=row)) for w, a, row in offered))]


def _who(click: Click, ledger: Ledger) -> list[Block]:
    """By name: who does it, who sees what, who runs the server (S2, Aku 11(4)); and that paper is as good (S1)."""
    say, decision = click.say, ledger.policy.stress_check.electronic_form_decision
    offices = (Role.IMPLEMENTER, Role.JOINT_CLERK, Role.CLERK)
    named = {one: _names(click, one, ledger) for one in (*offices, Role.ADMINISTRATOR)}
    titles = {one: role(click, one.value, ledger) for one in named}
    lines = [say("stress-round-office", office=titles[one], names=named[one]) for one in offices]
    by_name = {
        "implementers": named[Role.IMPLEMENTER], "joint_clerks": named[Role.JOINT_CLERK],
        "clerks": named[Role.CLERK], "planner": role(click, Role.PLANNER.value, ledger),
    }  # fmt: skip
    server = say("stress-start-server", office=titles[Role.ADMINISTRATOR], names=named[Role.ADMINISTRATOR])
    form = say("stress-start-decision", decision=decision) if decision else say("stress-start-form")
    return [
        *blocks.sections(lines),
        blocks.section(say("stress-start-seen", **by_name)),
        blocks.section(server),
        blocks.context(form),
    ]


def _names(click: Click, one: Role, ledger: Ledger) -> str:
    return people(click, office((one,), ledger, click.now), ledger) or click.say("stress-start-nobody")
