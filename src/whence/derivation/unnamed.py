"""One report of a scene → the earlier reports that "a newspaper", "the radio" or "media reports" in it can mean: one alone, or several.

Where the words stand for an outlet that is named beside them, nothing is said.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from whence.derivation.aliases import AFTER, BEFORE
from whence.derivation.bodies import is_body
from whence.derivation.described import is_release, says_it_is
from whence.derivation.naming import Naming, name_pattern, same_house
from whence.derivation.scene import Scene
from whence.model import Report, Span

MEDIUM = re.compile(
    r"\b(?:(?P<press>(?:some|several|the|earlier|early|recent|foreign|agency|local|national|international|overseas|domestic|press|media|news"
    r"|published|newspaper|previous|other|widespread|certain|exiled?)\s(?:(?!the\b)[\w-]+\s)?(?:reports|rumours|headlines|media|press|papers"
    r"|newspapers|tabloids|agencies|outlets|broadcasters|bulletins|coverage|websites|sites))"
    r"|(?P<air>(?:on|by|from|the|a|local|state|public|heard on)\s(?:\w+\s)?(?:radio|television|tv|wireless|broadcaster|station))"
    r"|(?P<agency>(?:a|an|the|one|foreign|news)\s(?:[\w-]+\s){0,2}agency)"
    r"|(?P<paper>(?:a|an|one|another|the|rival)\s(?:[\w-]+\s){0,2}(?:newspaper|tabloid|daily|website|news site|magazine|blog|blogger|weekly"
    r"|paper|columnist|journal)))\b",
    re.I,
)
AIR = re.compile(r"radio|television|\btv\b|channel|broadcast|\bfm\b|bulletin", re.I)
AGENCY = re.compile(r"agency|wire|press\b|news service|telegraph b", re.I)
NAME_IN = re.compile(r"(?:[a-z]|The|An?|One|Another)\S*\s(?:.*\s)?[A-Z]")  # "the Ellmark Daily"
NAME_NEXT = re.compile(r"\s[\"“]?[A-Z]")  # "the daily Kvik"
MARK_NEXT = re.compile(r",\s[A-Z]{2,}")  # "the state news agency, KTB"
NO_MEDIUM = re.compile(  # "the press section", "a radio trail"
    r"\s(?:section|office|department|conference|release|secretary|officer|statement|notice|briefing|service|spokes\w+|trail|boat|station)\b",
    re.I,
)
LEAF = re.compile(r"\bpapers?$", re.I)  # which may be a document as well
ITS_LEAF = re.compile(r"(?:the papers|(?:the |a )?(?:local|rival|other|foreign)\b.*)", re.I)
DOCUMENT = re.compile(r"\b(?:of pages|dated|marked|copy)\b")
SPOKEN_OF = re.compile(  # what a definite one stands for was named just before
    r"(?:the|the same|that)\s(?:newspaper|paper|agency|daily|magazine|website|radio|television|broadcaster|station|blog|weekly|journal"
    r"|tabloid)",
    re.I,
)
OTHER = re.compile(r"\b(?:an)?other\b", re.I)
BACK = 2  # sentences in which it was


@dataclass(frozen=True, slots=True)
class Meant:
    """The earlier reports that alone can be meant, with the place, and those that are one of several."""

    alone: Mapping[int, Naming]
    among: frozenset[int]


def meant_by(scene: Scene, b: int, named: Mapping[int, Naming]) -> Meant:
    """`named` says where b names others."""
    alone: dict[int, Naming] = {}
    among: set[int] = set()
    at: dict[int, set[int]] | None = None
    for kind, span in _media_in(scene.report(b).text) if scene.wordings[b].sentences else ():
        sentence = scene.sentence_of(b, span.start)
        if span.start < scene.wordings[b].sentences[sentence].start or _is_document(scene, b, sentence, span):
            continue
        at = _where_named(scene, b, named) if at is None else at
        word = span.of(scene.report(b).text)
        fits = _fits(scene, b, kind, word, (at, sentence))
        among.update(fits)
        if len(fits) == 1:
            alone.setdefault(fits[0], Naming(span, "somebody", word))
    return Meant(alone, frozenset(among))


def _fits(scene: Scene, b: int, kind: str, word: str, near: tuple[Mapping[int, set[int]], int]) -> list[int]:
    """The earlier reports whose outlets are of that kind, but those that are named beside it, where another is meant."""
    at, sentence = near
    fits = [a for a in range(b) if not same_house(scene.report(a), scene.report(b)) and _is_medium(scene.report(a), kind, word)]
    here = {a for a, sentences in at.items() if sentence in sentences}
    if OTHER.search(word):
        return [a for a in fits if a not in here]
    before = {a for a, sentences in at.items() if any(sentence - BACK <= one <= sentence for one in sentences)}
    stands_for = SPOKEN_OF.fullmatch(word) and before.intersection(fits)
    return [] if stands_for or (here and kind != "press") else fits


def _is_medium(report: Report, kind: str, word: str) -> bool:
    if is_body(report) and (is_release(report) or kind in ("press", "paper")):
        return False
    itself = says_it_is(report)
    agency, air = AGENCY.search(itself) is not None, AIR.search(itself) is not None
    if kind == "press":
        return agency or "agenc" not in word.lower()
    return agency if kind == "agency" else air if kind == "air" else not agency and not air


def _where_named(scene: Scene, b: int, named: Mapping[int, Naming]) -> dict[int, set[int]]:
    """The sentences of b in which each report is named."""
    text = scene.report(b).text
    return {
        a: {scene.sentence_of(b, naming.span.start)}
        | {scene.sentence_of(b, match.start()) for match in name_pattern(scene.report(a).outlet or "").finditer(text)}
        for a, naming in named.items()
    }


def _is_document(scene: Scene, b: int, sentence: int, span: Span) -> bool:
    """Is "the paper" one to be read and not one that reports?"""
    text = scene.report(b).text
    word = span.of(text)
    if not LEAF.search(word):
        return False
    speaks = AFTER.match(text, span.end) or BEFORE.search(text, max(0, span.start - 30), span.start) or ITS_LEAF.fullmatch(word)
    return not speaks or DOCUMENT.search(scene.wordings[b].sentences[sentence].of(text)) is not None


@lru_cache(maxsize=256)
def _media_in(text: str) -> tuple[tuple[str, Span], ...]:
    return tuple(_found(text))


def _found(text: str) -> Iterator[tuple[str, Span]]:
    """Where a text speaks of a medium without its name, and of which kind."""
    for match in MEDIUM.finditer(text):
        kind = match.lastgroup or "press"
        mark = kind == "agency" and MARK_NEXT.match(text, match.end())
        called = NAME_IN.match(match.group()) or mark or (kind != "press" and NAME_NEXT.match(text, match.end()))
        if not called and not NO_MEDIUM.match(text, match.end()):
            yield kind, Span(*match.span())
