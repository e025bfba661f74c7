"""blocks.yaml → patterns that say of one line of a report what it is."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from whence.lexicons.tables import table


@dataclass(frozen=True, slots=True)
class BlockPhrases:
    """Each pattern is matched at the start of a line; `inside` is searched for; `words` are folded single words."""

    credit: re.Pattern[str]
    credit_inside: re.Pattern[str]
    credit_from: re.Pattern[str]
    credit_with: re.Pattern[str]
    caption: re.Pattern[str]
    pictured: re.Pattern[str]
    heading: re.Pattern[str]
    furniture: re.Pattern[str]
    asks: re.Pattern[str]
    desk: frozenset[str]
    role: frozenset[str]
    medium: frozenset[str]
    agency_word: frozenset[str]
    credit_filler: frozenset[str]


@lru_cache(maxsize=1)
def load_block_phrases() -> BlockPhrases:
    raw = table("blocks.yaml")
    name = _any_of(raw["agencies"])
    long = {part: [phrase for phrase in raw[part] if " " in phrase] for part in ("credit", "asks")}
    short = [phrase for phrase in raw["credit"] if " " not in phrase]  # words that open ordinary sentences too
    marked = r"\s*(?:[:|–—-]|by\b)"  # "Photo: …", "Watch - …"
    before = r"(?:[(\[|/]|\s[–—-]\s|\b(?:photo|image|credit|picture|via|by|for)s?:?)"
    after = r"(?P<tail>(?:\s*(?:[/,|]|via)[^()]{0,60})?)[)\]]?$"
    return BlockPhrases(
        credit=_pattern(rf"[\W_]*(?:{_any_of(long['credit'])}\b|{_any_of(short)}(?:\s*[:|]|\W*$))"),
        credit_inside=_pattern(rf"\b{_any_of(raw['credit_inside'])}"),
        credit_from=_pattern(rf"[\W_]*{_any_of(raw['credit_from'])}\s+"),
        credit_with=_pattern(rf"[\W_]*{_any_of(raw['credit_with'])}\s+"),
        caption=_pattern(rf"[\W_]*(?:{_any_of(raw['caption'])}(?:{marked}|$)|(?:file |handout )?(?:photo(?:graph)?|picture|image)s? of\b)"),
        pictured=_pattern(rf"(?:{before}\s*[^()\[\]]{{0,60}}?|[.!?][\"”]?\s+)\b{name}{after}"),
        heading=_pattern(rf"[\W_]*{_any_of(raw['heading'])}[\W_]*$"),
        furniture=_pattern(rf"[\W_]*{_any_of(raw['furniture'])}[\W_]*$"),
        asks=_pattern(rf"[\W_]*(?:{_any_of(raw['asks'])}\s*[:|–—-]|{_any_of(long['asks'])}\b)"),
        **{part: frozenset(raw[part]) for part in ("desk", "role", "medium", "agency_word", "credit_filler")},
    )


def _any_of(phrases: Iterable[str]) -> str:
    """The longest first, so that "photo by" is tried before "photo"; either apostrophe will do."""
    ordered = sorted(phrases, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(phrase).replace("\\ ", r"\s+").replace("'", "['’]") for phrase in ordered) + ")"


def _pattern(source: str) -> re.Pattern[str]:
    return re.compile(source, re.IGNORECASE)
