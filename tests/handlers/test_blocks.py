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


@pytest.mark.parametrize("number", [1, 100, 101, 300])
def test_a_long_list_goes_on_under_its_heading_and_every_one_of_it_can_be_chosen(number: int) -> None:
    many = [(f"v{n}", f"name {n}") for n in range(number)]
    list_ = blocks.select("s", "l", [("near", OPTIONS), ("far", many)], initial=many[-1][0])
    groups = list_["element"]["option_groups"]

    check_view(blocks.modal("t", [list_], close="c", submit="s", callback_id="x", token="t"))
    assert [o["value"] for g in groups[1:] for o in g["options"]] == [value for value, _ in many]
    assert {g["label"]["text"] for g in groups[1:]} == {"far"}
    assert list_["element"]["initial_option"]["value"] == many[-1][0]


def test_lines_that_do_not_fit_go_on_in_the_next_section_under_their_heading() -> None:
    lines = [f"{n:03}" + "あ" * 497 for n in range(13)]
    told = [one["text"]["text"] for one in blocks.sections(lines, again="on")]

    assert all(len(text) <= blocks.TEXT for text in told)
    assert [line for text in told for line in text.split("\n") if line != "on"] == lines
    assert [text.startswith("on\n") for text in told] == [False, True, True]
    assert blocks.sections([]) == []


@pytest.mark.parametrize(("number", "words", "pages"), [(0, "", 1), (80, "x", 1), (81, "x", 2), (17, LONG[:3000], 2)])
def test_pages_keep_to_what_slack_takes_and_lose_nothing(number: int, words: str, pages: int) -> None:
    sections = [blocks.section(f"{n:02}{words}"[:3000]) for n in range(number)]
    made = blocks.pages(sections)

    assert [one for page in made for one in page] == sections
    assert len(made) == pages
    for page in made:
        check_view(blocks.modal("t", [*page, blocks.divider()], close="c"))


def test_a_screen_without_submit_is_no_form() -> None:
    assert "private_metadata" not in blocks.modal("t", [blocks.section("x")], close="c", token="0" * 200)
