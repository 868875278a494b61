"""What is known of day, place and responders, as the person reads it and as those who deal with it read it."""

from collections.abc import Iterable, Sequence

from bot.handlers import blocks
from bot.handlers.blocks import Block, View
from bot.handlers.flow import Click
from bot.handlers.harassment.rules import idle, promise
from bot.handlers.harassment.rules.ahead import ASKED
from bot.handlers.harassment.rules.arranging import ASKED_OTHER, unconfirmed
from bot.handlers.harassment.rules.aside import is_short, pickers
from bot.handlers.harassment.rules.circle import kept_out, receivers, responders
from bot.handlers.harassment.rules.meeting import Meeting, meeting_of
from bot.handlers.harassment.rules.moves import ARRANGED, ARRANGING, RECEIVED
from bot.handlers.harassment.rules.nurse import INVITED
from bot.handlers.harassment.views.case import button, day_in
from bot.handlers.harassment.views.intake import label
from bot.handlers.harassment.views.told import lines, wishes
from bot.rules.cases import Case
from bot.rules.conflicts import reports_to_any
from bot.rules.ledger import Ledger
from bot.rules.policy_rows import Labelled

OPEN = (RECEIVED, ARRANGING)


# ---- for the person ----


def own_part(click: Click, case: Case, ledger: Ledger) -> list[Block]:
    """The promise, what is proposed or settled, why somebody cannot, and what the person is asked."""
    said = [*_promise(click, case, ledger), *_proposed(click, case, ledger), *_without_pair(click, case, ledger)]
    asked = []
    if case.body.get(INVITED):
        said.append(click.say("harassment-nurse-question"))
        asked.append(blocks.actions(button(click, case, "answer_nurse")))
    return [*(blocks.section(one) for one in said), *asked, *idle_part(click, case, ledger)]


def idle_part(click: Click, case: Case, ledger: Ledger) -> list[Block]:
    """To either side, when nothing has happened for long: until when there is time to say that it goes on (G8)."""
    if not idle.is_asked(case):
        return []
    return [blocks.section(click.say("harassment-idle", day=day_in(case, ASKED)))]


def _promise(click: Click, case: Case, ledger: Ledger) -> list[str]:
    say, today = click.say, ledger.office.day(click.now)
    if case.state not in OPEN:
        return []
    if case.state == RECEIVED and not receivers(case, ledger, today):
        return [say("harassment-left-alone")] if case.handlers else []  # a responder of before is still there
    told = [say("harassment-someone-left")] if case.state == RECEIVED and case.identity.get("stepped_aside") else []
    if promise.is_missed(case):
        told.append(say("harassment-missed", phone=numbers(click, receivers(case, ledger, today), ledger)))
    elif case.state == RECEIVED:
        names = (say("harassment-called", name=name_of(ledger, who)) for who in receivers(case, ledger, today))
        told.append(say("harassment-promise", day=day_in(case, "promised_on")))
        told.append(say("harassment-with-whom", names=listed(click, names)))
    return [*told, *_refusals(click, case, ledger)]


def _refusals(click: Click, case: Case, ledger: Ledger) -> list[str]:
    """Why a counsellor cannot, in the words of the policy (Aki 7(7))."""
    rows = ledger.policy.harassment.refusals
    reasons = [named(rows, key, click.language) for key in case.body.get("refusals", ())]
    return [click.say("harassment-refusals", reasons=listed(click, reasons))] if reasons else []


def _proposed(click: Click, case: Case, ledger: Ledger) -> list[str]:
    """Day, place and who listens, with the warning about whoever works under somebody who is to be kept out."""
    meeting, say = meeting_of(case.body), click.say
    if meeting is None or case.state not in (ARRANGING, ARRANGED):
        return []
    pair = tuple(case.identity.get("asked", ())) or responders(case)
    names = listed(click, (say("harassment-called", name=name_of(ledger, who)) for who in pair))
    said = [what(click, meeting, ledger), say("harassment-meeting-with", names=names)]
    out, people = kept_out(case, ledger, ledger.office.day(click.now)), ledger.people()
    said += [
        say("harassment-works-under", name=name_of(ledger, who)) for who in pair if reports_to_any(who, out, people)
    ]
    if case.state == ARRANGING:
        said.append(say(f"harassment-yes-{'wanted' if case.requester in unconfirmed(case) else 'given'}"))
    return said


def _without_pair(click: Click, case: Case, ledger: Ledger) -> list[str]:
    """After form 1: that one of the two has gone, and who goes on."""
    if not is_short(case):
        return []
    if not pickers(case, ledger, click.now):
        return [click.say(f"harassment-{'one' if responders(case) else 'none'}-left")]
    return [click.say("harassment-one-finds" if responders(case) else "harassment-being-found")]


# ---- for who deals with it ----


