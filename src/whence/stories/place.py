"""New cards beside stored ones → the stories that change, and only those: what a store calls when reports are added."""

from collections.abc import Sequence

import numpy as np

from whence.model import Story
from whence.stories.card import Card
from whence.stories.group import gather, story_of

CLOSE = 0.4  # likeness of leads from which a story counts as near: 99 of 100 reports of ECB+ have a fellow this near
MOST = 60  # nearest stored reports whose stories are looked at, per new report


def regroup(new: Sequence[Card], cards: Sequence[Card], stories: Sequence[Story]) -> tuple[tuple[Story, ...], tuple[str, ...]]:
    """The stories made anew around the new reports, and the ids of the stored stories that they take the place of.

    `cards` are the stored ones, `stories` what they were grouped into. Stories without a report near a new one are not
    touched. A card that is stored already changes nothing.
    """
    stored = {card.id: card for card in cards}
    fresh = sorted({card.id: card for card in new if card.id not in stored}.values(), key=lambda card: card.id)
    if not fresh:
        return (), ()
    near = near_reports(fresh, list(cards))
    touched = [story for story in stories if near.intersection(story.reports)]
    again = sorted([*fresh, *(stored[id] for story in touched for id in story.reports if id in stored)], key=lambda card: card.id)
    made = tuple(story_of([again[i] for i in members]) for members in gather(again))
    return made, tuple(story.id for story in touched)


def near_reports(new: Sequence[Card], cards: Sequence[Card]) -> set[str]:
    """Ids of the stored reports whose leads are near to a new one's."""
    if not cards:
        return set()
    alike = np.stack([card.vector for card in new]) @ np.stack([card.vector for card in cards]).T
    kept = min(MOST, len(cards))
    best = np.argpartition(-alike, kept - 1, axis=1)[:, :kept]
    return {cards[int(j)].id for i, row in enumerate(best) for j in row if alike[i, j] >= CLOSE}
