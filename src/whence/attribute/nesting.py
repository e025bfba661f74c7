"""Two attributions of which one stands in the other's content → whether the outer hands the inner on, whether the inner speaks of the
outer's own source again, and whether it says anything at all."""

from collections.abc import Sequence

from whence.attribute.found import Found
from whence.attribute.mentions import tokens_in
from whence.attribute.speakers import RELATIVE, antecedent
from whence.attribute.tree import Tree
from whence.lexicons.cues import Cues
from whence.lexicons.hops import load_hop_words
from whence.model import Chain, SourceKind, Span, Spans

HE = frozenset({"he", "she", "his", "her", "him", "himself", "herself"})
THEY = frozenset({"they", "their", "them", "themselves"})
IT = frozenset({"it", "its", "itself"})
OWN = frozenset({"i", "we", "my", "our", "me", "us"})
WHO = frozenset({"who", "which"})
SUPPOSING = frozenset({"will", "would", "may", "might", "could", "should", "can", "'ll", "’ll", "'d", "’d", "wo", "ca"})
DOING = frozenset({"do", "does", "did"})
OPEN = frozenset({"whether", "if", "why", "how", "what", "who", "when", "where"})
SAYING = (
    "clause",
    "infinitive",
    "according",
    "adverb",
    "quote",
    "noun",
    "passive-clause",
    "passive-infinitive",
    "adjective-ccomp",
    "aside",
)
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
KNOWING = frozenset(
    {"know", "find", "learn", "realise", "realize", "discover", "forget", "remember", "notice"}
)  # what is so, and nobody's word
ADDRESSED = frozenset({"tell", "order", "ask", "urge", "warn", "advise", "invite", "instruct"})
ASIDE = 3  # words of a source before its head
ANYTHING = frozenset({"everything", "anything", "something", "nothing", "all", "whatever", "everyone", "anyone"})


def within(one: Found, outer: Found) -> bool:
    """Whether the cue of `one` stands in the content of `outer`."""
    return one is not outer and any(a <= one.cue[0][0] and one.cue[-1][1] <= b for a, b in outer.content)


def hedges(one: Found, outer: Found) -> bool:
    """ "X allegedly fled, the Post reported": what the Post reported is only alleged."""
    if one.source or one.frame != "adverb" or not outer.source or not one.content or not outer.content:
        return False
    a, b = one.content[0][0], one.content[-1][1]
    c, d = outer.content[0][0], outer.content[-1][1]
    return c <= one.cue[0][0] < d and min(b, d) - max(a, c) >= 0.8 * (max(b, d) - min(a, c))


def relays(tree: Tree, outer: Found, one: Found) -> bool:
    """Not where the outer content is a thing, and the inner attribution what the report itself adds on it ("praised Olden, who said …"),
    nor where the outer source cannot say why it is so."""
    if _cannot_say(tree, outer):
        return False
    at = one.at
    begins = [(a, b) for a, b in outer.content if a <= tree.start[at] < b]
    if not begins:
        return True
    first, last = begins[0]
    added = tree.dep[at] in ("relcl", "acl")
    while tree.head[at] != at and first <= tree.start[tree.head[at]] < last:
        at = tree.head[at]
    return not (added and tree.pos[at] in ("NOUN", "PROPN"))


def _cannot_say(tree: Tree, outer: Found) -> bool:
    """ "could not explain why X"."""
    if tree.kid(outer.at, "neg") is None or not outer.content:
        return False
    words = tree.text[outer.content[0][0] : outer.content[0][1]].split(maxsplit=1)
    return bool(words) and words[0].lower() in OPEN


def named_again(tree: Tree, one: Found, outer: Found, chain: Chain) -> bool:
    """Whether the inner source is the outer one over again: "Olden said he believes that"."""
    if one.speaker is None or outer.speaker is None or not chain:
        return False
    word = tree.lower[one.speaker]
    if one.speaker == outer.speaker:
        return True
    if one.quoted:
        return word in OWN
    return word in OWN or word in _taken_up_by(tree, outer.speaker, chain[-1].kind)


def _taken_up_by(tree: Tree, head: int, kind: SourceKind) -> frozenset[str]:
    """The words that take up a source of this kind inside its own words."""
    if tree.tag[head] in ("NNS", "NNPS") or tree.lower[head] in THEY or tree.kid(head, "conj") is not None:
        return THEY | WHO
    match kind:
        case SourceKind.PERSON:
            return HE | {"who"}
        case SourceKind.UNNAMED:
            return HE | THEY | {"who"}
        case SourceKind.ORGANISATION:
            return IT | THEY | WHO | (HE if tree.entity[head] or tree.pos[head] in ("PROPN", "PRON") else frozenset())
        case SourceKind.MEDIUM:
            return IT | THEY | {"which"}
        case _:
            return frozenset({"which"})


