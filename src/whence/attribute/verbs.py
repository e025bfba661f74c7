"""Verbs in a tree → what each may hand over, one candidate per frame. The lexicon decides afterwards which are cues.

Frames: clause (said that X), infinitive (vowed to X), object (denied X), about:of (warned of X), passive-clause (it is
believed that X), passive-infinitive (X is believed to Y), passive (X was reported), aside (X, she said), bare (no content of its own: a
quotation is looked for beside it).
"""

from collections.abc import Iterator
from dataclasses import replace

from whence.attribute.found import Found
from whence.attribute.handing import cue_words, found, tidy
from whence.attribute.passives import as_saying, passive_candidates, quoted_as
from whence.attribute.speakers import antecedent, referred, speaker
from whence.attribute.tree import Range, Tree
from whence.attribute.wording import suffix_role
from whence.lexicons.hops import load_hop_words

COMPLEMENTS = frozenset({"as", "for", "of", "to", "about", "with", "against"})
MEASURING = frozenset({"put", "estimate", "place", "peg"})  # "put the dead at twelve"
COUNTING = frozenset({"count", "tally"})
COUNTERS = ("government", "military", "authority", "civil", "medium", "unnamed")
EMPTY = frozenset({"nothing", "anything", "something", "little", "much", "more", "so", "no", "yes"})  # "said nothing" says nothing
TELLING = frozenset({"tell", "inform", "assure", "remind", "warn", "advise", "notify"})


def verb_candidates(tree: Tree) -> Iterator[Found]:
    for at, pos in enumerate(tree.pos):
        if pos in ("VERB", "AUX") and tree.dep[at] not in ("aux", "auxpass", "amod", "compound"):
            yield from _of_verb(tree, at)


def _of_verb(tree: Tree, at: int) -> Iterator[Found]:
    passive = tree.kid(at, "auxpass") is not None
    cue = cue_words(tree, at)
    if tree.lemma[at] == "call" and at + 1 < len(tree.words) and tree.lower[at + 1] in ("back", "off", "up", "in"):
        return  # "kettles called back"
    if tree.dep[at] == "pcomp" and as_saying(tree, tree.head[tree.head[at]]) == at:
        return
    saying = as_saying(tree, at)
    if saying is not None:
        yield from quoted_as(tree, at, saying, cue)
        return
    asked = (
        tree.dep[at] == "advcl" and tree.tag[at] == "VBN" and tree.lemma[at] == "ask"
    )  # "Asked whether X, she laughed": nobody says who asked
    if passive or asked or (tree.dep[at] == "acl" and tree.tag[at] == "VBN"):
        yield from passive_candidates(tree, at, cue)
        if passive or asked:
            return
    who = speaker(tree, at)
    hearer = hearer_of(tree, at)
    for frame, lemma, content, words in _contents(tree, at, cue):
        if hearer is not None and frame in ("clause", "infinitive"):
            content = tuple(_after(tree, run, hearer) for run in content)
        one = found(tree, (frame, lemma), at, who, (words, tuple(r for r in content if r[0] < r[1])))
        yield one if frame == "object" else replace(one, hearer=hearer)


def hearer_of(tree: Tree, verb: int) -> int | None:
    """Who is told: the object of a telling verb, also where the parser hung it under what is told."""
    if tree.lemma[verb] not in TELLING:
        return None
    plain = tree.kid(verb, "dobj", "dative")
    if plain is not None:
        return plain
    at = verb + 1
    while at < len(tree.words) and (
        tree.pos[at] == "DET" or tree.lower[at] in ("&", "of") or (tree.words[at][0].isupper() and tree.pos[at] != "PRON")
    ):
        at += 1
    last = at - 1
    return last if last > verb and tree.words[last][0].isupper() else None


def _after(tree: Tree, run: Range, hearer: int) -> Range:
    return tidy(tree, (max(run[0], hearer + 1), run[1])) if run[0] <= hearer < run[1] else run


