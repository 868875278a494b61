"""How each act around a consultation is done on the screen; what was done goes into its ledger."""

from collections.abc import Mapping
from datetime import timedelta

from tests.year import office_days as office
from tests.year.harassment_circle import BY_NAME, COUNSELLORS, TICKS
from tests.year.harassment_hand import Does, Hand, after_question, by_me, plain
from tests.year.harassment_owed import CASE, CONTACT

REASONS = ("away", "too_close", "own_load", "health")
HEARD = ("affected", "respondent", "third_party")
NAMEABLE = (*COUNSELLORS, "U0NAKAMURA", "U0TANAKA", "U0KATO", "U0MATSUDA", "U0FUKUDA", "U0MIURA", "U0OTA")


# ---- day, place and two responders ----


async def arrange(hand: Hand) -> None:
    await hand.press("arrange")
    people = hand.offered("responders")
    assert {BY_NAME[name] for name in people} == set(hand.case.circle.candidates)
    pair = hand.folk.random.sample(sorted(people), 2)
    day = hand.coming_day()
    meeting = {"day": day.isoformat(), "time": "14:00", "place": hand.canary(), "means": "in_person"}
    await hand.submit(**meeting, responders=[people[name] for name in pair], reason=hand.folk.random.choice(REASONS))
    hand.did("arrange", by=hand.me, pair=[BY_NAME[name] for name in pair], meets_on=day)


async def refuse(hand: Hand) -> None:
    await hand.press("arrangement")
    await hand.press("refuse")
    await hand.submit(reason=hand.folk.random.choice(REASONS))
    hand.did("refuse", by=hand.me)


async def ask_other(hand: Hand) -> None:
    await hand.press("ask_other")
    await hand.submit(what=["day", "responders"], text=hand.canary())
    hand.did("ask_other")


async def reschedule(hand: Hand) -> None:
    await hand.press("reschedule")
    day = hand.coming_day()
    await hand.submit(day=day.isoformat(), time="14:00", place=hand.canary(), means="phone")
    hand.did("reschedule", by=hand.me, meets_on=day)


async def choose_door(hand: Hand) -> None:
    await hand.press("choose_door")
    if not hand.case.circle.doors:
        return
    doors = sorted(hand.offered("door").values())
    assert sorted(doors) == sorted(hand.case.circle.doors)
    door = hand.folk.random.choice(doors)
    await hand.submit(door=door)
    hand.did("choose_door", door=door)


async def exclude(hand: Hand) -> None:
    await hand.press("more")
    await hand.press("exclude")
    circle, random = hand.case.circle, hand.folk.random
    people = {one for one in random.sample(NAMEABLE, random.randrange(1, 3)) if one != hand.me}
    ticks = {random.choice(sorted(TICKS))} if random.random() < 0.2 else set()
    if people | ticks <= circle.named | circle.ticks:
        return
    await hand.submit(excluded=sorted(circle.named | people), kept_out=sorted(circle.ticks | ticks))
    hand.did("exclude", people=people, ticks=ticks)


async def take_place(hand: Hand) -> None:
    await hand.press("take_place")
    people = hand.offered("responders")
    name = hand.folk.random.choice(sorted(people))
    await hand.submit(responders=people[name])
    hand.did("take_place", chosen=BY_NAME[name])


# ---- form 1 ----


async def sheet(hand: Hand) -> None:
    await hand.press("sheet")
    while (hand.who.modal or {}).get("callback_id") == "harassment.save_sheet":
        await hand.submit(line_4=hand.canary(), line_8=hand.canary())
        hand.did("write")
    if hand.folk.random.random() < 0.8:
        await hand.press("give_sheet")
        hand.did("give_sheet")


async def confirm_sheet(hand: Hand) -> None:
    """The person reads it, sometimes names themselves or takes something out, sometimes has it put right."""
    random = hand.folk.random
    await hand.press("read_sheet")
    if random.random() < 0.15:
        await hand.press("correct")
        await hand.submit(words=hand.canary())
        hand.did("correct")
        return
    if random.random() < 0.3 and "name_yes" in hand.buttons():
        await hand.press("name_yes")
        hand.did("write")
    await let_go(hand)


async def let_go(hand: Hand) -> None:
    await hand.press("preview")
    await hand.press("report")
    hand.did("report", by=hand.me)


# ---- what the person says, what the head does ----


def one_further(verb: str) -> Does:
    async def done(hand: Hand) -> None:
        await hand.press("more")
        if verb in hand.buttons():
            await hand.press(verb)
            hand.did(verb)

    return done


async def request_committee(hand: Hand) -> None:
    await hand.press("more")
    if "request_committee" in hand.buttons() and hand.case.circle.members:
        await hand.press("request_committee")
        await hand.submit()
        hand.did("request_committee")


async def affected(hand: Hand) -> None:
    """The responders ask the affected person by the bot where it can, else in person."""
    await hand.press("affected_said")
    if "ask_affected" in hand.buttons():
        await hand.press("ask_affected")
        hand.did("ask_affected")
        return
    said = hand.folk.random.choice(("go_on", "go_on", "stop"))
    await hand.submit(answer=said)
    hand.did("affected_says", yes=said == "go_on")


async def order(hand: Hand) -> None:
    await hand.press("order")
    known = "yes" if hand.case.agreed else "no"
    danger = {"danger": ["yes"]} if hand.case.by_another and not hand.case.affected_agreed else {}
    await hand.submit(heard=list(HEARD[: hand.folk.random.randrange(1, 4)]), known=known, note=hand.canary(), **danger)
    hand.did("order", danger=bool(danger))


