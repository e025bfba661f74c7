"""An attribution whose content is a thing and no clause → whether it tells something all the same: “The mill says forty.” “Its board
flagged transfers to a firm in Orvia.” “The footage shows a crane on its side.”

A deed ("criticised the plan", "opened an inquiry") says what somebody did; these say what somebody holds to be so, and count as tellings.
"""

from whence.attribute.found import Found
from whence.attribute.mentions import tokens_in
from whence.attribute.tree import Tree
from whence.lexicons.cues import Cues
from whence.lexicons.hops import load_hop_words

NOBODYS = frozenset({"i", "we", "you", "one", "nobody", "everyone", "everybody", "anyone", "anybody", "which", "that", "what", "who"})
INSTRUMENTS = frozenset(
    {"camera", "meter", "metre", "sensor", "tracker", "reading", "radar", "satellite", "gauge", "clock", "thermometer", "scale", "alarm"}
)
FRAMES = ("object", "about", "clause", "quote", "named", "aside", "infinitive")
FEWEST = 2  # words of a thing without a number: "said no" tells nothing that could be compared


def tells_of(tree: Tree, one: Found, cues: Cues) -> bool:
    """By a verb that lays a thing to its speaker as so, or by any plain word of saying before a number."""
    at = one.at
    if not one.source or one.speaker is None or not one.frame.startswith(FRAMES) or tree.pos[at] != "VERB":
        return False
    if tree.kid(at, "auxpass") is not None or not _speaks(tree, one) or (one.lemma == "tell" and at + 1 >= tree.sentence[at][1]):
        return False  # "five dead, families told"
    if tree.tag[at] in ("VB", "VBG") and tree.kid(at, "aux") is None:
        return False  # "pointing to the flood, she urged"
    words = [token for run in one.content for token in tokens_in(tree, run) if tree.pos[token] not in ("PUNCT", "SPACE", "DET", "ADP")]
    if any(tree.tag[token] == "CD" for token in words) and cues.admit("number", one.lemma):
        return True
    if len(words) < FEWEST:
        return one.lemma in ("say", "tell") and [tree.lower[token] for token in words] == ["so"]  # of the sentence before
    shown = tree.lemma[one.speaker] in load_hop_words().written | cues.heads["document"] and cues.admit("shown", one.lemma)
    return shown or cues.admit("thing", one.lemma) or any(cues.admit("thing", " ".join(pair)) for pair in _pairs(tree, one))


def _pairs(tree: Tree, one: Found) -> list[tuple[str, str]]:
    """The verb with its particle, its object or its preposition: "rule out", "draw attention", "speak of"."""
    own = [kid for kid in tree.kids[one.at] if kid > one.at and tree.dep[kid] in ("prt", "dobj", "prep")]
    return [(one.lemma, tree.lemma[kid]) for kid in own]


def _speaks(tree: Tree, one: Found) -> bool:
    """Whether the speaker can be somebody: a name, a body, people or a document, and no "we"."""
    head = one.speaker
    if head is None or tree.lower[head] in NOBODYS or tree.lemma[head] in INSTRUMENTS:
        return False
    return tree.pos[head] in ("NOUN", "PROPN", "PRON", "NUM", "ADJ") and tree.entity[head] not in ("DATE", "TIME", "MONEY", "PERCENT")
