"""A report's text and the places in it that matter → pieces of text with their roles, ready to be marked on a page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from whence.model import Block, BlockKind, Claim, Report, Span
from whence.report.words import label_values, shown

AROUND = 400  # characters shown on each side of a telling, where its paragraph is longer than that

BLOCKS = {
    BlockKind.HEADLINE: "headline",
    BlockKind.PARAGRAPH: "",
    BlockKind.BYLINE: "byline",
    BlockKind.DATELINE: "dateline",
    BlockKind.CREDIT: "credit line",
    BlockKind.CAPTION: "caption",
    BlockKind.REPEATED_HEADLINE: "headline, repeated",
    BlockKind.BOILERPLATE: "not part of the report",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A place with its role: source, cue, content or label. `note` is set behind it (the hop's number), `title` explains it."""

    role: str
    span: Span
    note: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text under the same marks."""

    text: str
    roles: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    title: str = ""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Part of one report, marked. `kind` says what part where it is not a plain paragraph; `before`, `after`: more was cut there."""

    kind: str
    pieces: tuple[Piece, ...]
    before: bool = False
    after: bool = False


def claim_marks(claim: Claim) -> list[Mark]:
    """Source, cue, content, and the phrases that decided certainty and act."""
    marks = [Mark("content", claim.content, title="content")]
    marks += [Mark("source", hop.span, str(i), f"source, hop {i}: {hop.name}") for i, hop in enumerate(claim.chain, 1) if hop.span]
    marks += [Mark("cue", claim.cue, title="cue")] if claim.cue else []
    values = label_values(claim)
    marks += [Mark("label", span, title=f"{label}: {values.get(label, '')}") for label, span in claim.evidence if span != claim.cue]
    return [mark for mark in marks if len(mark.span)]


def cut(text: str, window: Span, marks: Iterable[Mark]) -> tuple[Piece, ...]:
    """text[window] in pieces, each with the roles of all the marks over it; a mark's note follows its last piece."""
    inside = [mark for mark in marks if mark.span.overlaps(window)]
    edges = {window.start, window.end} | {edge for mark in inside for edge in (mark.span.start, mark.span.end)}
    places = sorted(edge for edge in edges if window.start <= edge <= window.end)
    return tuple(_piece(text, Span(start, end), inside) for start, end in zip(places, places[1:]))


def _piece(text: str, span: Span, marks: Sequence[Mark]) -> Piece:
    over = [mark for mark in marks if span in mark.span]
    roles = tuple(dict.fromkeys(mark.role for mark in over))
    notes = tuple(dict.fromkeys(mark.note for mark in over if mark.note and mark.span.end == span.end))
    return Piece(shown(span.of(text)), roles, notes, shown(", ".join(dict.fromkeys(mark.title for mark in over if mark.title))))


def excerpts(claim: Claim, report: Report) -> list[Excerpt]:
    """The paragraph a claim stands in, and those others that name a hop of its chain (a credit line, an earlier sentence)."""
    marks = claim_marks(claim)
    blocks = report.blocks or (Block(BlockKind.PARAGRAPH, Span(0, len(report.text))),)
    wanted = [claim.span, claim.content, *(mark.span for mark in marks)]
    return [_excerpt(report, block, marks, wanted) for block in blocks if any(block.span.overlaps(span) for span in wanted)]


def _excerpt(report: Report, block: Block, marks: list[Mark], wanted: list[Span]) -> Excerpt:
    here = [span for span in wanted if span.overlaps(block.span)]
    start = max(block.span.start, min(span.start for span in here) - AROUND)
    end = min(block.span.end, max(span.end for span in here) + AROUND, len(report.text))
    pieces = cut(report.text, Span(start, max(start, end)), marks)
    return Excerpt(BLOCKS[block.kind], pieces, before=start > block.span.start, after=end < block.span.end)


def whole(report: Report, claims: Iterable[Claim]) -> list[tuple[BlockKind, tuple[Piece, ...]]]:
    """All of a report, block by block, with the tellings in it marked; what no block covers is a paragraph of its own."""
    marks = [mark for claim in claims for mark in claim_marks(claim) if mark.role != "label"]
    listed, at = [], 0
    for block in sorted(report.blocks, key=lambda block: block.span):
        listed.append((BlockKind.PARAGRAPH, Span(at, max(at, block.span.start))))
        listed.append((block.kind, Span(max(at, block.span.start), max(at, block.span.end))))
        at = max(at, block.span.end)
    listed.append((BlockKind.PARAGRAPH, Span(at, max(at, len(report.text)))))
    unnumbered = [Mark(mark.role, mark.span, title=mark.title) for mark in marks]
    return [(kind, cut(report.text, span, unnumbered)) for kind, span in listed if span.of(report.text).strip()]
