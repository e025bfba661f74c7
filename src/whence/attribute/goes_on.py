"""A quotation that runs over paragraphs → one attribution: newspapers open each paragraph with a mark and close only the last."""

from dataclasses import replace

from whence.attribute.quotes import Quotation, find_quotes
from whence.model import Attribution, Span

HELD = 0.8  # of a quotation, that a content must hold to be its own


def carry_over(text: str, offset: int, made: list[Attribution], open_quote: Span | None) -> Span | None:
    """`made` with the quotation that opens this passage joined to the one left open before it; what this passage leaves open.

    Changes `made` in place: its last entries are those of this passage, which starts at `offset` of the report.
    """
    quotes = find_quotes(text)
    first = _span(quotes[0], offset) if quotes and quotes[0].start <= 1 else None
    if open_quote is not None and first is not None:
        before, here = _holder(made, open_quote), _holder(made, first)
        if before is not None and here is None:
            made[before] = replace(made[before], content=(*made[before].content, first))
        elif before is None and here is not None:
            made[here] = replace(made[here], content=(open_quote, *made[here].content))
    return _span(quotes[-1], offset) if quotes and not quotes[-1].closed else None


def _span(quote: Quotation, offset: int) -> Span:
    return Span(quote.start + offset, quote.end + offset)


def _holder(made: list[Attribution], quote: Span) -> int | None:
    """The last attribution whose content holds a quotation, or all but its marks."""
    near = range(len(made) - 1, max(-1, len(made) - 60), -1)
    return next((at for at in near if any(_holds(span, quote) for span in made[at].content)), None)


def _holds(span: Span, quote: Span) -> bool:
    return min(span.end, quote.end) - max(span.start, quote.start) >= HELD * len(quote)
