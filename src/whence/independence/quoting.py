"""The text of a report → what it quotes; the quotations of a story by their words, so that like ones are found without comparing all."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from whence.model import Claim, Report, Span
from whence.text import words

SHORTEST_QUOTE = 4  # words
QUOTED = re.compile(r"“([^“”\n]*)”|\"([^\"\n]*)\"|«([^«»\n]*)»|„([^„“\n]*)“")
COMMON = 40  # a pair of words in more quotations than this does not make them alike


@dataclass(frozen=True, slots=True)
class Spoken:
    """One quotation in a report."""

    report: str
    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class Quotations:
    """All quotations of a story, and which of them hold a pair of words that stand together."""

    listed: Sequence[Spoken]
    holding: Mapping[tuple[str, str], Sequence[int]]

    def like(self, said: str) -> list[Spoken]:
        """Those that share two words in a row with it, in their order."""
        places = {place for pair in pairwise(words(said)) if len(at := self.holding.get(pair, ())) <= COMMON for place in at}
        return [self.listed[place] for place in sorted(places)]


def quotations_of(reports: Mapping[str, Report]) -> Quotations:
    listed = [Spoken(id, span, span.of(reports[id].text)) for id in sorted(reports) for span in quoted_in(reports[id].text)]
    holding: dict[tuple[str, str], list[int]] = {}
    for place, spoken in enumerate(listed):
        for pair in set(pairwise(words(spoken.words))):
            holding.setdefault(pair, []).append(place)
    return Quotations(listed, holding)


def mostly_quoted(claim: Claim) -> bool:
    """Somebody's own words, for the most part."""
    return 2 * sum(len(quote) for quote in claim.quotes) > len(claim.content)


def quotes_of(claim: Claim) -> list[str]:
    """What a telling has in quotation marks."""
    return [claim.words[max(0, q.start - claim.span.start) : max(0, q.end - claim.span.start)] for q in claim.quotes]


def quoted_in(text: str) -> Iterator[Span]:
    """Quotations of some length."""
    for match in QUOTED.finditer(text):
        start, end = next(match.span(group) for group in range(1, 5) if match.group(group) is not None)
        if len(words(text[start:end])) >= SHORTEST_QUOTE:
            yield Span(start, end)
