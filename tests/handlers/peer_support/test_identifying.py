"""What may tell who somebody is in a text: it is found in every spelling, left out for a mark, and nothing else is."""

import time
from collections.abc import Mapping
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.handlers.peer_support.rules.identifying import few_fit, found, stripped
from bot.rules.people import Person
from bot.rules.policy import IdentifyingKind
from bot.sandbox.townhall import STAFF
from tests.fakes import COMPANY, POLICY

PEOPLE = {one.id: Person(one.id, one.name, one.unit, one.room, one.employment, phone=one.phone) for one in STAFF}
MARKS: Mapping[IdentifyingKind, str] = {
    "name": "［氏名］", "mention": "［宛先］", "unit": "［所属］", "room": "［場所］", "employment": "［区分］",
    "when": "［日時］", "phone": "［電話］", "mail": "［メール］", "number": "［番号］",
}  # fmt: skip


def hits(text: str, people: Mapping[str, Person] = PEOPLE) -> list[tuple[str, str]]:
    return [(hit.kind, text[hit.start : hit.end]) for hit in found(text, people, POLICY)]


def without(text: str, people: Mapping[str, Person] = PEOPLE) -> str:
    return stripped(text, found(text, people, POLICY), MARKS)


@pytest.mark.parametrize(
    ("text", "kind", "what"),
    [
        ("石川葵が来た", "name", "石川葵"),
        ("石川 葵が来た", "name", "石川 葵"),
        ("石川　葵が来た", "name", "石川　葵"),
        ("石\n川 葵が来た", "name", "石\n川 葵"),
        ("石\u200b川葵が来た", "name", "石\u200b川葵"),  # a space that nobody sees
        ("昨日、石川さんが来た", "name", "石川さん"),
        ("石川が来た", "name", "石川"),
        ("林さんが来た", "name", "林さん"),
        ("林主任が来た", "name", "林主任"),
        ("福田課長に言われた", "name", "福田課長"),
        ("葵さんが来た", "name", "葵さん"),
        ("さくらが来た", "name", "さくら"),
        ("斎藤結衣が来た", "name", "斎藤結衣"),  # the roster writes it with another first character
        ("吉野氏が来た", "name", "吉野氏"),
        ("Emma came", "name", "Emma"),
        ("EMMA OGAWA came", "name", "EMMA OGAWA"),
        ("ogawa-san came", "name", "ogawa-san"),
        ("I saw Ａｂｅ there", "name", "Ａｂｅ"),
        ("<@U0ISHIKAWA>が来た", "mention", "<@U0ISHIKAWA>"),
        ("U0ISHIKAWA", "mention", "U0ISHIKAWA"),
        ("C0123ABCDEFに書いた", "mention", "C0123ABCDEF"),
        ("@hayashi に言った", "mention", "@hayashi"),
        ("https://example.slack.com/archives/C1/p2 を見て", "mention", "https://example.slack.com/archives/C1/p2"),
        ("市民課にいる", "unit", "市民課"),
        ("教育 総務課にいる", "unit", "教育 総務課"),
        ("分庁舎にいる", "room", "分庁舎"),
        ("本庁舎１階で", "room", "本庁舎１階"),
        ("会計年度任用職員です", "employment", "会計年度任用職員"),
        ("2026年9月2日に", "when", "2026年9月2日"),
        ("９月２日（水）に", "when", "９月２日（水）"),
        ("九月二日に", "when", "九月二日"),
        ("令和8年9月に", "when", "令和8年9月"),
        ("令和元年に", "when", "令和元年"),
        ("R8.9.2に", "when", "R8.9.2"),
        ("2026-09-02に", "when", "2026-09-02"),
        ("9/2に", "when", "9/2"),
        ("2日に", "when", "2日"),
        ("午後3時半に", "when", "午後3時半"),
        ("10:30に", "when", "10:30"),
        ("at 3 p.m. there", "when", "3 p.m."),
        ("on Sept 3rd, 2026 there", "when", "Sept 3rd, 2026"),
        ("on 3 September there", "when", "3 September"),
        ("090-1234-5678へ", "phone", "090-1234-5678"),
        ("０８３－９３３－０１１０へ", "phone", "０８３－９３３－０１１０"),
        ("+81 90 1234 5678", "phone", "+81 90 1234 5678"),
        ("内線2201へ", "phone", "内線2201"),
        ("2201へ", "phone", "2201"),
        ("a.hayashi@town.example.jpへ", "mail", "a.hayashi@town.example.jp"),
        ("厚第3号の件", "number", "厚第3号"),
        ("職員番号は123456です", "number", "123456"),
    ],
)
def test_what_may_identify_is_found_as_it_is_written(text: str, kind: str, what: str) -> None:
    assert hits(text) == [(kind, what)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "昨日から三日間、眠れないそうです。",
        "3日前から、2時間ほど、2か月つづいています。",
        "森と林のあいだを、光のなかを歩きます。",  # surnames of one character are words too
        "上司との関係で悩んでいます。要綱の第12条はどう読みますか。",
        "I understand that they are sanctioned and planning something.",
        "十分に聞きました。一人で考えたいそうです。",
        "残業が40時間をこえています。",
    ],
)
def test_what_tells_nothing_stays(text: str) -> None:
    assert hits(text) == []
    assert without(text) == text


