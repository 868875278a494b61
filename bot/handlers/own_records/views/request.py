"""A request about own records: its form, where it stands for the person, and the form of whoever answers it."""

from collections.abc import Sequence
from datetime import date

from bot.handlers import blocks
from bot.handlers.blocks import Block, View
from bot.handlers.fields import Fields, choice, text
from bot.handlers.flow import Click, Holding
from bot.handlers.held import day, joined, people, role
from bot.handlers.own_records.rules.desk import answering
from bot.handlers.own_records.rules.entered import number, offered
from bot.handlers.own_records.rules.moves import ANSWERED, FLOW, RECEIVED
from bot.handlers.own_records.rules.request import LONGER, OUTCOMES, PAPER, WHATS, Asked, due_on, may_extend
from bot.handlers.own_records.views.records import told
from bot.rules.cases import Case, Purpose
from bot.rules.ledger import Ledger
from bot.rules.policy import Policy

WHAT, SUBJECT, TEXT, OUTCOME, REASON = "what", "subject", "text", "outcome", "reason"
CASE, SEND, ANSWERING, SAVE = "own_records.case", "own_records.send", "own_records.answer", "own_records.save_answer"
ENTERING, ENTER = "own_records.entering", "own_records.enter"


def form(click: Click, ledger: Ledger) -> View:
    """What, about which records, in which words; who will read it stands there by office and name."""
    say, rows = click.say, ledger.policy.own_records.subjects
    subjects = [(row.key, row.ja if click.language == "ja" else row.en) for row in rows]
    readers = [say("own_records-reads", about=label, who=_desk(click, key, ledger)) for key, label in subjects]
    return blocks.modal(
        say("own_records-form-title"),
        [
            blocks.section(say("own_records-form-about")),
            blocks.radio(WHAT, say("own_records-what"), [(what, say(f"own_records-what-{what}")) for what in WHATS]),
            blocks.radio(SUBJECT, say("own_records-subject"), subjects),
            *blocks.sections([say("own_records-readers"), *readers]),
            blocks.text_input(TEXT, say("own_records-text"), hint=say("own_records-text-hint"), optional=False),
        ],
        close=say("cancel-button"), submit=say("own_records-submit"), callback_id=SEND, token=click.token_for(SEND),
    )  # fmt: skip


def read_form(fields: Fields, policy: Policy) -> Asked:
    """Raises Refused at the field that does not fit."""
    subjects = {row.key for row in policy.own_records.subjects}
    return Asked(choice(fields, WHAT, WHATS), choice(fields, SUBJECT, subjects), text(fields, TEXT))


def own(click: Click, case: Case, ledger: Ledger) -> View:
    """To the person: where it stands, what was answered, and what can be done."""
    say = click.say
    verb = "withdraw" if case.state == RECEIVED else "forget"
    sure = blocks.confirmation(
        say(f"own_records-{verb}-button"), say(f"own_records-{verb}-sure"),
        yes=say(f"own_records-{verb}-button"), no=say("back-button"),
    )  # fmt: skip
    token = click.token_for(f"own_records.{verb}", row=case.id, rev=case.rev)
    button = blocks.button(
        say(f"own_records-{verb}-button"), f"own_records.{verb}", token, style="danger", confirm=sure
    )
    body = [*told(click, lines(click, case, ledger)), *_where(click, case), blocks.actions(button)]
    return blocks.modal(say("own_records-case-title"), body, close=say("close-button"))


def handled(click: Click, case: Case, ledger: Ledger) -> View:
    """To whoever answers: who asks what, until when; never anything of a matter."""
    say = click.say
    who = people(click, case.requester, ledger) if case.requester else case.identity["caller"]
    asked = [(say("own_records-held-requester"), who), *lines(click, case, ledger)]
    body: list[Block] = [blocks.context(say("own_records-handled-about")), *told(click, asked)]
    if not case.requester:
        body.append(blocks.section(say("own_records-hand-over", number=number(case, ledger))))
    if case.state == RECEIVED:
        token = click.token_for(ANSWERING, row=case.id, rev=case.rev)
        body.append(blocks.actions(blocks.button(say("own_records-answer-button"), ANSWERING, token, style="primary")))
    return blocks.modal(say("own_records-case-title"), body, close=say("close-button"))


def answer_form(click: Click, case: Case, today: date, policy: Policy) -> View:
    """How it was answered; the reason is read by the person, word by word."""
    say = click.say
    offered = [(one, say(f"own_records-outcome-{one}")) for one in OUTCOMES]
    if may_extend(case, today):
        offered.append((LONGER, say("own_records-outcome-longer", days=policy.own_records.extension_days)))
    paper = "" if case.requester else "-paper"
    return blocks.modal(
        say("own_records-answer-title"),
        [
            blocks.section(say(f"own_records-answer-about{paper}")),
            blocks.radio(OUTCOME, say("own_records-outcome"), offered),
            blocks.text_input(REASON, say("own_records-reason"), hint=say("own_records-reason-hint")),
        ],
        close=say("cancel-button"), submit=say(f"own_records-answer-submit{paper}"), callback_id=SAVE,
        token=click.token_for(SAVE, row=case.id, rev=case.rev),
    )  # fmt: skip