def _contents(tree: Tree, at: int, cue: Range) -> Iterator[tuple[str, str, tuple[Range, ...], Range]]:
    """Each (frame, lemma, content, cue) that the complements of an active verb allow."""
    lemma = tree.lemma[at]
    for kid in sorted(tree.kids[at], key=lambda kid: kid < at):
        dep = tree.dep[kid]
        if dep == "ccomp" and not (kid < at and tree.lower[tree.right[kid] + 1] == ";"):
            small = lemma == "call" and kid > at and tree.kid(kid, "mark") is None and tree.kid(kid, "aux") is None
            yield "named" if small else "clause", lemma, (tidy(tree, _own_clause(tree, kid)),), cue
        elif dep == "xcomp":
            content = tidy(tree, tree.edges(kid))
            yield "infinitive", lemma, (content,), cue
        elif dep in ("dobj", "dative") and tree.pos[kid] != "ADP" and tree.lower[kid] not in EMPTY:
            if lemma == "call" and tree.kid(kid, "appos") is not None:
                yield "named", lemma, (tidy(tree, tree.edges(kid)),), cue
            if _counted(tree, at, kid):
                yield "measured", lemma, (tidy(tree, tree.edges(kid)),), cue
            if lemma in MEASURING and "at" in tree.lower[kid : tree.right[kid]] and "CD" in tree.tag[kid : tree.right[kid] + 1]:
                yield "measured", lemma, (tidy(tree, tree.edges(kid)),), cue
            yield "object", lemma, (_with_complement(tree, at, kid),) if antecedent(tree, kid) == kid else referred(tree, kid, at), cue
        elif dep == "oprd":
            first = tree.kid(at, "dobj")
            begin = tree.left[first] if first is not None and at < first < kid else tree.left[kid]
            yield "named", lemma, (tidy(tree, (begin, tree.right[kid] + 1)),), cue
        elif dep == "prep" and kid > at:
            yield from _about(tree, at, kid, cue)
        elif dep == "acomp":
            yield from _adjective(tree, kid, cue)
    if tree.dep[at] in ("parataxis", "ccomp") and tree.kid(at, "ccomp") is None and _set_off(tree, at):
        yield "aside", lemma, aside(tree, at, tree.head[at]), cue
    elif tree.dep[at] in ("conj", "ROOT", "advcl") and tree.kid(at, "ccomp", "dobj") is None or lemma == "tell":
        yield "aside", lemma, _before(tree, at), cue
    yield "bare", lemma, (), cue


def _counted(tree: Tree, at: int, what: int) -> bool:
    """ "The clinic counts 14 dead", "the Observatory has two new objects on a path": by a body or a record that counts or watches."""
    words, who = load_hop_words(), tree.kid(at, "nsubj")
    if who is None or tree.tag[at] not in ("VBZ", "VBP", "VBD") or "CD" not in tree.tag[tree.left[what] : what + 1]:
        return False
    if tree.lemma[at] == "have":
        return tree.lemma[who] in words.watching
    return tree.lemma[at] in COUNTING and (tree.lemma[who] in words.watching or suffix_role(tree.lower[who])[0] in COUNTERS)


def _about(tree: Tree, at: int, prep: int, cue: Range) -> Iterator[tuple[str, str, tuple[Range, ...], Range]]:
    """ "warned of X", "raised concern that X", "put the dead at twelve"."""
    lemma, inner = tree.lemma[at], tree.kid(prep, "pobj", "pcomp")
    if inner is None:
        return
    told = tree.kid(inner, "acl", "relcl")
    mark = tree.kid(told, "mark") if told is not None else None
    if told is not None and mark is not None and tree.lower[mark] == "that":
        yield "clause", lemma, (tidy(tree, tree.edges(told)),), cue
    words = (cue[0], prep + 1) if prep == cue[1] else cue
    whom = tree.kid(at, "dobj")
    begin, last = tree.left[inner], tree.right[inner] + 1
    if whom is not None and at < whom < prep:
        begin = tree.left[whom]
    number = tree.lower[prep] == "at" and "CD" in tree.tag[tree.left[inner] : last]
    if whom is not None and whom < prep and _gives(tree, at, whom, prep, last):
        yield "measured", lemma, (tidy(tree, (begin, last)),), cue
    elif number and lemma in MEASURING and whom is not None:
        after = whom > prep  # "put at twelve the number of dead"
        yield "measured", lemma, (tidy(tree, (begin, tree.right[whom] + 1 if after else last)),), cue if after else words
    else:
        yield f"about:{tree.lower[prep]}", lemma, (tidy(tree, (begin, last)),), words