def only_supposed(tree: Tree, one: Found, cues: Cues) -> bool:
    """Whether an inner attribution says nothing: no plain word of reporting ("were angry that X"), "will conclude that X", "work to
    persuade her that X", "did not show whether X", "everything that they say"."""
    at = one.at
    if one.lemma in KNOWING and tree.pos[at] == "VERB" and (one.lemma != "find" or not tree.text.startswith("that ", one.content[0][0])):
        return True
    if one.frame != "adverb" and any(a <= one.cue[0][0] < b for a, b in one.content):
        return True
    if not one.source and one.frame == "passive-infinitive" and one.lemma in load_hop_words().purpose:
        return True
    if not one.source and one.frame.startswith("noun:"):
        return True
    plain = one.frame.startswith(SAYING) and cues.admit(one.frame, one.lemma)
    if one.frame not in ("refusal", "quote-as", "measured") and not plain and not cues.admit("clause", one.lemma):
        return True
    if tree.pos[at] not in ("VERB", "AUX"):
        return False
    auxiliaries = {tree.lower[kid] for kid in tree.kids[at] if tree.dep[kid] in ("aux", "auxpass")}
    if auxiliaries & SUPPOSING or (tree.tag[at] == "VB" and not auxiliaries & DOING and one.frame != "refusal"):
        return True
    if tree.dep[at] == "relcl" and tree.lower[tree.head[at]] in ANYTHING:
        return True
    return tree.kid(at, "neg") is not None and _asks(tree, one.content)


def _asks(tree: Tree, content: Sequence[tuple[int, int]]) -> bool:
    words = tree.text[content[0][0] : content[0][1]].split(maxsplit=1) if content else []
    return bool(words) and words[0].lower() in ("whether", "if")


def documents_of(hops: Chain) -> Spans:
    """Where the hops that are documents stand."""
    return tuple(hop.span for hop in hops if hop.span is not None and hop.kind is SourceKind.DOCUMENT)


def only_shows_way(tree: Tree, one: Found, hops: Sequence[Span], offset: int) -> bool:
    """Whether an attribution tells nothing but how the document of another chain came or what it is: "the letter, which the Post was the
    first to print", "a statement announcing the move". `hops` are such documents."""
    if not hops or not one.content:
        return False
    told = [_taken_up(tree, *one.content[0]) + offset]
    if any(span.start <= one.cue[0][0] + offset < span.end for span in hops):
        return True
    by = [a + offset for a, _ in one.source[:1]] if not any(tree.tag[at] in FINITE for at in _tokens(tree, one)) else []
    return any(span.start <= at < span.end for span in hops for at in (*told, *by))


def _taken_up(tree: Tree, first: int, last: int) -> int:
    """Where a content begins; of "which" where what it takes up begins."""
    which = next(iter(tokens_in(tree, (first, last))), None)
    if which is None or tree.lower[which] not in RELATIVE:
        return first
    return tree.start[antecedent(tree, which)]


def _tokens(tree: Tree, one: Found) -> range:
    """The tokens of its content and cue."""
    return tokens_in(tree, (min(one.cue[0][0], one.content[0][0]), max(one.cue[-1][1], one.content[-1][1])))


def only_seems(tree: Tree, one: Found) -> bool:
    """ "It was unclear whether X", "X appears to Y": nobody is said to have said it."""
    words = load_hop_words().seeming
    if one.speaker is not None and tree.lemma[one.speaker] in load_hop_words().exchange and not tree.entity[one.speaker]:
        begins = sum(tree.start[at] >= one.source[0][0] for at in range(max(0, one.speaker - ASIDE), one.speaker)) if one.source else 0
        return begins < ASIDE  # "in an interview when asked X": nobody's name; "a man with knowledge of the talks" is somebody
    if one.source and tree.lower[one.speaker or 0] != "it":
        return False
    return any(tree.lemma[at] in words for run in one.cue for at in tokens_in(tree, run))


def is_thing(tree: Tree, one: Found) -> bool:
    """Whether the content is a noun with what is said of it, and no clause."""
    a, b = one.content[0]
    top = next((at for at in tokens_in(tree, (a, b)) if not a <= tree.start[tree.head[at]] < b or tree.head[at] == at), None)
    return top is not None and tree.pos[top] in ("NOUN", "PROPN", "ADP")


def only_addressed(tree: Tree, one: Found) -> bool:
    """ "All 900 have been ordered to leave", "Town told to boil water": whoever is told says nothing."""
    at = one.at
    if one.lemma not in ADDRESSED or one.speaker is None or one.frame == "refusal":
        return False
    if not one.content or not tree.text.startswith("to ", one.content[0][0]):
        return False
    if tree.kid(at, "auxpass") is not None:
        return tree.kid(at, "nsubjpass") == one.speaker
    return one.lemma != "ask" and tree.tag[at] in ("VBN", "VBD") and tree.kid(at, "dobj", "dative", "ccomp", "aux") is None
