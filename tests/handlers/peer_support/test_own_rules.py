"""What somebody sees of what is held about them: openings once a day, all of it, and nothing of anybody else."""

from dataclasses import fields, replace
from datetime import date, timedelta

import pytest

from bot.handlers.peer_support.rules import own
from bot.handlers.peer_support.rules.held import SHOWN, WITHHELD, As, Held, everything
from bot.handlers.peer_support.rules.moves import FLOW, MOVES
from bot.handlers.peer_support.views import own as views
from bot.rules.cases import Case, Record
from bot.rules.consent import Consent
from bot.rules.people import Appointment, Person, Role
from bot.sandbox.strictness import check_view
from bot.sandbox.words_seen import words_in
from tests import fakes
from tests.fakes import ASKER, HEAD, NOW, OTHER, SUPPORTER, FakeLedger
from tests.handlers.peer_support.test_end_rules import case, kept

TEXT = "あ" * 3000
FULL = {
    "message": TEXT, "forgotten_on": "2026-10-01", "named": False, "stepped_aside": ["too_close"],
    "asked": {"purpose": "referral", "fields": ["name", "topic"]}, "introduced": ["peer", fakes.APPOINTMENTS[1].id],
}  # fmt: skip


def mark(by: str = SUPPORTER, at: object = NOW, kind: str = own.LOOKED) -> Record:
    ledger = FakeLedger()
    return Record(kind, {"by": ledger.case_ref(case(), by), "at": at.isoformat()})  # type: ignore[attr-defined]


def looked(*records: Record, viewer: str = SUPPORTER, later: timedelta = timedelta(0)) -> Record | None:
    made = own.looked(viewer, case(), FakeLedger(entries={"c1": records}), NOW + later)
    assert made is None or made.keeps_rev
    return made.records[0] if made else None


class TestOpenings:
    def test_the_first_one_is_marked_by_its_slot_without_a_name(self) -> None:
        at = NOW + timedelta(minutes=3, seconds=20)
        marked = looked(later=at - NOW)

        assert marked == Record(own.LOOKED, {"by": FakeLedger().case_ref(case(), SUPPORTER), "at": NOW.isoformat()})

    def test_one_a_day_is_enough(self) -> None:
        assert looked(mark(), later=timedelta(hours=3)) is None
        assert looked(mark(), later=timedelta(days=1)) is not None

    def test_another_one_where_something_was_new(self) -> None:
        new = Record("message", {"at": (NOW + timedelta(hours=1)).isoformat()})

        assert looked(mark(), new, later=timedelta(hours=3)) is not None

    def test_another_supporters_mark_is_theirs(self) -> None:
        assert looked(mark(OTHER)) is not None

    @pytest.mark.parametrize("viewer", [ASKER, OTHER])
    def test_only_who_deals_with_it_leaves_one(self, viewer: str) -> None:
        assert looked(viewer=viewer) is None

    def test_the_person_sees_who_it_was_in_order_and_not_their_own(self) -> None:
        later = NOW + timedelta(hours=2)
        talk = mark(at=later, kind="opened")
        records = [talk, mark(), Record("opened", {"by": "own", "at": NOW.isoformat()}), mark(HEAD, at=later)]

        assert own.openings(case(), FakeLedger(entries={"c1": records})) == (
            own.Opened(NOW, SUPPORTER), own.Opened(later, ""), own.Opened(later, SUPPORTER),
        )  # fmt: skip


def held(person: str, ledger: FakeLedger) -> dict[str, list[Held]]:
    found: dict[str, list[Held]] = {}
    for one in everything(person, ledger, NOW):
        found.setdefault(one.kind, []).append(one)
    return found


