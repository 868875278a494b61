"""A code stands before what names somebody: asked for where it is needed, good once, and it leads straight on."""

from collections.abc import AsyncIterator, Mapping
from pathlib import Path

import pytest

from bot import app
from bot.casework import Casework, Door
from bot.commands import totp
from bot.handlers import blocks
from bot.handlers.flow import Action, Answer, Click, Show
from bot.handlers.registry import FLOWS
from bot.handlers.step_up.flow import StepUp
from bot.rules.access import Act
from bot.rules.people import Role
from bot.sandbox.persons import Driver
from bot.sandbox.server import Setup
from bot.sandbox.town import POLICY, Town, open_town
from bot.store.models import AuditRow
from tests.journeys import people as p

HIDDEN = "ここから先は、名前がわかる内容です"
AGAIN = "番号がちがうか、もう使われています"


async def look(click: Click, casework: Casework) -> Answer:
    """Opens something to which the matrix puts a code: the welfare head's second look at an account (P2)."""
    door = Door("vault", "code", (Role.WELFARE_HEAD,), Act.READ, "appointment")
    shown = await casework.read(click, door, lambda case, ledger: f"{HIDDEN}（{click.row}）")
    return Show(blocks.modal("Vault", [blocks.section(shown)], close="x"))


async def offer(click: Click, casework: Casework) -> Answer:
    """A form in front of the same door."""
    field = blocks.line_input("words", "Words")
    token = click.token_for("vault.send")
    return Show(blocks.modal("Vault", [field], close="x", submit="y", callback_id="vault.send", token=token))


class Vault(StepUp):
    """A flow with one room behind the code."""

    def __init__(self) -> None:
        self.name = "vault"
        self.actions: Mapping[str, Action] = {"vault.look": look, "vault.offer": offer}
        self.forms: Mapping[str, Action] = {"vault.send": look}
        self.fields = ()


@pytest.fixture
async def town(tmp_path: Path, town_url: str, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Town]:
    monkeypatch.setattr(app, "FLOWS", (*FLOWS, Vault()))
    opened = await open_town(tmp_path, database_url=town_url, setup=Setup(retry_seconds=(0.0, 0.05, 0.1)))
    yield opened
    await opened.stop()


async def knock(town: Town, person: str = p.WELFARE_HEAD) -> Driver:
    """Press the button, give the oath where it is asked."""
    who = await p.press_forged(town, person, "vault.look", "7")
    if "home.swear" in str(who.modal):
        await p.press(town, person, "home.swear")
    return who


async def enter(town: Town, who: Driver, code: str) -> None:
    await who.submit({"code": code})
    await town.sandbox.quiet()


async def wrong_code(who: Driver) -> str:
    """Six digits that no step near this moment has."""
    return "000000" if await who.code() != "000000" else "111111"


async def test_the_oath_and_the_code_lead_straight_on_to_what_was_asked_for(town: Town) -> None:
    head = await p.press_forged(town, p.WELFARE_HEAD, "vault.look", "7")
    assert "秘密を守る約束" in head.text()
    await p.press(town, p.WELFARE_HEAD, "home.swear")
    assert "認証アプリの番号" in head.text()
    assert HIDDEN not in head.text()

    await enter(town, head, await head.code())

    assert f"{HIDDEN}（7）" in head.text()
    assert len(head.modals) == 1
    assert HIDDEN in (await knock(town)).text()


async def test_it_is_asked_again_after_half_an_hour_and_an_old_code_opens_nothing(town: Town) -> None:
    head = await knock(town)
    used = await head.code()
    await enter(town, head, used)
    assert HIDDEN in head.text()

    await town.step_by(minutes=29)
    assert HIDDEN in (await knock(town)).text()
    await town.step_by(minutes=1)
    head = await knock(town)
    assert HIDDEN not in head.text()
    await enter(town, head, used)
    assert AGAIN in head.text()
    await enter(town, head, await head.code())
    assert HIDDEN in head.text()


