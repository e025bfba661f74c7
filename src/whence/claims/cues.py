"""The words of a cue → their class in a table of the lexicon ("has declined to comment" → no_comment), with the words that decided."""

from collections.abc import Sequence

from spacy.tokens import Token

from whence.lexicons.certainty import Classes, certainty_words

LONGEST = 4  # words of the longest entry


def cue_class(lemmas: Sequence[str], table: Classes) -> str:
    """The class of the longest run of lemmas that the table knows; "" if it knows none."""
    for size in range(min(LONGEST, len(lemmas)), 0, -1):
        for first in range(len(lemmas) - size + 1):
            found = table.get(" ".join(lemmas[first : first + size]))
            if found:
                return found
    return ""


def cue_lemmas(cue: Sequence[Token]) -> list[str]:
    """The cue's lemmas, with "not" where its verb is negated outside the cue ("neither … has commented"), without plain adverbs."""
    kept = [token for token in cue if not token.is_punct and (token.pos_ != "ADV" or _telling(token))]
    lemmas = ["not" if token.dep_ == "neg" else token.lemma_.lower() for token in kept]
    verb = next((token for token in kept if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "auxpass")), None)
    if verb is not None and "not" not in lemmas and negated_outside(verb):
        lemmas.insert(kept.index(verb), "not")
    return lemmas


def _telling(adverb: Token) -> bool:
    words = certainty_words()
    return adverb.dep_ == "neg" or any(adverb.lower_ in table for table in (words.cue_certainty, words.cue_act, words.cue_stance))


def negated_outside(verb: Token) -> bool:
    negators = certainty_words().sets["negators"]
    if any(child.dep_ == "neg" or (child.dep_ == "preconj" and child.lower_ in negators) for child in verb.children):
        return True
    subjects = [child for child in verb.lefts if child.dep_ in ("nsubj", "nsubjpass")][-1:]  # a first of two is the parser's slip
    return any(child.lower_ in negators or any(c.lower_ in negators for c in child.lefts) for child in subjects)
