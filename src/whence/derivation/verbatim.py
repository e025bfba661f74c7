"""One report of a scene → what it took word for word: a copy, a near copy or a lifted passage, from the nearest parent."""

from whence.derivation.naming import agency_marks, call_names, credited
from whence.derivation.scene import Scene
from whence.derivation.shared import Shared, evidence_of
from whence.model import Derivation, DerivationKind

WHOLE = 0.92  # of the later report's own words, from which it is a copy …
COPY, UNBROKEN = 0.78, 0.8  # … or of both reports', in one piece; else it was cut and added to (37 of 38 on the scenarios)
NEAR = 0.58  # of either report's own words, from which it is a near copy: F1 .97 on the pairs of wire
LONGEST = 9  # plain words in one run …
OWN = 12  # … and own words in all that make a lifted passage
OWN_LONG = 20  # … of reports of LONG words: F1 .96 on the pairs of wire, .94 without
LONG = 300
SHOWN = 6  # runs given as evidence
AS_MUCH = 0.85  # a parent must share this much of what the fullest one shares


def lifted(scene: Scene, b: int) -> list[Derivation]:
    """At most one derivation: the passage with the most words in common, laid to its direct parent."""
    compared = ((a, scene.shared(a, b)) for a in scene.shelf.near(b) if scene.possible(a, b))
    found = [(a, shared) for a, shared in compared if kind_of(shared, len(scene.wordings[b].words)) and directed(scene, a, b)]
    if not found:
        return []
    most = max(shared.own for _, shared in found)
    parents = [(a, shared) for a, shared in found if shared.own >= AS_MUCH * most]
    a, shared = min(parents, key=lambda pair: (-agency_rank(scene, pair[0], b), pair[0]))
    return [_derivation(scene, a, b, shared)]


def kind_of(shared: Shared, words: int) -> DerivationKind | None:
    unbroken = max((run.own for run in shared.runs), default=0) >= UNBROKEN * shared.own
    if shared.share_b >= WHOLE or (min(shared.share_a, shared.share_b) >= COPY and unbroken):
        return DerivationKind.COPY
    if max(shared.share_a, shared.share_b) >= NEAR:
        return DerivationKind.NEAR_COPY
    lifts = shared.longest >= LONGEST and shared.own >= (OWN_LONG if words >= LONG else OWN)
    return DerivationKind.PARTIAL if lifts else None


def directed(scene: Scene, a: int, b: int) -> bool:
    """Where times do not decide: the agency's own report is the parent, then the one that is named, then the one first in order."""
    if scene.timed(a, b):
        return a < b
    here, there = agency_rank(scene, a, b), agency_rank(scene, b, a)
    return here > there or (here == there and a < b)


def agency_rank(scene: Scene, a: int, b: int) -> int:
    """2 where b credits or names a's outlet, 1 where a is marked as an agency's own text, else 0."""
    parent = scene.report(a)
    if credited(scene.report(b), parent):
        return 2
    mine = set(call_names(parent.outlet or ""))
    return int(any(mark in mine for mark in agency_marks(parent)))


def _derivation(scene: Scene, a: int, b: int, shared: Shared) -> Derivation:
    kind = kind_of(shared, len(scene.wordings[b].words)) or DerivationKind.PARTIAL
    first, second = scene.wordings[a], scene.wordings[b]
    shown = [run for run in shared.runs if run.own][:SHOWN]
    whole = kind is not DerivationKind.PARTIAL
    return Derivation(
        from_report=scene.report(a).id,
        to_report=scene.report(b).id,
        kind=kind,
        shared=tuple((evidence_of(first, run.a, run.length), evidence_of(second, run.b, run.length)) for run in shown),
        direction=why_this_way(scene, a, b),
        share=round(shared.share_b, 3),
        confidence=round(min(0.99, 0.5 + shared.share_b / 2 if whole else 0.6 + shared.longest / 100), 2),
        because=(
            f"{shared.own} words outside quotations stand in both, {shown[0].length} in one run: {shared.share_b:.0%} of the later report",
        ),
    )


def why_this_way(scene: Scene, a: int, b: int) -> str:
    """In words: who names whom, whose text is the agency's, who was first."""
    first, second = scene.report(a), scene.report(b)
    rank = agency_rank(scene, a, b)
    reasons = [f"{second.id} names {first.outlet}"] if rank == 2 else [f"{first.id} is the agency's own text"] if rank == 1 else []
    if first.published and second.published and first.published < second.published:
        minutes = round((second.published - first.published).total_seconds() / 60)
        reasons.append(
            f"{first.id} came {minutes} minutes earlier" if minutes < 120 else f"{first.id} came {round(minutes / 60)} hours earlier"
        )
    return "; ".join(reasons) or "times are not known: taken in the order given"
