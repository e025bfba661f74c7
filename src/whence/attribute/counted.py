"""Two plain ways to lay what stands beside to somebody → candidates: “That is the tally of the Pilots' Office.” “They left at noon, as the
union maintained.”

Frames: measured (the content points to the sentence before), according.
"""

from collections.abc import Iterator

from whence.attribute.found import Found
from whence.attribute.handing import found
from whence.attribute.speakers import named
from whence.attribute.tree import Tree

POINTERS = frozenset({"that", "this", "it", "these", "those"})
COUNTS = frozenset(
    {
        "count",
        "tally",
        "figure",
        "account",
        "version",
        "estimate",
        "claim",
        "reckoning",
        "number",
        "sum",
        "finding",
        "view",
        "story",
        "word",
    }
)
LEFT_OUT = (
    "dobj",
    "ccomp",
    "xcomp",
    "prep",
    "acomp",
    "attr",
    "oprd",
    "dative",
    "auxpass",
)  # of "as she maintained", what is told is said before


def counted_candidates(tree: Tree) -> Iterator[Found]:
    for at, word in enumerate(tree.lower):
        if tree.lemma[at] == "be":
            yield from _of_whom(tree, at)
        elif word == "as" and tree.dep[at] == "mark" and tree.head[at] > at:
            yield from _as_told(tree, at, tree.head[at])


def _of_whom(tree: Tree, be: int) -> Iterator[Found]:
    """ "That is the union's count"."""
    what, noun = tree.kid(be, "nsubj"), tree.kid(be, "attr")
    if (
        what is None
        or noun is None
        or tree.lower[what] not in POINTERS
        or tree.lemma[noun] not in COUNTS
        or tree.kid(be, "neg") is not None
    ):
        return
    of = next((kid for kid in tree.kids[noun] if tree.lower[kid] in ("of", "in", "from") and kid == noun + 1), None)
    who = tree.kid(noun, "poss") if of is None else tree.kid(of, "pobj")
    source = named(tree, who, noun) if who is not None else ()
    if who is not None and source and tree.pos[who] in ("NOUN", "PROPN", "PRON"):
        yield found(tree, ("measured", "report"), be, (who, source), ((be, be + 1), ((what, what + 1),)))


def _as_told(tree: Tree, mark: int, verb: int) -> Iterator[Found]:
    """ "as the union maintained": the clause it is set into."""
    who, above = tree.kid(verb, "nsubj"), tree.head[verb]
    plain = tree.tag[verb] in ("VBD", "VBZ", "VBP", "VBN") and tree.dep[verb] == "advcl" and tree.kid(verb, *LEFT_OUT) is None
    if who is None or not plain or above == verb or tree.pos[who] not in ("NOUN", "PROPN") or tree.kid(verb, "neg") is not None:
        return
    source = named(tree, who, verb)
    first, last = tree.edges(above)
    begin, end = tree.edges(verb)
    content = (first, begin) if begin > above else (end, last)
    while content[0] < content[1] and tree.pos[content[1] - 1] in ("PUNCT", "SPACE"):
        content = (content[0], content[1] - 1)
    while content[0] < content[1] and tree.pos[content[0]] in ("PUNCT", "SPACE"):
        content = (content[0] + 1, content[1])
    if source and mark < verb and content[0] < content[1]:
        yield found(tree, ("according", tree.lemma[verb]), verb, (who, source), ((verb, verb + 1), (content,)))
