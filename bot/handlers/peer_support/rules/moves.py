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
        Move("requested", "withdraw", "withdrawn", "Yam 9"),
        Move("unanswered", "accept", "accepted", "Yam 10(1)"),
        Move("unanswered", "step_aside", "stepped_aside", "Yam 10(1)"),
        Move("unanswered", "wait", "requested", "Yam 9"),
        Move("unanswered", "choose_again", "requested", "Yam 9"),
        Move("unanswered", "release", "stepped_aside", "Yam 6(5)(6)"),
        Move("unanswered", "withdraw", "withdrawn", "Yam 9"),
        Move("stepped_aside", "choose_again", "requested", "Yam 9"),
        Move("stepped_aside", "withdraw", "withdrawn", "Yam 9"),
        Move("accepted", "end", "closing", "Yam 10(1)"),
        Move("accepted", "release", "stepped_aside", "Yam 6(5)(6)"),
        Move("accepted", "withdraw", "withdrawn", "Yam 9"),
        Move("closing", "forget", "ended", "Yam 11(3)"),
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

MOVES = {moves.kind: moves for moves in (REQUEST, MONTH)}
