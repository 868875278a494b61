"""The journeys of peer support once more, as somebody lives them who reads English; the others tell them in Japanese.

What would not be in the reader's language is found by the watch. Advice, danger, handing on with consent and the
practice case have their English journeys beside the Japanese ones.
"""

from dataclasses import replace
from datetime import date

from bot.sandbox.town import Town
from bot.store import models
from bot.store.unit import Unit
from tests.journeys import people as p
from tests.journeys.test_away import be_away
from tests.journeys.test_end import cases, check_due, kept, nothing_left, open_contact
from tests.journeys.test_living_roster import release
from tests.journeys.test_referral import ask_to_refer
from tests.journeys.watch import Watch

EMMA, DAVID, DAVIDS_HEAD = p.ASKER_IN_ENGLISH, p.SUPPORTER_IN_ENGLISH, "U0OKAMOTO"
NEWS, GONE = "There is news for you", "cannot be shown"
MESSAGE = "I would like to talk about work"
LOOKING = "We are looking for somebody else. Please choose once more"

pytestmark = p.on_sqlite


async def asked(town: Town, message: str = MESSAGE) -> None:
    """Emma has asked David, who has been told."""
    await p.ask(town, EMMA, "David Abe", message)
    await p.slot(town)


async def under_way(town: Town) -> None:
    """David has taken on what Emma asked; both have heard what there was to hear."""
    await asked(town)
    await p.accept(town, DAVID)
    await p.slot(town)


async def test_accepted(town: Town, watch: Watch) -> None:
    await asked(town)
    assert p.sentences(town, DAVID) == ["There is a request for you (by 9 September)"]
    supporter = await p.open_notice(town, DAVID)
    assert "Emma Ogawa (市民課) would like to talk to you." in supporter.text()
    assert MESSAGE in supporter.text()
    await p.press(town, DAVID, "peer_support.accept")
    assert "Emma Ogawa will be told only that you have taken it on" in supporter.text()
    await p.slot(town)
    assert p.sentences(town, EMMA) == [NEWS]
    assert "David Abe has taken it on and will contact you (Telephone)" in (await p.open_notice(town, EMMA)).text()


async def test_stepped_aside(town: Town, watch: Watch) -> None:
    await asked(town)
    supporter = await p.step_aside(town, DAVID, "own_load")
    assert "They will be told that we are looking for somebody else" in supporter.text()
    await p.slot(town)
    asker = await p.open_notice(town, EMMA)
    assert LOOKING in asker.text()
    await p.choose(town, EMMA, "森 彩香")
    assert "You have asked 森 彩香" in asker.text()
    reasons = [row.en for row in town.program.casework.policy.step_aside_reasons]
    assert [reason for reason in reasons if reason in watch.text(EMMA)] == []
    assert GONE in (await p.open_notice(town, DAVID)).text()
    watch.words.clear()  # what Emma wrote reaches 森 彩香 as she wrote it


async def test_unanswered_to_the_end(town: Town, watch: Watch) -> None:
    await asked(town)
    await town.step(p.at(2026, 9, 10, 9, 0))
    assert p.arrived(town, EMMA) == ["09-10 08:35"]
    asker = await p.open_notice(town, EMMA)
    assert "David Abe has not answered yet. We are sorry to keep you waiting" in asker.text()
    await p.press(town, EMMA, "peer_support.wait")
    assert "You will hear by Monday 14 September" in asker.text()
    await town.step(p.at(2026, 9, 15, 9, 0))
    assert p.sentences(town, EMMA) == [NEWS, NEWS]
    asker = await p.open_notice(town, EMMA)
    await p.press(town, EMMA, "peer_support.withdraw")
    assert "It is taken back" in asker.text()
    await nothing_left(town)
    assert GONE in (await p.open_notice(town, DAVID)).text()


async def test_away(town: Town, watch: Watch) -> None:
    await asked(town)
    await be_away(town, DAVID, "2026-09-18")
    await p.slot(town)
    assert p.sentences(town, EMMA) == [NEWS]
    asker = await p.open_notice(town, EMMA)
    assert "David Abe is away until Friday 18 September" in asker.text()
    await p.press(town, EMMA, "peer_support.wait")
    assert "You have asked David Abe" in asker.text()