def full() -> FakeLedger:
    month = Case("peer_support/month/U0SUPPORTER/2026-09", FLOW, "month", "collecting", 1, "2026-09", "v1",
                 period="2026-09", identity={"handlers": [SUPPORTER]})  # fmt: skip
    entry = Record("activity", {"activity": "listening", "topic": "work", "means": "phone", "duration": "up_to_30",
                                "requester": "employee"})  # fmt: skip
    note = Record("note", {"by": FakeLedger().case_ref(case(), SUPPORTER), "number": 1, "text": "私だけの控え"})
    mine = case(**FULL)
    mine = replace(mine, identity={**mine.identity, "avoided": [OTHER], "stepped_aside": [HEAD]})
    agreed = Consent(OTHER, "referral", frozenset({"name"}), NOW, NOW.date(), withdrawn_at=NOW)
    return FakeLedger(
        cases=[mine, kept(), month, replace(case(message="よその件"), id="c7", identity={"requester": OTHER})],
        entries={"c1": [mark(), note], month.id: [entry]},
        agreed={"c1": [agreed, replace(agreed, recipient=Role.WELFARE_HEAD, purpose="record", withdrawn_at=None)]},
    )


def around() -> FakeLedger:
    """What other parts of the house hold about the supporter, and an office with every field."""

    def made(id: str, flow: str, kind: str, state: str, *, period: str = "", **parts: dict[str, object]) -> Case:
        return Case(id, flow, kind, state, 1, "2026-09", "v1", period=period, **parts)  # type: ignore[arg-type]

    def session(id: str, title: str, *came: str) -> Case:
        body: dict[str, object] = {"title": title, "on": "2026-08-01", "place": ""}
        identity: dict[str, object] = {"handlers": [HEAD], "came": [*came]}
        return made(id, "roster", "training", "held", period="2026", body=body, identity=identity)

    called: dict[str, object] = {"requester": SUPPORTER}
    office = fakes.appointment(
        SUPPORTER, released_on=date(2026, 9, 30), release_reason="unit_lacks", basis="第6条", entered_by=HEAD, seat=3,
        checked_on=date(2026, 4, 2), let_end=True, field="x", document="1", document_on=date(2026, 4, 1),
        unit="Citizens", room="1F", appointed_by=HEAD, away_until=date(2026, 9, 3),
    )  # fmt: skip
    row = replace(fakes.PEOPLE[1], employment="常勤", personnel_authority=True)
    learning = "roster/learning/U0SUPPORTER/learning"
    return FakeLedger(
        roster=[office, *fakes.APPOINTMENTS[1:]],
        rows=[row, *(one for one in fakes.PEOPLE if one.id != SUPPORTER)],
        cases=[
            session("t1", "参加した研修会", SUPPORTER), session("t2", "出ていない研修会", HEAD),
            made("step_up/code/U0SUPPORTER/code", "step_up", "code", "enrolled",
                 body={"secret": "SECRET", "enrolled_on": "2026-05-01"}, identity={"handlers": [SUPPORTER]}),
            made("d1", "danger", "call", "calling", body={"by_person": True}, identity=called),
            made("d2", "danger", "call", "calling", body={"by_person": False}, identity=called),
        ],
        entries={learning: [Record("learned", {"title": "資格", "on": "2026-05-05", "until": "2028-05-04"})]},
    )  # fmt: skip


