"""An attribution → the same with what only the tree shows put right: whom "who" stands for, whom somebody quotes, whose participle it is,
and what a report that is "first reported by" somebody is.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from whence.attribute.citing import telling_document
from whence.attribute.found import Found, near
from whence.attribute.handing import tidy
from whence.attribute.mentions import tokens_in
from whence.attribute.passives import as_saying
from whence.attribute.speakers import RELATIVE, agent, antecedent, named, speaker
from whence.attribute.told import hearer
from whence.attribute.tree import Range, Tree
from whence.attribute.whole import whole_sentence
from whence.lexicons.cues import Cues

SAYING = frozenset({"say", "add", "insist", "explain", "warn", "claim", "admit"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
MEASURES = frozenset({"QUANTITY", "DATE", "TIME", "MONEY", "PERCENT"})
HYPHENED = re.compile(r"(?:-[^\W_]+)+")
LONGEST = 12  # words of a source behind its verb
Ranges = tuple[Range, ...]


def as_told(tree: Tree, one: Found, found: Sequence[Found], cues: Cues) -> Found:
    """The attribution as its chain needs it."""
    for mend in (_quoted, _relative, _participle, _reported_thing, _after_hearer, _turned_round, _measure, _whole_word, _citing, _crossing):
        one = mend(tree, one, found)
    return whole_sentence(tree, telling_document(tree, one, cues), found, cues)


def _quoted(tree: Tree, one: Found, _: Sequence[Found]) -> Found:
    """ "TNN quoted a witness as saying": the witness is the source, where TNN was taken for it."""
    verb = next((at for at in _over(tree, one.at) if as_saying(tree, at) is not None and one.at in (at, as_saying(tree, at))), None)
    if verb is None:
        return one
    passive = tree.kid(verb, "auxpass") is not None
    whom = tree.kid(verb, "nsubjpass", "nsubj") if passive else tree.kid(verb, "dobj")
    via = agent(tree, verb) if passive else tree.kid(verb, "nsubj")
    if whom is None or (one.via is not None and one.speaker == whom):
        return one
    source = tuple(tree.chars(run) for run in named(tree, whom, verb))
    content = tuple(part for part in (_past(tree, run, as_saying(tree, verb)) for run in one.content) if part[0] < part[1])
    return replace(one, speaker=whom, source=source, content=content or one.content, via=via) if source else one


def _over(tree: Tree, at: int) -> tuple[int, ...]:
    """A cue token and two heads above it."""
    above = tree.head[at]
    return at, above, tree.head[above]


def _past(tree: Tree, run: Range, saying: int | None) -> Range:
    """What of a run comes after "as saying"."""
    if saying is None or not run[0] <= tree.start[saying] < run[1]:
        return run
    begin = saying + 1
    return (tree.start[begin] if begin < len(tree.words) else run[1], run[1])


def _relative(tree: Tree, one: Found, _: Sequence[Found]) -> Found:
    """The words that "who" and "which" take up go before them."""
    if one.speaker is None or not one.source or tree.text[slice(*one.source[0])].lower() not in RELATIVE:
        return one
    before = antecedent(tree, one.speaker)
    words = tuple(tree.chars(run) for run in named(tree, before, one.at))
    return replace(one, speaker=before, source=(*words, *one.source)) if words and words[0] != one.source[0] else one


def _participle(tree: Tree, one: Found, found: Sequence[Found]) -> Found:
    """ "Citing X, Olden urged Y": who urged also cited."""
    if one.speaker is not None or one.source or tree.tag[one.at] != "VBG":
        return one
    begin, end = tree.sentence[one.at]
    others = [other for other in found if other is not one and begin <= other.at < end and other.speaker is not None and not other.quoted]
    main = [other for other in others if other.at == tree.head[one.at]] or others
    return replace(one, speaker=main[0].speaker, source=main[0].source, manner="indirect") if main else one


def _reported_thing(tree: Tree, one: Found, _: Sequence[Found]) -> Found:
    """ "The plan, first reported by the Post, is dear": the plan is what was reported."""
    thing = tree.head[one.at]
    if tree.dep[one.at] != "acl" or tree.tag[one.at] != "VBN" or not one.frame.startswith("passive-by") or thing >= one.at:
        return one
    first, last = tree.left[thing], tree.left[one.at]
    run = tidy(tree, (first, last))
    return replace(one, content=(tree.chars(run),)) if run[0] < run[1] else one


def _after_hearer(tree: Tree, one: Found, _: Sequence[Found]) -> Found:
    """ "told a group that X": who was told is no part of X."""
    whom = hearer(tree, one)
    if whom is None or whom <= one.at or whom + 1 >= len(tree.words):
        return one
    begin = tree.start[whom + 1]
    content = tuple((begin, b) if a <= tree.start[whom] < b and begin < b else (a, b) for a, b in one.content)
    return replace(one, content=content)


def _turned_round(tree: Tree, one: Found, _: Sequence[Found]) -> Found:
    """ "Lin, says its head of state, is a danger to nobody": what stands behind the verb speaks."""
    at, (begin, end) = one.at, tree.sentence[one.at] if one.at < len(tree.words) else (0, 0)
    opens = one.lemma in SAYING and at > begin + 1 and tree.lower[at - 1] == "," and len(one.source) == 1
    if not opens or one.source[0][0] < tree.start[begin] or one.source[0][1] > tree.start[at - 1] + 1:
        return one
    comma = next((i for i in range(at + 1, min(end, at + LONGEST)) if tree.lower[i] == ","), None)
    if comma is None or comma + 2 >= end or tree.tag[comma + 1] not in FINITE:
        return one
    heads = [i for i in range(at + 1, comma) if tree.pos[i] in ("NOUN", "PROPN", "PRON")]
    if not heads or any(tree.tag[i] in FINITE or tree.lower[i] == "," for i in range(begin, comma) if i not in (at, at - 1)):
        return one
    content = (tree.chars((begin, at - 1)), tree.chars(tidy(tree, (comma + 1, end))))
    return replace(one, frame="clause", speaker=heads[-1], source=(tree.chars((at + 1, heads[-1] + 1)),), content=content)


def _measure(tree: Tree, one: Found, _: Sequence[Found]) -> Found:
    """ "Fishermen on Brae, 340 kilometres downrange, told": no measure or day speaks."""
    inside = [at for run in one.source for at in tokens_in(tree, run)]
    if one.speaker is None or not inside or tree.entity[inside[0]] not in MEASURES or one.frame == "refusal":
        return one
    who, words = speaker(tree, one.at)
    if who is None or tree.entity[who] in MEASURES or not words:
        return one
    return replace(one, speaker=who, source=tuple(map(tree.chars, words)))


def _whole_word(tree: Tree, one: Found, _: Sequence[Found]) -> Found:
    """ "the 54-year-old": a source is not cut at a hyphen."""
    if not one.source or not (more := HYPHENED.match(tree.text, one.source[-1][1])):
        return one
    begin, end = one.source[-1]
    return replace(one, source=(*one.source[:-1], (begin, end + len(more.group()))))


def _citing(tree: Tree, one: Found, _: Sequence[Found]) -> Found:
    """ "reported, citing two people, that X": who is cited is no part of X."""
    if one.lemma == "cite" or one.via is not None:
        return one
    runs = []
    for run in one.content:
        inside = tokens_in(tree, run)
        first = inside.start if inside else None
        whom = tree.kid(first, "dobj") if first is not None and tree.lower[first] == "citing" else None
        rest = tidy(tree, (tree.right[whom] + 1, inside.stop)) if whom is not None else None
        kept = run if rest is None else tree.chars(rest) if rest[0] < rest[1] else None
        runs.extend([kept] if kept is not None else [])
    return replace(one, content=tuple(runs)) if runs else one


def _crossing(tree: Tree, one: Found, found: Sequence[Found]) -> Found:
    """ "Observers blame the rebels, the Globe has confirmed": what the Globe does is no part of what observers hold."""
    if not one.frame.startswith(("clause", "infinitive", "object", "passive")) or one.lemma == ":":
        return one
    for other in near(found, next((at for at, each in enumerate(found) if each.at == one.at), 0)):
        if other.at == one.at or not other.source or not other.content or not one.content or other.quoted != one.quoted:
            continue
        begin = min(a for a, _ in (*other.source, *other.cue))
        after = max(b for _, b in other.content) <= begin and one.cue[0][1] <= begin
        held = any(a <= one.cue[0][0] < b for a, b in other.content)
        if after and held and any(a < begin < b for a, b in one.content) and tree.text[:begin].rstrip().endswith(","):
            cut = len(tree.text[:begin].rstrip(" ,"))
            return replace(one, content=tuple((a, min(b, cut)) for a, b in one.content if a < cut))
    return one
