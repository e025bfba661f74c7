"""A sentence, the event asked about, and how firmly the sentence holds it."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from whence.claims import commitment, factuality, happened
from whence.claims.happened import clues
from whence.claims.heads import event_of, head_of, predicate_of
from whence.errors import SettingsError
from whence.lexicons import certainty as lexicon
from whence.lexicons import happened as happened_words
from whence.model import Certainty

EVENTS = [  # sentence, event, certainty, negated
    ("The ferry sank off Port Orrin.", "sank", "certain", False),
    ("The ferry may have sunk off Port Orrin.", "sunk", "possible", False),
    ("The mine could close in spring.", "close", "possible", False),
    ("The mine should close in spring.", "close", "probable", False),
    ("The mine should have closed years ago.", "closed", "certain", False),
    ("The mayor must have known about the leak.", "known", "probable", False),
    ("The bridge will reopen on Monday.", "reopen", "certain", False),
    ("The bridge did not reopen on Monday.", "reopen", "certain", True),
    ("The bridge may not reopen on Monday.", "reopen", "possible", True),
    ("The crew could not stop the fire.", "stop", "certain", True),
    ("The dam is probably leaking.", "leaking", "probable", False),
    ("The dam is almost certainly leaking.", "leaking", "probable", False),
    ("Perhaps the dam is leaking.", "leaking", "possible", False),
    ("The dam appears to be leaking.", "leaking", "probable", False),
    ("The dam is likely to burst.", "burst", "probable", False),
    ("The dam is unlikely to burst.", "burst", "probable", True),
    ("It is believed that Orvia bought the mine.", "bought", "probable", False),
    ("It is believed that Orvia may have bought the mine.", "bought", "possible", False),
    ("It is possible that the tank exploded.", "exploded", "possible", False),
    ("There is no evidence that cargo was stolen.", "stolen", "probable", True),
    ("None of the guards fired a shot.", "fired", "certain", True),
    ("The ministry received no request.", "received", "certain", True),
    ("The pilot failed to report the fault.", "report", "certain", True),
    ("The pilot never reported the fault.", "reported", "certain", True),
    ("The plant, which may be sold, employs 900 people.", "employs", "certain", False),  # a hedge in a relative clause stays there
    ("The plant, which may be sold, employs 900 people.", "sold", "possible", False),
    ("I do not think the strike is legal.", "is", "probable", True),
    ("Did the tank explode?", "explode", "unsure", False),
    ("He asked whether the tank exploded.", "exploded", "unsure", False),
]


@pytest.mark.parametrize(("sentence", "event", "certainty", "negated"), EVENTS)
def test_commitment(nlp: Language, sentence: str, event: str, certainty: str, negated: bool) -> None:
    token = next(token for token in nlp(sentence) if token.text == event)
    found = commitment(token)
    assert (found.certainty.value, found.negated) == (certainty, negated)


@pytest.mark.parametrize(
    ("sentence", "event", "predicate"),
    [
        ("It is likely that the dam will burst.", "burst", "burst"),
        ("The dam appears to be leaking.", "leaking", "leak"),
        ("I think the dam is safe.", "is", "safe"),
        ("The owners think the dam is safe.", "think", "think"),  # the owners' thinking is what is told
        ("There is no sign that the dam moved.", "moved", "move"),
        ("the mass production of engines", "production", "production"),
    ],
)
def test_event_of(nlp: Language, sentence: str, event: str, predicate: str) -> None:
    head = head_of(list(nlp(sentence)))
    assert head is not None
    assert (event_of(head).text, predicate_of(event_of(head))) == (event, predicate)


@pytest.mark.parametrize(
    ("sentence", "event", "sign"),
    [
        ("The ferry sank.", "sank", 1),
        ("The ferry will sink.", "sink", -1),
        ("Orvia wants to buy the mine.", "buy", -1),
        ("The ferry did not sink.", "sink", -1),
    ],
)
def test_what_is_to_come_has_not_happened(nlp: Language, sentence: str, event: str, sign: int) -> None:
    token = next(token for token in nlp(sentence) if token.text == event)
    assert happened(token).value * sign > 0


@settings(max_examples=40, deadline=None)
@given(text=st.text(alphabet=st.sampled_from("abc not may ?!,.\"'—\n if unless no that he"), max_size=80))
def test_any_words_give_a_number(nlp: Language, text: str) -> None:
    for token in nlp(text):
        assert -3 <= factuality(token) <= 3
        assert -3 <= happened(token).value <= 3


def test_lexicon_is_sound() -> None:
    words = lexicon.certainty_words()
    assert words.cue_act["decline to comment"] == "no_comment"
    assert set(words.cue_certainty.values()) <= {c.value for c in Certainty} | {"doubt"}
    for table in (words.modals, words.adverbs, words.governors, words.cue_certainty, words.cue_act, words.cue_stance):
        assert all(isinstance(lemma, str) and lemma == lemma.lower() for lemma in table)


def test_a_broken_lexicon_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    lexicon.certainty_words.cache_clear()
    monkeypatch.setattr(lexicon, "table", lambda name: {"modals": None})
    try:
        with pytest.raises(SettingsError, match=r"certainty\.yaml"):
            lexicon.certainty_words()
    finally:
        lexicon.certainty_words.cache_clear()


@pytest.mark.parametrize(
    ("sentence", "event", "word"),
    [
        ("The ferry will sink.", "sink", "will"),
        ("Orvia wants to buy the mine.", "buy", "wants"),
        ("Sell the mine if prices fall.", "fall", "if"),
    ],
)
def test_an_estimate_names_a_word_of_its_sentence(nlp: Language, sentence: str, event: str, word: str) -> None:
    token = next(token for token in nlp(sentence) if token.text == event)
    assert happened(token).because
    assert word in {words.text for _, where in clues(token) for words in where}


def test_broken_weights_say_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "happened.tsv").write_text("heavy\tlemma=sink\n")
    happened_words.weights.cache_clear()
    monkeypatch.setattr(happened_words, "files", lambda package: tmp_path)
    try:
        with pytest.raises(SettingsError, match=r"happened\.tsv"):
            happened_words.weights()
    finally:
        happened_words.weights.cache_clear()
