"""The cue of a telling, and its innermost source → how the reporter passed it on: endorsed, neutral or distanced."""

from collections.abc import Sequence

from spacy.tokens import Token

from whence.claims.cues import cue_class, cue_lemmas
from whence.lexicons.certainty import certainty_words
from whence.model import Chain, SourceKind, Stance

PAPERS = frozenset({"note", "detail", "show"})  # "wrote in a note to investors": a paper, no verb that endorses
SILENT = frozenset({"not", "decline", "refuse", "neither"})  # "refused to confirm" endorses nothing


def stance_of(cue: Sequence[Token], chain: Chain) -> tuple[Stance, tuple[Token, ...]]:
    """The stance, with the tokens that decided it."""
    table = certainty_words().cue_stance
    lemmas = cue_lemmas([token for token in cue if token.pos_ != "NOUN" or token.lemma_ not in PAPERS])
    silent = bool(SILENT & set(lemmas)) or ("no" in lemmas and "doubt" not in lemmas)  # "found no evidence"
    found = "" if silent else cue_class(lemmas, table)
    if not found and chain and chain[-1].kind in (SourceKind.IMPERSONAL, SourceKind.DOCUMENT):
        found = next((table[word] for word in chain[-1].mention.lower().split() if table.get(word) == "distanced"), "")
    return (Stance(found), tuple(cue)) if found else (Stance.NEUTRAL, ())
