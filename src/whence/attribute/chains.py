"""The attributions of one passage → the same with their chains: who relayed whom, outermost first.

A hop comes from the words of an attribution itself (the medium that was told, the statement it was said in, the agency that "a report
by … citing …" names) and from the attribution that it stands inside. One that only hands on another is merged with it.
"""

from collections.abc import Sequence

from whence.attribute.back import point_back
from whence.attribute.citing import cites_as
from whence.attribute.found import Found, near
from whence.attribute.hops import own_hops
from whence.attribute.mended import as_told
from whence.attribute.nesting import (
    documents_of,
    hedges,
    is_thing,
    named_again,
    only_addressed,
    only_seems,
    only_shows_way,
    only_supposed,
    relays,
    within,
)
from whence.attribute.plainly import says_plainly
from whence.attribute.things import tells_of
from whence.attribute.together import each_name
from whence.attribute.told import told_elsewhere
from whence.attribute.tree import Range, Tree
from whence.lexicons.cues import Cues
from whence.model import Attribution, Chain, Span, Spans

# By the share of each kind of cue that PolNeAR train marks as an attribution: how far it is one, and not only a deed or a mood.
CONFIDENCE = (
    *(("clause", 0.9), ("quote", 0.9), ("according", 0.9), ("aside", 0.8), ("refusal", 0.7), ("measured", 0.7), ("passive", 0.7)),
    *(("named", 0.6), ("noun-clause", 0.6), ("infinitive", 0.55), ("adverb", 0.6), ("adjective-ccomp", 0.6)),
    *(("object", 0.4), ("about", 0.4), ("noun", 0.4), ("adjective", 0.4)),
)
MARKED = 0.33  # least probability of those that are shown one by one; `python -m bench attribution`, 2026-11-21
DEED = 0.5  # a frame that PolNeAR train marks less often than this is a deed or a mood more often than a proposition
SUPPOSED = 0.2  # inside another's words, what somebody would say is not said: below what tells a proposition
OF_THING = 0.65  # of what the rules alone see that somebody tells of a thing; a few of those are marked
DECIDING = frozenset({"agree", "decide"})  # "six governments agreed to build": what they did, and no words of theirs
OF_DEED = 0.4  # below DEED
RULED = ("bare", "quote-as", "refusal", "measured")  # frames that no list of words admits
LABELLED = ("headline", "labelled", "signed")
LITTLE = 0.25  # of what only the tagger sees: less is chance


def link(tree: Tree, found: Sequence[Found], cues: Cues, offset: int, before: Span | None = None) -> list[Attribution]:
    """Attributions of a passage that starts at `offset` of its report, in order of the text. `before` is the sentence before it."""
    found = [as_told(tree, one, found, cues) for one in sorted((*found, *told_elsewhere(tree, found, cues)), key=lambda one: one.start)]
    chains: dict[Found, Chain] = {}
    documents: dict[Found, Spans] = {}
    merged: set[Found] = set()
    nested: set[Found] = set()
    supposed: set[Found] = set()
    for at, one in sorted(enumerate(found), key=lambda pair: (pair[1].frame == "adverb", -_size(pair[1]))):
        around = near(found, at)
        outer = _outer(tree, one, [other for other in around if other not in supposed and not _only_asked(other)])
        so_far = chains.get(outer, ()) if outer is not None else ()
        again = outer is not None and named_again(tree, one, outer, so_far)
        own = () if again else own_hops(tree, one, around, cues, offset)
        chains[one] = so_far + own
        documents[one] = documents_of(own) if len(chains[one]) > 1 else ()
        if outer is None:
            continue
        (supposed if only_supposed(tree, one, cues) else nested).add(one)
        if one.frame.startswith("noun") and one.source and _fills(one, outer):
            chains[outer] = chains[one]
            merged.add(one)
    supposed |= {
        one
        for at, one in enumerate(found)
        if only_shows_way(tree, one, [span for other in near(found, at) for span in documents[other]], offset)
    }
    made = []
    for at, one in enumerate(found):
        if one in merged or any(_told_by(one, other) for other in near(found, at)):
            continue
        weight = SUPPOSED if one in supposed or _seems(tree, one) else _confidence(tree, one, cues)
        for chain in each_name(tree, one.speaker, chains[one], offset):
            made.append(
                point_back(tree, one, _attribution(one, chain, weight, one in nested or len(chain) > 1, offset), offset, before, cues)
            )
    return sorted(made, key=lambda a: min(s.start for s in (*a.source, *a.cue, *a.content)))


