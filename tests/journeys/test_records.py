"""What is written down about a support: closed choices, more only by consent, and an adviser's report each time."""

from dataclasses import replace
from datetime import date

from bot.sandbox.persons import Driver
from bot.sandbox.town import Town
from bot.store import models
from bot.store.unit import Unit
from tests.journeys import people as p
from tests.journeys.watch import Watch

TEXT = "夜も眠れないとのことでした"


async def accepted(town: Town, person: str = p.SUPPORTER, name: str = "林 さくら") -> None:
    """A request that somebody has taken on."""
    await p.ask(town, supporter=name)
    await p.slot(town)
    await p.accept(town, person)
    await p.slot(town)


async def agree_to_record(town: Town, *fields: str) -> None:
    """The supporter asks what may stand in the record, the person says yes to these fields."""
    await p.open_own(town, p.SUPPORTER)
    await p.press(town, p.SUPPORTER, "peer_support.more")
    supporter = await p.press(town, p.SUPPORTER, "peer_support.record_consent")
    await supporter.submit({"fields": list(fields)})
    await town.sandbox.quiet()
    await p.open_own(town, p.ASKER)
    asker = await p.press(town, p.ASKER, "peer_support.question")
    await asker.submit()
    await town.sandbox.quiet()


async def end(town: Town, person: str = p.SUPPORTER) -> Driver:
    """The supporter says that it is done; the form for the record follows."""
    await p.open_own(town, person)
    return await p.press(town, person, "peer_support.end")


async def take_consent_back(town: Town) -> str:
    """The person takes the first of their consents back; what the list of them says."""
    await p.open_own(town, p.ASKER)
    who = town.sandbox.person(p.ASKER)
    if "peer_support.consents" not in str(who.modal):
        await p.press(town, p.ASKER, "peer_support.more")
    listed = (await p.press(town, p.ASKER, "peer_support.consents")).text()
    await p.press(town, p.ASKER, "peer_support.take_back")
    return listed


async def sent_month(town: Town) -> str:
    """The month is over and reported; what the welfare head reads of it."""
    await town.step(p.at(2026, 10, 1, 9, 0))
    supporter = await p.open_month(town, p.SUPPORTER)
    await supporter.submit()
    await town.sandbox.quiet()
    assert "報告済み" in supporter.text()
    return (await reports(town)).text()


async def reports(town: Town, month: str = "") -> Driver:
    """The welfare head's list of a month."""
    await p.go_home(town, p.WELFARE_HEAD)
    for button in ("peer_support.reports", *([month] if month else [])):
        head = await p.press(town, p.WELFARE_HEAD, button)
        if "home.swear" in str(head.modal):
            await p.press(town, p.WELFARE_HEAD, "home.swear")
    return head


async def test_with_consent_sub_topic_and_words_reach_the_welfare_head_alone(town: Town, watch: Watch) -> None:
    await accepted(town)
    await agree_to_record(town, "subtopic", "text")
    supporter = await end(town)
    assert "ご本人が記録に残すことに同意した" in supporter.text()
    await p.fill_record(supporter, topic="private", subtopic="health", text=TEXT)
    await supporter.submit()
    await town.sandbox.quiet()
    assert "9月分に記録しました" in supporter.text()

    read = await sent_month(town)
    assert f"ご本人の同意により：健康\n{TEXT}" in read
    everybody = [person for person in town.sandbox.workspace.members if person not in (p.SUPPORTER, p.WELFARE_HEAD)]
    assert [person for person in everybody if TEXT in watch.text(person)] == []
    assert "石川" not in watch.text(p.WELFARE_HEAD)


@p.on_sqlite
async def test_without_consent_there_is_neither_field_and_else_only_what_was_agreed_to(
    town: Town, watch: Watch
) -> None:
    await accepted(town)
    await agree_to_record(town, "subtopic")
    supporter = await end(town)
    blocks = {block.get("block_id") for block in (supporter.modal or {})["blocks"]}
    assert {"subtopic", "text"} & blocks == {"subtopic"}

    await p.go_home(town, p.SUPPORTER)
    await p.press(town, p.SUPPORTER, "peer_support.write_down")
    blocks = {block.get("block_id") for block in (supporter.modal or {})["blocks"]}
    assert {"subtopic", "text"} & blocks == set()


