"""UDS It Happened v2, train → src/whence/lexicons/happened.tsv: the weights of claims/happened.py. Run from the project's root:

    .venv/bin/python -m training.certainty.train ../shared/data/certainty/uds_ih2/train.jsonl

Ridge regression on the clues of each verified event; scikit-learn (dev group) only here. Nothing is random: the same data, parser and
clues give the same file. Prints the figures of held-out fifths (by document) and the medians that SUMS and TYPICAL were set by.
"""

import sys
from collections import Counter
from pathlib import Path

import numpy as np
from bench.certainty import events
from bench.scorer import fingerprint, rows
from scipy.sparse import csr_matrix
from sklearn.linear_model import Ridge

from whence.claims.happened import clues
from whence.models import load_parser
from whence.settings import Settings

FEWEST = 20  # events of a clue
ALPHA = 20.0  # 10 to 60 differ by .003 of r on dev
SMALLEST = 0.005
FOLDS = 5
TO = Path("src/whence/lexicons/happened.tsv")
HEAD = """\
# How much each clue weighs for or against an event having happened, -3 … 3; "always" is what an event without clues has.
# Trained by training/certainty/train.py on UDS It Happened v2 (Rudinger, White and Van Durme, NAACL 2018, CC BY-SA 4.0), train split,
# {events} verified events, data {data}. Not for editing: train again. Columns: weight, clue (see claims/happened.py).
"""


def main(path: Path) -> None:
    nlp = load_parser(Settings.default())
    named, gold, group = list[set[str]](), list[float](), list[int]()
    for number, row in enumerate(rows(path)):
        for token, value in events([row], nlp):
            named.append({name for name, _ in clues(token)})
            gold.append(value)
            group.append(number % FOLDS)
    counted = Counter(name for names in named for name in names)
    index = {name: i for i, name in enumerate(sorted(name for name, n in counted.items() if n >= FEWEST))}
    matrix, values, folds = _matrix(named, index), np.array(gold), np.array(group)
    _held_out(matrix, values, folds)
    model = _fit(matrix, values)
    lines = [f"{model.intercept_:.3f}\talways"]
    lines += [f"{model.coef_[i]:.3f}\t{name}" for name, i in index.items() if abs(model.coef_[i]) >= SMALLEST]
    TO.write_text(HEAD.format(events=len(gold), data=fingerprint(path)) + "\n".join(lines) + "\n", encoding="utf-8")
    print(len(gold), "events,", len(lines) - 1, "weights")


def _matrix(named: list[set[str]], index: dict[str, int]) -> csr_matrix:
    at = [(i, index[name]) for i, names in enumerate(named) for name in names if name in index]
    lines, columns = zip(*at)
    return csr_matrix((np.ones(len(at)), (lines, columns)), shape=(len(named), len(index)))


def _fit(matrix: csr_matrix, values: np.ndarray) -> Ridge:
    return Ridge(alpha=ALPHA, solver="lsqr", max_iter=300).fit(matrix, values)


def _held_out(matrix: csr_matrix, values: np.ndarray, folds: np.ndarray) -> None:
    sums = np.zeros(len(values))
    for fold in range(FOLDS):
        sums[folds == fold] = _fit(matrix[folds != fold], values[folds != fold]).predict(matrix[folds == fold])
    print("held-out fifths: r", np.corrcoef(sums, values)[0, 1].round(3), "MAE", np.abs(sums.clip(-3, 3) - values).mean().round(3))
    edges = np.quantile(sums, np.linspace(0, 1, 16))
    for low, high in zip(edges, edges[1:]):
        inside = (sums >= low) & (sums <= high)
        print("sum", np.median(sums[inside]).round(2), "median", np.median(values[inside]).round(2))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
