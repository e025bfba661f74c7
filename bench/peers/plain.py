"""Text → attributions by the rules that anybody would write in an hour over a spaCy parse: the plain baseline.

A reporting verb with a subject, and as content its clause or the quotation beside it; and "according to". Nothing else: no passives,
no speakers of a bare quotation, no chains.
"""

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Token

from bench.peers.said import Peer, Said, by_paragraph
from whence.model import Span, Spans

VERBS = frozenset(
    "say tell add report announce claim argue believe think note warn explain declare insist suggest deny confirm state write tweet".split()
)
QUOTATION = re.compile(r'["“][^"“”]*["”]')
EDGES = " \t,.;:—–-"  # not part of what is said when a cue is cut out of a sentence


def plain(nlp: Language) -> Peer:
    return Peer("plain spaCy rules", lambda text: by_paragraph(text, nlp, attributions), "bench/peers/plain.py")


def attributions(doc: Doc) -> Iterator[Said]:
    quotations = tuple(Span(*match.span()) for match in QUOTATION.finditer(doc.text))
    for token in doc:
        if token.pos_ == "VERB" and token.lemma_.lower() in VERBS:
            yield from _with_verb(token, quotations)
        elif token.lower_ == "according":
            yield from _according(token)


def _with_verb(verb: Token, quotations: Spans) -> Iterator[Said]:
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if subject is None:
        return
    clause = next((_under(child) for child in verb.children if child.dep_ == "ccomp"), None)
    content = _grown(clause, quotations) if clause else _nearest(verb, quotations)
    if content:
        yield Said((_under(subject),), (Span(verb.idx, verb.idx + len(verb)),), (content,))


def _according(token: Token) -> Iterator[Said]:
    to = next((child for child in token.children if child.lower_ == "to"), None)
    named = next((child for child in to.children if child.dep_ == "pobj"), None) if to else None
    if to is None or named is None:
        return
    phrase, sentence = _under(token), Span(token.sent.start_char, token.sent.end_char)
    halves = (Span(sentence.start, phrase.start), Span(phrase.end, sentence.end))
    content = tuple(half for half in (_trimmed(half, token.doc.text) for half in halves) if half)
    yield Said((_under(named),), (Span(token.idx, to.idx + len(to)),), content)


def _under(token: Token) -> Span:
    return Span(token.left_edge.idx, token.right_edge.idx + len(token.right_edge))


def _grown(clause: Span, quotations: Spans) -> Span:
    """The clause, and the whole of every quotation that it reaches into."""
    reached = [clause, *(quotation for quotation in quotations if quotation.overlaps(clause))]
    return Span(min(span.start for span in reached), max(span.end for span in reached))


def _nearest(verb: Token, quotations: Spans) -> Span | None:
    """The quotation of the verb's sentence that stands nearest to the verb."""
    sentence = Span(verb.sent.start_char, verb.sent.end_char)
    beside = [quotation for quotation in quotations if quotation.overlaps(sentence)]
    return min(beside, key=lambda quotation: max(quotation.start - verb.idx, verb.idx - quotation.end), default=None)


def _trimmed(span: Span, text: str) -> Span | None:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip(EDGES))
    end = span.end - len(words) + len(words.rstrip(EDGES))
    return Span(start, end) if start < end else None
