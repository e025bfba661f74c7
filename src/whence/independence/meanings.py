"""The claims of a story → how like in meaning any two of them are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from whence.compare import matter
from whence.model import Claim

ABOUT_IT = 0.5  # likeness from which a report tells of the same matter


@dataclass(frozen=True, slots=True, eq=False)
class Meanings:
    """A unit vector for each claim of a story, at its place."""

    place: Mapping[str, int]  # by the claim's id
    vectors: NDArray[np.float32]
    report: NDArray[np.int64]  # a number for the report that each claim is of

    def told(self, claim: Claim) -> float:
        """The share of the story's reports that tell of its matter."""
        near = self.vectors @ self.vectors[self.place[claim.id]] >= ABOUT_IT
        return len(np.unique(self.report[near])) / max(1, len(np.unique(self.report)))

    def by_report(self, claim: Claim) -> list[float]:
        """How like it the likest claim of each other report is."""
        near, own = self.vectors @ self.vectors[self.place[claim.id]], self.report[self.place[claim.id]]
        best = np.full(int(self.report.max()) + 1, -1.0)
        np.maximum.at(best, self.report, near)
        return [float(each) for each in np.delete(best, own)]

    def likeness(self, some: Sequence[Claim], others: Sequence[Claim]) -> NDArray[np.float32]:
        return self.of(some) @ self.of(others).T

    def of(self, claims: Sequence[Claim]) -> NDArray[np.float32]:
        """A row for each claim."""
        return self.vectors[[self.place[claim.id] for claim in claims]]


def meanings_of(claims: Sequence[Claim], vectors: NDArray[np.float32]) -> Meanings:
    """`vectors` has a row for each claim."""
    number = {report: n for n, report in enumerate(sorted({claim.report for claim in claims}))}
    reports = np.array([number[claim.report] for claim in claims], dtype=np.int64)
    return Meanings({claim.id: row for row, claim in enumerate(claims)}, vectors, reports)


def meanings_by_words(claims: Sequence[Claim]) -> Meanings:
    """Where no encoder is at hand: claims are as like as the words of content that they share."""
    stems = [matter(claim.plain) for claim in claims]
    number = {stem: n for n, stem in enumerate(sorted(frozenset().union(*stems)))}
    vectors = np.zeros((len(claims), max(1, len(number))), dtype=np.float32)
    for row, held in enumerate(stems):
        for stem in held:
            vectors[row, number[stem]] = len(held) ** -0.5
    return meanings_of(claims, vectors)
