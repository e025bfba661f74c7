"""A parsed report and its attributions → the clauses that it states in its own voice: what it lays to nobody."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from whence.claims.heads import SUBJECTS, subject_of
from whence.claims.places import Page, Places
from whence.model import Attribution

FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
DANGLING = frozenset({"ADP", "DET", "SCONJ", "AUX", "PART", "CCONJ"})  # left over where an attribution took what followed
FEWEST = 3  # words of a clause that can say something
FEWEST_OF_CUT = 5  # of a clause that lost words to an attribution ("This order comes despite …")
CLAUSES = frozenset({"conj", "ccomp", "advcl", "relcl", "parataxis", "ROOT", "dep", "acl"})


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of one sentence with its predicate. `alone`: no attribution shares the sentence."""

    page: Page
    head: Token
    tokens: Sequence[Token]
    alone: bool


def own_clauses(places: Places, attributions: Sequence[Attribution]) -> Iterator[Clause]:
    """In order of the text."""
    for page in places:
        covered = covered_tokens(page, attributions)
        if page.headline and (whole := _verbless(page, covered)) is not None:
            yield whole
            continue
        for sentence in page.doc.sents:
            tokens = [token for token in sentence if not token.is_space]
            inside = {token.i for token in tokens} & covered.keys()
            heads = list(_heads(tokens, covered, headline=page.headline))
            for head in heads:
                stretch = _stretch(head, {h.i for h in heads}, covered)
                if _says_something(stretch, head, covered):
                    yield Clause(page, head, stretch, not inside)


def _verbless(page: Page, covered: dict[int, str]) -> Clause | None:
    """A headline in which the parser sees no predicate says something all the same: "Six missing near forest fire"."""
    tokens = [token for token in page.doc if not token.is_space and not token.is_punct]
    words = [token for token in tokens if token.is_alpha or token.like_num]
    if covered or len(words) < FEWEST or any(_predicate(token) for token in tokens):
        return None
    head = next((token for token in tokens if token.dep_ == "ROOT"), tokens[0])
    return Clause(page, head, tokens, True)


def _predicate(token: Token) -> bool:
    finite = token.pos_ in ("VERB", "AUX") and token.dep_ in CLAUSES
    return finite or (token.dep_ in SUBJECTS and token.head.dep_ in CLAUSES)


def covered_tokens(page: Page, attributions: Sequence[Attribution]) -> dict[int, str]:
    """Token index → source, cue or content: what some attribution has taken."""
    block = page.passage.block.span
    taken: dict[int, str] = {}
    for attribution in attributions:
        for part, spans in (("content", attribution.content), ("source", attribution.source), ("cue", attribution.cue)):
            for span in spans:
                if span.overlaps(block):
                    taken.update((token.i, part) for token in page.tokens(span))
    return taken


def _heads(tokens: Sequence[Token], covered: dict[int, str], *, headline: bool) -> Iterator[Token]:
    """The predicates of the sentence's independent clauses; beside an attribution, also of finite clauses that it leaves over."""
    shared = any(token.i in covered for token in tokens)
    for token in tokens:
        if token.i in covered or token.dep_ not in CLAUSES or token.pos_ not in ("VERB", "AUX", "NOUN", "ADJ", "PROPN"):
            continue
        if token.dep_ == "ROOT":
            if token.pos_ in ("VERB", "AUX") or headline or subject_of(token) is not None:
                yield token
        elif not _finite(token):
            continue
        elif token.dep_ in ("conj", "parataxis") or (
            token.dep_ in ("ccomp", "dep") and token.head.dep_ == "ROOT" and not _complement(token)
        ):
            if _independent(token):
                yield token
        elif shared and subject_of(token) is not None and (token.dep_ == "relcl" or token.dep_ == "advcl") and token.head.i in covered:
            yield token


def _finite(token: Token) -> bool:
    return token.tag_ in FINITE or any(child.dep_ in ("aux", "auxpass", "cop") and child.tag_ in FINITE for child in token.children)


def _complement(token: Token) -> bool:
    """A clause that belongs to its verb ("shows that …"), not one that stands beside it ("…; the ship sank")."""
    return token.head.i < token.i and not any(t.text in (";", ":", "—", "–", "-") for t in token.doc[token.head.i : token.i])


def _independent(token: Token) -> bool:
    """Coordinated with the main clause, not inside a subordinate one."""
    above = token
    while above.dep_ in ("conj", "parataxis", "ccomp", "dep") and above.head != above:
        above = above.head
    return above.dep_ == "ROOT"


def _stretch(head: Token, heads: set[int], covered: dict[int, str]) -> list[Token]:
    """The clause's own words: its subtree without other clauses and what attributions took, as one unbroken run around its head."""
    first, last = head.left_edge.i, head.right_edge.i
    doc = head.doc
    other = set(covered)
    for child in doc[first : last + 1]:
        if child.i in heads and child != head and not child.is_ancestor(head):
            other.update(range(child.left_edge.i, child.right_edge.i + 1))
    start = end = head.i
    while start - 1 >= first and start - 1 not in other:
        start -= 1
    while end + 1 <= last and end + 1 not in other:
        end += 1
    tokens = [token for token in doc[start : end + 1] if not token.is_space]
    while tokens and (tokens[-1].is_punct or tokens[-1].dep_ in ("cc", "mark")) and tokens[-1].text not in ')]%"”?':
        tokens.pop()
    while tokens and (tokens[0].is_punct or tokens[0].dep_ in ("cc", "mark")) and tokens[0].text not in '(["“$€£':
        tokens.pop(0)
    while tokens and tokens[-1].pos_ in DANGLING and tokens[-1].i + 1 in covered:
        tokens.pop()
    return tokens


def _says_something(tokens: Sequence[Token], head: Token, covered: dict[int, str]) -> bool:
    words = [token for token in tokens if token.is_alpha or token.like_num]
    if len(words) < FEWEST or not any(token.dep_ in SUBJECTS or token.pos_ in ("VERB", "AUX") for token in tokens):
        return False
    cut = any(token.i + 1 in covered and token.i + 1 <= head.right_edge.i for token in tokens[-1:])
    subject = subject_of(head)
    return not (
        cut
        and len(words) < FEWEST_OF_CUT
        and subject is not None
        and (subject.pos_ == "PRON" or any(t.tag_ == "DT" for t in subject.lefts))
    )
