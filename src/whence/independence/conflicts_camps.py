"""Pairs of values that may be at odds, each with how likely → groups, one for each thing that the reports disagree on."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from whence.model import Claim, Conflict

Vectors = NDArray[np.float32]
Encode = Callable[[list[str]], Vectors]


@dataclass(frozen=True, slots=True)
class Bars:
    """How likely a pair must be to be a conflict, and to join one; what share of its likelihood the others must have on average, and what
    share it must have of that of the likeliest."""

    found: float
    joins: float
    alike: float
    near: float


@dataclass(frozen=True, slots=True)
class Dispute:
    """A conflict with the tellings whose values it shows."""

    conflict: Conflict
    claims: tuple[Claim, ...]


def camps(
    pairs: Mapping[tuple[int, int], float],
    apart: Callable[[int, int], bool],
    bars: Bars,
    never: Callable[[Sequence[int], Sequence[int]], bool] = lambda left, right: False,
) -> list[list[int]]:
    """From the likeliest pair down: a pair makes a group, joins one, or joins two. `apart` says which pairs can be at odds at all, `never`
    which groups cannot be of one thing."""
    group_of: dict[int, list[int]] = {}
    best: dict[int, float] = {}
    for (a, b), likely in sorted(pairs.items(), key=lambda pair: (-pair[1], pair[0])):
        if likely < bars.joins:
            break
        left, right = group_of.get(a, [a]), group_of.get(b, [b])
        joins = (a in group_of) != (b in group_of)
        most = max(best.get(a, likely), best.get(b, likely))
        if left is right or likely < bars.near * most or (not joins and likely < bars.found) or never(left, right):
            continue
        if _mean(left, right, pairs, apart) >= bars.alike * likely:
            both = left + right
            group_of.update(dict.fromkeys(both, both))
            best.update(dict.fromkeys(both, most))
    return list({min(group): group for group in group_of.values()}.values())


def _mean(left: Sequence[int], right: Sequence[int], pairs: Mapping[tuple[int, int], float], apart: Callable[[int, int], bool]) -> float:
    """How likely those of two groups are at odds, on average; a pair that nobody scored is not."""
    between = [pairs.get((min(a, b), max(a, b)), 0.0) for a in left for b in right if apart(a, b)]
    return sum(between) / len(between) if between else 0.0


def voice(claim: Claim) -> tuple[str, ...]:
    """Whose telling it is: the report and the sources it names."""
    return (claim.report, *(hop.key for hop in claim.chain))
