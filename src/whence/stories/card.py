"""Report → Card: the few kilobytes of a report that grouping needs. The vector of `lead_text` comes from the caller, in batches."""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from sys import intern
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from whence.model import BlockKind, Claim, Report

Vector = NDArray[np.float32]

LEAD = 400  # characters that the vector is made of: ECB+ .909, 600 .911 at half as much time again, 250 .893
LEAD_SCALE = 400.0  # numbers of a vector up to .32 fit a byte; the largest in 3,000 leads is .25
READ = 6000  # characters that terms are taken from: bounds a card at a few kilobytes
NAMES = 24  # names kept for the reasons
NAME_COUNTS = 3.0  # what a name counts, against 1 for another word: names tell events apart. ECB+ B³ .896 with 1 (5 does no better than 3)
FIGURE_COUNTS = 6.0  # and a number: two trials have other sentences, two earthquakes other magnitudes. BASIL .983 with 3, .991 with 6
TOKEN = re.compile(r"\w(?:[\w'’.,-]*\w)?")
PLAIN = re.compile(r"\b[a-z][\w'-]+")
NAME = re.compile(r"[A-Z][\w'’-]*\w(?: (?:of |de |al-)?[A-Z][\w'’-]*\w)*")
DAYS = frozenset(
    """Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October
    November December""".split()
)
ENDING = re.compile(r"(?:ing|ed|ers?|ly|ion)$")


@dataclass(frozen=True, slots=True, eq=False)
class Card:
    """One report, as grouping sees it. `terms` are CRC-32 of stems and of pairs of stems, sorted; `counts` how heavy each is."""

    id: str
    published: datetime | None
    headline: str
    names: tuple[str, ...]
    terms: NDArray[np.uint32]
    counts: NDArray[np.float16]
    vector: Vector


def lead_text(report: Report) -> str:
    """Headline and opening: what the caller encodes to give `make_card` its vector."""
    return _read(report)[:LEAD]


def make_card(report: Report, claims: tuple[Claim, ...], vector: Vector) -> Card:
    """The card of a report. `claims` may be empty; their participants' resolved names are kept for the reasons."""
    text = _read(report)[:READ]
    hashed: defaultdict[int, float] = defaultdict(float)
    for term, weight in term_weights(text).items():
        hashed[crc32(term.encode())] += weight
    order = sorted(hashed)
    return Card(
        id=report.id,
        published=report.published,
        headline=report.headline or text.partition("\n")[0][:200],
        names=_names(text, claims),
        terms=np.array(order, dtype=np.uint32),
        counts=np.array([min(hashed[term], 1000) for term in order], dtype=np.float16),
        vector=np.asarray(vector, dtype=np.float32),
    )


def term_weights(text: str) -> dict[str, float]:
    """Stems and neighbouring pairs of stems: {"tasso": 3, "coast": 1, "coast defence": 1}. Names and figures weigh more.

    A word that the text has without its capital too is no name: it opened a sentence, or stood in a headline.
    """
    found: defaultdict[str, float] = defaultdict(float)
    before, before_end = "", 0
    common, plain = grammar_words(), set(PLAIN.findall(text))
    for match in TOKEN.finditer(text):
        word = match.group()
        if word.lower() in common:
            before = ""
            continue
        term = stem(word)
        name = word[0].isupper() and word.lower() not in plain
        found[term] += FIGURE_COUNTS if word[0].isdigit() else NAME_COUNTS if name else 1
        if before and match.start() - before_end <= 2:
            found[f"{before} {term}"] += 1
        before, before_end = term, match.end()
    return found


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """A word without case, possessive and the commonest endings. Coarse on purpose: it is compared, never shown."""
    word = word.lower().replace("’", "'").removesuffix("'").removesuffix("'s")
    if len(word) > 4:
        if word.endswith("ies"):
            word = word[:-3] + "y"
        elif word.endswith("s") and not word.endswith("ss"):
            word = word[:-1]
    return ENDING.sub("", word) if len(word) > 6 else word


@lru_cache(maxsize=1)
def grammar_words() -> frozenset[str]:
    return frozenset(
        """a about above after again against all also am an and any are as at be because been before being below between both but by
        can could did do does doing down during each few for from further had has have having he her here hers herself him himself his
        how i if in into is it its itself just me might more most must my myself no nor not now of off on once one only or other our out
        over own same she should so some still such than that the their them themselves then there these they this those through to too
        under until up us very was we were what when where which while who whom why will with would yet you your""".split()
    )


def _read(report: Report) -> str:
    """The headline and paragraphs; the whole text where blocks are not known."""
    kept = [block.span.of(report.text) for block in report.blocks_of(BlockKind.HEADLINE, BlockKind.PARAGRAPH)]
    body = "\n".join(kept) if kept else report.text
    if report.headline and not body.startswith(report.headline):
        body = f"{report.headline}\n{body}"
    return body


def _names(text: str, claims: Sequence[Claim]) -> tuple[str, ...]:
    """The names a text gives most often, resolved participants first; a capital that only opens a sentence is no name."""
    found: Counter[str] = Counter(p.name for claim in claims for p in claim.participants if p.label)
    for match in NAME.finditer(text):
        words = match.group().split(" ")
        before = text[: match.start()][-2:]
        opens = not before or before.endswith("\n") or before.strip() in (".", "!", "?", '"', "“")
        if opens and len(words) == 1:
            continue
        while words and words[0].lower() in grammar_words():
            words = words[1:]
        if words and words[0] not in DAYS:
            found[" ".join(words)] += 1
    return tuple(intern(name) for name, _ in found.most_common(NAMES))


def card_bytes(card: Card) -> tuple[bytes, bytes, bytes]:
    """A card as the byte strings that a store keeps: its facts as JSON, its terms and vector as plain arrays, its `lead_bytes`."""
    published = card.published.isoformat() if card.published else None
    facts = {"published": published, "headline": card.headline, "names": card.names, "terms": len(card.terms)}
    return json.dumps(facts).encode(), card.terms.tobytes() + card.counts.tobytes() + card.vector.tobytes(), lead_bytes(card)


def lead_bytes(*cards: Card) -> bytes:
    """The vectors end to end, one byte a number: what is looked through for the nearest of 100,000. Likeness is right to .002."""
    vectors = np.stack([card.vector for card in cards]) if cards else np.empty(0)
    return np.clip(np.rint(vectors * LEAD_SCALE), -127, 127).astype(np.int8).tobytes()


def card_from(id: str, facts: bytes, arrays: bytes) -> Card:
    """The card that `card_bytes` gave, exactly."""
    told = json.loads(facts)
    ends = np.cumsum([0, 4 * told["terms"], 2 * told["terms"]]).tolist()
    return Card(
        id=id,
        published=datetime.fromisoformat(told["published"]) if told["published"] else None,
        headline=told["headline"],
        names=tuple(told["names"]),
        terms=np.frombuffer(arrays[ends[0] : ends[1]], dtype=np.uint32),
        counts=np.frombuffer(arrays[ends[1] : ends[2]], dtype=np.float16),
        vector=np.frombuffer(arrays[ends[2] :], dtype=np.float32),
    )
