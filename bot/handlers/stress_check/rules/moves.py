"""The states of a round, a check, an interview, a wish and a group analysis, as tables (Aku 2–17)."""

from collections.abc import Iterator

from bot.rules.cases import Move, Moves

FLOW = "stress_check"

PREPARED, OPEN, CLOSING, REVIEWING, TOLD, OVER = "prepared", "open", "closing", "reviewing", "told", "over"
INVITED, AWAY, HANDED_IN, TAKEN, READ, KEPT, UNTAKEN = (
    "invited", "away", "handed_in", "taken", "read", "kept", "untaken",
)  # fmt: skip
APPLIED, PROPOSED, ARRANGED, HELD, REPORTED, MEASURED = (
    "applied", "proposed", "arranged", "held", "reported", "measured",
)  # fmt: skip
ASKED, ANSWERED, WITHDRAWN, CALLED_OFF, PROVIDED = "asked", "answered", "withdrawn", "called_off", "provided"

TO_BE_HELD = (APPLIED, PROPOSED, ARRANGED)
"""The states of an application whose interview is still owed (Aku 12(1))."""


def _stays(states: tuple[str, ...], act: str, article: str) -> Iterator[Move]:
    return (Move(state, act, state, article) for state in states)


# One a year, planned by the planner (Aku 3, 6). Its period is the year.
ROUND = Moves(
    FLOW,
    "round",
    (
        Move("", "prepare", PREPARED, "Aku 3, 6"),
        Move(PREPARED, "change", PREPARED, "Aku 3"),
        Move(PREPARED, "open", OPEN, "Aku 6"),
        *_stays((PREPARED, OPEN), "change_list", "Aku 2"),
        Move(OPEN, "call", OPEN, "Aku 2, 7(1)"),  # so many at a time are invited
        Move(OPEN, "close", CLOSING, "Aku 6, 7"),
        Move(CLOSING, "gather", CLOSING, "Aku 8"),  # so many results at a time are looked through
        Move(CLOSING, "gathered", REVIEWING, "Aku 8, 10"),
        Move(CLOSING, "await_entries", CLOSING, "Aku 7(3), S3"),
        Move(REVIEWING, "review", REVIEWING, "Aku 10"),
        Move(REVIEWING, "nudge_review", REVIEWING, "Aku 9, 10"),
        Move(REVIEWING, "open_results", TOLD, "Aku 9"),
        Move(TOLD, "tell_some", TOLD, "Aku 9"),
        Move(TOLD, "order_analysis", TOLD, "Aku 15, 16(1)"),
        Move(TOLD, "nudge_analysis", TOLD, "Aku 16(1)"),
        Move(TOLD, "end", OVER, "Aku 17"),
    ),
)

# One for each examinee of a round; its period is the year too.
CHECK = Moves(
    FLOW,
    "check",
    (
        Move("", "invite", INVITED, "Aku 2, 7(1)"),
        Move(INVITED, "save_page", INVITED, "Aku 7(1)"),
        Move(INVITED, "stop_reminding", INVITED, "Aku 7(2), 19(1)"),
        Move(INVITED, "ask_paper", INVITED, "Aku 7(1)"),
        Move(INVITED, "remind", INVITED, "Aku 7(4)"),
        Move(INVITED, "submit", TAKEN, "Aku 7(3)"),
        Move(INVITED, "hand_in", HANDED_IN, "Aku 7(3), S3"),
        Move(HANDED_IN, "not_handed_in", INVITED, "Aku 7(3), S3"),
        Move(HANDED_IN, "save_entry", HANDED_IN, "Aku 7(3), S3"),  # a page of the sheet
        Move(HANDED_IN, "enter", TAKEN, "Aku 7(3), S3"),
        Move(HANDED_IN, "set_aside", UNTAKEN, "Aku 7(3), S3"),  # not whole, and too late to be asked for
        Move(INVITED, "leave", AWAY, "Aku 2(2)"),
        Move(AWAY, "come_back", INVITED, "Aku 2(2)"),
        Move(INVITED, "close", UNTAKEN, "Aku 6"),
        Move(AWAY, "close", UNTAKEN, "Aku 6"),
        Move("", "import", READ, "Aku 11(1), S8"),  # from another vendor's check
        Move(TAKEN, "tell", TAKEN, "Aku 9"),
        Move(TAKEN, "to_paper", TAKEN, "Aku 9, S5"),
        Move(TAKEN, "receive", READ, "Aku 9, 11(1)"),  # the 30 days begin
        Move(TAKEN, "deliver", READ, "Aku 9, S5"),
        *_stays((TAKEN, READ), "remind_window", "Aku 11(1), S6"),
        Move(READ, "decline", READ, "Aku 19(3)"),
        Move(READ, "apply", READ, "Aku 11(1)(2)"),
        Move(READ, "wish", READ, "Aku 11(3)"),
        Move(READ, "lapse", KEPT, "Aku 11(1), 17(1)"),
        Move(TAKEN, "lapse", KEPT, "Aku 17(1)"),  # never received, when the round ends
    ),
)

