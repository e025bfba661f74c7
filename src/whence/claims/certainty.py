"""An event's token in its parsed sentence → how firmly the sentence commits to it: `Commitment`.

Two walks. Down: what stands beside the event (modals, adverbs, negation). Up: what it hangs on ("is likely to", "failed to",
"no evidence that"), as long as the link is a complement: a hedge in a relative clause or in another clause does not count.
"""

from dataclasses import dataclass, replace

from spacy.tokens import Token

from whence.lexicons.certainty import certainty_words
from whence.model import Certainty

COMPLEMENTS = frozenset({"xcomp", "ccomp", "acomp", "pcomp", "csubj", "csubjpass", "acl", "oprd"})
ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "dative", "expl", "pobj"})
HOLDING = frozenset({"have", "pose", "run", "carry", "face", "raise", "increase"})  # "runs the risk of"
STEPS = 8  # governors above governors; more is a misparse
STRENGTH = {Certainty.CERTAIN: 3, Certainty.PROBABLE: 2, Certainty.POSSIBLE: 1, Certainty.UNSURE: 0}


@dataclass(frozen=True, slots=True)
class Commitment:
    """`negated` is of the event itself. `open` says why it need not have happened: future, prospective, condition, would …"""

    certainty: Certainty = Certainty.CERTAIN
    negated: bool = False
    open: str = ""
    hedge: tuple[Token, ...] = ()
    negation: tuple[Token, ...] = ()

    def hedged(self, certainty: Certainty, token: Token) -> "Commitment":
        """No surer than `certainty`, because of `token`."""
        if STRENGTH[certainty] >= STRENGTH[self.certainty]:
            return self
        return replace(self, certainty=certainty, hedge=(*self.hedge, token))

    def turned(self, token: Token) -> "Commitment":
        return replace(self, negated=not self.negated, negation=(*self.negation, token))

    def left_open(self, why: str) -> "Commitment":
        return self if self.open else replace(self, open=why)


def commitment(event: Token, top: Token | None = None) -> Commitment:
    """How firmly the sentence, up to and with `top` (its root if None), holds that `event` happens."""
    found = _beside(event, Commitment())
    token = event
    for _ in range(STEPS):
        if token == top or token.head == token:
            return found
        if token.dep_ == "conj" and not _own_subject(token):
            found = _shared(token, found)
        elif token.dep_ in COMPLEMENTS:
            found = _under(token, found)
        else:
            return _in_context(token, found)
        token = token.head
    return found


def _in_context(token: Token, found: Commitment) -> Commitment:
    """A clause that hangs on another without being its complement: only what has not happened yet is passed on, no hedge."""
    if token.dep_ == "advcl" and _mark(token) in ("if", "unless", "whether", "lest"):
        return found.left_open("condition")
    if token.tag_ == "VB" and token.dep_ in ("advcl", "relcl", "acl", "pobj", "dep") and _infinitive(token):
        return found.left_open("prospective")
    above = token.head
    for _ in range(STEPS):
        if above.pos_ in ("VERB", "AUX") and token.tag_ in ("VB", "VBG", "VBP", "VBZ", "NN", "NNS"):
            return found.left_open(_beside(above, Commitment()).open if not _own_past(token) else "")
        if above.head == above:
            break
        above = above.head
    return found


def _own_past(token: Token) -> bool:
    return any(child.dep_ in ("aux", "auxpass") and child.tag_ in ("VBD", "VBZ", "VBP") for child in token.children)


def _infinitive(token: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in token.children)


def _own_subject(token: Token) -> bool:
    return any(child.dep_ in ("nsubj", "nsubjpass", "expl", "csubj") for child in token.children)


def _mark(token: Token) -> str:
    return next((child.lower_ for child in token.children if child.dep_ == "mark"), "")


