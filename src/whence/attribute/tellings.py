"""Attributions → the flat shape that PolNeAR marks, and tellings: one for each proposition that is passed on.

A telling is an attribution whose `content` opens with its one run, without marks and a leading "that"; what is left of the content follows.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from whence.attribute.found import near
from whence.attribute.quotes import find_quotes
from whence.model import Attribution, Span, Spans
from whence.text import cover, trim

LEADING = re.compile(r"(?:that|as saying|to)\s+", re.IGNORECASE)
MARKS = " \t\r\n\xa0\"“”‘'’,.;:-–—`"
GAP = 40  # characters that may be missing inside one content
FILLS = 0.7  # of a content: an attribution inside it that covers this much is what it tells


def flat(attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The flat shape, as PolNeAR marks it: "who" and "which" standing for what they refer to."""
    each = {(a.source, a.cue, a.content): a for a in attributions if a.marked}  # of one that lays the same words to several, the last
    return tuple(replace(a, source=_relative(a.source), content=_relative(a.content)) for a in each.values())


def _relative(spans: Spans) -> Spans:
    """Of an antecedent and its relative pronoun, the pronoun."""
    return spans[-1:] if len(spans) > 1 and len(spans[-1]) <= 5 and spans[-1].start > spans[0].start else spans


def holds(outer: Attribution, inner: Attribution) -> bool:
    """Whether the cue of `inner` stands in the content of `outer`, and its content is the smaller one, or the same under "allegedly"."""
    larger = _size(outer) - _size(inner)
    if not outer.content or not inner.cue or larger < 0 or (larger == 0 and (inner.source or not outer.source)):
        return False
    return any(inner.cue[0] in span for span in outer.content)


def sure(one: Attribution) -> bool:
    """Whether it hands over a proposition: a deed ("criticised X") may not; "speculations about …" does, however seldom it is marked."""
    return not one.deed or one.manner in ("nominal", "agentless")


def tellings(text: str, attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """In order of the text; an attribution that does little but hand on another is left to that one."""
    made = []
    for at, one in enumerate(attributions):
        if not one.content or not sure(one):
            continue
        one = _from_its_mark(text, one, near(attributions, at)) if one.manner == "direct" else one
        run = _one_run(one)
        content = _clean(text, run)
        others = (other for other in near(attributions, at) if other is not one and sure(other))
        if len(content) and not any(holds(one, other) and _reach(other) >= FILLS * len(content) for other in others):
            made.append(replace(one, content=(content, *(span for span in one.content if not span.overlaps(run)))))
    return tuple(made)


def _from_its_mark(text: str, one: Attribution, others: Sequence[Attribution]) -> Attribution:
    """Of '“We left. It is cold,” she said' all that is quoted, where only its last sentence was taken for what she said."""
    run = one.content[0]
    start = text.rfind("\n", 0, run.start) + 1
    end = text.find("\n", run.end)
    for quote in find_quotes(text[start : end if end >= 0 else len(text)]):
        inside = quote.inner[0] + start < run.start and run.end <= quote.end + start
        if quote.closed and inside and _free(text, Span(quote.start + start, run.start), others):
            return replace(one, content=(Span(quote.start + start, run.end), *one.content[1:]))
    return one


def _free(text: str, opening: Span, others: Sequence[Attribution]) -> bool:
    """Whole sentences that nobody else is said to have said."""
    if text[: opening.end].rstrip()[-1:] not in ".!?…":
        return False
    return not any(span.overlaps(opening) for other in others for span in (*other.content, *other.cue, *other.source) if not other.deed)


def _one_run(one: Attribution) -> Span:
    """The content as one run: of a quotation that is taken up again its first part, of words around their cue all of them."""
    content = _joined(one)
    if one.manner in ("direct", "mixed"):
        return next((span for span in content if len(span) > 24), content[0])
    around = cover(content)
    return around if one.manner == "agentless" and all(cue in around for cue in one.cue) else max(content, key=len)


def _joined(one: Attribution) -> list[Span]:
    """The runs of a content, those as one that only a few of its own words part."""
    made: list[Span] = []
    for span in sorted(one.content):
        between = Span(made[-1].end, max(made[-1].end, span.start)) if made else span
        if made and len(between) <= GAP and not any(part.overlaps(between) for part in (*one.cue, *one.source)):
            made[-1] = Span(made[-1].start, max(made[-1].end, span.end))
        else:
            made.append(span)
    return made


def _size(one: Attribution) -> int:
    return sum(map(len, one.content))


def _reach(one: Attribution) -> int:
    spans = (*one.source, *one.cue, *one.content)
    return max(s.end for s in spans) - min(s.start for s in spans)


def _clean(text: str, span: Span) -> Span:
    span = trim(text, span, MARKS)
    leading = LEADING.match(text, span.start, span.end)
    return trim(text, Span(leading.end(), span.end), MARKS) if leading else span
