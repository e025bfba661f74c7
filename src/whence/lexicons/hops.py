"""hops.yaml → words that show through whom, or in what, the words of a source reached a report."""

from dataclasses import dataclass
from functools import lru_cache

from whence.lexicons.tables import table


@dataclass(frozen=True, slots=True)
class HopWords:
    """One field per list of the file, by the same name."""

    exchange: frozenset[str]
    appearance: frozenset[str]
    written: frozenset[str]
    piece: frozenset[str]
    reached: frozenset[str]
    carried: frozenset[str]
    platform: frozenset[str]
    evidence: frozenset[str]
    grounds: frozenset[str]
    hearsay: frozenset[str]
    rumoured: frozenset[str]
    seeming: frozenset[str]
    host: frozenset[str]
    surface: frozenset[str]
    room: frozenset[str]
    purpose: frozenset[str]
    speaking: frozenset[str]
    adding: frozenset[str]
    witness: frozenset[str]
    watching: frozenset[str]


@lru_cache(maxsize=1)
def load_hop_words() -> HopWords:
    raw = table("hops.yaml")
    return HopWords(**{name: frozenset(words) for name, words in raw.items()})
