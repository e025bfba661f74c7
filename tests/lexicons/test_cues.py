"""The cue lexicon loads, is frozen, and holds words in their frames."""

import pytest

from whence.lexicons.cues import load_cues


@pytest.mark.parametrize(
    ("frame", "lemma", "known"),
    [
        ("clause", "say", True),
        ("clause", "eat", False),
        ("about:for", "call", True),
        ("passive-clause", "believe", True),
        ("noun-clause", "allegation", True),
        ("adverb", "reportedly", True),
        ("no such frame", "say", False),
    ],
)
def test_a_word_is_a_cue_in_its_frame(frame: str, lemma: str, known: bool) -> None:
    assert load_cues().admit(frame, lemma) is known


def test_words_are_lower_case_and_plain() -> None:
    cues = load_cues()
    for words in (*cues.frames.values(), *cues.heads.values()):
        assert words
        assert all(isinstance(word, str) and word == word.lower() for word in words)


def test_it_is_loaded_once_and_cannot_be_changed() -> None:
    cues = load_cues()
    assert load_cues() is cues
    with pytest.raises(TypeError):
        cues.frames["clause"] = frozenset()  # type: ignore[index]
