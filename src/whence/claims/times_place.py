"""What the readers of times share: the place that an expression is read against, and its numbers."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from whence.claims.quantities_numbers import read_number
from whence.claims.times_words import MONTHS


@dataclass(frozen=True, slots=True)
class Place:
    """What an expression is read against: the document's day, the last value that the text gave, and the tense around it."""

    published: date | None
    anchor: str
    tense: Callable[[], str]


Meaning = tuple[str, str]  # TIMEX3 type and value
Parts = re.Match[str]


def month_number(words: str) -> int:
    return MONTHS[words.lower().rstrip(".")]


def whole_number(words: str) -> int | None:
    value = read_number(words)
    return int(value) if value is not None and value == int(value) else None