def read_answer(fields: Fields) -> tuple[str, str]:
    """Raises Refused at the field that does not fit."""
    return choice(fields, OUTCOME, (*OUTCOMES, LONGER)), text(fields, REASON)


def log(click: Click, waits: Sequence[Case], answered: Sequence[Case], ledger: Ledger) -> View:
    """What waits and what was answered in the policy's days, without names; the button opens one."""
    say = click.say
    ordered = sorted([*waits, *answered], key=_of_the_log)
    rows = [_logged(click, case, ledger) for case in ordered][: blocks.PAGE]
    body = [blocks.context(say("own_records-log-about", days=ledger.policy.own_records.kept_days))]
    body += rows or [blocks.section(say("own_records-none"))]
    if offered(click.who.person, ledger, ledger.office.day(click.now)):
        body.append(
            blocks.actions(blocks.button(say("own_records-entering-button"), ENTERING, click.token_for(ENTERING)))
        )
    return blocks.modal(say("own_records-log-title"), body, close=say("close-button"))


def over(click: Click, verb: str) -> View:
    """It is gone."""
    return blocks.modal(
        click.say("own_records-case-title"), [blocks.section(click.say(f"own_records-{verb}-done"))],
        close=click.say("close-button"),
    )  # fmt: skip


def holdings(click: Click, ledger: Ledger) -> list[Holding]:
    """One's own requests, each with the way to it."""
    own_ones = ledger.open_cases(click.who.person, Purpose.REQUESTER, FLOW)
    title = click.say("own_records-held")
    return [Holding(title, lines(click, case, ledger), CASE, case.id) for case in own_ones] or [Holding(title)]


def lines(click: Click, case: Case, ledger: Ledger) -> list[tuple[str, str]]:
    """Every field in which something stands, with its label."""
    say, body = click.say, case.body
    said, extended = body.get("answer", {}), body.get("extended", {})
    found = {
        "asked_on": day(click, body["asked_on"]),
        "way": say(f"own_records-way-{body['way']}") if "way" in body else "",
        WHAT: say(f"own_records-what-{body[WHAT]}"),
        SUBJECT: _subject(click, case, ledger),
        TEXT: body[TEXT],
        "answered_by": role(click, body["answered_by"], ledger) if body[SUBJECT] != PAPER else "",
        "due_on": "" if said else day(click, body["due_on"]),
        "extended": extended.get(REASON, ""),
        OUTCOME: joined(click, (say(f"own_records-outcome-{said[OUTCOME]}"), day(click, said["on"]))) if said else "",
        REASON: said.get(REASON, ""),
    }
    return [(say(f"own_records-held-{name}"), value) for name, value in found.items() if value]


def _of_the_log(case: Case) -> tuple[bool, str]:
    """What waits first, the nearest day first; then the answers by their days."""
    said = case.body.get("answer")
    return bool(said), str(said["on"] if said else case.body["due_on"])


def _logged(click: Click, case: Case, ledger: Ledger) -> Block:
    said = case.body.get("answer")
    state = click.say(f"own_records-outcome-{said['outcome']}") if said else click.say("own_records-log-waits")
    on = day(click, said["on"] if said else case.body["due_on"])
    words = joined(click, (on, click.say(f"own_records-what-{case.body[WHAT]}"), _subject(click, case, ledger), state))
    button = blocks.button(click.say("own_records-open"), CASE, click.token_for(CASE, row=case.id))
    return blocks.section(words) | {"accessory": button}


def _where(click: Click, case: Case) -> list[Block]:
    """The promise, or that it was missed, and what can be done then (G13)."""
    if case.state == ANSWERED:
        return []
    missed = "missed_on" in case.body
    return [blocks.section(click.say("own_records-missed" if missed else "own_records-promise", day=due_on(case)))]


def _subject(click: Click, case: Case, ledger: Ledger) -> str:
    key = case.body[SUBJECT]
    if key == PAPER:
        return click.say("own_records-subject-paper")
    found = next((row for row in ledger.policy.own_records.subjects if row.key == key), None)
    return key if found is None else found.ja if click.language == "ja" else found.en


def _desk(click: Click, key: str, ledger: Ledger) -> str:
    """Office and names of who would read it today."""
    desk = next(row.answered_by for row in ledger.policy.own_records.subjects if row.key == key)
    found = answering(desk, click.who.person, ledger, ledger.office.day(click.now))
    return click.say(
        "own_records-office", office=role(click, desk, ledger),
        names=people(click, found, ledger) if found else click.say("own_records-none"),
    )  # fmt: skip
