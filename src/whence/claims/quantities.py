"""How many, how much: a text in, its quantities out, each with its unit or what it counts, its bounds, and how exact it claims to be.

Times, dates, ages, ordinals, numbers of lists and parts of names ("MiG-29", "Group 7") are not quantities.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from whence.claims.quantities_bounds import Bounds, bounds_of, range_of, vague_bounds
from whence.claims.quantities_filter import Seen, not_a_quantity
from whence.claims.quantities_numbers import LARGE_SCALES, NUMBER, NUMBER_WORDS, SHORT_SCALES, VAGUE_NUMBERS, read_number
from whence.claims.quantities_units import head_after, unit_after
from whence.lexicons.units import load_units
from whence.model import Quantity, Span

__all__ = ["find_quantities"]

WORD = re.compile(r"\d+(?:[.,]\d+)*|[A-Za-z]+")
OF = re.compile(r"\s+of\b")
WHOSE = re.compile(r"\s+(?:the|its|his|her|their|our|these|those)\b(?=\s+[a-z])")
METRES = re.compile(r"\dm(?=\s*(?:[.,;:)\"”]|$|\s(?:above|below|from|away|of|in|on|at|deep|high|long|wide|tall|and|or|to)\b))")
HARMING = re.compile(
    r"\b(?:kill|wound|injur|arrest|detain|displac|evacuat|hospitali)\w*\s+(?:(?:at|least|most|more|fewer|less|than|about|around|some"
    r"|nearly|almost|up|to|over)\s+){0,3}$",
    re.IGNORECASE,
)
HARMED = re.compile(
    r"\s+(?:others\s+)?(?:were\s+|was\s+|have\s+been\s+|had\s+been\s+)?(?:killed|dead|wounded|injured|missing|arrested|detained"
    r"|displaced|hospitali[sz]ed)\b"
)


def find_quantities(text: str, spans: Sequence[Span] | None = None) -> tuple[Quantity, ...]:
    """Every quantity of the text (inside `spans` where given), in order."""
    found: list[Quantity] = []
    open_to = 0
    for place in _places(text, spans):
        if place < open_to:
            continue
        read = _quantity_at(text, place)
        if read is None:
            continue
        quantity, open_to = read
        if quantity and (spans is None or any(quantity.span in span for span in spans)):
            found.append(quantity)
    return tuple(found)


def _places(text: str, spans: Sequence[Span] | None) -> Iterator[int]:
    """Where a number may begin: digits and number words."""
    regions = [(0, len(text))] if spans is None else sorted((span.start, min(span.end, len(text))) for span in spans)
    for match in (match for start, end in regions for match in WORD.finditer(text, start, end)):
        word, place = match.group(), match.start()
        lowered = word.lower()
        if word[0].isdigit() or lowered in NUMBER_WORDS or lowered in VAGUE_NUMBERS or lowered in ("tens", "a", "an", "half"):
            yield place


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A number, or two with "to" between; and a sign of money before a place."""
    signs = [re.escape(sign) for sign in sorted(load_units().by_sign, key=len, reverse=True) if not sign.isalpha()]
    sign, short = "|".join(signs), "|".join(SHORT_SCALES)
    number = rf"(?:{NUMBER})(?![.,]?\d)(?:(?:{short})(?![A-Za-z/]))?".replace(" ", r"\s")
    vague = "|".join(sorted(VAGUE_NUMBERS, key=len, reverse=True)).replace(" ", r"\s")
    joint = r"(?:\s(?P<to>to|and|or)\s|\s?(?P<dash>[-–])\s?)"
    pattern = (
        rf"(?:(?P<vague>{vague})\b|(?P<number>{number})(?:{joint}(?:{sign})?(?P<second>{number}))?)(?:(?!\w)|(?=(?:km/h|k?m|kg|g|mm|cm|mph"
        rf"|kph|[mgk]w|ft|lbs?|ha)\b))"
    )
    return re.compile(pattern, re.IGNORECASE), re.compile(rf"(?:{sign})\s?$")