@p.on_sqlite
async def test_a_forged_form_with_words_in_it_is_refused(town: Town) -> None:
    await accepted(town)
    supporter = await end(town)
    await p.fill_record(supporter)
    shown = town.sandbox.workspace.state(p.SUPPORTER).modals[-1]
    element = {"type": "plain_text_input", "action_id": "input", "multiline": True}
    label = {"type": "plain_text", "text": "x"}
    field = {"type": "input", "block_id": "text", "label": label, "element": element, "optional": True}
    shown.view = {**shown.view, "blocks": [*shown.view["blocks"], field]}
    await supporter.submit({"text": TEXT}, unchecked=True)
    await town.sandbox.quiet()
    assert "同意がないので" in supporter.text()
    assert await p.rows(town, models.RecordRow, kind="activity") == []


@p.on_sqlite
async def test_a_consent_taken_back_while_the_form_is_open_counts(town: Town) -> None:
    await accepted(town)
    await agree_to_record(town, "text")
    supporter = await end(town)
    await take_consent_back(town)
    await p.fill_record(supporter, text=TEXT)
    await supporter.submit()
    await town.sandbox.quiet()
    assert "同意がないので" in supporter.text()
    await supporter.submit({"text": ""})
    await town.sandbox.quiet()
    assert "9月分に記録しました" in supporter.text()
    assert TEXT not in await sent_month(town)


@p.on_sqlite
async def test_what_was_recorded_before_a_consent_was_taken_back_stays_and_the_person_reads_that(town: Town) -> None:
    await accepted(town)
    await agree_to_record(town, "text")
    supporter = await end(town)
    await p.fill_record(supporter, text=TEXT)
    await supporter.submit()
    await town.sandbox.quiet()
    asker = await take_consent_back(town)
    assert "記録にすでに書かれたことだけは、残ります" in asker
    assert TEXT in await sent_month(town)


@p.on_sqlite
async def test_words_that_may_tell_who_it_was_are_shown_before_they_go(town: Town, watch: Watch) -> None:
    await accepted(town)
    await agree_to_record(town, "text")
    supporter = await end(town)
    await p.fill_record(supporter, text="石川さんのこと")
    await supporter.submit()
    await town.sandbox.quiet()
    assert "だれのことかわかるかもしれません" in supporter.text()
    assert "「石川" in supporter.text()
    assert await p.rows(town, models.RecordRow, kind="activity") == []
    chosen = supporter.values["activity"]["input"]["selected_option"]
    assert chosen["value"] == "listening"  # nothing has to be chosen anew

    await supporter.submit({"text": "石川さんと市民課のこと"})  # one more than was warned of
    await town.sandbox.quiet()
    assert "「市民課」" in supporter.text()
    await supporter.submit({"text": TEXT})
    await town.sandbox.quiet()
    assert "9月分に記録しました" in supporter.text()
    assert len(await p.rows(town, models.RecordRow, kind="activity")) == 1


@p.on_sqlite
async def test_a_sub_topic_of_another_group_is_refused(town: Town) -> None:
    await accepted(town)
    await agree_to_record(town, "subtopic")
    supporter = await end(town)
    await p.fill_record(supporter, topic="work", subtopic="health")
    await supporter.submit()
    await town.sandbox.quiet()
    assert "合っていません" in supporter.text()


@p.on_sqlite
async def test_a_family_by_phone_is_written_down_like_everybody(town: Town, watch: Watch) -> None:
    await p.swear(town, p.SUPPORTER)
    await p.go_home(town, p.SUPPORTER)
    supporter = await p.press(town, p.SUPPORTER, "peer_support.write_down")
    assert "ご家族からの相談や、電話や立ち話で受けたもの" in supporter.text()
    await p.fill_record(supporter, means="phone", requester="family", activity="noticing")
    await supporter.submit()
    await town.sandbox.quiet()
    assert "気付き・職場のこと・電話・30分まで（家族）" in await sent_month(town)


