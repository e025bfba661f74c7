"""A telling → its labels, each with the tokens that decided it: `Labels`.

`negated` is what GUIDE says of it: the source holds that the content is not so ("denied that he knew"). A negation inside the
content ("it had no documents") leaves `negated` False and stands in the evidence as "negation", for whoever compares contents.
"""

from dataclasses import dataclass

from spacy.tokens import Token

from whence.claims.act import Telling, act_of
from whence.claims.certainty import STRENGTH, Commitment, commitment
from whence.claims.cues import cue_class, cue_lemmas
from whence.claims.heads import event_of
from whence.claims.stance import stance_of
from whence.lexicons.certainty import certainty_words
from whence.model import Act, Certainty, Chain, Stance

CONSIDERING = frozenset(
    {"consider", "study", "explore", "examine", "weigh", "look", "discuss"}
)  # "agreed to consider": a plan only possible
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
    inner = commitment(event, telling.head) if event is not None else Commitment()
    by_cue = cue_class(cue_lemmas(telling.cue), certainty_words().cue_certainty)
    certainty, hedge = _certainty(telling, act, by_cue, inner)
    negated, negation = _negated(telling, act, by_cue, inner)
    if act in (Act.STATES, Act.DENIES) and (missing := _no_support(telling.head)):
        certainty, hedge, negated, negation = Certainty.PROBABLE, missing, True, missing
    elif act is Act.PLANS and telling.head is not None and telling.head.lemma_ in CONSIDERING:
        certainty, hedge = Certainty.POSSIBLE, (telling.head,)
    inner_negation = inner.negation if inner.negated and not negation else ()
    named = (("certainty", hedge), ("negated", negation), ("negation", inner_negation), ("act", act_words), ("stance", stance_words))
    return Labels(certainty, negated, act, stance, tuple((name, words) for name, words in named if words), event)


def _certainty(telling: Telling, act: Act, by_cue: str, inner: Commitment) -> tuple[Certainty, tuple[Token, ...]]:
    """The weaker of what the cue and the content say; a denial is as sure as its cue, a refusal is unsure."""
    cue = tuple(telling.cue)
    if act in (Act.NO_COMMENT, Act.ASKS):
        return Certainty.UNSURE, cue or inner.hedge
    if act is Act.DENIES:
        return Certainty.CERTAIN, ()
    unknown = _unknown(telling, inner)
    if unknown:
        return Certainty.UNSURE, unknown
    if by_cue == "unsure" and act is Act.ORDERS:
        by_cue = ""
    said = Certainty({"doubt": "probable", "": "certain"}.get(by_cue, by_cue or "certain"))
    if STRENGTH[said] < STRENGTH[inner.certainty]:
        return said, cue
    return inner.certainty, inner.hedge


def _unknown(telling: Telling, inner: Commitment) -> tuple[Token, ...]:
    """ "cannot tell who fired", "could not be verified", "it is unclear how": nothing is held, either way."""
    head, sets = telling.head, certainty_words().sets
    if head is None or not any(c.dep_ in ("neg", "acomp", "oprd", "csubj", "csubjpass") for c in head.children):
        return ()
    opens = next((c for c in head.children if c.dep_ in ("acomp", "oprd") and c.lemma_.lower() in sets["open"]), None)
    if opens is not None:
        return (opens,)
    if (
        head.lemma_ in sets["unsettled"]
        and any(c.dep_ == "neg" for c in head.children)
        and any(c.dep_ in ("csubj", "csubjpass") for c in head.children)
    ):
        return (head,)
    knows = head
    if head.lemma_ == "be":  # "is not in a position to determine"
        knows = next(
            (t for t in telling.content if t.lemma_ in sets["knowing"] and t.dep_ in ("acl", "xcomp", "relcl") and t.i > head.i), head
        )
    found = commitment(head, head)
    can = any(c.dep_ == "aux" and c.lower_ in ("can", "ca", "could") for c in head.children)
    perfect = any(c.dep_ == "auxpass" for c in head.children) or head.lemma_ in ("know", "be")
    thing = knows == head and any(c.dep_ == "dobj" and c.pos_ != "PRON" for c in head.children)  # "I do not know one person who"
    if found.negated and knows.lemma_ in sets["knowing"] and (can or perfect or knows != head) and not (thing and not can):
        return (*found.negation, knows)
    return ()


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
