"""What people type, choose and are called stands on their own screens only: not in Slack, on disk or in a log."""

import base64
import json
import re
from typing import Any

import pytest

from bot.handlers.registry import FLOWS
from bot.handlers.tokens import LENGTH
from tests.canary.conftest import Told
from tests.fakes import WORDS

DAY_JA, DAY_EN = r"\d{1,2}月\d{1,2}日", r"\d{1,2} [A-Z][a-z]+"
NOTICES = {
    "お知らせがあります": "ひらく",
    rf"お願いがあります（{DAY_JA}まで）": "ひらく",
    "There is news for you": "Open",
    rf"There is a request for you \(by {DAY_EN}\)": "Open",
}
# What is no secret is announced in words of its own (Yam 4(3)(1), 6(7)): to everybody, or to a whole unit.
ANNOUNCEMENTS = {
    WORDS.say(f"announcement-{topic}", language): WORDS.say("announcement-open", language)
    for topic in ("directory", "supporters")
    for language in ("ja", "en")
}
TOKEN = re.compile(rf"[A-Za-z0-9_-]{{{LENGTH}}}")


def app_messages(told: Told) -> list[dict[str, Any]]:
    return [message for message in told.seen["kept"]["messages"] if message["from"] == "app"]


def as_exported(told: Told) -> str:
    """Everything that the app put into the workspace, without whose DM it stands in."""
    own = [{k: v for k, v in m.items() if k not in {"with", "with_name"}} for m in app_messages(told)]
    return json.dumps([own, told.seen["kept"]["files"]], ensure_ascii=False)


def without_announcements(text: str) -> str:
    """The same without the sentences that are announced; whatever else stands beside them stays."""
    for sentence in ANNOUNCEMENTS:
        text = text.replace(sentence, "")
    return text


def columns(told: Told) -> dict[str, list[bytes]]:
    """Every value of every column as bytes, hexadecimal ones opened too."""
    opened = {}
    for name, values in told.seen["rows"].items():
        opened[name] = [value.encode() for value in values]
        opened[name] += [bytes.fromhex(value) for value in values if re.fullmatch(r"(?:[0-9a-f]{2})+", value)]
    return opened


def numbered(field: str) -> str:
    """The lines of a form that the organisation decides are one field, however many of them there are."""
    return re.sub(r"_\d+$", "_*", field)


class TestTheStory:
    def test_every_field_of_every_form_had_a_canary(self, told: Told) -> None:
        declared = {numbered(f"{field.form}/{field.block_id}") for flow in FLOWS for field in flow.fields}

        assert {numbered(field) for field in told.seen["typed"].keys() - {"typed/message"}} == declared
        assert all(words for words in told.seen["typed"].values())

    def test_it_was_lived_through_to_the_report(self, told: Told) -> None:
        states = set(told.seen["rows"]["case_file.state"])

        assert {"accepted", "withdrawn", "unanswered", "sent", "closed_empty"} & states >= {"withdrawn", "sent"}
        assert len(app_messages(told)) > 15
        assert len(told.canaries) > 20


