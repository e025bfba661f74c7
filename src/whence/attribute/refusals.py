"""Verbs in a tree → who would not say: "has not commented", "did not return calls", "could not be reached",
"would not be drawn on X", "had no comment".

Frame: refusal. What is not commented on is the content; of a bare "would not comment" the verb itself.
"""

from collections.abc import Iterator

from whence.attribute.found import Found
from whence.attribute.handing import cue_words, found, tidy
from whence.attribute.speakers import referred, speaker
from whence.attribute.tree import Range, Tree

SILENT = frozenset({"comment", "respond", "reply", "answer", "return", "elaborate"})
NEGATORS = frozenset({"not", "n't", "n’t", "never", "neither", "no", "nor"})


def refusal_candidates(tree: Tree) -> Iterator[Found]:
    for at, lemma in enumerate(tree.lemma):
        if tree.pos[at] not in ("VERB", "AUX"):
            continue
        reached = lemma in ("reach", "draw") and tree.kid(at, "auxpass") is not None and tree.kid(at, "aux") is not None
        if (lemma in SILENT or reached) and _negated(tree, at):
            if lemma != "return" or _of_calls(tree, at):
                yield from _refusal(tree, at, cue_words(tree, at))
        elif lemma == "have" and (comment := _no_comment(tree, at)) is not None:
            yield from _refusal(tree, at, (cue_words(tree, at)[0], comment + 1))


def _negated(tree: Tree, verb: int) -> bool:
    if any(tree.dep[kid] in ("neg", "preconj") and tree.lower[kid] in NEGATORS for kid in tree.kids[verb]):
        return True
    who = next((kid for kid in tree.kids[verb] if tree.dep[kid] in ("nsubj", "nsubjpass")), None)
    return who is not None and any(tree.lower[kid] in NEGATORS and kid < who for kid in tree.kids[who])


def _of_calls(tree: Tree, verb: int) -> bool:
    what = tree.kid(verb, "dobj")
    return what is not None and tree.lemma[what] in ("call", "message", "request", "email", "e-mail", "inquiry", "enquiry")


def _no_comment(tree: Tree, verb: int) -> int | None:
    what = tree.kid(verb, "dobj")
    if what is None or tree.lemma[what] != "comment":
        return None
    return what if any(tree.lower[kid] == "no" for kid in tree.kids[what]) else None


def _refusal(tree: Tree, verb: int, cue: Range) -> Iterator[Found]:
    who = speaker(tree, verb)
    if who[0] is None and (told := tree.kid(verb, "nsubjpass")) is not None:
        who = (told, referred(tree, told, verb))
    if who[0] is None:
        return
    last = max((tree.right[kid] + 1 for kid in tree.kids[verb] if kid > verb and tree.dep[kid] in ("dobj", "prep")), default=cue[1])
    if cue[1] < last and tree.dep[cue[1]] == "prep" and cue[1] + 1 < last:
        cue = (cue[0], cue[1] + 1)
    content = tidy(tree, (cue[1], last))
    yield found(tree, ("refusal", tree.lemma[verb]), verb, who, (cue, (content if content[0] < content[1] else (verb, verb + 1),)))
