"""The quotations of a report, and of those behind it → one that stands in none of them as it is, and nearly in one."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from whence.compare import matter, quote_likeness
from whence.independence.quoting import SHORTEST_QUOTE, Spoken
from whence.independence.scene import Scene
from whence.model import Claim, Drift, Evidence, Span
from whence.text import WORD, words

ALTERED = (62.0, 97.0)  # likeness of two quotations in which one was changed rather than another was quoted
SPELT = 75.0  # likeness of one word spelt in two ways
MUCH_SHORTER = 0.4  # share of the longer quotation's words
CONDITIONS = frozenset("if unless until once provided".split())
DENYING = frozenset("not no never nobody nothing cannot can't don't didn't won't isn't wasn't".split())


SENTENCE = re.compile(r"[^.!?…]+[.!?…]*\s*")


def altered_quotes(report: str, claims: Sequence[Claim], scene: Scene) -> Iterator[tuple[float, Drift]]:
    """(likeness, the change); what turns the sense of it around, or takes a condition away, is surest."""
    behind = scene.upstream.get(report, frozenset())
    for spoken in _spoken_in(report, claims, scene) if behind else ():
        if found := _altered(spoken, behind, scene):
            yield found


def _spoken_in(report: str, claims: Sequence[Claim], scene: Scene) -> Iterator[Spoken]:
    """Its quotations, and those of its claims that its marks do not show."""
    listed = [spoken for spoken in scene.quotations.listed if spoken.report == report]
    yield from listed
    for span in (quote for claim in claims for quote in claim.quotes):
        said = span.of(scene.reports[report].text)
        if len(_words(said)) >= SHORTEST_QUOTE and not any(span.overlaps(spoken.span) for spoken in listed):
            yield Spoken(report, span, said)


def _pieces(spoken: Spoken, now: str) -> Iterator[Spoken]:
    """A quotation; of a much longer one its runs of sentences, too."""
    yield spoken
    ends = [match.span() for match in SENTENCE.finditer(spoken.words)]
    for first in range(len(ends) if _apart(spoken.words, now) else 0):
        for last in range(first, len(ends)):
            start, end = ends[first][0], ends[last][1]
            said = spoken.words[start:end].rstrip()
            if 0.5 * len(now) <= len(said) <= 2 * len(now):
                yield Spoken(spoken.report, Span(spoken.span.start + start, spoken.span.start + start + len(said)), said)


def _altered(spoken: Spoken, behind: frozenset[str], scene: Scene) -> tuple[float, Drift] | None:
    now = spoken.words
    before = (s for s in scene.quotations.like(now) if s.report in behind or _may_be_behind(s.report, spoken.report, scene))
    like = [piece for s in before for piece in _pieces(s, now)]
    if any(not _cut(s.words, now) and not _apart(s.words, now) and _as_it_was(s.words, now) for s in like):
        return None
    near = [(quote_likeness(s.words, now), s.report, s) for s in like if s.report in behind and not _apart(s.words, now)]
    share, _, then = max(near, key=lambda each: each[:2], default=(0.0, "", spoken))
    if share < ALTERED[0] or not matter(then.words) & matter(now):
        return None
    turned = _cut(then.words, now) or bool(DENYING & set(_words(then.words))) != bool(DENYING & set(_words(now)))
    because = f"“{then.words}” became “{now}”"
    made = Drift("quote_altered", Evidence(then.report, then.span, then.words), Evidence(spoken.report, spoken.span, now), because)
    return share / 100 + turned, made


def _as_it_was(earlier: str, later: str) -> bool:
    """The same but for spelling: in a long quotation one other word ("each other", "us") leaves the whole much alike."""
    said = set(_words(earlier))
    new = [word for word in _words(later) if word not in said] if len(later) <= len(earlier) else []
    return quote_likeness(earlier, later) >= ALTERED[1] and all(any(quote_likeness(word, old) >= SPELT for old in said) for word in new)


def _may_be_behind(earlier: str, later: str, scene: Scene) -> bool:
    return earlier != later and scene.before(earlier, later)


def _apart(earlier: str, later: str) -> bool:
    """One is so much shorter that it may be likened to any part of the other."""
    a, b = len(_words(earlier)), len(_words(later))
    return min(a, b) < MUCH_SHORTER * max(a, b) and not _cut(earlier, later)


def _cut(earlier: str, later: str) -> bool:
    """Words that limited it are gone: an "if …", or "No door was locked from the outside" told as "No door was locked"."""
    if _condition_lost(earlier, later):
        return True
    said, left = _words(earlier), _words(later)
    begun = " ".join(said).startswith(" ".join(left)) and len(left) < len(said)
    return begun and later.rstrip()[-1:] in ",.!?" and not re.match(r"[,.;:!?–—-]|and\b", _after(earlier, len(left)))


def _after(text: str, count: int) -> str:
    """What follows the first `count` words, without blanks."""
    ends = [match.end() for match in WORD.finditer(text)]
    return text[ends[count - 1] :].lstrip() if 0 < count <= len(ends) else ""


def _condition_lost(earlier: str, later: str) -> bool:
    """The same words, without the "if …" that they hung on."""
    said, left = f" {' '.join(_words(earlier))} ", f" {' '.join(_words(later))} "
    lost = set(said.replace(left, " ").split()) if left in said else set()
    return bool(lost & CONDITIONS) and not CONDITIONS & set(left.split())


@lru_cache(maxsize=16384)  # a quotation is held against many
def _words(said: str) -> list[str]:
    return words(said)
