"""disputes.yaml → what figures count, and the words that deny, loaded once."""

import re
from dataclasses import dataclass
from functools import lru_cache

from whence.lexicons.tables import table


@dataclass(frozen=True, slots=True)
class Disputes:
    counted: tuple[re.Pattern[str], ...]  # one for each thing counted
    denying: re.Pattern[str]
    not_denying: re.Pattern[str]


@lru_cache(maxsize=1)
def load_disputes() -> Disputes:
    raw = table("disputes.yaml")
    counted = tuple(re.compile(rf"\b(?:{words})\b", re.I) for words in raw["counted"].values())
    return Disputes(counted, re.compile(raw["denying"].strip(), re.I), re.compile(raw["not_denying"].strip(), re.I))
