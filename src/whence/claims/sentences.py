"""An attribution whose content runs over several sentences → one attribution for each: “We left. The mill is shut,” she said. “It is cold.”

The pieces of one sentence stay together ("X," she said, "and Y"), and a sentence that says nothing by itself ("Never.") stays with the
one before.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from whence.claims.places import Page, Places
from whence.model import Attribution, Span, Spans
from whence.text import trim

ENDED = re.compile(r"(?<=[.!?…])[\"”’'»)]*\s+(?=[\"“‘'«(]*[A-ZÀ-Þ\d])")
SHORT = re.compile(r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|St|No|Gen|Col|Lt|Sgt|Sen|Rep|Gov|vs|Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec|p\.m|a\.m))\.$")
FEWEST = 3  # words of a sentence that is a claim of its own
TOLD = 24  # characters of a piece that can stand for its sentence


def one_each(attribution: Attribution, where: Places) -> Iterator[tuple[Attribution, bool]]:
    """Each with whether it goes on with the telling in another sentence than its main one; the attribution itself where there is one."""
    text = where.text
    if attribution.points_back is not None or not any(ENDED.search(text, span.start, span.end) for span in _whole(attribution)):
        yield attribution, False
        return
    told, run = _sentences(attribution.content, where), attribution.content[0]
    main = max(told, key=lambda pieces: sum(min(piece.end, run.end) - piece.start for piece in pieces if piece.overlaps(run)))
    for pieces in told:
        yield replace(attribution, content=pieces), pieces is not main


def _whole(attribution: Attribution) -> Spans:
    """From the first piece to the last one, and each piece."""
    return (Span(min(s.start for s in attribution.content), max(s.end for s in attribution.content)),) if attribution.content else ()


def _sentences(content: Spans, where: Places) -> list[Spans]:
    """The pieces of each sentence, in order of the text."""
    made: list[list[Span]] = []
    end = -1
    for piece in sorted(content):
        for part in _cut(piece, where):
            page = where.page(part)
            if made and end >= 0 and (not ENDED.search(where.text, end - 1, part.start + 2) or not _says(part, page)):
                made[-1].append(part)
            else:
                made.append([part])
            end = part.end
    if len(made) > 1 and not any(_says(part, where.page(part)) for part in made[0]):  # "No. We left."
        made[:2] = [made[0] + made[1]]
    return [_main_first(parts) for parts in made]


def _main_first(parts: list[Span]) -> Spans:
    main = next((part for part in parts if len(part) > TOLD), parts[0])
    return (main, *(part for part in parts if part is not main))


def _cut(piece: Span, where: Places) -> Iterator[Span]:
    start = piece.start
    for stop in ENDED.finditer(where.text, piece.start, piece.end):
        if not where.text.endswith("...", start, stop.start()) and not SHORT.search(
            where.text[max(start, stop.start() - 6) : stop.start()]
        ):
            yield trim(where.text, Span(start, stop.start() + len(stop.group().rstrip())), " ")
            start = stop.end()
    if start < piece.end:
        yield Span(start, piece.end)


def _says(part: Span, page: Page | None) -> bool:
    """Whether a sentence is a claim of its own: some words with a verb."""
    words = [token for token in page.tokens(part) if token.is_alpha or token.like_num] if page else []
    return len(words) >= FEWEST and any(token.pos_ in ("VERB", "AUX") for token in words)
