"""What the rules found in a passage and what the trained tagger reads there → one list of attributions, each with how sure it is.

The rules know the tree: the frame of a cue, who was told, what stands in somebody's quotation. The tagger knows how people mark news:
whether a word is a cue here, and where its source and content begin and end. Every cue of either is put to the tagger; one that both see
keeps the frame of the rules and the words of the tagger.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from whence.attribute.find import about_naming
from whence.attribute.found import Found, near
from whence.attribute.quotes import Quotation, find_quotes
from whence.attribute.sureness import Evidence, sureness
from whence.attribute.tree import Range, Tree
from whence.attribute.verbs import hearer_of
from whence.models.roles import Tagged, spans
from whence.models.tagger import Seen

STRONG, LEAST = 0.5, 0.15  # probability of a cue: the tagger's own, and those that are put to it all the same
OWN_WORDS = ("refusal", "measured")  # frames whose words the rules know better than PolNeAR's scheme
NO_NAMES = frozenset({"DET", "NUM", "PUNCT", "PART", "CCONJ", "SPACE", "SYM"})
SOME = frozenset("one two three four five six another both all some many most few several those others none each".split())
ALIKE = 0.95  # F1 of two readings of a content: only marks and small words differ, and the parse knows those; exact content .630 → .634
Ranges = tuple[Range, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A cue that is put to the tagger: its characters and pieces, how sure the tagger is of it, and the rules' reading of it."""

    cue: Range
    pieces: Range
    sure: float
    rule: Found | None


def ask(found: Sequence[Found], seen: Seen) -> list[Asked]:
    """The cues of the rules and of the tagger in one passage, each once, in order of the text."""
    sure = 1 - seen.cue[:, 0]
    own = sorted(cue_runs(seen))
    ends = [end for _, end in own]
    asked, taken = [], set[Range]()
    for one in found:
        pieces = seen.pieces((one.cue[0][0], one.cue[-1][1]))
        if pieces[0] == pieces[1]:
            continue
        at = bisect_right(ends, pieces[0])
        if at < len(own) and own[at][0] < pieces[1] and own[at] not in taken:
            pieces = own[at]
            taken.add(pieces)
        asked.append(Asked(seen.chars(pieces), pieces, float(sure[slice(*pieces)].max()), one))
    asked += [Asked(seen.chars(run), run, float(sure[slice(*run)].mean()), None) for run in own if run not in taken]
    return sorted(asked, key=lambda each: each.pieces)


def cue_runs(seen: Seen) -> list[Range]:
    """Runs of pieces that the tagger takes for cues: the likely ones, then what is left of the less likely."""
    likely = seen.cue.argmax(1)
    runs = spans(likely, 1, 2)
    free = 1 - seen.cue[:, 0]
    for a, b in runs:
        free[max(0, a - 1) : b + 1] = 0.0
    weak = np.where(free >= LEAST, 2, 0)
    weak[np.flatnonzero((weak == 2) & (np.roll(weak, 1) != 2))] = 1
    return [*runs, *spans(weak, 1, 2)]


def join(tree: Tree, asked: Sequence[Asked], tagged: Sequence[Tagged]) -> tuple[Found, ...]:
    """The attributions of a passage, in order of the text."""
    quotes = find_quotes(tree.text)
    made = []
    for at, (one, words, proof) in enumerate(zip(asked, tagged, evidence(asked, tagged))):
        if not _within_rule(one, near(asked, at)):
            made.append(_one(tree, one, words, sureness(proof), quotes))
    return tuple(sorted((one for one in made if one is not None), key=lambda one: one.start))


def evidence(asked: Sequence[Asked], tagged: Sequence[Tagged]) -> list[Evidence]:
    """What speaks for each, for the regression that weighs it."""
    both = list(zip(asked, tagged))
    return [
        Evidence(
            cue=a.sure,
            source=t.sure_source,
            content=t.sure_content,
            words=bool(t.content),
            frame=a.rule.frame if a.rule else None,
            same_source=a.rule is not None and same(a.rule.source, t.source),
            same_content=overlap(a.rule.content, t.content) if a.rule else 0.0,
            inside=any(
                other.sure >= STRONG and other.cue != a.cue and _holds(theirs.content, a.cue[0]) for other, theirs in near(both, at)
            ),
        )
        for at, (a, t) in enumerate(both)
    ]


def _holds(content: Ranges, at: int) -> bool:
    return any(a <= at < b for a, b in content)


def _one(tree: Tree, asked: Asked, tagged: Tagged, sure: float, quotes: Sequence[Quotation]) -> Found | None:
    if asked.rule is None:
        beside = near(quotes, bisect_left(quotes, asked.cue[0], key=lambda quote: quote.start))
        return _new(tree, asked.cue, tagged, beside, sure) if tagged.content else None
    if asked.rule.frame in OWN_WORDS:
        return asked.rule
    return _as_tagged(tree, asked, asked.rule, tagged, sure) if tagged.content else replace(asked.rule, sure=sure)


