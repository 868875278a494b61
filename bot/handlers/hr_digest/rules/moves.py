"""The states of a month's digest, as a table."""

from bot.rules.cases import Move, Moves

FLOW = "hr_digest"
PUBLISHED = "published"

DIGEST = Moves(FLOW, "digest", (Move("", "publish", PUBLISHED, "Yam 11(1), Aku 16(1), D1"),))
MOVES = {DIGEST.kind: DIGEST}
