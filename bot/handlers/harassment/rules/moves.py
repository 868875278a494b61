"""The states of a harassment consultation, of what is kept after it and of what surrounds it, as tables."""

from bot.rules.cases import Move, Moves

FLOW = "harassment"

DRAFT, RECEIVED, STRANDED = "draft", "received", "stranded"
ARRANGING, ARRANGED, MET = "arranging", "arranged", "met"
CONFIRMING, HELD, REPORTED = "confirming", "held", "reported"
CONSENT_HELD, HEARING, FOUND = "consent_held", "hearing", "found"
REFERRED, PROPOSED, MEASURES, CLOSING = "referred", "proposed", "measures", "closing"

BEFORE_FORM_1 = (RECEIVED, STRANDED, ARRANGING, ARRANGED, MET, CONFIRMING, HELD)
"""Nothing has left the desk and the counsellors yet: taken back means destroyed."""

AFTER_FORM_1 = (REPORTED, CONSENT_HELD, HEARING, FOUND, REFERRED, PROPOSED, MEASURES)
"""Reported to the section head (Aki 7(8)): taken back means that the handling ends, not the record (K8)."""

AFTER_MEETING = (CONFIRMING, HELD, *AFTER_FORM_1, CLOSING)
"""What was said is written down: a responder who goes is replaced one for one."""

HANDLED = (*BEFORE_FORM_1, *AFTER_FORM_1, CLOSING)
"""Somebody beside the person has a part in it."""

