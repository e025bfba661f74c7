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
    labels: re.Pattern[str]


@lru_cache(maxsize=1)
def load_disputes() -> Disputes:
    raw = table("disputes.yaml")
    counted = tuple(re.compile(rf"\b(?:{words})\b", re.I) for words in raw["counted"].values())
    lines = (re.compile(raw[name].strip(), re.I) for name in ("denying", "not_denying", "labels"))
    return Disputes(counted, *lines)
