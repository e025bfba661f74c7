"""The cards of one story → why each report is in it, in words that a reader can check."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from whence.stories.card import Card

SHOWN = 4  # names in one reason
AT_ONCE = 1024


def why_together(members: Sequence[Card]) -> tuple[str, ...]:
    """One line per report, in the order of `members`: its nearest fellow, the names they share, the time between them."""
    if len(members) == 1:
        return (f"{members[0].id}: no other report tells this event",)
    told = Counter(name for card in members for name in card.names)
    vectors = np.stack([card.vector for card in members])
    return tuple(_line(members[i], members[j], alike, told) for i, j, alike in _nearest(vectors))


def _nearest(vectors: NDArray[np.float32]) -> list[tuple[int, int, float]]:
    found = []
    for first in range(0, len(vectors), AT_ONCE):
        alike = vectors[first : first + AT_ONCE] @ vectors.T
        alike[np.arange(len(alike)), np.arange(first, first + len(alike))] = -1
        found += [(first + k, int(j), float(alike[k, j])) for k, j in enumerate(alike.argmax(axis=1))]
    return found


def _line(card: Card, fellow: Card, alike: float, told: Counter[str]) -> str:
    shared = sorted((name for name in card.names if name in fellow.names), key=lambda name: (-told[name], name))
    if not shared:
        shared = [name for name in card.names if told[name] > 1]
    names = f"both name {', '.join(shared[:SHOWN])}" if shared else "the same rare words"
    return f"{card.id}, with {fellow.id}: {names}; leads alike {alike:.2f}; {_gap(card, fellow)}"


def _gap(card: Card, fellow: Card) -> str:
    if card.published is None or fellow.published is None:
        return "time between them not known"
    hours = abs((card.published - fellow.published).total_seconds()) / 3600
    return f"{round(hours)} hours apart" if hours < 48 else f"{round(hours / 24)} days apart"
