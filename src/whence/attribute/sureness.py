"""Evidence for one attribution → the probability that a reader would mark it, by a regression fitted on reports kept out of training.

The weights are data beside the tagger's, made by `training/attribution/calibrate.py`; `docs/measurements.md` has the calibration curve.
"""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

FAMILIES = (
    "clause",
    "quote",
    "according",
    "aside",
    "refusal",
    "measured",
    "passive",
    "named",
    "noun",
    "infinitive",
    "object",
    "about",
    "ad",
)
EDGE = 0.001  # probabilities are kept this far from 0 and 1


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the tagger makes of a cue, its source and its content (probabilities), and how that agrees with the rules (None: not theirs)."""

    cue: float
    source: float
    content: float
    words: bool
    frame: str | None = None
    same_source: bool = False
    same_content: float = 0.0
    inside: bool = False  # the cue stands in the content of another attribution


def kind_of_evidence(given: Evidence) -> str:
    """Each kind has weights of its own: whose reading it is."""
    return "tagger" if given.frame is None else "both"


def features(given: Evidence) -> dict[str, float]:
    """Name → value, for the regression of its kind."""
    made = {"cue": _logit(given.cue), "source": _logit(given.source), "content": _logit(given.content), "inside": float(given.inside)}
    if given.frame is not None:
        family = next((name for name in FAMILIES if given.frame.startswith(name)), "other")
        made |= {
            "no words": float(not given.words),
            f"frame {family}": 1.0,
            "same source": float(given.same_source),
            "same content": given.same_content,
        }
    return made


def sureness(given: Evidence) -> float:
    """The probability, 0 to 1, to three places."""
    weights = load_sureness()[kind_of_evidence(given)]
    score = weights["bias"] + sum(weights.get(name, 0.0) * value for name, value in features(given).items())
    return round(1 / (1 + math.exp(-score)), 3)


@lru_cache(maxsize=1)
def load_sureness() -> Mapping[str, Mapping[str, float]]:
    loaded: dict[str, dict[str, float]] = json.loads(files("whence.models").joinpath("tagger", "sureness.json").read_text())
    return loaded


def _logit(p: float) -> float:
    p = min(1 - EDGE, max(EDGE, p))
    return math.log(p / (1 - p))