class TestWhatSlackKeeps:
    def test_a_message_is_one_of_the_fixed_sentences_or_the_answer_to_typed_text(self, told: Told) -> None:  # G1, G4
        answer = WORDS.say("typed-here", "ja")
        texts = [message["text"] for message in app_messages(told)]

        assert texts.count(answer) == 1
        others = [t for t in texts if t != answer and not any(re.fullmatch(notice, t) for notice in NOTICES)]
        assert {WORDS.say("announcement-directory", "ja"), WORDS.say("announcement-supporters", "ja")} <= set(others)
        assert set(others) <= ANNOUNCEMENTS.keys()

    def test_a_message_holds_that_sentence_and_one_button_and_nothing_else(self, told: Told) -> None:
        for message in app_messages(told):
            section, actions = message["blocks"]
            (button,) = actions["elements"]

            assert set(section) == {"type", "text", "block_id"}
            assert section["text"] == {"type": "plain_text", "text": message["text"], "emoji": False}
            assert set(actions) == {"type", "block_id", "elements"}
            assert re.fullmatch(r"[0-9a-f]{32}", actions["block_id"])
            assert set(button) == {"type", "action_id", "text", "value"}
            assert (button["type"], button["action_id"]) == ("button", "open")
            assert TOKEN.fullmatch(button["value"])
            assert message["metadata"] is None

    def test_it_names_no_flow_not_even_in_ids_and_values(self, told: Told, flow_words: set[str]) -> None:
        export = as_exported(told)
        values = re.findall(rf'"value": "([A-Za-z0-9_-]{{{LENGTH}}})"', export)
        opened = b"".join(base64.urlsafe_b64decode(value) for value in values)

        assert values
        words = {word for word in flow_words if len(word) > 5}
        assert [w for w in words if f'"{w}"' in export or w.encode() in opened] == []
        named = re.compile(r"ピアサポ|ハラスメント|ストレス|[Pp]eer|[Hh]arass|[Ss]tress")
        assert not named.search(without_announcements(export))

    def test_it_holds_no_content_and_no_name_beside_the_two_parties(self, told: Told) -> None:
        assert told.leaks(as_exported(told)) == set()
        assert told.seen["kept"]["files"] == []

    def test_what_somebody_typed_into_the_dm_stays_theirs_alone(self, told: Told) -> None:  # G4
        (canary,) = told.seen["typed"]["typed/message"]
        holders = [m for m in told.seen["kept"]["messages"] if canary in json.dumps(m)]

        assert [(m["from"], m["text"]) for m in holders] == [("person", canary)]

    def test_a_lock_screen_shows_the_sentence_and_a_neutral_sender(self, told: Told, flow_words: set[str]) -> None:
        shown = json.dumps(told.seen["notifications"], ensure_ascii=False)

        assert len(told.seen["notifications"]) == len(app_messages(told))
        assert told.leaks(shown) == set()
        assert len({note["title"] for note in told.seen["notifications"]}) == 1
        assert not any(f'"{word}"' in shown for word in flow_words)


class TestTheDatabase:
    def test_no_column_of_any_table_holds_a_canary_a_name_or_a_slack_id(self, told: Told) -> None:
        found = {name: told.leaks(b"\n".join(values)) for name, values in columns(told).items()}

        assert {name: words for name, words in found.items() if words} == {}
        assert {"case_file.body", "record.body", "outbox.payload", "audit.actor", "person.body"} <= found.keys()

    def test_what_was_withdrawn_has_neither_key_nor_ciphertext(self, told: Told) -> None:
        rows = told.seen["rows"]
        ended = {
            case_id: (body, identity)
            for case_id, state, body, identity in zip(
                rows["case_file.id"], rows["case_file.state"], rows["case_file.body"], rows["case_file.identity"],
                strict=True,
            )
            if state == "withdrawn"
        }  # fmt: skip

        assert set(ended.values()) == {("None", "None")}
        assert not ended.keys() & {*rows["case_key.case_id"], *rows["party.case_id"]}

    @pytest.mark.parametrize("when", ["running-", ""])
    def test_neither_do_the_files_of_sqlite_while_it_runs_and_afterwards(self, told_on_sqlite: Told, when: str) -> None:
        files = {file.name: file.read_bytes() for file in told_on_sqlite.folder.glob(f"{when}madoguchi.db*")}

        assert {name: told_on_sqlite.leaks(content) for name, content in files.items()} == {
            name: set() for name in files
        }
        assert f"{when}madoguchi.db" in files
        assert not when or "running-madoguchi.db-wal" in files


class TestTheLog:
    def test_at_debug_it_holds_no_canary_no_name_no_id_and_no_secret(self, told: Told) -> None:
        assert told.leaks(told.log) == set()
        assert not re.search(r"xox[bp]-|xapp-|\bU0[A-Z]{3,}|\bD0[A-Z]{3,}|canary_", told.log)

    def test_it_was_at_debug_and_no_error_happened(self, told: Told) -> None:
        assert "DEBUG slack_sdk" in told.log
        assert "attempt" in told.log
        assert not re.search(r"^(ERROR|CRITICAL) ", told.log, re.MULTILINE)
