"""New cards beside stored ones → the stories that change, and only those: what a store calls when reports are added.

The nearest of the stored reports are found by looking through the leads of all, one byte a number: 100,000 are 38 MB and take less time
than one report takes to read. That is exact, needs no index that must be kept in step, and asks for nothing but rows of bytes.
"""

from collections.abc import Collection, Iterable, Sequence

import numpy as np

from whence.model import Story
from whence.stories.card import LEAD_SCALE, Card, lead_bytes
from whence.stories.group import MANY, gather, mark, story_of
from whence.stories.likeness import rows_of

NEAR = 0.45  # likeness of leads from which a story counts as near: 99.5 of 100 reports of ECB+ have a fellow this near
MOST = 6  # nearest stored reports whose stories are looked at, per new report; of ECB+'s, 99 of 100 have a fellow among the nearest 3
# How much more alike than the mark a stored report must be to a new one for its story to be made anew. Among few cards words seem rarer,
# so a fellow is far above, and what is just above is some lone report: .09 in place of .03 leaves B³ of ECB+ in parts of 1, 10, 50 and 250
# as it is (.926, .920, .930, .928), NewsWCL50's too; BASIL's falls from .990 to .968 in parts of 10, and stays in parts of 1, 50 and 250.
# Of 1,000 more beside 36,000 made reports, where next to none has a fellow in store, 47 join stored stories and 238 did (21 Nov 2026).
CLEARLY = 0.09

Leads = Iterable[tuple[int, bytes]]  # number of the first report, and the `lead_bytes` of it and those after it


def near_leads(new: Sequence[Card], leads: Leads, hidden: Collection[int] = ()) -> set[int]:
    """Numbers of the reports whose leads are nearest to a new one's; those that are `hidden` do not count."""
    wanted = np.stack([card.vector for card in new]).T / np.float32(LEAD_SCALE)
    unseen = np.zeros(max(hidden, default=-1) + 1, dtype=np.bool_)
    unseen[list(hidden)] = True
    best = np.full((MOST, len(new)), NEAR, dtype=np.float32)
    reports = np.full((MOST, len(new)), -1, dtype=np.int64)
    for first, block in leads:
        alike = np.frombuffer(block, dtype=np.int8).reshape(-1, len(wanted)).astype(np.float32) @ wanted
        hides = unseen[first : first + len(alike)]
        alike[: len(hides)][hides] = -1
        who = np.flatnonzero((alike > best.min(axis=0)).any(axis=0))
        both = np.vstack([best[:, who], alike[:, who]])
        numbers = np.vstack([reports[:, who], np.broadcast_to(np.arange(first, first + len(alike))[:, None], (len(alike), len(who)))])
        order = np.argpartition(-both, MOST - 1, axis=0)[:MOST]
        best[:, who] = np.take_along_axis(both, order, axis=0)
        reports[:, who] = np.take_along_axis(numbers, order, axis=0)
    return set(reports[reports >= 0].tolist())


def alike_reports(new: Sequence[Card], cards: Sequence[Card], among: int = MANY) -> set[str]:
    """Ids of those of the stored reports that might be joined with a new one: what is near in its lead may share no rare word."""
    if not cards:
        return set()
    rows = rows_of([*new, *cards])
    alike = (rows[len(new) :] @ rows[: len(new)].T).max(axis=1)
    return {card.id for card, value in zip(cards, alike.tolist()) if value >= mark(among) + CLEARLY}


def regroup(
    new: Sequence[Card], cards: Sequence[Card], stories: Sequence[Story], among: int = MANY
) -> tuple[tuple[Story, ...], tuple[str, ...]]:
    """The stories made anew around the new reports, and the ids of the stored stories that they take the place of.

    `cards` are the stored ones, `stories` what they were grouped into; `among` how many reports there are in all: how alike those of
    one story must be depends on it. Stories without a report alike to a new one are not touched. A card that is stored already
    changes nothing.
    """
    stored = {card.id: card for card in cards}
    fresh = sorted({card.id: card for card in new if card.id not in stored}.values(), key=lambda card: card.id)
    if not fresh:
        return (), ()
    near = [cards[number] for number in sorted(near_leads(fresh, [(0, lead_bytes(*cards))]))]
    alike = alike_reports(fresh, near, among)
    touched = [story for story in stories if alike.intersection(story.reports)]
    again = sorted([*fresh, *(stored[id] for story in touched for id in story.reports if id in stored)], key=lambda card: card.id)
    made = tuple(story_of([again[i] for i in members]) for members in gather(again, among))
    return made, tuple(story.id for story in touched)
