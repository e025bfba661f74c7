"""Tokens of a cue and of what it hands over → a candidate, in characters; and the edges of both put right."""

from whence.attribute.found import Found
from whence.attribute.tree import Range, Tree

Speaker = tuple[int | None, tuple[Range, ...]]  # the head token of a source and the words that name it
BEFORE = frozenset({"aux", "auxpass", "neg", "advmod"})
OPENERS = frozenset({"“", '"', "''", "``", "‘", "'", "("})
CLOSERS = frozenset({"”", '"', "''", "’", "'", ")"})


def found(tree: Tree, entry: tuple[str, str], at: int, who: Speaker, words: tuple[Range, tuple[Range, ...]]) -> Found:
    """A candidate under a (frame, lemma), from tokens: who speaks, the cue, and what it hands over."""
    speaker, source = who
    cue, content = words
    spans = [tuple(tree.chars(r) for r in ranges if r[0] < r[1]) for ranges in (source, (cue,), content)]
    return Found(entry[0], entry[1], at, speaker, spans[0], spans[1], spans[2], None, "agentless" if speaker is None else "indirect")


def cue_words(tree: Tree, verb: int) -> Range:
    """The verb with its auxiliaries, the words between them, and its particle."""
    first, last = verb, verb + 1
    while first > 0 and tree.head[first - 1] == verb and tree.dep[first - 1] in BEFORE and tree.pos[first - 1] != "PROPN":
        first -= 1
    particle = tree.kid(verb, "prt")
    if particle == last:
        last += 1
    return first, last


def tidy(tree: Tree, tokens: Range) -> Range:
    """The run without blanks, commas and stops at its ends."""
    first, last = tokens
    while first < last and (tree.pos[first] == "SPACE" or (tree.pos[first] == "PUNCT" and tree.lower[first] not in OPENERS)):
        first += 1
    while first < last and (tree.pos[last - 1] == "SPACE" or (tree.pos[last - 1] == "PUNCT" and tree.lower[last - 1] not in CLOSERS)):
        last -= 1
    return first, last
