"""A report's credit, byline and dateline blocks → the hops that every claim of the report came through, outermost first.

A hop is a medium: an agency in a dateline's brackets, "With inputs from agencies", "originally published by X". The people who wrote or
edited a report are not hops, and the report's own outlet never is.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from spacy.tokens import Doc

from whence.attribute.phrases import labels
from whence.attribute.wording import COMMON_NAMES, part_of_name
from whence.lexicons.actors import Actor, Actors, folded, load_actors, same_outlet
from whence.lexicons.first_names import sex_of
from whence.model import BlockKind, Chain, Control, Parsed, Report, Source, SourceKind, Span

NAME = r"(?P<name>[^\n.;|()]{2,80}?(?:\.(?:com|org|net)\b[^\n.;|()]{0,20})?)"
END = r"(?=\s*(?:[.;|()\n]|$))"
CREDITED = (
    r"\b(?:of|from|for)\s+(?:the\s+)?(?P<name>[A-Z][^\n.;|(),]{1,60}?)\s+(?:also\s+)?contributed\b",
    r"^\W*(?:the\s+)?"
    + NAME
    + r"(?:['’]s\s[^\n]{2,60}?|\s+(?:writers?|reporters?|correspondents?|journalists?|staff(?:ers)?|producers?)\b[^\n]{0,80}?)?"
    + r"\s+(?:also\s+)?contributed\b",
    r"\b(?:information|material|reporting|copy|reports?)\s+from\s+(?:the\s+)?" + NAME + r"\s+(?:was|were)\s+used\b",
    r"\bcompiled\s+(?:from|by)\s+(?:the\s+)?" + NAME + r"(?:\s+(?:reports?|dispatches|copy|wires?))?" + END,
    r"^\W*from\s+(?:the\s+)?(?P<name>[^\n.;|()]{2,40}\s(?:reports?|dispatches)|(?:news\s+)?(?:agencies|wires))" + END,
    r"^\W*\(?with\s+(?P<name>agency\s+(?:inputs?|reports?))",
    r"^\s*[-–—―]+\s*" + NAME + r"\s*$",
    r"^\W*" + r"(?P<name>(?:news\s+)?(?:agencies|wires))" + r"\W*$",
    r"\bcopyright\s+(?:©\s*|\(c\)\s*)?(?:\d{4}\s+)?(?:by\s+)?(?:the\s+)?" + NAME + END,
    r"\b(?:with\s+)?(?:additional\s+|further\s+)?inputs?\s+from\s+(?:the\s+)?" + NAME + END,
    r"\b(?:with\s+)?(?:additional\s+|further\s+)?(?:material|reporting|files|reports?|information|copy|contributions?)\s+(?:from|by)\s+(?:the\s+)?"
    + NAME
    + END,
    r"^\W*(?:credits?|sources?|via|courtesy(?:\s+of)?|agency|wire)\s*[:\-–—]\s*(?:the\s+)?" + NAME + END,
    r"\b(?:first|originally)\s+(?:appeared|published|posted|reported|ran|produced)\s+(?:in|on|by|at|with)\s+(?:the\s+)?" + NAME + END,
    r"\b(?:republished|reproduced|reprinted|syndicated|taken|distributed|provided)\s+(?:with\s+(?:the\s+)?permission\s+)?(?:from|of|by)\s+(?:the\s+)?"
    + NAME
    + END,
    r"\bpublished\s+from\s+(?:a|an)\s+(?P<name>[^\n.;|()]{2,60}?)\s+feed",
    r"\((?P<name>(?![^()\n]*\b(?:by|from|with|for)\b)[^()\n]{2,60})\)\s*$",
    r"©\s*(?:copyright\s+)?(?:\d{4}\s+)?(?:the\s+)?" + NAME + END,
    r"(?-i:^\W*(?P<name>(?:[A-Z][\w’'-]*\s){1,4}(?:Wire|Press|Agency|Newswire|Service|Features))\W*$)",
)
BYLINE = (
    r"^\W*(?:(?:By|by|BY|From)\s+)?(?P<name>[Aa]gencies|[Nn]ews [Ww]ires|[Ww]ire [Ss]ervices?|[Aa]gency [Rr]eports?)\s*$",
    r"^\W*(?:(?:By|by|BY|From)\s+)?(?P<name>(?!By |BY |From )[A-Z][^\n,;|]{1,60}?)\s+(?:staff|reporters?|correspondents?|newsroom|desk)\b",
    r"[,|/\-–—]\s*(?P<name>[A-Z][^\n,;|/]{1,60}?)\s*$",
    r"^\W*(?P<name>(?!By |BY |From )[A-Z][^\n,;|()]{1,60})[\s)]*$",
    r"^\W*From\s+(?:the\s+)?(?P<name>[A-Z][^\n,;|]{1,60})\s*$",
    r"^\W*(?:By\s+)?(?P<name>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?)\s+and\s+(?:our|the|staff)\b",
    r"\b(?:and|with)\s+(?P<name>[A-Z]{2,8}|[Aa]gencies)\s*$",
    r"^\W*(?P<name>[A-Z]{2,5}), [A-Z][\w’' -]*$",
    r"\b(?:additional|further)\s+(?:material|reporting)\s*(?::|from|by)\s*(?:the\s+)?(?P<name>[A-Z][^\n,;|]{1,40})\s*$",
)
DATELINE = (
    r"\((?P<name>[^()\n]{2,60})\)",
    r"(?:[.\s]/|\[|\|\s)(?P<name>[A-Z][^\n/|\[\]]{1,40}?)(?:/|\]|\s\|)",
    r"(?:[–—]|(?<!\w)[-/])\s*(?P<name>[A-Z]{2,8})\s*[-–—/:]*\s*$",
)
OWN_STAFF = re.compile(
    r"\b(?:staff|desk|our|correspondents?|reporters?|newsroom|editor|edition|foreign|political|agenc(?:y|ies)\s+photo)\b", re.IGNORECASE
)
SEVERAL = re.compile(r"\s*(?:,|/|&|\band\b|\+)\s*")
AGENCIES = re.compile(
    r"^(?:(?:news|wire|other|various|staff\s+and)\s+)*(?:agenc(?:y|ies)|wires?|wire\s+services?|(?:news\s+)?(?:agency|wire)\s+(?:reports?|inputs?|copy|dispatches)"
    r"|news\s+services?|news\s+wires?)$",
    re.IGNORECASE,
)
MONTH = re.compile(
    r"\d|\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
    r"|mon(?:day)?|tue(?:sday)?|wed(?:nesday)?|thu(?:rsday)?|fri(?:day)?|sat(?:urday)?|sunday)\b",
    re.IGNORECASE,
)
WIRE = re.compile(r"\b(?:wire|press|news\s*agency|agency|newswire|news\s+service|features)\b|(?-i:^[A-Z]{2,6}$)", re.IGNORECASE)
CAPITALS = re.compile(r"[A-Z][\w.’-]*(?:\s+[A-Z][\w.’-]*)*|\bdpa\b")
WORDS = re.compile(r"[^\s.]+")
PICTURE = re.compile(r"(?:photos?|photographs?|pictures?|images?|videos?|graphics?)(?:\s+by|\s+from|\s+credit)?\W*$", re.IGNORECASE)


@lru_cache(maxsize=4)
def _patterns(kind: BlockKind) -> tuple[re.Pattern[str], ...]:
    given = {BlockKind.CREDIT: CREDITED, BlockKind.BYLINE: BYLINE, BlockKind.DATELINE: DATELINE}[kind]
    flags = re.MULTILINE | (re.IGNORECASE if kind is BlockKind.CREDIT else 0)
    return tuple(re.compile(pattern, flags) for pattern in given)


def credit_chain(parsed: Parsed[Doc], actors: Actors | None = None) -> Chain:
    """The hops that the blocks around the text name. Two names of one medium give one hop."""
    known, report = actors or load_actors(), parsed.report
    hops: list[Source] = []
    for block in sorted(report.blocks_of(BlockKind.CREDIT, BlockKind.BYLINE, BlockKind.DATELINE), key=lambda block: block.span):
        for span in _named(report.text, block.kind, block.span, known):
            hop = _hop(report, block.kind, span, known)
            if hop and not any(hop.key == other.key or same_outlet(hop.name, other.name, known) for other in hops):
                hops.append(hop)
    named = [hop for hop in hops if hop.named]
    return tuple(named or hops)


def _named(text: str, kind: BlockKind, block: Span, known: Actors) -> list[Span]:
    """The places in one block that name a medium; "Reuters and AP" are two."""
    agencies = _agencies(text, block, known)
    spans = list(agencies) if kind is not BlockKind.DATELINE else []  # in a dateline what stands in brackets comes first
    for pattern in _patterns(kind):
        for match in pattern.finditer(text, block.start, block.end):
            start = match.start("name")
            for part in _parts(match["name"]):
                at = text.index(part, start)
                start = at + len(part)
                if not any(span.overlaps(Span(at, start)) for span in spans):
                    spans.append(Span(at, start))
    return sorted([*spans, *(span for span in agencies if not any(span.overlaps(other) for other in spans))])


def _agencies(text: str, block: Span, known: Actors) -> Iterator[Span]:
    """Agencies that the lexicon knows, wherever they stand in the block, but not under a picture: "Ann Olden of The Associated Press"."""
    end = 0
    for run in CAPITALS.finditer(text, block.start, block.end):
        if PICTURE.search(text, max(block.start, run.start() - 20), run.start()):
            continue
        words = list(WORDS.finditer(text, run.start(), run.end()))
        for first, last in ((a, b) for size in range(min(4, len(words)), 0, -1) for a, b in _runs(words, size)):
            actor = known.actor(text[first.start() : last.end()]) if first.start() >= end else None
            if first == last and (_first_name(first, words) or _as_a_word(first, actor)):
                continue
            if actor is not None and actor.control in (Control.AGENCY, Control.STATE_MEDIUM) and first.group() not in ("The", "THE"):
                end = last.end()
                yield Span(first.start(), end)


def _first_name(word: re.Match[str], words: list[re.Match[str]]) -> bool:
    """ "Petra Oyelund", "Mina Halvorsen": a first name that an agency shares, before a family name."""
    after = next((other.group() for other in words if other.start() > word.start()), "")
    person = word.group().istitle() and bool(sex_of(word.group())) and after[:1].isupper()
    return person and not (after.casefold() == "news" or WIRE.search(after) or OWN_STAFF.search(after))


def _as_a_word(word: re.Match[str], actor: Actor | None) -> bool:
    """ "Nan", for an agency that is only written "NAN"."""
    names = (actor.name, *actor.aliases) if actor else ()
    return (
        word.group().istitle()
        and word.group() not in names
        and any(name.isupper() and folded(name) == folded(word.group()) for name in names)
    )


def _runs(words: list[re.Match[str]], size: int) -> Iterator[tuple[re.Match[str], re.Match[str]]]:
    return ((words[at], words[at + size - 1]) for at in range(len(words) - size + 1))


def _parts(name: str) -> list[str]:
    """The names joined in a credit; a name that has "and" inside ("Mail and Guardian") is kept whole where each part is not a name."""
    parts = [part.strip(" \t'\"“”*_") for part in SEVERAL.split(name)]
    return [part.removeprefix("the ").removeprefix("The ") for part in parts if len(part) > 1]


def _hop(report: Report, kind: BlockKind, span: Span, known: Actors) -> Source | None:
    """The medium named here, unless it is the outlet itself or no medium at all."""
    mention = span.of(report.text)
    where = f"credited in the {kind.value}: “{mention}”"
    if AGENCIES.match(mention):
        key = f"unnamed:{report.id}:agencies"
        return Source(
            "agencies", SourceKind.UNNAMED, mention, span, key, control=Control.AGENCY, because=(where, "agencies that are not named")
        )
    name = re.sub(
        r"\s+(?:staff|reporters?|correspondents?|newsroom|desk|feed|news\s+desk|syndicated\s+feed)$", "", mention, flags=re.IGNORECASE
    ).strip()
    if not name or not name[0].isupper() and not known.actor(name) or (report.outlet and _own(name, report.outlet, known, kind)):
        return None
    actor = known.actor(name)
    if actor and actor.kind is SourceKind.MEDIUM:
        facts = {"country": actor.country, "state": actor.state, "control": actor.control, "part_of": actor.part_of}
        return Source(actor.name, actor.kind, mention, span, actor.id, because=(where, f"{actor.name} is in the lexicon"), **facts)  # type: ignore[arg-type]
    if MONTH.search(name) or OWN_STAFF.search(name) or labels(name) or not _may_be_medium(name, kind, _alone(report.text, span)):
        return None
    control = Control.AGENCY if WIRE.search(name) else Control.OUTLET
    return Source(name, SourceKind.MEDIUM, mention, span, folded(name), control=control, because=(where,))


def _own(name: str, outlet: str, known: Actors, kind: BlockKind) -> bool:
    """ "Star" for the Arvane Evening Star, and above the text "Star Politics": a desk of the outlet, which no agency is."""
    if same_outlet(name, outlet, known) or f" {folded(outlet)}".endswith(f" {folded(name)}") or part_of_name(name, outlet):
        return True
    actor = known.actor(name)
    if kind is not BlockKind.BYLINE or WIRE.search(name) or (actor and actor.control is not Control.OUTLET):
        return False
    return any(word in folded(outlet).split() for word in folded(name).split() if len(word) > 3 and word not in COMMON_NAMES)


def _alone(text: str, span: Span) -> bool:
    """Whether nothing but marks, "From" or "and our own reporter" stands beside a name in its line."""
    before = text[text.rfind("\n", 0, span.start) + 1 : span.start]
    after = text[span.end :].partition("\n")[0]
    return (
        re.fullmatch(r"\W*(?:(?:From|By)\s+(?:the\s+)?)?", before) is not None
        and re.fullmatch(r"\W*(?:and (?:our|the|staff)\b.*)?", after) is not None
    )


def _may_be_medium(name: str, kind: BlockKind, alone: bool) -> bool:
    """In a dateline's brackets any name is an agency's; elsewhere a name of two or three plain words may be a person's."""
    words = re.sub(r"\s(?:in|at)\s.*", "", name).split()  # "Ann Olden in Tarn"
    if len(words) > 6:
        return False
    if kind is BlockKind.DATELINE:
        return True
    if kind is BlockKind.BYLINE and words and words[-1].islower():
        return False  # "Evening bulletin": a part of the outlet
    if alone and len(words) == 1 and ALONE.match(name):
        return name.casefold() not in SECTIONS
    plain_person = 2 <= len(words) <= 3 and not WIRE.search(name) and not OUTLET_WORD.search(name)
    return not plain_person if kind is BlockKind.CREDIT else bool(WIRE.search(name) or OUTLET_WORD.search(name)) and len(words) > 0


SECTIONS = frozenset(
    "published updated posted modified exclusive celebs celebrity celebrities politics business economy finance markets money sport"
    " sports football world news opinion comment lifestyle style culture arts science health technology travel entertainment showbiz"
    " local national international features weather home environment education crime society puzzles"
    " video latest breaking banks banking companies industry property retail transport energy defence security courts media".split()
)  # the page's own words for a kind of news, and of a time; no agency
ALONE = re.compile(r"[A-Z][a-z]*[A-Z]\w*$|[A-Z][a-z]{3,}$")  # "Corvus", "TransPol": one name above the text is an agency's
OUTLET_WORD = re.compile(
    r"\b(?:times|post|herald|tribune|news|gazette|journal|daily|ledger|mirror|echo|courier|mail|telegraph|chronicle|star|sun|globe|radio|tv|television"
    r"|broadcasting|observer|examiner|standard|register|review|today|bulletin|dispatch|sentinel|report|weekly|magazine|media|network|channel|online)\b",
    re.IGNORECASE,
)
