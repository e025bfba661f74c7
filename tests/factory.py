"""Nouns made by hand, for tests: `a_report("text")`, `a_claim(report, "words in it")`, `a_source("KCNA")`."""

from typing import Any

from whence.model import Block, BlockKind, Claim, Report, Source, SourceKind, Span
from whence.text import content_id, sha256


def a_report(text: str, id: str = "r1", **facts: Any) -> Report:
    return Report(id=id, text=text, sha256=sha256(text.encode()), **facts)


def one_block(report: Report, kind: BlockKind = BlockKind.PARAGRAPH) -> tuple[Block, ...]:
    return (Block(kind, Span(0, len(report.text))),)


def span_of(report: Report, words: str) -> Span:
    start = report.text.index(words)
    return Span(start, start + len(words))


def a_source(name: str, kind: SourceKind = SourceKind.ORGANISATION, **facts: Any) -> Source:
    return Source(**({"name": name, "kind": kind, "mention": name, "key": name.casefold()} | facts))


def a_claim(report: Report, words: str, **facts: Any) -> Claim:
    span = span_of(report, words)
    made = {"id": content_id(report.id, words), "report": report.id, "span": span, "content": span, "words": words, "plain": words}
    return Claim(**(made | facts))
