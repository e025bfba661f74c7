"""An attribution → whether it plainly tells something although its content is no clause to the parser: “Six dead,” she said; MINE SAFE,
SAYS OWNER; a reporter who saw the ship go down.
"""

from dataclasses import replace

from whence.attribute.found import Found
from whence.attribute.mentions import tokens_in
from whence.attribute.tree import Tree
from whence.lexicons.cues import Cues
from whence.lexicons.hops import load_hop_words

SEEING = frozenset({"see", "watch", "count", "witness", "hear"})
LIKELY = 0.33  # what the tagger must make of it: as of those that are shown one by one
FEWEST = 3  # words that a cue of saying hands over: "said no" and "said a prayer" tell nothing


def says_plainly(tree: Tree, one: Found, cues: Cues) -> bool:
    """Of a cue by which nothing but words is handed over. A verb that has things for an object too ("announced a plan") only counts
    after what it tells, or at a quotation."""
    if not one.source:
        return False
    if one.lemma in SEEING:
        return seen_by(tree, one)
    if not cues.admit("aside", one.lemma) or (one.sure or 0.0) < LIKELY:
        return False
    if one.lemma == "tell" and one.at + 1 >= tree.sentence[one.at][1]:
        return False  # "FIVE DEAD, FAMILIES TOLD"
    if one.manner == "direct" or one.content[-1][1] <= min(a for a, _ in (*one.source, *one.cue)):
        return True
    words = sum(len(tree.text[a:b].split()) for a, b in one.content)
    return words >= FEWEST and (one.lemma == "say" or not cues.admit("object", one.lemma)) and tree.pos[one.at] == "VERB"


def seen_by(tree: Tree, one: Found) -> bool:
    """ "A photographer saw the coach on its side": what somebody saw whom a report calls for it."""
    return one.lemma in SEEING and tree.tag[one.at] == "VBD" and tree.kid(one.at, "neg") is None and _can_tell(tree, one)


def all_seen(tree: Tree, one: Found) -> Found:
    """ "saw labels" + "in the ashes": with where it was, up to the end of the clause."""
    last = tree.right[one.at]
    while last > one.at and tree.pos[last] in ("PUNCT", "SPACE"):
        last -= 1
    apart = one.frame != "object" or not one.content or tree.end[last] <= one.content[-1][1]
    return one if apart else replace(one, content=((one.content[0][0], tree.end[last]),))


def _can_tell(tree: Tree, one: Found) -> bool:
    """Whether the source is somebody whom a report calls for what they saw: "our reporter", "a witness", "two fishermen"."""
    witness = load_hop_words().witness
    return any(tree.lemma[at] in witness for run in one.source for at in tokens_in(tree, run))
