"""Phrases that hand over the clause they stand in: "according to X", "reportedly".

Frames: according, adverb.
"""

import re
from collections.abc import Iterator

from whence.attribute.found import Found
from whence.attribute.handing import tidy
from whence.attribute.speakers import named
from whence.attribute.tree import Range, Tree
from whence.attribute.wording import suffix_role

SIGNED = re.compile(r"[”\"’'.!?]\s*[―—–-]{1,2}\s*(?P<name>[A-Z][\w.’'-]*(?:,? (?:[A-Z(@][\w.’')-]*|of|the|for)){0,7})\s*$")
LABELLED = re.compile(
    r"^\W*(?P<name>[A-Z][\w.’'-]*(?: (?:[A-Z(][\w.’')-]*|of|the|for|to|on|at|in)){0,5}):\s+(?P<said>\S.{8,}?)\s*$", re.DOTALL
)
HEADED = re.compile(r"^\W*(?P<name>[A-Z][\w.’'-]*(?: [\w.’'&-]+){0,4}):\s+(?P<said>\S.{8,}?)\s*$", re.DOTALL)  # of a headline
CLOSING = {"states": "state", "reports": "report", "claims": "claim", "notes": "note", "announces": "announce"}
LONGEST_NAME, FEWEST = 9, 3  # tokens of a name, and of what it tells
TELLERS = ("unnamed", "medium", "civil", "authority", "government", "company", "military")
TAILED = re.compile(r"^\W*(?P<said>\S.{12,}?)\s+(?P<mark>[–—-]{1,2})\s+(?P<name>[\w’'-]+(?: [\w’'-]+){0,3})\W*$")  # "Truce near – sources"
QUOTES = ("“", "‘", '"', "'", "«")
LABELS = frozenset(
    "correction corrected urgent flash"
    " clarification retraction update exclusive breaking live video watch photos analysis opinion comment editorial explainer"
    " factbox profile review obituary note advisory interview letters kill embargoed".split()
) | {"press release", "news release", "media release", "in brief", "fact check", "q&a", "editor's note", "media advisory"}
CLAUSES = frozenset({"ROOT", "conj", "ccomp", "parataxis", "advcl", "relcl"})


def phrase_candidates(tree: Tree) -> Iterator[Found]:
    for at, word in enumerate(tree.lower):
        if word == "according" and at + 1 < len(tree.lower) and tree.lower[at + 1] == "to":
            yield from _according(tree, at)
        elif word == "by" and tree.dep[at] == "agent" and tree.tag[tree.head[at]] == "VBN":
            yield from _as_reported(tree, at)
        elif tree.dep[at] == "advmod" and word.endswith("ly"):
            yield from _adverb(tree, at)


def closing_candidates(tree: Tree) -> Iterator[Found]:
    """ "…, the Trade Ministry states.": words of telling at the end of a sentence that the parser took for part of the name."""
    for at, word in enumerate(tree.lower):
        begin, end = tree.sentence[at]
        if word not in CLOSING or tree.tag[at] not in ("NNS", "NNPS", "NN", "NNP") or tree.lower[at + 1 : end] != ["."]:
            continue
        comma = next((i for i in range(at - 1, max(begin, at - LONGEST_NAME), -1) if tree.lower[i] == ","), None)
        heads = [i for i in range((comma or at) + 1, at) if tree.words[i][0].isupper() and suffix_role(tree.lower[i])[0] in TELLERS]
        if comma is None or comma - begin < FEWEST or not heads:
            continue
        said = tree.chars(tidy(tree, (begin, comma)))
        yield Found("aside", CLOSING[word], at, heads[0], (tree.chars((comma + 1, at)),), (tree.chars((at, at + 1)),), (said,))


def label_candidates(tree: Tree, headline: bool) -> Iterator[Found]:
    """A line that a name opens or signs: "OLDEN: We will rebuild." and “We will rebuild.” — Ann Olden."""
    match = SIGNED.search(tree.text)
    if match and match.start() > 20:
        yield from _labelled(tree, match.span("name"), (match.start() + 1, match.start("name")), (0, match.start() + 1), "signed")
    match = TAILED.match(tree.text) if headline else None
    if match and suffix_role(match["name"].casefold())[0] in TELLERS:
        yield from _labelled(tree, match.span("name"), match.span("mark"), match.span("said"), "headline")
        return
    match = (HEADED if headline else LABELLED).match(tree.text)
    if match and not (headline and not _heads(tree, match.span("name"))):
        colon = match.end("name")
        yield from _labelled(tree, match.span("name"), (colon, colon + 1), match.span("said"), "headline" if headline else "labelled")


