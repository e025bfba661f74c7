"""events.yaml → which nouns tell an event, loaded once."""

from dataclasses import dataclass
from functools import lru_cache

from whence.lexicons.tables import table


@dataclass(frozen=True, slots=True)
class EventNouns:
    endings: tuple[str, ...]
    nouns: frozenset[str]
    others: frozenset[str]  # have such an ending and tell no event

    def __contains__(self, lemma: str) -> bool:
        return lemma in self.nouns or (lemma.endswith(self.endings) and lemma not in self.others)


@lru_cache(maxsize=1)
def event_nouns() -> EventNouns:
    raw = table("events.yaml")
    return EventNouns(tuple(raw["endings"]), frozenset(raw["nouns"].split()), frozenset(raw["not"].split()))