def _beside(event: Token, found: Commitment) -> Commitment:
    words = certainty_words()
    aux_child = False
    for child in event.children:
        dep, lower = child.dep_, child.lower_
        if dep == "neg" or (dep in ("advmod", "preconj", "cc") and words.adverbs.get(lower) == "never" and child.i < event.i):
            found = found.turned(child)
        elif dep in ("aux", "auxpass"):
            aux_child = True
            found = _modal(child, event, found)
        elif dep in ("advmod", "intj"):
            found = _adverb(child, found)
        elif dep in ARGUMENTS:
            found = _argument(child, event, found)
        elif dep in ("prep", "amod") and lower not in ("without",):
            found = _aside(child, event, found)
        elif dep == "advcl" and _mark(child) in ("if", "unless") and child.i > event.i:
            found = found.left_open("condition")
        elif dep == "punct" and lower == "?":
            found = found.hedged(Certainty.UNSURE, child).left_open("question")
    if event.tag_ == "VB" and not aux_child and event.dep_ == "ROOT" and not _own_subject(event):
        found = found.left_open("order")
    return found


def _aside(child: Token, event: Token, found: Commitment) -> Commitment:
    """ "In all likelihood", and the adjective of an event that is told as a noun: "a possible leak"."""
    words = certainty_words()
    kind = ""
    if child.dep_ == "amod" and event.pos_ == "NOUN":
        kind = words.attributes.get(child.lower_, "")
    elif child.lower_ == "in":
        kind = next((words.phrases[c.lower_] for c in child.children if c.lower_ in words.phrases), "")
    return found.hedged(Certainty(kind), child) if kind else found


def _argument(noun: Token, event: Token, found: Commitment) -> Commitment:
    """ "No request", "has the potential to break the record"."""
    if (no := _none(noun)) is not None:
        found = found.turned(no)
    kind = certainty_words().stakes.get(noun.lemma_.lower(), "") if noun.dep_ == "dobj" and event.lemma_ in HOLDING else ""
    follows = kind and any(child.dep_ in ("acl", "ccomp", "prep") for child in noun.rights)
    return found.hedged(Certainty(kind), noun) if follows else found


def _none(noun: Token) -> Token | None:
    """ "none of its guns", "no request": the word that says none."""
    negators = certainty_words().sets["negators"]
    if noun.lower_ in negators:
        return noun
    return next((child for child in noun.lefts if child.dep_ in ("det", "neg", "preconj") and child.lower_ in negators), None)


def _modal(modal: Token, event: Token, found: Commitment) -> Commitment:
    match certainty_words().modals.get(modal.lower_):
        case "possible" if modal.lower_ == "could" and any(child.dep_ == "neg" for child in event.children):
            return found.left_open("able")
        case "possible":
            return found.hedged(Certainty.POSSIBLE, modal)
        case "probable" if not _perfect(event):  # "should have been tougher" is a reproach
            return found.hedged(Certainty.PROBABLE, modal).left_open("would")
        case "must" if _perfect(event):
            return found.hedged(Certainty.PROBABLE, modal)
        case "must":
            return found.left_open("prospective")
        case "future" | "would" | "able" as why:
            return found.left_open(why)
    return found


def _perfect(event: Token) -> bool:
    return any(child.lower_ in ("have", "'ve", "’ve") for child in event.lefts)


def _adverb(adverb: Token, found: Commitment) -> Commitment:
    words = certainty_words()
    match words.adverbs.get(adverb.lower_):
        case "possible":
            return found.hedged(Certainty.POSSIBLE, adverb)
        case "probable":
            return found.hedged(Certainty.PROBABLE, adverb)
        case "unlikely":
            return found.hedged(Certainty.PROBABLE, adverb).turned(adverb)
        case "almost" if adverb.head.tag_ == "VBD":
            return found.turned(adverb)
    if adverb.lower_ == "certainly" and any(child.lower_ in ("almost", "nearly") for child in adverb.children):
        return found.hedged(Certainty.PROBABLE, adverb)
    return found


def strayed(word: Token, event: Token, found: Commitment) -> Commitment:
    """An adverb or "in all likelihood" that opens a content and that the parser hung on the cue's verb instead."""
    return _adverb(word, found) if word.dep_ == "advmod" else _aside(word, event, found)


def _shared(token: Token, found: Commitment) -> Commitment:
    """A coordinated predicate without a subject of its own stands under the first one's modal ("may go and stay")."""
    if any(child.dep_ == "aux" and child.lower_ != "to" for child in token.children):
        return found
    first = token.head
    for child in first.children:
        if child.dep_ == "aux":
            found = _modal(child, token, found)
    if token.tag_ == "VB" and first.tag_ == "VB" and first.dep_ == "ROOT" and not _own_subject(first):
        return found.left_open("order")
    return found


