"""One report of a scene → the earlier reports whose rare details it tells again in other words, without saying so."""

import numpy as np

from whence.derivation.details import detail
from whence.derivation.naming import same_house
from whence.derivation.scene import Scene
from whence.derivation.verbatim import agency_rank, directed, why_this_way
from whence.model import Derivation, DerivationKind, Evidence

SHARE = 0.33  # of the later report's details, from which it is a retelling: edge F1 .883 on the scenarios, from .30 to .36 much the same
MORE = 0.20  # … that nothing found before explains
LEAST = 60.0  # weight of details (ten or so) that a report must have for a share of them to mean anything
AS_MUCH = 0.95
SHOWN = 6


def retellings(scene: Scene, b: int, known: list[Derivation]) -> list[Derivation]:
    """The parent with the most details in common, where `known` derivations leave enough of them unexplained."""
    taken = {made.from_report for made in known}
    parents = [a for a, reading in enumerate(scene.readings) if reading.report.id in taken]
    whole = max(LEAST, float(scene.details.whole[b]))
    share = scene.details.common[:, b] / whole
    left = scene.details.told[b] & ~scene.details.told[parents].any(axis=0)
    most_known = max((float(share[a]) for a in parents), default=0.0)
    able = []
    for a in np.nonzero(share >= SHARE)[0].tolist():
        if a in parents or not scene.possible(a, b) or not directed(scene, a, b):
            continue
        share[a] = (scene.details.common[a, b] - quoted_alike(scene, a, b)) / whole
        if share[a] < SHARE:
            continue
        more = float(scene.details.weight[left & scene.details.told[a]].sum()) / whole
        if more >= MORE or (share[a] > most_known and same_house(scene.report(a), scene.report(b))):
            able.append(a)
    if not able:
        return []
    most = max(float(share[a]) for a in able)
    parent = min((a for a in able if share[a] >= AS_MUCH * most), key=lambda a: (-agency_rank(scene, a, b), a))
    return [retelling(scene, parent, b)]


def quoted_alike(scene: Scene, a: int, b: int) -> float:
    """What the details weigh that both have only because they quote the same words: a public speaker's words are no retelling."""
    return float(scene.details.weight[quoted_only(scene, a, b)].sum())


def quoted_only(scene: Scene, a: int, b: int) -> list[int]:
    """The details themselves, by number."""
    wording = scene.wordings[b]
    runs = [run for run in scene.shared(a, b).runs if run.own < run.length / 2]
    if not runs:
        return []
    quoted = np.zeros(len(wording.words), dtype=np.bool_)
    for run in runs:
        quoted[run.b : run.b + run.length] = True
    elsewhere = {detail(token) for token, inside in zip(wording.tokens, quoted) if not inside}
    return [k for k in scene.details.both(a, b).tolist() if scene.details.names[k] not in elsewhere]


def retelling(scene: Scene, a: int, b: int) -> Derivation:
    share = scene.share(a, b)
    both = scene.details.both(a, b)
    rarest = [scene.details.names[k] for k in both[np.argsort(-scene.details.weight[both], kind="stable")][:6].tolist()]
    return Derivation(
        from_report=scene.report(a).id,
        to_report=scene.report(b).id,
        kind=DerivationKind.REWRITE,
        shared=_pairs(scene, a, b),
        direction=why_this_way(scene, a, b),
        share=round(share, 3),
        confidence=round(min(0.9, 0.3 + share), 2),
        because=(f"{share:.0%} of its names, numbers and uncommon words are in the other, among them {', '.join(rarest)}",),
    )


def _pairs(scene: Scene, a: int, b: int) -> tuple[tuple[Evidence, Evidence], ...]:
    """The sentences that tell the same, those with the most details first."""
    both = scene.details.both(a, b)
    first = scene.details.rows(a, len(scene.wordings[a].sentences), both)
    second = scene.details.rows(b, len(scene.wordings[b].sentences), both)
    alike = (first > 0) @ second.T
    best = np.argsort(-alike.max(axis=0, initial=0), kind="stable")[:SHOWN].tolist()
    return tuple((scene.sentence(a, int(alike[:, k].argmax())), scene.sentence(b, k)) for k in best if alike[:, k].max() > 0)