def handled_part(click: Click, case: Case, ledger: Ledger) -> list[Block]:
    """What is asked of whoever opens it: to arrange, to answer, to listen, to find another responder."""
    me, say = click.who.person, click.say
    said, verbs = [], []
    if case.state in OPEN and me in receivers(case, ledger, ledger.office.day(click.now)):
        asked = "by" if case.state == RECEIVED else "waits"
        said.append(say(f"harassment-arrange-{asked}", day=day_in(case, "promised_on")))
        verbs.append("arrange")
    if case.state == ARRANGING and me in case.identity.get("asked", ()):
        waits = me in unconfirmed(case)
        said.append(
            say("harassment-answer-by", day=day_in(case, "promised_on")) if waits else say("harassment-yes-given")
        )
    if case.state == ARRANGED and me in responders(case):
        said.append(say("harassment-after-meeting"))
        verbs += ["meet", "reschedule"]
    if is_short(case):
        finds = me in pickers(case, ledger, click.now)
        said.append(say(f"harassment-pair-{'find' if finds else 'short'}"))
        verbs += ["take_place"] if finds else []
    buttons = [blocks.actions(*(button(click, case, verb) for verb in verbs))] if verbs else []
    return [*blocks.sections(said), *idle_part(click, case, ledger), *buttons]


def head_part(click: Click, case: Case, ledger: Ledger) -> list[Block]:
    """To the head or deputy: that no counsellor is left who may deal with it."""
    none = is_short(case) and not responders(case) and not pickers(case, ledger, click.now)
    return [blocks.section(click.say("harassment-pair-none"))] if none else []


def arrangement(click: Click, case: Case, ledger: Ledger) -> View:
    """Who comes, what they wish, and what is proposed or settled, with the answers to a proposal."""
    say, me = click.say, click.who.person
    body = [*blocks.sections([who_comes(click, case, ledger), *wished(click, case, ledger)])]
    meeting = meeting_of(case.body)
    if meeting is not None:
        pair = tuple(case.identity.get("asked", ())) or responders(case)
        names = listed(click, (name_of(ledger, who) for who in pair))
        settled = "proposed" if case.state in OPEN else "settled"
        said = [say(f"harassment-{settled}"), what(click, meeting, ledger)]
        body += [
            blocks.divider(),
            *blocks.sections([*said, *([say("harassment-the-two", names=names)] if names else [])]),
        ]
    if case.state == ARRANGING and me in unconfirmed(case):
        body.append(blocks.actions(*(button(click, case, verb) for verb in ("confirm", "refuse"))))
    return blocks.modal(say("harassment-arrangement-title"), body, close=say("close-button"))


def who_comes(click: Click, case: Case, ledger: Ledger) -> str:
    """Name, unit and number of the person; of who has called what was written down (G6)."""
    row = ledger.person(case.requester) if case.requester else None
    if row is None:
        return click.say("harassment-comes-caller", name=str(case.identity.get("caller", "")) or "–")
    return click.say("harassment-comes", name=row.name, unit=row.unit or "–", number=row.phone or "–")


def wished(click: Click, case: Case, ledger: Ledger) -> list[str]:
    """What the person would like (Aki 7(6)(7)), and what they have asked to be otherwise since."""
    return [*(lines(click, wishes(click, case, ledger)) or [click.say("harassment-wishes-none")]), *_other(click, case)]


def _other(click: Click, case: Case) -> list[str]:
    """What the person has asked to be otherwise."""
    asked = case.body.get(ASKED_OTHER)
    if not asked:
        return []
    parts = listed(click, (click.say(f"harassment-other-{part}") for part in asked["what"]))
    return [click.say("harassment-other-asked", what=parts or "–"), *([asked["text"]] if asked["text"] else [])]


# ---- words that several screens use ----


def what(click: Click, meeting: Meeting, ledger: Ledger) -> str:
    """Day, hour, place and means in one breath."""
    return click.say(
        "harassment-meeting-what", day=meeting.day, at=f"{meeting.time:%H:%M}", place=meeting.place,
        means=named(ledger.policy.means, meeting.means, click.language) or "none",
    )  # fmt: skip


def named(rows: Sequence[Labelled], key: str, language: str) -> str:
    """The label of the row with this key; the key itself where the policy no longer has it, "" for no choice."""
    return next((label(row, language) for row in rows if row.key == key), key)


def listed(click: Click, names: Iterable[str]) -> str:
    """Several names or labels one after the other."""
    return click.say("harassment-and").join(names)


def numbers(click: Click, people: Iterable[str], ledger: Ledger) -> str:
    """Whom to call: those who deal with it, by name and number, as any other office may be kept out of it (Aki 11)."""
    rows = (row for who in people if (row := ledger.person(who)) is not None)
    return listed(click, (f"{row.name} {row.phone}".strip() for row in rows))


def name_of(ledger: Ledger, person: str) -> str:
    """The name on the roster; the id for whom it does not know."""
    row = ledger.person(person)
    return row.name if row else person
