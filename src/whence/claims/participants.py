"""The event of a claim → who and what takes part, with their roles, and names resolved inside the report."""

from collections.abc import Iterator

from spacy.tokens import Token

from whence.claims.names import Names
from whence.claims.places import Page
from whence.model import Chain, Participant, Span

ROLES = {"nsubj": "agent", "nsubjpass": "patient", "dobj": "patient", "dative": "other", "attr": "other", "agent": "agent", "oprd": "other"}
LEFT = ("det", "amod", "compound", "poss", "nummod", "nmod", "quantmod")


def participants_of(event: Token, page: Page, names: Names, within: Span, chain: Chain) -> tuple[Participant, ...]:
    """In order of the text; what stands outside the content is left out, but for a shared subject."""
    found: list[Participant] = []
    for noun, role in _arguments(event):
        if not noun.is_punct and noun.pos_ in ("NOUN", "PROPN", "PRON", "NUM"):
            first = first_of(noun)
            span = page.span(first, noun)
            if span.overlaps(within) or role == "agent":
                found.append(Participant(resolved(noun, first, page, names, chain), span, role, noun.ent_type_))
    return tuple(sorted(found, key=lambda one: one.span.start))


def _arguments(event: Token) -> Iterator[tuple[Token, str]]:
    has_subject = any(child.dep_ == "expl" for child in event.children)
    for child in event.children:
        role = ROLES.get(child.dep_)
        if child.dep_ == "agent":
            yield from ((noun, "agent") for noun in child.children if noun.dep_ == "pobj")
        elif role:
            has_subject |= child.dep_ in ("nsubj", "nsubjpass")
            yield from ((noun, role) for noun in (child, *child.conjuncts) if noun.dep_ in (child.dep_, "conj"))
        elif child.dep_ == "prep":
            yield from ((noun, "other") for noun in child.children if noun.dep_ == "pobj")
        elif child.dep_ == "poss" and event.pos_ == "NOUN":
            yield child, "agent"
    if not has_subject and event.dep_ in ("conj", "xcomp", "ccomp", "acl", "advcl"):
        yield from _inherited(event)


def subject_above(event: Token) -> Token | None:
    """The subject that a predicate without one of its own shares."""
    return next((noun for noun, _ in _inherited(event)), None)


def _inherited(event: Token) -> Iterator[tuple[Token, str]]:
    """The subject of the first of two coordinated predicates, or of the verb above an infinitive."""
    above = event
    for _ in range(3):
        above = above.head
        for child in above.children:
            if child.dep_ in ("nsubj", "nsubjpass"):
                yield child, ROLES[child.dep_] if event.dep_ == "conj" else "agent"
                return


def first_of(noun: Token) -> Token:
    """Where a noun's own words begin."""
    first = noun
    for child in noun.lefts:
        if child.dep_ in LEFT and child.left_edge.i < first.i:
            first = child.left_edge
    return first


def resolved(noun: Token, first: Token, page: Page, names: Names, chain: Chain) -> str:
    """The name of a noun phrase: a pronoun's antecedent, a short name's full one, or its own words."""
    if noun.pos_ == "PRON":
        return names.of_pronoun(noun, page.start(noun), chain) or noun.text
    words = page.doc[first.i : noun.i + 1].text
    if noun.ent_type_ == "PERSON":
        entity = next((e for e in page.doc.ents if e.start <= noun.i < e.end), None)
        return names.of_name(entity.text) if entity is not None else words
    if noun.pos_ == "PROPN" and first == noun and noun.ent_type_ not in ("GPE", "LOC"):
        return names.of_name(words)
    return words
