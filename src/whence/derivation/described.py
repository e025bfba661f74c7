"""Where a report gives its source without a name ("a newspaper", "state television", "our sister paper"), and which outlets that fits."""

import re
from collections.abc import Iterator
from functools import lru_cache

from whence.derivation.naming import HEAD, RELEASE, Naming, agency_marks, call_names
from whence.model import Report, Span

OF_STATE = r"(?:state|public|national|official|country['’]s public|state-run|state-controlled)"
MEDIUM = r"(?:television|tv|radio|broadcaster|media|news agency|channel|agency)"
PAPER = r"(?:newspapers?|tabloid(?: headline)?|website|news site|magazine|broadcaster|paper)"
DESCRIBED = re.compile(
    r"\b(?:(?P<sister>(?:our )?sister (?:paper|title|publication|station|newspaper))"
    rf"|(?P<medium>{OF_STATE}[- ]{MEDIUM})"
    rf"|(?P<paper>(?:an?|one|another|some|several|the local|foreign|most|other)\s(?:(?!the\b|of\b)[\w-]+\s){{0,2}}?{PAPER})"
    r"|(?P<press>(?:media|press|newspaper|news|published) (?:reports?|accounts?)|reports? in the (?:media|press)|in the (?:press|media))"
    r"|(?P<release>(?:press|news) release|communiqu[eé])"
    r"|(?P<agency>(?:its|the|their|[\w]+['’]s)\s(?:[\w-]+\s)?news agency|according to (?:the )?agencies|agencies reported|wire reports))\b",
    re.I,
)
SAME_BODY = 6  # letters that make "the observers" the Observer Mission
SPEAKER = re.compile(r"\b[Tt]he (\w{6,}),? (?:says?|said|states?|stated|put|gave|denie[sd]|confirm(?:s|ed)|announced)\b")
NAMED_NEXT = re.compile(r",?\s(?:of\s|[A-Z])")
KINDS = {  # the word in a description: what an outlet's name, or what it says of itself, must hold
    "television": re.compile(r"television|\btv\b|channel", re.I),
    "tv": re.compile(r"television|\btv\b|channel", re.I),
    "channel": re.compile(r"television|\btv\b|channel", re.I),
    "radio": re.compile(r"radio", re.I),
    "agency": re.compile(r"agency|\bwire\b|\bpress$", re.I),
    "agencies": re.compile(r"agency|\bwire\b|\bpress$", re.I),
    "broadcaster": re.compile(r"broadcast|television|radio|\btv\b|channel|voice", re.I),
}
ON_AIR = re.compile(r"radio|television|\btv\b|channel|broadcast", re.I)
STATE = re.compile(r"\bstate\b|official|government|national|public|ministry", re.I)


def statements(report: Report, other: Report) -> Iterator[Naming]:
    """Places where the body that handed out the statement `other` speaks: "the ministry says", of a Ministry of Harbours."""
    if not is_release(other) or not other.outlet:
        return
    bodies = {word[:SAME_BODY].lower() for word in re.findall(r"[A-Z]\w{5,}", RELEASE.sub("", other.outlet))}
    for match in SPEAKER.finditer(report.text):
        if match.group(1)[:SAME_BODY].lower() in bodies:
            yield Naming(Span(*match.span()), "statement", match.group())


def descriptions(report: Report) -> Iterator[Naming]:
    """Places that say so, but not where a name follows at once, nor in the line in which a report says what itself is."""
    if RELEASE.search(report.outlet or ""):
        return
    own = call_names(report.outlet or "")
    for match in DESCRIBED.finditer(report.text):
        how = match.lastgroup or ""
        start, end = report.text.rfind("\n", 0, match.start()) + 1, report.text.find("\n", match.end())
        line = report.text[start : end if end >= 0 else len(report.text)].rstrip()
        itself = (
            start > 0
            and not line.endswith((".", "!", "?", '"', "”"))
            or any(name in report.text[max(start, match.start() - 40) : match.end() + 3] for name in own)
        )
        if not itself and (how == "sister" or not NAMED_NEXT.match(report.text, match.end())):
            yield Naming(Span(*match.span()), how, match.group())


def several(naming: Naming) -> bool:
    """Does the description speak of more than one ("some newspapers", "media reports")?"""
    return re.search(r"(?<!s)s$|\b(?:some|several|most|other)\b", naming.word, re.I) is not None


def fit(naming: Naming, report: Report, other: Report) -> int:
    """0 where `other` cannot be what is described, 2 where its outlet's very name says so, else 1."""
    if not describes(naming, report, other):
        return 0
    kind = re.search(r"news agency|television|radio|broadcaster|newspaper|magazine", naming.word, re.I)
    return 2 if kind and kind.group().lower() in (other.outlet or "").lower() else 1


def describes(naming: Naming, report: Report, other: Report) -> bool:
    """Could `other` be what is described? By its outlet's name, what it says of itself, and whose it is."""
    if naming.how == "sister":
        return bool(report.owner) and report.owner == other.owner
    if naming.how == "release":
        return is_release(other)
    itself = says_it_is(other)
    if naming.how == "medium" and not STATE.search(f"{itself} {other.owner or ''}"):
        return False
    last = naming.word.lower().split()[-1]
    if last in KINDS:
        return KINDS[last].search(itself) is not None
    if naming.how == "medium":
        return True
    return not is_release(other) and not ON_AIR.search(itself) and not is_agency(other)


def is_release(report: Report) -> bool:
    """A statement that its maker hands out, by the outlet's name or a line of its own at the top."""
    return _is_release(report.outlet or "", report.text[:HEAD])


@lru_cache(maxsize=10_000)
def _is_release(outlet: str, top: str) -> bool:
    lines = top.lower().splitlines()
    return RELEASE.search(outlet) is not None or any(line.strip() in ("press release", "news release") for line in lines)


def is_agency(report: Report) -> bool:
    """Does it sign in its own name, as agencies do: "LANNER, March 3 (Estuary News)"?"""
    own = call_names(report.outlet or "")
    return any(mark in own for mark in agency_marks(report))


def says_it_is(report: Report) -> str:
    """The outlet's name with the lines of the report that hold it and are short: "Radio Lowen, the public broadcaster"."""
    return _says_it_is(report.outlet or "", report.text)


@lru_cache(maxsize=4096)
def _says_it_is(outlet: str, text: str) -> str:
    own = call_names(outlet)
    lines = [line for line in text.splitlines() if len(line) < 120 and any(name in line for name in own)]
    return "\n".join([outlet, *lines])
