"""What is behind the one button of every result: people to talk to for all, and for some the physician too (Aku 11)."""

from collections.abc import Iterator, Sequence
from datetime import date

from bot.handlers import blocks
from bot.handlers.blocks import Block, View
from bot.handlers.fields import Fields, choice
from bot.handlers.flow import Click
from bot.handlers.held import people, role
from bot.handlers.stress_check.rules.doors import READERS, Way, includes_personnel
from bot.handlers.stress_check.rules.moves import APPLIED, KEPT, TO_BE_HELD
from bot.handlers.stress_check.rules.rounds import name_of, office
from bot.handlers.stress_check.rules.wishes import CLINIC, COUNSELLING, LATE
from bot.handlers.stress_check.views.results import DAY, read_day
from bot.rules.cases import Case
from bot.rules.ledger import Ledger

APPLY, SEND_APPLICATION = "stress_check.apply_form", "stress_check.apply"
WITHDRAW, DECLINE, WISH = "stress_check.withdraw_application", "stress_check.decline", "stress_check.wish_form"
INTERVIEW, WISH_CASE = "stress_check.interview", "stress_check.wish_case"
SAVE_PAPER_APPLICATION = "stress_check.save_paper_application"
PERSON = "person"


def talk(click: Click, check: Case, found: Way) -> View:
    """For everybody the same people to talk to; below them what the implementer's advice opens, if there is one."""
    say = click.say
    body: list[Block] = [
        blocks.section(say("stress-talk-about")),
        blocks.section(say("stress-talk-peers", door=say("peer_support-door"))),
        blocks.section(say("stress-talk-harassment", door=say("harassment-door"))),
        blocks.section(say("stress-talk-lines", door=say("help-button"))),
        *(_physician(click, check, found) if found.advised else ()),
        *_enough(click, check, found),
    ]
    return blocks.modal(say("stress-talk-title"), body, close=say("close-button"))


def apply_form(click: Click, check: Case, ledger: Ledger) -> View:
    """Everything that the application means stands above the button that is the consent (Aku 11(2), 19(2)(3), S7)."""
    say = click.say
    return blocks.modal(
        say("stress-apply-title"),
        [
            blocks.section(say("stress-apply-about", day=date.fromisoformat(check.body["apply_by"]))),
            *blocks.sections(consent(click, ledger)),
            blocks.section(say("stress-apply-detriment")),
        ],
        close=say("cancel-button"), submit=say("stress-apply-submit"), callback_id=SEND_APPLICATION,
        token=click.token_for(SEND_APPLICATION, row=check.id),
    )  # fmt: skip


def consent(click: Click, ledger: Ledger) -> list[str]:
    """Who will read the result after an application, by office and name, and what nobody gets (S7)."""
    say, readers = click.say, office(READERS, ledger, click.now)
    names = people(click, readers, ledger) if readers else say("stress-consent-nobody")
    lines = [say("stress-consent-readers", office=role(click, READERS[0].value, ledger), names=names)]
    if includes_personnel(ledger, click.now):
        lines.append(say("stress-consent-personnel"))
    return [*lines, say("stress-consent-others"), say("stress-consent-answers"), say("stress-consent-back")]


def applied(click: Click, application: Case, *, withdrawable: bool = True) -> View:
    """The application as it stands: what comes next, and how it is taken back."""
    say = click.say
    body = [blocks.section(say("stress-applied", day=date.fromisoformat(application.body["hold_by"])))]
    if withdrawable:
        body += [blocks.context(say("stress-applied-back")), blocks.actions(withdraw_button(click, application))]
    return blocks.modal(say("stress-apply-title"), body, close=say("close-button"))


def withdraw_button(click: Click, application: Case) -> Block:
    """Takes an application back; asks once more."""
    say = click.say
    sure = blocks.confirmation(
        say("stress-withdraw-button"), say("stress-withdraw-sure"), yes=say("stress-withdraw-button"),
        no=say("back-button"),
    )  # fmt: skip
    token = click.token_for(WITHDRAW, row=application.id, rev=application.rev)
    return blocks.button(say("stress-withdraw-button"), WITHDRAW, token, style="danger", confirm=sure)


