"""A telling → its labels, each with the tokens that decided it: `Labels`.

`negated` is what GUIDE says of it: the source holds that the content is not so ("denied that he knew"). A negation inside the
content ("it had no documents") leaves `negated` False and stands in the evidence as "negation", for whoever compares contents.
"""

from dataclasses import dataclass

from spacy.tokens import Token

from whence.claims.act import CONSIDERING, Telling, act_of
from whence.claims.certainty import STRENGTH, Commitment, commitment, strayed
from whence.claims.cues import cue_class, cue_lemmas
from whence.claims.heads import event_of, subject_of
from whence.claims.stance import stance_of
from whence.claims.unknown import unknown
from whence.lexicons.certainty import certainty_words
from whence.model import Act, Certainty, Chain, Stance

Because = tuple[tuple[str, tuple[Token, ...]], ...]


@dataclass(frozen=True, slots=True)
class Labels:
    certainty: Certainty
    negated: bool
    act: Act
    stance: Stance
    because: Because
    event: Token | None


def labels_of(telling: Telling, chain: Chain) -> Labels:
    """The labels of one telling; `chain` only for how its innermost source is put."""
    act, act_words = act_of(telling)
    stance, stance_words = stance_of(telling.cue, chain)
    event = event_of(telling.head) if telling.head is not None else None
    inner = _inner(telling, event) if event is not None else Commitment()
    by_cue = cue_class(cue_lemmas(telling.cue), certainty_words().cue_certainty)
    certainty, hedge = _certainty(telling, act, by_cue, inner)
    negated, negation = _negated(telling, act, by_cue, inner)
    if act in (Act.STATES, Act.DENIES) and (missing := _no_support(telling.head)):
        certainty, hedge, negated, negation = Certainty.PROBABLE, missing, True, missing
    elif act is Act.PLANS and (considered := _considered(telling)):
        certainty, hedge = Certainty.POSSIBLE, considered
    inner_negation = inner.negation if inner.negated and not negation else ()
    named = (("certainty", hedge), ("negated", negation), ("negation", inner_negation), ("act", act_words), ("stance", stance_words))
    return Labels(certainty, negated, act, stance, tuple((name, words) for name, words in named if words), event)


def _inner(telling: Telling, event: Token) -> Commitment:
    found, inside = commitment(event, telling.head), {token.i for token in telling.content}
    if found.hedge and event == telling.head and (main := _but(event, inside)) is not None:
        found = commitment(main, main)
    for word in telling.content[:2]:
        if word.dep_ in ("advmod", "prep") and word.head.i not in inside and word.i < event.i:
            found = strayed(word, event, found)
    return found


def _but(event: Token, inside: set[int]) -> Token | None:
    """ "There may be reports, but nothing has changed": what follows "but" is what is held."""
    if not any(child.dep_ == "cc" and child.lower_ == "but" for child in event.children):
        return None
    follows = (child for child in event.children if child.dep_ == "conj" and child.i in inside and subject_of(child) is not None)
    return next((child for child in follows if not commitment(child, child).hedge), None)


def _certainty(telling: Telling, act: Act, by_cue: str, inner: Commitment) -> tuple[Certainty, tuple[Token, ...]]:
    """The weaker of what the cue and the content say; a denial is as sure as its cue, a refusal is unsure."""
    cue = tuple(telling.cue)
    if act in (Act.NO_COMMENT, Act.ASKS):
        return Certainty.UNSURE, cue or inner.hedge
    if act is Act.DENIES:
        return Certainty.CERTAIN, ()
    if by_cue == "doubt":
        return Certainty.PROBABLE, cue
    if act is not Act.ORDERS and (left_open := unknown(telling, inner)):
        return Certainty.UNSURE, left_open
    if by_cue == "unsure" and act is Act.ORDERS:
        by_cue = ""
    said = Certainty(by_cue or "certain")
    if STRENGTH[said] < STRENGTH[inner.certainty]:
        return said, cue
    return inner.certainty, inner.hedge


def _no_support(head: Token | None) -> tuple[Token, ...]:
    """ "There is no evidence that", "found no sign of": a weak denial of what follows."""
    if head is None:
        return ()
    for child in head.children:
        if child.lemma_.lower() in certainty_words().sets["no_support"] and child.dep_ in ("attr", "dobj", "nsubj", "nsubjpass"):
            no = next(
                (c for c in (*child.lefts, *head.children) if c.dep_ in ("det", "neg") and c.lower_ in ("no", "not", "n't", "n’t")), None
            )
            follows = any(c.dep_ in ("acl", "ccomp", "prep") for c in (*child.rights, *head.rights))
            return (no, child) if no is not None and follows else ()
    return ()


def _negated(telling: Telling, act: Act, by_cue: str, inner: Commitment) -> tuple[bool, tuple[Token, ...]]:
    lemmas = cue_lemmas(telling.cue)
    if act is Act.DENIES or by_cue == "doubt" or (by_cue == "probable" and "not" in lemmas):
        return True, tuple(telling.cue) or inner.negation
    if act is Act.STATES and {"decline", "refuse"} & set(lemmas) and "not" not in lemmas:
        return True, tuple(telling.cue)
    return False, ()


def _considered(telling: Telling) -> tuple[Token, ...]:
    """ "Agreed to consider", "is weighing a ban": a plan that is only possible."""
    head = telling.head
    words = (*telling.cue, *((head,) if head is not None else ()))
    return next(((token,) for token in words if token.lemma_.lower() in CONSIDERING), ())