def test_it_is_left_out_for_the_callers_marks_and_the_rest_stays_as_it_is() -> None:
    text = "昨日、市民課の石川さんと9月2日10時半に話しました。眠れないそうです。"

    assert without(text) == "昨日、［所属］の［氏名］と［日時］に話しました。眠れないそうです。"


def test_a_name_without_a_space_on_the_roster_is_found_with_its_title() -> None:
    people = {"U1": Person("U1", "石川葵", "市民課")}

    assert hits("石川さんと石川葵", people) == [("name", "石川さん"), ("name", "石川葵")]
    assert hits("石川県の石", people) == []


@pytest.mark.parametrize(
    ("text", "few"),
    [
        ("眠れないそうです", False),  # fits everybody
        ("市民課の方です", False),  # five people, as many as the smallest cell
        ("建設課の分庁舎の方です", True),  # two
        ("市民課の会計年度任用職員です", True),  # nobody of the roster
        ("厚生課か市民課の方です", False),  # either
    ],
)
def test_it_is_known_when_few_people_fit(text: str, few: bool) -> None:
    assert few_fit(text, PEOPLE, POLICY) is few


def test_another_organisation_has_another_smallest_cell() -> None:
    assert not few_fit("市民課の方です", PEOPLE, POLICY)
    assert few_fit("市民課の方です", PEOPLE, COMPANY)


@st.composite
def towns(draw: st.DrawFn) -> dict[str, Person]:
    syllables = st.text("あいうえおかきくけこ山川田中村𠮷齋", min_size=1, max_size=4)
    latin = st.text("abcdefg", min_size=3, max_size=6).map(str.capitalize)
    names = st.one_of(
        st.tuples(syllables, syllables).map(" ".join), syllables, st.tuples(latin, latin).map(" ".join)
    )  # fmt: skip
    drawn = draw(st.lists(st.tuples(names, st.sampled_from(["市民課", "税務課", ""])), min_size=1, max_size=12))
    return {f"U{n:09d}": Person(f"U{n:09d}", name, unit) for n, (name, unit) in enumerate(drawn)}


@st.composite
def cases(draw: st.DrawFn) -> tuple[dict[str, Person], str]:
    people = draw(towns())
    names = [person.name for person in people.values()]
    pieces = st.one_of(
        st.sampled_from(names), st.sampled_from([name.replace(" ", "") for name in names]),
        st.sampled_from([" ", "、", "さん", "の", "9月", "2日", "1", "/", "@", "u", "市民課"]),
        st.sampled_from(["2026", "-", "\n", ":", "\u200b"]),
        st.text(max_size=4),
    )  # fmt: skip
    return people, "".join(draw(st.lists(pieces, max_size=14)))


@settings(max_examples=300, deadline=None)
@given(cases())
def test_no_name_of_the_roster_survives_and_doing_it_twice_changes_nothing(case: tuple[dict[str, Person], str]) -> None:
    people, text = case
    spans = found(text, people, POLICY)
    left = stripped(text, spans, MARKS)

    assert all(0 <= hit.start < hit.end <= len(text) for hit in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert stripped(left, found(left, people, POLICY), MARKS) == left
    plain = "".join(left.split()).replace("\u200b", "")
    japanese = [name for person in people.values() if not (name := person.name.replace(" ", "")).isascii()]
    assert [name for name in japanese if len(name) >= 3 and name in plain] == []


WORST = [
    "0",
    "1/",
    "a.",
    "a-",
    "第",
    "1-",
    "<@",
    "http://",
    "@",
    "会計年度任用職",
    "u1",
    "+1 1-1",
    "(",
    "令和",
    "あい",
    "3月",
    " ",
]


@pytest.mark.parametrize("piece", WORST)
def test_a_long_text_over_a_large_roster_costs_little(piece: str) -> None:
    people = {
        f"U{n:09d}": Person(f"U{n:09d}", f"あ{n % 10}い{n} うえ{n}", f"第{n % 60}課", phone=str(20000 + n))
        for n in range(3000)
    }
    text = (piece * 3000)[:3000]
    began = time.process_time()
    found(text, people, POLICY)

    assert time.process_time() - began < 1
