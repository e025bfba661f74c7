"""Attributions made by hand for tests: a text with its source, cue and content by their words → its claims."""

from spacy.language import Language
from spacy.tokens import Doc

from tests.factory import a_report, a_source
from whence.claims import read_claims
from whence.model import Attribution, Block, BlockKind, Chain, Claim, Parsed, Passage, Report, SourceKind, Span


def parsed(text: str, nlp: Language) -> Parsed[Doc]:
    """Each line a paragraph; a first line that begins with "# " a headline."""
    blocks, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            kind = BlockKind.HEADLINE if line.startswith("# ") else BlockKind.PARAGRAPH
            first = start + (2 if kind is BlockKind.HEADLINE else 0)
            blocks.append(Block(kind, Span(first, start + len(line))))
        start += len(line) + 1
    report = a_report(text, blocks=tuple(blocks))
    return Parsed(report, tuple(Passage(block, nlp(block.span.of(text))) for block in blocks))


def spans(report: Report, words: str | None) -> tuple[Span, ...]:
    """Where the words stand; pieces are parted by " … "."""
    found, at = [], 0
    for piece in (words or "").split(" … "):
        if piece:
            at = report.text.index(piece, at)
            found.append(Span(at, at + len(piece)))
    return tuple(found)


def an_attribution(
    report: Report, source: str | None, cue: str, content: str, kind: SourceKind = SourceKind.PERSON, *, outer: Chain = ()
) -> Attribution:
    where = spans(report, source)
    named = a_source(source or cue, kind, span=where[0] if where else None)
    return Attribution(where, spans(report, cue), spans(report, content), (*outer, named))


def told(text: str, source: str | None, cue: str, content: str, nlp: Language, kind: SourceKind = SourceKind.PERSON) -> Claim:
    """The one claim of the attribution."""
    page = parsed(text, nlp)
    claims = read_claims(page, (an_attribution(page.report, source, cue, content, kind),))
    return next(claim for claim in claims if claim.cue is not None)
