"""A Report → its Wording: the words of headline and paragraphs as numbers, with their places, which are quoted, and in what sentence.

Captions, credits, datelines and boilerplate are left out: what two reports share there says nothing about who took from whom.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from whence.model import Block, BlockKind, Report, Span
from whence.text import WORD, fold

Numbers = NDArray[np.int64]
RUN = 5  # words of a shingle
CAPTION = 600  # characters: a paragraph up to here with a caption's marks is one; of a longer one, only the sentence
QUOTE = re.compile(r'"[^"\n]{2,}?"')
SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9])|\n+")
ABBREVIATED = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sgt|Sen|Rep|Gov|Prof|St|No|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|[A-Z]|[ap]\.m)\.$")
SIGNATURE = re.compile(r"[—–-] ?[^(\n—–]{2,50}\(@\w+\)")
NOT_TOLD = re.compile(  # picture captions and the furniture of a page, where `read` did not find them
    r"\((?:AP |Reuters |AFP |File )?Photo\b|\bPhoto(?:graph)?(?: by|:)|\bfile photo\b|\bGetty Images\b|\bvia (?:AP|Reuters|AFP|Getty)\b"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, (?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)\w*\.? \d{1,2}, (?:19|20)\d\d\b"
    r"|\b(?:subscribe to (?:our|the)|follow us on|like us on|(?:signed in|sign in) (?:as|to|with)|sign up (?:for|to)|most read stor"
    r"|unlimited digital access|all rights reserved|originally published|(?:views|opinions) (?:expressed|set forth)|enter city and state"
    r"|click here|share this (?:story|article))\b",
    re.I,
)
HINTS = tuple(
    "photo|getty|via |day, |subscribe|follow us|like us|sign|read stor|digital|rights|published|set forth|views|city and|click|share".split(
        "|"
    )
)


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """`words`, `starts`, `ends`, `quoted` and `sentence` run in step: one entry per word of the body.

    `grams` are hashes of `RUN` words, `ranked` the same in rising order, `order` their places.
    """

    report: Report
    sentences: tuple[Span, ...]
    tokens: tuple[str, ...]
    words: Numbers
    starts: Numbers
    ends: Numbers
    quoted: NDArray[np.bool_]
    plain: NDArray[np.bool_]  # neither quoted nor with a capital: what makes a run of words more than a string of names
    sentence: Numbers
    grams: Numbers
    order: NDArray[np.intp]
    ranked: Numbers


def wording_of(report: Report) -> Wording:
    """The wording of a report; of the whole text where its blocks are not known."""
    folded, text = fold(report.text), report.text
    sentences: list[Span] = []
    places: list[tuple[int, int]] = []
    owners: list[int] = []
    inside = posted_places(text)
    for block, told in _told(report, folded):
        inside += quoted_places(folded, block.span)
        for span in told:
            found = [match.span() for match in WORD.finditer(folded, span.start, span.end)]
            owners += [len(sentences)] * len(found)
            places += found
            sentences.append(span)
    tokens = tuple([folded[start:end] for start, end in places])
    table = np.array(places, dtype=np.int64).reshape(len(places), 2)
    quoted = _within(table[:, 0], inside)
    words = np.array([_hash(token) for token in tokens], dtype=np.int64)
    grams = grams_of(words)
    order = np.argsort(grams, kind="stable")
    return Wording(
        report=report,
        sentences=tuple(sentences),
        tokens=tokens,
        words=words,
        starts=table[:, 0],
        ends=table[:, 1],
        quoted=quoted,
        plain=~quoted & np.array([text[start].islower() for start, _ in places], dtype=np.bool_),
        sentence=np.array(owners, dtype=np.int64),
        grams=grams,
        order=order,
        ranked=grams[order],
    )


def _told(report: Report, folded: str) -> Iterator[tuple[Block, list[Span]]]:
    """The blocks of the body with their sentences, without captions and furniture."""
    hints = [hint for hint in HINTS if hint in folded]
    for block in _body(report):
        inner = folded[block.span.start : block.span.end] if hints else ""
        suspect = any(hint in inner for hint in hints)
        if suspect and len(block.span) < CAPTION and NOT_TOLD.search(report.text, block.span.start, block.span.end):
            continue
        spans = sentence_spans(report.text, block.span)
        yield block, [span for span in spans if not (suspect and NOT_TOLD.search(report.text, span.start, span.end))]


def _within(starts: Numbers, spans: Iterable[tuple[int, int]]) -> NDArray[np.bool_]:
    """Which words stand in one of the spans; they may overlap."""
    marks = np.zeros(len(starts), dtype=np.bool_)
    for start, end in spans:
        marks |= (starts >= start) & (starts < end)
    return marks


def grams_of(words: Numbers) -> Numbers:
    """One hash per run of `RUN` words, at the place of its first word."""
    if len(words) < RUN:
        return np.empty(0, dtype=np.int64)
    mixed = np.zeros(len(words) - RUN + 1, dtype=np.int64)
    for k in range(RUN):
        mixed = mixed * np.int64(1_000_003) + words[k : len(words) - RUN + 1 + k]
    return mixed


@lru_cache(maxsize=100_000)
def _hash(token: str) -> int:
    return crc32(token.encode("utf-8", "surrogatepass"))


def _body(report: Report) -> Iterator[Block]:
    blocks = tuple(report.blocks_of(BlockKind.HEADLINE, BlockKind.PARAGRAPH))
    return iter(blocks or (Block(BlockKind.PARAGRAPH, Span(0, len(report.text))),))


def quoted_places(folded: str, span: Span) -> list[tuple[int, int]]:
    """Places between double quotation marks, within one paragraph; a mark that is never closed quotes to the paragraph's end."""
    places = [match.span() for match in QUOTE.finditer(folded, span.start, span.end)]
    rest = places[-1][1] if places else span.start
    opened = folded.find('"', rest, span.end)
    return [*places, (opened, span.end)] if opened >= 0 else places


def posted_places(text: str) -> list[tuple[int, int]]:
    """Posts set as text, known by their signature, "— Name (@handle)": the line of it, and the one before where it stands alone."""
    places = []
    for match in SIGNATURE.finditer(text) if "(@" in text else ():
        start = text.rfind("\n", 0, match.start()) + 1
        if match.start() - start < 4:
            start = text.rfind("\n", 0, max(0, len(text[:start].rstrip()))) + 1
        places.append((start, match.end()))
    return places


def sentence_spans(text: str, span: Span) -> Iterator[Span]:
    """Sentences by their marks: coarse, fast, and never across a line break."""
    start = span.start
    for match in SENTENCE_END.finditer(text, span.start, span.end):
        if "\n" not in match.group() and ABBREVIATED.search(text, max(start, match.start() - 6), match.start()):
            continue
        if match.start() > start:
            yield Span(start, match.start())
        start = match.end()
    if start < span.end:
        yield Span(start, span.end)
