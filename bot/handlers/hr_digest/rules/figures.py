"""A month's figures of one flow, from its counters alone: pure, and the same whenever it is asked again.

Every flow counts each person once, under one category; peer support counts entries, each as one person (D2).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.rules.disclosure import HIDDEN, Shown, disclose, disclose_entries, threshold
from bot.rules.policy import Policy

PEER, HARASSMENT, STRESS = "peer_support", "harassment", "stress_check"
TOPIC, SHARE, GROUP, REQUEST, PROMISE = "topic.", "share.", "group.", "request.", "promise."
OTHER, SEVERAL = "other", "several"
REQUESTS = ("interview", "counselling", "clinic", "late")
KEPT, MISSED = "kept", "missed"
Counts = Mapping[str, int]


@dataclass(frozen=True)
class Figures:
    """What may be read of a flow's month, and of the promises made in it; None and {} where it is hidden."""

    flow: str
    shown: Shown
    promises: Mapping[str, int]

    def as_json(self) -> dict[str, Any]:
        """Plain values, in the order of the policy."""
        return {
            "flow": self.flow, "total": self.shown.total, "cells": [list(cell) for cell in self.shown.cells.items()],
            "promises": [list(cell) for cell in self.promises.items()],
        }  # fmt: skip


def of_month(counted: Mapping[str, Counts], policy: Policy, *, only_totals: Iterable[str] = ()) -> tuple[Figures, ...]:
    """The figures of every flow; `counted` are its counters, flow by flow.

    `only_totals` names flows whose single matters a reader knows by office: there no breakdown is given.
    """
    k, known = threshold(policy.minimum_cell, policy.known_to_reader), set(only_totals)
    found = [_peer(counted.get(PEER, {}), policy, k), _harassment(counted.get(HARASSMENT, {}), policy, k)]
    found.append(_flow(STRESS, _cells(counted.get(STRESS, {}), REQUEST, REQUESTS), {}, k))
    return tuple(_without_breakdown(one) if one.flow in known else one for one in found)


def _peer(counts: Counts, policy: Policy, k: int) -> Figures:
    topics = _cells(counts, TOPIC, [topic.key for topic in policy.topics])
    shown = disclose_entries(topics, entries_of(counts), k, policy.minimum_contributors)
    return Figures(PEER, shown, _promises(counts, shown, k))


def _harassment(counts: Counts, policy: Policy, k: int) -> Figures:
    groups = dict.fromkeys([kind.group for kind in policy.harassment.kinds] + [OTHER, SEVERAL])
    return _flow(HARASSMENT, _cells(counts, GROUP, list(groups)), counts, k)


def _flow(flow: str, cells: Counts, counts: Counts, k: int) -> Figures:
    shown = disclose(cells, k)
    return Figures(flow, shown, _promises(counts, shown, k))


def _cells(counts: Counts, prefix: str, keys: Sequence[str]) -> dict[str, int]:
    """Every category, those with zero too: absence would tell."""
    return {key: counts.get(f"{prefix}{key}", 0) for key in keys}


def entries_of(counts: Counts) -> list[int]:
    """How many entries each supporter sent, from the numbers of supporters who sent so many."""
    sent = ((int(key.removeprefix(SHARE)), n) for key, n in counts.items() if key.startswith(SHARE))
    return [entries for entries, supporters in sorted(sent) for _ in range(supporters) if entries]


def _promises(counts: Counts, shown: Shown, k: int) -> Mapping[str, int]:
    """Kept and missed, only beside a total that is shown, and only where both may be told apart (D2)."""
    cells = _cells(counts, PROMISE, (KEPT, MISSED))
    if shown.total is None or sum(cells.values()) < k:
        return {}
    told = disclose(cells, k).cells
    return {name: n for name, n in told.items() if n is not None} if len(told) == len(cells) else {}


def _without_breakdown(one: Figures) -> Figures:
    return Figures(one.flow, Shown(one.shown.total, {}) if one.shown.total is not None else HIDDEN, {})
