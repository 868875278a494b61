"""The two screens of a request: the person's view of it and the supporter's, each with its buttons by state."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.handlers import blocks
from bot.handlers.blocks import Block, View
from bot.handlers.flow import Click
from bot.handlers.peer_support.rules.consents import pending
from bot.handlers.peer_support.rules.idle import is_asked
from bot.handlers.peer_support.rules.receipt import asked_on
from bot.handlers.peer_support.rules.referral import earlier_ones
from bot.handlers.peer_support.rules.sight import MESSAGE, NAME, PARTS, TOPIC, is_named
from bot.handlers.peer_support.views.request import named, topics
from bot.rules.cases import Case
from bot.rules.policy import Policy

Verbs = Mapping[str, tuple[str, ...]]

# What can be done in each state: first what stands on the screen itself, then what is one screen further.
OWN_VERBS: Mapping[str, tuple[str, ...]] = {
    "requested": ("withdraw", "take_back"),
    "unanswered": ("carry_on", "wait", "choose", "withdraw", "take_back"),
    "stepped_aside": ("carry_on", "choose", "withdraw"),
    "accepted": ("carry_on", "talk", "finish", "withdraw", "take_back"),
    "closing": ("keep", "forget"),
}
OWN_MORE: Mapping[str, tuple[str, ...]] = {
    "requested": ("talk", "reveal", "correct", "history", "receipt", "consents", "draft"),
    "unanswered": ("talk", "reveal", "correct", "history", "receipt", "consents", "draft"),
    "stepped_aside": ("talk", "reveal", "correct", "history", "receipt", "consents", "draft"),
    "accepted": ("reveal", "history", "receipt", "consents", "draft"),
    "closing": ("talk", "history", "receipt", "consents"),
}
HANDLED_VERBS: Mapping[str, tuple[str, ...]] = {
    "requested": ("accept", "aside"),
    "unanswered": ("accept", "aside"),
    "accepted": ("carry_on", "talk", "end"),
}
HANDLED_MORE: Mapping[str, tuple[str, ...]] = {
    "requested": ("danger", "talk", "note", "advice"),
    "unanswered": ("danger", "talk", "note", "advice"),
    "accepted": ("danger", "note", "advice", "refer", "introduce", "superior_guide", "record_consent"),
}
WHEN: Mapping[str, Callable[[Case], bool]] = {  # a verb that is not always possible in these states
    "reveal": lambda case: not is_named(case),
    "take_back": lambda case: bool(earlier_ones(case)),
    "refer": lambda case: pending(case) is None,
    "record_consent": lambda case: pending(case) is None,
    "carry_on": is_asked,
    "receipt": lambda case: asked_on(case) is not None,
}
STYLES = {"accept": "primary", "practice_accept": "primary", "withdraw": "danger", "danger": "danger"}
ELSEWHERE = {"danger": "danger.raise"}  # what another flow does, for the sake of this case
FOR_GOOD = frozenset(
    {"withdraw", "forget", "forget_contact", "reveal"}
)  # asked once more: none of them can be taken back
MORE = "more"


@dataclass(frozen=True)
class Shown:
    """What a screen of a request needs besides the case: the other side, the words of the policy.

    `seen` are the parts that this supporter may see (`rules.sight`), `ref` stands for a person without a name.
    """

    other: str
    other_unit: str
    other_phone: str
    policy: Policy
    seen: frozenset[str] = PARTS
    ref: str = ""


def own_case(click: Click, case: Case, shown: Shown, parts: Sequence[Block] = ()) -> View:
    """The person's view: where it stands, what was promised, what can be done."""
    say, state = click.say, case.state
    values = {
        "name": shown.other,
        "day": _day(case),
        "means": named(shown.policy.means, case.body["means"], click.language),
    }
    nameless = state == "accepted" and NAME not in shown.seen  # they cannot call who they do not know
    where = "peer_support-case-accepted-nameless" if nameless else f"peer_support-case-{state}"
    body: list[Block] = [blocks.section(say(where, **values))]
    if state == "accepted" and shown.other_phone and not nameless:
        body.append(blocks.context(say("peer_support-case-accepted-phone", number=shown.other_phone)))
    if state == "closing":
        body.append(blocks.context(say("peer_support-case-again")))
    return blocks.modal(
        say("peer_support-case-title"),
        [*body, *parts, *_buttons(click, case, OWN_VERBS, OWN_MORE)],
        close=say("close-button"),
    )


