"""Rules and tagger together: cues that no lexicon knows, words of either, and how sure of each."""

import pytest
from spacy.language import Language

from tests.attribute.made import attributed, shown
from whence.attribute import flat, sure
from whence.attribute.sureness import Evidence, sureness

CERTAIN = Evidence(cue=0.99, source=0.98, content=0.98, words=True, frame="clause", same_source=True, same_content=1.0)
DOUBTFUL = Evidence(cue=0.3, source=0.6, content=0.5, words=True)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The guild is calling on the mayor to resign.", ("The guild", "is calling on", "the mayor to resign")),
        ("The guild weighed in on the plan to flood the valley.", ("The guild", "weighed in on", "the plan to flood the valley")),
        ("Farmers poked fun at the plan to flood the valley.", ("Farmers", "poked fun at", "the plan to flood the valley")),
        ("The council made no secret of its doubts about the dam.", ("The council", "made no secret of", "its doubts about the dam")),
    ],
)
def test_cues_that_no_list_knows(text: str, wanted: tuple[str, str, str], nlp: Language) -> None:
    assert wanted in shown(text, attributed(text, nlp))


def test_a_plain_statement_is_surer_than_a_stray_word(nlp: Language) -> None:
    text = "The mayor said the dam would hold. A national treasure of faith in water, it stood."
    (first, *others) = attributed(text, nlp)
    assert first.confidence > 0.9
    assert all(other.confidence < 0.6 for other in others)
    assert sure(first) and first in flat([first, *others])


def test_sureness_is_a_probability_and_follows_the_evidence() -> None:
    assert 0 < sureness(DOUBTFUL) < 0.5 < 0.9 < sureness(CERTAIN) < 1


def test_what_is_shown_is_more_likely_than_not_to_be_worth_a_look(nlp: Language) -> None:
    text = "Neighbours resent the plan, and a poll showed that most would leave. The lake is a mirror."
    assert all(one.confidence >= 0.3 for one in flat(attributed(text, nlp)))
