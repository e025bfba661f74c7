"""Pure text arithmetic: words with their places, shingles, content hashes. Strings in, numbers and spans out."""

import hashlib
import re
from collections.abc import Iterable

from whence.model import Span

WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")
LEVELLED = {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‛": "'", "–": "-", "—": "-"}


def fold(text: str) -> str:
    """Case, quotation marks and dashes levelled, character for character: offsets stay valid."""
    lowered = text.lower()
    folded = lowered if len(lowered) == len(text) else text
    if not folded.isascii():  # mark by mark: many times faster than a table looked up for every character
        for mark, plain in LEVELLED.items():
            folded = folded.replace(mark, plain)
    return folded


def words(text: str) -> list[str]:
    """The words of a text, folded: ["the", "1,150-km", "range"]."""
    return [match.group() for match in WORD.finditer(fold(text))]


def shingles(tokens: list[str], size: int = 5) -> set[tuple[str, ...]]:
    """Every run of `size` words; of a shorter text the one run there is."""
    if not tokens:
        return set()
    return {tuple(tokens[i : i + size]) for i in range(max(1, len(tokens) - size + 1))}


def content_id(*parts: str) -> str:
    """A short, stable id: twelve hex digits of the SHA-256 of the parts."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:12]


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def cover(spans: Iterable[Span]) -> Span:
    """The smallest span over all of them; at least one must be given."""
    listed = list(spans)
    return Span(min(s.start for s in listed), max(s.end for s in listed))


def trim(text: str, span: Span, unwanted: str = " \t\r\n\xa0") -> Span:
    """The span without `unwanted` characters at its ends; an empty span at its start if nothing is left."""
    start, end = span.start, span.end
    while start < end and text[start] in unwanted:
        start += 1
    while end > start and text[end - 1] in unwanted:
        end -= 1
    return Span(start, end)
