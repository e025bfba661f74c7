"""Invented news sentences (data/news.tsv): one half was read while the rules were mended, the other half was only counted."""

import pytest
from bench.certainty import LABELS, Marked, marked_rows, our_labels
from spacy.language import Language

ROWS = marked_rows()
MISSED = {"The judge said she was open to the idea that the witness had lied."}  # "open to the idea": seen once, not worth a rule


@pytest.mark.parametrize(
    "row",
    [pytest.param(row, marks=[pytest.mark.xfail(strict=True)] if row.text in MISSED else []) for row in ROWS[::2]],
    ids=lambda row: row.text[:60],
)
def test_the_half_that_was_read(nlp: Language, row: Marked) -> None:
    got = our_labels(row, nlp)
    assert [(label, found) for label, found, want in zip(LABELS, got, row.wanted) if found not in want] == []


def test_the_half_that_was_not(nlp: Language) -> None:
    """The floors are what stood when the rules were mended: before, .841, .939 and .976."""
    told = [(our_labels(row, nlp), row.wanted) for row in ROWS[1::2]]
    shares = {label: sum(got[i] in wanted[i] for got, wanted in told) / len(told) for i, label in enumerate(LABELS)}
    assert shares["certainty"] >= 0.92
    assert shares["act"] >= 0.92
    assert shares["negated"] >= 0.98
    assert shares["stance"] >= 0.97
