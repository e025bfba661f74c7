"""Reports → how many independent sources other tools would count among them, by the rules that they publish, in our own words and code.

corroborate-mcp (github.com/chefcohen/corroborate-mcp: README.md at 89ab997, src/engine.js at 1da5f99, src/text.js at 369143b). A headline
counts where it shares two words with the claim, and 35% of the claim's words; headlines that share 55% of their words with the first of a
cluster are one origin, named after its earliest report; the count is that of the clusters.

coverage-check (github.com/SerhiiKorniienko/bullshit-detector, skills/ingestion/coverage-check 0.14.0 at df10505, August 2026). Headlines
that are alike by .55 letter by letter, or share 45% of their words, are one story, and so are those linked through others; the count is
that of the stories.

Near-duplicate text, which MinHash estimates and which is computed exactly here: reports that share so much of their runs of five words are
one source, and so are those linked through others.
"""

import re
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from itertools import combinations

from whence.independence.linked import linked_groups
from whence.model import Report
from whence.text import shingles, words

Counter = Callable[[str, Sequence[Report]], list[list[Report]]]
"""A claim and the reports that tell it, in order of publication → one group for each source, the report that names it first."""

FUNCTION_WORDS = frozenset(
    "a an the and or but of in on at to for from by with as is are was were be been it its this that these those will would could may might"
    " has have had not no he she they we you i his her their after over into about under before during between says say said".split()
)
"""Each tool has a list of its own, much like this one."""

GATE_HITS, GATE_SHARE, SAME_HEADLINE = 2, 0.35, 0.55  # corroborate-mcp
ALIKE, SAME_WORDS = 0.55, 0.45  # coverage-check
RUN = 5  # words


def corroborate(claim: str, reports: Sequence[Report], gate: bool = True) -> list[list[Report]]:
    """corroborate-mcp's clusters; without its gate, every report counts as one that addresses the claim."""
    core = {word for word in _told(claim) if len(word) > 2}
    clusters: list[tuple[set[str], list[Report]]] = []
    for report in reports:
        title = _told(headline(report))
        if gate and not _addresses(title, core):
            continue
        home = next((members for first, members in clusters if _jaccard(first, title) >= SAME_HEADLINE), None)
        if home is None:
            clusters.append((title, [report]))
        else:
            home.append(report)
    return [members for _, members in clusters]


def _addresses(title: set[str], core: set[str]) -> bool:
    """A word counts as shared where one begins the other: "rate" and "rates"."""
    hits = sum(any(word.startswith(wanted) or (len(word) > 2 and wanted.startswith(word)) for word in title) for wanted in core)
    return hits >= GATE_HITS and hits >= GATE_SHARE * len(core)


def coverage(claim: str, reports: Sequence[Report]) -> list[list[Report]]:
    """coverage-check's story clusters. The claim is only what it searches with."""
    titles = [" ".join(word for word in words(headline(report)) if word not in FUNCTION_WORDS and len(word) > 2) for report in reports]
    return _linked(reports, lambda a, b: _one_story(titles[a], titles[b]))


def _one_story(a: str, b: str) -> bool:
    return bool(a and b) and (SequenceMatcher(None, a, b).ratio() >= ALIKE or _jaccard(set(a.split()), set(b.split())) >= SAME_WORDS)


def near_copies(share: float) -> Counter:
    """One source for reports whose runs of words are the same by this share."""

    def count(claim: str, reports: Sequence[Report]) -> list[list[Report]]:
        runs = [shingles(words(report.text), RUN) for report in reports]
        return _linked(reports, lambda a, b: _jaccard(runs[a], runs[b]) >= share)

    return count


def each_report(claim: str, reports: Sequence[Report]) -> list[list[Report]]:
    """Ten reports are ten sources."""
    return [[report] for report in reports]


def headline(report: Report) -> str:
    return report.headline or next((line for line in report.text.splitlines() if line.strip()), "")


def _told(text: str) -> set[str]:
    return {word for word in re.findall(r"[a-z0-9]+", text.casefold()) if word not in FUNCTION_WORDS}


def _jaccard[T](a: set[T], b: set[T]) -> float:
    return len(a & b) / len(a | b) if a and b else 0.0


def _linked(reports: Sequence[Report], one: Callable[[int, int], bool]) -> list[list[Report]]:
    places = range(len(reports))
    groups = linked_groups(places, ((a, b) for a, b in combinations(places, 2) if one(a, b)))
    return [[reports[place] for place in sorted(group)] for group in groups]
