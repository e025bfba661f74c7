"""An attribution that stands after or inside what it hands over → the same with all of its sentence that it covers, and nothing of another.

"None of the seven survived, the ministry announced with regret": words of telling that a comma sets off cover their sentence from its
first word on, or from the last semicolon. In characters of one passage.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from whence.attribute.found import Found, near
from whence.attribute.mentions import tokens_in
from whence.attribute.tree import Range, Tree
from whence.lexicons.cues import Cues

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
ENDED = re.compile(r"[.!?…][\"”’'»)]*\s*[\"“‘'`«(]*\s*$")
SET_OFF = re.compile(r"[,–—-][\"”’'»]*\s*$")
QUOTED = re.compile(r"[\"“”„«»]|''|``")
OPENING = re.compile(r"[\s,;:–—-]+")
FRAMES = ("clause", "aside", "according", "quote", "object", "noun", "adverb", "infinitive")
FEWEST = 3  # words before a cue clause: less is an opening ("But, she said, …")
SLACK = 2  # characters: a mark that a content leaves out
LIKELY = 0.5  # how sure another attribution must be to keep its own words


def whole_sentence(tree: Tree, one: Found, found: Sequence[Found], cues: Cues) -> Found:
    if not one.source or one.quoted or one.via is not None or not one.content or not one.frame.startswith(FRAMES):
        return one
    begin, end = sentence(tree, one.at)
    first = min(a for a, _ in (*one.source, *one.cue))
    if one.manner in ("indirect", "direct"):
        one = _clipped(tree, one, (begin, end), first)
    if not _plain(one, cues) or not begin < first or not SET_OFF.search(tree.text[max(begin, first - 8) : first]):
        return one
    at = tree.text.rfind(";", begin, first)
    start = OPENING.match(tree.text, at + 1 if at >= 0 else begin)
    covered = (start.end() if start else (at + 1 if at >= 0 else begin), _before_comma(tree.text, first))
    held = [run for run in one.content if run[0] < first]
    rest = [run for run in one.content if run[0] >= first]
    if held and held[0][0] <= covered[0] and held[-1][1] >= covered[1] - SLACK:
        return one
    aside = bool(rest) and _in_what(tree, rest)
    if not held and ((_says(tree, rest) and not aside) or not _hangs_before(tree, one, covered) or not _only_how(tree, rest)):
        return one
    grown = [(covered[0], held[0][0]), (held[-1][1], covered[1])] if held else [covered]
    if len(tree.text[slice(*covered)].split()) < FEWEST or any(_of_others(one, found, more) for more in grown):
        return one
    return replace(one, content=(covered, *(rest if held or (_says(tree, rest) and not aside) else ())))


def sentence(tree: Tree, at: int) -> Range:
    """The characters of a token's sentence, also where the parser ends one without a mark."""
    first, last = tree.sentence[at]
    while first > 0 and not _ended(tree.text, tree.start[first]) and "\n" not in tree.text[tree.end[first - 1] : tree.start[first]]:
        first = tree.sentence[first - 1][0]
    while last < len(tree.words) and not _ended(tree.text, tree.end[last - 1]):
        last = tree.sentence[last][1]
    return tree.start[first], tree.end[last - 1]


def _ended(text: str, at: int) -> bool:
    return ENDED.search(text[max(0, at - 8) : at]) is not None and not (
        text[at - 1 : at] == "." and text[at - 2 : at + 1].strip(".").isdigit()
    )


def _plain(one: Found, cues: Cues) -> bool:
    return one.frame == "according" or cues.admit("aside", one.lemma)


def _clipped(tree: Tree, one: Found, whole: Range, first: int) -> Found:
    """What is told without the unquoted sentence before it, or after a cue at the head of its sentence without the next one."""
    begin, end = whole
    runs = []
    for a, b in one.content:
        if a < begin < b and b <= first and not QUOTED.search(tree.text, a, begin):
            a = begin
        elif first < a < end < b and ":" not in tree.text[first:a] and one.manner == "indirect":
            b = end
        runs.append((a, b))
    return replace(one, content=tuple(runs))


def _before_comma(text: str, first: int) -> int:
    return len(text[:first].rstrip(" \t\n,–—-"))


def _says(tree: Tree, runs: Sequence[Range]) -> bool:
    return any(tree.tag[at] in FINITE for run in runs for at in tokens_in(tree, run))


def _in_what(tree: Tree, rest: Sequence[Range]) -> bool:
    """ "…, she said, in what would be the first strike": what the report adds."""
    first = tokens_in(tree, rest[0]).start
    return tree.pos[first] == "ADP" and first + 1 < len(tree.words) and tree.lower[first + 1] == "what"


def _hangs_before(tree: Tree, one: Found, covered: Range) -> bool:
    """Whether what stands before the cue is told by it: its main clause, or the object clause of the cue."""
    tops = (at for at in tokens_in(tree, covered) if tree.tag[at] in FINITE or tree.tag[at] == "VBN")
    return any(tree.dep[at] == "ROOT" or (tree.dep[at] in ("ccomp", "parataxis") and tree.head[at] == one.at) for at in tops)


def _only_how(tree: Tree, rest: Sequence[Range]) -> bool:
    """ "announced with deep regret": what the tagger took for the content says how it was said."""
    first = tokens_in(tree, rest[0]).start
    return first > 0 and "ADP" in (tree.pos[first], tree.pos[first - 1])


def _of_others(one: Found, found: Sequence[Found], grown: Range) -> bool:
    """Whether somebody else speaks in the words that would be taken in."""
    beside = near(found, next((i for i, other in enumerate(found) if other is one), 0))
    return any(
        other is not one and other.source and (other.sure is None or other.sure >= LIKELY) and grown[0] <= other.cue[0][0] < grown[1]
        for other in beside
    )