def handled_case(
    click: Click, case: Case, shown: Shown, parts: Sequence[Block] = (), *,
    verbs: Verbs = HANDLED_VERBS, further: Verbs = HANDLED_MORE, below: Sequence[Block] = (),
) -> View:  # fmt: skip
    """The supporter's view: who asks and for what, three things to do now (P11), what must be kept secret.

    `below`: what can wait until the request has been answered.
    """
    say, nameless = click.say, NAME not in shown.seen
    body = [blocks.section(_from(click, shown)), *_asked(click, case, shown)]
    if case.state == "accepted":
        body += [blocks.divider(), blocks.section(say(f"peer_support-{'nameless' if nameless else 'named'}-under-way"))]
    else:
        body += [
            blocks.divider(),
            blocks.header(say("peer_support-now")),
            *(blocks.section(f"{n}. {sentence}") for n, sentence in enumerate(_now(click, case, nameless), start=1)),
        ]
    return blocks.modal(
        say("peer_support-asked-title"),
        [*body, *parts, blocks.context(say("peer_support-keep")), *_buttons(click, case, verbs, further), *below],
        close=say("close-button"),
    )


def more(click: Click, case: Case, *, own: bool) -> View:
    """What else can be done, one button below the other."""
    verbs = _possible(case, OWN_MORE if own else HANDLED_MORE)
    body = [blocks.actions(case_button(click, case, verb)) for verb in verbs]
    return blocks.modal(click.say("peer_support-more-title"), body, close=click.say("close-button"))


def case_button(click: Click, case: Case, verb: str) -> dict[str, object]:
    """The button of one verb, bound to the case as it is shown."""
    say, kind = click.say, ELSEWHERE.get(verb, f"peer_support.{verb}")
    words, token = say(f"peer_support-{verb}-button"), click.token_for(kind, row=case.id, rev=case.rev)
    question = None
    if verb in FOR_GOOD:
        question = blocks.confirmation(words, say(f"peer_support-{verb}-sure"), yes=words, no=say("back-button"))
    return blocks.button(words, kind, token, style=STYLES.get(verb, ""), confirm=question)


def _from(click: Click, shown: Shown) -> str:
    if NAME not in shown.seen:
        return click.say("peer_support-asked-from-nameless", ref=shown.ref)
    who = "peer_support-asked-from" if shown.other_unit else "peer_support-asked-from-unknown"
    return click.say(who, name=shown.other, unit=shown.other_unit)


def _asked(click: Click, case: Case, shown: Shown) -> list[Block]:
    say, body = click.say, case.body
    topic = named(topics(shown.policy), body["topic"] if TOPIC in shown.seen else "", click.language)
    means = named(shown.policy.means, body["means"], click.language)
    asked = [blocks.pair(say("peer_support-asked-topic", topic=topic), say("peer_support-asked-means", means=means))]
    if body["message"] and MESSAGE in shown.seen:
        asked += [blocks.context(say("peer_support-asked-message")), blocks.section(body["message"])]
    return asked


def _buttons(
    click: Click, case: Case, verbs: Mapping[str, tuple[str, ...]], further: Mapping[str, tuple[str, ...]]
) -> list[Block]:
    found = [*_possible(case, verbs), *([MORE] if _possible(case, further) else [])]
    shown = sorted(found, key=lambda verb: STYLES.get(verb) == "danger")  # what destroys is never in the first place
    return [blocks.actions(*(case_button(click, case, verb) for verb in shown))] if shown else []


def _now(click: Click, case: Case, nameless: bool) -> list[str]:
    """Three things to do now (P11)."""
    keys = ("peer_support-now-1", f"peer_support-now-2{'-nameless' if nameless else ''}", "peer_support-now-3")
    return [click.say(key, day=_day(case)) for key in keys]


def _possible(case: Case, verbs: Mapping[str, tuple[str, ...]]) -> list[str]:
    return [verb for verb in verbs.get(case.state, ()) if verb not in WHEN or WHEN[verb](case)]


def _day(case: Case) -> date:
    return date.fromisoformat(case.body["forgotten_on" if case.state == "closing" else "promised_on"])
