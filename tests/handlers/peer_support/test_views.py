"""Every screen in every state and both languages is one that Slack takes, with the longest names and texts too."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from bot.errors import Refused
from bot.handlers.blocks import View
from bot.handlers.flow import Click
from bot.handlers.peer_support.rules.choice import Offer, offers
from bot.handlers.peer_support.rules.moves import FLOW, MOVES
from bot.handlers.peer_support.rules.request import Intake
from bot.handlers.peer_support.views import away as away_views
from bot.handlers.peer_support.views import case as cases
from bot.handlers.peer_support.views import choice
from bot.handlers.peer_support.views import month as months
from bot.handlers.peer_support.views import request as requests
from bot.rules.cases import Case, Record
from bot.rules.conflicts import Candidate, Nearness
from bot.rules.people import Person, Role
from bot.sandbox.strictness import check_view
from bot.sandbox.words_seen import words_in
from tests import fakes
from tests.fakes import ASKER, SUPPORTER, FakeLedger, appointment

LONG = "𠮷" * 200
TEXT = "あ" * 3000
CROWD = [Person(f"U0P{n}", LONG if n % 2 else "林 さくら", LONG) for n in range(290)]
ENTRY = Record("activity", {"activity": "listening", "topic": "work", "means": "phone", "duration": "up_to_30",
                            "requester": "employee"})  # fmt: skip
LANGUAGES = ("ja", "en")
NEXT = {"type": "plain_text", "text": "次のページ", "emoji": False}


def request(state: str, message: str = TEXT) -> Case:
    body = {"topic": "work", "means": "phone", "message": message, "round": 1, "promised_on": "2026-09-07",
            "forgotten_on": "2026-10-07"}  # fmt: skip
    return Case("0" * 32, FLOW, "request", state, 3, "2026-09", "v1", body=body,
                identity={"requester": ASKER, "handlers": [SUPPORTER]})  # fmt: skip


def month(state: str) -> Case:
    return Case(
        "0" * 32, FLOW, "month", state, 3, "2026-09", "v1", period="2026-09", identity={"handlers": [SUPPORTER]}
    )


def shown(name: str = LONG, unit: str = LONG) -> cases.Shown:
    return cases.Shown(name, unit, "2201", fakes.POLICY)


def crowd() -> tuple[Offer, ...]:
    ledger = FakeLedger(rows=CROWD, roster=[appointment(person.id) for person in CROWD])
    return offers(ASKER, ledger, date(2026, 9, 2))


def people() -> dict[str, Person]:
    return {person.id: person for person in CROWD}


def request_screens(click: Click) -> Iterator[View]:
    typed = replace(click, fields={"topic": "work", "supporter": crowd()[3].id, "means": "mail", "message": TEXT})
    yield choice.request_form(click, fakes.POLICY, (), {})
    yield choice.request_form(click, fakes.POLICY, crowd(), people())
    yield choice.request_form(typed, fakes.POLICY, crowd(), people(), superior=crowd()[3])
    everybody = [offer.id for offer in crowd()]
    unfolded = replace(typed, fields={**typed.fields, "avoid": everybody, "named": "hidden"})
    yield choice.request_form(unfolded, fakes.POLICY, crowd(), people())
    yield choice.request_form(unfolded, fakes.COMPANY, crowd(), people())
    away = [replace(offer, away_until=date(2026, 9, 20)) for offer in crowd()]
    yield choice.request_form(click, fakes.POLICY, away, people())
    yield choice.choose_form(click, fakes.POLICY, request("unanswered"), (), {})
    yield choice.correction_form(click, fakes.POLICY, request("requested"))
    yield away_views.away_form(click, date(2026, 9, 2))
    yield choice.choose_form(click, fakes.POLICY, request("unanswered"), crowd(), people())
    yield choice.choose_form(typed, fakes.POLICY, request("unanswered"), crowd(), people(), superior=crowd()[3])
    yield requests.sent(click, LONG, date(2026, 9, 7))
    yield requests.aside_form(click, "0" * 32, 3, fakes.POLICY)
    for state in cases.OWN_VERBS:
        yield cases.own_case(click, request(state), shown())
        yield cases.own_case(click, request(state), shown("", ""))
    for state in ("requested", "unanswered", "accepted"):
        yield cases.handled_case(click, request(state), shown())
        yield cases.handled_case(click, request(state, ""), shown("", ""))


def month_screens(click: Click) -> Iterator[View]:
    yield months.record_form(click, fakes.POLICY, ["2026-09"], this="2026-09")
    yield months.record_form(click, fakes.POLICY, ["2026-09", "2026-08"], this="2026-09")
    for state in MOVES["month"].states():
        for late in (False, True):
            yield months.month(
                click, month(state), [ENTRY] * 150, fakes.POLICY, since=date(2026, 10, 10) if late else None
            )
    yield months.month(click, month("asked"), [], fakes.POLICY, since=None)
    yield months.reports(click, "2026-09", {}, {}, fakes.POLICY, ["2026-08", "2026-07"])
    sent = {person.id: [ENTRY] * (1 + 149 * (n % 9 == 0)) for n, person in enumerate(CROWD)}
    for page in range(12):  # there are fewer
        yield months.reports(click, "2026-09", sent, people(), fakes.POLICY, ["2026-08", "2026-07"], page=page)


@pytest.mark.parametrize("language", LANGUAGES)
def test_slack_takes_every_screen_of_a_request(language: str) -> None:
    for view in request_screens(fakes.click(language=language)):
        check_view(view)


@pytest.mark.parametrize("language", LANGUAGES)
def test_slack_takes_every_screen_of_a_month(language: str) -> None:
    for view in month_screens(fakes.click(language=language)):
        check_view(view)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_screen_uses_markup_in_which_typed_words_could_act(language: str) -> None:
    click = fakes.click(language=language)

    assert "mrkdwn" not in str([*request_screens(click), *month_screens(click)])


def test_the_states_of_the_screen_are_those_that_are_not_over() -> None:
    assert set(cases.OWN_VERBS) == set(MOVES["request"].states()) - MOVES["request"].final()


@pytest.mark.parametrize("state", cases.OWN_VERBS)
def test_every_button_of_the_person_is_possible_in_its_state(state: str) -> None:
    moves = {"choose": "choose_again"}

    for verb in cases.OWN_VERBS[state]:
        assert MOVES["request"].target(state, moves.get(verb, verb)) is not None


@pytest.mark.parametrize("state", ["stepped_aside", "unanswered"])
def test_the_person_never_reads_a_refusal_or_a_reason(state: str) -> None:  # P4
    case = request(state)
    case = replace(case, body={**case.body, "stepped_aside": ["too_close"]})
    words = "\n".join(words_in(cases.own_case(fakes.click(), case, shown("林 さくら"))["blocks"]))

    assert not any(word in words for word in ("断", "拒", "近い関係"))


def test_a_month_is_a_form_only_while_it_can_be_sent() -> None:
    forms = {
        state: "submit" in months.month(fakes.click(), month(state), [ENTRY], fakes.POLICY, since=None)
        for state in MOVES["month"].states()
    }

    assert {state for state, is_form in forms.items() if is_form} == {"drafted"}


def test_entries_stand_in_an_order_that_tells_nothing() -> None:
    entries = [replace(ENTRY, body={**ENTRY.body, "topic": topic}) for topic in ("work", "private", "other")]
    there, back = (
        months.month(fakes.click(), month("drafted"), order, fakes.POLICY, since=None)
        for order in (entries, entries[::-1])
    )

    assert there == back


def lines(view: View) -> list[str]:
    return "\n".join(words_in(view["blocks"])).split("\n")


@pytest.mark.parametrize("number", [1, 49, 150])
def test_every_entry_of_a_month_can_be_read_whole(number: int) -> None:
    view = months.month(fakes.click(), month("drafted"), [ENTRY] * number, fakes.POLICY, since=None)

    assert lines(view).count(months.entry(fakes.click(), ENTRY, fakes.POLICY)) == number


@pytest.mark.parametrize(("supporters", "each"), [(1, 150), (80, 1), (81, 1), (290, 2), (40, 150)])
def test_every_report_of_every_supporter_can_be_read_whole_page_by_page(supporters: int, each: int) -> None:
    click, seen, row = fakes.click(), [], "2026-09"
    sent = {person.id: [ENTRY] * each for person in CROWD[:supporters]}
    while row:
        page = int(row.partition(":")[2] or 0)
        view = months.reports(click, "2026-09", sent, people(), fakes.POLICY, ["2026-08"], page=page)
        check_view(view)
        seen += lines(view)
        onward = (e["value"] for b in view["blocks"] for e in b.get("elements", ()) if e.get("text") == NEXT)
        row = next(onward, "").partition("|")[2].partition("|")[0]

    assert seen.count(months.entry(click, ENTRY, fakes.POLICY)) == supporters * each
    assert len([line for line in seen if line.endswith(f"：{each}件")]) == supporters  # each is named once as the first


def test_an_entry_of_last_month_is_called_that_also_where_it_is_the_only_one() -> None:
    words = "\n".join(words_in(months.record_form(fakes.click(), fakes.POLICY, ["2027-03"], this="2027-04")["blocks"]))

    assert "先月（3月）" in words
    assert "今月" not in words


def test_a_form_remembers_the_superior_that_it_has_warned_of_and_no_other() -> None:  # P6
    one, other = crowd()[:2]
    one, other = replace(one, id="0" * 8 + "a" * 24), replace(other, id="1" * 8 + "a" * 24)
    for case_id in ("", "c" * 32):
        row = requests.row_of(case_id, one)

        assert requests.case_in(row) == requests.case_in(requests.row_of(case_id, None)) == case_id
        assert (requests.has_warned(row, one), requests.has_warned(row, other)) == (True, False)
        assert not requests.has_warned(requests.row_of(case_id, None), one)


def test_a_row_that_the_policy_no_longer_has_is_shown_by_its_key() -> None:
    assert requests.named(fakes.POLICY.topics, "gone", "ja") == "gone"


class TestReading:
    OFFERS = tuple(Offer(f"o{n}", Candidate(f"U0P{n}", Role.UNIT_SUPPORTER, Nearness.OTHER_UNIT)) for n in (1, 2))
    FIELDS = {  # noqa: RUF012 - a constant
        "supporter": "o1", "topic": "health", "means": "phone", "message": "words", "named": "hidden", "avoid": ["o2"],
    }  # fmt: skip

    def test_what_was_chosen_and_typed(self) -> None:
        read = choice.read_intake(self.FIELDS, fakes.POLICY, self.OFFERS)

        assert read == Intake("health", "o1", "phone", "words", named=False, avoided=("o2",))

    def test_everything_but_the_receiver_may_stay_open(self) -> None:  # G5
        for receiver in ("o1", "free"):
            read = choice.read_intake({"supporter": receiver}, fakes.POLICY, self.OFFERS)

            assert read == Intake("", receiver, "", "", named=True, avoided=())

    def test_whoever_is_free_cannot_be_chosen_where_nobody_is(self) -> None:  # P5
        adviser = Offer("o1", Candidate("U0P1", Role.EXTERNAL_ADVISER, Nearness.ADVISER))
        with pytest.raises(Refused) as refused:
            choice.read_intake({"supporter": "free"}, fakes.POLICY, [adviser])

        assert refused.value.field == "supporter"

    @pytest.mark.parametrize(
        ("field", "value"),
        [
            ("supporter", ""),
            ("topic", "forged"),
            ("supporter", "o3"),
            ("named", "both"),
            ("avoid", ["o3"]),
            ("avoid", "o2"),
            ("means", "carrier_pigeon"),
            ("message", "x" * 3001),
        ],
    )
    def test_what_does_not_fit_is_refused_at_its_field(self, field: str, value: str | list[str]) -> None:
        with pytest.raises(Refused) as refused:
            choice.read_intake({**self.FIELDS, field: value}, fakes.POLICY, self.OFFERS)

        assert refused.value.field == field

    @pytest.mark.parametrize("field", sorted(ENTRY.body))
    def test_an_entry_takes_only_what_was_offered(self, field: str) -> None:  # Yam 11(3): no free words
        assert months.read_entry(ENTRY.body, fakes.POLICY).as_record().body == ENTRY.body
        with pytest.raises(Refused) as refused:
            months.read_entry({**ENTRY.body, field: "田中さん"}, fakes.POLICY)

        assert refused.value.field == field
