"""Every form in hostile hands: refused without a trace, done once however often it is sent."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from sqlalchemy import func, select

from bot.sandbox.persons import Driver
from bot.sandbox.strictness import choices
from bot.sandbox.town import Town
from bot.store import models
from tests.handlers import forged
from tests.handlers.harassment import arranging_forms, committee_forms, entry_forms, facts_forms
from tests.handlers.stress_check import analysis_forms, interview_forms, results_forms, round_forms, taking_forms
from tests.journeys import people as p
from tests.journeys import test_advice as advice
from tests.journeys import test_boss as boss
from tests.journeys import test_danger as danger
from tests.journeys import test_directory as training
from tests.journeys import test_living_roster as roster
from tests.journeys import test_own_records as own
from tests.journeys import test_talk as talk
from tests.journeys.test_practice import practise

ANOTHER, UNIT_HEAD = "U0KONDO", roster.CITIZENS_HEAD
TOO_LONG, TURNED, UNREADABLE = "あ" * 3001, "a\u202eb", "a\x00b"
NEVER_OFFERED = "nonsense"
WHOLE = (models.CaseRow, models.PersonRow, models.AppointmentRow)
COUNTED = (models.RecordRow, models.PartyRow, models.ConsentRow, models.DeadlineRow, models.OutboxRow, models.CountRow)


async def taken_on(town: Town) -> None:
    """A request that its supporter has taken on."""
    await p.ask(town)
    await p.slot(town)
    await p.accept(town, p.SUPPORTER)


async def more(town: Town, person: str, what: str) -> Driver:
    """One's own side of the only request, and what else can be done there."""
    await taken_on(town)
    await p.open_own(town, person)
    await p.press(town, person, "peer_support.more")
    return await p.press(town, person, what)


async def write(town: Town) -> Driver:
    await taken_on(town)
    await talk.open_talk(town, p.ASKER)
    return await p.press(town, p.ASKER, "peer_support.propose")


async def reply(town: Town) -> Driver:
    await taken_on(town)
    return await talk.open_talk(town, p.SUPPORTER)


async def note(town: Town) -> Driver:
    return await more(town, p.SUPPORTER, "peer_support.note")


async def ask_advice(town: Town) -> Driver:
    await p.swear(town, p.SUPPORTER)
    return await advice.write(town, p.SUPPORTER, "眠れないそうです。")


async def answer_advice(town: Town) -> Driver:
    await advice.ask(town)
    await p.slot(town)
    return await p.open_notice(town, p.COORDINATOR)


async def draft(town: Town) -> Driver:
    return await more(town, p.ASKER, "peer_support.draft")


async def refer(town: Town) -> Driver:
    who = await more(town, p.SUPPORTER, "peer_support.refer")
    await who.fill({"recipient": p.option(who.modal or {}, "recipient", "松本 正")})
    return who


async def consent(town: Town) -> Driver:
    who = await refer(town)
    await who.submit({"fields": ["name"]})
    await p.open_own(town, p.ASKER)
    return await p.press(town, p.ASKER, "peer_support.question")


async def record_consent(town: Town) -> Driver:
    return await more(town, p.SUPPORTER, "peer_support.record_consent")


async def introduce(town: Town) -> Driver:
    who = await more(town, p.SUPPORTER, "peer_support.introduce")
    await who.fill({"contact": p.option(who.modal or {}, "contact", "木村 奈緒")})
    return who


async def correct(town: Town) -> Driver:
    await p.ask(town)
    await p.open_own(town, p.ASKER)
    await p.press(town, p.ASKER, "peer_support.more")
    return await p.press(town, p.ASKER, "peer_support.correct")


async def away(town: Town) -> Driver:
    await p.swear(town, p.SUPPORTER)
    await p.go_home(town, p.SUPPORTER)
    return await p.press(town, p.SUPPORTER, "peer_support.away")


async def step_aside_in_practice(town: Town) -> Driver:
    await practise(town)
    return await p.press(town, p.SUPPORTER, "peer_support.practice_aside")


async def phone(town: Town) -> Driver:
    return await danger.call(town)