async def checked(town: Town) -> None:
    """The second person has checked the adviser's account (P2, G6)."""

    def work(unit: Unit) -> None:
        held = unit.roster.held_by(p.ADVISER)
        unit.roster.save_appointments(replace(a, checked_on=date(2026, 9, 1)) for a in held)

    await town.program.store.run(work)


async def adviser_at_work(town: Town) -> Driver:
    """Somebody has asked the external adviser, who has taken it on."""
    await checked(town)
    await accepted(town, p.ADVISER, "木村 奈緒")
    return town.sandbox.person(p.ADVISER)


async def withdraw(town: Town) -> None:
    """The person takes it back."""
    asker = await p.open_own(town, p.ASKER)
    if "peer_support.withdraw" not in str(asker.modal):
        await p.press(town, p.ASKER, "peer_support.more")
    await p.press(town, p.ASKER, "peer_support.withdraw")


async def counters(town: Town) -> dict[str, int]:
    found = await town.program.store.read(lambda unit: unit.figures.of_month("peer_support", "2026-09"))
    return {key: n for key, n in found.items() if not key.startswith("promise.")}  # those are counted when they are due


async def test_an_adviser_reports_each_time_and_the_welfare_head_hears_of_each(town: Town, watch: Watch) -> None:
    await adviser_at_work(town)
    adviser = await end(town, p.ADVISER)
    assert "第11条第2項" in adviser.text()
    assert await counters(town) == {}
    await p.fill_record(adviser, topic="private", activity="advice")
    await adviser.submit()
    await town.sandbox.quiet()
    assert "厚生課長に報告しました" in adviser.text()
    assert await counters(town) == {"topic.private": 1, "share.1": 1}
    await p.slot(town)
    heard = p.sentences(town, p.WELFARE_HEAD).count(p.NEWS)
    head = await p.open_notice(town, p.WELFARE_HEAD)
    assert "木村 奈緒（外部）：1件" in head.text()
    assert "助言・私生活のこと・対面・30分まで（職員）" in head.text()
    assert "石川" not in watch.text(p.WELFARE_HEAD)

    await p.ask(town, "U0SAITO", supporter="木村 奈緒")
    await p.slot(town)
    await p.accept(town, p.ADVISER)
    adviser = await end(town, p.ADVISER)
    await p.fill_record(adviser)
    await adviser.submit()
    await town.sandbox.quiet()
    assert await counters(town) == {"topic.private": 1, "topic.work": 1, "share.2": 1}  # one contributor (D2)
    await p.slot(town)
    assert p.sentences(town, p.WELFARE_HEAD).count(p.NEWS) == heard + 1
    assert "木村 奈緒（外部）：2件" in (await p.open_notice(town, p.WELFARE_HEAD)).text()


@p.on_sqlite
async def test_an_adviser_who_puts_it_off_is_nudged_and_finds_it_on_home(town: Town, watch: Watch) -> None:
    await adviser_at_work(town)
    await end(town, p.ADVISER)
    before = len(p.sentences(town, p.ADVISER))
    await town.step(p.at(2026, 9, 14, 12, 0))
    assert p.sentences(town, p.ADVISER)[before:] == [p.duty("9月14日")] * 2
    assert p.arrived(town, p.ADVISER)[before:] == ["09-10 08:35", "09-14 08:35"]
    await p.go_home(town, p.ADVISER)
    adviser = await p.press(town, p.ADVISER, "peer_support.adviser_report")
    await p.fill_record(adviser)
    await adviser.submit()
    await town.sandbox.quiet()
    assert "厚生課長に報告しました" in adviser.text()
    await p.go_home(town, p.ADVISER)
    assert "相談の報告" not in adviser.text()


