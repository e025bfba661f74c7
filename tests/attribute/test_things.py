"""Numbers and things that somebody tells, what somebody saw, whose count it is, whose quotation, and who is only told."""

import pytest
from spacy.language import Language

from tests.attribute.made import attributed
from whence.attribute import sure, tellings

TOLD = [
    ("The mill in Tarn says 350.", ["The mill in Tarn"]),
    ("The inspector leading the inquiry spoke of nine brooches on Sunday.", ["The inspector leading the inquiry"]),
    ("The harbour board ruled out sabotage at the mill.", ["harbour board"]),
    ("A meter at the wall showed 350 watts.", []),
    ("Her crew saw it come over the cape on Monday.", ["Her crew"]),
    ("The owner of the ferry gave the number aboard as 58.", ["The owner of the ferry"]),
    ("All 900 people in the town have been ordered to boil their water.", []),
    ("Pointing to the flood, Ann Olden closed the road.", []),
]


@pytest.mark.parametrize(("text", "names"), TOLD)
def test_a_thing_that_is_told(text: str, names: list[str], nlp: Language) -> None:
    found = [one for one in tellings(text, attributed(text, nlp)) if sure(one) and one.chain and one.chain[-1].key[:10] != "impersonal"]
    assert [one.chain[-1].name for one in found] == names


def test_whose_count_it_is(nlp: Language) -> None:
    text = "Thirty-one ships lay in the roads at noon. That is the harbour union's count."
    found = [one for one in attributed(text, nlp) if one.points_back is not None]
    assert [(one.chain[-1].name, one.points_back.of(text)) for one in found if one.points_back] == [
        ("harbour union", "Thirty-one ships lay in the roads at noon.")
    ]


def test_a_quotation_of_whoever_the_lead_in_is_about(nlp: Language) -> None:
    text = "Ann Olden put down her cup. “We left the mill at noon and nobody saw us.”"
    found = attributed(text, nlp)
    assert [(one.chain[-1].name, one.content[0].of(text)) for one in found] == [
        ("Ann Olden", "“We left the mill at noon and nobody saw us.”")
    ]
    assert not found[0].marked


def test_the_body_that_spoke_and_not_the_state_that_it_speaks_of(nlp: Language) -> None:
    text = "State television in Tarn, citing the Border Service, said Norway had closed the pass. The guards came back at noon, it said."
    assert attributed(text, nlp)[-1].chain[-1].name == "Border Service"


def test_who_speaks_behind_the_verb(nlp: Language) -> None:
    text = "Fourteen hundred, said the foreman afterwards, is a number that the brigade has learnt by heart."
    assert [one.chain[-1].name for one in tellings(text, attributed(text, nlp)) if sure(one)] == ["the foreman"]


@pytest.mark.parametrize(
    "text", ["The mill is not talking.", "The mill would not discuss the ledger.", "Calls to the mill were not answered."]
)
def test_more_ways_to_keep_silent(text: str, nlp: Language) -> None:
    assert [one.chain[-1].mention.casefold() for one in tellings(text, attributed(text, nlp)) if sure(one)] == ["the mill"]
