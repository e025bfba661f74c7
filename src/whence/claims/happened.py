"""An event's token in its parsed sentence → how far a reader would hold that it has happened, with the words that weigh most: `Estimate`.

A sum of weights, one for each clue that the sentence gives; the weights are trained (training/certainty) and lie in lexicons/happened.tsv.
A clue is a name ("aux=will") with the words that it rests on, so that every estimate can be shown in place. What the source commits
itself to is another question: see certainty.py.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from whence.claims.certainty import commitment, governor_kind
from whence.lexicons.happened import weights

Clue = tuple[str, tuple[Token, ...]]
SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")
BESIDE = frozenset({"advmod", "mark", "npadvmod", "prt", "det", "poss", "amod", "prep", "neg", "cc", "preconj"})
TELLTALE = frozenset(
    "if will would could should can may might please ? \" you i was were had unless when not n't want hope wo 'll".split()
)  # anywhere in the sentence
CLIMB = 4  # links of the path to the root
# The sum is the mean of what raters said; they part into yes and no, so that the typical answer lies further out. Medians of held-out
# fifths of UDS train between these sums (training/certainty/train.py prints them); halfway between sum and median the error is least
# without a loss of correlation.
SUMS = (-2.2, -1.2, -0.35, 0.1, 0.5, 1.0, 1.4, 2.0, 3.0)
TYPICAL = (-2.25, -1.9, -0.75, 0.0, 0.75, 1.9, 2.25, 2.6, 3.0)


@dataclass(frozen=True, slots=True)
class Estimate:
    """`value` from -3 (has not happened) to 3 (has happened)."""

    value: float
    because: tuple[Token, ...]


def happened(event: Token) -> Estimate:
    """What is to come, or hangs on something, has not happened."""
    known = weights()
    weighed = [(known[name], words) for name, words in dict(clues(event)).items() if name in known]
    total = known["always"] + sum(weight for weight, _ in weighed)
    because = max(weighed, key=lambda pair: abs(pair[0]) if pair[1] else 0.0, default=(0.0, ()))[1]
    return Estimate(max(-3.0, min(3.0, (total + _typical(total)) / 2)), because)


def _typical(total: float) -> float:
    if total <= SUMS[0] or total >= SUMS[-1]:
        return TYPICAL[0] if total <= SUMS[0] else TYPICAL[-1]
    above = next(i for i, knot in enumerate(SUMS) if knot > total)
    share = (total - SUMS[above - 1]) / (SUMS[above] - SUMS[above - 1])
    return TYPICAL[above - 1] + share * (TYPICAL[above] - TYPICAL[above - 1])


def clues(event: Token) -> Iterator[Clue]:
    """All that may weigh, by name; names that the table does not have weigh nothing."""
    yield from _of_event(event)
    yield from _of_reading(event)
    yield from _of_governor(event)
    yield from _of_sentence(event)


def _of_event(event: Token) -> Iterator[Clue]:
    itself = (event,)
    auxiliaries = tuple(child for child in event.children if child.dep_ in ("aux", "auxpass"))
    subject = next((child for child in event.children if child.dep_ in SUBJECTS), None)
    who = _who(subject)
    yield f"lemma={event.lemma_.lower()}", itself
    yield f"form={event.lower_}", itself
    yield f"tag={event.tag_}", itself
    yield f"dep={event.dep_}", itself
    yield f"tag,dep={event.tag_}/{event.dep_}", itself
    yield f"auxiliaries={'+'.join(a.lower_ for a in auxiliaries)}/{event.tag_}", (*auxiliaries, event)
    yield f"subject={who}", (subject,) if subject is not None else ()
    yield f"subject,tag={who}/{event.tag_}", itself
    for child in auxiliaries:
        yield f"aux={child.lower_}", (child,)
    for child in event.children:
        if child.dep_ in BESIDE:
            yield f"beside={child.dep_}/{child.lower_}", (child,)
        if child.dep_ in ("attr", "acomp"):
            yield f"complement={child.lemma_.lower()}", (child,)
        if child.dep_ == "advcl":
            mark = next((inner for inner in child.children if inner.dep_ == "mark"), child)
            yield f"clause={mark.lower_ if mark != child else ''}", (mark,)


def _who(subject: Token | None) -> str:
    if subject is None:
        return "none"
    return subject.lower_ if subject.pos_ == "PRON" else subject.pos_


def _of_reading(event: Token) -> Iterator[Clue]:
    """What the lexicon makes of it, and of the word that it hangs on."""
    found, above = commitment(event), commitment(event.head)
    words = (*found.hedge, *found.negation) or (event,)
    yield f"certainty={found.certainty.value}", found.hedge
    yield f"negated={found.negated}", found.negation
    yield f"open={found.open}", words
    yield f"read={found.certainty.value}/{found.negated}/{found.open}", words
    auxiliaries = "+".join(child.lower_ for child in event.children if child.dep_ in ("aux", "auxpass"))
    yield f"auxiliaries,negated={auxiliaries}/{event.tag_}/{found.negated}", words
    if event.head != event:
        kind = governor_kind(event.head, event)
        here = (event.head,)
        yield f"above={above.certainty.value}/{above.negated}/{above.open}/{event.dep_}", here
        yield f"read,above={found.certainty.value}/{found.negated}/{found.open}/{above.negated}/{above.open}", here
        yield f"kind={kind}/{event.dep_}/{event.tag_}", here
        yield f"kind,above={kind}/{above.negated}/{above.open}", here


def _of_governor(event: Token) -> Iterator[Clue]:
    governor, path, at = event.head, [event.dep_], event
    while at.head != at and len(path) < CLIMB:
        at = at.head
        path.append(at.dep_)
    yield f"path={'>'.join(path)}", ()
    if governor == event:
        return
    here = (governor,)
    yield f"governor={governor.lemma_.lower()}", here
    yield f"governor,dep={governor.lemma_.lower()}/{event.dep_}", here
    yield f"governor's tag={governor.tag_}/{event.dep_}", here
    yield f"tags={governor.tag_}/{event.tag_}/{event.dep_}", here
    if governor.head != governor:
        yield f"over governor={governor.head.lemma_.lower()}/{governor.dep_}/{event.dep_}", (governor.head,)
    for child in governor.children:
        if child.dep_ in SUBJECTS and child.pos_ == "PRON":
            yield f"governor's subject={child.lower_}", (child,)
        elif child.dep_ in ("aux", "neg", "mark"):
            yield f"beside governor={child.lower_}/{event.dep_}", (child,)


def _of_sentence(event: Token) -> Iterator[Clue]:
    sentence = event.sent
    first, last = sentence[0], sentence[-1]
    yield f"first={first.lower_}", (first,)
    yield f"last={last.lower_}", (last,)
    yield f"length={min(4, len(sentence) // 8)}", ()
    yield f"root,tag={sentence.root.tag_}/{event.tag_}", (sentence.root,)
    for token in sentence:
        if token.lower_ in TELLTALE:
            yield f"has={token.lower_}", (token,)
    for step in (-1, 1):
        near = event.doc[event.i + step] if first.i <= event.i + step <= last.i else None
        yield f"word{step:+}={near.lower_ if near is not None else ''}", (near,) if near is not None else ()
        yield f"tag{step:+}={near.tag_ if near is not None else ''}/{event.tag_}", (near,) if near is not None else ()