@p.on_sqlite
async def test_a_report_is_owed_as_well_when_the_person_ends_it_and_not_where_nothing_was_taken_on(town: Town) -> None:
    await adviser_at_work(town)
    await withdraw(town)
    assert [row.state for row in await p.rows(town, models.CaseRow, kind="adviser_report")] == ["owed"]

    await p.ask(town, supporter="木村 奈緒")
    await withdraw(town)
    assert len(await p.rows(town, models.CaseRow, kind="adviser_report")) == 1


@p.on_sqlite
async def test_a_report_leads_back_to_no_request_and_opens_to_nobody_else(town: Town) -> None:
    await adviser_at_work(town)
    adviser = await end(town, p.ADVISER)
    (request,) = await p.rows(town, models.CaseRow, kind="request")
    (report,) = await p.rows(town, models.CaseRow, kind="adviser_report")
    content = await town.program.store.read(lambda unit: unit.casebook.load(report.id))
    assert content is not None
    assert request.id not in str((content.body, content.identity))
    await p.swear(town, p.SUPPORTER)
    for person in (p.SUPPORTER, p.ASKER, p.COORDINATOR, p.WELFARE_HEAD, p.ADMINISTRATOR):
        who = await p.press_forged(town, person, "peer_support.adviser_report", report.id)
        assert p.NOT_SHOWN in who.text(), person
    assert "木村" not in (await reports(town, "2026年9月分")).text()  # nothing before it is sent
    await p.fill_record(adviser)
    await adviser.submit()
    await town.sandbox.quiet()
    assert "木村 奈緒" in (await reports(town, "2026年9月分")).text()


@p.on_sqlite
async def test_a_supporter_who_never_swore_can_still_swear_and_report_march_by_10_april_and_nothing_else(
    town: Town,
) -> None:
    await town.step(p.at(2027, 4, 5, 10, 0))
    who = await p.go_home(town, p.SUPPORTER)
    await p.press(town, p.SUPPORTER, "peer_support.write_down")
    assert "先月（3月）" in who.text()
    assert "今月（4月）" not in who.text()
    await p.fill_record(who)
    await who.submit()
    await town.sandbox.quiet()
    await p.press(town, p.SUPPORTER, "home.swear")
    assert "約束を受け取りました" in who.text()
    await who.close()
    await who.submit()
    await town.sandbox.quiet()
    assert "3月分に記録しました" in who.text()
    who = await p.open_month(town, p.SUPPORTER)
    await who.submit()
    await town.sandbox.quiet()
    assert "3月分は報告済みです" in who.text()

    await town.step(p.at(2027, 4, 11, 10, 0))
    who = await p.go_home(town, p.SUPPORTER)
    assert "peer_support.write_down" not in str(who.home)


async def test_an_adviser_whose_term_ends_within_a_support_still_files_its_report_and_opens_nothing_else(
    town: Town, watch: Watch
) -> None:  # Yam 11(2), 8(3)
    await town.step(p.at(2027, 3, 29, 10, 0))
    await adviser_at_work(town)
    (request,) = await p.rows(town, models.CaseRow, kind="request")
    await town.step(p.at(2027, 4, 5, 10, 0))
    (report,) = await p.rows(town, models.CaseRow, kind="adviser_report")
    assert (report.state, report.period) == ("owed", "2027-03")
    assert p.duty("4月8日") in p.sentences(town, p.ADVISER)

    assert p.NOT_SHOWN in (await p.press_forged(town, p.ADVISER, "peer_support.case", request.id)).text()
    await p.go_home(town, p.ADVISER)
    adviser = await p.press(town, p.ADVISER, "peer_support.adviser_report")
    await p.fill_record(adviser)
    await adviser.submit()
    await town.sandbox.quiet()
    assert "厚生課長に報告しました" in adviser.text()
    await p.go_home(town, p.ADVISER)
    assert "ゲストの方は、お電話でどうぞ" in adviser.text()
    assert "木村 奈緒（外部）：1件" in (await reports(town)).text()


@p.on_sqlite
async def test_nobody_without_an_office_past_or_present_can_swear(town: Town) -> None:
    for person in (p.ASKER, "U0GUEST"):
        who = await p.press_forged(town, person, "home.swear")
        assert "約束を受け取りました" not in who.text()
