"""The attributions of one passage → the same with their chains: who relayed whom, outermost first.

A hop comes from the words of an attribution itself (the medium that was told, the statement it was said in, the agency that "a report
by … citing …" names) and from the attribution that it stands inside. One that only hands on another is merged with it.
"""

from collections.abc import Sequence

from whence.attribute.back import point_back
from whence.attribute.found import Found, near
from whence.attribute.mentions import entity_around, is_medium, kind_of, mention, told_medium
from whence.attribute.speakers import RELATIVE, named
from whence.attribute.together import each_name
from whence.attribute.tree import Range, Tree
from whence.lexicons.cues import Cues
from whence.model import Attribution, Chain, Source, SourceKind, Span, Spans

SELF = {
    SourceKind.PERSON: frozenset({"i", "we", "he", "she", "who"}),
    SourceKind.UNNAMED: frozenset({"i", "we", "they", "who"}),
    SourceKind.ORGANISATION: frozenset({"i", "we", "he", "she", "they", "it", "which"}),
    SourceKind.MEDIUM: frozenset({"we", "they", "it", "which"}),
    SourceKind.DOCUMENT: frozenset({"which"}),
}  # how an outer source of each kind is taken up again inside its own words: no new hop
CITING = frozenset({"cite", "quote"})
SPOKEN_IN = frozenset({"interview", "briefing", "conversation"})
# By the share of each kind of cue that PolNeAR train marks as an attribution: how far it is one, and not only a deed or a mood.
CONFIDENCE = (
    *(("clause", 0.9), ("quote", 0.9), ("according", 0.9), ("aside", 0.8), ("refusal", 0.7), ("measured", 0.7), ("passive", 0.7)),
    *(("named", 0.6), ("noun-clause", 0.6), ("infinitive", 0.55), ("adverb", 0.6), ("adjective-ccomp", 0.6)),
    *(("object", 0.4), ("about", 0.4), ("noun", 0.4), ("adjective", 0.4)),
)


def link(tree: Tree, found: Sequence[Found], cues: Cues, offset: int, before: Span | None = None) -> list[Attribution]:
    """Attributions of a passage that starts at `offset` of its report, in order of the text. `before` is the sentence before it."""
    chains: dict[Found, Chain] = {}
    merged: set[Found] = set()
    for at, one in sorted(enumerate(found), key=lambda pair: -_size(pair[1])):
        around = near(found, at)
        own = _own_hops(tree, one, around, cues, offset)
        outer = _outer(one, around)
        if outer is None:
            chains[one] = own
            continue
        so_far = chains.get(outer, ())
        again = one.speaker is not None and so_far and tree.lower[one.speaker] in SELF.get(so_far[-1].kind, ())
        chains[one] = so_far if again else so_far + own
        if one.frame.startswith("noun") and one.source and _size(one) >= 0.5 * _size(outer) and one.source[0][0] <= outer.content[0][0] + 4:
            chains[outer] = chains[one]
            merged.add(one)
    made = [
        point_back(tree, one, _attribution(one, chain, cues, offset), offset, before, cues)
        for one in found
        if one not in merged
        for chain in each_name(tree, one.speaker, chains[one], offset)
    ]
    return sorted(made, key=lambda a: min(s.start for s in (*a.source, *a.cue, *a.content)))


def _size(found: Found) -> int:
    return sum(b - a for a, b in found.content)


def _outer(one: Found, found: Sequence[Found]) -> Found | None:
    """The smallest attribution whose content holds the cue of this one."""
    holding = [
        f for f in found if f is not one and _size(f) > _size(one) and any(a <= one.cue[0][0] and one.cue[-1][1] <= b for a, b in f.content)
    ]
    return min(holding, key=_size) if holding else None


def _own_hops(tree: Tree, one: Found, found: Sequence[Found], cues: Cues, offset: int) -> Chain:
    hops = _via(tree, one, cues, offset) + _told(tree, one, cues, offset) + _said_in(tree, one, cues, offset)
    if not one.source or one.speaker is None or tree.lower[one.speaker] in RELATIVE:  # "who" of no noun names nobody
        nobody = SourceKind.UNNAMED if one.frame.startswith("noun") else SourceKind.IMPERSONAL  # "speculation about" is somebody's
        return (*hops, mention(tree, one.cue[0], nobody, offset))
    cited = _cited(tree, one.speaker)
    if cited is not None:
        last = _before(tree, one.speaker, cited)
        hops += (_hop(tree, one.speaker, (one.source[0][0], tree.end[last]), cues, offset),)
        return hops + (mention(tree, tree.chars(named(tree, cited, one.at)[0]), kind_of(tree, cited, cues), offset),)
    return (*hops, _hop(tree, one.speaker, one.source[0], cues, offset), *_beside(tree, one, found, cues, offset))


def _hop(tree: Tree, speaker: int, chars: Range, cues: Cues, offset: int) -> Source:
    """The source itself; of "a Reuters report" the agency."""
    kind = kind_of(tree, speaker, cues)
    medium = _names_medium(tree, speaker, cues) if kind is SourceKind.DOCUMENT else None
    if medium is None:
        return mention(tree, chars, kind, offset)
    first, last = entity_around(tree, medium)
    return mention(tree, (tree.start[first], tree.end[last - 1]), SourceKind.MEDIUM, offset)


