"""The guideline's screens: its text for everybody, the figures for its publisher, the form to publish it (Aki 3)."""

from collections.abc import Sequence
from datetime import date

from bot.errors import Refused
from bot.handlers import blocks, fields
from bot.handlers.blocks import Block, View
from bot.handlers.flow import Click
from bot.handlers.harassment.rules import guideline as rules
from bot.handlers.harassment.rules.guideline import Text
from bot.rules.cases import Case
from bot.rules.ledger import Ledger
from bot.rules.people import Role

TITLE, PARTS = "title", ("part_1", "part_2", "part_3")


def read_text(given: fields.Fields) -> Text:
    """What its publisher typed. Raises Refused at the field that does not fit."""
    title = fields.text(given, TITLE, max_length=blocks.LABEL)
    parts = tuple(part for name in PARTS if (part := fields.text(given, name)))
    if not title:
        raise Refused("field-choose", TITLE)
    if not parts:
        raise Refused("harassment-guideline-empty", PARTS[0])
    return Text(title, parts)


def screen(click: Click, case: Case | None, ledger: Ledger, hats: frozenset[Role]) -> View:
    """The text with what this reader can do about it, and the way for whoever was heard (K11)."""
    body = [] if case is None else _text(click, case)
    if case is None:
        body.append(blocks.section(click.say("harassment-guideline-none")))
    else:
        body += _reading(click, case, ledger)
        if Role.UNIT_HEAD in hats:
            body += _making_known(click, case, ledger)
    if Role.AFFAIRS_HEAD in hats:
        body += [blocks.divider(), *_publishing(click, case, ledger)]
    body += [blocks.divider(), blocks.actions(_button(click, "witness"))]
    return blocks.modal(click.say("harassment-guideline-title"), body, close=click.say("close-button"))


def form(click: Click, case: Case | None) -> View:
    """The form to publish it, with the text that is valid now to go on from."""
    say, old = click.say, case.body if case else {}
    parts = [*old.get("parts", ()), *([""] * len(PARTS))]
    labels = ("harassment-guideline-text", *(["harassment-guideline-more"] * (len(PARTS) - 1)))
    return blocks.modal(
        say("harassment-guideline-title"),
        [
            blocks.section(say("harassment-guideline-form-about")),
            blocks.line_input(TITLE, say("harassment-guideline-name"), initial=old.get("title", "")),
            *(
                blocks.text_input(name, say(label), initial=part)
                for name, label, part in zip(PARTS, labels, parts, strict=False)
            ),
        ],
        close=say("cancel-button"), submit=say("harassment-guideline-submit"),
        callback_id="harassment.guideline_publish", token=click.token_for("harassment.guideline_publish"),
    )  # fmt: skip


def door(click: Click) -> dict[str, object]:
    """The button on Home that everybody has."""
    return _button(click, "guideline")


def due(click: Click) -> Block:
    """What waits for its publisher: this fiscal year's text."""
    return _row(click, "harassment-guideline-due")


def unknown(click: Click) -> Block:
    """What waits for a unit head: that it is made known in the unit."""
    return _row(click, "harassment-guideline-unknown")


def _text(click: Click, case: Case) -> list[Block]:
    published = date.fromisoformat(case.body["on"])
    return [
        blocks.header(case.body["title"]),
        *(blocks.section(part) for part in case.body["parts"]),
        blocks.context(click.say("harassment-guideline-published", year=str(published.year), day=published)),
    ]


def _reading(click: Click, case: Case, ledger: Ledger) -> Sequence[Block]:
    if rules.has_read(click.who.person, case, ledger):
        return [blocks.context(click.say("harassment-guideline-have-read"))]
    return [
        blocks.actions(_button(click, "guideline_read", case)),
        blocks.context(click.say("harassment-guideline-read-about")),
    ]


def _making_known(click: Click, case: Case, ledger: Ledger) -> Sequence[Block]:
    if rules.has_made_known(click.who.person, case, ledger):
        return [blocks.context(click.say("harassment-guideline-made-known"))]
    return [
        blocks.section(click.say("harassment-guideline-make-known")),
        blocks.actions(_button(click, "guideline_known", case)),
    ]


def _publishing(click: Click, case: Case | None, ledger: Ledger) -> Sequence[Block]:
    lines = _figures(click, case, ledger) if case else []
    if rules.is_due(ledger, ledger.office.day(click.now)):
        lines.append(click.say("harassment-guideline-year"))
    return [*blocks.sections(lines), blocks.actions(_button(click, "guideline_write"))]


def _figures(click: Click, case: Case, ledger: Ledger) -> list[str]:
    today, say = ledger.office.day(click.now), click.say
    shown, (known, heads) = rules.rate(case, ledger, today), rules.made_known(case, ledger, today)
    read = shown.cells.get(rules.READ)
    total = shown.total
    rate = "harassment-guideline-rate" if read is not None else "harassment-guideline-rate-hidden"
    return [
        say(rate, read=read or 0, total=total or 0),
        say("harassment-guideline-heads", known=known, heads=heads),
    ]


def _button(click: Click, verb: str, case: Case | None = None) -> dict[str, object]:
    action = f"harassment.{verb}"
    token = click.token_for(action, row=case.id, rev=case.rev) if case else click.token_for(action)
    return blocks.button(click.say(f"harassment-{verb.replace('_', '-')}-button"), action, token)


def _row(click: Click, words: str) -> Block:
    action = "harassment.guideline"
    return blocks.actions(blocks.button(click.say(words), action, click.token_for(action)))