@p.on_sqlite
async def test_the_code_of_a_moment_counts_once_also_in_another_window(town: Town) -> None:
    head = await knock(town)
    form = dict(head.modal or {})
    code = await head.code()
    await enter(town, head, code)
    await town.step_by(minutes=31)
    await p.press_forged(town, p.WELFARE_HEAD, "vault.look", "7")
    town.sandbox.workspace.state(p.WELFARE_HEAD).modals[-1].view = form  # the old form, still open on another device
    await head.submit({"code": await head.code()}, unchecked=True)
    await town.sandbox.quiet()
    assert AGAIN in head.text()  # its page was used up, and what it stands for is over


@p.on_sqlite
async def test_five_wrong_codes_make_wait_and_it_says_until_when(town: Town) -> None:
    head = await knock(town)
    for _ in range(5):
        await enter(town, head, await wrong_code(head))
        assert AGAIN in head.text()
        await town.step_by(minutes=1)
    await enter(town, head, await head.code())
    assert "10:00までお待ちください" in head.text()

    await town.step_by(minutes=6)
    await enter(town, head, await head.code())
    assert HIDDEN in head.text()


@p.on_sqlite
async def test_who_has_no_code_yet_reads_where_to_get_one(town: Town) -> None:
    supporter = await p.press_forged(town, p.SUPPORTER, "step_up.ask")
    assert "登録がまだありません" in supporter.text()
    assert "管理者に登録を頼んで" in supporter.text()


@p.on_sqlite
async def test_a_code_opens_nothing_to_whom_the_matrix_gives_nothing(town: Town) -> None:
    for person in (p.SUPPORTER, p.ADMINISTRATOR, p.ASKER, p.COORDINATOR):
        who = await knock(town, person)
        assert p.NOT_SHOWN in who.text(), person


@p.on_sqlite
async def test_a_form_that_needed_a_code_stays_below_with_what_was_typed(town: Town) -> None:
    head = await knock(town)
    await head.close(everything=True)
    await p.press_forged(town, p.WELFARE_HEAD, "vault.offer")
    await head.submit({"words": "書きかけの文"})
    await town.sandbox.quiet()
    assert "認証アプリの番号" in head.text()
    await enter(town, head, await head.code())
    assert "確認できました" in head.text()
    await head.close()
    assert "書きかけの文" in str(head.values)
    await head.submit()
    await town.sandbox.quiet()
    assert HIDDEN in head.text()


@p.on_sqlite
async def test_a_new_enrolment_takes_the_place_of_the_old_one(town: Town) -> None:
    head = await knock(town)
    before = await head.code()
    await town.program.store.run(lambda unit: totp.give(unit, p.WELFARE_HEAD, "A" * 32))
    await enter(town, head, before)
    assert AGAIN in head.text()
    await enter(town, head, await head.code())
    assert HIDDEN in head.text()


@p.on_sqlite
async def test_the_audit_log_has_denial_code_and_reading_and_no_digit_of_the_code(town: Town) -> None:
    head = await knock(town)
    await enter(town, head, await wrong_code(head))
    code = await head.code()
    await enter(town, head, code)
    rows = [(row.act, row.outcome) for row in await p.rows(town, AuditRow)]
    for line in (("read", "denied:not_stepped_up"), ("mistype", "done"), ("enter", "done"), ("read", "done")):
        assert line in rows
    assert code not in str(rows)


@p.on_sqlite
async def test_an_organisation_may_do_without(
    tmp_path: Path, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app, "FLOWS", (*FLOWS, Vault()))
    policy = tmp_path / "policy.toml"
    text = POLICY.read_text(encoding="utf-8")
    assert "step_up_codes = true" in text
    policy.write_text(text.replace("step_up_codes = true", "step_up_codes = false"), encoding="utf-8")
    opened = await open_town(tmp_path, database_url=database_url, policy_file=policy)
    try:
        assert HIDDEN in (await knock(opened)).text()
    finally:
        await opened.stop()
