"""Nouns in a tree → what each may hand over: "the allegation that X", "speculation about X", "concerns raised by Y".

Frames: noun-clause, noun-infinitive, noun:about (and noun:of, noun:for …).
"""

from collections.abc import Iterator

from whence.attribute.found import Found
from whence.attribute.handing import Speaker, found, tidy
from whence.attribute.speakers import named, subject
from whence.attribute.tree import Range, Tree

PREPOSITIONS = frozenset({"about", "of", "on", "for", "against", "over", "to", "with", "as", "from"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def noun_candidates(tree: Tree) -> Iterator[Found]:
    for at, pos in enumerate(tree.pos):
        if pos == "NOUN" and tree.kids[at]:
            for kid in tree.kids[at]:
                if kid > at:
                    yield from _of_noun(tree, at, kid)


def _of_noun(tree: Tree, at: int, kid: int) -> Iterator[Found]:
    dep, lemma = tree.dep[kid], tree.lemma[at]
    by = _author(tree, at)
    who: Speaker = (by, named(tree, by, at) if by is not None else ())
    if dep in ("acl", "ccomp", "relcl") and _is_that_clause(tree, kid):
        content: Range = tidy(tree, tree.edges(kid))
        yield found(tree, ("noun-clause", lemma), at, who, ((at, at + 1), (content,)))
    elif dep == "acl" and tree.tag[kid] == "VB":
        yield found(tree, ("noun-infinitive", lemma), at, who, ((at, at + 1), (tidy(tree, tree.edges(kid)),)))
    elif dep == "prep" and tree.lower[kid] in PREPOSITIONS and kid == at + 1:
        inner = tree.kid(kid, "pobj", "pcomp")
        if inner is not None:
            yield found(tree, (f"noun:{tree.lower[kid]}", lemma), at, who, ((at, kid + 1), (tidy(tree, tree.edges(inner)),)))


def _is_that_clause(tree: Tree, verb: int) -> bool:
    mark = tree.kid(verb, "mark")
    if mark is not None:
        return tree.lower[mark] in ("that", "whether", "if")
    return (
        tree.dep[verb] in ("acl", "ccomp")
        and (tree.tag[verb] in FINITE or tree.kid(verb, "aux") is not None)
        and tree.kid(verb, "nsubj") is not None
    )


def _author(tree: Tree, at: int) -> int | None:
    """ "Kim's emphasis", "allegations by the ministry", "concerns raised by Western nations", "the ministry made the allegation"."""
    poss = tree.kid(at, "poss")
    if poss is not None:
        return poss
    for kid in tree.kids[at]:
        if tree.dep[kid] in ("prep", "agent") and tree.lower[kid] in ("by", "from", "among"):
            return tree.kid(kid, "pobj")
        if tree.dep[kid] == "acl" and tree.tag[kid] == "VBN":
            agent = tree.kid(kid, "agent")
            if agent is not None:
                return tree.kid(agent, "pobj")
    if tree.dep[at] in ("dobj", "attr"):
        doer = subject(tree, tree.head[at])
        return doer if doer is None or tree.lower[doer] != "there" else None
    return None
