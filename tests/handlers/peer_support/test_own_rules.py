"""What somebody sees of what is held about them: openings once a day, all of it, and nothing of anybody else."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.handlers.peer_support.flow import PeerSupport
from bot.handlers.peer_support.rules import own
from bot.handlers.peer_support.rules.held import SHOWN, WITHHELD, As, Held, everything
from bot.handlers.peer_support.rules.moves import FLOW, MOVES
from bot.handlers.peer_support.views import own as views
from bot.rules.cases import Case, Record
from bot.rules.consent import Consent
from bot.rules.people import Role
from bot.sandbox.strictness import check_view
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


class TestEverything:
    def test_no_kind_of_matter_is_left_out(self) -> None:
        assert SHOWN.keys() | {"month"} == MOVES.keys()

    def test_every_field_of_a_matter_is_shown_or_withheld_for_a_reason(self) -> None:
        for one in (case(**FULL), kept(check_asked=True)):
            keys = {f"body.{key}" for key in one.body} | {f"identity.{key}" for key in one.identity}
            shown = {f"{part}.{key}" for part, key, _ in SHOWN[one.kind]}

            assert keys - shown - WITHHELD.keys() == set()
            assert not shown & WITHHELD.keys()

    def test_the_person_has_matters_and_contacts_and_nothing_of_others(self) -> None:
        found = held(ASKER, full())

        assert [(kind, len(found[kind])) for kind in found] == [("request", 1), ("contact", 1)]
        assert "よその件" not in str(found)
        assert "私だけの控え" not in str(found)
        assert "too_close" not in str(found)  # P4

    def test_a_supporter_has_months_and_no_request(self) -> None:
        found = held(SUPPORTER, full())

        assert set(found) == {"month"}
        assert [line.told_as for line in found["month"][0].lines] == [As.ENTRY]

    @pytest.mark.parametrize("language", ["ja", "en"])
    @pytest.mark.parametrize("person", [ASKER, SUPPORTER, HEAD, "U0NOBODY"])
    def test_every_typed_word_is_whole_and_each_matter_leads_to_its_screen(self, person: str, language: str) -> None:
        click, ledger = fakes.click(person, language), full()
        told = PeerSupport().held(click, ledger)

        assert told
        assert [one.action for one in told if one.lines and not one.action.startswith("peer_support.")] == []
        assert "".join(value for one in told for _, value in one.lines).count("あ") >= len(TEXT) * (person == ASKER)


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("state", ["requested", "unanswered", "stepped_aside", "accepted", "closing"])
def test_slack_takes_the_history_in_every_state(state: str, language: str) -> None:
    click, ledger = fakes.click(language=language), full()
    shown = case(state, forgotten_on="2026-10-01")
    many = [own.Opened(NOW + timedelta(days=n), SUPPORTER) for n in range(200)]

    for opened in ((), (own.Opened(NOW, ""),), many):
        check_view(views.history(click, shown, opened, ledger))
