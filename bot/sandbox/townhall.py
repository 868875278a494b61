"""The cast: the sample town hall, about forty people, with the roster that `roster import` reads."""

import csv
from io import StringIO
from typing import NamedTuple

from bot.sandbox.workspace import Member

COLUMNS = (
    "person", "name", "unit", "division", "room", "role", "starts_on", "ends_on", "employment", "appointed_by",
    "document", "document_on", "field", "phone", "superior", "personnel_authority", "basis", "exception", "seat",
)  # fmt: skip


class Someone(NamedTuple):
    """A person of the town hall; `superior` is a Slack id."""

    id: str
    name: str
    title: str
    unit: str
    room: str = ""
    superior: str = ""
    phone: str = ""
    employment: str = "regular"
    locale: str = "ja-JP"


class Named(NamedTuple):
    """Somebody's appointment."""

    person: str
    role: str
    ends_on: str = ""
    appointed_by: str = ""
    document: str = ""
    basis: str = ""
    field: str = ""
    seat: str = ""
    starts_on: str = "2026-04-01"


GENERAL, WELFARE, CITIZENS, TAX, WORKS, SCHOOLS, ENVIRONMENT, OUTSIDE = (
    "総務課", "厚生課", "市民課", "税務課", "建設課", "教育総務課", "社会環境課", "外部",
)  # fmt: skip
DIVISIONS = {
    GENERAL: "総務部", WELFARE: "総務部", CITIZENS: "市民部", TAX: "市民部", ENVIRONMENT: "市民部",
    WORKS: "建設部", SCHOOLS: "教育委員会",
}  # fmt: skip
GROUND, SECOND, THIRD, ANNEX = "本庁舎1階", "本庁舎2階", "本庁舎3階", "分庁舎"

STAFF = (
    Someone("U0TANAKA", "田中 誠一", "総務部長", GENERAL, THIRD, phone="2001"),
    Someone("U0NAKAMURA", "中村 由紀子", "総務課長", GENERAL, THIRD, "U0TANAKA", "2010"),
    Someone("U0KOBAYASHI", "小林 健", "職員係長", GENERAL, THIRD, "U0NAKAMURA", "2011"),
    Someone("U0KATO", "加藤 美咲", "職員係", GENERAL, THIRD, "U0KOBAYASHI", "2012"),
    Someone("U0YOSHIDA", "吉田 翔", "総務課 主査", GENERAL, THIRD, "U0NAKAMURA", "2013"),
    Someone("U0FUJITA", "藤田 玲奈", "人事係", GENERAL, THIRD, "U0NAKAMURA", "2014"),
    Someone("U0IKEDA", "池田 浩", "総務課 主任", GENERAL, THIRD, "U0NAKAMURA", "2015"),
    Someone("U0ENDO", "遠藤 亮", "情報係", GENERAL, SECOND, "U0NAKAMURA", "2016"),
    Someone("U0AOKI", "青木 久美子", "監査委員事務局", GENERAL, SECOND, phone="2090"),
    Someone("U0YAMAMOTO", "山本 恵", "厚生課長", WELFARE, SECOND, "U0TANAKA", "2100"),
    Someone("U0MATSUMOTO", "松本 正", "厚生課", WELFARE, SECOND, "U0YAMAMOTO", "2101", "fiscal_year"),
    Someone("U0INOUE", "井上 直子", "厚生課 主査", WELFARE, SECOND, "U0YAMAMOTO", "2102"),
    Someone("U0OKADA", "岡田 千春", "保健師", WELFARE, SECOND, "U0YAMAMOTO", "2103"),
    Someone("U0FUKUDA", "福田 隆", "市民課長", CITIZENS, GROUND, phone="2200"),
    Someone("U0HAYASHI", "林 さくら", "市民課 主任", CITIZENS, GROUND, "U0FUKUDA", "2201"),
    Someone("U0ISHIKAWA", "石川 葵", "市民課", CITIZENS, GROUND, "U0FUKUDA", "2202"),
    Someone("U0OGAWA", "Emma Ogawa", "国際交流員", CITIZENS, GROUND, "U0FUKUDA", "2203", locale="en-US"),
    Someone("U0GOTO", "後藤 翼", "市民課", CITIZENS, GROUND, "U0FUKUDA", "2204"),
    Someone("U0OTA", "太田 明美", "税務課長", TAX, SECOND, phone="2300"),
    Someone("U0SHIMIZU", "清水 大輔", "税務課 主任", TAX, SECOND, "U0OTA", "2301"),
    Someone("U0SAITO", "齋藤 結衣", "税務課", TAX, SECOND, "U0OTA", "2302"),
    Someone("U0HASEGAWA", "長谷川 修", "税務課", TAX, SECOND, "U0OTA", "2303"),
    Someone("U0MIURA", "三浦 剛", "建設課長", WORKS, THIRD, phone="2400"),
    Someone("U0YAMAZAKI", "山崎 拓也", "建設課 主任", WORKS, THIRD, "U0MIURA", "2401"),
    Someone("U0MORI", "森 彩香", "建設課 現業", WORKS, ANNEX, "U0MIURA", "2402"),
    Someone("U0KONDO", "近藤 陸", "建設課", WORKS, ANNEX, "U0MIURA", "2403"),
    Someone("U0SAKAMOTO", "坂本 美穂", "建設課", WORKS, THIRD, "U0MIURA", "2404"),
    Someone("U0OKAMOTO", "岡本 純子", "教育総務課長", SCHOOLS, ANNEX, phone="2500"),
    Someone("U0ABE", "David Abe", "教育総務課", SCHOOLS, ANNEX, "U0OKAMOTO", "2501", locale="en-GB"),
    Someone("U0MAEDA", "前田 薫", "教育総務課", SCHOOLS, ANNEX, "U0OKAMOTO", "2502"),
    Someone("U0MATSUDA", "松田 茂", "社会環境課長", ENVIRONMENT, GROUND, phone="2600"),
    Someone("U0HASHIMOTO", "橋本 陽子", "社会環境課", ENVIRONMENT, GROUND, "U0MATSUDA", "2601"),
    Someone("U0YOSHINO", "𠮷野 光", "社会環境課", ENVIRONMENT, GROUND, "U0MATSUDA", "2602"),
)  # fmt: skip

