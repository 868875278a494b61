"""The states of a call for somebody on duty, as a table."""

from bot.rules.cases import Move, Moves

FLOW, KIND = "danger", "page"
CALLING, CONFIRMED, UNANSWERED, PAST = "calling", "confirmed", "unanswered", "past"
OPEN = (CALLING, CONFIRMED, UNANSWERED)  # until what names somebody is destroyed

ARTICLE, LEFT = "Yam 10(4)(2)", "Yam 11(3)"
IN_EVERY_OPEN_STATE = ("join", "give_phone", "review", "remind")

PAGE = Moves(
    FLOW,
    KIND,
    (
        Move("", "call", CALLING, ARTICLE),
        Move("", "call_nobody", UNANSWERED, ARTICLE),
        Move(CALLING, "page", CALLING, ARTICLE),
        Move(CALLING, "confirm", CONFIRMED, ARTICLE),
        Move(CALLING, "give_up", UNANSWERED, ARTICLE),
        Move(CONFIRMED, "call", CALLING, ARTICLE),
        Move(CONFIRMED, "call_nobody", UNANSWERED, ARTICLE),
        Move(UNANSWERED, "call", CALLING, ARTICLE),
        Move(UNANSWERED, "call_nobody", UNANSWERED, ARTICLE),
        *(Move(state, act, state, ARTICLE) for state in OPEN for act in IN_EVERY_OPEN_STATE),
        *(Move(state, "forget", PAST, LEFT) for state in OPEN),
        Move(PAST, "unlink", "closed", LEFT),
    ),
)

MOVES = {KIND: PAGE}
