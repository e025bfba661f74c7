"""The reports of one scene → what only one of the earlier reports tells: details, numerals and quotations that a later one has from there.

Copies of a report tell nothing of their own: they are left out when it is asked who else told a thing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from whence.derivation.details import Marks
from whence.derivation.scene import Scene
from whence.derivation.wording import Wording
from whence.model import Derivation, DerivationKind

COPIES = (DerivationKind.COPY, DerivationKind.NEAR_COPY)
QUOTED = 4  # words in a row that make a quotation the same
NUMERALS = frozenset(
    """two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty
    thirty forty fifty sixty seventy eighty ninety hundred dozen""".split()
)
Words = frozenset[tuple[str, ...]]


@dataclass(frozen=True, slots=True, eq=False)
class Tellers:
    """For each report, runs of `QUOTED` words that it quotes, and all that it has. `numeral` marks the details that are numbers."""

    quotes: tuple[Words, ...]
    words: tuple[Words, ...]
    numeral: Marks


def tellers_of(scene: Scene) -> Tellers:
    numeral = np.zeros(scene.details.told.shape[1], dtype=np.bool_)
    for k, name in enumerate(scene.details.names):
        numeral[k] = name[0].isdigit() or name in NUMERALS
    return Tellers(
        tuple(_runs(wording, quoted=True) for wording in scene.wordings),
        tuple(_runs(wording, quoted=False) for wording in scene.wordings),
        numeral,
    )


def _runs(wording: Wording, quoted: bool) -> Words:
    tokens = wording.tokens
    starts = range(len(tokens) - QUOTED + 1)
    return frozenset(tokens[i : i + QUOTED] for i in starts if not quoted or bool(wording.quoted[i : i + QUOTED].all()))


def copies_among(scene: Scene, known: Iterable[Derivation]) -> dict[int, frozenset[int]]:
    """For each report that was copied, or is a copy, those that have the same text."""
    places = {reading.report.id: place for place, reading in enumerate(scene.readings)}
    made: dict[int, set[int]] = {}
    for one in known:
        if one.kind in COPIES:
            made.setdefault(places[one.from_report], set()).add(places[one.to_report])
    same: dict[int, set[int]] = {}
    for root, copies in made.items():
        for one_place in copies:
            same.setdefault(one_place, set()).update(copies - {one_place})
        same.setdefault(root, set()).update(copies)
    return {place: frozenset(others) for place, others in same.items()}


def only_from(scene: Scene, a: int, b: int, rivals: Sequence[int]) -> Marks:
    """The details of b that a has, and none of the rivals."""
    told = scene.details.told
    only: Marks = told[a] & told[b]
    if rivals:
        only &= ~told[list(rivals)].any(axis=0)
    return only


def quote_only_from(tellers: Tellers, a: int, b: int, rivals: Sequence[int]) -> bool:
    """Does b quote words that a quotes too, and none of the rivals has? Not where there are none: a public speaker is heard by both."""
    alike = tellers.quotes[a] & tellers.quotes[b]
    return bool(alike and rivals) and not any(alike & tellers.words[rival] for rival in rivals)