PERSONNEL_AUTHORITY = frozenset({"U0TANAKA", "U0NAKAMURA", "U0KOBAYASHI", "U0FUJITA"})
"""Who decides on other people's posts and pay: none of them may be a clerk of the stress check (Aku 5)."""

OUTSIDERS = (
    Someone("U0KIMURA", "木村 奈緒", "臨床心理士", OUTSIDE, phone="0800-000-0001", employment="external"),
    Someone("U0SASAKI", "佐々木 真", "産業医", OUTSIDE, phone="0800-000-0002", employment="external"),
    Someone("U0WADA", "和田 聡", "健診センター（委託先）", OUTSIDE, phone="0800-000-0003", employment="external"),
)

_YEAR_END = "2027-03-31"
APPOINTMENTS = (
    *(
        Named(person, "unit_supporter", _YEAR_END, "所属長", "所第4号")
        for person in ("U0IKEDA", "U0HAYASHI", "U0SHIMIZU", "U0YAMAZAKI", "U0MORI", "U0ABE", "U0HASHIMOTO")
    ),
    Named("U0MATSUMOTO", "hq_supporter", _YEAR_END, "町長", "厚第1号"),
    Named("U0INOUE", "coordinator", _YEAR_END, "厚生課長", "厚第2号"),
    Named("U0KIMURA", "external_adviser", _YEAR_END, "町長", "厚第3号", field="臨床心理"),
    Named("U0YAMAMOTO", "welfare_head"),
    *(
        Named(person, "unit_head")
        for person in ("U0NAKAMURA", "U0YAMAMOTO", "U0FUKUDA", "U0OTA", "U0MIURA", "U0OKAMOTO", "U0MATSUDA")
    ),
    Named("U0KOBAYASHI", "desk_officer"),
    Named("U0KATO", "desk_officer"),
    *(
        Named(person, "counsellor", _YEAR_END, "町長", "総第12号", "衛生委員会規程第3条第4項第4号")
        for person in ("U0SAITO", "U0GOTO", "U0SAKAMOTO", "U0MAEDA", "U0OKADA", "U0YOSHINO")
    ),
    Named("U0OKADA", "response_nurse", "", "町長", "総第13号", "衛生委員会規程第3条第4項第3号"),
    Named("U0NAKAMURA", "affairs_head"),
    Named("U0YAMAMOTO", "affairs_deputy", "", "町長", "総第16号"),
    Named("U0TANAKA", "chair", seat="1"),
    Named("U0TANAKA", "committee_member", seat="1"),
    Named("U0NAKAMURA", "committee_member", seat="2"),
    Named("U0MATSUDA", "committee_member", _YEAR_END, "町長", "総第14号", seat="3"),
    Named("U0OKAMOTO", "committee_member", _YEAR_END, "町長", "総第14号", seat="4"),
    Named("U0HASEGAWA", "committee_member", _YEAR_END, "職員団体", "総第15号", seat="5"),
    Named("U0INOUE", "committee_member", _YEAR_END, "職員団体", "総第15号", seat="6"),
    Named("U0KOBAYASHI", "secretariat"),
    Named("U0SASAKI", "implementer", "", "町長", "総第20号"),
    Named("U0SASAKI", "physician", "", "町長", "総第20号"),
    Named("U0KATO", "clerk", "", "実施者", "総第21号"),
    Named("U0WADA", "joint_clerk", "", "町長", "委託契約第7号"),
    Named("U0YOSHIDA", "planner"),
    Named("U0KOBAYASHI", "affairs_staff"),
    Named("U0FUJITA", "digest_reader"),
    Named("U0ENDO", "administrator"),
    Named("U0AOKI", "auditor"),
)

