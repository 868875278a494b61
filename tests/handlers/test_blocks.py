"""Every builder makes what Slack takes, also from words that are too long or would mean something in markup."""

import pytest

from bot.handlers import blocks
from bot.sandbox.strictness import check_view

HOSTILE = "<!channel> <@U1|x> *b* `c` <https://example.invalid|y> &amp;"
LONG = "𠮷" * 4000
OPTIONS = [("a", LONG), ("b", HOSTILE)]


def everything(words: str) -> list[blocks.Block]:
    return [
        blocks.header(words),
        blocks.section(words),
        blocks.context(words),
        blocks.divider(),
        blocks.actions(blocks.button(words, "x.one", "v"), blocks.button(words, "x.two", "v", style="danger")),
        blocks.actions(blocks.button(words, "x.one", "v"), block_id="named"),
        blocks.text_input("t1", words, hint=words, initial="typed"),
        blocks.text_input("t2", words, max_length=10),
        blocks.radio("r1", words, OPTIONS, initial="b"),
        blocks.radio("r2", words, OPTIONS, initial="gone", optional=True),
        blocks.select("s1", words, [(words, OPTIONS), ("empty", [])], initial="a", hint=words),
    ]


@pytest.mark.parametrize("words", ["言葉", HOSTILE, LONG])
def test_slack_takes_every_block_in_a_form_and_in_home(words: str) -> None:
    form = blocks.modal(words, everything(words), close=words, submit=words, callback_id="x.form", token="0" * 200)

    check_view(form)
    check_view(blocks.home_tab(everything(words)), ("home",))


def test_typed_words_are_plain_text_everywhere() -> None:
    view = blocks.modal("t", everything(HOSTILE), close="c", submit="s", callback_id="x", token="t")

    assert "mrkdwn" not in str(view)


def test_what_is_too_long_ends_with_an_ellipsis() -> None:
    assert blocks.plain("abcdef", 6)["text"] == "abcdef"
    assert blocks.plain("abcdefg", 6)["text"] == "abcde…"


def test_an_earlier_choice_is_chosen_again_and_a_lost_one_is_not() -> None:
    kept, lost = blocks.radio("r", "l", OPTIONS, initial="b"), blocks.radio("r", "l", OPTIONS, initial="gone")

    assert kept["element"]["initial_option"]["value"] == "b"
    assert "initial_option" not in lost["element"]


def test_a_screen_without_submit_is_no_form() -> None:
    assert "private_metadata" not in blocks.modal("t", [blocks.section("x")], close="c", token="0" * 200)
