"""A story's claims and who took from whom → what changed on the way, in each proposition: the report in which each change is seen.

A report that took from another is compared with it claim by claim, the likest with the likest, whether or not both were taken to say one
thing: what has drifted is often no longer like it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from whence.independence.drift_along import SPEAKING, Taker, takers
from whence.independence.drift_hedge import dropped_hedges
from whence.independence.drift_names import dropped_names, likely_dropped, names_lost
from whence.independence.drift_quotes import altered_quotes
from whence.independence.drift_speakers import counted_otherwise, vouched_for
from whence.independence.drift_values import changed_dates, changed_numbers
from whence.independence.roots import Root
from whence.independence.scene import Scene
from whence.model import Claim, Drift

MOST = {"hedge_dropped": 2, "attribution_dropped": 3, "quote_altered": 2, "number_changed": 3, "date_changed": 2, "actor_changed": 1}
STORIES = 1  # scenes whose changes are kept while their propositions are weighed
Found = tuple[float, Claim, Drift]  # how sure, the claim that it shows in, and what changed


def find_drift(told: Sequence[Claim], rivals: Sequence[Claim], roots: Sequence[Root], scene: Scene) -> tuple[Drift, ...]:
    """What changed in one proposition's tellings, `told`, and in `rivals`, which give another number or day than they. `roots` are those
    of the tellings that stand for it."""
    changed = [drift for claim in (*told, *rivals) for drift in _changes(scene).get(claim.id, ())]
    lost = names_lost([root for root in roots if root.telling.act in SPEAKING], scene)
    unnamed = [_unnamed(scene)[claim.id] for claim in told if claim.id in _unnamed(scene)]
    likely = [found for found in unnamed if likely_dropped(found[0], any(_at_one_place(found[1], claim) for claim in lost))]
    return (*changed, *(drift for _, _, drift in _chosen(likely)))


def _at_one_place(one: Claim, other: Claim) -> bool:
    return one.report == other.report and one.span.overlaps(other.span)


@lru_cache(maxsize=STORIES)
def _changes(scene: Scene) -> Mapping[str, tuple[Drift, ...]]:
    """By the claim that each shows in; the surest few of a kind in each report."""
    found = [each for taker in takers(scene) for each in _drift_of(taker, scene)]
    found += [each for claims in scene.told.values() for claim in claims for each in vouched_for(claim, scene)]
    by_claim: dict[str, list[Drift]] = defaultdict(list)
    for _, claim, drift in _chosen(each for each in found if each[1].report not in scene.corrections):
        by_claim[claim.id].append(drift)
    return {id: tuple(drifts) for id, drifts in by_claim.items()}


@lru_cache(maxsize=STORIES)
def _unnamed(scene: Scene) -> Mapping[str, Found]:
    """By the claim: what may have dropped whom it is from, and what speaks for that."""
    return {found[1].id: found for taker in takers(scene) for found in dropped_names(taker, scene)}


def _drift_of(taker: Taker, scene: Scene) -> Iterator[Found]:
    yield from dropped_hedges(taker, scene)
    yield from changed_numbers(taker, scene)
    yield from changed_dates(taker, scene)
    yield from counted_otherwise(taker, scene)
    for likeness, drift in altered_quotes(taker.report, taker.claims, scene):
        inside = [claim for claim in taker.claims if claim.span.overlaps(drift.after.span)]
        if inside:
            yield likeness, max(inside, key=lambda claim: _shared(claim, drift)), drift


def _shared(claim: Claim, drift: Drift) -> tuple[int, int]:
    place = drift.after.span
    return min(claim.span.end, place.end) - max(claim.span.start, place.start), -len(claim.span)


def _chosen(found: Iterable[Found]) -> Iterator[Found]:
    """The surest of each report and kind; of one change the one in the body rather than that in the headline."""
    by_kind: dict[tuple[str, str], list[Found]] = defaultdict(list)
    for each in found:
        by_kind[each[1].report, each[2].kind].append(each)
    for (_, kind), listed in by_kind.items():
        kept: list[Drift] = []
        for sure, claim, drift in sorted(listed, key=_rank):
            if len(kept) < MOST[kind] and not any(_same_place(drift, other) for other in kept):
                kept.append(drift)
                yield sure, claim, drift


def _rank(found: Found) -> tuple[bool, float]:
    """A chance allows for the headline by itself."""
    sure, claim, drift = found
    return claim.in_headline and drift.kind not in ("hedge_dropped", "attribution_dropped"), -sure


def _same_place(one: Drift, other: Drift) -> bool:
    before = one.before.report == other.before.report and one.before.span.overlaps(other.before.span)
    return before or one.after.span.overlaps(other.after.span)
