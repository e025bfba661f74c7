"""A passage's quotations of which somebody's words were only taken in part → attributions for the whole sentences that are left.

“It shook. Who began it I could not tell you,” she said: where only the first sentence was taken for hers, the second is hers too. Spans are
of the report; they are read for claims and not shown one by one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from whence.attribute.quotes import find_quotes
from whence.attribute.tree import Range
from whence.model import Attribution, Span
from whence.text import trim

STOP = re.compile(r"[.!?…]+[’']?\s+(?=[“‘'(]?[A-ZÀ-Þ\d])")
FEWEST = 3  # words that are left: fewer say nothing by themselves
HELD = 0.1  # of a quotation, that somebody's words must hold: less is a name or a term in it
OPEN = ("direct", "mixed")


def left_over(text: str, offset: int, made: Sequence[Attribution]) -> list[Attribution]:
    """`made` are the attributions of this passage, which starts at `offset` of the report, and some before it."""
    found: list[Attribution] = []
    told = [one for one in made if not one.deed]
    taken = [(run.start - offset, run.end - offset) for one in told for run in (*one.content, *one.cue, *one.source)]
    for quote in find_quotes(text) if told else ():
        holder = max(told, key=lambda one: _held(one, offset, quote.inner))
        a, b = quote.inner
        if not quote.closed or not holder.chain or holder.manner not in OPEN or _held(holder, offset, quote.inner) < HELD * (b - a):
            continue
        for start, end in _sentences(text, quote.inner, [(run.start - offset, run.end - offset) for run in holder.content]):
            if not any(first < end and start < last for first, last in taken):
                rest = Span(start + offset, end + offset)
                mark = Span(rest.start, rest.start + 1)
                found.append(replace(holder, source=(), cue=(mark,), content=(rest,), manner="direct", marked=False))
    return found


def _held(one: Attribution, offset: int, inner: Range) -> int:
    return sum(max(0, min(run.end - offset, inner[1]) - max(run.start - offset, inner[0])) for run in one.content)


def _sentences(text: str, inner: Range, runs: Sequence[Range]) -> Iterator[Range]:
    """The whole sentences of a quotation before and after the words that its holder has."""
    inside = [run for run in runs if run[0] < inner[1] and inner[0] < run[1]]
    first, last = max(inner[0], min(a for a, _ in inside)), max(b for _, b in inside)
    after = STOP.search(text, max(inner[0], last - 1), inner[1])
    before = text[inner[0] : first].rstrip()[-1:] in (".", "!", "?", "…")
    for a, b in ((inner[0], first) if before else (0, 0), (after.end(), inner[1]) if after else (0, 0)):
        kept = trim(text, Span(a, b), ' \n"“”')
        if len(text[kept.start : kept.end].split()) >= FEWEST:
            yield kept.start, kept.end
