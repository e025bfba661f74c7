"""The head token of a source → the source as its own words show it: a first kind, by entity label and head noun, to be resolved later."""

from whence.attribute.tree import Range, Tree
from whence.lexicons.cues import Cues
from whence.model import Source, SourceKind, Span

VAGUE = frozenset({"a", "an", "one", "two", "three", "four", "five", "some", "several", "many", "few", "most", "dozens", "hundreds"})


def mention(tree: Tree, chars: Range, kind: SourceKind, offset: int) -> Source:
    """The raw source whose words stand at these characters of the passage."""
    words = tree.text[chars[0] : chars[1]]
    return Source(words, kind, words, Span(chars[0] + offset, chars[1] + offset), words.casefold())


def kind_of(tree: Tree, head: int, cues: Cues) -> SourceKind:
    """Person, organisation, medium, document, unnamed or impersonal, as cheaply as it can be seen."""
    lemma, entity = tree.lemma[head], tree.entity[head]
    if lemma in cues.heads["impersonal"] and entity == "":
        return SourceKind.IMPERSONAL if lemma != "it" else SourceKind.ORGANISATION
    if is_medium(tree, head, cues):
        return SourceKind.MEDIUM
    if lemma in cues.heads["document"] and entity in ("", "CARDINAL", "DATE"):
        return SourceKind.DOCUMENT
    if entity == "PERSON":
        return SourceKind.PERSON
    if entity in ("ORG", "GPE", "NORP", "LOC", "FAC") and tree.tag[head] not in ("NNS", "NNPS"):
        return SourceKind.ORGANISATION
    if tree.pos[head] == "PRON" or tree.lower[head] in ("he", "she"):
        return SourceKind.UNNAMED if lemma in cues.heads["people"] else SourceKind.PERSON
    if tree.tag[head] == "NNPS" and entity != "NORP" and lemma not in cues.heads["people"] and not _indefinite(tree, head):
        described = any(tree.lemma[kid] in cues.heads["people"] for kid in tree.kids[head])
        return SourceKind.PERSON if described else SourceKind.ORGANISATION
    if tree.tag[head] in ("NNS", "NNPS") or _indefinite(tree, head):
        return SourceKind.UNNAMED
    return SourceKind.ORGANISATION if lemma in cues.heads["body"] else SourceKind.PERSON


def _indefinite(tree: Tree, head: int) -> bool:
    named = any(tree.entity[k] == "PERSON" for k in tree.kids[head])
    return not named and any(tree.lower[k] in VAGUE for k in tree.kids[head] if k < head)


def is_medium(tree: Tree, head: int, cues: Cues) -> bool:
    if tree.lemma[head] in cues.heads["medium"] or tree.lower[head] in cues.heads["medium"]:
        return tree.entity[head] == "ORG" or tree.pos[head] == "PROPN" or tree.lemma[head] not in cues.heads["document"]
    return False


def told_medium(tree: Tree, head: int, cues: Cues) -> Range | None:
    """The characters of the medium that was told something, if it was one: "POLITICO", "CNN's Ann Ray", "Fox News host Ann Ray"."""
    for kid in (k for k in tree.kids[head] if tree.dep[k] in ("poss", "compound", "nmod") and tree.entity[head] == "PERSON"):
        if tree.entity[kid] == "ORG" or is_medium(tree, kid, cues):
            return tree.start[entity_around(tree, kid)[0]], tree.end[entity_around(tree, kid)[1] - 1]
        inner = next((k for k in tree.kids[kid] if tree.entity[k] == "ORG"), None)
        if inner is not None:
            return tree.chars(entity_around(tree, inner))
    first = tree.left[head]
    if is_medium(tree, head, cues):
        return tree.start[first], tree.end[head]
    names = [at for at in range(first, head + 1) if tree.entity[at] == "ORG" or is_medium(tree, at, cues)]
    proper = tree.pos[head] == "PROPN" and tree.entity[head] not in ("PERSON", "GPE", "NORP", "LOC", "DATE")
    if tree.lemma[head] in cues.heads["body"] or any(tree.lemma[at] in cues.heads["body"] for at in names):
        return None
    if proper:
        return tree.start[first], tree.end[max(head, names[-1] if names else head)]
    if names and tree.pos[head] in ("NOUN", "PROPN"):
        return tree.chars(entity_around(tree, names[0]))
    return None


def entity_around(tree: Tree, at: int) -> Range:
    """The run of tokens around `at` with the same entity label."""
    first, last, label = at, at + 1, tree.entity[at]
    while first > 0 and tree.entity[first - 1] == label:
        first -= 1
    while last < len(tree.words) and tree.entity[last] == label:
        last += 1
    return first, last
