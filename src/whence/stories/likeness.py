"""Cards → one row each, so that a dot product says how alike two reports are; and how far apart in time they may be.

A row joins two unit vectors: the rare terms (TF-IDF, spread over columns by their hash) and the meaning of the lead.
The likeness of two groups, averaged over all pairs, is then the dot product of the groups' sums: average linkage without a matrix.
"""

from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from whence.stories.card import Card

Rows = NDArray[np.float32]

# Set together on ECB+, with BASIL 2010-14 and NewsWCL50 held (B³ .928, .991, 1) and every story of the scenarios exact, by random search
# in `group` and `card` too. Chosen on four fifths of ECB+'s topics and measured on the rest: .924; without `group.CLOSER` .905.
MEANING = 0.3  # share of the lead's meaning in the likeness, the rest is terms; from .2 to .35 much the same
KNOWN = 100.0  # how many reports the table of common words stands for, beside the cards themselves: few cards need it
WIDE, NARROW, MANY = 13, 11, 4096  # bits of the columns for terms, of up to MANY cards and of more: noise of 1/sqrt(columns) against memory
DAY = 86_400.0
SAME_DAYS, BONUS = 10.0, 0.03  # days that speak for one event, and how much
SAME_TIME = 60.0  # days within which time says nothing
OTHER_TIME = 400.0  # days from which it costs the whole PENALTY
FEW_OTHER_TIME = 150.0  # the same among few: distractors of 40 new scenarios are of the same day or 84 days off and more
PENALTY = 0.4  # what likeness is lowered by for reports of another time: yearly events and old accidents stay apart


@lru_cache(maxsize=1)
def common_words() -> tuple[NDArray[np.uint32], NDArray[np.float32]]:
    """Hashes of common stems, sorted, and the share of news reports that each stands in."""
    table = files("whence.lexicons").joinpath("common_words.tsv").read_text(encoding="utf-8")
    pairs = (line.split("\t") for line in table.splitlines() if line and not line.startswith("#"))
    found = sorted((crc32(word.encode()), float(share)) for word, share in pairs)
    return np.array([h for h, _ in found], dtype=np.uint32), np.array([s for _, s in found], dtype=np.float32)


def rows_of(cards: Sequence[Card]) -> Rows:
    """One row per card. Terms that one card alone has do not count; rarity is over these cards and the table of common words."""
    terms = np.concatenate([card.terms for card in cards])
    vocabulary, place, seen = np.unique(terms, return_inverse=True, return_counts=True)
    rarity = np.log((KNOWN + len(cards) + 1) / (_expected(vocabulary) * KNOWN + seen)).astype(np.float32)
    rarity[seen < 2] = 0
    bits = WIDE if len(cards) <= MANY else NARROW
    column = (vocabulary * np.uint32(2654435761)) >> np.uint32(32 - bits)  # the high bits of a multiplicative hash
    sign = np.where((vocabulary * np.uint32(2246822519)) >> np.uint32(31), 1, -1).astype(np.float32)
    width = 1 << bits
    made = np.zeros((len(cards), width + len(cards[0].vector)), dtype=np.float32)
    start = 0
    for row, card in zip(made, cards):
        at = place[start : start + len(card.terms)]
        start += len(card.terms)
        weight = np.sqrt(card.counts.astype(np.float32)) * rarity[at]
        length = float(np.sqrt(weight @ weight)) or 1.0
        np.add.at(row, column[at], weight * sign[at] * (np.sqrt(1 - MEANING) / length))
        row[width:] = card.vector * np.float32(np.sqrt(MEANING))
    return made


def _expected(vocabulary: NDArray[np.uint32]) -> NDArray[np.float32]:
    hashes, shares = common_words()
    at = np.minimum(np.searchsorted(hashes, vocabulary), len(hashes) - 1)
    return np.where(hashes[at] == vocabulary, shares[at], 0).astype(np.float32)


def days_of(cards: Sequence[Card]) -> NDArray[np.float64]:
    """Days since 1970, NaN where the time is not known."""
    return np.array([card.published.timestamp() / DAY if card.published else np.nan for card in cards])


def lateness(days: NDArray[np.float64], other_time: float = OTHER_TIME, penalty: float = PENALTY) -> NDArray[np.float32]:
    """What a gap of so many days lowers likeness by: less than nothing for the same days, nothing for an unknown gap (NaN)."""
    share = np.clip((np.nan_to_num(days) - SAME_TIME) / (other_time - SAME_TIME), 0, 1)
    return np.where(days <= SAME_DAYS, -BONUS, penalty * share).astype(np.float32)
