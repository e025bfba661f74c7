"""Two Wordings → the runs of words they share, and how much of each report those are."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from whence.derivation.wording import RUN, Wording
from whence.model import Evidence, Span

Places = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Run:
    """`length` words that stand in both, from word `a` of the one and word `b` of the other.

    `own` of them are quoted in neither; `plain` of these have no capital.
    """

    a: int
    b: int
    length: int
    own: int
    plain: int


@dataclass(frozen=True, slots=True)
class Shared:
    """What two reports have in common word for word. Shares are of the words outside quotation marks, 0 to 1."""

    runs: tuple[Run, ...]
    share_a: float
    share_b: float
    own: int  # words in common that are quoted in neither
    quoted: int
    longest: int  # the most plain words in one run


NOTHING = Shared((), 0.0, 0.0, 0, 0, 0)


def shared_words(a: Wording, b: Wording) -> Shared:
    """Runs of at least `RUN` words, longest first."""
    if not len(a.grams) or not len(b.grams):
        return NOTHING
    found = np.searchsorted(a.ranked, b.grams)
    place = a.order[np.minimum(found, len(a.order) - 1)]
    hit = a.grams[place] == b.grams
    if not hit.any():
        return NOTHING
    runs = _runs(a, b, np.nonzero(hit)[0], place)
    in_a, in_b = np.zeros(len(a.words), dtype=bool), np.zeros(len(b.words), dtype=bool)
    for run in runs:
        own = ~a.quoted[run.a : run.a + run.length] & ~b.quoted[run.b : run.b + run.length]
        in_a[run.a : run.a + run.length] |= own
        in_b[run.b : run.b + run.length] |= own
    return Shared(
        runs=tuple(sorted(runs, key=lambda run: (-run.length, run.b))),
        share_a=int(in_a.sum()) / max(1, int((~a.quoted).sum())),
        share_b=int(in_b.sum()) / max(1, int((~b.quoted).sum())),
        own=int(in_b.sum()),
        quoted=sum(run.length - run.own for run in runs),
        longest=max(run.plain for run in runs),
    )


def _runs(a: Wording, b: Wording, hits: Places, place: Places) -> list[Run]:
    """Neighbouring hits on one diagonal make a run."""
    offset = place[hits] - hits
    cuts = np.nonzero((np.diff(hits) != 1) | (np.diff(offset) != 0))[0] + 1
    runs = []
    for group in np.split(hits, cuts):
        first, length = int(group[0]), len(group) + RUN - 1
        at = int(place[group[0]])
        own = ~b.quoted[first : first + length] & ~a.quoted[at : at + length]
        plain = own & b.plain[first : first + length]
        runs.append(Run(at, first, length, int(own.sum()), int(plain.sum())))
    return runs


def evidence_of(wording: Wording, first: int, length: int, note: str = "") -> Evidence:
    """The words from word `first` on, as they stand in the report."""
    span = Span(int(wording.starts[first]), int(wording.ends[first + length - 1]))
    return Evidence(wording.report.id, span, span.of(wording.report.text), note)
