"""A telling and a place in it → the words there, as evidence."""

from whence.compare import tight
from whence.model import Claim, Evidence, Span


def said_at(claim: Claim, span: Span) -> str:
    """The words of a telling at a span of its report."""
    return claim.words[span.start - claim.span.start : span.end - claim.span.start]


def shown(claim: Claim, span: Span) -> Evidence:
    """A part of a telling as evidence."""
    return Evidence(claim.report, span, said_at(claim, span))


def clause_at(claim: Claim, value: Span) -> Evidence:
    """The clause of a telling that holds a value, as evidence."""
    return shown(claim, tight(claim, value))
