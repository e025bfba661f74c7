"""One passage's tree → every attribution in it: what the lexicon admits, one per cue, and its quotations, each given to a cue."""

import re
from collections.abc import Sequence
from itertools import chain, groupby

from whence.attribute.counted import counted_candidates
from whence.attribute.found import Found, near
from whence.attribute.nouns import noun_candidates
from whence.attribute.phrases import closing_candidates, label_candidates, phrase_candidates
from whence.attribute.plainly import all_seen, seen_by
from whence.attribute.quotes import find_quotes
from whence.attribute.refusals import refusal_candidates
from whence.attribute.spoken import give_quotes
from whence.attribute.tree import Range, Tree
from whence.attribute.verbs import verb_candidates
from whence.lexicons.cues import Cues

# Of several frames that admit one cue the first of these wins.
RANK = (
    "refusal",
    "measured",
    "quote-as",
    "clause",
    "passive-by-clause",
    "passive-clause",
    "passive-by-infinitive",
    "passive-infinitive",
    "infinitive",
    "passive-by",
    "aside",
    "named",
    "object",
    "about:",
)

NESTING = frozenset({"clause", "quote-as", "aside", "infinitive", "according", "quote", "noun-clause", "adverb"})
FIRST_AND_SECOND = frozenset(
    {"i", "we", "you", "me", "us", "what", "which", "that", "nobody", "everyone", "everybody", "anyone", "anybody", "one"}
)

UNNAMED = re.compile(
    r"(?:not )?(?:(?:want|wish|like) )?(?:to )?(?:not )?(?:be|being|to have been) (?:further )?(?:named|identified|quoted)\b"
    r"|(?:to )?remain anonymous|anonymity",
    re.I,
)
CHECKED = frozenset({"confirm", "verify", "corroborate"})
ADDRESSED = frozenset({"tell", "ask", "urge", "warn", "advise", "invite", "see"})


def find(tree: Tree, cues: Cues, headline: bool = False) -> tuple[Found, ...]:
    """The attributions of one passage, in order of the text."""
    quotes = find_quotes(tree.text)
    makers = (refusal_candidates, verb_candidates, noun_candidates, phrase_candidates, counted_candidates, closing_candidates)
    candidates = chain(chain.from_iterable(make(tree) for make in makers), label_candidates(tree, headline))
    admitted = [
        c
        for c in candidates
        if c.frame in ("bare", "quote-as", "refusal", "measured")
        or (c.content and (cues.admit(c.frame, c.lemma) or (c.frame in ("object", "clause") and seen_by(tree, c))))
    ]
    admitted = [
        all_seen(tree, c) if seen_by(tree, c) else c
        for c in admitted
        if not about_naming(tree.text, c.content) and not _nobody_told(tree, c)
    ]
    admitted.sort(key=lambda c: (c.at, _rank(c.frame)))
    best = [next(same) for _, same in groupby(admitted, key=lambda c: c.at)]
    spoken = sorted((f for f in give_quotes(tree, quotes, best, cues) if f.content and f.frame != "bare"), key=lambda f: f.start)
    kept = []
    for at, one in enumerate(spoken):
        others = [other for other in near(spoken, at) if other is not one]
        if not _names_source(one, others) and (not _within(one, others) or _worth_nesting(tree, one, cues)):
            kept.append(one)
    return tuple(kept)


def about_naming(text: str, content: Sequence[Range]) -> bool:
    """ "who asked not to be named": says how the source is named, and nothing else."""
    return bool(content) and UNNAMED.match(text, content[0][0]) is not None


def _nobody_told(tree: Tree, one: Found) -> bool:
    """ "could not be confirmed", "were told to stay": nobody is said to have said it."""
    if not one.frame.startswith("passive") or one.speaker is not None:
        return False
    checked = one.lemma in CHECKED and any(tree.dep[kid] == "aux" or tree.dep[kid] == "neg" for kid in tree.kids[one.at])
    return checked or (one.lemma in ADDRESSED and one.frame == "passive-infinitive")


def _names_source(one: Found, others: list[Found]) -> bool:
    """The "citing" of "a Reuters report citing officials" is part of who speaks."""
    return one.lemma == "cite" and any(a <= one.cue[0][0] < b for other in others for a, b in other.source)


def _within(one: Found, others: list[Found]) -> bool:
    at = one.cue[0][0]
    return one.quoted or any(a <= at < b for other in others for a, b in other.content)


def _worth_nesting(tree: Tree, one: Found, cues: Cues) -> bool:
    """Inside another's words only plain reporting counts, and in a quotation only that of a third party."""
    if one.speaker is not None and tree.lower[one.speaker] in FIRST_AND_SECOND:
        return False
    if one.quoted:
        return one.frame in ("clause", "according", "quote", "quote-as") and one.speaker is not None and cues.admit("aside", one.lemma)
    return one.frame in NESTING or one.frame.startswith("passive") or (one.frame.startswith("noun") and bool(one.source))


def _rank(frame: str) -> int:
    return next((i for i, start in enumerate(RANK) if frame.startswith(start)), len(RANK) if frame != "bare" else 99)
