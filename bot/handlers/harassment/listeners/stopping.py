"""The clicks with which a person takes it back: what goes and what stays first, then the tap (K8, G8)."""

from functools import partial

from bot.casework import Casework
from bot.handlers.flow import Action, Answer, Click, Field, Show
from bot.handlers.harassment.listeners.case import ASKING, after, door
from bot.handlers.harassment.listeners.entry import ENTERING
from bot.handlers.harassment.rules import stopping as rules
from bot.handlers.harassment.views import stopping as views
from bot.handlers.harassment.views.case import notice
from bot.rules.access import Act


async def withdraw(click: Click, casework: Casework) -> Answer:
    """Before form 1: what will be destroyed."""
    shown = await casework.read(click, door(ASKING, Act.READ, "intake", click), partial(views.withdrawing, click))
    return Show(shown, on_top=True)


async def withdraw_now(click: Click, casework: Casework) -> Answer:
    """All of it is destroyed."""
    await casework.act(click, door(ASKING, Act.CLOSE, "intake", click), rules.withdraw)
    return Show(notice(click, "harassment-withdrawn-title", click.say("harassment-withdrawn")), refreshes_home=True)


async def stop(click: Click, casework: Casework) -> Answer:
    """After form 1: what ends, what stays and until when it can be taken up again."""
    shown = await casework.read(click, door(ASKING, Act.READ, "intake", click), partial(views.stopping, click))
    return Show(shown, on_top=True)


async def stop_now(click: Click, casework: Casework) -> Answer:
    """The handling ends."""
    outcome = await casework.act(click, door(ASKING, Act.CLOSE, "intake", click), rules.stop)
    return await after(click, casework, outcome.case.id)


async def caller_withdraws(click: Click, casework: Casework) -> Answer:
    """Who has called takes it back (G6)."""
    await _for_caller(click, casework, rules.withdraw)
    return Show(
        notice(click, "harassment-withdrawn-title", click.say("harassment-caller-withdrawn")), refreshes_home=True
    )


async def caller_stops(click: Click, casework: Casework) -> Answer:
    """Who has called has the handling end (G6, K8)."""
    await _for_caller(click, casework, rules.stop)
    return Show(
        notice(click, "harassment-withdrawn-title", click.say("harassment-caller-stopped")), refreshes_home=True
    )


async def _for_caller(click: Click, casework: Casework, ending: rules.Ends) -> None:
    ended = partial(rules.for_caller, ending, click.who.person)
    await casework.act(click, door(ENTERING, Act.CHANGE, "intake", click), ended)


async def over(click: Click, casework: Casework) -> Answer:
    """A notice of who had it in hand leads here: it is no more, and nothing of it is left to be shown."""
    return Show(notice(click, "harassment-over-title", click.say("harassment-over")), refreshes_home=True)


ACTIONS: dict[str, Action] = {
    "harassment.withdraw": withdraw,
    "harassment.withdraw_now": withdraw_now,
    "harassment.stop": stop,
    "harassment.stop_now": stop_now,
    "harassment.caller_withdraws": caller_withdraws,
    "harassment.caller_stops": caller_stops,
    "harassment.over": over,
}
FORMS: dict[str, Action] = {}
FIELDS: tuple[Field, ...] = ()