async def raise_danger(town: Town) -> Driver:
    await danger.talk(town)
    return await danger.raise_form(town)


async def name(town: Town) -> Driver:
    await roster.on_screen(town, UNIT_HEAD, "roster.unit")
    who = await p.press(town, UNIT_HEAD, "roster.name")
    await who.fill({"person": p.option(who.modal or {}, "person", "後藤 翼")})
    return who


async def release(town: Town) -> Driver:
    await roster.open_own_appointment(town, UNIT_HEAD, p.SUPPORTER)
    return await p.press(town, UNIT_HEAD, "roster.release")


async def hold(town: Town) -> Driver:
    await training.open_training(town, p.COORDINATOR)
    return await p.press(town, p.COORDINATOR, "roster.hold")


async def learn(town: Town) -> Driver:
    await training.open_training(town, p.SUPPORTER)
    return await p.press(town, p.SUPPORTER, "roster.learn")


async def ask_about_records(town: Town) -> Driver:
    await own.open_records(town, p.ASKER)
    return await p.press(town, p.ASKER, "own_records.ask")


async def answer_about_records(town: Town) -> Driver:
    await own.ask(town)
    await p.slot(town)
    await p.open_notice(town, p.ADMINISTRATOR)
    return await p.press(town, p.ADMINISTRATOR, "own_records.answer")


async def enter_about_records(town: Town) -> Driver:
    return await own.open_entering(town)


HARASSMENT = entry_forms.FORMS | arranging_forms.FORMS | committee_forms.FORMS | facts_forms.FORMS
STRESS = analysis_forms.FORMS | taking_forms.FORMS | interview_forms.FORMS | results_forms.FORMS | round_forms.FORMS


@dataclass(frozen=True)
class Form:
    """How it comes to be open, what its person enters, and which of its fields are typed, chosen or days."""

    opened: Callable[[Town], Awaitable[Driver]]
    entered: Mapping[str, Any] = field(default_factory=dict)
    typed: tuple[str, ...] = ()
    chosen: tuple[str, ...] = ()
    several: tuple[str, ...] = ()
    days: tuple[str, ...] = ()


FORMS = {
    "write": Form(write, {"text": "こんにちは"}, ("text", "place"), ("means",), days=("day",)),
    "reply": Form(reply, {"text": "こんにちは"}, ("text",)),
    "note": Form(note, {"text": "次は体調を聞く"}, ("text",)),
    "ask advice": Form(ask_advice, typed=("shown",)),
    "answer advice": Form(answer_advice, {"text": "どんなときでしょう"}, ("text",)),
    "draft": Form(draft, {"text": "少し話したいです"}, ("text",)),
    "refer": Form(refer, {"fields": ["name"]}, chosen=("recipient",), several=("fields",)),
    "consent": Form(consent, several=("fields",)),
    "record consent": Form(record_consent, {"fields": ["text"]}, several=("fields",)),
    "introduce": Form(introduce, chosen=("contact",)),
    "correct": Form(correct, {"message": "言いかえます"}, ("message",), ("topic", "means")),
    "away": Form(away, {"until": "2026-09-11"}, days=("until",)),
    "practice": Form(step_aside_in_practice, {"reason": "own_load"}, chosen=("reason",)),
    "phone": Form(phone, {"phone": "090-0000-1111"}, ("phone",)),
    "danger": Form(raise_danger, {"ticks": ["danger"]}, several=("ticks", "services")),
    "name": Form(name, {"starts_on": "2026-09-07"}, chosen=("person",), days=("starts_on",)),
    "release": Form(release, {"released_on": "2026-09-07", "reason": "health"}, chosen=("reason",),
                    days=("released_on",)),
    "training": Form(hold, {"title": "研修", "on": "2026-09-24"}, ("title", "place"), days=("on",)),
    "learned": Form(learn, {"title": "資格", "on": "2026-08-01"}, ("title",), days=("on", "until")),
    "own records": Form(ask_about_records, {"what": "see", "subject": "roster", "text": "見たいです"}, ("text",),
                        ("what", "subject")),
    "entered": Form(enter_about_records, own.ENTERED, ("caller", "text"), ("way", "what", "subject"),
                    days=("received",)),
    "answer": Form(answer_about_records, {"outcome": "partly", "reason": "直しました"}, ("reason",), ("outcome",)),
    **{name: Form(**form) for name, form in (HARASSMENT | STRESS).items()},
}  # fmt: skip


