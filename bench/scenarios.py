"""The whole journey on the scenarios: reports in, findings out, scored against two readers (../shared/score/scenarios.py)."""

import json
from collections.abc import Iterable
from pathlib import Path

from bench.scorer import DATA, OUT, Figures, fingerprint, present, score
from whence.pipeline import trace
from whence.report import trace_object
from whence.settings import Settings


def measure(limit: int | None = None) -> Figures:
    """Trace each development scenario with what its scenario.yaml says of the reports, and score all of them together."""
    gold = present("scenarios")
    if gold is None:
        return {}
    scenarios = [path.parent for path in sorted(gold.glob("*/scenario.yaml"))[:limit]]
    return {"data": fingerprint(DATA / "scenarios")} | score("scenarios", gold, traced(scenarios, "traces"))


def traced(scenarios: Iterable[Path], name: str) -> Path:
    """The folder with one trace of each scenario, as the scorer reads them."""
    folder = OUT / name
    folder.mkdir(parents=True, exist_ok=True)
    for scenario in scenarios:
        found = trace([scenario / "reports"], Settings.default())
        text = json.dumps(trace_object(found), ensure_ascii=False)
        (folder / f"{scenario.name}.json").write_text(text, encoding="utf-8")
    return folder
