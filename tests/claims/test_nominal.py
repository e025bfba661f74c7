"""Events told as nouns: they become claims where the words around say that they have happened."""

import pytest
from spacy.language import Language

from tests.factory import a_report
from whence.claims import read_claims
from whence.segment import find_blocks, parse_one


def contents(text: str, nlp: Language) -> list[str]:
    parsed = parse_one(find_blocks(a_report(text, headline="")), nlp)
    return [claim.content.of(text) for claim in read_claims(parsed, ())]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "The decision follows the general's inspection of the northern port last week.",
            "the general's inspection of the northern port last week",
        ),
        ("The two sides met after the killing of four guards at the border.", "the killing of four guards at the border"),
    ],
)
def test_an_event_taken_for_granted(text: str, event: str, nlp: Language) -> None:
    assert any(event.startswith(found.rstrip(".")) or found.startswith(event) for found in contents(text, nlp))


@pytest.mark.parametrize(
    "text",
    [
        "The minister called for the inspection of the northern port.",  # asked for, not told
        "The city lies behind the building of the old customs house.",  # a thing
    ],
)
def test_no_event(text: str, nlp: Language) -> None:
    assert len(contents(text, nlp)) == 1
