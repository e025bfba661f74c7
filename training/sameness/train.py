"""Gold tellings of the scenarios → the weights of whence.propositions.likeness, and how well they find pairs in a scenario not seen.

usage: .venv/bin/python training/sameness/train.py [SCENARIOS_DIR]     (two minutes on one core; numpy only, no seed: the fit is convex)
A pair of claims of one story is positive where both tell one gold proposition, negative where only one of them tells any.
Prints the fitted weights divided by `SCALE`, ready for `LEARNT`, and mean average precision over the scenarios, each left out once,
beside cosine alone and the weights in the code.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from bench.scorer import DATA, fingerprint
from whence.models import load_encoder
from whence.pipeline import read_all
from whence.propositions.grouping import _heard, _thin
from whence.propositions.likeness import LEARNT, features, rarity_of, told_of
from whence.model import Act, Claim, Reading, Span
from whence.settings import Settings

SCALE = 12.0  # what the weights are divided by: a score of .36 is then an even chance
PENALTY = 3.0  # of the squared weights, on features of unit spread
NAMES = ("cosine", "together", "same_number", "same_event", "headline", "at_home", "at_home_alike")
Numbers = NDArray[np.float64]
Rows = tuple[Numbers, Numbers]


def shared(a: Span, b: Span) -> int:
    return max(0, min(a.end, b.end) - max(a.start, b.start))


def tells(claim: Claim, quote: Span) -> bool:
    """Whether a claim is (most of) a gold telling, or the telling most of the claim."""
    both, short, long = shared(claim.content, quote), *sorted((len(claim.content), len(quote)))
    return both >= 0.8 * len(claim.content) or both >= 0.9 * len(quote) or (both >= 0.6 * short and both >= 0.35 * long)


def told_propositions(gold: dict[str, Any], readings: Sequence[Reading]) -> dict[str, set[int]]:
    found: dict[str, set[int]] = {}
    by_report = {reading.report.id: reading for reading in readings}
    for number, proposition in enumerate(gold["propositions"]):
        for telling in proposition["tellings"]:
            reading = by_report[telling["report"]]
            at = reading.report.text.find(telling["quote"])
            for claim in reading.claims if at >= 0 else ():
                if tells(claim, Span(at, at + len(telling["quote"]))):
                    found.setdefault(claim.id, set()).add(number)
    return found


def pairs(gold: dict[str, Any], readings: Sequence[Reading]) -> Iterator[tuple[tuple[float, ...], bool]]:
    """Features and label of each pair of claims, of which at least one tells a gold proposition."""
    told = told_propositions(gold, readings)
    for story in gold["stories"]:
        claims = [c for r in readings if r.report.id in story for c in r.claims if not _thin(c) and c.act is not Act.NO_COMMENT]
        weights = rarity_of(claims)
        compared = [told_of(claim, weights) for claim in claims]
        vectors = load_encoder(Settings.default()).encode([_heard(claim) for claim in claims])
        for i, j in combinations(range(len(claims)), 2):
            a, b = told.get(claims[i].id, set()), told.get(claims[j].id, set())
            if a or b:
                yield features(compared[i], compared[j], float(vectors[i] @ vectors[j]), weights), bool(a & b)


def fit(rows: Numbers, labels: Numbers) -> Numbers:
    """Weights of the features, then the intercept: Newton's method on the penalised likelihood."""
    mean, spread = rows.mean(0), rows.std(0) + 1e-9
    z = np.c_[(rows - mean) / spread, np.ones(len(rows))]
    penalty = np.diag([PENALTY] * rows.shape[1] + [1e-6])
    b = np.zeros(z.shape[1])
    for _ in range(25):
        p = 1 / (1 + np.exp(-z @ b))
        b -= np.linalg.solve((z * (p * (1 - p))[:, None]).T @ z + penalty, z.T @ (p - labels) + penalty @ b)
    weights = b[:-1] / spread
    return np.r_[weights, b[-1] - mean @ weights]


def average_precision(labels: Numbers, scores: Numbers) -> float:
    ordered = labels[np.argsort(-scores, kind="stable")]
    hits = ordered.cumsum()
    return float((hits / np.arange(1, len(ordered) + 1))[ordered == 1].mean())


def main(folder: Path) -> None:
    data: dict[str, Rows] = {}
    for path in sorted(folder.glob("*/scenario.yaml")):
        readings = list(read_all([path.parent / "reports"], Settings.default(), []))
        made = list(pairs(yaml.safe_load(path.read_text(encoding="utf-8")), readings))
        data[path.parent.name] = np.array([row for row, _ in made], float), np.array([label for _, label in made], float)
    found: dict[str, list[float]] = {"cosine alone": [], "weights in the code": [], "fitted without it": []}
    for name, (rows, labels) in data.items():
        others = [each for other, each in data.items() if other != name]
        weights = fit(np.vstack([x for x, _ in others]), np.hstack([y for _, y in others]))
        for how, scores in zip(found, (rows[:, 0], rows @ np.array(LEARNT), rows @ weights[:-1])):
            found[how].append(average_precision(labels, scores))
    weights = fit(np.vstack([x for x, _ in data.values()]), np.hstack([y for _, y in data.values()]))
    fitted = {name: round(float(weight) / SCALE, 3) for name, weight in zip((*NAMES, "intercept"), weights)}
    counts = {"pairs": sum(len(y) for _, y in data.values()), "same": int(sum(y.sum() for _, y in data.values()))}
    precision = {how: round(float(np.mean(values)), 3) for how, values in found.items()}
    print(json.dumps({"data": fingerprint(folder), **counts, "weights": fitted, "average precision": precision}, indent=1))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else DATA / "scenarios")
