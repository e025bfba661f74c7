"""A passage's quotations that no attribution took → attributions to whoever its lead-in is about: 'Olden put down the cup. “We left.”'

The subject of the sentence before it, or that it stands in, where that is somebody; after a question, and where a paragraph is nothing
but a quotation, whoever spoke last. Spans are of the report; they are read for claims and not shown one by one.
"""

from collections.abc import Sequence
from dataclasses import replace

from whence.attribute.mentions import kind_of, mention, tokens_in
from whence.attribute.quotes import Quotation, find_quotes
from whence.attribute.speakers import named
from whence.attribute.tree import Tree
from whence.lexicons.cues import Cues
from whence.model import Attribution, Chain, SourceKind, Span

FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
FEWEST = 3  # words of a quotation that somebody is looked for
LIKELY = 0.6  # that it is theirs
COVERED = 0.3  # of a quotation in others' contents, cues and sources: it is theirs
MOST = 0.8  # of a paragraph: it is nothing but the quotation
FIRST = frozenset({"i", "we", "my", "our", "me"})
NOBODYS = frozenset({"i", "we", "you", "it", "this", "that", "these", "those", "which", "what"})


def orphans(tree: Tree, made: Sequence[Attribution], cues: Cues, offset: int) -> list[Attribution]:
    """`made` are the attributions of this passage and some of those before it."""
    found: list[Attribution] = []
    for quote in find_quotes(tree.text):
        span = Span(quote.start + offset, quote.end + offset)
        if _whole(tree, quote) and not _taken(span, [*made, *found]):
            earlier = [one for one in (*made, *found) if one.chain and one.cue and one.cue[0].start < span.start]
            one = _laid_to(tree, quote, cues, offset) or _to_last(tree, quote, earlier[-1] if earlier else None, offset)
            if one is not None:
                mark = Span(span.start, span.start + 1)
                found.append(
                    replace(one, source=(), cue=(mark,), content=(span,), manner="direct", confidence=LIKELY, deed=False, marked=False)
                )
    return found


def _whole(tree: Tree, quote: Quotation) -> bool:
    """Whole sentences, and no term or title that a sentence is built around."""
    inside = tokens_in(tree, quote.inner)
    words = [at for at in inside if tree.pos[at] not in ("PUNCT", "SPACE")]
    lead = tree.text[: quote.start].rstrip()
    opens = not lead or lead[-1] in ".!?:…"
    return opens and quote.closed and len(words) >= FEWEST and any(tree.tag[at] in FINITE for at in words) and _ends(tree.text, quote)


def _ends(text: str, quote: Quotation) -> bool:
    return text[quote.inner[1] - 1] in ".!?…" or text[quote.end : quote.end + 1] == "."


def _taken(span: Span, made: Sequence[Attribution]) -> bool:
    runs = [run for one in made for run in (*one.content, *one.cue, *one.source) if not one.deed]
    return sum(max(0, min(run.end, span.end) - max(run.start, span.start)) for run in runs) > COVERED * len(span)


def _laid_to(tree: Tree, quote: Quotation, cues: Cues, offset: int) -> Attribution | None:
    """The subject of the lead-in, where it is a person or people."""
    before = tokens_in(tree, (0, quote.start))
    if not before:
        return None
    begin, end = tree.sentence[before[-1]]
    root = next((at for at in range(begin, min(end, before.stop)) if tree.head[at] == at), None)
    who = tree.kid(root, "nsubj", "nsubjpass") if root is not None else None
    if who is None or root is None or who >= before.stop or tree.lower[who] in NOBODYS:
        return None
    kind = kind_of(tree, who, cues)
    name = tree.pos[who] == "PROPN" and tree.entity[who] in ("", "PERSON")
    somebody = name or tree.lower[who] in ("he", "she", "they") or tree.lemma[who] in cues.heads["people"]
    if not somebody or kind not in (SourceKind.PERSON, SourceKind.UNNAMED):
        return None
    words = named(tree, who, root)
    if not words or (tree.text[: quote.start].rstrip().endswith("?") and tree.lower[who] not in ("he", "she")):
        return None
    source = mention(tree, tree.chars(words[0]), kind, offset)
    return _of(source.span, (source,))


def _of(span: Span | None, chain: Chain) -> Attribution | None:
    return Attribution((span,), (), (), chain) if span is not None else None


def _to_last(tree: Tree, quote: Quotation, last: Attribution | None, offset: int) -> Attribution | None:
    """Whoever spoke last, after a question or where a paragraph is nothing but the quotation."""
    asked = tree.text[: quote.start].rstrip().endswith("?")
    alone = quote.end - quote.start >= MOST * len(tree.text.strip())
    if last is None or not last.chain or last.chain[-1].kind not in (SourceKind.PERSON, SourceKind.UNNAMED):
        return None
    own = any(tree.lower[at] in FIRST for at in tokens_in(tree, quote.inner))
    return last if (asked or alone) and last.manner in ("direct", "mixed") or (own and _of_one(tree, quote, last, offset)) else None


def _of_one(tree: Tree, quote: Quotation, last: Attribution, offset: int) -> bool:
    """Of a paragraph that has had one person speak and names nobody after it: “I can certify that.”"""
    place = last.chain[-1].span
    if place is None or place.start < offset or last.chain[-1].kind is not SourceKind.PERSON:
        return False
    return not any(tree.entity[at] in ("PERSON", "ORG") for at in tokens_in(tree, (place.end - offset, quote.start)))
