"""The head token of a source → the source as its own words show it: a first kind, by entity label and head noun, to be resolved later."""

from bisect import bisect_left

from whence.attribute.tree import Range, Tree
from whence.lexicons.cues import Cues
from whence.lexicons.hops import load_hop_words
from whence.model import Source, SourceKind, Span

GATHERING = frozenset({"conference", "briefing", "gathering", "event", "meeting", "rally", "hearing"})  # "told a press conference"
NEAR = 150  # tokens: how far the words of an attribution are looked for in its sentence
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
    if lemma in cues.heads["document"] | load_hop_words().written and entity in ("", "CARDINAL", "DATE"):
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
    if tree.lemma[head] in GATHERING:
        return None
    if tree.lemma[head] in load_hop_words().room:  # "the Globe's editorial board"
        whose = next((kid for kid in tree.kids[head] if kid < head and known_medium(tree, kid, cues)), None)
        return (tree.start[tree.left[whose]], tree.end[head]) if whose is not None else None
    if is_medium(tree, head, cues):
        return tree.start[first], tree.end[head]
    names = [at for at in range(first, head + 1) if tree.entity[at] == "ORG" or is_medium(tree, at, cues)]
    proper = tree.pos[head] == "PROPN" and tree.entity[head] not in ("PERSON", "GPE", "NORP", "LOC", "DATE")
    if tree.lemma[head] in cues.heads["body"] or any(tree.lemma[at] in cues.heads["body"] for at in names):
        return None
    if proper:
        return tree.start[first], tree.end[max(head, names[-1] if names else head)]
    host = tree.lemma[head] in load_hop_words().host
    if names and tree.pos[head] in ("NOUN", "PROPN") and (host or known_medium(tree, names[0], cues)):
        return tree.chars(entity_around(tree, names[0]))
    return None


def tokens_in(tree: Tree, chars: Range) -> range:
    """The tokens that begin within these characters."""
    return range(bisect_left(tree.start, chars[0]), bisect_left(tree.start, chars[1]))


def sentence_near(tree: Tree, at: int) -> range:
    """The tokens of the sentence around `at`, of a very long one those near it."""
    begin, end = tree.sentence[at]
    return range(max(begin, at - NEAR), min(end, at + NEAR))


def entity_around(tree: Tree, at: int) -> Range:
    """The run of tokens around `at` with the same entity label; of a name without one, the names that stand together."""
    first, last, label = at, at + 1, tree.entity[at]
    same = tree.entity if label else tree.pos
    kind = label or "PROPN"
    while first > 0 and same[first - 1] == kind:
        first -= 1
    while last < len(tree.words) and same[last] == kind:
        last += 1
    return first, last


def medium_within(tree: Tree, head: int, cues: Cues) -> Range | None:
    """The same where only a name that a lexicon knows, or that says what it is, will do: "on Fox News", "obtained by the Post"."""
    if not (tree.pos[head] == "PROPN" or tree.entity[head] or is_medium(tree, head, cues)):
        return None
    first, last = tree.left[head], head + 1
    called = tree.kid(head, "appos")
    if called is not None and is_medium(tree, called, cues) and tree.pos[head] == "PROPN":
        return tree.chars((first, last))  # "the Forward, a newspaper"
    for at in range(first, last):
        if known_medium(tree, at, cues) and tree.pos[at] in ("PROPN", "NOUN", "X"):
            begin, end = entity_around(tree, at) if tree.entity[at] in ("ORG", "WORK_OF_ART") else (at, at + 1)
            return told_medium(tree, head, cues) or tree.chars((max(begin, first), min(end, last)))
    return None


def known_medium(tree: Tree, at: int, cues: Cues) -> bool:
    """Whether a name at this token is that of a medium or of a place where people post."""
    if is_medium(tree, at, cues) or (tree.pos[at] == "PROPN" and tree.lower[at] in load_hop_words().platform):
        return True
    if tree.pos[at] != "PROPN":
        return False
    first, last = entity_around(tree, at) if tree.entity[at] else (at, at + 1)
    names = {tree.text[tree.start[first] : tree.end[last - 1]], tree.words[at]}
    known = (tree.actors.actor(name.removesuffix("’s").removesuffix("'s")) for name in names)
    return any(actor is not None and actor.kind is SourceKind.MEDIUM for actor in known)
