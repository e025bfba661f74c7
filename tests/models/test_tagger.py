"""The trained tagger: what it sees of any text, and the sums of its second head."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whence.errors import ModelError
from whence.models.roles import best_paths, spans
from whence.models.tagger import LONGEST, load_tagger, tag
from whence.settings import Settings

TEXT = "The mayor said on Monday that the dam would be mended by May."


def _said(text: str) -> tuple[str, list[str], list[str]]:
    tagger = load_tagger(Settings.default())
    seen = tagger.see([text])
    cue = int(seen[0].cue[:, 1].argmax())
    (tagged,) = tag(seen, [(0, (cue, cue + 1))])
    return text[slice(*tagged.cue)], [text[a:b] for a, b in tagged.source], [text[a:b] for a, b in tagged.content]


def test_a_plain_sentence() -> None:
    assert _said(TEXT) == ("said", ["The mayor"], ["that the dam would be mended by May"])


def test_paragraphs_keep_their_places_however_they_are_read_together() -> None:
    tagger = load_tagger(Settings.default())
    paragraphs = [TEXT, "", "One word", TEXT * 40, "“We left,” Ann Olden said.", TEXT]
    seen = tagger.see(paragraphs)
    assert len(seen) == len(paragraphs)
    for text, each in zip(paragraphs, seen):
        assert len(each.offsets) == len(each.hidden) == len(each.cue)
        assert all(0 <= a <= b <= len(text) for a, b in each.offsets.tolist())
    assert len(seen[3].offsets) > LONGEST
    assert np.allclose(seen[4].cue.sum(1), 1, atol=1e-5)


def test_characters_and_pieces_are_one_another() -> None:
    seen = load_tagger(Settings.default()).see([TEXT])[0]
    cue = (TEXT.index("said"), TEXT.index("said") + 4)
    assert seen.chars(seen.pieces(cue)) == cue
    assert seen.pieces((len(TEXT), len(TEXT) + 5)) == (0, 0)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text(max_size=60), min_size=1, max_size=4))
def test_any_text_is_seen(paragraphs: list[str]) -> None:
    tagger = load_tagger(Settings.default())
    seen = tagger.see(paragraphs)
    cues = [(at, (0, 1)) for at, each in enumerate(seen) if len(each.offsets)]
    for tagged in tag(seen, cues):
        text = paragraphs[tagged.paragraph]
        assert all(0 <= a < b <= len(text) for a, b in (*tagged.source, *tagged.content))
        assert 0 <= tagged.sure_source <= 1.001 and 0 <= tagged.sure_content <= 1.001


def test_the_best_sequence_begins_before_it_goes_on() -> None:
    scores = np.zeros((4, 5), np.float32)
    scores[1, 4] = 5.0  # I-content alone would be best, but nothing has begun
    scores[2, 4] = 5.0
    (path,) = best_paths([scores])
    assert spans(path, 3, 4) in ([(1, 3)], [(0, 3)], [(0, 4)], [(1, 4)])
    assert path[np.flatnonzero(path == 4)[0] - 1] in (3, 4)


def test_sequences_of_different_length_do_not_touch() -> None:
    short, long = np.random.default_rng(1).normal(size=(2, 5)).astype(np.float32), np.random.default_rng(2).normal(size=(9, 5))
    together = best_paths([short, long.astype(np.float32)])
    assert together[0].tolist() == best_paths([short])[0].tolist()
    assert together[1].tolist() == best_paths([long.astype(np.float32)])[0].tolist()


def test_damaged_weights_are_refused(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    from whence.models import shipped, tagger

    (tmp_path / "tagger").mkdir()
    (tmp_path / "tagger" / "model.bin").write_bytes(b"half a file")
    (tmp_path / "tagger" / "SHA256SUMS").write_text("0" * 64 + "  model.bin\n")
    monkeypatch.setattr(shipped, "files", lambda name: tmp_path)
    with pytest.raises(ModelError, match="reinstall"):
        tagger._load.__wrapped__(1)