NOTES = {
    "unit_supporter": "所属ピアサポーター",
    "hq_supporter": "本部ピアサポーター",
    "coordinator": "コーディネーター",
    "external_adviser": "部外相談員",
    "welfare_head": "厚生課長",
    "unit_head": "所属長",
    "desk_officer": "窓口職員",
    "counsellor": "ハラスメント相談員",
    "response_nurse": "対応保健師",
    "affairs_head": "総務課長",
    "affairs_deputy": "総務課長の代理",
    "chair": "対策委員会委員長",
    "committee_member": "対策委員会委員",
    "secretariat": "委員会庶務",
    "implementer": "実施者",
    "physician": "面接する医師",
    "clerk": "実施事務従事者",
    "joint_clerk": "共同実施事務従事者",
    "planner": "担当者",
    "affairs_staff": "総務課職員",
    "digest_reader": "月次のまとめの受け手",
    "administrator": "管理者",
    "auditor": "監査",
}


def _roles_note(person: str) -> str:
    return "・".join(NOTES[one.role] for one in APPOINTMENTS if one.person == person)


def _member(one: Someone, *, guest: bool) -> Member:
    note = _roles_note(one.id)
    return Member(one.id, one.name, one.title, one.unit, one.locale, guest=guest, roles_note=note)


PEOPLE = (
    *(_member(one, guest=False) for one in STAFF),
    *(_member(one, guest=True) for one in OUTSIDERS),
    Member("U0GUEST", "大野 あかり", "研修生", CITIZENS, guest=True, roles_note="役割のないゲスト"),
    Member("U0NISHIMURA", "西村 悟", "退職", TAX, deleted=True, roles_note="停止されたアカウント"),
    Member("U0NEIGHBOUR", "原 健二", "隣町の職員", "", stranger=True, roles_note="別のワークスペースの人"),
    Member("U0ROOMBOT", "会議室予約", "", "", is_bot=True),
)
"""Everybody in the workspace: staff, outsiders as guests, and four with whom the app must be careful."""


def roster_csv() -> str:
    """The roster of this town hall as CSV text: a row without role for each person, then one for each appointment."""
    told = StringIO()
    rows = csv.DictWriter(told, COLUMNS, restval="", lineterminator="\n")
    rows.writeheader()
    everybody = {one.id: one for one in (*STAFF, *OUTSIDERS)}
    for one in everybody.values():
        rows.writerow(_described(one))
    for named in APPOINTMENTS:
        row = named._asdict() | {"document_on": "2026-03-25" if named.document else ""}
        rows.writerow(_described(everybody[named.person]) | row)
    return told.getvalue()


def _described(one: Someone) -> dict[str, str]:
    authority = "yes" if one.id in PERSONNEL_AUTHORITY else ""
    division = DIVISIONS.get(one.unit, "")
    told = one._asdict() | {"person": one.id, "personnel_authority": authority, "division": division}
    return {name: told[name] for name in COLUMNS if name in told}
