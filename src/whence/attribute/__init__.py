"""Parsed reports → who says what, where: every attribution in headline and body, with its chain of sources, resolved."""

from spacy.tokens import Doc

from whence.attribute.back import last_sentence
from whence.attribute.chains import link
from whence.attribute.credits import credit_chain
from whence.attribute.find import find
from whence.attribute.goes_on import carry_over
from whence.attribute.sources import resolve
from whence.attribute.tellings import flat, sure, tellings
from whence.attribute.tree import grow
from whence.lexicons.actors import Actors
from whence.lexicons.cues import load_cues
from whence.model import Attribution, BlockKind, Parsed, Span

__all__ = ["attribute", "credit_chain", "flat", "resolve", "sure", "tellings"]


def attribute(parsed: Parsed[Doc], actors: Actors | None = None) -> tuple[Attribution, ...]:
    """Every attribution of a report, in order of its text; spans refer to the report's text."""
    return resolve(parsed, raw_attributions(parsed), actors)


def raw_attributions(parsed: Parsed[Doc]) -> tuple[Attribution, ...]:
    """The same with sources as their words show them."""
    cues = load_cues()
    made: list[Attribution] = []
    before: Span | None = None
    left_open: Span | None = None
    for passage in parsed.passages:
        offset, tree = passage.block.span.start, grow(passage.parse)
        found = find(tree, cues, headline=passage.block.kind is BlockKind.HEADLINE)
        made.extend(link(tree, found, cues, offset, before))
        left_open = carry_over(tree.text, offset, made, left_open)
        before = last_sentence(tree, offset)
    return tuple(made)