_ONE_BY_ONE = (
    # the person begins, in as many sittings as it takes (Aki 5(2), 7(9))
    Move("", "begin", DRAFT, "Aki 7(9)"),
    Move(DRAFT, "write", DRAFT, "Aki 7(9)"),
    Move("", "send", RECEIVED, "Aki 7(6)"),  # at once, on one form
    Move(DRAFT, "send", RECEIVED, "Aki 7(6)"),
    Move(DRAFT, "throw_away", "gone", "Aki 7(9)"),
    Move(DRAFT, "run_out", "gone", "Aki 7(9)"),
    Move("", "enter", RECEIVED, "Aki 7(6)"),  # by the desk or a counsellor, for who came by phone (G6)
    # day, place and two responders by the person's wishes (Aki 7(6)(7))
    Move(RECEIVED, "nudge_responders", RECEIVED, "Aki 7(6)"),
    Move(RECEIVED, "miss_promise", RECEIVED, "Aki 7(6)"),
    Move(RECEIVED, "choose_door", RECEIVED, "Aki 7(6)"),
    Move(RECEIVED, "wait", RECEIVED, "Aki 7(6)"),  # the person gives it more time after a missed promise
    Move(ARRANGING, "wait", ARRANGING, "Aki 7(6)"),
    Move(RECEIVED, "arrange", ARRANGING, "Aki 7(6)"),
    Move(ARRANGING, "arrange", ARRANGING, "Aki 7(6)"),
    Move(ARRANGING, "confirm", ARRANGING, "Aki 7(6)"),
    Move(ARRANGING, "settle", ARRANGED, "Aki 7(6)"),
    Move(ARRANGING, "refuse", RECEIVED, "Aki 7(7)"),  # with a reason that the person reads
    Move(ARRANGING, "ask_other", RECEIVED, "Aki 7(6)"),  # the person asks for another day, place or responder
    Move(ARRANGING, "nudge_responders", ARRANGING, "Aki 7(6)"),
    Move(ARRANGING, "miss_promise", ARRANGING, "Aki 7(6)"),
    Move(ARRANGED, "reschedule", ARRANGING, "Aki 7(6)"),
    Move(ARRANGED, "remind_meeting", ARRANGED, "Aki 7(6)"),
    Move(ARRANGED, "meet", MET, "Aki 7(8)"),
    # form 1 (Aki 7(8))
    Move(MET, "write_sheet", MET, "Aki 7(8)"),
    Move(MET, "nudge_sheet", MET, "Aki 7(8)"),
    Move(MET, "give_sheet", CONFIRMING, "Aki 7(8)"),
    Move(CONFIRMING, "take_out", CONFIRMING, "Aki 7(8)"),
    Move(CONFIRMING, "name", CONFIRMING, "Aki 7(8)"),
    Move(CONFIRMING, "correct_sheet", MET, "Aki 7(8)"),
    Move(CONFIRMING, "nudge_sheet", CONFIRMING, "Aki 7(8)"),  # not confirmed in time: the minimum (K4)
    Move(CONFIRMING, "report", REPORTED, "Aki 7(8)"),
    Move(CONFIRMING, "hold", HELD, "Aki 7(8)"),  # nobody may receive it (K6)
    Move(HELD, "look_again", HELD, "Aki 7(8)"),
    Move(HELD, "nudge_sheet", HELD, "Aki 7(8)"),
    Move(HELD, "report", REPORTED, "Aki 7(8)"),
    # what the head does (Aki 8)
    Move(REPORTED, "nudge_head", REPORTED, "Aki 8"),
    Move(REPORTED, "order", HEARING, "Aki 8(1)"),
    Move(REPORTED, "hold_hearing", CONSENT_HELD, "Aki 8(1)"),  # the person has not agreed to it (K1)
    Move(REPORTED, "refer", REFERRED, "Aki 8(2)"),
    Move(CONSENT_HELD, "order", HEARING, "Aki 8(1)"),
    Move(CONSENT_HELD, "nudge_head", CONSENT_HELD, "Aki 8"),  # once the person has agreed after all
    Move(CONSENT_HELD, "write_fact_sheet", CONSENT_HELD, "Aki 8(1)"),  # what was begun is written to its end
    Move(CONSENT_HELD, "refer", REFERRED, "Aki 8(2)"),
    Move(CONSENT_HELD, "close", CLOSING, "Aki 8(1)"),
    Move(HEARING, "write_fact_sheet", HEARING, "Aki 8(1)"),
    Move(HEARING, "nudge_hearing", HEARING, "Aki 8(1)"),
    Move(HEARING, "hold_hearing", CONSENT_HELD, "Aki 8(1)"),
    Move(HEARING, "report_facts", FOUND, "Aki 8(1)"),
    Move(FOUND, "nudge_head", FOUND, "Aki 8"),
    Move(FOUND, "order", HEARING, "Aki 8(1)"),
    Move(FOUND, "refer", REFERRED, "Aki 8(2)"),
    Move(FOUND, "close", CLOSING, "Aki 8(1)"),
    # the committee (Aki 9)
    Move(REFERRED, "elect", REFERRED, "Aki 9(8)"),
    Move(REFERRED, "sit", REFERRED, "Aki 9(5)"),
    Move(REFERRED, "extend", REFERRED, "Aki 9(3)"),
    Move(REFERRED, "nudge_committee", REFERRED, "Aki 9(3)"),
    Move(REFERRED, "propose", PROPOSED, "Aki 9(2)"),
    # measures (Aki 12)
    Move(PROPOSED, "nudge_measures", PROPOSED, "Aki 12"),
    Move(PROPOSED, "decide", MEASURES, "Aki 12"),
    Move(PROPOSED, "close", CLOSING, "Aki 12"),
    Move(MEASURES, "decide", MEASURES, "Aki 12"),
    Move(MEASURES, "follow_up", MEASURES, "Aki 12"),
    Move(MEASURES, "nudge_measures", MEASURES, "Aki 12"),
    Move(MEASURES, "close", CLOSING, "Aki 12"),
    # the end (G8)
    Move(CLOSING, "tell_outcome", CLOSING, "Aki 8(1)"),
    Move(CLOSING, "miss_outcome", CLOSING, "Aki 8(1)"),
    Move(CLOSING, "reopen", REPORTED, "Aki 8(2)"),
    Move(CLOSING, "forget", "ended", "Aki 11"),
    Move(CLOSING, "keep", "ended", "Aki 4(2), 11"),
)