def _within_rule(asked: Asked, others: Sequence[Asked]) -> bool:
    """The "as saying" of "quoted a witness as saying" is no cue of its own."""
    rules = (other.rule for other in others if asked.rule is None)
    return any(rule is not None and rule.via is not None and _holds((*rule.cue, *rule.source), asked.cue[0]) for rule in rules)


def _as_tagged(tree: Tree, asked: Asked, rule: Found, tagged: Tagged, sure: float) -> Found:
    """The rules' reading with the tagger's words, where the tagger takes the cue for one.

    Elsewhere it has not learnt which words are whose; and of "TNN quoted a witness as saying" it does not see the two hops.
    """
    if asked.sure < STRONG or rule.via is not None:
        return replace(rule, sure=sure)
    speaker, source = rule.speaker, rule.source
    if tagged.source and not _names(tree, tagged.source):
        pass
    elif tagged.source and not same(rule.source, tagged.source):
        speaker, source = head_of(tree, tagged.source[0]), tagged.source
    elif tagged.source:
        source = tagged.source
    content = rule.content if overlap(rule.content, tagged.content) >= ALIKE else tagged.content
    return replace(rule, speaker=speaker, source=source, cue=(asked.cue,), content=content, sure=sure)


def _new(tree: Tree, cue: Range, tagged: Tagged, quotes: Sequence[Quotation], sure: float) -> Found | None:
    """A cue that the rules do not know, with a frame by its part of speech."""
    at = head_of(tree, cue)
    if at is None or about_naming(tree.text, tagged.content) or (tagged.source and not _names(tree, tagged.source)):
        return None
    speaker = head_of(tree, tagged.source[0]) if tagged.source else None
    quoted = any(q.start < cue[0] and cue[1] <= q.end for q in quotes)
    manner = _manner(tree, tagged.content, quotes) if speaker is not None else "agentless"
    frame = _frame(tree, at, tagged, manner)
    return Found(
        frame,
        tree.lemma[at],
        at,
        speaker,
        tagged.source,
        (cue,),
        tagged.content,
        hearer_of(tree, at),
        manner,
        quoted,
        sure=sure,
    )


def _names(tree: Tree, source: Ranges) -> bool:
    """Whether these words can be somebody: "the" and "66" cannot."""
    if source and tree.text[source[-1][1] : source[-1][1] + 1] == "-":  # "the 54-year-old"
        return True
    inside = [at for run in source for at in _tokens(tree, run)]
    return any(tree.pos[at] not in NO_NAMES or tree.lower[at] in SOME for at in inside)


def _frame(tree: Tree, at: int, tagged: Tagged, manner: str) -> str:
    if tree.pos[at] in ("NOUN", "PROPN"):
        return "noun-clause" if _says(tree, tagged.content) else "noun"
    if manner == "direct":
        return "quote"
    if tree.pos[at] in ("ADV", "ADJ"):
        return "adverb" if tree.pos[at] == "ADV" else "adjective"
    return "clause" if _says(tree, tagged.content) else "object"


def _says(tree: Tree, content: Ranges) -> bool:
    """Whether a content holds a clause: a finite verb with its subject."""
    return any(tree.tag[at] in ("VBD", "VBZ", "VBP", "MD") for run in content for at in _tokens(tree, run))


def _manner(tree: Tree, content: Ranges, quotes: Sequence[Quotation]) -> str:
    whole = sum(b - a for a, b in content)
    inside = sum(max(0, min(b, q.end) - max(a, q.start)) for a, b in content for q in quotes)
    return "direct" if inside >= 0.9 * whole else "mixed" if inside else "indirect"


def head_of(tree: Tree, chars: Range) -> int | None:
    """The token of a run of characters that the others hang on."""
    inside = [at for at in _tokens(tree, chars) if tree.pos[at] not in ("SPACE", "PUNCT")]
    among = set(inside)
    return next((at for at in inside if tree.head[at] not in among or tree.head[at] == at), None)


def _tokens(tree: Tree, chars: Range) -> range:
    """The tokens that begin in a run of characters."""
    return range(bisect_left(tree.start, chars[0]), bisect_left(tree.start, chars[1]))


def same(one: Ranges, other: Ranges) -> bool:
    return (not one and not other) or any(a < d and c < b for a, b in one for c, d in other)


def overlap(one: Ranges, other: Ranges) -> float:
    """F1 of the characters of two contents."""
    both = sum(max(0, min(b, d) - max(a, c)) for a, b in one for c, d in other)
    return 2 * both / max(1, sum(b - a for a, b in one) + sum(b - a for a, b in other))
