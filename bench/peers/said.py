"""What a peer hands over, one attribution as character ranges, and the rows that the two scorers read.

A peer knows one speaker and no hops: its chain is that speaker. It says nothing of certainty, act, stance or negation: those get the
commonest value, so that its labels are those of a constant.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from bench.scorer import Figures
from whence.model import Span, Spans

Row = dict[str, Any]
COMMONEST = {"certainty": "certain", "negated": False, "act": "states", "stance": "neutral"}
MARKS = '"“”'
NEAR = 2  # characters: a content may leave its quotation marks outside, with the comma before the mark


@dataclass(frozen=True, slots=True)
class Said:
    """One attribution of a peer. Without source or cue where the peer names none."""

    source: Spans
    cue: Spans
    content: Spans

    def moved(self, by: int) -> "Said":
        return Said(_moved(self.source, by), _moved(self.cue, by), _moved(self.content, by))


Extract = Callable[[Doc], Iterable[Said]]


@dataclass(frozen=True, slots=True)
class Peer:
    """`read`: text → attributions, and how many texts or paragraphs it could not read. `of`: which version of whose work."""

    name: str
    read: Callable[[str], tuple[list[Said], int]]
    of: str


def _moved(spans: Spans, by: int) -> Spans:
    return tuple(Span(span.start + by, span.end + by) for span in spans)


def paragraphs(text: str) -> list[tuple[int, str]]:
    """Each line that holds words, with the place where it starts."""
    found, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            found.append((at, line))
        at += len(line) + 1
    return found


def by_paragraph(text: str, nlp: Language, extract: Extract, refused: tuple[type[Exception], ...] = ()) -> tuple[list[Said], int]:
    """What `extract` finds, paragraph by paragraph, and how many paragraphs it refused by raising one of `refused`."""
    found, failed = list[Said](), 0
    for start, paragraph in paragraphs(text):
        try:
            found += [said.moved(start) for said in extract(nlp(paragraph))]
        except refused:
            failed += 1
    return found, failed


def attribution_row(id: str, found: Iterable[Said]) -> Row:
    """The form of ../shared/score/attribution.py."""
    roles = ({role: [[span.start, span.end] for span in getattr(said, role)] for role in ("source", "cue", "content")} for said in found)
    return {"id": id, "attributions": list(roles)}


def chain_row(id: str, found: Iterable[Said]) -> Row:
    """The form of ../shared/score/chains.py: the content in one piece, the speaker as the only hop."""
    tellings = (
        {"content": [said.content[0].start, said.content[-1].end], "chain": [_hop(said.source)] if said.source else []} | COMMONEST
        for said in found
        if said.content
    )
    return {"id": id, "tellings": list(tellings)}


def _hop(source: Spans) -> Row:
    return {"span": [source[0].start, source[-1].end], "kind": "person"}  # the commonest; the scorer does not look at it


def quoted_only(row: Row, text: str) -> Row:
    """The attributions whose content holds a quotation mark, or has one next to it. The same for gold, for us and for peers."""
    kept = [a for a in row["attributions"] if any(_quoted(text, *span) for span in a["content"] or ())]
    return row | {"attributions": kept}


def _quoted(text: str, start: int, end: int) -> bool:
    return any(mark in text[max(0, start - NEAR) : end + NEAR] for mark in MARKS)


def counted(scored: Figures, tellings: int) -> Figures:
    """The chains figures, with each label also as a share of all gold tellings: shares of different handfuls cannot be compared."""
    matched = sum(value["n"] for key, value in scored.items() if key.startswith("certainty="))
    of_all = {f"{label}, of all": round(scored[label] * matched / max(1, tellings), 3) for label in COMMONEST}
    return {key: value for key, value in scored.items() if "=" not in key} | {"matched": matched} | of_all
