"""A line, then the quotations in it; and no line, however its marks stand, that stops the reading."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from tests.attribute.made import attributed
from whence.attribute.quotes import find_quotes

ROWS = [
    ("She said “no” twice.", ["“no”"]),
    ('She said "no" and "yes".', ['"no"', '"yes"']),
    ("''It is over,'' he said.", ["''It is over,''"]),
    ("“They called it ‘the pit’ for years,” he said.", ["“They called it ‘the pit’ for years,”"]),
    ("Olden: ‘It is over’ for the port", ["‘It is over’"]),
    ("The sailors' boats and the mayor's car", []),
    ("“This goes on in the next paragraph.", ["“This goes on in the next paragraph."]),
    ('A board of 12" and no more', []),
    ("It is over,” he said.", []),
    ("«C'est fini», he said.", ["«C'est fini»"]),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_quotations(text: str, expected: list[str]) -> None:
    assert [text[one.start : one.end] for one in find_quotes(text)] == expected


@given(st.text(alphabet="ab .,'\"“”‘’«»„`\n", max_size=60))
def test_quotations_are_in_order_and_never_overlap(text: str) -> None:
    found = find_quotes(text)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(a.end <= b.start for a, b in zip(found, found[1:], strict=False))


WORDS = [
    "said",
    "told",
    "Olden",
    "the mayor",
    "that",
    "“",
    "”",
    '"',
    "''",
    "‘",
    ",",
    ".",
    ":",
    "it rained",
    "is believed",
    "who",
    "according to",
    "(",
    ")",
    "—",
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=14).map(" ".join))
def test_no_line_stops_the_reading_and_spans_stay_inside(nlp: Language, text: str) -> None:
    for one in attributed(text, nlp):
        spans = (*one.source, *one.cue, *one.content)
        assert one.cue
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
        assert one.chain


def test_a_quotation_over_two_paragraphs_is_one_content(nlp: Language) -> None:
    text = "A talk at the port\n“The harbour is lost,” Olden said. “We saw it burn.\n“And nobody came to help us.”\nIt rained."
    contents = [[span.of(text) for span in one.content] for one in attributed(text, nlp)]
    assert contents == [["“The harbour is lost,”", "“We saw it burn.", "“And nobody came to help us.”"]]