def _gives(tree: Tree, at: int, whom: int, prep: int, last: int) -> bool:
    """ "gave the number aboard as 58", "had it at a minute and ten"."""
    if "CD" not in tree.tag[tree.left[prep] : last]:
        return False
    lemma, word = tree.lemma[at], tree.lower[prep]
    return (lemma in ("give", "set", "state", "list") and word == "as") or (lemma == "have" and word == "at" and tree.lower[whom] == "it")


def _set_off(tree: Tree, at: int) -> bool:
    """Whether a mark stands before or after a cue clause: "X, she said, Y"."""
    first, last = tree.edges(at)
    return any(tree.pos[i] == "PUNCT" for i in (first - 1, first, last) if 0 <= i < len(tree.words))


def _before(tree: Tree, at: int) -> tuple[Range, ...]:
    """What a sentence says before a cue clause at its end that the parser did not hang together: "X, officials told the Globe."""
    begin, end = tree.sentence[at]
    said_by = tree.kid(at, "nsubj")
    if said_by is None or tree.kid(at, "ccomp", "mark") is not None or end - tree.right[at] > 3:
        return ()
    first = min(tree.left[said_by], at)
    if first - begin < 4 or tree.lower[first - 1] not in (",", "”", '"', "''"):
        return ()
    return (tidy(tree, (begin, first)),)


def _own_clause(tree: Tree, top: int) -> Range:
    """A clause without what a comma and "and" set beside it where that hands something over itself: "…, and rights groups warned that"."""
    first, last = tree.edges(top)
    for kid in tree.kids[top]:
        if tree.dep[kid] == "conj" and kid > top and tree.kid(kid, "nsubj", "nsubjpass") is not None and tree.kid(kid, "mark") is None:
            begin = tree.left[kid]
            if begin >= 2 and tree.dep[begin - 1] == "cc" and tree.lower[begin - 2] == "," and tree.kid(kid, "ccomp") is not None:
                return first, begin - 2
    return first, last


def _with_complement(tree: Tree, verb: int, noun: int) -> Range:
    """An object with what is said of it: "him of lying", "the media for allowing it"."""
    first, last = tree.edges(noun)
    for kid in tree.kids[noun]:
        inner = tree.kid(kid, "pobj") if tree.lower[kid] == "on" else None
        if inner is not None and tree.lemma[inner] == "condition":  # of anonymity
            last = min(last, tree.left[kid])
    for kid in tree.kids[verb]:
        if kid == last and (tree.dep[kid] == "prep" and tree.lower[kid] in COMPLEMENTS or tree.dep[kid] in ("oprd", "xcomp")):
            last = tree.right[kid] + 1
    return tidy(tree, (first, last))


def _adjective(tree: Tree, at: int, cue: Range) -> Iterator[tuple[str, str, tuple[Range, ...], Range]]:
    """ "is confident that X", "was critical of X"."""
    lemma = tree.lemma[at]
    words = (min(cue[0], at), at + 1)
    for kid in tree.kids[at]:
        if tree.dep[kid] in ("ccomp", "xcomp"):
            yield f"adjective-{tree.dep[kid]}", lemma, (tidy(tree, tree.edges(kid)),), words
        elif tree.dep[kid] == "prep" and kid == at + 1:
            inner = tree.kid(kid, "pobj", "pcomp")
            if inner is not None:
                yield f"adjective:{tree.lower[kid]}", lemma, (tidy(tree, tree.edges(inner)),), (words[0], kid + 1)


def aside(tree: Tree, at: int, top: int) -> tuple[Range, ...]:
    """What stands around a cue clause inside the clause of `top`: "X, she said, Y" → X and Y."""
    first, last = tree.edges(top)
    a, b = tree.edges(at)
    parts = (tidy(tree, (first, a)), tidy(tree, (b, last)))
    return tuple(p for p in parts if p[0] < p[1])
