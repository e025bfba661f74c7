"""units.yaml, loaded once: which words name which unit, and how units convert."""

from dataclasses import dataclass
from functools import lru_cache

from whence.lexicons.tables import table


@dataclass(frozen=True, slots=True)
class Unit:
    """One of `name` is `times` of the base unit of its kind; units of one kind convert only by way of the same base."""

    name: str
    kind: str
    base: str
    times: float


@dataclass(frozen=True, slots=True)
class Units:
    by_word: dict[str, Unit]  # lower-case words
    by_sign: dict[str, Unit]  # words and signs whose case counts
    by_name: dict[str, Unit]


@lru_cache(maxsize=1)
def load_units() -> Units:
    listed = table("units.yaml")
    by_word, by_sign, by_name = {}, {}, {}
    for kind, units in listed.items():
        for name, facts in units.items():
            unit = Unit(name, kind, facts.get("of", name), float(facts.get("times", 1)))
            by_name[name] = unit
            by_word.update(dict.fromkeys(facts.get("words", ()), unit))
            by_sign.update(dict.fromkeys(facts.get("exact", ()), unit))
    return Units(by_word, by_sign, by_name)
