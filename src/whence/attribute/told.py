"""A verb of telling in a tree → the medium that was told; and a telling to a medium whose content the parser hung elsewhere, read from
the order of the words: "X, officials told the Globe", "Olden told TNN, X", "Olden told TNN before he left that X".
"""

from collections.abc import Sequence

from whence.attribute.found import Found
from whence.attribute.handing import cue_words, found, tidy
from whence.attribute.mentions import told_medium
from whence.attribute.speakers import speaker
from whence.attribute.tree import Range, Tree
from whence.lexicons.cues import Cues

TELLING = frozenset({"tell", "inform", "assure", "remind", "warn", "advise", "notify"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
SHORT = 8  # words after the hearer that only say when, where or how it was told


def hearer(tree: Tree, one: Found) -> int | None:
    """The head token of who was told, also where the parser hung it under what is told."""
    if one.lemma not in TELLING or one.at >= len(tree.words):
        return None
    return one.hearer if one.hearer is not None else _object(tree, one.at)


def _object(tree: Tree, verb: int) -> int | None:
    plain = tree.kid(verb, "dobj", "dative")
    if plain is not None:
        return plain
    at = verb + 1
    while at < len(tree.words) and (tree.pos[at] == "DET" or tree.lower[at] in ("&", "of") or _capital(tree, at)):
        at += 1
    return at - 1 if at - 1 > verb and _capital(tree, at - 1) else None


def _capital(tree: Tree, at: int) -> bool:
    return tree.words[at][0].isupper() and tree.pos[at] != "PRON"


def told_elsewhere(tree: Tree, known: Sequence[Found], cues: Cues) -> list[Found]:
    """What was told to a medium, where no attribution was found at the verb."""
    cues_at = {a for one in known for a, _ in one.cue} | {tree.start[one.at] for one in known}
    made = []
    for at, lemma in enumerate(tree.lemma):
        if lemma != "tell" or tree.tag[at] == "VB" or tree.pos[at] != "VERB" or tree.kid(at, "auxpass") is not None:
            continue
        cue = cue_words(tree, at)
        whom = _object(tree, at)
        if tree.start[at] in cues_at or tree.start[cue[0]] in cues_at or whom is None or told_medium(tree, whom, cues) is None:
            continue
        who = speaker(tree, at)
        if who[0] is None:
            who = _last_of_list(tree, at)
        content = _told(tree, at, whom, who[1])
        if content and who[0] is not None:
            made.append(found(tree, ("clause", "tell"), at, who, (cue, content)))
    return made


def _last_of_list(tree: Tree, verb: int) -> tuple[int | None, tuple[Range, ...]]:
    """The noun right before a verb, back to a comma: "…, teachers and union officials told", taken for the end of a list."""
    head, begin = verb - 1, tree.sentence[verb][0]
    first = next((at for at in range(head, begin, -1) if tree.lower[at - 1] in (",", "”", '"')), head)
    if (
        head <= begin
        or first <= begin
        or tree.pos[head] not in ("NOUN", "PROPN", "PRON")
        or any(tree.tag[at] in FINITE for at in range(first, head))
    ):
        return None, ()
    return head, ((first, verb),)


def _told(tree: Tree, verb: int, whom: int, source: tuple[Range, ...]) -> tuple[Range, ...]:
    """The run that is told: what stands before the cue clause, or after the hearer."""
    begin, end = tree.sentence[verb]
    first = min([verb, *(a for a, _ in source)])
    after = tidy(tree, (_past_name(tree, whom, end), end))
    finite = any(tree.tag[i] in FINITE for i in range(*after))
    if not finite or (after[1] - after[0] <= SHORT and tree.lower[after[0]] in ("on", "in", "at", "by", "during", "last", "when", "after")):
        before = tidy(tree, (begin, first))
        set_off = first > begin and tree.pos[first - 1] == "PUNCT"
        return (before,) if set_off and any(tree.tag[i] in FINITE for i in range(*before)) else ()
    that = next((i for i in range(after[0], min(after[0] + 14, after[1])) if tree.lower[i] == "that" and tree.dep[i] == "mark"), None)
    return (tidy(tree, (that if that is not None else after[0], after[1])),)


def _past_name(tree: Tree, whom: int, end: int) -> int:
    """The token after the hearer's name."""
    at = whom + 1
    while at < end and tree.dep[at] in ("case", "appos", "flat") and tree.pos[at] != "PUNCT":
        at += 1
    return at
