"""A report's text → its lines with their places, and what can be told of one line by itself: its words, its dates, its punctuation."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property

from whence.lexicons.blocks import load_block_phrases
from whence.model import Span

LINE = re.compile(r"[^\n\r\u2028\u2029]+")
MONTHS = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
DAY = r"\d{1,2}(?:st|nd|rd|th)?"
DATE = re.compile(
    rf"\b(?:(?P<m1>{MONTHS})\b\.?\s+(?P<d1>{DAY})\b|(?P<d2>{DAY})\s+(?:of\s+)?(?P<m2>{MONTHS})\b\.?)(?:,?\s+(?P<y>(?:19|20)\d\d)\b)?"
    r"|\b(?P<y3>(?:19|20)\d\d)-(?P<m3>\d\d)-(?P<d3>\d\d)\b|\b\d{1,2}/\d{1,2}/(?:20)?\d\d\b",
    re.IGNORECASE,
)
CLOCK = re.compile(
    r"\b\d{1,2}[:.]\d\d(?:[:.]\d\d)?\b|\b\d{1,2}\s*[ap]\.?m\b|\b\d+\s+(?:sec(?:ond)?|min(?:ute)?|hr|hour|day)s?\s+ago\b", re.IGNORECASE
)
DATE_WORDS = frozenset(
    "posted updated published first last modified originally created on at in of a am pm a.m p.m et est edt pdt pst gmt utc bst cest cet"
    " p m local time by page edition morning evening bulletin programme monday tuesday wednesday thursday friday saturday sunday mon tue"
    " tues wed thu thur thurs fri sat sun min mins minute minutes hr hrs hour hours day days ago one yesterday today read".split()
)
WORD = re.compile(r"[^\W\d_]+(?:['’.&-][^\W\d_]+)*")
SMALL = frozenset("a an and at by for from in of on or our the to with de la von van der den du di el al bin ibn y e our its via".split())
STOPPED = re.compile(r"[.!?…][\"'”’)\]]*$")
SENTENCE_BREAK = re.compile(r"[.!?][\"'”’)]*\s+[\"'“‘(]*[A-Z]")
ABBREVIATED = re.compile(r"\b(?:[ap]\.m|[A-Z]|Jr|Sr|Inc|Ltd|Co|Corp|St|No)\.$")


@dataclass(frozen=True)
class Line:
    """One line without the white space round it. `number` counts the lines that hold something, from 0.

    `raw` is the line as it stands at `span`; `text` has single spaces.
    """

    raw: str
    span: Span
    number: int

    @cached_property
    def text(self) -> str:
        return " ".join(self.raw.split())

    @cached_property
    def stopped(self) -> bool:
        """Ends as a sentence does."""
        return bool(STOPPED.search(self.text)) and not ABBREVIATED.search(self.text)

    @cached_property
    def plain_words(self) -> int:
        """How many words are ordinary, lower-case ones: names, dates, and the words of bylines are not counted."""
        known = load_block_phrases()
        set_aside = SMALL | DATE_WORDS | known.desk | known.role
        return sum(word[0].islower() and word.lower() not in set_aside for word in WORD.findall(self.text[:400]))

    @cached_property
    def is_prose(self) -> bool:
        """Plainly a paragraph: long, or a whole sentence of some words."""
        text = self.text
        if len(text) > 200:
            return True
        return self.stopped and (len(text) > 90 or self.plain_words >= 3)

    @cached_property
    def is_date(self) -> bool:
        """Holds a date or a time of day, and otherwise only the words that go with them."""
        if len(self.text) > 120 or not (DATE.search(self.text) or CLOCK.search(self.text)):
            return False
        rest = CLOCK.sub(" ", DATE.sub(" ", self.text))
        return all(word.lower() in DATE_WORDS for word in WORD.findall(rest))


def lines_of(text: str) -> Iterator[Line]:
    number = 0
    for found in LINE.finditer(text):
        raw = found.group()
        bare = raw.strip()
        if bare:
            start = found.start() + len(raw) - len(raw.lstrip())
            yield Line(bare, Span(start, start + len(bare)), number)
            number += 1


def full_date(text: str) -> datetime | None:
    """The first date with day, month and year, at 00:00 UTC."""
    for found in DATE.finditer(text):
        year, month = found["y"] or found["y3"], found["m1"] or found["m2"]
        if not year:
            continue
        number = MONTH_NUMBER[month[:3].lower()] if month else int(found["m3"])
        day = int(re.sub(r"\D", "", found["d1"] or found["d2"] or found["d3"]))
        try:
            return datetime(int(year), number, day, tzinfo=UTC)
        except ValueError:
            continue
    return None


MONTH_NUMBER = {name: number for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
