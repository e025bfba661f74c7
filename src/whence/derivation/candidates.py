"""Wordings in order of time → for each, the ones that share runs of words with it: an index of shingles, near linear in the reports.

A shingle that stands in many reports is looked up in the `EARLIEST` of them only: who came first is what is asked for.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from whence.derivation.wording import Wording

Numbers = NDArray[np.int64]
EARLIEST = 48
LEAST = 4  # shingles in common below which nothing was lifted: nine words in a run make five
MOST = 12  # reports that one is compared with word for word
AS_MUCH = 0.5  # of the shingles shared with the nearest one


@dataclass(frozen=True, slots=True, eq=False)
class Shelf:
    """`grams[starts[g]:starts[g + 1]]` are the reports that shingle g stands in, earliest first; `of[r]` the shingles of report r."""

    reports: Numbers
    starts: Numbers
    of: tuple[Numbers, ...]

    def near(self, report: int) -> list[int]:
        """Reports that share enough with this one to be compared with it, earliest first."""
        own = self.of[report]
        if not len(own):
            return []
        first, stop = self.starts[own], np.minimum(self.starts[own + 1], self.starts[own] + EARLIEST)
        lengths = stop - first
        at = np.repeat(first - np.concatenate([[0], np.cumsum(lengths)[:-1]]), lengths) + np.arange(int(lengths.sum()))
        counts = np.bincount(self.reports[at], minlength=len(self.of))
        counts[report] = 0
        wanted = np.nonzero(counts >= max(LEAST, AS_MUCH * float(counts.max())))[0]
        return sorted(wanted[np.argsort(-counts[wanted], kind="stable")][:MOST].tolist())


def shelf_of(wordings: Sequence[Wording]) -> Shelf:
    own = [np.unique(wording.grams) for wording in wordings]
    grams = np.concatenate(own) if own else np.empty(0, dtype=np.int64)
    reports = np.repeat(np.arange(len(own)), [len(one) for one in own])
    vocabulary, number = np.unique(grams, return_inverse=True)
    order = np.argsort(number, kind="stable")  # reports stay in order of time within a shingle
    starts = np.concatenate([[0], np.cumsum(np.bincount(number, minlength=len(vocabulary)))])
    cuts = np.cumsum([len(one) for one in own])[:-1]
    return Shelf(reports[order], starts, tuple(np.split(number, cuts)))
