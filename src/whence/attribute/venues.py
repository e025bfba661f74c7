"""The words around a cue → the media and documents through which it was said, outermost first: "in an interview with CNN", "in a
statement", "on state television", "in an email obtained by the Post", "speaking to the BBC".
"""

from collections.abc import Iterator, Sequence

from whence.attribute.found import Found
from whence.attribute.mentions import medium_within, mention, sentence_near, told_medium
from whence.attribute.told import hearer
from whence.attribute.tree import Range, Tree
from whence.lexicons.cues import Cues
from whence.lexicons.hops import load_hop_words
from whence.model import Chain, SourceKind

PLACES = frozenset({"in", "on", "during", "via", "through", "at", "to", "with", "from", "for", "over", "by"})
IN_WRITING = frozenset({"in", "on", "during", "via", "through"})
HELD_BY = frozenset({"with", "to", "on", "by", "for", "in", "from", "at"})
STEPS = 6  # heads that are climbed from a phrase to the cue that it belongs to


def told_to(tree: Tree, one: Found, cues: Cues, offset: int) -> Chain:
    """Who was told, where it is a medium."""
    whom = hearer(tree, one)
    chars = told_medium(tree, whom, cues) if whom is not None and one.lemma in ("tell", "inform", "assure") else None
    return (mention(tree, chars, SourceKind.MEDIUM, offset),) if chars else ()


def said_in(tree: Tree, one: Found, found: Sequence[Found], cues: Cues, offset: int) -> Chain:
    """The media and documents of the phrases that belong to this cue; media go before documents."""
    spans: dict[Range, SourceKind] = {}
    for prep in _phrases(tree, one, found):
        for chars, kind in _of_phrase(tree, one, prep, cues):
            if not any(a < chars[1] and chars[0] < b for a, b in spans):
                spans[chars] = kind
    media = [chars for chars, kind in spans.items() if kind is SourceKind.MEDIUM]
    if media:  # "in a column in the Post" is the Post
        spans = {chars: kind for chars, kind in spans.items() if chars in media or not its_own_piece(tree.text[slice(*chars)])}
    ordered = sorted(spans, key=lambda chars: spans[chars] is not SourceKind.MEDIUM)
    return tuple(mention(tree, chars, spans[chars], offset) for chars in ordered)


def its_own_piece(words: str) -> bool:
    """ "The BBC said in a report": the report is the BBC."""
    return words.split()[-1].lower().removesuffix("s") in load_hop_words().piece


def _phrases(tree: Tree, one: Found, found: Sequence[Found]) -> Iterator[int]:
    """The prepositions in the cue's sentence, outside what is said and who says it, that belong to this cue."""
    others = {other.at for other in found if other.at != one.at and other.frame != "bare"}
    joined = set(_joined(tree, one.at))
    for at in sentence_near(tree, one.at):
        if tree.lower[at] in PLACES and tree.dep[at] in ("prep", "dative", "agent") and tree.kids[at]:
            noun = tree.kid(at, "pobj") or at
            inside = any(a <= tree.start[i] < b for a, b in (*one.content, *one.source) for i in (at, noun))
            if not inside and _belongs(tree, at, {one.at} | {verb for verb in joined if at < verb}, others):
                yield at


def _joined(tree: Tree, verb: int) -> Iterator[int]:
    """The verbs that this one is joined to without a subject of its own: what opens their sentence holds for it too."""
    while tree.dep[verb] == "conj" and tree.kid(verb, "nsubj", "nsubjpass") is None:
        verb = tree.head[verb]
        yield verb


def _belongs(tree: Tree, at: int, verbs: set[int], others: set[int]) -> bool:
    for _ in range(STEPS):
        if tree.head[at] == at or (at in others and at not in verbs):
            return False
        at = tree.head[at]
        if at in verbs:
            return True
    return False


def _of_phrase(tree: Tree, one: Found, prep: int, cues: Cues) -> Iterator[tuple[Range, SourceKind]]:
    words, word = load_hop_words(), tree.lower[prep]
    noun = tree.kid(prep, "pobj")
    if noun is None:
        return
    lemma, plain = tree.lemma[noun], tree.entity[noun] in ("", "DATE", "CARDINAL")
    if plain and lemma in words.exchange | words.appearance and word not in ("to", "from"):
        chars = _held_by(tree, noun, cues) or next((run for run, _ in reached(tree, noun, cues)), None)
        if chars:
            yield chars, SourceKind.MEDIUM
    elif plain and _is_written(lemma, word):
        yield from document(tree, noun, cues)
    elif _hears(tree, one, prep):
        chars = medium_within(tree, noun, cues) or (told_medium(tree, noun, cues) if _is_title(tree, one, word, noun) else None)
        if chars:
            yield chars, SourceKind.MEDIUM


def _is_written(lemma: str, word: str) -> bool:
    words = load_hop_words()
    return (lemma in words.written and word in IN_WRITING and (word != "on" or lemma in words.surface)) or (
        lemma in words.piece and word in ("in", "for", "on")
    )


