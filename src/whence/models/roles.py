"""The tagger's second head, in numpy: (pieces of a paragraph, one cue) → which of them are its source and its content.

The same sums as `training/attribution/network.py`; the best sequence of labels that the BIO scheme allows is found for all cues together.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import batched
from typing import Any

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import ThreadpoolController

Floats = NDArray[np.float32]
Range = tuple[int, int]
Paragraph = tuple[Floats, NDArray[np.int32]]  # hidden (pieces, 384), offsets (pieces, 2)
NEAR = 48  # pieces: distances beyond look alike, as in training
FILL = 60  # characters; exact content .631 → .633 on PolNeAR dev, 2026-11-21 (20: .632, 150: .633 and relaxed .001 less)
REACH = 200  # pieces before and after a cue; PolNeAR's longest paragraph has some 500
AT_ONCE = 32  # cues
NEVER = np.float32(-1e4)
OTHER, B_SOURCE, I_SOURCE, B_CONTENT, I_CONTENT = range(5)
FOLLOWS = np.zeros((5, 5), np.float32)  # may the second label follow the first?
for _first in range(5):
    if _first not in (B_SOURCE, I_SOURCE):
        FOLLOWS[_first, I_SOURCE] = NEVER
    if _first not in (B_CONTENT, I_CONTENT):
        FOLLOWS[_first, I_CONTENT] = NEVER


@dataclass(frozen=True, slots=True)
class Tagged:
    """Spans in characters of the paragraph; `sure_source` and `sure_content` are the mean probability of their pieces.

    `sure_source` of an attribution that names nobody is the probability that no piece is a source.
    """

    paragraph: int
    cue: Range
    source: tuple[Range, ...]
    content: tuple[Range, ...]
    sure_source: float
    sure_content: float


def softmax(scores: Floats) -> Floats:
    grown: Floats = np.exp(scores - scores.max(-1, keepdims=True))
    return grown / grown.sum(-1, keepdims=True)


class RoleHead:
    def __init__(self, weights: Mapping[str, Floats]) -> None:
        self._w = dict(weights)
        self._mix = np.ascontiguousarray(self._w["mix.weight"].transpose(2, 1, 0))  # (3, in, out)

    def tag(self, paragraphs: Sequence[Paragraph], cues: Sequence[tuple[int, Range]]) -> list[Tagged]:
        """Each (number of a paragraph, pieces that are the cue) → its source and content, within REACH pieces of the cue."""
        if not cues:
            return []
        near = [(at, cue, (max(0, cue[0] - REACH), min(len(paragraphs[at][0]), cue[1] + REACH))) for at, cue in cues]
        made: list[Tagged] = []
        with _blas().limit(limits=1, user_api="blas"):
            pieces = {at: paragraphs[at][0] @ self._w["piece.weight"].T + self._w["piece.bias"] for at in {at for at, _ in cues}}
            for some in batched(near, AT_ONCE):
                scores = self._scores(paragraphs, pieces, some)
                for (at, cue, (a, b)), each, path in zip(some, scores, best_paths(scores)):
                    made.append(_read(paragraphs[at][1][a:b], (at, (cue[0] - a, cue[1] - a)), each, path))
        return made

    def _scores(
        self, paragraphs: Sequence[Paragraph], pieces: Mapping[int, Floats], cues: Sequence[tuple[int, Range, Range]]
    ) -> list[Floats]:
        """For each cue (pieces around it, 5)."""
        w = self._w
        heads = np.stack([np.concatenate([paragraphs[at][0][a:b].mean(0), paragraphs[at][0][a]]) for at, (a, b), _ in cues])
        gates = 1 + heads @ w["gate.weight"].T + w["gate.bias"]
        shifts = heads @ w["cue.weight"].T + w["cue.bias"]
        lengths = [last - first for _, _, (first, last) in cues]
        x = np.zeros((sum(lengths) + 2 * len(cues) + 1, gates.shape[1]), np.float32)  # a blank row round every cue's pieces
        starts, row = list[int](), 1
        for k, (at, (a, b), (first, last)) in enumerate(cues):
            places = np.arange(first, last)
            distance = np.clip(places - a, -NEAR, 0) + np.clip(places - b + 1, 0, NEAR) + NEAR
            x[row : row + lengths[k]] = pieces[at][first:last] * gates[k] + shifts[k] + w["distance.weight"][distance]
            starts.append(row)
            row += lengths[k] + 2
        np.maximum(x, 0, out=x)
        mixed = x[:-2] @ self._mix[0] + x[1:-1] @ self._mix[1] + x[2:] @ self._mix[2] + w["mix.bias"]  # each row with its neighbours
        x[1:-1] += np.maximum(mixed, 0)
        scores = x @ w["score.weight"].T + w["score.bias"]
        return [scores[start : start + length] for start, length in zip(starts, lengths)]


@lru_cache(maxsize=1)
def _blas() -> Any:
    """Small products are done sooner by one thread: two took 25% more CPU for the whole journey, and no less time."""
    return ThreadpoolController()


def best_paths(scores: Sequence[Floats]) -> list[NDArray[np.int64]]:
    """For each (pieces, 5) the labels of the best sequence, by Viterbi's algorithm, all at once."""
    longest = max(map(len, scores))
    padded = np.zeros((len(scores), longest, 5), np.float32)
    padded[:, :, 1:] = NEVER  # behind the end everything is O
    for k, made in enumerate(scores):
        padded[k, : len(made)] = made
    best = padded[:, 0] + FOLLOWS[OTHER]
    back = np.zeros((longest, len(scores), 5), np.int64)
    for at in range(1, longest):
        ways = best[:, :, None] + FOLLOWS
        back[at] = ways.argmax(1)
        best = ways.max(1) + padded[:, at]
    paths = np.zeros((len(scores), longest), np.int64)
    paths[:, -1] = best.argmax(1)
    rows = np.arange(len(scores))
    for at in range(longest - 1, 0, -1):
        paths[:, at - 1] = back[at, rows, paths[:, at]]
    return [path[: len(made)] for path, made in zip(paths, scores)]


