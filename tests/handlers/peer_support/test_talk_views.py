"""The screens of a talk and of a private note, what a note and a name that is kept back are."""

from dataclasses import replace

import pytest

from bot.errors import Refused
from bot.handlers.peer_support.rules import note as notes
from bot.handlers.peer_support.rules.reveal import reveal
from bot.handlers.peer_support.rules.sight import is_named
from bot.handlers.peer_support.rules.talk import Proposal
from bot.handlers.peer_support.views import note as note_views
from bot.handlers.peer_support.views import talk as views
from bot.handlers.peer_support.views.paging import number_in, page_of, row_of
from bot.rules.cases import Record
from bot.rules.people import Person
from bot.sandbox.strictness import check_view
from bot.sandbox.words_seen import words_in
from tests import fakes
from tests.fakes import ASKER, OTHER, SUPPORTER
from tests.handlers.peer_support.test_talk_rules import LATER, PLAN, case, ledger, said, talked, texts


class TestTheNoteAndTheName:
    def test_a_note_is_its_authors_alone(self) -> None:
        entries: list[Record] = []
        for text in ("first", "second"):
            entries.append(said(notes.note(text, SUPPORTER, case(), ledger(*entries), LATER)))

        assert notes.notes_of(SUPPORTER, case(), ledger(*entries[::-1])) == ("first", "second")
        assert notes.notes_of(OTHER, case(), ledger(*entries)) == ()
        assert texts(ASKER, case(), entries) == []
        assert isinstance(notes.note("", SUPPORTER, case(), ledger(), LATER), Refused)

    def test_a_name_is_told_once_and_the_other_side_hears_that_there_is_news(self) -> None:
        nameless = case(body={**case().body, "named": False})
        decision = reveal(nameless, ledger(), LATER)

        assert is_named(replace(nameless, body=decision.body or {}))
        assert [notice.recipient for notice in decision.notices] == [SUPPORTER]


LONG = "𠮷" * 200
CROWD = [
    Person(ASKER, LONG, "Citizens", "1F"), Person(SUPPORTER, LONG, "Citizens", "1F"), Person(OTHER, LONG, "Tax", "2F"),
]  # fmt: skip


class TestTheScreens:
    @pytest.mark.parametrize("language", ["ja", "en"])
    @pytest.mark.parametrize("named", [True, False])
    def test_slack_takes_every_one_with_the_longest_names_and_texts_too(self, language: str, named: bool) -> None:
        long = Proposal("2026-09-30", "場" * views.LONGEST_PLACE, "in_person")
        entries = talked(*[(ASKER if n % 2 else SUPPORTER, "あ" * views.LONGEST, long) for n in range(25)])  # type: ignore[misc]
        for state in ("requested", "unanswered", "accepted", "closing"):
            about = case(state, body={**case().body, "named": named})
            for who in (ASKER, SUPPORTER):
                click, full = fakes.click(who, language), ledger(*entries, rows=CROWD)
                shown = [views.talk(click, about, full, page=page) for page in range(4)]
                shown += [views.talk(click, about, full, proposing=True), views.talk(click, about, ledger())]
                shown += [views.sent(click, about, full)]
                shown += [note_views.note(click, about, ["あ" * note_views.LONGEST] * 50, page=page) for page in (0, 2)]
                shown += [note_views.saved(click, about, ["あ"])]
                for view in shown:
                    check_view(view)
                    assert "mrkdwn" not in str(view)

    def test_a_name_that_is_kept_back_is_on_no_screen_of_the_other_side(self) -> None:
        nameless = case(body={**case().body, "named": False})
        full = ledger(*talked((ASKER, "a", PLAN), (SUPPORTER, "b"), (ASKER, "c")))
        words = "\n".join(words_in(views.talk(fakes.click(SUPPORTER), nameless, full)["blocks"]))

        assert "Asker" not in words
        assert full.case_ref(nameless, SUPPORTER) in words

    def test_pages_run_from_the_newest_and_hold_everything_once(self) -> None:
        items = list(range(23))
        pages = [page_of(items, number, 10) for number in range(3)]

        assert [one for page in pages[::-1] for one in page.items] == items
        assert [(page.earlier, page.later) for page in pages] == [(1, None), (2, 0), (None, 1)]
        assert page_of([], 5, 10).items == []
        assert page_of(items, 99, 10) == pages[-1]
        assert [number_in(row) for row in (row_of("c1", 7), "c1", "c1:x", "")] == [7, 0, 0, 0]
