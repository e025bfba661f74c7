"""The whole journey on 24 scenarios of our own whose texts nobody read while rules were written (training/scenarios, 6 to 8 of each
letter): one reader, so harder than `scenarios`, and nearer to what a text never seen gives. 1 to 5 were read, and trained on.

The same scorer (../shared/score/scenarios.py); the one reading stands for both that it asks for.
"""

import json
import shutil

import yaml

from bench.scenarios import traced
from bench.scorer import OUT, PROJECT, SCORERS, Figures, fingerprint, present, score

OURS = PROJECT / "training" / "scenarios"


def measure(limit: int | None = None) -> Figures:
    """Figures as `scenarios` gives them."""
    if present("scenarios") is None or not SCORERS.exists():
        return {}
    kept = sorted(path for path in OURS.iterdir() if path.name[1:] in ("06", "07", "08"))[:limit]
    gold = OUT / "fresh"
    shutil.rmtree(gold, ignore_errors=True)
    for scenario in kept:
        shutil.copytree(scenario, gold / scenario.name)
        read = yaml.safe_load((scenario / "scenario.yaml").read_text(encoding="utf-8"))["propositions"]
        (gold / scenario.name / "second-reading.json").write_text(json.dumps({"propositions": read}, default=str), encoding="utf-8")
    return {"data": fingerprint(gold)} | score("scenarios", gold, traced(kept, "fresh-traces"))