def _under(token: Token, found: Commitment) -> Commitment:
    """What the governor of a complement makes of it."""
    governor = token.head
    if (
        token.dep_ == "acl" and token.tag_ in ("VBG", "VBN") and not _mark(token) and not _own_subject(token)
    ):  # "the ship carrying grain": a description
        return found
    if token.dep_ == "acl" and _infinitive(token):
        found = found.left_open("prospective")
    if token.dep_ == "ccomp" and governor.i > token.i and governor.pos_ == "VERB" and not _hedges(governor):  # "X, he said": a parenthesis
        return found
    if _mark(token) in ("whether", "if"):
        return found.hedged(Certainty.UNSURE, governor).left_open("question")
    above = _beside(governor, Commitment())
    negated = above.negated or _none(governor) is not None
    kind = governor_kind(governor, token)
    if kind != "positive" and token.tag_ == "VB" and _infinitive(token):
        found = found.left_open("prospective")
    return _governed(governor, negated, above, kind, found)


def _hedges(governor: Token) -> bool:
    return certainty_words().governors.get(governor.lemma_.lower()) in ("probable", "possible", "unlikely")


def governor_kind(governor: Token, token: Token) -> str:
    """The class of the governor; a copula takes it from its complement ("is likely to", "it is a fact that")."""
    governors = certainty_words().governors
    kind = governors.get(governor.lemma_.lower(), "")
    if governor.lemma_ == "be" and (complement := _complement(governor, token)) is not None:
        return governors.get(complement.lemma_.lower(), "")
    if governor.lemma_ == "be":
        kind = next((governors.get(child.lower_, "") for child in governor.children if child.dep_ == "nsubj"), "")  # "the odds are that"
    if governor.lemma_.lower() == "expect" and token.dep_ == "xcomp" and governor.tag_ != "VBN":
        return "probable"
    return kind


def _complement(copula: Token, token: Token) -> Token | None:
    return next((child for child in copula.children if child.dep_ in ("acomp", "attr", "oprd") and child != token), None)


def _governed(governor: Token, negated: bool, above: Commitment, kind: str, found: Commitment) -> Commitment:
    no_support = governor.lemma_.lower() in certainty_words().sets["no_support"]
    if negated and (no_support or kind == "probable"):  # "no evidence that", "I do not think that": the negation belongs below
        return found.hedged(Certainty.PROBABLE, governor).turned(governor)
    if negated and governor.lemma_.lower() in certainty_words().sets["knowing"] and kind != "positive":
        return found.hedged(Certainty.UNSURE, governor)
    doubt = _complement(governor, found.hedge[-1] if found.hedge else governor) if governor.lemma_ == "be" else governor
    if negated and doubt is not None and doubt.lemma_.lower() == "doubt":  # "there is no doubt that"
        return found
    match kind:
        case "probable" | "possible" | "unsure":
            found = found.hedged(Certainty(kind), governor)
            return found.left_open("prospective") if _to(found, governor) else found
        case "unlikely":
            found = found.hedged(Certainty.PROBABLE, governor)
            return found if negated else found.turned(governor)
        case "prospective":
            found = found.left_open("prospective")
        case "negative" if not negated:
            found = found.turned(governor)
        case "positive" if negated and governor.lemma_.lower() in ("manage", "happen", "get", "begin", "succeed", "come"):
            found = found.turned(governor)
    if kind in ("positive", "prospective", "negative", "probable") and above.certainty is not Certainty.CERTAIN:
        found = found.hedged(above.certainty, above.hedge[-1])
    return found.left_open(above.open) if kind == "positive" and above.open else found


def _to(found: Commitment, governor: Token) -> bool:
    return governor.lemma_.lower() in ("expect", "hope", "tend", "look") and not found.open


def factuality(event: Token) -> float:
    """-3 (held to be certainly not so) to 3 (certainly so), the scale of `Claim.factuality` times three, for one event of a sentence."""
    found = commitment(event)
    return -3 * found.certainty.degree if found.negated else 3 * found.certainty.degree
