"""A spaCy parse → the same tree as plain Python lists: one pass over the tokens, so that the rules after it are cheap.

Token numbers are those of the parse; `edges` of a token are the first token of its subtree and the one after its last.
"""

from dataclasses import dataclass

from spacy.tokens import Doc

from whence.lexicons.actors import Actors, load_actors

Range = tuple[int, int]  # half-open, of tokens or of characters of one passage


@dataclass(frozen=True, slots=True)
class Tree:
    text: str
    words: list[str]
    lower: list[str]
    lemma: list[str]
    tag: list[str]
    pos: list[str]
    dep: list[str]
    head: list[int]
    entity: list[str]
    start: list[int]
    end: list[int]
    kids: list[list[int]]
    left: list[int]
    right: list[int]
    sentence: list[Range]  # of each token: its sentence, in tokens
    actors: Actors  # whoever the lexicons know

    def kid(self, at: int, *deps: str) -> int | None:
        """The first child of `at` that stands in one of these relations to it."""
        return next((k for k in self.kids[at] if self.dep[k] in deps), None)

    def edges(self, at: int) -> Range:
        return self.left[at], self.right[at] + 1

    def chars(self, tokens: Range) -> Range:
        """The characters of a run of tokens; it must not be empty."""
        return self.start[tokens[0]], self.end[tokens[1] - 1]

    def branch(self, at: int, top: int) -> int | None:
        """The child of `top` that `at` is or hangs under."""
        while self.head[at] != at:
            if self.head[at] == top:
                return at
            at = self.head[at]
        return None

    def below(self, at: int, top: int) -> bool:
        """Whether `at` is `top` or hangs under it."""
        while at != top:
            if self.head[at] == at:
                return False
            at = self.head[at]
        return True


def grow(doc: Doc, actors: Actors | None = None) -> Tree:
    """The tree of one passage."""
    size = len(doc)
    words, lemma, tag, pos, dep, head, entity, start, end = [], [], [], [], [], [], [], [], []
    for token in doc:
        words.append(token.text)
        lemma.append(token.lemma_.lower())
        tag.append(token.tag_)
        pos.append(token.pos_)
        dep.append(token.dep_)
        head.append(token.head.i)
        entity.append(token.ent_type_)
        start.append(token.idx)
        end.append(token.idx + len(token.text))
    kids: list[list[int]] = [[] for _ in range(size)]
    for at, above in enumerate(head):
        if above != at:
            kids[above].append(at)
    left, right = _edges(head, size)
    sentence = [(0, 0)] * size
    for sent in doc.sents:
        sentence[sent.start : sent.end] = [(sent.start, sent.end)] * (sent.end - sent.start)
    lower, known = [word.lower() for word in words], actors or load_actors()
    return Tree(doc.text, words, lower, lemma, tag, pos, dep, head, entity, start, end, kids, left, right, sentence, known)


def _edges(head: list[int], size: int) -> tuple[list[int], list[int]]:
    """First and last token under each token, by widening the heads until nothing moves."""
    left, right = list(range(size)), list(range(size))
    moved = True
    while moved:
        moved = False
        for order in (range(size), range(size - 1, -1, -1)):
            for at in order:
                above = head[at]
                if left[at] < left[above]:
                    left[above], moved = left[at], True
                if right[at] > right[above]:
                    right[above], moved = right[at], True
    return left, right
