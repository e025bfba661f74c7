"""The claims of a story and who took from whom → each claim of a report beside those of the reports it took from that are likest to it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from whence.independence.identity import kinship
from whence.independence.meanings import Meanings
from whence.independence.roots import root_of
from whence.independence.scene import Scene
from whence.model import Act, Claim

SPEAKING = (Act.STATES, Act.ALLEGES, Act.ORDERS, Act.PLANS)
SOURCES = 4  # reports that one is compared with, the likeliest first
LIKEST = 6  # claims of theirs that are kept beside one of its own
SAME = 0.55  # likeness from which a claim of the later report is taken to be had from the earlier one


@dataclass(frozen=True, slots=True)
class Taker:
    """A report that took from others: its claims, theirs, and how like they are."""

    report: str
    claims: Sequence[Claim]
    behind: Sequence[Claim]
    likeness: NDArray[np.float32]
    sources: Mapping[str, float]  # report it took from → share of its claims that are like one there
    meanings: Meanings

    def pairs(self) -> Iterator[tuple[int, Claim, list[tuple[float, Claim]]]]:
        """Each claim that says something, by its place in the report, with the claims behind it, the likest first."""
        for place, later in enumerate(self.claims):
            if later.act in SPEAKING:
                order = np.argsort(-self.likeness[place], kind="stable")[:LIKEST].tolist()
                yield place, later, [(float(self.likeness[place, n]), self.behind[n]) for n in order]


def takers(scene: Scene) -> Iterator[Taker]:
    """The reports that took from others; those that take something back have not let it drift."""
    meanings, by_report = scene.alike, scene.told
    behind: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for (source, report), made in scene.derivations.items():
        if source in by_report and report in by_report:
            behind[report].append((-made.confidence, source))
    for report, listed in sorted(behind.items()):
        if report not in scene.corrections:
            sources = [source for _, source in sorted(listed)[:SOURCES]]
            yield _taker(report, {report: by_report[report]} | {source: by_report[source] for source in sources}, meanings)


def _taker(report: str, told: Mapping[str, Sequence[Claim]], meanings: Meanings) -> Taker:
    """`told` are the claims of the report and of those it took from."""
    mine = told[report]
    theirs = {source: [c for c in claims if c.act is not Act.NO_COMMENT] for source, claims in told.items() if source != report}
    near = {source: meanings.likeness(mine, claims) for source, claims in theirs.items() if claims}
    shares = {source: float((rows.max(axis=1) > SAME).mean()) for source, rows in near.items()}
    table = np.concatenate(list(near.values()), axis=1) if near else np.zeros((len(mine), 0), dtype=np.float32)
    return Taker(report, mine, [claim for source in near for claim in theirs[source]], table, shares, meanings)


def from_another(before: Claim, later: Claim, scene: Scene) -> bool:
    """Whether the later claim is laid to a named source, and to another than the earlier one."""
    source = root_of(before, scene).source
    if not later.chain or source is None or root_of(later, scene).counts != "yes":
        return False
    return kinship(source, later.chain[-1], scene.actors).degree != "same"
