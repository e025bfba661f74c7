"""A report of a headline and one paragraph, then who the headline's source turns out to be; and what is never a source."""

import pytest
from spacy.language import Language

from tests.factory import a_report
from whence.attribute import attribute
from whence.model import Attribution
from whence.segment import find_blocks, parse_one

HEADLINES = [
    ("The dam is leaking, local paper says\n\nThe dam has been leaking for a week, the Vell Valley News reported.", "Vell Valley News"),
    (
        "The dam is leaking, inspectors say\n\nIt has been leaking for a week, three inspectors of the town said.",
        "three inspectors of the town",
    ),
]


@pytest.mark.parametrize(("text", "name"), HEADLINES, ids=[row[0][:30] for row in HEADLINES])
def test_the_headlines_source_is_the_bodys(text: str, name: str, nlp: Language) -> None:
    assert _found(text, nlp)[0].chain[-1].name == name


def _found(text: str, nlp: Language, outlet: str | None = None) -> tuple[Attribution, ...]:
    return attribute(parse_one(find_blocks(a_report(text, outlet=outlet)), nlp))


def test_the_reports_own_outlet_is_no_hop(nlp: Language) -> None:
    text = "Mill shut\n\nThe mill is shut, a guard told the Observer."
    assert [hop.name for hop in _found(text, nlp, "The Vell Observer")[0].chain] == ["a guard"]


def test_state_media_are_of_the_state_that_the_sentence_speaks_of(nlp: Language) -> None:
    text = (
        "What is known of the test\n\nOstrel said on Friday that the test went well. State media reported that twelve rockets flew, and"
        " Tarvia's Defence Ministry put their number at ten. Brenmark's General Staff said it saw four."
    )
    media = [hop for one in _found(text, nlp, "The Brenmark Observer") for hop in one.chain if hop.mention == "State media"]
    assert {hop.state for hop in media} == {"tarvia"}


@pytest.mark.parametrize("label", ["CORRECTION", "EXCLUSIVE", "Press release"])
def test_a_label_says_nothing(label: str, nlp: Language) -> None:
    assert not any(
        label in one.chain[-1].mention for one in _found(f"{label}: The mill at Vell is shut\n\nThe mill is shut.", nlp) if one.chain
    )


def test_somebody_with_a_post_is_a_person_whatever_the_parser_says(nlp: Language) -> None:
    text = "Dam opened\n\nDavor Melk, Chairman of the State Committee of Tarvia, opened a dam. The Chairman said it was good."
    assert _found(text, nlp)[-1].chain[-1].name == "Davor Melk"
