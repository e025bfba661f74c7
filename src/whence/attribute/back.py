"""Attributions whose content only points back → the same with the sentence it stands for: "This directive was reported by state media"."""

import re
from dataclasses import replace

from whence.attribute.found import Found
from whence.attribute.tree import Range, Tree
from whence.lexicons.cues import Cues
from whence.model import Attribution, Span

# The whole content is a demonstrative with at most three more words, "it", or a bare name for something told.
POINTING = re.compile(
    r"(?:(?:this|that|these|those|such an?|the latest|the same)(?: [\w’'-]+){0,3}|it|so|both|all of this"
    r"|the (?:news|report|claim|statement|announcement|disclosure|information|account|details|order|remarks?|comments?|figures?))",
    re.IGNORECASE,
)
OPENING = 24  # characters: pointing words further into a sentence stand for something in it


def point_back(tree: Tree, one: Found, made: Attribution, offset: int, before: Span | None, cues: Cues) -> Attribution:
    """`made` with `points_back`, where its content only points. `before` is the last sentence of the passage before."""
    if len(one.content) != 1 or not cues.admit("backward", one.lemma):
        return made
    a, b = one.content[0]
    if not POINTING.fullmatch(tree.text, a, b):
        return made
    begin, _ = tree.sentence[one.at]
    if a - tree.start[begin] > OPENING and one.frame.startswith("passive"):
        return made
    earlier = _previous(tree, begin, offset) if begin > 0 else before
    return replace(made, manner="backward", points_back=earlier) if earlier is not None else made


def last_sentence(tree: Tree, offset: int) -> Span | None:
    return _previous(tree, len(tree.words), offset)


def _previous(tree: Tree, begin: int, offset: int) -> Span | None:
    """The sentence that ends before token `begin`, without blank tokens."""
    last = begin - 1
    while last >= 0 and tree.pos[last] == "SPACE":
        last -= 1
    if last < 0:
        return None
    run: Range = (tree.sentence[last][0], last + 1)
    first, end = tree.chars(run)
    return Span(first + offset, end + offset)
