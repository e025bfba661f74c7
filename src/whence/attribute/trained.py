"""What the rules found in a passage and what the trained tagger reads there → one list of attributions, each with how sure it is.

The rules know the tree: the frame of a cue, who was told, what stands in somebody's quotation. The tagger knows how people mark news:
whether a word is a cue here, and where its source and content begin and end. Every cue of either is put to the tagger; one that both see
keeps the frame of the rules and the words of the tagger.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from whence.attribute.find import about_naming
from whence.attribute.found import Found
from whence.attribute.quotes import Quotation, find_quotes
from whence.attribute.sureness import Evidence, sureness
from whence.attribute.tree import Range, Tree
from whence.attribute.verbs import hearer_of
from whence.models.roles import Tagged, spans
from whence.models.tagger import Seen

STRONG, LEAST = 0.5, 0.15  # probability of a cue: the tagger's own, and those that are put to it all the same
OWN_WORDS = ("refusal", "measured")  # frames whose words the rules know better than PolNeAR's scheme
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
    """The cues of the rules and of the tagger in one passage, each once."""
    sure = 1 - seen.cue[:, 0]
    own = cue_runs(seen)
    asked, taken = [], set[Range]()
    for one in found:
        pieces = seen.pieces((one.cue[0][0], one.cue[-1][1]))
        if pieces[0] == pieces[1]:
            continue
        run = next((run for run in own if run[0] < pieces[1] and pieces[0] < run[1]), None)
        if run is not None and run not in taken:
            taken.add(run)
            pieces = run
        asked.append(Asked(seen.chars(pieces), pieces, float(sure[slice(*pieces)].max()), one))
    asked += [Asked(seen.chars(run), run, float(sure[slice(*run)].mean()), None) for run in own if run not in taken]
    return asked


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
    proof = evidence(asked, tagged)
    rules = [one.rule for one in asked if one.rule is not None]
    made = (_one(tree, *given, quotes) for given in zip(asked, tagged, map(sureness, proof)) if not _within_rule(given[0], rules))
    return tuple(sorted((one for one in made if one is not None), key=lambda one: one.start))


def evidence(asked: Sequence[Asked], tagged: Sequence[Tagged]) -> list[Evidence]:
    """What speaks for each, for the regression that weighs it."""
    holding = [(t.content, a.cue) for a, t in zip(asked, tagged) if a.sure >= STRONG]
    return [
        Evidence(
            cue=a.sure,
            source=t.sure_source,
            content=t.sure_content,
            words=bool(t.content),
            frame=a.rule.frame if a.rule else None,
            same_source=a.rule is not None and same(a.rule.source, t.source),
            same_content=overlap(a.rule.content, t.content) if a.rule else 0.0,
            inside=any(cue != a.cue and b <= a.cue[0] < c for content, cue in holding for b, c in content),
        )
        for a, t in zip(asked, tagged)
    ]


def _one(tree: Tree, asked: Asked, tagged: Tagged, sure: float, quotes: Sequence[Quotation]) -> Found | None:
    if asked.rule is None:
        return _new(tree, asked.cue, tagged, quotes, sure) if tagged.content else None
    if asked.rule.frame in OWN_WORDS:
        return asked.rule
    return _as_tagged(tree, asked, asked.rule, tagged, sure) if tagged.content else replace(asked.rule, sure=sure)


def _within_rule(asked: Asked, rules: Sequence[Found]) -> bool:
    """The "as saying" of "quoted a witness as saying" is no cue of its own."""
    at = asked.cue[0]
    return asked.rule is None and any(rule.via is not None and any(a <= at < b for a, b in (*rule.cue, *rule.source)) for rule in rules)


def _as_tagged(tree: Tree, asked: Asked, rule: Found, tagged: Tagged, sure: float) -> Found:
    """The rules' reading with the tagger's words, where the tagger takes the cue for one.

    Elsewhere it has not learnt which words are whose; and of "TNN quoted a witness as saying" it does not see the two hops.
    """
    if asked.sure < STRONG or rule.via is not None:
        return replace(rule, sure=sure)
    speaker, source = rule.speaker, rule.source
    if tagged.source and not same(rule.source, tagged.source):
        speaker, source = head_of(tree, tagged.source[0]), tagged.source
    elif tagged.source:
        source = tagged.source
    content = rule.content if overlap(rule.content, tagged.content) >= ALIKE else tagged.content
    return replace(rule, speaker=speaker, source=source, cue=(asked.cue,), content=content, sure=sure)


def _new(tree: Tree, cue: Range, tagged: Tagged, quotes: Sequence[Quotation], sure: float) -> Found | None:
    """A cue that the rules do not know, with a frame by its part of speech."""
    at = head_of(tree, cue)
    if at is None or about_naming(tree.text, tagged.content):
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
        known=False,
    )


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
    return any(
        tree.tag[at] in ("VBD", "VBZ", "VBP", "MD") and any(a <= tree.start[at] < b for a, b in content) for at in range(len(tree.words))
    )


def _manner(tree: Tree, content: Ranges, quotes: Sequence[Quotation]) -> str:
    whole = sum(b - a for a, b in content)
    inside = sum(max(0, min(b, q.end) - max(a, q.start)) for a, b in content for q in quotes)
    return "direct" if inside >= 0.9 * whole else "mixed" if inside else "indirect"


def head_of(tree: Tree, chars: Range) -> int | None:
    """The token of a run of characters that the others hang on."""
    inside = [at for at in range(len(tree.words)) if chars[0] <= tree.start[at] < chars[1] and tree.pos[at] not in ("SPACE", "PUNCT")]
    among = set(inside)
    return next((at for at in inside if tree.head[at] not in among or tree.head[at] == at), None)


def same(one: Ranges, other: Ranges) -> bool:
    return (not one and not other) or any(a < d and c < b for a, b in one for c, d in other)


def overlap(one: Ranges, other: Ranges) -> float:
    """F1 of the characters of two contents."""
    both = sum(max(0, min(b, d) - max(a, c)) for a, b in one for c, d in other)
    return 2 * both / max(1, sum(b - a for a, b in one) + sum(b - a for a, b in other))