class TestEverything:
    def test_no_kind_of_matter_is_left_out(self) -> None:
        assert SHOWN.keys() | {"month"} == MOVES.keys()

    def test_every_field_of_a_matter_is_shown_or_withheld_for_a_reason(self) -> None:
        for one in (case(**FULL), kept(check_asked=True)):
            keys = {f"body.{key}" for key in one.body} | {f"identity.{key}" for key in one.identity}
            shown = {f"{part}.{key}" for part, key, _ in SHOWN[one.kind]}

            assert keys - shown - WITHHELD.keys() == set()
            assert not shown & WITHHELD.keys()

    def test_the_person_has_roster_matters_and_contacts_and_nothing_of_others(self) -> None:
        found = held(ASKER, full())

        assert set(found) == {"roster", "request", "contact"}
        assert [len(found[kind]) for kind in found] == [1, 1, 1]
        assert "よその件" not in str(found)
        assert "私だけの控え" not in str(found)
        assert "too_close" not in str(found)  # P4

    def test_every_field_of_row_and_office_is_shown_or_withheld_for_a_reason(self) -> None:
        found = held(SUPPORTER, around())

        for kind, row in (("roster", Person), ("office", Appointment)):
            shown = {line.name for line in found[kind][0].lines}
            withheld = {name.partition(".")[2] for name in WITHHELD if name.startswith(f"{kind}.")}
            assert {one.name for one in fields(row)} - shown - withheld == set(), kind  # type: ignore[arg-type]

    def test_why_an_office_was_ended_early_is_not_told_but_where_to_ask_is(self) -> None:
        (office,) = held(SUPPORTER, around())["office"]

        assert "unit_lacks" not in str(office)
        text = "".join(words_in(views.everything(fakes.click(), [office], around(), page=0)["blocks"]))
        assert "解除の理由：ここには出していません" in text

    def test_what_lies_elsewhere_about_oneself_is_there_too_and_nobody_elses(self) -> None:
        found = held(SUPPORTER, around())

        learned = [(line.name, line.value["title"]) for one in found["learning"] for line in one.lines]
        assert learned == [("learned", "資格"), ("came", "参加した研修会")]
        assert [line.value for line in found["step_up"][0].lines] == ["2026-05-01", "step_up"]
        assert [line.value for line in found["danger"][0].lines] == ["danger"]
        assert len(found["danger"]) == 1  # what somebody else has called for them is not told here
        assert "出ていない研修会" not in str(found)
        assert "SECRET" not in str(found)
        assert {"learning", "step_up", "danger"} & set(held(OTHER, around())) == set()

    @pytest.mark.parametrize("language", ["ja", "en"])
    def test_slack_takes_all_of_it_too(self, language: str) -> None:
        click, ledger = fakes.click(SUPPORTER, language), around()
        check_view(views.everything(click, everything(SUPPORTER, ledger, NOW), ledger, page=0))

    def test_a_supporter_has_offices_and_months_and_no_request(self) -> None:
        found = held(SUPPORTER, full())

        assert set(found) == {"roster", "office", "month"}
        assert [line.told_as for line in found["month"][0].lines] == [As.ENTRY]

    @pytest.mark.parametrize("language", ["ja", "en"])
    @pytest.mark.parametrize("person", [ASKER, SUPPORTER, HEAD, "U0NOBODY"])
    def test_slack_takes_every_page_and_every_typed_word_is_whole(self, person: str, language: str) -> None:
        click, ledger = fakes.click(person, language), full()
        shown = [views.everything(click, everything(person, ledger, NOW), ledger, page=page) for page in range(3)]

        for view in shown:
            check_view(view)
        assert "mrkdwn" not in str(shown)
        words = "".join(word for word in words_in(shown[0]["blocks"]))
        assert words.count("あ") >= len(TEXT) * (person == ASKER)

    def test_a_long_life_goes_over_pages_without_losing_a_line(self) -> None:
        many = FakeLedger(cases=[replace(case(message=f"{n:03d}" + "い" * 2000), id=f"c{n}") for n in range(60)])
        click, row, seen = fakes.click(), "", ""
        for _ in range(20):
            view = views.everything(click, everything(ASKER, many, NOW), many, page=views.page_in(row))
            check_view(view)
            seen += "\n".join(words_in(view["blocks"]))
            onward = (e["value"] for b in view["blocks"] for e in b.get("elements", ()) if "value" in e)
            row = next(onward, "").partition("|")[2].partition("|")[0]
            if not row:
                break

        assert [n for n in range(60) if f"{n:03d}い" not in seen] == []

    @pytest.mark.parametrize(("row", "page"), [("", 0), ("page:2", 2), ("page:x", 0), ("1" * 32, 0)])
    def test_only_its_own_buttons_name_a_page(self, row: str, page: int) -> None:
        assert views.page_in(row) == page


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("state", ["requested", "unanswered", "stepped_aside", "accepted", "closing"])
def test_slack_takes_the_history_in_every_state(state: str, language: str) -> None:
    click, ledger = fakes.click(language=language), full()
    shown = case(state, forgotten_on="2026-10-01")
    many = [own.Opened(NOW + timedelta(days=n), SUPPORTER) for n in range(200)]

    for opened in ((), (own.Opened(NOW, ""),), many):
        check_view(views.history(click, shown, opened, ledger))
