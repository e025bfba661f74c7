"""Two reports of a scene → the place where the later one calls the other's outlet by a part of its name ("the Mail", "Kestrel reported").

A part that is also the name of a place in this story ("Varrin", of the Varrin Wire) points at nobody.
"""

import re
from functools import lru_cache

from whence.derivation.naming import (
    AGENCY_END,
    IN_BRACKETS,
    PAPER,
    RELEASE,
    Naming,
    agency_marks,
    call_names,
    cited_by_chain,
    name_pattern,
    namings,
    same_house,
)
from whence.derivation.scene import Scene
from whence.model import Span

SAYS = (
    r"(?:says?|said|saying|report(?:s|ed)?|quot\w+|wrot?e|writes|puts?|told|tells|reveal\w*|publish\w*|carrie[sd]|brok?e\w*|ha[sd] it"
    r"|have it|claim\w*|cit\w+|announc\w*|insist\w*|maintain\w*|den(?:y|ies|ied)|confirm\w*|call(?:s|ed)|count\w*|speaks?|spoke"
    r"|photographer|correspondent|reporter|story|recording|account|figure|article|version|headline)"
)
AFTER = re.compile(
    rf"(?:['’]s)?,?\s(?:(?:has|have|had|also|further|first|later|now|then|itself|own|on \w+|this \w+|last \w+|which|who)\s){{0,2}}{SAYS}\b"
)
BEFORE = re.compile(
    r"(?:told|tell|telling|according to|cit\w+|quot\w+|quoted by|(?:wrote|reported|said|printed|published|appeared) (?:by|in)|agency|daily"
    r"|newspaper|paper|broadcaster|station|magazine|site|weekly|journal|blog|via|thanks to)\s(?:the\s|The\s)?$"
)
NOT_ALONE = AGENCY_END | frozenset(  # words of an outlet's name that do not stand for it
    """News Daily Evening Morning Weekly Sunday Radio Channel Television National The Public State Company Media Journal Review Business
    World Online Today International Live Digest One Two Three Four Five Six Seven Eight Nine Ten Court Office Board Ministry""".split()
)
NEAR = 60  # characters before a name in which "Government of the" or "near" stands
IN_PLACE = re.compile(r"\b(?:[Ii]n|near|across|off|outside|around|inside|northern|southern|eastern|western|of|for)\s$")
GOVERNMENT_OF = re.compile(r"Government of (?:\w+ )?$")
OF_PEOPLE = re.compile(r"(?<=\w{4})(?:an|n|ese|ish)$")  # "Hestrian", where the text has Hestria
NAME_ENDS = re.compile(r"\b(?!\s[A-Z])")
PEOPLE_OF = re.compile(
    r" (?:(?:officials?|officers?|soldiers|troops|police|diplomats?|border|citizens)\b"
    r"|[A-Z][a-z]+ (?:Ministry|Minister|Forces|Staff)\b)"
)
OF_PLACE = re.compile(r"['’]s (?:government|capital|ministry|army|president|prime|minister|parliament|interior|foreign)")
SHORTEST = 4  # letters of a word that stands for an outlet
MARK = 6  # letters of an agency's mark that others use: "SP", "CPA"


@lru_cache(maxsize=10_000)
def bare_name(outlet: str) -> str:
    return IN_BRACKETS.sub("", RELEASE.sub("", outlet)).strip().removeprefix("The ").removeprefix("the ")


@lru_cache(maxsize=10_000)
def parts_of(outlet: str) -> tuple[str, ...]:
    """Runs of the words of an outlet's name that may stand for it: "Old Terval Mail" → Old, Terval, Mail, Old Terval, Terval Mail."""
    words = bare_name(outlet).partition(",")[0].split()
    runs = [words[i:j] for i in range(len(words)) for j in range(i + 1, len(words) + 1) if j - i < len(words)]
    capital = [run for run in runs if run[0][:1].isupper() and run[-1][:1].isupper() and not NOT_ALONE.issuperset(run)]
    return tuple(dict.fromkeys(" ".join(run) for run in capital if len(run) > 1 or len(run[0]) >= SHORTEST))


