"""Cards → Stories: average linkage over likeness and time. Each story says why every report is in it.

1. every report becomes a row (`likeness`), 2. blocked matrix products find each row's nearest, 3. the two nearest groups are
joined, again and again, while the average likeness over all their pairs, less what two groups that are close in themselves must have
more, stays above `mark`. Near linear in memory; the matrix product is n² but takes seconds for 20,000 reports.

Two events of one kind (two trials, two earthquakes) are each told in words of their own: reports of one are far more alike than
reports of both. So how alike two groups must be grows with how alike the members of each are.
"""

import heapq
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from whence.model import Story
from whence.stories.card import Card
from whence.stories.likeness import BONUS, FEW_OTHER_TIME, OTHER_TIME, PENALTY, Rows, days_of, lateness, rows_of
from whence.stories.reasons import why_together
from whence.text import content_id

ALIKE = 0.225  # average likeness that joins two groups of usual closeness; from .21 to .24 the figures in `likeness` move by a hundredth
# Among few reports, which somebody put together, most are of one event. Of 40 new scenarios of 5 to 8 reports .65 were exact with ALIKE,
# .93 with FEW_ALIKE and `FEW_OTHER_TIME`; of 24 others .83 and .96 (21 November 2026). Sets of 50 and more need ALIKE; between, a line.
FEW_ALIKE = 0.175
FEW, MANY = 10, 40
CLOSE = 0.3  # likeness of two reports of one story, on average
CLOSER = 0.9  # how much of a group's closeness beyond that is asked of its likeness to another; see `likeness` for what it brings
UNSURE = 10  # pairs of reports that CLOSE stands for beside the group's own: a small group's closeness says little
NEAREST = 40  # nearest reports that a report may be joined through
AT_ONCE = 1024  # rows of one matrix product


def group(cards: Sequence[Card]) -> tuple[Story, ...]:
    """The stories that these reports tell, the largest first; a report that stands alone is a story of one."""
    ordered = sorted(cards, key=lambda card: card.id)  # the order that the cards come in does not matter
    found = [[ordered[i] for i in members] for members in gather(ordered)]
    return tuple(sorted((story_of(members) for members in found), key=lambda story: (-len(story.reports), story.id)))


def gather(cards: Sequence[Card], among: int | None = None) -> list[list[int]]:
    """Places of the cards that belong together, in groups; `among` how many reports they are looked at: all of these, if not said."""
    if not cards:
        return []
    return _Linkage(rows_of(cards), days_of(cards), len(cards) if among is None else among).run()


def mark(reports: int) -> float:
    """Average likeness that joins two groups, among so many reports: the fewer there are, the likelier they are of one event."""
    return float(np.interp(reports, (FEW, MANY), (FEW_ALIKE, ALIKE)))


def late(reports: int) -> tuple[float, float]:
    """Days from which two groups are of another time, and what it costs, among so many reports: to those a lower mark gives nothing."""
    return float(np.interp(reports, (FEW, MANY), (FEW_OTHER_TIME, OTHER_TIME))), PENALTY + ALIKE - mark(reports)


def story_of(members: Sequence[Card]) -> Story:
    """One story from its cards: id of its first report, title of its most typical one."""
    order = sorted(members, key=lambda card: (card.published is None, card.published.timestamp() if card.published else 0.0, card.id))
    vectors = np.stack([card.vector for card in order])
    typical = order[int(np.argmax(vectors @ vectors.sum(axis=0)))]
    return Story(
        id=content_id("story", order[0].id),
        title=typical.headline.strip() or order[0].headline.strip() or order[0].id,
        reports=tuple(card.id for card in order),
        because=why_together(order),
    )


def nearest(rows: Rows, days: NDArray[np.float64], reports: int) -> list[tuple[int, int, float]]:
    """Pairs (i < j, likeness) that may open a join: for each row the `NEAREST` of those after it that are above the mark."""
    pairs: list[tuple[int, int, float]] = []
    enough, time = mark(reports), late(reports)
    for first in range(0, len(rows), AT_ONCE):
        block = rows[first : first + AT_ONCE]
        alike = block @ rows[first:].T
        near, other = np.nonzero(alike >= enough - BONUS)
        near, other = near[other > near], other[other > near]
        value = alike[near, other] - lateness(np.abs(days[first + near] - days[first + other]), *time)
        order = np.lexsort((-value, near))
        order = order[value[order] >= enough]
        rank = np.arange(len(order)) - np.searchsorted(near[order], near[order])  # how many are nearer to the same row
        kept = order[rank < NEAREST]
        pairs += zip((first + near[kept]).tolist(), (first + other[kept]).tolist(), value[kept].tolist())
    return pairs