def _is_title(tree: Tree, one: Found, word: str, noun: int) -> bool:
    """ "wrote in Harbour Weekly": a name that no lexicon knows."""
    named = tree.pos[noun] == "PROPN" and tree.entity[noun] in ("", "ORG", "WORK_OF_ART")
    return named and one.lemma == "write" and word in ("in", "for")


def _hears(tree: Tree, one: Found, prep: int) -> bool:
    """Whether what follows may be the medium itself: "said on CNN", "wrote in the Post", "confirmed to Reuters", "asked by the BBC"."""
    words, head = load_hop_words(), tree.head[prep]
    spoke = head == one.at and one.lemma in words.adding or head != one.at and tree.lemma[head] in words.speaking
    if tree.lower[prep] in ("on", "via"):
        return True
    if tree.lower[prep] in ("in", "for"):
        return one.lemma in ("write", "argue", "say", "warn", "declare") and head == one.at
    if tree.lower[prep] == "by":
        return head != one.at and tree.tag[head] == "VBN" and tree.lemma[head] in words.speaking
    if tree.lower[prep] in ("to", "with"):
        return spoke
    return False


def _held_by(tree: Tree, noun: int, cues: Cues) -> Range | None:
    """The medium of an interview: "an interview with CNN", "a CNN interview", "an appearance on Fox News"."""
    for prep in tree.kids[noun]:
        who = tree.kid(prep, "pobj") if tree.lower[prep] in HELD_BY else None
        if who is None:
            continue
        loose = tree.lower[prep] in (("with", "to", "on") if tree.lemma[noun] in load_hop_words().exchange else ("on",))
        chars = told_medium(tree, who, cues) if loose else medium_within(tree, who, cues)
        if chars:
            return chars
    for kid in tree.kids[noun]:
        if kid < noun and tree.dep[kid] in ("compound", "poss", "nmod", "amod"):
            chars = medium_within(tree, kid, cues)
            if chars:
                return chars
    return None


def document(tree: Tree, noun: int, cues: Cues) -> Iterator[tuple[Range, SourceKind]]:
    """The document, after the medium that it reached; what a medium made itself is the medium alone."""
    words = load_hop_words()
    made_by = _made_by(tree, noun, cues) if tree.lemma[noun] in words.piece else None
    if made_by:
        yield made_by, SourceKind.MEDIUM
        return
    yield from reached(tree, noun, cues)
    yield tree.chars(short_phrase(tree, noun)), SourceKind.DOCUMENT


def reached(tree: Tree, noun: int, cues: Cues) -> Iterator[tuple[Range, SourceKind]]:
    """The medium that a document came to: "obtained by the Post", "which was first reported by AP", "an email to CNN"."""
    words = load_hop_words()
    for kid in range(noun + 1, tree.right[noun] + 1):
        who: int | None = None
        if tree.lower[kid] == "to" and tree.head[kid] == noun:
            who = tree.kid(kid, "pobj")
        elif tree.dep[kid] in ("acl", "relcl", "conj") and tree.lemma[kid] in words.reached | words.carried:
            by = next((k for k in tree.kids[kid] if tree.lower[k] in ("by", "to", "with") and tree.kid(k, "pobj") is not None), None)
            active = tree.kid(kid, "nsubj") if tree.tag[kid] != "VBN" or tree.kid(kid, "aux") is not None else None
            who = tree.kid(by, "pobj") if by is not None else active
        chars = medium_within(tree, who, cues) if who is not None else None
        if chars:
            yield chars, SourceKind.MEDIUM
            return


def _made_by(tree: Tree, noun: int, cues: Cues) -> Range | None:
    for kid in tree.kids[noun]:
        if kid < noun and tree.dep[kid] in ("compound", "poss", "nmod", "amod"):
            chars = medium_within(tree, kid, cues)
        elif tree.dep[kid] in ("prep", "agent") and tree.lower[kid] in ("in", "for", "on", "by"):
            who = tree.kid(kid, "pobj")
            chars = medium_within(tree, who, cues) if who is not None else None
        else:
            continue
        if chars:
            return chars
    return None


def short_phrase(tree: Tree, noun: int) -> Range:
    """A document without the clauses that follow it: "the email" of "the email, which was leaked"."""
    first, last = tree.left[noun], noun + 1
    while first < noun and (tree.pos[first] in ("PUNCT", "SPACE") or tree.dep[first] == "cc"):
        first += 1
    for kid in tree.kids[noun]:
        if (
            kid < last
            or tree.left[kid] != last
            or tree.dep[kid] != "prep"
            or tree.lower[kid] not in ("of", "by", "from", "for", "about", "on")
        ):
            continue
        if not any(tree.dep[i] in ("acl", "relcl") or tree.lower[i] == "," for i in range(last, tree.right[kid] + 1)):
            last = tree.right[kid] + 1
    return first, last
