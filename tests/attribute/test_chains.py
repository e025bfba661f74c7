"""A paragraph, then the way each thing it tells took: the words that name each hop, outermost first."""

import pytest
from spacy.language import Language

from tests.attribute.made import attributed
from whence.attribute import flat, sure, tellings
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
    # told to a medium, also where the parser hangs what was told elsewhere
    ("Olden told the Daily Ledger on Monday that the talks had failed.", ["the Daily Ledger", "Olden"]),
    ("Instead, Olden told CNN, the port would stay shut until May.", ["CNN", "Olden"]),
    ("The port is badly run, dockers and union officials told the Globe.", ["the Globe", "dockers and union officials"]),
    (
        "Some members of the council told the Sunder Post she thinks the vote is lost.",
        ["the Sunder Post", "Some members of the council", "she"],
    ),
    ("Olden told reporters that the talks had failed.", ["Olden"]),
    ("Olden told the committee that the talks had failed.", ["Olden"]),
    ("Olden confirmed to Reuters that the port was shut.", ["Reuters", "Olden"]),
    ("Speaking to the BBC, Olden said that the port was shut.", ["the BBC", "Olden"]),
    # where it was said
    ("In an interview with the Sunder Post, Olden defended the plan and said the bridge was unsafe.", ["the Sunder Post", "Olden"]),
    ("“The bridge is unsafe,” Olden said in an interview on CNN.", ["CNN", "Olden"]),
    ("“The bridge is unsafe,” Olden said during an appearance on Fox News.", ["Fox News", "Olden"]),
    ("Olden said on Twitter that the bridge was unsafe.", ["Twitter", "Olden"]),
    ("Olden tweeted that the bridge was unsafe.", ["Olden"]),
    ("“The bridge is unsafe,” Olden wrote in a column in the Sunder Post.", ["the Sunder Post", "Olden"]),
    ("“The port is shut,” Olden said in remarks carried by the state news agency VNA.", ["the state news agency", "Olden"]),
    ("Reached by Reuters on Monday, Olden said the port was shut.", ["Reuters", "Olden"]),
    ("On a softer note, Olden said the port would open.", ["Olden"]),
    # documents, and how they came
    ("Olden told the Sunder Post in an email that the bridge was unsafe.", ["the Sunder Post", "an email", "Olden"]),
    ("Olden wrote in an email obtained by the Sunder Post that the bridge was unsafe.", ["the Sunder Post", "an email", "Olden"]),
    ("“The bridge is unsafe,” Olden wrote in a letter, which was first reported by Reuters.", ["Reuters", "a letter", "Olden"]),
    ("The bridge was unsafe, according to documents seen by Reuters.", ["Reuters", "documents"]),
    ("The BBC said in a report that the bridge was unsafe.", ["The BBC"]),
    # whom they cite
    (
        "The deal was close, Reuters reported, citing two people familiar with the matter.",
        ["Reuters", "two people familiar with the matter"],
    ),
    ("Olden, citing data from the harbour office, said the channel was filling up.", ["Olden", "data from the harbour office"]),
    ("Olden said the channel was filling up, citing her work for the harbour.", ["Olden"]),
    ("Olden cites his neighbours as the source for his claim that the dam leaks.", ["Olden", "his neighbours"]),
    ("A minister was quoted by TNN as saying that the truck was empty.", ["TNN", "A minister"]),
    # the same source again, or another; what is only supposed; what the report adds itself
    ("Olden said he believes the dam leaks.", ["Olden"]),
    ("Olden said they believe the dam leaks.", ["Olden", "they"]),
    ("Olden said the review will conclude that the dam leaks.", ["Olden"]),
    ("Olden said that the pictures did not show whether the dam leaks.", ["Olden"]),
    ("The council praised Olden, who told CNN the dam leaks.", ["CNN", "Olden"]),
    ("The clerk allegedly took the money, the Sunder Post reported.", ["the Sunder Post", "allegedly"]),
]


@pytest.mark.parametrize(("text", "hops"), ROWS, ids=[row[0][:40] for row in ROWS])
def test_the_longest_chain_of_a_sentence(text: str, hops: list[str], nlp: Language) -> None:
    longest = max((one.chain for one in attributed(text, nlp) if sure(one)), key=len)
    assert [hop.mention for hop in longest] == hops
    assert all(hop.span is None or hop.span.of(text) == hop.mention for hop in longest)


def test_what_nobody_says_is_no_telling(nlp: Language) -> None:
    text = "It is not clear whether the port is shut."
    assert tellings(text, attributed(text, nlp)) == ()


def test_how_a_document_came_is_no_telling(nlp: Language) -> None:
    text = "“The bridge is unsafe,” Olden wrote in a letter, which was first reported by Reuters."
    assert [one.content[0].of(text) for one in tellings(text, attributed(text, nlp))] == ["The bridge is unsafe"]


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
