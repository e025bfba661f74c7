"""A parsed report → events that it tells as nouns and takes for granted: "his supervision of a test", "after the killing of two guards".

Only where the words around say that it has happened ("follows", "after", "since", "despite"), and only in the report's own voice.
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from whence.claims.places import Places
from whence.claims.voice import Clause, covered_tokens
from whence.lexicons.events import event_nouns
from whence.model import Attribution

LINKING = frozenset({"after", "following", "since", "despite", "amid", "during", "upon"})
FEWEST = 4  # words


def nominal_clauses(places: Places, attributions: Sequence[Attribution]) -> Iterator[Clause]:
    """In order of the text; the clause is the noun with all that hangs on it."""
    for page in places:
        covered = covered_tokens(page, attributions)
        for token in page.doc:
            if token.pos_ == "NOUN" and token.i not in covered and _event(token) and _taken_for_granted(token) and _about_something(token):
                aside = {inner.i for child in token.subtree if child.dep_ == "relcl" for inner in child.subtree}
                stretch = [inner for inner in token.subtree if not inner.is_space and inner.i not in covered and inner.i not in aside]
                if len(stretch) >= FEWEST:
                    yield Clause(page, token, stretch, False)


def _event(noun: Token) -> bool:
    return noun.lemma_.lower() in event_nouns() or (noun.tag_ == "NN" and noun.lower_ in event_nouns())


def _taken_for_granted(noun: Token) -> bool:
    above = noun.head
    if noun.dep_ == "pobj":
        return above.lower_ in LINKING
    return noun.dep_ == "dobj" and above.lemma_ == "follow" and not any(child.dep_ in ("neg", "aux") for child in above.children)


def _about_something(noun: Token) -> bool:
    """Somebody does it, or it is done to something: "his supervision of a test", "the strengthening of ties between A and B"."""
    preps = [child for child in noun.children if child.dep_ in ("prep", "agent") and child.lower_ in ("of", "by")]
    return bool(preps)
