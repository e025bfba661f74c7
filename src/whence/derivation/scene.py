"""The reports of one story, prepared once for all comparisons between them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from whence.derivation.candidates import Shelf, shelf_of
from whence.derivation.details import Details, details_of
from whence.derivation.naming import hops
from whence.derivation.shared import Shared, shared_words
from whence.derivation.wording import Wording, wording_of
from whence.model import Evidence, Reading, Report, Span

Hops = tuple[tuple[str, Span | None], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """Reports stand in order of time, those without one last; a report's number is its place."""

    readings: tuple[Reading, ...]
    wordings: tuple[Wording, ...]
    details: Details
    shelf: Shelf
    outlets: Mapping[str, tuple[int, ...]]  # the reports of each
    passed: tuple[Hops, ...]  # the media that the claims of each report name on their way
    compared: dict[tuple[int, int], Shared] = field(default_factory=dict)  # what `shared` has found

    def report(self, place: int) -> Report:
        return self.readings[place].report

    def shared(self, a: int, b: int) -> Shared:
        if (a, b) not in self.compared:
            self.compared[a, b] = shared_words(self.wordings[a], self.wordings[b])
        return self.compared[a, b]

    def timed(self, a: int, b: int) -> bool:
        """Do the times say which of the two came first?"""
        first, second = self.report(a).published, self.report(b).published
        return first is not None and second is not None and first != second

    def possible(self, a: int, b: int) -> bool:
        """Could b have taken from a? Not where the times say otherwise."""
        return a != b and (a < b or not self.timed(a, b))

    def share(self, a: int, b: int) -> float:
        """Of the details of b, how many a has too: 0 to 1, by weight."""
        return float(self.details.common[a, b]) / max(1.0, float(self.details.whole[b]))

    def told_around(self, place: int, sentence: int) -> NDArray[np.float32]:
        """Of the details of a report's sentence and the next one, the share that each report has."""
        held = self.details.held[place]
        told = np.unique(held[(held[:, 0] >= sentence) & (held[:, 0] < sentence + 2), 1])
        weight = self.details.weight[told]
        alike: NDArray[np.float32] = (self.details.told[:, told] @ weight) / max(1.0, float(weight.sum()))
        return alike

    def sentence_of(self, place: int, at: int) -> int:
        """The sentence of a report that character `at` stands in, or the next one."""
        sentences = self.wordings[place].sentences
        return next((i for i, span in enumerate(sentences) if at < span.end), len(sentences) - 1)

    def sentence(self, place: int, number: int, note: str = "") -> Evidence:
        report, span = self.report(place), self.wordings[place].sentences[number]
        return Evidence(report.id, span, span.of(report.text), note)


def scene_of(readings: Sequence[Reading]) -> Scene:
    ordered = tuple(sorted(readings, key=_time))
    wordings = tuple(wording_of(reading.report) for reading in ordered)
    outlets: dict[str, tuple[int, ...]] = {}
    for place, reading in enumerate(ordered):
        outlets[reading.report.outlet or ""] = (*outlets.get(reading.report.outlet or "", ()), place)
    passed = tuple(tuple(hops(reading)) for reading in ordered)
    return Scene(ordered, wordings, details_of(wordings), shelf_of(wordings), outlets, passed)


def _time(reading: Reading) -> tuple[bool, float]:
    published = reading.report.published
    return (False, published.timestamp()) if published else (True, 0.0)