def _value(words: str) -> float | None:
    """A written number with its short scale: "40m" → 40000000.0."""
    short = re.fullmatch(r"(.*\d)(k|mn|m|bn|b|tn)", words, re.IGNORECASE)
    if short:
        value = read_number(short[1])
        return None if value is None else round(value * SHORT_SCALES[short[2].lower()], 6)
    return read_number(" ".join(words.split()))


def _quantity_at(text: str, place: int) -> tuple[Quantity | None, int] | None:
    """The quantity that begins here, and from where to read on; no quantity where the number is something else."""
    pattern, money = _patterns()
    sign = money.search(text, max(0, place - 6), place)
    match = pattern.match(text, place)
    if match and not sign and METRES.match(text, match.end() - 2):
        match = pattern.match(text, place, match.end() - 1)
    if not match:
        return None
    start, end = (sign.start() if sign else place), match.end()
    single = _single(match, text, start)
    if single:
        end = match.end("number")
    money_unit = load_units().by_sign.get(sign.group().strip()) if sign else None
    unit, unit_end = _unit(text, end, Counted(match["number"], money_unit.name if money_unit else None, start))
    if not_a_quantity(text, Seen(start, end, match.group() if not single else match["number"], unit, sign is not None)):
        return None, end
    bounds = _bounds(text, match, start, single)
    if bounds is None:
        return None, end
    span = Span(bounds.start, unit_end)
    return Quantity(span, span.of(text), bounds.value, unit, bounds.qualifier, bounds.low, bounds.high), unit_end


def _single(match: re.Match[str], text: str, start: int) -> bool:
    """Whether there are two numbers here, not a range: "7 and 9" without "between", "rose from 7 to 9"."""
    if not match["second"] or not match["to"]:
        return False
    before = text[max(0, start - 16) : start].lower()
    if match["to"].lower() == "and":
        return not before.endswith("between ")
    return match["to"].lower() == "to" and before.endswith("from ") and "rang" not in before


def _bounds(text: str, match: re.Match[str], start: int, single: bool) -> Bounds | None:
    if match["vague"]:
        return vague_bounds(text, start, " ".join(match["vague"].lower().split()))
    first = _value(match["number"])
    if first is None:
        return None
    second = _value(match["second"]) if match["second"] else None
    if second is None:
        return bounds_of(text, start, first)
    if match["to"] is None or match["to"].lower() != "and" or not single:
        first *= _shared_scale(match["number"], match["second"])
    return bounds_of(text, start, first) if single else range_of(text, start, first, second)


def _shared_scale(first: str, second: str) -> float:
    """In "3 to 5 million" the scale stands once, for both."""
    scale = next((word for word in LARGE_SCALES if second.lower().endswith(word)), None)
    return (
        LARGE_SCALES[scale]
        if scale and not any(word in first.lower() for word in LARGE_SCALES) and not re.search(r"[\d,]{4}|[a-z]$", first)
        else 1
    )


@dataclass(frozen=True, slots=True)
class Counted:
    number: str | None  # None for "dozens", "tens of thousands"
    money: str | None
    start: int


def _unit(text: str, end: int, counted: Counted) -> tuple[str | None, int]:
    """The unit behind the number and where it ends; the number's own end where nothing is named."""
    if counted.money:
        return counted.money, end
    if text[end : end + 1] == "%":
        return "percent", end + 1
    of = OF.match(text, end)
    place = of.end() if of else end
    whose = WHOSE.match(text, place) if of else None
    known = unit_after(text, place)
    if known:
        return known[0].name, known[1]
    if HARMED.match(text, end):
        return "people", end
    place = whose.end() if whose else place
    head = (
        None if of and counted.number and not whose else head_after(text, place, (counted.number or "").lower() in ("1", "one", "a", "an"))
    )
    unit, unit_end = head or (None, end)
    if unit in (None, "other") and HARMING.search(text, max(0, counted.start - 40), counted.start):
        return "people", unit_end
    return unit, unit_end
