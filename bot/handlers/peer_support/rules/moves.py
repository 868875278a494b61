"""The states of a peer-support request and of a supporter's month, as tables."""

from bot.rules.cases import Move, Moves

FLOW = "peer_support"

REQUEST = Moves(
    FLOW,
    "request",
    (
        Move("", "request", "requested", "Yam 9"),
        Move("requested", "accept", "accepted", "Yam 10(1)"),
        Move("requested", "step_aside", "stepped_aside", "Yam 10(1)"),
        Move("requested", "lapse", "unanswered", "Yam 10(1)"),
        Move("requested", "release", "stepped_aside", "Yam 6(5)(6)"),
        Move("requested", "ask_next", "requested", "Yam 9"),
        Move("requested", "away", "unanswered", "Yam 9"),
        Move("requested", "snooze", "requested", "Yam 10(1)"),
        Move("requested", "correct", "requested", "Yam 9"),
        Move("requested", "withdraw", "withdrawn", "Yam 9"),
        Move("unanswered", "accept", "accepted", "Yam 10(1)"),
        Move("unanswered", "step_aside", "stepped_aside", "Yam 10(1)"),
        Move("unanswered", "wait", "requested", "Yam 9"),
        Move("unanswered", "choose_again", "requested", "Yam 9"),
        Move("unanswered", "release", "stepped_aside", "Yam 6(5)(6)"),
        Move("unanswered", "correct", "unanswered", "Yam 9"),
        Move("unanswered", "withdraw", "withdrawn", "Yam 9"),
        Move("stepped_aside", "choose_again", "requested", "Yam 9"),
        Move("stepped_aside", "correct", "stepped_aside", "Yam 9"),
        Move("stepped_aside", "withdraw", "withdrawn", "Yam 9"),
        Move("accepted", "end", "closing", "Yam 10(1)"),
        Move("accepted", "finish", "closing", "Yam 9"),
        Move("accepted", "release", "stepped_aside", "Yam 6(5)(6)"),
        Move("accepted", "tell_away", "accepted", "Yam 9"),
        Move("accepted", "withdraw", "withdrawn", "Yam 9"),
        *(
            Move(state, act, target or state, article)
            for state in ("unanswered", "stepped_aside", "accepted")
            for act, target, article in (
                ("idle_ask", "", "Yam 10(1)"),
                ("carry_on", "", "Yam 10(1)"),
                ("idle_end", "ended", "Yam 11(3)"),
            )
        ),
        Move("accepted", "ask_consent", "accepted", "Yam 10(2)"),
        Move("accepted", "consent", "accepted", "Yam 10(4), 11(3)"),
        Move("accepted", "not_now", "accepted", "Yam 10(2)"),
        Move("accepted", "ask_ends", "accepted", "Yam 10(2)"),
        Move("accepted", "introduce", "accepted", "Yam 10(3)"),
        Move("accepted", "refer", "requested", "Yam 10(2)(3)"),
        *(
            Move(state, act, target, "Yam 10(2)(3)")
            for act, target in (("take_back", "accepted"), ("hand_back", "accepted"), ("leave_open", "stepped_aside"))
            for state in ("requested", "unanswered", "accepted")
        ),
        *(
            Move(state, "take_back_consent", state, "Yam 10(4), 11(3)")
            for state in ("requested", "unanswered", "stepped_aside", "accepted", "closing")
        ),
        *(
            Move(state, act, state, article)
            for act, article, also in (
                ("talk", "Yam 10(1)", ("stepped_aside",)),
                ("write", "Yam 10(1)", ("stepped_aside",)),
                ("agree", "Yam 9", ("stepped_aside",)),
                ("reveal", "Yam 9", ("stepped_aside",)),
                ("note", "Yam 10(1)", ()),
                ("look", "Yam 10(1)", ()),
            )
            for state in ("requested", "unanswered", *also, "accepted")
        ),
        Move("accepted", "remind", "accepted", "Yam 10(1)"),
        Move("closing", "forget", "ended", "Yam 11(3)"),
        Move("closing", "keep", "kept", "Yam 12"),
    ),
)

CONTACT = Moves(
    FLOW,
    "contact",
    (
        Move("", "keep", "kept", "Yam 12"),
        Move("kept", "ask_check", "kept", "Yam 12"),
        Move("kept", "check", "kept", "Yam 12"),
        Move("kept", "forget_contact", "ended", "Yam 11(3)"),
        Move("kept", "expire", "ended", "Yam 11(3)"),
    ),
)

DRAFT = Moves(
    FLOW,
    "draft",
    (
        Move("", "keep", "kept", "Yam 10(4)"),
        Move("kept", "keep", "kept", "Yam 10(4)"),
        Move("kept", "throw_away", "gone", "Yam 10(4)"),
        Move("kept", "run_out", "gone", "Yam 10(4)"),
    ),
)

MONTH = Moves(
    FLOW,
    "month",
    (
        Move("", "log", "collecting", "Yam 11(1)"),
        Move("", "ask", "asked", "Yam 11(1)"),
        Move("collecting", "log", "collecting", "Yam 11(1)"),
        Move("collecting", "ask", "drafted", "Yam 11(1)"),
        Move("asked", "log", "drafted", "Yam 11(1)"),
        Move("asked", "close_empty", "closed_empty", "Yam 11(1)"),
        Move("drafted", "log", "drafted", "Yam 11(1)"),
        Move("drafted", "send", "sent", "Yam 11(1)"),
    ),
)

ADVICE = Moves(
    FLOW,
    "advice",
    (
        Move("", "ask_advice", "asked", "Yam 10(2)"),
        Move("asked", "remind_advice", "asked", "Yam 7(4)"),
        Move("asked", "lapse_advice", "unanswered", "Yam 7(4)"),
        *(
            Move(state, act, target, "Yam 7(4), 10(2)")
            for state in ("asked", "unanswered", "answered")
            for act, target in (
                ("answer", "answered"), ("add", "asked"), ("ask_other", "asked"),
                ("close_advice", "closed"), ("idle_advice", "closed"),
            )
        ),
    ),
)  # fmt: skip

PRACTICE = Moves(
    FLOW,
    "practice",
    (
        Move("", "practise", "requested", "Yam 14"),
        Move("requested", "accept", "accepted", "Yam 10(1)"),
        Move("requested", "step_aside", "ended", "Yam 10(1)"),
        Move("requested", "vanish", "ended", "Yam 11(3)"),
        Move("accepted", "end", "ended", "Yam 10(1)"),
        Move("accepted", "vanish", "ended", "Yam 11(3)"),
    ),
)

ADVISER_REPORT = Moves(
    FLOW,
    "adviser_report",
    (
        Move("", "owe", "owed", "Yam 11(2)"),
        Move("owed", "nudge", "owed", "Yam 11(2)"),
        Move("owed", "report", "sent", "Yam 11(2)"),
    ),
)

MOVES = {moves.kind: moves for moves in (REQUEST, CONTACT, DRAFT, MONTH, ADVISER_REPORT, ADVICE, PRACTICE)}