class _Linkage:
    """Joins the two nearest groups until none are near enough. Group g's row holds the sum of its members' rows."""

    def __init__(self, rows: Rows, days: NDArray[np.float64], reports: int) -> None:
        n = len(rows)
        self.enough, self.time = mark(reports), late(reports)
        self.sums, self.sizes = rows, np.ones(n, dtype=np.float32)
        self.inside = np.zeros(n, dtype=np.float32)  # likeness of the members to each other, summed over their pairs
        self.known = (~np.isnan(days)).astype(np.float32)  # members with a time
        self.days = np.nan_to_num(days)  # sum of their days
        self.members: list[list[int]] = [[i] for i in range(n)]
        self.near: list[set[int]] = [set() for _ in range(n)]
        self.changed = [0] * n  # how often a group was joined; -1: it went into another
        self.heap: list[tuple[float, int, int, int, int]] = []
        for a, b, alike in nearest(rows, days, reports):
            self.near[a].add(b)
            self.near[b].add(a)
            self.heap.append((-alike, a, b, 0, 0))
        heapq.heapify(self.heap)

    def run(self) -> list[list[int]]:
        while self.heap:
            _, a, b, stamp_a, stamp_b = heapq.heappop(self.heap)
            if self.changed[a] == stamp_a and self.changed[b] == stamp_b:
                self._join(a, b) if self.sizes[a] >= self.sizes[b] else self._join(b, a)
        return [members for members, changed in zip(self.members, self.changed) if changed >= 0]

    def _join(self, a: int, b: int) -> None:
        between = self._alike(a, np.array([b]))[0] * self.sizes[a] * self.sizes[b]
        self.inside[a] += self.inside[b] + between
        self.sums[a] += self.sums[b]
        self.sizes[a] += self.sizes[b]
        self.known[a] += self.known[b]
        self.days[a] += self.days[b]
        self.members[a] += self.members[b]
        self.members[b] = []
        self.changed[a] += 1
        self.changed[b] = -1
        self.near[a] |= self.near[b]
        self.near[a] -= {a, b}
        for other in self.near[b]:
            self.near[other].discard(b)
            if other != a:
                self.near[other].add(a)
        self.near[b] = set()
        self._measure(a)

    def _measure(self, a: int) -> None:
        """Puts group a's nearness to each of its neighbours on the heap."""
        others = np.fromiter(self.near[a], dtype=np.int64, count=len(self.near[a]))
        if not len(others):
            return
        close = np.maximum((self._closeness(a) + self._closeness(others)) / 2 - CLOSE, 0)  # a loose group is let off nothing
        alike = self._alike(a, others) - CLOSER * close
        for value, other in zip(alike.tolist(), others.tolist()):
            if value >= self.enough:
                heapq.heappush(self.heap, (-value, a, other, self.changed[a], self.changed[other]))

    def _alike(self, a: int, others: NDArray[np.int64]) -> NDArray[np.float32]:
        """Average likeness of group a's reports to those of each other group."""
        alike = self.sums[others] @ self.sums[a] / (self.sizes[others] * self.sizes[a])
        gap = np.abs(self.days[others] / np.maximum(self.known[others], 1) - self.days[a] / max(self.known[a], 1.0))
        certain = self.known[others] / self.sizes[others] * self.known[a] / self.sizes[a]
        made: NDArray[np.float32] = alike - lateness(gap, *self.time) * certain
        return made

    def _closeness(self, groups: int | NDArray[np.int64]) -> NDArray[np.float32]:
        """Average likeness of the pairs in a group, with `UNSURE` more pairs of the usual closeness."""
        size = self.sizes[groups]
        made: NDArray[np.float32] = (self.inside[groups] + UNSURE * CLOSE) / (size * (size - 1) / 2 + UNSURE)
        return made