def may_withdraw(application: Case) -> bool:
    """Whether nobody has opened it yet, and no day is arranged."""
    return application.state == APPLIED and "opened_on" not in application.body


def said(click: Click, words: str) -> View:
    """One sentence after what was done or could not be done any more."""
    return blocks.modal(
        click.say("stress-talk-title"), [blocks.section(click.say(words))], close=click.say("close-button")
    )


def paper_form(click: Click, found: Sequence[Case], ledger: Ledger) -> View:
    """The joint clerk enters a signed form, with the day on which it was handed in (Aku 11(1))."""
    say = click.say
    if not found:
        return said(click, "stress-paper-application-none")
    offered = [(one.id, say("stress-paper-row", unit=one.body["unit"], name=name_of(one, ledger))) for one in found]
    return blocks.modal(
        say("stress-apply-title"),
        [
            blocks.section(say("stress-paper-application-form")),
            blocks.select(PERSON, say("stress-paper-application-person"), [(say("stress-apply-title"), offered)]),
            blocks.day_input(DAY, say("stress-paper-application-day"), hint=say("stress-paper-application-day-hint")),
        ],
        close=say("cancel-button"), submit=say("stress-paper-save"), callback_id=SAVE_PAPER_APPLICATION,
        token=click.token_for(SAVE_PAPER_APPLICATION),
    )  # fmt: skip


def read_paper(fields: Fields, found: Sequence[Case]) -> tuple[str, date]:
    """Raises Refused at the field that does not fit."""
    person = choice(fields, PERSON, {one.id for one in found}, gone="stress-apply-twice")
    return person, read_day(fields)


def _physician(click: Click, check: Case, found: Way) -> Iterator[Block]:
    """The interview while its days run, what was asked for already, and after the last day still a way (S6)."""
    say = click.say
    yield blocks.header(say("stress-talk-more"))
    if found.application is not None:
        yield from _application(click, found.application)
    elif found.in_time and found.last_day is not None:
        yield blocks.section(say("stress-talk-interview", day=found.last_day))
        yield blocks.actions(_door(click, "stress-apply-button", APPLY, check.id))
    if found.wish is not None:
        yield blocks.section(say("stress-talk-wished"))
        yield blocks.actions(_door(click, "stress-wish-mine", WISH_CASE, found.wish.id))
        return
    if found.application is None and not found.in_time:
        yield blocks.section(say("stress-talk-late"))
        yield blocks.actions(_wish(click, LATE, check))
    yield blocks.section(say("stress-talk-other"))
    yield from (blocks.actions(_wish(click, what, check)) for what in (COUNSELLING, CLINIC))


def _application(click: Click, application: Case) -> Iterator[Block]:
    yield blocks.section(click.say("stress-talk-applied"))
    buttons = []
    if application.state in TO_BE_HELD:
        buttons.append(_door(click, "stress-interview-button", INTERVIEW, application.id))
    if may_withdraw(application):
        buttons.append(withdraw_button(click, application))
    if buttons:
        yield blocks.actions(*buttons)


def _enough(click: Click, check: Case, found: Way) -> Iterator[Block]:
    """No, thank you: on everybody's screen, so that no reminder is no sign of anything (Aku 19(3), S6)."""
    if found.declined:
        yield blocks.context(click.say("stress-declined"))
    elif check.state != KEPT:
        yield blocks.section(click.say("stress-talk-enough"))
        yield blocks.actions(_door(click, "stress-decline-button", DECLINE, check.id))


def _wish(click: Click, what: str, check: Case) -> Block:
    return _door(click, f"stress-wish-button-{what}", WISH, f"{check.id}.{what}")


def _door(click: Click, words: str, action: str, row: str) -> Block:
    return blocks.button(click.say(words), action, click.token_for(action, row=row))