def places_among(scene: Scene) -> frozenset[str]:
    """The parts of outlets' names that are places here: somebody is in, near or of them, or an outlet's owner governs them."""
    text = "\n".join(f"{reading.report.text}\n{reading.report.owner or ''}" for reading in scene.readings)
    words = {word for outlet in scene.outlets for word in (*parts_of(outlet), *call_names(outlet)) if outlet}
    return frozenset(word for word in words if word.removeprefix("the ") in text and _is_place(word.removeprefix("the "), text))


def _is_place(name: str, text: str) -> bool:
    """Is it that of a place, by what stands before or after it anywhere in the text?"""
    if re.search(rf"^{re.escape(name.upper())}(?:[,.] | [(–—-])", text, re.M):
        return True
    if re.search(rf"\b{re.escape(OF_PEOPLE.sub('', name))}a?\b", text) and OF_PEOPLE.search(name):
        return True
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        alone = not (text[at - 1 : at].isalnum() or text[at - 1 : at] == "_")
        if OF_PLACE.match(text, end) or (alone and PEOPLE_OF.match(text, end)) or GOVERNMENT_OF.search(text, max(0, at - NEAR), at):
            return True
        if IN_PLACE.search(text, max(0, at - NEAR), at) and NAME_ENDS.match(text, end):
            return True
        at = text.find(name, at + 1)
    return False


def called(scene: Scene, a: int, b: int, places: frozenset[str]) -> Naming | None:
    """Where b names a's outlet: in full, by a usual short form, by the agency's own mark, or by a part in a source's position."""
    first, second = scene.report(a), scene.report(b)
    if not first.outlet or same_house(first, second):
        return None
    whole = bare_name(first.outlet)
    named = [naming for naming in namings(second, first) if not is_place(naming.word, whole, places)]
    if named:
        return next((naming for naming in named if speaks(second.text, naming)), named[0])
    hop = cited_by_chain(second, scene.passed[b], first)
    match = name_pattern(first.outlet).search(hop.of(second.text)) if hop else None
    if hop and not (match and is_place(match.group(), whole, places)):
        return Naming(hop, "name", hop.of(second.text))
    return _by_mark(scene, a, b) or _by_part(scene, a, b, places)


def speaks(text: str, naming: Naming) -> bool:
    """Is the name in a source's position: "Kestrel reported", "according to the Mail"?"""
    start, end = naming.span.start, naming.span.end
    return bool(AFTER.match(text, end) or BEFORE.search(text, max(0, start - 30), start))


def is_place(word: str, whole: str, places: frozenset[str]) -> bool:
    """Is this name for an outlet, shorter than the whole one, that of a place?"""
    short = word.removeprefix("The ").removeprefix("the ")
    return short != whole and (short in places or f"the {short}" in places)


def _by_mark(scene: Scene, a: int, b: int) -> Naming | None:
    """ "SP", of an agency that signs "(SP)"."""
    for mark in agency_marks(scene.report(a)):
        match = re.search(rf"(?<![\w(]){re.escape(mark)}(?![\w-])", scene.report(b).text) if len(mark) <= MARK else None
        if match:
            return Naming(Span(*match.span()), "name", match.group())
    return None


def _by_part(scene: Scene, a: int, b: int, places: frozenset[str]) -> Naming | None:
    text, mine = scene.report(b).text, {*parts_of(scene.report(b).outlet or ""), scene.report(b).outlet}
    for part in parts_of(scene.report(a).outlet or ""):
        if part in mine or part in places or part not in text:
            continue
        paper = part.split()[-1] in PAPER
        for match in re.finditer(rf"(?:(?<=['’]s )|(?<![\w-])([Tt]he )?){re.escape(part)}(?![\w-])(?!\s[A-Z][a-z]+)", text):
            owned = text[max(0, match.start() - 3) : match.start()].endswith("s ")
            told = AFTER.match(text, match.end()) or BEFORE.search(text, max(0, match.start() - 30), match.start())
            if told or (paper and (match.group(1) or owned)):
                return Naming(Span(*match.span()), "name", match.group())
    return None