async def test_referred_without_consent(town: Town, watch: Watch) -> None:
    await under_way(town)
    await ask_to_refer(town, "松本 正", "name", by=DAVID)
    await p.slot(town)
    asker = await p.open_notice(town, EMMA)
    assert "There is one thing we would like to ask you" in asker.text()
    await p.press(town, EMMA, "peer_support.question")
    assert "If you do not agree, nothing changes in your talks" in asker.text()
    await p.press(town, EMMA, "peer_support.not_now")
    assert "David Abe has taken it on" in asker.text()
    await p.slot(town)
    assert "Handing on: not this time. Please go on as you are." in (await p.open_notice(town, DAVID)).text()
    assert p.sentences(town, p.HQ_SUPPORTER) == []


async def test_released_in_the_middle(town: Town, watch: Watch) -> None:
    await under_way(town)
    await release(town, DAVIDS_HEAD, DAVID, "2026-09-07")
    await p.slot(town)
    assert LOOKING in (await p.open_notice(town, EMMA)).text()
    assert await p.rows(town, models.PartyRow, purpose="handler") == []
    asker = await p.choose(town, EMMA, "森 彩香")
    assert "You have asked 森 彩香" in asker.text()


async def test_family_contact_and_month_end_with_activity(town: Town, watch: Watch) -> None:
    await p.swear(town, DAVID)
    done = await p.record(town, DAVID, means="phone", requester="family", activity="noticing")
    assert "It counts for September" in done.text()
    await town.step(p.at(2026, 10, 1, 9, 0))
    supporter = await p.open_month(town, DAVID)
    assert "September has one entry" in supporter.text()
    assert "Noticing · Work · Telephone · Up to 30 minutes (Family member)" in supporter.text()
    await supporter.submit()
    await town.sandbox.quiet()
    assert "September has been reported" in supporter.text()


async def test_month_end_without_activity(town: Town, watch: Watch) -> None:
    await town.step(p.at(2026, 10, 1, 9, 0))
    supporter = await p.open_notice(town, DAVID)
    assert "If not, there is nothing to do: it closes by itself as “none”" in supporter.text()
    heard = len(supporter.messages)
    await town.step(p.at(2026, 10, 11, 9, 0))
    assert len(supporter.messages) == heard
    assert "September was closed as “none”. There is nothing to do." in (await p.open_notice(town, DAVID)).text()


async def test_check_answered_worse(town: Town, watch: Watch) -> None:
    await kept(town, EMMA, "David Abe", MESSAGE)
    await check_due(town, EMMA)
    asker = await p.press(town, EMMA, "peer_support.check_worse")
    assert "Nobody has been told yet" in asker.text()
    await p.press(town, EMMA, "peer_support.worse_same")
    await asker.submit()
    await p.slot(town)
    assert "I feel that I have been put at a disadvantage" in (await p.open_notice(town, DAVID)).text()


async def test_forgotten(town: Town, watch: Watch) -> None:
    await under_way(town)
    await p.end(town, DAVID)
    await p.slot(town)
    asker = await p.open_notice(town, EMMA)
    assert "What was kept of it will be erased on Monday 14 September" in asker.text()
    await p.press(town, EMMA, "peer_support.forget")
    assert "This has been erased. You are welcome at any time." in asker.text()
    assert (await p.route(town))["party"] == 0
    assert GONE in (await p.open_notice(town, EMMA)).text()


async def test_contact_kept_and_reopened(town: Town, watch: Watch) -> None:
    await kept(town, EMMA, "David Abe", MESSAGE)
    asker = await open_contact(town, EMMA)
    assert "You can ask David Abe again from here until Saturday 6 March" in asker.text()
    await p.press(town, EMMA, "peer_support.reopen")
    await asker.submit({"message": "May I talk to you again"})
    await town.sandbox.quiet()
    assert "You have asked David Abe" in asker.text()
    await p.slot(town)
    assert "May I talk to you again" in (await p.open_own(town, DAVID)).text()
    assert len(await cases(town, "request")) == 1


async def test_guest_adviser(town: Town, watch: Watch) -> None:
    def confirm(unit: Unit) -> None:
        held = unit.roster.held_by(p.ADVISER)
        unit.roster.save_appointments(replace(one, checked_on=date(2026, 9, 4)) for one in held)

    await town.program.store.run(confirm)
    asker = await p.ask(town, EMMA, "木村 奈緒")
    assert "You have asked 木村 奈緒" in asker.text()
    await p.slot(town)
    await p.accept(town, p.ADVISER)
    await p.slot(town)
    assert "木村 奈緒 has taken it on" in (await p.open_notice(town, EMMA)).text()