async def opened(town: Town, form: Form) -> tuple[str, forged.Json]:
    """The form is open and filled in; gives whose it is and what submitting it would send."""
    who = await form.opened(town)
    await who.fill(form.entered)
    await town.settle()
    return who.id, forged.submission(town, who.id)


async def stored(town: Town) -> list[Any]:
    """What a submitted form could change: cases and people as they are, and how much there is of everything else."""
    whole, counted = ([models.table(row) for row in rows] for rows in (WHOLE, COUNTED))

    def look(unit: Any) -> list[Any]:
        return [
            *(sorted(unit.connection.execute(select(one)).all(), key=str) for one in whole),
            *(unit.connection.execute(select(func.count()).select_from(one)).scalar_one() for one in counted),
        ]

    return await town.program.store.read(look)


def changed(payload: forged.Json, block_id: str, entry: forged.Json) -> forged.Json:
    """The same submission with another value in one field."""
    values = payload["view"]["state"]["values"]
    (action_id,) = values[block_id]
    altered = {**values, block_id: {action_id: {**values[block_id][action_id], **entry}}}
    return payload | {"view": payload["view"] | {"state": {"values": altered}}}


def hostile(form: Form) -> list[tuple[str, forged.Json]]:
    """Each field with what its own client would never send."""
    return [
        *((name, {"value": value}) for name in form.typed for value in (TOO_LONG, TURNED, UNREADABLE)),
        *((name, {"selected_option": {"value": NEVER_OFFERED}}) for name in form.chosen),
        *((name, {"selected_options": [{"value": NEVER_OFFERED}]}) for name in form.several),
        *((name, {"selected_date": value}) for name in form.days for value in ("soon", "2026-13-40")),
    ]


@pytest.mark.parametrize("name", FORMS)
async def test_what_was_never_offered_is_refused_at_its_field_and_the_rest_is_done_once(town: Town, name: str) -> None:
    form = FORMS[name]
    _, payload = await opened(town, form)
    before = await stored(town)
    for block_id, entry in hostile(form):
        answer = await forged.send(town, changed(payload, block_id, entry))
        assert list(answer.get("errors", {})) == [block_id], str(entry)[:60]
        assert p.NOT_SHOWN not in str(answer), block_id
    assert await stored(town) == before

    for token in made_up(payload["view"]["private_metadata"]):
        assert p.NOT_SHOWN in str(await forged.send(town, bearing(payload, token))), token[:10]
    of_somebody_else = payload | {"user": {**payload["user"], "id": ANOTHER}}
    assert p.NOT_SHOWN in str(await forged.send(town, of_somebody_else))
    another_form = payload["view"] | {"callback_id": "peer_support.choose_again"}
    assert p.NOT_SHOWN in str(await forged.send(town, payload | {"view": another_form}))
    assert await stored(town) == before

    answers = await asyncio.gather(forged.send(town, payload), forged.send(town, payload))
    assert [answer for answer in answers if "errors" in answer] == []
    done = await stored(town)
    assert done != before
    await forged.send(town, payload)
    assert await stored(town) == done


def made_up(token: str) -> tuple[str, ...]:
    """What somebody could put in the place of a token."""
    return "", "x" * 80, token[:-1], token[:40] + ("A" if token[40] != "A" else "B") + token[41:]


def bearing(payload: forged.Json, token: str) -> forged.Json:
    """The same submission with another token."""
    return payload | {"view": payload["view"] | {"private_metadata": token}}