# One for each application; general affairs sees this case and no check (Aku 11(2)(4)).
INTERVIEW = Moves(
    FLOW,
    "interview",
    (
        Move("", "apply", APPLIED, "Aku 11(1)(2)"),
        Move(APPLIED, "withdraw", WITHDRAWN, "Aku 11(1), S7"),
        *(Move(state, "propose", PROPOSED, "Aku 12(2)") for state in TO_BE_HELD),
        Move(PROPOSED, "confirm", ARRANGED, "Aku 12(2)"),
        *(Move(state, "ask_other", APPLIED, "Aku 12(2)") for state in (PROPOSED, ARRANGED)),
        *_stays(TO_BE_HELD, "nudge_hold", "Aku 12(1)"),
        *_stays(TO_BE_HELD, "miss_hold", "Aku 12(1)"),
        *(Move(state, "call_off", CALLED_OFF, "Aku 19(3)") for state in TO_BE_HELD),
        *(
            Move(state, "hold", HELD, "Aku 12(1)") for state in (PROPOSED, ARRANGED)
        ),  # some come without having answered
        Move(HELD, "assign", HELD, "Aku 13"),  # another physician writes it
        *_stays((APPLIED, PROPOSED, ARRANGED, HELD, REPORTED, MEASURED), "open_result", "Aku 11(2)"),
        Move(HELD, "nudge_opinion", HELD, "Aku 13"),
        Move(HELD, "miss_opinion", HELD, "Aku 13"),
        Move(HELD, "report", REPORTED, "Aku 13"),
        Move(REPORTED, "nudge_measures", REPORTED, "Aku 13"),
        Move(REPORTED, "measure", MEASURED, "Aku 13"),
        Move(REPORTED, "finish", OVER, "Aku 13"),  # the opinion: nothing is needed
        Move(MEASURED, "follow", MEASURED, "Aku 13"),
        Move(MEASURED, "nudge_measures", MEASURED, "Aku 13"),
        Move(MEASURED, "finish", OVER, "Aku 13"),
    ),
)

# Counselling or a clinic through the joint clerk (Aku 11(3)); a late wish for the interview to the implementer (S6).
WISH = Moves(
    FLOW,
    "wish",
    (
        Move("", "wish", ASKED, "Aku 11(3), S6"),
        Move(ASKED, "nudge_wish", ASKED, "Aku 11(3)"),
        Move(ASKED, "withdraw", WITHDRAWN, "Aku 11(3)"),
        Move(ASKED, "answer", ANSWERED, "Aku 11(3)"),
    ),
)

# The figures of the groups, frozen when they are provided, and what is done with them.
ANALYSIS = Moves(
    FLOW,
    "analysis",
    (
        Move("", "provide", PROVIDED, "Aku 15, 16(1)"),
        *_stays((PROVIDED,), "add_action", "Aku 16(2)"),
        *_stays((PROVIDED,), "follow_action", "Aku 16(2)"),
        *_stays((PROVIDED,), "nudge_action", "Aku 16(2)"),
        *_stays((PROVIDED,), "publish", "Aku 16(2)"),
        Move(PROVIDED, "finish", OVER, "Aku 16(2)"),
    ),
)

MOVES = {table.kind: table for table in (ROUND, CHECK, INTERVIEW, WISH, ANALYSIS)}
