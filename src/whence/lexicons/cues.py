"""cues.yaml → which word is a cue in which construction, and what the head noun of a source says it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from whence.lexicons.tables import table


@dataclass(frozen=True, slots=True)
class Cues:
    """`frames` maps a frame ("clause", "about:of") to the lemmas that are cues in it; `heads` a kind of source to head nouns."""

    frames: Mapping[str, frozenset[str]]
    heads: Mapping[str, frozenset[str]]

    def admit(self, frame: str, lemma: str) -> bool:
        return lemma in self.frames.get(frame, ())


@lru_cache(maxsize=1)
def load_cues() -> Cues:
    raw = table("cues.yaml")
    return Cues(*(MappingProxyType({name: frozenset(words) for name, words in raw[part].items()}) for part in ("frames", "heads")))
