"""A parsed report → `Places`: from spans of the report's text to tokens of its parse, and back."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from whence.model import BlockKind, Parsed, Passage, Span, Spans


@dataclass(frozen=True, slots=True)
class Page:
    """One passage with where its tokens start in the report."""

    passage: Passage[Doc]
    starts: tuple[int, ...]

    @property
    def doc(self) -> Doc:
        return self.passage.parse

    @property
    def headline(self) -> bool:
        return self.passage.block.kind is BlockKind.HEADLINE

    def tokens(self, span: Span) -> Sequence[Token]:
        """The tokens that have a character in the span."""
        first = max(0, bisect_right(self.starts, span.start) - 1)
        last = bisect_left(self.starts, span.end)
        found = self.doc[first:last]
        if found and self.starts[first] + len(found[0]) <= span.start:
            found = found[1:]
        return [token for token in found if not token.is_space]

    def start(self, token: Token) -> int:
        return self.starts[token.i]

    def span(self, first: Token, last: Token) -> Span:
        return Span(self.starts[first.i], self.starts[last.i] + len(last))


@dataclass(frozen=True, slots=True)
class Places:
    """All pages of one report, in order of the text."""

    text: str
    pages: tuple[Page, ...]

    def page(self, span: Span) -> Page | None:
        return next((page for page in self.pages if page.passage.block.span.overlaps(span)), None)

    def tokens(self, spans: Spans) -> list[Token]:
        """The tokens in the spans, in the order given, on whatever pages they stand."""
        return [token for span in spans for page in self.pages if page.passage.block.span.overlaps(span) for token in page.tokens(span)]

    def __iter__(self) -> Iterator[Page]:
        return iter(self.pages)


def places(parsed: Parsed[Doc]) -> Places:
    def page(passage: Passage[Doc]) -> Page:
        offset = passage.block.span.start
        return Page(passage, tuple(offset + token.idx for token in passage.parse))

    return Places(parsed.report.text, tuple(page(passage) for passage in parsed.passages))
