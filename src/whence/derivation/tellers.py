"""The reports of one scene → what only one of the earlier reports tells: details, numerals and quotations that a later one has from there.

Copies of a report tell nothing of their own: they are left out when it is asked who else told a thing.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from whence.derivation.details import TENS, UNITS, Marks, Numbers
from whence.derivation.scene import Scene
from whence.derivation.wording import Wording
from whence.model import Derivation, DerivationKind

COPIES = (DerivationKind.COPY, DerivationKind.NEAR_COPY)
QUOTED = 3  # words in a row that make a quotation the same
NUMERALS = frozenset({*UNITS, *TENS, "hundred"} - {"one"})
Words = frozenset[tuple[str, ...]]


@dataclass(frozen=True, slots=True, eq=False)
class Tellers:
    """For each report, runs of `QUOTED` words that it quotes, and all that it has. `numeral` marks the details that are numbers.

    `before[b]` says in how many reports before b each detail stands.
    """

    quotes: tuple[Words, ...]
    words: tuple[Words, ...]
    numeral: Marks
    before: Numbers


def tellers_of(scene: Scene) -> Tellers:
    numeral = np.zeros(scene.details.told.shape[1], dtype=np.bool_)
    for k, name in enumerate(scene.details.names):
        numeral[k] = name[0].isdigit() or name in NUMERALS
    return Tellers(
        tuple(_runs(wording, quoted=True) for wording in scene.wordings),
        tuple(_runs(wording, quoted=False) for wording in scene.wordings),
        numeral,
        np.cumsum(scene.details.told, axis=0) - scene.details.told,
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


def only_from(scene: Scene, tellers: Tellers, pair: tuple[int, int], same: frozenset[int]) -> Marks:
    """The details of b that a has, and no other report before b; those of the `same` text as a are not asked."""
    a, b = pair
    told = scene.details.told
    tell = tellers.before[b] - told[a]
    for other in same:
        if other < b and other != a:
            tell = tell - told[other]
    only: Marks = told[a] & told[b] & (tell == 0)
    return only


def quote_only_from(tellers: Tellers, pair: tuple[int, int], same: frozenset[int]) -> bool:
    """Does b quote words that a quotes too, and no other before b has? Not where there is none: a public speaker is heard by both."""
    a, b = pair
    alike = tellers.quotes[a] & tellers.quotes[b]
    rivals = [other for other in range(b) if other != a and other not in same] if alike else []
    return bool(rivals) and not any(alike & tellers.words[rival] for rival in rivals)
