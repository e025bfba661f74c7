"""Gold tellings of scenarios that the encoder did not see → the weights of whence.propositions.likeness, and how well they find pairs.

The scenarios are the 12 for development and 24 of ours (6 to 8 of each letter); each figure is of one that the weights did not see either.

usage: .venv/bin/python -m training.sameness.train      (a minute on one core; numpy only; no seed: the fit has one answer)
Prints the fitted weights divided by `SCALE`, in the order of `LEARNT`, and mean average precision over the scenarios: of the weights
fitted without the scenario that they are measured on, beside cosine alone.
"""

import json
from pathlib import Path

import numpy as np
from bench.sameness import Numbers, average_precision, scenario_rows
from bench.scorer import DATA, fingerprint

from whence.models import load_matcher
from whence.settings import Settings

FRESH = Path(__file__).parents[1] / "scenarios"
SCALE = 12.0  # what the weights are divided by: a score of .36 is then an even chance
PENALTY = 3.0  # of the squared weights, on features of unit spread
NAMES = ("cosine", "together", "same_number", "same_event", "headline", "at_home", "at_home_alike")


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


def main() -> None:
    encoder = load_matcher(Settings.default())
    data: dict[str, tuple[Numbers, Numbers]] = {}
    for path in [*sorted((DATA / "scenarios").glob("*/scenario.yaml")), *sorted(FRESH.glob("?0[678]/scenario.yaml"))]:
        made = list(scenario_rows(path.parent, encoder))
        data[path.parent.name] = np.array([row for row, _, _ in made], float), np.array([same for _, _, same in made], float)
    found: dict[str, list[float]] = {"cosine alone": [], "fitted without it": []}
    for name, (rows, labels) in data.items():
        others = [each for other, each in data.items() if other != name]
        weights = fit(np.vstack([x for x, _ in others]), np.hstack([y for _, y in others]))
        found["cosine alone"].append(average_precision(labels, rows[:, 0]))
        found["fitted without it"].append(average_precision(labels, rows @ weights[:-1]))
    weights = fit(np.vstack([x for x, _ in data.values()]), np.hstack([y for _, y in data.values()]))
    made_of = {"pairs": sum(len(y) for _, y in data.values()), "same": int(sum(y.sum() for _, y in data.values()))}
    fitted = {name: round(float(weight) / SCALE, 3) for name, weight in zip((*NAMES, "intercept"), weights)}
    precision = {how: round(float(np.mean(values)), 3) for how, values in found.items()}
    print(
        json.dumps(
            {"data": [fingerprint(DATA / "scenarios"), fingerprint(FRESH)], **made_of, "weights": fitted, "average precision": precision},
            indent=1,
        )
    )


if __name__ == "__main__":
    main()
