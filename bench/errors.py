"""PolNeAR dev → what `whence attribute` misses and what it finds where nobody marked anything, counted by kind.

Kinds are told apart by places alone; docs/errors-attribution.md says what a reader of fifty of them saw. Matching is that of the relaxed
measure (../shared/score/attribution.py).
"""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from bench.scorer import Figures, fingerprint, present, rows
from whence.model import Report, Spans
from whence.pipeline import read_all
from whence.settings import Settings
from whence.text import sha256


@dataclass(frozen=True)
class Marked:
    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]
    words: int  # of the cue


def measure(limit: int | None = None) -> Figures:
    path = present("attribution", "polnear", "dev.jsonl")
    if path is None:
        return {}
    gold = {row["id"]: row for row in rows(path)[:limit]}
    missed, spare = Counter[str](), Counter[str]()
    reports = (Report(id, row["text"], sha256(row["text"].encode())) for id, row in gold.items())
    for reading in read_all(reports, Settings.default(), []):
        text = reading.report.text
        theirs = [_gold(one, text) for one in gold[reading.report.id]["attributions"]]
        ours = [_ours(one.source, one.cue, one.content, text) for one in reading.attributions]
        pairs = _pairs(ours, theirs)
        missed.update(_why_missed(one, ours) for at, one in enumerate(theirs) if at not in pairs.values())
        spare.update(_why_spare(one, theirs) for at, one in enumerate(ours) if at not in pairs)
    counts = {"missed": dict(missed.most_common()), "found where there is none": dict(spare.most_common())}
    return {"missed, all": missed.total(), "found where there is none, all": spare.total(), **counts, "data": fingerprint(path)}


def _gold(one: dict[str, Any], text: str) -> Marked:
    spans = [one[role] or [] for role in ("source", "cue", "content")]
    return _marked(spans, text)


def _ours(source: Spans, cue: Spans, content: Spans, text: str) -> Marked:
    return _marked([[(span.start, span.end) for span in spans] for spans in (source, cue, content)], text)


def _marked(spans: list[Any], text: str) -> Marked:
    source, cue, content = (frozenset(at for a, b in role for at in range(a, b)) for role in spans)
    return Marked(source, cue, content, sum(len(text[a:b].split()) for a, b in spans[1]))


def _f1(one: frozenset[int], other: frozenset[int]) -> float:
    return 2 * len(one & other) / max(1, len(one) + len(other))


def _pairs(ours: list[Marked], theirs: list[Marked]) -> dict[int, int]:
    """Which of ours is which of theirs."""
    taken, pairs = set[int](), {}
    for at, one in enumerate(ours):
        scored = [(_f1(one.content, other.content), i) for i, other in enumerate(theirs) if i not in taken]
        score, best = max(scored, default=(0.0, -1))
        if score >= 0.5:
            taken.add(best)
            if one.source & theirs[best].source or not (one.source or theirs[best].source):
                pairs[at] = best
    return pairs


def _why_missed(one: Marked, ours: list[Marked]) -> str:
    same = next((other for other in ours if other.cue & one.cue), None)
    if same is not None and _f1(same.content, one.content) >= 0.5:
        return "cue and content found, other source"
    if same is not None:
        return "cue found, content too short" if len(same.content) < len(one.content) else "cue found, content too long or elsewhere"
    if any(other.content & one.cue for other in ours):
        return "inside a content of ours"
    if not one.source:
        return "no cue found: nobody named"
    return f"no cue found: {one.words} word{'s' * (one.words > 1)}" if one.words < 4 else "no cue found: four words or more"


def _why_spare(one: Marked, theirs: list[Marked]) -> str:
    if any(other.cue & one.cue for other in theirs):
        return "the cue is marked, source or content differ"
    return "inside the content of another" if any(other.content & one.cue for other in theirs) else "nothing marked there"