def _via(tree: Tree, one: Found, cues: Cues, offset: int) -> Chain:
    """Who quoted the source."""
    words = named(tree, one.via, one.at) if one.via is not None else ()
    return (mention(tree, tree.chars(words[0]), kind_of(tree, one.via, cues), offset),) if words and one.via is not None else ()


def _told(tree: Tree, one: Found, cues: Cues, offset: int) -> Chain:
    """Who was told, where it is a medium, or the medium that an interview was given to."""
    if one.hearer is not None and one.lemma in ("tell", "inform", "assure"):
        chars = told_medium(tree, one.hearer, cues)
        return (mention(tree, chars, SourceKind.MEDIUM, offset),) if chars else ()
    return ()


def _said_in(tree: Tree, one: Found, cues: Cues, offset: int) -> Chain:
    """ "in a statement", "in an interview with CNN"."""
    for prep in tree.kids[one.at]:
        if tree.dep[prep] != "prep" or tree.lower[prep] not in ("in", "on", "to"):
            continue
        noun = tree.kid(prep, "pobj")
        if noun is None or any(a <= tree.start[noun] < b for a, b in one.content):
            continue
        if tree.lemma[noun] in SPOKEN_IN:
            return _interviewer(tree, noun, cues, offset)
        if tree.lower[prep] != "to" and tree.lemma[noun] in cues.heads["document"] and tree.entity[noun] == "":
            return (mention(tree, tree.chars(named(tree, noun, one.at)[0]), SourceKind.DOCUMENT, offset),)
        if tree.lower[prep] == "on" and is_medium(tree, noun, cues):
            return (mention(tree, tree.chars(named(tree, noun, one.at)[0]), SourceKind.MEDIUM, offset),)
    return ()


def _interviewer(tree: Tree, noun: int, cues: Cues, offset: int) -> Chain:
    for prep in tree.kids[noun]:
        who = tree.kid(prep, "pobj") if tree.lower[prep] in ("with", "to", "on", "by") else None
        chars = told_medium(tree, who, cues) if who is not None else None
        if chars:
            return (mention(tree, chars, SourceKind.MEDIUM, offset),)
    return ()


def _cited(tree: Tree, speaker: int) -> int | None:
    """Whom a source says it has it from: "a Reuters report citing state media"."""
    for kid in tree.kids[speaker]:
        if tree.dep[kid] == "acl" and tree.lemma[kid] in CITING and tree.tag[kid] == "VBG":
            return tree.kid(kid, "dobj")
    return None


def _before(tree: Tree, speaker: int, cited: int) -> int:
    """The last token of the source's own name, before the clause that cites."""
    last = tree.left[tree.head[cited]] - 1
    while last > speaker and tree.pos[last] == "PUNCT":
        last -= 1
    return last


def _names_medium(tree: Tree, head: int, cues: Cues) -> int | None:
    """ "a Reuters report", "a report by the Globe": the head noun is a document, and a medium made it."""
    for kid in tree.kids[head]:
        if tree.dep[kid] in ("compound", "poss", "nmod", "amod") and (tree.entity[kid] == "ORG" or is_medium(tree, kid, cues)):
            return kid
        if tree.dep[kid] in ("prep", "agent") and tree.lower[kid] in ("by", "in", "from"):
            who = tree.kid(kid, "pobj")
            if who is not None and (is_medium(tree, who, cues) or (tree.lower[kid] != "from" and tree.entity[who] == "ORG")):
                return who
    return None


def _beside(tree: Tree, one: Found, found: Sequence[Found], cues: Cues, offset: int) -> Chain:
    """ "Reuters reported, citing officials, that X": what is cited beside the cue is a further hop, if it can speak."""
    for other in found:
        if other is one or other.lemma != "cite" or other.speaker != one.speaker or tree.sentence[other.at] != tree.sentence[one.at]:
            continue
        cited = tree.kid(other.at, "dobj")
        if cited is not None and _can_speak(tree, cited, cues):
            return (mention(tree, tree.chars(named(tree, cited, one.at)[0]), kind_of(tree, cited, cues), offset),)
    return ()


def _can_speak(tree: Tree, head: int, cues: Cues) -> bool:
    lemma = tree.lemma[head]
    if lemma in cues.heads["document"] or lemma in cues.heads["people"] or is_medium(tree, head, cues):
        return True
    return tree.entity[head] in ("ORG", "PERSON")


def _confidence(one: Found, cues: Cues) -> float:
    if one.lemma == "cite" and one.frame == "object":
        return 0.3
    if one.frame.startswith(("object", "about")) and cues.admit("proposition", one.lemma):
        return 0.6
    return next((value for start, value in CONFIDENCE if one.frame.startswith(start)), 0.5)


def _attribution(one: Found, chain: Chain, cues: Cues, offset: int) -> Attribution:
    def spans(ranges: tuple[Range, ...]) -> Spans:
        return tuple(Span(a + offset, b + offset) for a, b in ranges)

    return Attribution(spans(one.source), spans(one.cue), spans(one.content), chain, one.manner, confidence=_confidence(one, cues))
