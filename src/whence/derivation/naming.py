"""Where a report names another as its source: by the outlet's name, in a credit line, or as its own earlier report."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from whence.derivation.details import common_share
from whence.model import BlockKind, Reading, Report, SourceKind, Span

HEAD = 400  # characters in which a report says what it is: "DELMERE, May 4 (Northwire) -"
PAPER = frozenset(  # titles that "the …" stands for the paper by; not those that mean anything else, as "the Press" does
    """Argus Beacon Bee Bugle Bulletin Chronicle Clarion Courier Digest Dispatch Echo Enquirer Examiner Express Gazette Globe Guardian
    Herald Independent Inquirer Journal Ledger Mail Mercury Messenger Mirror Monitor Observer Post Register Review Sentinel Standard
    Star Sun Telegraph Times Tribuna Tribune Whistle""".split()
)
AGENCY_END = frozenset("Agency Press Wire Features Service Newswire".split())  # "Northwire Agency" is called Northwire
RELEASE = re.compile(r"\s*\((?:press release|statement|spot report|communique|communiqué)[^)]*\)", re.I)
IN_BRACKETS = re.compile(r"\(([^)]+)\)")
AGENCY_MARK = re.compile(r"\(([A-Z][\w.&' -]{1,28})\)\s*(?:[-–—]|$)", re.M)
OWN_EARLIER = re.compile(
    r"\b(?:our (?:earlier )?(?:report|story|article)|withdraws? its (?:story|report)|correction|we (?:wrote|reported|said)"
    r"|an earlier version|as the \w+ reported|its own earlier)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Naming:
    """A place in a report that points at another one, by these words. `how` is name | credit | own, or how it is described."""

    span: Span
    how: str
    word: str = ""


@lru_cache(maxsize=10_000)
def call_names(outlet: str) -> tuple[str, ...]:
    """What an outlet is called by others: "Meadow Wire" → Meadow Wire, Meadow; "The Lowen Ledger" → The Lowen Ledger, the Ledger."""
    bare = RELEASE.sub("", outlet).strip()
    brackets = IN_BRACKETS.findall(bare)
    bare = IN_BRACKETS.sub("", bare).strip().removeprefix("The ").strip()
    parts = bare.split()
    alone = len(parts) == 1 and (outlet.startswith("The ") or common_share(bare.lower()) > 0)
    names = {f"the {bare}" if alone else bare, *(b for b in brackets if len(b) <= 12 and b[:1].isupper())}
    if len(parts) > 1:
        if parts[-1] in PAPER:
            names.add(f"the {parts[-1]}")
        if parts[-1] in AGENCY_END:
            names.add(" ".join(parts[:-1]).removesuffix(" News"))
        if len(parts) > 2 and parts[0] in ("Channel", "Radio", "Television", "TV"):
            names.add(" ".join(parts[:2]))
        if parts[-1] == "News" and parts[0].isupper():
            names.add(parts[0])
        initials = "".join(p[0] for p in parts if p[0].isupper())
        if len(initials) >= 3:
            names.add(initials)
    return tuple(sorted((n for n in names if len(n) > 2), key=len, reverse=True))


@lru_cache(maxsize=10_000)
def name_pattern(outlet: str) -> re.Pattern[str]:
    """Matches any of the outlet's call names as whole, capitalised words."""
    alternatives = "|".join(("[Tt]he " + re.escape(n[4:])) if n.startswith("the ") else re.escape(n) for n in call_names(outlet))
    return re.compile(rf"(?<![\w-])(?:{alternatives})(?![\w-]|\s(?:{'|'.join(sorted(PAPER))})\b)" if alternatives else r"(?!)")


def same_house(a: Report, b: Report) -> bool:
    return bool(a.outlet and b.outlet) and house_of(a.outlet or "") == house_of(b.outlet or "")


@lru_cache(maxsize=10_000)
def house_of(outlet: str) -> str:
    """The outlet without the kind of text: "River Board (press release)" → River Board."""
    return RELEASE.sub("", outlet)


def namings(report: Report, other: Report) -> Iterator[Naming]:
    """Places where `report` names the outlet of `other`: not its own name, not inside the longer name of another."""
    if not other.outlet:
        return
    if same_house(report, other):
        yield from (Naming(Span(*m.span()), "own", m.group()) for m in OWN_EARLIER.finditer(report.text))
        return
    if not any(name in report.text for name in _without_article(other.outlet)):
        return
    mine = set(call_names(report.outlet or ""))
    credits = [block.span for block in report.blocks_of(BlockKind.CREDIT, BlockKind.BYLINE, BlockKind.DATELINE)]
    for match in name_pattern(other.outlet).finditer(report.text):
        if match.group() in mine or match.group().replace("The ", "the ") in mine:
            continue
        place = Span(*match.span())
        yield Naming(place, "credit" if any(place.overlaps(c) for c in credits) or is_credit(report.text, place) else "name", match.group())


@lru_cache(maxsize=10_000)
def _without_article(outlet: str) -> tuple[str, ...]:
    """Its names, but those that hold another of them: a text without any of these names it nowhere."""
    bare = {name.removeprefix("the ") for name in call_names(outlet)}
    return tuple(name for name in bare if not any(other in name for other in bare - {name}))


def credited(report: Report, other: Report) -> bool:
    """Does `report` name or credit the outlet of `other`, and is not by that outlet itself?"""
    return not same_house(report, other) and any(True for _ in namings(report, other))


def is_credit(text: str, place: Span) -> bool:
    """A short line, or an agency's mark in brackets, that holds little more than the name."""
    start, end = text.rfind("\n", 0, place.start) + 1, text.find("\n", place.end)
    line = text[start : end if end >= 0 else len(text)]
    bracketed = text[max(0, place.start - 1) : place.start] == "(" and text[place.end : place.end + 1] == ")" and place.start - start < 60
    return bracketed or (len(line) < len(place) + 40 and not line.rstrip().endswith((".", "?", "!")) and start > 0)


def hops(reading: Reading) -> Iterator[tuple[str, Span | None]]:
    """Names of the media that the claims' chains pass through, with their places."""
    seen: set[str] = set()
    for claim in reading.claims:
        for source in claim.chain:
            if source.kind is SourceKind.MEDIUM and source.name not in seen:
                seen.add(source.name)
                yield source.name, source.span


def cited_by_chain(report: Report, passed: Sequence[tuple[str, Span | None]], other: Report) -> Span | None:
    """The place of the hop, among those that the report's claims have `passed`, that is the other report's outlet."""
    if not passed or not other.outlet or same_house(report, other):
        return None
    pattern = name_pattern(other.outlet)
    return next((span for name, span in passed if span and pattern.search(name)), None)


def agency_marks(report: Report) -> Sequence[str]:
    """Agencies in the opening's brackets: "(Northwire) -"."""
    return _marks(report.text[:HEAD])


@lru_cache(maxsize=10_000)
def _marks(head: str) -> tuple[str, ...]:
    return tuple(match.group(1) for match in AGENCY_MARK.finditer(head))
