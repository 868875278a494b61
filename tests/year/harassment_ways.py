"""What the people of a consultation are inclined to do in each of its states, the person and who has it in hand."""

from collections.abc import Mapping

# How much somebody is inclined to what, where the button is there. What is not listed nobody does in that state.
Wants = Mapping[str, float]
MY_WAY: Mapping[str, Wants] = {
    "received": {"wait": 6, "choose_door": 1, "exclude": 1, "withdraw": 0.7, "carry_on": 3, "": 6},
    "stranded": {"choose_door": 4, "withdraw": 1, "carry_on": 2, "": 2},
    "arranging": {"confirm": 12, "ask_other": 1.5, "wait": 4, "exclude": 0.7, "withdraw": 0.5, "": 2},
    "arranged": {"reschedule": 1, "exclude": 0.5, "withdraw": 0.5, "carry_on": 3, "": 8},
    "met": {"exclude": 0.5, "withdraw": 0.4, "carry_on": 3, "": 6},
    "confirming": {"confirm_sheet": 10, "consent": 2, "request": 1, "withdraw": 0.5, "exclude": 0.5, "": 3},
    "held": {"carry_on": 3, "exclude": 0.3, "": 4},
    "reported": {"consent": 8, "stop_hearing": 0.5, "request": 4, "exclude": 0.5, "stop": 0.5, "": 3},
    "consent_held": {"consent": 3, "request": 4, "take_back": 0.5, "stop": 1, "": 2},
    "hearing": {"stop_hearing": 1, "request": 2, "exclude": 0.5, "stop": 0.5, "": 6},
    "found": {"request": 6, "take_back": 0.5, "stop": 0.5, "": 4},
    "referred": {"exclude": 0.5, "stop": 0.4, "": 6},
    "proposed": {"stop": 0.3, "": 6}, "measures": {"stop": 0.3, "": 6},
    "closing": {"keep": 3, "forget": 3, "reopen_closed": 1.5, "": 3},
    "stopped": {"reopen_stopped": 2, "forget": 2, "": 2},
}  # fmt: skip
IN_HAND: Wants = {
    "arrange": 6, "answer": 10, "refuse": 1.5, "meet": 12, "reschedule": 0.5, "sheet": 10, "least": 6, "carry_on": 2,
    "step_aside": 0.12, "step_aside_late": 0.12, "take_place": 8, "note_consent": 2, "note_refusal": 0.4, "affected": 6,
    "facts": 6, "tell": 8, "order": 8, "refer": 14, "close": 4, "sit": 0.7, "extend": 0.7, "elect": 12, "recuse": 0.2,
    "name_clerk": 10, "propose": 3, "decide": 8, "follow_up": 8, "close_measures": 10, "caller_withdraws": 0.1,
}  # fmt: skip
