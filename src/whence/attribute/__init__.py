"""Parsed reports → who says what, where: every attribution in headline and body, with its chain of sources, resolved."""

from collections.abc import Sequence
from itertools import islice

from spacy.tokens import Doc

from whence.attribute.back import last_sentence
from whence.attribute.chains import link
from whence.attribute.credits import credit_chain
from whence.attribute.find import find
from whence.attribute.found import NEAR
from whence.attribute.goes_on import carry_over
from whence.attribute.left_over import left_over
from whence.attribute.orphans import orphans
from whence.attribute.sources import resolve
from whence.attribute.tellings import flat, sure, tellings
from whence.attribute.trained import ask, join
from whence.attribute.tree import grow
from whence.lexicons.actors import Actors
from whence.lexicons.cues import load_cues
from whence.model import Attribution, BlockKind, Parsed, Span
from whence.models.tagger import Seen, load_tagger, tag
from whence.settings import Settings

__all__ = ["attribute", "credit_chain", "flat", "resolve", "sure", "tellings"]


def attribute(parsed: Parsed[Doc], actors: Actors | None = None, seen: Sequence[Seen] | None = None) -> tuple[Attribution, ...]:
    """Every attribution of a report, in order of its text; spans refer to the report's text.

    `seen` is what the tagger saw in each passage (`load_tagger(settings).see`), where that was worked out beforehand.
    """
    return resolve(parsed, raw_attributions(parsed, seen, actors), actors)


def raw_attributions(parsed: Parsed[Doc], seen: Sequence[Seen] | None = None, actors: Actors | None = None) -> tuple[Attribution, ...]:
    """The same with sources as their words show them."""
    cues = load_cues()
    seen = load_tagger(Settings.default()).see([passage.parse.text for passage in parsed.passages]) if seen is None else seen
    trees = [grow(passage.parse, actors) for passage in parsed.passages]
    found = [find(tree, cues, headline=passage.block.kind is BlockKind.HEADLINE) for tree, passage in zip(trees, parsed.passages)]
    asked = [ask(*pair) for pair in zip(found, seen)]
    tagged = iter(tag(seen, [(at, one.pieces) for at, of_passage in enumerate(asked) for one in of_passage]))
    made: list[Attribution] = []
    before: Span | None = None
    left_open: Span | None = None
    for passage, tree, of_passage in zip(parsed.passages, trees, asked):
        offset = passage.block.span.start
        joined = join(tree, of_passage, list(islice(tagged, len(of_passage))))
        made.extend(link(tree, joined, cues, offset, before))
        left_open = carry_over(tree.text, offset, made, left_open)
        made.extend(orphans(tree, made[-NEAR:], cues, offset) if passage.block.kind is not BlockKind.HEADLINE else ())
        made.extend(left_over(tree.text, offset, made[-NEAR:]))
        before = last_sentence(tree, offset)
    return tuple(made)
