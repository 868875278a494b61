"""The states of what the roster keeps beside its rows, as tables."""

from bot.rules.cases import Move, Moves

FLOW = "roster"

# A session that coordinators hold for the supporters (Yam 7(4)).
TRAINING = Moves(
    FLOW,
    "training",
    (
        Move("", "announce", "announced", "Yam 7(4)"),
        Move("announced", "attend", "held", "Yam 14"),
        Move("announced", "call_off", "called_off", "Yam 7(4)"),
    ),
)

# What one supporter has learned: qualifications with the day on which they run out (Yam 14).
LEARNING = Moves(
    FLOW,
    "learning",
    (
        Move("", "note", "kept", "Yam 14"),
        Move("kept", "note", "kept", "Yam 14"),
    ),
)

# A room that needs no supporter of its own, for one fiscal year (Yam 6(2)).
EXEMPTION = Moves(
    FLOW,
    "exemption",
    (
        Move("", "exempt", "exempt", "Yam 6(2)"),
        Move("exempt", "lift", "lifted", "Yam 6(2)"),
        Move("lifted", "exempt", "exempt", "Yam 6(2)"),
    ),
)

MOVES = {moves.kind: moves for moves in (TRAINING, LEARNING, EXEMPTION)}
