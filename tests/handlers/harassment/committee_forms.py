"""The forms of the committee and of the measures, each open and filled in, for the tests of hostile hands."""

from typing import Any

from bot.handlers.harassment.rules.moves import FOUND, MEASURES, PROPOSED, REFERRED
from bot.sandbox.persons import Driver
from bot.sandbox.town import Town
from tests.handlers.harassment.arranging_forms import Opened, form
from tests.handlers.harassment.cases import ASKER, CHAIR, MEMBERS, SECRETARY, put
from tests.journeys import people as p


def behind_the_code(person: str, state: str, *taps: str, **changed: Any) -> Opened:
    """A form that stands behind the oath and, for members and chair, behind the second factor."""

    async def opened(town: Town) -> Driver:
        await put(town, state, **changed)
        await p.go_home(town, person)
        who = await p.press(town, person, "harassment.case")
        await p.press(town, person, "home.swear")
        for tap in taps:
            await p.press(town, person, f"harassment.{tap}")
            if (who.modal or {}).get("callback_id") == "step_up.enter":
                await who.submit({"code": await who.code()})
                await town.sandbox.quiet()
        return who

    return opened


WITHOUT_CHAIR = {"excluded": [CHAIR]}
ACTING = {**WITHOUT_CHAIR, "acting_chair": MEMBERS[3]}
TAKEN = {"kind": "transfer", "decided_on": "2026-09-07", "look_again_on": "2026-09-30", "done_on": ""}
# name -> how it comes to be open, what is entered, and which fields are typed, chosen one of, chosen several of, days
FORMS: dict[str, dict[str, Any]] = {
    "committee": {"opened": form(ASKER, FOUND, "harassment.more", "harassment.request_committee")},
    "sitting": {"opened": behind_the_code(MEMBERS[3], REFERRED, "sit"), "entered": {"attended": [MEMBERS[3]]},
                "typed": ("heard", "minutes"), "several": ("attended",), "days": ("held_on",)},
    "extension": {"opened": behind_the_code(CHAIR, REFERRED, "committee_file", "extend"),
                  "entered": {"reason": "時間がかかる"}, "typed": ("reason",), "days": ("until",)},
    "proposal": {"opened": behind_the_code(CHAIR, REFERRED, "propose"), "entered": {"text": "提言"},
                 "typed": ("text", "told")},
    "vote": {"opened": behind_the_code(MEMBERS[3], REFERRED, "elect", identity=WITHOUT_CHAIR),
             "entered": {"candidate": MEMBERS[4]}, "chosen": ("candidate",)},
    "clerk": {"opened": behind_the_code(MEMBERS[3], REFERRED, "name_clerk", identity=ACTING),
              "entered": {"clerk": "U0MIURA"}, "chosen": ("clerk",)},
    "decision": {"opened": behind_the_code(SECRETARY, PROPOSED, "decide"), "entered": {"kinds": ["apology"]},
                 "several": ("kinds",), "days": ("decided_on", "look_again_on")},
    "follow-up": {"opened": behind_the_code(SECRETARY, MEASURES, "follow_up", body={"measures": [TAKEN]}),
                  "entered": {"done": ["0"]}, "several": ("done",), "days": ("look_again_on",)},
}  # fmt: skip
BOUND = tuple(name for name in FORMS if name != "committee")  # without a field there is none to refuse at
