"""A paragraph, then the way each thing it tells took: the words that name each hop, outermost first."""

import pytest
from spacy.language import Language

from tests.attribute.made import attributed
from whence.attribute import flat, tellings
from whence.model import SourceKind

ROWS = [
    ("Olden told the Daily Ledger that the talks had failed.", ["the Daily Ledger", "Olden"]),
    ("“It is over,” Olden told CNN.", ["CNN", "Olden"]),
    ("Olden told his sister that the talks had failed.", ["Olden"]),
    ("Olden told TNN host Mark Bree that the talks had failed.", ["TNN", "Olden"]),
    ("The governor said in a statement that the bridge was closed.", ["a statement", "The governor"]),
    ("According to a Reuters report citing Marenian state media, the test failed.", ["Reuters", "Marenian state media"]),
    ("The Marenia Post, citing two officials, reported that the deal was close.", ["The Marenia Post", "two officials"]),
    ("TNN quoted a witness as saying he saw one truck.", ["TNN", "a witness"]),
    ("The agency VNA reported Olden's emphasis on closing the port.", ["The agency VNA", "Olden"]),
    ("Officials told the Globe that the general had said the town was lost.", ["the Globe", "Officials", "the general"]),
    ("Olden told CNN that he believes the talks will continue.", ["CNN", "Olden"]),
    ("It is believed that the ship was carrying grain.", ["is believed"]),
]


@pytest.mark.parametrize(("text", "hops"), ROWS, ids=[row[0][:40] for row in ROWS])
def test_the_longest_chain_of_a_sentence(text: str, hops: list[str], nlp: Language) -> None:
    longest = max((one.chain for one in attributed(text, nlp)), key=len)
    assert [hop.mention for hop in longest] == hops
    assert all(hop.span is None or hop.span.of(text) == hop.mention for hop in longest)


def test_kinds_are_seen_from_the_words(nlp: Language) -> None:
    text = "Reuters reported that two officials had told a court that the general said the town was lost."
    kinds = [one.chain[0].kind for one in attributed(text, nlp)]
    assert kinds[0] is SourceKind.MEDIUM


def test_an_impersonal_phrase_is_the_only_hop(nlp: Language) -> None:
    (one,) = attributed("The army reportedly moved two brigades.", nlp)
    assert [(hop.mention, hop.kind) for hop in one.chain] == [("reportedly", SourceKind.IMPERSONAL)]


def test_flat_keeps_the_outermost_and_tellings_the_innermost(nlp: Language) -> None:
    text = "Olden told CNN that he believes the talks will continue."
    found = attributed(text, nlp)
    assert [one.cue[0].of(text) for one in flat(found)] == ["told"]
    assert [one.content[0].of(text) for one in tellings(text, found)] == ["the talks will continue"]


def test_a_telling_is_one_run_without_its_marks(nlp: Language) -> None:
    text = "“I saw smoke over the harbour,” she said, “and then the lights went out.”"
    assert [one.content[0].of(text) for one in tellings(text, attributed(text, nlp))] == ["I saw smoke over the harbour"]


def test_one_that_only_hands_on_another_is_no_telling(nlp: Language) -> None:
    text = "VNA reported that Governor Olden said the mill is shut."
    (one,) = tellings(text, attributed(text, nlp))
    assert one.content[0].of(text) == "the mill is shut"
    assert [hop.name for hop in one.chain] == ["VNA", "Olden"]


def test_who_stands_for_itself_in_the_flat_shape(nlp: Language) -> None:
    text = "It alarmed the islanders, who fear the dam could burst."
    (one,) = flat(attributed(text, nlp))
    assert [span.of(text) for span in one.source] == ["who"]
