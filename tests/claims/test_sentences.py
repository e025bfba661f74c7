"""One claim for each sentence that somebody says, and sentences that go on with what was laid to somebody."""

import pytest
from spacy.language import Language

from tests.claims.telling import an_attribution, parsed
from whence.claims import read_claims

QUOTED = [  # a text with its one attribution (source, cue, content): the claims with whether the cue is their own
    (
        "“The door would not move,” said Olden. “There was a chain on it. There is always a chain.”",
        ("Olden", "said", "“The door would not move,” … “There was a chain on it. There is always a chain.”"),
        [("The door would not move", True), ("There was a chain on it", False), ("There is always a chain", False)],
    ),
    (
        "“No. We left,” Olden said, “and it was cold.”",
        ("Olden", "said", "“No. We left,” … “and it was cold.”"),
        [("No. We left, and it was cold", True)],
    ),
    (
        "“Dr. Marsh saw it at 3 a.m. on Monday,” Olden said.",
        ("Olden", "said", "“Dr. Marsh saw it at 3 a.m. on Monday,”"),
        [("Dr. Marsh saw it at 3 a.m. on Monday", True)],
    ),
]


@pytest.mark.parametrize(("text", "one", "claims"), QUOTED)
def test_each_sentence_is_a_claim(nlp: Language, text: str, one: tuple[str, str, str], claims: list[tuple[str, bool]]) -> None:
    page = parsed(text, nlp)
    found = read_claims(page, (an_attribution(page.report, *one),))
    assert [(claim.plain, claim.cue is not None) for claim in found] == claims
    assert all(claim.chain and claim.words == claim.span.of(text) for claim in found)


GOING_ON = [  # what follows “The pipe was old, Olden said”: is it laid to Olden?
    ("The pipe was old, Olden said. The town had patched it twice.", True),
    ("The pipe was old, Olden said on Monday. The town had patched it twice.", True),
    ("The pipe was old, Olden said. We have not seen the pipe.", False),
    ("The pipe was old, Olden said. But the town had patched it twice.", False),
    ("The pipe was old, Olden said.\nThe town had patched it twice.", False),
]


@pytest.mark.parametrize(("text", "laid"), GOING_ON)
def test_a_sentence_that_goes_on(nlp: Language, text: str, laid: bool) -> None:
    page = parsed(text, nlp)
    claims = read_claims(page, (an_attribution(page.report, "Olden", "said", "The pipe was old"),))
    assert bool(claims[-1].chain) is laid
    assert claims[-1].cue is None


def test_only_after_words_of_telling_at_the_end(nlp: Language) -> None:
    page = parsed("Olden said the pipe was old. The town had patched it twice.", nlp)
    claims = read_claims(page, (an_attribution(page.report, "Olden", "said", "the pipe was old"),))
    assert [bool(claim.chain) for claim in claims] == [True, False]


@pytest.mark.parametrize(("headline", "claims"), [("SIX DEAD IN KILLER BLAZE", 1), ("New missile at Linn parade", 1), ("Live updates", 0)])
def test_a_headline_without_a_verb(nlp: Language, headline: str, claims: int) -> None:
    assert len([claim for claim in read_claims(parsed(f"# {headline}", nlp), ()) if claim.in_headline]) == claims


def test_between_two_tellings_of_one_source(nlp: Language) -> None:
    page = parsed("Olden said the pipe was old. The town had patched it twice. The pump, Olden said, was new.", nlp)
    first = an_attribution(page.report, "Olden", "said", "the pipe was old")
    claims = read_claims(page, (first, an_attribution(page.report, "Olden", "said", "The pump")))
    assert [claim.chain[-1].name for claim in claims if "patched" in claim.plain] == ["Olden"]
