"""Texts of one headline and paragraphs, or of one paragraph, read in one call."""

from collections.abc import Sequence

from spacy.language import Language

from tests.factory import a_report
from whence.attribute import attribute
from whence.model import Attribution, Span
from whence.segment import find_blocks, parse_one


def attributed(text: str, nlp: Language) -> tuple[Attribution, ...]:
    """The attributions of a text; one line is a paragraph, of several lines the first is the headline."""
    report = a_report(text) if "\n" in text else a_report(text, headline="")
    return attribute(parse_one(find_blocks(report), nlp))


def shown(text: str, attributions: Sequence[Attribution]) -> list[tuple[str, str, str]]:
    """(source, cue, content) as words; runs of one role joined with an ellipsis."""

    def words(spans: Sequence[Span]) -> str:
        return " … ".join(span.of(text) for span in spans)

    return [(words(one.source), words(one.cue), words(one.content)) for one in attributions]