# What is possible in several states and changes none of them, or leads to the same one.
_ANYWHERE = (
    ("exclude", "", "Aki 11", HANDLED),  # whom to keep out can be changed at any time
    ("strand", STRANDED, "Aki 11", (RECEIVED, ARRANGING, ARRANGED, MET)),  # nobody is left: said so
    ("choose_door", RECEIVED, "Aki 7(6)", (STRANDED, ARRANGING)),
    ("leave", "", "Aki 11", (RECEIVED, ARRANGING, ARRANGED)),  # who arranges steps aside
    ("step_aside", RECEIVED, "Aki 11", (ARRANGING, ARRANGED, MET)),  # another responder must be found
    ("pass_on", "", "Aki 11", AFTER_MEETING),  # one responder for another
    ("invite_nurse", "", "Aki 7(1)", HANDLED),
    ("answer_nurse", "", "Aki 7(1)", HANDLED),
    ("request_committee", "", "Aki 8(2)", (CONFIRMING, HELD, REPORTED, CONSENT_HELD, HEARING, FOUND)),
    ("take_back_request", "", "Aki 8(2)", (CONFIRMING, HELD, REPORTED, CONSENT_HELD, HEARING, FOUND)),
    ("consent_hearing", "", "Aki 8(1)", (CONFIRMING, HELD, REPORTED, CONSENT_HELD, HEARING)),
    ("stop_hearing", "", "Aki 8(1)", (CONFIRMING, HELD, REPORTED, CONSENT_HELD, HEARING)),
    ("ask_affected", "", "Aki 8(1)", (MET, CONFIRMING, HELD, REPORTED, CONSENT_HELD, HEARING, FOUND)),  # K5
    ("hear_affected", "", "Aki 8(1)", HANDLED),
    ("name_clerk", "", "Aki 9(11)", (REFERRED, PROPOSED, MEASURES)),
    ("recuse", "", "Aki 11", (REFERRED, PROPOSED, MEASURES)),  # a member or who keeps the file is too close to it
    ("idle_ask", "", "Aki 7(6)", (*BEFORE_FORM_1, CONSENT_HELD)),
    ("carry_on", "", "Aki 7(6)", BEFORE_FORM_1),
    ("idle_end", "ended", "Aki 11", BEFORE_FORM_1),
    ("withdraw", "withdrawn", "Aki 7(6)", BEFORE_FORM_1),
    ("stop", "stopped", "Aki 7(6)", AFTER_FORM_1),
    ("release", "", "Aki 7(4)", HANDLED),  # a term has ended, or the roster says so
)

CONSULTATION = Moves(
    FLOW,
    "consultation",
    (
        *_ONE_BY_ONE,
        *(Move(state, act, target or state, article) for act, target, article, states in _ANYWHERE for state in states),
        Move("stopped", "reopen", REPORTED, "Aki 8"),
        Move("stopped", "forget", "ended", "Aki 11"),
    ),
)

# Somebody else has reported: what the affected person is asked, under keys of its own (K5).
AFFECTED = Moves(
    FLOW,
    "affected",
    (
        Move("", "ask_affected", "asked", "Aki 8(1)"),
        Move("asked", "answer_affected", "answered", "Aki 8(1)"),
        Move("answered", "answer_affected", "answered", "Aki 8(1)"),
        *(Move(state, "look_affected", state, "Aki 11") for state in ("asked", "answered")),
        *(Move(state, "end_affected", "over", "Aki 11") for state in ("asked", "answered")),
    ),
)

# What somebody keeps who wants to be asked later whether everything is all right (Aki 4(2), 11).
CONTACT = Moves(
    FLOW,
    "contact",
    (
        Move("", "keep", "kept", "Aki 4(2), 11"),
        Move("kept", "ask_check", "kept", "Aki 4(2), 11"),
        Move("kept", "check", "kept", "Aki 4(2), 11"),
        Move("kept", "forget_contact", "forgotten", "Aki 11"),
        Move("kept", "expire", "forgotten", "Aki 11"),
    ),
)

# The guideline of one fiscal year (Aki 3(1)), who has read a version of it, and which unit heads have made it known.
GUIDELINE = Moves(
    FLOW,
    "guideline",
    (
        Move("", "publish", "published", "Aki 3(1)"),
        Move("published", "publish", "published", "Aki 3(1)"),
        Move("published", "remind_heads", "published", "Aki 3(3)"),
    ),
)
READING = Moves(FLOW, "reading", (Move("", "confirm_reading", "read", "Aki 3(2)"),))
MAKING_KNOWN = Moves(FLOW, "making_known", (Move("", "make_known", "made_known", "Aki 3(3)"),))

MOVES = {moves.kind: moves for moves in (CONSULTATION, AFFECTED, CONTACT, GUIDELINE, READING, MAKING_KNOWN)}
