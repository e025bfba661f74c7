"""A source and its cue → whom it says it has it from: "a Reuters report citing state media", "the Post reported, citing two officials",
"cites a neighbour as the source".
"""

from collections.abc import Sequence
from dataclasses import replace

from whence.attribute.found import Found
from whence.attribute.handing import tidy
from whence.attribute.mentions import is_medium, kind_of, mention, sentence_near
from whence.attribute.passives import as_saying
from whence.attribute.speakers import named, nearest
from whence.attribute.tree import Tree
from whence.attribute.venues import short_phrase
from whence.lexicons.cues import Cues
from whence.lexicons.hops import load_hop_words
from whence.model import Chain, Source, SourceKind

CITING = frozenset({"cite", "quote"})
ORIGIN = frozenset({"source", "origin", "basis", "authority"})


def cited_in_source(tree: Tree, one: Found) -> tuple[int, int] | None:
    """Within the words of a source: the token of "citing", and who is cited."""
    a, b = one.source[0]
    for at in sentence_near(tree, one.at):
        if a <= tree.start[at] < b and tree.lemma[at] in CITING and at != one.at and one.speaker is not None and at > one.speaker:
            whom = tree.kid(at, "dobj")
            if whom is not None and tree.kid(at, "auxpass") is None:
                return at, whom
    return None


def before_clause(tree: Tree, speaker: int, citing: int) -> int:
    """The last token of the source's own name, before the clause that cites."""
    last = citing - 1
    while last > speaker and (
        tree.pos[last] in ("PUNCT", "SPACE") or tree.lower[last] in ("which", "that", "who") or tree.dep[last] == "aux"
    ):
        last -= 1
    return last


def cited_beside(tree: Tree, one: Found, found: Sequence[Found], cues: Cues, offset: int) -> Chain:
    """What is cited beside the cue is a further hop, if it can speak."""
    if one.lemma == "cite" and one.frame == "clause":
        whom = tree.kid(one.at, "dobj")
        return (cited(tree, whom, one.at, cues, offset),) if whom is not None and can_speak(tree, whom, cues) else ()
    for at in sentence_near(tree, one.at):
        if tree.lemma[at] not in CITING or at == one.at or as_saying(tree, at) is not None:
            continue
        whom = tree.kid(at, "dobj")
        if whom is None or not _cites_for(tree, at, one, found) or not can_speak(tree, whom, cues):
            continue
        return (cited(tree, whom, one.at, cues, offset),)
    return ()


def cited(tree: Tree, whom: int, cue: int, cues: Cues, offset: int) -> Source:
    """Who is cited, without the clauses after a document."""
    kind = kind_of(tree, whom, cues)
    words = load_hop_words()
    lemma = tree.lemma[whom]
    if lemma in words.hearsay:
        kind = SourceKind.IMPERSONAL
    elif tree.entity[whom] == "" and lemma in words.evidence | cues.heads["document"] and lemma not in cues.heads["people"]:
        kind = SourceKind.DOCUMENT
    run = short_phrase(tree, whom) if kind is SourceKind.DOCUMENT else named(tree, whom, cue)[0]
    return mention(tree, tree.chars(run), kind, offset)


def _cites_for(tree: Tree, at: int, one: Found, found: Sequence[Found]) -> bool:
    """Whether the clause of this "citing" hangs to this attribution: to its cue, its source, or by its own subject."""
    if tree.tag[at] != "VBG":
        return False
    inside = any(a <= tree.start[at] < b for a, b in one.content)
    if inside or any(a <= tree.start[at] < b for a, b in one.source) or one.speaker is None:
        return False
    head, who = tree.head[at], nearest(tree, at)
    if who is not None:
        return who == one.speaker
    if head in (one.at, one.speaker):
        return True
    for other in found:
        if other is not one and (tree.start[at], tree.end[at]) not in other.cue and head in (other.at, other.speaker):
            return False
    return any(other.lemma in CITING and other.at == at and other.speaker == one.speaker for other in found) or _next_to(tree, at, one)


def _next_to(tree: Tree, at: int, one: Found) -> bool:
    """ "Reuters, citing": nothing but a comma between the source and the word."""
    return tree.lower[at - 1] == "," and at >= 2 and any(b == tree.end[at - 2] for _, b in one.source)


def can_speak(tree: Tree, head: int, cues: Cues) -> bool:
    lemma, words = tree.lemma[head], load_hop_words()
    if lemma in words.hearsay or lemma in words.evidence or lemma in cues.heads["people"] or is_medium(tree, head, cues):
        return True
    if lemma in cues.heads["document"]:
        return lemma not in words.grounds
    return tree.entity[head] in ("ORG", "PERSON")


def telling_document(tree: Tree, one: Found, cues: Cues) -> Found:
    """Of "citing figures about X": X, told by the figures; anything else as it is."""
    whom = tree.kid(one.at, "dobj") if one.lemma == "cite" and one.frame == "object" else None
    if whom is None or tree.lemma[whom] not in cues.heads["document"] | load_hop_words().evidence:
        return one
    for kid in tree.kids[whom]:
        what = tree.kid(kid, "pobj", "pcomp") if tree.lower[kid] in ("about", "on") else None
        if kid > whom and tree.dep[kid] == "acl" and tree.lemma[kid] in ("show", "suggest", "indicate", "say", "find"):
            what = tree.kid(kid, "ccomp", "dobj")
        if what is not None:
            return replace(one, frame="clause", content=(tree.chars(tidy(tree, tree.edges(what))),))
    return one


def source_cited_as(tree: Tree, one: Found) -> int | None:
    """Of "cites his neighbours as the source of X": who is cited."""
    noun = _as_what(tree, one)
    return tree.kid(one.at, "dobj") if noun is not None and tree.lemma[noun] in ORIGIN else None


def cites_as(tree: Tree, one: Found) -> bool:
    """ "cites the flood as a warning" says something of the flood."""
    noun = _as_what(tree, one)
    return noun is not None and tree.lemma[noun] not in ORIGIN


def _as_what(tree: Tree, one: Found) -> int | None:
    whom = tree.kid(one.at, "dobj")
    if whom is None or one.lemma not in ("cite", "credit", "name", "quote", "identify", "give"):
        return None
    for holder in (one.at, *range(*tree.edges(whom))):
        for prep in tree.kids[holder]:
            noun = tree.kid(prep, "pobj") if tree.lower[prep] == "as" else None
            if noun is not None:
                return noun
    return None
