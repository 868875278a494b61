"""Hostile payloads: nobody is let in, nothing happens twice, and who asks politely is answered politely."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.rules.cases import Purpose
from bot.sandbox.payloads import user
from bot.sandbox.socket_mode import Unanswered
from bot.sandbox.town import Town
from tests.handlers import forged
from tests.journeys import people as p

STRANGER, GUEST, BOT, LEFT = "U0NEIGHBOUR", "U0GUEST", "U0ROOMBOT", "U0NISHIMURA"
ANOTHER = "U0KONDO"
PHONE = "2101"
NOT_SHOWN = "この内容は、いまは表示できません。"


async def form(town: Town, person: str = p.ASKER, message: str = "とっておきたい文") -> None:
    """The form of a request, filled in and not yet sent."""
    await p.go_home(town, person)
    who = await p.press(town, person, "peer_support.start")
    chosen = p.option(who.modal or {}, "supporter", "林 さくら")
    await who.fill({"topic": "work", "supporter": chosen, "means": "phone", "message": message})


async def nothing_happened(town: Town, *people: str) -> bool:
    cases = [await forged.cases_of(town, person) for person in people or (p.ASKER,)]
    return not any(cases) and await forged.waiting(town) == 0


async def test_an_unknown_type_of_payload_changes_nothing_and_the_next_one_is_served(town: Town) -> None:
    await form(town)
    strange = forged.submission(town, p.ASKER) | {"type": "quantum_leap"}
    with pytest.raises(Unanswered):
        await forged.send(town, strange)
    assert await nothing_happened(town)
    await forged.send(town, forged.submission(town, p.ASKER))
    assert len(await forged.cases_of(town, p.ASKER)) == 1


@pytest.mark.parametrize("change", [{"user": {"id": p.ASKER, "team_id": "T0EVIL"}}, {"api_app_id": "A0EVIL"}])
async def test_a_payload_of_another_team_or_app_is_refused_with_the_phone(town: Town, change: forged.Json) -> None:
    await form(town)
    answer = await forged.send(town, forged.submission(town, p.ASKER) | change)
    (sentence,) = answer["errors"].values()
    assert "ほかの組織の方" in sentence
    assert PHONE in sentence
    assert await nothing_happened(town)


@pytest.mark.parametrize("change", [{"team_id": "T0EVIL"}, {"api_app_id": "A0EVIL"}])
async def test_another_team_or_app_cannot_deactivate_a_member(town: Town, change: forged.Json) -> None:
    gone = user(replace(town.sandbox.workspace.members[p.SUPPORTER], deleted=True), locale=False)
    await forged.event(town, town.sandbox.payloads.event({"type": "user_change", "user": gone}) | change)
    await p.ask(town)
    await town.step_by(minutes=6)
    assert len(p.sentences(town, p.SUPPORTER)) == 1


@pytest.mark.parametrize("person", [STRANGER, GUEST])
async def test_a_stranger_or_guest_reads_on_home_whom_to_phone(town: Town, person: str) -> None:
    visitor = await p.go_home(town, person)
    assert PHONE in visitor.text()
    assert "peer_support" not in str(visitor.home)


@pytest.mark.parametrize(
    ("becomes", "said"),
    [
        ({"stranger": True}, "ほかの組織の方"),
        ({"guest": True}, "お困りのとき"),
        ({"is_bot": True}, "このアカウントは"),
        ({"deleted": True}, "このアカウントは"),
    ],
)
async def test_who_is_no_member_any_more_is_refused_with_the_phone_and_keeps_the_words(
    town: Town, becomes: dict[str, bool], said: str
) -> None:
    await form(town)
    town.sandbox.change_member(replace(town.sandbox.workspace.members[p.ASKER], **becomes))
    await town.sandbox.quiet()
    asker = town.sandbox.person(p.ASKER)
    await asker.submit()
    (sentence,) = asker.errors.values()
    assert said in sentence
    assert PHONE in sentence
    assert asker.values["message"]["input"]["value"] == "とっておきたい文"
    assert await nothing_happened(town)


async def test_somebody_this_process_has_not_met_is_known_with_the_next_press(town: Town) -> None:
    newcomer = replace(town.sandbox.workspace.members[ANOTHER], id="U0NEWCOMER")
    town.sandbox.workspace.change_member(newcomer)  # the event has been lost
    await forged.send(town, forged.press(town, newcomer.id, "home.help", "x"))
    assert "1分ほど待って" in town.sandbox.person(newcomer.id).text()
    visitor = await p.go_home(town, newcomer.id)
    assert "話を聞いてもらう" in visitor.text()


async def test_the_same_event_four_times_at_once_and_once_later_has_one_effect(town: Town) -> None:
    event = typed(town, "こんにちは")
    await asyncio.gather(*(forged.event(town, event) for _ in range(4)))
    await town.step_by(minutes=30)
    await forged.event(town, event)
    await town.step_by(minutes=30)
    assert len(answers(town)) == 1


@pytest.mark.parametrize(
    "change",
    [
        {"bot_id": "B0OTHER"},
        {"subtype": "bot_message", "bot_id": "B0OTHER"},
        {"subtype": "message_changed", "message": {"user": p.ASKER, "text": "x"}},
        {"subtype": "message_deleted", "previous_message": {"user": p.ASKER, "text": "x"}},
        {"user": "U0MADOGUCHI", "bot_id": "B0MADOGUCHI"},
        {"channel_type": "channel"},
    ],
    ids=["another bot", "bot_message", "edited", "deleted", "our own", "in a channel"],
)
async def test_what_no_person_wrote_to_us_is_not_answered(town: Town, change: forged.Json) -> None:
    payload = typed(town, "x")
    payload["event"] |= change
    await forged.event(town, payload)
    await town.step_by(minutes=30)
    assert answers(town) == []


async def test_our_own_answer_and_its_echo_do_not_answer_themselves(town: Town) -> None:
    await town.sandbox.person(p.ASKER).type_message("こんにちは")
    await town.sandbox.quiet()
    await town.step_by(minutes=1)
    (answer,) = answers(town)
    echo = {"type": "message", "user": "U0MADOGUCHI", "bot_id": "B0MADOGUCHI", "text": answer, "channel_type": "im"}
    town.sandbox.send_event(echo)
    await town.sandbox.quiet()
    await town.step_by(days=1)
    assert len(answers(town)) == 1


@pytest.mark.parametrize("kind", ["application/pdf", "audio/mp4", "image/png"])
async def test_a_file_is_neither_fetched_nor_kept_and_the_person_is_told(town: Town, kind: str) -> None:
    payload = typed(town, "")
    address = f"{town.sandbox.address}/api/files.info"
    file = {"id": "F0CANARY", "mimetype": kind, "url_private": address, "url_private_download": address}
    payload["event"] |= {"subtype": "file_share", "files": [file]}
    await forged.event(town, payload)
    await town.step_by(minutes=1)
    (answer,) = answers(town)
    assert answer.startswith("ファイルは受け取れません。")
    assert not [call for call in town.sandbox.web_api.calls if call.startswith("files.")]
    assert b"F0CANARY" not in stored(town)


async def test_a_typed_story_is_neither_kept_nor_repeated(town: Town) -> None:
    await town.sandbox.person(p.ASKER).type_message("CANARY7f3a の話です")
    await town.sandbox.quiet()
    await town.step_by(minutes=1)
    (answer,) = answers(town)
    assert "ここに書いた文は、Slackに残ります" in answer
    assert "CANARY" not in answer
    assert b"CANARY7f3a" not in stored(town)


async def test_a_form_or_button_of_somebody_else_is_refused(town: Town) -> None:
    await form(town)
    await p.go_home(town, ANOTHER)
    answer = await forged.send(town, forged.submission(town, ANOTHER, of=p.ASKER))
    assert NOT_SHOWN in str(answer["errors"])

    door = forged.value_of(town.sandbox.person(p.ASKER).home or {}, "peer_support.start")
    await forged.send(town, forged.press(town, ANOTHER, "peer_support.start", door))
    assert NOT_SHOWN in town.sandbox.person(ANOTHER).text()
    assert await nothing_happened(town, p.ASKER, ANOTHER)


async def test_the_token_of_one_action_opens_no_other(town: Town) -> None:
    await p.ask(town)
    asker = await p.go_home(town, p.ASKER)
    assert asker.home is not None
    for verb in ("withdraw", "accept", "forget", "end"):
        value = forged.value_of(asker.home, "peer_support.case")
        await forged.send(town, forged.press(town, p.ASKER, f"peer_support.{verb}", value))
        assert NOT_SHOWN in asker.text(), verb
    (case,) = await forged.cases_of(town, p.ASKER)
    assert (case.state, case.rev) == ("requested", 1)


async def test_a_form_older_than_31_days_says_so_and_keeps_nobody_waiting(town: Town) -> None:
    await form(town)
    town.clock.move_by(timedelta(days=32))
    asker = town.sandbox.person(p.ASKER)
    await asker.submit()
    await town.sandbox.quiet()
    assert "期限が切れています" in asker.text()
    assert "ホームを開いて" in asker.text()
    await asker.close()
    assert asker.values["message"]["input"]["value"] == "とっておきたい文"  # to copy from
    assert await nothing_happened(town)
    await p.ask(town)
    assert len(await forged.cases_of(town, p.ASKER)) == 1


async def test_a_made_up_value_is_refused_without_a_word_about_why(town: Town) -> None:
    await p.ask(town)
    asker = await p.go_home(town, p.ASKER)
    good = forged.value_of(asker.home or {}, "peer_support.case")
    flipped = good[:50] + ("A" if good[50] != "A" else "B") + good[51:]
    for value in ("", "x", "A" * 200, "A" * 2000, good[:-1], good + "A", flipped, "１" * 200, None, 7, {"a": 1}, []):
        await forged.send(town, forged.press(town, p.ASKER, "peer_support.case", value))
        assert NOT_SHOWN in asker.text(), repr(value)[:20]
        await asker.close(everything=True)
    assert await forged.send(town, forged.press(town, p.ASKER, "peer_support.nonsense", good)) == {}
    assert asker.modal is None


async def test_missing_and_added_parts_of_a_form_are_errors_at_their_fields(town: Town) -> None:
    await form(town)
    complete = forged.submission(town, p.ASKER)
    values = complete["view"]["state"]["values"]
    never_offered = {"input": {"type": "radio_buttons", "selected_option": {"value": "nonsense"}}}
    cases = (
        ("supporter", {}),
        ("supporter", {**values, "supporter": {}}),
        ("supporter", {key: value for key, value in values.items() if key != "supporter"}),
        ("topic", {**values, "topic": never_offered}),
        ("means", {**values, "means": never_offered}),
    )
    for field, changed in cases:
        view = complete["view"] | {"state": {"values": changed}}
        answer = await forged.send(town, complete | {"view": view})
        assert answer == {"response_action": "errors", "errors": {field: "一つ選んでください。"}}
    assert await nothing_happened(town)

    more = {**values, "zzz": {"a": {"type": "plain_text_input", "value": "CANARYextra"}}}
    view = complete["view"] | {"state": {"values": more}}
    await forged.send(town, complete | {"view": view})
    (case,) = await forged.cases_of(town, p.ASKER)
    assert "CANARYextra" not in str(case)


async def test_a_supporter_whose_term_has_ended_meanwhile_cannot_be_sent_to(town: Town) -> None:
    town.clock.move_to(datetime(2027, 3, 31, 6, tzinfo=UTC))
    await form(town)
    town.clock.move_to(datetime(2027, 4, 1, 6, tzinfo=UTC))
    asker = town.sandbox.person(p.ASKER)
    await asker.submit()
    assert asker.errors == {"supporter": "この方には、いまお願いできません。ほかの方を選んでください。"}
    assert asker.values["message"]["input"]["value"] == "とっておきたい文"
    assert await forged.cases_of(town, p.ASKER) == []


async def test_nobody_can_choose_themselves(town: Town) -> None:
    await form(town)
    of_asker = forged.submission(town, p.ASKER)["view"]["state"]["values"]["supporter"]
    await p.go_home(town, p.SUPPORTER)
    own = await p.press(town, p.SUPPORTER, "peer_support.start")
    await own.fill({"topic": "work", "supporter": p.option(own.modal or {}, "supporter", "森"), "means": "phone"})
    payload = forged.submission(town, p.SUPPORTER)
    payload["view"]["state"]["values"]["supporter"] = of_asker  # 林 さくら, who is pressing
    answer = await forged.send(town, payload)
    assert answer["errors"] == {"supporter": "この方には、いまお願いできません。ほかの方を選んでください。"}
    assert await forged.cases_of(town, p.SUPPORTER) == []


async def test_an_old_button_shows_the_case_as_it_is_now_and_goes_on_from_there(town: Town) -> None:
    await p.swear(town, p.SUPPORTER)
    await p.ask(town)
    await p.go_home(town, p.SUPPORTER)
    supporter = await p.press(town, p.SUPPORTER, "peer_support.case")
    await town.step_by(days=5)  # without an answer the case moves on by itself
    (case,) = await forged.cases_of(town, p.SUPPORTER, Purpose.HANDLER)
    assert case.state == "unanswered"

    await p.press(town, p.SUPPORTER, "peer_support.accept")
    assert "この件は、もう先へ進んでいます。" in supporter.text()
    assert "石川 葵さん" in supporter.text()
    (case,) = await forged.cases_of(town, p.SUPPORTER, Purpose.HANDLER)
    assert case.state == "unanswered"

    await p.press(town, p.SUPPORTER, "peer_support.accept")
    (case,) = await forged.cases_of(town, p.SUPPORTER, Purpose.HANDLER)
    assert case.state == "accepted"


async def test_an_old_form_of_a_case_shows_the_case_as_it_is_now(town: Town) -> None:
    await p.swear(town, p.SUPPORTER)
    await p.ask(town)
    await p.go_home(town, p.SUPPORTER)
    await p.press(town, p.SUPPORTER, "peer_support.case")
    supporter = await p.press(town, p.SUPPORTER, "peer_support.aside")
    await supporter.fill({"reason": (supporter.modal or {})["blocks"][1]["element"]["options"][0]["value"]})
    await town.step_by(days=5)
    await supporter.submit()
    await town.sandbox.quiet()
    assert "この件は、もう先へ進んでいます。" in supporter.text()
    assert "石川 葵さん" in supporter.text()
    (case,) = await forged.cases_of(town, p.SUPPORTER, Purpose.HANDLER)
    assert case.state == "unanswered"


async def test_an_oath_that_is_still_missing_leaves_the_filled_form_below(town: Town) -> None:
    await p.go_home(town, p.SUPPORTER)
    supporter = await p.press(town, p.SUPPORTER, "peer_support.write_down")
    await p.fill_record(supporter)
    await supporter.submit()
    await town.sandbox.quiet()
    await p.press(town, p.SUPPORTER, "home.swear")
    await supporter.close()
    assert supporter.values["activity"]["input"]["selected_option"]["value"] == "listening"
    await supporter.submit()
    assert "記録しました" in supporter.text()


def typed(town: Town, text: str) -> forged.Json:
    """The event of something typed into the DM."""
    channel = town.sandbox.workspace.state(p.ASKER).channel
    return town.sandbox.payloads.event(
        {"type": "message", "user": p.ASKER, "text": text, "channel": channel, "channel_type": "im", "ts": "1.0"}
    )


def answers(town: Town) -> list[str]:
    return [one.text for one in town.sandbox.person(p.ASKER).messages if one.author == "app"]


def stored(town: Town) -> bytes:
    """Everything that the bot has on its disk."""
    file = Path(town.settings.database_url.removeprefix("sqlite:///"))
    return b"".join(one.read_bytes() for one in file.parent.glob(f"{file.name}*"))
