"""What each flow tells a person that it holds: all of it, nothing of others, one kind of screen for everybody."""

from dataclasses import fields, replace
from datetime import date

import pytest

from bot.handlers.flow import Holding
from bot.handlers.harassment.rules.moves import AFTER_MEETING, CONSULTATION
from bot.handlers.harassment.rules.moves import FLOW as HARASSMENT
from bot.handlers.own_records.views import records as views
from bot.handlers.registry import FLOWS
from bot.handlers.roster.views.held import WITHHELD
from bot.rules.cases import Case
from bot.rules.people import Appointment, Person
from bot.sandbox.strictness import check_view
from bot.sandbox.words_seen import words_in
from tests import fakes
from tests.fakes import ASKER, HEAD, OTHER, SUPPORTER, FakeLedger
from tests.handlers.harassment.cases import ASKER as TELLER
from tests.handlers.harassment.cases import body_in, identity_in
from tests.handlers.own_records.around import around
from tests.handlers.own_records.test_request_rules import answered
from tests.handlers.peer_support.test_end_rules import case
from tests.handlers.peer_support.test_own_rules import full

NAMES = {  # what of row and office stands under which label
    "name": "名前", "unit": "所属", "division": "部門", "room": "部屋", "phone": "電話", "superior": "上司",
    "employment": "雇用の区分", "personnel_authority": "人事の権限",
    "role": "役割", "field": "分野", "starts_on": "始まり", "last_day": "終わり",
    "sworn_on": "約束した日", "document": "文書番号", "document_on": "文書の日付", "appointed_by": "決めた人",
    "entered_by": "登録した人", "basis": "根拠", "seat": "委員の席", "checked_on": "アカウントを確認した日",
    "away_until": "お休み（この日まで）", "let_end": "更新しないことになっている", "release_reason": "解除の理由",
}  # fmt: skip


SHEET = "受付票に書かれたこと"


def held(person: str, ledger: FakeLedger, language: str = "ja") -> dict[str, list[Holding]]:
    click = fakes.click(person, language)
    return {flow.name: list(flow.held(click, of(ledger, flow.name))) for flow in FLOWS}


def of(ledger: FakeLedger, flow: str) -> FakeLedger:
    """The fake lists every open case whatever its flow; a real one lists those that are asked for."""
    return replace(ledger, cases=[one for one in ledger.cases if one.flow == flow])


def labels(one: Holding) -> set[str]:
    return {label for label, _ in one.lines}


@pytest.mark.parametrize(("kind", "place", "row"), [("roster", 0, Person), ("office", 1, Appointment)])
def test_every_field_of_row_and_office_is_shown_or_withheld_for_a_reason(kind: str, place: int, row: type) -> None:
    found = held(SUPPORTER, around())["roster"][place]
    withheld = {name.partition(".")[2] for name in WITHHELD if name.startswith(f"{kind}.")}

    assert {NAMES[one.name] for one in fields(row) if one.name not in withheld} - labels(found) == set()


def test_why_an_office_was_ended_early_is_not_told_but_where_to_ask_is() -> None:
    office = held(SUPPORTER, around())["roster"][1]

    assert "unit_lacks" not in str(office)
    assert dict(office.lines)["解除の理由"].startswith("ここには出していません")


def test_learning_codes_and_calls_are_there_and_nobody_elses() -> None:
    found = held(SUPPORTER, around())

    assert [value.partition("、")[0] for _, value in found["roster"][-1].lines] == ["資格", "参加した研修会"]
    assert dict(found["step_up"][0].lines)["登録した日"] == "2026年5月1日（金）"
    assert [(one.action, one.row) for one in found["danger"]] == [("danger.page", "d1")]  # not what others called
    assert [word for word in ("出ていない研修会", "SECRET") if word in str(found)] == []
    assert [one.lines for one in held(OTHER, around())["step_up"]] == [()]


def test_own_requests_lead_to_their_screen() -> None:
    (one,) = held(ASKER, FakeLedger(cases=[answered()]))["own_records"]

    assert (one.action, one.row) == ("own_records.case", "r1")
    assert "理由・説明" in labels(one)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_emptiest_and_the_fullest_life_get_the_same_kind_of_screen(language: str) -> None:
    kinds = []
    for person, ledger in (("U0NOBODY", FakeLedger()), (SUPPORTER, around()), (ASKER, full()), (HEAD, full())):
        found = held(person, ledger, language)
        assert all(found.values())  # every flow says at least that it is nothing
        view = views.records(fakes.click(person, language), [h for one in found.values() for h in one],
                             ledger.policy, page=0)  # fmt: skip
        check_view(view)
        assert "mrkdwn" not in str(view)
        kinds.append((view["title"], view["blocks"][0], view["blocks"][-1]["type"]))
    assert len({str(kind) for kind in kinds}) == 1


def test_a_long_life_goes_over_pages_without_losing_a_line() -> None:
    many = FakeLedger(cases=[replace(case(message=f"{n:03d}" + "い" * 2000), id=f"c{n}") for n in range(60)])
    click, row, seen = fakes.click(), "", ""
    told = [one for found in held(ASKER, many).values() for one in found]
    for _ in range(20):
        view = views.records(click, told, many.policy, page=views.page_in(row))
        check_view(view)
        seen += "\n".join(words_in(view["blocks"]))
        onward = (e["value"] for b in view["blocks"] for e in b.get("elements", ()) if e.get("action_id") == views.SHOW)
        row = next(onward, "").partition("|")[2].partition("|")[0]
        if not row:
            break

    assert [n for n in range(60) if f"{n:03d}い" not in seen] == []
    assert "Slackに残るもの" in seen


@pytest.mark.parametrize(("row", "page"), [("", 0), ("page:2", 2), ("page:x", 0), ("1" * 32, 0)])
def test_only_its_own_buttons_name_a_page(row: str, page: int) -> None:
    assert views.page_in(row) == page


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("state", sorted(set(CONSULTATION.states()) - CONSULTATION.final()))
def test_a_matter_at_the_desk_is_told_in_every_state_and_form_1_only_once_it_was_given(
    state: str, language: str
) -> None:
    where = state if state != "stopped" else "reported"
    body = {**body_in(where, date(2026, 9, 1)), "sheet": {"facts": SHEET}, "hearing_agreed": True}
    identity = {**identity_in(where), "requester": TELLER}
    matter = Case("c1", HARASSMENT, "consultation", state, 1, "2026-09", "v1", body=body, identity=identity)
    (told,) = held(TELLER, FakeLedger(cases=[matter]), language)["harassment"]

    assert (told.action, told.row) == ("harassment.case", "c1")
    assert "story-canary" in str(told)
    assert (SHEET in str(told)) == (state in {*AFTER_MEETING, "stopped"})
    assert {True, "reported_on"} & {value for _, value in told.lines} == set()
