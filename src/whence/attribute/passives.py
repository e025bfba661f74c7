"""Passive verbs, and whom somebody quotes → candidates: "X was reported by Y", "it is believed that X", "TNN quoted Y as saying X"."""

from collections.abc import Iterator
from dataclasses import replace

from whence.attribute.found import Found
from whence.attribute.handing import Speaker, found, tidy
from whence.attribute.speakers import agent, named, nearest, referred
from whence.attribute.tree import Range, Tree


def passive_candidates(tree: Tree, at: int, cue: Range) -> Iterator[Found]:
    lemma = tree.lemma[at]
    by = agent(tree, at)
    who: Speaker = (by, named(tree, by, at) if by is not None else ())
    told = tree.kid(at, "nsubjpass", "nsubj")
    if tree.dep[at] == "acl" and told is None:
        told = tree.head[at]
    if told is not None and tree.lemma[told] == "it" and tree.kid(at, "ccomp", "xcomp") is not None:
        told = None
    mark = "passive-by" if by is not None else "passive"
    for kid in tree.kids[at]:
        if tree.dep[kid] == "ccomp":
            yield found(tree, (f"{mark}-clause", lemma), at, who, (cue, (tidy(tree, tree.edges(kid)),)))
        elif tree.dep[kid] == "xcomp" and told is not None:
            subject_words = referred(tree, told, at)
            yield found(tree, (f"{mark}-infinitive", lemma), at, who, (cue, (*subject_words, tidy(tree, tree.edges(kid)))))
    if told is not None:
        yield found(tree, (mark, lemma), at, who, (cue, referred(tree, told, at)))


def as_saying(tree: Tree, at: int) -> int | None:
    """Of "quoted Y as saying X": the token of "saying"."""
    if tree.lemma[at] not in ("quote", "cite"):
        return None
    for kid in tree.kids[at]:
        inner = tree.kid(kid, "pcomp") if tree.lower[kid] == "as" else None
        if inner is not None and tree.tag[inner] == "VBG":
            return inner
    return None


def quoted_as(tree: Tree, at: int, saying: int, cue: Range) -> Iterator[Found]:
    """ "TNN quoted Y as saying X", "Y was quoted by TNN as saying X": of Y, via TNN."""
    passive = tree.kid(at, "auxpass") is not None or tree.dep[at] in ("acl", "relcl")
    whom = nearest(tree, at) if passive else tree.kid(at, "dobj")
    whom = tree.head[at] if whom is None and tree.dep[at] == "acl" else whom
    if whom is None:
        return
    via = agent(tree, at) if passive else tree.kid(at, "nsubj")
    said = tree.kid(saying, "ccomp", "xcomp", "dobj")
    said = tree.kid(at, "ccomp") if said is None else said
    words = [(cue[0], cue[1]), (tree.head[saying], saying + 1)] if tree.head[saying] > cue[1] else [(cue[0], saying + 1)]
    content = (tidy(tree, tree.edges(said)),) if said is not None else ()
    one = found(tree, ("quote-as" if content else "bare", "say"), at, (whom, referred(tree, whom, at)), (cue, content))
    yield replace(one, cue=tuple(map(tree.chars, words)), via=via)
