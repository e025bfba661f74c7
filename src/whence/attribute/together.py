"""A chain whose last hop names several → one chain for each: "Neither Olden nor Varga", "the ministry and the Joint Staff"."""

from collections.abc import Iterator

from whence.attribute.tree import Range, Tree
from whence.model import Chain, Source, Span

JOINING = frozenset({"and", "nor", "or"})
NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP"})
BEFORE = frozenset({"neither", "both", "either"})


def each_name(tree: Tree, speaker: int | None, chain: Chain, offset: int) -> tuple[Chain, ...]:
    """The chains, in order of the text; the chain itself where one is named, or what is joined are no names."""
    if speaker is None or not chain or chain[-1].span is None:
        return (chain,)
    heads = list(_joined(tree, speaker))
    last, place = chain[-1], Span(tree.start[speaker] + offset, tree.end[speaker] + offset)
    if len(heads) < 2 or last.span is None or place not in last.span or not all(_is_name(tree, head) for head in heads):
        return (chain,)
    return tuple((*chain[:-1], _source(tree, tree.chars(_words(tree, head)), last, offset)) for head in heads)


def _joined(tree: Tree, head: int) -> Iterator[int]:
    """The head and what is joined to it, unless all are one name ("Food and Drink Alliance")."""
    yield head
    conj = tree.kid(head, "conj")
    link = tree.kid(head, "cc")
    if conj is None and tree.dep[head] == "pobj" and tree.lower[tree.head[head]] == "by":  # "by Olden and by the Post"
        by = tree.kid(tree.head[head], "conj")
        other = tree.kid(by, "pobj") if by is not None and tree.lower[by] == "by" else None
        if other is not None:
            yield from _joined(tree, other)
    if conj is not None and conj > head and (link is None or (tree.lower[link] in JOINING and not tree.entity[link])):
        yield from _joined(tree, conj)


def _is_name(tree: Tree, head: int) -> bool:
    called = tree.kid(head, "appos")  # "the monitoring group Rivereye"
    return tree.pos[head] == "PROPN" or tree.entity[head] in NAMED or (called is not None and tree.pos[called] == "PROPN")


def _words(tree: Tree, head: int) -> Range:
    """The noun phrase without what is joined to it."""
    first, last = tree.edges(head)
    while first < head and (tree.lower[first] in BEFORE or tree.pos[first] in ("PUNCT", "SPACE")):
        first += 1
    joined = [kid for kid in tree.kids[head] if kid > head and (tree.dep[kid] in ("cc", "conj") or tree.pos[kid] == "PUNCT")]
    return first, min([last, *(tree.left[kid] for kid in joined)])


def _source(tree: Tree, chars: Range, whole: Source, offset: int) -> Source:
    words = tree.text[chars[0] : chars[1]]
    return Source(words, whole.kind, words, Span(chars[0] + offset, chars[1] + offset), words.casefold())
