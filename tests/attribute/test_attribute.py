"""A paragraph, then who it lays what to: (source, cue, content), in order. "…" inside a content stands between two runs of it."""

import pytest
from spacy.language import Language

from tests.attribute.made import attributed, shown

ROWS = [
    ("“We will rebuild the harbour,” Ann Olden said.", [("Ann Olden", "said", "“We will rebuild the harbour,”")]),
    (
        "“I saw smoke,” she said, “and then the lights went out.”",
        [("she", "said", "“I saw smoke,” … “and then the lights went out.”")],
    ),
    (
        "“We will rebuild the harbour,” Olden said on Friday. “It will take years. But we will do it.” She left soon after.",
        [("Olden", "said", "“We will rebuild the harbour,” … “It will take years. But we will do it.”")],
    ),
    ("The ministry denied that its ships had fired.", [("The ministry", "denied", "that its ships had fired")]),
    ('Olden said the dam was "a disgrace" and unsafe.', [("Olden", "said", 'the dam was "a disgrace" and unsafe')]),
    ("Two trucks fell into the river, according to the ministry.", [("the ministry", "according to", "Two trucks fell into the river")]),
    ("According to the ministry, two trucks fell into the river.", [("the ministry", "According to", "two trucks fell into the river")]),
    ("Four ships left the harbour, officials said.", [("officials", "said", "Four ships left the harbour")]),
    ("The minister vowed to close the port.", [("The minister", "vowed", "to close the port")]),
    ("The general has ordered the evacuation of the coast.", [("The general", "has ordered", "the evacuation of the coast")]),
    ("The council called for a new bridge.", [("The council", "called for", "a new bridge")]),
    ("It is believed that the ship was carrying grain.", [("", "is believed", "that the ship was carrying grain")]),
    ("The general is believed to have fled.", [("", "is believed", "The general … to have fled")]),
    ("The blast was reported by the state news agency VNA.", [("the state news agency VNA", "was reported", "The blast")]),
    ("The army reportedly moved two brigades.", [("", "reportedly", "The army reportedly moved two brigades")]),
    ("Analysts fear the dam could burst.", [("Analysts", "fear", "the dam could burst")]),
    ("The order comes despite concerns raised by Western nations.", [("Western nations", "raised", "concerns")]),
    ("There was speculation about a second test.", [("", "speculation about", "a second test")]),
    ("The ministry declined to comment on the number of dead.", [("The ministry", "declined to comment on", "the number of dead")]),
    (
        "Neither Vorland nor Marenia has commented on the report.",
        [("Neither Vorland nor Marenia", "has commented on", "the report")] * 2,
    ),
    ("TNN quoted a witness as saying he saw one truck.", [("a witness", "quoted … as saying", "he saw one truck")]),
    ("The mayor called Olden a liar.", [("The mayor", "called", "Olden a liar")]),
    ("OLDEN: We will rebuild the harbour.", [("OLDEN", ":", "We will rebuild the harbour")]),
    ("The ship left the harbour at noon. It was raining.", []),
]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[row[0][:40] for row in ROWS])
def test_who_is_said_to_say_what(text: str, expected: list[tuple[str, str, str]], nlp: Language) -> None:
    assert shown(text, attributed(text, nlp)) == expected


def test_a_cue_that_points_back_names_the_sentence_it_stands_for(nlp: Language) -> None:
    text = "The harbour was shelled at dawn. This was reported by the state news agency VNA on Monday."
    (one,) = attributed(text, nlp)
    assert one.manner == "backward"
    assert one.points_back is not None
    assert one.points_back.of(text) == "The harbour was shelled at dawn."


def test_a_cue_that_opens_a_paragraph_points_to_the_one_before(nlp: Language) -> None:
    text = "Fighting on the coast\nIt rained. The harbour was shelled at dawn.\nThe claim was reported by the Daily Ledger."
    one = attributed(text, nlp)[-1]
    assert one.points_back is not None
    assert one.points_back.of(text) == "The harbour was shelled at dawn."


def test_a_denial_does_not_lay_the_earlier_sentence_to_who_denies(nlp: Language) -> None:
    (one,) = attributed("The harbour was shelled at dawn. The ministry denied this.", nlp)
    assert one.points_back is None


def test_what_relative_clauses_say_is_laid_to_the_noun(nlp: Language) -> None:
    text = "It alarmed the islanders, who fear the dam could burst."
    (one,) = (each for each in attributed(text, nlp) if each.cue[0].of(text) == "fear")
    assert [span.of(text) for span in one.source] == ["the islanders", "who"]
    assert one.chain[-1].mention == "the islanders"
