"""Two reports of a scene → the place where the later one speaks of the other's maker without naming an outlet.

A ministry or a company ("the regulator's notice"), a state ("state media", its capital), the outlet itself ("this newspaper reported").
"""

import re
from functools import lru_cache

from whence.derivation.aliases import SAYS, bare_name, parts_of
from whence.derivation.described import is_release
from whence.derivation.naming import HEAD, OWN_EARLIER, Naming, call_names, same_house
from whence.derivation.scene import Scene
from whence.model import Report, Span

BODY = re.compile(
    r"ministry|office|authority|board|tribunal|court|chancellery|institute|police|prosecutor|commission|council|federation|union\b|museum"
    r"|hospital|trust|company|statement|press release|notice|communique|newsroom|club|centre|household|circular|letter|government"
    r"|coastguard|directorate|mission|embassy|parliament|department",
    re.I,
)
KINDS = (  # what people call a body whose name they need not give, in small letters too
    *("ministry authority tribunal chancellery institute prosecutor commission council federation statement newsroom circular".split()),
    *("government coastguard directorate parliament department observers registry inspectorate police court board hospital".split()),
    *("museum union company embassy mission household".split()),
)
UNTOLD = frozenset("office public general nationa press stateme".split())  # the first letters of words that tell no body from another
LETTERS = 7  # that "prosecutors" and "the Public Prosecutor" have in common
SPEAKS = re.compile(
    r"\b(?:say|said|says|saying|accord\w+|notice|statement|announce\w*|quot\w+|cit\w+|told|tell\w*|confirm\w*|den(?:y|ies|ied)|figure|puts?"
    r"|letter|note|asked|want\w*|call\w*|insist\w*|maintain\w*|acknowledg\w*|claim\w*|report\w*|list\w*|admit\w*|own|answer\w*|reject\w*"
    r"|refus\w*|version|named|count\w*|promis\w*)\b",
    re.I,
)
STATE = re.compile(r"government|state|ministry|kingdom|republic|party", re.I)
STATE_MEDIA = re.compile(
    r"\b(?:state|official|national|public|government)[- ]"
    r"(?:media|television|tv|radio|news agency|agency|broadcaster|channel|press|organ)",
    re.I,
)
OFFICIALS = re.compile(r"\b(?:ministry|minister|government|authorities|officials)\b", re.I)
DATELINE = re.compile(r"^([A-Z][A-Za-z' -]{3,24}?)(?:,|\s\(|\s[-–—])", re.M)
BESIDE = 40  # characters before "the state agency" in which a report that says what itself is has its name
FAINT = 0.4  # "officials" may be anybody's, against 1 for "state media" …
SILENT = 0.3  # … and an outlet's later report that does not speak of the earlier one, against 1
OWN = re.compile(
    r"\b(?:correct(?:s|ion|ed)?|withdr[ae]w\w*|clarif\w+|retract\w*|first (?:reported|disclosed|published|revealed)|in these pages"
    r"|this (?:newspaper|paper|agency|journal|site|programme|page|station|magazine)"
    r"|our (?:earlier )?(?:report|story|article|coverage|account)"
    r"|(?:its|the) (?:earlier |own |first |\w+day['’]?s? )?(?:report|story|account)|we (?:wrote|reported|said|told|published|had)"
    r"|as (?:we|the \w+) (?:reported|revealed|wrote)|just as we|told you so|an earlier version)\b",
    re.I,
)


def is_body(report: Report) -> bool:
    """Is the report's maker one whose words others report: an authority, a company, a union?"""
    return _is_body(report.outlet or "")


@lru_cache(maxsize=10_000)
def _is_body(outlet: str) -> bool:
    return BODY.search(outlet) is not None


def body_spoken_of(scene: Scene, a: int, b: int, places: frozenset[str]) -> tuple[float, Naming | None]:
    """0, or from a half to 1 by how much of the body's name stands in one sentence of b that says what somebody said."""
    first, second = scene.report(a), scene.report(b)
    name = bare_name(first.outlet or "")
    owned = bool(first.owner) and name.lower().startswith((first.owner or "").lower())
    if same_house(first, second) or not name or not (is_body(first) or owned or is_release(first)):
        return 0.0, None
    words = {word[:LETTERS].lower() for word in re.findall(r"[A-Za-z]{5,}", name)} - UNTOLD
    words -= {word for word in words if is_body(first) and word.capitalize() in places}
    best, found = 0.0, None
    for span in scene.wordings[b].sentences:
        told = span.of(second.text)
        hits = [match for word in sorted(words) for match in [_spoken(word, told)] if match]
        if len(hits) > best * len(words) and SPEAKS.search(told):
            at = span.start + hits[0].start()
            best, found = len(hits) / len(words), Naming(Span(at, at + len(hits[0].group())), "body", hits[0].group())
    return (0.5 + 0.5 * best if found else 0.0), found


def _spoken(word: str, told: str) -> re.Match[str] | None:
    """The word with a capital, or as it is where it says what kind of body it is: "the ministry", but not "pensions"."""
    small = any(kind.startswith(word) for kind in KINDS)
    return re.search(rf"\b{re.escape(word)}\w*", told, re.I) if small else re.search(rf"\b{re.escape(word.capitalize())}\w*", told)


def state_spoken_of(first: Report, second: Report) -> tuple[float, Naming | None]:
    """1 for the capital that says something or "state media", `FAINT` for officials, where a's owner is a state."""
    if not STATE.search(f"{first.owner or ''} {first.outlet or ''}") or (first.owner or first.outlet) == (second.owner or second.outlet):
        return 0.0, None
    name, media, faint = _city_of(first.text[:HEAD]), *_official(second.text, call_names(second.outlet or ""))
    speaks = None
    if name and name in second.text:
        speaks = re.search(rf"\b{re.escape(name)}(?:['’]s)?\s(?:has|had|have|also|would|wants|will|{SAYS})\b", second.text)
    if place := Span(*speaks.span()) if speaks else media:
        return 1.0, Naming(place, "state", place.of(second.text))
    return (FAINT, Naming(faint, "state", faint.of(second.text))) if faint else (0.0, None)


@lru_cache(maxsize=1024)
def _city_of(head: str) -> str:
    """The town of the dateline, or ""."""
    city = DATELINE.search(head)
    name = city.group(1).strip() if city else ""
    return name.title() if city and city.group(1).isupper() else name


@lru_cache(maxsize=64)
def _official(text: str, own: tuple[str, ...]) -> tuple[Span | None, Span | None]:
    """Where a text first speaks of state media, but not where it says what itself is, and of officials. A report is compared with many."""
    found = STATE_MEDIA.finditer(text)
    media = next((one for one in found if not any(name in text[max(0, one.start() - BESIDE) : one.end() + 3] for name in own)), None)
    faint = OFFICIALS.search(text)
    return Span(*media.span()) if media else None, Span(*faint.span()) if faint else None


def own_earlier(first: Report, second: Report) -> tuple[float, Naming | None]:
    """1 where a later report of the same outlet speaks of an earlier one, `SILENT` where it does not."""
    if not same_house(first, second):
        return 0.0, None
    outlet = first.outlet or ""
    names = "|".join(re.escape(name) for name in (bare_name(outlet), *parts_of(outlet)))
    by_name = rf"\b(?:{names}) (?:(?:first |had |also )?(?:reported|wrote|revealed|disclosed|said)|story)\b|by (?:{names}) on"
    match = OWN_EARLIER.search(second.text) or OWN.search(second.text) or re.search(by_name, second.text)
    return (1.0, Naming(Span(*match.span()), "own", match.group())) if match else (SILENT, None)
