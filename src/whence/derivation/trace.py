"""Readings of one story → who took from whom. The journey of this room:

1. `scene`      the words and the rare details of every report
2. `verbatim`   copies, near copies and lifted passages, each from its direct parent
3. `citing`     reports that name or describe another as their source
4. `retelling`  the same details told in other words, where nothing above explains them
5. `weighing`   all signs together, in a story of up to `CROWD` reports: who told a thing alone says nothing among hundreds
"""

from collections.abc import Sequence

from whence.derivation.citing import citations
from whence.derivation.retelling import retellings
from whence.derivation.scene import Scene, scene_of
from whence.derivation.signs import Company, company_of
from whence.derivation.tellers import COPIES
from whence.derivation.verbatim import lifted
from whence.derivation.weighing import weighed
from whence.model import Derivation, DerivationKind, Reading

CROWD = 40
STRENGTH = (DerivationKind.COPY, DerivationKind.NEAR_COPY, DerivationKind.PARTIAL, DerivationKind.CITATION, DerivationKind.REWRITE)


def trace_copying(readings: Sequence[Reading]) -> tuple[Derivation, ...]:
    """Every derivation among the reports of one story, at most one per pair, in the order of the later report's time."""
    if len(readings) < 2:
        return ()
    scene = scene_of(readings)
    company = company_of(scene) if len(readings) <= CROWD else None
    kept: dict[tuple[str, str], Derivation] = {}
    for b in range(len(readings)):
        for made in _taken_by(scene, company, b, tuple(kept.values())):
            edge = (made.from_report, made.to_report)
            if edge not in kept or STRENGTH.index(made.kind) < STRENGTH.index(kept[edge].kind):
                kept[edge] = made
    return tuple(kept.values())


def _taken_by(scene: Scene, company: Company | None, b: int, before: Sequence[Derivation]) -> list[Derivation]:
    words = lifted(scene, b)
    if any(made.kind in COPIES for made in words):  # whom it names, it names in the words of the other
        return words
    named = citations(scene, b, words, before)
    told = [*named, *retellings(scene, b, [*words, *named])]
    return weighed(scene, company, b, words, told, before) if company else [*words, *told]
