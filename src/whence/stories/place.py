"""New cards beside stored ones → the stories that change, and only those: what a store calls when reports are added.

The nearest of the stored reports are found by looking through the leads of all, one byte a number: 100,000 are 38 MB and take less time
than one report takes to read. That is exact, needs no index that must be kept in step, and asks for nothing but rows of bytes.
"""

from collections.abc import Collection, Iterable, Sequence

import numpy as np

from whence.model import Story
from whence.stories.card import LEAD_SCALE, Card, lead_bytes
from whence.stories.group import gather, story_of

NEAR = 0.45  # likeness of leads from which a story counts as near: 99.5 of 100 reports of ECB+ have a fellow this near
MOST = 12  # nearest stored reports whose stories are looked at, per new report; of ECB+'s, 99 of 100 have a fellow among the nearest 3

Leads = Iterable[tuple[int, bytes]]  # number of the first report, and the `lead_bytes` of it and those after it


def near_leads(new: Sequence[Card], leads: Leads, hidden: Collection[int] = ()) -> set[int]:
    """Numbers of the reports whose leads are nearest to a new one's; those that are `hidden` do not count."""
    wanted = np.stack([card.vector for card in new]).T / np.float32(LEAD_SCALE)
    unseen = np.fromiter(hidden, dtype=np.int64, count=len(hidden))
    found: list[tuple[float, int, int]] = []
    for first, block in leads:
        alike = np.frombuffer(block, dtype=np.int8).reshape(-1, len(wanted)).astype(np.float32) @ wanted
        number, who = np.nonzero(alike >= NEAR)
        seen = ~np.isin(number + first, unseen)
        number, who = number[seen], who[seen]
        found += zip((-alike[number, who]).tolist(), who.tolist(), (number + first).tolist())
    taken, kept = [0] * len(new), set()
    for _, who_near, report in sorted(found):
        if taken[who_near] < MOST:
            taken[who_near] += 1
            kept.add(report)
    return kept


def regroup(new: Sequence[Card], cards: Sequence[Card], stories: Sequence[Story]) -> tuple[tuple[Story, ...], tuple[str, ...]]:
    """The stories made anew around the new reports, and the ids of the stored stories that they take the place of.

    `cards` are the stored ones, `stories` what they were grouped into. Stories without a report near a new one are not
    touched. A card that is stored already changes nothing.
    """
    stored = {card.id: card for card in cards}
    fresh = sorted({card.id: card for card in new if card.id not in stored}.values(), key=lambda card: card.id)
    if not fresh:
        return (), ()
    near = {cards[number].id for number in near_leads(fresh, [(0, lead_bytes(*cards))])}
    touched = [story for story in stories if near.intersection(story.reports)]
    again = sorted([*fresh, *(stored[id] for story in touched for id in story.reports if id in stored)], key=lambda card: card.id)
    made = tuple(story_of([again[i] for i in members]) for members in gather(again))
    return made, tuple(story.id for story in touched)
