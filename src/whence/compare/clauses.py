"""A telling and a value in it → the clause around the value: words tight enough to show what the value is of."""

import re

from whence.compare.wording import matter
from whence.model import Claim, Span

CLAUSE_END = re.compile(r"[;:–—]\s|,\s(?=(?:and|but|while|which|who|where|after|when|as|according)\b)|,[\"”]|[\"”]\s|\.\s|,\s")
LONG = 130  # characters: a telling up to here is shown whole
SOFT_END = re.compile(r"\s(?=(?:with|and|but|while|after|when|because|including|leaving|as|who|which|that)\s)")
WIDE = 80  # characters: a clause longer than this is cut where a part of it begins, too
SHORT = 24  # characters: a clause shorter than this takes its neighbour in


def tight(claim: Claim, value: Span) -> Span:
    """The span of the clause, within the telling, that holds `value` (all spans are of the report's text)."""
    if not (claim.span.start <= value.start and value.end <= claim.span.end):
        return claim.span
    at, to = value.start - claim.span.start, value.end - claim.span.start
    cuts = _cuts(claim.words, at, to)
    start = max(cut for cut in cuts if cut <= at)
    end = min(cut for cut in cuts if cut >= to)
    if end - start > WIDE:
        parts = [start, *(m.end() for m in SOFT_END.finditer(claim.words, start, end) if not at <= m.start() < to), end]
        start, end = max(cut for cut in parts if cut <= at), min(cut for cut in parts if cut >= to)
    while end - start < SHORT and (start > 0 or end < len(claim.words)):
        if end < len(claim.words):
            end = min(cut for cut in cuts if cut > end)
        else:
            start = max(cut for cut in cuts if cut < start)
    return _trimmed(claim, start, end)


def nearest(claim: Claim, other: Claim) -> Span:
    """Of a long telling the run of clauses that shares most words with the other telling; all of a short one."""
    if len(claim.words) <= LONG:
        return claim.span
    cuts, about = _cuts(claim.words, 0, 0), matter(other.words)
    inside = claim.content.start - claim.span.start, claim.content.end - claim.span.start
    runs = [(a, b) for n, a in enumerate(cuts) for b in cuts[n + 1 :] if b - a <= LONG and a < inside[1] and inside[0] < b]
    if not runs:
        return claim.span
    start, end = max(runs, key=lambda run: (len(matter(claim.words[run[0] : run[1]]) & about), -run[0], run[1]))
    return _trimmed(claim, start, end)


def _cuts(said: str, at: int, to: int) -> list[int]:
    """Where clauses begin and end; none inside a number that stands from `at` to `to`."""
    inside = [match.end() for match in CLAUSE_END.finditer(said) if not at <= match.start() < to]
    return sorted({0, *inside, len(said)})


def _trimmed(claim: Claim, start: int, end: int) -> Span:
    while end > start and claim.words[end - 1] in " ,;:–—\n":
        end -= 1
    return Span(claim.span.start + start, claim.span.start + end)