def _seems(tree: Tree, one: Found) -> bool:
    return only_seems(tree, one) or only_addressed(tree, one) or _only_asked(one)


def _only_asked(one: Found) -> bool:
    """ "when asked about X": nobody is said to have said X."""
    return one.lemma == "ask" and one.speaker is None


def _told_by(one: Found, other: Found) -> bool:
    """Whether `other` is the same with more words to its cue: "quoted … as saying" and its "saying", "denied" and "the notion"."""
    if one.frame == "noun-clause" and not other.frame.startswith("noun") and one.content == other.content and one is not other:
        return True
    same = one.speaker == other.speaker and one.content == other.content and len(one.cue) < len(other.cue)
    return same and one.cue[0] in other.cue


def _fills(one: Found, outer: Found) -> bool:
    """Whether the outer content is the inner attribution and little else: "reported Olden's emphasis on X"."""
    begin, end = min(one.source[0][0], one.start), one.content[-1][1]
    return begin <= outer.content[0][0] + 4 and end - begin >= 0.7 * _size(outer)


def _size(found: Found) -> int:
    return sum(b - a for a, b in found.content)


def _outer(tree: Tree, one: Found, found: Sequence[Found]) -> Found | None:
    """The smallest attribution whose content holds the cue of this one, and that hands it on."""
    holding = [
        other for other in found if (_size(other) > _size(one) and within(one, other) and relays(tree, other, one)) or hedges(one, other)
    ]
    return min(holding, key=_size) if holding else None


def _confidence(tree: Tree, one: Found, cues: Cues) -> float:
    if one.lemma == "cite" and one.frame == "object":
        return 0.6 if cites_as(tree, one) else 0.3
    if one.lemma == "cite" and one.frame == "clause":  # "citing figures about X"
        return 0.6
    if one.lemma == ":" and one.frame not in LABELLED:
        return SUPPOSED  # "STROKE: the dinner": what it is about, and nobody who speaks
    if one.frame == "infinitive" and one.lemma in DECIDING:
        return OF_DEED
    if says_plainly(tree, one, cues):
        return 0.8
    if tells_of(tree, one, cues):
        return OF_THING
    if not cues.admit(one.frame, one.lemma) and one.frame not in RULED and (is_thing(tree, one) or (one.sure or 1.0) < LITTLE):
        return SUPPOSED
    if one.frame.startswith(("object", "about")) and cues.admit("proposition", one.lemma):
        return 0.6
    return next((value for start, value in CONFIDENCE if one.frame.startswith(start)), 0.5)


def _attribution(one: Found, chain: Chain, weight: float, seen: bool, offset: int) -> Attribution:
    def spans(ranges: tuple[Range, ...]) -> Spans:
        return tuple(Span(a + offset, b + offset) for a, b in ranges)

    sure = one.sure if one.sure is not None else weight
    marked = sure >= MARKED
    if weight == OF_THING:
        sure = max(sure, weight)
    elif seen and weight >= DEED and not marked:  # the tagger learned from flat marks: it is no judge of what stands inside another
        sure = weight
    manner = "indirect" if weight == SUPPOSED and one.manner in ("agentless", "nominal") else one.manner
    return Attribution(
        spans(one.source), spans(one.cue), spans(one.content), chain, manner, confidence=sure, deed=weight < DEED, marked=marked
    )
