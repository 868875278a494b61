"""The states of a request to see, correct or stop the use of one's own records, as a table."""

from bot.rules.cases import Move, Moves

FLOW = "own_records"
RECEIVED, ANSWERED = "received", "answered"

REQUEST = Moves(
    FLOW,
    "request",
    (
        Move("", "ask", RECEIVED, "Aku 18"),
        Move("", "enter", RECEIVED, "Aku 18"),  # by whoever answers it, for who has no account
        Move("", "print", ANSWERED, "Aku 18"),  # on paper at the counter: the person hears that it was done
        Move(RECEIVED, "nudge_desk", RECEIVED, "Aku 18"),
        Move(RECEIVED, "miss_answer", RECEIVED, "Aku 18"),
        Move(RECEIVED, "extend", RECEIVED, "Aku 18"),
        Move(RECEIVED, "answer", ANSWERED, "Aku 18"),
        Move(RECEIVED, "withdraw", "withdrawn", "Aku 18"),
        Move(ANSWERED, "forget", "ended", "Aku 18"),
    ),
)
MOVES = {REQUEST.kind: REQUEST}
