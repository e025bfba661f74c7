"""Numbers that count nothing: years, dates, ages, ordinals, list numbers, parts of names. A number in its place in, a verdict out."""

import re
from dataclasses import dataclass

from whence.lexicons.units import load_units


@dataclass(frozen=True, slots=True)
class Seen:
    start: int
    end: int
    words: str
    unit: str | None
    money: bool


MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct"
    r"|Nov|Dec)\.?)"
)
NAMED = re.compile(
    r"\b(?:[Pp]aragraphs?|[Pp]ages?|[Cc]lause|[Cc]hapter|[Aa]rticle|Group|Group of|[Ff]light|[Ii]mage|Boeing|Airbus|Article|Articles"
    r"|Resolution|Phase|Section|Chapter|No\.?|Nos\.|Type|Unit|Brigade|Room|Channel|Route|Highway|Level|"
    r"Class|Mark|Mk|Apollo|Formula|Title|Part|Page|Team|District|Zone|Sector|Block|Area|Rule|Version|Covid|Reactor|Grade|Season"
    r"|Episode|Volume|Act|"
    r"Line|Gate|Pier|Building|Platform|Track|War|Top|Schedule|Order|Protocol|Amendment|Proposition|Prop\.|Interstate|Day|Week|Year|Stage|"
    r"[Nn]umber|[Rr]esolution|no\.|aged?)\s+$"
)
CAPITALISED = re.compile(r"(?:^|[^.!?\"“\n]\s)(?P<word>[A-Z][A-Za-z'’-]*)\s+$")
PLAIN_CAPITALS = frozenset(
    "About Around Roughly Approximately Some Nearly Almost At Over Under Up More Fewer Less Between From The And But Or In On Of For With "
    "By Only Just I Another All Those These Its Their His Her Our Only Least Most Than Some Killed Killing".split()
)
TIME_AFTER = re.compile(
    rf"(?:[\s-]+(?:of\s)?(?:(?:secs?|seconds?|mins?|minutes?|hrs?|hours?|days?|weeks?|weekends?|months?|quarters?|years?|decades?"
    rf"|centur\w+|o['’]clock)\b|{MONTH}\b)|\s+in\sthe\s(?:morning|afternoon|evening)|\s?[ap]\.?m\b|:\d|\s(?:GMT|UTC|EST|EDT)\b"
    r"|[\s-](?:thirds|fifths|quarters|halves)\b|[\s-](?:(?:more|consecutive|straight|further|additional|trading|working|business"
    r"|calendar)\s)(?:hours|days|weeks|months|years))",
    re.IGNORECASE,
)
DATE_BEFORE = re.compile(rf"(?:\b{MONTH}\s+(?:\d{{1,2}}(?:,|\s(?:and|to|or|-))\s*)?|\d[:/]|[/'’])$")
ORDINAL_AFTER = re.compile(r"(?:st|nd|rd|th)\b|[\s-](?:in\s(?:line|command)|time\b)", re.IGNORECASE)
STREET = re.compile(r"\s(?:[A-Z][\w.’']*\s){1,3}(?:St|Street|Ave|Avenue|Road|Rd|Drive|Lane|Boulevard|Blvd)\b")
CLOCK = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d")
AT = re.compile(r"(?:\b(?:at|by|until|till|from|since|before|after)|,)\s+$", re.IGNORECASE)
PAST_HOUR = re.compile(r"\b(?:past|quarter to|half)\s+$", re.IGNORECASE)
HOURS = frozenset("one two three four five six seven eight nine ten eleven twelve".split())
AGE = re.compile(r"(?:,\s*|\b(?:aged?|young as|old as|turned|turning|(?:she|he) (?:is|was))\s+)$")
YEARS = re.compile(r"(?:1[5-9]|20)\d\d\D+(?:(?:1[5-9]|20)\d\d|\d\d)")
OR_TWO = re.compile(r"\ban? \w+ or $")
LIST_NUMBER = re.compile(r"[.)]\s")
PRONOUN_AFTER = re.compile(
    r"\s+(?:of|another|can|could|would|should|may|might|must|that|who|which|is|was|has|had|day|in|with|more|thing|way|side|hand|point"
    r"|stage|step)\b|[.,;:!?\"”’')]|$"
)


def not_a_quantity(text: str, seen: Seen) -> bool:
    """Whether this number is something other than an amount."""
    if seen.money:
        return False
    before = text[max(0, seen.start - 40) : seen.start]
    after = text[seen.end : seen.end + 40]
    if before[-1:].isalnum() or before.endswith(("-", "–", ".", "/", "_", "#")):
        return True
    if ORDINAL_AFTER.match(after) or TIME_AFTER.match(after) or DATE_BEFORE.search(before):
        return True
    if NAMED.search(before) or _clock(before, after, seen) or after.startswith("/") or (seen.unit is None and _part_of_a_name(before)):
        return True
    if STREET.match(after) or (after.startswith("-") and "-" in (seen.unit or "")) or (after.startswith("-sum")):
        return True
    lowered = seen.words.lower()
    if lowered in ("a", "an", "half") or (
        lowered == "one" and (seen.unit is None or PRONOUN_AFTER.match(after) is not None or before.lower().endswith("no "))
    ):
        return True
    if seen.words.isdigit():
        return _bare_digits(before, after, seen)
    if seen.unit is None and (re.search(r"\d[-–]\d", seen.words) or YEARS.fullmatch(seen.words)):
        return True
    return lowered == "two" and OR_TWO.search(before) is not None


def _clock(before: str, after: str, seen: Seen) -> bool:
    """Whether it tells the hour: "at 5.40", "half past seven", "by eleven"."""
    if seen.unit is not None and not after.startswith((" past", " to ")):
        return False
    if CLOCK.fullmatch(seen.words) and AT.search(before):
        return True
    return (
        after.startswith(" past ")
        or PAST_HOUR.search(before) is not None
        or (seen.words.lower() in HOURS and AT.search(before) is not None)
    )


def _bare_digits(before: str, after: str, seen: Seen) -> bool:
    if len(seen.words) == 4 and seen.words[:2] in ("17", "18", "19", "20") and not _measured(seen, after):
        return True
    if (before == "" or before.endswith("\n")) and LIST_NUMBER.match(after):
        return True
    return AGE.search(before) is not None and seen.unit is None and (after[:1] in (",", ";", ")", ".") or after.startswith(" and"))


def _part_of_a_name(before: str) -> bool:
    found = CAPITALISED.search(before)
    return found is not None and found["word"] not in PLAIN_CAPITALS


def _measured(seen: Seen, after: str) -> bool:
    """Whether a number that could be a year counts something: "2000 troops", "1985 km", but not "2019 elections"."""
    if seen.unit is None:
        return False
    return seen.unit in load_units().by_name or int(seen.words) % 50 == 0
