"""When it was: a text and the day it was published in, its time expressions out, each with its TIMEX3 value and the days it can mean.

Relative ones ("on Friday", "last year") are counted from the day of publication as newswire means them: the nearest
such day back, or ahead where the sentence points there. Without that day they stay open. Rules of our own, not a
library: see bench/times.py for both figures.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial

from whence.claims.times_calendar import days_of
from whence.claims.times_filter import a_rate, unlikely
from whence.claims.times_place import Meaning, Place
from whence.claims.times_rules import Rule, rules
from whence.claims.times_tense import tense_around
from whence.claims.times_words import STARTERS, TRIGGERS
from whence.model import Span, Time

WORD = re.compile(r"\d{4}-\d\d-\d\d|['’]?\d+(?:[,.:/]\d+)*\w*|[A-Za-z]+")
REACH = 7  # words before a head word that an expression can begin at
YEAR_OR_DATE = re.compile(
    r"['’]?(?:1[5-9]\d\d|20\d\d|\d0)['’]?s?[,.:]?|\d{1,2}/\d{1,2}/\d{2,4}|\d{4}-\d\d-\d\d|\d{1,2}(?:[:.]\d\d)?(?:[ap]m)?[.,]?"
)


def find_times(text: str, published: date | None, spans: Sequence[Span] | None = None) -> tuple[Time, ...]:
    """Every time expression of the text (inside `spans` where given), in order."""
    found: list[Time] = []
    anchor, open_to = "", 0
    for start in _beginnings(text, spans):
        if start < open_to:
            continue
        longest = _longest(text, start)
        if longest is None:
            continue
        rule, parts = longest
        meaning = _meaning(text, rule, parts, Place(published, anchor, partial(tense_around, text, parts.start(), parts.end())))
        if meaning is None or not _inside(Span(*parts.span()), spans):
            continue
        found.append(_time(text, Span(*parts.span()), meaning, rule.name))
        open_to = parts.end()
        anchor = meaning[1] if meaning[1][:4].isdigit() and rule.name != "ago" else anchor
        for more in _and_more(text, found[-1], rule.name):
            if _inside(more.span, spans):
                found.append(more)
                open_to = more.span.end
    return tuple(found)


def _inside(place: Span, spans: Sequence[Span] | None) -> bool:
    return spans is None or any(place in span for span in spans)


def _time(text: str, span: Span, meaning: Meaning, because: str) -> Time:
    first, last, precision = days_of(meaning[1]) if meaning[0] in ("DATE", "TIME") else (None, None, "unknown")
    return Time(span, span.of(text), meaning[0], meaning[1], first, last, precision, because)


def _beginnings(text: str, spans: Sequence[Span] | None) -> Iterator[int]:
    """Places where an expression may begin: words that can open one, a few words at most before a head word."""
    recent: list[tuple[int, bool]] = []
    given = -1
    for match in words_inside(WORD, text, spans):
        word = match.group().lower()
        number = word[0].isdigit() or word[0] in "'’"
        recent.append((match.start(), number or word in STARTERS))
        if word in TRIGGERS or (number and YEAR_OR_DATE.fullmatch(word)):
            for start, opens in recent[-REACH:]:
                if opens and start > given:
                    given = start
                    yield start
            recent.clear()


def words_inside(word: re.Pattern[str], text: str, spans: Sequence[Span] | None) -> Iterator[re.Match[str]]:
    """The matches inside the spans, or in the whole text, in order; so that a short span costs little in a long text."""
    if spans is None:
        return word.finditer(text)
    return (match for span in sorted(spans) for match in word.finditer(text, span.start, min(span.end, len(text))))


def _longest(text: str, start: int) -> tuple[Rule, re.Match[str]] | None:
    best: tuple[Rule, re.Match[str]] | None = None
    for rule in rules():
        match = rule.pattern.match(text, start)
        if match and match.end() > start and (best is None or match.end() > best[1].end()):
            best = (rule, match)
    return best


def _meaning(text: str, rule: Rule, parts: re.Match[str], place: Place) -> Meaning | None:
    if unlikely(text, rule.name, parts):
        return None
    meaning = rule.meaning(parts, place)
    return ("SET", meaning[1]) if meaning and a_rate(text, rule.name, parts) else meaning


NEXT_DAY = re.compile(
    r"(?: and | or |, | to |-|–| through | until )(?P<day>3[01]|[12]\d|[1-9])(?:, (?:1[5-9]|20)\d\d)?(?!\w|[,.:]\d|%| (?:people"
    r"|percent|million|billion))"
)


def _and_more(text: str, time: Time, rule: str) -> Iterator[Time]:
    """Reads "April 24 and 25": the second day takes the month of the first."""
    match = NEXT_DAY.match(text, time.span.end) if rule == "day of a month" and time.text[-1].isdigit() and len(time.value) == 10 else None
    if match and not time.text[-4:].isdigit() and int(match["day"]) > int(time.value[8:]):
        yield _time(text, Span(match.start("day"), match.end()), ("DATE", f"{time.value[:8]}{int(match['day']):02}"), rule)
