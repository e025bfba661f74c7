"""Who would not say: each one alone, where several are named together; and what says only how a source is named."""

import pytest
from spacy.language import Language

from tests.attribute.made import attributed, shown
from whence.attribute import flat, tellings

REFUSALS = [
    ("Neither Vorland nor Marenia has commented on the report.", ["Vorland", "Marenia"]),
    ("Olden and Varga would not comment.", ["Olden", "Varga"]),
    ("The ministry did not return three calls.", ["ministry"]),
    ("The mill had no comment.", ["The mill"]),
    ("Olden could not be reached on Sunday.", ["Olden"]),
]


@pytest.mark.parametrize(("text", "names"), REFUSALS, ids=[row[0][:40] for row in REFUSALS])
def test_each_who_would_not_say(text: str, names: list[str], nlp: Language) -> None:
    found = attributed(text, nlp)
    assert [one.chain[-1].name for one in tellings(text, found)] == names
    assert len(flat(found)) == 1


def test_how_a_source_is_named_is_no_attribution(nlp: Language) -> None:
    text = "Two officials, who asked not to be named, said the dam leaks. A guard who did not want to be identified said it was old."
    found = attributed(text, nlp)
    assert [content for _, _, content in shown(text, found)] == ["the dam leaks", "it was old"]
    assert [one.chain[-1].name for one in found] == ["Two officials", "A guard"]


def test_what_could_not_be_checked_is_the_outlets_own(nlp: Language) -> None:
    assert attributed("Neither account could be confirmed.", nlp) == ()


def test_a_number_that_somebody_puts(nlp: Language) -> None:
    text = "The agency put the distance flown at 1,150 kilometres."
    assert shown(text, attributed(text, nlp)) == [("The agency", "put", "the distance flown at 1,150 kilometres")]
