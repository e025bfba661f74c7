"""Tokens of a content or clause → its head, the event that it is about, and the name of that event (`predicate`)."""

from collections.abc import Sequence

from spacy.tokens import Token

from whence.lexicons.certainty import certainty_words

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
SPEAKING_FOR_THEMSELVES = frozenset({"i", "we", "he", "she", "they", "it"})
DEPTH = 4  # hedges inside hedges: "I think it is likely that"


def head_of(tokens: Sequence[Token]) -> Token | None:
    """The first token whose head lies outside, a predicate before a noun; None for nothing but marks."""
    if not tokens:
        return None
    inside = {token.i for token in tokens}
    outer = [token for token in tokens if (token.head == token or token.head.i not in inside) and not token.is_punct]
    predicates = [token for token in outer if token.pos_ in ("VERB", "AUX")]
    finite = [token for token in predicates if subject_of(token) is not None]
    nouns = [token for token in outer if token.pos_ in ("NOUN", "PROPN", "PRON", "ADJ", "NUM")]
    return next(iter(finite or predicates or nouns or outer), None)


def subject_of(token: Token) -> Token | None:
    return next((child for child in token.children if child.dep_ in SUBJECTS), None)


def event_of(head: Token) -> Token:
    """Below hedges that only say how sure somebody is ("it is likely that", "appears to", "I think"), the event itself."""
    for _ in range(DEPTH):
        lower = _below(head)
        if lower is None:
            return head
        head = lower
    return head


def _below(head: Token) -> Token | None:
    words = certainty_words()
    clause = _clause(head)
    if clause is None:
        return None
    kind = words.governors.get(head.lemma_.lower(), "")
    if head.lemma_ == "be":  # "it is likely that", "there is no evidence that"
        complement = next((child for dep in (("acomp", "attr", "oprd"), ("nsubj",)) for child in head.children if child.dep_ in dep), None)
        hedge = complement is not None and _hedging(complement)
        support = complement is not None and complement.lemma_.lower() in words.sets["no_support"]
        return clause if hedge or support else None
    if head.lemma_ == "become" and (subject := subject_of(head)) is not None and subject.lower_ == "it":  # "it became clear that"
        return clause
    if kind in ("probable", "possible", "unlikely"):
        subject = subject_of(head)
        passive = head.tag_ == "VBN" and any(child.dep_ == "auxpass" for child in head.children)
        own = subject is not None and subject.lower_ in SPEAKING_FOR_THEMSELVES
        raising = head.lemma_ in ("appear", "seem", "tend", "look")
        return clause if passive or raising or head.pos_ == "ADJ" or (own and head.lemma_ in words.sets["firsthand"]) else None
    return None


def _hedging(complement: Token) -> bool:
    governors = certainty_words().governors
    kind = governors.get(complement.lemma_.lower()) or governors.get(complement.lower_)  # "odds" has the lemma of "odd"
    return kind in ("probable", "possible", "unlikely", "unsure")


def _clause(head: Token) -> Token | None:
    """The clause that hangs on a hedge, or on the adjective or noun of a copula."""
    for child in head.children:
        if child.dep_ in ("ccomp", "xcomp", "csubj", "csubjpass") and child.pos_ in ("VERB", "AUX", "ADJ", "NOUN"):
            return child
    if head.lemma_ == "be":
        for child in head.children:
            if child.dep_ in ("acomp", "attr", "nsubj"):
                for lower in child.children:
                    if lower.dep_ in ("ccomp", "xcomp", "acl") and lower.pos_ in ("VERB", "AUX"):
                        return lower
    return None


def predicate_of(event: Token) -> str:
    """The lemma of what happens; of a copula, its complement."""
    if event.lemma_ == "be":
        complement = next((child for child in event.children if child.dep_ in ("acomp", "attr", "oprd")), None)
        if complement is not None:
            return complement.lemma_.lower()
    return event.lemma_.lower()
