"""Scores → spans: the best sequence that the BIO scheme allows."""

import numpy as np

NEVER = -1e4
# may role j follow role i? An I- only after its own B- or I-
FOLLOWS = np.zeros((5, 5))
for _i in range(5):
    for _inside, _begin in ((2, 1), (4, 3)):
        if _i not in (_inside, _begin):
            FOLLOWS[_i, _inside] = NEVER
CUE_FOLLOWS = np.zeros((3, 3))
CUE_FOLLOWS[0, 2] = NEVER


def viterbi(scores: np.ndarray, follows: np.ndarray) -> list[int]:
    best, back = scores[0].copy(), []
    for label in range(len(best)):
        if follows[0, label] == NEVER:
            best[label] += NEVER
    for row in scores[1:]:
        paths = best[:, None] + follows
        back.append(paths.argmax(0))
        best = paths.max(0) + row
    path = [int(best.argmax())]
    for step in reversed(back):
        path.append(int(step[path[-1]]))
    return path[::-1]


def spans(path: list[int], begin: int, inside: int) -> list[tuple[int, int]]:
    found: list[list[int]] = []
    for i, label in enumerate(path):
        if label == begin:
            found.append([i, i + 1])
        elif label == inside and found and found[-1][1] == i:
            found[-1][1] = i + 1
    return [(a, b) for a, b in found]


def softmax(scores: np.ndarray) -> np.ndarray:
    grown = np.exp(scores - scores.max(-1, keepdims=True))
    return grown / grown.sum(-1, keepdims=True)
