"""Quotations and cues → each quotation in the content of the cue that it belongs to.

A quotation that a content touches is taken in whole, marks included. One that no content touches goes to the verb of speaking
beside it in its sentence, and one that follows the sentence of a quotation, with no cue of its own, goes to the same speaker.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from whence.attribute.found import NEAR, Found, near
from whence.attribute.quotes import Quotation
from whence.attribute.tree import Range, Tree
from whence.lexicons.cues import Cues

STOP = re.compile(r"[.!?](?=[\s\"”’)]|$)")
ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Maj|Capt|Sgt|St|Jr|Sr|No|vs|U\.S|U\.K|U\.N|D\.C|Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec|[A-Z]))$"
)
WORDY = 3  # words: a shorter quotation is a term, not speech, unless a content takes it in
SPEECH = frozenset({"clause", "quote", "quote-as", "aside", "according"})
FAR = 160  # characters between a quotation and the cue it is given to


def give_quotes(tree: Tree, quotes: tuple[Quotation, ...], found: list[Found], cues: Cues) -> list[Found]:
    """The same attributions with their quotations, and those that only a quotation makes."""
    if not quotes:
        return found
    outside = [f for f in found if not _inside(f.cue[0], quotes)]
    nested = [replace(f, quoted=True) for f in found if _inside(f.cue[0], quotes) and f.frame != "bare"]
    begins = [q.start for q in quotes]
    grown = [_take_touched(f, near(quotes, bisect_left(begins, f.cue[0][0]))) for f in outside]
    cues_at = [f.cue[0][0] for f in grown]
    last: int | None = None
    last_quote: Quotation | None = None
    for quote in quotes:
        at = bisect_left(cues_at, quote.start)
        around = range(max(0, at - NEAR), min(len(grown), at + NEAR))
        owner = _owner(grown, quote, around)
        if owner is None:
            owner = _beside(tree, quote, [(i, grown[i]) for i in around], cues)
            if owner is None and last is not None and last_quote is not None and _follows(tree, quote, last_quote, grown[last]):
                owner = last
            if owner is None:
                owner = _goes_on(tree, quote, [(i, grown[i]) for i in around], cues)
            if owner is not None:
                grown[owner] = _add(grown[owner], quote)
        if owner is not None and _words(quote) >= WORDY:
            last, last_quote = owner, quote
    return grown + nested


def _inside(chars: Range, quotes: tuple[Quotation, ...]) -> bool:
    at = bisect_right(quotes, chars[0], key=lambda q: q.start) - 1
    return at >= 0 and chars[0] < quotes[at].end


def _words(quote: Quotation) -> int:
    return (quote.inner[1] - quote.inner[0]) // 5


def _take_touched(found: Found, quotes: Sequence[Quotation]) -> Found:
    """Contents that cut through a quotation hold all of it."""
    content, manner = [], found.manner
    for a, b in found.content:
        for q in quotes:
            if a < q.end and q.start < b and not any(q.start < d and c < q.end for c, d in (*found.cue, *found.source)):
                manner = "direct" if q.start <= a and b <= q.end else manner if manner == "direct" else "mixed"
                a, b = min(a, q.start), max(b, q.end)
        content.append((a, b))
    return replace(found, content=_merged(content), manner=manner)


def _merged(spans: list[Range]) -> tuple[Range, ...]:
    out: list[Range] = []
    for a, b in sorted(spans):
        if out and a <= out[-1][1] + 1:
            out[-1] = (out[-1][0], max(out[-1][1], b))
        else:
            out.append((a, b))
    return tuple(out)


def _owner(found: list[Found], quote: Quotation, around: range) -> int | None:
    """Of the attributions around it, the smallest that holds all of a quotation."""
    holding = [i for i in around if (f := found[i]).frame != "bare" and any(a <= quote.start and quote.end <= b for a, b in f.content)]
    return min(holding, key=lambda i: sum(b - a for a, b in found[i].content)) if holding else None


def _add(found: Found, quote: Quotation) -> Found:
    frame = "quote" if found.frame == "bare" else found.frame
    return replace(found, frame=frame, content=_merged([*found.content, (quote.start, quote.end)]), manner="direct")


def _beside(tree: Tree, quote: Quotation, around: list[tuple[int, Found]], cues: Cues) -> int | None:
    """The verb of speaking nearest to an orphan quotation, with no end of a sentence between them."""
    best: tuple[int, int] | None = None
    for i, f in around:
        if not cues.admit("quote", f.lemma) or not f.source or f.frame.startswith(("noun", "passive")):
            continue
        if f.frame != "bare" and f.content and any(a <= quote.start < b for a, b in f.content):
            continue
        first = min(a for a, _ in (*f.source, *f.cue))
        last = max(b for _, b in (*f.source, *f.cue))
        if quote.end <= first:
            gap, cost = tree.text[quote.inner[1] : first], first - quote.end
            gap = re.sub(r"^\W*[”\"']", " ", gap) if tree.text[quote.inner[1] - 1 : quote.inner[1]] in ",?!—-…" else gap
        elif f.cue[-1][1] <= quote.start:
            gap, cost = tree.text[f.cue[-1][1] : quote.start], quote.start - last + 40
            if _words(quote) < WORDY or (len(gap) > 3 and gap.strip()[-1:] not in (",", ":") and not gap.strip().endswith("that")):
                continue
        else:
            continue
        if cost > FAR or _has_stop(gap) or (quote.end <= first and tree.text[quote.inner[1] - 1] == "."):
            continue
        if best is None or cost < best[0]:
            best = (cost, i)
    return best[1] if best else None


def _goes_on(tree: Tree, quote: Quotation, around: list[tuple[int, Found]], cues: Cues) -> int | None:
    """The attribution whose sentence ends right before a quotation of whole sentences without a cue: 'She said no. "We left."'"""
    if not quote.closed or _words(quote) < WORDY or tree.text[quote.inner[1] - 1] not in ".!?…":
        return None
    for i, f in sorted(around, key=lambda pair: -pair[1].cue[-1][1]):
        last = max(b for _, b in (*f.source, *f.cue, *f.content))
        gap = tree.text[last : quote.start] if last <= quote.start else "-"
        if gap.strip(' \n”"’') in (".", "", "!", "?") and f.frame in SPEECH and f.source and cues.admit("aside", f.lemma):
            return i
    return None


def _has_stop(gap: str) -> bool:
    return any(not ABBREVIATION.search(gap[: m.start()]) for m in STOP.finditer(gap))


def _follows(tree: Tree, quote: Quotation, last: Quotation, owner: Found) -> bool:
    """Whether a quotation goes on with the last one: nothing but the cue's own sentence stands between them."""
    begin = max(last.end, max(b for _, b in (*owner.cue, *owner.source)))
    if begin > quote.start:
        return False
    between = tree.text[begin : quote.start]
    return len(between) <= FAR and len(STOP.findall(between)) <= 1 and between.strip()[-1:] in (".", "", ",", ":", "—")
