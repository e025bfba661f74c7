"""Text → direct quotations by textacy's rules (`textacy.extract.direct_quotations`), over our parser.

textacy refuses a whole text for one odd quotation mark, and an apostrophe at the end of a word is one to it: 22 of the 84 reports of
PolNeAR dev. It gets every report paragraph by paragraph, which serves it better (relaxed F1 .282; whole reports, with the refused ones
by paragraph, .265). The paragraphs that it refuses are counted.
"""

import importlib
import sys
from collections.abc import Iterable, Iterator
from functools import partial
from importlib.metadata import version
from itertools import pairwise
from types import ModuleType

from spacy.language import Language
from spacy.tokens import Doc, Token

from bench.peers.said import Peer, Said, by_paragraph
from whence.model import Span, Spans


def textacy(nlp: Language) -> Peer | None:
    """None, with a line that says so, where the package is not installed."""
    try:
        extract = importlib.import_module("textacy.extract")
    except ImportError as missing:
        print(f"skipped: textacy ({missing})", file=sys.stderr)
        return None
    find = partial(_triples, extract=extract)
    return Peer("textacy", lambda text: by_paragraph(text, nlp, find, (ValueError,)), f"textacy {version('textacy')}")


def _triples(doc: Doc, extract: ModuleType) -> Iterator[Said]:
    for triple in extract.direct_quotations(doc):
        yield Said(runs(triple.speaker), runs(triple.cue), runs(triple.content))


def runs(tokens: Iterable[Token]) -> Spans:
    """The places of tokens, neighbours together."""
    listed = list(tokens)
    cuts = [0, *(at for at, (left, right) in enumerate(pairwise(listed), start=1) if right.i > left.i + 1), len(listed)]
    pieces = [listed[start:end] for start, end in pairwise(cuts) if start < end]
    return tuple(Span(piece[0].idx, piece[-1].idx + len(piece[-1])) for piece in pieces)
