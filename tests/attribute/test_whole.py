"""How much of its sentence an attribution covers, and which words without a verb are told all the same."""

import pytest
from spacy.language import Language

from tests.attribute.made import attributed
from whence.attribute import sure, tellings

COVERED = [  # a paragraph; what is told
    (
        "None of the nine sailors survived the storm, the harbour ministry has announced with deep regret.",
        ["None of the nine sailors survived the storm"],
    ),
    ("Two of the four could not be saved, the ward sister, Ann Olden, told me at noon.", ["Two of the four could not be saved"]),
    (
        "Port guards at Linn have seized a press worth 2 million marks that was going to Tarn as its papers were false, the port said.",
        ["Port guards at Linn have seized a press worth 2 million marks that was going to Tarn as its papers were false"],
    ),
    (
        "The dam held all night. The release was planned and the towns were told, officials reported.",
        ["The release was planned and the towns were told"],
    ),
    ("When asked about the bridge, Olden said it was safe.", ["it was safe"]),
    ("“Nine that nobody can find,” she said.", ["Nine that nobody can find"]),
    ("Works chief Ralph Orr insists no list of nine hundred exists.", ["no list of nine hundred exists"]),
    ("A Tidewater reporter saw labels of the chain in the ashes behind the mill.", ["labels of the chain in the ashes behind the mill"]),
    ("The company saw its shares fall.", []),
    ("The harbour office would not be drawn on the number of dead.", ["the number of dead"]),
]


@pytest.mark.parametrize(("text", "told"), COVERED)
def test_what_an_attribution_covers(nlp: Language, text: str, told: list[str]) -> None:
    found = [one for one in tellings(text, attributed(text, nlp)) if sure(one) and one.chain]
    assert [one.content[0].of(text) for one in found] == told


BODY = "\nThe mill at Linn was closed on Monday."
HEADED = [  # a headline; who is said to say it
    ("Ministry: five dead at Tarn, all families told", ["Ministry"]),
    ("Family's lawyer: she is not home", ["Family's lawyer"]),
    ("Banner of the Wells: “We let the guests go”", ["Banner of the Wells"]),
    ("STROKE: the dinner that shook the house", []),
    ("Orsund: 870 MW off the grid", []),
    ("URGENT: Shots heard near the palace", []),
    ("Now it's official: they live", []),
]


@pytest.mark.parametrize(("headline", "sources"), HEADED)
def test_who_speaks_before_a_colon(nlp: Language, headline: str, sources: list[str]) -> None:
    text = headline + BODY
    assert [one.source[0].of(text) for one in tellings(text, attributed(text, nlp)) if one.source] == sources
