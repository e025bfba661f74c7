"""Verbs in a tree → who would not say: "has not commented", "did not return calls", "could not be reached",
"would not be drawn on X", "had no comment", "is not talking", "would not discuss X", "said nothing", "calls to X were not answered".

Frame: refusal. What is not commented on is the content; of a bare "would not comment" the verb itself.
"""

from collections.abc import Iterator

from whence.attribute.found import Found
from whence.attribute.handing import cue_words, found, tidy
from whence.attribute.speakers import named, referred, speaker
from whence.attribute.tree import Range, Tree

SILENT = frozenset({"comment", "respond", "reply", "answer", "return", "elaborate", "talk", "discuss"})
REACHING = frozenset({"call", "message", "request", "email", "e-mail", "inquiry", "enquiry", "question", "query"})
UNANSWERED = frozenset({"answer", "return"})
NEGATORS = frozenset({"not", "n't", "n’t", "never", "neither", "no", "nor"})


def refusal_candidates(tree: Tree) -> Iterator[Found]:
    for at, lemma in enumerate(tree.lemma):
        if tree.pos[at] not in ("VERB", "AUX"):
            continue
        if (asked := _unanswered(tree, at)) is not None:
            yield from _refusal(tree, at, cue_words(tree, at), asked)
            continue
        if lemma == "say" and (nothing := _nothing(tree, at)) is not None:
            yield from _refusal(tree, at, (cue_words(tree, at)[0], nothing + 1))
            continue
        reached = lemma in ("reach", "draw") and tree.kid(at, "auxpass") is not None and tree.kid(at, "aux") is not None
        if (lemma in SILENT or reached) and _negated(tree, at):
            if (lemma != "return" or _of_calls(tree, at)) and (lemma not in ("talk", "discuss") or _would_not(tree, at)):
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
    return what is not None and tree.lemma[what] in REACHING


def _would_not(tree: Tree, verb: int) -> bool:
    """ "is not talking", "would not discuss it"; not "did not talk to anybody that day"."""
    will = any(tree.lower[kid] in ("would", "will", "wo", "is", "are", "was", "were", "'s", "'re") for kid in tree.kids[verb])
    return will and tree.kid(verb, "auxpass") is None


def _nothing(tree: Tree, verb: int) -> int | None:
    """ "said nothing", "will say nothing about X"; not "said nothing that was new"."""
    what = tree.kid(verb, "dobj")
    if what is None or what < verb or tree.lower[what] != "nothing" or tree.kid(what, "relcl", "acl", "amod") is not None:
        return None
    return what if all(tree.dep[kid] != "prep" or tree.lower[kid] in ("about", "on", "of") for kid in tree.kids[what]) else None


def _unanswered(tree: Tree, verb: int) -> int | None:
    """Of "calls to X were not answered": the head token of X."""
    what = tree.kid(verb, "nsubjpass", "nsubj")
    if what is None or tree.lemma[what] not in REACHING:
        return None
    passive = tree.lemma[verb] in UNANSWERED and tree.kid(verb, "auxpass") is not None and _negated(tree, verb)
    to = next((kid for kid in tree.kids[what] if tree.lower[kid] == "to"), None) if passive else None
    return tree.kid(to, "pobj") if to is not None else None


def _no_comment(tree: Tree, verb: int) -> int | None:
    what = tree.kid(verb, "dobj")
    if what is None or tree.lemma[what] != "comment":
        return None
    return what if any(tree.lower[kid] == "no" for kid in tree.kids[what]) else None


def _refusal(tree: Tree, verb: int, cue: Range, asked: int | None = None) -> Iterator[Found]:
    who = speaker(tree, verb) if asked is None else (asked, named(tree, asked, verb))
    if who[0] is None and (told := tree.kid(verb, "nsubjpass")) is not None:
        who = (told, referred(tree, told, verb))
    if who[0] is None:
        return
    if asked is not None:
        yield found(tree, ("refusal", tree.lemma[verb]), verb, who, (cue, (cue,)))
        return
    last = max((tree.right[kid] + 1 for kid in tree.kids[verb] if kid > verb and tree.dep[kid] in ("dobj", "prep")), default=cue[1])
    if cue[1] < last and tree.dep[cue[1]] == "prep" and cue[1] + 1 < last:
        cue = (cue[0], cue[1] + 1)
    content = tidy(tree, (cue[1], last))
    yield found(tree, ("refusal", tree.lemma[verb]), verb, who, (cue, (content if content[0] < content[1] else (verb, verb + 1),)))
