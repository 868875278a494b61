"""The private draft to one's superior: written, shown for copying, thrown away (Yam 10(4)(1))."""

from datetime import date

from bot.handlers import blocks
from bot.handlers.blocks import View
from bot.handlers.flow import Click
from bot.rules.cases import Case

TEXT = "text"
ENDINGS = ("draft_sent", "draft_thrown")


def form(click: Click, case: Case | None) -> View:
    """Writing: begins with a plain template, goes on with what was kept."""
    say = click.say
    text = str(case.body["text"]) if case else say("peer_support-draft-template")
    return blocks.modal(
        say("peer_support-draft-title"),
        [
            blocks.section(say("peer_support-draft-about")),
            blocks.text_input(TEXT, say("peer_support-draft-text"), hint=say("peer_support-draft-hint"), initial=text),
        ],
        close=say("cancel-button"),
        submit=say("peer_support-draft-submit"),
        callback_id="peer_support.keep_draft",
        token=click.token_for("peer_support.keep_draft", row=case.id if case else ""),
    )


def kept(click: Click, case: Case, until: date) -> View:
    """For copying: sending is the person's own act, by whatever way they choose."""
    say = click.say
    return blocks.modal(
        say("peer_support-draft-title"),
        [
            blocks.section(say("peer_support-draft-copy")),
            blocks.divider(),
            blocks.section(str(case.body["text"])),
            blocks.divider(),
            blocks.context(say("peer_support-draft-kept", day=until)),
            blocks.actions(*(_button(click, case, verb) for verb in ("edit_draft", *ENDINGS))),
        ],
        close=say("close-button"),
    )


def _button(click: Click, case: Case, verb: str) -> dict[str, object]:
    kind = f"peer_support.{verb}"
    return blocks.button(click.say(f"peer_support-{verb}-button"), kind, click.token_for(kind, row=case.id))
