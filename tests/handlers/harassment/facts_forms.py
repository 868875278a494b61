"""The forms of form 1 and of the fact-finding, each open and filled in, for the tests of hostile hands."""

from typing import Any

from bot.handlers.harassment.rules.moves import FOUND, HEARING, MET, REPORTED
from tests.handlers.harassment.arranging_forms import form
from tests.handlers.harassment.cases import HEAD, ONE
from tests.handlers.harassment.committee_forms import behind_the_code

# name -> how it comes to be open, what is entered, and which fields are typed, chosen one of, chosen several of, days
FORMS: dict[str, dict[str, Any]] = {
    "intake sheet": {"opened": form(ONE, MET, "harassment.sheet"), "entered": {"line_0": "だれ"}, "typed": ("line_0",)},
    "order": {"opened": behind_the_code(HEAD, REPORTED, "order", body={"hearing_agreed": True}),
              "entered": {"heard": ["affected"], "known": "yes", "note": "急ぐ"}, "typed": ("note",),
              "chosen": ("known",), "several": ("heard",)},
    "who is heard": {"opened": form(ONE, HEARING, "harassment.fact_sheets", "harassment.new_fact_sheet"),
                     "entered": {"heard": "affected", "name": ""}, "typed": ("name",), "chosen": ("heard",)},
    "end after the facts": {"opened": behind_the_code(HEAD, FOUND, "close_after_facts"),
                            "entered": {"outcome": "話し合った"}, "typed": ("outcome",)},
}  # fmt: skip
BOUND = tuple(FORMS)