def _heads(tree: Tree, name: Range) -> bool:
    """ "Ministry: five dead", "Rosk: I signed nothing"; not "Plant 14: the visit", which says what it is about."""
    words = tree.text[slice(*name)]
    role, _ = suffix_role(words.casefold().replace("’", "'"))
    inside = [at for at in range(len(tree.words)) if name[0] <= tree.start[at] < name[1]]
    if any(tree.pos[at] == "AUX" for at in inside) or tree.pos[inside[0]] == "ADP":
        return False
    person = any(tree.entity[at] == "PERSON" for at in inside)
    if inside[-1] + 2 < len(tree.words) and tree.lower[inside[-1] + 2] in ("i", "we") and tree.pos[inside[-1]] in ("PROPN", "NOUN"):
        return not labels(words)  # "Rosk: I signed nothing"
    if tree.text[name[1] + 1 :].lstrip()[:1] in QUOTES:
        return not labels(words)
    return role not in ("", "document") or (person and not words.isupper() and " to " not in words)


def labels(words: str) -> bool:
    """ "CORRECTION", "Press release": what a text is, and nobody who speaks."""
    return words.casefold().strip(" .:’'").replace("’", "'") in LABELS


def _labelled(tree: Tree, name: Range, mark: Range, said: Range, frame: str) -> Iterator[Found]:
    inside = [at for at in range(len(tree.words)) if name[0] <= tree.start[at] < name[1]]
    entities = [at for at in inside if tree.entity[at] in ("PERSON", "ORG", "GPE", "NORP")]
    speakers = (
        entities or [at for at in inside if tree.pos[at] == "PROPN" or tree.words[at].isupper()] or (inside if frame == "headline" else [])
    )
    cue = next((at for at in range(len(tree.words)) if mark[0] <= tree.start[at] < mark[1]), None)
    if not speakers or cue is None or labels(tree.text[name[0] : name[1]]):
        return
    end = said[1] - 1 if tree.text[said[0] : said[1]].endswith(".") else said[1]
    yield Found(
        frame,
        "signed" if frame == "signed" else "colon",
        cue,
        speakers[-1],
        (name,),
        (tree.chars((cue, cue + 1)),),
        ((said[0], end),),
        manner="direct",
    )


def _according(tree: Tree, at: int) -> Iterator[Found]:
    speaker = tree.kid(at + 1, "pobj", "pcomp") if tree.head[at + 1] == at else tree.kid(at, "pobj")
    if speaker is None:
        return
    source = named(tree, speaker, at)
    if not source:
        return
    end = source[0][1]
    content = around(tree, (at, end), _clause(tree, at))
    yield Found(
        "according", "according", at, speaker, tuple(map(tree.chars, source)), (tree.chars((at, at + 2)),), tuple(map(tree.chars, content))
    )


def _as_reported(tree: Tree, by: int) -> Iterator[Found]:
    """ "As reported by X, …": the clause it is set into."""
    verb = tree.head[by]
    opening = verb - 1
    while opening > 0 and tree.dep[opening] == "advmod":
        opening -= 1
    speaker = tree.kid(by, "pobj")
    if opening < 0 or tree.lower[opening] != "as" or speaker is None:
        return
    source = named(tree, speaker, verb)
    content = around(tree, (opening, tree.right[by] + 1), _clause(tree, verb))
    spans = (tuple(map(tree.chars, source)), (tree.chars((opening + 1, by + 1)),), tuple(map(tree.chars, content)))
    yield Found("according", tree.lemma[verb], verb, speaker, *spans)


def _adverb(tree: Tree, at: int) -> Iterator[Found]:
    content = tidy(tree, _clause(tree, at))
    if content[0] < content[1]:
        yield Found("adverb", tree.lower[at], at, None, (), (tree.chars((at, at + 1)),), (tree.chars(content),), None, "agentless")


def _clause(tree: Tree, at: int) -> Range:
    """The words of the nearest whole clause over a token."""
    top = tree.head[at]
    while tree.head[top] != top and not (tree.dep[top] in CLAUSES and tree.pos[top] in ("VERB", "AUX")):
        top = tree.head[top]
    first, last = tree.edges(top)
    opening = max((i for i in range(first, at) if tree.words[i] == "("), default=None)
    if opening is not None and ")" not in tree.words[opening:at]:
        closing = next((i for i in range(at, last) if tree.words[i] == ")"), last)
        return opening + 1, closing
    return first, last


def around(tree: Tree, phrase: Range, clause: Range) -> tuple[Range, ...]:
    """The clause without the phrase: one run of tokens or two."""
    parts = (tidy(tree, (clause[0], phrase[0])), tidy(tree, (phrase[1], clause[1])))
    return tuple(p for p in parts if p[0] < p[1])