REFUSED = (p.NOT_SHOWN, "この方には、いまお願いできません。")
BOUND = ("write", "reply", "note", "answer advice", "refer", "consent", "record consent", "introduce", "correct",
         "danger", "release", "answer", "entered", *entry_forms.BOUND,
         *arranging_forms.BOUND, *committee_forms.BOUND, *facts_forms.BOUND,
         *analysis_forms.BOUND, *interview_forms.BOUND,
         *taking_forms.BOUND, *results_forms.BOUND, *round_forms.BOUND)  # fmt: skip


@pytest.mark.parametrize("name", BOUND)
async def test_with_a_token_of_ones_own_nothing_is_done_to_what_is_somebody_elses(town: Town, name: str) -> None:
    """The worst case: as if the house itself had once given this form to the wrong person."""
    for supporter in (p.OTHER_SUPPORTER, p.HQ_SUPPORTER):
        await p.swear(town, supporter)
    person, payload = await opened(town, FORMS[name])
    before, today = await stored(town), town.clock.now().astimezone(p.TOKYO).date()
    token = town.program.tokens.read(payload["view"]["private_metadata"], today=today, person=person)
    for other in (p.OTHER_SUPPORTER, p.HQ_SUPPORTER, p.SUPERIOR, p.ADMINISTRATOR, ANOTHER):
        if other != person:
            theirs = bearing(payload, town.program.tokens.write(replace(token, person=other)))
            answer = await forged.send(town, theirs | {"user": {**payload["user"], "id": other}})
            assert answer["response_action"] == "errors", other
            assert all(sentence.startswith(REFUSED) for sentence in answer["errors"].values()), other
            assert await stored(town) == before, other


async def test_nothing_is_done_to_a_request_that_has_ended_meanwhile(town: Town) -> None:
    await taken_on(town)
    late = []
    for person, what, entered in (
        (p.ASKER, "peer_support.talk", {"text": "おそい言葉"}),
        (p.SUPPORTER, "peer_support.talk", {"text": "おそい言葉"}),
        (p.SUPPORTER, "peer_support.note", {"text": "おそい言葉"}),
        (p.SUPPORTER, "peer_support.refer", {"fields": ["name"]}),
        (p.SUPPORTER, "peer_support.introduce", {}),
        (p.SUPPORTER, "peer_support.record_consent", {"fields": ["text"]}),
        (p.SUPPORTER, "danger.raise", {"ticks": ["danger"]}),
    ):
        who = await p.open_own(town, person)
        if not what.endswith("talk"):
            await p.press(town, person, "peer_support.more")
        await p.press(town, person, what)
        required = {block.get("block_id"): block.get("element") for block in (who.modal or {})["blocks"]}
        first = {one: choices(required[one])[0]["value"] for one in ("recipient", "contact") if one in required}
        await who.fill({**entered, **first})
        late.append(forged.submission(town, person))
    await p.open_own(town, p.ASKER)
    await p.press(town, p.ASKER, "peer_support.withdraw")
    await town.step_by(minutes=6)
    before = await stored(town)
    for payload in late:
        answer = await forged.send(town, payload)
        assert p.NOT_SHOWN in str(answer), payload["view"]["callback_id"]
        assert answer["response_action"] in {"errors", "push"}, "what was typed stays on the form"
    assert await stored(town) == before


async def test_nothing_is_done_to_advice_or_a_draft_that_is_gone_meanwhile(town: Town) -> None:
    _, answer = await opened(town, FORMS["answer advice"])
    await advice.open_advice(town, p.SUPPORTER)
    await p.press(town, p.SUPPORTER, "peer_support.advice_close")
    await p.go_home(town, p.SUPPORTER)
    await taken_on(town)
    await boss.write(town, "少し話したいです")
    asker = await p.press(town, p.ASKER, "peer_support.edit_draft")
    written_on = forged.submission(town, asker.id)
    await p.go_home(town, p.ASKER)
    await p.press(town, p.ASKER, "peer_support.draft")
    await p.press(town, p.ASKER, "peer_support.draft_thrown")
    await town.step_by(minutes=6)
    before = await stored(town)
    for payload in (answer, written_on):
        assert p.NOT_SHOWN in str(await forged.send(town, payload)), payload["view"]["callback_id"]
    assert await stored(town) == before
