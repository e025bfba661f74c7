"""All tellings of a story → the numbers on which they disagree, whichever findings they stand in.

1. each figure is taken once, with the clause around it; the same words in several reports are one
2. figures of one unit, or where one has none, are compared: by what their clauses say, what is counted, how far the numbers lie apart
3. pairs that cannot both be right make groups, one for each thing counted; the other tellings of its figures join

Pairs are scored in blocks of arrays, so that memory stays bounded; only the likely ones are looked at one by one.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from whence.compare import same_quantity
from whence.independence.conflicts_camps import Bars, Dispute, Encode, Vectors, camps, voice
from whence.independence.evidence import clause_at
from whence.lexicons.disputes import load_disputes
from whence.lexicons.units import load_units
from whence.model import Claim, Conflict, ConflictValue, Quantity

# Logistic regression over the pairs of the 12 development scenarios and of the training ones ?01-?05, 21 Nov; bars swept on six folds of
# them, and held on ?06-?08. In order: clauses alike; powers of ten apart; one is 1 or 2; the same thing counted, other things, some thing
# in common; one unit; digits; nearly equal; one without unit.
WEIGHTS = np.array([5.53, -0.69, -0.88, 0.53, -0.46, 0.62, 0.45, 0.17, 1.19, 0.09])
BASE = -4.85
BARS = Bars(found=0.2, joins=0.06, alike=0.7, near=0.25)
USUAL = 40  # figures of a story; of more, fewer pairs are of one thing: 807 real reports of one meeting hold 1,800
SAME = 0.5  # cosine of their clauses from which two equal figures are of one thing
FAR = 4.0  # powers of ten; more is not told apart
NEARLY = 0.05  # powers of ten
BLOCK = 256  # figures compared at once
COUNT = "things"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as one clause gives it, in as many reports as do."""

    clause: str
    quantity: Quantity
    told: tuple[tuple[Claim, Quantity], ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of a story as columns."""

    values: NDArray[np.float64]
    bases: NDArray[np.int64]  # what the unit measures; -1 where it has none
    units: NDArray[np.int64]
    counted: NDArray[np.int64]  # what its clause counts, a bit for each
    nearest: NDArray[np.int64]  # which of them stands nearest to the number; -1 where there is none
    vectors: Vectors


def number_disputes(claims: Sequence[Claim], encode: Encode) -> list[Dispute]:
    figures = figures_of(claims)
    if len(figures) < 2:
        return []
    columns = columns_of(figures, encode)
    pairs = {(i, j): likely for i, j, likely in _likely(figures, columns)}
    groups = camps(pairs, lambda i, j: columns.values[i] != columns.values[j], BARS, told_together(figures))
    return [_dispute([figures[i] for i in sorted(group)]) for group in _with_equals(groups, columns)]


def figures_of(claims: Sequence[Claim]) -> list[Figure]:
    once: dict[tuple[str, int], tuple[Claim, Quantity]] = {}
    for claim in claims:
        for quantity in claim.quantities:
            if quantity.unit is None and load_disputes().labels.search(claim.words[: max(0, quantity.span.start - claim.span.start)]):
                continue
            place = (claim.report, quantity.span.start)
            if place not in once or len(claim.words) < len(once[place][0].words):
                once[place] = (claim, quantity)
    same: dict[tuple[str, float, str | None], list[tuple[Claim, Quantity]]] = defaultdict(list)
    for claim, quantity in once.values():
        same[clause_at(claim, quantity.span).words, quantity.value, quantity.unit].append((claim, quantity))
    return [Figure(clause, told[0][1], tuple(told)) for (clause, _, _), told in same.items()]


def columns_of(figures: Sequence[Figure], encode: Encode) -> Figures:
    bases: dict[str | None, int] = {None: -1}
    units: dict[str | None, int] = {None: -1}
    for figure in figures:
        bases.setdefault(_base(figure.quantity), len(bases))
        units.setdefault(figure.quantity.unit, len(units))
    things = [_counted(figure) for figure in figures]
    return Figures(
        values=np.array([abs(figure.quantity.value) for figure in figures]),
        bases=np.array([bases[_base(figure.quantity)] for figure in figures]),
        units=np.array([units[figure.quantity.unit] for figure in figures]),
        counted=np.array([sum(1 << thing for thing in found) for found in things], dtype=np.int64),
        nearest=np.array([min(found, key=lambda thing: (found[thing], thing)) if found else -1 for found in things]),
        vectors=encode([figure.clause for figure in figures]),
    )


def _base(quantity: Quantity) -> str | None:
    if quantity.unit is None:
        return None
    unit = load_units().by_name.get(quantity.unit)
    return COUNT if unit is None or unit.kind == "people" else unit.base


def _counted(figure: Figure) -> dict[int, int]:
    """What its clause may count: each with how many letters lie between its nearest word and the number."""
    claim, quantity = figure.told[0]
    start = quantity.span.start - clause_at(claim, quantity.span).span.start
    end, found = start + len(quantity.span), dict[int, int]()
    for thing, pattern in enumerate(load_disputes().counted):
        gaps = [max(0, match.start() - end, start - match.end()) for match in pattern.finditer(figure.clause)]
        if gaps:
            found[thing] = min(gaps)
    return found


def features(rows: slice, all: Figures) -> NDArray[np.float64]:
    """Of each figure in `rows` beside every figure: in the order of `WEIGHTS`."""
    low, high = np.minimum.outer(all.values[rows], all.values), np.maximum.outer(all.values[rows], all.values)
    apart = np.minimum(np.log10(np.maximum(high, 1e-9) / np.maximum(low, 1e-9)), FAR)
    shared = np.bitwise_and.outer(all.counted[rows], all.counted) != 0
    known = np.logical_and.outer(all.counted[rows] != 0, all.counted != 0)
    same = np.equal.outer(all.nearest[rows], all.nearest) & shared
    one_unit = np.equal.outer(all.units[rows], all.units) & (all.units >= 0)
    near = apart < NEARLY
    bare = np.not_equal.outer(all.bases[rows] < 0, all.bases < 0)
    columns = (all.vectors[rows] @ all.vectors.T, apart, low <= 2, same, known & ~shared, shared, one_unit, np.log10(1 + low), near, bare)
    return np.stack([np.asarray(column, dtype=np.float64) for column in columns], axis=-1)


def may_differ(rows: slice, all: Figures) -> NDArray[np.bool_]:
    """Of one unit, or one without; not the same number."""
    bases = np.equal.outer(all.bases[rows], all.bases) | np.logical_or.outer(all.bases[rows] < 0, all.bases < 0)
    later = np.arange(len(all.values))[None, :] > np.arange(len(all.values))[rows][:, None]
    return bases & later & np.not_equal.outer(all.values[rows], all.values)


def _likely(figures: Sequence[Figure], columns: Figures) -> Iterator[tuple[int, int, float]]:
    base = BASE - math.log(max(1.0, len(figures) / USUAL))
    for first in range(0, len(figures), BLOCK):
        rows = slice(first, first + BLOCK)
        likely = 1 / (1 + np.exp(-(features(rows, columns) @ WEIGHTS + base)))
        for i, j in np.argwhere(may_differ(rows, columns) & (likely >= BARS.joins)).tolist():
            if at_odds(figures[first + i], figures[j]):
                yield first + i, j, float(likely[i, j])


def at_odds(one: Figure, other: Figure) -> bool:
    """Two voices, in two tellings, with figures that cannot both be right."""
    if not _cannot_both(one.quantity, other.quantity):
        return False
    pairs = [(a, b) for a, _ in one.told for b, _ in other.told]
    if any(a.report == b.report and a.span.overlaps(b.span) and voice(a) == voice(b) for a, b in pairs):
        return False
    return any(voice(a) != voice(b) for a, b in pairs)


def told_together(figures: Sequence[Figure]) -> Callable[[Sequence[int], Sequence[int]], bool]:
    """Whether two groups hold figures of one telling that are not the same: it counts two things."""
    tellings: dict[str, set[int]] = defaultdict(set)
    for n, figure in enumerate(figures):
        for claim, _ in figure.told:
            tellings[claim.id].add(n)
    beside = [{m for claim, _ in figure.told for m in tellings[claim.id]} for figure in figures]

    def never(left: Sequence[int], right: Sequence[int]) -> bool:
        return any(j in beside[i] and _cannot_both(figures[i].quantity, figures[j].quantity) for i in left for j in right)

    return never


def _cannot_both(a: Quantity, b: Quantity) -> bool:
    verdict = same_quantity(a, b)
    if verdict is None:
        verdict = same_quantity(replace(a, unit=COUNT), replace(b, unit=COUNT))
    return verdict is False


def _with_equals(groups: Sequence[list[int]], columns: Figures) -> Iterator[list[int]]:
    """Each group with the figures outside all that are equal to one of its own, in a clause like it."""
    free = np.ones(len(columns.values), dtype=bool)
    free[[i for group in groups for i in group]] = False
    for group in groups:
        like = columns.vectors @ columns.vectors[group].T >= SAME
        equal = np.equal.outer(columns.values, columns.values[group])
        joins = np.flatnonzero(free & (like & equal).any(axis=1)).tolist()
        free[joins] = False
        yield group + joins


def _dispute(figures: Sequence[Figure]) -> Dispute:
    told = sorted(((c, q) for figure in figures for c, q in figure.told), key=lambda pair: (pair[0].report, pair[1].span.start))
    thing = next((q.text.split()[-1] for _, q in told if q.unit and " " in q.text), "there are")
    values = tuple(ConflictValue(q.text, clause_at(claim, q.span), claim.chain) for claim, q in told)
    return Dispute(Conflict("number", f"how many {thing}", values), tuple(claim for claim, _ in told))
