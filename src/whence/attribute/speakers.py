"""A cue in a tree → who speaks: the head token of the source, and the words that name it."""

from whence.attribute.tree import Range, Tree

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
RELATIVE = frozenset({"who", "which", "that", "whom"})
BINDS_SUBJECT = frozenset({"promise", "threaten", "vow", "use", "take"})  # "she promised him to go": she goes
CARRIES_ON = frozenset({"xcomp", "advcl", "conj", "pcomp", "prep", "dep", "ccomp"})  # relations over which an unsaid subject is the head's
QUOTES = frozenset({'"', "”", "''", "’", "'"})
TRAILING = frozenset({",", "-", "–", "—", "--", ";", ":", "(", "”", '"', "''"})


def subject(tree: Tree, verb: int) -> int | None:
    """The head token of who does `verb`, said or understood; None where nobody does."""
    at, steps = verb, 0
    while steps < 8:
        steps += 1
        said = nearest(tree, at)
        if said is not None and tree.dep[said] != "csubj":
            if at != verb and tree.kid(at, "auxpass") is not None and tree.dep[said] == "nsubjpass":
                return said
            return said
        if tree.kid(at, "auxpass") is not None and at == verb:
            return None
        if tree.dep[at] in ("acl", "relcl"):
            return tree.head[at]
        if tree.dep[at] not in CARRIES_ON:
            return None
        infinitive = tree.dep[at] == "xcomp" and tree.tag[at] == "VB"
        at = tree.head[at]
        led = tree.kid(at, "dobj") if infinitive and tree.lemma[at] not in BINDS_SUBJECT else None
        if led is not None and at < led < verb:
            return led
        if tree.pos[at] in ("NOUN", "PROPN", "PRON"):
            poss = tree.kid(at, "poss")
            return poss if poss is not None else None
    return None


def _name_before(tree: Tree, verb: int) -> int | None:
    """The name or noun right before a finite verb that the parser gave no subject."""
    at = verb - 1
    while at >= 0 and tree.pos[at] == "ADV":
        at -= 1
    finite = tree.tag[verb] in ("VBD", "VBZ", "VBP") and tree.kid(verb, "auxpass") is None
    return at if at >= 0 and finite and tree.pos[at] in ("PROPN", "NOUN", "PRON") and tree.head[at] != at else None


def nearest(tree: Tree, verb: int) -> int | None:
    """The subject of a verb; of two that stand side by side before it the second."""
    said = [kid for kid in tree.kids[verb] if tree.dep[kid] in SUBJECTS]
    before = [kid for kid in said if kid < verb]
    if not said:
        return None
    between = range(tree.right[before[-2]] + 1, tree.left[before[-1]]) if len(before) > 1 else range(0)
    apart = bool(between) and not any(tree.words[at] in QUOTES for at in between)  # the subject of a quoted verb is not who speaks
    return before[0] if apart else (before or said)[-1]


def speaker(tree: Tree, verb: int) -> tuple[int | None, tuple[Range, ...]]:
    """The head token of who does `verb` and the words that name it. Of "the West, who fear X": "the West" and "who"."""
    head = subject(tree, verb)
    head = _name_before(tree, verb) if head is None else head
    return (None, ()) if head is None or tree.lower[head] == "there" else (antecedent(tree, head), referred(tree, head, verb))


def antecedent(tree: Tree, head: int) -> int:
    """What "who" or "which" takes up; any other token itself."""
    clause = tree.head[head]
    if tree.lower[head] not in RELATIVE:
        return head
    if tree.dep[clause] == "relcl":
        return tree.head[clause]
    before = head - 2 if head > 1 and tree.lower[head - 1] == "," else head - 1
    if before > 0 and tree.pos[before] == "NUM" and tree.pos[tree.head[before]] in ("NOUN", "PROPN"):  # "paragraph 9, which says"
        before = tree.head[before]
    return before if before >= 0 and tree.lower[head] != "that" and tree.pos[before] in ("NOUN", "PROPN") else head


def referred(tree: Tree, head: int, cue: int) -> tuple[Range, ...]:
    """The words that name `head`, after those of what it takes up if it is the relative pronoun of this very clause."""
    before = antecedent(tree, head)
    if before == head:
        return named(tree, head, cue)
    own = tree.head[head] == cue and tree.lower[head] != "that"
    return (*named(tree, before, cue), (head, head + 1)) if own else named(tree, before, cue)


def agent(tree: Tree, verb: int) -> int | None:
    """Who a passive is laid to: "was reported by state media"."""
    by = tree.kid(verb, "agent")
    if by is None:
        return None
    return tree.kid(by, "pobj")


def named(tree: Tree, head: int, cue: int) -> tuple[Range, ...]:
    """The tokens that name a source: its whole noun phrase, less the clause that the cue stands in, and loose marks at its ends."""
    first, last = tree.edges(head)
    while first > 0 and tree.dep[first - 1] == tree.dep[head] == "nsubj" and tree.head[first - 1] == tree.head[head]:
        first = tree.left[first - 1]  # "the state news agency KCNA", parsed as two subjects
    kid = tree.branch(cue, head)
    if kid is not None:
        a, b = tree.edges(kid)
        if a > head:
            last = min(last, a)
        else:
            first = max(first, b)
    while last - 1 > head and (tree.lower[last - 1] in TRAILING or tree.pos[last - 1] == "SPACE"):
        last -= 1
    while first < head and (tree.pos[first] in ("PUNCT", "SPACE") or tree.dep[first] == "cc"):
        first += 1
    if tree.dep[head] == "poss" and last - 1 > head and tree.tag[last - 1] == "POS":
        last -= 1
    return ((first, last),) if first < last else ()
