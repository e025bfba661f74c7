"""How exact a number claims to be: the words before it in ("at least", "about", "between"), its qualifier and bounds out."""

import re
from dataclasses import dataclass

from whence.claims.quantities_numbers import VAGUE_NUMBERS

ABOUT = (
    r"about|around|roughly|approximately|approx\.|some|close to|circa|an estimated|estimated|just under|just over|nearly|almost|virtually"
)
AT_LEAST = (
    r"at least|no fewer than|no less than|not less than|a minimum of|minimum of|more than|over|upwards? of|in excess of|above"
    r"|exceeding|exceeded|exceeds|"
    r"well over|well above"
)
AT_MOST = r"at most|up to|no more than|not more than|a maximum of|maximum of|fewer than|less than|under|below|as many as|as much as"
BEFORE = re.compile(
    rf"(?<!\w)(?:(?P<least>{AT_LEAST})|(?P<most>{AT_MOST})|(?P<about>{ABOUT})|(?P<between>between|ranging from))\s+(?:the\s+)?$",
    re.IGNORECASE,
)
ROUGHLY = 0.1  # how far "about" reaches, as a share of the number: a choice, see same_quantity


@dataclass(frozen=True, slots=True)
class Bounds:
    start: int
    value: float
    qualifier: str
    low: float | None
    high: float | None


def _before(text: str, start: int) -> re.Match[str] | None:
    return BEFORE.search(text, max(0, start - 24), start)


def bounds_of(text: str, start: int, value: float) -> Bounds:
    """One number: "at least 12" → from 12 on; "about 690" → a tenth to either side; "nearly 200" → not above it."""
    before = _before(text, start)
    if before is None or before["between"]:
        return Bounds(start, value, "exact", value, value)
    begin = before.start()
    if before["least"]:
        return Bounds(begin, value, "at_least", value, None)
    if before["most"]:
        return Bounds(begin, value, "at_most", None, value)
    words = before["about"].lower()
    low = value if words == "just over" else round(value * (1 - ROUGHLY), 6)
    high = value if words in ("nearly", "almost", "just under", "virtually") else round(value * (1 + ROUGHLY), 6)
    return Bounds(begin, value, "about", low, high)


def range_of(text: str, start: int, first: float, second: float) -> Bounds | None:
    """Bounds of "between 5 and 7", "5 to 7": the value is the middle."""
    if second <= first:
        return bounds_of(text, start, first) if second == first else None
    before = _before(text, start)
    return Bounds(before.start() if before else start, (first + second) / 2, "about", first, second)


def vague_bounds(text: str, start: int, words: str) -> Bounds:
    """Bounds of "tens of thousands", "dozens": the least that the words allow is the value."""
    low, high = VAGUE_NUMBERS[words]
    before = _before(text, start)
    return Bounds(
        before.start() if before and not before["between"] else start,
        float(low),
        "about",
        float(low),
        None if high is None else float(high),
    )
