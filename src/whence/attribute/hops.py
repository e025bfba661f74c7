"""One attribution → the hops that its own words name, outermost first: who quoted the source, the medium that was told, what it was said
in, the source itself, and whom it cites."""

import re
from collections.abc import Sequence

from whence.attribute.citing import before_clause, cited, cited_beside, cited_in_source, source_cited_as
from whence.attribute.found import Found
from whence.attribute.mentions import kind_of, mention, tokens_in
from whence.attribute.speakers import RELATIVE, named
from whence.attribute.tree import Range, Tree
from whence.attribute.venues import document, its_own_piece, said_in, told_to
from whence.lexicons.cues import Cues
from whence.model import Chain, SourceKind, Span

OWN_PAGE = re.compile(r"(?:its|their)(?: own)? (?:web ?)?(?:site|page)$", re.IGNORECASE)  # "the Post reported on its website"
LOOSE = frozenset({"PUNCT", "CCONJ", "ADP", "SPACE"})


def own_hops(tree: Tree, one: Found, found: Sequence[Found], cues: Cues, offset: int) -> Chain:
    around = _apart(_via(tree, one, cues, offset) + told_to(tree, one, cues, offset) + said_in(tree, one, found, cues, offset))
    if not one.source or one.speaker is None or tree.lower[one.speaker] in RELATIVE:  # "who" of no noun names nobody
        if around and one.frame.startswith("passive"):
            return around  # "is mentioned on its website": the website says so
        nobody = SourceKind.UNNAMED if one.frame.startswith("noun") else SourceKind.IMPERSONAL  # "speculation about" is somebody's
        return (*around, mention(tree, one.cue[0], nobody, offset))
    own = _source(tree, one, one.speaker, cues, offset)
    if own[-1].kind is SourceKind.MEDIUM:
        around = tuple(
            hop for hop in around if not (hop.kind is SourceKind.DOCUMENT and (its_own_piece(hop.mention) or OWN_PAGE.match(hop.mention)))
        )
    return _apart((*around, *own, *_cited(tree, one, one.speaker, found, cues, offset)))


def _source(tree: Tree, one: Found, speaker: int, cues: Cues, offset: int) -> Chain:
    """The source itself; of "a Reuters report" the agency; of "an email seen by the Post" the medium and the document."""
    kind = kind_of(tree, speaker, cues)
    chars = trimmed(tree, one.source[0])
    citing = cited_in_source(tree, one)
    if citing is not None:
        chars = (chars[0], tree.end[before_clause(tree, speaker, citing[0])])
    if kind is SourceKind.DOCUMENT:
        parts = [(run, kind) for run, kind in document(tree, speaker, cues)]
        if len(parts) > 1 or parts[0][1] is SourceKind.MEDIUM:
            return tuple(mention(tree, run, kind, offset) for run, kind in parts)
    return (mention(tree, chars, kind, offset),)


def _cited(tree: Tree, one: Found, speaker: int, found: Sequence[Found], cues: Cues, offset: int) -> Chain:
    citing = cited_in_source(tree, one)
    if citing is not None:
        return (cited(tree, citing[1], one.at, cues, offset),)
    whom = source_cited_as(tree, one)
    if whom is not None:
        return (mention(tree, tree.chars(named(tree, whom, one.at)[0]), kind_of(tree, whom, cues), offset),)
    return cited_beside(tree, one, found, cues, offset)


def _via(tree: Tree, one: Found, cues: Cues, offset: int) -> Chain:
    """Who quoted the source."""
    words = named(tree, one.via, one.at) if one.via is not None else ()
    return (mention(tree, tree.chars(words[0]), kind_of(tree, one.via, cues), offset),) if words and one.via is not None else ()


def trimmed(tree: Tree, chars: Range) -> Range:
    """A source without the marks, "and" and prepositions at its end."""
    inside = list(tokens_in(tree, chars))
    while len(inside) > 1 and (tree.pos[inside[-1]] in LOOSE or tree.lower[inside[-1]] in ("to", "who", "which")):
        inside.pop()
    return (chars[0], tree.end[inside[-1]]) if inside else chars


def _apart(hops: Chain) -> Chain:
    """Of hops that share words the first."""
    made: list[tuple[Span | None, int]] = []
    for at, hop in enumerate(hops):
        if hop.span is None or not any(span is not None and span.overlaps(hop.span) for span, _ in made):
            made.append((hop.span, at))
    return tuple(hops[at] for _, at in made)