def _read(offsets: NDArray[np.int32], cue: tuple[int, Range], scores: Floats, path: NDArray[np.int64]) -> Tagged:
    sure = softmax(scores)
    sources, contents = spans(path, B_SOURCE, I_SOURCE), spans(path, B_CONTENT, I_CONTENT)
    if len(sources) > 1:  # one attribution, one source: the one with most behind it
        sources = [max(sources, key=lambda run: float(sure[run[0] : run[1], B_SOURCE : I_SOURCE + 1].sum()))]
    of_source, of_content = sure[:, B_SOURCE : I_SOURCE + 1].sum(1), sure[:, B_CONTENT:].sum(1)

    contents = _filled(contents, [*sources, cue[1]], offsets)

    def chars(runs: Sequence[Range]) -> tuple[Range, ...]:
        return tuple((int(offsets[a, 0]), int(offsets[b - 1, 1])) for a, b in runs)

    def mean(values: Floats, runs: Sequence[Range]) -> float:
        return float(np.concatenate([values[a:b] for a, b in runs]).mean()) if runs else 0.0

    nobody = 1 - float(of_source.max(initial=0.0))
    sure_source = mean(of_source, sources) if sources else nobody
    return Tagged(cue[0], chars([cue[1]])[0], chars(sources), chars(contents), sure_source, mean(of_content, contents))


def _filled(contents: list[Range], apart: list[Range], offsets: NDArray[np.int32]) -> list[Range]:
    """Runs of a content as one where only a few words that are neither source nor cue stand between them."""
    made: list[Range] = []
    for a, b in contents:
        before = made[-1] if made else None
        near = before is not None and offsets[a, 0] - offsets[before[1] - 1, 1] <= FILL
        if before is not None and near and not any(c < a and before[1] < d for c, d in apart):
            made[-1] = (before[0], b)
        else:
            made.append((a, b))
    return made


def spans(path: NDArray[np.int64], begin: int, inside: int) -> list[Range]:
    """Runs of `begin` with what follows it of `inside`."""
    found: list[Range] = []
    for at in np.flatnonzero((path == begin) | (path == inside)).tolist():
        if path[at] == inside and found and found[-1][1] == at:
            found[-1] = (found[-1][0], at + 1)
        elif path[at] == begin:
            found.append((at, at + 1))
    return found
