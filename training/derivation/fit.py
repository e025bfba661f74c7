"""Scenarios → the weights of the two sums of `whence.derivation.weighing`, printed as its constants, and how they do on what is left out.

usage: .venv/bin/python -m training.derivation.fit [FOLDER …]      (two minutes on one core)
Each FOLDER is a scenario; without one: 1 to 5 of each letter (`training/scenarios`) and the twelve of `../shared`, where they are there;
6 to 8 are left for `bench fresh`. Nothing is random: the same scenarios, reading and signs give the same weights.
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass, fields
from pathlib import Path

import numpy as np
import yaml
from bench.scorer import DATA
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from whence.derivation import trace_copying
from whence.derivation.citing import citations
from whence.derivation.retelling import retellings
from whence.derivation.scene import scene_of
from whence.derivation.signs import Signs, company_of
from whence.derivation.tellers import COPIES
from whence.derivation.verbatim import lifted
from whence.derivation.weighing import FEWEST, LIKELY, pairs, rests_on_a_place
from whence.model import Reading
from whence.models import load_encoder
from whence.pipeline import make_cards, read_all
from whence.settings import Settings
from whence.stories import group

SCENARIOS = Path(__file__).parents[1] / "scenarios"
PULL, PULL_KIND = 20, 5  # towards 0, on the signs in units of their spread
# what tells a retelling from a citation
OF_KIND = ("share", "spread", "named", "own", "somebody", "owner", "cited", "length", "first_hand")
NAMES = tuple(field.name for field in fields(Signs))
Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Row:
    """One pair of reports; `kind` is the reader's, "" where he saw nothing taken."""

    scenario: str
    signs: tuple[float, ...]
    kind: str


def main(folders: Sequence[Path]) -> None:
    made = [row for folder in folders for row in of_scenario(folder)]
    signs = np.array([row.signs for row in made])
    taken = np.array([row.kind != "" for row in made])
    retold = np.array([row.kind == "rewrite" for row in made])
    scenario = np.array([row.scenario for row in made])
    few = [NAMES.index(name) for name in OF_KIND]
    show("TAKEN", NAMES, *fitted(signs, taken, PULL))
    show("RETOLD", OF_KIND, *fitted(signs[taken][:, few], retold[taken], PULL_KIND))
    chance, kind = left_out(signs, taken, scenario, PULL), left_out(signs[:, few][taken], retold[taken], scenario[taken], PULL_KIND)
    found = chance >= LIKELY
    print(f"left out: F1 {2 * (found & taken).sum() / (found.sum() + taken.sum()):.3f} of pairs that share no passage")
    print(f"left out: {((kind >= 0.5) == retold[taken])[found[taken]].mean():.3f} of those found are rightly called retold or not")


def of_scenario(folder: Path) -> Iterator[Row]:
    """The pairs that are weighed in each of our stories of a scenario."""
    gold = yaml.safe_load((folder / "scenario.yaml").read_text(encoding="utf-8"))
    kinds = {(made["from"], made["to"]): made["kind"] for made in gold["derivations"] or ()}
    readings = {reading.report.id: reading for reading in read_all([folder / "reports"], Settings.default(), [])}
    for story in group(make_cards(readings.values(), load_encoder(Settings.default()))):
        for edge, signs in weighed_in([readings[id] for id in story.reports]):
            yield Row(folder.name, signs, kinds.get(edge, ""))


def weighed_in(readings: Sequence[Reading]) -> Iterator[tuple[tuple[str, str], tuple[float, ...]]]:
    if len(readings) < FEWEST:
        return
    scene, known = scene_of(readings), trace_copying(readings)
    company = company_of(scene)
    for b in range(len(readings)):
        earlier = {scene.report(a).id for a in range(b)}
        before = [made for made in known if made.to_report in earlier]
        words = lifted(scene, b)
        if any(made.kind in COPIES for made in words) or not scene.wordings[b].sentences:
            continue
        named = citations(scene, b, words, before)
        told = [made for made in (*named, *retellings(scene, b, [*words, *named])) if not rests_on_a_place(scene, company, made)]
        for a, seen in pairs(scene, company, b, words, told, before):
            yield (scene.report(a).id, scene.report(b).id), astuple(seen.signs)


def fitted(signs: Numbers, right: NDArray[np.bool_], pull: float) -> tuple[Numbers, float]:
    """The weight of each sign, and the constant."""
    mean, spread = signs.mean(axis=0), signs.std(axis=0) + 1e-9
    model = LogisticRegression(C=1 / pull, max_iter=1000).fit((signs - mean) / spread, right)
    weights = model.coef_[0] / spread
    return weights, float(model.intercept_[0] - weights @ mean)


def left_out(signs: Numbers, right: NDArray[np.bool_], scenario: NDArray[np.str_], pull: float) -> Numbers:
    """The probability of each pair, by weights that were fitted without its scenario."""
    chance = np.zeros(len(signs))
    for name in np.unique(scenario):
        weights, constant = fitted(signs[scenario != name], right[scenario != name], pull)
        chance[scenario == name] = 1 / (1 + np.exp(-constant - signs[scenario == name] @ weights))
    return chance


def show(name: str, signs: Sequence[str], weights: Numbers, constant: float) -> None:
    print(f"{name} = Signs(" + ", ".join(f"{sign}={weight:.2f}" for sign, weight in zip(signs, weights)) + ")")
    print(f"{name}_FROM = {constant:.2f}")


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]] or sorted([*SCENARIOS.glob("?0[1-5]"), *(DATA / "scenarios").glob("[st]*")]))