async def facts(hand: Hand) -> None:
    await hand.press("fact_sheets")
    await hand.press("new_fact_sheet")
    heard = hand.folk.random.choice(sorted(hand.offered("heard").values()))
    await hand.submit(heard=heard, name=hand.canary())
    while (hand.who.modal or {}).get("callback_id") == "harassment.save_fact_page":
        await hand.submit(fact_2=hand.canary(), fact_3=hand.canary())
        hand.did("write")
    if hand.folk.random.random() < 0.7:
        await hand.press("report_facts")
        hand.did("report_facts")


async def close(hand: Hand) -> None:
    await hand.press("close_after_facts")
    await hand.submit(outcome=hand.canary())
    hand.did("close")


# ---- the committee and the measures ----


async def sit(hand: Hand) -> None:
    await hand.press("sit")
    members = hand.offered("attended")
    assert {BY_NAME[name] for name in members} == set(hand.case.circle.members)
    await hand.submit(attended=list(members.values()), heard="", minutes=hand.canary())
    hand.did("sit")


async def extend(hand: Hand) -> None:
    await hand.press("committee_file")
    if "extend" not in hand.buttons():
        return
    await hand.press("extend")
    until = max(hand.case.due_on, office.day_of(hand.folk.now)) + timedelta(days=30)
    await hand.submit(reason=hand.canary(), until=until.isoformat())
    hand.did("extend", until=until)


async def elect(hand: Hand) -> None:
    await hand.press("elect")
    members = hand.offered("candidate")
    assert {BY_NAME[name] for name in members} == set(hand.case.circle.members)
    name = hand.folk.random.choice(sorted(members))
    await hand.submit(candidate=members[name])
    hand.did("elect", by=hand.me, candidate=BY_NAME[name])


async def name_clerk(hand: Hand) -> None:
    await hand.press("name_clerk")
    people = hand.offered("clerk")
    assert not {BY_NAME[name] for name in people} & hand.case.circle.out
    name = hand.folk.random.choice(sorted(people))
    await hand.submit(clerk=people[name])
    hand.did("name_clerk", clerk=BY_NAME[name])


async def propose(hand: Hand) -> None:
    await hand.press("propose")
    await hand.submit(text=hand.canary(), told=hand.canary())
    hand.did("propose")


async def decide(hand: Hand) -> None:
    await hand.press("decide")
    kinds = hand.folk.random.sample(("discipline", "transfer", "apology"), hand.folk.random.randrange(1, 3))
    await hand.submit(kinds=kinds)
    hand.did("decide", kinds=len(kinds))


async def follow_up(hand: Hand) -> None:
    await hand.press("follow_up")
    left = sorted(hand.offered("done").values())
    done = left[: hand.folk.random.randrange(1, len(left) + 1)]
    await hand.submit(done=done)
    hand.did("follow_up", done=len(done))


# ---- the end ----


async def keep(hand: Hand) -> None:
    await hand.press("keep")
    who = await hand.folk.at_home(hand.me)
    known = hand.folk.behaviours[CASE].contacts  # type: ignore[attr-defined]
    (contact,) = set(hand.folk.rows_at_home(who, CONTACT)) - set(known)
    known[contact] = hand.case
    hand.did("keep", contact=contact)


async def reopen_closed(hand: Hand) -> None:
    await hand.press("more")
    await hand.press("reopen")
    hand.did("reopen")


HANDS: Mapping[str, tuple[str, Does]] = {  # what somebody wants -> the button by which it begins, and how it is done
    "confirm": ("confirm", by_me("confirm", act="confirm")),
    "answer": ("arrangement", by_me("arrangement", "confirm", act="confirm")), "refuse": ("arrangement", refuse),
    "arrange": ("arrange", arrange), "ask_other": ("ask_other", ask_other),
    "reschedule": ("reschedule", reschedule), "wait": ("wait", plain("wait")),
    "carry_on": ("carry_on", plain("carry_on")), "choose_door": ("choose_door", choose_door),
    "exclude": ("more", exclude), "step_aside": ("step_aside", by_me("step_aside", act="step_aside")),
    "step_aside_late": ("more", by_me("more", "step_aside", act="step_aside")),
    "take_place": ("take_place", take_place),
    "meet": ("meet", plain("meet")), "sheet": ("sheet", sheet), "confirm_sheet": ("read_sheet", confirm_sheet),
    "least": ("preview", let_go), "consent": ("consent_hearing", plain("consent_hearing")),
    "note_consent": ("note_consent", plain("note_consent", "consent_hearing")),
    "note_refusal": ("note_refusal", plain("note_refusal", "stop_hearing")),
    "stop_hearing": ("more", one_further("stop_hearing")), "request": ("more", request_committee),
    "take_back": ("more", one_further("take_back_request")), "affected": ("affected_said", affected),
    "order": ("order", order), "refer": ("refer", plain("refer")), "facts": ("fact_sheets", facts),
    "close": ("close_after_facts", close),
    "tell": ("outcome", by_me("outcome", "tell_outcome", act="tell_outcome")),
    "sit": ("sit", sit), "extend": ("committee_file", extend), "elect": ("elect", elect),
    "recuse": ("committee_file", by_me("committee_file", "recuse", act="recuse")),
    "name_clerk": ("name_clerk", name_clerk), "propose": ("propose", propose), "decide": ("decide", decide),
    "follow_up": ("follow_up", follow_up), "close_measures": ("close_measures", plain("close_measures")),
    "withdraw": ("withdraw", after_question("withdraw", "withdraw_now")),
    "stop": ("stop", after_question("stop", "stop_now")), "keep": ("keep", keep),
    "caller_withdraws": ("more", one_further("caller_withdraws")), "forget": ("forget", plain("forget")),
    "reopen_stopped": ("reopen", plain("reopen")), "reopen_closed": ("more", reopen_closed),
}  # fmt: skip
